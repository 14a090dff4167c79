//! What is kept of a thing for finding it: its words, packed, and the few facts that filters ask for. Must not know what
//! is asked.

use super::words::State;
use crate::domain::ballot::Vote;
use crate::domain::code::Channel;
use crate::domain::entry::Instant;
use crate::domain::event::{About, Lead};
use crate::domain::id::{MatterRef, Ref};
use crate::domain::matter::Matter;
use crate::domain::meeting::{Meeting, MeetingState, Note};
use crate::domain::notice::{Notice, Objection};
use crate::domain::person::{Body, Person};
use crate::domain::refusal::Kind;
use crate::domain::register::{Register, Thing};
use crate::domain::stage::Stage;
use crate::domain::task::Task;
use crate::domain::time::Due;
use crate::domain::unit::Unit;
use crate::search::{Alphabet, GAP};
use crate::text::{EN, ZH};

/// How many packed texts a thing has.
const PARTS: usize = 5;

/// One of the packed texts of a thing.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Title,
    Number,
    Place,
    By,
    Detail,
}

/// A thing as it can be found.
#[derive(Debug, Clone)]
pub(super) struct Record {
    pub(super) what: Ref,
    pub(super) kind: Kind,
    text: Box<[u16]>,
    ends: [u32; PARTS],
    pub(super) title_mask: u64,
    pub(super) mask: u64,
    pub(super) facts: Facts,
}

/// What filters ask for.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    /// The person or body that answers for it; a person's body; who spoke.
    pub(super) who: Option<Ref>,
    /// The matter of a task, which answers for it when asked for its step, category, channel, place or raiser.
    pub(super) matter: Option<MatterRef>,
    pub(super) category: Option<String>,
    pub(super) channel: Option<Channel>,
    pub(super) state: Option<State>,
    pub(super) open: Option<bool>,
    /// The deadline that runs.
    pub(super) due: Option<Due>,
    /// When it came about.
    pub(super) at: Option<Instant>,
}

/// What a thing says of itself, before it is packed.
struct Said<'a> {
    texts: [Vec<&'a str>; PARTS],
    facts: Facts,
}

impl Record {
    pub(super) fn new(thing: Thing<'_>, register: &Register, alphabet: &mut Alphabet) -> Self {
        let (what, said) = match thing {
            Thing::Matter(matter) => (matter.key.0, Said::matter(matter, register)),
            Thing::Meeting(meeting) => (meeting.key.0, Said::meeting(meeting)),
            Thing::Task(task) => (task.key.0, Said::task(task)),
            Thing::Person(person) => (person.key.0, Said::person(person)),
            Thing::Body(body) => (body.key.0, Said::body(body)),
            Thing::Notice(notice) => (notice.key.0, Said::notice(notice, register)),
            Thing::Note(note) => (note.key.0, Said::note(note)),
            Thing::Vote(vote) => (vote.key.0, Said::vote(vote)),
            Thing::Unit(unit) => (unit.key.0, Said::unit(unit)),
            Thing::Objection(objection) => (objection.key.0, Said::objection(objection)),
        };
        let mut text = Vec::new();
        let mut ends = [0; PARTS];
        let mut masks = [0; PARTS];
        for (part, texts) in said.texts.iter().enumerate() {
            for one in texts {
                masks[part] |= alphabet.pack(one, &mut text);
                text.push(GAP);
            }
            ends[part] = u32::try_from(text.len()).unwrap_or(u32::MAX);
        }
        let mask = masks.iter().fold(0, |all, mask| all | mask);
        Self { what, kind: thing.kind(), text: text.into(), ends, title_mask: masks[0], mask, facts: said.facts }
    }

    /// The packed words of a part.
    pub(super) fn part(&self, part: Part) -> &[u16] {
        let at = part as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[at] as usize]
    }
}

impl<'a> Said<'a> {
    fn new(id: &'a str, title: impl IntoIterator<Item = &'a str>, facts: Facts) -> Self {
        let none = Vec::new;
        Self { texts: [title.into_iter().collect(), vec![id], none(), none(), none()], facts }
    }

    fn and(mut self, part: Part, words: impl IntoIterator<Item = &'a str>) -> Self {
        self.texts[part as usize].extend(words);
        self
    }

    fn matter(matter: &'a Matter, register: &Register) -> Self {
        let facts = Facts {
            who: register.lead(matter).map(who),
            category: matter.category.clone(),
            channel: Some(matter.channel),
            state: Some(State::Matter(matter.standing)),
            open: Some(matter.stage() != Stage::Closed),
            due: matter.due.filter(|_| matter.runs()),
            at: Some(matter.raised_at),
            ..Facts::default()
        };
        Self::new(&matter.id, [matter.title.as_str()], facts)
            .and(Part::Place, matter.place.as_deref())
            .and(Part::By, matter.raised_by.as_deref())
            .and(Part::Detail, matter.detail.as_deref())
            .and(Part::Detail, matter.answer.as_ref().map(|answer| answer.text.as_str()))
    }

    fn meeting(meeting: &'a Meeting) -> Self {
        let facts = Facts {
            state: Some(State::Meeting(meeting.state)),
            open: Some(matches!(meeting.state, MeetingState::Planned | MeetingState::Open)),
            at: Some(meeting.at),
            ..Facts::default()
        };
        Self::new(&meeting.id, [meeting.title.as_str()], facts)
            .and(Part::Place, meeting.place.as_deref())
            .and(Part::Detail, [ZH.meeting_kind(meeting.kind), EN.meeting_kind(meeting.kind)])
            .and(Part::Detail, meeting.series.as_deref())
    }

    fn task(task: &'a Task) -> Self {
        let facts = Facts {
            who: Some(who(task.lead)),
            matter: Some(task.matter),
            state: Some(State::Task(task.state)),
            open: Some(task.state.is_open() || task.wants_new_lead()),
            due: Some(task.due).filter(|_| task.state.is_open()),
            at: Some(task.assigned_at),
            ..Facts::default()
        };
        Self::new(&task.id, [task.text.as_str()], facts)
            .and(Part::Detail, task.waits_for.as_deref())
            .and(Part::Detail, task.finish.as_ref().map(|finish| finish.text.as_str()))
    }

    fn person(person: &'a Person) -> Self {
        let facts = Facts { who: Some(person.body.0), ..Facts::default() };
        Self::new(&person.id, [person.name.as_str()], facts)
            .and(Part::Place, person.place.as_deref())
            .and(Part::Detail, person.role.as_deref())
            .and(Part::Detail, person.phone.as_deref())
    }

    /// A body is found by its own name and by the plain name of its kind, in both languages.
    fn body(body: &'a Body) -> Self {
        let names = body.name.as_deref().into_iter().chain([ZH.body_kind(body.kind), EN.body_kind(body.kind)]);
        Self::new(&body.id, names.chain([body.kind.code()]), Facts::default()).and(Part::Place, body.place.as_deref())
    }

    fn notice(notice: &'a Notice, register: &'a Register) -> Self {
        let facts = Facts { at: Some(notice.posted_at), ..Facts::default() };
        let title = match notice.about {
            About::Matter(matter) => register.matter(matter).map(|matter| &matter.title),
            About::Meeting(meeting) => register.meeting(meeting).map(|meeting| &meeting.title),
        };
        Self::new(&notice.id, title.map(String::as_str), facts)
            .and(Part::Place, notice.place.as_deref())
            .and(Part::Detail, [ZH.notice_kind(notice.kind), EN.notice_kind(notice.kind)])
    }

    fn note(note: &'a Note) -> Self {
        let speaker = note.speaker.map(Ref::from).or(note.body.map(Ref::from));
        Self::new(&note.id, [note.text.as_str()], Facts { who: speaker, at: Some(note.at), ..Facts::default() })
    }

    fn vote(vote: &'a Vote) -> Self {
        let facts = Facts { open: Some(vote.is_open()), at: Some(vote.opened_at), ..Facts::default() };
        let options = vote.options.iter().flat_map(|options| &options.names).map(String::as_str);
        Self::new(&vote.id, [vote.question.as_str()], facts).and(Part::Detail, options)
    }

    fn unit(unit: &'a Unit) -> Self {
        let place = [Some(&unit.building), unit.stairwell.as_ref(), Some(&unit.room)];
        let facts = Facts { open: Some(unit.removed.is_none()), ..Facts::default() };
        Self::new(&unit.id, place.into_iter().flatten().map(String::as_str), facts)
            .and(Part::By, unit.owner.as_deref().into_iter().chain(unit.name.as_deref()))
    }

    fn objection(objection: &'a Objection) -> Self {
        let answer = objection.answer.as_ref();
        let facts = Facts { open: Some(answer.is_none()), at: Some(objection.at), ..Facts::default() };
        Self::new(&objection.id, [objection.text.as_str()], facts)
            .and(Part::By, [objection.by.as_str()])
            .and(Part::Detail, answer.map(|(_, text)| text.as_str()))
    }
}

fn who(lead: Lead) -> Ref {
    match lead {
        Lead::Body(body) => body.0,
        Lead::Person(person) => person.0,
    }
}
