//! Asking for steps of a matter.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::code::{
    Channel, DecisionKind, Depth, Ending, Flag, Level, Means, Nature, Priority, Route, Satisfaction, Solved,
};
use crate::domain::time::Due;

/// Raises a matter 提事.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RaiseMatter {
    /// What it is, in a line.
    pub title: String,
    /// How it came.
    pub channel: Channel,
    /// Who raised it; left out: anonymous.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raised_by: Option<String>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Category code, `PK` or `PK01`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["category"]))]
    pub category: Option<String>,
    /// What kind of word it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// The account in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// How many households it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    /// What it touches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
    /// The level it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// How pressing it is; ordinary if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
}

/// Changes fields of a matter; an empty text clears a field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeMatter {
    /// The matter.
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: String,
    /// What it is, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Who raised it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raised_by: Option<String>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Category code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["category"]))]
    pub category: Option<String>,
    /// What kind of word it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// The account in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// How many households it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    /// What it touches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flags: Option<Vec<Flag>>,
    /// The level it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// How pressing it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// When it must be done by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "due"))]
    pub due: Option<Due>,
    /// Who can settle it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionKind>,
    /// The route of handling, until work begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<Route>,
    /// The depth of deliberation, until work begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depth: Option<Depth>,
}

/// Screens a matter and accepts it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptMatter {
    /// The matter.
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: String,
    /// The route of handling.
    pub route: Route,
    /// The depth of deliberation; quick for immediate and fast routes, else in depth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depth: Option<Depth>,
    /// Who can settle it; consultation if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionKind>,
    /// When it must be done by; reckoned from the route if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "due"))]
    pub due: Option<Due>,
}

/// Declines a matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineMatter {
    /// The matter.
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: String,
    /// Why.
    pub reason: String,
    /// Where to go instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refer_to: Option<String>,
}

/// Merges a matter into another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeMatter {
    /// The matter that ends.
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: String,
    /// The matter that goes on.
    #[schemars(extend("x-names" = ["matter"]))]
    pub into: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Raises a matter a level 上报.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RaiseLevel {
    /// The matter.
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: String,
    /// The higher level.
    pub level: Level,
    /// Why.
    pub reason: String,
}

/// Records that the raiser was given an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TellRaiser {
    /// The matter.
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: String,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<Means>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Answers a matter without a task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerMatter {
    /// The matter.
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: String,
    /// How it ended.
    pub ending: Ending,
    /// The answer.
    pub text: String,
}

/// Records that the raiser was asked what became of it 回访.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// The matter.
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: String,
    /// Whether anybody was reached.
    pub reached: bool,
    /// Solved, in the raiser's word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solved: Option<Solved>,
    /// The raiser's satisfaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfaction: Option<Satisfaction>,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<Means>,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Closes a matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseMatter {
    /// The matter.
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: String,
    /// Why; required where no good follow-up speaks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Opens a matter again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopenMatter {
    /// The matter.
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
