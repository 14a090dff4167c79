//! Days and times as people write them. Knows the calendar, not what is due.

mod day;
mod hour;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone};

use crate::domain::entry::Instant;
use crate::domain::time::{ZONE, day_of as today};
use crate::text::Text;

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

/// What was made of what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reading {
    day: NaiveDate,
    time: Option<NaiveTime>,
    doubt: Option<Doubt>,
}

/// What the person should look at once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// This other day may be meant.
    OrDay(NaiveDate),
    /// This other time may be meant.
    OrTime(NaiveTime),
    /// It has passed.
    Past,
    /// The time of day is still to come.
    NoTime,
}

/// What is written, as the record keeps it: `2026-11-25`, or RFC 3339 in the council's zone if a time is written.
///
/// Understood are `2026-11-25`, `2026/11/25`, `2026.11.25`, the same without the year for the next such day, the same
/// with Chinese units, `5 dec`, `+3` for three days from today, days of the week, and the words of
/// [`crate::text::SPOKEN_DAYS`]; then a time of day.
pub(in crate::tui) fn read(text: &str, precision: Precision, now: Instant) -> Option<String> {
    let Reading { day, time, .. } = reading(text, precision, now)?;
    match (time, precision) {
        (None, Precision::Time) => None,
        (None, _) => Some(day.format("%Y-%m-%d").to_string()),
        (Some(time), _) => Some(ZONE.from_local_datetime(&day.and_time(time)).single()?.to_rfc3339()),
    }
}

/// What was made of what is written, for showing it beside the field; and whether to look at it once more.
pub(in crate::tui) fn shown(text: &str, precision: Precision, now: Instant, words: Text) -> Option<(String, bool)> {
    let Reading { day, time, doubt } = reading(text, precision, now)?;
    let clock = |time: NaiveTime| time.format("%H:%M").to_string();
    let date = words.date(day, today(now));
    let read = time.map_or_else(|| date.clone(), |time| format!("{date} {}", clock(time)));
    let told = match doubt {
        None => read,
        Some(Doubt::OrDay(other)) => words.reading_or(&read, &words.date(other, today(now))),
        Some(Doubt::OrTime(other)) => words.reading_or(&read, &clock(other)),
        Some(Doubt::Past) => words.reading_past(&read),
        Some(Doubt::NoTime) => words.reading_no_time(&read),
    };
    Some((told, doubt.is_some()))
}

/// A kept value as people write it: `2026-11-25`, or `2026-11-25 19:30`.
pub(super) fn write(kept: &str) -> String {
    match DateTime::parse_from_rfc3339(kept) {
        Ok(instant) => instant.format("%Y-%m-%d %H:%M").to_string(),
        Err(_) => kept.to_owned(),
    }
}

/// What is written, moved by `days`; a time of day stays.
pub(super) fn moved(text: &str, days: i64, now: Instant) -> Option<String> {
    let text = plain(text);
    let (day, rest) = if text.is_empty() {
        (today(now), "")
    } else {
        let (read, rest) = day::read(&text, today(now))?;
        (read.day, clock_part(rest))
    };
    let step = Days::new(days.unsigned_abs());
    let day = if days < 0 { day.checked_sub_days(step)? } else { day.checked_add_days(step)? };
    let time = hour::read(rest).map_or_else(|| rest.to_owned(), |hour| hour.time.format("%H:%M").to_string());
    Some(format!("{} {time}", day.format("%Y-%m-%d")).trim_end().to_owned())
}

fn reading(text: &str, precision: Precision, now: Instant) -> Option<Reading> {
    let text = plain(text);
    let (day, rest) = day::read(&text, today(now))?;
    let hour = match clock_part(rest) {
        "" => None,
        _ if precision == Precision::Day => return None,
        rest => Some(hour::read(rest)?),
    };
    let past = match hour {
        Some(hour) => day.day.and_time(hour.time) < now.with_timezone(&ZONE).naive_local(),
        None => day.day < today(now),
    };
    let doubt = day
        .or
        .map(Doubt::OrDay)
        .or(hour.and_then(|hour| hour.or).map(Doubt::OrTime))
        .or(past.then_some(Doubt::Past))
        .or((hour.is_none() && precision == Precision::Time).then_some(Doubt::NoTime));
    Some(Reading { day: day.day, time: hour.map(|hour| hour.time), doubt })
}

/// What stands behind a day, without what only separates them.
fn clock_part(rest: &str) -> &str {
    let rest = rest.trim_start();
    rest.strip_prefix('t').unwrap_or(rest)
}

/// The number a text begins with, in figures or in Chinese up to ninety-nine, and what comes behind it.
fn number(text: &str) -> Option<(u64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if end > 0 {
        return Some((text[..end].parse().ok()?, &text[end..]));
    }
    let digit = |c: char| match c {
        '一' => Some(1),
        '二' | '两' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    };
    let take = |text: &str| text.chars().next().and_then(|c| Some((digit(c)?, c.len_utf8())));
    let (tens, at) = take(text).map_or((None, 0), |(tens, at)| (Some(tens), at));
    let Some(behind) = text[at..].strip_prefix('十') else { return Some((tens?, &text[at..])) };
    let (ones, at) = take(behind).unwrap_or((0, 0));
    Some((tens.unwrap_or(1) * 10 + ones, &behind[at..]))
}

/// In small letters and without outer spaces, full-width digits and signs as an input method may leave them in ASCII.
fn plain(text: &str) -> String {
    let narrow = text.chars().map(|c| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '。' => '.',
        _ => c,
    });
    narrow.collect::<String>().trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{EN, ZH};

    /// A Saturday.
    fn now() -> Instant {
        DateTime::parse_from_rfc3339("2026-11-21T19:30:00+08:00").expect("a time")
    }

    /// A Tuesday.
    fn tuesday() -> Instant {
        DateTime::parse_from_rfc3339("2026-11-24T09:00:00+08:00").expect("a time")
    }

    fn day(written: &str) -> Option<String> {
        read(written, Precision::Day, now())
    }

    fn told(written: &str, precision: Precision, now: Instant) -> String {
        shown(written, precision, now, ZH).expect(written).0
    }

    #[test]
    fn a_day_is_read_as_people_say_it() {
        for (written, expected) in [
            ("今天", "2026-11-21"),
            ("明天", "2026-11-22"),
            ("tomorrow", "2026-11-22"),
            ("后天", "2026-11-23"),
            ("大后天", "2026-11-24"),
            ("3天后", "2026-11-24"),
            ("三天后", "2026-11-24"),
            ("十五天后", "2026-12-06"),
            ("两周后", "2026-12-05"),
            ("in 3 days", "2026-11-24"),
            ("2 weeks", "2026-12-05"),
            ("周五", "2026-11-27"),
            ("星期五", "2026-11-27"),
            ("礼拜天", "2026-11-22"),
            ("fri", "2026-11-27"),
            ("Friday", "2026-11-27"),
            ("周三", "2026-11-25"),
            ("下周三", "2026-11-25"),
            ("下下周三", "2026-12-02"),
            ("下个星期日", "2026-11-29"),
            ("本周日", "2026-11-22"),
            ("月底", "2026-11-30"),
            ("下月底", "2026-12-31"),
            ("month end", "2026-11-30"),
            ("年底", "2026-12-31"),
            ("12-5", "2026-12-05"),
            ("12月5日", "2026-12-05"),
            ("12月5号", "2026-12-05"),
            ("5号", "2026-12-05"),
            ("30日", "2026-11-30"),
            ("31号", "2026-12-31"),
            ("5 Dec", "2026-12-05"),
            ("december 5", "2026-12-05"),
            ("dec5", "2026-12-05"),
        ] {
            assert_eq!(day(written).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn a_time_is_read_as_people_say_it() {
        for (written, expected) in [
            ("周五 19:00", "2026-11-27T19:00:00+08:00"),
            ("周五19点", "2026-11-27T19:00:00+08:00"),
            ("明晚7点", "2026-11-22T19:00:00+08:00"),
            ("明天晚上七点半", "2026-11-22T19:30:00+08:00"),
            ("后天下午3点20分", "2026-11-23T15:20:00+08:00"),
            ("下周三上午九点", "2026-11-25T09:00:00+08:00"),
            ("12月5日19:00", "2026-12-05T19:00:00+08:00"),
            ("5号中午12点", "2026-12-05T12:00:00+08:00"),
            ("fri 7pm", "2026-11-27T19:00:00+08:00"),
            ("tomorrow 12:15 am", "2026-11-22T00:15:00+08:00"),
            ("2026-12-05T19:00", "2026-12-05T19:00:00+08:00"),
        ] {
            assert_eq!(read(written, Precision::Time, now()).as_deref(), Some(expected), "{written}");
        }
        for written in ["周五 25点", "明晚12点", "明晚3点", "周五 7", "周五 0pm", "周五 19:00 左右"] {
            assert_eq!(read(written, Precision::Time, now()), None, "{written}");
        }
    }

    #[test]
    fn what_was_read_is_told_and_doubts_with_it() {
        assert_eq!(told("12-5", Precision::Day, now()), "12月5日 周六");
        assert_eq!(told("明晚7点", Precision::Time, now()), "11月22日 周日 19:00");
        assert_eq!(told("1-5", Precision::Day, now()), "2027年1月5日 周二");
        assert_eq!(told("周六", Precision::Day, now()), "11月21日 周六，还是 11月28日 周六？");
        assert_eq!(told("11-20", Precision::Day, now()), "2027年11月20日 周六，还是 11月20日 周五？");
        assert_eq!(told("本周五", Precision::Day, now()), "11月20日 周五，已经过去");
        assert_eq!(told("今天 19:00", Precision::DayOrTime, now()), "11月21日 周六 19:00，已经过去");
        assert_eq!(told("周五 7点", Precision::Time, now()), "11月27日 周五 07:00，还是 19:00？");
        assert_eq!(told("周五", Precision::Time, now()), "11月27日 周五，几点？");
    }

    #[test]
    fn next_friday_is_doubtful_only_while_a_sooner_one_may_be_meant() {
        let told = |now| shown("next fri", Precision::Day, now, EN).expect("a day").0;
        assert_eq!(told(tuesday()), "Fri 4 Dec, or Fri 27 Nov?");
        assert_eq!(told(now()), "Fri 27 Nov");
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
