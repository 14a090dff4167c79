//! Why a step of a chain is refused; must not know its sentence.

use chrono::NaiveDate;

use super::Refusal;
use crate::domain::rule_set::Words;
use crate::domain::vote::{Contradiction, Measure};

/// A refusal that is about the chain of steps that a matter follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainRefusal {
    /// No chain has this name.
    Unknown {
        /// What was given.
        given: String,
        /// Those there are.
        chains: Vec<String>,
    },
    /// The matter follows no chain.
    None {
        /// The matter's number.
        matter: String,
    },
    /// Steps of another chain have been taken.
    Begun {
        /// The matter's number.
        matter: String,
    },
    /// Every step has been taken.
    Done {
        /// The matter's number.
        matter: String,
    },
    /// The chain has no such step.
    UnknownStep {
        /// What was given.
        given: String,
        /// Those it has.
        steps: Vec<String>,
    },
    /// The step has been taken.
    Taken {
        /// The step.
        step: Words,
    },
    /// Another step comes before it.
    Missing {
        /// The step that was asked for.
        step: Words,
        /// The step that is missing.
        missing: Words,
        /// The day to the end of which that one hangs, where it hangs.
        until: Option<NaiveDate>,
        /// Objections to it that wait for an answer.
        unanswered: usize,
    },
    /// A resolution waits for a step of the chain.
    NotThrough {
        /// The matter's number.
        matter: String,
        /// The step that is missing.
        missing: Words,
    },
    /// The step is taken by posting its notice.
    Published {
        /// The step.
        step: Words,
        /// How many days it hangs.
        days: u32,
    },
    /// Nothing is counted in the step.
    NotCounted {
        /// The step.
        step: Words,
    },
    /// The vote is on another matter, or by another rule than the step's.
    OtherVote {
        /// The vote's number.
        vote: String,
        /// The step's rule.
        rule: String,
    },
    /// The figures contradict each other.
    Contradicts {
        /// What was counted.
        measure: Measure,
        /// The sum that cannot be right.
        sum: Contradiction,
    },
}

impl From<ChainRefusal> for Refusal {
    fn from(refusal: ChainRefusal) -> Self {
        Self::Chain(Box::new(refusal))
    }
}

impl ChainRefusal {
    /// The code scripts rely on.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "unknown_chain",
            Self::None { .. } => "no_chain",
            Self::Begun { .. } => "chain_begun",
            Self::Done { .. } => "chain_done",
            Self::UnknownStep { .. } => "unknown_step",
            Self::Taken { .. } => "step_taken",
            Self::Missing { .. } => "step_missing",
            Self::NotThrough { .. } => "chain_not_through",
            Self::Published { .. } => "step_is_published",
            Self::NotCounted { .. } => "step_not_counted",
            Self::OtherVote { .. } => "other_vote",
            Self::Contradicts { .. } => "sums_contradict",
        }
    }

    /// The field it speaks of.
    pub(super) fn field(&self) -> &'static str {
        match self {
            Self::Unknown { .. } | Self::Begun { .. } => "chain",
            Self::None { .. } | Self::Done { .. } | Self::NotThrough { .. } => "matter",
            Self::UnknownStep { .. } | Self::Taken { .. } | Self::Missing { .. } | Self::Published { .. } => "step",
            Self::NotCounted { .. } | Self::Contradicts { .. } => "for",
            Self::OtherVote { .. } => "vote",
        }
    }
}
