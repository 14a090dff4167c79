//! The texts in progress of one window. Two windows on one council have two files, so that neither overwrites what the
//! other keeps; the file of a window that ended, well or not, goes to the next one. Knows nothing of what is in it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::disk;

/// More windows than anybody has; those beyond share the last file.
const WINDOWS: usize = 16;

/// A file for the texts of one window, held as long as this lives.
#[derive(Debug)]
pub(crate) struct Slip {
    path: PathBuf,
    _held: Option<File>,
}

impl Slip {
    /// The first that no other window holds. Where nothing can be locked, the first.
    pub(super) fn take(folder: &Path, council: &str) -> Self {
        let path = |window: usize| match window {
            1 => folder.join(format!("unsent-{council}.json")),
            _ => folder.join(format!("unsent-{council}.{window}.json")),
        };
        for window in 1..WINDOWS {
            let path = path(window);
            let lock = OpenOptions::new().create(true).append(true).open(path.with_extension("lock"));
            match lock.map(|lock| (lock.try_lock(), lock)) {
                Ok((Ok(()), lock)) => return Self { path, _held: Some(lock) },
                Ok((Err(TryLockError::WouldBlock), _)) => {}
                Ok((Err(TryLockError::Error(_)), _)) | Err(_) => return Self { path, _held: None },
            }
        }
        Self { path: path(WINDOWS), _held: None }
    }

    /// What an earlier window left. A file that cannot be read holds back nobody.
    pub(crate) fn read(&self) -> String {
        fs::read_to_string(&self.path).unwrap_or_default()
    }

    /// Whole or not at all, readable by this account only.
    ///
    /// # Errors
    /// When the system refuses.
    pub(crate) fn write(&self, texts: &str) -> io::Result<()> {
        disk::write_unsynced(&self.path, texts.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_windows_keep_their_texts_apart_and_leave_them_to_the_next() {
        let folder = tempfile::tempdir().expect("a folder");
        let (first, second) = (Slip::take(folder.path(), "c"), Slip::take(folder.path(), "c"));
        first.write("主持").expect("written");
        second.write("秘书").expect("written");
        assert_eq!((first.read(), second.read()), ("主持".to_owned(), "秘书".to_owned()));
        drop(second);
        assert_eq!(Slip::take(folder.path(), "c").read(), "秘书");
        assert_eq!(Slip::take(folder.path(), "d").read(), "");
    }
}
