//! A council's folder: what is where in it, the list of its journal's files, and what is set aside. Knows nothing of
//! what lines mean.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::name::{EXTENSION, PartName};
use crate::disk;

/// Where the journal is, in the council's folder.
pub(super) const JOURNAL: &str = "journal";
/// Where evidence is, in the council's folder.
pub(crate) const ATTACHMENTS: &str = "attachments";
/// Where what was printed is, in the council's folder.
pub(super) const PAPERS: &str = "papers";
/// Where damaged bytes are kept, in the council's folder.
const DAMAGED: &str = "damaged";

/// Why bytes were set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Reason {
    /// The end of a file that was being written when the power or the program went.
    Torn,
    /// Damaged, and replaced by a copy that fits.
    Replaced,
    /// Damaged, and no copy fits.
    Lost,
}

/// What is written beside bytes that were set aside.
#[derive(Serialize)]
struct Note<'a> {
    file: &'a str,
    line: u64,
    reason: Reason,
    sha256: &'a str,
}

/// The folder of the journal's files.
pub(super) fn journal(council: &Path) -> PathBuf {
    council.join(JOURNAL)
}

/// How a file of the journal is called in what people read.
pub(super) fn shown(name: &str) -> String {
    format!("{JOURNAL}/{name}")
}

/// The journal's files and their lengths in bytes: each writer's in the order of its lines, then those with other
/// names. Hidden files are other programs' business. A folder that is not there holds none: a council without acts may
/// have come through something that carries no empty folders.
///
/// # Errors
/// When the folder cannot be read.
pub(super) fn list(council: &Path) -> io::Result<Vec<(String, u64)>> {
    let folder = match fs::read_dir(journal(council)) {
        Ok(folder) => folder,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut files = Vec::new();
    for item in folder {
        let item = item?;
        let name = item.file_name().to_string_lossy().into_owned();
        if !name.ends_with(EXTENSION) || name.starts_with('.') {
            continue;
        }
        match fs::metadata(item.path()) {
            Ok(about) if about.is_file() => files.push((name, about.len())),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    files.sort_by_cached_key(|(name, _)| {
        let (copy, part, name) = order(name);
        (copy, part, name.to_owned())
    });
    Ok(files)
}

/// The order in which files are listed.
pub(super) fn order(name: &str) -> (bool, Option<PartName>, &str) {
    let part = PartName::parse(name);
    (part.is_none(), part, name)
}

/// Keeps damaged bytes in `damaged/`, with the reason beside them; returns where, from the council's folder.
///
/// # Errors
/// When they cannot be kept: then nothing may be taken away where they stand.
pub(super) fn set_aside(council: &Path, file: &str, line: u64, bytes: &[u8], reason: Reason) -> io::Result<String> {
    let folder = council.join(DAMAGED);
    disk::make(&folder)?;
    let sha256 = disk::sha256(bytes);
    let stem = format!("{}.line-{line}.{}", file.rsplit('/').next().unwrap_or(file), &sha256[..8]);
    let note = Note { file, line, reason, sha256: &sha256 };
    let mut note = serde_json::to_vec_pretty(&note)?;
    note.push(b'\n');
    disk::write_whole(&folder.join(format!("{stem}.bytes")), bytes, true)?;
    disk::write_whole(&folder.join(format!("{stem}.json")), &note, true)?;
    Ok(format!("{DAMAGED}/{stem}.bytes"))
}
