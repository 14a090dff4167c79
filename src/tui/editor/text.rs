//! Paragraphs with their rows, and places in them. Knows nothing of keys or of history.

use std::ops::Range;
use std::rc::Rc;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::cells::wrap;

/// A paragraph as it is wrapped; cheap to copy, never changed.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    text: Rc<str>,
    rows: Rc<[Range<usize>]>,
    graphemes: usize,
}

/// A place between two graphemes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Caret {
    pub(super) paragraph: usize,
    /// Byte in the paragraph's text, always at the edge of a grapheme.
    pub(super) byte: usize,
    /// Whether a place between two rows is shown behind the upper one rather than before the lower.
    pub(super) hangs: bool,
}

impl Paragraph {
    pub(super) fn new(text: &str, cells: usize) -> Self {
        Self { text: text.into(), rows: wrap::wrap(text, cells).into(), graphemes: count(text) }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn rows(&self) -> &[Range<usize>] {
        &self.rows
    }

    /// The row a caret is shown in.
    pub(super) fn row_of(&self, caret: Caret) -> usize {
        let row = self.rows.partition_point(|row| row.end <= caret.byte).min(self.rows.len() - 1);
        if caret.hangs && row > 0 && self.rows[row].start == caret.byte { row - 1 } else { row }
    }

    /// The place in row `row` nearest to column `column`, from the left.
    pub(super) fn place_in(&self, row: usize, column: usize) -> (usize, bool) {
        let range = self.rows[row].clone();
        let mut used = 0;
        for (at, grapheme) in self.text[range.clone()].grapheme_indices(true) {
            let cells = wrap::width(grapheme);
            if used + cells > column {
                return (range.start + at, false);
            }
            used += cells;
        }
        (range.end, true)
    }

    pub(super) fn grapheme_before(&self, byte: usize) -> Option<usize> {
        GraphemeCursor::new(byte, self.text.len(), true).prev_boundary(&self.text, 0).ok().flatten()
    }

    pub(super) fn grapheme_after(&self, byte: usize) -> Option<usize> {
        GraphemeCursor::new(byte, self.text.len(), true).next_boundary(&self.text, 0).ok().flatten()
    }
}

impl Caret {
    pub(super) fn new(paragraph: usize, byte: usize) -> Self {
        Self { paragraph, byte, hangs: false }
    }

    /// The place without how it is shown.
    pub(super) fn place(self) -> (usize, usize) {
        (self.paragraph, self.byte)
    }
}

/// The graphemes of a text; a line feed is one.
pub(super) fn count(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).count() }
}

/// The graphemes of paragraphs that follow one another.
pub(super) fn graphemes(paragraphs: &[Paragraph]) -> usize {
    let feeds = paragraphs.len().saturating_sub(1);
    paragraphs.iter().map(|paragraph| paragraph.graphemes).sum::<usize>() + feeds
}

/// The row, counted over all paragraphs, and the column a caret is shown at.
pub(super) fn cell_of(paragraphs: &[Paragraph], caret: Caret) -> (usize, usize) {
    let above: usize = paragraphs[..caret.paragraph].iter().map(|paragraph| paragraph.rows.len()).sum();
    let paragraph = &paragraphs[caret.paragraph];
    let row = paragraph.row_of(caret);
    let start = paragraph.rows[row].start;
    (above + row, wrap::width(&paragraph.text[start..caret.byte]))
}

/// The caret before the character in column `column` of row `row`, counted over all paragraphs; below the last row, at
/// the end.
pub(super) fn caret_in(paragraphs: &[Paragraph], row: usize, column: usize) -> Caret {
    let mut rest = row;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if rest < paragraph.rows.len() {
            let (byte, hangs) = paragraph.place_in(rest, column);
            return Caret { paragraph: at, byte, hangs };
        }
        rest -= paragraph.rows.len();
    }
    let last = paragraphs.len() - 1;
    Caret::new(last, paragraphs[last].text.len())
}

/// The caret `bytes` behind the start of paragraph `first`, line feeds counted as one byte; never inside a grapheme.
pub(super) fn caret_at(paragraphs: &[Paragraph], first: usize, bytes: usize) -> Caret {
    let mut rest = bytes;
    for (at, paragraph) in paragraphs.iter().enumerate().skip(first) {
        if rest <= paragraph.text.len() {
            let inside =
                GraphemeCursor::new(rest, paragraph.text.len(), true).is_boundary(&paragraph.text, 0) != Ok(true);
            let byte = if inside { paragraph.grapheme_after(rest).unwrap_or(paragraph.text.len()) } else { rest };
            return Caret::new(at, byte);
        }
        rest -= paragraph.text.len() + 1;
    }
    let last = paragraphs.len() - 1;
    Caret::new(last, paragraphs[last].text.len())
}
