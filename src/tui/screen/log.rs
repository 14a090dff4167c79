//! The log 日志: the record act by act, the newest first. Rows are places in the record, and only those in sight are made
//! into sentences: a record of many years costs what a new one does.

mod draw;
mod filter;

use crate::domain::entry::Entry;
use crate::domain::id::ActId;
use crate::domain::register::Register;
use crate::domain::time::{Due, day_of};
use crate::text::Text;
use crate::tui::keys::Action;
use crate::tui::screen::Target;
use crate::tui::style::Look;
use filter::Filter;

pub use draw::draw;

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct Log {
    /// How many acts there are, and the last of them, as of the last look.
    seen: (usize, Option<ActId>),
    /// Which acts are listed; none: all.
    filter: Option<Filter>,
    selected: Option<ActId>,
    /// The row of the selected one.
    row: usize,
}

/// Acts that match are looked for so many rows ahead of the selected one.
const AHEAD: usize = 100;

impl Log {
    /// The screen as the record stands.
    #[must_use]
    pub fn new(register: &Register, text: Text) -> Self {
        let mut screen = Self::default();
        screen.refresh(register, text);
        screen
    }

    /// Takes in what is new. What was selected stays selected.
    pub fn refresh(&mut self, register: &Register, text: Text) {
        let entries = register.entries();
        let now = (entries.len(), entries.last().map(Entry::id));
        if now == self.seen {
            return;
        }
        self.seen = now;
        if let Some(filter) = &mut self.filter {
            filter.start(entries.len());
            filter.look_on(self.row + AHEAD, register, text);
        }
        self.find_selected(register, text);
    }

    /// Moves the selection.
    pub fn update(&mut self, action: Action, page: usize, register: &Register, text: Text) {
        if let Some(place) = action.moves(self.row, page) {
            self.go(place, register, text);
        }
    }

    /// Lists only acts that these words are found in, the newest of them selected; without words, all, and what was
    /// selected stays so.
    pub fn narrow(&mut self, words: &str, register: &Register, text: Text) {
        let had = self.filter.take();
        if words.trim().is_empty() {
            self.find_selected(register, text);
        } else if had.as_ref().is_some_and(|had| had.words == words) {
            self.filter = had;
        } else {
            self.filter = Some(Filter::new(words, self.seen.0));
            self.go(0, register, text);
        }
    }

    /// What is to be said of the narrowed list: how many acts are found, and how far back was looked.
    #[must_use]
    pub fn found(&self, register: &Register, look: &Look) -> Option<String> {
        let filter = self.filter.as_ref()?;
        let left = filter.left().checked_sub(1).and_then(|left| register.entries().get(left));
        Some(match left {
            None => look.text.log_found(filter.hits().len()),
            Some(entry) => {
                let day = look.text.date(day_of(entry.ts), look.today());
                look.text.log_found_since(filter.hits().len(), &day)
            }
        })
    }

    /// How many acts are listed, as far as was looked.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.length()
    }

    /// Selects the earliest act of this day or instant, or after it: what stands above it has come since.
    pub fn back_to(&mut self, since: Due, register: &Register, text: Text) {
        let is_since = |entry: &Entry| match since {
            Due::Day(day) => day_of(entry.ts) >= day,
            Due::At(at) => entry.ts >= at,
        };
        let rows = (0..self.length()).take_while(|row| self.entry(*row, register).is_some_and(is_since));
        self.go(rows.last().unwrap_or(0), register, text);
    }

    /// Where what the selected act concerns is looked at, if it is a matter, a meeting or belongs to one.
    #[must_use]
    pub fn target(&self, register: &Register) -> Option<Target> {
        let entry = self.act(register)?;
        let touched = entry.events.iter().flat_map(|event| event.touch().of());
        entry.subject().into_iter().chain(touched).find_map(|thing| Target::of(thing, register))
    }

    /// The selected act.
    #[must_use]
    pub fn act<'a>(&self, register: &'a Register) -> Option<&'a Entry> {
        self.entry(self.row, register)
    }

    /// How many rows are known.
    fn length(&self) -> usize {
        self.filter.as_ref().map_or(self.seen.0, |filter| filter.hits().len())
    }

    /// The act of a row.
    fn entry<'a>(&self, row: usize, register: &'a Register) -> Option<&'a Entry> {
        let place = match &self.filter {
            Some(filter) => *filter.hits().get(row)?,
            None => self.seen.0.checked_sub(row + 1)?,
        };
        register.entries().get(place)
    }

    fn go(&mut self, row: usize, register: &Register, text: Text) {
        if let Some(filter) = &mut self.filter {
            filter.look_on(row.saturating_add(AHEAD), register, text);
        }
        self.row = row.min(self.length().saturating_sub(1));
        self.selected = self.entry(self.row, register).map(Entry::id);
    }

    /// Finds the row of the selected act again, from the newest back: it is seldom far.
    fn find_selected(&mut self, register: &Register, text: Text) {
        let found = self.selected.and_then(|selected| {
            (0..self.length()).find(|row| self.entry(*row, register).is_some_and(|entry| entry.id() == selected))
        });
        self.go(found.unwrap_or(self.row), register, text);
    }
}
