//! Names and dates of the register in the words of people; must not know where they are shown.

use crate::domain::entry::Instant;
use crate::domain::event::Lead;
use crate::domain::id::{BodyRef, PersonRef};
use crate::domain::matter::Matter;
use crate::domain::person::Body;
use crate::domain::register::Register;
use crate::domain::time::{Due, ZONE, day_of};
use crate::text::{Lang, Text};

use super::view::Sight;

/// The register as one language tells of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wording<'a> {
    pub(super) text: Text,
    pub(super) register: &'a Register,
    now: Instant,
}

impl<'a> Wording<'a> {
    pub(super) fn new(text: Text, sight: Sight<'a>) -> Self {
        Self { text, register: sight.register, now: sight.now }
    }

    pub(super) fn body_name(self, body: &'a Body) -> &'a str {
        body.name.as_deref().unwrap_or_else(|| self.text.body_kind(body.kind))
    }

    pub(super) fn body(self, body: BodyRef) -> &'a str {
        self.register.body(body).map_or("", |body| self.body_name(body))
    }

    pub(super) fn person(self, person: PersonRef) -> &'a str {
        self.register.person(person).map_or("", |person| &person.name)
    }

    pub(super) fn lead(self, lead: Lead) -> &'a str {
        match lead {
            Lead::Body(body) => self.body(body),
            Lead::Person(person) => self.person(person),
        }
    }

    /// Who answers for a matter now; empty if nobody does.
    pub(super) fn lead_of(self, matter: &Matter) -> &'a str {
        self.register.lead(matter).map_or("", |lead| self.lead(lead))
    }

    /// `议事·待上会`.
    pub(super) fn standing(self, matter: &Matter) -> String {
        format!("{}·{}", self.text.stage(matter.stage()), self.text.standing(matter.standing))
    }

    /// A category by its name, as `停车与通行 PK`; a code the rules do not know by itself.
    pub(super) fn category(self, code: &str) -> String {
        match (self.register.rules().category(code), self.text.lang) {
            (Some(words), Lang::Zh) => format!("{} {code}", words.zh),
            (Some(words), Lang::En) => format!("{} {code}", words.en),
            (None, _) => code.to_owned(),
        }
    }

    pub(super) fn day(self, day: chrono::NaiveDate) -> String {
        self.text.date(day, day_of(self.now))
    }

    pub(super) fn moment(self, at: Instant) -> String {
        self.text.moment(at.with_timezone(&ZONE), day_of(self.now))
    }

    /// How far off a deadline is.
    pub(super) fn left(self, due: Due) -> String {
        match due {
            Due::Day(day) => self.text.due_date(day, day_of(self.now)),
            Due::At(at) => self.text.due_instant(at, self.now),
        }
    }

    /// A deadline as a date.
    pub(super) fn due(self, due: Due) -> String {
        match due {
            Due::Day(day) => self.day(day),
            Due::At(at) => self.moment(at),
        }
    }
}
