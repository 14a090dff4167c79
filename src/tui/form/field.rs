//! One field of a form: its name in the command, its label for people, and what is written or chosen in it.

use crossterm::event::{KeyCode, KeyEvent};
use serde_json::Value;

use super::pick::{Choice, Heard, Pick, Unclear};
use super::propose::same;
use super::suggest::{Suggest, Taken};
use super::when::{self, Precision};
use crate::domain::entry::Instant;
use crate::tui::editor::{Editor, Outcome, TooLong};
use crate::tui::keys::{self, Action, Place};

/// Graphemes a date, a time or a number may take.
pub(super) const SHORT: usize = 24;

/// A field of a form.
#[derive(Debug, Clone)]
pub struct Field {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    /// Shown in the field while nothing is written: what leaving it empty means.
    pub(super) if_empty: String,
    pub(super) required: bool,
    pub(super) input: Input,
    pub(super) flaw: Option<Flaw>,
    pub(super) suggest: Suggest,
    pub(super) initial: Option<Value>,
    pub(super) initial_text: String,
    /// What it was filled with is only proposed: it gives way to what is chosen elsewhere, and to the first letter.
    pub(super) proposed: bool,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// It must not stay empty.
    Missing,
    /// What was typed or pasted does not fit and was not taken.
    TooLong(TooLong),
    /// It is no day.
    NotADay,
    /// It is no day with a time.
    NotATime,
    /// It is no whole number.
    NotANumber,
    /// No choice is called so.
    NoSuchChoice(String),
    /// So many choices are called something like this.
    SeveralChoices(String, usize),
    /// The rules refused it, in a sentence.
    Refused(String),
}

#[derive(Debug, Clone)]
pub(super) enum Input {
    Line(Editor),
    Lines(Editor),
    List(Editor),
    When(Editor, Precision),
    Number(Editor),
    Pick(Pick),
}

impl Field {
    /// As if it had never been filled.
    pub(super) fn empty(&mut self) {
        match &mut self.input {
            Input::Pick(pick) => pick.choose(&[]),
            Input::Line(editor)
            | Input::Lines(editor)
            | Input::List(editor)
            | Input::When(editor, _)
            | Input::Number(editor) => *editor = editor.clone().with_text(""),
        }
        self.initial = None;
        self.initial_text.clear();
    }

    /// The field's name in the command.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The editor of a written field.
    pub(super) fn editor(&self) -> Option<&Editor> {
        match &self.input {
            Input::Line(editor)
            | Input::Lines(editor)
            | Input::List(editor)
            | Input::When(editor, _)
            | Input::Number(editor) => Some(editor),
            Input::Pick(_) => None,
        }
    }

    pub(super) fn editor_mut(&mut self) -> Option<&mut Editor> {
        match &mut self.input {
            Input::Line(editor)
            | Input::Lines(editor)
            | Input::List(editor)
            | Input::When(editor, _)
            | Input::Number(editor) => Some(editor),
            Input::Pick(_) => None,
        }
    }

    pub(super) fn lay_out(&mut self, width: u16) {
        if let Input::Pick(pick) = &mut self.input {
            pick.lay_out(width);
        } else if let Some(editor) = self.editor_mut() {
            editor.lay_out(width);
        }
    }

    /// Obeys a key; says whether the key meant something here.
    pub(super) fn key(&mut self, key: KeyEvent, now: Instant) -> Heard {
        match self.suggest.key(key) {
            Taken::No => {}
            Taken::Moved => return Heard::Yes,
            Taken::This(value) => {
                if let Some(text) = value.as_str() {
                    self.write(text);
                    self.suggest.match_text(text);
                }
                return Heard::Yes;
            }
        }
        self.make_way(key, now);
        let outcome = match &mut self.input {
            Input::Pick(pick) => {
                let heard = pick.key(key);
                if heard != Heard::No {
                    self.flaw = None;
                }
                return heard;
            }
            // Not the arrows: they lead to the next field, and nobody should change a day on the way.
            Input::When(editor, _) if let Some(days) = days_of(key) => {
                let Some(moved) = when::moved(&editor.text(), days, now) else { return Heard::No };
                *editor = editor.clone().with_text(&moved);
                Ok(Outcome::Changed)
            }
            Input::Line(editor)
            | Input::Lines(editor)
            | Input::List(editor)
            | Input::When(editor, _)
            | Input::Number(editor) => editor.key(key),
        };
        if self.took(outcome) { Heard::Yes } else { Heard::No }
    }

    /// Makes the choice that is marked, where one must be made and none was.
    pub(super) fn settle(&mut self) {
        if let (Input::Pick(pick), true) = (&mut self.input, self.required) {
            pick.settle();
        }
    }

    /// The choice that was looked for by typing and is marked is made; whether there is one.
    pub(super) fn take_marked(&mut self) -> bool {
        match &mut self.input {
            Input::Pick(pick) => pick.take_marked(),
            _ => false,
        }
    }

    /// What was typed to find a choice makes it, if it fits that one alone.
    pub(super) fn resolve(&mut self) {
        if let Input::Pick(pick) = &mut self.input {
            pick.resolve();
        }
    }

    /// Whether any number of its options can be chosen.
    pub(super) fn takes_many(&self) -> bool {
        matches!(&self.input, Input::Pick(pick) if pick.many)
    }

    /// The chosen option, if it leads to making what is not among the options, and the name that was written.
    pub(super) fn door(&self) -> Option<(Value, String)> {
        match &self.input {
            Input::Pick(pick) => pick.door(),
            _ => None,
        }
    }

    /// The doors of a field of several are shut again once somebody went through; that of one stays marked.
    pub(super) fn shut_doors(&mut self) {
        if let Input::Pick(pick) = &mut self.input
            && pick.many
        {
            pick.shut_doors();
        }
    }

    /// One more option, if it leads to making such a thing.
    pub(super) fn add_choice(&mut self, what: &Value, choice: &Choice, chosen: bool) {
        if let Input::Pick(pick) = &mut self.input
            && pick.leads_to(what)
        {
            pick.add(choice.clone(), chosen);
            self.flaw = None;
        }
    }

    /// Whether free words are written here.
    pub(super) fn takes_words(&self) -> bool {
        matches!(self.input, Input::Line(_) | Input::Lines(_))
    }

    pub(super) fn paste(&mut self, text: &str) {
        let outcome = match &mut self.input {
            Input::Line(editor)
            | Input::Lines(editor)
            | Input::List(editor)
            | Input::When(editor, _)
            | Input::Number(editor) => editor.paste(text),
            Input::Pick(pick) => {
                pick.paste(text);
                return;
            }
        };
        self.took(outcome);
    }

    pub(super) fn refuse(&mut self, sentence: String) {
        self.flaw = Some(Flaw::Refused(sentence));
    }

    pub(super) fn find(&mut self, flaw: Flaw) {
        self.flaw = Some(flaw);
    }

    /// The value to send; `None` if nothing is written or chosen and nothing needs to be.
    pub(super) fn value(&self, now: Instant) -> Result<Option<Value>, Flaw> {
        let value = match &self.input {
            Input::Pick(pick) => match pick.unclear() {
                Some(Unclear { typed, left: 0 }) => return Err(Flaw::NoSuchChoice(typed)),
                Some(Unclear { typed, left }) => return Err(Flaw::SeveralChoices(typed, left)),
                None => pick.value(),
            },
            // A text that was there and was taken out is sent as an empty one, which clears it.
            Input::Line(editor) | Input::Lines(editor) => match written(editor) {
                None if !self.required && !self.initial_text.is_empty() => Some(Value::String(String::new())),
                text => text.map(Value::String),
            },
            Input::List(editor) => {
                let entries: Vec<_> =
                    editor.text().lines().map(str::trim).filter(|line| !line.is_empty()).map(Value::from).collect();
                (!entries.is_empty()).then_some(Value::Array(entries))
            }
            Input::When(editor, precision) => match written(editor) {
                None => None,
                Some(text) => {
                    let flaw = if *precision == Precision::Time { Flaw::NotATime } else { Flaw::NotADay };
                    Some(Value::String(when::read(&text, *precision, now).ok_or(flaw)?))
                }
            },
            Input::Number(editor) => match written(editor) {
                None => None,
                Some(text) => Some(Value::from(text.parse::<u64>().map_err(|_| Flaw::NotANumber)?)),
            },
        };
        if value.is_none() && self.required { Err(Flaw::Missing) } else { Ok(value) }
    }

    /// Whether `value` is what the field was filled with.
    pub(super) fn is_initial(&self, value: &Value) -> bool {
        self.initial.as_ref().is_some_and(|initial| same(initial, value))
    }

    /// What is written, if it is not what the field was filled with.
    pub(super) fn written(&self) -> Option<String> {
        self.editor().map(Editor::text).filter(|text| *text != self.initial_text)
    }

    pub(super) fn write(&mut self, text: &str) {
        match &mut self.input {
            Input::Line(editor)
            | Input::Lines(editor)
            | Input::List(editor)
            | Input::When(editor, _)
            | Input::Number(editor) => *editor = editor.clone().with_text(text),
            Input::Pick(_) => {}
        }
    }

    /// Graphemes written since the field was filled.
    pub(super) fn unsaved(&self) -> usize {
        match self.editor() {
            Some(editor) if editor.text() != self.initial_text => editor.graphemes(),
            _ => 0,
        }
    }

    /// A day or a number that was filled in beforehand gives way to the first thing typed: nobody edits the old one.
    fn make_way(&mut self, key: KeyEvent, now: Instant) {
        let whole = match &self.input {
            Input::When(editor, precision) => when::read(&editor.text(), *precision, now).is_some(),
            _ => true,
        };
        let typed = matches!(key.code, KeyCode::Char(_)) && key.modifiers.is_empty();
        // Whoever walks into a proposed text wants to change it, not to replace it.
        self.proposed &= !matches!(key.code, KeyCode::Left | KeyCode::Right | KeyCode::Home | KeyCode::End);
        let gives_way = match self.input {
            Input::When(..) | Input::Number(_) => whole,
            Input::Line(_) => self.proposed,
            _ => false,
        };
        if let (Input::When(editor, _) | Input::Number(editor) | Input::Line(editor), true) = (&mut self.input, typed)
            && gives_way
            && !editor.is_empty()
            && editor.text() == self.initial_text
        {
            *editor = editor.clone().with_text("");
        }
    }

    fn took(&mut self, outcome: Result<Outcome, TooLong>) -> bool {
        match outcome {
            Ok(Outcome::Ignored) => return false,
            Ok(Outcome::Moved) => {}
            Ok(Outcome::Changed) => {
                self.flaw = None;
                let text = self.editor().map(Editor::text).unwrap_or_default();
                self.suggest.match_text(&text);
            }
            Err(too_long) => self.flaw = Some(Flaw::TooLong(too_long)),
        }
        true
    }
}

/// The days that a key moves a day by.
fn days_of(key: KeyEvent) -> Option<i64> {
    match keys::action(Place::Form, key)? {
        Action::PageUp => Some(-1),
        Action::PageDown => Some(1),
        _ => None,
    }
}

fn written(editor: &Editor) -> Option<String> {
    let text = editor.text();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
