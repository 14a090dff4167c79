//! Rows of a list as columns that line up: how wide each is, and what gives way where there is little room. Knows cells,
//! not what they say.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint;
use super::style::{Palette, Tone};
use crate::cells::wrap;

/// Cells between two columns.
const GAP: usize = 2;
/// Cells before the first column: whether the row is selected, and whether it is marked.
pub const LEAD: u16 = 2;

/// What a row says in one column.
pub type Cell = (String, Tone);

/// How narrow a column may get before the next one gives way; 0 leaves it out.
pub type Step = (usize, usize);

/// The cells of every column so that the rows fit into `room` cells. Each is as wide as its widest cell; where that is too
/// much, columns give way in the order of `steps`, none further than it must.
#[must_use]
pub fn fit<'a>(rows: impl IntoIterator<Item = &'a Vec<Cell>>, room: usize, steps: &[Step]) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (width, (cell, _)) in widths.iter_mut().zip(row) {
            *width = (*width).max(wrap::width(cell));
        }
    }
    for (column, least) in steps {
        let too_many = total(&widths).saturating_sub(room);
        if let Some(width) = widths.get_mut(*column).filter(|_| too_many > 0) {
            *width = if *least == 0 { 0 } else { width.saturating_sub(too_many).max(*least).min(*width) };
        }
    }
    widths
}

/// The cells of a row side by side in these widths; a column without width is left out.
#[must_use]
pub fn line(cells: &[Cell], widths: &[usize]) -> Vec<Cell> {
    let shown: Vec<_> = cells.iter().zip(widths).filter(|(_, width)| **width > 0).collect();
    let last = shown.iter().rposition(|((cell, _), _)| !cell.is_empty()).unwrap_or(0);
    let padded = |(at, ((cell, tone), width)): (usize, &(&Cell, &usize))| {
        // Behind the last there is nothing to line up.
        let cell = if at == last {
            wrap::truncate(cell, **width).into_owned()
        } else {
            wrap::pad(cell, **width) + &" ".repeat(GAP)
        };
        (cell, *tone)
    };
    shown.iter().enumerate().take(last + 1).map(padded).collect()
}

/// Paints a row of a list: what stands before it, and its cells in these widths.
pub fn draw(
    buffer: &mut Buffer,
    area: Rect,
    y: u16,
    (selected, marked): (bool, bool),
    row: &[Cell],
    widths: &[usize],
    palette: Palette,
) {
    let mut cells = vec![(paint::lead(selected, marked).to_owned(), Tone::Key)];
    cells.extend(line(row, widths));
    let pieces: Vec<_> = cells.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
    paint::pieces(buffer, area, y, &pieces, palette);
    if selected {
        paint::tint(buffer, area, y, palette.style(Tone::Selected));
    }
}

fn total(widths: &[usize]) -> usize {
    let shown = widths.iter().filter(|width| **width > 0);
    shown.map(|width| width + GAP).sum::<usize>().saturating_sub(GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Vec<Cell> {
        cells.iter().map(|cell| ((*cell).to_owned(), Tone::Plain)).collect()
    }

    fn text(cells: &[Cell]) -> String {
        cells.iter().map(|(cell, _)| cell.as_str()).collect()
    }

    #[test]
    fn columns_line_up_under_their_widest_cell() {
        let rows = [row(&["东门路灯", "甲", "N1"]), row(&["井盖", "乙方", "N2"])];
        let widths = fit(&rows, 40, &[]);
        assert_eq!(text(&line(&rows[0], &widths)), "东门路灯  甲    N1");
        assert_eq!(text(&line(&rows[1], &widths)), "井盖      乙方  N2");
    }

    #[test]
    fn columns_give_way_in_their_order_and_no_further_than_they_must() {
        // 8 + 2 + 4 + 2 + 2 = 18 cells.
        let rows = [row(&["东门路灯", "甲方", "N1"])];
        let steps = [(0, 5), (2, 0), (1, 0)];
        assert_eq!(fit(&rows, 18, &steps), [8, 4, 2]);
        assert_eq!(fit(&rows, 16, &steps), [6, 4, 2]);
        assert_eq!(fit(&rows, 14, &steps), [5, 4, 0]);
        assert_eq!(fit(&rows, 6, &steps), [5, 0, 0]);
    }

    #[test]
    fn a_column_that_says_nothing_takes_no_room() {
        let rows = [row(&["甲", "", "乙"]), row(&["甲", "", ""])];
        let widths = fit(&rows, 9, &[]);
        assert_eq!(text(&line(&rows[0], &widths)), "甲  乙");
        assert_eq!(text(&line(&rows[1], &widths)), "甲");
    }
}
