//! A meeting and its minutes in JSON.

use serde::Serialize;

use super::Sight;
use crate::domain::code::{Attendance, DecisionKind, MeetingKind, NoteKind, Outcome};
use crate::domain::entry::Instant;
use crate::domain::meeting::{self, MeetingState};

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
    convened_at: Instant,
    opened_at: Option<Instant>,
    adjourned_at: Option<Instant>,
    current: Option<u32>,
    agenda: Vec<AgendaItem<'a>>,
    attendance: Vec<Mark>,
    notes: Vec<Note<'a>>,
    confirmed: Vec<Confirmation<'a>>,
    notices: Vec<String>,
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
    taken_off: bool,
    taken_up: Option<Instant>,
    outcome: Option<Outcome>,
    resolution: Option<&'a str>,
    refer_to: Option<&'a str>,
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
    at: Instant,
}

#[derive(Debug, Serialize)]
struct Confirmation<'a> {
    body: String,
    by: &'a str,
    at: Instant,
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
            convened_at: meeting.convened_at,
            opened_at: meeting.opened_at,
            adjourned_at: meeting.adjourned_at,
            current: meeting.current,
            agenda: meeting.agenda.iter().map(|item| AgendaItem::new(sight, item)).collect(),
            attendance: meeting.attendance().into_iter().map(|mark| Mark::new(sight, mark)).collect(),
            notes: notes.map(|note| Note::new(sight, note)).collect(),
            confirmed: meeting.confirmed.iter().map(|body| Confirmation::new(sight, body)).collect(),
            notices: sight.ids(&meeting.notices),
            votes: sight.votes(|vote| vote.meeting == meeting.key),
            cancelled: meeting.cancelled.as_deref(),
        }
    }
}

impl<'a> AgendaItem<'a> {
    fn new(sight: Sight<'_>, item: &'a meeting::Item) -> Self {
        let resolution = item.resolution.as_ref();
        Self {
            item: item.number,
            matter: item.matter.map(|matter| sight.id(matter)),
            topic: item.topic.as_deref(),
            minutes: item.minutes,
            decision: item.decision,
            taken_off: item.taken_off,
            taken_up: item.taken_up,
            outcome: resolution.map(|resolution| resolution.outcome),
            resolution: resolution.and_then(|resolution| resolution.text.as_deref()),
            refer_to: resolution.and_then(|resolution| resolution.refer_to.as_deref()),
        }
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
            at: note.at,
        }
    }
}

impl<'a> Confirmation<'a> {
    fn new(sight: Sight<'_>, confirmed: &'a meeting::Confirmation) -> Self {
        Self { body: sight.id(confirmed.body), by: &confirmed.by, at: confirmed.at }
    }
}
