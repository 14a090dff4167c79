//! One field of a form: its name in the command, its label for people, and what is written or chosen in it.

use crossterm::event::{KeyCode, KeyEvent};
use serde_json::Value;

use super::pick::{Choice, Heard, Pick};
use super::propose::same;
use super::suggest::{Suggest, Taken};
use super::when::{self, Precision};
use crate::domain::entry::Instant;
use crate::tui::editor::{Editor, Outcome, TooLong};

/// Graphemes a date, a time or a number may take.
const SHORT: usize = 24;

/// A field of a form.
#[derive(Debug, Clone)]
pub struct Field {
    name: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    /// Shown in the field while nothing is written: what leaving it empty means.
    pub(super) if_empty: String,
    pub(super) required: bool,
    pub(super) input: Input,
    pub(super) flaw: Option<Flaw>,
    pub(super) suggest: Suggest,
    pub(super) initial: Option<Value>,
    initial_text: String,
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
    NoSuchChoice,
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
    /// One line of at most `limit` graphemes.
    #[must_use]
    pub fn line(name: &'static str, label: impl Into<String>, limit: usize) -> Self {
        Self::new(name, label, Input::Line(Editor::line(limit)))
    }

    /// Any number of lines, at most `limit` graphemes.
    #[must_use]
    pub fn lines(name: &'static str, label: impl Into<String>, limit: usize) -> Self {
        Self::new(name, label, Input::Lines(Editor::lines(limit)))
    }

    /// Any number of lines, each an entry of a list.
    #[must_use]
    pub fn list(name: &'static str, label: impl Into<String>, limit: usize) -> Self {
        Self::new(name, label, Input::List(Editor::lines(limit)))
    }

    /// A day, or a day and a time.
    #[must_use]
    pub fn when(name: &'static str, label: impl Into<String>, precision: Precision) -> Self {
        Self::new(name, label, Input::When(Editor::line(SHORT), precision))
    }

    /// A whole number, zero or more.
    #[must_use]
    pub fn number(name: &'static str, label: impl Into<String>) -> Self {
        Self::new(name, label, Input::Number(Editor::line(SHORT)))
    }

    /// One of `options`.
    #[must_use]
    pub fn choice(name: &'static str, label: impl Into<String>, options: Vec<Choice>) -> Self {
        Self::new(name, label, Input::Pick(Pick::new(options, false)))
    }

    /// Any of `options`.
    #[must_use]
    pub fn many(name: &'static str, label: impl Into<String>, options: Vec<Choice>) -> Self {
        Self::new(name, label, Input::Pick(Pick::new(options, true)))
    }

    /// The same field, whose last options stand for what is not among them yet and lead to making it.
    #[must_use]
    pub fn with_doors(mut self, doors: Vec<Choice>) -> Self {
        if let Input::Pick(pick) = &mut self.input {
            pick.add_doors(doors);
        }
        self
    }

    /// The same field, which must not stay empty.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same field with a word of help, shown while it holds the keyboard.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The same field, filled beforehand. `null` fills nothing.
    #[must_use]
    pub fn filled(mut self, value: Value) -> Self {
        match (&mut self.input, &value) {
            (_, Value::Null) => return self,
            (Input::Pick(pick), Value::Array(values)) => pick.choose(values),
            (Input::Pick(pick), value) => pick.choose(std::slice::from_ref(value)),
            (Input::When(editor, precision), Value::String(kept)) => {
                // A day that waits for its time: the time is typed behind it.
                let rest = if *precision == Precision::Time && !kept.contains('T') { " " } else { "" };
                *editor = editor.clone().with_text(&(when::write(kept) + rest));
            }
            (Input::Line(editor) | Input::Lines(editor), Value::String(text)) => {
                *editor = editor.clone().with_text(text);
            }
            (Input::Number(editor), Value::Number(number)) => {
                *editor = editor.clone().with_text(&number.to_string());
            }
            _ => {}
        }
        self.initial_text = self.editor().map(Editor::text).unwrap_or_default();
        self.initial = Some(value);
        self
    }

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

    /// The same field, which offers these texts while one of them is being typed.
    #[must_use]
    pub fn suggesting(mut self, texts: Vec<String>) -> Self {
        self.suggest.know(texts);
        self
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
            Input::When(editor, _) if matches!(key.code, KeyCode::PageUp | KeyCode::PageDown) => {
                let days = if key.code == KeyCode::PageUp { -1 } else { 1 };
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

    /// The chosen option, if it leads to making what is not among the options, and the name that was written.
    pub(super) fn door(&self) -> Option<(Value, String)> {
        match &self.input {
            Input::Pick(pick) => pick.door(),
            _ => None,
        }
    }

    /// One more option.
    pub(super) fn add_choice(&mut self, choice: &Choice, chosen: bool) {
        if let Input::Pick(pick) = &mut self.input {
            pick.add(choice.clone(), chosen);
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
            Input::Pick(pick) if pick.finds_nothing() => return Err(Flaw::NoSuchChoice),
            Input::Pick(pick) => pick.value(),
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

    fn new(name: &'static str, label: impl Into<String>, input: Input) -> Self {
        Self {
            name,
            label: label.into(),
            hint: String::new(),
            if_empty: String::new(),
            required: false,
            input,
            flaw: None,
            suggest: Suggest::default(),
            initial: None,
            initial_text: String::new(),
            proposed: false,
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

fn written(editor: &Editor) -> Option<String> {
    let text = editor.text();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
