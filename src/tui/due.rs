//! Deadlines on the screens: which comes next, how far off it is, and how much that should worry.

use crate::domain::matter::Matter;
use crate::domain::register::Register;
use crate::domain::signal::Signal;
use crate::domain::stage::Standing;
use crate::domain::task::TaskState;
use crate::domain::time::Due;
use crate::tui::style::{Look, Tone};

/// How far off the next deadline is, and how much that should worry; what came back says so.
#[must_use]
pub fn told(look: &Look, register: &Register, matter: &Matter) -> Option<(String, Tone)> {
    let distance = distance(look, matter.next_due(register)?);
    Some(match matter.signal(register, look.now) {
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
