//! Choosing one of several things before a form can open. Typing narrows the list.

use crossterm::event::KeyEvent;

use crate::domain::id::MatterRef;
use crate::search::{Haystack, Needle};
use crate::tui::act::{Act, Aim};
use crate::tui::editor::{Editor, Outcome};
use crate::tui::keys::{self, Action, Place};

/// Rows a page key passes.
const PAGE: usize = 8;

/// What an act could be carried out on, to choose from.
#[derive(Debug, Clone)]
pub struct Pick {
    /// What is asked.
    pub title: String,
    /// The matter.
    pub matter: MatterRef,
    /// The act.
    pub act: Act,
    options: Vec<Candidate>,
    filter: Editor,
    /// The place of the selected one among those listed.
    cursor: usize,
}

/// What a key meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickReply {
    /// The list goes on.
    Stay,
    /// Nothing is chosen.
    Leave,
    /// This is chosen.
    Chosen(Aim),
}

#[derive(Debug, Clone)]
struct Candidate {
    aim: Aim,
    label: String,
    haystack: Haystack,
}

impl Pick {
    /// A list of what the act could be carried out on, each with its label.
    #[must_use]
    pub fn new(title: String, matter: MatterRef, act: Act, options: Vec<(Aim, String)>) -> Self {
        let options =
            options.into_iter().map(|(aim, label)| Candidate { aim, haystack: Haystack::new(&label), label }).collect();
        Self { title, matter, act, options, filter: Editor::line(40), cursor: 0 }
    }

    /// The labels the filter leaves.
    #[must_use]
    pub fn listed(&self) -> Vec<&str> {
        self.left().map(|option| option.label.as_str()).collect()
    }

    /// What narrows the list.
    #[must_use]
    pub fn filter(&self) -> &Editor {
        &self.filter
    }

    /// The selected row among those listed.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Obeys a key.
    pub fn key(&mut self, key: KeyEvent) -> PickReply {
        let last = self.left().count().saturating_sub(1);
        match keys::action(Place::Pick, key) {
            Some(Action::Open) => {
                return self.left().nth(self.cursor).map_or(PickReply::Stay, |option| PickReply::Chosen(option.aim));
            }
            Some(Action::Back) => return PickReply::Leave,
            Some(Action::Up) => self.cursor = self.cursor.saturating_sub(1),
            Some(Action::Down) => self.cursor = (self.cursor + 1).min(last),
            Some(Action::PageUp) => self.cursor = self.cursor.saturating_sub(PAGE),
            Some(Action::PageDown) => self.cursor = (self.cursor + PAGE).min(last),
            _ => {
                // A filter that does not fit finds nothing anyway.
                if self.filter.key(key) == Ok(Outcome::Changed) {
                    self.cursor = 0;
                }
            }
        }
        PickReply::Stay
    }

    /// Narrows the list by a pasted text.
    pub fn paste(&mut self, text: &str) {
        if self.filter.paste(text) == Ok(Outcome::Changed) {
            self.cursor = 0;
        }
    }

    fn left(&self) -> impl Iterator<Item = &Candidate> {
        let needle = Needle::new(&self.filter.text());
        self.options.iter().filter(move |option| needle.is_empty() || needle.find(&option.haystack).is_some())
    }
}
