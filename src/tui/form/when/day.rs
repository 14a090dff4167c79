//! Days as people write them: `12-5`, `+3`, `fri`, next week's Wednesday, the end of the month. Knows the calendar and
//! the words of [`crate::text`], not what is due.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::number;
use crate::text::{
    MONTH_NAMES, SPANS, SPOKEN_DAYS, SPOKEN_WEEKS, SPOKEN_WEEKS_EN, SpokenDay, SpokenWeek, WEEK_NOUNS, WEEKDAY_NAMES,
};

/// A day of this year that passed no longer ago than this may be meant, where the year is left out.
const LATELY: i64 = 62;

/// A day that was read, and the other one that may have been meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) day: NaiveDate,
    pub(super) or: Option<NaiveDate>,
}

impl Day {
    fn sure(day: NaiveDate) -> Self {
        Self { day, or: None }
    }
}

/// The day that a text begins with, and what comes behind it.
pub(super) fn read(text: &str, today: NaiveDate) -> Option<(Day, &str)> {
    ahead(text, today)
        .or_else(|| named(text, today))
        .or_else(|| weekday(text, today))
        .or_else(|| in_figures(text, today))
        .or_else(|| with_month_name(text, today))
}

/// `+3`, and so many days or weeks on, in words.
fn ahead(text: &str, today: NaiveDate) -> Option<(Day, &str)> {
    let (days, rest) = if let Some(behind) = text.strip_prefix('+') {
        number(behind)?
    } else {
        let (count, behind) = number(text.strip_prefix("in ").unwrap_or(text))?;
        let (each, rest) = SPANS.iter().find_map(|(span, each)| Some((*each, behind.strip_prefix(span)?)))?;
        (u64::from(u16::try_from(count).ok()?) * each, rest)
    };
    let days = u16::try_from(days).ok()?;
    Some((Day::sure(today.checked_add_days(Days::new(days.into()))?), rest))
}

fn named(text: &str, today: NaiveDate) -> Option<(Day, &str)> {
    let (meaning, rest) = SPOKEN_DAYS.iter().find_map(|(word, day)| Some((*day, text.strip_prefix(word)?)))?;
    let day = match meaning {
        SpokenDay::Ahead(days) => today.checked_add_days(Days::new(days)),
        SpokenDay::MonthEnd(months) => {
            today.with_day(1)?.checked_add_months(Months::new(months + 1)).and_then(|first| first.pred_opt())
        }
        SpokenDay::YearEnd => NaiveDate::from_ymd_opt(today.year(), 12, 31),
    };
    Some((Day::sure(day?), rest))
}

fn weekday(text: &str, today: NaiveDate) -> Option<(Day, &str)> {
    let chinese = SPOKEN_WEEKS.iter().find_map(|(word, week)| {
        let behind = text.strip_prefix(word)?;
        let behind = WEEK_NOUNS.iter().find_map(|noun| behind.strip_prefix(noun))?;
        let digit = behind.chars().next()?;
        let at = match digit {
            '日' | '天' | '7' => 6,
            _ => u32::try_from(number(&behind[..digit.len_utf8()])?.0).ok()?.checked_sub(1)?,
        };
        Some((*week, u8::try_from(at).ok()?, &behind[digit.len_utf8()..]))
    });
    let english = || {
        SPOKEN_WEEKS_EN.iter().find_map(|(word, week)| {
            let (at, rest) = name(text.strip_prefix(word)?, &WEEKDAY_NAMES)?;
            Some((*week, u8::try_from(at).ok()?, rest))
        })
    };
    let (week, at, rest) = chinese.or_else(english)?;
    let weekday = Weekday::try_from(at).ok()?;
    let monday = today.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into()))?;
    let of_week = |weeks: u64| monday.checked_add_days(Days::new(weeks * 7 + u64::from(at)));
    let coming = today.iter_days().take(7).find(|day| day.weekday() == weekday)?;
    let day = match week {
        // Said on that very day, the word may mean the next one.
        SpokenWeek::Coming if coming == today => Day { day: today, or: today.checked_add_days(Days::new(7)) },
        SpokenWeek::Coming => Day::sure(coming),
        SpokenWeek::This => Day::sure(of_week(0)?),
        SpokenWeek::Later(weeks) => Day::sure(of_week(weeks)?),
        SpokenWeek::Next => {
            let next = of_week(1)?;
            let sooner = (coming > today && coming < next).then_some(coming);
            Day { day: next, or: sooner }
        }
    };
    Some((day, rest))
}

/// Figures with signs between them: with the year or without, or the day of the month alone.
fn in_figures(text: &str, today: NaiveDate) -> Option<(Day, &str)> {
    let sign = |c: char| matches!(c, '-' | '/' | '.' | '年' | '月');
    let end = text.find(|c: char| !(c.is_ascii_digit() || sign(c))).unwrap_or(text.len());
    let (figures, rest) = text.split_at(end);
    let unit = ['日', '号'].into_iter().find_map(|unit| rest.strip_prefix(unit));
    let parts: Vec<u32> = figures.split(sign).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let day = match parts[..] {
        [year, month, day] if year > 999 => Day::sure(NaiveDate::from_ymd_opt(year.try_into().ok()?, month, day)?),
        [month, day] => of_year(month, day, today)?,
        [day] if unit.is_some() => {
            let first = today.with_day(1)?;
            let months = (0..3).filter_map(|months| first.checked_add_months(Months::new(months)));
            Day::sure(months.filter_map(|month| month.with_day(day)).find(|day| *day >= today)?)
        }
        _ => return None,
    };
    Some((day, unit.unwrap_or(rest)))
}

/// `5 dec` and `dec 5`.
fn with_month_name(text: &str, today: NaiveDate) -> Option<(Day, &str)> {
    let (month, day, rest) = if let Some((month, behind)) = name(text, &MONTH_NAMES) {
        let (day, rest) = number(behind.trim_start())?;
        (month, day, rest)
    } else {
        let (day, behind) = number(text)?;
        let (month, rest) = name(behind.trim_start(), &MONTH_NAMES)?;
        (month, day, rest)
    };
    let month = u32::try_from(month).ok()? + 1;
    Some((of_year(month, u32::try_from(day).ok()?, today)?, rest))
}

/// The next such day, this year's or next year's.
fn of_year(month: u32, day: u32, today: NaiveDate) -> Option<Day> {
    let of = |year| NaiveDate::from_ymd_opt(year, month, day);
    match of(today.year()) {
        Some(day) if day >= today => Some(Day::sure(day)),
        passed => {
            let or = passed.filter(|day| (today - *day).num_days() <= LATELY);
            Some(Day { day: of(today.year() + 1)?, or })
        }
    }
}

/// Which of the names a text begins with, by its first three letters or more, and what comes behind.
fn name<'a>(text: &'a str, names: &[&str]) -> Option<(usize, &'a str)> {
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let at = names.iter().position(|name| word.len() >= 3 && name.starts_with(word))?;
    Some((at, rest.strip_prefix('.').unwrap_or(rest)))
}
