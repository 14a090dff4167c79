//! What a written field offers while somebody types: texts used before, or things that may be meant already. Knows
//! labels and values, not where they come from. It takes no key from the text until somebody goes down into it.

use crossterm::event::{KeyCode, KeyEvent};
use serde_json::Value;

use super::pick::Choice;
use crate::search::{Haystack, Needle};

/// The most that are offered at a time.
const OFFERED: usize = 4;

/// What is known, and what of it is offered now.
#[derive(Debug, Clone, Default)]
pub(super) struct Suggest {
    known: Vec<(String, Haystack)>,
    /// The texts that would complete what is written, or the things it may mean.
    pub(super) offered: Vec<Choice>,
    /// Whether taking one leaves the form for that thing instead of writing its text.
    pub(super) leads_away: bool,
    /// The one the keys act on, once somebody has gone down to them.
    pub(super) at: Option<usize>,
}

/// What became of a key among the suggestions.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Taken {
    /// Nothing: it is the text's.
    No,
    /// It moved among them.
    Moved,
    /// This one is taken.
    This(Value),
}

impl Suggest {
    /// Texts to offer, the likeliest first.
    pub(super) fn know(&mut self, texts: Vec<String>) {
        self.known = texts.into_iter().map(|text| (text.clone(), Haystack::new(&text))).collect();
    }

    /// Offers the known texts that match what is written; one that is written already is no help.
    pub(super) fn match_text(&mut self, written: &str) {
        if self.leads_away || self.known.is_empty() {
            return;
        }
        let needle = Needle::new(written);
        let mut found: Vec<_> = self
            .known
            .iter()
            .filter(|(text, _)| !needle.is_empty() && text != written.trim())
            .filter_map(|(text, haystack)| Some((needle.find(haystack)?.score, text)))
            .collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let choice = |text: &String| Choice { value: Value::from(text.as_str()), label: text.clone() };
        self.offer(found.into_iter().map(|(_, text)| choice(text)).take(OFFERED).collect());
    }

    /// Whether it ever offers anything.
    pub(super) fn may_offer(&self) -> bool {
        self.leads_away || !self.known.is_empty()
    }

    /// Offers these.
    pub(super) fn offer(&mut self, offered: Vec<Choice>) {
        self.at = self.at.filter(|at| *at < offered.len() && self.offered == offered);
        self.offered = offered;
    }

    /// Goes down to the first; says whether there is one.
    pub(super) fn enter(&mut self) -> bool {
        self.at = (!self.offered.is_empty()).then_some(0);
        self.at.is_some()
    }

    /// Obeys a key once somebody has gone down; any other key goes back to the text.
    pub(super) fn key(&mut self, key: KeyEvent) -> Taken {
        let Some(at) = self.at.take() else { return Taken::No };
        match key.code {
            KeyCode::Up => self.at = at.checked_sub(1),
            KeyCode::Down => self.at = Some((at + 1).min(self.offered.len().saturating_sub(1))),
            KeyCode::Enter => {
                return self.offered.get(at).map_or(Taken::Moved, |choice| Taken::This(choice.value.clone()));
            }
            _ => return Taken::No,
        }
        Taken::Moved
    }
}
