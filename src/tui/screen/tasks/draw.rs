//! How follow-ups look: a row a task, under the name of its lead when ordered so, and the matter of the selected one
//! beside the list on a wide screen.

use ratatui::layout::Rect;

use super::{Row, Tasks};
use crate::cells::clean::clean;
use crate::cells::wrap;
use crate::domain::register::Register;
use crate::domain::signal::Signal;
use crate::domain::task::{Task, TaskState};
use crate::domain::time::day_of;
use crate::tui::act::Act;
use crate::tui::due;
use crate::tui::keys::{self, Action};
use crate::tui::paint;
use crate::tui::screen::matter;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;

/// From this width on the matter of the selected task stands beside the list.
const WIDE: u16 = 150;
/// Cells of that pane, and between it and the list.
const MATTER: u16 = 60;
const GAP: u16 = 2;
/// Most cells for a lead.
const LEAD: usize = 18;
/// Most cells for it where there is little room.
const SHORT_LEAD: usize = 10;
/// Cells that what is to be done should have.
const TEXT: usize = 26;

/// What a row says of a task.
struct Line {
    tone: Tone,
    /// The colour of its deadline as a word.
    signal: &'static str,
    due: String,
    lead: String,
    text: String,
    state: String,
    id: String,
}

/// Whether the matter of the selected task is shown.
#[must_use]
pub fn shows_matter(area: Rect) -> bool {
    area.width >= WIDE
}

/// Paints the screen.
pub fn draw(screen: &Tasks, threads: &Threads, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    if screen.rows.is_empty() {
        paint::put(
            buffer,
            area,
            0,
            0,
            &look.text.no_tasks(keys::shown(Action::Act(Act::Assign))),
            look.palette.style(Tone::Dim),
        );
        return;
    }
    let side = if shows_matter(area) { MATTER + GAP } else { 0 };
    draw_list(screen, register, buffer, Rect { width: area.width - side, ..area }, look);
    let selected = screen.list.selected().and_then(|task| register.task(task));
    if let Some(matter) = selected.and_then(|task| register.matter(task.matter)).filter(|_| side > 0) {
        let pane = Rect { x: area.right() - MATTER, width: MATTER, ..area };
        matter::draw_rows(&matter::summary(matter, threads, register, look, MATTER), 0, buffer, pane, look);
    }
}

fn draw_list(screen: &Tasks, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let selected = screen.list.selected().map(Row::Task);
    let cursor = screen.rows.iter().position(|row| Some(*row) == selected).unwrap_or(0);
    // The heading of the first group is seen with its first task.
    let window = paint::window(if cursor == 1 { 0 } else { cursor }, screen.rows.len(), usize::from(area.height));
    let rows: Vec<(Row, Option<Line>)> = screen.rows[window]
        .iter()
        .map(|row| match row {
            Row::Task(task) => (*row, register.task(*task).map(|task| line(task, register, look))),
            Row::Blank | Row::Group(..) => (*row, None),
        })
        .collect();
    let widest = |cell: fn(&Line) -> &str| {
        rows.iter().filter_map(|(_, line)| line.as_ref()).map(|line| wrap::width(cell(line))).max().unwrap_or(0)
    };
    let (signal, due) = (widest(|line| line.signal), widest(|line| &line.due));
    // Under its name a lead need not be named again.
    let mut lead = if screen.by_lead { 0 } else { widest(|line| &line.lead).min(LEAD) };
    let (state, mut id) = (widest(|line| &line.state), widest(|line| &line.id));
    let left = |lead, id| usize::from(area.width).saturating_sub(signal + due + lead + state + id + 11);
    // Where there is little room, what is to be done goes before its number, and before the end of a long name.
    if left(lead, id) < TEXT {
        id = 0;
    }
    if left(lead, id) < TEXT {
        lead = lead.min(SHORT_LEAD);
    }
    let text = left(lead, id);
    for (y, (row, line)) in (0..).zip(&rows) {
        match (row, line) {
            (Row::Task(task), Some(line)) => {
                if let Some(place) = screen.list.rows().iter().position(|listed| listed == task) {
                    buffer.row_spot(area, y, Spot::Row(place));
                }
                let pieces = [
                    (format!("{} ", paint::mark(screen.list.is_marked(*task))), Tone::Key),
                    (format!("{} {}  ", wrap::pad(line.signal, signal), wrap::pad(&line.due, due)), line.tone),
                    (format!("{}  ", wrap::pad(&line.lead, lead)), Tone::Plain),
                    (format!("{}  ", wrap::pad(&line.text, text)), Tone::Plain),
                    (format!("{}  ", wrap::pad(&line.state, state)), Tone::Dim),
                    (if id == 0 { String::new() } else { line.id.clone() }, Tone::Dim),
                ];
                let pieces: Vec<_> = pieces.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
                paint::pieces(buffer, area, y, &pieces, look.palette);
                if Some(*row) == selected {
                    paint::tint(buffer, area, y, look.palette.style(Tone::Selected));
                }
            }
            (Row::Group(lead, tasks), _) => {
                let heading = format!("{}  {tasks}", clean(look.text.lead(register, *lead)));
                paint::put(buffer, area, y, 0, &heading, look.palette.style(Tone::Heading));
            }
            (Row::Blank | Row::Task(_), _) => {}
        }
    }
}

fn line(task: &Task, register: &Register, look: &Look) -> Line {
    let signal = task.signal(register, look.now);
    Line {
        tone: match signal {
            None => Tone::Dim,
            Some(Signal::Blue) => Tone::Note,
            Some(Signal::Yellow) => Tone::Near,
            Some(Signal::Red) => Tone::Late,
        },
        signal: signal.map_or("", |signal| look.text.signal(signal)),
        due: due::distance(look, task.due),
        lead: clean(look.text.lead(register, task.lead)).into_owned(),
        text: clean(&task.text).into_owned(),
        state: state(task, register, look),
        id: register.id(task.key),
    }
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
