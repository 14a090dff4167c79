//! The desk a command is decided at: names become references, texts are tidied and measured, new things get numbers.

use std::cell::RefCell;

use chrono::Datelike;

use crate::domain::ballot::Vote;
use crate::domain::code::BodyKind;
use crate::domain::context::Context;
use crate::domain::event::{BodyAdded, Event, Lead};
use crate::domain::id::{
    BodyRef, MatterRef, MeetingRef, NoteRef, NoticeRef, ObjectionRef, PersonRef, Ref, TaskRef, UnitRef, VoteRef,
};
use crate::domain::matter::Matter;
use crate::domain::meeting::{Meeting, Note};
use crate::domain::notice::{Notice, Objection};
use crate::domain::person::{Body, Person};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::register::Register;
use crate::domain::rule_set::RuleSet;
use crate::domain::task::Task;
use crate::domain::time::day_of;
use crate::domain::unit::Unit;

/// Characters a line may have: a title, a place, a topic.
pub const TITLE_LIMIT: usize = 200;
/// Characters a name may have.
pub const NAME_LIMIT: usize = 80;
/// Characters a longer text may have.
pub const TEXT_LIMIT: usize = 20_000;

pub(super) struct Desk<'a> {
    pub(super) register: &'a Register,
    pub(super) context: &'a Context<'a>,
    made: RefCell<Vec<Kind>>,
    new_bodies: RefCell<Vec<(BodyKind, BodyRef)>>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(register: &'a Register, context: &'a Context<'a>) -> Self {
        Self { register, context, made: RefCell::default(), new_bodies: RefCell::default() }
    }

    pub(super) fn rules(&self) -> &'a RuleSet {
        self.register.rules()
    }

    /// A reference and a number for a new thing.
    pub(super) fn make<T>(&self, kind: Kind, wrap: impl FnOnce(Ref) -> T) -> (T, String) {
        let number = self.number(kind);
        let mut made = self.made.borrow_mut();
        let k = u32::try_from(made.len()).unwrap_or(u32::MAX);
        made.push(kind);
        (wrap(self.context.act().thing(k)), number)
    }

    /// The next number of a kind, beyond those this act has given already.
    pub(super) fn number(&self, kind: Kind) -> String {
        let ahead = self.made.borrow().iter().filter(|made| **made == kind).count();
        let numbers = self.register.numbers();
        let letter = numbers.letter(self.context.writer);
        let year = day_of(self.context.now).year();
        numbers.next(kind, year, &letter, u32::try_from(ahead).unwrap_or(u32::MAX)).to_string()
    }

    // Names become references.

    fn named(&self, kind: Kind, given: &str) -> Result<Ref, Refusal> {
        let found: Vec<Ref> = self
            .register
            .numbers()
            .named(kind, given)
            .into_iter()
            .filter(|thing| self.register.thing(*thing).is_some())
            .collect();
        match found[..] {
            [] => Err(Refusal::UnknownId { kind, given: given.to_owned() }),
            [one] => match self.register.thing(one) {
                Some(thing) if thing.is_newer() => Err(Refusal::NeedsNewerProgram { id: self.register.id(one) }),
                _ => Ok(one),
            },
            _ => Err(self.ambiguous(given, &found)),
        }
    }

    fn ambiguous(&self, given: &str, found: &[Ref]) -> Refusal {
        let candidates = found.iter().map(|thing| self.register.id(*thing)).collect();
        Refusal::AmbiguousId { given: given.to_owned(), candidates }
    }

    fn found<T>(thing: Option<T>, kind: Kind, given: &str) -> Result<T, Refusal> {
        thing.ok_or_else(|| Refusal::UnknownId { kind, given: given.to_owned() })
    }

    pub(super) fn matter(&self, given: &str) -> Result<&'a Matter, Refusal> {
        Self::found(self.register.matter(MatterRef(self.named(Kind::Matter, given)?)), Kind::Matter, given)
    }

    pub(super) fn meeting(&self, given: &str) -> Result<&'a Meeting, Refusal> {
        Self::found(self.register.meeting(MeetingRef(self.named(Kind::Meeting, given)?)), Kind::Meeting, given)
    }

    pub(super) fn task(&self, given: &str) -> Result<&'a Task, Refusal> {
        Self::found(self.register.task(TaskRef(self.named(Kind::Task, given)?)), Kind::Task, given)
    }

    pub(super) fn note_named(&self, given: &str) -> Result<&'a Note, Refusal> {
        Self::found(self.register.note(NoteRef(self.named(Kind::Note, given)?)), Kind::Note, given)
    }

    pub(super) fn notice(&self, given: &str) -> Result<&'a Notice, Refusal> {
        Self::found(self.register.notice(NoticeRef(self.named(Kind::Notice, given)?)), Kind::Notice, given)
    }

    pub(super) fn objection(&self, given: &str) -> Result<&'a Objection, Refusal> {
        Self::found(self.register.objection(ObjectionRef(self.named(Kind::Objection, given)?)), Kind::Objection, given)
    }

    pub(super) fn vote(&self, given: &str) -> Result<&'a Vote, Refusal> {
        Self::found(self.register.vote(VoteRef(self.named(Kind::Vote, given)?)), Kind::Vote, given)
    }

    pub(super) fn unit(&self, given: &str) -> Result<&'a Unit, Refusal> {
        Self::found(self.register.unit(UnitRef(self.named(Kind::Unit, given)?)), Kind::Unit, given)
    }

    /// A person by number, or by a full name that only one bears.
    pub(super) fn person(&self, given: &str) -> Result<&'a Person, Refusal> {
        let bearers: Vec<&Person> = self.register.people().filter(|person| person.name == given.trim()).collect();
        match bearers[..] {
            [person] if person.newer => Err(Refusal::NeedsNewerProgram { id: self.register.id(person.key) }),
            [person] => Ok(person),
            [] => Self::found(self.register.person(PersonRef(self.named(Kind::Person, given)?)), Kind::Person, given),
            _ => Err(self.ambiguous(given, &bearers.iter().map(|person| person.key.0).collect::<Vec<_>>())),
        }
    }

    /// The name of whoever did something: as it is written, or of the person whose number is given.
    pub(super) fn who(&self, field: &'static str, given: &str) -> Result<String, Refusal> {
        match self.person(given) {
            Ok(person) => Ok(person.name.clone()),
            Err(_) => line(field, given, NAME_LIMIT),
        }
    }

    pub(super) fn people(&self, given: &[String]) -> Result<Vec<PersonRef>, Refusal> {
        let mut people = Vec::new();
        for name in given {
            let person = self.person(name)?.key;
            if !people.contains(&person) {
                people.push(person);
            }
        }
        Ok(people)
    }

    /// A body that is at the table: by number, exact name, or kind while only one of that kind is.
    pub(super) fn body(&self, given: &str) -> Result<&'a Body, Refusal> {
        match self.find_body(given)? {
            Some(body) => Ok(body),
            None => Err(Refusal::UnknownId { kind: Kind::Body, given: given.to_owned() }),
        }
    }

    /// The same, or the fact that makes the body when `given` is a kind that nobody at the table is of; it is made once.
    pub(super) fn body_or_new(&self, given: &str) -> Result<(BodyRef, Option<Event>), Refusal> {
        if let Some(body) = self.find_body(given)? {
            return Ok((body.key, None));
        }
        let Some(kind) = self.body_kind(given.trim()) else {
            return Err(Refusal::UnknownId { kind: Kind::Body, given: given.to_owned() });
        };
        if let Some((_, body)) = self.new_bodies.borrow().iter().find(|(known, _)| *known == kind) {
            return Ok((*body, None));
        }
        let (body, id) = self.make(Kind::Body, BodyRef);
        self.new_bodies.borrow_mut().push((kind, body));
        Ok((body, Some(BodyAdded { body, id, kind, name: None, place: None }.into())))
    }

    fn find_body(&self, given: &str) -> Result<Option<&'a Body>, Refusal> {
        let name = given.trim();
        let one = |bodies: Vec<&'a Body>| match bodies[..] {
            [] => Ok(None),
            [body] if body.newer => Err(Refusal::NeedsNewerProgram { id: self.register.id(body.key) }),
            [body] => Ok(Some(body)),
            _ => Err(self.ambiguous(given, &bodies.iter().map(|body| body.key.0).collect::<Vec<_>>())),
        };
        if let Some(body) = one(self.register.bodies().filter(|b| b.name.as_deref() == Some(name)).collect())? {
            return Ok(Some(body));
        }
        if let Some(kind) = self.body_kind(name) {
            return one(self.register.bodies().filter(|body| body.kind == kind).collect());
        }
        match self.named(Kind::Body, given) {
            Ok(body) => Ok(self.register.body(BodyRef(body))),
            Err(Refusal::UnknownId { .. }) => Ok(None),
            Err(refusal) => Err(refusal),
        }
    }

    /// A kind of body by its code name, or by its plain name as people say it.
    fn body_kind(&self, name: &str) -> Option<BodyKind> {
        BodyKind::from_code(name).or_else(|| (self.context.plain_name)(name))
    }

    /// Who answers for work: a body, or one person. The fact comes with it when the body is new.
    pub(super) fn lead(&self, given: &str) -> Result<(Lead, Option<Event>), Refusal> {
        if let Some(body) = self.find_body(given)? {
            return Ok((Lead::Body(body.key), None));
        }
        match self.person(given) {
            Ok(person) => Ok((Lead::Person(person.key), None)),
            Err(Refusal::UnknownId { .. }) => self.body_or_new(given).map(|(body, new)| (Lead::Body(body), new)),
            Err(refusal) => Err(refusal),
        }
    }

    /// A category code of the rules in force, upper case.
    pub(super) fn category(&self, given: Option<&str>) -> Result<Option<String>, Refusal> {
        let Some(code) = given.map(|code| code.trim().to_ascii_uppercase()).filter(|code| !code.is_empty()) else {
            return Ok(None);
        };
        match self.rules().category(&code) {
            Some(_) => Ok(Some(code)),
            None => Err(Refusal::UnknownCategory { given: code }),
        }
    }
}

/// A text that must say something, in one line.
pub(super) fn line(field: &'static str, text: &str, limit: usize) -> Result<String, Refusal> {
    let tidy = tidied(text, false);
    measured(field, tidy, limit)
}

/// A text that must say something and may run over several lines.
pub(super) fn words(field: &'static str, text: &str) -> Result<String, Refusal> {
    measured(field, tidied(text, true), TEXT_LIMIT)
}

/// A line that may be left out; an empty one is none.
pub(super) fn line_if(field: &'static str, text: Option<&str>, limit: usize) -> Result<Option<String>, Refusal> {
    text.map(|text| tidied(text, false)).filter(|text| !text.is_empty()).map(|t| measured(field, t, limit)).transpose()
}

/// A text that may be left out; an empty one is none.
pub(super) fn words_if(field: &'static str, text: Option<&str>) -> Result<Option<String>, Refusal> {
    text.map(|text| tidied(text, true)).filter(|t| !t.is_empty()).map(|t| measured(field, t, TEXT_LIMIT)).transpose()
}

fn measured(field: &'static str, text: String, limit: usize) -> Result<String, Refusal> {
    if text.is_empty() {
        return Err(Refusal::Empty { field });
    }
    let given = text.chars().count();
    if given > limit { Err(Refusal::TooLong { field, given, limit }) } else { Ok(text) }
}

/// The text as it is kept: no control characters, line ends as `\n`, no blanks around it.
fn tidied(text: &str, lines: bool) -> String {
    let kept: String = text
        .replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(if lines { '\n' } else { ' ' }),
            '\t' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect();
    kept.trim().to_owned()
}
