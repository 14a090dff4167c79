//! Forms as hands fill them.

mod choices;

use super::*;
use crate::text::ZH;
use crate::tui::paint;
use crate::tui::spots::Canvas;
use crate::tui::style::{Look, Palette};
use crossterm::event::KeyModifiers;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::json;

fn now() -> Instant {
    chrono::DateTime::parse_from_rfc3339("2026-11-21T19:30:00+08:00").expect("a time")
}

fn options(labels: &[&str]) -> Vec<Choice> {
    labels.iter().map(|label| Choice { value: json!(label.to_lowercase()), label: (*label).to_owned() }).collect()
}

fn raise() -> Form {
    Form::new(
        "提事",
        vec![
            Field::line("title", "标题", 60).required().hint("一句话说清是什么事、在哪里"),
            Field::choice("channel", "渠道", options(&["Mailbox", "Visit", "Hotline"])).required(),
            Field::when("due", "期限", Precision::Day),
            Field::number("households", "户数"),
            Field::lines("detail", "详情", 20_000),
        ],
    )
}

fn laid_out(mut form: Form) -> Form {
    form.lay_out(Size::new(80, 24));
    form
}

fn press(form: &mut Form, code: KeyCode) -> Reply {
    form.key(KeyEvent::new(code, KeyModifiers::NONE), now())
}

fn ctrl(form: &mut Form, c: char) -> Reply {
    form.key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL), now())
}

fn typed(form: &mut Form, text: &str) {
    for c in text.chars() {
        press(form, KeyCode::Char(c));
    }
}

fn shown(form: &Form, width: u16, height: u16) -> (String, Option<Position>) {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let look = Look { text: ZH, palette: Palette::plain(), panes: crate::tui::split::Panes::default(), now: now() };
    let caret = draw(form, &mut Canvas::new(&mut buffer), area, &[], &look);
    (paint::buffer_text(&buffer), caret)
}

#[test]
fn a_filled_form_is_the_fields_of_a_command() {
    let mut form = laid_out(raise());
    typed(&mut form, "东门路灯不亮");
    press(&mut form, KeyCode::Enter);
    // A digit chooses and goes on.
    typed(&mut form, "2");
    typed(&mut form, "+4");
    press(&mut form, KeyCode::Enter);
    typed(&mut form, "12");
    press(&mut form, KeyCode::Enter);
    typed(&mut form, "一");
    press(&mut form, KeyCode::Enter);
    typed(&mut form, "二");
    let Reply::Submit(values) = ctrl(&mut form, 's') else { panic!("not submitted") };
    let expected =
        json!({"title": "东门路灯不亮", "channel": "visit", "due": "2026-11-25", "households": 12, "detail": "一\n二"});
    assert_eq!(Value::Object(values), expected);
}

#[test]
fn from_the_last_field_tab_leads_nowhere() {
    let mut form = laid_out(raise());
    typed(&mut form, "门禁");
    for _ in 0..9 {
        press(&mut form, KeyCode::Tab);
    }
    typed(&mut form, "关不上");
    assert_eq!(form.text("title").as_deref(), Some("门禁"));
    assert_eq!(form.text("detail").as_deref(), Some("关不上"));
}

#[test]
fn enter_on_the_last_field_submits() {
    let mut form = laid_out(Form::new("t", vec![Field::line("reason", "理由", 60)]));
    assert_eq!(press(&mut form, KeyCode::Enter), Reply::Submit(Map::new()));
}

#[test]
fn the_enter_that_ends_a_word_does_not_end_the_form() {
    let mut form = laid_out(Form::new("t", vec![Field::line("reason", "理由", 60)]));
    typed(&mut form, "不归");
    assert_eq!(press(&mut form, KeyCode::Enter), Reply::Stay);
    assert!(shown(&form, 80, 24).0.contains("再按一次 Enter 就完成"));
    typed(&mut form, "我们管");
    assert!(!shown(&form, 80, 24).0.contains("再按一次"));
    press(&mut form, KeyCode::Enter);
    let Reply::Submit(values) = press(&mut form, KeyCode::Enter) else { panic!("not submitted") };
    assert_eq!(Value::Object(values), json!({"reason": "不归我们管"}));
}

#[test]
fn going_on_from_a_choice_that_must_be_made_makes_the_one_that_is_marked() {
    let choice = || Field::choice("ending", "方式", options(&["Solved", "Explained"]));
    for (field, expected) in [(choice().required(), json!({"ending": "solved"})), (choice(), json!({}))] {
        for on in [KeyCode::Enter, KeyCode::Tab] {
            let mut form = laid_out(Form::new("t", vec![field.clone(), Field::line("text", "结果", 60)]));
            press(&mut form, on);
            let Reply::Submit(values) = press(&mut form, KeyCode::F(2)) else { panic!("not submitted") };
            assert_eq!(Value::Object(values), expected);
        }
    }
    // Carrying out is not going on: what nobody chose or passed is not sent.
    let mut form = laid_out(Form::new("t", vec![choice().required()]));
    assert_eq!(press(&mut form, KeyCode::F(2)), Reply::Stay);
}

#[test]
fn the_box_holds_its_place_and_its_size() {
    let names: Vec<String> = (1..=30).map(|n| format!("Resident {n:02}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let fields = vec![
        Field::line("title", "标题", 60).required().suggesting(vec!["东门路灯".to_owned()]),
        Field::names("lead", "承办", options(&names)).required(),
        Field::when("due", "期限", Precision::Day),
        Field::lines("detail", "详情", 20_000),
    ];
    let mut form = laid_out(Form::new("t", fields));
    let corners = |form: &Form| {
        let (text, _) = shown(form, 80, 24);
        let rows: Vec<_> = text.lines().enumerate().filter(|(_, row)| row.contains(['┌', '└'])).collect();
        rows.iter().map(|(at, row)| (*at, row.find(['┌', '└']))).collect::<Vec<_>>()
    };
    let before = corners(&form);
    assert_eq!(before.len(), 2);
    for key in ["东", "门", "\t", "1", "\t", "x", "\t", "长", "\n", "\n", "\n", "\n", "\n", "s"] {
        match key {
            "\t" => press(&mut form, KeyCode::Tab),
            "\n" => press(&mut form, KeyCode::Enter),
            "s" => ctrl(&mut form, 's'),
            text => {
                typed(&mut form, &text.repeat(30));
                Reply::Stay
            }
        };
        assert_eq!(corners(&form), before, "{key}");
    }
    form.warn(vec!["很长的提醒".repeat(60)]);
    assert_eq!(corners(&form), before);
}

#[test]
fn who_is_not_listed_is_made_under_the_name_that_was_written() {
    let doors = vec![Choice { value: json!("new"), label: "+ another".to_owned() }];
    let names: Vec<String> = (1..=12).map(|n| format!("Resident {n:02}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let lead = Field::names("lead", "承办", options(&names)).with_doors(doors).required();
    let mut form = laid_out(Form::new("t", vec![lead, Field::line("text", "任务", 60)]));
    typed(&mut form, "Lift Co");
    let made = Reply::Make { field: "lead", what: json!("new"), name: "Lift Co".to_owned() };
    assert_eq!(press(&mut form, KeyCode::Enter), made);
    // The way to somebody new is no answer itself.
    assert_eq!(press(&mut form, KeyCode::F(2)), Reply::Stay);
    form.add_choice(&json!("new"), "lead", &Choice { value: json!("B9"), label: "Lift Co".to_owned() });
    assert_eq!(form.focused(), Some("text"));
    let Reply::Submit(values) = press(&mut form, KeyCode::F(2)) else { panic!("not submitted") };
    assert_eq!(Value::Object(values), json!({"lead": "B9"}));
}

#[test]
fn a_missing_field_takes_the_keyboard_and_says_so() {
    let mut form = laid_out(raise());
    typed(&mut form, "东门路灯不亮");
    assert_eq!(press(&mut form, KeyCode::F(2)), Reply::Stay);
    assert_eq!(form.focused(), Some("channel"));
    assert!(shown(&form, 80, 24).0.contains("! 渠道：这一项不能空着"));
}

#[test]
fn a_refusal_is_shown_at_its_field_and_what_was_typed_stays() {
    let mut form = laid_out(raise());
    typed(&mut form, "东门路灯不亮");
    press(&mut form, KeyCode::Tab);
    form.refuse(Some("title"), "已有同名的事项".to_owned());
    assert_eq!(form.focused(), Some("title"));
    let (text, _) = shown(&form, 80, 24);
    assert!(text.contains("东门路灯不亮") && text.contains("! 标题：已有同名的事项"), "{text}");
    form.refuse(None, "会议没有开".to_owned());
    assert!(shown(&form, 80, 24).0.contains("会议没有开"));
}

#[test]
fn only_more_than_a_few_words_are_asked_about() {
    let mut form = laid_out(raise());
    typed(&mut form, "路灯");
    assert_eq!(press(&mut form, KeyCode::Esc), Reply::Leave);
    typed(&mut form, "东门路灯已经三天不亮了");
    assert_eq!(press(&mut form, KeyCode::Esc), Reply::AskToLeave);
}

#[test]
fn a_form_of_changes_yields_only_what_was_changed() {
    let fields = vec![
        Field::line("title", "标题", 60).filled(json!("东门路灯")),
        Field::when("due", "期限", Precision::Day).filled(json!("2026-11-25")),
        Field::choice("channel", "渠道", options(&["Mailbox", "Visit"])).filled(json!("visit")),
    ];
    let mut form = laid_out(Form::new("t", fields).only_changed());
    assert_eq!(form.unsaved(), 0);
    press(&mut form, KeyCode::Tab);
    press(&mut form, KeyCode::PageDown);
    let Reply::Submit(values) = press(&mut form, KeyCode::F(2)) else { panic!("not submitted") };
    assert_eq!(Value::Object(values), json!({"due": "2026-11-26"}));
}

#[test]
fn a_day_filled_in_beforehand_gives_way_to_what_is_typed() {
    let due = Field::when("due", "期限", Precision::Day).filled(json!("2026-11-25"));
    let mut form = laid_out(Form::new("t", vec![due]));
    typed(&mut form, "+2");
    let Reply::Submit(values) = ctrl(&mut form, 's') else { panic!("not submitted") };
    assert_eq!(Value::Object(values), json!({"due": "2026-11-23"}));
}

#[test]
fn a_text_taken_out_of_a_form_of_changes_is_cleared() {
    let place = Field::line("place", "地点", 60).filled(json!("东门"));
    let mut form = laid_out(Form::new("t", vec![place]).only_changed());
    press(&mut form, KeyCode::Backspace);
    press(&mut form, KeyCode::Backspace);
    let Reply::Submit(values) = press(&mut form, KeyCode::Enter) else { panic!("not submitted") };
    assert_eq!(Value::Object(values), json!({"place": ""}));
}

#[test]
fn a_huge_paste_into_a_title_is_refused_and_nothing_is_lost() {
    let mut form = laid_out(raise());
    typed(&mut form, "路灯");
    form.paste(&"长".repeat(34_000));
    let (text, _) = shown(&form, 80, 24);
    assert!(text.contains("! 标题：最多 60 字") && text.contains("路灯"), "{text}");
}

#[test]
fn several_options_are_marked_one_by_one() {
    let mut form =
        laid_out(Form::new("t", vec![Field::many("flags", "性质", options(&["Fund", "Emergency", "Common"]))]));
    typed(&mut form, "13");
    press(&mut form, KeyCode::Left);
    typed(&mut form, " ");
    press(&mut form, KeyCode::Char('1'));
    let Reply::Submit(values) = press(&mut form, KeyCode::Enter) else { panic!("not submitted") };
    assert_eq!(Value::Object(values), json!({"flags": ["emergency", "common"]}));
}

#[test]
fn the_caret_stands_behind_what_is_typed() {
    let mut form = laid_out(raise());
    typed(&mut form, "中文");
    let (text, caret) = shown(&form, 80, 24);
    let row = text.lines().position(|line| line.contains("中文")).expect("shown");
    let line = text.lines().nth(row).expect("a row");
    let before = crate::cells::wrap::width(line.split("中文").next().expect("a part")) + 4;
    assert_eq!(caret, Some(Position::new(u16::try_from(before).expect("small"), u16::try_from(row).expect("small"))));
}

#[test]
fn a_form_higher_than_the_screen_shows_the_field_with_the_keyboard() {
    let mut form = laid_out(raise());
    for _ in 0..5 {
        let (text, _) = shown(&form, 40, 8);
        let focused = text.lines().any(|line| line.contains("│ > "));
        assert!(focused, "{text}");
        press(&mut form, KeyCode::Tab);
    }
}

#[test]
fn no_screen_is_too_small() {
    let form = raise();
    for width in 0..30 {
        for height in 0..10 {
            shown(&form, width, height);
        }
    }
}

#[test]
fn an_arrow_on_the_way_past_a_day_changes_nothing() {
    let fields = vec![
        Field::line("title", "标题", 60).filled(json!("东门路灯")),
        Field::when("due", "期限", Precision::Day).filled(json!("2026-11-25")),
        Field::line("place", "地点", 60),
    ];
    let mut form = laid_out(Form::new("t", fields));
    for key in [KeyCode::Down, KeyCode::Down, KeyCode::Up, KeyCode::Up] {
        press(&mut form, key);
    }
    assert_eq!(form.unsaved(), 0);
}
