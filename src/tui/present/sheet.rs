//! A sheet that is filled from the top, row after row, with text that gives way to what is kept free below. Knows rows and
//! letters, not meetings.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::cells::{clean, wrap};
use crate::tui::paint::{self, Piece};
use crate::tui::style::{Palette, Tone};

/// From this size on rows are set free.
const ROOMY: (u16, u16) = (140, 40);
/// The widest a line gets: the eye must find the right end of the row it began at the left.
const WIDEST: u16 = 120;

/// What is left of the wall to write on.
pub(super) struct Sheet<'a> {
    pub(super) buffer: &'a mut Buffer,
    /// What is free.
    pub(super) area: Rect,
    pub(super) palette: Palette,
    pub(super) is_roomy: bool,
}

impl<'a> Sheet<'a> {
    /// The middle of an area, with a margin at either side.
    pub(super) fn new(buffer: &'a mut Buffer, area: Rect, palette: Palette) -> Self {
        let margin = (area.width / 24).max(1);
        let is_roomy = area.width >= ROOMY.0 && area.height >= ROOMY.1;
        let width = (area.width - 2 * margin).min(WIDEST);
        let area = Rect { x: area.x + (area.width - width) / 2, width, ..area };
        Self { buffer, area, palette, is_roomy }
    }

    /// Leaves a row free; where there is room, several.
    pub(super) fn gap(&mut self) {
        self.down(if self.is_roomy { 2 } else { 1 });
    }

    /// A row with something at its left end and something at its right; the left gives way.
    pub(super) fn ends(&mut self, left: (&str, Tone), right: (&str, Tone)) {
        let cells = u16::try_from(wrap::width(right.0)).unwrap_or(u16::MAX).min(self.area.width);
        let room = Rect { width: (self.area.width - cells).saturating_sub(2), ..self.area };
        paint::put(self.buffer, room, 0, 0, left.0, self.palette.style(left.1));
        paint::put(self.buffer, self.area, 0, self.area.width - cells, right.0, self.palette.style(right.1));
        self.down(1);
    }

    /// A row of pieces, one after the other.
    pub(super) fn pieces(&mut self, pieces: &[Piece<'_>]) {
        paint::pieces(self.buffer, self.area, 0, pieces, self.palette);
        self.down(1);
    }

    /// A text in at most so many rows; what is left of it shows as `…`.
    pub(super) fn words(&mut self, text: &str, tone: Tone, most: u16) {
        let text = text.lines().map(|line| clean::clean(line).into_owned()).collect::<Vec<_>>().join(" ");
        let rows = wrap::wrap(&text, usize::from(self.area.width));
        let most = most.min(self.area.height);
        for (nth, row) in (1..=most).zip(&rows) {
            let rest = if nth == most { &text[row.start..] } else { text[row.clone()].trim_end() };
            paint::put(self.buffer, self.area, 0, 0, rest, self.palette.style(tone));
            self.down(1);
        }
    }

    /// A text that matters more than all others: bold.
    pub(super) fn large(&mut self, text: &str, tone: Tone, most: u16) {
        let from = self.area;
        self.words(text, tone, most);
        let written = Rect { height: from.height - self.area.height, ..from };
        self.buffer.set_style(written, Modifier::BOLD);
    }

    /// Keeps the lowest rows for something else: they are no longer free, and are returned.
    pub(super) fn keep(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.area.height);
        self.area.height -= rows;
        Rect { y: self.area.bottom(), height: rows, ..self.area }
    }

    /// Writes on another part of the wall.
    pub(super) fn at(&mut self, area: Rect) -> Sheet<'_> {
        Sheet { buffer: self.buffer, area, palette: self.palette, is_roomy: self.is_roomy }
    }

    /// Leaves so many rows free.
    pub(super) fn down(&mut self, rows: u16) {
        let rows = rows.min(self.area.height);
        self.area = Rect { y: self.area.y + rows, height: self.area.height - rows, ..self.area };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::paint::buffer_text;

    #[test]
    fn a_long_text_is_cut_where_its_rows_end() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 4));
        let area = buffer.area;
        Sheet::new(&mut buffer, area, Palette::plain()).words("东门路灯不亮已经三个星期", Tone::Plain, 2);
        // Ten cells between the margins: five characters, then four and the sign that there is more.
        assert_eq!(buffer_text(&buffer), " 东门路灯不\n 亮已经三…\n\n\n");
    }
}
