//! However it ends, the terminal is given back; whatever is pressed or resized, it goes on; at rest it is silent.

use std::thread::sleep;
use std::time::Duration;

use super::kit::{Seat, USUAL};

#[test]
fn the_board_appears_and_q_gives_the_terminal_back() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    terminal.wait_for("榆荫里社区");
    terminal.look(|screen| {
        assert!(screen.alternate_screen() && screen.bracketed_paste() && screen.hide_cursor());
    });
    terminal.press("q").is_given_back();
}

#[test]
fn asked_to_end_it_gives_the_terminal_back_in_the_middle_of_a_form() {
    for signal in ["TERM", "HUP"] {
        let seat = Seat::new();
        let mut terminal = seat.sit_down();
        terminal.then("n", "标题").then("写到一半", "写到一半");
        terminal.signal(signal);
        terminal.is_given_back();
    }
}

#[test]
fn killed_in_the_middle_of_a_form_it_leaves_the_record_whole() {
    let seat = Seat::new();
    seat.run(&["raise", "东门路灯不亮"], "");
    let mut terminal = seat.sit_down();
    terminal.then("n", "标题").then("写到一半", "写到一半");
    terminal.signal("KILL");
    assert!(!terminal.end().success());
    seat.run(&["check"], "");
    let mut again = seat.sit_down();
    again.wait_for("东门路灯不亮");
    again.press("q").is_given_back();
    assert_eq!(seat.titles(), ["东门路灯不亮"]);
}

#[test]
fn what_was_typed_a_second_before_the_end_is_offered_again() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    // Too short to be kept while it is typed: the second that passes keeps it.
    terminal.then("n", "标题").then("楼道灯", "楼道灯");
    sleep(Duration::from_millis(2_500));
    terminal.signal("KILL");
    assert!(!terminal.end().success());
    let mut again = seat.sit_down();
    again.then("n", "楼道灯");
}

#[test]
fn a_storm_of_sizes_leaves_no_damage() {
    let seat = Seat::new();
    seat.run(&["raise", "东门路灯不亮"], "");
    let mut terminal = seat.sit_down();
    let (mut columns, mut rows) = (1, 1);
    for step in 0..20 {
        terminal.resize((columns, rows));
        if step % 3 == 0 {
            terminal.rest();
        }
        columns = (columns * 7 + 13 * step) % 250 + 1;
        rows = (rows * 5 + 7 * step) % 80 + 1;
    }
    terminal.resize((250, 80));
    terminal.resize(USUAL);
    let fresh = seat.sit_down();
    fresh.wait_for("东门路灯不亮");
    fresh.rest();
    let fresh = fresh.look(vt100::Screen::contents_formatted);
    // On a loaded machine the last frame may be long in coming: silence does not say that it has come.
    terminal.wait_until("an undamaged screen", |screen| screen.contents_formatted() == fresh);
    terminal.rest();
    assert_eq!(terminal.look(vt100::Screen::contents_formatted), fresh, "{}", terminal.picture());
    terminal.press("q").is_given_back();
}

#[test]
fn at_rest_not_a_byte_is_written() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    terminal.then("n", "标题").then("东门", "东门").rest();
    let written = terminal.bytes().len();
    sleep(Duration::from_secs(2));
    assert_eq!(terminal.bytes().len(), written);
}

#[test]
fn a_monkey_at_the_keys_does_not_bring_it_down() {
    // What leaves the program (`q`, Ctrl-C) is not among them: the monkey is to get far.
    let keys: Vec<Vec<u8>> = (1..=26)
        .filter(|byte| *byte != 3)
        .map(|byte| vec![byte])
        .chain((b' '..=b'~').filter(|byte| *byte != b'q').map(|byte| vec![byte]))
        .chain(
            ["中", "，", "👨‍👩‍👧", "\x1b", "\x1b[", "\x1bO", "\x1b[1;5", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[5~"]
                .map(Into::into),
        )
        .chain(
            ["\x1b[<0;3;3M", "\x1b[200~甲\r乙\x1b[201~", "\x1b]0;x\x07", "\x1b[99999999999A", "\x1b[Z"].map(Into::into),
        )
        .chain([vec![0xe4], vec![0xe4, 0xb8], vec![0xff], vec![0]])
        .collect();
    let seat = Seat::new();
    seat.run(&["raise", "东门路灯不亮"], "");
    let mut terminal = seat.sit_down();
    let mut seed: u64 = 20_261_123;
    for _ in 0..300 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(seed >> 33).unwrap() % keys.len();
        terminal.press(&keys[at]);
    }
    terminal.rest();
    assert!(terminal.is_running(), "{}", terminal.picture());
    terminal.signal("TERM");
    terminal.is_given_back();
    seat.run(&["check"], "");
}
