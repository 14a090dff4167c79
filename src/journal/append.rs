//! Adding an act at the end of our file: one line, one write, one sync. Acknowledged only when all of it returned.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use chrono::Datelike;

use super::line::{self, Before};
use super::merge::End;
use super::name::PartName;
use super::read::Seen;
use super::{Closed, Error, Failure, Journal, News, Progress, council_file, folder};
use crate::disk;
use crate::domain::entry::{Entry, Instant, VERSION};
use crate::domain::event::Event;

/// From this length on a file is followed by its next part.
pub(super) const PART: u64 = 1 << 20;

/// An act to be recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// The number it was decided under, [`Journal::next`]: what it makes is referred to by it.
    pub n: u64,
    /// When.
    pub ts: Instant,
    /// Who acted.
    pub by: String,
    /// The command, in its `do` name.
    pub act: String,
    /// The facts.
    pub events: Vec<Event>,
}

/// What became of an act.
#[derive(Debug, PartialEq)]
pub enum Appended {
    /// It is on disk, as it will be read back.
    Saved(Entry),
    /// Nothing was written, for somebody wrote meanwhile, or the number is taken: take this in, and decide again.
    Stale(News),
}

impl Journal {
    /// Records an act, unless somebody wrote since the last look.
    ///
    /// # Errors
    /// [`Failure`]: the act is not acknowledged. After [`Failure::NotSure`] open the journal again and look.
    pub fn append(&mut self, act: Act) -> Result<Appended, Failure> {
        if let Some(closed) = &self.closed {
            return Err(Failure::ReadOnly(closed.clone()));
        }
        let guard = self.state.lock(&self.about.id).map_err(Failure::NotSaved)?;
        let appended = self.append_locked(act);
        drop(guard);
        appended
    }

    fn append_locked(&mut self, act: Act) -> Result<Appended, Failure> {
        if self.recall() {
            return Ok(Appended::Stale(News::Nothing));
        }
        match self.look().map_err(Error::not_saved)? {
            // An act of ours that failed may have left a torn line.
            Some(_) if self.is_torn() => {}
            Some(News::Nothing) if act.n == self.next() => return self.write(act),
            Some(news) => return Ok(Appended::Stale(news)),
            None => {}
        }
        let entries = self.reload(&Progress::default()).map_err(Error::not_saved)?;
        match self.torn.take() {
            Some(error) => Err(Failure::NotSaved(error)),
            None => Ok(Appended::Stale(News::Afresh(entries))),
        }
    }

    /// Whether a file of ours ends in the middle of a line.
    fn is_torn(&self) -> bool {
        let ours = |seen: &Seen| PartName::parse(&seen.name).is_some_and(|part| self.memory.is_ours(part.writer));
        self.files.iter().any(|seen| seen.len > seen.whole && ours(seen))
    }

    /// Writes an act at the end of our file. The lock is held, and nothing is new.
    pub(super) fn write(&mut self, act: Act) -> Result<Appended, Failure> {
        let w = self.memory.writer;
        let before = self.ends.get(&w).map_or(Before::Council(&self.about.id), |end| Before::Line(end.h));
        let name = self.part_for(&act).to_string();
        let Act { n, ts, by, act, events } = act;
        let entry = Entry { v: VERSION, w, n, c: self.top.saturating_add(1), ts, by, act, events };
        let (line, entry, h) = line::write(&entry, before).map_err(|error| Failure::NotSaved(error.into()))?;
        if !self.settled.contains(&name) {
            // The first act in a file makes folders, too: not where a stick was that went away.
            council_file::read(&self.dir).map_err(Error::not_saved)?;
        }
        let mut bytes = self.doubtful_line(&name).map_err(Failure::NotSaved)?;
        let lines = 1 + u64::from(!bytes.is_empty());
        bytes.extend_from_slice(&line);

        let path = folder::journal(&self.dir).join(&name);
        let at = self.files.iter().position(|seen| seen.name == name);
        let len = at.map_or(0, |at| self.files[at].len);
        let mut file = disk::open_end(&path).map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                Failure::ReadOnly(Closed::Refused(error.to_string()))
            }
            _ => Failure::NotSaved(error),
        })?;
        if let Err(error) = file.write_all(&bytes) {
            // If cutting fails too, a torn line stays, which is cut before the next act is written.
            let _ = if len == 0 { fs::remove_file(&path) } else { disk::cut(&path, len) };
            return Err(Failure::NotSaved(error));
        }
        let synced = file.sync_data().and_then(|()| self.settle(&name));
        if let Err(error) = synced {
            // The system may have dropped what it could not write, and a second sync would not say so.
            self.closed = Some(Closed::Unsure);
            self.memory.retired = Some(name);
            let _ = self.state.remember(&mut self.memory, &self.dir);
            return Err(Failure::NotSure(error));
        }

        let at = at.unwrap_or_else(|| self.insert(name));
        let seen = &mut self.files[at];
        seen.len += bytes.len() as u64;
        seen.whole = seen.len;
        seen.lines += lines;
        self.ends.insert(w, End { n, h });
        self.top = entry.c;
        // The act is on disk whatever becomes of our memory of it.
        let _ = self.remember(|writer, _| writer == w);
        Ok(Appended::Saved(entry))
    }

    /// The file that an act belongs in.
    fn part_for(&self, act: &Act) -> PartName {
        let (writer, year) = (self.memory.writer, act.ts.year());
        let parts = self.files.iter().filter_map(|seen| Some((PartName::parse(&seen.name)?, seen)));
        let last = parts.filter(|(part, _)| part.writer == writer && part.year == year).max_by_key(|(part, _)| *part);
        match last {
            None => PartName { writer, year, part: 1 },
            Some((part, seen)) if seen.len >= PART || self.memory.retired.as_ref() == Some(&seen.name) => {
                PartName { part: part.part + 1, ..part }
            }
            Some((part, _)) => part,
        }
    }

    /// Our last line if a sync failed on it: it is written once more, into a new file, and still counts once.
    fn doubtful_line(&self, into: &str) -> io::Result<Vec<u8>> {
        let (Some(retired), Some(end)) = (&self.memory.retired, self.ends.get(&self.memory.writer)) else {
            return Ok(Vec::new());
        };
        if self.settled.contains(into) {
            return Ok(Vec::new());
        }
        let bytes = match fs::read(folder::journal(&self.dir).join(retired)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            read => read?,
        };
        let last = bytes.split_inclusive(|byte| *byte == b'\n').next_back().unwrap_or_default();
        let is_end = last.strip_suffix(b"\n").and_then(line::stated) == Some(end.h);
        Ok(if is_end { last.to_vec() } else { Vec::new() })
    }

    /// Has the names of a file and its folder on disk, once for each file: a crash may have kept an earlier process
    /// from it.
    fn settle(&mut self, name: &str) -> io::Result<()> {
        if self.settled.contains(name) {
            return Ok(());
        }
        disk::sync(&folder::journal(&self.dir))?;
        self.settled.insert(name.to_owned());
        Ok(())
    }

    /// Puts a new file where a listing will have it.
    fn insert(&mut self, name: String) -> usize {
        let at = self.files.partition_point(|seen| folder::order(&seen.name) < folder::order(&name));
        self.files.insert(at, Seen::new(name));
        at
    }
}

/// Writes acts of many writers into files of their own, and syncs each file once.
pub(super) fn write_all(council: &Path, root: &str, entries: &[Entry]) -> io::Result<()> {
    let mut entries: Vec<&Entry> = entries.iter().collect();
    entries.sort_by_key(|entry| (entry.w, entry.n));
    let mut files: BTreeMap<PartName, Vec<u8>> = BTreeMap::new();
    for acts in entries.chunk_by(|a, b| a.w == b.w) {
        let mut before = Before::Council(root);
        for act in acts {
            let (line, _, h) = line::write(act, before)?;
            before = Before::Line(h);
            let mut name = PartName { writer: act.w, year: act.ts.year(), part: 1 };
            while files.get(&name).is_some_and(|bytes| bytes.len() as u64 >= PART) {
                name.part += 1;
            }
            files.entry(name).or_default().extend_from_slice(&line);
        }
    }
    for (name, bytes) in files {
        let mut file = disk::open_end(&folder::journal(council).join(name.to_string()))?;
        file.write_all(&bytes)?;
        file.sync_data()?;
    }
    disk::sync(&folder::journal(council))
}
