//! Commands as lines of JSON, as `do` reads them; must not know what a command brings about.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};
use serde_path_to_error::{Path, Segment, Track};

use super::fields::{self, Field, Holds};
use crate::domain::command::Command;
use crate::text::Text;

/// A line that is not a command.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct BadInput {
    /// The field that is wrong, if it is one field.
    pub(crate) field: Option<String>,
    pub(crate) what: Fault,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Fault {
    /// Not a JSON object; the byte, counted from 1, at which it stops being one.
    NotJson { column: usize },
    /// There is no command of this name.
    UnknownCommand { given: String },
    /// The command has no such field; those it has.
    UnknownField { known: Vec<String> },
    /// The field stands there twice.
    Twice,
    /// The field must be there.
    Missing,
    /// The value is not what the field holds.
    Wants(Want),
    /// `$3` where line 3 made nothing.
    MadeNothing { line: usize },
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Want {
    /// One of these words.
    OneOf(Vec<String>),
    Text,
    Number,
    YesOrNo,
    List,
    Object,
    /// `"4079.00"`.
    Area,
    /// `2026-12-05`.
    Day,
    /// `2026-12-05T19:00:00+08:00`.
    Instant,
    /// A day or an instant.
    Due,
    /// Something with a form of its own; what the parser says.
    Other(String),
}

impl BadInput {
    /// What is wrong with the line, for people.
    pub(crate) fn told(&self, text: Text) -> String {
        let field = self.field.as_deref().unwrap_or_default();
        match &self.what {
            Fault::NotJson { column } => text.input_not_json(*column),
            Fault::UnknownCommand { given } => text.input_unknown_command(given),
            Fault::UnknownField { known } if known.is_empty() => text.input_no_fields(field),
            Fault::UnknownField { known } => text.input_unknown_field(field, &known.join(" ")),
            Fault::Twice => text.input_twice(field),
            Fault::Missing => text.input_missing(field),
            Fault::MadeNothing { line } => text.input_made_nothing(field, *line),
            Fault::Wants(Want::Other(why)) if field.is_empty() => text.input_is_wrong(why),
            Fault::Wants(Want::Other(why)) => text.input_value_is_wrong(field, why),
            Fault::Wants(want) => text.input_wants(field, &want.told(text)),
        }
    }
}

impl Want {
    fn told(&self, text: Text) -> String {
        match self {
            Self::OneOf(words) => text.want_one_of(&words.join(" ")),
            Self::Other(why) => why.clone(),
            Self::Area => text.want_area().to_owned(),
            Self::Text => text.want_text().to_owned(),
            Self::Number => text.want_number().to_owned(),
            Self::YesOrNo => text.want_yes_or_no().to_owned(),
            Self::List => text.want_list().to_owned(),
            Self::Object => text.want_object().to_owned(),
            Self::Day => text.want_day().to_owned(),
            Self::Instant => text.want_instant().to_owned(),
            Self::Due => text.want_due().to_owned(),
        }
    }
}

/// Reads one line. `made` tells what id an earlier line of the input made, counted from 1.
pub(crate) fn read(line: &[u8], made: impl Fn(usize) -> Option<String>) -> Result<Command, BadInput> {
    let Fields(pairs) = serde_json::from_slice(line)
        .map_err(|error| BadInput { field: None, what: Fault::NotJson { column: error.column().max(1) } })?;
    let mut fields = Map::new();
    for (field, value) in pairs {
        if fields.contains_key(&field) {
            return Err(at(&field, Fault::Twice));
        }
        fields.insert(field, value);
    }
    let name = match fields.remove("do") {
        Some(Value::String(name)) => name,
        Some(_) => return Err(at("do", Fault::Wants(Want::Text))),
        None => return Err(at("do", Fault::Missing)),
    };
    for (field, value) in &mut fields {
        fill_in(value, &made).map_err(|line| at(field, Fault::MadeNothing { line }))?;
    }
    command(name, &fields)
}

fn at(field: &str, what: Fault) -> BadInput {
    BadInput { field: Some(field.to_owned()), what }
}

/// Puts the id that line N made in the place of `"$N"`. An error is the line that made nothing.
fn fill_in(value: &mut Value, made: &impl Fn(usize) -> Option<String>) -> Result<(), usize> {
    match value {
        Value::String(text) => {
            let digits = text.strip_prefix('$').filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
            if let Some(line) = digits.and_then(|digits| digits.parse().ok()) {
                *text = made(line).ok_or(line)?;
            }
            Ok(())
        }
        Value::Array(items) => items.iter_mut().try_for_each(|item| fill_in(item, made)),
        _ => Ok(()),
    }
}

/// The command with this name and these fields.
pub(crate) fn command(name: String, fields: &Map<String, Value>) -> Result<Command, BadInput> {
    let mut track = Track::new();
    let given = Value::Object(fields.clone());
    match Command::read(&name, serde_path_to_error::Deserializer::new(given, &mut track)) {
        Some(Ok(command)) => Ok(command),
        Some(Err(error)) => Err(diagnosis(&name, fields, &track.path(), &error)),
        None => Err(at("do", Fault::UnknownCommand { given: name })),
    }
}

/// What is wrong with fields that are no command: first their names, then what they hold.
fn diagnosis(name: &str, given: &Map<String, Value>, path: &Path, error: &serde_json::Error) -> BadInput {
    let known = fields::of(name);
    if let Some(wrong_name) = wrong_name(given, &known) {
        return wrong_name;
    }
    let field = path.iter().find_map(|segment| match segment {
        Segment::Map { key } => Some(key.clone()),
        _ => None,
    });
    let want = field.as_deref().and_then(|name| {
        let field = known.into_iter().find(|known| known.name == name)?;
        want(field, given.get(name)?)
    });
    BadInput { field, what: Fault::Wants(want.unwrap_or_else(|| Want::Other(error.to_string()))) }
}

/// A field that the command does not have, or one that it must have and that is not there.
fn wrong_name(given: &Map<String, Value>, known: &[Field]) -> Option<BadInput> {
    if let Some(stranger) = given.keys().find(|&name| known.iter().all(|field| field.name != *name)) {
        let known = known.iter().map(|field| field.name.clone()).collect();
        return Some(at(stranger, Fault::UnknownField { known }));
    }
    let missing = known.iter().find(|field| field.required && !given.contains_key(&field.name));
    missing.map(|missing| at(&missing.name, Fault::Missing))
}

/// What a field holds; none if what was given is of that type, and wrong all the same.
fn want(field: Field, given: &Value) -> Option<Want> {
    match field.holds {
        _ if field.many && !given.is_array() => Some(Want::List),
        Holds::Word(_, codes) => Some(Want::OneOf(codes)),
        _ if field.many => None,
        Holds::YesOrNo => Some(Want::YesOrNo),
        Holds::Number => Some(Want::Number),
        Holds::Day => Some(Want::Day),
        Holds::Instant => Some(Want::Instant),
        Holds::Due => Some(Want::Due),
        Holds::Object => (!given.is_object()).then_some(Want::Object),
        Holds::Name(_) | Holds::Text => (!given.is_string()).then_some(Want::Text),
    }
}

/// The fields of an object in the order they stand, doubled ones too.
struct Fields(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Fields(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(line: &str) -> (Option<String>, Fault) {
        let BadInput { field, what } = read(line.as_bytes(), |_| None).unwrap_err();
        (field, what)
    }

    fn at_field(field: &str, what: Fault) -> (Option<String>, Fault) {
        (Some(field.to_owned()), what)
    }

    #[test]
    fn a_line_becomes_a_command() {
        let command = read(br#"{"do":"take_up","meeting":"M1","item":2}"#, |_| None).unwrap();
        assert_eq!(command.name(), "take_up");
    }

    #[test]
    fn ids_of_earlier_lines_are_filled_in_in_lists_too() {
        let made = |line| (line == 3).then(|| "A-P001".to_owned());
        let line = br#"{"do":"convene_meeting","kind":"bench","title":"$5 for tea",
            "at":"2026-12-05T19:00:00+08:00","invite":["$3"],"chair":"$3"}"#;
        let json = serde_json::to_value(read(line, made).unwrap()).unwrap();
        assert_eq!(json["invite"][0], "A-P001");
        assert_eq!(json["chair"], "A-P001");
        assert_eq!(json["title"], "$5 for tea");
        let nothing = r#"{"do":"close_matter","matter":"$2"}"#;
        assert_eq!(refused(nothing), at_field("matter", Fault::MadeNothing { line: 2 }));
    }

    #[test]
    fn what_is_no_object_is_refused() {
        for line in ["", "[]", "3", "{", "{} {}", r#"{"do":"undo"} x"#, r#"{"do":"note","text":"\ud800"}"#] {
            assert!(matches!(refused(line), (None, Fault::NotJson { .. })), "{line}");
        }
        assert!(read(b"{\"do\":\"\xff\"}", |_| None).is_err());
    }

    #[test]
    fn the_name_of_the_command_is_looked_at_first() {
        assert_eq!(refused("{}"), at_field("do", Fault::Missing));
        assert_eq!(refused(r#"{"do":7}"#), at_field("do", Fault::Wants(Want::Text)));
        let given = "raise".to_owned();
        assert_eq!(refused(r#"{"do":"raise"}"#), at_field("do", Fault::UnknownCommand { given }));
    }

    #[test]
    fn fields_that_are_unknown_doubled_or_missing_are_named() {
        let (field, what) = refused(r#"{"do":"take_up","meeting":"M1","item":1,"minutes":5}"#);
        assert_eq!(field.as_deref(), Some("minutes"));
        assert_eq!(what, Fault::UnknownField { known: vec!["item".into(), "meeting".into()] });
        assert_eq!(refused(r#"{"do":"take_up","meeting":"M1","meeting":"M2"}"#), at_field("meeting", Fault::Twice));
        assert_eq!(refused(r#"{"do":"take_up","meeting":"M1"}"#), at_field("item", Fault::Missing));
    }

    #[test]
    fn a_value_of_another_type_is_named_with_what_the_field_holds() {
        let wants = |line, field, want| assert_eq!(refused(line), at_field(field, Fault::Wants(want)), "{line}");
        wants(r#"{"do":"take_up","meeting":"M1","item":"one"}"#, "item", Want::Number);
        wants(r#"{"do":"take_up","meeting":"M1","item":-1}"#, "item", Want::Number);
        wants(r#"{"do":"cast_votes","meeting":"M1","for":"many"}"#, "for", Want::Number);
        wants(r#"{"do":"take_up","meeting":5,"item":1}"#, "meeting", Want::Text);
        wants(r#"{"do":"raise_matter","title":"x","channel":"visit","place":5}"#, "place", Want::Text);
        wants(r#"{"do":"follow_up","matter":"A1","reached":"yes"}"#, "reached", Want::YesOrNo);
        wants(r#"{"do":"raise_matter","title":"x","channel":"visit","flags":"fund"}"#, "flags", Want::List);
        wants(r#"{"do":"assign_task","matter":"A1","lead":"B1","text":"x","due":"soon"}"#, "due", Want::Due);
        let levels = ["building", "estate", "community", "sub_district"].map(str::to_owned).to_vec();
        let raise = r#"{"do":"raise_level","matter":"A1","level":"city","reason":"x"}"#;
        wants(raise, "level", Want::OneOf(levels.clone()));
        wants(r#"{"do":"raise_matter","title":"x","channel":"visit","level":"city"}"#, "level", Want::OneOf(levels));
    }
}
