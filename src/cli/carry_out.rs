//! `mazha do`: carries out lines of JSON, one answer a line; must not know what a command brings about.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde::Serialize;

use super::desk::Desk;
use super::ledger::{Done, Ledger};
use super::out::{Exit, Stop};
use super::{args, lines};
use crate::council::Refused;
use crate::domain::code::Warning;
use crate::journal::{Access, Failure};
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
    },
}

pub(super) fn run(asked: &args::Do, desk: &mut Desk) -> Result<Exit, Stop> {
    let mut input = input(asked.file.as_deref(), desk.text)?;
    let mut ledger = if asked.dry_run {
        Ledger::Rehearsal { council: Box::new(desk.open_for(Access::ReadOnly)?), acts: 0 }
    } else {
        Ledger::Council(Box::new(desk.open()?))
    };
    let mut exit = Exit::Done;
    // What each line made, by its place among the lines of the input.
    let mut made: Vec<Option<String>> = Vec::new();
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).map_err(|error| unreadable(asked.file.as_deref(), &error, desk.text))?
            == 0
        {
            return Ok(exit);
        }
        let number = made.len() + 1;
        let given = if number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line) } else { &line };
        if given.trim_ascii().is_empty() {
            made.push(None);
            continue;
        }
        let (answer, ends) = match lines::read(given, |line| made.get(line.checked_sub(1)?)?.clone()) {
            Err(bad) => (bad_input(bad, number, desk.text), None),
            Ok(command) => match ledger.execute(&command, &desk.asker()) {
                Ok(done) => (Answer::from(done), None),
                Err(why) => (refused(&why, desk.text), matches!(why, Refused::ByDisk(_)).then_some(Exit::Folder)),
            },
        };
        desk.out.json(&answer)?;
        if let Some(exit) = ends {
            return Ok(exit);
        }
        match answer {
            Answer::Done { id, .. } => made.push(id),
            Answer::Refused { .. } => {
                made.push(None);
                exit = Exit::Refused;
                if asked.stop {
                    return Ok(exit);
                }
            }
        }
    }
}

impl From<Done> for Answer {
    fn from(done: Done) -> Self {
        Self::Done { ok: true, id: done.id, events: done.events, item: done.item, warnings: done.warnings }
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
    let field = field.map(str::to_owned);
    Answer::Refused { ok: false, refusal, line: None, field, message: text.not_done(why) }
}

fn bad_input(bad: lines::BadInput, line: usize, text: Text) -> Answer {
    let message = said(&bad, text);
    Answer::Refused { ok: false, refusal: "bad_input", line: Some(line), field: bad.field, message }
}

/// What is wrong with a line, for people.
fn said(bad: &lines::BadInput, text: Text) -> String {
    use lines::Fault;
    let field = bad.field.as_deref().unwrap_or_default();
    match &bad.what {
        Fault::NotJson(why) => text.input_not_json(why),
        Fault::UnknownCommand { given } => text.input_unknown_command(given),
        Fault::UnknownField { known } if known.is_empty() => text.input_no_fields(field),
        Fault::UnknownField { known } => text.input_unknown_field(field, &known.join(" ")),
        Fault::Twice => text.input_twice(field),
        Fault::Missing => text.input_missing(field),
        Fault::MadeNothing { line } => text.input_made_nothing(field, *line),
        Fault::Wants(lines::Want::Other(why)) if field.is_empty() => text.input_is_wrong(why),
        Fault::Wants(lines::Want::Other(why)) => text.input_value_is_wrong(field, why),
        Fault::Wants(want) => text.input_wants(field, &wanted(want, text)),
    }
}

fn wanted(want: &lines::Want, text: Text) -> String {
    use lines::Want;
    match want {
        Want::OneOf(words) => text.want_one_of(&words.join(" ")),
        Want::Other(why) => why.clone(),
        Want::Text => text.want_text().to_owned(),
        Want::Number => text.want_number().to_owned(),
        Want::YesOrNo => text.want_yes_or_no().to_owned(),
        Want::List => text.want_list().to_owned(),
        Want::Object => text.want_object().to_owned(),
        Want::Day => text.want_day().to_owned(),
        Want::Instant => text.want_instant().to_owned(),
        Want::Due => text.want_due().to_owned(),
    }
}

/// The file, or standard input if there is none or it is `-`.
fn input(file: Option<&Path>, text: Text) -> Result<Box<dyn BufRead>, Stop> {
    match file.filter(|file| file.as_os_str() != "-") {
        None => Ok(Box::new(io::stdin().lock())),
        Some(path) => match File::open(path) {
            Ok(file) => Ok(Box::new(BufReader::new(file))),
            Err(error) => Err(unreadable(Some(path), &error, text)),
        },
    }
}

fn unreadable(file: Option<&Path>, error: &io::Error, text: Text) -> Stop {
    let path = file.map_or_else(|| "-".into(), Path::to_string_lossy);
    Stop::new(Exit::Usage, text.cannot_read(&path, &error.to_string()))
}
