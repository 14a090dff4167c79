//! One cell for what some terminals draw in two. Whether `“ ” — … · ─ │` and their like are narrow or wide depends on the
//! terminal (“ambiguous” in Unicode's report 11); ratatui takes them for narrow. Where they are wide, the finished frame
//! passes here on its way out and holds none of them any more. Knows cells, not what they say.

use ratatui::buffer::{Buffer, Cell};
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

/// Puts a sign that takes one cell everywhere in the place of every ambiguous one. Nothing moves by that.
pub fn narrow(buffer: &mut Buffer) {
    for cell in buffer.content.iter_mut().filter(|cell| is_ambiguous(cell)) {
        let stand_in = stand_in(cell.symbol());
        cell.set_char(stand_in);
    }
}

fn is_ambiguous(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    !symbol.is_ascii() && (symbol.width() != symbol.width_cjk() || symbol.starts_with(is_old_letter))
}

/// Letters of the old Chinese character sets, which held them in full width, and their neighbours: `unicode-width` takes
/// all letters for narrow, terminals that follow those sets do not.
fn is_old_letter(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\u{aa}'..='\u{2ff}' | '\u{391}'..='\u{3c9}' | '\u{401}'..='\u{451}')
}

/// What is shown instead: something that looks alike, else the letter without its marks, else a question mark.
fn stand_in(symbol: &str) -> char {
    let Some(first) = symbol.chars().next() else { return ' ' };
    match first {
        '─' | '━' | '┄' | '┅' | '┈' | '┉' | '╌' | '╍' | '‐'..='―' | '¯' | 'ˉ' => '-',
        '│' | '┃' | '┆' | '┇' | '┊' | '┋' | '╎' | '╏' | '║' | '▌'..='▏' | '▐' | '▕' => '|',
        '┌'..='╋' | '╒'..='╰' => '+',
        '“' | '”' | '″' => '"',
        '‘' | '’' | '′' | '▀' | '▔' => '\'',
        '…' | '‥' | '·' | '‧' | '˙' => '.',
        '•' | '●' | '★' | '☆' | '◆' | '◇' | '◎' | '※' => '*',
        '○' | '◯' | '°' | '˚' => 'o',
        '■' | '▣'..='▩' | '█' | '▉'..='▋' | '▒' | '▓' => '#',
        '□' | '░' | '∶' => ':',
        '▁'..='▇' => '_',
        '═' => '=',
        '→' | '⇒' | '▶' | '▷' | '≥' | '≧' => '>',
        '←' | '◀' | '◁' | '≤' | '≦' => '<',
        '↑' | '▲' | '△' => '^',
        '↓' | '▼' | '▽' | '√' => 'v',
        '÷' | '╱' => '/',
        '╲' => '\\',
        '×' | '╳' => 'x',
        _ => letter(symbol).unwrap_or('?'),
    }
}

/// The one ASCII letter or digit that is left of a sign without its marks and its ring: `é`, `ǎ`, `①`, `℃`.
fn letter(symbol: &str) -> Option<char> {
    let mut letters = symbol.nfkd().filter(char::is_ascii_alphanumeric);
    let one = letters.next()?;
    letters.next().is_none().then_some(one)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;
    use crate::tui::paint::{self, buffer_text};
    use crate::tui::style::Palette;

    fn narrowed(text: &str) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 60, 1));
        buffer.set_string(0, 0, text, Style::new());
        narrow(&mut buffer);
        buffer_text(&buffer).trim_end().to_owned()
    }

    #[test]
    fn punctuation_keeps_its_look_and_its_place() {
        assert_eq!(narrowed("“停车”——‘东门’……2×3·25℃"), "\"停车\"--'东门'..2x3.25C");
        assert_eq!(narrowed("Café ǎ Ж ① Ⅳ → 《议事》，。"), "Cafe a ? 1 ? > 《议事》，。");
    }

    #[test]
    fn a_box_keeps_its_shape() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 3));
        let inside = paint::titled_box(&mut buffer, Rect::new(0, 0, 8, 3), "", Palette::plain());
        paint::put(&mut buffer, inside, 0, 0, "字“", Style::new());
        narrow(&mut buffer);
        assert_eq!(buffer_text(&buffer), "+------+\n| 字\"  |\n+------+\n");
    }

    #[test]
    fn nothing_ambiguous_is_left_of_all_unicode() {
        for c in ('\u{a0}'..='\u{3ffff}').filter(|c| !c.is_control()) {
            let mut cell = Cell::EMPTY;
            cell.set_char(c);
            if is_ambiguous(&cell) {
                assert!(stand_in(cell.symbol()).is_ascii_graphic(), "{c:?}");
            }
        }
    }
}
