//! Files that show what was done, kept in the council's folder under the digest of their bytes. Knows nothing of tasks.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use crate::disk;
use crate::domain::event::Evidence;
use crate::journal::ATTACHMENTS;

/// Copies files into `attachments/` and gives each with the path it was named by.
/// Copying twice is copying once; a copy that no act names in the end does no harm.
///
/// # Errors
/// The path that could not be read or copied, and why.
pub(crate) fn keep(council: &Path, paths: &[String]) -> Result<Vec<(String, Evidence)>, (String, io::Error)> {
    paths
        .iter()
        .map(|path| match keep_one(council, Path::new(path)) {
            Ok(evidence) => Ok((path.clone(), evidence)),
            Err(error) => Err((path.clone(), error)),
        })
        .collect()
}

fn keep_one(council: &Path, path: &Path) -> io::Result<Evidence> {
    let attachments = council.join(ATTACHMENTS);
    disk::make(&attachments)?;
    // Written beside its final place under a passing name, so that no half copy ever bears a digest.
    let mut copy = NamedTempFile::new_in(&attachments)?;
    let (sha256, size) = copy_and_digest(&mut File::open(path)?, copy.as_file_mut())?;
    let folder = attachments.join(&sha256[..2]);
    disk::make(&folder)?;
    match disk::give_name(copy, &folder.join(&sha256), false) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    // The act that names the file is acknowledged only when the file's own name is on disk, too: also where an earlier
    // program that copied it was cut short.
    disk::sync(&folder)?;
    disk::sync(&attachments)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Evidence { name, sha256, size })
}

fn copy_and_digest(from: &mut impl Read, to: &mut impl Write) -> io::Result<(String, u64)> {
    let mut digest = Sha256::new();
    let mut size = 0;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let n = from.read(&mut buffer)?;
        if n == 0 {
            break;
        }
        digest.update(&buffer[..n]);
        to.write_all(&buffer[..n])?;
        size += n as u64;
    }
    Ok((disk::hex(&digest.finalize()), size))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_is_kept_once_under_the_digest_of_its_bytes() {
        let council = tempfile::tempdir().unwrap();
        let photo = council.path().join("前后对比.jpg");
        fs::write(&photo, b"abc").unwrap();
        let paths = vec![photo.to_string_lossy().into_owned()];
        let kept = keep(council.path(), &paths).unwrap();
        assert_eq!(keep(council.path(), &paths).unwrap(), kept);
        // SHA-256 of "abc", as FIPS 180-4 gives it.
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(kept[0].1, Evidence { name: "前后对比.jpg".to_owned(), sha256: digest.to_owned(), size: 3 });
        assert_eq!(fs::read(council.path().join("attachments/ba").join(digest)).unwrap(), b"abc");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_kept_is_for_those_the_council_is_for() {
        use std::os::unix::fs::PermissionsExt;

        let kept_in = |mode| {
            let place = tempfile::tempdir().unwrap();
            let council = place.path().join("council");
            fs::create_dir(&council).unwrap();
            fs::set_permissions(&council, fs::Permissions::from_mode(mode)).unwrap();
            let photo = place.path().join("photo");
            fs::write(&photo, b"abc").unwrap();
            let sha256 = keep(&council, &[photo.to_string_lossy().into_owned()]).unwrap().remove(0).1.sha256;
            let folder = council.join("attachments").join(&sha256[..2]);
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            (mode(&folder), mode(&folder.join(sha256)))
        };
        assert_eq!(kept_in(0o700), (0o700, 0o600));
        assert_eq!(kept_in(0o770), (0o770, 0o660), "two accounts share it");
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let council = tempfile::tempdir().unwrap();
        let missing = council.path().join("missing").to_string_lossy().into_owned();
        assert_eq!(keep(council.path(), std::slice::from_ref(&missing)).unwrap_err().0, missing);
    }
}
