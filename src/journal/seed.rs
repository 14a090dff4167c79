//! A whole record in one go, for a council that was founded a moment ago: the sample, and what benches measure.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::Datelike;

use super::line::{Before, Link};
use super::name::PartName;
use super::{About, Error, Journal, folder, line};
use crate::domain::entry::Entry;
use crate::domain::id::WriterId;

impl Journal {
    /// Writes the acts of a council that has none yet, one sync a file. They are numbered from 1 for each writer.
    ///
    /// # Errors
    /// A file is there already or cannot be written.
    pub fn seed(dir: &Path, about: &About, entries: &[Entry]) -> Result<(), Error> {
        let unwritable = |error| Error::Unwritable(folder::journal(dir), error);
        let mut links: BTreeMap<WriterId, Link> = BTreeMap::new();
        let mut files: BTreeMap<PartName, Vec<u8>> = BTreeMap::new();
        let mut parts: BTreeMap<(WriterId, i32), u32> = BTreeMap::new();
        for entry in entries {
            let (writer, year) = (entry.w, entry.ts.year());
            let before = links.get(&writer).map_or(Before::Council(&about.id), |link| Before::Line(*link));
            let (bytes, _, link) = line::write(entry, before).map_err(|error| unwritable(error.into()))?;
            links.insert(writer, link);
            let part = parts.entry((writer, year)).or_insert(1);
            if files
                .get(&PartName { writer, year, part: *part })
                .is_some_and(|file| file.len() as u64 >= super::append::PART)
            {
                *part += 1;
            }
            files.entry(PartName { writer, year, part: *part }).or_default().extend_from_slice(&bytes);
        }
        for (name, bytes) in files {
            folder::write_whole(&folder::journal(dir).join(name.to_string()), &bytes, false).map_err(unwritable)?;
        }
        Ok(())
    }
}
