//! The order an agenda would have after one small step. Knows the outline, not who may change it.

use super::Meeting;
use crate::domain::event::Place;

/// A small step of an item in the order of its agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// Before the one above, with all that stands under it.
    Up,
    /// Behind the one below, with all that stands under it.
    Down,
    /// Under the one above.
    In,
    /// Out from under it; what followed there stands under the item then, so that nothing on the page moves.
    Out,
}

/// An item that stands under none, and those under it.
type Group = (u32, Vec<u32>);

impl Meeting {
    /// The whole order after a step of this item; none where it cannot go further that way.
    #[must_use]
    pub fn shifted(&self, item: u32, shift: Shift) -> Option<Vec<Place>> {
        let mut groups: Vec<Group> = Vec::new();
        for placed in self.outline() {
            match (placed.under, groups.last_mut()) {
                (Some(_), Some((_, below))) => below.push(placed.item.number),
                _ => groups.push((placed.item.number, Vec::new())),
            }
        }
        let at = groups.iter().position(|(top, below)| *top == item || below.contains(&item))?;
        match groups[at].1.iter().position(|below| *below == item) {
            None => step_of_group(&mut groups, at, shift)?,
            Some(place) => step_of_item(&mut groups, at, place, shift)?,
        }
        let places = groups.into_iter().flat_map(|(top, below)| {
            let below = below.into_iter().map(move |item| Place { item, under: Some(top) });
            std::iter::once(Place { item: top, under: None }).chain(below)
        });
        Some(places.collect())
    }
}

/// A step of an item that stands under none.
fn step_of_group(groups: &mut Vec<Group>, at: usize, shift: Shift) -> Option<()> {
    match shift {
        Shift::Up => groups.swap(at, at.checked_sub(1)?),
        Shift::Down if at + 1 < groups.len() => groups.swap(at, at + 1),
        Shift::In => {
            let above = at.checked_sub(1)?;
            let (top, below) = groups.remove(at);
            groups[above].1.push(top);
            groups[above].1.extend(below);
        }
        Shift::Down | Shift::Out => return None,
    }
    Some(())
}

/// A step of the item at `place` under group `at`. From the ends it goes on to the neighbouring group.
fn step_of_item(groups: &mut Vec<Group>, at: usize, place: usize, shift: Shift) -> Option<()> {
    match shift {
        Shift::Up if place > 0 => groups[at].1.swap(place, place - 1),
        Shift::Up => {
            let above = at.checked_sub(1)?;
            let item = groups[at].1.remove(place);
            groups[above].1.push(item);
        }
        Shift::Down if place + 1 < groups[at].1.len() => groups[at].1.swap(place, place + 1),
        Shift::Down if at + 1 < groups.len() => {
            let item = groups[at].1.remove(place);
            groups[at + 1].1.insert(0, item);
        }
        Shift::Down | Shift::In => return None,
        Shift::Out => {
            let mut rest = groups[at].1.split_off(place);
            let item = rest.remove(0);
            groups.insert(at + 1, (item, rest));
        }
    }
    Some(())
}
