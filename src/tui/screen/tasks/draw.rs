//! How follow-ups look: a row a task, under the name of its lead when ordered so, and the matter of the selected one
//! beside the list on a wide screen.

use ratatui::layout::Rect;

use super::{Row, Tasks};
use crate::cells::clean::clean;
use crate::domain::register::Register;
use crate::domain::signal::Signal;
use crate::domain::task::{Task, TaskState};
use crate::domain::time::day_of;
use crate::tui::act::Act;
use crate::tui::columns::{self, Cell};
use crate::tui::due;
use crate::tui::keys::{self, Action};
use crate::tui::more;
use crate::tui::paint;
use crate::tui::screen::matter;
use crate::tui::split::{Pair, draw_beside};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;

/// From this width on the matter of the selected task stands beside the list.
const WIDE: u16 = 150;
/// Where a row has what: the colour of its deadline as a word, how far off that is, who has it, the matter, the work,
/// where it stands, its number.
const SIGNAL: usize = 0;
const LEAD: usize = 2;
const TITLE: usize = 3;
const TEXT: usize = 4;
const ID: usize = 6;
/// What gives way where there is little room: the words of the work, then the end of the matter's title, then the number,
/// then the end of the lead's name.
const STEPS: [columns::Step; 9] =
    [(TEXT, 14), (TITLE, 16), (TEXT, 8), (ID, 0), (TITLE, 12), (TEXT, 0), (LEAD, 10), (SIGNAL, 0), (TITLE, 4)];

/// Whether the matter of the selected task is shown.
#[must_use]
pub fn shows_matter(area: Rect) -> bool {
    area.width >= WIDE
}

/// Paints the screen.
pub fn draw(screen: &Tasks, threads: &Threads, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    if screen.rows.is_empty() {
        let key = keys::shown;
        let words = if register.matters().len() == 0 {
            look.text.no_tasks_nor_matters(key(Action::Board), key(Action::Raise))
        } else {
            look.text.no_tasks(key(Action::Act(Act::Assign)))
        };
        paint::sentence(buffer, area, &words, look.palette.style(Tone::Dim));
        return;
    }
    if !shows_matter(area) {
        draw_list(screen, register, buffer, area, look);
        return;
    }
    let split = look.panes.split(Pair::Tasks, area);
    draw_list(screen, register, buffer, split.left, look);
    split.draw_line(buffer, look.palette);
    let selected = screen.list.selected().and_then(|task| register.task(task));
    if let Some(matter) = selected.and_then(|task| register.matter(task.matter)) {
        let rows = matter::summary(matter, threads, register, look, split.right.width);
        draw_beside(&rows, buffer, split.right, look);
    }
}

fn draw_list(screen: &Tasks, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let selected = screen.list.selected().map(Row::Task);
    let cursor = screen.rows.iter().position(|row| Some(*row) == selected).unwrap_or(0);
    // The heading of the first group is seen with its first task.
    let cursor = if cursor == 1 { 0 } else { cursor };
    let window = more::grouped(cursor, &screen.rows, |row| matches!(row, Row::Task(_)), buffer, area, look);
    let rows: Vec<(Row, Vec<Cell>)> = screen.rows[window]
        .iter()
        .map(|row| match row {
            Row::Task(task) => (*row, register.task(*task).map(|task| cells(task, screen.by_lead, register, look))),
            Row::Blank | Row::Group(..) => (*row, None),
        })
        .map(|(row, cells)| (row, cells.unwrap_or_default()))
        .collect();
    let room = usize::from(area.width.saturating_sub(columns::LEAD));
    let widths = columns::fit(rows.iter().map(|(_, cells)| cells), room, &STEPS);
    for (y, (row, cells)) in (0..).zip(&rows) {
        match row {
            Row::Task(task) => {
                if let Some(place) = screen.list.rows().iter().position(|listed| listed == task) {
                    buffer.row_spot(area, y, Spot::Row(place));
                }
                let state = (Some(*row) == selected, screen.list.is_marked(*task));
                columns::draw(buffer, area, y, state, cells, &widths, look.palette);
            }
            Row::Group(lead, tasks) => {
                let heading = format!("{}  {tasks}", clean(look.text.lead(register, *lead)));
                paint::put(buffer, area, y, 0, &heading, look.palette.style(Tone::Heading));
            }
            Row::Blank => {}
        }
    }
}

/// What a row says of a task; under its name a lead need not be named again.
fn cells(task: &Task, by_lead: bool, register: &Register, look: &Look) -> Vec<Cell> {
    let signal = task.signal(register, look.now);
    let tone = match signal {
        None => Tone::Dim,
        Some(Signal::Blue) => Tone::Note,
        Some(Signal::Yellow) => Tone::Near,
        Some(Signal::Red) => Tone::Late,
    };
    let lead = if by_lead { "" } else { look.text.lead(register, task.lead) };
    let title = register.matter(task.matter).map_or("", |matter| &matter.title);
    vec![
        (signal.map_or("", |signal| look.text.signal(signal)).to_owned(), tone),
        (due::distance(look, task.due), tone),
        (clean(lead).into_owned(), Tone::Plain),
        (clean(title).into_owned(), Tone::Plain),
        (clean(&task.text).into_owned(), Tone::Dim),
        (state(task, register, look), Tone::Plain),
        (register.id(task.key), Tone::Dim),
    ]
}

/// Where it stands; how long it has waited to be received, and how often its matter came back.
fn state(task: &Task, register: &Register, look: &Look) -> String {
    let waited = (look.today() - day_of(task.assigned_at)).num_days();
    let word = match task.state {
        TaskState::Assigned if waited > 0 => look.text.not_received(waited),
        state => look.text.task_state(state).to_owned(),
    };
    match register.matter(task.matter).map_or(0, |matter| matter.sent_back) {
        0 => word,
        times => format!("{word}  {}", look.text.sent_back_times(times)),
    }
}
