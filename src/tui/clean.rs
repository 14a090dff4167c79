//! What data may show on a screen: no byte of it becomes an escape sequence, turns the writing direction, or hides.
//! Everything that did not come from the program's own sentences passes here before it is painted or edited.

use std::borrow::Cow;

/// Marks kept on one character; more of them would pile up beyond their cell.
const MARKS_KEPT: usize = 8;

/// `text` on one line: line breaks and tabs become spaces, other control characters a visible sign, and what
/// reorders or hides text is left out.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    clean_with(text, ' ')
}

/// As [`clean`], but line breaks of every kind stay, as line feeds.
#[must_use]
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    clean_with(text, '\n')
}

fn clean_with(text: &str, line_break: char) -> Cow<'_, str> {
    if text.chars().all(|c| is_plain(c) || c == line_break) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut marks = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if is_mark(c) {
            marks += 1;
        } else if !hides_or_reorders(c) {
            marks = 0;
        }
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    cleaned.push(line_break);
                }
            }
            '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push(line_break),
            '\t' => cleaned.push(' '),
            // Variants of Hanzi matter in names; those that turn a sign into an emoji only make its width uncertain.
            '\u{e0100}'..='\u{e01ef}' => {
                if cleaned.chars().next_back().is_some_and(is_hanzi) {
                    cleaned.push(c);
                }
            }
            _ if c.is_control() => cleaned.push(sign_of(c)),
            _ if hides_or_reorders(c) || marks > MARKS_KEPT => {}
            _ => cleaned.push(c),
        }
    }
    Cow::Owned(cleaned)
}

/// Neither a control, nor a mark, nor anything invisible: most text is only of these.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
        | '\u{3001}'..='\u{3029}' | '\u{3030}'..='\u{3098}' | '\u{309b}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff01}'..='\u{ff9d}' | '\u{20000}'..='\u{3fffd}')
}

/// The picture of a control character: `␛` for escape. Those without one show the sign for a lost character.
fn sign_of(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        _ => '\u{fffd}',
    }
}

/// Also what puts emoji together, joiners and tones of skin: terminals do not agree on the cells of the whole, so that
/// its parts are shown one by one.
fn hides_or_reorders(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
}

fn is_hanzi(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::wrap;
    use proptest::prelude::*;

    #[test]
    fn ordinary_text_is_not_even_copied() {
        assert!(matches!(clean("东门路灯不亮（3号楼）, “LED”…"), Cow::Borrowed(_)));
    }

    #[test]
    fn an_escape_sequence_is_only_seen() {
        assert_eq!(clean("\x1b[31m红"), "␛[31m红");
        assert_eq!(clean("\u{9b}31m红"), "\u{fffd}31m红");
        assert_eq!(clean("\x1b]0;title\x07"), "␛]0;title␇");
        assert_eq!(clean("a\x7fb\0"), "a␡b␀");
    }

    #[test]
    fn what_turns_the_writing_direction_is_left_out() {
        assert_eq!(clean("a\u{202e}b\u{2066}c\u{2069}\u{200e}\u{200f}\u{61c}"), "abc");
    }

    #[test]
    fn line_breaks_of_every_kind_become_one_kind() {
        assert_eq!(clean("一\r\n二\r三\n四\t五"), "一 二 三 四 五");
        assert_eq!(clean_lines("一\r\n二\r三\n四\u{2028}五"), "一\n二\n三\n四\n五");
    }

    #[test]
    fn an_emoji_that_is_put_together_is_shown_in_its_parts() {
        assert_eq!(clean("👨\u{200d}👩\u{200d}👧"), "👨👩👧");
        assert_eq!(clean("👍\u{1f3fd}1\u{fe0f}\u{20e3}"), "👍1\u{20e3}");
        assert_eq!(clean("中\u{200d}文\u{200b}a\u{200d}"), "中文a");
    }

    #[test]
    fn what_is_left_takes_as_many_cells_as_a_terminal_gives_its_characters() {
        // Terminals sum up their characters, as wcwidth does: 2 for a picture, 1 for a sign, 0 for a mark.
        for (text, cells) in [
            ("👨\u{200d}👩\u{200d}👧", 6),
            ("👍\u{1f3fd}", 2),
            ("⚠\u{fe0f}", 1),
            ("1\u{fe0f}\u{20e3}", 1),
            ("🏴\u{200d}☠\u{fe0f}", 3),
            ("葛\u{e0100}", 2),
            ("🇨🇳", 2),
        ] {
            assert_eq!(wrap::width(&clean(text)), cells, "{text}");
        }
    }

    #[test]
    fn a_variation_selector_stays_only_on_a_hanzi() {
        assert_eq!(clean("葛\u{e0100}"), "葛\u{e0100}");
        assert_eq!(clean("a\u{e0100}⚠\u{fe0f}"), "a⚠");
    }

    #[test]
    fn marks_do_not_pile_up() {
        let piled = format!("e{}", "\u{301}".repeat(1000));
        assert_eq!(clean(&piled).chars().count(), 1 + MARKS_KEPT);
    }

    proptest! {
        #[test]
        fn nothing_that_steers_a_terminal_is_left(text in any::<String>()) {
            prop_assert!(!clean(&text).chars().any(char::is_control));
            prop_assert!(!clean_lines(&text).chars().any(|c| c.is_control() && c != '\n'));
        }

        #[test]
        fn cleaning_twice_changes_nothing_more(text in any::<String>()) {
            let once = clean(&text).into_owned();
            prop_assert_eq!(clean(&once).into_owned(), once);
        }
    }
}
