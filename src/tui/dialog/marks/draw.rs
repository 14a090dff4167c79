//! How a list of many things to mark looks: the filter, the rows with their marks, how many are marked, the keys.

use ratatui::layout::{Position, Rect};

use super::{Marked, Marks};
use crate::cells::wrap;
use crate::search::Needle;
use crate::tui::keys::{self, Place};
use crate::tui::paint;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};

/// The widest the list gets.
const WIDEST: u16 = 88;
/// Rows of the list at most.
const LISTED: u16 = 24;
/// Rows that are not the list's: the frame, the filter, what is said, the keys.
const AROUND: u16 = 6;
/// Cells for the sign of the selected row and its mark.
const MARK: usize = 6;

/// Paints the list in the middle of `area`; returns where the caret is.
pub(in crate::tui::dialog) fn draw<T: Clone + PartialEq>(
    marks: &Marks<T>,
    canvas: &mut Canvas<'_>,
    area: Rect,
    look: &Look,
) -> Position {
    // As high as the whole list needs: the box does not jump while typing narrows it.
    let most = LISTED.min(area.height.saturating_sub(AROUND)).max(1);
    let rows = u16::try_from(marks.size()).unwrap_or(most).clamp(1, most);
    let outer = paint::centred(area, WIDEST, rows + AROUND);
    let inside = paint::titled_box(canvas, outer, marks.title(), look.palette);
    let count = look.text.pick_marked(marks.count());
    let count_cells = u16::try_from(wrap::width(&count)).unwrap_or(0).min(inside.width / 3);
    paint::put(canvas, inside, 0, inside.width - count_cells, &count, look.palette.style(Tone::Key));
    let used = paint::put(canvas, inside, 0, 0, look.text.filter(), look.palette.style(Tone::Dim)) + 1;
    let width = inside.width.saturating_sub(used + count_cells + 1);
    let caret = marks.filter().draw(
        canvas,
        Rect { x: inside.x + used, width, height: 1, ..inside },
        look.palette.style(Tone::Plain),
    );
    let list = Rect { y: inside.y + 1, height: inside.height.saturating_sub(3), ..inside };
    if marks.listed() == 0 && marks.said().is_none() {
        paint::put(canvas, list, 0, 0, look.text.nothing_found(), look.palette.style(Tone::Dim));
    }
    let needle = Needle::new(&marks.filter().text());
    for (row, at) in (0..list.height).zip(paint::window(marks.cursor(), marks.listed(), usize::from(list.height))) {
        draw_row(marks, at, canvas, list, row, look);
        paint::highlight(canvas, list, row, look.palette.matched(), |text| needle.ranges_in(text));
    }
    let below = inside.height.saturating_sub(2);
    if let Some((sentence, tone)) = marks.said() {
        paint::put(canvas, inside, below, 0, sentence, look.palette.style(*tone));
    }
    let hints = keys::hints(Place::PickMany, look.text);
    paint::key_line(canvas, inside, inside.height.saturating_sub(1), &hints, look.palette);
    caret
}

fn draw_row<T: Clone + PartialEq>(
    marks: &Marks<T>,
    at: usize,
    canvas: &mut Canvas<'_>,
    list: Rect,
    row: u16,
    look: &Look,
) {
    canvas.row_spot(list, row, Spot::Row(at));
    let (marked, label, note) = marks.row(at);
    let mark = match marked {
        Marked::None => "[ ] ",
        Marked::Some => "[-] ",
        Marked::All => "[x] ",
    };
    let width = usize::from(list.width).saturating_sub(MARK);
    let note = wrap::truncate(note, width / 2);
    let room = width.saturating_sub(wrap::width(&note) + 2);
    let selected = at == marks.cursor();
    let (sign, tone) = if selected { ("> ", Tone::Selected) } else { ("  ", Tone::Plain) };
    let quiet = if selected { Tone::Selected } else { Tone::Dim };
    let label = format!("{}  ", wrap::pad(&label, room));
    let pieces = [(sign, tone), (mark, tone), (label.as_str(), tone), (&*note, quiet)];
    paint::pieces(canvas, list, row, &pieces, look.palette);
}
