//! Verifying the whole record once the first frame is on screen: nobody waits for it, and what is wrong is said.

use std::thread;

use crate::journal::{Journal, Remark};

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

/// What is wrong, and what was done about it. That another laptop is still writing a line is nothing to speak of.
fn is_worth_saying(remark: &Remark) -> bool {
    match remark {
        Remark::Torn { .. } => false,
        Remark::Cut { .. } | Remark::NewWriter { .. } | Remark::NoLocks => true,
        remark => remark.is_problem(),
    }
}
