//! Whom or what a warning is about: the rules record that something was worth saying, and this says of whom. Must not know
//! how it is said.

use super::Register;
use crate::domain::code::{BodyKind, Warning};
use crate::domain::entry::Instant;
use crate::domain::event::Event;
use crate::domain::id::{MeetingRef, TaskRef};
use crate::domain::matter::Matter;
use crate::domain::meeting::{Meeting, Room, missing_bodies};
use crate::domain::task::{Task, TaskState};
use crate::domain::time::day_of;

/// Something that a warning is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// A kind of body.
    Body(BodyKind),
    /// A task.
    Task(TaskRef),
    /// So many people are there, and so many must be.
    People {
        /// How many are there.
        present: u32,
        /// How many must be.
        needed: u32,
    },
}

impl Register {
    /// What a warning of this fact is about, where it is about something that can be named. `at` is when the fact became
    /// known, or now for one that is only being thought about. The roster is taken as it is.
    #[must_use]
    pub fn concerns(&self, event: &Event, warning: Warning, at: Instant) -> Vec<Concern> {
        match (event, warning) {
            (Event::MeetingConvened(e), Warning::BodyNotInvited) => {
                let required = self.rules().meeting(e.kind).required;
                bodies(missing_bodies(self, &required, e.invite.iter().copied(), day_of(e.at)))
            }
            (Event::Resolved(e), warning) => self
                .meeting(e.meeting)
                .map(|meeting| self.at_a_decision(meeting, e.item, warning, at))
                .unwrap_or_default(),
            (Event::VoteOpened(e), Warning::QuorumMissing) => self.quorum(e.meeting, at).into_iter().collect(),
            (Event::MinutesSealed(e), Warning::NotConfirmed) => {
                let unconfirmed = |meeting: &Meeting| meeting.unconfirmed(self, &self.rules().meeting(meeting.kind));
                bodies(self.meeting(e.meeting).map(unconfirmed).unwrap_or_default())
            }
            (Event::MatterClosed(e), Warning::WorkNotAccepted) => {
                let tasks = self.matter(e.matter).into_iter().flat_map(|matter| self.unaccepted(matter));
                tasks.map(|task| Concern::Task(task.key)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Finished work on a matter that nobody has accepted yet.
    pub fn unaccepted(&self, matter: &Matter) -> impl Iterator<Item = &Task> {
        matter.tasks.iter().filter_map(|task| self.task(*task)).filter(|task| task.state == TaskState::Finished)
    }

    fn at_a_decision(&self, meeting: &Meeting, item: u32, warning: Warning, at: Instant) -> Vec<Concern> {
        match warning {
            Warning::BodyAbsent => bodies(Room::at(self, meeting, at).missing().collect()),
            Warning::PositionMissing => bodies(meeting.silent_bodies(self, &self.rules().meeting(meeting.kind), item)),
            Warning::QuorumMissing => self.quorum(meeting.key, at).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn quorum(&self, meeting: MeetingRef, at: Instant) -> Option<Concern> {
        let room = Room::at(self, self.meeting(meeting)?, at);
        Some(Concern::People { present: room.present, needed: room.needed? })
    }
}

fn bodies(kinds: Vec<BodyKind>) -> Vec<Concern> {
    kinds.into_iter().map(Concern::Body).collect()
}
