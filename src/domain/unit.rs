//! The register of units and owners 房屋与业主台账, from which an owners' vote takes its base. Knows no vote.

use super::code::codes;
use super::edits::{Editable, Edits};
use super::event::UnitField;
use super::id::UnitRef;
use super::vote::Area;

codes! {
    /// What a unit is used for.
    UnitUse {
        /// A home 住宅.
        Home = "home",
        /// A shop or office 商铺.
        Shop = "shop",
        /// A garage 车库.
        Garage = "garage",
        /// A storage room 储藏室.
        Storage = "storage",
        /// A parking space 车位.
        Parking = "parking",
    }
}

impl UnitUse {
    /// What counts where a vote does not say: garages, storage and parking are out.
    pub const COUNTED: [Self; 2] = [Self::Home, Self::Shop];
}

/// Where a unit is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The building.
    pub building: String,
    /// The stairwell 单元, where the building has several.
    pub stairwell: Option<String>,
    /// The room.
    pub room: String,
}

/// A unit 专有部分 that somebody owns.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Itself.
    pub key: UnitRef,
    /// Its number.
    pub id: String,
    /// The building.
    pub building: String,
    /// The stairwell 单元, where the building has several.
    pub stairwell: Option<String>,
    /// The room.
    pub room: String,
    /// Its area: registered, else surveyed, else by contract.
    pub area: Area,
    /// What stands for whoever owns it: one key, one head. Co-owners share a key; a unit without one is a head of its own.
    pub owner: Option<String>,
    /// The owners' names, where they were given.
    pub name: Option<String>,
    /// What it is used for.
    pub usage: UnitUse,
    /// Whether it is still the developer's: not sold, or sold and not handed over. All such units are one head.
    pub developer: bool,
    /// Why it was taken off the register, if it was.
    pub removed: Option<String>,
    /// Edits of its fields.
    pub edits: Edits<UnitField>,
    /// Whether a newer program has written about it.
    pub newer: bool,
}

impl Unit {
    /// Where it is.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { building: self.building.clone(), stairwell: self.stairwell.clone(), room: self.room.clone() }
    }

    /// Where it is, as people say it: `3-2-501`.
    #[must_use]
    pub fn label(&self) -> String {
        let parts = [Some(&self.building), self.stairwell.as_ref(), Some(&self.room)];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("-")
    }
}

impl Editable for Unit {
    type Field = UnitField;

    fn field(&self, like: &Self::Field) -> Option<Self::Field> {
        use UnitField as F;
        Some(match like {
            F::Building(_) => F::Building(self.building.clone()),
            F::Stairwell(_) => F::Stairwell(self.stairwell.clone()),
            F::Room(_) => F::Room(self.room.clone()),
            F::Area(_) => F::Area(self.area),
            F::Owner(_) => F::Owner(self.owner.clone()),
            F::Name(_) => F::Name(self.name.clone()),
            F::Usage(_) => F::Usage(self.usage),
            F::Developer(_) => F::Developer(self.developer),
        })
    }

    fn set(&mut self, field: Self::Field) {
        use UnitField as F;
        match field {
            F::Building(building) => self.building = building,
            F::Stairwell(stairwell) => self.stairwell = stairwell,
            F::Room(room) => self.room = room,
            F::Area(area) => self.area = area,
            F::Owner(owner) => self.owner = owner,
            F::Name(name) => self.name = name,
            F::Usage(usage) => self.usage = usage,
            F::Developer(developer) => self.developer = developer,
        }
    }

    fn edits(&self) -> &Edits<Self::Field> {
        &self.edits
    }

    fn edits_mut(&mut self) -> &mut Edits<Self::Field> {
        &mut self.edits
    }
}
