//! The wall: a meeting as the whole room may see it, in large letters, calm, nothing private. What is on it follows from
//! the record and the clock; there is nothing to press but what leaves. Must not know who is looking.

mod agenda;
mod digits;
mod draw;
mod sheet;

use std::time::Duration;

use chrono::{TimeDelta, Timelike};

use super::style::Look;
use crate::domain::ballot::Vote;
use crate::domain::entry::Instant;
use crate::domain::id::MeetingRef;
use crate::domain::meeting::{Item, Meeting, MeetingState, Pause};
use crate::domain::register::Register;

pub use draw::{draw, paint};

/// All that is needed to paint the wall.
#[derive(Debug, Clone, Copy)]
pub struct Wall<'a> {
    /// The record.
    pub register: &'a Register,
    /// The meeting.
    pub meeting: MeetingRef,
    /// Whether it lies over the screens, so that any key leads back to them; else only what leaves does.
    pub is_over: bool,
    /// Whether the folder cannot be read just now.
    pub is_gone: bool,
    /// The language, the colours, the time.
    pub look: Look,
}

/// What a meeting has to show.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Scene<'a> {
    /// When it begins.
    Ahead,
    /// An item under discussion.
    Item(&'a Item),
    /// The agenda, between items.
    Between,
    /// When it goes on.
    Paused(&'a Pause),
    /// That it has ended.
    Over,
    /// That it will not be held.
    CalledOff,
}

impl<'a> Scene<'a> {
    fn of(meeting: &'a Meeting) -> Self {
        match (meeting.state, &meeting.paused, meeting.current.and_then(|current| meeting.item(current))) {
            (MeetingState::Planned, ..) => Self::Ahead,
            (MeetingState::Cancelled, ..) => Self::CalledOff,
            (MeetingState::Adjourned | MeetingState::Sealed, ..) => Self::Over,
            (MeetingState::Open, Some(pause), _) => Self::Paused(pause),
            (MeetingState::Open, None, Some(item)) => Self::Item(item),
            (MeetingState::Open, None, None) => Self::Between,
        }
    }
}

impl Wall<'_> {
    /// How long it stays as it is if nobody writes: while somebody speaks until the next second, else until the next
    /// minute.
    #[must_use]
    pub fn rests(&self) -> Duration {
        let now = self.look.now;
        let speaks = self.register.meeting(self.meeting).is_some_and(|meeting| meeting.floor.turn().is_some());
        let gone = i64::from(now.timestamp_subsec_millis()) + if speaks { 0 } else { i64::from(now.second()) * 1000 };
        let all = if speaks { TimeDelta::seconds(1) } else { TimeDelta::minutes(1) };
        (all - TimeDelta::milliseconds(gone)).to_std().unwrap_or(Duration::ZERO)
    }
}

/// The vote to show with an item: the one that is open, else the last, unless a motion was made since.
fn vote_on<'a>(register: &'a Register, meeting: &Meeting, item: &Item) -> Option<&'a Vote> {
    let of_item = |vote: &&Vote| vote.meeting == meeting.key && vote.item == item.number;
    let vote = register.votes().filter(of_item).max_by_key(|vote| (vote.is_open(), vote.opened_at))?;
    let closed = vote.closed.as_ref().map(|(at, _)| *at);
    let moved = meeting.open_motion(register, Some(item.number)).map(|motion| motion.at);
    let is_past = moved.zip(closed).is_some_and(|(moved, closed)| moved > closed);
    (!is_past).then_some(vote)
}

/// A span as a stopwatch shows it, `1:05`; a negative one as none.
fn stopwatch(span: TimeDelta) -> String {
    let seconds = span.num_seconds().max(0);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Whole minutes that have passed.
fn minutes(span: TimeDelta) -> i64 {
    span.num_minutes().max(0)
}

/// Whether a day is another than today's, so that a time alone would mislead.
fn is_today(at: Instant, look: &Look) -> bool {
    crate::domain::time::day_of(at) == look.today()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ZH;
    use crate::tui::style::Palette;

    #[test]
    fn a_stopwatch_counts_minutes_and_seconds() {
        assert_eq!(stopwatch(TimeDelta::seconds(65)), "1:05");
        assert_eq!(stopwatch(TimeDelta::seconds(-3)), "0:00");
        assert_eq!(stopwatch(TimeDelta::minutes(101)), "101:00");
    }

    #[test]
    fn while_nobody_speaks_the_wall_rests_until_the_next_minute() {
        let now = "2026-11-21T19:30:12.250+08:00".parse().expect("an instant");
        let look = Look { text: ZH, palette: Palette::plain(), panes: crate::tui::split::Panes::default(), now };
        let register = Register::default();
        let meeting = MeetingRef("k3f9q2.1.0".parse().expect("a reference"));
        let wall = Wall { register: &register, meeting, is_over: false, is_gone: false, look };
        // From 12.25 s to 60 s.
        assert_eq!(wall.rests(), Duration::from_millis(47_750));
    }
}
