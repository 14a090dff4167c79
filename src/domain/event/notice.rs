//! Facts about public notices 公示 and objections 异议.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::calendar::LastDay;
use crate::domain::code::{NoticeKind, Warning};
use crate::domain::id::{MatterRef, MeetingRef, NoticeRef, ObjectionRef, VoteRef};

/// A public notice was posted 公示.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NoticePosted {
    /// The notice.
    pub notice: NoticeRef,
    /// Its number, `2026-A-N001`.
    pub id: String,
    /// What it is about.
    pub about: About,
    /// What it announces.
    pub kind: NoticeKind,
    /// Where it hangs.
    #[serde(rename = "where", default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The day of posting, which is not counted (Civil Code art. 201).
    pub from: NaiveDate,
    /// The last day (Civil Code art. 203).
    pub until: NaiveDate,
    /// Years whose holidays were not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing_years: Vec<i32>,
    /// The vote whose result it tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<VoteRef>,
    /// The step of the matter's chain that it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// Until when an owner can ask a court to strike down what it tells, counted from the posting (Civil Code art. 280).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge_until: Option<LastDay>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// Somebody objected to a notice 异议.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ObjectionMade {
    /// The objection.
    pub objection: ObjectionRef,
    /// Its number, `2026-A-O001`.
    pub id: String,
    /// The notice.
    pub notice: NoticeRef,
    /// Who objects.
    pub by: String,
    /// The objection.
    pub text: String,
    /// Until when it is to be answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<LastDay>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// An objection was answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ObjectionAnswered {
    /// The objection.
    pub objection: ObjectionRef,
    /// The notice.
    pub notice: NoticeRef,
    /// The answer.
    pub text: String,
}

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A matter.
    Matter(MatterRef),
    /// A meeting.
    Meeting(MeetingRef),
}
