//! How the list of the day looks: a heading a group, under it a row a thing.

use ratatui::layout::Rect;

use super::{Reason, Row, Today};
use crate::cells::clean::clean;
use crate::domain::id::Ref;
use crate::domain::matter::Matter;
use crate::domain::meeting::MeetingState;
use crate::domain::register::{Register, Thing};
use crate::domain::series::lapses;
use crate::domain::time::{Due, day_of};
use crate::tui::columns::{self, Cell};
use crate::tui::due;
use crate::tui::keys::{self, Action};
use crate::tui::more;
use crate::tui::paint;
use crate::tui::screen::Target;
use crate::tui::screen::summary::beside;
use crate::tui::split::Pair;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;

/// What gives way where there is little room: the end of what it is, then of who has it, then the number. A row has how far
/// off it is or where it stands, its number, what it is, and who has it or where.
const STEPS: [columns::Step; 6] = [(2, 40), (3, 12), (2, 24), (1, 0), (3, 0), (2, 8)];

/// Paints the screen.
pub fn draw(screen: &Today, threads: &Threads, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let selected = screen.list.selected();
    let area = beside(Pair::Today, selected, threads, register, buffer, area, look);
    let cursor = screen.rows.iter().position(|row| matches!(row, Row::Thing(_, thing) if Some(*thing) == selected));
    let cursor = cursor.unwrap_or(0);
    // The heading of the first group is seen with its first thing.
    let cursor_seen = if cursor == 1 { 0 } else { cursor };
    let is_thing = |row: &Row| matches!(row, Row::Thing(..));
    let window = more::grouped(cursor_seen, &screen.rows, is_thing, buffer, area, look);
    let lines: Vec<Vec<Cell>> =
        window.clone().map(|at| line_of(screen.rows[at], register, look).unwrap_or_default()).collect();
    let room = usize::from(area.width.saturating_sub(columns::LEAD));
    let widths = columns::fit(&lines, room, &STEPS);
    let last = window.end;
    for ((row, at), line) in (0..).zip(window).zip(&lines) {
        match (screen.rows[at], line) {
            (Row::Thing(_, thing), line) => {
                let place = screen.rows[..at].iter().filter(|row| matches!(row, Row::Thing(..))).count();
                buffer.row_spot(area, row, Spot::Row(place));
                let state = (at == cursor, screen.list.is_marked(thing));
                columns::draw(buffer, area, row, state, line, &widths, look.palette);
            }
            // A heading is not seen before the first thing under it.
            (Row::Group(..), _) if at + 1 == last => {}
            (Row::Group(reason, things), _) => {
                let heading = format!("{}  {things}", title(reason, look));
                paint::put(buffer, area, row, 0, &heading, look.palette.style(Tone::Heading));
            }
            (Row::Nothing, _) => {
                paint::put(
                    buffer,
                    area,
                    row,
                    0,
                    &look.text.nothing_today(keys::shown(Action::Board), keys::shown(Action::Raise)),
                    look.palette.style(Tone::Good),
                );
            }
            (Row::Blank, _) => {}
        }
    }
}

fn title(reason: Reason, look: &Look) -> &'static str {
    match reason {
        Reason::Overdue => look.text.label_overdue(),
        Reason::DueSoon => look.text.label_due_soon(),
        Reason::ToReceive => look.text.label_to_receive(),
        Reason::ToTell => look.text.label_to_tell(),
        Reason::ToAsk => look.text.label_to_ask(),
        Reason::ComingDown => look.text.label_postings_ending(),
        Reason::Unanswered => look.text.label_unanswered(),
        Reason::BallotsEnding => look.text.label_ballots_ending(),
        Reason::ToPost => look.text.label_to_post(),
        Reason::MeetingToday => look.text.label_meetings_today(),
        Reason::Lapsed => look.text.label_cadences_lapsed(),
        Reason::NextMeeting => look.text.label_next_meeting(),
        Reason::ToScreen => look.text.label_to_screen(),
    }
}

fn tone(reason: Reason) -> Tone {
    match reason {
        Reason::Overdue => Tone::Late,
        Reason::DueSoon
        | Reason::ToTell
        | Reason::Unanswered
        | Reason::BallotsEnding
        | Reason::ToPost
        | Reason::Lapsed => Tone::Near,
        Reason::ToReceive | Reason::ToAsk | Reason::ComingDown | Reason::ToScreen => Tone::Note,
        Reason::MeetingToday => Tone::Good,
        Reason::NextMeeting => Tone::Dim,
    }
}

fn line_of(row: Row, register: &Register, look: &Look) -> Option<Vec<Cell>> {
    let Row::Thing(reason, thing) = row else { return None };
    line(reason, thing, register, look)
}

fn line(reason: Reason, thing: Ref, register: &Register, look: &Look) -> Option<Vec<Cell>> {
    let text = look.text;
    let (word, who, what) = match register.thing(thing)? {
        Thing::Matter(matter) => {
            let lead = register.lead(matter).map(|lead| text.lead(register, lead).to_owned());
            let raiser = matter.raised_by.clone().unwrap_or_else(|| text.anonymous().to_owned());
            match reason {
                Reason::Overdue | Reason::DueSoon => {
                    let word = due::told(look, register, matter).map(|(word, _)| word).unwrap_or_default();
                    (word, lead.unwrap_or_else(|| text.no_lead().to_owned()), matter.title.clone())
                }
                Reason::ToScreen => (text.date(day_of(matter.raised_at), look.today()), raiser, matter.title.clone()),
                _ => (since(reason, matter, register, look), raiser, matter.title.clone()),
            }
        }
        Thing::Task(task) => {
            let waited = (look.today() - day_of(task.assigned_at)).num_days();
            let word = if waited > 0 { text.not_received(waited) } else { text.task_state(task.state).to_owned() };
            let matter = register.matter(task.matter).map_or("", |matter| &matter.title);
            (word, text.lead(register, task.lead).to_owned(), text.form_about(matter, &task.text))
        }
        Thing::Meeting(meeting) if reason == Reason::Lapsed => {
            let lapse = lapses(register, look.now).into_iter().find(|lapse| lapse.last == meeting.key)?;
            let word = due::distance(look, Due::Day(lapse.by));
            (word, text.cadence(lapse.cadence).to_owned(), text.lapsed(&lapse))
        }
        Thing::Meeting(meeting) => {
            let word = match (reason, meeting.state) {
                (_, MeetingState::Open) => text.meeting_state(meeting.state).to_owned(),
                (Reason::MeetingToday, _) => due::begins(look, meeting),
                _ => text.moment(meeting.at, look.today()),
            };
            (word, meeting.place.clone().unwrap_or_default(), meeting.title.clone())
        }
        Thing::Notice(notice) => {
            let what = text.form_about(text.notice_kind(notice.kind), Target::from(notice.about).title(register));
            (due::distance(look, Due::Day(notice.until)), notice.place.clone().unwrap_or_default(), what)
        }
        Thing::Objection(objection) => {
            let limit = objection.answer_by.as_ref().map(|last| due::distance(look, Due::Day(last.date)));
            let word = limit.unwrap_or_else(|| text.date(day_of(objection.at), look.today()));
            (word, objection.by.clone(), objection.text.clone())
        }
        Thing::Vote(vote) => {
            let word = vote.next_day().map(|day| due::distance(look, day)).unwrap_or_default();
            (word, text.vote_standing(vote), vote.question.clone())
        }
        Thing::Person(_) | Thing::Body(_) | Thing::Note(_) | Thing::Unit(_) => return None,
    };
    Some(vec![
        (word, tone(reason)),
        (register.id(thing), Tone::Dim),
        (clean(&what).into_owned(), Tone::Plain),
        (clean(&who).into_owned(), Tone::Dim),
    ])
}

/// Since when somebody waits for an answer, or to be asked.
fn since(reason: Reason, matter: &Matter, register: &Register, look: &Look) -> String {
    let ended = match reason {
        Reason::ToAsk => {
            let tasks =
                matter.tasks.iter().filter_map(|task| register.task(*task)).filter_map(|task| task.finish.as_ref());
            tasks.map(|finish| finish.at).chain(matter.answer.as_ref().map(|answer| answer.at)).max()
        }
        _ => matter.end.as_ref().map(|end| end.at),
    };
    ended.map_or_else(
        || look.text.standing_of(matter).to_owned(),
        |at| look.text.waits_since(&look.text.date(day_of(at), look.today())),
    )
}
