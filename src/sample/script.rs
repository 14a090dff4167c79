//! A line of the sample's script: a command with the time and place it is given at. Days are counted from today, and
//! things are named by labels. Knows nothing of the rules.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::domain::command::Command;
use crate::domain::entry::Instant;
use crate::domain::time::{ZONE, day_of};

/// A line, read.
pub(super) struct Cue {
    /// When.
    pub(super) at: Instant,
    /// Who.
    pub(super) by: String,
    /// On which laptop, from `a`.
    pub(super) on: char,
    /// What later lines call the thing it makes.
    pub(super) label: Option<String>,
    /// The line as it stands.
    pub(super) line: String,
    fields: Map<String, Value>,
}

/// Why a line cannot be read.
pub(super) struct NotACue(pub(super) String);

#[derive(Deserialize)]
struct Line {
    at: String,
    #[serde(rename = "as")]
    by: String,
    #[serde(default)]
    on: Option<char>,
    #[serde(default)]
    label: Option<String>,
    #[serde(flatten)]
    fields: Map<String, Value>,
}

impl Cue {
    /// Reads a line of a script that ends today.
    pub(super) fn read(text: &str, now: Instant) -> Result<Self, NotACue> {
        let line: Line = serde_json::from_str(text).map_err(|error| NotACue(error.to_string()))?;
        // An act of today that lies ahead of the clock is done just now: nothing is dated in the future.
        let at = moment(&line.at, day_of(now)).ok_or_else(|| NotACue(format!("at: {}", line.at)))?.min(now);
        let Line { by, on, label, fields, .. } = line;
        Ok(Self { at, by, on: on.unwrap_or('a'), label, line: text.to_owned(), fields })
    }

    /// The command, with labels and relative days replaced.
    pub(super) fn command(&self, labels: &HashMap<String, String>) -> Result<Command, NotACue> {
        let mut fields = self.fields.clone();
        let name = fields.remove("do").and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default();
        let day = day_of(self.at);
        // `at` is when the line is said, so a meeting's own hour is given as `meets`.
        if let Some(meets) = fields.remove("meets") {
            fields.insert("at".to_owned(), meets);
        }
        for value in fields.values_mut() {
            fill(value, day, labels)?;
        }
        match Command::read(&name, Value::Object(fields)) {
            Some(Ok(command)) => Ok(command),
            Some(Err(error)) => Err(NotACue(error.to_string())),
            None => Err(NotACue(format!("do: {name}"))),
        }
    }
}

/// Replaces `@label`, `~+5`, `~+5T19:00` and `{+5}`.
fn fill(value: &mut Value, day: NaiveDate, labels: &HashMap<String, String>) -> Result<(), NotACue> {
    match value {
        Value::String(text) => {
            if let Some(label) = text.strip_prefix('@') {
                *text = labels.get(label).ok_or_else(|| NotACue(format!("label: {label}")))?.clone();
            } else if let Some(relative) = text.strip_prefix('~') {
                *text = date(relative, day).ok_or_else(|| NotACue(format!("date: {relative}")))?;
            } else {
                *text = told(text, day);
            }
        }
        Value::Array(values) => {
            for value in values {
                fill(value, day, labels)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// `-320 09:15`: days from today, and the time.
fn moment(text: &str, today: NaiveDate) -> Option<Instant> {
    let (days, time) = text.split_once(' ')?;
    instant(shifted(today, days)?, time)
}

/// `+5` as a date, `+5T19:00` as an instant.
fn date(relative: &str, day: NaiveDate) -> Option<String> {
    match relative.split_once('T') {
        Some((days, time)) => Some(instant(shifted(day, days)?, time)?.to_rfc3339()),
        None => Some(shifted(day, relative)?.to_string()),
    }
}

fn instant(day: NaiveDate, time: &str) -> Option<Instant> {
    day.and_time(NaiveTime::parse_from_str(time, "%H:%M").ok()?).and_local_timezone(ZONE).single()
}

fn shifted(day: NaiveDate, days: &str) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::days(days.parse().ok()?))
}

/// The text with every `{+5}` as a day of the month, `12月5日`.
fn told(text: &str, day: NaiveDate) -> String {
    let mut parts = text.split('{');
    let mut told = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let date = part.split_once('}').and_then(|(days, rest)| Some((shifted(day, days)?, rest)));
        if let Some((date, rest)) = date {
            told = format!("{told}{}月{}日{rest}", date.month(), date.day());
        } else {
            told.push('{');
            told.push_str(part);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_the_line() {
        let day = "2026-11-29".parse().unwrap();
        assert_eq!(told("{+6}前完成，{-1}已查看；{不是日期}", day), "12月5日前完成，11月28日已查看；{不是日期}");
        assert_eq!(date("+6", day).as_deref(), Some("2026-12-05"));
        assert_eq!(date("+6T19:00", day).as_deref(), Some("2026-12-05T19:00:00+08:00"));
        assert_eq!(moment("-1 09:15", day).map(|at| at.to_rfc3339()).as_deref(), Some("2026-11-28T09:15:00+08:00"));
    }
}
