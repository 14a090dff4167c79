//! What a person may ask of the council, in the imperative; the rules answer with facts or a refusal.
//!
//! In JSON a command is `{"do":"raise_matter",…}`. Things are named as people name them: by number (`2026-A001`, `A1`,
//! `1`), a body also by its exact name or by its kind.

mod chain;
mod council;
mod matter;
mod meeting;
mod notice;
mod sitting;
mod task;
mod unit;
mod vote;

use schemars::{JsonSchema, Schema, schema_for};
use serde::{Deserialize, Deserializer, Serialize};

pub use chain::*;
pub use council::*;
pub use matter::*;
pub use meeting::*;
pub use notice::*;
pub use sitting::*;
pub use task::*;
pub use unit::*;
pub use vote::*;

/// Declares the commands, each with the name it has after `do`.
macro_rules! commands {
    ($($(#[$doc:meta])* $kind:ident = $name:literal),+ $(,)?) => {
        /// A request.
        #[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
        #[serde(tag = "do")]
        pub enum Command {
            $($(#[$doc])* #[serde(rename = $name)] $kind($kind),)+
        }

        impl Command {
            /// The name of every command, in the order of the four steps.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// The name it has after `do`; recorded with what it brings about.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self { $(Self::$kind(_) => $name),+ }
            }

            /// Reads the fields of the command with this name; `None` when there is no such command.
            ///
            /// # Errors
            /// A field is missing, unknown, or of another type.
            pub fn read<'de, D: Deserializer<'de>>(name: &str, fields: D) -> Option<Result<Self, D::Error>> {
                match name {
                    $($name => Some($kind::deserialize(fields).map(Self::$kind)),)+
                    _ => None,
                }
            }

            /// The JSON Schema of the fields of the command with this name.
            #[must_use]
            pub fn schema(name: &str) -> Option<Schema> {
                match name {
                    $($name => Some(schema_for!($kind)),)+
                    _ => None,
                }
            }
        }

        $(impl From<$kind> for Command {
            fn from(command: $kind) -> Self {
                Self::$kind(command)
            }
        })+
    };
}

commands! {
    /// Adds a body to the table.
    AddBody = "add_body",
    /// Changes fields of a body; an empty text clears a field.
    ChangeBody = "change_body",
    /// Adds a person to the roster.
    AddPerson = "add_person",
    /// Changes fields of a person; an empty text clears a field.
    ChangePerson = "change_person",
    /// Adds a unit to the register of units and owners.
    AddUnit = "add_unit",
    /// Changes fields of a unit; an empty text clears a field.
    ChangeUnit = "change_unit",
    /// Takes a unit off the register.
    RemoveUnit = "remove_unit",
    /// Adopts a whole rule set, given here or shipped with the program.
    AdoptRules = "adopt_rules",
    /// Takes back the latest act, where that is still allowed.
    Undo = "undo",
    /// Brings back the act taken back last, where that is still allowed.
    Redo = "redo",
    /// Raises a matter 提事.
    RaiseMatter = "raise_matter",
    /// Changes fields of a matter; an empty text clears a field.
    ChangeMatter = "change_matter",
    /// Screens a matter and accepts it.
    AcceptMatter = "accept_matter",
    /// Declines a matter.
    DeclineMatter = "decline_matter",
    /// Merges a matter into another.
    MergeMatter = "merge_matter",
    /// Raises a matter a level 上报.
    RaiseLevel = "raise_level",
    /// Records that the raiser was given an answer.
    TellRaiser = "tell_raiser",
    /// Answers a matter without a task.
    AnswerMatter = "answer_matter",
    /// Records that the raiser was asked what became of it 回访.
    FollowUp = "follow_up",
    /// Closes a matter.
    CloseMatter = "close_matter",
    /// Opens a matter again.
    ReopenMatter = "reopen_matter",
    /// Lets a matter follow a chain of steps 议事链.
    StartChain = "start_chain",
    /// Takes the next step of a matter's chain.
    TakeStep = "take_step",
    /// Calls a meeting.
    ConveneMeeting = "convene_meeting",
    /// Changes fields of a meeting; an empty text clears a field.
    ChangeMeeting = "change_meeting",
    /// Changes who is expected at a meeting.
    Invite = "invite",
    /// Calls a meeting off.
    CancelMeeting = "cancel_meeting",
    /// Places a matter or a free topic on an agenda.
    PlaceOnAgenda = "place_on_agenda",
    /// Places several things on an agenda in one act.
    FillAgenda = "fill_agenda",
    /// Takes an item off an agenda.
    TakeOffAgenda = "take_off_agenda",
    /// Changes an item of an agenda.
    ChangeItem = "change_item",
    /// Puts the whole agenda into an order.
    OrderAgenda = "order_agenda",
    /// Opens a meeting.
    OpenMeeting = "open_meeting",
    /// Interrupts a meeting.
    PauseMeeting = "pause_meeting",
    /// Goes on with an interrupted meeting.
    ResumeMeeting = "resume_meeting",
    /// Ends a meeting; what was not finished waits for the next one.
    AdjournMeeting = "adjourn_meeting",
    /// Records that a body confirms the minutes.
    ConfirmMinutes = "confirm_minutes",
    /// Records that a body objects to the minutes.
    ObjectToMinutes = "object_to_minutes",
    /// Seals the minutes.
    SealMinutes = "seal_minutes",
    /// Adds a correction to minutes of a meeting that is over.
    CorrectMinutes = "correct_minutes",
    /// Marks somebody's attendance.
    MarkAttendance = "mark_attendance",
    /// Takes an item up.
    TakeUp = "take_up",
    /// Sets an item aside, to be taken up again.
    SetAside = "set_aside",
    /// Somebody asks for the floor 举手.
    RaiseHand = "raise_hand",
    /// Somebody no longer asks for the floor.
    LowerHand = "lower_hand",
    /// The chair gives the floor.
    GiveFloor = "give_floor",
    /// Whoever has the floor has ended.
    EndTurn = "end_turn",
    /// Somebody raises a point of order 秩序问题.
    PointOfOrder = "point_of_order",
    /// Puts something into the minutes.
    Note = "note",
    /// Changes the words of an entry; the old ones stay on record.
    ChangeNote = "change_note",
    /// Opens a vote on an item.
    OpenVote = "open_vote",
    /// Puts votes into the vote that is open.
    CastVotes = "cast_votes",
    /// Puts off the end of the vote that is open.
    ExtendVote = "extend_vote",
    /// Closes the vote that is open.
    CloseVote = "close_vote",
    /// Corrects what was counted in a vote that has closed.
    CorrectVote = "correct_vote",
    /// Strikes an entry of the minutes; it stays to be seen.
    StrikeNote = "strike_note",
    /// Records what the meeting made of an item.
    Resolve = "resolve",
    /// Gives work to somebody 派单.
    AssignTask = "assign_task",
    /// The lead takes the task 签收.
    ReceiveTask = "receive_task",
    /// The lead gives the task back 退单.
    ReturnTask = "return_task",
    /// Reports progress.
    ReportProgress = "report_progress",
    /// Moves a deadline.
    ExtendTask = "extend_task",
    /// Finishes a task 办结.
    FinishTask = "finish_task",
    /// Accepts finished work 验收.
    AcceptTask = "accept_task",
    /// Posts a public notice 公示.
    PostNotice = "post_notice",
    /// Records an objection 异议.
    ObjectToNotice = "object_to_notice",
    /// Answers an objection.
    AnswerObjection = "answer_objection",
}
