//! Small helpers between what a screen wants to show and the cells of the terminal. They know cells, not councils.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use ratatui::widgets::{Block, Clear, Padding, Widget};
use unicode_width::UnicodeWidthStr;

use super::keys::Action;
use super::spots::{Canvas, Spot};
use super::style::{Palette, Tone};
use crate::cells::{clean, wrap};
use crate::text::Text;

/// The smallest screen there is something to see on.
const LEAST: Size = Size { width: 60, height: 16 };
/// Cells of the longest row of a question, so that it leaves the labels of the form it is about in sight.
const QUESTION: usize = 44;

/// A key and what it does, as the key line shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyHint {
    /// How the key is written: `Enter`, `n`.
    pub key: String,
    /// What it does, in a word or two.
    pub label: String,
    /// The higher, the longer it stays when the line gets narrow.
    pub importance: u8,
    /// What it asks for.
    pub action: Action,
}

/// A piece of text in a meaning.
pub type Piece<'a> = (&'a str, Tone);

/// Cells beside a box that are too few to show anything: it takes them, too.
const SLIVER: u16 = 12;

/// The middle of `area`, at most `width` × `height` cells of it; the whole width where only slivers would be left.
#[must_use]
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let width = if width + SLIVER >= area.width { area.width } else { width };
    let height = height.min(area.height);
    Rect::new(area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height)
}

/// Empties `area` for something laid over what is already painted.
pub fn clear(buffer: &mut Buffer, area: Rect) {
    let area = area.intersection(buffer.area);
    if area.left() > buffer.area.left() {
        // A wide character whose right half is under the edge would swallow the edge's first cell.
        for y in area.top()..area.bottom() {
            let cell = &mut buffer[(area.left() - 1, y)];
            if cell.symbol().width() > 1 {
                cell.set_symbol(" ");
            }
        }
    }
    Clear.render(area, buffer);
}

/// A box with a title over whatever is painted there. Returns the room inside it.
pub fn titled_box(buffer: &mut Buffer, area: Rect, title: &str, palette: Palette) -> Rect {
    // A blank on either side, so that no word runs into the border.
    let around = Rect { x: area.x.saturating_sub(1), width: area.width.saturating_add(2), ..area };
    let around = around.intersection(buffer.area);
    clear(buffer, around);
    buffer.set_style(around, palette.ground());
    let room = usize::from(area.width.saturating_sub(4));
    let mut block = Block::bordered().border_style(palette.style(Tone::Dim)).padding(Padding::horizontal(1));
    if !title.is_empty() {
        let title = format!(" {} ", wrap::truncate(&clean::clean(title), room.saturating_sub(2)));
        block = block.title(title).title_style(palette.style(Tone::Heading));
    }
    let inside = block.inner(area);
    block.render(area, buffer);
    inside
}

/// A question in a box, and the keys that answer it.
pub fn question(canvas: &mut Canvas<'_>, area: Rect, sentence: &str, hints: &[KeyHint], palette: Palette) {
    let rows = wrap::wrap(sentence, QUESTION);
    let words = rows.iter().map(|row| wrap::width(&sentence[row.clone()])).max().unwrap_or(0);
    let answers = hints_width(&hints.iter().collect::<Vec<_>>());
    let width = u16::try_from(words.max(answers) + 4).unwrap_or(u16::MAX);
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(4);
    let inside = titled_box(canvas, centred(area, width, height), "", palette);
    for (y, row) in (0..).zip(rows) {
        put(canvas, inside, y, 0, sentence[row].trim_end(), palette.style(Tone::Plain));
    }
    key_line(canvas, inside, inside.height.saturating_sub(1), hints, palette);
}

/// Whether there is too little room to show anything.
#[must_use]
pub fn is_too_small(size: Size) -> bool {
    size.width < LEAST.width || size.height < LEAST.height
}

/// Says so where there is too little room for anything else; whether it did.
pub fn says_too_small(buffer: &mut Buffer, area: Rect, text: Text, palette: Palette) -> bool {
    let is_too_small = is_too_small(area.as_size());
    if is_too_small {
        let sentence = text.too_small(area.width, area.height);
        for (y, row) in (0..area.height).zip(wrap::wrap(&sentence, usize::from(area.width))) {
            put(buffer, area, y, 0, &sentence[row], palette.style(Tone::Plain));
        }
    }
    is_too_small
}

/// Paints pieces one after the other into one row of `area`'s width at its row `row`; the one that does not fit is cut
/// with `…`. Returns the cells used.
pub fn pieces(buffer: &mut Buffer, area: Rect, row: u16, pieces: &[Piece<'_>], palette: Palette) -> u16 {
    let mut used = 0;
    for (text, tone) in pieces {
        used += put(buffer, area, row, used, text, palette.style(*tone));
    }
    used
}

/// Paints `text` at column `at` of `area`'s row `row`, cut with `…` where the area ends. Returns the cells used.
pub fn put(buffer: &mut Buffer, area: Rect, row: u16, at: u16, text: &str, style: Style) -> u16 {
    if row >= area.height || at >= area.width {
        return 0;
    }
    let room = usize::from(area.width - at);
    // Whatever is painted comes through here, so nothing from data reaches the terminal as it is.
    let text = clean::clean(text);
    let shown = wrap::truncate(&text, room);
    let (end, _) = buffer.set_stringn(area.x + at, area.y + row, &shown, room, style);
    end - (area.x + at)
}

/// Paints a sentence on as many rows as it needs.
pub fn sentence(buffer: &mut Buffer, area: Rect, sentence: &str, style: Style) {
    for (y, row) in (0..area.height).zip(wrap::wrap(sentence, usize::from(area.width))) {
        put(buffer, area, y, 0, sentence[row].trim_end(), style);
    }
}

/// The two cells before a row: what the next key acts on is told by a sign too, and so is what is marked.
#[must_use]
pub fn lead(selected: bool, marked: bool) -> &'static str {
    match (selected, marked) {
        (false, false) => "  ",
        (true, false) => "> ",
        (false, true) => "* ",
        (true, true) => "*>",
    }
}

/// Lays a style over a whole row of `area`.
pub fn tint(buffer: &mut Buffer, area: Rect, row: u16, style: Style) {
    if row < area.height {
        buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, style);
    }
}

/// Lays a style over parts of what row `row` of `area` shows. `find` tells them in byte ranges of the row's text.
pub fn highlight(
    buffer: &mut Buffer,
    area: Rect,
    row: u16,
    style: Style,
    find: impl FnOnce(&str) -> Vec<Range<usize>>,
) {
    let area = area.intersection(buffer.area);
    if row >= area.height {
        return;
    }
    let (mut text, mut cells, mut x) = (String::new(), Vec::new(), area.left());
    while x < area.right() {
        let symbol = buffer[(x, area.y + row)].symbol();
        cells.push((text.len(), x));
        text.push_str(symbol);
        x += u16::try_from(symbol.width()).unwrap_or(1).max(1);
    }
    for range in find(&text) {
        for (_, x) in cells.iter().filter(|(at, _)| range.contains(at)) {
            buffer[(*x, area.y + row)].set_style(style);
        }
    }
}

/// The hints that fit side by side into `cells`, in their order: the least important are left out first, none is cut.
#[must_use]
pub fn hints_that_fit(hints: &[KeyHint], cells: usize) -> Vec<&KeyHint> {
    let mut kept: Vec<&KeyHint> = hints.iter().collect();
    while hints_width(&kept) > cells {
        // Of equals the last goes first: the table lists them in the order people need them.
        let Some(least) = kept.iter().map(|hint| hint.importance).min() else { break };
        if let Some(at) = kept.iter().rposition(|hint| hint.importance == least) {
            kept.remove(at);
        }
    }
    kept
}

/// Paints as many hints as fit into row `row` of `area`.
pub fn key_line(canvas: &mut Canvas<'_>, area: Rect, row: u16, hints: &[KeyHint], palette: Palette) {
    let mut at = 0;
    for hint in hints_that_fit(hints, usize::from(area.width)) {
        let from = at;
        at += put(canvas, area, row, at, &hint.key, palette.style(Tone::Key)) + 1;
        at += put(canvas, area, row, at, &hint.label, palette.style(Tone::Dim));
        canvas.row_spot(Rect { x: area.x + from, width: at - from, ..area }, row, Spot::Key(hint.action));
        at += HINT_GAP;
    }
}

/// The part of a list of `length` rows to show in `height` rows so that `cursor` is seen with its neighbours.
///
/// It follows from its arguments alone, and moves by half a page: while the cursor walks inside, nothing is repainted.
#[must_use]
pub fn window(cursor: usize, length: usize, height: usize) -> Range<usize> {
    if length <= height {
        return 0..length;
    }
    let step = (height / 2).max(1);
    let page = cursor.min(length - 1) / step * step;
    let start = page.saturating_sub(step / 2).min(length - height);
    start..start + height
}

/// What a buffer shows, a line a row, trailing blanks left out: for tests and for people who look at them.
#[must_use]
pub fn buffer_text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut row = String::new();
        let mut x = buffer.area.left();
        while x < buffer.area.right() {
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            // The cell after a wide character is covered by it.
            x += u16::try_from(symbol.width()).unwrap_or(1).max(1);
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

/// Cells between two hints.
const HINT_GAP: u16 = 2;

fn hints_width(hints: &[&KeyHint]) -> usize {
    let words: usize = hints.iter().map(|hint| wrap::width(&hint.key) + 1 + wrap::width(&hint.label)).sum();
    words + hints.len().saturating_sub(1) * usize::from(HINT_GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hint(key: &str, label: &str, importance: u8) -> KeyHint {
        KeyHint { key: key.into(), label: label.into(), importance, action: Action::Help }
    }

    #[test]
    fn a_box_over_half_a_hanzi_keeps_its_edge() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 3));
        for row in 0..3 {
            buffer.set_string(0, row, "关于小区停车", Style::new());
        }
        titled_box(&mut buffer, Rect::new(3, 0, 6, 3), "", Palette::plain());
        let text = buffer_text(&buffer);
        let rows: Vec<_> = text.lines().collect();
        // Column 2 held the left half of 于, column 9 the right half of 停: both become blanks.
        assert_eq!(rows[1], "关 │    │ 车");
    }

    #[test]
    fn the_least_important_hints_go_first_and_none_is_cut() {
        let hints = [hint("Enter", "打开", 9), hint("u", "撤销", 3), hint("n", "提事", 8)];
        let keys = |cells| hints_that_fit(&hints, cells).iter().map(|hint| hint.key.as_str()).collect::<Vec<_>>();
        // Enter+1+4 = 10, u+1+4 = 6, n+1+4 = 6, two gaps of 2: 26.
        assert_eq!(keys(26), ["Enter", "u", "n"]);
        assert_eq!(keys(25), ["Enter", "n"]);
        assert_eq!(keys(17), ["Enter"]);
        assert!(keys(9).is_empty());
    }

    #[test]
    fn a_window_always_holds_its_cursor() {
        for height in 1..9 {
            for length in 0..40 {
                for cursor in 0..length {
                    let window = window(cursor, length, height);
                    assert!(window.contains(&cursor), "{cursor} of {length} in {height}: {window:?}");
                    assert_eq!(window.len(), length.min(height));
                }
            }
        }
    }

    #[test]
    fn pieces_are_cut_where_the_row_ends() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 1));
        let used = pieces(
            &mut buffer,
            Rect::new(0, 0, 9, 1),
            0,
            &[("2026 ", Tone::Dim), ("东门路灯", Tone::Plain)],
            Palette::plain(),
        );
        assert_eq!(buffer_text(&buffer), "2026 东…\n");
        assert_eq!(used, 8);
    }
}
