//! How minutes become final: what a body may say about them, what a later change of words does to it, what is left over.

use mazha::domain::meeting::Whereabouts;
use serde_json::Value;

use super::bench::{Laptop, json};

/// A tripartite consultation that has ended: P1, P2 and P3 for the three bodies, one entry, two topics left over.
fn ended() -> (Laptop, String) {
    let mut council = Laptop::founded();
    for (name, body) in [("赵主任", "B1"), ("钱主任", "B2"), ("孙经理", "B3"), ("吴经理", "B3")] {
        council.does(json!({"do": "add_person", "name": name, "body": body}));
    }
    council.does(called("2026-03-05T19:00:00+08:00"));
    for topic in ["停车", "电梯"] {
        council.does(json!({"do": "place_on_agenda", "meeting": "M1", "topic": topic}));
    }
    council.at("2026-03-05T19:00:00+08:00");
    council.does(json!({"do": "open_meeting", "meeting": "M1"}));
    for person in ["P1", "P4"] {
        council.does(json!({"do": "mark_attendance", "meeting": "M1", "person": person, "state": "present"}));
    }
    let note = council.does(json!({"do": "note", "meeting": "M1", "kind": "remark", "text": "三盏灯"})).id;
    council.does(json!({"do": "adjourn_meeting", "meeting": "M1"}));
    (council, note)
}

fn called(at: &str) -> Value {
    json!({"do": "convene_meeting", "kind": "tripartite", "title": "三方协商会", "at": at,
        "invite": ["P1", "P2", "P3"], "series": "凤凰议"})
}

fn confirm(body: &str) -> Value {
    json!({"do": "confirm_minutes", "meeting": "M1", "body": body, "by": "主任"})
}

/// Each body that is asked, by its number, and whether it is still open.
fn asked(council: &Laptop) -> Vec<(String, bool)> {
    let meeting = council.meeting("M1");
    let signatures = meeting.signatures(&council.register, &council.register.rules().meeting(meeting.kind));
    signatures.iter().map(|signature| (council.register.id(signature.body), signature.is_open())).collect()
}

#[test]
fn a_body_confirms_with_a_reservation_that_stays_with_it() {
    let (mut council, _) = ended();
    let mut reserved = confirm("B2");
    reserved["reservation"] = json!("第一项的费用没有说清");
    assert_eq!(council.does(reserved).events, ["minutes_confirmed"]);
    let said = &council.meeting("M1").confirmed[0];
    assert_eq!(said.reservation.as_deref(), Some("第一项的费用没有说清"));
    assert_eq!(asked(&council), [("A-B01".into(), true), ("A-B02".into(), false), ("A-B03".into(), true)]);
}

#[test]
fn a_body_that_objects_is_still_to_be_asked() {
    let (mut council, _) = ended();
    let object =
        json!({"do": "object_to_minutes", "meeting": "M1", "body": "B3", "by": "孙经理", "text": "没有记承诺的期限"});
    assert_eq!(council.does(object.clone()).events, ["minutes_objected"]);
    assert!(asked(&council)[2].1, "an objection is no confirmation");
    for body in ["B1", "B2"] {
        council.does(confirm(body));
    }
    let sealed = council.does(json!({"do": "seal_minutes", "meeting": "M1"}));
    assert_eq!(sealed.warnings, ["not_confirmed"]);
    assert_eq!(council.refuses(object), "minutes_sealed");
}

#[test]
fn who_has_confirmed_objects_no_more_until_words_change() {
    let (mut council, note) = ended();
    council.does(confirm("B1"));
    let object = json!({"do": "object_to_minutes", "meeting": "M1", "body": "B1", "by": "赵主任", "text": "不对"});
    assert_eq!(council.refuses(object.clone()), "already_confirmed");
    council.does(json!({"do": "change_note", "note": note, "text": "四盏灯"}));
    council.does(object);
}

#[test]
fn a_confirmation_holds_for_the_words_it_was_given_for() {
    let (mut council, note) = ended();
    council.does(confirm("B1"));
    council.with("李干事").does(json!({"do": "change_note", "note": note, "text": "四盏灯"}));
    assert!(asked(&council)[0].1, "other words");
    let changed = council.register.notes().next().unwrap();
    assert_eq!((changed.text.as_str(), changed.reworded[0].was.as_str()), ("四盏灯", "三盏灯"));
    assert_eq!(changed.reworded[0].by, "李干事");
    // The change taken back, the confirmation holds again.
    council.does(json!({"do": "undo"}));
    assert!(!asked(&council)[0].1);
    assert_eq!(council.refuses(confirm("B1")), "already_confirmed");
    council.does(json!({"do": "strike_note", "note": note, "reason": "记错了会"}));
    assert!(asked(&council)[0].1, "a struck entry is a change too");
    council.does(confirm("B1"));
    assert_eq!(council.meeting("M1").confirmed.len(), 1, "asked again, it speaks once");
    assert!(!asked(&council)[0].1);
}

#[test]
fn what_is_added_to_sealed_minutes_outdates_nothing() {
    let (mut council, note) = ended();
    for body in ["B1", "B2", "B3"] {
        council.does(confirm(body));
    }
    assert!(council.does(json!({"do": "seal_minutes", "meeting": "M1"})).warnings.is_empty());
    council.does(json!({"do": "correct_minutes", "meeting": "M1", "note": note, "text": "应为四盏灯"}));
    assert!(asked(&council).iter().all(|(_, open)| !open));
}

#[test]
fn who_was_there_speaks_for_a_body_before_who_was_only_invited() {
    let (council, _) = ended();
    let meeting = council.meeting("M1");
    let of = |body: &str| {
        let body = council.register.bodies().find(|known| council.register.id(known.key) == body).unwrap().key;
        let speakers = meeting.speakers_for(&council.register, body);
        speakers.into_iter().map(|person| council.register.id(person)).collect::<Vec<_>>()
    };
    assert_eq!(of("A-B03"), ["A-P004", "A-P003"], "P4 came, P3 was invited");
    assert_eq!(of("A-B02"), ["A-P002"]);
}

#[test]
fn of_two_companies_the_one_that_was_there_is_asked() {
    let (mut council, _) = ended();
    council.does(json!({"do": "add_body", "kind": "property_company", "name": "第二物业"}));
    let asked: Vec<String> = asked(&council).into_iter().map(|(body, _)| body).collect();
    assert_eq!(asked, ["A-B01", "A-B02", "A-B03"]);
}

#[test]
fn what_was_left_over_waits_until_the_next_meeting_of_the_series_has_it() {
    let (mut council, _) = ended();
    let whereabouts = |council: &Laptop| {
        let meeting = council.meeting("M1");
        meeting.unfinished().map(|item| meeting.whereabouts(item, &council.register)).collect::<Vec<_>>()
    };
    assert_eq!(whereabouts(&council), [Whereabouts::Waits, Whereabouts::Waits]);
    let next = council.does(called("2026-04-05T19:00:00+08:00")).id;
    assert_eq!(whereabouts(&council), [Whereabouts::Waits, Whereabouts::Waits], "nothing is placed by itself");
    council.does(json!({"do": "place_on_agenda", "meeting": next, "topic": "电梯"}));
    let key = council.meeting(&next).key;
    assert_eq!(whereabouts(&council), [Whereabouts::Waits, Whereabouts::Placed(key)]);
}
