//! Facts about a vote 表决 in a meeting: opened, cast, closed, corrected.

use serde::{Deserialize, Serialize};

use crate::domain::ballot::{Cast, Choice, Finding, Options, Owners, Tellers, Voter};
use crate::domain::calendar::LastDay;
use crate::domain::code::Warning;
use crate::domain::entry::Instant;
use crate::domain::id::{MatterRef, MeetingRef, VoteRef};
use crate::domain::poll::Share;
use crate::domain::time::Due;
use crate::domain::vote::VoteRule;

/// A vote was opened; its rule and its base are fixed from here on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VoteOpened {
    /// The vote.
    pub vote: VoteRef,
    /// Its number, `2026-A-V001`.
    pub id: String,
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item.
    pub item: u32,
    /// Its matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// The rule, whole: what is counted today is counted by it for ever.
    pub rule: Box<VoteRule>,
    /// What is asked.
    pub question: String,
    /// What is chosen among; none: for or against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<Options>,
    /// The vote whose tie this one decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run_off_of: Option<VoteRef>,
    /// Who may vote, as they were there when it opened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub base: Vec<Voter>,
    /// How many members, or expected, there are; none where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// All owners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owners: Option<Owners>,
    /// The units that vote, as the register had them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Share>,
    /// Until when ballots are taken; none: until it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Due>,
    /// Whether the ballots are secret.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub secret: bool,
    /// Who counts them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tellers: Option<Tellers>,
    /// What the printed ballot lets one choose; empty: for, against and abstain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Choice>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// Votes were cast, or counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VotesCast {
    /// The vote.
    pub vote: VoteRef,
    /// The meeting.
    pub meeting: MeetingRef,
    /// The matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// What was cast.
    #[serde(flatten)]
    pub cast: Cast,
    /// When it was handed in, if before it was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Instant>,
}

/// The end of a vote was put off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VoteExtended {
    /// The vote.
    pub vote: VoteRef,
    /// The meeting.
    pub meeting: MeetingRef,
    /// The matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// Until when ballots were taken.
    pub from: Due,
    /// Until when they are taken from now on.
    pub until: Due,
    /// Why.
    pub reason: String,
}

/// A vote was closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VoteClosed {
    /// The vote.
    pub vote: VoteRef,
    /// The meeting.
    pub meeting: MeetingRef,
    /// The matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// How it ended.
    #[serde(flatten)]
    pub finding: Finding,
    /// Until when what was decided is to be posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post_by: Option<LastDay>,
    /// Until when an owner can ask a court to strike it down, counted from this day (Civil Code art. 280).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge_until: Option<LastDay>,
    /// Why before its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// What was counted was corrected after the vote had closed; what it was stays on record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VoteCorrected {
    /// The vote.
    pub vote: VoteRef,
    /// The meeting.
    pub meeting: MeetingRef,
    /// The matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// What it should have been: all totals, all counts, or one person's ballot.
    #[serde(flatten)]
    pub cast: Cast,
    /// Why.
    pub reason: String,
    /// How it ends with that.
    #[serde(flatten)]
    pub finding: Finding,
}
