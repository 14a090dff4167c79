//! Where a matter stands in its chain: read off the facts, never set. Holds no rule.

use chrono::NaiveDate;

use super::{Course, Step, StepKind, Taken};
use crate::domain::code::codes;
use crate::domain::command::{Command, PostNotice, TakeStep};
use crate::domain::entry::Instant;
use crate::domain::matter::Matter;
use crate::domain::notice::Objection;
use crate::domain::register::Register;
use crate::domain::time::day_of;
use crate::domain::vote::Verdict;

codes! {
    /// How far a step of a chain is.
    StepState {
        /// It was taken.
        Taken = "taken",
        /// It is public, and its days run or an objection waits for its answer.
        Running = "running",
        /// It comes next.
        Next = "next",
        /// It waits for those before it.
        Waiting = "waiting",
    }
}

/// A step of a matter's chain and how far it is.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// The step.
    pub step: &'a Step,
    /// How far it is.
    pub state: StepState,
    /// How it was taken, or tried last.
    pub taken: Option<&'a Taken>,
    /// The last day its notice hangs.
    pub until: Option<NaiveDate>,
    /// Objections made while its notice hung that nobody has answered.
    pub unanswered: usize,
}

impl Matter {
    /// The steps of its chain, in order, and how far each is at `now`; none where it follows no chain.
    #[must_use]
    pub fn progress<'a>(&'a self, register: &Register, now: Instant) -> Vec<Progress<'a>> {
        let mut reached = true;
        let steps = self.course.iter().flat_map(|course| course.chain.steps.iter().map(move |step| (course, step)));
        steps
            .map(|(course, step)| {
                let (state, progress) = course.reached(step, register, now);
                let state = if reached { state } else { StepState::Waiting };
                reached &= state == StepState::Taken;
                Progress { state, ..progress }
            })
            .collect()
    }

    /// The step of its chain that is to be taken next, or runs; none where it follows none, or all is done.
    #[must_use]
    pub fn next_step<'a>(&'a self, register: &Register, now: Instant) -> Option<Progress<'a>> {
        self.progress(register, now).into_iter().find(|progress| progress.state != StepState::Taken)
    }

    /// What would take the next step of its chain, as far as that is known; what was counted or said is for people to add.
    #[must_use]
    pub fn next_command(&self, register: &Register, now: Instant) -> Option<Command> {
        let next = self.next_step(register, now).filter(|next| next.state == StepState::Next)?;
        if self.stage() < next.step.stage {
            return None;
        }
        let id = register.id(self.key);
        Some(match (next.step.notice, next.step.days) {
            (Some(kind), Some(days)) => PostNotice { about: id, kind, place: None, days }.into(),
            _ => TakeStep { matter: id, step: Some(next.step.key.clone()), ..TakeStep::default() }.into(),
        })
    }
}

impl Course {
    /// How far a step is if all before it are taken.
    fn reached<'a>(&'a self, step: &'a Step, register: &Register, now: Instant) -> (StepState, Progress<'a>) {
        let taken = self.taken.iter().rev().find(|taken| taken.step == step.key);
        let notice = taken.and_then(|taken| register.notice(taken.notice?));
        let until = notice.map(|notice| notice.until);
        let objections = notice.iter().flat_map(|notice| &notice.objections);
        let objections = objections.filter_map(|objection| register.objection(*objection));
        // What comes after the notice has hung is answered, too, and holds nothing up.
        let in_time = |objection: &&Objection| until.is_some_and(|until| day_of(objection.at) <= until);
        let unanswered = objections.filter(in_time).filter(|objection| objection.answer.is_none()).count();
        let hangs = until.is_some_and(|until| day_of(now) <= until);
        let state = match (taken, step.kind) {
            (None, _) => StepState::Next,
            (Some(_), StepKind::Publication) if hangs || unanswered > 0 => StepState::Running,
            (Some(taken), _) if taken.verdict.is_some_and(|verdict| verdict != Verdict::Passed) => StepState::Next,
            (Some(_), _) => StepState::Taken,
        };
        (state, Progress { step, state, taken, until, unanswered })
    }
}
