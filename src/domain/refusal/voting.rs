//! Why a step of a vote is refused that its window, its tellers or its rule stand against; must not know its sentence.

use super::Refusal;
use crate::domain::entry::Instant;
use crate::domain::time::Due;

/// A refusal that is about the window of a vote, who counts, or whether its rule may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VotingRefusal {
    /// Ballots are taken no more.
    Ended {
        /// The vote's number.
        vote: String,
        /// Until when they were taken.
        until: Due,
    },
    /// The owners were told that they can vote until then, and not all have.
    BeforeEnd {
        /// The vote's number.
        vote: String,
        /// Until when.
        until: Due,
    },
    /// A vote cannot end before it opens.
    EndNotAhead,
    /// An end that is put off comes later.
    EndNotLater {
        /// The vote's number.
        vote: String,
        /// Until when ballots are taken now.
        until: Due,
    },
    /// The vote has no end that could be put off.
    NoWindow {
        /// The vote's number.
        vote: String,
    },
    /// The end was put off as often as the rule allows.
    ExtendedEnough {
        /// The vote's number.
        vote: String,
        /// How often that is.
        most: u32,
    },
    /// The ballot was handed in before the vote opened, or will be later than now.
    NotInWindow {
        /// The vote's number.
        vote: String,
        /// When it opened.
        opened: Instant,
    },
    /// The teller is the scrutineer, too, or one of them is a candidate.
    BadTeller {
        /// Who.
        person: String,
    },
    /// Nobody is to know who voted how.
    Secret {
        /// The vote's number.
        vote: String,
    },
    /// Silence counts under the rule, and what the owners adopted about it is not named.
    NotAdopted {
        /// The rule.
        rule: String,
    },
}

impl From<VotingRefusal> for Refusal {
    fn from(refusal: VotingRefusal) -> Self {
        Self::Voting(refusal)
    }
}

impl VotingRefusal {
    /// The code scripts rely on.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Ended { .. } => "vote_ended",
            Self::BeforeEnd { .. } => "before_end",
            Self::EndNotAhead => "end_not_ahead",
            Self::EndNotLater { .. } => "end_not_later",
            Self::NoWindow { .. } => "no_window",
            Self::ExtendedEnough { .. } => "extended_enough",
            Self::NotInWindow { .. } => "not_in_window",
            Self::BadTeller { .. } => "bad_teller",
            Self::Secret { .. } => "vote_secret",
            Self::NotAdopted { .. } => "rule_not_adopted",
        }
    }

    /// The field it speaks of.
    pub(super) fn field(&self) -> &'static str {
        match self {
            Self::Ended { .. } | Self::NotInWindow { .. } => "received",
            Self::BeforeEnd { .. } => "reason",
            Self::EndNotAhead | Self::EndNotLater { .. } | Self::NoWindow { .. } | Self::ExtendedEnough { .. } => {
                "until"
            }
            Self::BadTeller { .. } => "scrutineer",
            Self::Secret { .. } => "person",
            Self::NotAdopted { .. } => "rule",
        }
    }
}
