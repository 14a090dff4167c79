//! Days and instants as the record holds them. Never asks what time it is.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::entry::Instant;

/// The offset of the councils' place, +08:00: China keeps one time. Days begin and end by it, never by the machine's zone.
pub const ZONE: FixedOffset = match FixedOffset::east_opt(8 * 3600) {
    Some(zone) => zone,
    None => unreachable!(),
};

/// When something must be done by: the end of a day, or an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub enum Due {
    /// By the end of this day in the council's zone.
    Day(NaiveDate),
    /// By this instant.
    At(Instant),
}

impl Due {
    /// The day it falls on, in the council's zone.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::At(at) => day_of(at),
        }
    }

    /// The moment it runs out, by the council's clocks; that of a day is its end.
    #[must_use]
    pub fn runs_out(self) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.succ_opt().map_or(NaiveDateTime::MAX, |next| next.and_time(NaiveTime::MIN)),
            Self::At(at) => at.naive_utc().checked_add_offset(ZONE).unwrap_or(NaiveDateTime::MAX),
        }
    }

    /// Whether it has passed: a day only when it has ended.
    #[must_use]
    pub fn is_past(self, now: Instant) -> bool {
        match self {
            Self::Day(day) => day_of(now) > day,
            Self::At(at) => now > at,
        }
    }

    /// Whole days from `now`'s day to its day; negative when it lies behind.
    #[must_use]
    pub fn days_left(self, now: Instant) -> i64 {
        (self.day() - day_of(now)).num_days()
    }
}

/// The last day of something, or none: an empty text clears it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Until(pub Option<NaiveDate>);

impl TryFrom<String> for Until {
    type Error = NotADue;

    fn try_from(text: String) -> Result<Self, NotADue> {
        let text = text.trim();
        if text.is_empty() { Ok(Self(None)) } else { day(text).map(|day| Self(Some(day))).ok_or(NotADue) }
    }
}

impl From<Until> for String {
    fn from(until: Until) -> String {
        until.0.map(|day| day.to_string()).unwrap_or_default()
    }
}

/// The day of an instant in the council's zone; at the ends of the calendar, the last day that can be written.
#[must_use]
pub fn day_of(instant: Instant) -> NaiveDate {
    instant.naive_utc().checked_add_offset(ZONE).map_or(NaiveDate::MAX, |local| local.date())
}

/// A day as RFC 3339 writes it: its years have four digits.
fn day(text: &str) -> Option<NaiveDate> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

/// An instant as RFC 3339 writes it.
fn moment(text: &str) -> Option<Instant> {
    DateTime::parse_from_rfc3339(text).ok()
}

/// Text that is neither `2026-12-05` nor `2026-12-05T19:00:00+08:00`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotADue;

impl fmt::Display for NotADue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a date such as 2026-12-05, or an instant such as 2026-12-05T19:00:00+08:00")
    }
}

impl std::error::Error for NotADue {}

impl FromStr for Due {
    type Err = NotADue;

    fn from_str(text: &str) -> Result<Self, NotADue> {
        if let Some(day) = day(text) {
            return Ok(Self::Day(day));
        }
        moment(text).map(Self::At).ok_or(NotADue)
    }
}

impl TryFrom<String> for Due {
    type Error = NotADue;

    fn try_from(text: String) -> Result<Self, NotADue> {
        text.parse()
    }
}

impl From<Due> for String {
    fn from(due: Due) -> String {
        due.to_string()
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::At(at) => f.write_str(&at.to_rfc3339()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn a_day_is_past_only_when_it_has_ended_in_the_councils_zone() {
        let due: Due = "2026-11-21".parse().unwrap();
        assert!(!due.is_past(at("2026-11-21T23:59:59+08:00")));
        assert!(due.is_past(at("2026-11-22T00:00:00+08:00")));
        // 16:00 UTC is midnight in China.
        assert!(due.is_past(at("2026-11-21T16:00:00+00:00")));
    }

    #[test]
    fn an_instant_is_past_a_moment_later() {
        let due: Due = "2026-11-21T19:30:00+08:00".parse().unwrap();
        assert!(!due.is_past(at("2026-11-21T19:30:00+08:00")));
        assert!(due.is_past(at("2026-11-21T19:30:01+08:00")));
    }
}
