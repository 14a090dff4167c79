//! Ballots counted together: an amount for each thing a ballot can say. Knows no vote.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::vote::{Area, Measure, Part};

/// An amount for each thing a ballot can say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Sums<T> {
    /// For 同意.
    #[serde(rename = "for")]
    pub approve: T,
    /// Against 反对.
    pub against: T,
    /// Abstained 弃权.
    pub abstain: T,
    /// Void 废票.
    pub void: T,
}

/// Ballots counted together: a show of hands, or what was in a box.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Heads.
    pub heads: Sums<u32>,
    /// Areas; owners' votes have them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Sums<Area>>,
}

impl<T: Copy> Sums<T> {
    /// Each amount with the part it belongs to.
    #[must_use]
    pub fn parts(&self) -> [(Part, T); 4] {
        let Self { approve, against, abstain, void } = *self;
        [(Part::For, approve), (Part::Against, against), (Part::Abstain, abstain), (Part::Void, void)]
    }

    /// The same parts, each turned into something else.
    #[must_use]
    pub fn map<U>(&self, turn: impl Fn(T) -> U) -> Sums<U> {
        let Self { approve, against, abstain, void } = *self;
        Sums { approve: turn(approve), against: turn(against), abstain: turn(abstain), void: turn(void) }
    }

    fn and(&self, more: &Self, add: impl Fn(T, T) -> Option<T>) -> Option<Self> {
        Some(Self {
            approve: add(self.approve, more.approve)?,
            against: add(self.against, more.against)?,
            abstain: add(self.abstain, more.abstain)?,
            void: add(self.void, more.void)?,
        })
    }
}

impl Totals {
    /// The amounts of a measure, heads or 0.01 m²; none where no area is known.
    #[must_use]
    pub fn of(&self, measure: Measure) -> Option<[(Part, i64); 4]> {
        match measure {
            Measure::Heads => Some(self.heads.parts().map(|(part, heads)| (part, heads.into()))),
            Measure::Area => self.area.map(|area| area.parts().map(|(part, area)| (part, area.0))),
        }
    }
}

impl<T> Sums<Option<T>> {
    /// All of them, if all are known.
    #[must_use]
    pub fn all(self) -> Option<Sums<T>> {
        Some(Sums { approve: self.approve?, against: self.against?, abstain: self.abstain?, void: self.void? })
    }
}

impl Totals {
    /// These and those together; none where an area is known of one side only, or it comes to more than can be written.
    #[must_use]
    pub fn and(&self, more: &Self) -> Option<Self> {
        let area = match (&self.area, &more.area) {
            (None, None) => None,
            (Some(one), Some(other)) => Some(one.and(other, |a, b| a.0.checked_add(b.0).map(Area))?),
            _ => return None,
        };
        Some(Self { heads: self.heads.and(&more.heads, u32::checked_add)?, area })
    }
}
