//! Follow-ups 督办: the work that is not done, by date or by lead, with how much each deadline should worry.
//! The list is made when the record changes; drawing looks only at what is seen.

use ratatui::layout::Rect;

use crate::domain::id::{MatterRef, Ref, TaskRef};
use crate::domain::register::Register;
use crate::domain::signal::Signal;
use crate::domain::task::{Task, TaskState};
use crate::tui::clean::clean;
use crate::tui::due;
use crate::tui::keys::Action;
use crate::tui::listed::Listed;
use crate::tui::narrowing::Narrow;
use crate::tui::paint;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::wrap;

/// Cells for the lead and for the distance of the deadline.
const LEAD: usize = 18;
const DUE: usize = 15;

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct Tasks {
    /// The tasks.
    pub list: Listed<TaskRef>,
    by_lead: bool,
}

impl Tasks {
    /// The screen as the record stands.
    #[must_use]
    pub fn new(register: &Register) -> Self {
        let mut screen = Self::default();
        screen.refresh(register, &Narrow::default());
        screen
    }

    /// Makes the list anew, as far as it is not narrowed. What was selected stays selected.
    pub fn refresh(&mut self, register: &Register, narrow: &Narrow) {
        let pending = register.tasks().filter(|task| is_pending(task));
        let mut tasks: Vec<&Task> = pending.filter(|task| narrow.keeps(task.key)).collect();
        tasks.sort_by_key(|task| (self.by_lead.then_some(Ref::from(task.lead)), task.due.ends()));
        self.list.renew(tasks.into_iter().map(|task| task.key).collect());
    }

    /// Moves the selection or orders the list another way; the matter of a task to open is returned.
    pub fn update(&mut self, action: Action, page: usize, register: &Register, narrow: &Narrow) -> Option<MatterRef> {
        match action {
            Action::Order => {
                self.by_lead = !self.by_lead;
                self.refresh(register, narrow);
            }
            Action::Open => return register.task(self.list.selected()?).map(|task| task.matter),
            _ => self.list.step(action, page),
        }
        None
    }
}

/// Paints the screen.
pub fn draw(screen: &Tasks, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let tasks = screen.list.rows();
    if tasks.is_empty() {
        paint::put(buffer, area, 0, 0, look.text.no_tasks(), look.palette.style(Tone::Dim));
    }
    for (row, at) in (0..).zip(paint::window(screen.list.place(), tasks.len(), usize::from(area.height))) {
        let Some(task) = register.task(tasks[at]) else { continue };
        let tone = match task.signal(register, look.now) {
            None => Tone::Dim,
            Some(Signal::Blue) => Tone::Note,
            Some(Signal::Yellow) => Tone::Near,
            Some(Signal::Red) => Tone::Late,
        };
        let state = look.text.task_state(task.state);
        let id = register.id(task.key);
        let used = wrap::width(&id) + LEAD + DUE + wrap::width(state) + 8;
        let text_width = usize::from(area.width).saturating_sub(used);
        let pieces = [
            (wrap::pad(&due::distance(look, task.due), DUE), tone),
            ("  ".to_owned(), Tone::Dim),
            (wrap::pad(&clean(look.text.lead(register, task.lead)), LEAD), Tone::Plain),
            ("  ".to_owned(), Tone::Dim),
            (wrap::pad(&clean(&task.text), text_width), Tone::Plain),
            (format!("  {state}  {id}"), if task.state == TaskState::Assigned { Tone::Near } else { Tone::Dim }),
        ];
        buffer.row_spot(area, row, Spot::Row(at));
        let pieces: Vec<_> = pieces.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
        paint::pieces(buffer, area, row, &pieces, look.palette);
        if at == screen.list.place() {
            paint::tint(buffer, area, row, look.palette.style(Tone::Selected));
        }
    }
}

/// Whether somebody still has to do something about it: work goes on, or it came back and nobody else has it.
fn is_pending(task: &Task) -> bool {
    task.state.is_open() || (task.state == TaskState::Returned && !task.replaced)
}
