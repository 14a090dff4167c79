//! The fold of facts about the chains that matters follow. Once a step is taken, the chain stands.

use super::Register;
use super::fold::Act;
use crate::domain::chain::{Course, Taken};
use crate::domain::event::{ChainStarted, NoticePosted, StepTaken};
use crate::domain::id::MatterRef;

impl Register {
    pub(super) fn chain_started(&mut self, e: &ChainStarted) -> Option<()> {
        let matter = self.matters.get_mut(&e.matter)?;
        let begun = matter.course.as_ref().is_some_and(|course| !course.taken.is_empty());
        let course = Course { chain: e.chain.clone(), rules: e.rules.clone(), taken: Vec::new() };
        (!begun).then(|| matter.course = Some(course))
    }

    pub(super) fn step_taken(&mut self, e: &StepTaken, act: Act<'_>) -> Option<()> {
        let taken = Taken {
            step: e.step.clone(),
            at: act.at,
            verdict: e.verdict,
            vote: e.vote,
            reference: e.reference.clone(),
            text: e.text.clone(),
            notice: None,
        };
        self.step(e.matter, taken)
    }

    /// The notice that takes a step.
    pub(super) fn step_published(&mut self, e: &NoticePosted, matter: MatterRef, act: Act<'_>) -> Option<()> {
        let Some(step) = e.step.clone() else { return Some(()) };
        let notice = Some(e.notice);
        let taken = Taken { step, at: act.at, verdict: None, vote: None, reference: None, text: None, notice };
        self.step(matter, taken)
    }

    fn step(&mut self, matter: MatterRef, taken: Taken) -> Option<()> {
        let course = self.matters.get_mut(&matter)?.course.as_mut()?;
        course.chain.step(&taken.step)?;
        course.taken.push(taken);
        Some(())
    }
}
