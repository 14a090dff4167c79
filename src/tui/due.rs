//! Deadlines on the screens: which comes next, how far off it is, and how much that should worry.

use crate::domain::entry::Instant;
use crate::domain::matter::Matter;
use crate::domain::register::Register;
use crate::domain::time::{Due, ZONE};
use crate::tui::style::{Look, Tone};

/// The deadline that comes next: the matter's own, or that of an open task.
#[must_use]
pub fn next_due(register: &Register, matter: &Matter) -> Option<Due> {
    let own = matter.due.filter(|_| matter.runs());
    let tasks = matter.tasks.iter().filter_map(|task| register.task(*task)).filter(|task| task.state.is_open());
    own.into_iter().chain(tasks.map(|task| task.due)).min_by_key(|due| match due {
        Due::Day(day) => day.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::days(1),
        Due::At(at) => at.with_timezone(&ZONE).naive_local(),
    })
}

/// How far off the next deadline is, and how much that should worry.
#[must_use]
pub fn told(look: &Look, register: &Register, matter: &Matter) -> Option<(String, Tone)> {
    let due = next_due(register, matter)?;
    let tone = if due.is_past(look.now) {
        Tone::Late
    } else if is_near(look.now, register, due) {
        Tone::Near
    } else {
        Tone::Dim
    };
    Some((distance(look, due), tone))
}

/// How far off a deadline is.
#[must_use]
pub fn distance(look: &Look, due: Due) -> String {
    match due {
        Due::Day(day) => look.text.due_date(day, look.today()),
        Due::At(at) => look.text.due_instant(at, look.now),
    }
}

/// A deadline as a day, or as a day with its time.
#[must_use]
pub fn deadline(look: &Look, due: Due) -> String {
    match due {
        Due::Day(day) => look.text.date(day, look.today()),
        Due::At(at) => look.text.moment(at, look.today()),
    }
}

/// Whether few days are left, as the rule set counts them.
#[must_use]
pub fn is_near(now: Instant, register: &Register, due: Due) -> bool {
    due.days_left(now) <= i64::from(register.rules().near.days)
}
