//! What the things of the record are called on the screens. Everything that came from data is cleaned here.

use crate::domain::entry::Instant;
use crate::domain::event::{Event, Lead};
use crate::domain::id::{BodyRef, PersonRef};
use crate::domain::matter::Matter;
use crate::domain::person::Body;
use crate::domain::register::Register;
use crate::domain::time::{Due, ZONE};
use crate::text::Text;
use crate::tui::clean::clean;
use crate::tui::style::{Look, Tone};

/// A body's own name, or the plain name of its kind.
#[must_use]
pub fn body(text: Text, body: &Body) -> String {
    body.name.as_deref().map_or_else(|| text.body_kind(body.kind).to_owned(), |name| clean(name).into_owned())
}

/// The name of a body by its reference.
#[must_use]
pub fn body_name(text: Text, register: &Register, key: BodyRef) -> String {
    register.body(key).map(|known| body(text, known)).unwrap_or_default()
}

/// The name of a person by their reference.
#[must_use]
pub fn person_name(register: &Register, key: PersonRef) -> String {
    register.person(key).map(|person| clean(&person.name).into_owned()).unwrap_or_default()
}

/// The name of who answers for a task.
#[must_use]
pub fn lead(text: Text, register: &Register, lead: Lead) -> String {
    match lead {
        Lead::Body(key) => body_name(text, register, key),
        Lead::Person(key) => person_name(register, key),
    }
}

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
pub fn due(look: &Look, register: &Register, matter: &Matter) -> Option<(String, Tone)> {
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

/// What happened, in a sentence.
#[must_use]
pub fn sentence(text: Text, register: &Register, event: &Event) -> String {
    let _ = (text, register);
    event.name().to_owned()
}
