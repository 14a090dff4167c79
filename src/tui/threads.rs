//! Which acts concern which matter, kept beside the record so that a thread is shown without reading all of it.

use std::collections::HashMap;

use crate::domain::entry::Entry;
use crate::domain::id::{ActId, Ref};
use crate::domain::matter::Matter;
use crate::domain::register::Register;

/// The acts of every thing, by their place in the record.
#[derive(Debug, Clone, Default)]
pub struct Threads {
    of: HashMap<Ref, Vec<usize>>,
    seen: usize,
    last: Option<ActId>,
}

impl Threads {
    /// Takes in what is new. A record that did not only grow at its end is read anew.
    pub fn refresh(&mut self, register: &Register) {
        let entries = register.entries();
        let grown = self.seen.checked_sub(1).is_none_or(|last| entries.get(last).map(Entry::id) == self.last);
        if !grown {
            *self = Self::default();
        }
        for (at, entry) in entries.iter().enumerate().skip(self.seen) {
            for event in &entry.events {
                for thing in event.touch().of() {
                    let acts = self.of.entry(thing).or_default();
                    if acts.last() != Some(&at) {
                        acts.push(at);
                    }
                }
            }
        }
        self.seen = entries.len();
        self.last = entries.last().map(Entry::id);
    }

    /// The acts that concern a matter, oldest first, those taken back left out.
    pub fn of<'a>(&'a self, matter: &Matter, register: &'a Register) -> impl Iterator<Item = &'a Entry> {
        let acts = self.of.get(&matter.key.0).map(Vec::as_slice).unwrap_or_default();
        acts.iter().filter_map(|at| register.entries().get(*at)).filter(|entry| !register.is_undone(entry.id()))
    }
}
