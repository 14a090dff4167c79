//! `council.json`, written once when a council is founded, and the README beside it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{Error, folder};
use crate::disk;
use crate::domain::entry::{Instant, VERSION};

/// The name of the file that makes a folder a council's.
pub(crate) const COUNCIL_FILE: &str = "council.json";
/// What a stranger finds beside it.
const README: &str = include_str!("README.txt");

/// What a council is, before any act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its id, a UUID; the first line of every writer is tied to it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it was founded.
    pub founded: Instant,
}

/// The file as it is written.
#[derive(Serialize)]
struct Versioned<'a> {
    v: u32,
    #[serde(flatten)]
    about: &'a About,
}

/// The version alone, read before the rest.
#[derive(Deserialize)]
struct Version {
    v: u32,
}

/// Makes a folder a council's: its folders, the README, what `fill` puts into it and, last, `council.json`.
pub(super) fn found(dir: &Path, about: &About, fill: impl FnOnce() -> io::Result<()>) -> Result<(), Error> {
    let unwritable = |error| Error::Unwritable(dir.to_owned(), error);
    let path = dir.join(COUNCIL_FILE);
    disk::make(dir).map_err(unwritable)?;
    let lines = folder::list(dir).map_err(|error| Error::Unreadable(folder::journal(dir), error))?;
    // Acts without `council.json` have lost it: under a new id none of them would fit.
    if !lines.is_empty() || path.exists() {
        return Err(Error::AlreadyACouncil(dir.to_owned()));
    }
    for made in [folder::JOURNAL, folder::ATTACHMENTS, folder::PAPERS] {
        disk::make(&dir.join(made)).map_err(unwritable)?;
    }
    let readme = README.replace("COUNCIL", &about.name);
    match disk::write_whole(&dir.join("README.txt"), readme.as_bytes(), false) {
        // Somebody's own README says more about the folder than ours.
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(unwritable(error)),
        _ => {}
    }
    fill().map_err(unwritable)?;
    let mut bytes = serde_json::to_vec_pretty(&Versioned { v: VERSION, about }).map_err(|e| unwritable(e.into()))?;
    bytes.push(b'\n');
    disk::write_whole(&path, &bytes, false).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Error::AlreadyACouncil(dir.to_owned()),
        _ => unwritable(error),
    })
}

/// What `council.json` says.
pub(super) fn read(dir: &Path) -> Result<About, Error> {
    let path = dir.join(COUNCIL_FILE);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Err(Error::Unreadable(path, error));
        }
        Err(_) => {
            return Err(match fs::metadata(dir) {
                Ok(_) => Error::NotACouncil(dir.to_owned()),
                Err(error) if error.kind() == ErrorKind::NotFound => Error::Missing(dir.to_owned()),
                Err(error) => Error::Unreadable(dir.to_owned(), error),
            });
        }
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let damaged = |error: serde_json::Error| Error::Damaged { path: path.clone(), line: error.line().max(1) };
    let version: Version = serde_json::from_slice(bytes).map_err(damaged)?;
    if version.v > VERSION {
        return Err(Error::Newer { path, version: version.v });
    }
    let about: About = serde_json::from_slice(bytes).map_err(damaged)?;
    // The id names files elsewhere, so it must not be able to name a way out of a folder.
    if uuid::Uuid::try_parse(&about.id).is_err() {
        return Err(Error::Damaged { path, line: 1 });
    }
    Ok(about)
}
