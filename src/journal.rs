//! The record on disk: lines ⇄ entries, never losing what was acknowledged. Knows no rule of the council and no words:
//! what there is to say comes as data.
//!
//! Deciding happens outside. A caller reads the entries, decides, and asks to append the act; if anybody wrote
//! meanwhile nothing is written, and the caller folds what is new and decides again.

mod append;
mod check;
mod council_file;
mod error;
mod folder;
mod fork;
mod line;
mod mend;
mod merge;
mod name;
mod progress;
mod read;
mod remark;
mod repair;
mod verify;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

pub use append::{Act, Appended};
pub use check::{Check, Report, Sealing};
pub use council_file::About;
pub(crate) use council_file::COUNCIL_FILE;
pub use error::{Closed, Error, Failure};
pub(crate) use folder::ATTACHMENTS;
pub use progress::Progress;
pub use remark::{Damage, NewName, Remark};
pub use repair::Repaired;

use crate::domain::entry::Entry;
use crate::domain::event::Head;
use crate::domain::id::WriterId;
use crate::state_dir::{self, Guard, Memory, SeenEnd, StateDir};
use line::{Before, Content};
use merge::{End, Merged};
use name::PartName;
use read::{Found, Raw, Reading, Seen};

/// Whether a council is opened to write, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To read and to write.
    Write,
    /// To read: nothing is changed, neither here nor in the state dir.
    ReadOnly,
}

/// What others wrote, or another window of this laptop.
#[derive(Debug, PartialEq)]
pub enum News {
    /// Nothing.
    Nothing,
    /// These, in the order of the fold among themselves; they may belong before entries that were there already.
    More(Vec<Entry>),
    /// What was there has changed: forget it, these are all, in the order of the fold.
    Afresh(Vec<Entry>),
}

/// One council's folder, as this process sees it.
#[derive(Debug)]
pub struct Journal {
    dir: PathBuf,
    about: About,
    state: StateDir,
    memory: Memory,
    files: Vec<Seen>,
    ends: BTreeMap<WriterId, End>,
    /// The highest `c` that the caller was given.
    top: u64,
    closed: Option<Closed>,
    /// Why a torn line of ours could not be cut off; nothing is written after it.
    torn: Option<io::Error>,
    remarks: Vec<Remark>,
    /// What was said when something was mended; a fresh look at the files does not find it again.
    said: Vec<Remark>,
    /// Files of ours whose names are on disk for certain.
    settled: BTreeSet<String>,
}

impl Journal {
    /// Makes a folder a council's: writes `council.json`, the folders and a README.
    ///
    /// # Errors
    /// When it is one already, or cannot be written.
    pub fn found(dir: &Path, about: &About) -> Result<(), Error> {
        council_file::found(dir, about, || Ok(()))
    }

    /// Founds a council with acts in it, such as a sample, in one go: each act as that of its writer. Every writer's
    /// acts must be numbered 1, 2, 3…; only their links are made here.
    ///
    /// # Errors
    /// As [`Journal::found`].
    pub fn found_with(dir: &Path, about: &About, entries: &[Entry]) -> Result<(), Error> {
        council_file::found(dir, about, || append::write_all(dir, &about.id, entries))
    }

    /// Opens a council, and gives all entries of all its files in the order of the fold.
    ///
    /// What is wrong with single lines or files is a [`Remark`]; what keeps us from writing is [`Journal::closed`].
    ///
    /// # Errors
    /// When the folder is missing, unreadable, no council's, or of a newer format.
    pub fn open(dir: &Path, state: &StateDir, access: Access) -> Result<(Self, Vec<Entry>), Error> {
        Self::open_watched(dir, state, access, &Progress::default())
    }

    /// The same, while somebody watches how far reading has come.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub fn open_watched(
        dir: &Path,
        state: &StateDir,
        access: Access,
        progress: &Progress,
    ) -> Result<(Self, Vec<Entry>), Error> {
        let about = council_file::read(dir)?;
        let dir = dir.canonicalize().map_err(|error| Error::Unreadable(dir.to_owned(), error))?;
        let fresh = || Memory::new(&about.id, &dir, state_dir::random_writer());
        let mut journal = Self {
            memory: fresh(),
            state: state.clone(),
            files: Vec::new(),
            ends: BTreeMap::new(),
            top: 0,
            closed: (access == Access::ReadOnly).then_some(Closed::Asked),
            torn: None,
            remarks: Vec::new(),
            said: Vec::new(),
            settled: BTreeSet::new(),
            dir,
            about,
        };
        // Held while reading: only so is a torn line known to be torn, not being written.
        let guard = journal.lock();
        let entries = journal.reload(progress)?;
        drop(guard);
        Ok((journal, entries))
    }

    /// Everything worth saying about the record, as of the last look.
    #[must_use]
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// Why nothing can be written, if so.
    #[must_use]
    pub fn closed(&self) -> Option<&Closed> {
        self.closed.as_ref()
    }

    /// What the council is.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The council's folder, links resolved.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Under which name this laptop writes here.
    #[must_use]
    pub fn writer(&self) -> WriterId {
        self.memory.writer
    }

    /// The number that the next act of this laptop will get.
    #[must_use]
    pub fn next(&self) -> u64 {
        self.ends.get(&self.memory.writer).map_or(1, |end| end.n.saturating_add(1))
    }

    /// The end of every writer's chain.
    #[must_use]
    pub fn heads(&self) -> Vec<Head> {
        self.ends.iter().map(|(&writer, end)| Head { writer, n: end.n, h: end.h.to_string() }).collect()
    }

    /// What was written since the last look. When nothing was, this only looks at the lengths of the files.
    ///
    /// # Errors
    /// When the folder cannot be read any more.
    pub fn refresh(&mut self) -> Result<News, Error> {
        if let Some(news) = self.look()? {
            return Ok(news);
        }
        let guard = self.lock();
        let entries = self.reload(&Progress::default())?;
        drop(guard);
        Ok(News::Afresh(entries))
    }

    /// Takes the lock, unless this council is only read. A state dir that cannot be used closes it.
    fn lock(&mut self) -> Option<Guard> {
        if self.closed.is_some() {
            return None;
        }
        match self.state.lock(&self.about.id) {
            Ok(Guard::Unsupported) => {
                self.say(Remark::NoLocks);
                None
            }
            Ok(guard) => Some(guard),
            Err(error) => {
                self.closed = Some(Closed::StateDir(error.to_string()));
                None
            }
        }
    }

    /// Says something that a fresh look at the files will not find again.
    fn say(&mut self, remark: Remark) {
        if !self.said.contains(&remark) {
            self.said.push(remark.clone());
            self.remarks.push(remark);
        }
    }

    /// Takes in what was added at the ends of files; none if there is more to it than that.
    fn look(&mut self) -> Result<Option<News>, Error> {
        let list = folder::list(&self.dir).map_err(|error| Error::Unreadable(folder::journal(&self.dir), error))?;
        if list.len() == self.files.len()
            && list.iter().zip(&self.files).all(|((name, len), seen)| *name == seen.name && *len == seen.len)
        {
            return Ok(Some(News::Nothing));
        }
        let known: BTreeMap<&str, &Seen> = self.files.iter().map(|seen| (seen.name.as_str(), seen)).collect();
        let mut reading = Reading::default();
        let mut buffer = Vec::new();
        let mut missing = known.len();
        for (name, len) in list {
            let before = known.get(name.as_str()).map(|seen| (*seen).clone());
            missing -= usize::from(before.is_some());
            let seen = before.unwrap_or_else(|| Seen::new(name));
            if len < seen.whole {
                return Ok(None);
            } else if len == seen.len {
                reading.files.push(seen);
            } else {
                reading.more(&self.dir, seen, len, &mut buffer);
            }
        }
        Ok(if missing > 0 { None } else { self.follow(reading) })
    }

    /// Takes in lines that all follow their writers' last ones; none if any does not.
    fn follow(&mut self, reading: Reading) -> Option<News> {
        let torn = |remark: &Remark| matches!(remark, Remark::Torn { .. });
        if !reading.damaged.is_empty() || !reading.remarks.iter().all(torn) {
            return None;
        }
        let mut raw = Raw::new(&self.dir);
        let mut ends = self.ends.clone();
        for found in &reading.found {
            let (n, before) = match ends.get(&found.w) {
                Some(end) => (end.n, Before::Line(end.h)),
                None => (0, Before::Council(&self.about.id)),
            };
            let is_act = matches!(found.content, Content::Act(_));
            if !is_act || found.n != n + 1 || !line::fits(raw.bytes(&reading.files, found.place), before) {
                return None;
            }
            ends.insert(found.w, End { n: found.n, h: found.h });
        }
        let settled = |remark: &Remark| match remark {
            Remark::Behind { writer, seen, .. } => ends.get(writer).is_some_and(|end| end.n >= *seen),
            remark => torn(remark),
        };
        self.remarks.retain(|remark| !settled(remark));
        self.remarks.extend(reading.remarks);
        self.files = reading.files;
        self.ends = ends;
        let mut entries: Vec<Entry> = reading.found.into_iter().filter_map(act).collect();
        if entries.is_empty() {
            return Some(News::Nothing);
        }
        entries.sort_by_key(Entry::order);
        self.top = entries.last().map_or(self.top, |last| self.top.max(last.c));
        // Forgetting what was seen can only make a restored backup look current; it is no reason to stop.
        let _ = self.remember(|_, _| true);
        Some(News::More(entries))
    }

    /// Reads everything again, and sees to it that we may go on writing under our name. The lock is held.
    fn reload(&mut self, progress: &Progress) -> Result<Vec<Entry>, Error> {
        // A folder that went away, as a stick does, is not one whose acts are gone.
        let id = council_file::read(&self.dir)?.id;
        if id != self.about.id {
            return Err(Error::NotACouncil(self.dir.clone()));
        }
        self.recall();
        let folder = folder::journal(&self.dir);
        let unreadable = |error| Error::Unreadable(folder.clone(), error);
        let mut reading = Reading::whole(&self.dir, progress).map_err(unreadable)?;
        self.torn = None;
        if self.closed.is_none() {
            match mend::own_ends(&self.dir, &self.about.id, &self.memory, &reading) {
                Ok(mended) if mended.is_empty() => {}
                Ok(mended) => {
                    for remark in mended {
                        self.say(remark);
                    }
                    reading = Reading::whole(&self.dir, progress).map_err(unreadable)?;
                }
                Err(error) => self.torn = Some(error),
            }
        }
        reading.remark_damage();
        self.files.clone_from(&reading.files);
        let sound = mend::sound_ends(&self.dir, &self.about.id, &reading);
        let damaged_end = mend::ends_in_damage(self.memory.writer, &reading);
        let merged = Merged::of(&self.dir, &self.about.id, reading);
        let behind = merged.lost_sight(&self.memory.seen);
        let Merged { entries, ends, forked, remarks, newer, .. } = merged;
        self.ends = ends;
        self.top = entries.last().map_or(0, |last| last.c);
        self.remarks = remarks;
        self.remarks.extend(behind.iter().chain(&self.said).cloned());
        self.closed = self.closed.take().or(newer).or_else(|| self.own_unreadable());
        if self.closed.is_none() {
            let was = self.memory.writer;
            let behind = behind.iter().any(|r| matches!(r, Remark::Behind { writer, .. } if *writer == was));
            let damaged_end = damaged_end || self.ends.contains_key(&was) && !sound.contains_key(&was);
            self.keep_name(damaged_end, forked.contains(&was), behind);
            if let Err(error) = self.remember(|writer, end| sound.get(&writer) == Some(&(end.n, end.h))) {
                self.closed = Some(Closed::StateDir(error.to_string()));
            }
        }
        Ok(entries)
    }

    /// Takes in what another window of this laptop has remembered meanwhile; returns whether it goes by another name.
    fn recall(&mut self) -> bool {
        let Some(mut memory) = self.state.recall(&self.about.id, &self.dir) else { return false };
        memory.retired = memory.retired.or_else(|| self.memory.retired.take());
        let renamed = memory.writer != self.memory.writer;
        self.memory = memory;
        renamed
    }

    /// A file of ours that could not be read.
    fn own_unreadable(&self) -> Option<Closed> {
        self.remarks.iter().find_map(|remark| {
            let Remark::Unreadable { file, .. } = remark else { return None };
            let part = PartName::parse(file.rsplit('/').next()?)?;
            (part.writer == self.memory.writer).then(|| Closed::OwnFile { file: file.clone() })
        })
    }

    /// Takes another name if going on under ours could number an act twice.
    fn keep_name(&mut self, damaged_end: bool, forked: bool, behind: bool) {
        let why = if !self.memory.is_of_this_machine() {
            NewName::OtherMachine
        } else if forked {
            NewName::Forked
        } else if damaged_end {
            NewName::LastLineDamaged
        } else if behind {
            NewName::Behind
        } else {
            return;
        };
        let was = self.memory.writer;
        let old_is_ours = matches!(why, NewName::Behind | NewName::LastLineDamaged);
        self.memory.rename(state_dir::random_writer(), old_is_ours);
        self.say(Remark::NewWriter { was, why });
    }

    /// Remembers the last act seen of everybody, for good: what is missing later was here once. Only what fits counts
    /// as seen, for damage can give a line any name and number.
    fn remember(&mut self, fits: impl Fn(WriterId, &End) -> bool) -> io::Result<()> {
        if self.closed == Some(Closed::Asked) {
            return Ok(());
        }
        for (&writer, end) in self.ends.iter().filter(|(writer, end)| fits(**writer, end)) {
            let seen = self.memory.seen.entry(writer).or_insert_with(|| SeenEnd { n: 0, h: String::new() });
            if end.n > seen.n {
                *seen = SeenEnd { n: end.n, h: end.h.to_string() };
            }
        }
        self.state.remember(&mut self.memory, &self.dir)
    }
}

/// The act of a line, if it holds one.
fn act(found: Found) -> Option<Entry> {
    match found.content {
        Content::Act(entry) => Some(entry),
        Content::Redacted(_) | Content::Newer(_) => None,
    }
}
