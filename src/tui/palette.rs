//! The palette: one line from which everything can be done, by name, pinyin, initials or key, or as a command written
//! out. It says what is wanted; App does it. Must not know the rules, nor what a command brings about.

mod command;
mod complete;
mod draw;
mod entries;
mod fields;
mod words;

use crossterm::event::KeyEvent;

use super::dialog::Then;
use super::editor::{Editor, Outcome, TooLong};
use super::keys::{self, Action, Place};
use super::style::{Look, Tone};
use super::world::World;
use crate::domain::command::Command;
use crate::domain::id::{BodyRef, Ref};
use crate::domain::refusal::Kind;
use crate::domain::time::Due;
use crate::search::Needle;
use complete::Completions;
use entries::What;
use words::Words;

pub use draw::draw;
pub use entries::{Entry, entries};

/// Graphemes a line may take: a command with its longest text.
const LIMIT: usize = 8_000;
/// Rows a page key passes.
const PAGE: usize = 8;

/// The line, and what it could mean.
#[derive(Debug, Clone)]
pub struct Prompt {
    line: Editor,
    entries: Vec<Entry>,
    offered: Offered,
    /// The row the keys act on. A row of what could come next holds them only once somebody has gone down to it.
    cursor: Option<usize>,
    /// What was wrong, or is under way.
    said: Option<(String, Tone)>,
    /// Lines carried out before, the oldest first; the one that is shown, if one is.
    history: Vec<String>,
    recalled: Option<usize>,
}

/// What stands under the line.
#[derive(Debug, Clone)]
enum Offered {
    /// What can be done, by its place among the entries.
    Entries(Vec<usize>),
    /// What could come next in a command.
    Next(Completions),
}

/// What a key asked of whoever holds the palette.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// Nothing; the palette goes on.
    Stay,
    /// To leave without doing anything.
    Leave,
    /// To do what a key would, on another screen first if one is named.
    Do(Option<Action>, Action),
    /// To do what the line says.
    Asked(Asked),
}

/// What a line asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// A command to be carried out, and what follows.
    Command(Box<Command>, Then),
    /// Something to be shown.
    Show(Showing),
}

/// What a reading command shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Showing {
    /// Everything of a kind that answers a query.
    List {
        /// The kind.
        kind: Kind,
        /// The query.
        query: String,
        /// Only what one of these has.
        bodies: Option<Vec<BodyRef>>,
    },
    /// One thing.
    Thing(Ref),
    /// What needs someone.
    Today,
    /// The record act by act.
    Log {
        /// Only what touches this.
        of: Option<Ref>,
        /// Only from this day or instant on.
        since: Option<Due>,
    },
    /// What a look over the whole record finds.
    Check {
        /// A seal to look for.
        seal: Option<String>,
    },
}

impl Prompt {
    /// An empty line over what can be done; the lines carried out before come back with the arrows.
    #[must_use]
    pub fn new(entries: Vec<Entry>, history: Vec<String>) -> Self {
        let all = (0..entries.len()).collect();
        Self {
            line: Editor::line(LIMIT),
            entries,
            offered: Offered::Entries(all),
            cursor: Some(0),
            said: None,
            history,
            recalled: None,
        }
    }

    /// What is typed.
    #[must_use]
    pub fn typed(&self) -> String {
        self.line.text()
    }

    /// Says something under the line.
    pub fn say(&mut self, sentence: String, tone: Tone) {
        self.said = Some((sentence, tone));
    }

    /// Obeys a key.
    pub fn key(&mut self, key: KeyEvent, world: &World<'_>, look: &Look) -> Reply {
        match keys::action(Place::Palette, key) {
            Some(Action::Back) => return Reply::Leave,
            Some(Action::Open) => return self.enter(world, look),
            Some(Action::Complete) => self.complete(world, look),
            Some(action @ (Action::Up | Action::Down)) if self.recalls(action) => self.recall(action, world, look),
            Some(action) => self.go(action),
            None => {
                let outcome = self.line.key(key);
                self.took(outcome, world, look);
            }
        }
        Reply::Stay
    }

    /// Takes in a pasted text.
    pub fn paste(&mut self, text: &str, world: &World<'_>, look: &Look) {
        let outcome = self.line.paste(text);
        self.took(outcome, world, look);
    }

    fn took(&mut self, outcome: Result<Outcome, TooLong>, world: &World<'_>, look: &Look) {
        match outcome {
            Ok(Outcome::Changed) => {
                self.recalled = None;
                self.renew(world, look);
            }
            Ok(Outcome::Moved | Outcome::Ignored) => {}
            Err(TooLong { limit, would_be }) => self.say(look.text.field_too_long(limit, would_be), Tone::Late),
        }
    }

    /// Looks anew what the line could mean.
    fn renew(&mut self, world: &World<'_>, look: &Look) {
        self.said = None;
        let line = self.typed();
        if line.trim_start().starts_with('{') {
            self.offered = Offered::Next(Completions::default());
            self.cursor = None;
        } else if Words::of(&line).done.first().is_some_and(|word| command::is_command(&word.text)) {
            self.offered = Offered::Next(complete::of(&line, world, look));
            self.cursor = None;
        } else {
            self.offered = Offered::Entries(self.called(line.trim()));
            self.cursor = Some(0);
        }
    }

    /// The entries that are called so, the best first; of equals in their order.
    fn called(&self, typed: &str) -> Vec<usize> {
        if typed.is_empty() {
            return (0..self.entries.len()).collect();
        }
        let needle = Needle::new(typed);
        let found = self.entries.iter().enumerate();
        let mut found: Vec<_> = found.filter_map(|(at, entry)| Some((entry.worth(typed, &needle)?, at))).collect();
        found.sort_by_key(|(worth, at)| (std::cmp::Reverse(*worth), *at));
        found.into_iter().map(|(_, at)| at).collect()
    }

    fn entry(&self) -> Option<&Entry> {
        match &self.offered {
            Offered::Entries(places) => self.entries.get(*places.get(self.cursor?)?),
            Offered::Next(_) => None,
        }
    }

    fn rows(&self) -> usize {
        match &self.offered {
            Offered::Entries(places) => places.len(),
            Offered::Next(next) => next.list.len(),
        }
    }

    fn go(&mut self, action: Action) {
        let last = self.rows().saturating_sub(1);
        self.cursor = match (self.cursor, action) {
            (None, Action::Up | Action::PageUp) => None,
            (None, _) => (self.rows() > 0).then_some(0),
            // From the first of what could come next, back to the line.
            (Some(0), Action::Up) if matches!(self.offered, Offered::Next(_)) => None,
            (Some(at), action) => Some(action.moves(at, PAGE).unwrap_or(at).min(last)),
        };
    }

    /// Whether an arrow leads to another line carried out before, not to another row.
    fn recalls(&self, action: Action) -> bool {
        let on_top = self.line.is_empty() && self.cursor.unwrap_or(0) == 0 && action == Action::Up;
        !self.history.is_empty() && (self.recalled.is_some() || on_top)
    }

    fn recall(&mut self, action: Action, world: &World<'_>, look: &Look) {
        let length = self.history.len();
        let at = self.recalled.unwrap_or(length);
        let at = if action == Action::Up { at.saturating_sub(1) } else { at + 1 };
        self.recalled = (at < length).then_some(at);
        let line = self.recalled.and_then(|at| self.history.get(at)).cloned().unwrap_or_default();
        self.write(&line, world, look);
    }

    fn write(&mut self, line: &str, world: &World<'_>, look: &Look) {
        self.line = Editor::line(LIMIT).with_text(line);
        self.renew(world, look);
    }

    /// Completes the word being typed by the row the keys act on, or the first.
    fn complete(&mut self, world: &World<'_>, look: &Look) {
        let line = self.typed();
        let whole = match &self.offered {
            Offered::Entries(_) => match self.entry() {
                Some(Entry { what: What::Write(name), .. }) => format!("{name} "),
                // An act with a command of its own can be written out as well.
                Some(Entry { note, .. }) if command::is_command(note) => format!("{note} "),
                _ => return,
            },
            Offered::Next(next) => {
                let Some(completion) = next.list.get(self.cursor.unwrap_or(0)) else { return };
                let space = if completion.goes_on { "" } else { " " };
                format!("{}{}{space}", &line[..next.at], completion.word)
            }
        };
        self.write(&whole, world, look);
    }

    fn enter(&mut self, world: &World<'_>, look: &Look) -> Reply {
        if let Offered::Next(_) = self.offered {
            if self.cursor.is_some() {
                self.complete(world, look);
                return Reply::Stay;
            }
            return self.ask(world, look);
        }
        let Some(entry) = self.entry() else {
            self.say(look.text.palette_nothing().to_owned(), Tone::Late);
            return Reply::Stay;
        };
        if let Some(obstacle) = entry.obstacle.clone() {
            self.say(obstacle, Tone::Late);
            return Reply::Stay;
        }
        match entry.what {
            What::Do(action) => Reply::Do(None, action),
            What::Go(screen, action) => Reply::Do(Some(screen), action),
            What::Write(name) => {
                self.write(&format!("{name} "), world, look);
                // What needs no more words is done at once.
                match command::read(name, world, look.text) {
                    Ok(asked) => Reply::Asked(asked),
                    Err(_) => Reply::Stay,
                }
            }
        }
    }

    fn ask(&mut self, world: &World<'_>, look: &Look) -> Reply {
        match command::read(&self.typed(), world, look.text) {
            Ok(asked) => Reply::Asked(asked),
            Err(sentence) => {
                self.say(sentence, Tone::Late);
                Reply::Stay
            }
        }
    }
}

#[cfg(test)]
mod tests;
