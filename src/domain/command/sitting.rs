//! Asking for the course of a meeting: the order of its agenda, breaks, the floor, and the hand on the minutes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::code::{DecisionKind, Stance};
use crate::domain::entry::Instant;

/// Places several things on an agenda in one act. What the last meeting of the series left over comes first, in the order
/// it had there and with the minutes it was planned for; then the other matters, then the other topics.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FillAgenda {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// Matters that wait for an agenda.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-names" = ["matter"]))]
    pub matters: Vec<String>,
    /// Free topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// Also everything that the last meeting of the series, or of the kind where there is none, left over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left_over: bool,
    /// Planned minutes for each that brings none along, 1 to 600.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
}

/// Changes who is expected at a meeting; whoever is not named stays as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Invite {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// Who is invited too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-names" = ["person"]))]
    pub people: Vec<String>,
    /// Bodies of which everybody is invited who speaks for them on that day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-names" = ["body"]))]
    pub bodies: Vec<String>,
    /// Also whoever came to the last meeting of the series, or of the kind where there is none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub as_last: bool,
    /// Who is no longer invited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-names" = ["person"]))]
    pub without: Vec<String>,
}

/// Changes an item of an agenda; an empty text clears a field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeItem {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The item.
    pub item: u32,
    /// Planned minutes, 1 to 600; 0 clears them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// The words of a free topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// The kind of decision asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionKind>,
}

/// Puts the whole agenda into an order; the numbers of the items stay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderAgenda {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// Every item on the agenda, once.
    pub order: Vec<Placed>,
}

/// A place in the order of an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Placed {
    /// The item.
    pub item: u32,
    /// The item it belongs under, which itself stands under none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<u32>,
}

/// Interrupts a meeting, for some minutes or until another day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PauseMeeting {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it is to go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub until: Option<Instant>,
}

/// Goes on with an interrupted meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResumeMeeting {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
}

/// Sets an item aside: it stays open, to be taken up again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The item.
    pub item: u32,
}

/// Somebody asks for the floor 举手.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RaiseHand {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The person.
    #[schemars(extend("x-names" = ["person"]))]
    pub person: String,
    /// To speak for or against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
}

/// Somebody no longer asks for the floor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LowerHand {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The person.
    #[schemars(extend("x-names" = ["person"]))]
    pub person: String,
}

/// The chair gives the floor; whoever had it has ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveFloor {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The person.
    #[schemars(extend("x-names" = ["person"]))]
    pub person: String,
    /// To speak for or against; as the hand said, if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
}

/// Whoever has the floor has ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndTurn {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
}

/// Somebody raises a point of order 秩序问题: it comes before every other hand and is no turn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointOfOrder {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The person.
    #[schemars(extend("x-names" = ["person"]))]
    pub person: String,
}

/// Strikes an entry of the minutes; it stays to be seen, struck.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StrikeNote {
    /// The entry.
    #[schemars(extend("x-names" = ["note"]))]
    pub note: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Adds a correction to minutes of a meeting that is over, sealed or not; it stands beside them, with who and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectMinutes {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The entry that is corrected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["note"]))]
    pub note: Option<String>,
    /// What is right.
    pub text: String,
}
