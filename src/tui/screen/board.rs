//! The board: four columns for the four steps, and one for what is closed when asked for.
//! Its lists are made when the record changes; drawing looks only at what is seen.

mod draw;

use crate::domain::entry::Instant;
use crate::domain::id::MatterRef;
use crate::domain::matter::Matter;
use crate::domain::signal::Signal;
use crate::domain::stage::Stage;
use crate::tui::keys::Action;
use crate::tui::listed::Listed;
use crate::tui::narrowing::Narrow;
use crate::tui::world::World;

pub use draw::{draw, page, shows_summary};

/// The state of the board.
#[derive(Debug, Clone, Default)]
pub struct Board {
    columns: [Listed<MatterRef>; Stage::ALL.len()],
    /// The column with the keyboard, as a place in [`Stage::ALL`].
    at: usize,
    closed: bool,
    /// Whether a query may leave matters out.
    narrowed: bool,
    /// The column and the matter that come back when no query narrows any more.
    before: Option<(usize, Option<MatterRef>)>,
    needs: Needs,
}

/// What needs someone now, counted in matters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    /// Its deadline, or that of a task, has passed.
    pub overdue: usize,
    /// Few days are left.
    pub near: usize,
    /// The raiser is owed an answer.
    pub to_tell: usize,
}

impl Board {
    /// Makes the lists anew from the record, as far as they are not narrowed. What was selected stays selected.
    pub fn refresh(&mut self, world: &World<'_>, narrow: &Narrow) {
        let mut lists: [Vec<&Matter>; Stage::ALL.len()] = Default::default();
        self.needs = Needs::default();
        if narrow.is_on() && !self.narrowed {
            self.before = Some((self.at, self.selected()));
        }
        self.narrowed = narrow.is_on();
        for matter in world.register.matters() {
            self.needs.count(world, matter);
            if narrow.keeps(matter.key) {
                lists[place_of(matter.stage())].push(matter);
            }
        }
        for (column, mut list) in self.columns.iter_mut().zip(lists) {
            list.sort_by_cached_key(|matter| urgency(world, matter));
            column.renew(list.into_iter().map(|matter| matter.key).collect());
        }
        if !self.narrowed
            && let Some((at, selected)) = self.before.take()
        {
            self.at = at.min(self.shown() - 1);
            if let Some(matter) = selected {
                self.select(matter);
            }
        }
    }

    /// Obeys an action; a matter to open is returned.
    pub fn update(&mut self, action: Action, page: usize) -> Option<MatterRef> {
        let columns = self.shown();
        let column = &mut self.columns[self.at];
        match action {
            Action::Left => self.at = self.at.saturating_sub(1),
            Action::Column(at) => self.at = at.min(columns - 1),
            Action::Right => self.at = (self.at + 1).min(columns - 1),
            Action::Closed => {
                self.closed = !self.closed;
                // Nobody acts on what they do not see.
                self.columns[place_of(Stage::Closed)].unmark_all();
                self.at = if self.closed { place_of(Stage::Closed) } else { 0 };
            }
            Action::Open => return column.selected(),
            _ => column.step(action, page),
        }
        None
    }

    /// Selects a matter, in whatever column it stands.
    pub fn select(&mut self, matter: MatterRef) {
        let shown = self.shown();
        if let Some(at) = self.columns[..shown].iter_mut().position(|column| column.select(matter)) {
            self.at = at;
        }
    }

    /// The selected matter.
    #[must_use]
    pub fn selected(&self) -> Option<MatterRef> {
        self.columns[self.at].selected()
    }

    /// Goes to the first column that lists something, if the present one does not.
    pub fn go_where_something_is(&mut self) {
        let shown = self.shown();
        if self.columns[self.at].rows().is_empty()
            && let Some(at) = self.columns[..shown].iter().position(|column| !column.rows().is_empty())
        {
            self.at = at;
        }
    }

    /// How many matters are listed in the columns that are shown.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.columns[..self.shown()].iter().map(|column| column.rows().len()).sum()
    }

    /// Marks the selected matter, or takes its mark away, and goes on to the next.
    pub fn toggle(&mut self) {
        self.columns[self.at].toggle();
    }

    /// Marks all in the column with the keyboard; where all are marked, none.
    pub fn toggle_all(&mut self) {
        self.columns[self.at].toggle_all();
    }

    /// Takes away every mark of every column; says whether there was one.
    pub fn unmark_all(&mut self) -> bool {
        let some = self.marks() > 0;
        for column in &mut self.columns {
            column.unmark_all();
        }
        some
    }

    /// Takes the mark of a matter away, in whatever column it stands.
    pub fn unmark(&mut self, matter: MatterRef) {
        for column in &mut self.columns {
            column.unmark(matter);
        }
    }

    /// The marked matters of all columns, in the order of the columns.
    #[must_use]
    pub fn marked(&self) -> Vec<MatterRef> {
        self.columns.iter().flat_map(Listed::marked).collect()
    }

    /// How many are marked.
    #[must_use]
    pub fn marks(&self) -> usize {
        self.columns.iter().map(Listed::marks).sum()
    }

    /// Whether the closed matters are shown.
    #[must_use]
    pub fn shows_closed(&self) -> bool {
        self.closed
    }

    /// What needs someone now.
    #[must_use]
    pub fn needs(&self) -> Needs {
        self.needs
    }

    fn shown(&self) -> usize {
        if self.closed { self.columns.len() } else { place_of(Stage::Closed) }
    }
}

impl Needs {
    fn count(&mut self, world: &World<'_>, matter: &Matter) {
        self.to_tell += usize::from(matter.to_tell);
        match matter.signal(world.register, world.now()) {
            Some(Signal::Red) => self.overdue += 1,
            Some(Signal::Blue) => self.near += 1,
            Some(Signal::Yellow) | None => {}
        }
    }
}

fn place_of(stage: Stage) -> usize {
    Stage::ALL.iter().position(|known| *known == stage).unwrap_or(0)
}

/// The order of a column: what is closed by when it ended, newest first; else what is due first, and without a
/// deadline what came first.
fn urgency(world: &World<'_>, matter: &Matter) -> (i64, Instant) {
    if let (Stage::Closed, Some(end)) = (matter.stage(), &matter.end) {
        return (-end.at.timestamp(), matter.raised_at);
    }
    let pressing = matter.pressing_due(world.register, world.now());
    let due = pressing.map_or(i64::MAX, |pressing| pressing.due.ends().timestamp());
    (due, matter.raised_at)
}
