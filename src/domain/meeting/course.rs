//! What happened when in a meeting, and how long each item took. Pauses take no time.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::Meeting;
use crate::domain::entry::Instant;
use crate::domain::time::day_of;

/// A step in the course of a meeting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// When, by the clock of whoever recorded it.
    pub at: Instant,
    /// What happened.
    pub what: Course,
}

/// What can happen in the course of a meeting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Course {
    /// It was opened.
    Opened,
    /// This item came under discussion, or none.
    On(Option<u32>),
    /// It was interrupted, until then if that was said.
    Paused(Option<Instant>),
    /// It went on.
    Resumed,
    /// It ended.
    Adjourned,
}

impl Meeting {
    /// How long each item that was taken up has been discussed by `now`.
    #[must_use]
    pub fn used(&self, now: Instant) -> BTreeMap<u32, TimeDelta> {
        let mut used = BTreeMap::new();
        self.stretches(now, |item, span| {
            if let Some(item) = item {
                *used.entry(item).or_default() += span;
            }
        });
        used
    }

    /// How long the meeting has sat by `now`.
    #[must_use]
    pub fn sat(&self, now: Instant) -> TimeDelta {
        let mut sat = TimeDelta::zero();
        self.stretches(now, |_, span| sat += span);
        sat
    }

    /// Every stretch of time that passed in session, with the item it was spent on. A clock that went back between two
    /// steps, as two laptops' clocks may, stands still until it is caught up with.
    fn stretches(&self, now: Instant, mut each: impl FnMut(Option<u32>, TimeDelta)) {
        let (mut running, mut on, mut since) = (false, None, None::<Instant>);
        let mut pass = |running: bool, on: Option<u32>, at: Instant| {
            let from = since.unwrap_or(at);
            let at = at.max(from);
            since = Some(at);
            if running {
                each(on, at - from);
            }
        };
        for step in &self.course {
            pass(running, on, step.at);
            match step.what {
                Course::Opened | Course::Resumed => running = true,
                Course::On(item) => on = item,
                Course::Paused(_) | Course::Adjourned => running = false,
            }
        }
        pass(running, on, now);
    }

    /// The last interruption into another day, up to `limit`: whoever was there then went home.
    pub(super) fn went_home(&self, limit: Option<Instant>) -> Option<Instant> {
        let steps = self.course.iter().enumerate();
        let breaks = steps.filter_map(|(at, step)| match step.what {
            Course::Paused(until) => {
                let resumed = self.course[at..].iter().find(|later| later.what == Course::Resumed);
                let goes_on = resumed.map(|later| later.at).or(until)?;
                (day_of(goes_on) != day_of(step.at)).then_some(step.at)
            }
            _ => None,
        });
        breaks.rev().find(|at| limit.is_none_or(|limit| *at <= limit))
    }
}
