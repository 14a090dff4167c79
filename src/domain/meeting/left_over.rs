//! What the last meeting of a series left for the next one. A proposal: nothing is placed by itself.

use super::{Meeting, MeetingState};
use crate::domain::code::DecisionKind;
use crate::domain::id::{MatterRef, MeetingRef};
use crate::domain::register::Register;

/// An item that an earlier meeting did not finish.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOver {
    /// The meeting that left it.
    pub from: MeetingRef,
    /// Its matter, which waits for an agenda.
    pub matter: Option<MatterRef>,
    /// Or a free topic.
    pub topic: Option<String>,
    /// The minutes it was planned for.
    pub minutes: Option<u32>,
    /// The kind of decision asked for.
    pub decision: Option<DecisionKind>,
}

/// What the last meeting before this one left over, in the order of its agenda: that of its series, or of its kind where
/// it belongs to none. What is on this agenda already, and what went another way meanwhile, is left out.
#[must_use]
pub fn left_over(register: &Register, meeting: &Meeting) -> Vec<LeftOver> {
    let Some(last) = last_before(register, meeting) else { return Vec::new() };
    let waits = |matter: MatterRef| register.matter(matter).is_some_and(|matter| matter.standing.wants_agenda());
    let placed = |topic: &str| meeting.items().any(|item| item.topic.as_deref() == Some(topic));
    last.unfinished()
        .filter(|item| match (item.matter, item.topic.as_deref()) {
            (Some(matter), _) => waits(matter),
            (None, Some(topic)) => !placed(topic),
            (None, None) => false,
        })
        .map(|item| LeftOver {
            from: last.key,
            matter: item.matter,
            topic: item.topic.clone().filter(|_| item.matter.is_none()),
            minutes: item.minutes,
            decision: item.decision,
        })
        .collect()
}

/// The last meeting before this one that was held to its end: of its series, or of its kind where it belongs to none.
#[must_use]
pub fn last_before<'a>(register: &'a Register, meeting: &Meeting) -> Option<&'a Meeting> {
    let over = |other: &&Meeting| matches!(other.state, MeetingState::Adjourned | MeetingState::Sealed);
    let before = |other: &&Meeting| other.key != meeting.key && other.at <= meeting.at && other.is_akin(meeting);
    register.meetings().filter(over).filter(before).max_by_key(|other| (other.at, other.key))
}

impl Meeting {
    /// Whether both belong to one series, or to none and are of one kind.
    #[must_use]
    pub fn is_akin(&self, other: &Self) -> bool {
        match (&self.series, &other.series) {
            (None, None) => self.kind == other.kind,
            (one, another) => one == another,
        }
    }
}
