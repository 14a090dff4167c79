//! Facts about a meeting 会议: called, prepared, held, minuted, sealed.

use serde::{Deserialize, Serialize};

use crate::domain::code::{Attendance, DecisionKind, MeetingKind, NoteKind, Outcome, Stance, Warning};
use crate::domain::edits::Known;
use crate::domain::entry::Instant;
use crate::domain::id::{BodyRef, MatterRef, MeetingRef, NoteRef, PersonRef, WriterId};

/// A meeting was called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeetingConvened {
    /// The meeting.
    pub meeting: MeetingRef,
    /// Its number, `2026-A-M01`.
    pub id: String,
    /// What kind of meeting.
    pub kind: MeetingKind,
    /// Its title.
    pub title: String,
    /// When it begins.
    pub at: Instant,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who chairs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<PersonRef>,
    /// Who takes the minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secretary: Option<PersonRef>,
    /// Who is expected.
    pub invite: Vec<PersonRef>,
    /// The series it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// Its number in the series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// How long it is planned to last, in minutes; none: as the rules say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// One field of a meeting was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeetingChanged {
    /// The meeting.
    pub meeting: MeetingRef,
    /// What it replaces.
    #[serde(flatten)]
    pub known: Known,
    /// The field and its new value.
    #[serde(flatten)]
    pub change: MeetingField,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// A meeting was called off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeetingCancelled {
    /// The meeting.
    pub meeting: MeetingRef,
    /// Matters that wait again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matters: Vec<MatterRef>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A matter or a free topic was placed on an agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlacedOnAgenda {
    /// The meeting.
    pub meeting: MeetingRef,
    /// Its number on this agenda, from 1, never given again.
    pub item: u32,
    /// The matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// Or a free topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Planned minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// The kind of decision asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionKind>,
    /// The item it belongs under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<u32>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// An item was taken off an agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TakenOffAgenda {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item.
    pub item: u32,
    /// The matter that waits again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
}

/// A meeting was opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeetingOpened {
    /// The meeting.
    pub meeting: MeetingRef,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// Somebody's attendance was marked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AttendanceMarked {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The person.
    pub person: PersonRef,
    /// How the person stands to the meeting.
    pub state: Attendance,
    /// Who holds the proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_proxy: Option<PersonRef>,
    /// From when on.
    pub at: Instant,
}

/// An item was taken up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemTakenUp {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item.
    pub item: u32,
    /// Its matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
}

/// Something was put into the minutes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Noted {
    /// The entry.
    pub note: NoteRef,
    /// Its number, `2026-A-K001`.
    pub id: String,
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item then under discussion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// Its matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// What kind of entry.
    pub kind: NoteKind,
    /// The words.
    pub text: String,
    /// Who said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<PersonRef>,
    /// For which body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<BodyRef>,
    /// For or against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// The motion that an amendment would change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub motion: Option<NoteRef>,
    /// What the body undertakes with its position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undertakes: Option<String>,
    /// When it was said, if not when it was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Instant>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// The words of an entry were changed; the old ones stay on record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NoteChanged {
    /// The entry.
    pub note: NoteRef,
    /// The meeting.
    pub meeting: MeetingRef,
    /// What it replaces.
    #[serde(flatten)]
    pub known: Known,
    /// The new words.
    pub text: String,
}

/// A meeting settled an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Resolved {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item.
    pub item: u32,
    /// Its matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// What was made of it.
    pub outcome: Outcome,
    /// The resolution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// To whom it was referred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refer_to: Option<String>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// A meeting ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeetingAdjourned {
    /// The meeting.
    pub meeting: MeetingRef,
    /// Matters left for the next meeting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unfinished: Vec<MatterRef>,
}

/// A body confirmed the minutes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MinutesConfirmed {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The body.
    pub body: BodyRef,
    /// Who confirmed for it.
    pub by: String,
    /// What the body holds against them all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservation: Option<String>,
}

/// A body objected to the minutes: it does not confirm them as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MinutesObjected {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The body.
    pub body: BodyRef,
    /// Who objected for it.
    pub by: String,
    /// To what, and why.
    pub text: String,
}

/// The minutes were sealed: what they say is fixed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MinutesSealed {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The end of every writer's chain as it was then.
    pub heads: Vec<Head>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// A field of a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "field", content = "to", rename_all = "snake_case")]
pub enum MeetingField {
    /// What kind of meeting.
    Kind(MeetingKind),
    /// Its title.
    Title(String),
    /// When it begins.
    At(Instant),
    /// Where.
    Place(Option<String>),
    /// Who chairs.
    Chair(Option<PersonRef>),
    /// Who takes the minutes.
    Secretary(Option<PersonRef>),
    /// Who is expected.
    Invite(Vec<PersonRef>),
    /// The series it belongs to.
    Series(Option<String>),
    /// Its number in the series.
    Number(Option<u32>),
    /// How long it is planned to last, in minutes.
    Minutes(Option<u32>),
}

/// The end of a writer's chain: sealed minutes name it, so that a tail cut off later shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The writer.
    pub writer: WriterId,
    /// Its last act.
    pub n: u64,
    /// That line's `h`, 32 hex digits.
    pub h: String,
}
