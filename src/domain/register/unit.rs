//! The fold of facts about units and their owners.

use super::Register;
use super::fold::Act;
use crate::domain::edits::{Editable, Edits};
use crate::domain::event::{UnitAdded, UnitChanged, UnitRemoved};
use crate::domain::id::UnitRef;
use crate::domain::unit::{Place, Unit};

impl Register {
    pub(super) fn unit_added(&mut self, e: &UnitAdded, act: Act<'_>) {
        let unit = Unit {
            key: e.unit,
            id: e.id.clone(),
            building: e.building.clone(),
            stairwell: e.stairwell.clone(),
            room: e.room.clone(),
            area: e.area,
            owner: e.owner.clone(),
            name: e.name.clone(),
            usage: e.usage,
            developer: e.developer,
            removed: None,
            edits: Edits::new(act.id),
            newer: false,
        };
        self.places.entry(unit.place()).or_default().insert(e.unit);
        self.units.insert(e.unit, unit);
    }

    pub(super) fn unit_changed(&mut self, e: &UnitChanged, act: Act<'_>) -> Option<()> {
        let unit = self.units.get_mut(&e.unit)?;
        let before = unit.place();
        unit.edit(act.id, &e.known, &e.change);
        let now = unit.place();
        if unit.removed.is_none() && now != before {
            self.leave(&before, e.unit);
            self.places.entry(now).or_default().insert(e.unit);
        }
        Some(())
    }

    pub(super) fn unit_removed(&mut self, e: &UnitRemoved) -> Option<()> {
        let unit = self.units.get_mut(&e.unit)?;
        unit.removed.get_or_insert_with(|| e.reason.clone());
        let place = unit.place();
        self.leave(&place, e.unit);
        Some(())
    }

    fn leave(&mut self, place: &Place, unit: UnitRef) {
        if let Some(units) = self.places.get_mut(place) {
            units.remove(&unit);
        }
    }
}
