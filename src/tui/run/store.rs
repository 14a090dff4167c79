//! The thread that waits for disks: appends acts, copies evidence, looks what others wrote. Thinks nothing.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::verify::{self, Checked};
use crate::attachments;
use crate::domain::event::{Evidence, Head};
use crate::domain::id::{ActId, WriterId};
use crate::journal::{Access, Act, Appended, Closed, Error, Failure, Journal, News, Remark};
use crate::state_dir::{Habit, Slip, StateDir};

/// How often the folder is looked at. Notifications would miss network shares.
const LOOK: Duration = Duration::from_millis(300);

/// What the clerk asks for.
#[derive(Debug)]
pub(super) enum Job {
    /// Put this act on disk.
    Append(Act),
    /// Copy these files into the council's folder.
    Keep(Vec<String>),
    /// Look over the whole record, and whether this seal belongs to it.
    Check(Option<String>),
    /// Read the digest of this act.
    Digest(ActId),
    /// Keep these texts in progress beside the record.
    Unsent(String),
    /// Remember who sits here.
    Sits(String),
    /// Remember how the screens were left.
    Remember(Habit),
}

/// What the store tells.
#[derive(Debug)]
pub(super) enum Report {
    /// What became of an act, and where the record then ended.
    Appended(Result<Appended, Failure>, Tail),
    /// The files that were copied; or the path that could not be, and why.
    Kept(Result<Vec<(String, Evidence)>, String>),
    /// What others wrote.
    News(News, Tail),
    /// What was found when somebody asked for the whole record to be verified.
    Checked(Result<Checked, Error>),
    /// The digest of an act, if it could be read.
    Digest(ActId, Option<String>),
    /// The folder cannot be read any more. It is said once.
    Gone(Error),
    /// It can be read again.
    Back,
    /// What was found when the whole record was verified.
    Remarks(Vec<Remark>),
}

/// Where the record ends, for whoever decides the next act.
#[derive(Debug)]
pub(super) struct Tail {
    pub(super) writer: WriterId,
    pub(super) next: u64,
    pub(super) heads: Vec<Head>,
}

/// The journal, and who hears about it.
pub(super) struct Store {
    journal: Journal,
    state: StateDir,
    /// Where texts in progress are kept, if there are any here.
    slip: Option<Slip>,
    jobs: Receiver<Job>,
    report: Arc<dyn Fn(Report) -> bool + Send + Sync>,
    /// The folder could not be read when it was last looked at.
    is_gone: bool,
}

impl Tail {
    pub(super) fn of(journal: &Journal) -> Self {
        Self { writer: journal.writer(), next: journal.next(), heads: journal.heads() }
    }
}

impl Store {
    pub(super) fn new(
        journal: Journal,
        state: StateDir,
        jobs: Receiver<Job>,
        report: Arc<dyn Fn(Report) -> bool + Send + Sync>,
    ) -> Self {
        Self { journal, state, slip: None, jobs, report, is_gone: false }
    }

    /// The same, keeping texts in progress.
    pub(super) fn with_slip(mut self, slip: Slip) -> Self {
        self.slip = Some(slip);
        self
    }

    /// Works until nobody asks and nobody listens any more.
    pub(super) fn serve(mut self) {
        loop {
            let heard = match self.jobs.recv_timeout(LOOK) {
                Ok(Job::Append(act)) => self.append(act),
                Ok(Job::Check(seal)) => {
                    let report = Arc::clone(&self.report);
                    verify::on_demand(&self.journal, seal, move |checked| {
                        report(Report::Checked(checked));
                    });
                    true
                }
                Ok(Job::Digest(act)) => {
                    let report = Arc::clone(&self.report);
                    verify::digest(&self.journal, act, move |digest| {
                        report(Report::Digest(act, digest));
                    });
                    true
                }
                Ok(Job::Keep(paths)) => (self.report)(Report::Kept(self.keep(&paths))),
                Ok(Job::Unsent(unsent)) => {
                    // They are a convenience: failing to keep them must not stop anybody from going on.
                    let _ = self.slip.as_ref().map(|slip| slip.write(&unsent));
                    true
                }
                Ok(Job::Sits(name)) => {
                    // Forgotten, it is asked for again.
                    let _ = self.state.sits(&self.journal.about().id, &name);
                    true
                }
                Ok(Job::Remember(habit)) => {
                    // Whoever asked for nothing to be written means this, too. Forgotten, it is done again.
                    if self.journal.closed() != Some(&Closed::Asked) {
                        let _ = self.state.remember_habit(&habit);
                    }
                    true
                }
                Err(RecvTimeoutError::Timeout) => self.look(),
                Err(RecvTimeoutError::Disconnected) => return,
            };
            if !heard {
                return;
            }
        }
    }

    fn append(&mut self, act: Act) -> bool {
        let appended = self.journal.append(act);
        let unsure = matches!(appended, Err(Failure::NotSure(_)));
        let heard = (self.report)(Report::Appended(appended, Tail::of(&self.journal)));
        if unsure { heard && self.reopen() } else { heard }
    }

    /// After a sync that failed nothing is tried again on the old handle; what is on disk then holds.
    fn reopen(&mut self) -> bool {
        match Journal::open(self.journal.dir(), &self.state, Access::Write) {
            Ok((journal, entries)) => {
                self.journal = journal;
                (self.report)(Report::News(News::Afresh(entries), Tail::of(&self.journal)))
            }
            // The folder is gone for now; the old journal goes on refusing to write.
            Err(_) => true,
        }
    }

    fn keep(&self, paths: &[String]) -> Result<Vec<(String, Evidence)>, String> {
        attachments::keep(self.journal.dir(), paths).map_err(|(path, error)| format!("{path}: {error}"))
    }

    fn look(&mut self) -> bool {
        let was_gone = self.is_gone;
        let looked = self.journal.refresh();
        self.is_gone = looked.is_err();
        match looked {
            // It is looked at again soon; that it is still away is no news.
            Err(_) if was_gone => true,
            Err(error) => (self.report)(Report::Gone(error)),
            Ok(news) => {
                let heard = !was_gone || (self.report)(Report::Back);
                let is_new = news != News::Nothing;
                heard && (!is_new || (self.report)(Report::News(news, Tail::of(&self.journal))))
            }
        }
    }
}
