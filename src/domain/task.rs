//! Work 承办任务 as the facts so far make it.

use super::code::{Ending, codes};
use super::entry::Instant;
use super::event::{Evidence, Lead};
use super::id::{MatterRef, MeetingRef, TaskRef};
use super::time::Due;

codes! {
    /// Where work stands.
    TaskState {
        /// Given, not taken yet 待签收.
        Assigned = "assigned",
        /// Taken 办理中.
        Received = "received",
        /// Given back: it wants a new lead 已退单.
        Returned = "returned",
        /// Finished 已办结.
        Finished = "finished",
        /// Finished and accepted 已验收.
        Accepted = "accepted",
        /// No longer needed: its matter was answered without it.
        Dropped = "dropped",
    }
}

/// A task.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Itself.
    pub key: TaskRef,
    /// Its number.
    pub id: String,
    /// Its matter.
    pub matter: MatterRef,
    /// The meeting that gave it.
    pub meeting: Option<MeetingRef>,
    /// The item of its agenda; the resolution is there.
    pub item: Option<u32>,
    /// Who answers for it.
    pub lead: Lead,
    /// Who helps.
    pub helpers: Vec<Lead>,
    /// What is to be done.
    pub text: String,
    /// When it was given.
    pub assigned_at: Instant,
    /// When it must be done by.
    pub due: Due,
    /// Where it stands.
    pub state: TaskState,
    /// When the lead took it.
    pub received_at: Option<Instant>,
    /// Why it was given back.
    pub returned: Option<String>,
    /// Whether other work was given in its place after it came back.
    pub replaced: bool,
    /// Reports, oldest first.
    pub progress: Vec<Progress>,
    /// What it waits for.
    pub waits_for: Option<String>,
    /// Moved deadlines, oldest first.
    pub extensions: Vec<Extension>,
    /// How it ended.
    pub finish: Option<Finish>,
    /// Who accepted it and when.
    pub accepted: Option<(String, Instant)>,
    /// Whether a newer program has written about it.
    pub newer: bool,
}

/// A report of progress.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// When.
    pub at: Instant,
    /// Who reported.
    pub by: String,
    /// The report.
    pub text: String,
    /// How much is done, 0 to 100.
    pub percent: Option<u8>,
}

/// A deadline that was moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Extension {
    /// When it was moved.
    pub at: Instant,
    /// The old deadline.
    pub from: Due,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approved_by: String,
}

/// How a task ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Finish {
    /// When.
    pub at: Instant,
    /// How.
    pub ending: Ending,
    /// What was done.
    pub text: String,
    /// Files that show it.
    pub evidence: Vec<Evidence>,
}

impl TaskState {
    /// Whether work goes on.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Assigned | Self::Received)
    }

    /// Whether the work was done.
    #[must_use]
    pub fn is_done(self) -> bool {
        matches!(self, Self::Finished | Self::Accepted)
    }
}

impl Task {
    /// Whether its deadline has passed with the work not done.
    #[must_use]
    pub fn is_overdue(&self, now: Instant) -> bool {
        self.state.is_open() && self.due.is_past(now)
    }

    /// Whether it came back and no other work was given in its place.
    #[must_use]
    pub fn wants_new_lead(&self) -> bool {
        self.state == TaskState::Returned && !self.replaced
    }

    /// How much is done by the last report that said so, 0 to 100.
    #[must_use]
    pub fn percent(&self) -> Option<u8> {
        self.progress.iter().rev().find_map(|report| report.percent)
    }
}
