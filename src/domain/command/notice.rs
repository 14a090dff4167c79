//! Asking for public notices and objections.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::code::NoticeKind;

/// Posts a public notice 公示.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PostNotice {
    /// The matter, the meeting, or the vote whose result it tells.
    #[schemars(extend("x-names" = ["matter", "meeting", "vote"]))]
    pub about: String,
    /// What it announces.
    pub kind: NoticeKind,
    /// Where it hangs.
    #[serde(rename = "where", default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How many days it hangs, 1 to 365.
    pub days: u32,
}

/// Records an objection 异议.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectToNotice {
    /// The notice.
    #[schemars(extend("x-names" = ["notice"]))]
    pub notice: String,
    /// Who objects.
    pub by: String,
    /// The objection.
    pub text: String,
}

/// Answers an objection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerObjection {
    /// The objection.
    #[schemars(extend("x-names" = ["objection"]))]
    pub objection: String,
    /// The answer.
    pub text: String,
}
