//! Tasks 督办: the work that is not done, by date or by lead, with how much each deadline should worry.
//! The list is made when the record changes; drawing looks only at what is seen.

mod draw;

use crate::domain::event::Lead;
use crate::domain::id::{MatterRef, Ref, TaskRef};
use crate::domain::register::Register;
use crate::domain::task::Task;
use crate::tui::keys::Action;
use crate::tui::listed::Listed;
use crate::tui::narrowing::Narrow;

pub use draw::{draw, shows_matter};

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct Tasks {
    /// The tasks.
    pub list: Listed<TaskRef>,
    by_lead: bool,
    rows: Vec<Row>,
}

/// A row of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// Between two groups.
    Blank,
    /// Whose work follows, and how much there is of it.
    Group(Lead, usize),
    /// A task.
    Task(TaskRef),
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
        let pending = register.tasks().filter(|task| task.state.is_open() || task.wants_new_lead());
        let mut tasks: Vec<&Task> = pending.filter(|task| narrow.keeps(task.key)).collect();
        tasks.sort_by_key(|task| (self.by_lead.then_some(Ref::from(task.lead)), task.due.ends()));
        self.rows.clear();
        if self.by_lead {
            for group in tasks.chunk_by(|one, other| one.lead == other.lead) {
                if !self.rows.is_empty() {
                    self.rows.push(Row::Blank);
                }
                self.rows.extend(group.first().map(|task| Row::Group(task.lead, group.len())));
                self.rows.extend(group.iter().map(|task| Row::Task(task.key)));
            }
        } else {
            self.rows.extend(tasks.iter().map(|task| Row::Task(task.key)));
        }
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

    /// The work to remind somebody of: what is marked, else all that the lead of the selected task owes.
    #[must_use]
    pub fn owed<'a>(&self, register: &'a Register) -> Vec<&'a Task> {
        let marked = self.list.marked();
        if !marked.is_empty() {
            return marked.into_iter().filter_map(|task| register.task(task)).collect();
        }
        let lead = self.list.selected().and_then(|task| register.task(task)).map(|task| task.lead);
        let all = self.list.rows().iter().filter_map(|task| register.task(*task));
        all.filter(|task| Some(task.lead) == lead).collect()
    }
}
