//! The folder on disk: making, listing and syncing its parts. Knows nothing of what lines mean.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::name::{EXTENSION, PartName};

/// Where the journal is, in the council's folder.
pub(super) const JOURNAL: &str = "journal";
/// Where evidence is, in the council's folder.
pub(super) const ATTACHMENTS: &str = "attachments";
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

/// Makes a folder and what is missing above it, for the owner alone unless the folder above is shared with a group.
///
/// # Errors
/// When the system refuses.
pub(super) fn make(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty());
    if let Some(above) = above {
        make(above)?;
    }
    let mut builder = fs::DirBuilder::new();
    private_folder(&mut builder);
    match builder.create(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        made => made?,
    }
    share_with_group(folder, above.unwrap_or(Path::new(".")), 0o070)?;
    sync(above.unwrap_or(Path::new(".")))
}

/// Opens a file to write at its end; makes it, for the owner alone unless its folder is shared with a group.
///
/// # Errors
/// When the system refuses.
pub(super) fn open_end(path: &Path) -> io::Result<File> {
    match OpenOptions::new().append(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        opened => return opened,
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    make(folder)?;
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    private_file(&mut options);
    let file = options.open(path)?;
    share_with_group(path, folder, 0o060)?;
    Ok(file)
}

/// Cuts a file back to `len` bytes.
///
/// # Errors
/// When the system refuses.
pub(super) fn cut(path: &Path, len: u64) -> io::Result<()> {
    // A handle that only appends may not cut on every system.
    OpenOptions::new().write(true).open(path)?.set_len(len)
}

/// Writes a file whole or not at all, and has it on disk when this returns.
///
/// # Errors
/// When the system refuses; with `replace` off, also when the file exists.
pub(super) fn write_whole(path: &Path, bytes: &[u8], replace: bool) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // In the same folder, for a rename does not cross file systems.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    share_with_group(file.path(), folder, 0o060)?;
    // Before the rename: else the name may outlive the bytes in a power cut.
    file.as_file().sync_all()?;
    if replace {
        file.persist(path)?;
    } else {
        file.persist_noclobber(path)?;
    }
    sync(folder)
}

/// Keeps damaged bytes in `damaged/`, with the reason beside them; returns where, from the council's folder.
///
/// # Errors
/// When they cannot be kept: then nothing may be taken away where they stand.
pub(super) fn set_aside(council: &Path, file: &str, line: u64, bytes: &[u8], reason: Reason) -> io::Result<String> {
    let folder = council.join(DAMAGED);
    make(&folder)?;
    let sha256 = sha256(bytes);
    let stem = format!("{}.line-{line}.{}", file.rsplit('/').next().unwrap_or(file), &sha256[..8]);
    let note = Note { file, line, reason, sha256: &sha256 };
    let mut note = serde_json::to_vec_pretty(&note)?;
    note.push(b'\n');
    write_whole(&folder.join(format!("{stem}.bytes")), bytes, true)?;
    write_whole(&folder.join(format!("{stem}.json")), &note, true)?;
    Ok(format!("{DAMAGED}/{stem}.bytes"))
}

/// SHA-256 of some bytes, in hex.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

/// Has a folder's list of names on disk when this returns. Systems that cannot sync folders keep names by themselves.
///
/// # Errors
/// When the system could not say that it did.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(unix)]
fn private_folder(builder: &mut fs::DirBuilder) {
    use std::os::unix::fs::DirBuilderExt;
    builder.mode(0o700);
}

#[cfg(unix)]
fn private_file(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600);
}

/// Gives what was made in `folder` the access that the folder's group has: two accounts may share a council.
#[cfg(unix)]
fn share_with_group(path: &Path, folder: &Path, bits: u32) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    // A folder anybody may write to, such as /tmp, is not a group's.
    let above = fs::metadata(folder)?;
    let group = above.mode() & bits;
    if group & 0o020 == 0 || above.mode() & 0o002 != 0 {
        return Ok(());
    }
    let mine = fs::metadata(path)?.permissions();
    fs::set_permissions(path, fs::Permissions::from_mode(mine.mode() | group))
}

#[cfg(not(unix))]
fn private_folder(_: &mut fs::DirBuilder) {}

#[cfg(not(unix))]
fn private_file(_: &mut OpenOptions) {}

#[cfg(not(unix))]
fn share_with_group(_: &Path, _: &Path, _: u32) -> io::Result<()> {
    Ok(())
}
