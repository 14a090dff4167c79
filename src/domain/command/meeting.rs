//! Asking for steps of a meeting.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::code::{Attendance, DecisionKind, MeetingKind, NoteKind, Outcome, Stance};
use crate::domain::entry::Instant;

/// Calls a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConveneMeeting {
    /// What kind of meeting.
    pub kind: MeetingKind,
    /// Its title.
    pub title: String,
    /// When it begins.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Instant,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who chairs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["person"]))]
    pub chair: Option<String>,
    /// Who takes the minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["person"]))]
    pub secretary: Option<String>,
    /// Who is expected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-names" = ["person"]))]
    pub invite: Vec<String>,
    /// The series it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// Its number in the series, from 1; if not said, the one after the highest known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// How long it is planned to last, in minutes, 1 to 1,440; if not said, as the rules say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
}

/// Changes fields of a meeting; an empty text clears a field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeMeeting {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// What kind of meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<MeetingKind>,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// When it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub at: Option<Instant>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who chairs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["person"]))]
    pub chair: Option<String>,
    /// Who takes the minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["person"]))]
    pub secretary: Option<String>,
    /// Who is expected, whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["person"]))]
    pub invite: Option<Vec<String>>,
    /// The series it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// Its number in the series, from 1; 0 clears it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// How long it is planned to last, in minutes, 1 to 1,440; 0: as the rules say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Calls a meeting off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelMeeting {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Places a matter or a free topic on an agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceOnAgenda {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: Option<String>,
    /// Or a free topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Planned minutes, 1 to 600.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// The kind of decision asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionKind>,
    /// The item it belongs under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<u32>,
}

/// Takes an item off an agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeOffAgenda {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// Or its matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["matter"]))]
    pub matter: Option<String>,
}

/// Opens a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenMeeting {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
}

/// Ends a meeting; what was not finished waits for the next one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AdjournMeeting {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
}

/// Records that a body confirms the minutes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmMinutes {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The body.
    #[schemars(extend("x-names" = ["body"]))]
    pub body: String,
    /// Who confirms for it.
    pub by: String,
    /// What the body holds against them all the same; it is kept with its confirmation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservation: Option<String>,
}

/// Records that a body objects to the minutes and does not confirm them as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectToMinutes {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The body.
    #[schemars(extend("x-names" = ["body"]))]
    pub body: String,
    /// Who objects for it.
    pub by: String,
    /// To what, and why.
    pub text: String,
}

/// Seals the minutes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealMinutes {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
}

/// Marks somebody's attendance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkAttendance {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["person"]))]
    pub person: Option<String>,
    /// Or the name of somebody who is not on the roster yet and is put there in the same act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The body that the new one speaks for; a guest without one has no vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["body"]))]
    pub body: Option<String>,
    /// How the person stands to the meeting.
    pub state: Attendance,
    /// Who holds the proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["person"]))]
    pub by_proxy: Option<String>,
    /// From when on; now if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub at: Option<Instant>,
}

/// Takes an item up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeUp {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The item.
    pub item: u32,
}

/// Puts something into the minutes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// What kind of entry.
    pub kind: NoteKind,
    /// The words.
    pub text: String,
    /// Who said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["person"]))]
    pub speaker: Option<String>,
    /// For which body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["body"]))]
    pub body: Option<String>,
    /// To speak for or against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// The motion that an amendment would change; the open one, if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-names" = ["note"]))]
    pub of: Option<String>,
    /// What the body undertakes with its position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undertakes: Option<String>,
    /// When it was said, if not now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub at: Option<Instant>,
}

/// Changes the words of an entry; the old ones stay on record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeNote {
    /// The entry.
    #[schemars(extend("x-names" = ["note"]))]
    pub note: String,
    /// The new words.
    pub text: String,
}

/// Records what the meeting made of an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resolve {
    /// The meeting.
    #[schemars(extend("x-names" = ["meeting"]))]
    pub meeting: String,
    /// The item.
    pub item: u32,
    /// What was made of it.
    pub outcome: Outcome,
    /// The resolution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// To whom it is referred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refer_to: Option<String>,
}
