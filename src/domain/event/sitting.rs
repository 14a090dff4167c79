//! Facts about the course of a meeting: the order of its agenda, breaks, the floor, and the hand on the minutes.

use serde::{Deserialize, Serialize};

use crate::domain::code::{DecisionKind, Stance, Warning};
use crate::domain::edits::Known;
use crate::domain::entry::Instant;
use crate::domain::id::{MatterRef, MeetingRef, NoteRef, PersonRef};

/// One field of an item was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemChanged {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item.
    pub item: u32,
    /// Its matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// What it replaces.
    #[serde(flatten)]
    pub known: Known,
    /// The field and its new value.
    #[serde(flatten)]
    pub change: ItemField,
}

/// The agenda was put into an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgendaOrdered {
    /// The meeting.
    pub meeting: MeetingRef,
    /// Every item that was then on the agenda.
    pub order: Vec<Place>,
}

/// A place in the order of an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The item.
    pub item: u32,
    /// The item it stands under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<u32>,
}

/// A meeting was interrupted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeetingPaused {
    /// The meeting.
    pub meeting: MeetingRef,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it is to go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
}

/// A meeting went on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeetingResumed {
    /// The meeting.
    pub meeting: MeetingRef,
}

/// An item was set aside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemSetAside {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item.
    pub item: u32,
    /// Its matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
}

/// Somebody asked for the floor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandRaised {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The person.
    pub person: PersonRef,
    /// To speak for or against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
}

/// Somebody no longer asked for the floor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandLowered {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The person.
    pub person: PersonRef,
}

/// The chair gave somebody the floor; whoever had it had ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FloorGiven {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item then under discussion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// The person.
    pub person: PersonRef,
    /// To speak for or against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// Whether for a point of order, which is no turn.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub point_of_order: bool,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// Whoever had the floor had ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TurnEnded {
    /// The meeting.
    pub meeting: MeetingRef,
    /// Who had the floor.
    pub person: PersonRef,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// Somebody raised a point of order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderCalled {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The person.
    pub person: PersonRef,
}

/// An entry of the minutes was struck.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NoteStruck {
    /// The entry.
    pub note: NoteRef,
    /// The meeting.
    pub meeting: MeetingRef,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A correction was added to the minutes of a meeting that was over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MinutesCorrected {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The entry that is corrected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteRef>,
    /// What is right.
    pub text: String,
}

/// A field of an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "field", content = "to", rename_all = "snake_case")]
pub enum ItemField {
    /// Planned minutes.
    Minutes(Option<u32>),
    /// The words of a free topic.
    Topic(String),
    /// The kind of decision asked for.
    Decision(DecisionKind),
}
