//! Choices as hands make them: by digits, by typing, one or several.

use crossterm::event::KeyCode;
use serde_json::{Value, json};

use super::{laid_out, options, press, shown, typed};
use crate::tui::form::{Field, Form, Reply};

/// Thirty people to choose from, and a text below.
fn residents() -> Form {
    let names: Vec<String> = (1..=30).map(|n| format!("Resident {n:02} of the North Building")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let lead = Field::names("lead", "牵头", options(&names));
    laid_out(Form::new("t", vec![lead, Field::line("text", "任务", 60)]))
}

#[test]
fn typed_down_to_one_it_is_chosen_however_the_field_is_left() {
    for leaving in [KeyCode::F(2), KeyCode::Tab, KeyCode::BackTab, KeyCode::Enter] {
        let mut form = residents();
        typed(&mut form, "17");
        let reply = match press(&mut form, leaving) {
            Reply::Stay => press(&mut form, KeyCode::F(2)),
            sent => sent,
        };
        let Reply::Submit(values) = reply else { panic!("not submitted") };
        assert_eq!(values["lead"], json!("resident 17 of the north building"), "{leaving:?}");
    }
}

#[test]
fn a_word_that_fits_several_is_seen_and_asked_about_and_hides_behind_no_older_choice() {
    let mut form = residents();
    typed(&mut form, "05");
    press(&mut form, KeyCode::Tab);
    press(&mut form, KeyCode::BackTab);
    // 20 to 29, 02 and 12.
    typed(&mut form, "2");
    press(&mut form, KeyCode::BackTab);
    assert!(shown(&form, 80, 24).0.contains("“2”？（12 个符合）"));
    assert_eq!(press(&mut form, KeyCode::F(2)), Reply::Stay);
    assert_eq!(form.focused(), Some("lead"));
    let (text, _) = shown(&form, 80, 24);
    assert!(text.contains("! 牵头：“2”有 12 个都符合") && text.contains("筛选： 2"), "{text}");
    typed(&mut form, "7");
    let Reply::Submit(values) = press(&mut form, KeyCode::F(2)) else { panic!("not submitted") };
    assert_eq!(values["lead"], json!("resident 27 of the north building"));
}

#[test]
fn going_on_chooses_the_one_that_is_marked() {
    for on in [KeyCode::Enter, KeyCode::Tab] {
        let mut form = residents();
        typed(&mut form, "2");
        press(&mut form, KeyCode::Down);
        let (text, _) = shown(&form, 80, 24);
        let marked = text.lines().find(|line| line.contains("> Resident")).expect("one is marked").to_owned();
        press(&mut form, on);
        let (text, _) = shown(&form, 80, 24);
        let chosen = text.lines().find(|line| line.contains("牵头")).expect("the field");
        let name = marked.split("> ").nth(1).expect("a name").trim_end_matches(['│', ' ']);
        assert!(chosen.contains(name), "{text}");
    }
}

#[test]
fn a_word_that_fits_nothing_is_asked_about() {
    let mut form = residents();
    typed(&mut form, "zz");
    assert_eq!(press(&mut form, KeyCode::F(2)), Reply::Stay);
    assert!(shown(&form, 80, 24).0.contains("! 牵头：没有叫“zz”的"));
}

#[test]
fn what_is_typed_and_taken_out_again_leaves_the_older_choice() {
    let mut form = residents();
    typed(&mut form, "05");
    press(&mut form, KeyCode::Enter);
    press(&mut form, KeyCode::BackTab);
    typed(&mut form, "2");
    press(&mut form, KeyCode::Backspace);
    let Reply::Submit(values) = press(&mut form, KeyCode::F(2)) else { panic!("not submitted") };
    assert_eq!(values["lead"], json!("resident 05 of the north building"));
}

#[test]
fn several_names_are_looked_for_one_after_the_other() {
    let names = ["Ann Lee", "Bob Ray", "Cid Orr"];
    let mut form = laid_out(Form::new("t", vec![Field::many_names("invite", "邀请", options(&names))]));
    typed(&mut form, "bob");
    press(&mut form, KeyCode::Char(' '));
    typed(&mut form, "ann");
    press(&mut form, KeyCode::Enter);
    typed(&mut form, "cid");
    let Reply::Submit(values) = press(&mut form, KeyCode::F(2)) else { panic!("not submitted") };
    assert_eq!(values["invite"], json!(["ann lee", "bob ray", "cid orr"]));
}

#[test]
fn digits_pick_where_numbers_stand_and_are_typed_where_names_are_looked_for() {
    let names: Vec<String> = (1..=10).map(|n| format!("Resident {n:02}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let fields = vec![
        Field::choice("means", "方式", options(&["Phone", "Door"])),
        Field::names("lead", "牵头", options(&names[..9])),
        Field::names("other", "协办", options(&names)),
        Field::line("text", "任务", 60),
    ];
    let mut form = laid_out(Form::new("t", fields));
    assert!(shown(&form, 80, 24).0.contains("按前面的数字选"));
    typed(&mut form, "2");
    let (text, _) = shown(&form, 80, 24);
    assert!(
        text.contains("[2 Door]") && text.contains("3 Resident 03") && text.contains("按数字选，或打字来找"),
        "{text}"
    );
    // Of nine the third, however they are narrowed; of ten the one with a 9 in it.
    typed(&mut form, "r3");
    let (text, _) = shown(&form, 80, 24);
    assert!(text.contains("Resident 03") && text.contains("数字都行"), "{text}");
    typed(&mut form, "9");
    let Reply::Submit(values) = press(&mut form, KeyCode::F(2)) else { panic!("not submitted") };
    assert_eq!(Value::Object(values), json!({"means": "door", "lead": "resident 03", "other": "resident 09"}));
}

#[test]
fn a_list_too_long_for_a_row_is_narrowed_by_typing() {
    let mut form = residents();
    typed(&mut form, "17");
    let (text, caret) = shown(&form, 80, 24);
    assert!(text.contains("> Resident 17") && !text.contains("Resident 16"), "{text}");
    assert!(caret.is_some());
    press(&mut form, KeyCode::Enter);
    let Reply::Submit(values) = press(&mut form, KeyCode::Enter) else { panic!("not submitted") };
    assert_eq!(values["lead"], json!("resident 17 of the north building"));
}

#[test]
fn a_space_belongs_to_a_name_that_is_not_listed_or_that_several_begin_with() {
    let names = ["Ann Lee", "Ann Ray", "Bob Orr"];
    let mut form = laid_out(Form::new("t", vec![Field::many_names("invite", "邀请", options(&names))]));
    typed(&mut form, "ann r");
    press(&mut form, KeyCode::Enter);
    typed(&mut form, "bob ");
    typed(&mut form, "Dan Fox");
    let (text, _) = shown(&form, 80, 24);
    assert!(text.contains("Dan Fox"), "{text}");
    for _ in 0.."Dan Fox".len() {
        press(&mut form, KeyCode::Backspace);
    }
    let Reply::Submit(values) = press(&mut form, KeyCode::F(2)) else { panic!("not submitted") };
    assert_eq!(values["invite"], json!(["ann ray", "bob orr"]));
}

#[test]
fn the_number_of_somebody_new_leads_on_at_once() {
    let door = crate::tui::form::Choice { value: json!("new"), label: "+ new".into() };
    let field = Field::many_names("invite", "Invite", options(&["Ann Lee"])).with_doors(vec![door]);
    let mut form = laid_out(Form::new("t", vec![field, Field::line("text", "t", 60)]));
    assert!(matches!(press(&mut form, KeyCode::Char('2')), Reply::Make { field: "invite", .. }));
}
