//! Files and folders as a council has them: for their owner alone unless the folder is shared, whole or not at all, and
//! on disk when it is said that they are. Knows nothing of what is in them.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

/// Makes a folder and what is missing above it, for the owner alone unless the folder above is shared with a group.
///
/// # Errors
/// When the system refuses.
pub(crate) fn make(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = folder_of(folder);
    if above != folder {
        make(above)?;
    }
    let mut builder = fs::DirBuilder::new();
    private_folder(&mut builder);
    match builder.create(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        made => made?,
    }
    share_with_group(folder, above, 0o070)?;
    sync(above)
}

/// Opens a file to write at its end; makes it, for the owner alone unless its folder is shared with a group.
///
/// # Errors
/// When the system refuses.
pub(crate) fn open_end(path: &Path) -> io::Result<File> {
    match OpenOptions::new().append(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        opened => return opened,
    }
    let folder = folder_of(path);
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
pub(crate) fn cut(path: &Path, len: u64) -> io::Result<()> {
    // A handle that only appends may not cut on every system.
    OpenOptions::new().write(true).open(path)?.set_len(len)
}

/// Writes a file whole or not at all, and has it on disk when this returns.
///
/// # Errors
/// As [`give_name`].
pub(crate) fn write_whole(path: &Path, bytes: &[u8], replace: bool) -> io::Result<()> {
    // In the same folder, for a rename does not cross file systems.
    let mut file = NamedTempFile::new_in(folder_of(path))?;
    file.write_all(bytes)?;
    give_name(file, path, replace)
}

/// Writes a file whole or not at all, but not synced: for what may be forgotten by a power cut.
///
/// # Errors
/// When the system refuses.
pub(crate) fn write_unsynced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = NamedTempFile::new_in(folder_of(path))?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

/// Gives a file that was written under a passing name its own, and has both on disk when this returns.
///
/// # Errors
/// When the system refuses; with `replace` off, also when the name is taken.
pub(crate) fn give_name(file: NamedTempFile, path: &Path, replace: bool) -> io::Result<()> {
    let folder = folder_of(path);
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

/// SHA-256 of some bytes, in hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes as small hex digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

/// Has a folder's list of names on disk when this returns. Systems that cannot sync folders keep names by themselves.
///
/// # Errors
/// When the system could not say that it did.
pub(crate) fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// The folder that something is in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
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
