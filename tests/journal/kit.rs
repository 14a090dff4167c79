//! A council in a temporary folder, and laptops that write in it.

use std::fs;
use std::path::{Path, PathBuf};

use mazha::domain::entry::{Entry, Instant};
use mazha::domain::event::Undone;
use mazha::journal::{About, Access, Act, Appended, Failure, Journal, News, Remark};
use mazha::state_dir::StateDir;
use tempfile::TempDir;

/// The id of every council here, so that chains can be told by hand.
pub(crate) const COUNCIL: &str = "019aa3f0-5c00-7000-8000-000000000001";

/// Removed when dropped: a council, and what laptops remember of it.
pub(crate) struct World {
    pub(crate) root: TempDir,
}

/// An open journal and all it gave so far, folded as the register would.
pub(crate) struct Laptop {
    pub(crate) journal: Journal,
    pub(crate) entries: Vec<Entry>,
}

pub(crate) fn about() -> About {
    About { id: COUNCIL.to_owned(), name: "枫林社区议事会".to_owned(), founded: at(0) }
}

/// Some seconds after seven in the evening.
pub(crate) fn at(seconds: i64) -> Instant {
    let start: Instant = "2026-11-21T19:00:00+08:00".parse().unwrap();
    start + chrono::TimeDelta::seconds(seconds)
}

/// An act that can be told from others by who did it.
pub(crate) fn act(n: u64, by: &str) -> Act {
    let undone = Undone { act: "zzzzzz.1".parse().unwrap() };
    Act { n, ts: at(i64::try_from(n).unwrap()), by: by.to_owned(), act: "undo".to_owned(), events: vec![undone.into()] }
}

impl World {
    /// A council without acts.
    pub(crate) fn new() -> Self {
        // In memory where there is such a place: what a power cut takes is not tried here.
        let memory = Path::new("/dev/shm");
        let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let world = Self { root: tempfile::tempdir_in(place).unwrap() };
        Journal::found(&world.council(), &about()).unwrap();
        world
    }

    pub(crate) fn council(&self) -> PathBuf {
        self.root.path().join("council")
    }

    pub(crate) fn state(&self, laptop: &str) -> StateDir {
        StateDir::at(self.root.path().join(laptop))
    }

    /// Opens the council on the laptop of that name.
    pub(crate) fn open(&self, laptop: &str) -> Laptop {
        Laptop::open(&self.council(), &self.state(laptop))
    }

    /// The journal's files, sorted by name.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        files(&self.council())
    }

    /// Leaves one file with these bytes in the journal, and gives laptop `a` this memory.
    pub(crate) fn reset(&self, file: &Path, bytes: &[u8], memory: &Path) {
        fs::remove_dir_all(self.council().join("journal")).unwrap();
        let _ = fs::remove_dir_all(self.council().join("damaged"));
        fs::create_dir(self.council().join("journal")).unwrap();
        fs::write(file, bytes).unwrap();
        fs::remove_dir_all(self.root.path().join("a")).unwrap();
        copy(memory, &self.root.path().join("a"));
    }

    /// The only file of the journal.
    pub(crate) fn file(&self) -> PathBuf {
        let files = self.files();
        assert_eq!(files.len(), 1, "{files:?}");
        files[0].clone()
    }
}

impl Laptop {
    pub(crate) fn open(council: &Path, state: &StateDir) -> Self {
        let (journal, entries) = Journal::open(council, state, Access::Write).unwrap();
        Self { journal, entries }
    }

    /// Records an act, deciding again as often as somebody else was quicker.
    pub(crate) fn write(&mut self, by: &str) -> Result<Entry, Failure> {
        loop {
            match self.journal.append(act(self.journal.next(), by))? {
                Appended::Saved(entry) => {
                    self.entries.push(entry.clone());
                    return Ok(entry);
                }
                Appended::Stale(news) => self.fold(news),
            }
        }
    }

    pub(crate) fn refresh(&mut self) {
        let news = self.journal.refresh().unwrap();
        self.fold(news);
    }

    fn fold(&mut self, news: News) {
        match news {
            News::Nothing => {}
            News::More(entries) => self.entries.extend(entries),
            News::Afresh(entries) => self.entries = entries,
        }
        self.entries.sort_by_key(Entry::order);
    }

    /// Who did all that was done, in the order of the fold.
    pub(crate) fn who(&self) -> Vec<&str> {
        self.entries.iter().map(|entry| entry.by.as_str()).collect()
    }

    /// The codes of the remarks, sorted.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        let mut codes: Vec<_> = self.journal.remarks().iter().map(Remark::code).collect();
        codes.sort_unstable();
        codes
    }
}

/// The journal's files of a council, sorted by name.
pub(crate) fn files(council: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(council.join("journal")).unwrap().map(|item| item.unwrap().path()).collect();
    files.sort();
    files
}

/// Copies a folder with all it holds.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for item in fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        let to = to.join(item.file_name());
        if item.file_type().unwrap().is_dir() {
            copy(&item.path(), &to);
        } else {
            fs::copy(item.path(), to).unwrap();
        }
    }
}
