//! Signs that some terminals draw in two cells: the terminal is asked, answers when it likes or never, and no key is lost.

use unicode_width::UnicodeWidthStr;
use vt100::Screen;

use super::kit::{Seat, Terminal};

/// Answers of a terminal to the question where the cursor is after one sign, and to the one about its background.
const NARROW: &str = "\x1b[1;2R";
const WIDE: &str = "\x1b[1;3R";
const DARK: &str = "\x1b]11;rgb:0000/0000/0000\x07";
const SAID: &str = "本终端把部分符号画成两格宽";

/// Whether nothing on the screen would take two cells on one terminal and one on another.
fn is_plain(screen: &Screen) -> bool {
    let contents = screen.contents();
    contents.width() == contents.width_cjk()
}

#[track_caller]
fn asked(terminal: &Terminal) {
    let written = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    let (width, background) = (written.find("\x1b[6n"), written.find("\x1b]11;?"));
    assert!(width.is_some() && width < background, "the width is asked first, so that it is answered first");
}

#[test]
fn where_signs_are_wide_no_frame_holds_one() {
    let seat = Seat::new();
    seat.run(&["raise", "“东门”——路灯……Ж", "--place", "2·3号楼"], "");
    let mut terminal = seat.sit_down();
    asked(&terminal);
    assert!(!terminal.look(is_plain));
    terminal.press(format!("{WIDE}{DARK}")).wait_for(SAID);
    terminal.wait_until("plain signs only", is_plain);
    terminal.wait_for("\"东门\"--路灯..?");
    // A form has a box; a matter shows the whole of it.
    for (keys, shown) in [("n", "标题"), ("\x1b", "离开"), ("\r", "2.3号楼"), ("?", "按键"), ("\x1b", "2.3号楼")]
    {
        terminal.then(keys, shown).rest();
        assert!(terminal.look(is_plain), "{}", terminal.picture());
    }
    terminal.press("q").is_given_back();
}

#[test]
fn where_they_are_narrow_they_stay() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    terminal.press(format!("{NARROW}{DARK}")).rest();
    terminal.then("n", "标题").wait_for("│");
    assert!(!terminal.look(|screen| screen.contents().contains(SAID)));
    terminal.press("\x1b").wait_until("no form", |screen| !screen.contents().contains("标题"));
    terminal.press("q").is_given_back();
}

#[test]
fn a_late_answer_comes_between_two_keys_and_neither_is_lost() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    terminal.then("n", "标题").then("东", "东");
    terminal.press(format!("门{WIDE}路{DARK}灯")).wait_for("东门路灯");
    terminal.wait_until("plain signs only", is_plain);
    terminal.then("\x1b", "要丢掉吗").press("y").wait_until("no form", |screen| !screen.contents().contains("标题"));
    terminal.press("q").is_given_back();
}

#[test]
fn an_answer_without_the_other_is_no_key_and_nothing_waits_for_it() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    terminal.press(WIDE).then("n", "标题").then("东门", "东门").wait_for("│");
    terminal.press("\x1b").wait_until("no form", |screen| !screen.contents().contains("标题"));
    terminal.press("q").is_given_back();
}

#[test]
fn the_answers_may_come_the_other_way_round() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    terminal.press(DARK).rest();
    terminal.press(WIDE).wait_for(SAID);
    terminal.then("n", "标题").press("\x1b").wait_until("no form", |screen| !screen.contents().contains("标题"));
    terminal.press("q").is_given_back();
}

#[test]
fn what_was_chosen_is_not_asked_for() {
    let seat = Seat::new();
    seat.choose(r#"{"ambiguous": "wide"}"#);
    let mut terminal = seat.sit_down();
    terminal.wait_until("plain signs only", is_plain);
    assert!(!String::from_utf8_lossy(&terminal.bytes()).contains("\x1b[6n"));
    terminal.press("q").is_given_back();
}
