//! What a new meeting of a kind would most likely be: as the last one was, and as its kind requires. A proposal: whoever
//! calls the meeting changes what they like.

use chrono::{Days, NaiveDate};

use super::{Meeting, MeetingState, expected, members, missing_bodies};
use crate::domain::code::{BodyKind, MeetingKind};
use crate::domain::entry::Instant;
use crate::domain::id::PersonRef;
use crate::domain::register::Register;
use crate::domain::series::{lapses, next_number};
use crate::domain::time::{ZONE, day_of};

/// A meeting as it would most likely be called.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The series that the last of its kind belonged to.
    pub series: Option<String>,
    /// The next number there.
    pub number: Option<u32>,
    /// When the rhythm of its kind asks for it, at the time of day of the last one; none where there is no rhythm.
    pub at: Option<Instant>,
    /// Where the last one was.
    pub place: Option<String>,
    /// Who chaired it.
    pub chair: Option<PersonRef>,
    /// Who took the minutes.
    pub secretary: Option<PersonRef>,
    /// Whoever came last time, and everybody of the bodies that nobody of them speaks for.
    pub invite: Vec<PersonRef>,
}

impl Proposal {
    /// The kind of meeting to be called at `now`: whose rhythm lapsed most lately with none planned, else the last one
    /// held, else the last one called.
    #[must_use]
    pub fn kind(register: &Register, now: Instant) -> Option<MeetingKind> {
        let due = lapses(register, now).into_iter().rfind(|lapse| lapse.planned.is_none());
        let held = register.meetings().filter(|meeting| meeting.was_held()).max_by_key(|meeting| meeting.at);
        due.map(|lapse| lapse.kind).or_else(|| Some(held.or_else(|| register.meetings().next_back())?.kind))
    }

    /// What a meeting of this kind would be, called at `now`.
    #[must_use]
    pub fn of(register: &Register, kind: MeetingKind, now: Instant) -> Self {
        let called = |meeting: &&Meeting| meeting.kind == kind && meeting.state != MeetingState::Cancelled;
        let last = register.meetings().filter(called).max_by_key(|meeting| (meeting.at, meeting.key));
        let held =
            register.meetings().filter(called).filter(|meeting| meeting.was_held()).max_by_key(|meeting| meeting.at);
        let series = last.and_then(|meeting| meeting.series.clone());
        let at = last.and_then(|last| in_rhythm(register, last, now));
        let on = at.map_or_else(|| day_of(now), day_of);
        Self {
            number: series.as_deref().map(|series| next_number(register, series)),
            series,
            at,
            place: last.and_then(|meeting| meeting.place.clone()),
            chair: last.and_then(|meeting| serving(register, meeting.chair, on)),
            secretary: last.and_then(|meeting| serving(register, meeting.secretary, on)),
            invite: invited(register, kind, held, on),
        }
    }
}

/// When the meeting after this one keeps the rhythm of its kind, but not before it can be called in time.
fn in_rhythm(register: &Register, last: &Meeting, now: Instant) -> Option<Instant> {
    let rule = register.rules().meeting(last.kind);
    let by = rule.cadence?.next_by(day_of(last.at))?;
    let earliest = day_of(now).checked_add_days(Days::new(u64::from(rule.notice_days.max(1))))?;
    by.max(earliest).and_time(last.at.with_timezone(&ZONE).time()).and_local_timezone(ZONE).single()
}

fn serving(register: &Register, person: Option<PersonRef>, on: NaiveDate) -> Option<PersonRef> {
    person.filter(|person| register.person(*person).is_some_and(|person| person.serves_on(on)))
}

/// Whoever came to the last one, or was asked to it where nobody was marked; and everybody of each kind of body that the
/// kind of meeting names and nobody of those speaks for. Where it names none and none was held: everybody with a vote.
fn invited(register: &Register, kind: MeetingKind, held: Option<&Meeting>, on: NaiveDate) -> Vec<PersonRef> {
    let came = held.map(Meeting::who_came).filter(|came| !came.is_empty());
    let asked = came.or_else(|| held.map(|meeting| meeting.invite.clone())).unwrap_or_default();
    let mut invite = expected::still_serving(register, asked, on);
    let rule = register.rules().meeting(kind);
    let wanted: Vec<BodyKind> = rule.required.iter().chain(&rule.invited).copied().collect();
    if wanted.is_empty() && held.is_none() {
        return register
            .people()
            .filter(|person| person.voting && person.serves_on(on))
            .map(|person| person.key)
            .collect();
    }
    let missing = missing_bodies(register, &wanted, invite.iter().copied(), on);
    for body in register.bodies().filter(|body| missing.contains(&body.kind)) {
        invite.extend(members(register, body.key, on));
    }
    invite
}
