//! The words people write for days and hours, in both languages; must not know what day it is.

/// What a word for a day means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpokenDay {
    /// So many days from today.
    Ahead(u64),
    /// The last day of the month that is so many months from this one.
    MonthEnd(u32),
    /// The last day of the year.
    YearEnd,
}

/// Which week a word puts before a day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpokenWeek {
    /// None is named: the next such day.
    Coming,
    /// This one, from Monday to Sunday.
    This,
    /// So many weeks on, without any doubt.
    Later(u64),
    /// The one after this, though some mean the next such day.
    Next,
}

/// A part of the day, which tells seven in the morning from seven in the evening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpokenPart {
    /// Up to eleven.
    Morning,
    /// From eleven to two.
    Noon,
    /// From twelve to eleven at night.
    Afternoon,
    /// From five to eleven.
    Evening,
}

/// Words for a day; a longer word stands before one it begins with.
pub const SPOKEN_DAYS: &[(&str, SpokenDay)] = &[
    ("大后天", SpokenDay::Ahead(3)),
    ("后天", SpokenDay::Ahead(2)),
    ("明天", SpokenDay::Ahead(1)),
    ("明日", SpokenDay::Ahead(1)),
    ("今天", SpokenDay::Ahead(0)),
    ("今日", SpokenDay::Ahead(0)),
    ("明", SpokenDay::Ahead(1)),
    ("今", SpokenDay::Ahead(0)),
    ("下个月底", SpokenDay::MonthEnd(1)),
    ("下月底", SpokenDay::MonthEnd(1)),
    ("本月底", SpokenDay::MonthEnd(0)),
    ("月底", SpokenDay::MonthEnd(0)),
    ("年底", SpokenDay::YearEnd),
    ("tomorrow", SpokenDay::Ahead(1)),
    ("today", SpokenDay::Ahead(0)),
    ("end of month", SpokenDay::MonthEnd(0)),
    ("month end", SpokenDay::MonthEnd(0)),
    ("end of year", SpokenDay::YearEnd),
    ("year end", SpokenDay::YearEnd),
];

/// Words before a Chinese day of the week, each with the week they mean.
pub const SPOKEN_WEEKS: &[(&str, SpokenWeek)] = &[
    ("下下", SpokenWeek::Later(2)),
    ("下个", SpokenWeek::Later(1)),
    ("下", SpokenWeek::Later(1)),
    ("这个", SpokenWeek::This),
    ("这", SpokenWeek::This),
    ("本", SpokenWeek::This),
    ("", SpokenWeek::Coming),
];

/// Words before an English day of the week.
pub const SPOKEN_WEEKS_EN: &[(&str, SpokenWeek)] =
    &[("next ", SpokenWeek::Next), ("this ", SpokenWeek::This), ("on ", SpokenWeek::Coming), ("", SpokenWeek::Coming)];

/// What comes before the number of a Chinese day of the week.
pub const WEEK_NOUNS: &[&str] = &["周", "星期", "礼拜"];

/// The days of the week, Monday first; their first three letters will do.
pub const WEEKDAY_NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The months, January first; their first three letters will do.
pub const MONTH_NAMES: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What follows a number of days or weeks from today, and how many days each one is.
pub const SPANS: &[(&str, u64)] = &[
    ("天之后", 1),
    ("天后", 1),
    ("天内", 1),
    ("个星期后", 7),
    ("个礼拜后", 7),
    ("周后", 7),
    ("星期后", 7),
    (" days", 1),
    (" day", 1),
    (" weeks", 7),
    (" week", 7),
];

/// Words for a part of the day; a longer word stands before one it begins with.
pub const SPOKEN_PARTS: &[(&str, SpokenPart)] = &[
    ("早上", SpokenPart::Morning),
    ("上午", SpokenPart::Morning),
    ("早", SpokenPart::Morning),
    ("中午", SpokenPart::Noon),
    ("下午", SpokenPart::Afternoon),
    ("傍晚", SpokenPart::Evening),
    ("晚上", SpokenPart::Evening),
    ("晚", SpokenPart::Evening),
];
