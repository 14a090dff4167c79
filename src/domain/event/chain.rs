//! Facts about the chain of steps 议事链 that a matter follows.

use serde::{Deserialize, Serialize};

use crate::domain::chain::{Chain, Hands};
use crate::domain::id::{MatterRef, VoteRef};
use crate::domain::vote::{Verdict, VoteRule};

/// A matter began a chain of steps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChainStarted {
    /// The matter.
    pub matter: MatterRef,
    /// The chain, whole: what has begun by it goes on by it.
    pub chain: Box<Chain>,
    /// The rules its steps are counted by, whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<VoteRule>,
}

/// A step of a chain was taken, or did not pass. A publication is no such fact: its notice is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepTaken {
    /// The matter.
    pub matter: MatterRef,
    /// The step's code name.
    pub step: String,
    /// How many were for and against, of how many, where that was counted outside a meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hands: Option<Hands>,
    /// The vote in a meeting that decided it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<VoteRef>,
    /// What the count came to under the step's rule; none where nothing is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// The number it was filed under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}
