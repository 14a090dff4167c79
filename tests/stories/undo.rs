//! Taking back and bringing back.

use super::bench::{Laptop, json};

fn undo() -> serde_json::Value {
    json!({"do": "undo"})
}

fn redo() -> serde_json::Value {
    json!({"do": "redo"})
}

fn retitle(title: &str) -> serde_json::Value {
    json!({"do": "change_matter", "matter": "A1", "title": title})
}

#[test]
fn the_latest_act_is_taken_back_and_brought_back() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    let done = council.does(undo());
    assert_eq!(done.events, ["undone"]);
    assert_eq!(done.facts[0]["act"], "aaaaaa.3");
    assert_eq!(council.stands(&matter), "raise/new");
    council.does(redo());
    assert_eq!(council.stands(&matter), "deliberate/waiting");
    assert_eq!(council.register.entries().len(), 5, "nothing is erased");
}

#[test]
fn act_after_act_is_taken_back_and_brought_back_in_turn() {
    let mut council = Laptop::founded();
    council.raised();
    council.does_all([retitle("一"), retitle("二"), retitle("三")]);
    let mut titles = Vec::new();
    for step in [undo(), undo(), undo(), redo(), redo(), undo(), redo(), redo()] {
        council.does(step);
        titles.push(council.matter("A1").title.clone());
    }
    assert_eq!(titles, ["二", "一", "东门路灯不亮", "一", "二", "一", "二", "三"]);
    assert_eq!(council.refuses(redo()), "nothing_to_redo");
}

#[test]
fn what_was_taken_back_comes_back_only_right_after() {
    let mut council = Laptop::founded();
    council.raised();
    council.does(retitle("一"));
    assert_eq!(council.refuses(redo()), "nothing_to_redo");
    council.does(undo());
    council.does(json!({"do": "tell_raiser", "matter": "A1"}));
    assert_eq!(council.refuses(redo()), "nothing_to_redo");
}

#[test]
fn founding_is_not_taken_back() {
    let mut council = Laptop::founded();
    assert_eq!(council.refuses(undo()), "nothing_to_undo");
    council.raised();
    council.does(undo());
    assert_eq!(council.refuses(undo()), "nothing_to_undo");
}

#[test]
fn on_the_command_line_undo_follows_the_name_on_this_laptop() {
    let mut council = Laptop::founded();
    let mine = council.raised();
    let theirs = council.with("李干事").raised();
    council.with("王书记").does(undo());
    assert!(council.register.matters().all(|matter| matter.id == theirs), "{mine} is gone");
    assert_eq!(council.with("孙网格员").refuses(undo()), "nothing_to_undo");
    let mut elsewhere = council.second("bbbbbb", "李干事");
    assert_eq!(elsewhere.refuses(undo()), "nothing_to_undo", "the same name on another laptop");
}

#[test]
fn in_the_screens_undo_follows_the_window() {
    let mut council = Laptop::founded();
    council.raised();
    council.window = Some(Vec::new());
    assert_eq!(council.refuses(undo()), "nothing_to_undo");
    let matter = council.raised();
    council.does(json!({"do": "accept_matter", "matter": matter, "route": "joint"}));
    council.does_all([undo(), undo(), redo(), redo(), undo(), undo()]);
    assert_eq!(council.refuses(undo()), "nothing_to_undo");
    assert_eq!(council.register.matters().count(), 1);
}

#[test]
fn what_a_later_act_touches_stays() {
    let mut council = Laptop::founded();
    council.raised();
    council.does(retitle("一"));
    council.with("李干事").does(json!({"do": "accept_matter", "matter": "A1", "route": "joint"}));
    assert_eq!(council.with("王书记").refuses(undo()), "touched_since");
    council.with("李干事").does(undo());
    council.with("王书记").does(undo());
    assert_eq!(council.matter("A1").title, "东门路灯不亮");
    council.with("李干事").does(json!({"do": "accept_matter", "matter": "A1", "route": "joint"}));
    assert_eq!(council.with("王书记").refuses(redo()), "touched_since");
}

#[test]
fn facts_of_their_own_do_not_bar_each_other() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    council.in_session(&matter);
    let note = |text: &str| json!({"do": "note", "meeting": "M1", "kind": "remark", "text": text});
    council.with("李干事").does(note("甲"));
    council.with("王书记").does(note("乙"));
    council.with("李干事").does(undo());
    let left: Vec<&str> = council.register.notes().map(|note| note.text.as_str()).collect();
    assert_eq!(left, ["乙"]);
}

#[test]
fn all_that_happens_in_a_meeting_rests_on_its_opening() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    council.in_session(&matter);
    council.with("李干事").does(json!({"do": "note", "meeting": "M1", "kind": "remark", "text": "甲"}));
    assert_eq!(council.with("王书记").refuses(undo()), "touched_since");
}

#[test]
fn what_is_posted_or_sealed_is_not_taken_back() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    council.does(json!({"do": "post_notice", "about": matter, "kind": "result", "days": 3}));
    assert_eq!(council.refuses(undo()), "sealed");

    let meeting = council.in_session(&matter);
    council.does(json!({"do": "adjourn_meeting", "meeting": meeting}));
    council.with("李干事").does(json!({"do": "seal_minutes", "meeting": meeting}));
    assert_eq!(council.refuses(undo()), "sealed");
    assert_eq!(council.with("王书记").refuses(undo()), "sealed", "what happened in a sealed meeting is fixed with it");
}

#[test]
fn a_bad_follow_up_and_its_sending_back_are_one_act() {
    let mut council = Laptop::founded();
    let matter = council.work_done();
    council.does(json!({"do": "follow_up", "matter": matter, "reached": true, "solved": "no"}));
    council.does(undo());
    assert_eq!(council.stands(&matter), "evaluate/to_ask");
    assert_eq!(council.matter(&matter).sent_back, 0);
    assert!(council.matter(&matter).follow_ups.is_empty());
}

#[test]
fn what_rests_on_an_act_taken_back_elsewhere_is_suspended_until_it_comes_back() {
    let mut first = Laptop::founded();
    let matter = first.raised();
    let mut second = first.second("bbbbbb", "李干事");
    first.does(undo());
    second.does(json!({"do": "accept_matter", "matter": matter, "route": "joint"}));
    first.meets(&mut second);
    assert_eq!(first.register.matters().count(), 0);
    assert_eq!(first.register.suspended().len(), 1);
    let everything = first.register.entries().iter().filter(|entry| entry.act != "undo").cloned().collect();
    let back = mazha::domain::register::Register::fold(everything);
    assert!(back.suspended().is_empty() && back.matters().count() == 1);
}
