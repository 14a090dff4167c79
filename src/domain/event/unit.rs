//! Facts about units and their owners.

use serde::{Deserialize, Serialize};

use crate::domain::edits::Known;
use crate::domain::id::UnitRef;
use crate::domain::unit::UnitUse;
use crate::domain::vote::Area;

/// A unit came onto the register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitAdded {
    /// The unit.
    pub unit: UnitRef,
    /// Its number, `2026-A-U001`.
    pub id: String,
    /// The building.
    pub building: String,
    /// The stairwell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stairwell: Option<String>,
    /// The room.
    pub room: String,
    /// Its area.
    pub area: Area,
    /// What stands for whoever owns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The owners' names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is used for.
    #[serde(rename = "use")]
    pub usage: UnitUse,
    /// Whether it is still the developer's.
    pub developer: bool,
}

/// One field of a unit was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitChanged {
    /// The unit.
    pub unit: UnitRef,
    /// What it replaces.
    #[serde(flatten)]
    pub known: Known,
    /// The field and its new value.
    #[serde(flatten)]
    pub change: UnitField,
}

/// A unit was taken off the register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitRemoved {
    /// The unit.
    pub unit: UnitRef,
    /// Why.
    pub reason: String,
}

/// A field of a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "field", content = "to", rename_all = "snake_case")]
pub enum UnitField {
    /// The building.
    Building(String),
    /// The stairwell.
    Stairwell(Option<String>),
    /// The room.
    Room(String),
    /// Its area.
    Area(Area),
    /// What stands for whoever owns it.
    Owner(Option<String>),
    /// The owners' names.
    Name(Option<String>),
    /// What it is used for.
    #[serde(rename = "use")]
    Usage(UnitUse),
    /// Whether it is still the developer's.
    Developer(bool),
}
