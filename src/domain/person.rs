//! The bodies at the table and the people who speak for them.

use chrono::NaiveDate;

use super::code::BodyKind;
use super::edits::Edits;
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

impl Body {
    /// The value that the field named by `like` has now.
    #[must_use]
    pub fn field(&self, like: &BodyField) -> BodyField {
        match like {
            BodyField::Kind(_) => BodyField::Kind(self.kind),
            BodyField::Name(_) => BodyField::Name(self.name.clone()),
            BodyField::Place(_) => BodyField::Place(self.place.clone()),
        }
    }

    pub(super) fn set(&mut self, field: BodyField) {
        match field {
            BodyField::Kind(kind) => self.kind = kind,
            BodyField::Name(name) => self.name = name,
            BodyField::Place(place) => self.place = place,
        }
    }
}

impl Person {
    /// The value that the field named by `like` has now.
    #[must_use]
    pub fn field(&self, like: &PersonField) -> PersonField {
        match like {
            PersonField::Name(_) => PersonField::Name(self.name.clone()),
            PersonField::Body(_) => PersonField::Body(self.body),
            PersonField::Role(_) => PersonField::Role(self.role.clone()),
            PersonField::Phone(_) => PersonField::Phone(self.phone.clone()),
            PersonField::Place(_) => PersonField::Place(self.place.clone()),
            PersonField::Voting(_) => PersonField::Voting(self.voting),
            PersonField::Until(_) => PersonField::Until(self.until),
        }
    }

    pub(super) fn set(&mut self, field: PersonField) {
        match field {
            PersonField::Name(name) => self.name = name,
            PersonField::Body(body) => self.body = body,
            PersonField::Role(role) => self.role = role,
            PersonField::Phone(phone) => self.phone = phone,
            PersonField::Place(place) => self.place = place,
            PersonField::Voting(voting) => self.voting = voting,
            PersonField::Until(until) => self.until = until,
        }
    }
}
