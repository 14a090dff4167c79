//! The fields of a command, as the schema of its type gives them, and what a typed value means in one. Knows no command.

use serde_json::{Map, Value};

use crate::domain::command::Command;
use crate::domain::entry::Instant;
use crate::search::fold;
use crate::text::{EN, Text, ZH};
use crate::tui::form::{Precision, read_when};

/// A field of a command.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) required: bool,
    /// Whether it holds any number of values.
    pub(super) many: bool,
    /// What it is, in English.
    pub(super) about: String,
    pub(super) holds: Holds,
}

/// What one value of a field is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Holds {
    /// A word of this vocabulary; its codes.
    Word(String, Vec<String>),
    YesOrNo,
    Number,
    /// A day, or a time.
    When(Precision),
    /// The number of a thing of one of these kinds, or a category.
    Name(Vec<String>),
    /// Something with fields of its own.
    Object,
    Text,
}

/// The fields of the command with this name, those that must be given first.
pub(super) fn of(command: &str) -> Vec<Field> {
    let schema = Command::schema(command).map(schemars::Schema::to_value).unwrap_or_default();
    let required = |name: &str| {
        let named = schema["required"].as_array().into_iter().flatten();
        named.filter_map(Value::as_str).any(|required| required == name)
    };
    let fields = schema["properties"].as_object().into_iter().flatten();
    let mut fields: Vec<_> = fields.map(|(name, part)| field(name, required(name), part, &schema)).collect();
    fields.sort_by_key(|field| !field.required);
    fields
}

fn field(name: &str, required: bool, part: &Value, schema: &Value) -> Field {
    let (_, whole) = resolved(part, schema);
    let many = is(whole, "array");
    let (vocabulary, one) = if many { resolved(&whole["items"], schema) } else { resolved(part, schema) };
    let holds = match (part["format"].as_str(), part["x-names"].as_array()) {
        (Some("date"), _) => Holds::When(Precision::Day),
        (Some("date-time"), _) => Holds::When(Precision::Time),
        (Some("due"), _) => Holds::When(Precision::DayOrTime),
        (_, Some(kinds)) => Holds::Name(kinds.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
        _ => match codes(one) {
            Some(codes) => Holds::Word(vocabulary.to_owned(), codes),
            None if is(one, "boolean") => Holds::YesOrNo,
            None if is(one, "integer") || is(one, "number") => Holds::Number,
            None if is(one, "object") => Holds::Object,
            None => Holds::Text,
        },
    };
    let about = part["description"].as_str().unwrap_or_default().to_owned();
    Field { name: name.to_owned(), required, many, about, holds }
}

/// A part of the schema where it is defined, and the name it has there; what it is when it is not null.
fn resolved<'a>(part: &'a Value, schema: &'a Value) -> (&'a str, &'a Value) {
    let part = part["anyOf"].get(0).unwrap_or(part);
    let path = part["$ref"].as_str().and_then(|path| path.strip_prefix('#'));
    match path.and_then(|path| Some((path.rsplit('/').next()?, schema.pointer(path)?))) {
        Some(definition) => definition,
        None => ("", part),
    }
}

fn is(part: &Value, kind: &str) -> bool {
    let kinds = &part["type"];
    kinds == kind || kinds.get(0).is_some_and(|first| first == kind)
}

/// The codes of a vocabulary, if it is one.
fn codes(part: &Value) -> Option<Vec<String>> {
    let described =
        part["oneOf"].as_array().map(|words| words.iter().filter_map(|word| word["const"].as_str()).collect());
    let words: Vec<&str> =
        described.or_else(|| part["enum"].as_array().map(|words| words.iter().filter_map(Value::as_str).collect()))?;
    Some(words.into_iter().map(str::to_owned).collect())
}

impl Field {
    /// A typed value as the record takes it: several parted by commas, a word by its code or its name in either language,
    /// days as people say them. What is not understood is left for whoever reads the command to refuse.
    ///
    /// # Errors
    /// What is wrong, in a sentence: it is no day or time.
    pub(super) fn value(&self, typed: &str, now: Instant, text: Text) -> Result<Value, String> {
        if !self.many {
            return self.one(typed, now, text);
        }
        let parts = typed.split([',', '，', '、']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| self.one(part, now, text)).collect::<Result<_, _>>().map(Value::Array)
    }

    fn one(&self, typed: &str, now: Instant, text: Text) -> Result<Value, String> {
        let as_text = || Value::from(typed);
        let called = |name: &str| fold(name) == fold(typed);
        Ok(match &self.holds {
            Holds::Word(vocabulary, codes) => {
                let names = |code: &str| [ZH, EN].iter().any(|text| text.word(vocabulary, code).is_some_and(called));
                codes.iter().find(|code| names(code)).map_or_else(as_text, |code| Value::from(code.as_str()))
            }
            Holds::YesOrNo if called("true") || called(ZH.yes()) || called(EN.yes()) => Value::Bool(true),
            Holds::YesOrNo if called("false") || called(ZH.no()) || called(EN.no()) => Value::Bool(false),
            Holds::Number => typed.parse::<u64>().map_or_else(|_| as_text(), Value::from),
            Holds::Object => serde_json::from_str(typed).unwrap_or_else(|_| as_text()),
            // An empty one clears the field.
            Holds::When(_) if typed.is_empty() => as_text(),
            Holds::When(precision) => Value::from(read_when(typed, *precision, now).ok_or_else(|| {
                let wrong =
                    if *precision == Precision::Time { text.field_not_a_time() } else { text.field_not_a_day() };
                format!("{}: {wrong}", self.name)
            })?),
            Holds::YesOrNo | Holds::Name(_) | Holds::Text => as_text(),
        })
    }
}

/// The fields that were given, as the record takes them.
pub(super) type Given = Map<String, Value>;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn now() -> Instant {
        Instant::parse_from_rfc3339("2026-11-21T19:30:00+08:00").unwrap()
    }

    fn read(command: &str, name: &str, typed: &str) -> Value {
        let fields = of(command);
        fields.iter().find(|field| field.name == name).unwrap().value(typed, now(), ZH).unwrap()
    }

    #[test]
    fn the_types_say_what_must_be_given_and_what_it_is() {
        let fields = of("accept_matter");
        let [matter, route, ..] = &fields[..] else { panic!("{fields:?}") };
        assert_eq!((matter.name.as_str(), &matter.holds), ("matter", &Holds::Name(vec!["matter".into()])));
        let Holds::Word(vocabulary, codes) = &route.holds else { panic!("{route:?}") };
        assert_eq!((vocabulary.as_str(), codes.len()), ("Route", 5));
        assert!(fields[2..].iter().all(|field| !field.required));
        assert!(fields.iter().any(|field| field.holds == Holds::When(Precision::DayOrTime)));
    }

    #[test]
    fn every_vocabulary_of_a_command_has_its_words() {
        for command in Command::NAMES {
            for field in of(command) {
                let Holds::Word(vocabulary, codes) = &field.holds else { continue };
                for code in codes {
                    assert!(ZH.word(vocabulary, code).is_some(), "{command} {} {vocabulary} {code}", field.name);
                }
            }
        }
    }

    #[test]
    fn values_are_taken_as_people_write_them() {
        assert_eq!(read("accept_matter", "route", "快办"), json!("fast"));
        assert_eq!(read("accept_matter", "route", "no such"), json!("no such"));
        assert_eq!(read("accept_matter", "due", "12-5"), json!("2026-12-05"));
        assert_eq!(read("convene_meeting", "invite", "1，2"), json!(["1", "2"]));
        assert_eq!(read("raise_matter", "flags", "共有部分,fund"), json!(["common_parts", "fund"]));
        assert_eq!(read("follow_up", "reached", "是"), json!(true));
        assert_eq!(read("raise_matter", "households", "36"), json!(36));
    }
}
