//! A form: the draft of a command, as data. One key handler and one painter serve every form.
//! It knows names, kinds and values of fields; not which command they make, nor whether the rules allow it.

mod draw;
mod field;
mod pick;
mod suggest;
mod when;

use std::collections::BTreeMap;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Size;
use serde_json::{Map, Value};

use super::keys::{self, Action, Place};
use super::style::Tone;
use crate::domain::entry::Instant;

pub use draw::draw;
pub use field::{Field, Flaw};
pub use pick::Choice;
pub use when::Precision;
pub(super) use when::{read as read_when, shown as shown_when};

/// Graphemes that may be thrown away without asking: a few words.
const FEW: usize = 2;

/// Fields under a title, one of them holding the keyboard.
#[derive(Debug, Clone)]
pub struct Form {
    title: String,
    fields: Vec<Field>,
    focus: usize,
    only_changed: bool,
    message: Option<(String, Tone)>,
}

/// What a key asked of whoever holds the form.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// Nothing: the form goes on.
    Stay,
    /// Carry out these fields: `name` → value, the empty ones left out.
    Submit(Map<String, Value>),
    /// Close the form; hardly anything is lost.
    Leave,
    /// Ask first: more than a few words would be lost.
    AskToLeave,
    /// Show this instead: it is what the words are about.
    Show(Value),
}

impl Form {
    /// A form of `fields`, the keyboard in the first.
    #[must_use]
    pub fn new(title: impl Into<String>, fields: Vec<Field>) -> Self {
        Self { title: title.into(), fields, focus: 0, only_changed: false, message: None }
    }

    /// The form yields only what differs from the values it was given: for commands that change a thing.
    #[must_use]
    pub fn only_changed(mut self) -> Self {
        self.only_changed = true;
        self
    }

    /// The form is for many things: under this title, and empty where it was filled with what is one thing's own.
    pub fn for_many(&mut self, title: String, own: &[&str]) {
        self.title = title;
        for field in self.fields.iter_mut().filter(|field| own.contains(&field.name())) {
            field.empty();
        }
    }

    /// The name of the field that holds the keyboard.
    #[must_use]
    pub fn focused(&self) -> Option<&'static str> {
        self.fields.get(self.focus).map(Field::name)
    }

    /// Wraps and arranges the fields for a screen of `size`.
    pub fn lay_out(&mut self, size: Size) {
        let width = draw::input_width(self, size);
        for field in &mut self.fields {
            field.lay_out(width);
        }
    }

    /// Obeys a key. `now` dates what is written as "in three days".
    pub fn key(&mut self, key: KeyEvent, now: Instant) -> Reply {
        if let Some(shown) = self.suggested(key) {
            return shown;
        }
        match keys::action(Place::Form, key) {
            Some(Action::Back) => self.leave(),
            Some(Action::Submit) => self.submit(now),
            Some(Action::NextField) => self.go(1),
            Some(Action::PreviousField) => self.go(self.fields.len().saturating_sub(1)),
            _ => self.field_key(key, now),
        }
    }

    /// Takes a pasted text into the field that holds the keyboard.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.paste(text);
        }
    }

    /// Says something about the whole form, until the next change.
    pub fn say(&mut self, sentence: String, tone: Tone) {
        self.message = Some((sentence, tone));
    }

    /// Shows why the rules refused: at the field they named, else above the keys. What was typed stays.
    pub fn refuse(&mut self, field: Option<&str>, sentence: String) {
        match field.and_then(|name| self.fields.iter().position(|field| field.name() == name)) {
            Some(at) => {
                self.focus = at;
                self.message = None;
                self.fields[at].refuse(sentence);
            }
            None => self.say(sentence, Tone::Late),
        }
    }

    /// What is chosen or written in a field, if it can be read.
    #[must_use]
    pub fn value(&self, name: &str, now: Instant) -> Option<Value> {
        self.fields.iter().find(|field| field.name() == name)?.value(now).ok().flatten()
    }

    /// Says in a field what leaving it empty means.
    pub fn if_empty(&mut self, name: &str, meaning: String) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name() == name) {
            field.if_empty = meaning;
        }
    }

    /// Offers things that the words of a field may be about already; taking one shows it.
    pub fn offer(&mut self, name: &str, things: Vec<Choice>) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name() == name) {
            field.suggest.leads_away = true;
            field.suggest.offer(things);
        }
    }

    /// What is written in a field.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        Some(self.fields.iter().find(|field| field.name() == name)?.editor()?.text())
    }

    /// What is written in each field beyond what it was filled with.
    #[must_use]
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.fields.iter().filter_map(|field| Some((field.name().to_owned(), field.written()?))).collect()
    }

    /// Writes a text into a field as if it had been typed.
    pub fn write(&mut self, name: &str, text: &str) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name() == name) {
            field.write(text);
        }
    }

    /// How much was typed or chosen since the form opened, in graphemes.
    #[must_use]
    pub fn unsaved(&self) -> usize {
        self.fields.iter().map(Field::unsaved).sum()
    }

    /// A key among the suggestions of the field with the keyboard, if somebody has gone down to them.
    fn suggested(&mut self, key: KeyEvent) -> Option<Reply> {
        let suggest = &mut self.fields.get_mut(self.focus)?.suggest;
        let at = suggest.at?;
        match key.code {
            KeyCode::Enter if suggest.leads_away => Some(Reply::Show(suggest.offered.get(at)?.value.clone())),
            KeyCode::Esc => {
                suggest.at = None;
                Some(Reply::Stay)
            }
            _ => None,
        }
    }

    fn leave(&self) -> Reply {
        if self.unsaved() > FEW { Reply::AskToLeave } else { Reply::Leave }
    }

    fn go(&mut self, steps: usize) -> Reply {
        if !self.fields.is_empty() {
            self.fields[self.focus].suggest.at = None;
            self.focus = (self.focus + steps) % self.fields.len();
        }
        Reply::Stay
    }

    fn field_key(&mut self, key: KeyEvent, now: Instant) -> Reply {
        let last = self.focus + 1 >= self.fields.len();
        let Some(field) = self.fields.get_mut(self.focus) else { return Reply::Stay };
        if field.key(key, now) {
            self.message = None;
            return Reply::Stay;
        }
        match key.code {
            KeyCode::Down if field.suggest.enter() => Reply::Stay,
            KeyCode::Enter if last => self.submit(now),
            KeyCode::Enter => self.go(1),
            KeyCode::Down if !last => self.go(1),
            KeyCode::Up if self.focus > 0 => self.go(self.fields.len() - 1),
            _ => Reply::Stay,
        }
    }

    fn submit(&mut self, now: Instant) -> Reply {
        let mut values = Map::new();
        let mut flawed = None;
        for (at, field) in self.fields.iter_mut().enumerate() {
            match field.value(now) {
                Ok(Some(value)) if !(self.only_changed && field.is_initial(&value)) => {
                    values.insert(field.name().to_owned(), value);
                }
                Ok(_) => {}
                Err(flaw) => {
                    field.find(flaw);
                    flawed = flawed.or(Some(at));
                }
            }
        }
        match flawed {
            Some(at) => {
                self.focus = at;
                Reply::Stay
            }
            None => Reply::Submit(values),
        }
    }
}

#[cfg(test)]
mod tests;
