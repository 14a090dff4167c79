//! Step chains 议事链: who must have said yes, been told, or been able to read it, before a matter goes on. A chain is
//! data; where a matter stands in its own follows from the facts. Must not know what a step is called in a language.

mod progress;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::{BodyKind, NoticeKind, codes};
use super::entry::Instant;
use super::id::{NoticeRef, VoteRef};
use super::rule_set::Words;
use super::stage::Stage;
use super::vote::{Verdict, VoteRule};

pub use progress::{Progress, StepState};

codes! {
    /// What is done in a step of a chain.
    StepKind {
        /// Bodies say yes 提议、商议、审议、决议: by count where the step has a rule, else in their own way.
        SignOff = "sign_off",
        /// It is filed with a body 备案.
        Filing = "filing",
        /// It is made public 公示, and taken once the notice has hung and every objection is answered.
        Publication = "publication",
    }
}

/// A chain of steps, each taken after the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chain {
    /// Its code name, `four-two`.
    pub name: String,
    /// Its name for people.
    pub title: Words,
    /// Where it comes from.
    pub source: Words,
    /// What whoever uses it should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Words>,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// A step of a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its code name, `review`; each once in a chain.
    pub key: String,
    /// Its name for people.
    pub title: Words,
    /// What is done.
    pub kind: StepKind,
    /// The kinds of body that do it, or with which it is filed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<BodyKind>,
    /// The rule it is counted by, by name; none: nothing is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What is to be recorded with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub records: Option<Words>,
    /// What is made public; publications have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<NoticeKind>,
    /// How many days that hangs at least, 1 to 365; publications have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// Within how many days an objection to it is answered, 1 to 365.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_days: Option<u32>,
    /// The step of the consultation a matter must have come to; deliberation if not said.
    #[serde(default = "deliberate", skip_serializing_if = "is_deliberate")]
    pub stage: Stage,
}

/// The chain of a matter, as it was when it began, and what has been done of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The chain, whole: what has begun by it goes on by it.
    pub chain: Box<Chain>,
    /// The rules its steps are counted by, whole.
    pub rules: Vec<VoteRule>,
    /// What was done, oldest first; a step that did not pass may stand there more than once.
    pub taken: Vec<Taken>,
}

/// A step that was taken, or tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// Its code name.
    pub step: String,
    /// When.
    pub at: Instant,
    /// What its count came to, where one was asked for.
    pub verdict: Option<Verdict>,
    /// The vote in a meeting that decided it.
    pub vote: Option<VoteRef>,
    /// The number it was filed under.
    pub reference: Option<String>,
    /// What was said.
    pub text: Option<String>,
    /// The notice it was made public with.
    pub notice: Option<NoticeRef>,
}

/// How many were for and against a step, of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hands {
    /// All members, or all who are expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// Those there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// For 同意.
    #[serde(rename = "for", default, skip_serializing_if = "Option::is_none")]
    pub approve: Option<u32>,
    /// Against 反对.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<u32>,
    /// Abstained 弃权.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstain: Option<u32>,
}

impl Chain {
    /// The step with this code name.
    #[must_use]
    pub fn step(&self, key: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.key == key)
    }

    /// The first step that makes no sense, if one does not; an empty name for the chain itself.
    #[must_use]
    pub fn contradiction(&self) -> Option<&str> {
        if self.name.trim().is_empty() || self.steps.is_empty() {
            return Some("");
        }
        let days = |days: Option<u32>| days.is_none_or(|days| (1..=365).contains(&days));
        let makes_sense = |step: &Step| {
            let publishes = step.kind == StepKind::Publication;
            !step.key.trim().is_empty()
                && (step.notice.is_some(), step.days.is_some()) == (publishes, publishes)
                && (publishes || step.answer_days.is_none())
                && (step.kind == StepKind::SignOff || step.rule.is_none())
                && days(step.days)
                && days(step.answer_days)
        };
        let known = |at: usize| self.steps[..at].iter().any(|earlier| earlier.key == self.steps[at].key);
        let wrong = self.steps.iter().enumerate().find(|(at, step)| known(*at) || !makes_sense(step));
        wrong.map(|(_, step)| step.key.as_str())
    }
}

impl Course {
    /// The rule a step is counted by.
    #[must_use]
    pub fn rule(&self, step: &Step) -> Option<&VoteRule> {
        let name = step.rule.as_ref()?;
        self.rules.iter().find(|rule| rule.name == *name)
    }
}

fn deliberate() -> Stage {
    Stage::Deliberate
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_deliberate(stage: &Stage) -> bool {
    *stage == Stage::Deliberate
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(steps: &str) -> Chain {
        let words = r#"{"zh":"链","en":"chain"}"#;
        serde_json::from_str(&format!(
            r#"{{"name":"ours","title":{words},"source":{words},"steps":[{}]}}"#,
            steps.replace("WORDS", &format!(r#""title":{words}"#))
        ))
        .unwrap()
    }

    #[test]
    fn a_chain_that_makes_no_sense_is_told_where() {
        let propose = r#"{"key":"propose",WORDS,"kind":"sign_off"}"#;
        assert_eq!(chain(propose).contradiction(), None);
        assert_eq!(chain("").contradiction(), Some(""));
        for (step, why) in [
            (r#"{"key":"propose",WORDS,"kind":"filing"}"#, "twice"),
            (r#"{"key":"post",WORDS,"kind":"publication","notice":"result"}"#, "without its days"),
            (r#"{"key":"post",WORDS,"kind":"publication","notice":"result","days":0}"#, "no days at all"),
            (r#"{"key":"file",WORDS,"kind":"filing","rule":"council/plurality"}"#, "a filing is not counted"),
            (r#"{"key":"vote",WORDS,"kind":"sign_off","answer_days":3}"#, "nobody objects to what is not posted"),
        ] {
            assert!(chain(&format!("{propose},{step}")).contradiction().is_some(), "{why}");
        }
    }

    #[test]
    fn a_step_belongs_to_deliberation_unless_it_says_otherwise() {
        let step = &chain(r#"{"key":"propose",WORDS,"kind":"sign_off"}"#).steps[0];
        assert_eq!(step.stage, Stage::Deliberate);
        assert!(!serde_json::to_string(step).unwrap().contains("stage"));
    }
}
