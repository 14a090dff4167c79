//! What keys ask of the screens. Knows their names; neither the keys nor what is then done.

use super::Place;
use crate::tui::act::Act;
use crate::tui::live::LiveAct;
use crate::tui::meeting_act::MeetingAct;
use crate::tui::notice_act::NoticeAct;
use crate::tui::prepare_act::PrepareAct;
use crate::tui::sign::SignAct;

/// What a key asks of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// One up.
    Up,
    /// One down.
    Down,
    /// To the column on the left.
    Left,
    /// To the column on the right.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// Open or choose what is selected.
    Open,
    /// Back to where one came from.
    Back,
    /// Leave the program.
    Quit,
    /// Show the keys.
    Help,
    /// Switch the language.
    Language,
    /// Paint everything anew.
    Redraw,
    /// Give the terminal to the shell for a while.
    Suspend,
    /// Copy what is selected.
    Copy,
    /// Look for anything.
    Find,
    /// Open the palette of commands.
    Palette,
    /// Back along the trail of what was looked at.
    TrailBack,
    /// Forward along it.
    TrailForward,
    /// Show the board.
    Board,
    /// Show the bodies and the people.
    People,
    /// Add a person.
    AddPerson,
    /// Add a body.
    AddBody,
    /// Change who is selected.
    Change,
    /// Raise a matter.
    Raise,
    /// Record what is being raised as one more voice for what was raised already.
    RaiseInto,
    /// Show or hide what is closed.
    Closed,
    /// Take back the latest act.
    Undo,
    /// Bring it back.
    Redo,
    /// An act on the matter that is shown.
    Act(Act),
    /// An act on the meeting that is shown.
    MeetingAct(MeetingAct),
    /// Show the meeting on the wall, or go back from it.
    Wall,
    /// Something to prepare a meeting.
    Prepare(PrepareAct),
    /// Show the room of the meeting.
    Room,
    /// An act on the minutes while they are signed.
    Sign(SignAct),
    /// An act in the room of a meeting.
    Live(LiveAct),
    /// Show the meetings.
    Meetings,
    /// From the list of meetings to the month and back.
    Month,
    /// Convene a meeting.
    Convene,
    /// Show follow-ups.
    Tasks,
    /// Show what needs someone today.
    Today,
    /// Show the public notices.
    Notices,
    /// Show the record act by act.
    Log,
    /// Narrow the list.
    Filter,
    /// An act on the notice that is selected.
    NoticeAct(NoticeAct),
    /// Mark what is selected, or take its mark away.
    Mark,
    /// Mark all, or none.
    MarkAll,
    /// Order the list another way.
    Order,
    /// Carry out what the form says.
    Submit,
    /// To the next field.
    NextField,
    /// To the field before.
    PreviousField,
    /// Go to this place of the list. No key: the pointer asks for it.
    Go(usize),
    /// Go to this column. No key: the pointer asks for it.
    Column(usize),
    /// Move the line between two panes to the left.
    LineLeft,
    /// Move it to the right.
    LineRight,
    /// Scroll the pane beside the one with the keys up.
    BesideUp,
    /// Scroll it down.
    BesideDown,
    /// Give the mouse to the terminal, or take it again.
    Mouse,
    /// Say who sits here.
    Who,
    /// Start a council.
    Found,
    /// Open the sample.
    Sample,
    /// Open a folder.
    OpenFolder,
    /// Complete what is written.
    Complete,
    /// To the next page of the help.
    NextPage,
    /// To the page before.
    PreviousPage,
    /// To this page, from 0.
    HelpPage(u8),
    /// Yes.
    Yes,
    /// No.
    No,
}

impl Action {
    /// The place that a moving key leads to from `place`, not yet kept within the list; none for any other key.
    #[must_use]
    pub fn moves(self, place: usize, page: usize) -> Option<usize> {
        match self {
            Self::Up => Some(place.saturating_sub(1)),
            Self::Down => Some(place + 1),
            Self::PageUp => Some(place.saturating_sub(page)),
            Self::PageDown => Some(place + page),
            Self::First => Some(0),
            Self::Last => Some(usize::MAX),
            Self::Go(place) => Some(place),
            _ => None,
        }
    }

    /// The place it leads to from anywhere, if it does.
    pub(in crate::tui) fn shows(self) -> Option<Place> {
        match self {
            Self::Board => Some(Place::Board),
            Self::People => Some(Place::People),
            Self::Meetings => Some(Place::Meetings),
            Self::Tasks => Some(Place::Tasks),
            Self::Today => Some(Place::Today),
            Self::Notices => Some(Place::Notices),
            Self::Log => Some(Place::Log),
            _ => None,
        }
    }
}
