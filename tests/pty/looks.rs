//! Colours and the terminal: what is chosen, what the terminal answers, and that no answer is waited for.

use std::process::Command;

use vt100::Color;

use super::kit::Seat;

/// The colour of the board's heading with the keyboard, which is painted as a key is.
fn heading(screen: &vt100::Screen) -> Option<Color> {
    screen.cell(2, 1).map(vt100::Cell::fgcolor)
}

const CYAN: Color = Color::Idx(6);
const BLUE: Color = Color::Idx(4);

#[test]
fn the_colours_follow_the_background_and_the_answer_is_no_key() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    let asked = String::from_utf8_lossy(&terminal.bytes()).contains("\x1b]11;?");
    assert!(asked, "the terminal is asked for its background");
    assert_eq!(terminal.look(heading), Some(CYAN));
    // The slow answer comes in the middle of a word.
    terminal.then("n", "标题").press("东\x1b]11;rgb:ffff/ffff/ffff\x07门");
    terminal.wait_for("东门");
    terminal.press("\x1b").wait_until("no form", |screen| !screen.contents().contains("标题"));
    terminal.wait_until("blue on white", |screen| heading(screen) == Some(BLUE));
    terminal.press("q").is_given_back();
}

#[test]
fn a_chosen_theme_is_used_and_nothing_is_asked() {
    let seat = Seat::new();
    seat.choose(r#"{"theme": "contrast", "ambiguous": "narrow"}"#);
    let mut terminal = seat.sit_down();
    let written = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    assert!(!written.contains("\x1b]11;?") && !written.contains("\x1b[6n"));
    let ground = terminal.look(|screen| screen.cell(10, 10).map(vt100::Cell::bgcolor));
    assert_eq!(ground, Some(Color::Idx(0)));
    terminal.press("q").is_given_back();
}

#[test]
fn a_setting_that_is_not_understood_is_named_on_the_screen() {
    let seat = Seat::new();
    seat.choose(r#"{"theme": "pink"}"#);
    let mut terminal = seat.sit_down();
    terminal.wait_for("theme 不能是 \"pink\"");
    terminal.press("q").is_given_back();
}

#[test]
fn a_terminal_that_only_prints_lines_gets_the_status_instead_of_the_screens() {
    let seat = Seat::new();
    seat.run(&["raise", "东门路灯不亮"], "");
    let mut terminal = seat.run_on("dumb");
    terminal.wait_for("提事 1");
    assert!(terminal.end().success());
    assert!(!terminal.bytes().contains(&0x1b), "{}", terminal.picture());
}

#[test]
fn stopped_and_let_go_on_it_takes_the_terminal_again() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    // Nobody is there to go on with it, so this only gives the terminal back and takes it again.
    terminal.press("\x1a").rest();
    terminal.wait_until("the screens", |screen| screen.alternate_screen() && screen.contents().contains("离开"));
    terminal.signal("STOP");
    terminal.signal("CONT");
    terminal.rest();
    terminal.then("n", "标题").press("\x1b").wait_until("no form", |screen| !screen.contents().contains("标题"));
    terminal.press("q").is_given_back();
}

#[test]
fn what_is_copied_goes_to_the_clipboard_of_the_terminal() {
    let seat = Seat::new();
    seat.run(&["raise", "lamp"], "");
    let mut terminal = seat.sit_down();
    terminal.then("Y", "已复制：2026-A001 lamp");
    // “2026-A001 lamp” begins with “2026-A001 la”, which is MjAyNi1BMDAxIGxh in base64.
    let written = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    assert!(written.contains("\x1b]52;c;MjAyNi1BMDAxIGxh"));
    terminal.press("q").is_given_back();
}

#[test]
fn the_language_that_was_switched_to_holds_the_next_time_unless_another_is_asked_for() {
    let seat = Seat::new();
    let status = |lang: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mazha"));
        command.arg("status").env_clear().envs(seat.variables()).env_remove("MAZHA_LANG").env("LC_ALL", "zh_CN.UTF-8");
        command.envs(lang.map(|lang| ("MAZHA_LANG", lang)));
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(status(None).contains("提事"));
    let mut terminal = seat.sit_down();
    terminal.then("L", "q Leave").press("q").is_given_back();
    assert!(status(None).contains("Raise"));
    assert!(status(Some("zh")).contains("提事"));
    seat.choose(r#"{"lang": "zh"}"#);
    assert!(status(None).contains("提事"));
}
