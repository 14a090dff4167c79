//! Days and times as people write them. Knows the calendar, not what is due.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeZone};

use crate::domain::entry::Instant;
use crate::domain::time::{ZONE, day_of as today};

/// How exactly a field wants to know when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// A day.
    Day,
    /// A day, and the time of day if one is written.
    DayOrTime,
    /// A day with its time.
    Time,
}

/// What is written, as the record keeps it: `2026-11-25`, or RFC 3339 in the council's zone if a time is written.
///
/// Understood are `2026-11-25`, `2026/11/25`, `2026.11.25`, `2026年11月25日`, the same without the year for the next such
/// day, and `+3` for three days from today; then, after a space, `19:30`.
pub(super) fn read(text: &str, precision: Precision, now: Instant) -> Option<String> {
    let text = ascii(text);
    let mut words = text.split([' ', 'T']).filter(|word| !word.is_empty());
    let day = read_day(words.next()?, today(now))?;
    let time = words.next().map(read_time);
    if words.next().is_some() {
        return None;
    }
    match (time, precision) {
        (None, Precision::Day | Precision::DayOrTime) => Some(day.format("%Y-%m-%d").to_string()),
        (Some(time), Precision::DayOrTime | Precision::Time) => {
            Some(ZONE.from_local_datetime(&day.and_time(time?)).single()?.to_rfc3339())
        }
        _ => None,
    }
}

/// A kept value as people write it: `2026-11-25`, or `2026-11-25 19:30`.
pub(super) fn write(kept: &str) -> String {
    match DateTime::parse_from_rfc3339(kept) {
        Ok(instant) => instant.format("%Y-%m-%d %H:%M").to_string(),
        Err(_) => kept.to_owned(),
    }
}

/// The day of what is written, for showing its weekday.
pub(super) fn day_of(text: &str, now: Instant) -> Option<NaiveDate> {
    let text = ascii(text);
    read_day(text.split([' ', 'T']).find(|word| !word.is_empty())?, today(now))
}

/// What is written, moved by `days`; a time of day stays.
pub(super) fn moved(text: &str, days: i64, now: Instant) -> Option<String> {
    let day = if text.trim().is_empty() { today(now) } else { day_of(text, now)? };
    let step = Days::new(days.unsigned_abs());
    let day = if days < 0 { day.checked_sub_days(step)? } else { day.checked_add_days(step)? };
    let text = ascii(text);
    let time = text.split([' ', 'T']).filter(|word| !word.is_empty()).nth(1).map(|time| format!(" {time}"));
    Some(day.format("%Y-%m-%d").to_string() + &time.unwrap_or_default())
}

fn read_day(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(days) = word.strip_prefix('+') {
        return today.checked_add_days(Days::new(days.parse::<u16>().ok()?.into()));
    }
    let parts: Vec<u32> = word
        .trim_end_matches('日')
        .split(['-', '/', '.', '年', '月'])
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    match parts[..] {
        [year, month, day] if year > 999 => NaiveDate::from_ymd_opt(year.try_into().ok()?, month, day),
        [month, day] => [today.year(), today.year() + 1]
            .into_iter()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|day| *day >= today),
        _ => None,
    }
}

fn read_time(word: &str) -> Option<NaiveTime> {
    let (hour, minute) = word.split_once(':')?;
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// Full-width digits and signs as an input method may leave them, in ASCII.
fn ascii(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '\u{3000}' => ' ',
            '。' => '.',
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Instant {
        DateTime::parse_from_rfc3339("2026-11-21T19:30:00+08:00").expect("a time")
    }

    #[test]
    fn a_day_is_read_in_every_way_it_is_written() {
        for written in [
            "2026-11-25",
            "2026/11/25",
            "2026.11.25",
            "2026年11月25日",
            "11-25",
            "11月25日",
            "+4",
            "１１。２５",
            " 11/25 ",
        ] {
            assert_eq!(read(written, Precision::Day, now()).as_deref(), Some("2026-11-25"), "{written}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_the_next_such_day() {
        assert_eq!(read("11-21", Precision::Day, now()).as_deref(), Some("2026-11-21"));
        assert_eq!(read("1-5", Precision::Day, now()).as_deref(), Some("2027-01-05"));
        assert_eq!(read("2-29", Precision::Day, now()), None, "neither 2026 nor 2027 has one");
    }

    #[test]
    fn a_time_is_kept_in_the_zone_of_the_council() {
        assert_eq!(read("11-25 19:30", Precision::Time, now()).as_deref(), Some("2026-11-25T19:30:00+08:00"));
        assert_eq!(read("11-25 １９：３０", Precision::DayOrTime, now()).as_deref(), Some("2026-11-25T19:30:00+08:00"));
        assert_eq!(read("11-25", Precision::Time, now()), None);
        assert_eq!(read("11-25 19:30", Precision::Day, now()), None);
        assert_eq!(write("2026-11-25T19:30:00+08:00"), "2026-11-25 19:30");
    }

    #[test]
    fn what_is_no_day_is_not_guessed_at() {
        for written in ["", "soon", "2026-13-01", "25", "2026-11-25 25:00", "26-11-25", "+99999", "11-25 9:00 x"] {
            assert_eq!(read(written, Precision::DayOrTime, now()), None, "{written}");
        }
    }

    #[test]
    fn a_day_moves_and_keeps_its_time() {
        assert_eq!(moved("", 1, now()).as_deref(), Some("2026-11-22"));
        assert_eq!(moved("2026-12-31 09:00", 1, now()).as_deref(), Some("2027-01-01 09:00"));
        assert_eq!(moved("2026-12-01", -1, now()).as_deref(), Some("2026-11-30"));
    }
}
