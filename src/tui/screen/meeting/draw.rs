//! How the screen of a meeting looks: acts on top, then the agenda, then who is there and the minutes, newest at the end.

use ratatui::layout::{Position, Rect};

use super::{MeetingScreen, item_title, prepare};
use crate::cells::wrap;
use crate::domain::meeting::{Item, Meeting};
use crate::domain::register::Register;
use crate::tui::keys::{self, Place};
use crate::tui::more;
use crate::tui::paint;
use crate::tui::screen::matter::{Row, act_spots, draw_rows, flow, wrapped};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};

/// Cells for the names of facts.
const LABEL: u16 = 11;
/// Cells for what became of an item.
const OUTCOME: usize = 16;
/// Rows the agenda may take; it scrolls within.
const AGENDA: u16 = 10;
/// Rows that the refused acts may take.
const REFUSED_ROWS: usize = 1;

/// Paints the screen; returns where the caret is, if there is one.
pub fn draw(
    screen: &MeetingScreen,
    register: &Register,
    buffer: &mut Canvas<'_>,
    area: Rect,
    look: &Look,
) -> Option<Position> {
    let Some(meeting) = screen.meeting(register) else {
        paint::put(buffer, area, 0, 0, look.text.meeting_gone(), look.palette.style(Tone::Note));
        return None;
    };
    if screen.is_prepared() {
        return prepare::draw(screen, meeting, register, buffer, area, look);
    }
    let mut top = heading(meeting, register, look, area.width);
    top.extend(offered(screen, look, area.width));
    top.push(Vec::new());
    draw_rows(&top, 0, buffer, area, look);
    act_spots(&top, Place::Meeting, buffer, area, look);
    let used = draw_agenda(screen, meeting, register, buffer, below(area, top.len()), look);
    let rest = below(area, top.len() + used + 1);
    let people = attendance(meeting, register, look, area.width);
    draw_rows(&people, 0, buffer, rest, look);
    let rest = below(rest, people.len() + 1);
    let minutes = minutes(meeting, register, look, area.width);
    // The newest are seen, unless somebody reads what was before.
    let shown = more::text(look.panes.top.unwrap_or(minutes.len()), minutes.len(), buffer, rest, look);
    buffer.spot(rest, Spot::Beside { top: shown.start, most: minutes.len() - shown.len() });
    draw_rows(&minutes[shown], 0, buffer, rest, look);
    None
}

fn heading(meeting: &Meeting, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let mut facts = vec![
        text.meeting_state(meeting.state).to_owned(),
        text.meeting_kind(meeting.kind).to_owned(),
        text.moment(meeting.at, look.today()),
    ];
    facts.extend(meeting.place.clone());
    let chair = meeting.chair.map(|person| (text.field_chair(), person));
    let secretary = meeting.secretary.map(|person| (text.field_secretary(), person));
    for (role, person) in chair.into_iter().chain(secretary) {
        facts.push(format!("{role} {}", text.person_named(register, person)));
    }
    titled(meeting, register, &facts, width)
}

/// The number and the title of a meeting, and the facts of it below.
pub(super) fn titled(meeting: &Meeting, register: &Register, facts: &[String], width: u16) -> Vec<Row> {
    let mut rows = Vec::new();
    let title = format!("{}  {}", register.id(meeting.key), meeting.title);
    wrapped(&mut rows, "", &title, 0, width, (Tone::Dim, Tone::Heading));
    wrapped(&mut rows, "", &facts.join("  "), 0, width, (Tone::Dim, Tone::Key));
    rows
}

fn offered(screen: &MeetingScreen, look: &Look, width: u16) -> Vec<Row> {
    let word = |offer: &crate::tui::meeting_act::MeetingOffer| {
        (keys::shown(keys::Action::MeetingAct(offer.act)), offer.act.label(look.text))
    };
    let (lawful, refused): (Vec<_>, Vec<_>) = screen.offers.iter().partition(|offer| offer.obstacle.is_none());
    let lawful: Vec<_> = lawful.into_iter().map(word).collect();
    let refused: Vec<_> = refused.into_iter().map(word).collect();
    let mut rows = flow(look.text.can_do(), &lawful, width, (Tone::Key, Tone::Plain));
    rows.extend(flow(look.text.cannot_do(), &refused, width, (Tone::Dim, Tone::Dim)).into_iter().take(REFUSED_ROWS));
    rows
}

/// Paints the agenda; returns the rows it took.
fn draw_agenda(
    screen: &MeetingScreen,
    meeting: &Meeting,
    register: &Register,
    buffer: &mut Canvas<'_>,
    area: Rect,
    look: &Look,
) -> usize {
    let items: Vec<&Item> = meeting.items().collect();
    if items.is_empty() {
        paint::put(buffer, area, 0, 0, look.text.no_item_yet(), look.palette.style(Tone::Dim));
        return 1;
    }
    let selected = items.iter().position(|item| Some(item.number) == screen.item()).unwrap_or(0);
    let area = Rect { height: AGENDA.min(area.height), ..area };
    let shown = more::list(selected, items.len(), buffer, area, look);
    let taken = items.len().min(usize::from(area.height));
    for (row, at) in (0..).zip(shown) {
        let item = items[at];
        let (outcome, tone) = state_of(item, meeting, look);
        let minutes = item.minutes.map(|minutes| look.text.minutes(i64::from(minutes))).unwrap_or_default();
        let title_width = usize::from(area.width).saturating_sub(4 + OUTCOME + 12);
        let pieces = [
            (format!("{:>2}  ", item.number), Tone::Dim),
            (wrap::pad(&item_title(item, register), title_width), Tone::Plain),
            (format!("  {}", wrap::pad(&minutes, 8)), Tone::Dim),
            (format!("  {outcome}"), tone),
        ];
        buffer.row_spot(area, row, Spot::Row(at));
        let pieces: Vec<_> = pieces.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
        paint::pieces(buffer, area, row, &pieces, look.palette);
        if at == selected {
            paint::tint(buffer, area, row, look.palette.style(Tone::Selected));
        }
    }
    taken
}

/// What became of an item, or that it is under discussion.
fn state_of(item: &Item, meeting: &Meeting, look: &Look) -> (String, Tone) {
    match &item.resolution {
        Some(resolution) => (look.text.outcome(resolution.outcome).to_owned(), Tone::Good),
        None if meeting.current == Some(item.number) => (look.text.item_current().to_owned(), Tone::Key),
        None => (String::new(), Tone::Dim),
    }
}

/// Who was invited and is not marked, then everybody by how they are marked.
fn attendance(meeting: &Meeting, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let marks = meeting.attendance();
    let mut rows = Vec::new();
    let mut states: Vec<_> = marks.iter().map(|mark| mark.state).collect();
    states.sort_unstable();
    states.dedup();
    for state in states {
        let names = marks.iter().filter(|mark| mark.state == state);
        let names: Vec<_> = names.map(|mark| text.person_named(register, mark.person)).collect();
        wrapped(&mut rows, text.attendance(state), &text.listed(&names), LABEL, width, (Tone::Dim, Tone::Plain));
    }
    let unmarked = meeting.invite.iter().filter(|person| marks.iter().all(|mark| mark.person != **person));
    let unmarked: Vec<_> = unmarked.map(|person| text.person_named(register, *person)).collect();
    if !unmarked.is_empty() {
        wrapped(&mut rows, text.invited(), &text.listed(&unmarked), LABEL, width, (Tone::Dim, Tone::Dim));
    }
    rows
}

/// The minutes so far, oldest first.
fn minutes(meeting: &Meeting, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let mut rows = Vec::new();
    for note in meeting.notes.iter().filter_map(|note| register.note(*note)) {
        let speaker = note.speaker.map(|person| text.person_named(register, person));
        let who = speaker.or_else(|| note.body.map(|body| text.body_named(register, body))).unwrap_or_default();
        let words = [text.note_kind(note.kind), who, &note.text];
        let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let label = look.text.time(note.at);
        wrapped(&mut rows, &label, &words.join("  "), 7, width, (Tone::Dim, Tone::Plain));
    }
    rows
}

fn below(area: Rect, rows: usize) -> Rect {
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
