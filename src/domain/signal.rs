//! How much a deadline should worry: blue, yellow, red. The limits are the rule set's; the colours are never shown
//! without their word.

use chrono::{NaiveTime, TimeDelta};

use super::code::codes;
use super::entry::Instant;
use super::matter::Matter;
use super::register::Register;
use super::rule_set::Near;
use super::task::{Task, TaskState};
use super::time::{Due, ZONE};

codes! {
    /// How much a deadline should worry, least first.
    Signal {
        /// The deadline is near 临期.
        Blue = "blue",
        /// It was sent back or given back once 返办、退单.
        Yellow = "yellow",
        /// The deadline has passed 逾期.
        Red = "red",
    }
}

impl Due {
    /// The moment it ends: for a day, the midnight after it in the council's zone.
    #[must_use]
    pub fn ends(self) -> Instant {
        match self {
            Self::At(at) => at,
            Self::Day(day) => {
                let midnight = day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN);
                midnight.and_local_timezone(ZONE).single().unwrap_or_default()
            }
        }
    }
}

impl Near {
    /// Whether a deadline that began to run at `from` is near: few days are left, or a small share of the time.
    #[must_use]
    pub fn is_near(&self, from: Instant, due: Due, now: Instant) -> bool {
        let days_left = due.days_left(now);
        if due.is_past(now) || days_left > i64::from(self.within_days) {
            return false;
        }
        let left = minutes(due.ends() - now);
        let whole = minutes(due.ends() - from);
        days_left <= i64::from(self.days) || left * 100 <= whole * i64::from(self.percent)
    }
}

fn minutes(span: TimeDelta) -> i64 {
    span.num_minutes().max(0)
}

/// The deadline of a matter that is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PressingDue {
    /// When it ends.
    pub due: Due,
    /// It is that of work on the matter, while the matter has another of its own.
    pub is_of_work: bool,
}

impl Task {
    /// How much its deadline should worry while the work goes on.
    #[must_use]
    pub fn signal(&self, register: &Register, now: Instant) -> Option<Signal> {
        if !self.state.is_open() {
            return (self.state == TaskState::Returned && !self.replaced).then_some(Signal::Yellow);
        }
        if self.is_overdue(now) {
            return Some(Signal::Red);
        }
        register.rules().near.is_near(self.due_since(), self.due, now).then_some(Signal::Blue)
    }

    /// Since when its deadline has been running: since it was given, or last extended.
    #[must_use]
    pub fn due_since(&self) -> Instant {
        self.extensions.last().map_or(self.assigned_at, |extension| extension.at)
    }
}

impl Matter {
    /// How much it should worry: the worst of its own deadline, its tasks', and whether it was sent back.
    #[must_use]
    pub fn signal(&self, register: &Register, now: Instant) -> Option<Signal> {
        if !self.runs() {
            return None;
        }
        let sent_back = (self.sent_back > 0).then_some(Signal::Yellow);
        let tasks = self.tasks.iter().skip(self.earlier_tasks).filter_map(|task| register.task(*task));
        tasks.filter_map(|task| task.signal(register, now)).chain(self.own_signal(register, now)).chain(sent_back).max()
    }

    /// How much its own deadline should worry, whatever that of the work on it is.
    #[must_use]
    pub fn own_signal(&self, register: &Register, now: Instant) -> Option<Signal> {
        match self.due.filter(|_| self.runs())? {
            due if due.is_past(now) => Some(Signal::Red),
            due => {
                let from = self.accepted.as_ref().map_or(self.raised_at, |accepted| accepted.at);
                register.rules().near.is_near(from, due, now).then_some(Signal::Blue)
            }
        }
    }

    /// The deadline that comes next: its own, or that of an open task.
    #[must_use]
    pub fn next_due(&self, register: &Register) -> Option<Due> {
        let own = self.due.filter(|_| self.runs());
        let tasks = self.tasks.iter().filter_map(|task| register.task(*task)).filter(|task| task.state.is_open());
        own.into_iter().chain(tasks.map(|task| task.due)).min_by_key(|due| due.ends())
    }

    /// The deadline that is spoken of, and that lists are ordered by: its own, unless work on it worries more.
    #[must_use]
    pub fn pressing_due(&self, register: &Register, now: Instant) -> Option<PressingDue> {
        let next = self.next_due(register)?;
        let (own, signal) = (self.due.filter(|_| self.runs()), self.signal(register, now));
        let work_worries_more =
            signal != self.own_signal(register, now) && matches!(signal, Some(Signal::Blue | Signal::Red));
        Some(match own {
            Some(_) if work_worries_more => PressingDue { due: next, is_of_work: true },
            own => PressingDue { due: own.unwrap_or(next), is_of_work: false },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEAR: Near = Near { days: 2, percent: 20, within_days: 7 };

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn is_near(from: &str, due: &str, now: &str) -> bool {
        NEAR.is_near(at(from), due.parse().unwrap(), at(now))
    }

    #[test]
    fn two_days_before_the_end_is_near_whatever_the_span() {
        assert!(is_near("2026-11-18T08:00:00+08:00", "2026-11-22", "2026-11-20T00:01:00+08:00"));
        assert!(!is_near("2026-11-18T08:00:00+08:00", "2026-11-23", "2026-11-20T08:00:00+08:00"));
    }

    #[test]
    fn a_fifth_of_the_time_is_near_within_a_week() {
        // 25 days from midnight to midnight: a fifth is 5 days.
        let from = "2026-11-01T00:00:00+08:00";
        assert!(is_near(from, "2026-11-25", "2026-11-21T00:00:00+08:00"));
        assert!(!is_near(from, "2026-11-25", "2026-11-20T23:58:00+08:00"));
        // Of a hundred days a fifth is 20, of which only the last week counts.
        let from = "2026-08-18T00:00:00+08:00";
        assert!(!is_near(from, "2026-11-25", "2026-11-17T12:00:00+08:00"));
        assert!(is_near(from, "2026-11-25", "2026-11-18T12:00:00+08:00"));
    }

    #[test]
    fn what_is_past_is_no_longer_near() {
        assert!(!is_near("2026-11-01T00:00:00+08:00", "2026-11-20", "2026-11-21T00:00:00+08:00"));
    }
}
