//! Where the caret goes: by grapheme, by word, by the rows that are seen. Changes no text.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::text::Caret;
use super::{Editor, Outcome};

/// What a word is made of: a run of one of these.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Between,
    Hanzi,
    Letters,
}

impl Editor {
    pub(super) fn motion(&mut self, key: KeyEvent) -> Outcome {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let to = match key.code {
            KeyCode::Left if ctrl => self.word_before(self.caret),
            KeyCode::Right if ctrl => self.word_after(self.caret),
            KeyCode::Left => self.before(self.caret),
            KeyCode::Right => self.after(self.caret),
            KeyCode::Home if ctrl => Caret::default(),
            KeyCode::End if ctrl => self.end(),
            KeyCode::Home => self.row_start(),
            KeyCode::End => self.row_end(),
            KeyCode::Up => return self.climb(false),
            KeyCode::Down => return self.climb(true),
            _ => return Outcome::Ignored,
        };
        if to == self.caret { Outcome::Ignored } else { self.move_to(to) }
    }

    pub(super) fn move_to(&mut self, caret: Caret) -> Outcome {
        self.caret = caret;
        self.goal = None;
        self.history.cut();
        Outcome::Moved
    }

    pub(super) fn end(&self) -> Caret {
        let last = self.paragraphs.len() - 1;
        Caret::new(last, self.paragraphs[last].text().len())
    }

    pub(super) fn before(&self, caret: Caret) -> Caret {
        match self.paragraphs[caret.paragraph].grapheme_before(caret.byte) {
            Some(byte) => Caret::new(caret.paragraph, byte),
            None if caret.paragraph > 0 => {
                Caret::new(caret.paragraph - 1, self.paragraphs[caret.paragraph - 1].text().len())
            }
            None => caret,
        }
    }

    pub(super) fn after(&self, caret: Caret) -> Caret {
        match self.paragraphs[caret.paragraph].grapheme_after(caret.byte) {
            Some(byte) => Caret::new(caret.paragraph, byte),
            None if caret.paragraph + 1 < self.paragraphs.len() => Caret::new(caret.paragraph + 1, 0),
            None => caret,
        }
    }

    pub(super) fn word_before(&self, caret: Caret) -> Caret {
        let before = self.before(caret);
        if before.paragraph != caret.paragraph || before.place() == caret.place() {
            return before;
        }
        let text = &self.paragraphs[caret.paragraph].text()[..caret.byte];
        let trimmed = text.trim_end_matches(|c| run_of(c) == Run::Between);
        let rest = match trimmed.chars().next_back() {
            Some(last) => trimmed.trim_end_matches(|c| run_of(c) == run_of(last)),
            None => trimmed,
        };
        self.snapped(caret.paragraph, rest.len())
    }

    fn word_after(&self, caret: Caret) -> Caret {
        let after = self.after(caret);
        if after.paragraph != caret.paragraph || after.place() == caret.place() {
            return after;
        }
        let whole = self.paragraphs[caret.paragraph].text();
        let text = &whole[caret.byte..];
        let run = text.chars().next().map_or(Run::Between, run_of);
        let rest = text.trim_start_matches(|c| run_of(c) == run).trim_start_matches(|c| run_of(c) == Run::Between);
        self.snapped(caret.paragraph, whole.len() - rest.len())
    }

    pub(super) fn paragraph_start(&self) -> Caret {
        if self.caret.byte == 0 { self.before(self.caret) } else { Caret::new(self.caret.paragraph, 0) }
    }

    pub(super) fn paragraph_end(&self) -> Caret {
        let end = self.paragraphs[self.caret.paragraph].text().len();
        if self.caret.byte == end { self.after(self.caret) } else { Caret::new(self.caret.paragraph, end) }
    }

    pub(super) fn row_start(&self) -> Caret {
        let paragraph = &self.paragraphs[self.caret.paragraph];
        Caret::new(self.caret.paragraph, paragraph.rows()[paragraph.row_of(self.caret)].start)
    }

    pub(super) fn row_end(&self) -> Caret {
        let paragraph = &self.paragraphs[self.caret.paragraph];
        let byte = paragraph.rows()[paragraph.row_of(self.caret)].end;
        Caret { paragraph: self.caret.paragraph, byte, hangs: true }
    }

    /// One row up or down, to the column the caret started from.
    fn climb(&mut self, down: bool) -> Outcome {
        let paragraph = &self.paragraphs[self.caret.paragraph];
        let row = paragraph.row_of(self.caret);
        let (_, column) = super::text::cell_of(&self.paragraphs, self.caret);
        let goal = self.goal.unwrap_or(column);
        let (to, row) = match (down, row) {
            (true, row) if row + 1 < paragraph.rows().len() => (self.caret.paragraph, row + 1),
            (true, _) if self.caret.paragraph + 1 < self.paragraphs.len() => (self.caret.paragraph + 1, 0),
            (false, row) if row > 0 => (self.caret.paragraph, row - 1),
            (false, _) if self.caret.paragraph > 0 => {
                (self.caret.paragraph - 1, self.paragraphs[self.caret.paragraph - 1].rows().len() - 1)
            }
            _ => return Outcome::Ignored,
        };
        let (byte, hangs) = self.paragraphs[to].place_in(row, goal);
        self.move_to(Caret { paragraph: to, byte, hangs });
        self.goal = Some(goal);
        Outcome::Moved
    }

    fn snapped(&self, paragraph: usize, byte: usize) -> Caret {
        super::text::caret_at(&self.paragraphs[..=paragraph], paragraph, byte)
    }
}

fn run_of(c: char) -> Run {
    match c {
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}' => {
            Run::Hanzi
        }
        _ if c.is_alphanumeric() => Run::Letters,
        _ => Run::Between,
    }
}
