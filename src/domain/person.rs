//! The bodies at the table and the people who speak for them.

use chrono::NaiveDate;

use super::code::BodyKind;
use super::edits::{Editable, Edits};
use super::event::{BodyField, PersonField};
use super::id::{BodyRef, PersonRef};

/// A body 单位. Several of one kind may exist.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Itself.
    pub key: BodyRef,
    /// Its number.
    pub id: String,
    /// What kind of body.
    pub kind: BodyKind,
    /// Its own name; none: the plain name of its kind.
    pub name: Option<String>,
    /// The place it answers for.
    pub place: Option<String>,
    /// Edits of its fields.
    pub edits: Edits<BodyField>,
    /// Whether a newer program has written about it.
    pub newer: bool,
}

/// A person on the roster.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Itself.
    pub key: PersonRef,
    /// Its number.
    pub id: String,
    /// Full name.
    pub name: String,
    /// The body represented.
    pub body: BodyRef,
    /// The role there.
    pub role: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Building or address.
    pub place: Option<String>,
    /// Whether the person has a vote.
    pub voting: bool,
    /// The last day of the term.
    pub until: Option<NaiveDate>,
    /// Edits of the fields.
    pub edits: Edits<PersonField>,
    /// Whether a newer program has written about this person.
    pub newer: bool,
}

impl Editable for Body {
    type Field = BodyField;

    fn field(&self, like: &Self::Field) -> Option<Self::Field> {
        use BodyField as F;
        Some(match like {
            F::Kind(_) => F::Kind(self.kind),
            F::Name(_) => F::Name(self.name.clone()),
            F::Place(_) => F::Place(self.place.clone()),
        })
    }

    fn set(&mut self, field: Self::Field) {
        use BodyField as F;
        match field {
            F::Kind(kind) => self.kind = kind,
            F::Name(name) => self.name = name,
            F::Place(place) => self.place = place,
        }
    }

    fn edits(&self) -> &Edits<Self::Field> {
        &self.edits
    }

    fn edits_mut(&mut self) -> &mut Edits<Self::Field> {
        &mut self.edits
    }
}

impl Person {
    /// Whether the term reaches this day.
    #[must_use]
    pub fn serves_on(&self, day: NaiveDate) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

impl Editable for Person {
    type Field = PersonField;

    fn field(&self, like: &Self::Field) -> Option<Self::Field> {
        use PersonField as F;
        Some(match like {
            F::Name(_) => F::Name(self.name.clone()),
            F::Body(_) => F::Body(self.body),
            F::Role(_) => F::Role(self.role.clone()),
            F::Phone(_) => F::Phone(self.phone.clone()),
            F::Place(_) => F::Place(self.place.clone()),
            F::Voting(_) => F::Voting(self.voting),
            F::Until(_) => F::Until(self.until),
        })
    }

    fn set(&mut self, field: Self::Field) {
        use PersonField as F;
        match field {
            F::Name(name) => self.name = name,
            F::Body(body) => self.body = body,
            F::Role(role) => self.role = role,
            F::Phone(phone) => self.phone = phone,
            F::Place(place) => self.place = place,
            F::Voting(voting) => self.voting = voting,
            F::Until(until) => self.until = until,
        }
    }

    fn edits(&self) -> &Edits<Self::Field> {
        &self.edits
    }

    fn edits_mut(&mut self) -> &mut Edits<Self::Field> {
        &mut self.edits
    }
}
