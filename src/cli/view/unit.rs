//! A unit in JSON.

use serde::Serialize;

use super::Sight;
use crate::domain::unit::{self, UnitUse};
use crate::domain::vote::Area;

#[derive(Debug, Serialize)]
pub(in crate::cli) struct Unit<'a> {
    pub(in crate::cli) id: String,
    building: &'a str,
    stairwell: Option<&'a str>,
    room: &'a str,
    area: Area,
    owner: Option<&'a str>,
    name: Option<&'a str>,
    #[serde(rename = "use")]
    usage: UnitUse,
    developer: bool,
    removed: Option<&'a str>,
}

impl<'a> Unit<'a> {
    pub(in crate::cli) fn new(sight: Sight<'_>, unit: &'a unit::Unit) -> Self {
        Self {
            id: sight.id(unit.key),
            building: &unit.building,
            stairwell: unit.stairwell.as_deref(),
            room: &unit.room,
            area: unit.area,
            owner: unit.owner.as_deref(),
            name: unit.name.as_deref(),
            usage: unit.usage,
            developer: unit.developer,
            removed: unit.removed.as_deref(),
        }
    }
}
