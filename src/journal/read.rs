//! The journal's bytes into lines, file by file through one buffer. Knows nothing of how lines hang together.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufRead, Read, Seek, SeekFrom};
use std::path::Path;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::line::{self, Content, Link};
use super::{Damage, Progress, Remark, folder};
use crate::domain::id::{ActId, WriterId};

/// What an editor may put before the first line.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A file of the journal as it was when it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    /// Its name in the journal's folder.
    pub(super) name: String,
    /// Its length in bytes.
    pub(super) len: u64,
    /// How many of them are whole lines; the rest is torn.
    pub(super) whole: u64,
    /// How many whole lines there are.
    pub(super) lines: u64,
}

/// A line, and where it stands.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) place: Place,
    /// The link that the line standing before it in the file states, whatever else is wrong with that one.
    pub(super) before: Option<Link>,
    pub(super) w: WriterId,
    pub(super) n: u64,
    pub(super) h: Link,
    pub(super) content: Content,
}

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Which of the files.
    pub(super) file: usize,
    /// Which line of it, from 1.
    pub(super) line: u64,
    /// Its first byte.
    at: u64,
    /// Its length in bytes, without what ends it.
    len: usize,
}

/// All that was read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) files: Vec<Seen>,
    pub(super) found: Vec<Found>,
    /// Lines that could not be read.
    pub(super) damaged: Vec<Place>,
    pub(super) remarks: Vec<Remark>,
}

/// The bytes of lines that must be looked at once more: those there are two of, or those to be verified.
pub(super) struct Raw<'a> {
    council: &'a Path,
    files: HashMap<usize, Vec<u8>>,
}

impl Found {
    pub(super) fn id(&self) -> ActId {
        ActId { writer: self.w, n: self.n }
    }
}

impl Place {
    /// The same place when so many files are counted before its own.
    fn after(self, files: usize) -> Self {
        Self { file: self.file + files, ..self }
    }

    /// The line, out of all bytes of its file.
    pub(super) fn slice(self, file: &[u8]) -> Option<&[u8]> {
        let at = usize::try_from(self.at).ok()?;
        file.get(at..at.checked_add(self.len)?)
    }
}

impl Seen {
    /// A file of which nothing has been read.
    pub(super) fn new(name: String) -> Self {
        Self { name, len: 0, whole: 0, lines: 0 }
    }

    /// The bytes after the last whole line.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(super) fn torn(&self, council: &Path) -> io::Result<Vec<u8>> {
        let mut file = File::open(folder::journal(council).join(&self.name))?;
        file.seek(SeekFrom::Start(self.whole))?;
        let mut torn = Vec::new();
        file.read_to_end(&mut torn)?;
        Ok(torn)
    }
}

impl Reading {
    /// Reads every file of a council's journal.
    ///
    /// # Errors
    /// When the folder cannot be listed; a file that cannot be read is a remark.
    pub(super) fn whole(council: &Path, progress: &Progress) -> io::Result<Self> {
        let files = folder::list(council)?;
        progress.begin(files.iter().map(|(_, len)| len).sum());
        // Parsing is most of what a start waits for, and until they are merged no file asks after another.
        let read = files.into_par_iter().map_init(Vec::new, |buffer, (name, len)| {
            let mut reading = Self::default();
            reading.more(council, Seen::new(name), len, buffer);
            progress.advance(len);
            reading
        });
        Ok(read.collect::<Vec<_>>().into_iter().fold(Self::default(), Self::and))
    }

    /// With what was read of other files.
    fn and(mut self, more: Self) -> Self {
        let files = self.files.len();
        self.files.extend(more.files);
        self.found.extend(more.found.into_iter().map(|found| Found { place: found.place.after(files), ..found }));
        self.damaged.extend(more.damaged.into_iter().map(|place| place.after(files)));
        self.remarks.extend(more.remarks);
        self
    }

    /// Reads what a file, now `len` bytes long, holds beyond what was seen of it.
    pub(super) fn more(&mut self, council: &Path, mut seen: Seen, len: u64, buffer: &mut Vec<u8>) {
        buffer.clear();
        let path = folder::journal(council).join(&seen.name);
        let read = File::open(path).and_then(|mut file| {
            file.seek(SeekFrom::Start(seen.whole))?;
            file.read_to_end(buffer)
        });
        match read {
            Ok(_) => self.take_in(seen, buffer),
            Err(error) => {
                let file = folder::shown(&seen.name);
                self.remarks.push(Remark::Unreadable { file, error: error.to_string() });
                // Not to be tried again until it changes.
                seen.len = len;
                self.files.push(seen);
            }
        }
    }

    /// Splits a file's bytes, those after the `seen.whole` first, into lines.
    fn take_in(&mut self, mut seen: Seen, bytes: &[u8]) {
        let shown = folder::shown(&seen.name);
        let file = self.files.len();
        seen.len = seen.whole + bytes.len() as u64;
        let mut rest = bytes;
        let (mut returns, mut before) = (None, None);
        while let Some((line, skipped)) = next_line(&mut rest) {
            seen.lines += 1;
            let (mut at, mut line) = (seen.whole, line);
            seen.whole += skipped as u64;
            if at == 0
                && let Some(unmarked) = line.strip_prefix(BYTE_ORDER_MARK)
            {
                self.remarks.push(Remark::ByteOrderMark { file: shown.clone() });
                (at, line) = (BYTE_ORDER_MARK.len() as u64, unmarked);
            }
            if let Some(unreturned) = line.strip_suffix(b"\r") {
                returns.get_or_insert(seen.lines);
                line = unreturned;
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            let place = Place { file, line: seen.lines, at, len: line.len() };
            match line::read(line) {
                Some(line::Line { w, n, h, content }) => self.found.push(Found { place, before, w, n, h, content }),
                None => self.damaged.push(place),
            }
            before = line::stated(line);
        }
        if let Some(line) = returns {
            self.remarks.push(Remark::CarriageReturns { file: shown.clone(), line });
        }
        if seen.len > seen.whole {
            self.remarks.push(Remark::Torn { file: shown, line: seen.lines + 1 });
        }
        self.files.push(seen);
    }

    /// A line's bytes, read from disk once more; none if that is no longer possible.
    pub(super) fn bytes(&self, council: &Path, place: Place) -> Vec<u8> {
        let path = folder::journal(council).join(&self.files[place.file].name);
        let mut bytes = vec![0; place.len];
        let read = File::open(path).and_then(|mut file| {
            file.seek(SeekFrom::Start(place.at))?;
            file.read_exact(&mut bytes)
        });
        read.map_or(Vec::new(), |()| bytes)
    }

    /// How the file of a line is called in what people read.
    pub(super) fn shown(&self, place: Place) -> String {
        folder::shown(&self.files[place.file].name)
    }

    /// Says of every line that could not be read that it is damaged.
    pub(super) fn remark_damage(&mut self) {
        for place in &self.damaged {
            let (file, line) = (self.shown(*place), place.line);
            self.remarks.push(Remark::Damaged { file, line, act: None, how: Damage::NotALine });
        }
    }
}

impl<'a> Raw<'a> {
    pub(super) fn new(council: &'a Path) -> Self {
        Self { council, files: HashMap::new() }
    }

    /// A line's bytes; none of them if its file can no longer be read there.
    pub(super) fn bytes(&mut self, files: &[Seen], place: Place) -> &[u8] {
        let path = folder::journal(self.council).join(&files[place.file].name);
        let bytes = self.files.entry(place.file).or_insert_with(|| fs::read(path).unwrap_or_default());
        place.slice(bytes).unwrap_or_default()
    }
}

/// The next whole line, and how many bytes it takes with its line feed.
fn next_line<'a>(rest: &mut &'a [u8]) -> Option<(&'a [u8], usize)> {
    let all = *rest;
    let skipped = rest.skip_until(b'\n').ok()?;
    let line = all[..skipped].strip_suffix(b"\n")?;
    Some((line, skipped))
}
