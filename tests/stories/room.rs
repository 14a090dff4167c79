//! Inside a meeting: who is there when, the floor, motions, and what is said. What is expected is counted by hand from the
//! rules of speaking and the times in the story.

use chrono::TimeDelta;
use mazha::domain::meeting::{Room, Whole};
use mazha::domain::rule_set::Speaking;

use super::bench::{Laptop, instant, json};
use super::sittings::{clock, mark, note, sitting, take_up, to};

fn queue(council: &Laptop, rule: &Speaking) -> Vec<String> {
    let queue = council.meeting("M1").queue(&council.register, rule).into_iter();
    queue.map(|hand| council.register.id(hand.person)).collect()
}

#[test]
fn who_is_there_is_known_for_each_moment_and_so_is_the_quorum() {
    let mut council = sitting();
    let there = |council: &Laptop, at: &str| {
        let room = Room::at(&council.register, council.meeting("M1"), instant(&clock(at)));
        (room.there.len(), room.has_quorum().unwrap())
    };
    council.at(&clock("19:20")).does(json!({"do": "mark_attendance", "meeting": "M1", "person": "P3",
        "state": "represented", "by_proxy": "P2"}));
    assert_eq!(there(&council, "19:20"), (3, true));
    council.at(&clock("19:40")).does(mark("P2", "left"));
    assert_eq!(there(&council, "19:40"), (1, false), "whoever left took the proxy along: one of three");
    council.at(&clock("19:50")).does(mark("P2", "online"));
    assert_eq!(there(&council, "19:50"), (3, true));
    assert_eq!(there(&council, "19:45"), (1, false), "what was is still known");
    let turned = council.meeting("M1").turned(&council.register);
    let quorum: Vec<(String, bool)> = turned
        .iter()
        .filter(|turned| turned.what == Whole::Quorum)
        .map(|turned| (turned.at.format("%H:%M").to_string(), turned.gained))
        .collect();
    assert_eq!(quorum, [("19:00".into(), true), ("19:40".into(), false), ("19:50".into(), true)]);
    let lost = turned.iter().find(|turned| !turned.gained).unwrap();
    let (person, state) = lost.because.unwrap();
    assert_eq!((council.register.id(person).as_str(), state.code()), ("A-P002", "left"));
}

#[test]
fn a_mark_made_afterwards_counts_from_its_own_time() {
    let mut council = sitting();
    council.at(&clock("20:00")).does(mark("P1", "left"));
    council.does(
        json!({"do": "mark_attendance", "meeting": "M1", "person": "P1", "state": "online", "at": clock("19:30")}),
    );
    assert_eq!(council.meeting("M1").taking_part().count(), 2, "who left is not brought back by what was before");
    council.does(mark("P2", "absent"));
    council.does(
        json!({"do": "mark_attendance", "meeting": "M1", "person": "P2", "state": "present", "at": clock("19:00")}),
    );
    assert_eq!(council.meeting("M1").taking_part().count(), 2, "“absent” yields to whatever is marked later");
}

#[test]
fn whoever_is_not_on_the_roster_signs_in_by_name_and_is_put_there_once() {
    let mut council = sitting();
    let guest = |name: &str| json!({"do": "mark_attendance", "meeting": "M1", "name": name, "state": "observer"});
    assert_eq!(council.does(guest("周奶奶")).events, ["body_added", "person_added", "attendance_marked"]);
    assert!(!council.person("P4").voting, "a guest has no vote");
    assert_eq!(council.does(guest("周奶奶")).events, ["attendance_marked"]);
    let new = json!({"do": "mark_attendance", "meeting": "M1", "name": "吴律师", "body": "expert", "state": "present"});
    council.does(new);
    assert!(council.person("P5").voting);
    let both = json!({"do": "mark_attendance", "meeting": "M1", "name": "甲", "person": "P1", "state": "present"});
    assert_eq!(council.refuses(both), "one_of");
}

#[test]
fn a_meeting_that_goes_on_another_day_begins_with_an_empty_room() {
    let mut council = sitting();
    council.at(&clock("21:00"));
    council.does(
        json!({"do": "pause_meeting", "meeting": "M1", "reason": "天晚了", "until": "2026-03-06T19:00:00+08:00"}),
    );
    assert_eq!(council.meeting("M1").taking_part().count(), 0);
    assert_eq!(council.refuses(take_up(1)), "meeting_paused");
    assert_eq!(council.refuses(json!({"do": "pause_meeting", "meeting": "M1"})), "meeting_paused");
    council.at("2026-03-06T19:05:00+08:00").does(json!({"do": "resume_meeting", "meeting": "M1"}));
    council.does(mark("P1", "present"));
    assert_eq!(council.meeting("M1").taking_part().count(), 1);
    assert_eq!(council.meeting("M1").attendance().len(), 3, "the sheet still knows who came");
    assert_eq!(council.refuses(json!({"do": "resume_meeting", "meeting": "M1"})), "meeting_not_paused");
}

#[test]
fn the_floor_goes_to_those_who_have_not_spoken_and_from_side_to_side() {
    let mut council = sitting();
    for name in ["李四", "王五"] {
        council.does(
            json!({"do": "mark_attendance", "meeting": "M1", "name": name, "body": "residents", "state": "present"}),
        );
    }
    council.does(take_up(1));
    let rule = council.register.rules().meeting(council.meeting("M1").kind).speaking.unwrap();
    let hand = |person: &str, stance: Option<&str>| {
        let mut hand = to("raise_hand", person);
        if let Some(stance) = stance {
            hand["stance"] = json!(stance);
        }
        hand
    };
    council.does_all([hand("P1", Some("for")), hand("P2", Some("for")), hand("P3", Some("against")), hand("P4", None)]);
    assert_eq!(
        queue(&council, &rule),
        ["A-P001", "A-P003", "A-P002", "A-P004"],
        "for, against, for, and then the rest"
    );
    assert_eq!(council.refuses(hand("P1", Some("for"))), "hand_is_up");
    council.does(to("give_floor", "P1"));
    assert_eq!(council.refuses(to("give_floor", "P1")), "has_the_floor");
    council.does(hand("P1", Some("against")));
    assert_eq!(queue(&council, &rule), ["A-P003", "A-P002", "A-P004", "A-P001"], "who has spoken waits");
    council.does(to("point_of_order", "P5"));
    assert_eq!(queue(&council, &rule)[0], "A-P005", "a point of order comes before all hands");
    council.does(to("lower_hand", "P4"));
    assert_eq!(council.refuses(to("lower_hand", "P4")), "no_hand");
    council.does(take_up(2));
    assert!(
        queue(&council, &rule).is_empty() && council.meeting("M1").floor.turn().is_none(),
        "a new item, a new list"
    );
}

#[test]
fn a_turn_too_long_and_a_third_turn_are_remarked_on_and_a_point_of_order_is_none() {
    let mut council = sitting();
    council.does(take_up(1));
    council.does(to("give_floor", "P1"));
    council.at("2026-03-05T19:02:01+08:00");
    assert_eq!(
        council.does(json!({"do": "end_turn", "meeting": "M1"})).warnings,
        ["turn_too_long"],
        "121 of 120 seconds"
    );
    assert_eq!(council.refuses(json!({"do": "end_turn", "meeting": "M1"})), "nobody_speaks");
    // The second turn is interrupted by a point of order and goes on after it.
    council.does(to("give_floor", "P1"));
    council.at("2026-03-05T19:03:01+08:00").does_all([to("point_of_order", "P2"), to("give_floor", "P2")]);
    council.at("2026-03-05T19:04:01+08:00");
    assert!(council.does(to("give_floor", "P1")).warnings.is_empty());
    let now = instant("2026-03-05T19:04:31+08:00");
    assert_eq!(council.meeting("M1").spoken(now), Some(TimeDelta::seconds(90)), "sixty before and thirty after");
    council.at("2026-03-05T19:04:31+08:00");
    assert!(council.does(json!({"do": "end_turn", "meeting": "M1"})).warnings.is_empty());
    assert_eq!(council.does(to("give_floor", "P1")).warnings, ["turns_used_up"]);
    // A new motion begins a new count, by this rule.
    council.at("2026-03-05T19:06:00+08:00").does(note("motion", "先试行三个月"));
    council.does(json!({"do": "end_turn", "meeting": "M1"}));
    assert!(council.does(to("give_floor", "P1")).warnings.is_empty());
    council.does(mark("P1", "left"));
    assert!(council.meeting("M1").floor.turn().is_none(), "who leaves speaks no more");
    assert_eq!(council.does(to("give_floor", "P1")).warnings, ["not_there"]);
}

#[test]
fn two_laptops_that_give_the_floor_and_take_items_up_at_once_agree() {
    let mut first = sitting();
    let mut second = first.second("bbbbbb", "李干事");
    first.does_all([take_up(1), to("give_floor", "P1")]);
    second.does_all([take_up(2), to("give_floor", "P2")]);
    first.meets(&mut second);
    let meeting = first.meeting("M1");
    assert_eq!(meeting.current, Some(2), "the later in the record is under discussion");
    assert_eq!(first.register.id(meeting.floor.turn().unwrap().person), "A-P002");
    assert!(meeting.floor.turns.iter().rev().skip(1).all(|turn| turn.until.is_some()), "one speaks at a time");
    assert!(first.register.suspended().is_empty());
}

#[test]
fn motions_come_one_at_a_time_and_amendments_belong_to_them() {
    let mut council = sitting();
    council.does(take_up(1));
    assert_eq!(council.does(note("amendment", "改为两个月")).warnings, ["no_motion"]);
    let motion = council.does(note("motion", "试行三个月")).id;
    let amendment = council.does(note("amendment", "改为两个月"));
    assert_eq!(amendment.facts[0]["motion"], amendment.facts[0]["of"][2], "the open motion, if none is named");
    assert_eq!(council.does(note("motion", "另一个动议")).warnings, ["motion_open"]);
    let mut remark = note("remark", "说两句");
    remark["of"] = json!(motion);
    assert_eq!(council.refuses(remark), "not_a_motion");
    council.does(json!({"do": "strike_note", "note": motion, "reason": "撤回"}));
    assert_eq!(council.refuses(json!({"do": "strike_note", "note": motion})), "nothing_changes");
    let mut late = note("amendment", "再改");
    late["of"] = json!(motion);
    assert_eq!(council.refuses(late), "not_a_motion");
}

#[test]
fn a_position_says_what_the_body_undertakes_and_what_was_said_earlier_keeps_its_time() {
    let mut council = sitting();
    council.does(take_up(1));
    let mut position = note("position", "同意");
    position["undertakes"] = json!("十日内更换");
    assert_eq!(council.refuses(position.clone()), "needs_body");
    position["speaker"] = json!("P3");
    position["at"] = json!(clock("19:03"));
    council.at(&clock("19:10")).does(position);
    let note = council.register.notes().last().unwrap();
    assert_eq!(note.undertakes.as_deref(), Some("十日内更换"));
    assert_eq!(note.at, instant(&clock("19:03")));
}

#[test]
fn what_is_said_belongs_to_the_turn_of_whoever_says_it() {
    let mut council = sitting();
    council.does_all([take_up(1), to("give_floor", "P1")]);
    let mut remark = note("remark", "灯坏了一个月");
    remark["speaker"] = json!("P1");
    council.at(&clock("19:01")).does(remark.clone());
    let meeting = council.meeting("M1");
    let notes: Vec<_> = council.register.notes().collect();
    assert_eq!(meeting.turn_of(notes[0]).map(|turn| turn.from), Some(instant(&clock("19:00"))));
    remark["speaker"] = json!("P2");
    council.does(remark);
    let meeting = council.meeting("M1");
    assert!(meeting.turn_of(council.register.notes().last().unwrap()).is_none(), "it was not their turn");
}
