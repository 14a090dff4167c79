//! Facts about work 承办任务: given, taken, reported, ended, accepted.

use serde::{Deserialize, Serialize};

use crate::domain::code::{Ending, Warning};
use crate::domain::id::{BodyRef, MatterRef, MeetingRef, PersonRef, Ref, TaskRef};
use crate::domain::time::Due;

/// Work was given to somebody 派单.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskAssigned {
    /// The task.
    pub task: TaskRef,
    /// Its number, `2026-A-T001`.
    pub id: String,
    /// Its matter.
    pub matter: MatterRef,
    /// The meeting that gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingRef>,
    /// The item it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// Who answers for it.
    pub lead: Lead,
    /// What is to be done.
    pub text: String,
    /// When it must be done by.
    pub due: Due,
    /// Who helps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helpers: Vec<Lead>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// The lead took the task 签收.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskReceived {
    /// The task.
    pub task: TaskRef,
    /// Its matter.
    pub matter: MatterRef,
}

/// The lead gave the task back 退单.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskReturned {
    /// The task.
    pub task: TaskRef,
    /// Its matter.
    pub matter: MatterRef,
    /// Why.
    pub reason: String,
}

/// Progress was reported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProgressReported {
    /// The task.
    pub task: TaskRef,
    /// Its matter.
    pub matter: MatterRef,
    /// The report.
    pub text: String,
    /// How much is done, 0 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// What it waits for; empty: nothing any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<String>,
}

/// The deadline of a task was moved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskExtended {
    /// The task.
    pub task: TaskRef,
    /// Its matter.
    pub matter: MatterRef,
    /// The old deadline.
    pub from: Due,
    /// The new deadline.
    pub due: Due,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approved_by: String,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// A task was finished 办结.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskFinished {
    /// The task.
    pub task: TaskRef,
    /// Its matter.
    pub matter: MatterRef,
    /// How it ended.
    pub ending: Ending,
    /// What was done.
    pub text: String,
    /// Files that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// Finished work was accepted 验收.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskAccepted {
    /// The task.
    pub task: TaskRef,
    /// Its matter.
    pub matter: MatterRef,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Who answers for work: a body or one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lead {
    /// A body.
    Body(BodyRef),
    /// A person.
    Person(PersonRef),
}

impl From<Lead> for Ref {
    fn from(lead: Lead) -> Ref {
        match lead {
            Lead::Body(body) => body.0,
            Lead::Person(person) => person.0,
        }
    }
}

/// A file copied into the council's folder under its digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The name it had.
    pub name: String,
    /// SHA-256 of its bytes, in hex; its place is `attachments/ab/<sha256>`.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
}
