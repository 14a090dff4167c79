//! A meeting and its minutes in JSON.

use serde::Serialize;

use super::Sight;
use super::chain::Period;
use crate::domain::code::{Attendance, DecisionKind, MeetingKind, NoteKind, Outcome, Stance};
use crate::domain::entry::Instant;
use crate::domain::meeting::{self, MeetingState};
use crate::domain::register::Thing;

#[derive(Debug, Serialize)]
pub(in crate::cli) struct Meeting<'a> {
    pub(in crate::cli) id: String,
    kind: MeetingKind,
    title: &'a str,
    at: Instant,
    state: MeetingState,
    place: Option<&'a str>,
    chair: Option<String>,
    secretary: Option<String>,
    invite: Vec<String>,
    series: Option<&'a str>,
    number: Option<u32>,
    minutes: Option<u32>,
    convened_at: Instant,
    opened_at: Option<Instant>,
    adjourned_at: Option<Instant>,
    paused: Option<Pause<'a>>,
    current: Option<u32>,
    agenda: Vec<AgendaItem<'a>>,
    attendance: Vec<Mark>,
    notes: Vec<Note<'a>>,
    confirmed: Vec<Confirmation<'a>>,
    objections: Vec<Objection<'a>>,
    corrections: Vec<Correction<'a>>,
    notices: Vec<String>,
    /// The clocks that run for it.
    periods: Vec<Period>,
    votes: Vec<String>,
    cancelled: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct AgendaItem<'a> {
    item: u32,
    matter: Option<String>,
    topic: Option<&'a str>,
    minutes: Option<u32>,
    decision: Option<DecisionKind>,
    under: Option<u32>,
    taken_off: bool,
    taken_up: Option<Instant>,
    set_aside: bool,
    outcome: Option<Outcome>,
    resolution: Option<&'a str>,
    refer_to: Option<&'a str>,
    tasks: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Pause<'a> {
    since: Instant,
    reason: Option<&'a str>,
    until: Option<Instant>,
}

#[derive(Debug, Serialize)]
struct Correction<'a> {
    at: Instant,
    by: &'a str,
    note: Option<String>,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct Mark {
    person: String,
    state: Attendance,
    by_proxy: Option<String>,
    at: Instant,
}

#[derive(Debug, Serialize)]
struct Note<'a> {
    id: String,
    item: Option<u32>,
    kind: NoteKind,
    text: &'a str,
    speaker: Option<String>,
    body: Option<String>,
    stance: Option<Stance>,
    of: Option<String>,
    undertakes: Option<&'a str>,
    at: Instant,
    struck: bool,
    reworded: Vec<Reworded<'a>>,
}

#[derive(Debug, Serialize)]
struct Confirmation<'a> {
    body: String,
    by: &'a str,
    at: Instant,
    reservation: Option<&'a str>,
    outdated: bool,
}

#[derive(Debug, Serialize)]
struct Objection<'a> {
    body: String,
    by: &'a str,
    at: Instant,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct Reworded<'a> {
    at: Instant,
    by: &'a str,
    was: &'a str,
}

impl<'a> Meeting<'a> {
    pub(in crate::cli) fn new(sight: Sight<'a>, meeting: &'a meeting::Meeting) -> Self {
        let notes = meeting.notes.iter().filter_map(|note| sight.register.note(*note));
        Self {
            id: sight.id(meeting.key),
            kind: meeting.kind,
            title: &meeting.title,
            at: meeting.at,
            state: meeting.state,
            place: meeting.place.as_deref(),
            chair: meeting.chair.map(|person| sight.id(person)),
            secretary: meeting.secretary.map(|person| sight.id(person)),
            invite: sight.ids(&meeting.invite),
            series: meeting.series.as_deref(),
            number: meeting.number,
            minutes: meeting.planned_minutes(sight.register.rules()),
            convened_at: meeting.convened_at,
            opened_at: meeting.opened_at,
            adjourned_at: meeting.adjourned_at,
            paused: meeting.paused.as_ref().map(Pause::new),
            current: meeting.current,
            agenda: meeting.agenda.iter().map(|item| AgendaItem::new(sight, meeting, item)).collect(),
            attendance: meeting.attendance().into_iter().map(|mark| Mark::new(sight, mark)).collect(),
            notes: notes.map(|note| Note::new(sight, note)).collect(),
            confirmed: meeting.confirmed.iter().map(|body| Confirmation::new(sight, body)).collect(),
            objections: meeting.objections.iter().map(|said| Objection::new(sight, said)).collect(),
            corrections: meeting.corrections.iter().map(|correction| Correction::new(sight, correction)).collect(),
            notices: sight.ids(&meeting.notices),
            periods: Period::all(sight, Thing::Meeting(meeting)),
            votes: sight.votes(|vote| vote.meeting == meeting.key),
            cancelled: meeting.cancelled.as_deref(),
        }
    }
}

impl<'a> AgendaItem<'a> {
    fn new(sight: Sight<'_>, meeting: &meeting::Meeting, item: &'a meeting::Item) -> Self {
        let resolution = item.resolution.as_ref();
        let given = sight.register.tasks().filter(|task| task.meeting == Some(meeting.key));
        Self {
            item: item.number,
            matter: item.matter.map(|matter| sight.id(matter)),
            topic: item.topic.as_deref(),
            minutes: item.minutes,
            decision: item.decision,
            under: item.under,
            taken_off: item.taken_off,
            taken_up: item.taken_up,
            set_aside: item.set_aside,
            outcome: resolution.map(|resolution| resolution.outcome),
            resolution: resolution.and_then(|resolution| resolution.text.as_deref()),
            refer_to: resolution.and_then(|resolution| resolution.refer_to.as_deref()),
            tasks: given.filter(|task| task.item == Some(item.number)).map(|task| sight.id(task.key)).collect(),
        }
    }
}

impl<'a> Pause<'a> {
    fn new(pause: &'a meeting::Pause) -> Self {
        Self { since: pause.since, reason: pause.reason.as_deref(), until: pause.until }
    }
}

impl<'a> Correction<'a> {
    fn new(sight: Sight<'_>, correction: &'a meeting::Correction) -> Self {
        let note = correction.note.map(|note| sight.id(note));
        Self { at: correction.at, by: &correction.by, note, text: &correction.text }
    }
}

impl Mark {
    fn new(sight: Sight<'_>, mark: &meeting::Mark) -> Self {
        Self {
            person: sight.id(mark.person),
            state: mark.state,
            by_proxy: mark.by_proxy.map(|person| sight.id(person)),
            at: mark.at,
        }
    }
}

impl<'a> Note<'a> {
    fn new(sight: Sight<'_>, note: &'a meeting::Note) -> Self {
        Self {
            id: sight.id(note.key),
            item: note.item,
            kind: note.kind,
            text: &note.text,
            speaker: note.speaker.map(|person| sight.id(person)),
            body: note.body.map(|body| sight.id(body)),
            stance: note.stance,
            of: note.motion.map(|motion| sight.id(motion)),
            undertakes: note.undertakes.as_deref(),
            at: note.at,
            struck: note.struck.is_some(),
            reworded: note.reworded.iter().map(Reworded::new).collect(),
        }
    }
}

impl<'a> Confirmation<'a> {
    fn new(sight: Sight<'_>, confirmed: &'a meeting::Confirmation) -> Self {
        Self {
            body: sight.id(confirmed.body),
            by: &confirmed.by,
            at: confirmed.at,
            reservation: confirmed.reservation.as_deref(),
            outdated: confirmed.outdated,
        }
    }
}

impl<'a> Objection<'a> {
    fn new(sight: Sight<'_>, said: &'a meeting::MinutesObjection) -> Self {
        Self { body: sight.id(said.body), by: &said.by, at: said.at, text: &said.text }
    }
}

impl<'a> Reworded<'a> {
    fn new(change: &'a meeting::Reworded) -> Self {
        Self { at: change.at, by: &change.by, was: &change.was }
    }
}
