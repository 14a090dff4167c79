//! What is typed and pasted arrives whole, the cursor stands where it goes, and nothing of it commands the terminal.

use mazha::domain::decide::TITLE_LIMIT;

use super::kit::{Seat, Terminal};

const SAVE: &str = "\x13";

/// From the title of a new matter to its last field, the channel chosen on the way.
fn to_the_details(terminal: &mut Terminal) {
    terminal.then("\t微信", "微信").then("\t\t\t\t\t\t\t", "> 详情");
}

#[test]
fn chinese_typed_and_pasted_arrives_whole() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    terminal.then("n", "标题").then("东门路灯不亮", "东门路灯不亮");
    terminal.paste("，三天了\r老人看不清\r").wait_for("老人看不清");
    to_the_details(&mut terminal);
    terminal.paste("第一行\r第二行\r\n第\x07三\x1b[31m行\x1b]0;t\x07\t完").wait_for("完");
    terminal.then(SAVE, "提事：东门路灯不亮");
    let matter = &seat.json(&["list", "--json"])["matters"][0];
    assert_eq!(matter["title"], "东门路灯不亮，三天了 老人看不清");
    assert_eq!(matter["channel"], "wechat");
    // A control character becomes its sign: people see that something was there, and no terminal obeys it.
    assert_eq!(matter["detail"], "第一行\n第二行\n第␇三␛[31m行␛]0;t␇ 完");
    terminal.press("q").is_given_back();
}

#[test]
fn a_text_too_long_is_refused_in_a_sentence_and_cuts_nothing() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    terminal.then("n", "标题").then("东门路灯", "东门路灯");
    let pasted = 34_000;
    terminal.paste(&"灯".repeat(pasted));
    terminal.wait_for(&format!("最多 {TITLE_LIMIT} 字，这样会有 {} 字，没有放进去", pasted + 4));
    terminal.then("不亮", "东门路灯不亮").then("\t微信", "微信").then(SAVE, "提事：东门路灯不亮");
    assert_eq!(seat.titles(), ["东门路灯不亮"]);
}

#[test]
fn the_cursor_stands_where_the_text_goes_after_every_key() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    terminal.then("n", "> 标题");
    let typed = ["路", "灯", "a", "不", "，", "3", "𠮷", "亮"];
    for letter in typed {
        terminal.press(letter).wait_until(letter, |screen| left_of_cursor(screen) == letter && !screen.hide_cursor());
    }
    for letter in typed.iter().rev() {
        terminal.press("\x1b[D").wait_until(letter, |screen| right_of_cursor(screen) == *letter);
    }
    for letter in typed {
        terminal.press("\x1b[C").wait_until(letter, |screen| left_of_cursor(screen) == letter);
    }
    for at in (1..typed.len()).rev() {
        terminal.press("\x7f").wait_until(typed[at - 1], |screen| left_of_cursor(screen) == typed[at - 1]);
    }
    // Wherever letters can be typed, the cursor is: an input method puts its window there.
    for (field, takes_letters) in [
        ("渠道", true),
        ("提出人", true),
        ("地点", true),
        ("类别", true),
        ("缓急", false),
        ("涉及", false),
        ("涉及户数", true),
        ("详情", true),
    ] {
        let here = format!("> {field}");
        terminal.press("\t").wait_until(&here, |screen| {
            let row = if takes_letters { row_of_cursor(screen) } else { screen.contents() };
            row.contains(&here) && screen.hide_cursor() != takes_letters
        });
    }
    // Text that goes on in the next row takes the cursor along; Enter begins a row.
    for letter in "住户愿意出工".chars().cycle().take(60).map(String::from) {
        terminal.press(&letter).wait_until(&letter, |screen| left_of_cursor(screen) == letter);
    }
    terminal.press("\r").wait_until("a new row", |screen| left_of_cursor(screen).trim().is_empty());
    terminal.press("完").wait_until("完", |screen| left_of_cursor(screen) == "完");
}

#[test]
fn nothing_in_the_record_commands_the_terminal() {
    let seat = Seat::new();
    // With all of this chosen the program has nothing to ask the terminal.
    seat.choose(r#"{"theme": "dark", "ambiguous": "narrow"}"#);
    let title = r"\u001b]0;pwned\u0007\u202e东门\u2066x👨‍👩‍👧\u009b31m\u200f\u061c完";
    let detail = r"\u001b[2J甲\u001bPq\u001b\\\u009d0;t\u009c\r\n\u2028乙\u202d";
    let raise = format!(r#"{{"do":"raise_matter","title":"{title}","channel":"wechat","detail":"{detail}"}}"#);
    seat.run(&["do"], &raise);
    let mut terminal = seat.sit_down();
    terminal.wait_for("pwned");
    terminal.then("\r", "提事：").then("e", "标题");
    terminal.press("\x1b").wait_until("no form", |screen| !screen.contents().contains("标题"));
    terminal.then("L", "Back").rest();
    terminal.press("q").is_given_back();
    let written = String::from_utf8(terminal.bytes()).unwrap();
    assert_eq!(foreign(&written), Vec::<String>::new());
    assert_eq!(foreign("\x1b[1;31m门\x1b]0;x\u{202e}").len(), 2, "what would be found is found");
}

fn left_of_cursor(screen: &vt100::Screen) -> String {
    let (row, column) = screen.cursor_position();
    let at = |back: u16| column.checked_sub(back).and_then(|column| screen.cell(row, column));
    let cell = at(1).filter(|cell| !cell.is_wide_continuation()).or_else(|| at(2));
    cell.map(|cell| cell.contents().to_owned()).unwrap_or_default()
}

fn right_of_cursor(screen: &vt100::Screen) -> String {
    let (row, column) = screen.cursor_position();
    screen.cell(row, column).map(|cell| cell.contents().to_owned()).unwrap_or_default()
}

fn row_of_cursor(screen: &vt100::Screen) -> String {
    let (row, _) = screen.cursor_position();
    let (_, columns) = screen.size();
    screen.rows(0, columns.get()).nth(usize::from(row)).unwrap_or_default()
}

/// What stands in the output and is neither text nor one of the sequences that paint: `ESC [`, digits, a letter.
fn foreign(written: &str) -> Vec<String> {
    let mut foreign = Vec::new();
    let mut rest = written;
    while let Some(at) = rest.find(is_dangerous) {
        let found = &rest[at..];
        let sequence =
            found.strip_prefix("\x1b[").map(|behind| behind.trim_start_matches(|c: char| "?;0123456789".contains(c)));
        if let Some(behind) = sequence.and_then(|behind| behind.strip_prefix(|c: char| "ABCDHJKhlm".contains(c))) {
            rest = behind;
        } else {
            foreign.push(found.chars().take(8).collect());
            rest = &found[found.chars().next().map_or(1, char::len_utf8)..];
        }
    }
    foreign
}

fn is_dangerous(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
