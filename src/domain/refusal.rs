//! Why the rules say no. Each refusal has a stable code for scripts; its sentence is in the text table.

mod chain;
mod code;
mod unit;
mod voting;

use super::ballot::Choice;
use super::entry::Instant;
use super::id::ActId;
use super::stage::Standing;
use super::vote::{Measure, OwnersMatter, Part, TestRule, WrongRule};

pub use chain::ChainRefusal;
pub use unit::UnitRefusal;
pub use voting::VotingRefusal;

/// What kind of thing an id was expected to name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A matter, `2026-A001`.
    Matter,
    /// A meeting, `2026-A-M01`.
    Meeting,
    /// A task, `2026-A-T001`.
    Task,
    /// A notice, `2026-A-N001`.
    Notice,
    /// An entry of the minutes, `2026-A-K001`.
    Note,
    /// An objection, `2026-A-O001`.
    Objection,
    /// A vote, `2026-A-V001`.
    Vote,
    /// A unit, `2026-A-U001`.
    Unit,
    /// A person, `A-P001`.
    Person,
    /// A body, `A-B01`.
    Body,
    /// A closed matter's place in the archive, `2026-A-G001`.
    Archive,
}

/// A refusal, with what its sentence needs to say.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// No such thing.
    UnknownId {
        /// What was expected.
        kind: Kind,
        /// What was given.
        given: String,
    },
    /// More than one thing answers to this.
    AmbiguousId {
        /// What was given.
        given: String,
        /// The numbers it could mean.
        candidates: Vec<String>,
    },
    /// A field must not be empty.
    Empty {
        /// The field.
        field: &'static str,
    },
    /// A field is longer than it may be.
    TooLong {
        /// The field.
        field: &'static str,
        /// Characters given.
        given: usize,
        /// Characters allowed.
        limit: usize,
    },
    /// A number lies outside its range.
    OutOfRange {
        /// The field.
        field: &'static str,
        /// The least value allowed.
        least: u32,
        /// The greatest value allowed.
        most: u32,
    },
    /// Exactly one of these fields must be given.
    OneOf {
        /// The fields.
        fields: &'static [&'static str],
    },
    /// The rule set in force knows no such category.
    UnknownCategory {
        /// What was given.
        given: String,
    },
    /// The program ships no such rule set.
    UnknownPreset {
        /// What was given.
        given: String,
    },
    /// The rule set contradicts itself or lacks something.
    BadRules {
        /// Where, as a path into the set.
        at: String,
    },
    /// A change that changes nothing.
    NothingChanges,
    /// A body of this name is at the table already.
    NameTaken {
        /// The name.
        name: String,
    },
    /// The matter is not where this step can be taken.
    WrongStage {
        /// The matter's number.
        matter: String,
        /// Where it stands.
        standing: Standing,
    },
    /// A matter cannot be merged into itself, or into one that has ended.
    CannotMergeInto {
        /// The number of the matter given as the goal.
        into: String,
    },
    /// The level given is not higher than the one it has.
    LevelNotHigher,
    /// Route and depth stand once work has begun.
    WorkHasBegun {
        /// The matter's number.
        matter: String,
    },
    /// An in-depth matter needs an adopted resolution before work or an answer.
    NotResolved {
        /// The matter's number.
        matter: String,
    },
    /// A council cannot settle what is for the owners to decide jointly (Civil Code art. 278).
    NeedsOwnersVote {
        /// The matter's number, or a free topic.
        matter: String,
        /// Which of the nine it looks like.
        likely: Option<OwnersMatter>,
    },
    /// There is no such rule to count a vote by.
    UnknownVoteRule {
        /// What was given.
        given: String,
    },
    /// A rule to count votes by makes no sense.
    BadVoteRule {
        /// Its name.
        rule: String,
        /// What is wrong.
        why: WrongRule,
    },
    /// A rule for one of the owners' matters asks less than the law (Civil Code art. 278).
    LooserThanLaw {
        /// Its name.
        rule: String,
        /// What it decides.
        matter: OwnersMatter,
        /// The test of the law that it does not hold to.
        test: TestRule,
    },
    /// A vote is open and stands in the way.
    VoteIsOpen {
        /// The vote's number.
        vote: String,
    },
    /// No vote is open in the meeting.
    NoVoteOpen {
        /// The meeting's number.
        meeting: String,
    },
    /// The ballots have been entered already, counted together or one by one.
    AlreadyCounted {
        /// The vote's number.
        vote: String,
    },
    /// The person's ballot has been entered already.
    AlreadyVoted {
        /// The person's name.
        person: String,
        /// How they voted.
        choice: Choice,
    },
    /// The person was not there, or has no vote, when the vote opened.
    NotInBase {
        /// The person's name.
        person: String,
        /// The vote's number.
        vote: String,
    },
    /// More votes than there can be.
    MoreThanAll {
        /// What was counted.
        measure: Measure,
        /// What was given, part by part.
        parts: Vec<(Part, i64)>,
        /// What it makes.
        made: i64,
        /// What there can be.
        most: i64,
    },
    /// Areas where heads are counted, or heads alone beside areas.
    BadAmount,
    /// The vote has no such option.
    UnknownOption {
        /// What was given.
        given: String,
        /// Those there are.
        options: Vec<String>,
    },
    /// Owners say yes or no to each candidate, by heads and area.
    OwnersChooseOneByOne,
    /// Nothing has been entered, so that there is nothing to close.
    NothingCast {
        /// The vote's number.
        vote: String,
    },
    /// The vote has not ended in a tie.
    NoTie {
        /// The vote's number.
        vote: String,
    },
    /// Something about a unit, or its ballot.
    Unit(UnitRefusal),
    /// Something about the window of a vote, who counts, or whether its rule may be used.
    Voting(VotingRefusal),
    /// Something about the chain of steps that a matter follows.
    Chain(Box<ChainRefusal>),
    /// Closing needs a good follow-up or a reason.
    NeedsReason,
    /// A follow-up that reached somebody must say what they answered.
    NeedsAnswer,
    /// The meeting is not open.
    MeetingNotOpen {
        /// The meeting's number.
        meeting: String,
    },
    /// The meeting is open or over already.
    MeetingBegun {
        /// The meeting's number.
        meeting: String,
    },
    /// The meeting has been called off.
    MeetingCancelled {
        /// The meeting's number.
        meeting: String,
    },
    /// The meeting has not been adjourned yet.
    MeetingNotOver {
        /// The meeting's number.
        meeting: String,
    },
    /// The meeting is interrupted; it must go on first.
    MeetingPaused {
        /// The meeting's number.
        meeting: String,
    },
    /// The meeting is not interrupted.
    MeetingNotPaused {
        /// The meeting's number.
        meeting: String,
    },
    /// Its kind takes no topics from the floor.
    NoFloorTopics {
        /// The meeting's number.
        meeting: String,
    },
    /// The minutes are sealed.
    MinutesSealed {
        /// The meeting's number.
        meeting: String,
    },
    /// This body has confirmed the minutes already.
    AlreadyConfirmed {
        /// When it did.
        at: Instant,
    },
    /// Nothing may join this agenda any more.
    AgendaLocked {
        /// The meeting's number.
        meeting: String,
    },
    /// The matter is on an agenda already.
    AlreadyScheduled {
        /// The number of that meeting.
        meeting: String,
    },
    /// The agenda has no such item.
    UnknownItem {
        /// The item given.
        item: u32,
    },
    /// The item was settled already.
    ItemSettled {
        /// The item given.
        item: u32,
    },
    /// The item is under discussion already.
    AlreadyTakenUp {
        /// The item given.
        item: u32,
    },
    /// The words of an item that has a matter are the matter's title.
    ItemHasMatter {
        /// The item given.
        item: u32,
    },
    /// An order must name every item once, and an item can only stand under one that stands under none.
    BadOrder {
        /// The item that is out of place.
        item: u32,
    },
    /// This hand is up already.
    HandIsUp,
    /// This hand is not up.
    NoHand,
    /// This person has the floor already.
    HasTheFloor,
    /// Nobody has the floor.
    NobodySpeaks,
    /// Only an amendment belongs to a motion, and only to one of its own meeting that stands.
    NotAMotion {
        /// The entry given.
        note: String,
    },
    /// The entry belongs to another meeting.
    NoteElsewhere {
        /// The entry given.
        note: String,
    },
    /// A position needs the body it is stated for.
    NeedsBody,
    /// A proxy needs its holder, and nobody can hold their own.
    BadProxy,
    /// The task is not in a state where this step can be taken.
    WrongTaskState {
        /// The task's number.
        task: String,
        /// Its state.
        state: super::task::TaskState,
    },
    /// A deadline moved to where it was, or backwards.
    NotLater,
    /// The objection was answered already.
    AlreadyAnswered,
    /// There is nothing of yours to take back.
    NothingToUndo,
    /// There is nothing of yours to bring back.
    NothingToRedo,
    /// A later act depends on it.
    TouchedSince {
        /// The act asked about.
        act: ActId,
        /// What it was.
        what: String,
        /// The later act.
        later: ActId,
        /// What that was.
        later_what: String,
        /// Who did it.
        by: String,
    },
    /// What is sealed or posted is not taken back; a correction is a new act.
    Sealed {
        /// What the act was.
        what: String,
    },
    /// A newer version of the program has written about this thing; here it can only be read.
    NeedsNewerProgram {
        /// Its number.
        id: String,
    },
}
