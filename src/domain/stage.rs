//! The four steps and where in them a matter can stand. Standings follow from the facts; nobody sets them.

use super::code::codes;

codes! {
    /// A step of the consultation, or its end.
    Stage {
        /// Raise 提事.
        Raise = "raise",
        /// Deliberate 议事.
        Deliberate = "deliberate",
        /// Act 办事.
        Act = "act",
        /// Evaluate 评事.
        Evaluate = "evaluate",
        /// Ended, one way or another.
        Closed = "closed",
    }

    /// Where in its step a matter stands.
    Standing {
        /// Raised, not screened yet.
        New = "new",
        /// Waits for an agenda, or for a quick word.
        Waiting = "waiting",
        /// On the agenda of a meeting.
        Scheduled = "scheduled",
        /// Taken up in a meeting.
        InDiscussion = "in_discussion",
        /// Referred to another body.
        Referred = "referred",
        /// To be done, nobody has it yet.
        Unassigned = "unassigned",
        /// Somebody works on it.
        InProgress = "in_progress",
        /// Work waits for something.
        Blocked = "blocked",
        /// Sent back after a bad follow-up.
        SentBack = "sent_back",
        /// Work has ended; the raiser is to be asked.
        ToAsk = "to_ask",
        /// The follow-up was good enough to close.
        Satisfied = "satisfied",
        /// Closed and archived.
        Done = "done",
        /// Declined at screening.
        Declined = "declined",
        /// Merged into another matter.
        Merged = "merged",
        /// Withdrawn by the raiser.
        Withdrawn = "withdrawn",
        /// Not adopted by a meeting.
        NotAdopted = "not_adopted",
        /// Passed on to another body and closed here.
        PassedOn = "passed_on",
    }
}

impl Standing {
    /// Whether it can be placed on an agenda.
    #[must_use]
    pub fn wants_agenda(self) -> bool {
        matches!(self, Self::Waiting | Self::Referred)
    }

    /// The step it belongs to.
    #[must_use]
    pub fn stage(self) -> Stage {
        match self {
            Self::New => Stage::Raise,
            Self::Waiting | Self::Scheduled | Self::InDiscussion | Self::Referred => Stage::Deliberate,
            Self::Unassigned | Self::InProgress | Self::Blocked | Self::SentBack => Stage::Act,
            Self::ToAsk | Self::Satisfied => Stage::Evaluate,
            Self::Done | Self::Declined | Self::Merged | Self::Withdrawn | Self::NotAdopted | Self::PassedOn => {
                Stage::Closed
            }
        }
    }
}
