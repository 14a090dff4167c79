//! Putting our own files right: damaged lines are replaced by a copy that fits, or set aside and declared lost. Touches
//! nobody else's files, and takes nothing away that was not kept first.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use chrono::Datelike;

use super::folder::{self, Reason};
use super::merge;
use super::name::PartName;
use super::read::{Place, Raw, Reading};
use super::verify::{self, Bad};
use super::{Act, Appended, Damage, Error, Failure, Journal, line};
use crate::domain::entry::{Entry, Instant};
use crate::domain::event::{Event, LinesLost, Lost};
use crate::domain::id::WriterId;
use crate::state_dir::Memory;

/// What was put right.
#[derive(Debug, Clone, PartialEq)]
pub struct Repaired {
    /// How many damaged lines were set aside.
    pub set_aside: usize,
    /// How many of them were put right from copies, or by mending their link.
    pub restored: usize,
    /// The act that declares what could not be put right; it is among the entries, too.
    pub declared: Option<Entry>,
    /// All entries afresh, in the order of the fold.
    pub entries: Vec<Entry>,
}

/// What is to be done about damage in our files.
#[derive(Default)]
struct Plan {
    /// What goes.
    aside: Vec<Aside>,
    /// Whole lines that come, with their numbers, by file.
    restored: BTreeMap<usize, Vec<(u64, Vec<u8>)>>,
    /// What is lost, by file.
    lost: BTreeMap<String, Vec<Lost>>,
}

/// Bytes to be set aside.
struct Aside {
    place: Place,
    bytes: Vec<u8>,
    reason: Reason,
}

impl Journal {
    /// Sets aside the damaged lines of this laptop's files, puts copies that fit in their place, and records what is
    /// lost as one act, `repair`; after that a check has nothing more to say of them.
    ///
    /// # Errors
    /// [`Failure`], when bytes could not be kept, the act not recorded, or a file not replaced; what was not put right
    /// is still where it was.
    pub fn repair(&mut self, ts: Instant, by: &str) -> Result<Repaired, Failure> {
        if let Some(closed) = &self.closed {
            return Err(Failure::ReadOnly(closed.clone()));
        }
        let guard = self.state.lock(&self.about.id).map_err(Failure::NotSaved)?;
        let repaired = self.repair_locked(ts, by);
        drop(guard);
        repaired
    }

    fn repair_locked(&mut self, ts: Instant, by: &str) -> Result<Repaired, Failure> {
        let entries = self.reload().map_err(Error::not_saved)?;
        let reading = Reading::whole(&self.dir).map_err(Failure::NotSaved)?;
        let bad = verify::bad_lines(&self.dir, &self.about.id, &reading, &self.memory);
        let plan = Plan::new(&self.dir, &self.memory, &reading, &bad, &merge::declared_lost(&entries), ts.year());
        for Aside { place, bytes, reason } in &plan.aside {
            let file = reading.shown(*place);
            folder::set_aside(&self.dir, &file, place.line, bytes, *reason).map_err(Failure::NotSaved)?;
        }
        // Recorded before anything is taken away: a loss that nobody heard of must not be possible.
        let declared = self.declare(&plan, ts, by)?;
        for file in 0..reading.files.len() {
            self.replace(&reading, &plan, file).map_err(Failure::NotSaved)?;
        }
        let entries = self.reload().map_err(Error::not_saved)?;
        let restored = plan.restored.values().map(Vec::len).sum();
        Ok(Repaired { set_aside: plan.aside.len(), restored, declared, entries })
    }

    /// Records what is lost, if anything is.
    fn declare(&mut self, plan: &Plan, ts: Instant, by: &str) -> Result<Option<Entry>, Failure> {
        let events: Vec<Event> = plan
            .lost
            .iter()
            .map(|(file, lines)| LinesLost { file: file.clone(), lines: lines.clone() }.into())
            .collect();
        if events.is_empty() {
            return Ok(None);
        }
        let act = Act { n: self.next(), ts, by: by.to_owned(), act: "repair".to_owned(), events };
        match self.write(act)? {
            Appended::Saved(entry) => Ok(Some(entry)),
            Appended::Stale(_) => Ok(None),
        }
    }

    /// Writes a file anew without its damaged lines and with what comes in their place; every other line as it was.
    fn replace(&self, reading: &Reading, plan: &Plan, file: usize) -> io::Result<()> {
        let gone: BTreeSet<u64> =
            plan.aside.iter().filter(|aside| aside.place.file == file).map(|aside| aside.place.line).collect();
        let restored = plan.restored.get(&file).map_or(&[][..], Vec::as_slice);
        if gone.is_empty() && restored.is_empty() {
            return Ok(());
        }
        let seen = &reading.files[file];
        let path = folder::journal(&self.dir).join(&seen.name);
        let old = fs::read(&path)?;
        let standing = reading.found.iter().filter(|found| found.place.file == file);
        let standing = standing.filter(|found| !gone.contains(&found.place.line));
        let mut lines: Vec<(u64, &[u8])> = restored.iter().map(|(n, bytes)| (*n, bytes.as_slice())).collect();
        for found in standing {
            lines.push((found.n, found.place.slice(&old).ok_or(io::ErrorKind::UnexpectedEof)?));
        }
        for (place, _) in reading.damaged.iter().filter(|(place, _)| place.file == file && !gone.contains(&place.line))
        {
            // Whole, but not understood: where it stands makes no difference.
            lines.push((u64::MAX, place.slice(&old).ok_or(io::ErrorKind::UnexpectedEof)?));
        }
        lines.sort_by_key(|(n, _)| *n);
        let mut new = Vec::with_capacity(old.len());
        for (_, line) in lines {
            new.extend_from_slice(line);
            new.push(b'\n');
        }
        // What was recorded since, such as the act that declares the loss.
        let since = usize::try_from(seen.whole).ok().and_then(|whole| old.get(whole..));
        new.extend_from_slice(since.unwrap_or_default());
        folder::write_whole(&path, &new, true)
    }
}

impl Plan {
    /// Looks at the files of every name that is or was ours. `declared` are the acts declared lost already.
    fn new(
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
            let ours = |place: Place| {
                PartName::parse(&reading.files[place.file].name).is_some_and(|part| part.writer == writer)
            };
            let (mut damaged, mut here) = (Vec::new(), standing(reading, bad, writer, ours));
            for bad in bad.iter().filter(|bad| ours(bad.place)) {
                let bytes = raw.bytes(&reading.files, bad.place).to_vec();
                match (bad.how, bad.cure.and_then(|link| line::with_link(&bytes, link)), bad.act) {
                    (Damage::NotUnderstood, _, Some(act)) => _ = here.insert(act.n, bad.place),
                    (_, Some(mended), Some(act)) => {
                        plan.aside.push(Aside { place: bad.place, bytes, reason: Reason::Replaced });
                        plan.restored.entry(bad.place.file).or_default().push((act.n, mended));
                        here.insert(act.n, bad.place);
                    }
                    (_, _, act) => damaged.push((bad.place, act.filter(|act| act.writer == writer), bytes)),
                }
            }
            let remembered = memory.seen.get(&writer).map_or(0, |end| end.n);
            let top = here.keys().next_back().copied().unwrap_or(0).max(remembered);
            let gone = |n: &u64| !here.contains_key(n) && !declared.contains(&(writer, *n));
            let mut gone: BTreeSet<u64> = (1..=top).filter(gone).collect();

            // Copies come home, into the file in which the act before them stands.
            let mut copies = 0;
            if let Some((first, ..)) = damaged.first() {
                for (&n, &place) in here.iter().filter(|(_, place)| !ours(**place)) {
                    let before = here.range(..n).rev().find(|(_, place)| ours(**place));
                    let file = before.map_or(first.file, |(_, place)| place.file);
                    let bytes = raw.bytes(&reading.files, place).to_vec();
                    plan.restored.entry(file).or_default().push((n, bytes));
                    copies += 1;
                }
            }
            for (place, act, bytes) in damaged {
                let n = act.map(|act| act.n).filter(|n| gone.remove(n)).or_else(|| gone.pop_first());
                let replaced = n.is_none() && copies > 0;
                let reason = if replaced { Reason::Replaced } else { Reason::Lost };
                if !replaced {
                    let lost = Lost { line: place.line, n, sha256: folder::sha256(&bytes) };
                    plan.lost.entry(reading.shown(place)).or_default().push(lost);
                }
                plan.aside.push(Aside { place, bytes, reason });
            }
            // Of these there are not even bytes.
            for n in gone {
                let before = here.range(..n).next_back().map(|(_, place)| *place).filter(|place| ours(*place));
                let (file, line) = match before {
                    Some(place) => (reading.shown(place), place.line + 1),
                    None => (folder::shown(&PartName { writer, year, part: 1 }.to_string()), 1),
                };
                plan.lost.entry(file).or_default().push(Lost { line, n: Some(n), sha256: folder::sha256(&[]) });
            }
        }
        plan
    }
}

/// Where each undamaged act of a writer stands: in a file of its own, if it is in one.
fn standing(reading: &Reading, bad: &[Bad], writer: WriterId, ours: impl Fn(Place) -> bool) -> BTreeMap<u64, Place> {
    let bad: BTreeSet<(usize, u64)> = bad.iter().map(|bad| (bad.place.file, bad.place.line)).collect();
    let mut standing: BTreeMap<u64, Place> = BTreeMap::new();
    for found in reading.found.iter().filter(|found| found.w == writer) {
        if !bad.contains(&(found.place.file, found.place.line)) {
            let place = standing.entry(found.n).or_insert(found.place);
            if !ours(*place) {
                *place = found.place;
            }
        }
    }
    standing
}
