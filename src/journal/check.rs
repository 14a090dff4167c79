//! Looking over the whole record: every file, every line, every chain, every seal. Changes nothing, and may run on a
//! thread of its own.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::merge::{self, Merged};
use super::read::Reading;
use super::{Error, Journal, Progress, Remark, folder, verify};
use crate::domain::event::Event;
use crate::domain::id::ActId;
use crate::state_dir::{Memory, StateDir};

/// How many hex digits of a line's `h` are printed as a seal.
const SEAL: usize = 12;

/// A look over a council's record, to be taken.
#[derive(Debug, Clone)]
pub struct Check {
    dir: PathBuf,
    root: String,
    memory: Memory,
    /// Where the lock is; none while the council is only read.
    state: Option<StateDir>,
}

/// What a look over the record found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How many files were read.
    pub files: usize,
    /// How many acts there are, each counted once.
    pub entries: usize,
    /// Everything worth saying, in the order of files and lines.
    pub remarks: Vec<Remark>,
}

/// The line that a seal belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealing {
    /// The file, from the council's folder.
    pub file: String,
    /// The line, from 1.
    pub line: u64,
    /// Its act.
    pub act: ActId,
}

impl Journal {
    /// A look over the record, which may be taken on another thread.
    #[must_use]
    pub fn check(&self) -> Check {
        Check {
            dir: self.dir.clone(),
            root: self.about.id.clone(),
            memory: self.memory.clone(),
            state: self.closed.is_none().then(|| self.state.clone()),
        }
    }
}

impl Report {
    /// What is wrong with the record.
    pub fn problems(&self) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().filter(|remark| remark.is_problem())
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.problems().next().is_none()
    }
}

impl Check {
    /// Reads every file, and verifies every line and chain.
    ///
    /// # Errors
    /// When the journal's folder cannot be read.
    pub fn run(&self) -> Result<Report, Error> {
        let reading = self.read()?;
        let bad = verify::bad_lines(&self.dir, &self.root, &reading, &self.memory);
        let mut remarks: Vec<Remark> = bad.iter().map(|bad| bad.remark(&reading)).collect();
        let files = reading.files.len();
        let merged = Merged::of(&self.dir, &self.root, reading);
        // What merging found damaged among copies was found above, too.
        let merging = merged.remarks.iter().filter(|remark| !matches!(remark, Remark::Damaged { .. })).cloned();
        remarks.extend(merging.chain(merged.lost_sight(&self.memory.seen)).chain(broken_seals(&merged)));
        remarks.sort_by(|a, b| (a.file(), a.line()).cmp(&(b.file(), b.line())));
        Ok(Report { files, entries: merged.entries.len(), remarks })
    }

    /// The seal that is printed on a paper: the first 12 hex digits of the `h` of the line that records `act`.
    ///
    /// # Errors
    /// When the journal's folder cannot be read.
    pub fn seal_of(&self, act: ActId) -> Result<Option<String>, Error> {
        let merged = Merged::of(&self.dir, &self.root, self.read()?);
        let link = merged.links.get(&act.writer).and_then(|links| merge::link(links, act.n));
        Ok(link.map(|h| h.to_string()[..SEAL].to_owned()))
    }

    /// The line that a seal printed on a paper belongs to, if it is in this record. Small and capital digits, spaces
    /// and hyphens make no difference.
    ///
    /// # Errors
    /// When the journal's folder cannot be read.
    pub fn seal(&self, text: &str) -> Result<Option<Sealing>, Error> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let digits = digits.to_ascii_lowercase();
        if digits.len() < SEAL {
            return Ok(None);
        }
        let reading = self.read()?;
        let found = reading.found.iter().find(|found| found.h.begins_with(&digits));
        Ok(found.map(|found| Sealing { file: reading.shown(found.place), line: found.place.line, act: found.id() }))
    }

    fn read(&self) -> Result<Reading, Error> {
        // Only so is a torn line of ours not one that is just being written. Without the lock it is still worth a look.
        let _guard = self.state.as_ref().and_then(|state| state.lock(&self.root).ok());
        Reading::whole(&self.dir, &Progress::default())
            .map_err(|error| Error::Unreadable(folder::journal(&self.dir), error))
    }
}

/// Seals on lines that are not here as they were when the minutes were sealed.
fn broken_seals(merged: &Merged) -> Vec<Remark> {
    let mut broken: BTreeMap<ActId, ActId> = BTreeMap::new();
    for entry in &merged.entries {
        for event in &entry.events {
            let Event::MinutesSealed(sealed) = event else { continue };
            for head in &sealed.heads {
                let stands = |links: &Vec<_>| merge::link(links, head.n).is_some_and(|h| h.to_string() == head.h);
                if !merged.links.values().any(stands) {
                    // Said once for each line, by the first seal on it.
                    broken.entry(ActId { writer: head.writer, n: head.n }).or_insert(entry.id());
                }
            }
        }
    }
    broken.into_iter().map(|(act, by)| Remark::SealBroken { by, act }).collect()
}
