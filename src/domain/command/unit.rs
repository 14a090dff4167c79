//! Asking for changes of the register of units and owners.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::unit::UnitUse;
use crate::domain::vote::Area;

/// Adds a unit to the register of units and owners.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddUnit {
    /// The building.
    pub building: String,
    /// The stairwell, where the building has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stairwell: Option<String>,
    /// The room.
    pub room: String,
    /// Its area in m², at most two decimals, as text.
    pub area: Area,
    /// What stands for whoever owns it: one key is one head, co-owners share one. Left out: the unit is its own head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The owners' names; personal data, better left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is used for; a home if not said.
    #[serde(default, rename = "use", skip_serializing_if = "Option::is_none")]
    pub usage: Option<UnitUse>,
    /// Whether it is the developer's still, not sold or not handed over: all such units are one head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub developer: Option<bool>,
}

/// Changes fields of a unit; an empty text clears a field. Votes that are open keep the base they opened with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeUnit {
    /// The unit.
    #[schemars(extend("x-names" = ["unit"]))]
    pub unit: String,
    /// The building.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub building: Option<String>,
    /// The stairwell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stairwell: Option<String>,
    /// The room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
    /// Its area in m², at most two decimals, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// What stands for whoever owns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The owners' names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is used for.
    #[serde(default, rename = "use", skip_serializing_if = "Option::is_none")]
    pub usage: Option<UnitUse>,
    /// Whether it is the developer's still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub developer: Option<bool>,
}

/// Takes a unit off the register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveUnit {
    /// The unit.
    #[schemars(extend("x-names" = ["unit"]))]
    pub unit: String,
    /// Why.
    pub reason: String,
}
