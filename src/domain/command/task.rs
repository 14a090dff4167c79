//! Asking for steps of work.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::code::Ending;
use crate::domain::time::Due;

/// Gives work to somebody 派单.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignTask {
    /// The matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: Option<String>,
    /// Or a meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: Option<String>,
    /// And its item; a free topic becomes a matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// Who answers for it: a body or a person.
    #[schemars(extend("x-names" = ["body", "person"]))]
    pub lead: String,
    /// What is to be done.
    pub text: String,
    /// When it must be done by.
    #[schemars(extend("format" = "due"))]
    pub due: Due,
    /// Who helps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-names" = ["body", "person"]))]
    pub helpers: Vec<String>,
}

/// The lead takes the task 签收.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiveTask {
    /// The task.
    #[schemars(extend("x-names" = ["task"]))]
    pub task: String,
}

/// The lead gives the task back 退单.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnTask {
    /// The task.
    #[schemars(extend("x-names" = ["task"]))]
    pub task: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Reports progress.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportProgress {
    /// The task.
    #[schemars(extend("x-names" = ["task"]))]
    pub task: String,
    /// The report.
    pub text: String,
    /// How much is done, 0 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// What it waits for; empty clears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<String>,
}

/// Moves a deadline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtendTask {
    /// The task.
    #[schemars(extend("x-names" = ["task"]))]
    pub task: String,
    /// The new deadline.
    #[schemars(extend("format" = "due"))]
    pub due: Due,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approved_by: String,
}

/// Finishes a task 办结.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FinishTask {
    /// The task.
    #[schemars(extend("x-names" = ["task"]))]
    pub task: String,
    /// How it ended.
    pub ending: Ending,
    /// What was done.
    pub text: String,
    /// Paths of files that show it; they are copied into the council's folder.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
}

/// Accepts finished work 验收.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptTask {
    /// The task.
    #[schemars(extend("x-names" = ["task"]))]
    pub task: String,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
