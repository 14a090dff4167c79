//! The fields of a command, as the schema of its type gives them. The one reader of those schemas: lines of JSON are
//! judged by it, and the palette completes by it. Must not know what any command brings about.

use schemars::Schema;
use serde_json::Value;

use crate::domain::command::Command;

/// A field of a command.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) required: bool,
    /// Whether it holds any number of values.
    pub(crate) many: bool,
    /// What it is, in English.
    pub(crate) about: String,
    pub(crate) holds: Holds,
}

/// What one value of a field is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Holds {
    /// A word of this vocabulary; its codes.
    Word(String, Vec<String>),
    YesOrNo,
    /// A whole number; where areas are counted too, an object may stand for it.
    Number,
    /// `2026-12-05`.
    Day,
    /// `2026-12-05T19:00:00+08:00`.
    Instant,
    /// A day or an instant.
    Due,
    /// The number of a thing of one of these kinds, or a category.
    Name(Vec<String>),
    /// Something with fields of its own.
    Object,
    Text,
}

/// The fields of the command with this name, those that must be given first; none if there is no such command.
pub(crate) fn of(command: &str) -> Vec<Field> {
    let schema = Command::schema(command).map(Schema::to_value).unwrap_or_default();
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
    let whole = resolved(part, schema);
    let many = is(whole.1, "array");
    let (vocabulary, one) = if many { resolved(&whole.1["items"], schema) } else { whole };
    let holds = match (part["format"].as_str(), part["x-names"].as_array()) {
        (Some("date"), _) => Holds::Day,
        (Some("date-time"), _) => Holds::Instant,
        (Some("due"), _) => Holds::Due,
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

/// A part of the schema where it is defined, and the name it has there; of several things it may be, the first: what it
/// is when it is not null, and not written out at length.
fn resolved<'a>(part: &'a Value, schema: &'a Value) -> (&'a str, &'a Value) {
    let mut found = ("", part);
    loop {
        let (name, part) = found;
        let path = part["$ref"].as_str().and_then(|path| path.strip_prefix('#'));
        let definition = path.and_then(|path| Some((path.rsplit('/').next()?, schema.pointer(path)?)));
        let next = definition.or_else(|| Some((name, part["anyOf"].get(0)?)));
        let Some(next) = next else { return found };
        found = next;
    }
}

fn is(part: &Value, kind: &str) -> bool {
    let kinds = &part["type"];
    kinds == kind || kinds.get(0).is_some_and(|first| first == kind)
}

/// The codes of a vocabulary, if it is one.
fn codes(part: &Value) -> Option<Vec<String>> {
    let words = |list: &Value, of: fn(&Value) -> Option<&str>| -> Option<Vec<String>> {
        list.as_array()?.iter().map(|word| of(word).map(str::to_owned)).collect()
    };
    words(&part["oneOf"], |word| word["const"].as_str()).or_else(|| words(&part["enum"], Value::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(command: &str, name: &str) -> Holds {
        of(command).into_iter().find(|field| field.name == name).unwrap().holds
    }

    #[test]
    fn the_types_say_what_must_be_given_and_what_it_is() {
        let fields = of("accept_matter");
        let [matter, route, ..] = &fields[..] else { panic!("{fields:?}") };
        assert_eq!((matter.name.as_str(), &matter.holds), ("matter", &Holds::Name(vec!["matter".into()])));
        let Holds::Word(vocabulary, codes) = &route.holds else { panic!("{route:?}") };
        assert_eq!((vocabulary.as_str(), codes.len()), ("Route", 5));
        assert!(fields[2..].iter().all(|field| !field.required));
        assert!(fields.iter().any(|field| field.holds == Holds::Due));
        assert!(of("no_such").is_empty());
    }

    #[test]
    fn what_may_be_missing_or_written_in_two_ways_is_what_it_is_first() {
        assert_eq!(holds("cast_votes", "for"), Holds::Number);
        assert_eq!(holds("correct_vote", "void"), Holds::Number);
        assert_eq!(holds("open_vote", "item"), Holds::Number);
        assert_eq!(holds("open_vote", "all"), Holds::Object);
        assert_eq!(holds("open_vote", "question"), Holds::Text);
        assert_eq!(holds("convene_meeting", "at"), Holds::Instant);
        assert_eq!(holds("add_person", "until"), Holds::Day);
        let Holds::Word(vocabulary, _) = holds("cast_votes", "choice") else { panic!("no vocabulary") };
        assert_eq!(vocabulary, "Choice");
    }
}
