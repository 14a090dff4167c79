//! Dates, deadlines and spans of time as people say them; must not know what day it is.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, Timelike, Weekday};

use super::{EN, Lang, Text, ZH, plural};
use crate::domain::time::{Due, ZONE, day_of};

messages! {
    date_this_year(d: NaiveDate) {
        zh: "{d}", d = format_args!("{}月{}日 {}", d.month(), d.day(), ZH.weekday(d.weekday()));
        en: "{d}", d = format_args!("{} {} {}", EN.weekday(d.weekday()), d.day(), EN.month(d)),
    }
    date_with_year(d: NaiveDate) {
        zh: "{year}年{d}", year = d.year(), d = ZH.date_this_year(d);
        en: "{d} {year}", year = d.year(), d = EN.date_this_year(d),
    }
    month_and_year(d: NaiveDate) {
        zh: "{year}年{d}月", year = d.year(), d = d.month();
        en: "{d} {year}", year = d.year(), d = EN.month(d),
    }
    day_rest { zh: "休"; en: "off" }
    day_work { zh: "班"; en: "work" }
    meetings_there(n: usize) { zh: "{n} 次会议"; en: "{n} {meetings}", meetings = plural(n, "meeting", "meetings") }
    meetings_more(n: usize) { zh: "另 {n} 次"; en: "{n} more" }
    agenda_not_posted { zh: "议题未公示"; en: "agenda not posted" }
    no_meeting_that_day(convene: &str) { zh: "这一天没有会议。按 {convene} 召集。"; en: "No meeting on this day. Press {convene} to convene one." }
    reading_or(read: &str, other: &str) { zh: "{read}，还是 {other}？"; en: "{read}, or {other}?" }
    reading_past(read: &str) { zh: "{read}，已经过去"; en: "{read}, which is past" }
    reading_no_time(read: &str) { zh: "{read}，几点？"; en: "{read}, at what time?" }
    due_today { zh: "今天到期"; en: "due today" }
    days_left(n: i64) {
        zh: "还有 {n} 天";
        en: "{n} {days} left", days = plural(n, "day", "days"),
    }
    days_overdue(n: i64) {
        zh: "逾期 {n} 天";
        en: "{n} {days} overdue", days = plural(n, "day", "days"),
    }
    hours_left(n: i64) {
        zh: "还有 {n} 小时";
        en: "{n} {hours} left", hours = plural(n, "hour", "hours"),
    }
    hours_overdue(n: i64) {
        zh: "逾期 {n} 小时";
        en: "{n} {hours} overdue", hours = plural(n, "hour", "hours"),
    }
    less_than_an_hour_left { zh: "不到 1 小时"; en: "less than an hour left" }
    just_overdue { zh: "刚刚逾期"; en: "just overdue" }
    days(n: i64) { zh: "{n} 天"; en: "{n} {days}", days = plural(n, "day", "days") }
    hours(n: i64) { zh: "{n} 小时"; en: "{n} h" }
    minutes(n: i64) { zh: "{n} 分钟"; en: "{n} min" }
    seconds(n: i64) { zh: "{n} 秒"; en: "{n} s" }
}

/// The unit a deadline's distance is told in changes from days to hours below this.
const HOURS_TOLD_BELOW: TimeDelta = TimeDelta::hours(48);

impl Text {
    /// A day, with its year only if that is not this year's.
    #[must_use]
    pub fn date(self, date: NaiveDate, today: NaiveDate) -> String {
        if date.year() == today.year() { self.date_this_year(date) } else { self.date_with_year(date) }
    }

    /// A day and the time of day, to the minute, by the council's clocks whatever offset it carries.
    #[must_use]
    pub fn moment(self, at: DateTime<FixedOffset>, today: NaiveDate) -> String {
        format!("{} {}", self.date(day_of(at), today), self.time(at))
    }

    /// The time of day, to the minute, by the council's clocks whatever offset it carries.
    #[must_use]
    pub fn time(self, at: DateTime<FixedOffset>) -> String {
        let local = at.with_timezone(&ZONE);
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// How far off the end of a last day is: it is not overdue until the day after.
    #[must_use]
    pub fn due_date(self, due: NaiveDate, today: NaiveDate) -> String {
        match (due - today).num_days() {
            0 => self.due_today().to_owned(),
            left @ 1.. => self.days_left(left),
            late => self.days_overdue(-late),
        }
    }

    /// How far off a deadline at an instant is, in hours when it is near.
    #[must_use]
    pub fn due_instant(self, due: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
        let left = due - now;
        if left.abs() >= HOURS_TOLD_BELOW {
            let days = left.num_days();
            return if days > 0 { self.days_left(days) } else { self.days_overdue(-days) };
        }
        match left.num_hours() {
            0 if left > TimeDelta::zero() => self.less_than_an_hour_left().to_owned(),
            0 => self.just_overdue().to_owned(),
            hours @ 1.. => self.hours_left(hours),
            hours => self.hours_overdue(-hours),
        }
    }

    /// A deadline as a day, or as a day with its time.
    #[must_use]
    pub fn deadline(self, due: Due, today: NaiveDate) -> String {
        match due {
            Due::Day(day) => self.date(day, today),
            Due::At(at) => self.moment(at, today),
        }
    }

    /// A deadline in figures.
    #[must_use]
    pub fn plain_due(self, due: Due) -> String {
        match due {
            Due::Day(day) => day.to_string(),
            Due::At(at) => self.plain_moment(at),
        }
    }

    /// A moment in figures, by the council's clocks.
    #[must_use]
    pub fn plain_moment(self, at: DateTime<FixedOffset>) -> String {
        at.with_timezone(&ZONE).format("%Y-%m-%d %H:%M").to_string()
    }

    /// A span of time in its two largest units; a negative one counts as none.
    #[must_use]
    pub fn duration(self, span: TimeDelta) -> String {
        let (days, hours, minutes) = (span.num_days(), span.num_hours() % 24, span.num_minutes() % 60);
        match (days, hours, minutes) {
            (1.., 0, _) => self.days(days),
            (1.., _, _) => format!("{} {}", self.days(days), self.hours(hours)),
            (_, 1.., 0) => self.hours(hours),
            (_, 1.., _) => format!("{} {}", self.hours(hours), self.minutes(minutes)),
            (_, _, 1..) => self.minutes(minutes),
            _ => self.seconds(span.num_seconds().max(0)),
        }
    }

    /// The name of a day of the week at the head of a column.
    #[must_use]
    pub fn weekday_head(self, day: Weekday) -> &'static str {
        const ZH: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
        const EN: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        let names = match self.lang {
            Lang::Zh => ZH,
            Lang::En => EN,
        };
        names[day.num_days_from_monday() as usize]
    }

    /// The short name of a day of the week.
    #[must_use]
    pub fn weekday(self, day: Weekday) -> &'static str {
        const ZH: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
        const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let index = day.num_days_from_monday() as usize;
        match self.lang {
            Lang::Zh => ZH[index],
            Lang::En => EN[index],
        }
    }

    /// The name of a day's month: `11月`, `Nov`.
    #[must_use]
    pub fn month(self, date: NaiveDate) -> &'static str {
        const ZH: [&str; 12] = ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];
        const EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let index = date.month0() as usize;
        match self.lang {
            Lang::Zh => ZH[index],
            Lang::En => EN[index],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn a_day_of_this_year_and_of_another() {
        let today = day("2026-11-21");
        assert_eq!(ZH.date(day("2026-11-22"), today), "11月22日 周日");
        assert_eq!(EN.date(day("2026-11-22"), today), "Sun 22 Nov");
        assert_eq!(ZH.date(day("2027-01-04"), today), "2027年1月4日 周一");
        assert_eq!(EN.date(day("2027-01-04"), today), "Mon 4 Jan 2027");
    }

    #[test]
    fn a_moment_is_told_by_the_councils_clocks() {
        assert_eq!(ZH.time(at("2026-11-22T11:00:00Z")), "19:00");
        assert_eq!(EN.moment(at("2026-11-21T17:05:00Z"), day("2026-11-22")), "Sun 22 Nov 01:05");
        let evening = at("2026-11-22T19:05:59+08:00");
        assert_eq!(ZH.moment(evening, day("2026-11-22")), "11月22日 周日 19:05");
        assert_eq!(EN.moment(evening, day("2026-11-22")), "Sun 22 Nov 19:05");
    }

    #[test]
    fn figures_tell_the_councils_time_whatever_offset_was_typed() {
        assert_eq!(EN.plain_moment(at("2026-11-21T17:05:00+00:00")), "2026-11-22 01:05");
        assert_eq!(ZH.plain_due(Due::At(at("2026-11-22T01:05:00+08:00"))), "2026-11-22 01:05");
    }

    #[test]
    fn a_last_day_is_overdue_from_the_day_after() {
        let due = day("2026-11-22");
        assert_eq!(ZH.due_date(due, day("2026-11-19")), "还有 3 天");
        assert_eq!(EN.due_date(due, day("2026-11-19")), "3 days left");
        assert_eq!(EN.due_date(due, day("2026-11-21")), "1 day left");
        assert_eq!(ZH.due_date(due, day("2026-11-22")), "今天到期");
        assert_eq!(EN.due_date(due, day("2026-11-22")), "due today");
        assert_eq!(ZH.due_date(due, day("2026-11-24")), "逾期 2 天");
        assert_eq!(EN.due_date(due, day("2026-11-23")), "1 day overdue");
    }

    #[test]
    fn a_deadline_within_two_days_is_told_in_hours() {
        let due = at("2026-11-22T19:30:00+08:00");
        let told = |now| EN.due_instant(due, at(now));
        assert_eq!(told("2026-11-20T19:30:00+08:00"), "2 days left");
        assert_eq!(told("2026-11-20T19:31:00+08:00"), "47 hours left");
        assert_eq!(told("2026-11-22T11:29:00+00:00"), "less than an hour left");
        assert_eq!(told("2026-11-22T19:30:00+08:00"), "just overdue");
        assert_eq!(told("2026-11-22T20:30:00+08:00"), "1 hour overdue");
        assert_eq!(told("2026-11-25T20:30:00+08:00"), "3 days overdue");
        let a_day_before = at("2026-11-21T19:30:00+08:00");
        assert_eq!(ZH.due_instant(due, a_day_before), "还有 24 小时");
    }

    #[test]
    fn a_span_is_told_in_its_two_largest_units() {
        let told = |seconds| EN.duration(TimeDelta::seconds(seconds));
        assert_eq!(told(45), "45 s");
        assert_eq!(told(150), "2 min");
        assert_eq!(told(3_600), "1 h");
        assert_eq!(told(4_800), "1 h 20 min");
        assert_eq!(told(86_400), "1 day");
        assert_eq!(told(2 * 86_400 + 3 * 3_600 + 59), "2 days 3 h");
        assert_eq!(told(-5), "0 s");
        assert_eq!(ZH.duration(TimeDelta::minutes(80)), "1 小时 20 分钟");
    }
}
