//! What is to be done about damage in the files of our names. Touches no file but to read it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::disk;
use crate::domain::event::Lost;
use crate::domain::id::WriterId;
use crate::journal::folder::{self, Reason};
use crate::journal::name::PartName;
use crate::journal::read::{Place, Raw, Reading};
use crate::journal::verify::Bad;
use crate::journal::{Damage, line};
use crate::state_dir::Memory;

/// What goes and what comes.
#[derive(Default)]
pub(super) struct Plan {
    /// What goes.
    pub(super) aside: Vec<Aside>,
    /// Whole lines that come, with their numbers, by file.
    pub(super) restored: BTreeMap<usize, Vec<(u64, Vec<u8>)>>,
    /// What is lost, by the name of the file.
    pub(super) lost: BTreeMap<String, Vec<Lost>>,
}

/// Bytes to be set aside.
pub(super) struct Aside {
    pub(super) place: Place,
    pub(super) bytes: Vec<u8>,
    pub(super) reason: Reason,
}

/// The files of one name of ours.
struct Side<'a> {
    writer: WriterId,
    reading: &'a Reading,
    /// Where each act stands that is not damaged: in a file of the name, if it is in one.
    here: BTreeMap<u64, Place>,
    /// What cannot be mended where it stands, with the number that it states.
    damaged: Vec<(Place, Option<u64>, Vec<u8>)>,
}

impl Plan {
    /// Looks at the files of every name that is or was ours. `declared` are the acts declared lost already; `year` is
    /// that of a file which is gone as a whole.
    pub(super) fn new(
        council: &Path,
        memory: &Memory,
        reading: &Reading,
        bad: &[Bad],
        declared: &BTreeSet<(WriterId, u64)>,
        year: i32,
    ) -> Self {
        let mut plan = Self::default();
        let mut raw = Raw::new(council);
        for &writer in memory.former.iter().chain([&memory.writer]) {
            let mut side = Side { writer, reading, here: BTreeMap::new(), damaged: Vec::new() };
            side.take_stock(bad);
            side.mend_links(bad, &mut raw, &mut plan);
            let copies = side.bring_home(&mut raw, &mut plan);
            let remembered = memory.seen.get(&writer).map_or(0, |end| end.n);
            let top = side.here.keys().next_back().copied().unwrap_or(0).max(remembered);
            let gone = |n: &u64| !side.here.contains_key(n) && !declared.contains(&(writer, *n));
            let gone = (1..=top).filter(gone).collect();
            side.give_up(gone, copies, year, &mut plan);
        }
        plan
    }

    fn lose(&mut self, file: String, line: u64, n: Option<u64>, bytes: &[u8]) {
        self.lost.entry(file).or_default().push(Lost { line, n, sha256: disk::sha256(bytes) });
    }
}

impl Side<'_> {
    /// Whether a line stands in a file of this name.
    fn is_home(&self, place: Place) -> bool {
        PartName::parse(&self.reading.files[place.file].name).is_some_and(|part| part.writer == self.writer)
    }

    fn take_stock(&mut self, bad: &[Bad]) {
        let bad: BTreeSet<(usize, u64)> = bad.iter().map(|bad| (bad.place.file, bad.place.line)).collect();
        for found in self.reading.found.iter().filter(|found| found.w == self.writer) {
            let place = found.place;
            let known = self.here.get(&found.n).is_some_and(|known| self.is_home(*known));
            if !known && !bad.contains(&(place.file, place.line)) {
                self.here.insert(found.n, place);
            }
        }
    }

    /// Mends lines of which only the link is damaged, and keeps the rest of the damage for later.
    fn mend_links(&mut self, bad: &[Bad], raw: &mut Raw<'_>, plan: &mut Plan) {
        for bad in bad {
            if !self.is_home(bad.place) {
                continue;
            }
            let bytes = raw.bytes(&self.reading.files, bad.place).to_vec();
            let n = bad.act.filter(|act| act.writer == self.writer).map(|act| act.n);
            let mended = bad.cure.and_then(|link| line::with_link(&bytes, link));
            match (bad.how, n, mended) {
                // Not understood, it is whole; and what may be whole is not taken away.
                (Damage::NotUnderstood | Damage::CannotTell, n, _) => self.here.extend(n.map(|n| (n, bad.place))),
                (_, Some(n), Some(mended)) => {
                    plan.aside.push(Aside { place: bad.place, bytes, reason: Reason::Replaced });
                    plan.restored.entry(bad.place.file).or_default().push((n, mended));
                    self.here.insert(n, bad.place);
                }
                _ => self.damaged.push((bad.place, n, bytes)),
            }
        }
    }

    /// Brings copies home, if anything is damaged there, into the file in which the act before them stands; returns
    /// how many.
    fn bring_home(&self, raw: &mut Raw<'_>, plan: &mut Plan) -> usize {
        let Some((first, ..)) = self.damaged.first() else { return 0 };
        let mut copies = 0;
        for (&n, &place) in self.here.iter().filter(|(_, place)| !self.is_home(**place)) {
            let bytes = raw.bytes(&self.reading.files, place).to_vec();
            if !bytes.is_empty() {
                let before = self.here.range(..n).rev().find(|(_, place)| self.is_home(**place));
                let file = before.map_or(first.file, |(_, place)| place.file);
                plan.restored.entry(file).or_default().push((n, bytes));
                copies += 1;
            }
        }
        copies
    }

    /// Sets aside what is damaged, and declares lost the acts that are `gone`: each damaged line stands for the act
    /// that it states, else for the first that is left.
    fn give_up(self, mut gone: BTreeSet<u64>, copies: usize, year: i32, plan: &mut Plan) {
        for (place, stated, bytes) in &self.damaged {
            let n = stated.filter(|n| gone.remove(n)).or_else(|| gone.pop_first());
            let reason = if n.is_none() && copies > 0 { Reason::Replaced } else { Reason::Lost };
            if reason == Reason::Lost {
                plan.lose(self.reading.shown(*place), place.line, n, bytes);
            }
            plan.aside.push(Aside { place: *place, bytes: bytes.clone(), reason });
        }
        // Of these there are not even bytes.
        for n in gone {
            let before = self.here.range(..n).next_back().map(|(_, place)| *place);
            let (file, line) = before.filter(|place| self.is_home(*place)).map_or_else(
                || (folder::shown(&PartName { writer: self.writer, year, part: 1 }.to_string()), 1),
                |place| (self.reading.shown(place), place.line + 1),
            );
            plan.lose(file, line, Some(n), &[]);
        }
    }
}
