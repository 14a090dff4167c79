//! What this installation remembers outside every council's folder, so that copying a folder never copies a writer:
//! who it is in each council, the last act it saw of everybody, and the lock. Never synced. Knows nothing of acts.

mod habits;
mod slip;

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use habits::{Habit, Recent};
pub(crate) use slip::Slip;

use crate::disk;
use crate::domain::id::WriterId;
use crate::journal::COUNCIL_FILE;

/// Names another folder than the usual one.
const VARIABLE: &str = "MAZHA_STATE_DIR";

/// The folder where this installation remembers.
#[derive(Debug, Clone)]
pub struct StateDir {
    root: PathBuf,
}

/// There is no home to remember in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoHome;

/// What is remembered of one council in one folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Memory {
    /// The council's id.
    pub(crate) council: String,
    /// Its folder, links resolved.
    pub(crate) folder: String,
    /// The machine that remembers.
    pub(crate) machine: String,
    /// Who this installation is there.
    pub(crate) writer: WriterId,
    /// Who it was before, and nobody else can be.
    #[serde(default)]
    pub(crate) former: Vec<WriterId>,
    /// The last act seen of every writer.
    #[serde(default)]
    pub(crate) seen: BTreeMap<WriterId, SeenEnd>,
    /// A file of ours that a sync failed on: never written to again.
    #[serde(default)]
    pub(crate) retired: Option<String>,
}

/// The last act seen of a writer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SeenEnd {
    pub(crate) n: u64,
    /// Its `h`, 32 hex digits.
    pub(crate) h: String,
}

/// Held while a file is written; given back when dropped, or when the process ends in whatever way.
#[derive(Debug)]
pub(crate) enum Guard {
    Held(#[expect(dead_code, reason = "the lock lasts as long as the handle")] File),
    /// The system has no locks.
    Unsupported,
}

impl StateDir {
    /// The usual folder of this account, or the one named by `MAZHA_STATE_DIR`.
    ///
    /// # Errors
    /// When the account has no home.
    pub fn standard() -> Result<Self, NoHome> {
        if let Some(root) = std::env::var_os(VARIABLE).filter(|root| !root.is_empty()) {
            return Ok(Self::at(root));
        }
        let base = etcetera::choose_base_strategy().map_err(|_| NoHome)?;
        Ok(Self::at(base.state_dir().unwrap_or_else(|| base.data_dir()).join("mazha")))
    }

    /// This folder; it is made when it is needed.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// What is remembered of a council in `folder`, a path with links resolved. A council whose folder has gone was
    /// moved here: who we were there we still are. A copy beside the old one is another place, with nobody in it yet.
    pub(crate) fn recall(&self, council: &str, folder: &Path) -> Option<Memory> {
        if let Some(memory) = read(&self.file(council, folder)).filter(|memory| memory.council == council) {
            return Some(memory);
        }
        let mut moved: Vec<Memory> = fs::read_dir(&self.root)
            .into_iter()
            .flatten()
            .flatten()
            .filter(|item| item.file_name().to_string_lossy().starts_with(council))
            .filter_map(|item| read(&item.path()))
            .filter(|memory| memory.council == council && is_gone(memory))
            .collect();
        moved.sort_by_key(|memory| memory.seen.get(&memory.writer).map(|end| end.n));
        moved.pop()
    }

    /// Remembers. What was remembered of the same council in the folder it was moved from is forgotten.
    ///
    /// # Errors
    /// When the system refuses.
    pub(crate) fn remember(&self, memory: &mut Memory, folder: &Path) -> io::Result<()> {
        make(&self.root)?;
        let here = folder.to_string_lossy();
        let file = self.file(&memory.council, folder);
        let before = (memory.folder != here).then(|| self.file(&memory.council, Path::new(&memory.folder)));
        memory.folder = here.into_owned();
        let mut bytes = serde_json::to_vec(memory)?;
        bytes.push(b'\n');
        // Not synced: what a power cut takes back is only that we look more forgetful.
        disk::write_unsynced(&file, &bytes)?;
        before.map_or(Ok(()), |before| match fs::remove_file(before) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        })
    }

    /// Where a window keeps the texts that were begun for a council and not sent yet.
    pub(crate) fn slip(&self, council: &str) -> Slip {
        Slip::take(&self.root, council)
    }

    /// Waits for, and takes, the right to write to a council on this machine.
    ///
    /// # Errors
    /// When the lock's file cannot be made.
    pub(crate) fn lock(&self, council: &str) -> io::Result<Guard> {
        make(&self.root)?;
        let path = self.root.join(format!("{council}.lock"));
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        loop {
            match file.lock() {
                Ok(()) => return Ok(Guard::Held(file)),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Ok(Guard::Unsupported),
            }
        }
    }

    /// Where a council in a folder is remembered.
    fn file(&self, council: &str, folder: &Path) -> PathBuf {
        let mut hash = [0; 8];
        hash.copy_from_slice(&Sha256::digest(folder.as_os_str().as_encoded_bytes())[..8]);
        self.root.join(format!("{council}.{:016x}.json", u64::from_be_bytes(hash)))
    }
}

impl Memory {
    /// Nothing seen yet, under a name of our own.
    pub(crate) fn new(council: &str, folder: &Path, writer: WriterId) -> Self {
        Self {
            council: council.to_owned(),
            folder: folder.to_string_lossy().into_owned(),
            machine: machine(),
            writer,
            former: Vec::new(),
            seen: BTreeMap::new(),
            retired: None,
        }
    }

    /// Whether it was made on this machine.
    pub(crate) fn is_of_this_machine(&self) -> bool {
        self.machine == machine()
    }

    /// Whether a writer's name is ours, or was.
    pub(crate) fn is_ours(&self, writer: WriterId) -> bool {
        writer == self.writer || self.former.contains(&writer)
    }

    /// From now on goes by another name. The old one stays ours unless somebody else may be writing under it.
    pub(crate) fn rename(&mut self, writer: WriterId, old_is_ours: bool) {
        let old = std::mem::replace(&mut self.writer, writer);
        if old_is_ours {
            self.former.push(old);
        } else {
            self.former.clear();
        }
        self.machine = machine();
        self.retired = None;
    }
}

/// A name that nobody is likely to have.
pub(crate) fn random_writer() -> WriterId {
    // The instant is left out: of the sixteen bytes only the last, which are random, are used.
    let bytes = uuid::Uuid::new_v7(uuid::Timestamp::from_unix_time(0, 0, 0, 0)).into_bytes();
    let mut numbers = [0; 6];
    numbers.copy_from_slice(&bytes[10..]);
    WriterId::from_numbers(numbers)
}

/// What tells this machine from one that its disk was copied to.
fn machine() -> String {
    match fs::read_to_string("/etc/machine-id") {
        Ok(id) if !id.trim().is_empty() => id.trim().to_owned(),
        _ => whoami::devicename().unwrap_or_default(),
    }
}

/// Whether the folder remembered no longer holds that council. One that cannot be looked at may still hold it.
fn is_gone(memory: &Memory) -> bool {
    #[derive(Deserialize)]
    struct Id {
        id: String,
    }
    match fs::read(Path::new(&memory.folder).join(COUNCIL_FILE)) {
        Ok(bytes) => serde_json::from_slice::<Id>(&bytes).is_ok_and(|about| about.id != memory.council),
        Err(error) => matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory),
    }
}

fn read(path: &Path) -> Option<Memory> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}
