//! What things that have no fixed name are called: bodies, leads, people, categories.

use std::borrow::Cow;

use super::{Lang, Text};
use crate::domain::code::BodyKind;
use crate::domain::event::Lead;
use crate::domain::id::{BodyRef, MatterRef, MeetingRef, PersonRef};
use crate::domain::person::Body;
use crate::domain::register::Register;

impl Text {
    /// Words at the beginning of a line: in English with a capital.
    #[must_use]
    pub fn capital(self, words: &str) -> String {
        let mut letters = words.chars();
        match (self.lang, letters.next()) {
            (Lang::En, Some(first)) => first.to_uppercase().chain(letters).collect(),
            _ => words.to_owned(),
        }
    }

    /// A body's own name, or the plain name of its kind.
    #[must_use]
    pub fn body(self, body: &Body) -> &str {
        body.name.as_deref().unwrap_or_else(|| self.body_kind(body.kind))
    }

    /// The name of the body with this reference; a dash where it is missing.
    #[must_use]
    pub fn body_named(self, register: &Register, body: BodyRef) -> &str {
        register.body(body).map_or("–", |body| self.body(body))
    }

    /// The name of the person with this reference; a dash where it is missing.
    #[must_use]
    pub fn person_named(self, register: &Register, person: PersonRef) -> &str {
        register.person(person).map_or("–", |person| &person.name)
    }

    /// Who answers for work.
    #[must_use]
    pub fn lead(self, register: &Register, lead: Lead) -> &str {
        match lead {
            Lead::Body(body) => self.body_named(register, body),
            Lead::Person(person) => self.person_named(register, person),
        }
    }

    /// A body inside a sentence: the plain name of its kind takes an article where the language has one.
    #[must_use]
    pub fn body_in_words(self, name: Option<&str>, kind: BodyKind) -> Cow<'_, str> {
        match (name, self.lang) {
            (Some(name), _) => Cow::Borrowed(name),
            (None, Lang::Zh) => Cow::Borrowed(self.body_kind(kind)),
            (None, Lang::En) => Cow::Owned(format!("the {}", self.body_kind(kind))),
        }
    }

    /// Who answers for work, inside a sentence.
    #[must_use]
    pub fn lead_in_words(self, register: &Register, lead: Lead) -> Cow<'_, str> {
        match lead {
            Lead::Body(body) => match register.body(body) {
                Some(body) => self.body_in_words(body.name.as_deref(), body.kind),
                None => Cow::Borrowed("–"),
            },
            Lead::Person(person) => Cow::Borrowed(self.person_named(register, person)),
        }
    }

    /// A matter's number and title.
    #[must_use]
    pub fn matter_named(self, register: &Register, matter: MatterRef) -> String {
        let title = register.matter(matter).map_or("–", |matter| matter.title.as_str());
        match self.lang {
            Lang::Zh => format!("{}《{title}》", register.id(matter)),
            Lang::En => format!("{} “{title}”", register.id(matter)),
        }
    }

    /// A meeting's number and title.
    #[must_use]
    pub fn meeting_named(self, register: &Register, meeting: MeetingRef) -> String {
        let title = register.meeting(meeting).map_or("–", |meeting| meeting.title.as_str());
        match self.lang {
            Lang::Zh => format!("{}《{title}》", register.id(meeting)),
            Lang::En => format!("{} “{title}”", register.id(meeting)),
        }
    }

    /// The name of a category code under the rules in force; the code itself where they do not know it.
    #[must_use]
    pub fn category<'a>(self, register: &'a Register, code: &'a str) -> &'a str {
        register.rules().category(code).map_or(code, |words| match self.lang {
            Lang::Zh => &words.zh,
            Lang::En => &words.en,
        })
    }
}
