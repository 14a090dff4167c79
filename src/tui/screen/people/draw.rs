//! How the bodies and their people look: a heading a body, a row a person; the selected one in full beside them where
//! there is room.

use ratatui::layout::Rect;

use super::{People, Somebody};
use crate::cells::clean::clean;
use crate::cells::wrap;
use crate::domain::person::{Body, Person};
use crate::domain::register::Register;
use crate::tui::columns::{self, Cell};
use crate::tui::due;
use crate::tui::more;
use crate::tui::paint;
use crate::tui::screen::matter::{Row, wrapped};
use crate::tui::split::{Pair, draw_beside};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};

/// From this width on the selected one stands beside the list.
const WIDE: u16 = 130;
/// Cells for the names of facts.
const LABEL: u16 = 12;
/// The most cells of a name and of a role in the list.
const NAME: usize = 20;

/// What gives way in the list where there is little room: the number, the end of the role, then what is told elsewhere. How
/// somebody is reached and whether they may vote stay.
const STEPS: [columns::Step; 5] = [(7, 0), (1, 8), (3, 0), (1, 0), (2, 0)];

/// How many rows a page key passes on a screen of this size.
#[must_use]
pub fn page(area: Rect) -> usize {
    usize::from(area.height).max(1)
}

/// Paints the screen.
pub fn draw(screen: &People, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let rows = screen.list.rows();
    if rows.is_empty() {
        paint::put(buffer, area, 0, 0, look.text.no_people(), look.palette.style(Tone::Dim));
        return;
    }
    let mut list = area;
    if area.width >= WIDE {
        let split = look.panes.split(Pair::People, area);
        list = split.left;
        split.draw_line(buffer, look.palette);
        draw_beside(&told(screen, register, look, split.right.width), buffer, split.right, look);
    }
    let window = more::list(screen.list.place(), rows.len(), buffer, list, look);
    let lines: Vec<Vec<Cell>> =
        window.clone().map(|at| line(screen, rows[at], register, look).unwrap_or_default()).collect();
    // Columns of the people in sight line up; a heading runs on.
    let is_person = |at: usize| matches!(rows[at], Somebody::Person(_));
    let people = window.clone().zip(&lines).filter(|(at, _)| is_person(*at)).map(|(_, line)| line);
    let room = usize::from(list.width.saturating_sub(columns::LEAD));
    let widths = columns::fit(people, room, &STEPS);
    for ((row, at), cells) in (0..).zip(window.clone()).zip(&lines) {
        buffer.row_spot(list, row, Spot::Row(at));
        let state = (at == screen.list.place(), false);
        if is_person(at) {
            columns::draw(buffer, list, row, state, cells, &widths, look.palette);
        } else {
            columns::draw(buffer, list, row, state, cells, &columns::fit([cells], room, &[]), look.palette);
        }
    }
}

/// The cells of a row.
fn line(screen: &People, somebody: Somebody, register: &Register, look: &Look) -> Option<Vec<Cell>> {
    let tasks = match screen.services.of(somebody).tasks {
        0 => String::new(),
        n => look.text.open_tasks(n),
    };
    Some(match somebody {
        Somebody::Body(key) => {
            let body = register.body(key)?;
            vec![
                (clean(look.text.body(body)).into_owned(), Tone::Heading),
                (register.id(key), Tone::Dim),
                (tasks, Tone::Note),
                (clean(body.place.as_deref().unwrap_or_default()).into_owned(), Tone::Dim),
            ]
        }
        Somebody::Person(key) => {
            let person = register.person(key)?;
            let role = clean(person.role.as_deref().unwrap_or_default()).into_owned();
            let vote = if person.voting { "" } else { look.text.no_vote() };
            vec![
                (format!("  {}", wrap::truncate(&clean(&person.name), NAME)), Tone::Plain),
                (wrap::truncate(&role, NAME).into_owned(), Tone::Dim),
                (vote.to_owned(), Tone::Dim),
                (attendance(screen, somebody, look), Tone::Dim),
                (tasks, Tone::Note),
                term(person, look),
                (clean(person.phone.as_deref().unwrap_or_default()).into_owned(), Tone::Dim),
                (register.id(key), Tone::Dim),
            ]
        }
    })
}

/// Meetings taken part in, of those invited to; empty where there was none.
fn attendance(screen: &People, somebody: Somebody, look: &Look) -> String {
    let service = screen.services.of(somebody);
    if service.invited == 0 { String::new() } else { look.text.attended(service.attended, service.invited) }
}

/// The last day of the term, and that it has passed.
fn term(person: &Person, look: &Look) -> (String, Tone) {
    match person.until {
        None => (String::new(), Tone::Dim),
        Some(until) if person.serves_on(look.today()) => {
            (look.text.term_until(&look.text.date(until, look.today())), Tone::Dim)
        }
        Some(until) => (look.text.term_over(&look.text.date(until, look.today())), Tone::Late),
    }
}

/// The selected one in full.
fn told(screen: &People, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let Some(selected) = screen.list.selected() else { return Vec::new() };
    let mut rows = match selected {
        Somebody::Body(key) => register.body(key).map(|body| body_facts(body, register, look, width)),
        Somebody::Person(key) => register.person(key).map(|person| person_facts(person, screen, register, look, width)),
    }
    .unwrap_or_default();
    let text = look.text;
    let mut part = |title: &str, told: Vec<(String, String)>| {
        if told.is_empty() {
            return;
        }
        rows.push(Vec::new());
        rows.push(vec![(title.to_owned(), Tone::Heading)]);
        for (head, what) in told {
            rows.push(vec![(head, Tone::Dim)]);
            wrapped(&mut rows, "", &what, 2, width, (Tone::Dim, Tone::Plain));
        }
    };
    let tasks = screen.told.tasks.iter().filter_map(|key| register.task(*key));
    let tasks =
        tasks.map(|task| (format!("{}  {}", register.id(task.key), due::distance(look, task.due)), task.text.clone()));
    part(text.key_tasks(), tasks.collect());
    let matters = screen.told.matters.iter().filter_map(|key| register.matter(*key));
    let matters = matters
        .map(|matter| (format!("{}  {}", register.id(matter.key), text.standing_of(matter)), matter.title.clone()));
    part(text.label_matters_raised(), matters.collect());
    let meetings = screen.told.meetings.iter().filter_map(|key| register.meeting(*key));
    let meetings = meetings.map(|meeting| {
        let marks = meeting.attendance();
        let mark = marks.iter().find(|mark| selected == Somebody::Person(mark.person));
        let state = mark.map_or(text.meeting_state(meeting.state), |mark| text.attendance(mark.state));
        (format!("{}  {state}", text.moment(meeting.at, look.today())), meeting.title.clone())
    });
    part(text.key_meetings(), meetings.collect());
    rows
}

fn body_facts(body: &Body, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let people = register.people().filter(|person| person.body == body.key).count();
    // Where its name is that of its kind, once is enough.
    let kind = if text.body(body) == text.body_kind(body.kind) { "" } else { text.body_kind(body.kind) };
    let mut rows = vec![vec![(clean(text.body(body)).into_owned(), Tone::Heading)]];
    for (label, words) in [
        (text.field_body_kind(), kind.to_owned()),
        (text.key_people(), text.body_people(people)),
        (text.field_place(), body.place.clone().unwrap_or_default()),
    ] {
        if !words.is_empty() {
            wrapped(&mut rows, label, &words, LABEL, width, (Tone::Dim, Tone::Plain));
        }
    }
    rows
}

fn person_facts(person: &Person, screen: &People, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let term = person.until.map(|until| look.text.date(until, look.today())).unwrap_or_default();
    let (term, tone) =
        if person.serves_on(look.today()) { (term, Tone::Plain) } else { (text.term_passed(&term), Tone::Late) };
    let service = screen.services.of(Somebody::Person(person.key));
    let attended =
        if service.invited == 0 { String::new() } else { format!("{}/{}", service.attended, service.invited) };
    let vote = if person.voting { text.yes() } else { text.no() };
    let mut rows = vec![vec![(clean(&person.name).into_owned(), Tone::Heading)]];
    for (label, words, tone) in [
        (text.field_body(), text.body_named(register, person.body).to_owned(), Tone::Plain),
        (text.field_role(), person.role.clone().unwrap_or_default(), Tone::Plain),
        (text.field_phone(), person.phone.clone().unwrap_or_default(), Tone::Plain),
        (text.field_place(), person.place.clone().unwrap_or_default(), Tone::Plain),
        (text.field_voting(), vote.to_owned(), Tone::Plain),
        (text.field_until(), term, tone),
        (text.fact_attended(), attended, Tone::Plain),
    ] {
        if !words.is_empty() {
            wrapped(&mut rows, label, &words, LABEL, width, (Tone::Dim, tone));
        }
    }
    rows
}
