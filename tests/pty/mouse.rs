//! The mouse in a terminal: asked for, given back, and understood in the bytes that terminals send (SGR, 1006).

use vt100::{MouseProtocolEncoding, MouseProtocolMode};

use super::kit::{Seat, Terminal};

/// A press and a release of the left button, in cells counted from 0.
fn click(column: u16, row: u16) -> String {
    let (x, y) = (column + 1, row + 1);
    format!("\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m")
}

fn wheel_down(column: u16, row: u16) -> String {
    format!("\x1b[<65;{};{}M", column + 1, row + 1)
}

/// The cell where a text begins, once it is there and all is at rest.
#[track_caller]
fn place_of(terminal: &Terminal, text: &str) -> (u16, u16) {
    terminal.wait_for(text);
    terminal.rest();
    let found = terminal.look(|screen| {
        let (_, columns) = screen.size();
        let rows: Vec<_> = screen.rows(0, columns.get()).collect();
        let (y, row) = rows.iter().enumerate().find(|(_, row)| row.contains(text))?;
        let before = unicode_width::UnicodeWidthStr::width(row.split(text).next()?);
        Some((u16::try_from(before).ok()?, u16::try_from(y).ok()?))
    });
    found.unwrap_or_else(|| panic!("no “{text}” in\n{}", terminal.picture()))
}

#[track_caller]
fn click_on(terminal: &mut Terminal, text: &str) {
    let (column, row) = place_of(terminal, text);
    terminal.press(click(column, row));
}

fn mode(terminal: &Terminal) -> MouseProtocolMode {
    terminal.look(vt100::Screen::mouse_protocol_mode)
}

#[test]
fn with_nothing_but_the_mouse_a_matter_is_opened_and_the_program_left() {
    let seat = Seat::new();
    for title in ["东门路灯不亮", "西门门禁坏了", "南墙漏水"] {
        seat.run(&["raise", title], "");
    }
    let mut terminal = seat.sit_down();
    terminal.look(|screen| {
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::ButtonMotion, "nothing is told of mere motion");
        assert_eq!(screen.mouse_protocol_encoding(), MouseProtocolEncoding::Sgr);
    });
    // The second half of a wide character, twice.
    let (column, row) = place_of(&terminal, "西门门禁坏了");
    terminal.press(click(column + 1, row)).press(click(column + 1, row));
    terminal.wait_for("现在不行：");
    click_on(&mut terminal, "Esc 返回");
    terminal.wait_until("the board", |screen| !screen.contents().contains("现在不行："));
    let (column, row) = place_of(&terminal, "东门路灯不亮");
    terminal.press(wheel_down(column, row)).rest();
    terminal.then("\r", "2026-A003  南墙漏水");
    click_on(&mut terminal, "q 离开");
    terminal.is_given_back();
}

#[test]
fn a_click_puts_the_cursor_into_the_text() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    terminal.then("n", "标题").then("东门路灯", "东门路灯");
    let (column, row) = place_of(&terminal, "东门路灯");
    terminal
        .press(click(column + 5, row))
        .wait_until("before 路", |screen| screen.cursor_position() == (row, column + 4));
    terminal.then("新", "东门新路灯");
    click_on(&mut terminal, "详情");
    terminal.wait_for("> 详情");
}

#[test]
fn the_mouse_is_the_terminals_when_it_is_wanted_there() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    terminal.then("M", "鼠标归终端");
    assert_eq!(mode(&terminal), MouseProtocolMode::None);
    terminal.then("M", "鼠标归本程序");
    assert_eq!(mode(&terminal), MouseProtocolMode::ButtonMotion);
    // Stopped and let go on, it is as it was.
    terminal.press("\x1a").rest();
    terminal.wait_until("the mouse", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::ButtonMotion);
    terminal.press("q").is_given_back();

    seat.choose(r#"{"mouse": false}"#);
    let mut terminal = seat.sit_down();
    assert_eq!(mode(&terminal), MouseProtocolMode::None);
    terminal.press("\x1a").rest();
    assert_eq!(mode(&terminal), MouseProtocolMode::None);
    terminal.then("M", "鼠标归本程序").press("q").is_given_back();
}

#[test]
fn asked_to_end_it_gives_the_mouse_back() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    terminal.signal("TERM");
    terminal.is_given_back();
}

#[test]
fn a_line_that_was_dragged_stands_there_the_next_time() {
    let seat = Seat::new();
    seat.run(&["raise", "东门路灯不亮"], "");
    let wide = (200, 40);
    let is_at = |terminal: &Terminal, column: u16| {
        terminal.wait_until(&format!("a line in column {column}"), |screen| {
            (3..30).all(|row| screen.cell(row, column).is_some_and(|cell| cell.contents() == "│"))
        });
    };
    let mut terminal = seat.sit_down_with(&[], wide);
    is_at(&terminal, 137);
    // In the bytes cells are counted from 1; 32 is said of a button that is held while the mouse moves.
    terminal.press("\x1b[<0;138;20M\x1b[<32;130;20M\x1b[<32;118;21M");
    is_at(&terminal, 117);
    terminal.press("\x1b[<0;118;21m").press("q").is_given_back();
    let mut terminal = seat.sit_down_with(&[], wide);
    is_at(&terminal, 117);
    terminal.press("<");
    is_at(&terminal, 113);
    terminal.press("q").is_given_back();
}
