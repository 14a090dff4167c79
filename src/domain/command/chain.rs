//! Asking for steps of a chain 议事链 that a matter follows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lets a matter follow a chain of steps, one that ships or one of the community's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StartChain {
    /// The matter.
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: String,
    /// The chain by its code name, `four-two`.
    pub chain: String,
}

/// Takes the next step of a matter's chain: a body has said yes, or it was filed. A step that is made public is taken by
/// posting its notice.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeStep {
    /// The matter.
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: String,
    /// The step by its code name; the next one if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// The vote in a meeting that decided it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["vote"]))]
    pub vote: Option<String>,
    /// Or how many members, or expected, there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// How many of them are there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// How many are for.
    #[serde(default, rename = "for", skip_serializing_if = "Option::is_none")]
    pub approve: Option<u32>,
    /// How many are against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<u32>,
    /// How many abstain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstain: Option<u32>,
    /// The number it was filed under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}
