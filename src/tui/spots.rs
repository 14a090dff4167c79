//! What lies where in a frame, for whoever points at it. While a screen paints, it also says what its rows and words
//! are; nothing of it is kept between frames. Knows places and actions, not what they stand for.

use std::ops::{Deref, DerefMut};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::keys::Action;
use super::split::Pair;

/// What one may point at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A key to press, or the word beside it.
    Key(Action),
    /// The column of the board at this place.
    Column(usize),
    /// The row of the list on the screen, or of the list that asks for a choice, at this place.
    Row(usize),
    /// The field of the form at this place.
    Field(usize),
    /// The option at this place of the field at hand.
    Choice(usize),
    /// The suggestion at this place under that field.
    Suggestion(usize),
    /// What lies between two panes of this area: the line that parts them can be moved.
    Divider(Pair, Rect),
    /// A pane beside the one that has the keys.
    Beside {
        /// The first row that is shown.
        top: usize,
        /// The first row of its last page.
        most: usize,
    },
    /// A row of what is written in the field at hand.
    Text {
        /// The row, from the first that is shown.
        row: u16,
        /// How many are shown.
        rows: u16,
    },
}

/// A buffer that remembers what was painted where.
#[derive(Debug)]
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    spots: Vec<(Rect, Spot)>,
}

impl<'a> Canvas<'a> {
    /// A canvas on which nothing is known yet.
    pub fn new(buffer: &'a mut Buffer) -> Self {
        Self { buffer, spots: Vec::new() }
    }

    /// Says what lies in `area`. What lies in what comes first: a column before its rows.
    pub fn spot(&mut self, area: Rect, spot: Spot) {
        self.spots.push((area, spot));
    }

    /// Says what lies in row `row` of `area`.
    pub fn row_spot(&mut self, area: Rect, row: u16, spot: Spot) {
        if row < area.height {
            self.spot(Rect { y: area.y + row, height: 1, ..area }, spot);
        }
    }

    /// Something is laid over everything: what is below can no longer be pointed at.
    pub fn cover(&mut self) {
        self.spots.clear();
    }

    /// All that can be pointed at, and where, the outermost first.
    #[must_use]
    pub fn into_spots(self) -> Vec<(Rect, Spot)> {
        self.spots
    }
}

impl Deref for Canvas<'_> {
    type Target = Buffer;

    fn deref(&self) -> &Buffer {
        self.buffer
    }
}

impl DerefMut for Canvas<'_> {
    fn deref_mut(&mut self) -> &mut Buffer {
        self.buffer
    }
}
