//! The fold of facts about work. A report on work that was ended elsewhere meanwhile changes nothing and is suspended.

use super::Register;
use super::fold::Act;
use crate::domain::event::{
    ProgressReported, TaskAccepted, TaskAssigned, TaskExtended, TaskFinished, TaskReceived, TaskReturned,
};
use crate::domain::id::{MatterRef, TaskRef};
use crate::domain::meeting::Item;
use crate::domain::stage::{Stage, Standing};
use crate::domain::task::{Extension, Finish, Progress, Task, TaskState};

impl Register {
    pub(super) fn task_assigned(&mut self, e: &TaskAssigned, act: Act<'_>) -> Option<()> {
        let matter = self.matters.get_mut(&e.matter)?;
        // Work stays to be seen even if its matter was closed meanwhile; only the matter stays where it is.
        let at_work = !matches!(matter.stage(), Stage::Raise | Stage::Closed);
        match matter.stage() {
            Stage::Evaluate => matter.back_to_work(Standing::InProgress),
            _ if at_work => matter.stand(Standing::InProgress),
            _ => {}
        }
        matter.tasks.push(e.task);
        let wanted = |task: &&TaskRef| self.tasks.get(task).is_some_and(Task::wants_new_lead);
        let replaced = matter.tasks.iter().skip(matter.earlier_tasks).find(wanted).copied();
        if let Some(replaced) = replaced.and_then(|task| self.tasks.get_mut(&task)) {
            replaced.replaced = true;
        }
        let task = Task {
            key: e.task,
            id: e.id.clone(),
            matter: e.matter,
            meeting: e.meeting,
            item: e.item,
            lead: e.lead,
            helpers: e.helpers.clone(),
            text: e.text.clone(),
            assigned_at: act.at,
            due: e.due,
            state: TaskState::Assigned,
            received_at: None,
            returned: None,
            replaced: false,
            progress: Vec::new(),
            waits_for: None,
            extensions: Vec::new(),
            finish: None,
            accepted: None,
            newer: false,
        };
        self.tasks.insert(e.task, task);
        self.settle(e.matter);
        let agenda = e.meeting.and_then(|meeting| self.meetings.get_mut(&meeting)).map(|meeting| &mut meeting.agenda);
        // A free topic has become a matter.
        let topic = |item: &&mut Item| Some(item.number) == e.item && item.matter.is_none();
        if let Some(item) = agenda.and_then(|agenda| agenda.iter_mut().find(topic)) {
            item.matter = Some(e.matter);
        }
        at_work.then_some(())
    }

    pub(super) fn task_received(&mut self, e: &TaskReceived, act: Act<'_>) -> Option<()> {
        let task = self.tasks.get_mut(&e.task).filter(|task| task.state == TaskState::Assigned)?;
        task.state = TaskState::Received;
        task.received_at = Some(act.at);
        Some(())
    }

    pub(super) fn task_returned(&mut self, e: &TaskReturned) -> Option<()> {
        let task = self.open_task(e.task)?;
        task.state = TaskState::Returned;
        task.returned = Some(e.reason.clone());
        task.waits_for = None;
        self.settle(e.matter);
        Some(())
    }

    pub(super) fn progress_reported(&mut self, e: &ProgressReported, act: Act<'_>) -> Option<()> {
        let task = self.open_task(e.task)?;
        task.progress.push(Progress { at: act.at, by: act.by.to_owned(), text: e.text.clone(), percent: e.percent });
        if let Some(waits_for) = &e.waits_for {
            task.waits_for = Some(waits_for.clone()).filter(|what| !what.is_empty());
        }
        self.settle(e.matter);
        Some(())
    }

    pub(super) fn task_extended(&mut self, e: &TaskExtended, act: Act<'_>) -> Option<()> {
        let task = self.open_task(e.task)?;
        task.due = e.due;
        task.extensions.push(Extension {
            at: act.at,
            from: e.from,
            reason: e.reason.clone(),
            approved_by: e.approved_by.clone(),
        });
        Some(())
    }

    pub(super) fn task_finished(&mut self, e: &TaskFinished, act: Act<'_>) -> Option<()> {
        let task = self.open_task(e.task)?;
        task.state = TaskState::Finished;
        task.waits_for = None;
        task.finish = Some(Finish { at: act.at, ending: e.ending, text: e.text.clone(), evidence: e.evidence.clone() });
        self.settle(e.matter);
        Some(())
    }

    pub(super) fn task_accepted(&mut self, e: &TaskAccepted, act: Act<'_>) -> Option<()> {
        let task = self.tasks.get_mut(&e.task).filter(|task| task.state == TaskState::Finished)?;
        task.state = TaskState::Accepted;
        task.accepted = Some((act.by.to_owned(), act.at));
        Some(())
    }

    fn open_task(&mut self, task: TaskRef) -> Option<&mut Task> {
        self.tasks.get_mut(&task).filter(|task| task.state.is_open())
    }

    /// Where a matter at work stands follows from its tasks: it goes on to be evaluated when the last open one has ended, at
    /// least one of this round is done, and none that came back still wants a new lead.
    pub(super) fn settle(&mut self, matter: MatterRef) {
        let Some(matter) = self.matters.get_mut(&matter).filter(|matter| matter.stage() == Stage::Act) else { return };
        let all = || matter.tasks.iter().filter_map(|task| self.tasks.get(task));
        let round = || all().skip(matter.earlier_tasks);
        let open = all().any(|task| task.state.is_open());
        let waiting = all().any(|task| task.state.is_open() && task.waits_for.is_some());
        let done = round().any(|task| task.state.is_done());
        let wanted = round().any(Task::wants_new_lead);
        matter.stand(match (open, waiting) {
            (true, true) => Standing::Blocked,
            (true, false) => Standing::InProgress,
            (false, _) if done && !wanted => Standing::ToAsk,
            (false, _) if matter.standing == Standing::SentBack => Standing::SentBack,
            (false, _) => Standing::Unassigned,
        });
    }
}
