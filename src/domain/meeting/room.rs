//! The room at a moment: which bodies are there, and whether enough people are; and when that changed. The rules warn
//! from here and the screens show from here, so that both say the same.

use super::{Mark, Meeting};
use crate::domain::code::{Attendance, BodyKind};
use crate::domain::entry::Instant;
use crate::domain::id::PersonRef;
use crate::domain::register::Register;
use crate::domain::time::day_of;

/// The room at a moment, against what the kind of meeting requires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Who takes part, in the order of the sign-in.
    pub there: Vec<PersonRef>,
    /// The bodies: the required ones first, then all others that are expected or there.
    pub bodies: Vec<Seats>,
    /// How many are expected: those invited.
    pub expected: u32,
    /// How many of those expected take part.
    pub present: u32,
    /// How many of those expected are needed; none: no quorum is asked for.
    pub needed: Option<u32>,
}

/// A body in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seats {
    /// What kind of body.
    pub kind: BodyKind,
    /// Whether the kind of meeting requires it.
    pub required: bool,
    /// How many of its people are expected.
    pub expected: u32,
    /// How many of its people take part, expected or not.
    pub there: u32,
}

/// What can be there or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// The quorum.
    Quorum,
    /// A required body.
    Body(BodyKind),
}

/// A moment at which something was gained or lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turned {
    /// When.
    pub at: Instant,
    /// What.
    pub what: Whole,
    /// Whether it was gained, else lost.
    pub gained: bool,
    /// How many then took part of those expected.
    pub present: u32,
    /// How many were needed, where a quorum is asked for.
    pub needed: Option<u32>,
    /// Whose mark brought it about; none: the meeting opened, or everybody went home.
    pub because: Option<(PersonRef, Attendance)>,
}

impl Room {
    /// The room as it stands after all that was marked.
    #[must_use]
    pub fn now(register: &Register, meeting: &Meeting, now: Instant) -> Self {
        Self::of(register, meeting, meeting.taking_part().collect(), now)
    }

    /// The room as it was at a moment.
    #[must_use]
    pub fn at(register: &Register, meeting: &Meeting, at: Instant) -> Self {
        Self::of(register, meeting, meeting.taking_part_at(at).collect(), at)
    }

    fn of(register: &Register, meeting: &Meeting, there: Vec<PersonRef>, at: Instant) -> Self {
        let rule = register.rules().meeting(meeting.kind);
        let seats = |kind: &BodyKind| Seats { kind: *kind, required: true, expected: 0, there: 0 };
        let mut bodies: Vec<Seats> = rule.required.iter().map(seats).collect();
        // Whose term has ended speaks for none.
        let kind_of = |person: &PersonRef| {
            let person = register.person(*person).filter(|person| person.serves_on(day_of(at)))?;
            Some(register.body(person.body)?.kind)
        };
        let mut count = |people: &[PersonRef], add: fn(&mut Seats)| {
            for kind in people.iter().filter_map(kind_of) {
                if let Some(seats) = bodies.iter_mut().find(|seats| seats.kind == kind) {
                    add(seats);
                } else {
                    let mut seats = Seats { kind, required: false, expected: 0, there: 0 };
                    add(&mut seats);
                    bodies.push(seats);
                }
            }
        };
        count(&meeting.invite, |seats| seats.expected += 1);
        count(&there, |seats| seats.there += 1);
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let expected = number(meeting.invite.len());
        let present = number(meeting.invite.iter().filter(|person| there.contains(person)).count());
        Self { there, bodies, expected, present, needed: rule.quorum.map(|quorum| quorum.needs(expected)) }
    }

    /// Whether enough people are there; none: no quorum is asked for.
    #[must_use]
    pub fn has_quorum(&self) -> Option<bool> {
        self.needed.map(|needed| self.present >= needed)
    }

    /// The required bodies that nobody there speaks for.
    pub fn missing(&self) -> impl Iterator<Item = BodyKind> {
        self.bodies.iter().filter(|seats| seats.required && seats.there == 0).map(|seats| seats.kind)
    }

    fn holds(&self, what: Whole) -> bool {
        match what {
            Whole::Quorum => self.has_quorum() == Some(true),
            Whole::Body(kind) => self.bodies.iter().any(|seats| seats.kind == kind && seats.there > 0),
        }
    }
}

impl Meeting {
    /// When the quorum and each required body were gained and lost, from the opening to the end, and by whose coming or
    /// going.
    #[must_use]
    pub fn turned(&self, register: &Register) -> Vec<Turned> {
        let Some(opened) = self.opened_at else { return Vec::new() };
        let rule = register.rules().meeting(self.kind);
        let wholes: Vec<Whole> = rule
            .quorum
            .iter()
            .map(|_| Whole::Quorum)
            .chain(rule.required.iter().map(|kind| Whole::Body(*kind)))
            .collect();
        let mut moments: Vec<Instant> = self.marks.iter().map(|mark| mark.at).collect();
        moments.extend(self.course.iter().map(|step| step.at));
        moments.retain(|at| *at > opened && self.adjourned_at.is_none_or(|end| *at <= end));
        moments.push(opened);
        moments.sort();
        moments.dedup();
        let mut held = vec![false; wholes.len()];
        let mut turned = Vec::new();
        for at in moments {
            let room = Room::at(register, self, at);
            let made = || self.marks.iter().rev().filter(move |mark| mark.at == at && at > opened);
            for (held, what) in held.iter_mut().zip(&wholes) {
                let holds = room.holds(*what);
                if holds != *held {
                    *held = holds;
                    // Of several marks of one moment, the last of the body itself.
                    let of_body = |mark: &&Mark| matches!(what, Whole::Body(kind) if kind_of(register, mark.person) == Some(*kind));
                    let mark = made().find(of_body).or_else(|| made().next());
                    turned.push(Turned {
                        at,
                        what: *what,
                        gained: holds,
                        present: room.present,
                        needed: room.needed,
                        because: mark.map(|mark| (mark.person, mark.state)),
                    });
                }
            }
        }
        turned
    }
}

fn kind_of(register: &Register, person: PersonRef) -> Option<BodyKind> {
    Some(register.body(register.person(person)?.body)?.kind)
}
