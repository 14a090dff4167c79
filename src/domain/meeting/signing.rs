//! How the minutes of a meeting become final: words changed or struck, bodies that confirm or object, corrections beside
//! what was sealed.

use super::{Meeting, MeetingState};
use crate::domain::entry::Instant;
use crate::domain::id::{BodyRef, NoteRef, PersonRef};
use crate::domain::register::Register;
use crate::domain::rule_set::MeetingRule;
use crate::domain::time::day_of;

/// A body's confirmation of the minutes.
#[derive(Debug, Clone, PartialEq)]
pub struct Confirmation {
    /// The body.
    pub body: BodyRef,
    /// Who confirmed for it.
    pub by: String,
    /// When.
    pub at: Instant,
    /// What it holds against them all the same.
    pub reservation: Option<String>,
    /// Whether words were changed since: it was given for other words.
    pub outdated: bool,
}

/// A body's objection to the minutes.
#[derive(Debug, Clone, PartialEq)]
pub struct MinutesObjection {
    /// The body.
    pub body: BodyRef,
    /// Who objected for it.
    pub by: String,
    /// When.
    pub at: Instant,
    /// To what, and why.
    pub text: String,
}

/// A correction added to the minutes of a meeting that was over.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// When.
    pub at: Instant,
    /// Who added it.
    pub by: String,
    /// The entry that it corrects.
    pub note: Option<NoteRef>,
    /// What is right.
    pub text: String,
}

/// A change of the words of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Reworded {
    /// When.
    pub at: Instant,
    /// Who changed them.
    pub by: String,
    /// The words until then.
    pub was: String,
}

/// How an entry was struck.
#[derive(Debug, Clone, PartialEq)]
pub struct Struck {
    /// When.
    pub at: Instant,
    /// Who struck it.
    pub by: String,
    /// Why.
    pub reason: Option<String>,
}

/// A body that is asked to confirm the minutes, and what it said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Signature<'a> {
    /// The body.
    pub body: BodyRef,
    /// Whether the kind of meeting requires it.
    pub required: bool,
    /// Its confirmation, unless words were changed since.
    pub confirmed: Option<&'a Confirmation>,
    /// Its confirmation of words that were changed since.
    pub outdated: Option<&'a Confirmation>,
    /// What it objected last, unless it has confirmed them.
    pub objection: Option<&'a MinutesObjection>,
}

impl Signature<'_> {
    /// Whether it is still to be asked.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.confirmed.is_none()
    }
}

impl Meeting {
    /// The bodies that are asked to confirm the minutes: those that the kind of meeting requires, then whoever else said
    /// something about them. Of a required kind, every body that somebody spoke for, else that is invited, else that there
    /// is.
    #[must_use]
    pub fn signatures(&self, register: &Register, rule: &MeetingRule) -> Vec<Signature<'_>> {
        let there: Vec<PersonRef> = self.attendance().iter().map(|mark| mark.person).collect();
        let mut asked: Vec<(BodyRef, bool)> = Vec::new();
        for kind in &rule.required {
            let of_kind: Vec<BodyRef> =
                register.bodies().filter(|body| body.kind == *kind).map(|body| body.key).collect();
            let spoken_for = |people: &[PersonRef]| -> Vec<BodyRef> {
                let speaks = |body: &BodyRef| {
                    people.iter().any(|person| register.person(*person).is_some_and(|person| person.body == *body))
                };
                of_kind.iter().copied().filter(speaks).collect()
            };
            let bodies = [spoken_for(&there), spoken_for(&self.invite), of_kind.clone()];
            let bodies = bodies.into_iter().find(|bodies| !bodies.is_empty()).unwrap_or_default();
            asked.extend(bodies.into_iter().map(|body| (body, true)));
        }
        let others = self.confirmed.iter().map(|said| said.body).chain(self.objections.iter().map(|said| said.body));
        for body in others {
            if asked.iter().all(|(known, _)| *known != body) {
                asked.push((body, false));
            }
        }
        asked.into_iter().map(|(body, required)| self.signature(body, required)).collect()
    }

    fn signature(&self, body: BodyRef, required: bool) -> Signature<'_> {
        let said = self.confirmed.iter().find(|said| said.body == body);
        let confirmed = said.filter(|said| !said.outdated);
        let objection = self.objections.iter().rfind(|said| said.body == body);
        Signature {
            body,
            required,
            confirmed,
            outdated: said.filter(|said| said.outdated),
            objection: objection.filter(|_| confirmed.is_none()),
        }
    }

    /// Who may speak for a body about the minutes: who was there, then who was invited, then whoever serves it still.
    #[must_use]
    pub fn speakers_for(&self, register: &Register, body: BodyRef) -> Vec<PersonRef> {
        let there = self.attendance().into_iter().filter(|mark| mark.state.is_in_person()).map(|mark| mark.person);
        let day = day_of(self.at);
        let roster = register.people().filter(|person| person.serves_on(day)).map(|person| person.key);
        let mut speakers: Vec<PersonRef> = Vec::new();
        for person in there.chain(self.invite.iter().copied()).chain(roster) {
            let of_body = register.person(person).is_some_and(|person| person.body == body);
            if of_body && !speakers.contains(&person) {
                speakers.push(person);
            }
        }
        speakers
    }

    /// Words of the minutes have changed: what was confirmed until now was confirmed for other words. What is added to
    /// sealed minutes changes none.
    pub(in crate::domain) fn outdate(&mut self) {
        if self.state != MeetingState::Sealed {
            for said in &mut self.confirmed {
                said.outdated = true;
            }
        }
    }
}
