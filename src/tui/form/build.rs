//! How fields come about: their kinds, and what they can be given beforehand. Knows kinds and values, not keys.

use serde_json::Value;

use super::field::{Field, Input, SHORT};
use super::pick::{Choice, Pick};
use super::suggest::Suggest;
use super::when::{self, Precision};
use crate::tui::editor::Editor;

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

    /// One of `options`, which are names: people look for them by typing.
    #[must_use]
    pub fn names(name: &'static str, label: impl Into<String>, options: Vec<Choice>) -> Self {
        Self::choice(name, label, options).looked_for()
    }

    /// Any of `options`, which are names.
    #[must_use]
    pub fn many_names(name: &'static str, label: impl Into<String>, options: Vec<Choice>) -> Self {
        Self::many(name, label, options).looked_for()
    }

    fn looked_for(mut self) -> Self {
        if let Input::Pick(pick) = &mut self.input {
            pick.named = true;
        }
        self
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

    /// The same field, which offers these texts while one of them is being typed.
    #[must_use]
    pub fn suggesting(mut self, texts: Vec<String>) -> Self {
        self.suggest.know(texts);
        self
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
}
