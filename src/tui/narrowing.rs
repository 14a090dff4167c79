//! What narrows the list that is shown: a query, being typed or in force. Knows what answers it, not what a list is of.

use std::collections::HashSet;
use std::ops::Range;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::editor::{Editor, Outcome};
use super::keys::{self, Action, Place};
use super::paint;
use super::style::{Look, Tone};
use crate::cells::wrap;
use crate::domain::entry::Instant;
use crate::domain::id::Ref;
use crate::domain::register::Register;
use crate::find::{Completion, Index, Query, completions};
use crate::text::Text;

/// Graphemes of a query.
const LIMIT: usize = 80;
/// Rows above the list while it is narrowed: the query, and how it may go on.
pub const ROWS: u16 = 2;

/// A query over a list, or none.
#[derive(Debug, Clone)]
pub struct Narrow {
    typed: Editor,
    state: State,
    query: Query,
    /// All that answers the query; none as long as that is not known.
    answers: Option<HashSet<Ref>>,
    completions: Vec<Completion>,
    /// What was to be typed did not fit.
    cut: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Off,
    /// It has the keys.
    Typing,
    /// The list has the keys.
    InForce,
}

/// What a key meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NarrowReply {
    /// Something else is asked now.
    Changed,
    /// The list moves.
    Move(Action),
    /// Nothing more.
    Stay,
}

impl Default for Narrow {
    fn default() -> Self {
        Self {
            typed: Editor::line(LIMIT),
            state: State::Off,
            query: Query::default(),
            answers: None,
            completions: Vec::new(),
            cut: false,
        }
    }
}

impl Narrow {
    /// Gives it the keys; what was typed before is there still.
    pub fn begin(&mut self) {
        self.state = State::Typing;
    }

    /// Puts these words into force; the list has the keys.
    pub fn hold(&mut self, words: &str) {
        self.typed = Editor::line(LIMIT).with_text(words);
        self.state = State::InForce;
    }

    /// Whether it is typed or in force.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.state != State::Off
    }

    /// Whether it has the keys.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.state == State::Typing
    }

    /// Whether it cannot be told yet what answers it.
    #[must_use]
    pub fn waits(&self) -> bool {
        !self.query.is_empty() && self.answers.is_none()
    }

    /// What is typed.
    #[must_use]
    pub fn text(&self) -> String {
        self.typed.text()
    }

    /// Whether the list keeps this.
    #[must_use]
    pub fn keeps(&self, thing: impl Into<Ref>) -> bool {
        self.query.is_empty() || self.answers.as_ref().is_some_and(|answers| answers.contains(&thing.into()))
    }

    /// Obeys a key while it has the keys.
    pub fn key(&mut self, key: KeyEvent) -> NarrowReply {
        match keys::action(Place::Narrow, key) {
            Some(Action::Open) if self.typed.is_empty() => *self = Self::default(),
            Some(Action::Open) => self.state = State::InForce,
            Some(Action::Back) => *self = Self::default(),
            Some(Action::Complete) => {
                let Some(completion) = self.completions.first() else { return NarrowReply::Stay };
                self.typed = Editor::line(LIMIT).with_text(&completion.query);
            }
            Some(action) => return NarrowReply::Move(action),
            None => match self.typed.key(key) {
                Ok(Outcome::Changed) => {}
                Ok(_) => return NarrowReply::Stay,
                Err(_) => {
                    self.cut = true;
                    return NarrowReply::Stay;
                }
            },
        }
        self.cut = false;
        NarrowReply::Changed
    }

    /// Types a pasted text; whether something else is asked now.
    pub fn paste(&mut self, text: &str) -> bool {
        if !self.is_typing() {
            return false;
        }
        self.cut = !self.typed.paste_what_fits(text);
        true
    }

    /// Finds again what answers.
    pub fn search(&mut self, index: Option<&Index>, register: &Register, now: Instant, text: Text) {
        let typed = self.typed.text();
        self.query = Query::parse(&typed);
        self.completions = if self.is_typing() { completions(&typed, register, text) } else { Vec::new() };
        self.answers = index.filter(|_| !self.query.is_empty()).map(|index| {
            let hits = index.find(&self.query, register, now);
            hits.into_iter().map(|hit| hit.what).collect()
        });
    }

    /// Takes what is typed for words to be looked for elsewhere: nothing is kept or left out for them here.
    pub fn read_words(&mut self) {
        self.query = Query::parse(&self.typed.text());
        self.answers = Some(HashSet::new());
        self.completions.clear();
    }

    /// Where its words stand in a row of a list, in byte ranges. What two spaces part are columns, each for itself.
    #[must_use]
    pub fn ranges_in(&self, row: &str) -> Vec<Range<usize>> {
        let mut at = 0;
        let mut ranges = Vec::new();
        for column in row.split("  ") {
            if !column.trim().is_empty() {
                let found = self.query.ranges_in(column);
                ranges.extend(found.into_iter().map(|range| at + range.start..at + range.end));
            }
            at += column.len() + 2;
        }
        ranges
    }

    /// Paints it above the list, with what `count` says of the list; returns where the caret is, if it has the keys.
    pub fn draw(&self, count: &str, buffer: &mut Buffer, area: Rect, look: &Look) -> Option<Position> {
        let used = paint::put(buffer, area, 0, 0, look.text.filter(), look.palette.style(Tone::Key)) + 1;
        let right = u16::try_from(wrap::width(count)).unwrap_or(0).min(area.width / 2);
        paint::put(buffer, area, 0, area.width - right, count, look.palette.style(Tone::Dim));
        let width = area.width.saturating_sub(used + right + 2);
        let input = Rect { x: area.x + used, width, height: 1, ..area };
        let caret = self.typed.draw(buffer, input, look.palette.style(Tone::Plain));
        if self.cut {
            paint::put(buffer, area, 1, 0, &look.text.query_cut(LIMIT), look.palette.style(Tone::Near));
            return self.is_typing().then_some(caret);
        }
        let words: Vec<&str> = self.completions.iter().map(|completion| completion.word.as_str()).collect();
        if !words.is_empty() {
            let words = format!("{} {}", look.text.find_goes_on(), words.join("  "));
            paint::put(buffer, area, 1, 0, &words, look.palette.style(Tone::Dim));
        }
        self.is_typing().then_some(caret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_a_row_is_searched_for_itself() {
        let narrow = Narrow { query: Query::parse("ld"), ..Narrow::default() };
        let row = " 2026-A001  东门路灯不亮   楼道堆物";
        let found: Vec<&str> = narrow.ranges_in(row).into_iter().map(|range| &row[range]).collect();
        assert_eq!(found, ["路灯", "楼道"]);
    }
}
