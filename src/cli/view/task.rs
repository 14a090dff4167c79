//! A task in JSON.

use serde::Serialize;

use super::Sight;
use crate::domain::code::Ending;
use crate::domain::entry::Instant;
use crate::domain::event::Evidence;
use crate::domain::task::{self, TaskState};
use crate::domain::time::Due;

#[derive(Debug, Serialize)]
pub(in crate::cli) struct Task<'a> {
    pub(in crate::cli) id: String,
    text: &'a str,
    matter: String,
    state: TaskState,
    overdue: bool,
    due: Due,
    lead: String,
    helpers: Vec<String>,
    meeting: Option<String>,
    item: Option<u32>,
    assigned_at: Instant,
    received_at: Option<Instant>,
    returned: Option<&'a str>,
    percent: Option<u8>,
    waits_for: Option<&'a str>,
    progress: Vec<Progress<'a>>,
    extensions: Vec<Extension<'a>>,
    finished_at: Option<Instant>,
    ending: Option<Ending>,
    result: Option<&'a str>,
    evidence: &'a [Evidence],
    accepted_by: Option<&'a str>,
    accepted_at: Option<Instant>,
}

#[derive(Debug, Serialize)]
struct Progress<'a> {
    at: Instant,
    by: &'a str,
    text: &'a str,
    percent: Option<u8>,
}

#[derive(Debug, Serialize)]
struct Extension<'a> {
    at: Instant,
    from: Due,
    reason: &'a str,
    approved_by: &'a str,
}

impl<'a> Task<'a> {
    pub(in crate::cli) fn new(sight: Sight<'_>, task: &'a task::Task) -> Self {
        let finish = task.finish.as_ref();
        let accepted = task.accepted.as_ref();
        Self {
            id: sight.id(task.key),
            text: &task.text,
            matter: sight.id(task.matter),
            state: task.state,
            overdue: task.is_overdue(sight.now),
            due: task.due,
            lead: sight.lead(task.lead),
            helpers: task.helpers.iter().map(|helper| sight.lead(*helper)).collect(),
            meeting: task.meeting.map(|meeting| sight.id(meeting)),
            item: task.item,
            assigned_at: task.assigned_at,
            received_at: task.received_at,
            returned: task.returned.as_deref(),
            percent: task.percent(),
            waits_for: task.waits_for.as_deref(),
            progress: task.progress.iter().map(Progress::new).collect(),
            extensions: task.extensions.iter().map(Extension::new).collect(),
            finished_at: finish.map(|finish| finish.at),
            ending: finish.map(|finish| finish.ending),
            result: finish.map(|finish| finish.text.as_str()),
            evidence: finish.map_or(&[], |finish| &finish.evidence),
            accepted_by: accepted.map(|(by, _)| by.as_str()),
            accepted_at: accepted.map(|(_, at)| *at),
        }
    }
}

impl<'a> Progress<'a> {
    fn new(report: &'a task::Progress) -> Self {
        Self { at: report.at, by: &report.by, text: &report.text, percent: report.percent }
    }
}

impl<'a> Extension<'a> {
    fn new(moved: &'a task::Extension) -> Self {
        Self { at: moved.at, from: moved.from, reason: &moved.reason, approved_by: &moved.approved_by }
    }
}
