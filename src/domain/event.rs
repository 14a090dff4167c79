//! The facts that a council records, in the past tense. Nothing here decides: a fact has happened.
//!
//! In JSON an event is `{"event":"task_finished",…,"of":[…]}`: `of` lists all it touches, so that a program that does
//! not know the kind can still show which matter it concerned.

mod chain;
mod council;
mod matter;
mod meeting;
mod notice;
mod sitting;
mod task;
mod touch;
mod unit;
mod vote;

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::value::RawValue;

use super::code::Warning;
use super::id::Ref;

pub use chain::*;
pub use council::*;
pub use matter::*;
pub use meeting::*;
pub use notice::*;
pub use sitting::*;
pub use task::*;
pub use touch::Touch;
pub use unit::*;
pub use vote::*;

/// A fact of a kind, or with a word in it, that this version does not know; kept byte for byte.
#[derive(Debug, Clone)]
pub struct Unknown {
    /// The kind.
    pub kind: String,
    /// What it touches.
    pub of: Vec<Ref>,
    /// The whole event as it was read.
    pub raw: Box<RawValue>,
}

impl PartialEq for Unknown {
    fn eq(&self, other: &Self) -> bool {
        self.raw.get() == other.raw.get()
    }
}

/// An event as it is written.
#[derive(Serialize)]
struct Line<'a, F> {
    event: &'a str,
    #[serde(flatten)]
    fact: &'a F,
    of: Vec<Ref>,
}

/// The kind alone.
#[derive(Deserialize)]
struct Tag<'a> {
    #[serde(borrow)]
    event: Cow<'a, str>,
}

/// The kind of an event, read before the rest. Our own lines begin with it, so most need no further look.
fn kind(raw: &str) -> Result<Cow<'_, str>, serde_json::Error> {
    match raw.strip_prefix(r#"{"event":""#).and_then(|rest| rest.split_once('"')) {
        Some((kind, _)) if !kind.contains('\\') => Ok(Cow::Borrowed(kind)),
        _ => serde_json::from_str::<Tag<'_>>(raw).map(|tag| tag.event),
    }
}

/// What an unknown kind concerns.
#[derive(Deserialize)]
struct Concerned {
    #[serde(default)]
    of: Vec<Ref>,
}

/// Declares the kinds of event, each with its name in the journal.
macro_rules! events {
    ($($(#[$doc:meta])* $kind:ident = $name:literal),+ $(,)?) => {
        /// A fact. A new kind breaks the build wherever it is not handled.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Event {
            $($(#[$doc])* $kind($kind),)+
            /// A kind that a newer version writes: kept as it is, and what it concerns is read-only here.
            Unknown(Unknown),
        }

        impl Event {
            /// The name of its kind in the journal.
            #[must_use]
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$kind(_) => $name,)+
                    Self::Unknown(unknown) => &unknown.kind,
                }
            }

            /// Reads an event. What a newer version may have written, a kind or a word in it, is kept whole.
            fn read(raw: &RawValue) -> Result<Self, serde_json::Error> {
                let kind = kind(raw.get())?;
                let known = match &*kind {
                    $($name => serde_json::from_str(raw.get()).map(Self::$kind).ok(),)+
                    _ => None,
                };
                match known {
                    Some(event) => Ok(event),
                    None => {
                        let of = serde_json::from_str::<Concerned>(raw.get())?.of;
                        Ok(Self::Unknown(Unknown { kind: kind.into_owned(), of, raw: raw.to_owned() }))
                    }
                }
            }
        }

        impl Serialize for Event {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$kind(fact) => Line { event: $name, fact, of: self.touch().of() }.serialize(serializer),)+
                    Self::Unknown(unknown) => unknown.raw.serialize(serializer),
                }
            }
        }

        $(impl From<$kind> for Event {
            fn from(fact: $kind) -> Self {
                Self::$kind(fact)
            }
        })+
    };
}

events! {
    /// The council adopted a whole rule set; it governs what comes after.
    RulesAdopted = "rules_adopted",
    /// A body joined the table.
    BodyAdded = "body_added",
    /// One field of a body was changed.
    BodyChanged = "body_changed",
    /// A person came onto the roster.
    PersonAdded = "person_added",
    /// One field of a person was changed.
    PersonChanged = "person_changed",
    /// A unit came onto the register of units and owners.
    UnitAdded = "unit_added",
    /// One field of a unit was changed.
    UnitChanged = "unit_changed",
    /// A unit was taken off the register.
    UnitRemoved = "unit_removed",
    /// A matter was raised 提事.
    MatterRaised = "matter_raised",
    /// One field of a matter was changed.
    MatterChanged = "matter_changed",
    /// A matter was screened and accepted.
    MatterAccepted = "matter_accepted",
    /// A matter was declined, with the reason.
    MatterDeclined = "matter_declined",
    /// A matter was merged into another.
    MatterMerged = "matter_merged",
    /// A matter was raised a level 上报.
    LevelRaised = "level_raised",
    /// The raiser was given an answer.
    RaiserTold = "raiser_told",
    /// A matter was answered on the spot.
    MatterAnswered = "matter_answered",
    /// A matter was closed.
    MatterClosed = "matter_closed",
    /// A matter was opened again.
    MatterReopened = "matter_reopened",
    /// A matter began a chain of steps 议事链.
    ChainStarted = "chain_started",
    /// A step of a chain was taken, or did not pass.
    StepTaken = "step_taken",
    /// A meeting was called.
    MeetingConvened = "meeting_convened",
    /// One field of a meeting was changed.
    MeetingChanged = "meeting_changed",
    /// A meeting was called off.
    MeetingCancelled = "meeting_cancelled",
    /// A matter or a free topic was placed on an agenda.
    PlacedOnAgenda = "placed_on_agenda",
    /// An item was taken off an agenda.
    TakenOffAgenda = "taken_off_agenda",
    /// A meeting was opened.
    MeetingOpened = "meeting_opened",
    /// Somebody's attendance was marked.
    AttendanceMarked = "attendance_marked",
    /// An item was taken up.
    ItemTakenUp = "item_taken_up",
    /// Something was put into the minutes.
    Noted = "noted",
    /// The words of an entry were changed; the old ones stay on record.
    NoteChanged = "note_changed",
    /// A vote was opened; its rule and its base are fixed from here on.
    VoteOpened = "vote_opened",
    /// Votes were cast, or counted.
    VotesCast = "votes_cast",
    /// The end of a vote was put off.
    VoteExtended = "vote_extended",
    /// A vote was closed.
    VoteClosed = "vote_closed",
    /// What was counted was corrected after the vote had closed.
    VoteCorrected = "vote_corrected",
    /// A meeting settled an item.
    Resolved = "resolved",
    /// A meeting ended.
    MeetingAdjourned = "meeting_adjourned",
    /// A body confirmed the minutes.
    MinutesConfirmed = "minutes_confirmed",
    /// A body objected to the minutes.
    MinutesObjected = "minutes_objected",
    /// The minutes were sealed: what they say is fixed.
    MinutesSealed = "minutes_sealed",
    /// One field of an item of an agenda was changed.
    ItemChanged = "item_changed",
    /// An agenda was put into an order.
    AgendaOrdered = "agenda_ordered",
    /// A meeting was interrupted.
    MeetingPaused = "meeting_paused",
    /// A meeting went on.
    MeetingResumed = "meeting_resumed",
    /// An item was set aside, to be taken up again.
    ItemSetAside = "item_set_aside",
    /// Somebody asked for the floor 举手.
    HandRaised = "hand_raised",
    /// Somebody no longer asked for the floor.
    HandLowered = "hand_lowered",
    /// The chair gave somebody the floor.
    FloorGiven = "floor_given",
    /// Whoever had the floor had ended.
    TurnEnded = "turn_ended",
    /// Somebody raised a point of order 秩序问题.
    OrderCalled = "order_called",
    /// An entry of the minutes was struck.
    NoteStruck = "note_struck",
    /// A correction was added to minutes of a meeting that was over.
    MinutesCorrected = "minutes_corrected",
    /// Work was given to somebody 派单.
    TaskAssigned = "task_assigned",
    /// The lead took the task 签收.
    TaskReceived = "task_received",
    /// The lead gave the task back 退单.
    TaskReturned = "task_returned",
    /// Progress was reported.
    ProgressReported = "progress_reported",
    /// The deadline of a task was moved.
    TaskExtended = "task_extended",
    /// A task was finished 办结.
    TaskFinished = "task_finished",
    /// Finished work was accepted 验收.
    TaskAccepted = "task_accepted",
    /// A public notice was posted 公示.
    NoticePosted = "notice_posted",
    /// Somebody objected to a notice 异议.
    ObjectionMade = "objection_made",
    /// An objection was answered.
    ObjectionAnswered = "objection_answered",
    /// The raiser was asked what became of it 回访.
    FollowedUp = "followed_up",
    /// A matter was sent back to act 返办.
    SentBack = "sent_back",
    /// An earlier act was taken back; when that act was itself an undo, what it took back holds again.
    Undone = "undone",
    /// Damaged lines of this writer were set aside and could not be repaired from any copy.
    LinesLost = "lines_lost",
}

impl Event {
    /// What the rules allowed and still found worth saying.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        match self {
            Self::MatterAccepted(e) => &e.warnings,
            Self::MatterClosed(e) => &e.warnings,
            Self::MeetingConvened(e) => &e.warnings,
            Self::MeetingChanged(e) => &e.warnings,
            Self::MeetingOpened(e) => &e.warnings,
            Self::Noted(e) => &e.warnings,
            Self::FloorGiven(e) => &e.warnings,
            Self::TurnEnded(e) => &e.warnings,
            Self::PlacedOnAgenda(e) => &e.warnings,
            Self::VoteOpened(e) => &e.warnings,
            Self::VoteClosed(e) => &e.warnings,
            Self::Resolved(e) => &e.warnings,
            Self::MinutesSealed(e) => &e.warnings,
            Self::TaskAssigned(e) => &e.warnings,
            Self::TaskExtended(e) => &e.warnings,
            Self::NoticePosted(e) => &e.warnings,
            Self::ObjectionMade(e) => &e.warnings,
            _ => &[],
        }
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A second look at the same bytes costs less than serde's buffering of tagged enums, and keep unknown kinds whole.
        let raw = <&RawValue>::deserialize(deserializer)?;
        Self::read(raw).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_newer_version_wrote_is_kept_as_it_is() {
        let kind = r#"{"event":"drone_sent","of":["k3f9q2.7.0"],"speed":3}"#;
        let word =
            r#"{"event":"level_raised","matter":"k3f9q2.7.0","level":"galaxy","reason":"x","of":["k3f9q2.7.0"]}"#;
        for text in [kind, word] {
            let event: Event = serde_json::from_str(text).unwrap();
            assert!(matches!(&event, Event::Unknown(unknown) if unknown.of == ["k3f9q2.7.0".parse().unwrap()]));
            assert_eq!(serde_json::to_string(&event).unwrap(), text);
        }
    }

    #[test]
    fn an_event_is_written_with_all_it_touches() {
        let text = r#"{"event":"sent_back","matter":"k3f9q2.7.0","of":["k3f9q2.7.0"]}"#;
        let event: Event = serde_json::from_str(text).unwrap();
        assert_eq!(event, SentBack { matter: crate::domain::id::MatterRef("k3f9q2.7.0".parse().unwrap()) }.into());
        assert_eq!(serde_json::to_string(&event).unwrap(), text);
    }
}
