//! Names and dates of the register in the words of people; must not know where they are shown.

use crate::domain::entry::Instant;
use crate::domain::event::Lead;
use crate::domain::id::{BodyRef, PersonRef};
use crate::domain::matter::Matter;
use crate::domain::register::Register;
use crate::domain::time::{Due, day_of};
use crate::text::Text;

use super::view::Sight;

/// The register as one language tells of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wording<'a> {
    pub(super) text: Text,
    pub(super) register: &'a Register,
    pub(super) now: Instant,
}

impl<'a> Wording<'a> {
    pub(super) fn new(text: Text, sight: Sight<'a>) -> Self {
        Self { text, register: sight.register, now: sight.now }
    }

    pub(super) fn body(self, body: BodyRef) -> &'a str {
        self.text.body_named(self.register, body)
    }

    pub(super) fn person(self, person: PersonRef) -> &'a str {
        self.text.person_named(self.register, person)
    }

    pub(super) fn lead(self, lead: Lead) -> &'a str {
        self.text.lead(self.register, lead)
    }

    /// Who answers for a matter now; empty if nobody does.
    pub(super) fn lead_of(self, matter: &Matter) -> &'a str {
        self.register.lead(matter).map_or("", |lead| self.lead(lead))
    }

    /// `议事·待上会`.
    pub(super) fn standing(self, matter: &Matter) -> String {
        format!("{}·{}", self.text.stage(matter.stage()), self.text.standing_of(matter))
    }

    /// A category with its code, as `停车与通行 PK`.
    pub(super) fn category(self, code: &str) -> String {
        match self.text.category(self.register, code) {
            name if name == code => code.to_owned(),
            name => format!("{name} {code}"),
        }
    }

    pub(super) fn day(self, day: chrono::NaiveDate) -> String {
        self.text.date(day, day_of(self.now))
    }

    pub(super) fn moment(self, at: Instant) -> String {
        self.text.moment(at, day_of(self.now))
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
