//! A form: the draft of a command, as data. One key handler and one painter serve every form.
//! It knows names, kinds and values of fields; not which command they make, nor whether the rules allow it.

mod build;
mod draw;
mod field;
mod panel;
mod pick;
mod plan;
mod propose;
mod suggest;
mod when;

use std::collections::BTreeMap;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Size;
use serde_json::{Map, Value};

use super::keys::{self, Action, Place};
use super::spots::Spot;
use super::style::Tone;
use crate::domain::entry::Instant;

pub use draw::draw;
use field::Input;
pub use field::{Field, Flaw};
pub use pick::Choice;
use pick::Heard;
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
    /// What the rules would allow and still find worth saying.
    warnings: Vec<String>,
    /// A word was just typed into the last field: the next Enter ends the word, and only the one after it the form. An
    /// input method may pass on the Enter that ended its own word.
    ends_a_word: bool,
    /// That Enter was pressed; so the next one carries out.
    asks_again: bool,
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
    /// Carry out these fields, and count what they make as one more voice for this.
    SubmitInto(Map<String, Value>, Value),
    /// Somebody chose, in this field, to make what is not among its options yet; so it is to be called.
    Make {
        /// The field.
        field: &'static str,
        /// The value of the choice that says what to make.
        what: Value,
        /// The name that was written.
        name: String,
    },
}

impl Form {
    /// A form of `fields`, the keyboard in the first.
    #[must_use]
    pub fn new(title: impl Into<String>, fields: Vec<Field>) -> Self {
        Self {
            title: title.into(),
            fields,
            focus: 0,
            only_changed: false,
            message: None,
            warnings: Vec::new(),
            ends_a_word: false,
            asks_again: false,
        }
    }

    /// The keyboard begins in this field: those above it are filled already, with what is nearly always right.
    #[must_use]
    pub fn begins_at(mut self, name: &str) -> Self {
        self.focus = self.fields.iter().position(|field| field.name() == name).unwrap_or(0);
        self
    }

    /// The form yields only what differs from the values it was given: for commands that change a thing.
    #[must_use]
    pub fn only_changed(mut self) -> Self {
        self.only_changed = true;
        self
    }

    /// The form is for many things: under this title, and empty where it was filled with what is one thing's own.
    pub fn for_many(&mut self, title: String, own: &[&str]) {
        self.entitle(title);
        for field in self.fields.iter_mut().filter(|field| own.contains(&field.name())) {
            field.empty();
        }
    }

    /// Gives it another title.
    pub fn entitle(&mut self, title: String) {
        self.title = title;
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
        let ends_a_word = std::mem::take(&mut self.ends_a_word);
        self.asks_again = false;
        if let Some(shown) = self.suggested(key, now) {
            return shown;
        }
        match keys::action(Place::Form, key) {
            Some(Action::Back) => self.leave(),
            Some(Action::Submit) => self.submit(now),
            Some(Action::NextField) => self.go_on(),
            Some(Action::PreviousField) => {
                self.resolve();
                self.go(self.fields.len().saturating_sub(1))
            }
            _ => self.field_key(key, ends_a_word, now),
        }
    }

    /// Obeys a click on one of its parts, `column` cells from the part's left edge.
    pub fn click(&mut self, spot: Spot, column: u16, now: Instant) -> Reply {
        if let Spot::Field(at) = spot {
            self.resolve();
            return self.go((at + self.fields.len()).saturating_sub(self.focus));
        }
        let Some(field) = self.fields.get_mut(self.focus) else { return Reply::Stay };
        match (spot, &mut field.input) {
            (Spot::Choice(at), Input::Pick(pick)) => {
                pick.click(at);
                field.flaw = None;
                self.message = None;
            }
            (Spot::Text { row, rows }, _) => {
                if let Some(editor) = field.editor_mut() {
                    editor.point(row, rows, column);
                }
            }
            (Spot::Suggestion(at), _) => {
                field.suggest.at = Some(at);
                return self.key(KeyCode::Enter.into(), now);
            }
            _ => {}
        }
        Reply::Stay
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

    /// What the fields would send as they are now, those left out that cannot be read; where words are still to be
    /// written that must be there, `words` stand for them.
    #[must_use]
    pub fn draft(&self, words: &str, now: Instant) -> Map<String, Value> {
        let sent = |field: &Field| match field.value(now) {
            Ok(value) => value.filter(|value| !(self.only_changed && field.is_initial(value))),
            Err(Flaw::Missing) if field.takes_words() => Some(Value::from(words)),
            Err(_) => None,
        };
        self.fields.iter().filter_map(|field| Some((field.name().to_owned(), sent(field)?))).collect()
    }

    /// Says what is worth saying about the fields as they are.
    pub fn warn(&mut self, warnings: Vec<String>) {
        self.warnings = warnings;
    }

    /// Another choice, in every field that leads to making such things (`what` is the value of that choice); in
    /// `chosen_in` it is the one, and the keyboard goes on, save where there may be more.
    pub fn add_choice(&mut self, what: &Value, chosen_in: &str, choice: &Choice) {
        for field in &mut self.fields {
            field.add_choice(what, choice, field.name() == chosen_in);
        }
        let here = self.fields.get(self.focus).filter(|field| field.name() == chosen_in);
        if here.is_some_and(|field| !field.takes_many()) && self.focus + 1 < self.fields.len() {
            self.go(1);
        }
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
    fn suggested(&mut self, key: KeyEvent, now: Instant) -> Option<Reply> {
        let suggest = &mut self.fields.get_mut(self.focus)?.suggest;
        let at = suggest.at?;
        match keys::action(Place::Form, key)? {
            Action::Open if suggest.leads_away => Some(Reply::Show(suggest.offered.get(at)?.value.clone())),
            Action::RaiseInto if suggest.leads_away => {
                let into = suggest.offered.get(at)?.value.clone();
                Some(match self.submit(now) {
                    Reply::Submit(fields) => Reply::SubmitInto(fields, into),
                    other => other,
                })
            }
            Action::Back => {
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

    /// What was typed to find a choice in the field with the keyboard makes it, where that is clear.
    fn resolve(&mut self) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.resolve();
        }
    }

    /// To the next field; from the last nowhere, for the first may be out of sight. A choice that must be made or was looked for is made as it is marked; one that leads elsewhere
    /// does.
    fn go_on(&mut self) -> Reply {
        let Some(field) = self.fields.get_mut(self.focus) else { return Reply::Stay };
        field.settle();
        if !field.takes_many() {
            field.take_marked();
        }
        field.resolve();
        let last = self.focus + 1 >= self.fields.len();
        self.through_the_door().unwrap_or_else(|| if last { Reply::Stay } else { self.go(1) })
    }

    /// What the field with the keyboard leads to, if such a choice was made in it.
    fn through_the_door(&mut self) -> Option<Reply> {
        let field = self.fields.get_mut(self.focus)?;
        let (what, name) = field.door()?;
        field.shut_doors();
        Some(Reply::Make { field: field.name(), what, name })
    }

    fn field_key(&mut self, key: KeyEvent, ends_a_word: bool, now: Instant) -> Reply {
        let last = self.focus + 1 >= self.fields.len();
        let Some(field) = self.fields.get_mut(self.focus) else { return Reply::Stay };
        match field.key(key, now) {
            Heard::No => {}
            Heard::Yes => {
                self.ends_a_word = last && field.editor().is_some() && matches!(key.code, KeyCode::Char(_));
                self.message = None;
                // A mark or a number, in a field of several, on what is not there yet.
                let several = field.takes_many();
                return several.then(|| self.through_the_door()).flatten().unwrap_or(Reply::Stay);
            }
            Heard::Settled => {
                self.message = None;
                // Nothing is carried out by a digit.
                return if last && field.door().is_none() { Reply::Stay } else { self.go_on() };
            }
        }
        match key.code {
            KeyCode::Down if field.suggest.enter() => Reply::Stay,
            KeyCode::Enter if last && ends_a_word => {
                self.asks_again = true;
                Reply::Stay
            }
            // The Enter that makes a choice out of what was typed carries nothing out, and leaves a field of several open.
            KeyCode::Enter if field.take_marked() => {
                let stays = last || field.takes_many();
                self.asks_again = last && field.door().is_none();
                self.through_the_door().unwrap_or_else(|| if stays { Reply::Stay } else { self.go(1) })
            }
            KeyCode::Enter if last && field.door().is_none() => {
                field.settle();
                self.submit(now)
            }
            KeyCode::Enter => self.go_on(),
            KeyCode::Down if !last => self.go(1),
            KeyCode::Up if self.focus > 0 => {
                self.resolve();
                self.go(self.fields.len() - 1)
            }
            _ => Reply::Stay,
        }
    }

    fn submit(&mut self, now: Instant) -> Reply {
        let mut values = Map::new();
        let mut flawed = None;
        for (at, field) in self.fields.iter_mut().enumerate() {
            field.resolve();
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
