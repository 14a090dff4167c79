//! The agenda of a meeting: its items in their order, and which comes next. Must not know who may change it.

use super::Meeting;
use crate::domain::code::{DecisionKind, Outcome};
use crate::domain::edits::{Editable, Edits};
use crate::domain::entry::Instant;
use crate::domain::event::ItemField;
use crate::domain::id::MatterRef;

/// An item of an agenda.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its number, from 1, never given again.
    pub number: u32,
    /// Its matter, or the matter a free topic became.
    pub matter: Option<MatterRef>,
    /// A free topic.
    pub topic: Option<String>,
    /// Planned minutes.
    pub minutes: Option<u32>,
    /// The kind of decision asked for.
    pub decision: Option<DecisionKind>,
    /// The item it was put under; see [`Meeting::outline`].
    pub under: Option<u32>,
    /// Whether it was taken off again.
    pub taken_off: bool,
    /// When it was first taken up.
    pub taken_up: Option<Instant>,
    /// Whether it was set aside, to be taken up again.
    pub set_aside: bool,
    /// What was made of it.
    pub resolution: Option<Resolution>,
    /// Edits of its fields.
    pub edits: Edits<ItemField>,
}

/// What a meeting made of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolution {
    /// When.
    pub at: Instant,
    /// The outcome.
    pub outcome: Outcome,
    /// The words.
    pub text: Option<String>,
    /// To whom it was referred.
    pub refer_to: Option<String>,
}

/// An item in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outlined<'a> {
    /// The item.
    pub item: &'a Item,
    /// The item it stands under, which itself stands under none.
    pub under: Option<u32>,
    /// Its place among the items of its level, from 1.
    pub place: usize,
}

impl Meeting {
    /// An item by its number, those taken off left out.
    #[must_use]
    pub fn item(&self, number: u32) -> Option<&Item> {
        self.agenda.iter().find(|item| item.number == number && !item.taken_off)
    }

    /// The items that are on the agenda.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.agenda.iter().filter(|item| !item.taken_off)
    }

    /// The items that nothing was made of.
    pub fn unsettled(&self) -> impl Iterator<Item = &Item> {
        self.items().filter(|item| item.resolution.is_none())
    }

    /// The agenda as it is read: each item followed by those under it. There are two levels and no more: what was put
    /// under an item that meanwhile stands under another joins it there, and what lost the item above it stands alone.
    #[must_use]
    pub fn outline(&self) -> Vec<Outlined<'_>> {
        let mut outline = Vec::new();
        let top = self.items().filter(|item| self.above(item).is_none());
        for (place, item) in (1..).zip(top) {
            outline.push(Outlined { item, under: None, place });
            let below = self.items().filter(|other| self.above(other) == Some(item.number));
            outline.extend((1..).zip(below).map(|(place, below)| Outlined {
                item: below,
                under: Some(item.number),
                place,
            }));
        }
        outline
    }

    /// The topmost item above one; none for what stands alone, and for what was put under itself by a detour.
    fn above(&self, item: &Item) -> Option<u32> {
        let mut top = self.item(item.under?)?;
        for _ in 0..self.agenda.len() {
            match top.under.and_then(|under| self.item(under)) {
                Some(above) => top = above,
                None => return (top.number != item.number).then_some(top.number),
            }
        }
        None
    }

    /// The item to go on with: the next one that nothing was made of, in the order of the outline and round it; what was
    /// set aside comes last.
    #[must_use]
    pub fn next_item(&self) -> Option<&Item> {
        self.still_ahead().into_iter().next()
    }

    /// The items still to come after the one under discussion, in the order in which they would be taken up.
    #[must_use]
    pub fn still_ahead(&self) -> Vec<&Item> {
        let outline: Vec<&Item> = self.outline().into_iter().map(|placed| placed.item).collect();
        let from = outline.iter().position(|item| Some(item.number) == self.current).map_or(0, |at| at + 1);
        let (before, after) = outline.split_at(from.min(outline.len()));
        let open = after
            .iter()
            .chain(before)
            .copied()
            .filter(|item| item.resolution.is_none() && Some(item.number) != self.current);
        let (aside, mut ahead): (Vec<_>, Vec<_>) = open.partition(|item| item.set_aside);
        ahead.extend(aside);
        ahead
    }

    /// The nearest item before the one under discussion that nothing was made of.
    #[must_use]
    pub fn previous_item(&self) -> Option<&Item> {
        let outline = self.outline();
        let at = outline.iter().position(|placed| Some(placed.item.number) == self.current)?;
        outline[..at].iter().rev().map(|placed| placed.item).find(|item| item.resolution.is_none())
    }
}

impl Editable for Item {
    type Field = ItemField;

    fn field(&self, like: &Self::Field) -> Option<Self::Field> {
        use ItemField as F;
        match like {
            F::Minutes(_) => Some(F::Minutes(self.minutes)),
            F::Topic(_) => self.topic.clone().map(F::Topic),
            F::Decision(_) => self.decision.map(F::Decision),
        }
    }

    fn set(&mut self, field: Self::Field) {
        use ItemField as F;
        match field {
            F::Minutes(minutes) => self.minutes = minutes,
            F::Topic(topic) => self.topic = Some(topic),
            F::Decision(decision) => self.decision = Some(decision),
        }
    }

    fn edits(&self) -> &Edits<Self::Field> {
        &self.edits
    }

    fn edits_mut(&mut self) -> &mut Edits<Self::Field> {
        &mut self.edits
    }
}
