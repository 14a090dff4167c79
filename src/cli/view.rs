//! What reading commands answer in JSON: keys in English, no translated words, numbers as people read them.
//! Must not know who asks, nor how it is shown otherwise.

mod chain;
mod log;
mod matter;
mod meeting;
mod roster;
mod sitting;
mod task;
mod unit;
mod vote;

use crate::domain::ballot;
use crate::domain::entry::Instant;
use crate::domain::event::Lead;
use crate::domain::id::Ref;
use crate::domain::register::Register;

pub(super) use log::Logged;
pub(super) use matter::Matter;
pub(super) use meeting::Meeting;
pub(super) use roster::{Body, Notice, Person};
pub(super) use sitting::Sitting;
pub(super) use task::Task;
pub(super) use unit::Unit;
pub(super) use vote::{Arithmetic, Vote};

/// The register as it is looked at: at some moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sight<'a> {
    pub(super) register: &'a Register,
    /// What counts as now.
    pub(super) now: Instant,
}

impl Sight<'_> {
    fn id(&self, of: impl Into<Ref>) -> String {
        self.register.id(of)
    }

    fn ids<R: Copy + Into<Ref>>(&self, of: &[R]) -> Vec<String> {
        of.iter().map(|&one| self.id(one)).collect()
    }

    fn votes(&self, of: impl Fn(&ballot::Vote) -> bool) -> Vec<String> {
        self.register.votes().filter(|vote| of(vote)).map(|vote| self.id(vote.key)).collect()
    }

    fn lead(&self, lead: Lead) -> String {
        self.id(Ref::from(lead))
    }
}
