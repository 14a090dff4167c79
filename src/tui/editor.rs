//! The text editor of every input, of one line or of many. It knows graphemes, rows and keys; not what the text is for.
//!
//! The cursor of the terminal is placed where the caret is, because the window of an input method follows it. Rows are
//! one cell narrower than the area, so that the caret behind a full row still has a cell of its own.

mod history;
mod motion;
mod text;

use std::borrow::Cow;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::paint;
use crate::cells::clean;
use history::{Edit, History, Snapshot};
use text::{Caret, Paragraph};

/// A text being written.
#[derive(Debug, Clone)]
pub struct Editor {
    kind: Kind,
    limit: usize,
    width: u16,
    paragraphs: Vec<Paragraph>,
    caret: Caret,
    /// The column the caret would like to be in while it moves up and down.
    goal: Option<usize>,
    history: History,
}

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing: the key may mean something to whoever holds the editor.
    Ignored,
    /// The caret moved.
    Moved,
    /// The text changed.
    Changed,
}

/// The text would have got longer than its field allows; nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// The graphemes the field allows.
    pub limit: usize,
    /// The graphemes there would have been.
    pub would_be: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Line,
    Lines,
}

impl Editor {
    /// An empty text of one paragraph and at most `limit` graphemes.
    #[must_use]
    pub fn line(limit: usize) -> Self {
        Self::new(Kind::Line, limit)
    }

    /// An empty text of any number of paragraphs and at most `limit` graphemes, line feeds counted.
    #[must_use]
    pub fn lines(limit: usize) -> Self {
        Self::new(Kind::Lines, limit)
    }

    /// The same editor holding `text`, the caret behind it and nothing to undo. What is stored is never too long.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        let clean = self.fitting(text);
        self.paragraphs = clean.split('\n').map(|text| Paragraph::new(text, self.row_cells())).collect();
        self.history = History::default();
        self.move_to(self.end());
        self
    }

    /// The whole text, paragraphs parted by line feeds.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            if at > 0 {
                text.push('\n');
            }
            text.push_str(paragraph.text());
        }
        text
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.paragraphs.iter().all(|paragraph| paragraph.text().is_empty()) && self.paragraphs.len() == 1
    }

    /// How many graphemes are written, line feeds counted.
    #[must_use]
    pub fn graphemes(&self) -> usize {
        text::graphemes(&self.paragraphs)
    }

    /// How many rows the text takes at a width of `width` cells, the caret's cell included.
    #[must_use]
    pub fn rows(&self, width: u16) -> usize {
        self.laid_out(width).iter().map(|paragraph| paragraph.rows().len()).sum()
    }

    /// Wraps the text for an area of `width` cells. Until then it is laid out for eighty.
    pub fn lay_out(&mut self, width: u16) {
        if let Cow::Owned(paragraphs) = self.laid_out(width) {
            self.paragraphs = paragraphs;
        }
        self.width = width;
    }

    /// Obeys a key.
    ///
    /// # Errors
    /// [`TooLong`] if what was typed does not fit; the text stays as it was.
    pub fn key(&mut self, key: KeyEvent) -> Result<Outcome, TooLong> {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
        let typed = !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
            || key.modifiers.contains(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match key.code {
            KeyCode::Enter if self.kind == Kind::Lines && key.modifiers.is_empty() => self.insert("\n", Edit::Other),
            // Terminals send Ctrl-H where others send Backspace.
            KeyCode::Char('h') if ctrl => Ok(self.remove_back(self.before(self.caret))),
            KeyCode::Backspace if !ctrl => Ok(self.remove_back(self.before(self.caret))),
            KeyCode::Delete => Ok(self.remove(self.caret, self.after(self.caret), Edit::Deleting)),
            KeyCode::Char('w') | KeyCode::Backspace if ctrl => Ok(self.remove_back(self.word_before(self.caret))),
            KeyCode::Char('u') if ctrl => Ok(self.remove_back(self.paragraph_start())),
            KeyCode::Char('k') if ctrl => Ok(self.remove(self.caret, self.paragraph_end(), Edit::Other)),
            KeyCode::Char('z') if ctrl => Ok(self.undo()),
            KeyCode::Char('y') if ctrl => Ok(self.redo()),
            KeyCode::Char('a') if ctrl => Ok(self.move_to(self.row_start())),
            KeyCode::Char('e') if ctrl => Ok(self.move_to(self.row_end())),
            KeyCode::Char(c) if typed => self.type_char(c),
            _ => Ok(self.motion(key)),
        }
    }

    /// Takes in a pasted text: line breaks of every kind are understood, other control characters made visible.
    ///
    /// # Errors
    /// [`TooLong`] if it does not fit; nothing of it is then taken.
    pub fn paste(&mut self, text: &str) -> Result<Outcome, TooLong> {
        let text = self.fitting(text);
        self.insert(&text, Edit::Other)
    }

    /// As [`Self::paste`], but of a text that does not fit as much is taken as does, of its first line that says
    /// something. Whether all of it was taken.
    pub fn paste_what_fits(&mut self, text: &str) -> bool {
        if self.paste(text).is_ok() {
            return true;
        }
        let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        let room = self.limit.saturating_sub(self.graphemes());
        let beginning: String = line.graphemes(true).take(room).collect();
        // Cleaning may make a sign longer; then nothing is taken.
        let _ = self.paste(&beginning);
        false
    }

    /// Paints the part of the text around the caret, and returns where the caret is. An empty area has its caret at its
    /// own corner.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, style: Style) -> Position {
        let paragraphs = self.laid_out(area.width);
        let (caret_row, caret_column) = text::cell_of(&paragraphs, self.caret);
        let total = paragraphs.iter().map(|paragraph| paragraph.rows().len()).sum();
        let shown = paint::window(caret_row, total, usize::from(area.height));
        let rows =
            paragraphs.iter().flat_map(|paragraph| paragraph.rows().iter().map(|row| &paragraph.text()[row.clone()]));
        for (y, row) in (area.top()..area.bottom()).zip(rows.skip(shown.start)) {
            buffer.set_stringn(area.x, y, row, usize::from(area.width), style);
        }
        let right = usize::from(area.width.saturating_sub(1));
        let x = u16::try_from(caret_column.min(right)).unwrap_or(0);
        let y = u16::try_from(caret_row - shown.start.min(caret_row)).unwrap_or(0);
        Position::new(area.x + x, area.y + y.min(area.height.saturating_sub(1)))
    }

    /// Moves the caret before the character at a cell: `row` is counted from the first of the `rows` that are shown, as
    /// [`Self::draw`] shows them in the width the text is laid out for.
    pub fn point(&mut self, row: u16, rows: u16, column: u16) {
        let (caret_row, _) = text::cell_of(&self.paragraphs, self.caret);
        let total = self.paragraphs.iter().map(|paragraph| paragraph.rows().len()).sum();
        let first = paint::window(caret_row, total, usize::from(rows)).start;
        self.move_to(text::caret_in(&self.paragraphs, first + usize::from(row), usize::from(column)));
    }

    fn new(kind: Kind, limit: usize) -> Self {
        let width = 80;
        Self {
            kind,
            limit,
            width,
            paragraphs: vec![Paragraph::new("", row_cells(width))],
            caret: Caret::default(),
            goal: None,
            history: History::default(),
        }
    }

    fn row_cells(&self) -> usize {
        row_cells(self.width)
    }

    fn laid_out(&self, width: u16) -> Cow<'_, [Paragraph]> {
        if width == self.width {
            return Cow::Borrowed(&self.paragraphs);
        }
        Cow::Owned(self.paragraphs.iter().map(|paragraph| Paragraph::new(paragraph.text(), row_cells(width))).collect())
    }

    /// `text` as it can stand here: without control characters, and without line feeds in a single line.
    fn fitting<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.kind {
            Kind::Line => clean::clean(text.trim_end_matches(['\r', '\n'])),
            Kind::Lines => clean::clean_lines(text),
        }
    }

    fn type_char(&mut self, c: char) -> Result<Outcome, TooLong> {
        let mut bytes = [0; 4];
        let typed = clean::clean(c.encode_utf8(&mut bytes)).into_owned();
        let outcome = self.insert(&typed, Edit::Typing)?;
        if "，。；！？,.;!?".contains(c) {
            self.history.cut();
        }
        Ok(outcome)
    }

    fn insert(&mut self, text: &str, edit: Edit) -> Result<Outcome, TooLong> {
        if text.is_empty() {
            return Ok(Outcome::Ignored);
        }
        let caret = self.caret;
        self.replace(caret, caret, text, edit)
    }

    fn remove_back(&mut self, from: Caret) -> Outcome {
        self.remove(from, self.caret, Edit::Deleting)
    }

    fn remove(&mut self, from: Caret, to: Caret, edit: Edit) -> Outcome {
        if from.place() == to.place() {
            return Outcome::Ignored;
        }
        // Less text always fits.
        self.replace(from, to, "", edit).unwrap_or(Outcome::Ignored)
    }

    fn replace(&mut self, from: Caret, to: Caret, with: &str, edit: Edit) -> Result<Outcome, TooLong> {
        let before = &self.paragraphs[from.paragraph].text()[..from.byte];
        let behind = &self.paragraphs[to.paragraph].text()[to.byte..];
        let joined = [before, with, behind].concat();
        let replaced = &self.paragraphs[from.paragraph..=to.paragraph];
        let would_be = self.graphemes() - text::graphemes(replaced) + text::count(&joined);
        if would_be > self.limit && would_be > self.graphemes() {
            return Err(TooLong { limit: self.limit, would_be });
        }
        let end = before.len() + with.len();
        let cells = self.row_cells();
        let snapshot = self.snapshot();
        let paragraphs: Vec<_> = joined.split('\n').map(|text| Paragraph::new(text, cells)).collect();
        self.history.record(snapshot, edit);
        self.paragraphs.splice(from.paragraph..=to.paragraph, paragraphs);
        let caret = text::caret_at(&self.paragraphs, from.paragraph, end);
        self.caret = caret;
        self.goal = None;
        Ok(Outcome::Changed)
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot { paragraphs: self.paragraphs.clone(), width: self.width, caret: self.caret }
    }

    fn undo(&mut self) -> Outcome {
        let now = self.snapshot();
        let before = self.history.undo(now);
        self.restore(before)
    }

    fn redo(&mut self) -> Outcome {
        let now = self.snapshot();
        let after = self.history.redo(now);
        self.restore(after)
    }

    fn restore(&mut self, snapshot: Option<Snapshot>) -> Outcome {
        let Some(snapshot) = snapshot else { return Outcome::Ignored };
        let width = self.width;
        self.paragraphs = snapshot.paragraphs;
        self.width = snapshot.width;
        self.lay_out(width);
        self.caret = snapshot.caret;
        self.goal = None;
        Outcome::Changed
    }
}

fn row_cells(width: u16) -> usize {
    usize::from(width.saturating_sub(1)).max(1)
}

#[cfg(test)]
mod tests;
