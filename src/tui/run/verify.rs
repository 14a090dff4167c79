//! Verifying the whole record: once the first frame is on screen, when what is wrong is said; and when somebody asks.
//! Nobody waits for it.

use std::thread;

use crate::domain::id::ActId;
use crate::journal::{Error, Journal, Remark, Report};

/// Reads every line again in a thread of its own, and tells what is worth saying, if anything is.
pub(super) fn begin(journal: &Journal, tell: impl FnOnce(Vec<Remark>) + Send + 'static) {
    let mut remarks = journal.remarks().to_vec();
    let check = journal.check();
    thread::spawn(move || {
        // A folder that cannot be read for the moment is for the store to tell.
        for remark in check.run().map(|report| report.remarks).unwrap_or_default() {
            if !remarks.contains(&remark) {
                remarks.push(remark);
            }
        }
        remarks.retain(is_worth_saying);
        if !remarks.is_empty() {
            tell(remarks);
        }
    });
}

/// What somebody asked to know of the record.
#[derive(Debug)]
pub(super) struct Checked {
    /// What was found.
    pub(super) report: Report,
    /// Whether the seal belongs to it, if one was asked about.
    pub(super) seal: Option<bool>,
}

/// Reads every line again in a thread of its own, looks for a seal if one is given, and tells what was found.
pub(super) fn on_demand(
    journal: &Journal,
    seal: Option<String>,
    tell: impl FnOnce(Result<Checked, Error>) + Send + 'static,
) {
    let check = journal.check();
    thread::spawn(move || {
        let checked = check.run().and_then(|report| {
            let seal = seal.map(|seal| check.seal(&seal)).transpose()?.map(|found| found.is_some());
            Ok(Checked { report, seal })
        });
        tell(checked);
    });
}

/// Reads the digest of an act in a thread of its own, for the whole record is read for it; none: it cannot be read.
pub(super) fn digest(journal: &Journal, act: ActId, tell: impl FnOnce(Option<String>) + Send + 'static) {
    let check = journal.check();
    thread::spawn(move || tell(check.seal_of(act).ok().flatten()));
}

/// Whether something is wrong that somebody should look into.
pub(super) fn is_unsound(remarks: &[Remark]) -> bool {
    remarks.iter().any(|remark| remark.is_problem() && is_worth_saying(remark))
}

/// What is wrong, and what was done about it. That another laptop is still writing a line is nothing to speak of.
fn is_worth_saying(remark: &Remark) -> bool {
    match remark {
        Remark::Torn { .. } => false,
        Remark::Cut { .. } | Remark::NewWriter { .. } | Remark::NoLocks => true,
        remark => remark.is_problem(),
    }
}
