//! Asking for steps of a vote in a meeting.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ballot::{Choice, Owners};
use crate::domain::entry::Instant;
use crate::domain::poll::BallotForm;
use crate::domain::time::Due;
use crate::domain::unit::UnitUse;

/// Opens a vote on an item; who is there now is its base.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenVote {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The item.
    pub item: u32,
    /// The rule it is counted by, `council/majority_present`.
    pub rule: String,
    /// What is asked.
    pub question: String,
    /// What is chosen among, such as candidates; for or against if left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// How many options each may choose; as many as there are seats if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choices: Option<u32>,
    /// How many options are chosen in the end; 1 if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// How many members, or expected, there are; those invited and there who have a vote if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// All owners, for a vote of theirs; the register of units and owners tells if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub all: Option<Owners>,
    /// Which buildings or stairwells it concerns; all if not said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<Scope>,
    /// Which uses count; homes and shops if not said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<UnitUse>,
    /// The vote whose tie this one decides: its options are those that tied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["vote"]))]
    pub run_off_of: Option<String>,
    /// Until when ballots are taken: the end of a day, or an instant; until it is closed if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Due>,
    /// Whether the ballots are secret; they are not if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<bool>,
    /// Who counts 计票人; with a scrutineer, and neither of them a candidate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["person"]))]
    pub teller: Option<String>,
    /// Who watches the counting 监票人; somebody else than the teller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["person"]))]
    pub scrutineer: Option<String>,
    /// What the printed ballot lets one choose; for, against and abstain if not said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Choice>,
}

/// A building, or one stairwell of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// The building.
    pub building: String,
    /// The stairwell; the whole building if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stairwell: Option<String>,
}

/// So many heads, or heads with their area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Amount {
    /// Heads alone.
    Heads(u32),
    /// Owners' heads and area.
    Both(Owners),
}

/// Puts votes into the vote that is open: counted together, one person's, or counted for each option.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CastVotes {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// How many are for.
    #[serde(default, rename = "for", skip_serializing_if = "Option::is_none")]
    pub approve: Option<Amount>,
    /// How many are against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Amount>,
    /// How many abstain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstain: Option<Amount>,
    /// How many ballots are void; none if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub void: Option<Amount>,
    /// Or one person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["person"]))]
    pub person: Option<String>,
    /// Or a unit, in an owners' vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["unit"]))]
    pub unit: Option<String>,
    /// How that person votes, or the owner of that unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Choice>,
    /// The number printed on the ballot of that unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballot: Option<String>,
    /// How that ballot came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<BallotForm>,
    /// Who votes for the owner of that unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<String>,
    /// Or votes for each option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<BTreeMap<String, u32>>,
    /// When they were handed in; now if not said. What was handed in before the end may be entered after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub received: Option<Instant>,
}

/// Closes the vote that is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseVote {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// Why it is closed before its end; an owners' vote asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Puts off the end of the vote that is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtendVote {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// Until when ballots are taken from now on: the end of a day, or an instant.
    pub until: Due,
    /// Why.
    pub reason: String,
}

/// Corrects what was counted after the vote has closed; what it was stays on record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectVote {
    /// The vote.
    #[schemars(extend("x-names" = ["vote"]))]
    pub vote: String,
    /// How many are for.
    #[serde(default, rename = "for", skip_serializing_if = "Option::is_none")]
    pub approve: Option<Amount>,
    /// How many are against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Amount>,
    /// How many abstain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstain: Option<Amount>,
    /// How many ballots are void; none if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub void: Option<Amount>,
    /// Or one person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["person"]))]
    pub person: Option<String>,
    /// Or a unit, in an owners' vote; its owner's other units say the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["unit"]))]
    pub unit: Option<String>,
    /// How that person voted, or the owner of that unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Choice>,
    /// Or votes for each option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<BTreeMap<String, u32>>,
    /// Why.
    pub reason: String,
}
