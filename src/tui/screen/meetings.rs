//! All meetings: what is in session first, then what comes next, then what was.
//! The list is made when the record changes; drawing looks only at what is seen.

use ratatui::layout::Rect;

use crate::cells::clean::clean;
use crate::domain::code::{NoticeKind, Warning};
use crate::domain::command::ConveneMeeting;
use crate::domain::event::Event;
use crate::domain::id::{MeetingRef, Ref};
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::register::Register;
use crate::tui::columns::{self, Cell};
use crate::tui::due;
use crate::tui::keys::{self, Action};
use crate::tui::listed::Listed;
use crate::tui::more;
use crate::tui::narrowing::Narrow;
use crate::tui::paint;
use crate::tui::screen::summary::beside;
use crate::tui::split::Pair;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;
use crate::tui::world::World;

/// What gives way where there is little room: the number, then the end of the title, then how many items there are; what a
/// meeting lacks comes before them.
const STEPS: [columns::Step; 5] = [(5, 0), (2, 16), (3, 0), (2, 8), (4, 10)];

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct Meetings {
    /// The meetings.
    pub list: Listed<MeetingRef>,
}

impl Meetings {
    /// The screen as the record stands.
    #[must_use]
    pub fn new(register: &Register) -> Self {
        let mut screen = Self::default();
        screen.refresh(register, &Narrow::default());
        screen
    }

    /// Makes the list anew, as far as it is not narrowed. What was selected stays selected.
    pub fn refresh(&mut self, register: &Register, narrow: &Narrow) {
        let mut meetings: Vec<&Meeting> = register.meetings().filter(|meeting| narrow.keeps(meeting.key)).collect();
        meetings.sort_by_cached_key(|meeting| order(meeting));
        self.list.renew(meetings.into_iter().map(|meeting| meeting.key).collect());
    }

    /// Moves the selection; a meeting to open is returned.
    pub fn update(&mut self, action: Action, page: usize) -> Option<MeetingRef> {
        match action {
            Action::Open => return self.list.selected(),
            _ => self.list.step(action, page),
        }
        None
    }
}

/// Paints the screen.
pub fn draw(screen: &Meetings, threads: &Threads, world: &World<'_>, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let register = world.register;
    let selected = screen.list.selected().map(Ref::from);
    let area = beside(Pair::Meetings, selected, threads, register, buffer, area, look);
    let rows = screen.list.rows();
    if rows.is_empty() {
        paint::sentence(
            buffer,
            area,
            &look.text.no_meetings(keys::shown(Action::Convene)),
            look.palette.style(Tone::Dim),
        );
    }
    let shown = more::list(screen.list.place(), rows.len(), buffer, area, look);
    let meetings: Vec<_> = shown.filter_map(|at| Some((at, register.meeting(rows[at])?))).collect();
    let lines: Vec<_> = meetings.iter().map(|(_, meeting)| cells(meeting, world, look)).collect();
    let widths = columns::fit(&lines, usize::from(area.width.saturating_sub(columns::LEAD)), &STEPS);
    for (row, ((at, _), cells)) in (0..).zip(meetings.iter().zip(&lines)) {
        buffer.row_spot(area, row, Spot::Row(*at));
        columns::draw(buffer, area, row, (*at == screen.list.place(), false), cells, &widths, look.palette);
    }
}

/// What a row says of a meeting.
fn cells(meeting: &Meeting, world: &World<'_>, look: &Look) -> Vec<Cell> {
    let tone = match meeting.state {
        MeetingState::Open => Tone::Good,
        MeetingState::Planned => Tone::Note,
        MeetingState::Adjourned => Tone::Near,
        MeetingState::Sealed | MeetingState::Cancelled => Tone::Dim,
    };
    vec![
        (due::state(look, meeting), tone),
        (look.text.moment(meeting.at, look.today()), Tone::Dim),
        (clean(&meeting.title).into_owned(), Tone::Plain),
        (look.text.items(meeting.items().count()), Tone::Dim),
        (lacks(meeting, world, look), Tone::Near),
        (world.register.id(meeting.key), Tone::Dim),
    ]
}

/// What a planned meeting still lacks: its agenda posted, every body invited whom its kind asks for. Holds no rule: it
/// asks what calling it would have to say.
fn lacks(meeting: &Meeting, world: &World<'_>, look: &Look) -> String {
    if meeting.state != MeetingState::Planned {
        return String::new();
    }
    let register = world.register;
    let mut notices = meeting.notices.iter().filter_map(|notice| register.notice(*notice));
    let mut lacks = Vec::new();
    if !notices.any(|notice| notice.kind == NoticeKind::Agenda) {
        lacks.push(look.text.agenda_not_posted());
    }
    let call = ConveneMeeting {
        kind: meeting.kind,
        title: meeting.title.clone(),
        at: meeting.at,
        place: None,
        chair: None,
        secretary: None,
        invite: meeting.invite.iter().map(|person| register.id(*person)).collect(),
        series: None,
        number: None,
        minutes: None,
    };
    let events = world.ask(&call.into()).unwrap_or_default();
    if events.iter().flat_map(Event::warnings).any(|warning| *warning == Warning::BodyNotInvited) {
        lacks.push(look.text.warning(Warning::BodyNotInvited));
    }
    look.text.listed(&lacks)
}

/// In session, then planned from the next on, then the past from the last back.
fn order(meeting: &Meeting) -> (u8, i64) {
    let begins = meeting.at.timestamp();
    match meeting.state {
        MeetingState::Open => (0, begins),
        MeetingState::Planned => (1, begins),
        MeetingState::Adjourned | MeetingState::Sealed | MeetingState::Cancelled => (2, -begins),
    }
}
