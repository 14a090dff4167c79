//! The ends of our own files: what a crash left torn is cut off or made whole, and what we would tie the next act to
//! is looked at. Touches nobody else's files.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use super::Remark;
use super::folder::{self, Reason};
use super::line::{self, Before, Content, Link};
use super::name::PartName;
use super::read::{Found, Reading, Seen};
use crate::disk;
use crate::domain::id::WriterId;
use crate::state_dir::Memory;

/// Mends the torn ends of our files, and says which. The lock must be held, or the end may just be being written.
///
/// # Errors
/// When bytes cannot be set aside or cut: then nothing may be written after them.
pub(super) fn own_ends(council: &Path, root: &str, memory: &Memory, reading: &Reading) -> io::Result<Vec<Remark>> {
    let mut mended = Vec::new();
    for seen in &reading.files {
        let ours = PartName::parse(&seen.name).is_some_and(|part| memory.is_ours(part.writer));
        if ours && seen.len > seen.whole {
            mended.push(own_end(council, root, reading, seen)?);
        }
    }
    Ok(mended)
}

fn own_end(council: &Path, root: &str, reading: &Reading, seen: &Seen) -> io::Result<Remark> {
    let path = folder::journal(council).join(&seen.name);
    let (file, line) = (folder::shown(&seen.name), seen.lines + 1);
    let torn = seen.torn(council)?;
    if follows(&torn, root, reading) {
        let mut end = disk::open_end(&path)?;
        end.write_all(b"\n")?;
        end.sync_data()?;
        return Ok(Remark::Completed { file, line });
    }
    let kept = folder::set_aside(council, &file, line, &torn, Reason::Torn)?;
    disk::cut(&path, seen.whole)?;
    Ok(Remark::Cut { file, line, kept })
}

/// Whether a line without a line feed is whole: it fits the line before.
fn follows(bytes: &[u8], root: &str, reading: &Reading) -> bool {
    line::read(bytes).is_some_and(|line| befores(reading, root, line.w, line.n).any(|before| line::fits(bytes, before)))
}

/// Writers whose last line fits the line before: what can be tied to, and remembered.
pub(super) fn sound_ends(council: &Path, root: &str, reading: &Reading) -> BTreeMap<WriterId, (u64, Link)> {
    let mut last: BTreeMap<WriterId, Vec<&Found>> = BTreeMap::new();
    for found in &reading.found {
        let ends = last.entry(found.w).or_default();
        if ends.first().is_some_and(|end| end.n < found.n) {
            ends.clear();
        }
        if ends.first().is_none_or(|end| end.n == found.n) {
            ends.push(found);
        }
    }
    let fits = |found: &&Found| {
        let bytes = reading.bytes(council, found.place);
        matches!(found.content, Content::Redacted(_))
            || befores(reading, root, found.w, found.n).any(|before| line::fits(&bytes, before))
            || found.before.is_some_and(|before| line::fits(&bytes, Before::Line(before)))
    };
    let sound = |(writer, ends): (WriterId, Vec<&Found>)| {
        let end = ends.into_iter().find(fits)?;
        Some((writer, (end.n, end.h)))
    };
    last.into_iter().filter_map(sound).collect()
}

/// Whether something unreadable stands after the last line of a writer, in a file of its name.
pub(super) fn ends_in_damage(writer: WriterId, reading: &Reading) -> bool {
    let last = reading.found.iter().filter(|found| found.w == writer).max_by_key(|found| found.n);
    reading.damaged.iter().any(|place| {
        let part = PartName::parse(&reading.files[place.file].name);
        part.is_some_and(|part| part.writer == writer)
            && last.is_none_or(|last| (place.file, place.line) > (last.place.file, last.place.line))
    })
}

/// What the `n`-th line of a writer may be tied to.
fn befores<'a>(reading: &'a Reading, root: &'a str, writer: WriterId, n: u64) -> impl Iterator<Item = Before<'a>> {
    let first = (n == 1).then_some(Before::Council(root));
    let links = reading.found.iter().filter(move |found| found.w == writer && found.n + 1 == n);
    first.into_iter().chain(links.map(|found| Before::Line(found.h)))
}
