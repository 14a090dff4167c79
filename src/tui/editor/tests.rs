//! The editor as hands use it.

use proptest::prelude::*;

use super::*;
use crate::cells::wrap;

fn press(editor: &mut Editor, code: KeyCode) -> Outcome {
    editor.key(KeyEvent::new(code, KeyModifiers::NONE)).expect("fits")
}

fn ctrl(editor: &mut Editor, code: KeyCode) -> Outcome {
    editor.key(KeyEvent::new(code, KeyModifiers::CONTROL)).expect("fits")
}

fn typed(editor: &mut Editor, text: &str) {
    for c in text.chars() {
        press(editor, KeyCode::Char(c));
    }
}

fn written(text: &str) -> Editor {
    Editor::lines(10_000).with_text(text)
}

/// Where the caret is in an area whose left edge is column 1, as behind a border.
fn caret(editor: &Editor, width: u16, height: u16) -> (u16, u16) {
    let area = Rect::new(1, 0, width, height);
    let mut buffer = Buffer::empty(Rect::new(0, 0, width + 2, height));
    let position = editor.draw(&mut buffer, area, Style::new());
    assert!(area.contains(position), "{position:?} outside {area:?}");
    (position.x, position.y)
}

fn shown(editor: &Editor, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    editor.draw(&mut buffer, area, Style::new());
    paint::buffer_text(&buffer)
}

#[test]
fn the_caret_counts_cells_not_characters() {
    assert_eq!(caret(&written("中文"), 28, 3), (5, 0));
    // An emoji that is put together stands there in its parts: 1 + 4 + 6 + 1.
    assert_eq!(caret(&written("中文👨\u{200d}👩\u{200d}👧x"), 28, 3), (12, 0));
}

#[test]
fn backspace_and_delete_take_whole_graphemes() {
    let mut editor = written("a🇨🇳");
    press(&mut editor, KeyCode::Backspace);
    assert_eq!(editor.text(), "a");
    let mut editor = written("e\u{301}x");
    press(&mut editor, KeyCode::Home);
    press(&mut editor, KeyCode::Delete);
    assert_eq!(editor.text(), "x");
}

#[test]
fn a_wide_character_never_stands_on_the_edge_and_a_full_row_leaves_the_caret_a_cell() {
    let editor = written("一二三四a满");
    // Width 10, rows of 9: 一二三四a is 9 cells, 满 goes below.
    assert_eq!(shown(&editor, 10, 2), "一二三四a\n满\n");
    let mut editor = written("一二三四a");
    editor.lay_out(10);
    assert_eq!(caret(&editor, 10, 2), (10, 0));
}

#[test]
fn no_row_begins_with_a_comma() {
    assert_eq!(shown(&written("一二三四，五"), 9, 2), "一二三\n四，五\n");
}

#[test]
fn home_end_up_and_down_go_by_the_rows_that_are_seen() {
    let mut editor = written("一二三四五六七八九");
    editor.lay_out(7);
    press(&mut editor, KeyCode::Home);
    assert_eq!(caret(&editor, 7, 3), (1, 2));
    press(&mut editor, KeyCode::Up);
    assert_eq!(caret(&editor, 7, 3), (1, 1));
    press(&mut editor, KeyCode::End);
    assert_eq!(caret(&editor, 7, 3), (7, 1), "behind the row, not before the next");
    press(&mut editor, KeyCode::Up);
    assert_eq!(caret(&editor, 7, 3), (7, 0));
    assert_eq!(press(&mut editor, KeyCode::Up), Outcome::Ignored);
}

#[test]
fn up_and_down_remember_the_column_over_a_short_row() {
    let mut editor = written("一二三四\n五\n六七八九");
    editor.lay_out(20);
    press(&mut editor, KeyCode::Up);
    assert_eq!(caret(&editor, 20, 3), (3, 1));
    press(&mut editor, KeyCode::Up);
    assert_eq!(caret(&editor, 20, 3), (9, 0));
}

#[test]
fn words_are_runs_of_hanzi_or_of_letters() {
    let mut editor = written("东门路灯，LED 24W");
    ctrl(&mut editor, KeyCode::Char('w'));
    assert_eq!(editor.text(), "东门路灯，LED ");
    ctrl(&mut editor, KeyCode::Left);
    ctrl(&mut editor, KeyCode::Left);
    typed(&mut editor, "x");
    assert_eq!(editor.text(), "x东门路灯，LED ");
    ctrl(&mut editor, KeyCode::Right);
    typed(&mut editor, "y");
    assert_eq!(editor.text(), "x东门路灯，yLED ");
}

#[test]
fn to_the_start_and_to_the_end_of_the_paragraph() {
    let mut editor = written("一二三");
    press(&mut editor, KeyCode::Left);
    ctrl(&mut editor, KeyCode::Char('k'));
    assert_eq!(editor.text(), "一二");
    ctrl(&mut editor, KeyCode::Char('u'));
    assert_eq!(editor.text(), "");
    assert!(editor.is_empty());
}

#[test]
fn a_paste_brings_line_feeds_for_returns_and_no_control_characters() {
    let mut editor = Editor::lines(100);
    editor.paste("第一行\r第二行\r\n第\x1b三行").expect("fits");
    assert_eq!(editor.text(), "第一行\n第二行\n第␛三行");
    let mut title = Editor::line(100);
    title.paste("东门\r路灯\r").expect("fits");
    assert_eq!(title.text(), "东门 路灯");
}

#[test]
fn typing_is_taken_back_by_the_clause_and_brought_back() {
    let mut editor = Editor::lines(100);
    typed(&mut editor, "先修灯，再修门");
    ctrl(&mut editor, KeyCode::Char('z'));
    assert_eq!(editor.text(), "先修灯，");
    ctrl(&mut editor, KeyCode::Char('z'));
    assert_eq!(editor.text(), "");
    ctrl(&mut editor, KeyCode::Char('y'));
    ctrl(&mut editor, KeyCode::Char('y'));
    assert_eq!(editor.text(), "先修灯，再修门");
    assert_eq!(ctrl(&mut editor, KeyCode::Char('y')), Outcome::Ignored);
}

#[test]
fn a_text_taken_back_after_a_resize_is_laid_out_anew() {
    let mut editor = Editor::lines(100);
    editor.lay_out(40);
    editor.paste("一二三四五六七八九").expect("fits");
    press(&mut editor, KeyCode::Backspace);
    editor.lay_out(7);
    ctrl(&mut editor, KeyCode::Char('z'));
    assert_eq!(shown(&editor, 7, 3), "一二三\n四五六\n七八九\n");
}

#[test]
fn what_does_not_fit_is_refused_as_a_whole() {
    let mut title = Editor::line(60).with_text("东门");
    let huge = "灯".repeat(33_334);
    assert_eq!(title.paste(&huge), Err(TooLong { limit: 60, would_be: 33_336 }));
    assert_eq!(title.text(), "东门");
}

#[test]
fn a_stored_text_over_the_limit_can_still_be_shortened() {
    let mut title = Editor::line(3).with_text("东门路灯");
    assert_eq!(press(&mut title, KeyCode::Backspace), Outcome::Changed);
    assert!(title.key(KeyEvent::new(KeyCode::Char('坏'), KeyModifiers::NONE)).is_err());
    assert_eq!(title.text(), "东门路");
}

#[test]
fn no_area_is_too_small() {
    let editor = written("一二三\n四");
    for width in 0..4 {
        for height in 0..3 {
            editor.draw(&mut Buffer::empty(Rect::new(0, 0, 6, 6)), Rect::new(1, 1, width, height), Style::new());
        }
    }
}

/// What a hand may do; the model knows only a string and a place in it.
#[derive(Debug, Clone)]
enum Move {
    Type(char),
    Backspace,
    Delete,
    Left,
    Right,
    Other(KeyCode, KeyModifiers),
    Resize(u16),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let other = prop_oneof![
        Just((KeyCode::Up, KeyModifiers::NONE)),
        Just((KeyCode::Down, KeyModifiers::NONE)),
        Just((KeyCode::Home, KeyModifiers::NONE)),
        Just((KeyCode::End, KeyModifiers::NONE)),
        Just((KeyCode::Left, KeyModifiers::CONTROL)),
        Just((KeyCode::Right, KeyModifiers::CONTROL)),
    ];
    let one = prop_oneof![
        6 => proptest::char::ranges(vec!['一'..='三', 'a'..='c', '，'..='，', '“'..='”', ' '..=' '].into()).prop_map(Move::Type),
        1 => Just(Move::Type('\n')),
        1 => Just(Move::Backspace),
        1 => Just(Move::Delete),
        2 => Just(Move::Left),
        1 => Just(Move::Right),
        3 => other.prop_map(|(code, modifiers)| Move::Other(code, modifiers)),
        1 => (1_u16..12).prop_map(Move::Resize),
    ];
    proptest::collection::vec(one, 0..80)
}

proptest! {
    #[test]
    fn whatever_the_keys_the_caret_is_inside_and_no_text_is_lost(moves in moves()) {
        let mut editor = Editor::lines(1_000);
        let mut model: Vec<char> = Vec::new();
        let mut at = 0;
        let mut width = 10;
        editor.lay_out(width);
        for one in moves {
            match one {
                Move::Type('\n') => { press(&mut editor, KeyCode::Enter); model.insert(at, '\n'); at += 1; }
                Move::Type(c) => { press(&mut editor, KeyCode::Char(c)); model.insert(at, c); at += 1; }
                Move::Backspace => { press(&mut editor, KeyCode::Backspace); if at > 0 { at -= 1; model.remove(at); } }
                Move::Delete => { press(&mut editor, KeyCode::Delete); if at < model.len() { model.remove(at); } }
                Move::Left => { press(&mut editor, KeyCode::Left); at = at.saturating_sub(1); }
                Move::Right => { press(&mut editor, KeyCode::Right); at = (at + 1).min(model.len()); }
                Move::Other(code, modifiers) => {
                    let _ = editor.key(KeyEvent::new(code, modifiers));
                    at = place(&editor);
                }
                Move::Resize(to) => { width = to; editor.lay_out(to); }
            }
            prop_assert_eq!(editor.text(), model.iter().collect::<String>());
            prop_assert_eq!(place(&editor), at);
            caret(&editor, width, 3);
        }
    }
}

/// The characters before the caret.
fn place(editor: &Editor) -> usize {
    let above: usize = editor.paragraphs[..editor.caret.paragraph].iter().map(|p| p.text().chars().count() + 1).sum();
    above + editor.paragraphs[editor.caret.paragraph].text()[..editor.caret.byte].chars().count()
}

#[test]
fn a_row_takes_no_more_cells_than_it_has() {
    let editor = written("关于小区停车的通知 parking in the courtyard，请各位邻居周六上午九点到议事厅。");
    for width in 3..30 {
        for row in shown(&editor, width, 40).lines() {
            assert!(wrap::width(row) <= usize::from(width));
        }
    }
}
