//! `mazha check`: reads every file and verifies every line and chain; with `--repair`, puts this laptop's files right.

use std::io;

use serde::Serialize;

use super::args;
use super::desk::Desk;
use super::out::{Exit, Stop, say};
use super::table::Table;
use crate::journal::{Access, Remark, Report, Sealing};
use crate::text::Text;

#[derive(Debug, Serialize)]
struct Checked {
    ok: bool,
    files: usize,
    entries: usize,
    problems: Vec<Problem>,
    /// What is worth knowing, though nothing is wrong.
    remarks: Vec<Problem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seal: Option<Seal>,
}

#[derive(Debug, Serialize)]
struct Problem {
    file: Option<String>,
    line: Option<u64>,
    what: &'static str,
    message: String,
}

/// Whether a seal belongs to this record, and to which of its lines.
#[derive(Debug, Serialize)]
struct Seal {
    belongs: bool,
    file: Option<String>,
    line: Option<u64>,
}

pub(super) fn run(asked: &args::Check, desk: &mut Desk) -> Result<Exit, Stop> {
    if asked.repair {
        repair(desk)?;
    }
    let council = desk.open_for(Access::ReadOnly)?;
    let check = council.journal.check();
    let cannot = |error| Stop::new(Exit::Folder, desk.text.cannot_open(&error));
    let report = check.run().map_err(cannot)?;
    if asked.repair && !report.is_ok() {
        say(desk.text.repair_others());
    }
    let seal = asked.seal.as_deref().map(|text| check.seal(text)).transpose().map_err(cannot)?.map(Seal::from);
    let fine = report.is_ok() && seal.as_ref().is_none_or(|seal| seal.belongs);
    if asked.json {
        desk.out.json(&Checked::new(&report, seal, desk.text))?;
    } else {
        write(&report, seal.as_ref(), desk)?;
    }
    Ok(if fine { Exit::Done } else { Exit::Refused })
}

fn repair(desk: &Desk) -> Result<(), Stop> {
    let mut council = desk.open()?;
    let by = desk.asker().by.to_owned();
    let repaired = council.journal.repair(desk.now(), &by);
    let repaired = repaired.map_err(|failure| Stop::new(Exit::Folder, desk.text.failure(&failure)))?;
    say(&desk.text.repaired(repaired.set_aside, repaired.restored));
    Ok(())
}

impl From<Option<Sealing>> for Seal {
    fn from(sealing: Option<Sealing>) -> Self {
        match sealing {
            Some(Sealing { file, line, .. }) => Self { belongs: true, file: Some(file), line: Some(line) },
            None => Self { belongs: false, file: None, line: None },
        }
    }
}

impl Checked {
    fn new(report: &Report, seal: Option<Seal>, text: Text) -> Self {
        let (problems, remarks): (Vec<&Remark>, Vec<&Remark>) =
            report.remarks.iter().partition(|remark| remark.is_problem());
        let told = |remarks: Vec<&Remark>| remarks.into_iter().map(|remark| Problem::new(remark, text)).collect();
        Self {
            ok: report.is_ok(),
            files: report.files,
            entries: report.entries,
            problems: told(problems),
            remarks: told(remarks),
            seal,
        }
    }
}

impl Problem {
    fn new(remark: &Remark, text: Text) -> Self {
        Self {
            file: remark.file().map(str::to_owned),
            line: remark.line(),
            what: remark.code(),
            message: text.remark(remark),
        }
    }
}

fn write(report: &Report, seal: Option<&Seal>, desk: &mut Desk) -> io::Result<()> {
    let text = desk.text;
    let n = report.problems().count();
    desk.out.line(&match n {
        0 => text.check_fine(report.files, report.entries),
        n => text.check_problems(report.files, report.entries, n),
    })?;
    let mut table = Table::new(&[1]);
    for remark in &report.remarks {
        let place = match (remark.file(), remark.line()) {
            (Some(file), Some(line)) => format!("{file}:{line}"),
            (Some(file), None) => file.to_owned(),
            (None, _) => String::new(),
        };
        let mark = if remark.is_problem() { "!" } else { "·" };
        table.row(&[format!("{mark} {place}"), text.remark(remark)]);
    }
    table.write(&mut desk.out, 2, None)?;
    match seal {
        Some(seal) if seal.belongs => desk.out.line(text.seal_belongs()),
        Some(_) => desk.out.line(text.seal_is_strange()),
        None => Ok(()),
    }
}
