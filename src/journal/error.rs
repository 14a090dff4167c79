//! What can keep a journal from being read or written. Knows no language: the words of `Display` are for logs, people
//! get a sentence of their own for each variant.

use std::path::PathBuf;
use std::{fmt, io};

/// Why a folder cannot be opened as a council, or made one.
#[derive(Debug)]
pub enum Error {
    /// There is no such folder.
    Missing(PathBuf),
    /// It could not be read.
    Unreadable(PathBuf, io::Error),
    /// It is a folder, but no council's.
    NotACouncil(PathBuf),
    /// `council.json` is there but damaged.
    Damaged {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// `council.json` is in a format above ours, so that nothing here can be trusted to mean what it seems to.
    Newer {
        /// The file.
        path: PathBuf,
        /// The version of the format that is needed.
        version: u32,
    },
    /// It is a council already, so none can be founded there.
    AlreadyACouncil(PathBuf),
    /// It could not be written.
    Unwritable(PathBuf, io::Error),
}

/// Why an act was not acknowledged.
#[derive(Debug)]
pub enum Failure {
    /// Nothing of it is on disk; the same act may be tried again.
    NotSaved(io::Error),
    /// It was written, but the system could not say whether it will last. Open the journal again and look.
    NotSure(io::Error),
    /// Nothing can be written here.
    ReadOnly(Closed),
}

/// Why a council can only be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closed {
    /// It was opened so.
    Asked,
    /// A line is in a format above ours.
    Newer {
        /// The file, from the council's folder.
        file: String,
        /// The line, from 1.
        line: u64,
        /// The version of the format that is needed.
        version: u32,
    },
    /// A file of ours cannot be read, so nothing can be tied to its end.
    OwnFile {
        /// The file, from the council's folder.
        file: String,
    },
    /// The folder for what this laptop remembers cannot be used; what the system said.
    StateDir(String),
    /// The system refuses to write here; what it said.
    Refused(String),
    /// A sync failed on this handle: the journal must be opened again.
    Unsure,
}

impl Error {
    /// What became of an act when the folder could not be read before it was written.
    pub(super) fn not_saved(self) -> Failure {
        match self {
            Self::Unreadable(_, error) | Self::Unwritable(_, error) => Failure::NotSaved(error),
            other => Failure::NotSaved(io::Error::other(other)),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "{}: no such folder", path.display()),
            Self::Unreadable(path, error) | Self::Unwritable(path, error) => write!(f, "{}: {error}", path.display()),
            Self::NotACouncil(path) => write!(f, "{}: not a council's folder", path.display()),
            Self::Damaged { path, line } => write!(f, "{}:{line}: damaged", path.display()),
            Self::Newer { path, version } => write!(f, "{}: needs version {version} of the format", path.display()),
            Self::AlreadyACouncil(path) => write!(f, "{}: already a council's folder", path.display()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable(_, error) | Self::Unwritable(_, error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotSaved(error) => write!(f, "not saved: {error}"),
            Self::NotSure(error) => write!(f, "not sure whether saved: {error}"),
            Self::ReadOnly(why) => write!(f, "read-only: {why:?}"),
        }
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotSaved(error) | Self::NotSure(error) => Some(error),
            Self::ReadOnly(_) => None,
        }
    }
}
