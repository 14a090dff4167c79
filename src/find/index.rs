//! Everything that can be found, kept ready and kept up with the register; must not know how a query is judged.

use std::collections::{BTreeSet, HashMap};

use super::record::Record;
use crate::domain::entry::Entry;
use crate::domain::event::Event;
use crate::domain::id::{ActId, Ref};
use crate::domain::refusal::Kind;
use crate::domain::register::{Register, Thing};
use crate::search::Alphabet;

/// What can be found by [`Index::find`]. Knows no borrowed thing, so that another thread may build it.
#[derive(Debug, Clone)]
pub struct Index {
    /// The kinds it holds; bodies and people always, for they are what leads are called by.
    pub(super) kinds: Vec<Kind>,
    pub(super) alphabet: Alphabet,
    pub(super) records: Vec<Record>,
    pub(super) places: HashMap<Ref, usize>,
    /// How many acts of the register are taken in, and the last of them.
    seen: usize,
    last: Option<ActId>,
    suspended: Vec<ActId>,
    /// What is not taken in yet.
    left: Vec<Ref>,
}

/// Every kind that can be found.
const ALL: [Kind; 10] = [
    Kind::Matter,
    Kind::Meeting,
    Kind::Task,
    Kind::Person,
    Kind::Notice,
    Kind::Note,
    Kind::Body,
    Kind::Objection,
    Kind::Vote,
    Kind::Unit,
];

impl Index {
    /// Everything in the register. Takes some tenth of a second for tens of thousands of matters.
    #[must_use]
    pub fn new(register: &Register) -> Self {
        Self::holding(ALL.to_vec(), register)
    }

    /// The same before anything is taken in, for those who cannot wait: [`Index::gather`] goes on from here.
    #[must_use]
    pub fn begun(register: &Register) -> Self {
        let mut index = Self::empty(ALL.to_vec());
        index.start_over(register);
        index
    }

    /// Takes in some more things, `most` of them; a few hundred take some thousandths of a second.
    pub fn gather(&mut self, register: &Register, most: usize) {
        let rest = self.left.len().saturating_sub(most);
        for thing in self.left.split_off(rest) {
            self.renew(thing, register);
        }
    }

    /// Whether everything is taken in. What is not cannot be found yet.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.left.is_empty()
    }

    /// Things of one kind only, for a list that is searched once.
    #[must_use]
    pub fn of_kind(kind: Kind, register: &Register) -> Self {
        let mut kinds = vec![kind, Kind::Body, Kind::Person];
        if kind == Kind::Task {
            kinds.push(Kind::Matter);
        }
        Self::holding(kinds, register)
    }

    fn holding(kinds: Vec<Kind>, register: &Register) -> Self {
        let mut index = Self::empty(kinds);
        for thing in things(register) {
            index.put(thing, register);
        }
        index.note_end(register);
        index
    }

    fn empty(kinds: Vec<Kind>) -> Self {
        Self {
            kinds,
            alphabet: Alphabet::default(),
            records: Vec::new(),
            places: HashMap::new(),
            seen: 0,
            last: None,
            suspended: Vec::new(),
            left: Vec::new(),
        }
    }

    /// Takes in what has changed in the register since, which costs next to nothing when acts were added or taken back
    /// here. After acts that came in from elsewhere, before ones already known, everything is to be gathered again.
    pub fn update(&mut self, register: &Register) {
        match self.changed(register) {
            Some(changed) => {
                for thing in changed {
                    self.renew(thing, register);
                }
                self.note_end(register);
            }
            None => self.start_over(register),
        }
    }

    /// The things that new acts touch; none if acts were added that are not the newest.
    fn changed(&self, register: &Register) -> Option<BTreeSet<Ref>> {
        let entries = register.entries();
        let (known, new) = entries.split_at_checked(self.seen)?;
        let follows = known.last().map(Entry::id) == self.last && register.suspended() == self.suspended;
        if !follows {
            return None;
        }
        let mut changed = BTreeSet::new();
        let mut acts: Vec<&Entry> = new.iter().collect();
        while let Some(entry) = acts.pop() {
            for event in &entry.events {
                match event {
                    Event::Undone(undone) => acts.push(entries.iter().rfind(|entry| entry.id() == undone.act)?),
                    event => changed.extend(event.touch().of()),
                }
            }
        }
        let announced: Vec<Ref> = changed.iter().flat_map(|&thing| notices_of(thing, register)).collect();
        changed.extend(announced);
        Some(changed)
    }

    fn start_over(&mut self, register: &Register) {
        self.records.clear();
        self.places.clear();
        self.left = things(register).filter(|thing| self.kinds.contains(&thing.kind())).map(reference).collect();
        self.note_end(register);
    }

    fn note_end(&mut self, register: &Register) {
        self.seen = register.entries().len();
        self.last = register.entries().last().map(Entry::id);
        self.suspended = register.suspended().to_vec();
    }

    /// Takes in a thing as it is now, or drops it if it is no more.
    fn renew(&mut self, thing: Ref, register: &Register) {
        if let Some(thing) = register.thing(thing) {
            self.put(thing, register);
        } else if let Some(place) = self.places.remove(&thing) {
            self.records.swap_remove(place);
            if let Some(moved) = self.records.get(place) {
                self.places.insert(moved.what, place);
            }
        }
    }

    fn put(&mut self, thing: Thing<'_>, register: &Register) {
        if !self.kinds.contains(&thing.kind()) {
            return;
        }
        let record = Record::new(thing, register, &mut self.alphabet);
        let end = self.records.len();
        let place = *self.places.entry(record.what).or_insert(end);
        if place == end {
            self.records.push(record);
        } else {
            self.records[place] = record;
        }
    }
}

/// Everything there is.
fn things(register: &Register) -> impl Iterator<Item = Thing<'_>> {
    register
        .matters()
        .map(Thing::Matter)
        .chain(register.meetings().map(Thing::Meeting))
        .chain(register.tasks().map(Thing::Task))
        .chain(register.people().map(Thing::Person))
        .chain(register.bodies().map(Thing::Body))
        .chain(register.notices().map(Thing::Notice))
        .chain(register.notes().map(Thing::Note))
        .chain(register.objections().map(Thing::Objection))
        .chain(register.votes().map(Thing::Vote))
        .chain(register.units().map(Thing::Unit))
}

fn reference(thing: Thing<'_>) -> Ref {
    match thing {
        Thing::Matter(matter) => matter.key.0,
        Thing::Meeting(meeting) => meeting.key.0,
        Thing::Task(task) => task.key.0,
        Thing::Person(person) => person.key.0,
        Thing::Body(body) => body.key.0,
        Thing::Notice(notice) => notice.key.0,
        Thing::Note(note) => note.key.0,
        Thing::Objection(objection) => objection.key.0,
        Thing::Vote(vote) => vote.key.0,
        Thing::Unit(unit) => unit.key.0,
    }
}

/// The notices that go by the title of this thing.
fn notices_of(thing: Ref, register: &Register) -> Vec<Ref> {
    let notices = match register.thing(thing) {
        Some(Thing::Matter(matter)) => &matter.notices,
        Some(Thing::Meeting(meeting)) => &meeting.notices,
        _ => return Vec::new(),
    };
    notices.iter().copied().map(Ref::from).collect()
}
