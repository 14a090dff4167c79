//! Facts about the council itself: its rules, its bodies, its people, and acts taken back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::code::BodyKind;
use crate::domain::edits::Known;
use crate::domain::id::{ActId, BodyRef, PersonRef};
use crate::domain::rule_set::RuleSet;

/// The council adopted a whole rule set; it governs what comes after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RulesAdopted {
    /// The rules, whole.
    pub rules: Box<RuleSet>,
}

/// A body joined the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BodyAdded {
    /// The body.
    pub body: BodyRef,
    /// Its number, `A-B01`.
    pub id: String,
    /// What kind of body.
    pub kind: BodyKind,
    /// Its own name; none: the plain name of its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The place it answers for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// One field of a body was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BodyChanged {
    /// The body.
    pub body: BodyRef,
    /// What it replaces.
    #[serde(flatten)]
    pub known: Known,
    /// The field and its new value.
    #[serde(flatten)]
    pub change: BodyField,
}

/// A person came onto the roster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonAdded {
    /// The person.
    pub person: PersonRef,
    /// The number, `A-P001`.
    pub id: String,
    /// Full name.
    pub name: String,
    /// The body represented.
    pub body: BodyRef,
    /// The role there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Building or address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Whether the person has a vote.
    pub voting: bool,
    /// The last day of the term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// One field of a person was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonChanged {
    /// The person.
    pub person: PersonRef,
    /// What it replaces.
    #[serde(flatten)]
    pub known: Known,
    /// The field and its new value.
    #[serde(flatten)]
    pub change: PersonField,
}

/// An earlier act was taken back; when that act was itself an undo, what it took back holds again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Undone {
    /// The act taken back.
    pub act: ActId,
}

/// Damaged lines of this writer were set aside and could not be repaired from any copy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinesLost {
    /// The file, from the council's folder.
    pub file: String,
    /// The lines.
    pub lines: Vec<Lost>,
}

/// A field of a body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "field", content = "to", rename_all = "snake_case")]
pub enum BodyField {
    /// What kind of body.
    Kind(BodyKind),
    /// Its own name; none: the plain name of its kind.
    Name(Option<String>),
    /// The place it answers for.
    Place(Option<String>),
}

/// A field of a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "field", content = "to", rename_all = "snake_case")]
pub enum PersonField {
    /// Full name.
    Name(String),
    /// The body represented.
    Body(BodyRef),
    /// The role there.
    Role(Option<String>),
    /// Telephone.
    Phone(Option<String>),
    /// Building or address.
    Place(Option<String>),
    /// Whether the person has a vote.
    Voting(bool),
    /// The last day of the term.
    Until(Option<NaiveDate>),
}

/// Lines that were lost, as `check` counted them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lost {
    /// The line in the file, from 1.
    pub line: u64,
    /// The act that stood there, if its number could still be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
    /// SHA-256 of the bytes set aside, in hex.
    pub sha256: String,
}
