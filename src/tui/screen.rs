//! The screens: each is a state with its `update` and its `draw`.

pub mod board;
pub mod log;
pub mod matter;
pub mod meeting;
pub mod meetings;
pub mod month;
pub mod notices;
pub mod people;
mod summary;
pub mod tasks;
pub mod today;

use super::live::Live;
use super::sign::Sign;
use crate::domain::event::About;
use crate::domain::id::{MatterRef, MeetingRef, Ref};
use crate::domain::register::{Register, Thing};

pub use board::Board;
pub use log::Log;
pub use matter::MatterScreen;
pub use meeting::MeetingScreen;
pub use meetings::Meetings;
pub use month::Month;
pub use notices::Notices;
pub use people::People;
pub use summary::summary;
pub use tasks::Tasks;
pub use today::Today;

/// What a person is looking at. The board is always there to come back to.
#[derive(Debug, Clone)]
pub enum Screen {
    /// The board.
    Board,
    /// One matter.
    Matter(MatterScreen),
    /// All meetings.
    Meetings(Meetings),
    /// The meetings of a month.
    Month(Month),
    /// One meeting.
    Meeting(MeetingScreen),
    /// A meeting in session.
    Live(Box<Live>),
    /// The minutes of a meeting that is over.
    Sign(Box<Sign>),
    /// Work that is not done.
    Tasks(Tasks),
    /// Bodies and people.
    People(People),
    /// What needs someone today.
    Today(Today),
    /// Public notices.
    Notices(Notices),
    /// The record act by act.
    Log(Log),
}

/// What a row of a list opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A matter.
    Matter(MatterRef),
    /// A meeting.
    Meeting(MeetingRef),
}

impl From<About> for Target {
    fn from(about: About) -> Self {
        match about {
            About::Matter(matter) => Self::Matter(matter),
            About::Meeting(meeting) => Self::Meeting(meeting),
        }
    }
}

impl Target {
    /// What it is called.
    #[must_use]
    pub fn title(self, register: &Register) -> &str {
        match self {
            Self::Matter(matter) => register.matter(matter).map_or("", |matter| &matter.title),
            Self::Meeting(meeting) => register.meeting(meeting).map_or("", |meeting| &meeting.title),
        }
    }

    /// Where a thing is looked at: a matter or a meeting itself, anything else with the one it belongs to.
    #[must_use]
    pub fn of(thing: Ref, register: &Register) -> Option<Self> {
        match register.thing(thing)? {
            Thing::Matter(matter) => Some(Self::Matter(matter.key)),
            Thing::Meeting(meeting) => Some(Self::Meeting(meeting.key)),
            Thing::Task(task) => Some(Self::Matter(task.matter)),
            Thing::Note(note) => Some(Self::Meeting(note.meeting)),
            Thing::Notice(notice) => Some(notice.about.into()),
            Thing::Vote(vote) => Some(Self::Meeting(vote.meeting)),
            Thing::Objection(objection) => Some(register.notice(objection.notice)?.about.into()),
            Thing::Person(_) | Thing::Body(_) | Thing::Unit(_) => None,
        }
    }
}
