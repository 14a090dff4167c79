//! The fold of facts about bodies and people.

use super::Register;
use super::fold::Act;
use crate::domain::edits::{Editable, Edits};
use crate::domain::event::{BodyAdded, BodyChanged, PersonAdded, PersonChanged};
use crate::domain::person::{Body, Person};

impl Register {
    pub(super) fn body_added(&mut self, e: &BodyAdded, act: Act<'_>) {
        let body = Body {
            key: e.body,
            id: e.id.clone(),
            kind: e.kind,
            name: e.name.clone(),
            place: e.place.clone(),
            edits: Edits::new(act.id),
            newer: false,
        };
        self.bodies.insert(e.body, body);
    }

    pub(super) fn body_changed(&mut self, e: &BodyChanged, act: Act<'_>) -> Option<()> {
        let body = self.bodies.get_mut(&e.body)?;
        body.edit(act.id, &e.known, &e.change);
        Some(())
    }

    pub(super) fn person_added(&mut self, e: &PersonAdded, act: Act<'_>) -> Option<()> {
        let person = Person {
            key: e.person,
            id: e.id.clone(),
            name: e.name.clone(),
            body: e.body,
            role: e.role.clone(),
            phone: e.phone.clone(),
            place: e.place.clone(),
            voting: e.voting,
            until: e.until,
            edits: Edits::new(act.id),
            newer: false,
        };
        self.people.insert(e.person, person);
        self.bodies.contains_key(&e.body).then_some(())
    }

    pub(super) fn person_changed(&mut self, e: &PersonChanged, act: Act<'_>) -> Option<()> {
        let person = self.people.get_mut(&e.person)?;
        person.edit(act.id, &e.known, &e.change);
        Some(())
    }
}
