//! Facts about public notices 公示 and objections 异议.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::code::{NoticeKind, Warning};
use crate::domain::id::{MatterRef, MeetingRef, NoticeRef, ObjectionRef};

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
