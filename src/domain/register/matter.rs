//! The fold of facts about matters: the stage table, one transition a fact.
//!
//! A step that was taken on another laptop, in ignorance of a step that came first, may find its matter elsewhere. It then
//! moves nothing, and its act is among the suspended.

use super::Register;
use super::fold::Act;
use crate::domain::code::{Route, Verdict};
use crate::domain::edits::{Editable, Edits};
use crate::domain::event::{
    FollowedUp, LevelRaised, MatterAccepted, MatterAnswered, MatterChanged, MatterClosed, MatterDeclined, MatterField,
    MatterMerged, MatterRaised, MatterReopened, RaiserTold, SentBack,
};
use crate::domain::matter::{Acceptance, Answer, End, FollowUp, Matter};
use crate::domain::stage::{Stage, Standing};
use crate::domain::task::TaskState;

impl Register {
    pub(super) fn matter_raised(&mut self, e: &MatterRaised, act: Act<'_>) {
        let matter = Matter {
            key: e.matter,
            id: e.id.clone(),
            title: e.title.clone(),
            channel: e.channel,
            raised_by: e.raised_by.clone(),
            place: e.place.clone(),
            category: e.category.clone(),
            nature: e.nature,
            detail: e.detail.clone(),
            households: e.households,
            flags: e.flags.clone(),
            level: e.level,
            priority: e.priority,
            raised_at: act.at,
            received_by: act.by.to_owned(),
            accepted: None,
            due: None,
            standing: Standing::New,
            agenda: None,
            referred_to: None,
            carried: 0,
            resolved: false,
            tasks: Vec::new(),
            earlier_tasks: 0,
            answer: None,
            follow_ups: Vec::new(),
            sent_back: 0,
            notices: Vec::new(),
            course: None,
            merged: Vec::new(),
            end: None,
            to_tell: false,
            told_at: None,
            edits: Edits::new(act.id),
            newer: false,
        };
        self.matters.insert(e.matter, matter);
    }

    pub(super) fn matter_changed(&mut self, e: &MatterChanged, act: Act<'_>) -> Option<()> {
        let matter = self.matters.get_mut(&e.matter)?;
        matter.edit(act.id, &e.known, &e.change);
        Some(())
    }

    pub(super) fn matter_accepted(&mut self, e: &MatterAccepted, act: Act<'_>) -> Option<()> {
        use MatterField as F;
        let matter = self.matters.get_mut(&e.matter)?;
        if matter.stage() != Stage::Raise {
            return None;
        }
        matter.accepted = Some(Acceptance {
            at: act.at,
            act: act.id,
            route: e.route,
            depth: e.depth,
            decision: e.decision,
            missing_years: e.missing_years.clone(),
        });
        matter.due = Some(e.due);
        for field in [F::Due(e.due), F::Decision(e.decision), F::Route(e.route), F::Depth(e.depth)] {
            matter.edits.settle(act.id, &field);
        }
        matter.stand(if e.route == Route::Immediate { Standing::Unassigned } else { Standing::Waiting });
        self.settle(e.matter);
        Some(())
    }

    pub(super) fn matter_declined(&mut self, e: &MatterDeclined, act: Act<'_>) -> Option<()> {
        let matter = self.matters.get_mut(&e.matter).filter(|matter| matter.can_leave())?;
        matter.leave(Standing::Declined, act, Some(&e.reason), e.refer_to.as_deref());
        Some(())
    }

    pub(super) fn matter_merged(&mut self, e: &MatterMerged, act: Act<'_>) -> Option<()> {
        // Two laptops may have merged two matters into each other: one of them goes on.
        let goes_on = self.matters.get(&e.into).is_some_and(|into| into.stage() != Stage::Closed);
        let matter = self.matters.get_mut(&e.matter).filter(|matter| goes_on && matter.can_leave())?;
        matter.leave(Standing::Merged, act, e.reason.as_deref(), None);
        if let Some(end) = &mut matter.end {
            end.into = Some(e.into);
        }
        self.matters.get_mut(&e.into)?.merged.push(e.matter);
        Some(())
    }

    pub(super) fn level_raised(&mut self, e: &LevelRaised, act: Act<'_>) -> Option<()> {
        let matter = self.matters.get_mut(&e.matter)?;
        matter.level = Some(e.level);
        matter.edits.settle(act.id, &MatterField::Level(e.level));
        Some(())
    }

    pub(super) fn raiser_told(&mut self, e: &RaiserTold, act: Act<'_>) -> Option<()> {
        let matter = self.matters.get_mut(&e.matter)?;
        matter.told_at = Some(act.at);
        matter.to_tell = false;
        Some(())
    }

    pub(super) fn matter_answered(&mut self, e: &MatterAnswered, act: Act<'_>) -> Option<()> {
        let matter = self.matters.get_mut(&e.matter)?;
        if !matches!(matter.stage(), Stage::Deliberate | Stage::Act) {
            return None;
        }
        matter.stand(Standing::ToAsk);
        matter.answer = Some(Answer { at: act.at, ending: e.ending, text: e.text.clone() });
        for task in &matter.tasks {
            if let Some(task) = self.tasks.get_mut(task).filter(|task| task.state.is_open()) {
                task.state = TaskState::Dropped;
                task.waits_for = None;
            }
        }
        Some(())
    }

    pub(super) fn followed_up(&mut self, e: &FollowedUp, act: Act<'_>) -> Option<()> {
        let matter = self.matters.get_mut(&e.matter)?;
        matter.follow_ups.push(FollowUp {
            at: act.at,
            by: act.by.to_owned(),
            reached: e.reached,
            solved: e.solved,
            satisfaction: e.satisfaction,
            means: e.means,
            reason: e.reason.clone(),
            verdict: e.verdict,
        });
        if e.verdict == Verdict::Good && matter.stage() == Stage::Evaluate {
            matter.stand(Standing::Satisfied);
        }
        Some(())
    }

    pub(super) fn sent_back(&mut self, e: &SentBack) -> Option<()> {
        let matter = self.matters.get_mut(&e.matter)?;
        matter.sent_back += 1;
        let sent = matter.is_worked_out().then(|| matter.back_to_work(Standing::SentBack));
        self.settle(e.matter);
        sent
    }

    pub(super) fn matter_closed(&mut self, e: &MatterClosed, act: Act<'_>) -> Option<()> {
        let matter = self.matters.get_mut(&e.matter)?;
        match matter.standing {
            Standing::ToAsk | Standing::Satisfied => {
                matter.end_as(Standing::Done, act, e.reason.as_deref());
                if let Some(end) = &mut matter.end {
                    end.archive.clone_from(&e.archive);
                }
            }
            Standing::Referred => {
                let refer_to = matter.referred_to.take();
                matter.leave(Standing::PassedOn, act, e.reason.as_deref(), refer_to.as_deref());
            }
            _ => return None,
        }
        Some(())
    }

    pub(super) fn matter_reopened(&mut self, e: &MatterReopened) -> Option<()> {
        let matter = self.matters.get_mut(&e.matter)?;
        let into = matter.end.as_ref().and_then(|end| end.into);
        if matter.is_worked_out() {
            matter.back_to_work(Standing::Unassigned);
        } else if matter.stage() == Stage::Closed {
            matter.stand(Standing::New);
            matter.accepted = None;
            matter.due = None;
            matter.resolved = false;
        } else {
            return None;
        }
        if let Some(into) = into.and_then(|into| self.matters.get_mut(&into)) {
            into.merged.retain(|merged| *merged != e.matter);
        }
        self.settle(e.matter);
        Some(())
    }
}

impl Matter {
    /// Stands elsewhere now; what belonged to where it stood goes.
    pub(super) fn stand(&mut self, standing: Standing) {
        self.standing = standing;
        if !matches!(standing, Standing::Scheduled | Standing::InDiscussion) {
            self.agenda = None;
        }
        if standing != Standing::Referred {
            self.referred_to = None;
        }
        if standing.stage() != Stage::Closed {
            self.end = None;
            self.to_tell = false;
        }
    }

    /// A side exit: an end that owes the raiser an answer.
    pub(super) fn leave(&mut self, standing: Standing, act: Act<'_>, reason: Option<&str>, refer_to: Option<&str>) {
        self.end_as(standing, act, reason);
        self.to_tell = true;
        if let Some(end) = &mut self.end {
            end.refer_to = refer_to.map(str::to_owned);
        }
    }

    fn end_as(&mut self, standing: Standing, act: Act<'_>, reason: Option<&str>) {
        self.stand(standing);
        let reason = reason.map(str::to_owned);
        self.end = Some(End { at: act.at, reason, refer_to: None, into: None, archive: None });
    }

    /// A new round of work begins; what earlier rounds finished no longer counts.
    pub(super) fn back_to_work(&mut self, standing: Standing) {
        self.stand(standing);
        self.earlier_tasks = self.tasks.len();
        self.answer = None;
    }

    /// Whether it is still at a step that has side exits.
    fn can_leave(&self) -> bool {
        matches!(self.stage(), Stage::Raise | Stage::Deliberate)
    }

    /// Whether its work has ended, archived or not.
    fn is_worked_out(&self) -> bool {
        self.stage() == Stage::Evaluate || self.standing == Standing::Done
    }
}
