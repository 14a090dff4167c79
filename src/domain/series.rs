//! Series of meetings: a brand, a number, a rhythm. Where the rhythm lapsed is read off the record; nothing is refused.

use chrono::NaiveDate;

use super::code::MeetingKind;
use super::entry::Instant;
use super::id::MeetingRef;
use super::meeting::{Meeting, MeetingState};
use super::register::Register;
use super::rule_set::Cadence;
use super::time::day_of;

/// A series that was not gone on with in its rhythm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lapse {
    /// The brand of the series; none: all meetings of this kind that bear none.
    pub series: Option<String>,
    /// The kind of its last meeting.
    pub kind: MeetingKind,
    /// The rhythm that kind asks for.
    pub cadence: Cadence,
    /// The last meeting that was held.
    pub last: MeetingRef,
    /// The last day on which the next one kept the rhythm.
    pub by: NaiveDate,
    /// The next one that is planned, late as it is.
    pub planned: Option<MeetingRef>,
}

/// The number after the highest that a meeting of this series bears; those called off give theirs back.
#[must_use]
pub fn next_number(register: &Register, series: &str) -> u32 {
    numbers(register, series).max().unwrap_or(0).saturating_add(1)
}

/// Whether another meeting of the series bears this number.
#[must_use]
pub fn is_taken(register: &Register, series: &str, number: u32, but: Option<MeetingRef>) -> bool {
    of_series(register, series).any(|meeting| Some(meeting.key) != but && meeting.number == Some(number))
}

fn numbers(register: &Register, series: &str) -> impl Iterator<Item = u32> {
    of_series(register, series).filter_map(|meeting| meeting.number)
}

fn of_series<'a>(register: &'a Register, series: &str) -> impl Iterator<Item = &'a Meeting> {
    register
        .meetings()
        .filter(move |meeting| meeting.series.as_deref() == Some(series) && meeting.state != MeetingState::Cancelled)
}

/// The series whose rhythm has lapsed at `now`, the longest first. A series begins with its first meeting.
#[must_use]
pub fn lapses(register: &Register, now: Instant) -> Vec<Lapse> {
    let mut last: Vec<&Meeting> = Vec::new();
    for meeting in register.meetings().filter(|meeting| meeting.was_held()) {
        match last.iter_mut().find(|known| known.is_akin(meeting)) {
            Some(known) if held_on(meeting) > held_on(known) => *known = meeting,
            Some(_) => {}
            None => last.push(meeting),
        }
    }
    let mut lapses: Vec<Lapse> = last.into_iter().filter_map(|last| lapse(register, last, now)).collect();
    lapses.sort_by_key(|lapse| (lapse.by, lapse.last));
    lapses
}

fn lapse(register: &Register, last: &Meeting, now: Instant) -> Option<Lapse> {
    let cadence = register.rules().meeting(last.kind).cadence?;
    let by = cadence.next_by(held_on(last))?;
    let planned = register
        .meetings()
        .filter(|meeting| meeting.state == MeetingState::Planned && meeting.is_akin(last))
        .filter(|meeting| day_of(meeting.at) >= day_of(now))
        .min_by_key(|meeting| meeting.at);
    (day_of(now) > by && last.state != MeetingState::Open).then(|| Lapse {
        series: last.series.clone(),
        kind: last.kind,
        cadence,
        last: last.key,
        by,
        planned: planned.map(|meeting| meeting.key),
    })
}

/// The day a meeting was held on: that of its opening.
fn held_on(meeting: &Meeting) -> NaiveDate {
    day_of(meeting.opened_at.unwrap_or(meeting.at))
}
