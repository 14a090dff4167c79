//! What a line comes to before it is recorded: who says what, of which kind, or which task for whom by when. Asks the
//! roster for names and makes the command; whether that is lawful is for the rules.

use serde_json::{Value, json};

use super::line::{self, Sign};
use super::names::{Called, Names};
use crate::domain::code::{NoteKind, Outcome};
use crate::domain::command::{AssignTask, ChangeNote, Command, GiveFloor, Note, Resolve, StrikeNote};
use crate::domain::event::Lead;
use crate::domain::id::{BodyRef, NoteRef, PersonRef};
use crate::domain::time::Due;
use crate::tui::form::{Precision, read_when, shown_when};
use crate::tui::keys::{self, Action};
use crate::tui::live::LiveAct;

/// A line as it stands in the composer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// What it becomes where it has no sign of its own.
    pub kind: Kind,
    /// What is written.
    pub text: String,
    /// The entry that it changes.
    pub note: Option<NoteRef>,
}

/// What a line without a sign becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An entry of this kind.
    Note(NoteKind),
    /// A resolution on the item under discussion.
    Resolution(Outcome),
}

/// What a line comes to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    /// As it is read back, without its words.
    pub(super) told: String,
    /// What recording it asks for.
    pub(super) makes: Makes,
}

/// What recording a line asks for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Makes {
    /// Nothing yet: there are no words.
    Nothing,
    /// This.
    Command(Box<Command>),
    /// A task of which something is still to be asked.
    Task(TaskDraft),
}

/// A task as far as it is written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TaskDraft {
    /// The number of the body or the person that leads.
    pub lead: Value,
    /// What is to be done.
    pub text: String,
    /// By when, as the record keeps it.
    pub due: Value,
}

impl Default for Kind {
    fn default() -> Self {
        Self::Note(NoteKind::Remark)
    }
}

impl Draft {
    /// What it comes to.
    ///
    /// # Errors
    /// A sentence on what cannot be read.
    pub(super) fn read(&self, names: &Names<'_>) -> Result<Reading, String> {
        let reader = Reader { names };
        if let Some(note) = self.note {
            return Ok(reader.change(note, self.text.trim()));
        }
        let (mut sign, mut rest) = line::sign(&self.text);
        let mut speaker = None;
        if sign == Some(Sign::Said) {
            let (said, behind) = reader.speaker(rest)?;
            speaker = Some(said);
            (sign, rest) = line::sign(behind);
        } else if let (Some(Sign::Kind(_)), (Some(Sign::Said), behind)) = (sign, line::sign(rest)) {
            let (said, behind) = reader.speaker(behind)?;
            speaker = Some(said);
            rest = behind;
        }
        match (sign, self.kind) {
            (Some(Sign::Task), _) => reader.task(rest),
            (Some(Sign::Resolve), _) => reader.resolve(line::resolution(rest)),
            (None, Kind::Resolution(outcome)) => reader.resolve(chosen(outcome, rest)),
            (Some(Sign::Kind(kind)), _) | (None, Kind::Note(kind)) => reader.note(kind, speaker, rest),
            (Some(Sign::Said), _) => reader.note(NoteKind::Remark, speaker, rest),
        }
    }

    /// Whether it is a task.
    #[must_use]
    pub(super) fn is_task(&self) -> bool {
        line::sign(&self.text).0 == Some(Sign::Task)
    }
}

struct Reader<'a> {
    names: &'a Names<'a>,
}

impl Reader<'_> {
    fn speaker<'t>(&self, text: &'t str) -> Result<(PersonRef, &'t str), String> {
        let (name, rest) = line::name(text);
        if let Some((person, behind)) = self.names.person_before(text) {
            return Ok((person, behind.trim_start_matches(|c: char| c.is_whitespace() || ":：,，".contains(c))));
        }
        self.one_person(name).map(|person| (person, rest))
    }

    fn one_person(&self, name: &str) -> Result<PersonRef, String> {
        let text = self.names.text();
        match self.names.person(name) {
            Called::One(person) => Ok(person),
            Called::Several(people) => {
                let people: Vec<_> =
                    people.iter().map(|person| text.person_named(self.names.register, *person)).collect();
                Err(text.live_several(name, &text.listed(&people)))
            }
            Called::Nobody => Err(text.live_nobody_called(name)),
        }
    }

    fn note(&self, kind: NoteKind, said: Option<PersonRef>, words: &str) -> Result<Reading, String> {
        let Names { register, meeting, look, .. } = *self.names;
        let text = look.text;
        if words.is_empty()
            && kind == NoteKind::Remark
            && let Some(person) = said
        {
            let give = GiveFloor { meeting: register.id(meeting.key), person: register.id(person), stance: None };
            return Ok(ready(text.live_gives_floor(text.person_named(register, person)), give.into()));
        }
        // What the secretary notes and what all agree on is nobody's speech.
        let by_all = matches!(kind, NoteKind::Note | NoteKind::Consensus);
        let floor = self.names.speaker().filter(|_| !by_all);
        let mut speaker = said.or(floor);
        let (mut body, mut words, mut undertakes) = (None, words, None);
        if kind == NoteKind::Position {
            (body, words) = self.position_of(words, speaker.is_some())?;
            (words, undertakes) = line::undertaking(words);
            // A position is its body's; whoever has the floor for another one did not state it.
            speaker = speaker.filter(|person| {
                said.is_some() || body.is_none() || body == register.person(*person).map(|person| person.body)
            });
        }
        let mut told = vec![text.note_kind(kind).to_owned()];
        match (body, speaker) {
            (Some(body), None) => told.push(text.body_named(register, body).to_owned()),
            (_, speaker) => told.extend(speaker.map(|person| self.names.who(person))),
        }
        told.extend(undertakes.map(|words| text.live_undertakes(words)));
        let told = text.live_parts(&told);
        if words.is_empty() {
            return Ok(Reading { told, makes: Makes::Nothing });
        }
        let note = Note {
            meeting: register.id(meeting.key),
            kind,
            text: words.to_owned(),
            speaker: speaker.map(|person| register.id(person)),
            body: body.map(|body| register.id(body)),
            stance: None,
            of: None,
            undertakes: undertakes.map(str::to_owned),
            at: None,
        };
        Ok(ready(told, note.into()))
    }

    /// The body that a position begins with; a speaker's own needs no name.
    fn position_of<'t>(&self, words: &'t str, spoken: bool) -> Result<(Option<BodyRef>, &'t str), String> {
        let (name, rest) = line::name(words);
        if name.is_empty() {
            return Ok((None, words));
        }
        match (self.names.body(name), self.names.body_before(words)) {
            (Called::One(body), _) => Ok((Some(body), rest)),
            (_, Some((body, behind))) => {
                Ok((Some(body), behind.trim_start_matches(|c: char| c.is_whitespace() || ":：,，".contains(c))))
            }
            (_, None) if spoken => Ok((None, words)),
            (_, None) => Err(self.names.text().live_no_body_called(name)),
        }
    }

    fn resolve(&self, resolved: line::Resolved<'_>) -> Result<Reading, String> {
        let Names { register, meeting, look, .. } = *self.names;
        let text = look.text;
        let item = self.names.item().ok_or_else(|| text.live_no_current(keys::shown(Action::Live(LiveAct::Next))))?;
        let refers = resolved.refer_to.map(|to| text.live_refers(to)).unwrap_or_default();
        let outcome = text.outcome(resolved.outcome).to_owned();
        let told = text.live_parts(&[text.live_resolution().to_owned(), text.live_item(item), outcome, refers]);
        let resolve = Resolve {
            meeting: register.id(meeting.key),
            item,
            outcome: resolved.outcome,
            text: Some(resolved.text.to_owned()).filter(|words| !words.is_empty()),
            refer_to: resolved.refer_to.map(str::to_owned),
        };
        Ok(ready(told, resolve.into()))
    }

    fn task(&self, words: &str) -> Result<Reading, String> {
        let Names { register, meeting, look, .. } = *self.names;
        let text = look.text;
        let item = self.names.item().ok_or_else(|| text.live_no_current(keys::shown(Action::Live(LiveAct::Next))))?;
        let (lead, words) = self.lead(words)?;
        let (words, written) = line::due(words, look.now);
        let kept = written.and_then(|written| read_when(written, Precision::DayOrTime, look.now));
        let told_due =
            written.and_then(|written| shown_when(written, Precision::DayOrTime, look.now, text)).map(|(told, _)| told);
        let told = text.live_parts(&[
            text.live_task().to_owned(),
            lead.map_or_else(|| text.live_who_leads().to_owned(), |lead| text.lead(register, lead).to_owned()),
            told_due.unwrap_or_else(|| text.live_by_when().to_owned()),
        ]);
        let lead = lead.map(|lead| match lead {
            Lead::Body(body) => register.id(body),
            Lead::Person(person) => register.id(person),
        });
        let due: Option<Due> = kept.as_deref().and_then(|kept| kept.parse().ok());
        let makes = match (lead, due) {
            (Some(lead), Some(due)) if !words.is_empty() => Makes::Command(Box::new(
                AssignTask {
                    matter: None,
                    meeting: Some(register.id(meeting.key)),
                    item: Some(item),
                    lead,
                    text: words.to_owned(),
                    due,
                    helpers: Vec::new(),
                }
                .into(),
            )),
            (lead, _) => Makes::Task(TaskDraft { lead: json!(lead), text: words.to_owned(), due: json!(kept) }),
        };
        Ok(Reading { told, makes })
    }

    /// Who is to lead, named first: a body or a person. Where the first word names none, the whole is what is to be done.
    fn lead<'t>(&self, words: &'t str) -> Result<(Option<Lead>, &'t str), String> {
        let (name, rest) = line::name(words);
        if name.is_empty() {
            return Ok((None, words));
        }
        let trim = |text: &'t str| text.trim_start_matches(|c: char| c.is_whitespace() || ":：,，".contains(c));
        match (self.names.body(name), self.names.person(name)) {
            (Called::One(body), _) => return Ok((Some(Lead::Body(body)), rest)),
            (_, Called::One(person)) => return Ok((Some(Lead::Person(person)), rest)),
            (Called::Several(_), _) | (_, Called::Several(_)) if !rest.is_empty() => {
                let text = self.names.text();
                return self.one_person(name).map(|person| (Some(Lead::Person(person)), rest)).map_err(|several| {
                    if self.names.person(name) == Called::Nobody { text.live_no_lead_called(name) } else { several }
                });
            }
            _ => {}
        }
        let body = self.names.body_before(words).map(|(body, rest)| (Lead::Body(body), rest));
        let person = self.names.person_before(words).map(|(person, rest)| (Lead::Person(person), rest));
        Ok(body.or(person).map_or((None, words), |(lead, rest)| (Some(lead), trim(rest))))
    }

    fn change(&self, note: NoteRef, words: &str) -> Reading {
        let text = self.names.text();
        let id = self.names.register.id(note);
        if words.is_empty() {
            return ready(text.live_strikes(&id), StrikeNote { note: id.clone(), reason: None }.into());
        }
        ready(text.live_edits(&id), ChangeNote { note: id.clone(), text: words.to_owned() }.into())
    }
}

fn chosen(outcome: Outcome, words: &str) -> line::Resolved<'_> {
    let (refer_to, text) = match outcome {
        Outcome::Referred => line::name(words),
        _ => ("", words),
    };
    line::Resolved { outcome, refer_to: Some(refer_to).filter(|to| !to.is_empty()), text }
}

fn ready(told: String, command: Command) -> Reading {
    Reading { told, makes: Makes::Command(Box::new(command)) }
}
