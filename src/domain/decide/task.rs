//! Rules of the third step: work is given, taken or given back, reported, extended, finished and accepted.

use super::Decision;
use super::desk::{Desk, TITLE_LIMIT, line_if, words, words_if};
use crate::domain::code::{Channel, DecisionKind, Depth, Priority, Route, Warning};
use crate::domain::command::{AcceptTask, AssignTask, ExtendTask, FinishTask, ReceiveTask, ReportProgress, ReturnTask};
use crate::domain::event::{
    Event, Evidence, Lead, MatterAccepted, MatterRaised, ProgressReported, TaskAccepted, TaskAssigned, TaskExtended,
    TaskFinished, TaskReceived, TaskReturned,
};
use crate::domain::id::{MatterRef, MeetingRef, TaskRef};
use crate::domain::matter::Matter;
use crate::domain::meeting::{Item, MeetingState};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::stage::Stage;
use crate::domain::task::{Task, TaskState};
use crate::domain::time::Due;

/// Where a task comes from.
struct Origin<'a> {
    matter: MatterRef,
    known: Option<&'a Matter>,
    meeting: Option<MeetingRef>,
    item: Option<u32>,
    events: Vec<Event>,
}

impl Desk<'_> {
    pub(super) fn assign_task(&self, c: &AssignTask) -> Decision {
        let Origin { matter, known, meeting, item, mut events } = match (&c.matter, &c.meeting, c.item) {
            (Some(matter), None, None) => {
                let matter = self.matter(matter)?;
                Origin { matter: matter.key, known: Some(matter), meeting: None, item: None, events: Vec::new() }
            }
            (None, Some(meeting), Some(item)) => self.item_origin(meeting, item, c.due)?,
            _ => return Err(Refusal::OneOf { fields: &["matter", "meeting"] }),
        };
        if let Some(matter) = known {
            self.can_work(matter)?;
        }
        let (lead, new_lead) = self.lead(&c.lead)?;
        events.extend(new_lead);
        let mut helpers: Vec<Lead> = Vec::new();
        for helper in &c.helpers {
            let (helper, new) = self.lead(helper)?;
            events.extend(new);
            if helper != lead && !helpers.contains(&helper) {
                helpers.push(helper);
            }
        }
        let mut warnings = self.due_warnings(c.due);
        if known.and_then(|matter| matter.due).is_some_and(|due| c.due.day() > due.day()) {
            warnings.push(Warning::DueAfterMatter);
        }
        let (task, id) = self.make(Kind::Task, TaskRef);
        let text = words("text", &c.text)?;
        events.push(TaskAssigned { task, id, matter, meeting, item, lead, text, due: c.due, helpers, warnings }.into());
        Ok(events)
    }

    /// In deliberation, quick matters may go straight to work; in-depth ones need an adopted resolution.
    fn can_work(&self, matter: &Matter) -> Result<(), Refusal> {
        match matter.stage() {
            Stage::Act | Stage::Evaluate => Ok(()),
            Stage::Deliberate if matter.is_quick() => Ok(()),
            Stage::Deliberate => Err(Refusal::NotResolved { matter: self.register.id(matter.key) }),
            Stage::Raise | Stage::Closed => Err(self.wrong_stage(matter)),
        }
    }

    /// Work that an agenda item gives: its matter's, or that of the matter its free topic becomes.
    fn item_origin(&self, meeting: &str, item: u32, due: Due) -> Result<Origin<'_>, Refusal> {
        let meeting = self.meeting(meeting)?;
        match meeting.state {
            MeetingState::Open | MeetingState::Adjourned => {}
            MeetingState::Sealed => return Err(Refusal::MinutesSealed { meeting: self.register.id(meeting.key) }),
            _ => return Err(Refusal::MeetingNotOpen { meeting: self.register.id(meeting.key) }),
        }
        let item = meeting.item(item).ok_or(Refusal::UnknownItem { item })?;
        let origin = |matter, known, events| Origin {
            matter,
            known,
            meeting: Some(meeting.key),
            item: Some(item.number),
            events,
        };
        match item.matter.and_then(|matter| self.register.matter(matter)) {
            Some(matter) if matter.newer => Err(Refusal::NeedsNewerProgram { id: self.register.id(matter.key) }),
            Some(matter) => Ok(origin(matter.key, Some(matter), Vec::new())),
            None => {
                let (matter, events) = self.matter_of_topic(item, due);
                Ok(origin(matter, None, events))
            }
        }
    }

    /// A free topic that gave work becomes a matter, raised and screened in the same act.
    fn matter_of_topic(&self, item: &Item, due: Due) -> (MatterRef, Vec<Event>) {
        let (matter, id) = self.make(Kind::Matter, MatterRef);
        let raised = MatterRaised {
            matter,
            id,
            title: item.topic.clone().unwrap_or_default(),
            channel: Channel::Meeting,
            raised_by: None,
            place: None,
            category: None,
            nature: None,
            detail: None,
            households: None,
            flags: Vec::new(),
            level: None,
            priority: Priority::Ordinary,
        };
        let accepted = MatterAccepted {
            matter,
            route: Route::Assigned,
            depth: Depth::Quick,
            decision: item.decision.unwrap_or(DecisionKind::Consultation),
            due,
            missing_years: Vec::new(),
            warnings: Vec::new(),
        };
        (matter, vec![raised.into(), accepted.into()])
    }

    fn due_warnings(&self, due: Due) -> Vec<Warning> {
        if due.is_past(self.context.now) { vec![Warning::DueInPast] } else { Vec::new() }
    }

    pub(super) fn receive_task(&self, c: &ReceiveTask) -> Decision {
        let task = self.task_in(&c.task, &[TaskState::Assigned])?;
        Ok(vec![TaskReceived { task: task.key, matter: task.matter }.into()])
    }

    pub(super) fn return_task(&self, c: &ReturnTask) -> Decision {
        let task = self.open_task(&c.task)?;
        let reason = words("reason", c.reason.as_deref().unwrap_or_default())?;
        Ok(vec![TaskReturned { task: task.key, matter: task.matter, reason }.into()])
    }

    pub(super) fn report_progress(&self, c: &ReportProgress) -> Decision {
        let task = self.open_task(&c.task)?;
        if c.percent.is_some_and(|percent| percent > 100) {
            return Err(Refusal::OutOfRange { field: "percent", least: 0, most: 100 });
        }
        let waits_for = match &c.waits_for {
            Some(what) => Some(line_if("waits_for", Some(what), TITLE_LIMIT)?.unwrap_or_default()),
            None => None,
        };
        let text = words("text", &c.text)?;
        Ok(vec![ProgressReported { task: task.key, matter: task.matter, text, percent: c.percent, waits_for }.into()])
    }

    pub(super) fn extend_task(&self, c: &ExtendTask) -> Decision {
        let task = self.open_task(&c.task)?;
        if c.due.runs_out() <= task.due.runs_out() {
            return Err(Refusal::NotLater);
        }
        Ok(vec![
            TaskExtended {
                task: task.key,
                matter: task.matter,
                from: task.due,
                due: c.due,
                reason: words("reason", &c.reason)?,
                approved_by: self.who("approved_by", &c.approved_by)?,
                warnings: self.due_warnings(c.due),
            }
            .into(),
        ])
    }

    pub(super) fn finish_task(&self, c: &FinishTask) -> Decision {
        let task = self.open_task(&c.task)?;
        let evidence: Vec<Evidence> = self
            .context
            .evidence
            .iter()
            .filter(|(path, _)| c.evidence.contains(path))
            .map(|(_, evidence)| evidence.clone())
            .collect();
        let text = words("text", &c.text)?;
        Ok(vec![TaskFinished { task: task.key, matter: task.matter, ending: c.ending, text, evidence }.into()])
    }

    pub(super) fn accept_task(&self, c: &AcceptTask) -> Decision {
        let task = self.task_in(&c.task, &[TaskState::Finished])?;
        let reason = words_if("reason", c.reason.as_deref())?;
        Ok(vec![TaskAccepted { task: task.key, matter: task.matter, reason }.into()])
    }

    fn open_task(&self, given: &str) -> Result<&Task, Refusal> {
        self.task_in(given, &[TaskState::Assigned, TaskState::Received])
    }

    /// A task in one of these states, whose matter nothing newer has touched.
    fn task_in(&self, given: &str, states: &[TaskState]) -> Result<&Task, Refusal> {
        let task = self.task(given)?;
        if self.register.matter(task.matter).is_some_and(|matter| matter.newer) {
            return Err(Refusal::NeedsNewerProgram { id: self.register.id(task.matter) });
        }
        if states.contains(&task.state) {
            Ok(task)
        } else {
            Err(Refusal::WrongTaskState { task: self.register.id(task.key), state: task.state })
        }
    }
}
