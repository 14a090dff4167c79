//! The wall in a terminal: it follows what others write, and leaves at a key.

use super::kit::Seat;

const OPEN: &str = r#"{"do":"open_meeting","meeting":"M1"}"#;

/// A meeting that is called, with an item.
fn called() -> Seat {
    let seat = Seat::new();
    let meeting =
        r#"{"do":"convene_meeting","kind":"bench","title":"门口议事","at":"2026-11-23T09:00:00+08:00","invite":[]}"#;
    let item = r#"{"do":"place_on_agenda","meeting":"M1","topic":"东门路灯","minutes":10}"#;
    seat.run(&["do"], &format!("{meeting}\n{item}\n"));
    seat
}

#[test]
fn the_wall_follows_what_is_written_elsewhere() {
    let seat = called();
    let mut wall = seat.sit_down_with(&["present", "M1"], (80, 24));
    wall.wait_for("即将开会");
    seat.run(&["do"], OPEN);
    wall.wait_until("the meeting opened", |screen| !screen.contents().contains("即将开会"));
    seat.run(&["do"], r#"{"do":"take_up","meeting":"M1","item":1}"#);
    wall.wait_for("第 1 项，共 1 项");
    seat.run(&["do"], r#"{"do":"note","meeting":"M1","kind":"motion","text":"换成声控灯"}"#);
    wall.wait_for("换成声控灯");
    seat.run(&["do"], r#"{"do":"adjourn_meeting","meeting":"M1"}"#);
    wall.wait_for("会议已结束");
    wall.press("q").is_given_back();
}

#[test]
fn every_key_that_leaves_leaves_and_others_do_nothing() {
    let seat = called();
    let acts = || seat.json(&["log", "--json"])["entries"].as_array().unwrap().len();
    let before = acts();
    for key in ["q", "\x1b", "\x03"] {
        let mut wall = seat.sit_down_with(&["present", "M1"], (80, 24));
        wall.press("onx\r");
        wall.rest();
        assert!(wall.is_running());
        wall.press(key).is_given_back();
    }
    assert_eq!(acts(), before);
}

#[test]
fn what_is_no_meeting_is_refused_where_the_program_was_called() {
    let seat = called();
    let (code, _) = seat.answer(&["present", "M1"], "");
    assert_eq!(code, Some(2), "there is no terminal");
}
