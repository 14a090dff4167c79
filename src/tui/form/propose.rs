//! What a form proposes while it is being filled: it follows what is chosen elsewhere in the form, until somebody writes
//! or chooses something themselves. Knows fields, not what they mean.

use serde_json::Value;

use super::Form;
use super::field::{Field, Input};

impl Form {
    /// Proposes a value for a field that nobody has filled; `null` takes an earlier proposal away.
    pub fn propose(&mut self, name: &str, value: Value) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name() == name) {
            field.propose(value);
        }
    }

    /// Gives a field another word of help.
    pub fn hint(&mut self, name: &str, hint: &str) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name() == name) {
            hint.clone_into(&mut field.hint);
        }
    }
}

impl Field {
    fn propose(&mut self, value: Value) {
        let theirs = self.initial.is_some() && !self.proposed;
        let known = self.initial.as_ref().unwrap_or(&Value::Null);
        if theirs || !self.is_untouched() || *known == value {
            return;
        }
        self.empty();
        *self = self.clone().filled(value);
        self.proposed = true;
    }

    /// Whether it holds what it was filled with.
    fn is_untouched(&self) -> bool {
        match &self.input {
            Input::Pick(pick) => match (pick.value(), &self.initial) {
                (Some(value), Some(initial)) => same(&value, initial),
                (None, Some(Value::Array(initial))) => initial.is_empty(),
                (value, initial) => value.is_none() && initial.is_none(),
            },
            _ => self.written().is_none(),
        }
    }
}

/// Whether two values choose the same; among several, in whatever order.
pub(super) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().all(|value| other.contains(value))
        }
        _ => one == other,
    }
}
