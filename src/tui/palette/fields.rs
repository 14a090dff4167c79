//! What a value typed in the palette means in a field of a command. Knows no command.

use serde_json::{Map, Value};

use crate::domain::entry::Instant;
use crate::grammar::fields::{Field, Holds};
use crate::search::fold;
use crate::text::{EN, Text, ZH};
use crate::tui::form::{Precision, read_when};

/// The fields that were given, as the record takes them.
pub(super) type Given = Map<String, Value>;

/// How exactly a field tells when; none if it does not hold a day or time.
pub(super) fn precision(holds: &Holds) -> Option<Precision> {
    match holds {
        Holds::Day => Some(Precision::Day),
        Holds::Instant => Some(Precision::Time),
        Holds::Due => Some(Precision::DayOrTime),
        _ => None,
    }
}

/// A typed value as the record takes it: several parted by commas, a word by its code or its name in either language,
/// days as people say them. What is not understood is left for whoever reads the command to refuse.
///
/// # Errors
/// What is wrong, in a sentence: it is no day or time.
pub(super) fn value(field: &Field, typed: &str, now: Instant, text: Text) -> Result<Value, String> {
    if !field.many {
        return one(field, typed, now, text);
    }
    let parts = typed.split([',', '，', '、']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| one(field, part, now, text)).collect::<Result<_, _>>().map(Value::Array)
}

fn one(field: &Field, typed: &str, now: Instant, text: Text) -> Result<Value, String> {
    let as_text = || Value::from(typed);
    let as_object = || serde_json::from_str(typed).ok().filter(Value::is_object).unwrap_or_else(as_text);
    let called = |name: &str| fold(name) == fold(typed);
    // An empty one clears the field.
    if let Some(precision) = precision(&field.holds).filter(|_| !typed.is_empty()) {
        let wrong = if precision == Precision::Time { text.field_not_a_time() } else { text.field_not_a_day() };
        let read = read_when(typed, precision, now).ok_or_else(|| format!("{}: {wrong}", field.name))?;
        return Ok(Value::from(read));
    }
    Ok(match &field.holds {
        Holds::Word(vocabulary, codes) => {
            let names = |code: &str| [ZH, EN].iter().any(|text| text.word(vocabulary, code).is_some_and(called));
            codes.iter().find(|code| names(code)).map_or_else(as_text, |code| Value::from(code.as_str()))
        }
        Holds::YesOrNo if called("true") || called(ZH.yes()) || called(EN.yes()) => Value::Bool(true),
        Holds::YesOrNo if called("false") || called(ZH.no()) || called(EN.no()) => Value::Bool(false),
        Holds::Number => typed.parse::<u64>().map_or_else(|_| as_object(), Value::from),
        Holds::Object => as_object(),
        _ => as_text(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::command::Command;
    use crate::grammar::fields;

    fn now() -> Instant {
        Instant::parse_from_rfc3339("2026-11-21T19:30:00+08:00").unwrap()
    }

    fn read(command: &str, name: &str, typed: &str) -> Value {
        let fields = fields::of(command);
        let field = fields.iter().find(|field| field.name == name).unwrap();
        value(field, typed, now(), ZH).unwrap()
    }

    #[test]
    fn every_vocabulary_of_a_command_has_its_words() {
        for command in Command::NAMES {
            for field in fields::of(command) {
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
        assert_eq!(read("cast_votes", "for", "21"), json!(21));
        let both = r#"{"heads":21,"area":"2001.50"}"#;
        assert_eq!(read("cast_votes", "for", both), json!({"heads": 21, "area": "2001.50"}));
        assert_eq!(read("cast_votes", "for", "many"), json!("many"));
    }
}
