//! Rules of the register of units and owners. What changes here changes no vote that has opened.

use super::Decision;
use super::council::{edits, some_change};
use super::desk::{Desk, NAME_LIMIT, line, line_if, words};
use crate::domain::command::{AddUnit, ChangeUnit, RemoveUnit};
use crate::domain::edits::Editable;
use crate::domain::event::{UnitAdded, UnitChanged, UnitField, UnitRemoved};
use crate::domain::id::UnitRef;
use crate::domain::refusal::{Kind, Refusal, UnitRefusal};
use crate::domain::unit::{Place, Unit, UnitUse};
use crate::domain::vote::Area;

/// The largest unit there can be, in 0.01 m²: a square kilometre. A sum over a whole town stays far below what fits.
const MOST_AREA: i64 = 100_000_000;

impl Desk<'_> {
    pub(super) fn add_unit(&self, c: &AddUnit) -> Decision {
        let (unit, id) = self.make(Kind::Unit, UnitRef);
        let added = UnitAdded {
            unit,
            id,
            building: line("building", &c.building, NAME_LIMIT)?,
            stairwell: line_if("stairwell", c.stairwell.as_deref(), NAME_LIMIT)?,
            room: line("room", &c.room, NAME_LIMIT)?,
            area: some_area(c.area)?,
            owner: line_if("owner", c.owner.as_deref(), NAME_LIMIT)?,
            name: line_if("name", c.name.as_deref(), NAME_LIMIT)?,
            usage: c.usage.unwrap_or(UnitUse::Home),
            developer: c.developer.unwrap_or(false),
        };
        let (building, stairwell, room) = (added.building.clone(), added.stairwell.clone(), added.room.clone());
        self.place_is_free(None, &Place { building, stairwell, room })?;
        Ok(vec![added.into()])
    }

    pub(super) fn change_unit(&self, c: &ChangeUnit) -> Decision {
        let unit = self.standing_unit(&c.unit)?;
        let mut changes = Vec::new();
        if let Some(building) = &c.building {
            changes.push(UnitField::Building(line("building", building, NAME_LIMIT)?));
        }
        if c.stairwell.is_some() {
            changes.push(UnitField::Stairwell(line_if("stairwell", c.stairwell.as_deref(), NAME_LIMIT)?));
        }
        if let Some(room) = &c.room {
            changes.push(UnitField::Room(line("room", room, NAME_LIMIT)?));
        }
        if let Some(area) = c.area {
            changes.push(UnitField::Area(some_area(area)?));
        }
        if c.owner.is_some() {
            changes.push(UnitField::Owner(line_if("owner", c.owner.as_deref(), NAME_LIMIT)?));
        }
        if c.name.is_some() {
            changes.push(UnitField::Name(line_if("name", c.name.as_deref(), NAME_LIMIT)?));
        }
        changes.extend(c.usage.map(UnitField::Usage));
        changes.extend(c.developer.map(UnitField::Developer));
        let mut moved = unit.clone();
        for change in &changes {
            moved.set(change.clone());
        }
        self.place_is_free(Some(unit.key), &moved.place())?;
        some_change(edits(unit, changes, |known, change| UnitChanged { unit: unit.key, known, change }))
    }

    pub(super) fn remove_unit(&self, c: &RemoveUnit) -> Decision {
        let unit = self.standing_unit(&c.unit)?;
        Ok(vec![UnitRemoved { unit: unit.key, reason: words("reason", &c.reason)? }.into()])
    }

    fn standing_unit(&self, given: &str) -> Result<&Unit, Refusal> {
        let unit = self.unit(given)?;
        match &unit.removed {
            None => Ok(unit),
            Some(_) => Err(UnitRefusal::Removed { unit: self.register.id(unit.key) }.into()),
        }
    }

    /// No other unit on the register is in the same place.
    fn place_is_free(&self, own: Option<UnitRef>, place: &Place) -> Result<(), Refusal> {
        match self.register.units_at(place).find(|unit| own != Some(unit.key)) {
            None => Ok(()),
            Some(unit) => Err(UnitRefusal::Taken { unit: self.register.id(unit.key), place: unit.label() }.into()),
        }
    }
}

fn some_area(area: Area) -> Result<Area, Refusal> {
    if (1..=MOST_AREA).contains(&area.0) { Ok(area) } else { Err(UnitRefusal::Area.into()) }
}
