//! What a meeting did not finish, and where it is now: waiting, on the agenda of the next meeting, or settled elsewhere.

use super::{Item, Meeting, MeetingState};
use crate::domain::code::Outcome;
use crate::domain::id::MeetingRef;
use crate::domain::register::Register;

/// Where something is that a meeting did not finish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts {
    /// It waits for an agenda.
    Waits,
    /// It is on the agenda of this later meeting.
    Placed(MeetingRef),
    /// It went another way.
    Gone,
}

impl Meeting {
    /// What it put off or did not come to, in the order of its agenda.
    pub fn unfinished(&self) -> impl Iterator<Item = &Item> {
        let open = |item: &&Item| match &item.resolution {
            None => true,
            Some(resolution) => resolution.outcome == Outcome::Deferred,
        };
        self.outline().into_iter().map(|placed| placed.item).filter(open)
    }

    /// The next meeting of its series that is not called off; of its kind, where it belongs to none.
    #[must_use]
    pub fn next_akin<'a>(&self, register: &'a Register) -> Option<&'a Self> {
        let later = |other: &&Self| other.key != self.key && other.at > self.at && other.is_akin(self);
        let held = |other: &&Self| other.state != MeetingState::Cancelled;
        register.meetings().filter(later).filter(held).min_by_key(|other| (other.at, other.key))
    }

    /// Where something is that this meeting did not finish.
    #[must_use]
    pub fn whereabouts(&self, item: &Item, register: &Register) -> Whereabouts {
        if let Some(matter) = item.matter.and_then(|matter| register.matter(matter)) {
            return match matter.agenda {
                Some(placed) if placed.meeting != self.key => Whereabouts::Placed(placed.meeting),
                _ if matter.standing.wants_agenda() => Whereabouts::Waits,
                _ => Whereabouts::Gone,
            };
        }
        let next = self.next_akin(register);
        let same = |other: &Item| item.topic.is_some() && other.topic == item.topic;
        next.filter(|next| next.items().any(same)).map_or(Whereabouts::Waits, |next| Whereabouts::Placed(next.key))
    }
}
