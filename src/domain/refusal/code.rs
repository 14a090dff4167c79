//! The codes that scripts rely on, and the field that a refusal speaks of; must not know its sentence.

use super::Refusal;

impl Refusal {
    /// The code scripts rely on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownId { .. } => "unknown_id",
            Self::AmbiguousId { .. } => "ambiguous_id",
            Self::Empty { .. } => "empty",
            Self::TooLong { .. } => "too_long",
            Self::OutOfRange { .. } => "out_of_range",
            Self::OneOf { .. } => "one_of",
            Self::UnknownCategory { .. } => "unknown_category",
            Self::UnknownPreset { .. } => "unknown_preset",
            Self::BadRules { .. } => "bad_rules",
            Self::NothingChanges => "nothing_changes",
            Self::NameTaken { .. } => "name_taken",
            Self::WrongStage { .. } => "wrong_stage",
            Self::CannotMergeInto { .. } => "cannot_merge_into",
            Self::LevelNotHigher => "level_not_higher",
            Self::WorkHasBegun { .. } => "work_has_begun",
            Self::NotResolved { .. } => "not_resolved",
            Self::NeedsOwnersVote { .. } => "needs_owners_vote",
            Self::UnknownVoteRule { .. } => "unknown_vote_rule",
            Self::BadVoteRule { .. } => "bad_vote_rule",
            Self::LooserThanLaw { .. } => "looser_than_law",
            Self::VoteIsOpen { .. } => "vote_open",
            Self::NoVoteOpen { .. } => "vote_not_open",
            Self::AlreadyCounted { .. } => "already_counted",
            Self::AlreadyVoted { .. } => "already_voted",
            Self::NotInBase { .. } => "not_in_base",
            Self::MoreThanAll { .. } => "more_than_all",
            Self::BadAmount => "bad_amount",
            Self::UnknownOption { .. } => "unknown_option",
            Self::OwnersChooseOneByOne => "owners_choose_one_by_one",
            Self::NothingCast { .. } => "nothing_cast",
            Self::NoTie { .. } => "no_tie",
            Self::Unit(why) => why.code(),
            Self::Voting(why) => why.code(),
            Self::NeedsReason => "needs_reason",
            Self::NeedsAnswer => "needs_answer",
            Self::MeetingNotOpen { .. } => "meeting_not_open",
            Self::MeetingBegun { .. } => "meeting_begun",
            Self::MeetingCancelled { .. } => "meeting_cancelled",
            Self::MeetingNotOver { .. } => "meeting_not_over",
            Self::MeetingPaused { .. } => "meeting_paused",
            Self::MeetingNotPaused { .. } => "meeting_not_paused",
            Self::NoFloorTopics { .. } => "no_floor_topics",
            Self::MinutesSealed { .. } => "minutes_sealed",
            Self::AlreadyConfirmed { .. } => "already_confirmed",
            Self::AgendaLocked { .. } => "agenda_locked",
            Self::AlreadyScheduled { .. } => "already_scheduled",
            Self::UnknownItem { .. } => "unknown_item",
            Self::ItemSettled { .. } => "item_settled",
            Self::AlreadyTakenUp { .. } => "already_taken_up",
            Self::ItemHasMatter { .. } => "item_has_matter",
            Self::BadOrder { .. } => "bad_order",
            Self::HandIsUp => "hand_is_up",
            Self::NoHand => "no_hand",
            Self::HasTheFloor => "has_the_floor",
            Self::NobodySpeaks => "nobody_speaks",
            Self::NotAMotion { .. } => "not_a_motion",
            Self::NoteElsewhere { .. } => "note_elsewhere",
            Self::NeedsBody => "needs_body",
            Self::BadProxy => "bad_proxy",
            Self::WrongTaskState { .. } => "wrong_task_state",
            Self::NotLater => "not_later",
            Self::AlreadyAnswered => "already_answered",
            Self::NothingToUndo => "nothing_to_undo",
            Self::NothingToRedo => "nothing_to_redo",
            Self::TouchedSince { .. } => "touched_since",
            Self::Sealed { .. } => "sealed",
            Self::NeedsNewerProgram { .. } => "needs_newer_program",
        }
    }

    /// The field it speaks of, if it speaks of one.
    #[must_use]
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Self::Empty { field } | Self::TooLong { field, .. } | Self::OutOfRange { field, .. } => Some(field),
            Self::UnknownCategory { .. } => Some("category"),
            Self::UnknownPreset { .. } => Some("preset"),
            Self::BadRules { .. } | Self::BadVoteRule { .. } | Self::LooserThanLaw { .. } => Some("rules"),
            Self::UnknownVoteRule { .. } => Some("rule"),
            Self::UnknownOption { .. } => Some("counts"),
            Self::OwnersChooseOneByOne => Some("options"),
            Self::NoTie { .. } => Some("run_off_of"),
            Self::CannotMergeInto { .. } => Some("into"),
            Self::LevelNotHigher => Some("level"),
            Self::NeedsReason => Some("reason"),
            Self::Unit(why) => Some(why.field()),
            Self::Voting(why) => Some(why.field()),
            Self::NeedsBody => Some("body"),
            Self::BadProxy => Some("by_proxy"),
            Self::NotLater => Some("due"),
            Self::ItemHasMatter { .. } => Some("topic"),
            Self::BadOrder { .. } => Some("order"),
            Self::AlreadyVoted { .. } | Self::NotInBase { .. } | Self::HandIsUp | Self::NoHand | Self::HasTheFloor => {
                Some("person")
            }
            Self::NotAMotion { .. } => Some("of"),
            Self::NoteElsewhere { .. } => Some("note"),
            Self::UnknownItem { .. } | Self::ItemSettled { .. } | Self::AlreadyTakenUp { .. } => Some("item"),
            _ => None,
        }
    }
}
