//! Rules of the fourth step: answers, follow-ups and their verdict, closing and opening again.

use super::Decision;
use super::desk::{Desk, words, words_if};
use crate::domain::code::{Verdict, Warning};
use crate::domain::command::{AnswerMatter, CloseMatter, FollowUp, ReopenMatter};
use crate::domain::event::{Event, FollowedUp, MatterAnswered, MatterClosed, MatterReopened, SentBack};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::stage::{Stage, Standing};

impl Desk<'_> {
    pub(super) fn answer_matter(&self, c: &AnswerMatter) -> Decision {
        let matter = self.matter(&c.matter)?;
        match matter.stage() {
            Stage::Act => {}
            Stage::Deliberate if matter.is_quick() => {}
            Stage::Deliberate => return Err(Refusal::NotResolved { matter: self.register.id(matter.key) }),
            _ => return Err(self.wrong_stage(matter)),
        }
        let text = words("text", &c.text)?;
        Ok(vec![MatterAnswered { matter: matter.key, ending: c.ending, text }.into()])
    }

    pub(super) fn follow_up(&self, c: &FollowUp) -> Decision {
        let matter = self.matter(&c.matter)?;
        if matter.stage() != Stage::Evaluate {
            return Err(self.wrong_stage(matter));
        }
        let verdict = self.verdict(c)?;
        let followed_up = FollowedUp {
            matter: matter.key,
            reached: c.reached,
            solved: c.solved,
            satisfaction: c.satisfaction,
            means: c.means,
            reason: words_if("reason", c.reason.as_deref())?,
            verdict,
        };
        let mut events: Vec<Event> = vec![followed_up.into()];
        if verdict == Verdict::Bad {
            events.push(SentBack { matter: matter.key }.into());
        }
        Ok(events)
    }

    /// What the rules in force make of an answer. Nobody reached: no verdict; reached without an answer: not a follow-up.
    fn verdict(&self, c: &FollowUp) -> Result<Verdict, Refusal> {
        if !c.reached {
            return Ok(Verdict::NotReached);
        }
        if c.solved.is_none() && c.satisfaction.is_none() {
            return Err(Refusal::NeedsAnswer);
        }
        let rule = &self.rules().follow_up;
        let bad = c.solved.is_some_and(|solved| rule.bad_solved.contains(&solved))
            || c.satisfaction.is_some_and(|satisfaction| rule.bad_satisfaction.contains(&satisfaction));
        Ok(if bad { Verdict::Bad } else { Verdict::Good })
    }

    pub(super) fn close_matter(&self, c: &CloseMatter) -> Decision {
        let matter = self.matter(&c.matter)?;
        let reason = words_if("reason", c.reason.as_deref())?;
        let archive = match matter.standing {
            Standing::Satisfied => Some(self.number(Kind::Archive)),
            Standing::ToAsk if reason.is_some() => Some(self.number(Kind::Archive)),
            Standing::Referred if reason.is_some() => None,
            Standing::ToAsk | Standing::Referred => return Err(Refusal::NeedsReason),
            _ => return Err(self.wrong_stage(matter)),
        };
        let unaccepted = self.register.unaccepted(matter).next().is_some();
        let unfinished = matter.next_step(self.register, self.context.now).is_some();
        let mut warnings = Vec::new();
        warnings.extend(unaccepted.then_some(Warning::WorkNotAccepted));
        warnings.extend(unfinished.then_some(Warning::ChainUnfinished));
        Ok(vec![MatterClosed { matter: matter.key, archive, reason, warnings }.into()])
    }

    pub(super) fn reopen_matter(&self, c: &ReopenMatter) -> Decision {
        let matter = self.matter(&c.matter)?;
        if !matches!(matter.stage(), Stage::Evaluate | Stage::Closed) {
            return Err(self.wrong_stage(matter));
        }
        let reason = words_if("reason", c.reason.as_deref())?;
        Ok(vec![MatterReopened { matter: matter.key, reason }.into()])
    }
}
