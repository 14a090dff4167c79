//! `mazha do`: carries out lines of JSON, one answer a line; must not know what a command brings about.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde::Serialize;

use super::args;
use super::desk::Desk;
use super::ledger::{Done, Ledger};
use super::out::{Exit, Stop};
use crate::council::Refused;
use crate::domain::code::Warning;
use crate::domain::vote::Verdict;
use crate::grammar::lines;
use crate::journal::Failure;
use crate::text::Text;

/// The answer to one line.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Answer {
    Done {
        ok: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        events: Vec<String>,
        /// The number of an agenda item that was placed.
        #[serde(skip_serializing_if = "Option::is_none")]
        item: Option<u32>,
        /// How a vote ended.
        #[serde(skip_serializing_if = "Option::is_none")]
        verdict: Option<Verdict>,
        /// The options that a vote chose.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        chosen: Vec<String>,
        /// The options that tie for the last seats.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        tied: Vec<String>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        warnings: Vec<Warning>,
    },
    Refused {
        ok: bool,
        refusal: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        line: Option<usize>,
        #[serde(skip_serializing_if = "Option::is_none")]
        field: Option<String>,
        message: String,
        /// Whether the disk was in the way, so that going on would be of no use.
        #[serde(skip)]
        by_disk: bool,
    },
}

pub(super) fn run(asked: &args::Do, desk: &mut Desk) -> Result<Exit, Stop> {
    let mut input = Input::open(asked.file.as_deref(), desk.text)?;
    let mut work = Work { ledger: Ledger::open(asked.dry_run, desk)?, made: Vec::new() };
    let mut exit = Exit::Done;
    while let Some(line) = input.next()? {
        let Some(answer) = work.carry_out(line, desk) else { continue };
        desk.out.json(&answer)?;
        match answer {
            Answer::Done { .. } => {}
            Answer::Refused { by_disk: true, .. } => return Ok(Exit::Folder),
            Answer::Refused { .. } if asked.stop => return Ok(Exit::Refused),
            Answer::Refused { .. } => exit = Exit::Refused,
        }
    }
    Ok(exit)
}

/// Lines being carried out.
struct Work {
    ledger: Ledger,
    /// What each line so far has made, blank lines included.
    made: Vec<Option<String>>,
}

impl Work {
    /// Carries out one line; a blank one is not answered.
    fn carry_out(&mut self, line: &[u8], desk: &Desk) -> Option<Answer> {
        let number = self.made.len() + 1;
        if line.trim_ascii().is_empty() {
            self.made.push(None);
            return None;
        }
        let answer = match lines::read(line, |line| self.made.get(line.checked_sub(1)?)?.clone()) {
            Err(bad) => bad_input(bad, number, desk.text),
            Ok(command) => match self.ledger.execute(&command, &desk.asker()) {
                Ok(done) => Answer::from(done),
                Err(why) => refused(&why, desk.text),
            },
        };
        self.made.push(match &answer {
            Answer::Done { id, .. } => id.clone(),
            Answer::Refused { .. } => None,
        });
        Some(answer)
    }
}

impl From<Done> for Answer {
    fn from(done: Done) -> Self {
        let Done { id, events, item, verdict, chosen, tied, warnings } = done;
        Self::Done { ok: true, id, events, item, verdict, chosen, tied, warnings }
    }
}

fn refused(why: &Refused, text: Text) -> Answer {
    let (refusal, field) = match why {
        Refused::ByRules(refusal) => (refusal.code(), refusal.field()),
        Refused::Evidence { .. } => ("evidence_unreadable", Some("evidence")),
        Refused::ByDisk(Failure::NotSaved(_)) => ("not_saved", None),
        Refused::ByDisk(Failure::NotSure(_)) => ("not_sure", None),
        Refused::ByDisk(Failure::ReadOnly(_)) => ("read_only", None),
    };
    let (field, by_disk) = (field.map(str::to_owned), matches!(why, Refused::ByDisk(_)));
    Answer::Refused { ok: false, refusal, line: None, field, message: text.not_done(why), by_disk }
}

fn bad_input(bad: lines::BadInput, line: usize, text: Text) -> Answer {
    let message = bad.told(text);
    Answer::Refused { ok: false, refusal: "bad_input", line: Some(line), field: bad.field, message, by_disk: false }
}

/// Where the lines come from.
struct Input<'a> {
    from: Box<dyn BufRead>,
    /// The file; none: standard input.
    file: Option<&'a Path>,
    text: Text,
    line: Vec<u8>,
    begun: bool,
}

impl<'a> Input<'a> {
    /// The file, or standard input if there is none or it is `-`.
    fn open(file: Option<&'a Path>, text: Text) -> Result<Self, Stop> {
        let file = file.filter(|file| file.as_os_str() != "-");
        let from: Box<dyn BufRead> = match file {
            None => Box::new(io::stdin().lock()),
            Some(path) => Box::new(BufReader::new(File::open(path).map_err(|error| unreadable(path, &error, text))?)),
        };
        Ok(Self { from, file, text, line: Vec::new(), begun: false })
    }

    /// The next line, as soon as it is there; a byte order mark at the head of them all is not part of the first.
    fn next(&mut self) -> Result<Option<&[u8]>, Stop> {
        self.line.clear();
        let read = self.from.read_until(b'\n', &mut self.line);
        let path = self.file.unwrap_or(Path::new("-"));
        if read.map_err(|error| unreadable(path, &error, self.text))? == 0 {
            return Ok(None);
        }
        let first = !std::mem::replace(&mut self.begun, true);
        let marked = self.line.strip_prefix(b"\xef\xbb\xbf").filter(|_| first);
        Ok(Some(marked.unwrap_or(&self.line)))
    }
}

pub(super) fn unreadable(path: &Path, error: &io::Error, text: Text) -> Stop {
    Stop::new(Exit::Usage, text.cannot_read(&path.to_string_lossy(), &text.system_error(error)))
}
