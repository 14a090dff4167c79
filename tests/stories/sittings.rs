//! A meeting as it is prepared and held: series, the order of its agenda, its clock, its checklist, what is left of it.
//! What is expected is counted by hand from the times in the story.

use chrono::TimeDelta;
use mazha::domain::meeting::{CheckState, Requirement, left_over};
use mazha::domain::series::lapses;
use serde_json::Value;

use super::bench::{Laptop, instant, json};

/// A tripartite meeting called for the evening of 5 March, three days ahead, with one representative of each of the three
/// bodies invited, P1 to P3, and three free topics.
fn prepared() -> Laptop {
    let mut council = Laptop::founded();
    for (name, body) in [("赵主任", "B1"), ("钱主任", "B2"), ("孙经理", "B3")] {
        council.does(json!({"do": "add_person", "name": name, "body": body}));
    }
    council.does(json!({"do": "convene_meeting", "kind": "tripartite", "title": "三方协商会",
        "at": "2026-03-05T19:00:00+08:00", "invite": ["P1", "P2", "P3"]}));
    for (topic, minutes) in [("停车", 20), ("路灯", 10), ("电梯", 30)] {
        council.does(json!({"do": "place_on_agenda", "meeting": "M1", "topic": topic, "minutes": minutes}));
    }
    council
}

/// The same, in session at seven with all three there.
pub(super) fn sitting() -> Laptop {
    let mut council = prepared();
    council.at("2026-03-05T19:00:00+08:00").does(json!({"do": "open_meeting", "meeting": "M1"}));
    for person in ["P1", "P2", "P3"] {
        council.does(mark(person, "present"));
    }
    council
}

pub(super) fn mark(person: &str, state: &str) -> Value {
    json!({"do": "mark_attendance", "meeting": "M1", "person": person, "state": state})
}

pub(super) fn clock(time: &str) -> String {
    format!("2026-03-05T{time}:00+08:00")
}

pub(super) fn to(act: &str, person: &str) -> Value {
    json!({"do": act, "meeting": "M1", "person": person})
}

pub(super) fn take_up(item: u32) -> Value {
    json!({"do": "take_up", "meeting": "M1", "item": item})
}

pub(super) fn note(kind: &str, text: &str) -> Value {
    json!({"do": "note", "meeting": "M1", "kind": kind, "text": text})
}

/// The outline as `item` or `item<above`.
fn outline(council: &Laptop) -> Vec<String> {
    let meeting = council.meeting("M1");
    let shown = meeting.outline().into_iter().map(|placed| match placed.under {
        Some(above) => format!("{}<{above}", placed.item.number),
        None => placed.item.number.to_string(),
    });
    shown.collect()
}

fn starts(council: &Laptop, now: &str) -> Vec<String> {
    let plan = council.meeting("M1").plan(council.register.rules(), instant(&clock(now)));
    plan.slots.iter().map(|slot| slot.starts.unwrap().format("%H:%M").to_string()).collect()
}

#[test]
fn the_numbers_of_a_series_run_on_and_may_be_set() {
    let mut council = Laptop::founded();
    let mut call = |number: Option<u32>| {
        let mut command = json!({"do": "convene_meeting", "kind": "bench", "title": "议事", "series": "凤凰议",
            "at": "2026-03-05T19:00:00+08:00", "invite": []});
        if let Some(number) = number {
            command["number"] = json!(number);
        }
        let done = council.does(command);
        (council.meeting(&done.id).number, done.warnings)
    };
    assert_eq!(call(None), (Some(1), vec![]));
    assert_eq!(call(Some(12)), (Some(12), vec![]));
    assert_eq!(call(None), (Some(13), vec![]));
    assert_eq!(call(Some(13)), (Some(13), vec!["number_taken".to_owned()]));
    council.does(json!({"do": "change_meeting", "meeting": "M4", "number": 14}));
    council.does(json!({"do": "cancel_meeting", "meeting": "M4"}));
    let again = council.does(json!({"do": "convene_meeting", "kind": "bench", "title": "议事", "series": "凤凰议",
        "at": "2026-03-05T19:00:00+08:00", "invite": []}));
    assert_eq!(council.meeting(&again.id).number, Some(14), "what was called off gives its number back");
    council.does(json!({"do": "change_meeting", "meeting": "M5", "series": "锦日有话说"}));
    assert_eq!(council.meeting("M5").number, Some(1), "another series counts for itself");
}

#[test]
fn a_weekly_series_lapses_on_the_eighth_day() {
    let mut council = Laptop::founded();
    council.does(json!({"do": "convene_meeting", "kind": "spark_meeting", "title": "火花周会",
        "at": "2026-03-02T19:00:00+08:00", "invite": [], "series": "火花"}));
    assert!(lapses(&council.register, instant("2026-05-02T09:00:00+08:00")).is_empty(), "nothing was held yet");
    council
        .does_all([json!({"do": "open_meeting", "meeting": "M1"}), json!({"do": "adjourn_meeting", "meeting": "M1"})]);
    assert!(lapses(&council.register, instant("2026-03-09T23:00:00+08:00")).is_empty());
    let late = lapses(&council.register, instant("2026-03-10T00:00:00+08:00"));
    assert_eq!(late.len(), 1);
    assert_eq!((late[0].series.as_deref(), late[0].by.to_string().as_str()), (Some("火花"), "2026-03-09"));
}

#[test]
fn an_agenda_is_ordered_whole_and_nests_once() {
    let mut council = prepared();
    let order = |order: Value| json!({"do": "order_agenda", "meeting": "M1", "order": order});
    council.does(order(json!([{"item": 3}, {"item": 1}, {"item": 2, "under": 1}])));
    assert_eq!(outline(&council), ["3", "1", "2<1"]);
    assert_eq!(council.refuses(order(json!([{"item": 3}, {"item": 1}, {"item": 2, "under": 1}]))), "nothing_changes");
    assert_eq!(council.refuses(order(json!([{"item": 3}, {"item": 1}]))), "bad_order");
    assert_eq!(council.refuses(order(json!([{"item": 3}, {"item": 1}, {"item": 1}, {"item": 2}]))), "bad_order");
    assert_eq!(
        council.refuses(order(json!([{"item": 3}, {"item": 1, "under": 3}, {"item": 2, "under": 1}]))),
        "bad_order"
    );
    assert_eq!(council.refuses(order(json!([{"item": 3}, {"item": 1}, {"item": 9}]))), "unknown_item");
    let under = json!({"do": "place_on_agenda", "meeting": "M1", "topic": "停车收费", "under": 1});
    council.does(under);
    assert_eq!(outline(&council), ["3", "1", "2<1", "4<1"]);
    let deep = json!({"do": "place_on_agenda", "meeting": "M1", "topic": "更深", "under": 4});
    assert_eq!(council.refuses(deep), "bad_order");
    council.does(json!({"do": "take_off_agenda", "meeting": "M1", "item": 1}));
    assert_eq!(outline(&council), ["3", "2", "4"], "what lost the item above it stands alone");
}

#[test]
fn what_two_laptops_put_in_order_and_place_at_once_is_all_there() {
    let mut first = prepared();
    let mut second = first.second("bbbbbb", "李干事");
    first.does(json!({"do": "order_agenda", "meeting": "M1", "order": [{"item": 3}, {"item": 2}, {"item": 1}]}));
    second.does(json!({"do": "place_on_agenda", "meeting": "M1", "topic": "绿化"}));
    first.meets(&mut second);
    assert_eq!(outline(&first), ["3", "2", "1", "4"]);
}

#[test]
fn an_item_is_changed_as_far_as_what_was_published_allows() {
    let mut council = prepared();
    let change = |fields: Value| {
        let mut command = json!({"do": "change_item", "meeting": "M1", "item": 1});
        command.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        command
    };
    council.does(change(json!({"minutes": 25, "topic": "停车位", "decision": "assembly"})));
    let item = council.meeting("M1").item(1).unwrap();
    assert_eq!((item.minutes, item.topic.as_deref()), (Some(25), Some("停车位")));
    assert_eq!(council.refuses(change(json!({"minutes": 25}))), "nothing_changes");
    assert_eq!(council.refuses(change(json!({"minutes": 601}))), "out_of_range");
    council.does(change(json!({"minutes": 0})));
    assert_eq!(council.meeting("M1").item(1).unwrap().minutes, None);
    let at = "2026-03-31T19:00:00+08:00";
    council
        .does(json!({"do": "convene_meeting", "kind": "owners_assembly", "title": "业主大会", "at": at, "invite": []}));
    council.does(json!({"do": "place_on_agenda", "meeting": "M2", "topic": "选聘"}));
    council.does(json!({"do": "post_notice", "about": "M2", "kind": "agenda", "days": 15}));
    let locked = |fields: Value| {
        let mut command = json!({"do": "change_item", "meeting": "M2", "item": 1});
        command.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        command
    };
    assert_eq!(council.refuses(locked(json!({"topic": "选聘物业"}))), "agenda_locked");
    council.does(locked(json!({"minutes": 40})));
}

#[test]
fn topics_come_from_the_floor_only_where_the_rules_let_them() {
    let mut council = Laptop::founded();
    let at = "2026-03-02T19:00:00+08:00";
    council.does(
        json!({"do": "convene_meeting", "kind": "joint_conference", "title": "联席会议", "at": at, "invite": []}),
    );
    council.does(json!({"do": "open_meeting", "meeting": "M1"}));
    let topic = json!({"do": "place_on_agenda", "meeting": "M1", "topic": "临时"});
    assert_eq!(council.refuses(topic), "no_floor_topics");
}

#[test]
fn planned_times_are_reckoned_from_the_beginning_and_then_from_now() {
    let mut council = prepared();
    let plan = council.meeting("M1").plan(council.register.rules(), council.now);
    assert_eq!((plan.asked, plan.length, plan.over()), (60, Some(90), Some(-30)));
    assert_eq!(starts(&council, "08:00"), ["19:00", "19:20", "19:30"]);
    assert_eq!(starts(&council, "19:05"), ["19:05", "19:25", "19:35"], "it is late");
    council.at(&clock("19:00")).does_all([json!({"do": "open_meeting", "meeting": "M1"}), take_up(1)]);
    assert_eq!(starts(&council, "19:12"), ["19:00", "19:20", "19:30"], "eight of twenty minutes are left");
    assert_eq!(starts(&council, "19:25"), ["19:00", "19:25", "19:35"], "the time of the first is used up");
    council.at(&clock("19:10")).does(json!({"do": "pause_meeting", "meeting": "M1", "until": clock("19:30")}));
    assert_eq!(starts(&council, "19:20"), ["19:00", "19:40", "19:50"], "ten minutes are left when it goes on");
    council.at(&clock("19:40")).does(json!({"do": "resume_meeting", "meeting": "M1"}));
    council.at(&clock("19:45")).does(take_up(3));
    let used = council.meeting("M1").used(instant(&clock("19:52")));
    assert_eq!((used[&1], used[&3]), (TimeDelta::minutes(15), TimeDelta::minutes(7)), "pauses take no time");
    assert_eq!(council.meeting("M1").sat(instant(&clock("19:52"))), TimeDelta::minutes(22));
}

#[test]
fn what_is_set_aside_stays_open_and_comes_last() {
    let mut council = prepared();
    let matter = council.accepted("joint");
    council.does(json!({"do": "place_on_agenda", "meeting": "M1", "matter": matter}));
    let next = |council: &Laptop| council.meeting("M1").next_item().map(|item| item.number);
    council.does(json!({"do": "open_meeting", "meeting": "M1"}));
    assert_eq!(next(&council), Some(1));
    council.does(take_up(4));
    assert_eq!(council.stands(&matter), "deliberate/in_discussion");
    assert_eq!(council.refuses(take_up(4)), "already_taken_up");
    council.does(json!({"do": "set_aside", "meeting": "M1", "item": 4}));
    assert_eq!(council.stands(&matter), "deliberate/scheduled");
    assert_eq!(council.meeting("M1").current, None);
    for item in [1, 2, 3] {
        assert_eq!(next(&council), Some(item));
        council
            .does_all([take_up(item), json!({"do": "resolve", "meeting": "M1", "item": item, "outcome": "deferred"})]);
    }
    assert_eq!(next(&council), Some(4), "what was set aside comes last");
    council.does(take_up(4));
    assert!(!council.meeting("M1").item(4).unwrap().set_aside);
    assert_eq!(next(&council), None);
}

#[test]
fn sealed_minutes_are_corrected_beside_them() {
    let mut council = sitting();
    let kept = council.does(note("remark", "三盏灯")).id;
    let correct = json!({"do": "correct_minutes", "meeting": "M1", "note": kept, "text": "应为四盏灯"});
    assert_eq!(council.refuses(correct.clone()), "meeting_not_over");
    council.does(json!({"do": "adjourn_meeting", "meeting": "M1"}));
    council.does(json!({"do": "seal_minutes", "meeting": "M1"}));
    assert_eq!(council.refuses(json!({"do": "change_note", "note": kept, "text": "四盏灯"})), "minutes_sealed");
    assert_eq!(council.refuses(json!({"do": "strike_note", "note": kept})), "minutes_sealed");
    council.with("李干事").does(correct);
    let meeting = council.meeting("M1");
    assert_eq!((meeting.corrections[0].by.as_str(), meeting.corrections[0].text.as_str()), ("李干事", "应为四盏灯"));
    assert_eq!(council.register.notes().next().unwrap().text, "三盏灯", "what was sealed stands");
    assert_eq!(council.refuses(json!({"do": "undo"})), "sealed");
    let other = council.called();
    council.does(json!({"do": "open_meeting", "meeting": other}));
    let there = council.does(json!({"do": "note", "meeting": other, "kind": "note", "text": "另一场"})).id;
    let astray = json!({"do": "correct_minutes", "meeting": "M1", "note": there, "text": "不对"});
    assert_eq!(council.refuses(astray), "note_elsewhere");
}

#[test]
fn the_checklist_says_what_is_met_what_can_be_and_what_no_longer_can() {
    let mut council = prepared();
    let state = |council: &Laptop, wanted: fn(&Requirement) -> bool| {
        let checks = council.meeting("M1").checklist(&council.register, council.now);
        checks.iter().find(|check| wanted(&check.what)).unwrap().state
    };
    let quorum = |what: &Requirement| matches!(what, Requirement::Quorum { .. });
    let posted = |what: &Requirement| matches!(what, Requirement::AgendaPosted(_));
    assert_eq!(state(&council, |what| matches!(what, Requirement::Notice(3))), CheckState::Met);
    assert_eq!(state(&council, posted), CheckState::NotYet, "today is the last day");
    assert_eq!(state(&council, |what| *what == Requirement::Chair), CheckState::NotYet);
    assert_eq!(state(&council, quorum), CheckState::NotYet);
    council.does_all([mark("P1", "excused"), mark("P2", "excused")]);
    assert_eq!(state(&council, quorum), CheckState::Missed, "one of three can come, two must");
    council.at(&clock("19:00"));
    assert_eq!(state(&council, posted), CheckState::Missed);
    council.does_all([json!({"do": "open_meeting", "meeting": "M1"}), mark("P1", "present"), mark("P3", "present")]);
    assert_eq!(state(&council, quorum), CheckState::Met);
    let present = |what: &Requirement| matches!(what, Requirement::Present(kind) if kind.code() == "owners_committee");
    assert_eq!(state(&council, present), CheckState::NotYet);
    council.does(take_up(1));
    let position =
        |what: &Requirement| matches!(what, Requirement::Position(kind) if kind.code() == "property_company");
    assert_eq!(state(&council, position), CheckState::NotYet);
    let mut said = note("position", "同意");
    said["speaker"] = json!("P3");
    council.does(said);
    assert_eq!(state(&council, position), CheckState::Met);
    council.does(json!({"do": "adjourn_meeting", "meeting": "M1"}));
    assert_eq!(state(&council, present), CheckState::Missed);
    assert_eq!(state(&council, |what| matches!(what, Requirement::Confirmed(_))), CheckState::NotYet);
}

#[test]
fn what_the_last_meeting_left_over_is_proposed_to_the_next() {
    let mut council = prepared();
    let matter = council.accepted("joint");
    council.does(json!({"do": "place_on_agenda", "meeting": "M1", "matter": matter, "minutes": 15}));
    council.does(json!({"do": "open_meeting", "meeting": "M1"}));
    for (item, outcome) in [(1, "adopted"), (2, "deferred")] {
        council.does(json!({"do": "resolve", "meeting": "M1", "item": item, "outcome": outcome}));
    }
    council.does(json!({"do": "adjourn_meeting", "meeting": "M1"}));
    let at = "2026-03-19T19:00:00+08:00";
    council.does(json!({"do": "convene_meeting", "kind": "tripartite", "title": "下一次", "at": at, "invite": []}));
    let left = |council: &Laptop| -> Vec<String> {
        let left = left_over(&council.register, council.meeting("M2")).into_iter();
        left.map(|item| item.topic.unwrap_or_else(|| council.register.id(item.matter.unwrap()))).collect()
    };
    assert_eq!(left(&council), ["路灯", "电梯", matter.as_str()]);
    council.does(json!({"do": "place_on_agenda", "meeting": "M2", "matter": matter}));
    council.does(json!({"do": "place_on_agenda", "meeting": "M2", "topic": "电梯"}));
    assert_eq!(left(&council), ["路灯"]);
}

#[test]
fn the_steps_of_a_sitting_are_taken_back_while_nothing_rests_on_them() {
    let mut council = sitting();
    council.does_all([take_up(1), to("give_floor", "P1"), json!({"do": "undo"})]);
    assert!(council.meeting("M1").floor.turn().is_none());
    council.does(json!({"do": "pause_meeting", "meeting": "M1"}));
    let mut other = council.second("bbbbbb", "李干事");
    other.does(json!({"do": "resume_meeting", "meeting": "M1"}));
    council.meets(&mut other);
    assert_eq!(council.refuses(json!({"do": "undo"})), "touched_since");
    other.does(json!({"do": "undo"}));
    assert!(other.meeting("M1").paused.is_some());
}
