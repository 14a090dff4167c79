//! Numbers that people read and say: given once, never again.

use mazha::domain::refusal::Refusal;

use super::bench::{Laptop, json};

#[test]
fn each_kind_of_thing_has_its_own_numbers() {
    let mut council = Laptop::founded();
    let matter = council.accepted("fast");
    assert_eq!(matter, "2026-A001");
    let meeting = council.called();
    assert_eq!(meeting, "2026-A-M01");
    council.does(json!({"do": "open_meeting", "meeting": meeting}));
    let note = council.does(json!({"do": "note", "meeting": meeting, "kind": "remark", "text": "请大家发言"}));
    assert_eq!(note.id, "2026-A-K001");
    assert_eq!(council.task_for(&matter), "2026-A-T001");
    let notice = council.does(json!({"do": "post_notice", "about": matter, "kind": "result", "days": 3})).id;
    assert_eq!(notice, "2026-A-N001");
    let objection =
        council.does(json!({"do": "object_to_notice", "notice": notice, "by": "李阿姨", "text": "不同意"})).id;
    assert_eq!(objection, "2026-A-O001");
    assert_eq!(council.does(json!({"do": "add_person", "name": "赵强", "body": "B3"})).id, "A-P001");
    assert_eq!(council.does(json!({"do": "add_body", "kind": "expert", "name": "律师团"})).id, "A-B04");
    assert_eq!(council.raised(), "2026-A002");
}

#[test]
fn numbers_begin_again_with_the_year_but_not_those_of_people() {
    let mut council = Laptop::founded();
    council.raised();
    council.does(json!({"do": "add_person", "name": "赵强", "body": "B3"}));
    council.at("2027-01-01T00:00:00+08:00");
    assert_eq!(council.raised(), "2027-A001");
    assert_eq!(council.does(json!({"do": "add_person", "name": "孙立", "body": "B3"})).id, "A-P002");
}

#[test]
fn short_forms_are_compared_as_numbers_and_the_field_fixes_the_kind() {
    let mut council = Laptop::founded();
    let matter = council.accepted("fast");
    council.task_for(&matter);
    for short in ["2026-A001", "2026-a1", "A001", "a1", "1", "2026-1", " A1 "] {
        council.does(json!({"do": "tell_raiser", "matter": short}));
    }
    for short in ["2026-A-T001", "A-T1", "AT1", "T7", "7", "t1", "1"] {
        let done = council.tries(json!({"do": "report_progress", "task": short, "text": "在办"}));
        assert_eq!(done.is_ok(), !short.ends_with('7'), "{short}");
    }
    for nothing in ["", "0", "A", "东门", "2025-A001", "A-1-1-1x", "99999999999999999999"] {
        assert_eq!(council.refuses(json!({"do": "tell_raiser", "matter": nothing})), "unknown_id", "{nothing}");
    }
}

#[test]
fn a_short_form_that_fits_several_is_refused_with_all_of_them() {
    let mut first = Laptop::founded();
    let mut second = first.second("bbbbbb", "李干事");
    first.raised();
    assert_eq!(second.raised(), "2026-B001", "the second laptop takes the next letter");
    first.meets(&mut second);
    match first.tries(json!({"do": "tell_raiser", "matter": "1"})).unwrap_err() {
        Refusal::AmbiguousId { candidates, .. } => assert_eq!(candidates, ["2026-A001", "2026-B001"]),
        other => panic!("{other:?}"),
    }
    first.does(json!({"do": "tell_raiser", "matter": "B1"}));
}

#[test]
fn a_number_taken_back_is_never_given_again() {
    let mut council = Laptop::founded();
    assert_eq!(council.raised(), "2026-A001");
    council.does(json!({"do": "undo"}));
    assert_eq!(council.refuses(json!({"do": "tell_raiser", "matter": "A1"})), "unknown_id");
    assert_eq!(council.raised(), "2026-A002");

    let meeting = council.called();
    let topic = json!({"do": "place_on_agenda", "meeting": meeting, "topic": "停车"});
    assert_eq!(council.does(topic.clone()).facts[0]["item"], 1);
    council.does(json!({"do": "undo"}));
    assert_eq!(council.does(topic.clone()).facts[0]["item"], 2);
    council.does(json!({"do": "take_off_agenda", "meeting": meeting, "item": 2}));
    assert_eq!(council.does(topic).facts[0]["item"], 3);

    let done = council.done();
    council.does(json!({"do": "undo"}));
    let closed = council.does(json!({"do": "close_matter", "matter": done}));
    assert_eq!(closed.facts[0]["archive"], "2026-A-G002");
}

#[test]
fn two_laptops_that_took_one_letter_are_told_apart_and_the_later_takes_another() {
    let founded = Laptop::founded();
    let mut second = founded.second("bbbbbb", "李干事");
    let mut third = founded.second("cccccc", "孙网格员");
    assert_eq!(second.raised(), "2026-B001");
    assert_eq!(third.raised(), "2026-B001");
    second.meets(&mut third);
    match second.tries(json!({"do": "tell_raiser", "matter": "2026-B001"})).unwrap_err() {
        Refusal::AmbiguousId { candidates, .. } => assert_eq!(candidates, ["2026-B001@bbbbbb", "2026-B001@cccccc"]),
        other => panic!("{other:?}"),
    }
    assert_eq!(second.refuses(json!({"do": "tell_raiser", "matter": "2026-B001@nobody!"})), "unknown_id");
    second.does(json!({"do": "decline_matter", "matter": "2026-B001@cccccc", "reason": "重复"}));
    assert_eq!(second.stands("2026-B001@cccccc"), "closed/declined");
    assert_eq!(second.stands("2026-B001@bbbbbb"), "raise/new");
    assert_eq!(second.raised(), "2026-B002");
    assert_eq!(third.raised(), "2026-C001");
}
