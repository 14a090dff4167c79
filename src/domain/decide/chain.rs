//! Rules of step chains: which chain a matter follows, that its steps are taken in turn, and what waits for them.

use chrono::NaiveDate;

use super::Decision;
use super::desk::{Desk, NAME_LIMIT, line, words_if};
use crate::domain::chain::{Chain, Course, Hands, Progress, Step, StepKind, StepState};
use crate::domain::code::NoticeKind;
use crate::domain::command::{StartChain, TakeStep};
use crate::domain::event::{ChainStarted, StepTaken};
use crate::domain::id::VoteRef;
use crate::domain::matter::Matter;
use crate::domain::refusal::{ChainRefusal, Refusal};
use crate::domain::stage::Stage;
use crate::domain::time::day_of;
use crate::domain::vote::{Base, Count, Figures, Measure, Part, Silent, Verdict, VoteRule, tally};

/// What a step was counted by, and what it came to; nothing of it where nothing is counted.
#[derive(Default)]
struct Counted {
    vote: Option<VoteRef>,
    hands: Option<Hands>,
    verdict: Option<Verdict>,
}

impl Desk<'_> {
    pub(super) fn start_chain(&self, c: &StartChain) -> Decision {
        let matter = self.matter(&c.matter)?;
        if matter.stage() == Stage::Closed {
            return Err(self.wrong_stage(matter));
        }
        let chain = self.chain(&c.chain)?;
        if let Some(course) = &matter.course {
            if !course.taken.is_empty() {
                return Err(ChainRefusal::Begun { matter: self.register.id(matter.key) }.into());
            }
            if *course.chain == *chain {
                return Err(Refusal::NothingChanges);
            }
        }
        let mut rules: Vec<VoteRule> = Vec::new();
        for name in chain.steps.iter().filter_map(|step| step.rule.as_deref()) {
            let rule = self.vote_rule(name)?;
            // Owners decide by heads and area, in a vote of their own.
            if rule.is_owners() {
                return Err(Refusal::BadRules { at: format!("chains.{}", chain.name) });
            }
            if rules.iter().all(|known| known.name != rule.name) {
                rules.push(rule.clone());
            }
        }
        Ok(vec![ChainStarted { matter: matter.key, chain: Box::new(chain.clone()), rules }.into()])
    }

    /// The chain of this name: the community's own before those that ship.
    fn chain(&self, name: &str) -> Result<&Chain, Refusal> {
        let all = || self.rules().chains.iter().chain(self.context.chains);
        all().find(|chain| chain.name == name.trim()).ok_or_else(|| {
            let chains = all().map(|chain| chain.name.clone()).collect();
            ChainRefusal::Unknown { given: name.to_owned(), chains }.into()
        })
    }

    pub(super) fn take_step(&self, c: &TakeStep) -> Decision {
        let matter = self.matter(&c.matter)?;
        let course = matter.course.as_ref();
        let course = course.ok_or_else(|| ChainRefusal::None { matter: self.register.id(matter.key) })?;
        let next = self.next_in(matter)?;
        let step = match c.step.as_deref().filter(|key| !key.trim().is_empty()) {
            None => next.step,
            Some(key) => course.chain.step(key.trim()).ok_or_else(|| ChainRefusal::UnknownStep {
                given: key.to_owned(),
                steps: course.chain.steps.iter().map(|step| step.key.clone()).collect(),
            })?,
        };
        self.in_turn(matter, step)?;
        if let (StepKind::Publication, Some(days)) = (step.kind, step.days) {
            return Err(ChainRefusal::Published { step: step.title.clone(), days }.into());
        }
        if !(step.stage..Stage::Closed).contains(&matter.stage()) {
            return Err(self.wrong_stage(matter));
        }
        let Counted { vote, hands, verdict } = self.counted(matter, course, step, c)?;
        let reference = c.reference.as_deref().filter(|number| !number.trim().is_empty());
        if step.kind == StepKind::Filing && reference.is_none() {
            return Err(Refusal::Empty { field: "reference" });
        }
        Ok(vec![
            StepTaken {
                matter: matter.key,
                step: step.key.clone(),
                hands,
                vote,
                verdict,
                reference: reference.map(|number| line("reference", number, NAME_LIMIT)).transpose()?,
                text: words_if("text", c.text.as_deref())?,
            }
            .into(),
        ])
    }

    /// The step that comes next, or runs.
    fn next_in<'a>(&self, matter: &'a Matter) -> Result<Progress<'a>, Refusal> {
        let next = matter.next_step(self.register, self.context.now);
        next.ok_or_else(|| ChainRefusal::Done { matter: self.register.id(matter.key) }.into())
    }

    /// A step is taken once all before it are.
    fn in_turn(&self, matter: &Matter, step: &Step) -> Result<(), Refusal> {
        let progress = matter.progress(self.register, self.context.now);
        let own = progress.iter().find(|own| own.step.key == step.key);
        match own.map(|own| own.state) {
            Some(StepState::Taken | StepState::Running) => Err(ChainRefusal::Taken { step: step.title.clone() }.into()),
            Some(StepState::Waiting) => Err(self.missing(step, &self.next_in(matter)?)),
            Some(StepState::Next) | None => Ok(()),
        }
    }

    /// That a step must wait for another.
    fn missing(&self, step: &Step, missing: &Progress<'_>) -> Refusal {
        let running = missing.state == StepState::Running;
        let until: Option<NaiveDate> = missing.until.filter(|_| running && self.hangs(missing));
        let unanswered = if running { missing.unanswered } else { 0 };
        let (step, missing) = (step.title.clone(), missing.step.title.clone());
        ChainRefusal::Missing { step, missing, until, unanswered }.into()
    }

    fn hangs(&self, progress: &Progress<'_>) -> bool {
        progress.until.is_some_and(|until| day_of(self.context.now) <= until)
    }

    /// What the count of a step comes to: by a vote in a meeting under the step's rule, or by hands.
    fn counted(&self, matter: &Matter, course: &Course, step: &Step, c: &TakeStep) -> Result<Counted, Refusal> {
        let hands = Hands {
            members: c.members,
            present: c.present,
            approve: c.approve,
            against: c.against,
            abstain: c.abstain,
        };
        let given = Some(hands).filter(|hands| *hands != Hands::default());
        let vote = c.vote.as_deref().filter(|vote| !vote.trim().is_empty());
        match (course.rule(step), vote, given) {
            (None, None, None) => Ok(Counted::default()),
            (Some(rule), Some(vote), None) => {
                let vote = self.vote(vote)?;
                let verdict = vote.closed.as_ref().map(|(_, finding)| finding.verdict);
                let verdict = verdict.ok_or_else(|| Refusal::VoteIsOpen { vote: self.register.id(vote.key) })?;
                if vote.matter != Some(matter.key) || vote.rule.name != rule.name {
                    let (vote, rule) = (self.register.id(vote.key), rule.name.clone());
                    return Err(ChainRefusal::OtherVote { vote, rule }.into());
                }
                Ok(Counted { vote: Some(vote.key), hands: None, verdict: Some(verdict) })
            }
            (Some(rule), None, Some(hands)) => {
                Ok(Counted { vote: None, hands: Some(hands), verdict: Some(verdict(rule, hands)?) })
            }
            (Some(_), ..) => Err(Refusal::OneOf { fields: &["vote", "for"] }),
            (None, ..) => Err(ChainRefusal::NotCounted { step: step.title.clone() }.into()),
        }
    }

    /// The step of its matter's chain that a notice takes; none where the chain asks for no such notice now or later.
    pub(super) fn step_published<'a>(&self, matter: &'a Matter, kind: NoticeKind) -> Result<Option<&'a Step>, Refusal> {
        let progress = matter.progress(self.register, self.context.now);
        let mut of_kind = progress.iter().filter(|progress| progress.step.notice == Some(kind));
        // A notice that hangs already may be posted in a second place.
        if of_kind.clone().any(|progress| progress.state == StepState::Running) {
            return Ok(None);
        }
        let open = of_kind.find(|progress| matches!(progress.state, StepState::Next | StepState::Waiting));
        let Some(step) = open.map(|progress| progress.step) else { return Ok(None) };
        self.in_turn(matter, step)?;
        if matter.stage() < step.stage {
            return Err(self.wrong_stage(matter));
        }
        Ok(Some(step))
    }

    /// What is adopted has been through the sign-offs and filings of its chain that belong to deliberation.
    pub(super) fn chain_lets_adopt(&self, matter: &Matter) -> Result<(), Refusal> {
        let progress = matter.progress(self.register, self.context.now);
        let missing = progress.iter().find(|progress| {
            progress.state != StepState::Taken
                && progress.step.kind != StepKind::Publication
                && progress.step.stage <= Stage::Deliberate
        });
        match missing {
            None => Ok(()),
            Some(missing) => {
                let (matter, missing) = (self.register.id(matter.key), missing.step.title.clone());
                Err(ChainRefusal::NotThrough { matter, missing }.into())
            }
        }
    }
}

/// What hands amount to under a rule; sums that contradict each other are refused.
fn verdict(rule: &VoteRule, hands: Hands) -> Result<Verdict, Refusal> {
    let mut count = Count::default().with(Part::Void, 0);
    for (base, amount) in [(rule.whole(), hands.members), (rule.there(), hands.present)] {
        count = amount.into_iter().fold(count, |count, amount| count.summing(base, amount.into()));
    }
    for (part, amount) in [(Part::For, hands.approve), (Part::Against, hands.against), (Part::Abstain, hands.abstain)] {
        count = amount.into_iter().fold(count, |count, amount| count.with(part, amount.into()));
    }
    let uses_present = |base: Base| base == rule.there();
    let asks_present = rule.tests.iter().any(|test| uses_present(test.counts) || uses_present(test.of));
    let needed = [("for", hands.approve, true), ("present", hands.present, asks_present)];
    if let Some((field, ..)) = needed.into_iter().find(|(_, given, asked)| *asked && given.is_none()) {
        return Err(Refusal::Empty { field });
    }
    let counted = tally(rule, &Figures { heads: count, area: Count::default() }, Silent::NotCounted);
    match counted.contradiction {
        Some((_, sum)) => Err(ChainRefusal::Contradicts { measure: Measure::Heads, sum }.into()),
        None => Ok(counted.verdict),
    }
}
