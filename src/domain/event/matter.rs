//! Facts about a matter 事项, from the first word to the archive.

use serde::{Deserialize, Serialize};

use crate::domain::code::{
    Channel, DecisionKind, Depth, Ending, Flag, Level, Means, Nature, Priority, Route, Satisfaction, Solved, Verdict,
    Warning,
};
use crate::domain::edits::Known;
use crate::domain::id::MatterRef;
use crate::domain::time::Due;

/// A matter was raised 提事.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatterRaised {
    /// The matter.
    pub matter: MatterRef,
    /// Its number, `2026-A001`.
    pub id: String,
    /// What it is, in a line.
    pub title: String,
    /// How it came.
    pub channel: Channel,
    /// Who raised it; none: anonymous.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raised_by: Option<String>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Category code of the rule set, `PK` or `PK01`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// What kind of word it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// The account in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// How many households it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    /// What it touches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
    /// The level it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// How pressing it is.
    pub priority: Priority,
}

/// One field of a matter was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatterChanged {
    /// The matter.
    pub matter: MatterRef,
    /// What it replaces.
    #[serde(flatten)]
    pub known: Known,
    /// The field and its new value.
    #[serde(flatten)]
    pub change: MatterField,
}

/// A matter was screened and accepted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatterAccepted {
    /// The matter.
    pub matter: MatterRef,
    /// The route of handling.
    pub route: Route,
    /// The depth of deliberation.
    pub depth: Depth,
    /// Who can settle it.
    pub decision: DecisionKind,
    /// When it must be done by.
    pub due: Due,
    /// Years whose holidays were not known when the date was reckoned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing_years: Vec<i32>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// A matter was declined, with the reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatterDeclined {
    /// The matter.
    pub matter: MatterRef,
    /// Why.
    pub reason: String,
    /// Where to go instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refer_to: Option<String>,
}

/// A matter was merged into another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatterMerged {
    /// The matter.
    pub matter: MatterRef,
    /// The matter that goes on.
    pub into: MatterRef,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A matter was raised a level 上报.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LevelRaised {
    /// The matter.
    pub matter: MatterRef,
    /// The level it had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Level>,
    /// The level it has now.
    pub level: Level,
    /// Why.
    pub reason: String,
}

/// The raiser was given an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RaiserTold {
    /// The matter.
    pub matter: MatterRef,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<Means>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A matter was answered on the spot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatterAnswered {
    /// The matter.
    pub matter: MatterRef,
    /// How it ended.
    pub ending: Ending,
    /// The answer.
    pub text: String,
}

/// The raiser was asked what became of it 回访.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FollowedUp {
    /// The matter.
    pub matter: MatterRef,
    /// Whether anybody was reached.
    pub reached: bool,
    /// Solved, in the raiser's word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solved: Option<Solved>,
    /// The raiser's satisfaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfaction: Option<Satisfaction>,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<Means>,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the rule set of the day makes of it.
    pub verdict: Verdict,
}

/// A matter was sent back to act 返办.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SentBack {
    /// The matter.
    pub matter: MatterRef,
}

/// A matter was closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatterClosed {
    /// The matter.
    pub matter: MatterRef,
    /// The archive number; none for what was passed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive: Option<String>,
    /// Why, where no good follow-up speaks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What was worth saying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// A matter was opened again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatterReopened {
    /// The matter.
    pub matter: MatterRef,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A field of a matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "field", content = "to", rename_all = "snake_case")]
pub enum MatterField {
    /// What it is, in a line.
    Title(String),
    /// How it came.
    Channel(Channel),
    /// Who raised it.
    RaisedBy(Option<String>),
    /// Where.
    Place(Option<String>),
    /// Category code.
    Category(Option<String>),
    /// What kind of word it is.
    Nature(Nature),
    /// The account in full.
    Detail(Option<String>),
    /// How many households it concerns.
    Households(u32),
    /// What it touches.
    Flags(Vec<Flag>),
    /// The level it belongs to.
    Level(Level),
    /// How pressing it is.
    Priority(Priority),
    /// When it must be done by.
    Due(Due),
    /// Who can settle it.
    Decision(DecisionKind),
    /// The route of handling.
    Route(Route),
    /// The depth of deliberation.
    Depth(Depth),
}
