//! A list with one of its things selected and some of them marked: what every list on the screens has in common. Knows
//! places and identities; not what the things are, nor how they look.

use std::collections::HashSet;
use std::hash::Hash;

use super::keys::Action;

/// Things in an order. One of them is selected, unless there are none; any of them may be marked.
#[derive(Debug, Clone)]
pub struct Listed<T> {
    rows: Vec<T>,
    selected: Option<T>,
    /// Where the selected one stands, and stood when it is gone.
    place: usize,
    marked: HashSet<T>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), selected: None, place: 0, marked: HashSet::new() }
    }
}

impl<T: Copy + Eq + Hash> Listed<T> {
    /// Lists these instead. What was selected stays selected, or what now stands in its place; of what was marked, that
    /// which is still listed: nobody acts on what they do not see.
    pub fn renew(&mut self, rows: Vec<T>) {
        self.rows = rows;
        if !self.marked.is_empty() {
            let listed: HashSet<T> = self.rows.iter().copied().collect();
            self.marked.retain(|thing| listed.contains(thing));
        }
        let found = self.selected.and_then(|selected| self.place_of(selected));
        self.go(found.unwrap_or(self.place));
    }

    /// The things, in their order.
    #[must_use]
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// The selected thing.
    #[must_use]
    pub fn selected(&self) -> Option<T> {
        self.selected
    }

    /// Where it stands, from 0.
    #[must_use]
    pub fn place(&self) -> usize {
        self.place
    }

    /// Obeys a key that moves; any other is left alone.
    pub fn step(&mut self, action: Action, page: usize) {
        if let Some(place) = action.moves(self.place, page) {
            self.go(place);
        }
    }

    /// Selects what stands in a place, or the last.
    pub fn go(&mut self, place: usize) {
        self.place = place.min(self.rows.len().saturating_sub(1));
        self.selected = self.rows.get(self.place).copied();
    }

    /// Selects a thing; says whether it is listed.
    pub fn select(&mut self, thing: T) -> bool {
        let place = self.place_of(thing);
        if let Some(place) = place {
            self.go(place);
        }
        place.is_some()
    }

    /// Marks the selected thing, or takes its mark away, and goes on to the next.
    pub fn toggle(&mut self) {
        if let Some(selected) = self.selected {
            if !self.marked.remove(&selected) {
                self.marked.insert(selected);
            }
            self.go(self.place + 1);
        }
    }

    /// Marks all; where all are marked, none.
    pub fn toggle_all(&mut self) {
        if self.marked.len() == self.rows.len() {
            self.marked.clear();
        } else {
            self.marked = self.rows.iter().copied().collect();
        }
    }

    /// Takes away every mark; says whether there was one.
    pub fn unmark_all(&mut self) -> bool {
        let some = !self.marked.is_empty();
        self.marked.clear();
        some
    }

    /// Takes the mark of a thing away.
    pub fn unmark(&mut self, thing: T) {
        self.marked.remove(&thing);
    }

    /// Whether a thing is marked.
    #[must_use]
    pub fn is_marked(&self, thing: T) -> bool {
        self.marked.contains(&thing)
    }

    /// The marked things, in the order of the list.
    #[must_use]
    pub fn marked(&self) -> Vec<T> {
        if self.marked.is_empty() {
            return Vec::new();
        }
        self.rows.iter().copied().filter(|thing| self.is_marked(*thing)).collect()
    }

    /// How many are marked.
    #[must_use]
    pub fn marks(&self) -> usize {
        self.marked.len()
    }

    fn place_of(&self, thing: T) -> Option<usize> {
        self.rows.iter().position(|row| *row == thing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(letters: &str) -> Listed<char> {
        let mut list = Listed::default();
        list.renew(letters.chars().collect());
        list
    }

    #[test]
    fn the_first_of_a_new_list_is_selected_and_of_an_empty_one_nothing() {
        assert_eq!(letters("abc").selected(), Some('a'));
        assert_eq!(letters("").selected(), None);
    }

    #[test]
    fn what_is_selected_stays_selected_wherever_it_goes() {
        let mut list = letters("abcd");
        list.go(2);
        list.renew("cxyz".chars().collect());
        assert_eq!((list.selected(), list.place()), (Some('c'), 0));
    }

    #[test]
    fn when_the_selected_one_is_gone_its_place_is_kept() {
        let mut list = letters("abcd");
        list.go(2);
        list.renew("abd".chars().collect());
        assert_eq!(list.selected(), Some('d'));
        list.renew("ab".chars().collect());
        assert_eq!(list.selected(), Some('b'), "the last, where there is none in its place");
    }

    #[test]
    fn moving_stays_inside() {
        let mut list = letters("abcd");
        for (action, selected) in [
            (Action::Up, 'a'),
            (Action::Down, 'b'),
            (Action::PageDown, 'd'),
            (Action::Down, 'd'),
            (Action::First, 'a'),
            (Action::Last, 'd'),
            (Action::Help, 'd'),
        ] {
            list.step(action, 3);
            assert_eq!(list.selected(), Some(selected), "{action:?}");
        }
        let mut nothing = letters("");
        nothing.step(Action::Down, 3);
        assert_eq!((nothing.selected(), nothing.place()), (None, 0));
    }

    #[test]
    fn what_is_not_listed_cannot_be_selected() {
        let mut list = letters("abc");
        assert!(list.select('c'));
        assert!(!list.select('x'));
        assert_eq!(list.selected(), Some('c'));
    }

    #[test]
    fn marking_goes_on_to_the_next_and_marks_come_out_in_the_order_of_the_list() {
        let mut list = letters("abc");
        list.go(1);
        list.toggle();
        assert_eq!(list.selected(), Some('c'));
        list.go(0);
        list.toggle();
        assert_eq!(list.marked(), ['a', 'b']);
        list.toggle();
        assert_eq!(list.marked(), ['a'], "a mark is taken away by the same key");
    }

    #[test]
    fn all_are_marked_or_none() {
        let mut list = letters("abc");
        list.toggle();
        list.toggle_all();
        assert_eq!(list.marked(), ['a', 'b', 'c']);
        list.toggle_all();
        assert!(list.marked().is_empty());
        list.toggle_all();
        assert!(list.unmark_all());
        assert!(!list.unmark_all());
    }

    #[test]
    fn a_mark_goes_with_the_thing_that_bears_it() {
        let mut list = letters("abc");
        list.toggle_all();
        list.unmark('c');
        list.renew("bxc".chars().collect());
        assert_eq!(list.marked(), ['b']);
        list.renew("abxc".chars().collect());
        assert_eq!(list.marked(), ['b'], "what left the list comes back without its mark");
    }
}
