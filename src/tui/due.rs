//! Deadlines on the screens: which comes next, how far off it is, and how much that should worry.

use chrono::TimeDelta;

use crate::domain::matter::Matter;
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::register::Register;
use crate::domain::signal::Signal;
use crate::domain::stage::Standing;
use crate::domain::task::TaskState;
use crate::domain::time::Due;
use crate::tui::style::{Look, Tone};

/// How far off its deadline is, and how much that should worry; what came back says so. Where work on it worries more
/// than its own deadline, that is named as the work's: a colour never stands beside another deadline's day.
#[must_use]
pub fn told(look: &Look, register: &Register, matter: &Matter) -> Option<(String, Tone)> {
    let signal = matter.signal(register, look.now);
    let pressing = matter.pressing_due(register, look.now)?;
    let distance = distance(look, pressing.due);
    let distance = if pressing.is_of_work { look.text.due_of_work(&distance) } else { distance };
    Some(match signal {
        None => (distance, Tone::Dim),
        Some(Signal::Blue) => (distance, Tone::Note),
        Some(Signal::Red) => (distance, Tone::Late),
        Some(Signal::Yellow) if matter.sent_back > 0 => {
            (format!("{} {distance}", look.text.standing(Standing::SentBack)), Tone::Near)
        }
        Some(Signal::Yellow) => (format!("{} {distance}", look.text.task_state(TaskState::Returned)), Tone::Near),
    })
}

/// How far off a deadline is.
#[must_use]
pub fn distance(look: &Look, due: Due) -> String {
    match due {
        Due::Day(day) => look.text.due_date(day, look.today()),
        Due::At(at) => look.text.due_instant(at, look.now),
    }
}

/// A deadline as a day, or as a day with its time.
#[must_use]
pub fn deadline(look: &Look, due: Due) -> String {
    look.text.deadline(due, look.today())
}

/// When a meeting of today begins, and how long ago that was if nobody has opened it.
#[must_use]
pub fn begins(look: &Look, meeting: &Meeting) -> String {
    let time = look.text.time(meeting.at);
    match late(look, meeting) {
        Some(late) => format!("{time}  {late}"),
        None => time,
    }
}

/// Where a meeting stands; planned, and that it should have begun.
#[must_use]
pub fn state(look: &Look, meeting: &Meeting) -> String {
    late(look, meeting).unwrap_or_else(|| look.text.meeting_state(meeting.state).to_owned())
}

/// How long ago a meeting should have been opened.
fn late(look: &Look, meeting: &Meeting) -> Option<String> {
    let late = look.now - meeting.at;
    let is_late = meeting.state == MeetingState::Planned && late >= TimeDelta::minutes(1);
    is_late.then(|| look.text.should_have_begun(&look.text.duration(late)))
}
