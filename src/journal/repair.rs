//! Putting our own files right: damaged lines are replaced by a copy that fits, or set aside and declared lost. Touches
//! nobody else's files, and takes nothing away that was not kept first.

mod plan;

use std::collections::BTreeSet;
use std::{fs, io};

use chrono::Datelike;

use super::merge;
use super::read::Reading;
use super::verify;
use super::{Act, Appended, Error, Failure, Journal, Progress, folder};
use crate::disk;
use crate::domain::entry::{Entry, Instant};
use crate::domain::event::{Event, LinesLost};
use plan::{Aside, Plan};

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
        let entries = self.reload(&Progress::default()).map_err(Error::not_saved)?;
        let reading = Reading::whole(&self.dir, &Progress::default()).map_err(Failure::NotSaved)?;
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
        let entries = self.reload(&Progress::default()).map_err(Error::not_saved)?;
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
        for place in reading.damaged.iter().filter(|place| place.file == file && !gone.contains(&place.line)) {
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
        disk::write_whole(&path, &new, true)
    }
}
