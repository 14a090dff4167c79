//! What the screens may look at while they think: the register, and the circumstances the rules would be asked in.

use chrono::NaiveDate;

use crate::domain::command::Command;
use crate::domain::context::Context;
use crate::domain::decide::{Decision, decide};
use crate::domain::entry::Instant;
use crate::domain::register::Register;
use crate::domain::time;

/// The record as it stands, and the rules to be asked about it.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// The record.
    pub register: &'a Register,
    /// Who asks, when, with what at hand.
    pub context: Context<'a>,
}

impl World<'_> {
    /// What the rules would make of a command now; nothing is done.
    ///
    /// # Errors
    /// Their refusal.
    pub fn ask(&self, command: &Command) -> Decision {
        decide(self.register, command, &self.context)
    }

    /// The clock.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.context.now
    }

    /// Today, in the council's zone.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        time::day_of(self.context.now)
    }
}
