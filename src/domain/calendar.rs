//! China's working days and the ends of periods; must not know where year files are kept, nor what day it is.
//!
//! Periods are counted by the Civil Code: the day a period begins is not counted (art. 201), and a last day that falls
//! on a rest day moves to the day after that rest ends (art. 203). Which days are rest days is published by the State
//! Council one year at a time, so a calendar is a set of years and a missing year is always named, never guessed.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Serialize};

/// One year's public arrangement of rest days and make-up working days.
///
/// Saturdays and Sundays are rest days and all other days are working days, unless listed here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Year {
    /// The year all dates below belong to; a date of another year has no effect.
    pub year: i32,
    /// Who published the arrangement, for people to check.
    pub source: String,
    /// Days off, with the weekends inside a longer break.
    pub rest: Vec<NaiveDate>,
    /// Weekend days on which people work to make up for a longer break; listed here outranks `rest`.
    pub work: Vec<NaiveDate>,
}

/// How the days of a period are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayUnit {
    /// Every day counts; only the last one may move.
    Calendar,
    /// Only working days count.
    Working,
}

/// The last day of a period, and how sure it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastDay {
    /// The period runs to the end of this day.
    pub date: NaiveDate,
    /// Years the count looked at whose arrangement is unknown, in order; only weekends were counted as rest there.
    /// Not empty means the date is provisional.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing_years: Vec<i32>,
}

/// A day that is not as in an ordinary week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arranged {
    /// A day off.
    Rest,
    /// A weekend day on which people work.
    Work,
}

/// The years whose arrangement is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i32, Year>,
}

impl Calendar {
    /// A calendar of these years. Of two files for one year the later counts, so a community's own come last.
    pub fn new(years: impl IntoIterator<Item = Year>) -> Self {
        let years = years.into_iter().map(|year| (year.year, year)).collect();
        Self { years }
    }

    /// Whether the arrangement of this year is known.
    #[must_use]
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains_key(&year)
    }

    /// How the arrangement of its year sets this day apart from an ordinary week, if it does.
    #[must_use]
    pub fn arranged(&self, date: NaiveDate) -> Option<Arranged> {
        let year = self.years.get(&date.year())?;
        if year.work.contains(&date) {
            Some(Arranged::Work)
        } else if year.rest.contains(&date) {
            Some(Arranged::Rest)
        } else {
            None
        }
    }

    /// Whether people work on this day; in a year that is not known, every day but Saturday and Sunday.
    #[must_use]
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        let weekday = !matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        match self.years.get(&date.year()) {
            Some(year) if weekday => !year.rest.contains(&date) || year.work.contains(&date),
            Some(year) => year.work.contains(&date),
            None => weekday,
        }
    }

    /// The `n`th working day after `from` (Civil Code art. 201: the first day is not counted).
    ///
    /// With `n` = 0 the period ends on `from` itself, or on the next working day if that is a rest day (art. 203).
    #[must_use]
    pub fn add_working_days(&self, from: NaiveDate, n: u32) -> LastDay {
        if n == 0 {
            return self.next_working_day(from);
        }
        let mut walk = Walk::from(self, from.succ_opt().unwrap_or(from));
        let date = walk.nth_working_day(n);
        walk.ended(date)
    }

    /// The last day of a posting of `days` days that begins on `from` (Civil Code art. 201 and 203).
    #[must_use]
    pub fn posting_end(&self, from: NaiveDate, days: u32, unit: DayUnit) -> LastDay {
        match unit {
            DayUnit::Working => self.add_working_days(from, days),
            DayUnit::Calendar => {
                let last = from.checked_add_days(Days::new(days.into()));
                self.next_working_day(last.unwrap_or(NaiveDate::MAX))
            }
        }
    }

    /// The last day of a period of so many years that begins on `from`: the same day of that year, or the last of its month
    /// where it has none (Civil Code art. 202), or the working day after it (art. 203).
    #[must_use]
    pub fn years_end(&self, from: NaiveDate, years: u32) -> LastDay {
        let last = from.checked_add_months(Months::new(years.saturating_mul(12)));
        self.next_working_day(last.unwrap_or(NaiveDate::MAX))
    }

    /// `date` itself, or the first working day after it (Civil Code art. 203).
    fn next_working_day(&self, date: NaiveDate) -> LastDay {
        let mut walk = Walk::from(self, date);
        let date = walk.nth_working_day(1);
        walk.ended(date)
    }
}

/// The end of a period counted in hours: it runs from the moment itself and no rest day moves it
/// (Civil Code art. 201, second paragraph).
#[must_use]
pub fn add_hours(from: DateTime<FixedOffset>, hours: u32) -> DateTime<FixedOffset> {
    from.checked_add_signed(TimeDelta::hours(hours.into())).unwrap_or(DateTime::<Utc>::MAX_UTC.fixed_offset())
}

/// A walk through the days that remembers which unknown years it set foot in.
struct Walk<'a> {
    calendar: &'a Calendar,
    next: NaiveDate,
    missing_years: Vec<i32>,
}

impl<'a> Walk<'a> {
    fn from(calendar: &'a Calendar, first: NaiveDate) -> Self {
        Self { calendar, next: first, missing_years: Vec::new() }
    }

    /// The `n`th working day met, counting from 1; the walk stops at the last day that can be written.
    fn nth_working_day(&mut self, n: u32) -> NaiveDate {
        let mut left = n;
        loop {
            let day = self.next;
            let year = day.year();
            if !self.calendar.knows(year) && self.missing_years.last() != Some(&year) {
                self.missing_years.push(year);
            }
            if self.calendar.is_working_day(day) {
                left -= 1;
            }
            match day.succ_opt() {
                Some(tomorrow) if left > 0 => self.next = tomorrow,
                _ => return day,
            }
        }
    }

    fn ended(self, date: NaiveDate) -> LastDay {
        LastDay { date, missing_years: self.missing_years }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built_in() -> Vec<Year> {
        [
            include_str!("../../data/holidays/2024.json"),
            include_str!("../../data/holidays/2025.json"),
            include_str!("../../data/holidays/2026.json"),
        ]
        .map(|json| serde_json::from_str(json).unwrap())
        .into()
    }

    fn calendar() -> Calendar {
        Calendar::new(built_in())
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn surely(date: &str) -> LastDay {
        LastDay { date: day(date), missing_years: vec![] }
    }

    fn provisionally(date: &str, year: i32) -> LastDay {
        LastDay { date: day(date), missing_years: vec![year] }
    }

    #[test]
    fn year_files_hold_their_own_year_and_make_up_days_fall_on_weekends() {
        for year in built_in() {
            assert!(year.rest.iter().chain(&year.work).all(|d| d.year() == year.year));
            assert!(year.rest.is_sorted() && year.work.is_sorted());
            assert!(year.work.iter().all(|d| d.weekday().number_from_monday() > 5));
            assert!(year.work.iter().all(|d| !year.rest.contains(d)));
        }
    }

    #[test]
    fn weekends_holidays_and_make_up_days() {
        let calendar = calendar();
        assert!(calendar.is_working_day(day("2026-03-02")), "a Monday");
        assert!(!calendar.is_working_day(day("2026-03-01")), "a Sunday");
        assert!(!calendar.is_working_day(day("2026-02-16")), "Spring Festival, a Monday");
        assert!(calendar.is_working_day(day("2026-02-14")), "a make-up Saturday");
        assert!(calendar.is_working_day(day("2026-01-04")), "a make-up Sunday");
    }

    // 2026-02: Fri 13 works, Sat 14 makes up, Sun 15 to Mon 23 rest, Tue 24 works.
    #[test]
    fn working_days_step_over_spring_festival() {
        let calendar = calendar();
        assert_eq!(calendar.add_working_days(day("2026-02-12"), 1), surely("2026-02-13"));
        assert_eq!(calendar.add_working_days(day("2026-02-12"), 2), surely("2026-02-14"));
        assert_eq!(calendar.add_working_days(day("2026-02-12"), 3), surely("2026-02-24"));
        assert_eq!(calendar.add_working_days(day("2026-02-12"), 7), surely("2026-02-28"));
        assert_eq!(calendar.add_working_days(day("2026-02-12"), 8), surely("2026-03-02"));
    }

    // 2025-09/10: Sat 27 rests, Sun 28 makes up, 1 to 8 October rest, Thu 9 and Fri 10 work, Sat 11 makes up, Sun 12 rests.
    #[test]
    fn working_days_step_over_national_day() {
        let calendar = calendar();
        assert_eq!(calendar.add_working_days(day("2025-09-26"), 3), surely("2025-09-30"));
        assert_eq!(calendar.add_working_days(day("2025-09-26"), 5), surely("2025-10-10"));
        assert_eq!(calendar.add_working_days(day("2025-09-26"), 6), surely("2025-10-11"));
        assert_eq!(calendar.add_working_days(day("2025-09-26"), 7), surely("2025-10-13"));
    }

    #[test]
    fn a_period_may_begin_on_a_rest_day() {
        let calendar = calendar();
        assert_eq!(calendar.add_working_days(day("2026-02-18"), 1), surely("2026-02-24"));
        assert_eq!(calendar.add_working_days(day("2026-02-18"), 0), surely("2026-02-24"));
        assert_eq!(calendar.add_working_days(day("2026-02-24"), 0), surely("2026-02-24"));
    }

    #[test]
    fn the_first_day_of_a_posting_is_not_counted() {
        let end = calendar().posting_end(day("2026-03-02"), 7, DayUnit::Calendar);
        assert_eq!(end, surely("2026-03-09"));
    }

    #[test]
    fn a_posting_that_ends_on_a_rest_day_runs_to_the_next_working_day() {
        let calendar = calendar();
        let spring = calendar.posting_end(day("2026-02-10"), 7, DayUnit::Calendar);
        assert_eq!(spring, surely("2026-02-24"), "10 + 7 is 17 February, in the festival");
        let sunday = calendar.posting_end(day("2026-03-05"), 3, DayUnit::Calendar);
        assert_eq!(sunday, surely("2026-03-09"), "5 + 3 is a Sunday");
        let make_up = calendar.posting_end(day("2026-02-25"), 3, DayUnit::Calendar);
        assert_eq!(make_up, surely("2026-02-28"), "25 + 3 is a Saturday on which people work");
    }

    #[test]
    fn a_posting_in_working_days() {
        let end = calendar().posting_end(day("2026-04-30"), 5, DayUnit::Working);
        assert_eq!(end, surely("2026-05-11"), "6, 7, 8, Saturday 9 (make-up), Monday 11 May");
    }

    #[test]
    fn a_year_not_yet_announced_is_counted_by_weekends_and_named() {
        let calendar = calendar();
        let five = calendar.add_working_days(day("2026-12-29"), 5);
        assert_eq!(five, provisionally("2027-01-05", 2027), "30, 31, then 1, 4 and 5 January");
        let two = calendar.add_working_days(day("2026-12-29"), 2);
        assert_eq!(two, surely("2026-12-31"), "ends before the missing year");
        let posted = calendar.posting_end(day("2026-12-31"), 3, DayUnit::Calendar);
        assert_eq!(posted, provisionally("2027-01-04", 2027), "31 + 3 is a Sunday");
    }

    #[test]
    fn a_missing_year_is_named_even_if_the_count_leaves_it_again() {
        let only_2025 = Calendar::new(built_in().into_iter().filter(|y| y.year == 2025));
        let end = only_2025.add_working_days(day("2024-12-30"), 3);
        assert_eq!(end, provisionally("2025-01-03", 2024), "31 December, then 2 and 3 January");
    }

    #[test]
    fn a_communitys_own_year_file_replaces_the_built_in_one() {
        let own = Year { year: 2026, source: "a local notice".into(), rest: vec![day("2026-03-03")], work: vec![] };
        let calendar = Calendar::new(built_in().into_iter().chain([own]));
        assert!(!calendar.is_working_day(day("2026-03-03")));
        assert!(calendar.is_working_day(day("2026-02-16")));
    }

    #[test]
    fn a_period_past_the_last_day_that_can_be_written_stops_there() {
        let calendar = Calendar::default();
        let end = calendar.posting_end(day("2026-11-21"), u32::MAX, DayUnit::Calendar);
        assert_eq!(end.date, NaiveDate::MAX);
        let end = calendar.add_working_days(NaiveDate::MAX, 3);
        assert_eq!(end.date, NaiveDate::MAX);
    }

    #[test]
    fn a_year_ends_on_the_same_day_of_the_next() {
        let calendar = calendar();
        assert_eq!(calendar.years_end(day("2025-03-03"), 1), surely("2026-03-03"), "a Tuesday");
        assert_eq!(calendar.years_end(day("2025-10-03"), 1), surely("2026-10-08"), "3 October 2026 is in the holidays");
        assert_eq!(calendar.years_end(day("2024-02-29"), 1), surely("2025-02-28"), "a Friday");
        assert_eq!(calendar.years_end(day("2026-11-22"), 1), provisionally("2027-11-22", 2027), "a Monday");
    }

    #[test]
    fn hours_run_through_holidays() {
        let from = DateTime::parse_from_rfc3339("2026-02-15T09:30:00+08:00").unwrap();
        assert_eq!(add_hours(from, 24).to_rfc3339(), "2026-02-16T09:30:00+08:00");
    }
}
