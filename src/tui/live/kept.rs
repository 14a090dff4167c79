//! The lines of the room as they are kept beside the record, so that neither a power cut nor a kill costs them: the one
//! being written, and those that are not on disk yet. What was recorded meanwhile is known by the record, and is not
//! written twice.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::names::Names;
use super::reading::{Draft, Kind, Makes};
use crate::domain::code::{NoteKind, Outcome};
use crate::domain::command::Command;
use crate::domain::context::Context;
use crate::domain::event::Event;
use crate::domain::meeting::Meeting;
use crate::domain::register::Register;

/// The field of the lines.
const LINES: &str = "lines";
/// The field of the number that this laptop's next act then had.
const NEXT: &str = "next";

/// Lines that were kept.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// Not recorded, oldest first.
    pub(super) waiting: Vec<Draft>,
    /// The one being written.
    pub(super) written: Option<Draft>,
}

/// A line as it is stored: codes and numbers, no places in memory.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    text: String,
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    /// It was still being written.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    open: bool,
}

impl Kept {
    /// As it is stored, with the number that this laptop's next act has; nothing written: an empty map.
    #[must_use]
    pub(super) fn to_texts(&self, next: u64, register: &Register) -> BTreeMap<String, String> {
        let waiting = self.waiting.iter().map(|draft| (draft, false));
        let all = waiting.chain(self.written.iter().map(|draft| (draft, true)));
        let all = all.filter(|(draft, _)| !draft.text.is_empty());
        let stored: Vec<Stored> = all.map(|(draft, open)| Stored::new(draft, open, register)).collect();
        if stored.is_empty() { BTreeMap::new() } else { texts(&stored, next) }
    }

    /// What was stored, without the lines that this laptop has recorded since.
    #[must_use]
    pub(super) fn read(texts: &BTreeMap<String, String>, names: &Names<'_>, context: &Context<'_>) -> Self {
        let next: u64 = texts.get(NEXT).and_then(|next| next.parse().ok()).unwrap_or(u64::MAX);
        let since = names.register.entries().iter().filter(|entry| entry.w == context.writer && entry.n >= next);
        let mut events: Vec<&Event> = since.flat_map(|entry| &entry.events).collect();
        let mut kept = Self::default();
        for line in stored(texts) {
            let draft = line.draft(names.meeting, names.register);
            let command = match draft.read(names).map(|reading| reading.makes) {
                Ok(Makes::Command(command)) => Some(command),
                _ => None,
            };
            let done = command.and_then(|command| events.iter().position(|event| is_made(&command, event, names)));
            match (done, line.open) {
                (Some(at), _) => {
                    events.remove(at);
                }
                (None, true) => kept.written = Some(draft),
                (None, false) => kept.waiting.push(draft),
            }
        }
        kept
    }
}

/// What is kept with one more line that was not recorded.
#[must_use]
pub fn with_waiting(
    kept: &BTreeMap<String, String>,
    draft: &Draft,
    next: u64,
    register: &Register,
) -> BTreeMap<String, String> {
    let mut lines = stored(kept);
    let at = lines.iter().position(|line| line.open).unwrap_or(lines.len());
    lines.insert(at, Stored::new(draft, false, register));
    texts(&lines, next)
}

/// Whether two keepings hold the same lines, whenever they were made.
#[must_use]
pub fn says_the_same(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> bool {
    one.get(LINES) == other.get(LINES)
}

fn stored(texts: &BTreeMap<String, String>) -> Vec<Stored> {
    texts.get(LINES).and_then(|lines| serde_json::from_str(lines).ok()).unwrap_or_default()
}

fn texts(lines: &[Stored], next: u64) -> BTreeMap<String, String> {
    let lines = serde_json::to_string(lines).unwrap_or_default();
    BTreeMap::from([(LINES.to_owned(), lines), (NEXT.to_owned(), next.to_string())])
}

impl Stored {
    fn new(draft: &Draft, open: bool, register: &Register) -> Self {
        let kind = match draft.kind {
            Kind::Note(kind) => kind.code(),
            Kind::Resolution(outcome) => outcome.code(),
        };
        let note = draft.note.map(|note| register.id(note));
        Self { text: draft.text.clone(), kind: kind.to_owned(), note, open }
    }

    fn draft(&self, meeting: &Meeting, register: &Register) -> Draft {
        let noted = NoteKind::from_code(&self.kind).map(Kind::Note);
        let kind = noted.or_else(|| Outcome::from_code(&self.kind).map(Kind::Resolution)).unwrap_or_default();
        let is_it = |note: &&_| self.note.as_ref().is_some_and(|id| *id == register.id(**note));
        Draft { kind, text: self.text.clone(), note: meeting.notes.iter().find(is_it).copied() }
    }
}

/// Whether a fact is what a command asked for.
fn is_made(command: &Command, event: &Event, names: &Names<'_>) -> bool {
    match (command, event) {
        (Command::Note(asked), Event::Noted(made)) => asked.kind == made.kind && asked.text == made.text,
        (Command::ChangeNote(asked), Event::NoteChanged(made)) => asked.text == made.text,
        (Command::StrikeNote(asked), Event::NoteStruck(made)) => asked.note == names.register.id(made.note),
        (Command::Resolve(asked), Event::Resolved(made)) => asked.outcome == made.outcome && asked.text == made.text,
        (Command::AssignTask(asked), Event::TaskAssigned(made)) => asked.text == made.text,
        (Command::GiveFloor(asked), Event::FloorGiven(made)) => asked.person == names.register.id(made.person),
        _ => false,
    }
}
