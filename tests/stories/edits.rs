//! Corrections are facts of their own; edits made without knowledge of each other stand side by side until someone chooses.

use mazha::domain::event::MatterField;

use super::bench::{Laptop, json};

fn retitle(title: &str) -> serde_json::Value {
    json!({"do": "change_matter", "matter": "A1", "title": title})
}

/// The title shown, and those that stand beside it.
fn titles(council: &Laptop) -> (String, Vec<String>) {
    let matter = council.matter("A1");
    let also = matter.edits.all_also().map(|(_, value)| match value {
        MatterField::Title(title) => title.clone(),
        other => panic!("{other:?}"),
    });
    (matter.title.clone(), also.collect())
}

fn two() -> [Laptop; 2] {
    let mut first = Laptop::founded();
    first.raised();
    let second = first.second("bbbbbb", "李干事");
    [first, second]
}

#[test]
fn a_correction_names_the_act_whose_value_it_replaces() {
    let mut council = Laptop::founded();
    council.raised();
    let done = council.does(json!({"do": "change_matter", "matter": "A1", "title": "西门路灯不亮", "households": 40}));
    assert_eq!(done.events, ["matter_changed", "matter_changed"]);
    assert_eq!(done.facts[0]["field"], "title");
    assert_eq!(done.facts[0]["to"], "西门路灯不亮");
    assert_eq!(done.facts[0]["was"], "aaaaaa.2");
    let done = council.does(retitle("北门路灯不亮"));
    assert_eq!(done.facts[0]["was"], "aaaaaa.3");
    assert_eq!(titles(&council), ("北门路灯不亮".to_owned(), vec![]));
    assert_eq!(council.refuses(retitle(" 北门路灯不亮 ")), "nothing_changes");
}

#[test]
fn what_screening_settled_is_corrected_against_the_screening() {
    let mut council = Laptop::founded();
    council.accepted("joint");
    let done = council
        .does(json!({"do": "change_matter", "matter": "A1", "due": "2026-04-01", "route": "fast", "depth": "quick"}));
    assert_eq!(done.events.len(), 3);
    assert!(done.facts.iter().all(|fact| fact["was"] == "aaaaaa.3"));
    council.task_for("A1");
    let route = json!({"do": "change_matter", "matter": "A1", "route": "joint"});
    assert_eq!(council.refuses(route), "work_has_begun");
    council.does(json!({"do": "change_matter", "matter": "A1", "due": "2026-05-01"}));
}

#[test]
fn two_edits_made_apart_stand_side_by_side_until_someone_chooses() {
    for choice in ["甲", "乙", "丙"] {
        let [mut first, mut second] = two();
        first.does(retitle("甲"));
        second.does(retitle("乙"));
        first.meets(&mut second);
        assert_eq!(titles(&first), ("乙".to_owned(), vec!["甲".to_owned()]), "the later in the fold is shown");
        let done = first.does(retitle(choice));
        assert_eq!(done.facts[0]["also"], json!(["aaaaaa.3"]), "whoever chooses has both before them");
        first.meets(&mut second);
        assert_eq!(titles(&second), (choice.to_owned(), vec![]));
    }
}

#[test]
fn an_edit_of_ones_own_edit_drops_nothing_that_others_wrote_meanwhile() {
    let [mut first, mut second] = two();
    first.does(retitle("甲"));
    second.does(retitle("乙"));
    second.does(retitle("乙二"));
    first.meets(&mut second);
    assert_eq!(titles(&first), ("乙二".to_owned(), vec!["甲".to_owned()]));
}

#[test]
fn those_who_agree_do_not_contradict_each_other() {
    let [mut first, mut second] = two();
    first.does(retitle("甲"));
    second.does(retitle("甲"));
    first.meets(&mut second);
    assert_eq!(titles(&first), ("甲".to_owned(), vec![]));
}

#[test]
fn edits_of_two_fields_never_meet() {
    let [mut first, mut second] = two();
    first.does(retitle("甲"));
    second.does(json!({"do": "change_matter", "matter": "A1", "place": "3号楼"}));
    first.meets(&mut second);
    assert_eq!(titles(&first), ("甲".to_owned(), vec![]));
    assert_eq!(first.matter("A1").place.as_deref(), Some("3号楼"));
}

#[test]
fn three_edits_made_apart_all_stay_in_sight() {
    let [mut first, mut second] = two();
    let mut third = first.second("cccccc", "孙网格员");
    first.does(retitle("甲"));
    second.does(retitle("乙"));
    third.does(retitle("丙"));
    first.meets(&mut second);
    first.meets(&mut third);
    assert_eq!(titles(&first), ("丙".to_owned(), vec!["甲".to_owned(), "乙".to_owned()]));
}

#[test]
fn the_words_of_a_note_are_corrected_and_chosen_likewise() {
    let mut first = Laptop::founded();
    let matter = first.accepted("joint");
    let meeting = first.in_session(&matter);
    first.does(json!({"do": "note", "meeting": meeting, "kind": "remark", "text": "原话"}));
    let mut second = first.second("bbbbbb", "李干事");
    let change = |text: &str| json!({"do": "change_note", "note": "K1", "text": text});
    assert_eq!(first.refuses(change("原话")), "nothing_changes");
    first.does(change("甲"));
    second.does(change("乙"));
    first.meets(&mut second);
    let note = |council: &Laptop| {
        let note = council.register.notes().next().unwrap();
        (note.text.clone(), note.edits.all_also().count())
    };
    assert_eq!(note(&first), ("乙".to_owned(), 1));
    first.does(change("乙"));
    assert_eq!(note(&first), ("乙".to_owned(), 0), "to say it again is to choose it");
}

#[test]
fn a_level_is_raised_with_a_reason_and_never_lowered_that_way() {
    let mut council = Laptop::founded();
    council.raised();
    let raise = |level: &str| json!({"do": "raise_level", "matter": "A1", "level": level, "reason": "楼里办不了"});
    let done = council.does(raise("estate"));
    assert_eq!(done.events, ["level_raised"]);
    council.does(raise("sub_district"));
    for level in ["sub_district", "building"] {
        assert_eq!(council.refuses(raise(level)), "level_not_higher");
    }
}
