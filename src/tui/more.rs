//! Where rows are cut: what of them is seen, and the sign in the last row that says how many are below and above. Knows
//! rows, not what is in them.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint;
use super::style::{Look, Tone};
use crate::cells::wrap;

/// Cells between the two halves of the sign.
const GAP: usize = 2;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Things of a list.
    Things,
    /// Rows of a text.
    Rows,
}

/// The part of a list of `length` rows that is seen around its cursor in `area`. Where not all are seen, the last row of
/// the area is for the [`sign`].
#[must_use]
pub fn window(cursor: usize, length: usize, area: Rect) -> Range<usize> {
    paint::window(cursor, length, room(length, area))
}

/// The same, with the sign painted; a row of the list is a thing.
pub fn list(cursor: usize, length: usize, buffer: &mut Buffer, area: Rect, look: &Look) -> Range<usize> {
    let shown = window(cursor, length, area);
    sign(&shown, length, Count::Things, buffer, area, look);
    shown
}

/// The same for rows that are not all things: only those are counted.
pub fn grouped<T>(
    cursor: usize,
    rows: &[T],
    is_thing: impl Fn(&T) -> bool,
    buffer: &mut Buffer,
    area: Rect,
    look: &Look,
) -> Range<usize> {
    let window = window(cursor, rows.len(), area);
    let things = |rows: &[T]| rows.iter().filter(|row| is_thing(row)).count();
    let above = things(&rows[..window.start]);
    let shown = above..above + things(&rows[window.clone()]);
    sign(&shown, things(rows), Count::Things, buffer, area, look);
    window
}

/// The part of a text of `length` rows that is seen in `area` from its row `top` on, with the sign painted. Scrolled
/// beyond its end it is scrolled to it.
pub fn text(top: usize, length: usize, buffer: &mut Buffer, area: Rect, look: &Look) -> Range<usize> {
    let shown = rows(top, length, area);
    sign(&shown, length, Count::Rows, buffer, area, look);
    shown
}

/// The same without the sign.
#[must_use]
pub fn rows(top: usize, length: usize, area: Rect) -> Range<usize> {
    let room = room(length, area);
    let top = top.min(length.saturating_sub(room));
    top..length.min(top + room)
}

/// Says in the last row of `area` how many of `length` are below what is shown, and how many above; nothing if none is.
/// Both keep their places while one walks through the list.
pub fn sign(shown: &Range<usize>, length: usize, count: Count, buffer: &mut Buffer, area: Rect, look: &Look) {
    if shown.len() >= length || area.height == 0 {
        return;
    }
    let (below, above) = match count {
        Count::Things => (look.text.more_below(length - shown.end), look.text.more_above(shown.start)),
        Count::Rows => (look.text.more_rows_below(length - shown.end), look.text.more_rows_above(shown.start)),
    };
    let widest = match count {
        Count::Things => [look.text.more_below(length), look.text.more_above(length)],
        Count::Rows => [look.text.more_rows_below(length), look.text.more_rows_above(length)],
    };
    let widest = widest.map(|sign| wrap::width(&sign));
    let has_room = widest[0] + GAP + widest[1] <= usize::from(area.width);
    let (below, above, width) = if has_room {
        (below, above, widest[0])
    } else {
        let digits = length.to_string().len();
        (format!("↓ {}", length - shown.end), format!("↑ {}", shown.start), 2 + digits)
    };
    let below = if shown.end < length { below } else { look.text.more_none().to_owned() };
    let above = if shown.start > 0 { above } else { String::new() };
    let line = format!("{}{}{above}", wrap::pad(&below, width), " ".repeat(GAP));
    paint::put(buffer, area, area.height - 1, 0, line.trim_end(), look.palette.style(Tone::Dim));
}

/// Rows there are for the list itself.
fn room(length: usize, area: Rect) -> usize {
    let height = usize::from(area.height);
    if length > height { height.saturating_sub(1) } else { height }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{EN, Text, ZH};
    use crate::tui::split::Panes;
    use crate::tui::style::Palette;

    fn look(text: Text) -> Look {
        let now = crate::domain::entry::Instant::parse_from_rfc3339("2026-11-21T19:30:00+08:00").unwrap();
        Look { text, palette: Palette::plain(), panes: Panes::default(), now }
    }

    fn signed(top: usize, length: usize, width: u16, text: Text) -> (Range<usize>, String) {
        let area = Rect::new(0, 0, width, 5);
        let mut buffer = Buffer::empty(area);
        let shown = self::text(top, length, &mut buffer, area, &look(text));
        (shown, paint::buffer_text(&buffer).lines().last().unwrap_or_default().to_owned())
    }

    #[test]
    fn what_fits_has_no_sign() {
        assert_eq!(signed(0, 5, 40, ZH), (0..5, String::new()));
    }

    #[test]
    fn what_does_not_fit_gives_its_last_row_to_the_sign() {
        assert_eq!(signed(0, 12, 40, ZH), (0..4, "↓ 还有 8 行".into()));
        assert_eq!(signed(3, 12, 40, ZH), (3..7, "↓ 还有 5 行   ↑ 前面 3 行".into()));
        assert_eq!(signed(99, 12, 40, ZH), (8..12, "到底了        ↑ 前面 8 行".into()));
        assert_eq!(signed(3, 12, 40, EN), (3..7, "↓ 5 more rows   ↑ 3 above".into()));
    }

    #[test]
    fn where_there_is_little_room_the_arrows_and_the_numbers_stay() {
        assert_eq!(signed(3, 12, 12, EN).1, "↓ 5   ↑ 3");
    }

    #[test]
    fn a_list_shows_its_cursor_and_no_more_than_there_is_room_for() {
        for height in 1..9 {
            for length in 0..40 {
                for cursor in 0..length {
                    let area = Rect::new(0, 0, 20, height);
                    let shown = window(cursor, length, area);
                    let signed = usize::from(shown.len() < length);
                    assert!(shown.len() + signed <= usize::from(height));
                    assert!(shown.contains(&cursor) || height == 1, "{cursor} of {length} in {height}");
                }
            }
        }
    }
}
