//! Meetings: calling, preparing, holding, minuting and sealing them; what is worth saying, and what is refused.

use serde_json::Value;

use super::bench::{Laptop, json};

/// One representative of each of the three bodies: P1, P2 and P3.
fn three(council: &mut Laptop) {
    for (name, body) in [("赵主任", "B1"), ("钱主任", "B2"), ("孙经理", "B3")] {
        council.does(json!({"do": "add_person", "name": name, "body": body}));
    }
}

fn tripartite(at: &str, invite: &[&str]) -> Value {
    json!({"do": "convene_meeting", "kind": "tripartite", "title": "三方协商会", "at": at, "invite": invite})
}

fn present(person: &str) -> Value {
    json!({"do": "mark_attendance", "meeting": "M1", "person": person, "state": "present"})
}

fn adopt(item: u32) -> Value {
    json!({"do": "resolve", "meeting": "M1", "item": item, "outcome": "adopted"})
}

#[test]
fn what_is_missing_when_a_meeting_is_called_is_said_and_recorded() {
    let mut council = Laptop::founded();
    three(&mut council);
    let short = council.does(tripartite("2026-03-04T19:00:00+08:00", &["P1", "P2"]));
    assert_eq!(short.events, ["meeting_convened"]);
    assert_eq!(short.warnings, ["notice_short", "body_not_invited"]);
    let good = council.does(tripartite("2026-03-05T19:00:00+08:00", &["P1", "P2", "P3", "P3"]));
    assert!(good.warnings.is_empty(), "the third day after is three days ahead");
    assert_eq!(council.meeting(&good.id).invite.len(), 3, "nobody is invited twice");
}

#[test]
fn whose_term_has_ended_speaks_for_no_body() {
    let mut council = Laptop::founded();
    three(&mut council);
    council.does(json!({"do": "change_person", "person": "P3", "until": "2026-03-09"}));
    let invite = ["P1", "P2", "P3"];
    assert!(council.does(tripartite("2026-03-09T19:00:00+08:00", &invite)).warnings.is_empty(), "the last day counts");
    assert_eq!(council.does(tripartite("2026-03-10T19:00:00+08:00", &invite)).warnings, ["body_not_invited"]);
}

#[test]
fn a_consultation_that_lacks_bodies_a_quorum_and_positions_may_resolve_and_it_is_said() {
    let mut council = Laptop::founded();
    three(&mut council);
    let matter = council.accepted("joint");
    council.does(tripartite("2026-03-05T19:00:00+08:00", &["P1", "P2", "P3"]));
    council.does(json!({"do": "place_on_agenda", "meeting": "M1", "matter": matter}));
    council.at("2026-03-05T19:00:00+08:00");
    council.does_all([json!({"do": "open_meeting", "meeting": "M1"}), present("P1")]);
    let done = council.does(adopt(1));
    assert_eq!(done.warnings, ["body_absent", "quorum_missing", "position_missing"]);
    assert_eq!(council.stands(&matter), "act/unassigned");
}

#[test]
fn when_all_are_there_and_have_spoken_nothing_is_remarked_on() {
    let mut council = Laptop::founded();
    three(&mut council);
    let matter = council.accepted("joint");
    council.does(tripartite("2026-03-05T19:00:00+08:00", &["P1", "P2", "P3"]));
    council.does(json!({"do": "place_on_agenda", "meeting": "M1", "matter": matter}));
    council.at("2026-03-05T19:00:00+08:00");
    let opened = council.does(json!({"do": "open_meeting", "meeting": "M1"}));
    assert!(opened.warnings.is_empty());
    council.does_all([present("P1"), present("P2"), json!({"do": "take_up", "meeting": "M1", "item": 1})]);
    council.does(
        json!({"do": "mark_attendance", "meeting": "M1", "person": "P3", "state": "represented", "by_proxy": "P1"}),
    );
    for person in ["P1", "P2", "P3"] {
        let position =
            json!({"do": "note", "meeting": "M1", "kind": "position", "text": "同意，负责落实", "speaker": person});
        council.does(position);
    }
    assert!(council.does(adopt(1)).warnings.is_empty());
    council.does(json!({"do": "adjourn_meeting", "meeting": "M1"}));
    for body in ["residents_committee", "owners_committee"] {
        council.does(json!({"do": "confirm_minutes", "meeting": "M1", "body": body, "by": "主任"}));
    }
    let sealed = council.does(json!({"do": "seal_minutes", "meeting": "M1"}));
    assert_eq!(sealed.warnings, ["not_confirmed"], "the property company has not confirmed");
}

#[test]
fn more_than_half_is_more_than_half() {
    let mut council = Laptop::founded();
    three(&mut council);
    council.does(json!({"do": "add_person", "name": "李阿姨", "body": "B1"}));
    council.does(tripartite("2026-03-05T19:00:00+08:00", &["P1", "P2", "P3", "P4"]));
    for _ in 0..2 {
        council.does(json!({"do": "place_on_agenda", "meeting": "M1", "topic": "停车"}));
    }
    council.does_all([json!({"do": "open_meeting", "meeting": "M1"}), present("P1"), present("P2")]);
    assert!(council.does(adopt(1)).warnings.contains(&"quorum_missing".to_owned()), "2 of 4 is not more than half");
    council.does(present("P3"));
    assert_eq!(council.does(adopt(2)).warnings, ["position_missing"]);
}

#[test]
fn topics_placed_late_are_remarked_on() {
    let mut council = Laptop::founded();
    three(&mut council);
    let matter = council.accepted("joint");
    council.does(tripartite("2026-03-05T19:00:00+08:00", &["P1", "P2", "P3"]));
    council.at("2026-03-03T09:00:00+08:00");
    let done = council.does(json!({"do": "place_on_agenda", "meeting": "M1", "matter": matter}));
    assert_eq!(done.warnings, ["notice_short"]);
}

#[test]
fn a_matter_that_touches_the_fund_is_likely_the_owners() {
    let mut council = Laptop::founded();
    let raise =
        json!({"do": "raise_matter", "title": "换电梯", "channel": "visit", "flags": ["fund", "common_parts", "fund"]});
    let matter = council.does(raise.clone()).id;
    assert_eq!(council.matter(&matter).flags.len(), 2);
    let done = council.does(json!({"do": "accept_matter", "matter": matter, "route": "joint"}));
    assert_eq!(done.warnings, ["owners_joint_likely"]);
    let matter = council.does(raise).id;
    let joint = json!({"do": "accept_matter", "matter": matter, "route": "joint", "decision": "owners_joint"});
    assert!(council.does(joint).warnings.is_empty());
}

#[test]
fn work_due_after_its_matter_or_in_the_past_is_remarked_on() {
    let mut council = Laptop::founded();
    let matter = council.accepted("immediate");
    let task = |due: &str| json!({"do": "assign_task", "matter": matter, "lead": "B3", "text": "换灯", "due": due});
    assert!(council.does(task("2026-03-03")).warnings.is_empty());
    assert_eq!(council.does(task("2026-03-04")).warnings, ["due_after_matter"]);
    assert_eq!(council.does(task("2026-03-01")).warnings, ["due_in_past"]);
}

#[test]
fn a_free_topic_that_gives_work_becomes_a_matter_in_the_same_act() {
    let mut council = Laptop::founded();
    let meeting = council.called();
    council.does(json!({"do": "place_on_agenda", "meeting": meeting, "topic": "楼道堆物"}));
    council.does(json!({"do": "open_meeting", "meeting": meeting}));
    council.does(json!({"do": "take_up", "meeting": meeting, "item": 1}));
    let task = |text: &str| {
        json!({"do": "assign_task", "meeting": meeting, "item": 1, "lead": "property_company", "text": text,
            "due": "2026-03-10"})
    };
    let done = council.does(task("清理"));
    assert_eq!(done.events, ["matter_raised", "matter_accepted", "task_assigned"]);
    assert_eq!(done.id, "2026-A-T001");
    assert_eq!(council.matter("A1").title, "楼道堆物");
    assert_eq!(council.stands("A1"), "act/in_progress");
    let again = council.does(task("巡查"));
    assert_eq!(again.events, ["task_assigned"], "it is one matter");
    council.does(json!({"do": "resolve", "meeting": meeting, "item": 1, "outcome": "adopted", "text": "两周内清完"}));
    assert_eq!(council.stands("A1"), "act/in_progress", "adopted with work under way");
    assert!(council.matter("A1").resolved);
    council.finished("T1");
    council.finished("T2");
    assert_eq!(council.stands("A1"), "evaluate/to_ask");
}

#[test]
fn work_given_before_the_words_are_settled_does_not_bar_the_resolution() {
    let mut council = Laptop::founded();
    let matter = council.accepted("fast");
    let meeting = council.in_session(&matter);
    council.does(json!({"do": "take_up", "meeting": meeting, "item": 1}));
    council.task_for(&matter);
    assert_eq!(council.stands(&matter), "act/in_progress");
    let not = json!({"do": "resolve", "meeting": meeting, "item": 1, "outcome": "not_adopted"});
    assert_eq!(council.refuses(not), "wrong_stage");
    council.does(json!({"do": "resolve", "meeting": meeting, "item": 1, "outcome": "adopted"}));
    assert_eq!(council.stands(&matter), "act/in_progress");
}

#[test]
fn an_item_may_be_taken_up_again_until_it_is_settled() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    let meeting = council.in_session(&matter);
    council.does(json!({"do": "place_on_agenda", "meeting": meeting, "topic": "停车"}));
    let take_up = |item: u32| json!({"do": "take_up", "meeting": meeting, "item": item});
    council.does(take_up(1));
    let first = council.meeting(&meeting).agenda[0].taken_up;
    council.at("2026-03-02T09:30:00+08:00").does_all([take_up(2), take_up(1)]);
    assert_eq!(council.refuses(take_up(1)), "already_taken_up");
    assert_eq!(council.meeting(&meeting).current, Some(1));
    assert_eq!(council.meeting(&meeting).agenda[0].taken_up, first, "when it was first taken up");
    council.does(json!({"do": "resolve", "meeting": meeting, "item": 1, "outcome": "deferred"}));
    assert_eq!(council.refuses(take_up(1)), "item_settled");
    assert_eq!(council.matter(&matter).carried, 1);
}

#[test]
fn a_matter_that_left_by_another_door_is_not_taken_up() {
    let mut council = Laptop::founded();
    let (matter, other) = (council.accepted("joint"), council.raised());
    let meeting = council.in_session(&matter);
    council.does(json!({"do": "merge_matter", "matter": matter, "into": other}));
    assert_eq!(council.refuses(json!({"do": "take_up", "meeting": meeting, "item": 1})), "wrong_stage");
    let done = council.does(json!({"do": "adjourn_meeting", "meeting": meeting}));
    assert!(done.facts[0].get("unfinished").is_none());
    assert_eq!(council.stands(&matter), "closed/merged");
}

#[test]
fn an_item_taken_off_gives_its_matter_back_and_leaves_the_floor() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    let meeting = council.in_session(&matter);
    council.does(json!({"do": "take_up", "meeting": meeting, "item": 1}));
    council.does(json!({"do": "take_off_agenda", "meeting": meeting, "matter": matter}));
    assert_eq!(council.stands(&matter), "deliberate/waiting");
    assert_eq!(council.meeting(&meeting).current, None);
    assert_eq!(council.refuses(json!({"do": "take_off_agenda", "meeting": meeting, "item": 1})), "unknown_item");
    assert_eq!(council.refuses(json!({"do": "take_off_agenda", "meeting": meeting, "matter": matter})), "wrong_stage");
    let next = council.called();
    council.does(json!({"do": "place_on_agenda", "meeting": next, "matter": matter}));
    let elsewhere = json!({"do": "take_off_agenda", "meeting": meeting, "matter": matter});
    assert_eq!(council.refuses(elsewhere), "already_scheduled");
}

#[test]
fn notes_belong_to_the_item_on_the_floor_and_speak_for_the_speakers_body() {
    let mut council = Laptop::founded();
    three(&mut council);
    let matter = council.accepted("joint");
    let meeting = council.in_session(&matter);
    let note = |text: &str| json!({"do": "note", "meeting": meeting, "kind": "remark", "text": text, "speaker": "P3"});
    council.does(note("先介绍情况"));
    council.does(json!({"do": "take_up", "meeting": meeting, "item": 1}));
    let done = council.does(note("物业负责更换"));
    assert_eq!(done.facts[0]["item"], 1);
    let notes: Vec<_> = council.register.notes().map(|note| (note.item, note.body.unwrap())).collect();
    let property = council.body("B3").key;
    assert_eq!(notes, [(None, property), (Some(1), property)]);
    let position = json!({"do": "note", "meeting": meeting, "kind": "position", "text": "支持", "body": "supervisor"});
    assert_eq!(council.does(position).events, ["body_added", "noted"]);
}

#[test]
fn attendance_is_as_it_was_last_marked() {
    let mut council = Laptop::founded();
    three(&mut council);
    let meeting = council.called();
    let mark = |person: &str, state: &str| json!({"do": "mark_attendance", "meeting": meeting, "person": person, "state": state});
    council.does_all([mark("P1", "excused"), mark("P2", "online"), mark("P1", "present"), mark("P3", "observer")]);
    council.does(json!({"do": "mark_attendance", "meeting": meeting, "person": "P2", "state": "left",
        "at": "2026-03-02T20:00:00+08:00"}));
    let there: Vec<_> = council.meeting(&meeting).taking_part().collect();
    assert_eq!(there, [council.person("P1").key]);
    assert_eq!(council.meeting(&meeting).marks.len(), 5, "every mark stays on record");
}

#[test]
fn any_body_may_confirm_once_and_one_is_made_from_its_kind() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    let meeting = council.in_session(&matter);
    let confirm = json!({"do": "confirm_minutes", "meeting": meeting, "body": "sub_district", "by": "周科长"});
    assert_eq!(council.refuses(confirm.clone()), "meeting_not_over");
    council.does(json!({"do": "adjourn_meeting", "meeting": meeting}));
    assert_eq!(council.does(confirm.clone()).events, ["body_added", "minutes_confirmed"]);
    assert_eq!(council.refuses(confirm), "already_confirmed");
}

#[test]
fn sealed_minutes_stay_as_they_are() {
    let mut council = Laptop::founded();
    three(&mut council);
    let matter = council.accepted("joint");
    let meeting = council.in_session(&matter);
    council.does(json!({"do": "place_on_agenda", "meeting": meeting, "topic": "停车"}));
    let note = council.does(json!({"do": "note", "meeting": meeting, "kind": "remark", "text": "甲"})).id;
    council.does(json!({"do": "adjourn_meeting", "meeting": meeting}));
    council.does(json!({"do": "change_note", "note": note, "text": "乙"}));
    council.does(json!({"do": "seal_minutes", "meeting": meeting}));
    for refused in [
        json!({"do": "change_note", "note": note, "text": "丙"}),
        json!({"do": "confirm_minutes", "meeting": meeting, "body": "B1", "by": "主任"}),
        json!({"do": "mark_attendance", "meeting": meeting, "person": "P1", "state": "present"}),
        json!({"do": "change_meeting", "meeting": meeting, "title": "另一个会"}),
        json!({"do": "place_on_agenda", "meeting": meeting, "matter": matter}),
        json!({"do": "assign_task", "meeting": meeting, "item": 2, "lead": "B3", "text": "划线", "due": "2026-03-10"}),
        json!({"do": "seal_minutes", "meeting": meeting}),
    ] {
        assert_eq!(council.refuses(refused.clone()), "minutes_sealed", "{refused}");
    }
}

#[test]
fn objections_are_answered_once() {
    let mut council = Laptop::founded();
    let meeting = council.called();
    let notice =
        council.does(json!({"do": "post_notice", "about": meeting, "kind": "agenda", "where": "公告栏", "days": 3}));
    assert_eq!(notice.events, ["notice_posted"]);
    let objection =
        council.does(json!({"do": "object_to_notice", "notice": notice.id, "by": "李阿姨", "text": "时间不合适"}));
    assert_eq!(objection.events, ["objection_made"]);
    let answer = json!({"do": "answer_objection", "objection": objection.id, "text": "改到周末"});
    assert_eq!(council.does(answer.clone()).events, ["objection_answered"]);
    assert_eq!(council.refuses(answer), "already_answered");
}
