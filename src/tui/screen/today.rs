//! Today 今日: what there is to do this morning, in the order to do it in; each thing under the most pressing of its
//! reasons. The list is made when the record changes; drawing looks only at what is seen.

mod draw;

use std::collections::HashSet;

use crate::domain::attention::Attention;
use crate::domain::entry::Instant;
use crate::domain::id::Ref;
use crate::domain::register::{Register, Thing};
use crate::tui::keys::Action;
use crate::tui::listed::Listed;
use crate::tui::screen::Target;
use crate::tui::world::World;

pub use draw::draw;

/// Why something needs somebody, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A deadline has passed.
    Overdue,
    /// A deadline is near.
    DueSoon,
    /// A task waits for its lead to take it.
    ToReceive,
    /// A raiser is owed an answer.
    ToTell,
    /// A raiser is to be asked.
    ToAsk,
    /// A notice comes down.
    ComingDown,
    /// An objection has no answer.
    Unanswered,
    /// A vote ends.
    BallotsEnding,
    /// What a vote decided is not posted.
    ToPost,
    /// A meeting is today.
    MeetingToday,
    /// The rhythm of a series has lapsed, and no meeting of it is planned.
    Lapsed,
    /// The next meeting is on another day.
    NextMeeting,
    /// A matter is not screened.
    ToScreen,
}

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct Today {
    rows: Vec<Row>,
    /// The things in the rows, without what stands between them.
    pub list: Listed<Ref>,
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// Nothing needs anybody today.
    Nothing,
    /// Between two groups.
    Blank,
    /// The heading of a group, and how many there are in it.
    Group(Reason, usize),
    /// A thing in a group.
    Thing(Reason, Ref),
}

impl Today {
    /// The screen as the record stands.
    #[must_use]
    pub fn new(world: &World<'_>) -> Self {
        let mut screen = Self::default();
        screen.refresh(world);
        screen
    }

    /// Makes the list anew. What was selected stays selected.
    pub fn refresh(&mut self, world: &World<'_>) {
        let mut listed = HashSet::new();
        let mut rows = Vec::new();
        for (reason, things) in groups(Attention::at(world.register, world.now())) {
            let rows_of = things.into_iter().map(|thing| row_of(reason, thing, world.register));
            let mut things: Vec<Ref> = rows_of.filter(|thing| listed.insert(*thing)).collect();
            if matches!(reason, Reason::Overdue | Reason::DueSoon) {
                things.sort_by_key(|thing| deadline(*thing, world));
            }
            if reason == Reason::NextMeeting && rows.is_empty() {
                rows.push(Row::Nothing);
            }
            if things.is_empty() {
                continue;
            }
            if !rows.is_empty() {
                rows.push(Row::Blank);
            }
            rows.push(Row::Group(reason, things.len()));
            rows.extend(things.into_iter().map(|thing| Row::Thing(reason, thing)));
        }
        let thing = |row: &Row| match row {
            Row::Thing(_, thing) => Some(*thing),
            Row::Nothing | Row::Blank | Row::Group(..) => None,
        };
        self.list.renew(rows.iter().filter_map(thing).collect());
        self.rows = rows;
    }

    /// Moves the selection; where the selected thing is looked at is returned to open.
    pub fn update(&mut self, action: Action, page: usize, world: &World<'_>) -> Option<Target> {
        match action {
            Action::Open => return self.target(world.register),
            _ => self.list.step(action, page),
        }
        None
    }

    /// Where the selected thing is looked at.
    #[must_use]
    pub fn target(&self, register: &Register) -> Option<Target> {
        Target::of(self.list.selected()?, register)
    }
}

/// When the deadline ends that the row of a matter speaks of.
fn deadline(thing: Ref, world: &World<'_>) -> Option<Instant> {
    let Some(Thing::Matter(matter)) = world.register.thing(thing) else { return None };
    matter.pressing_due(world.register, world.now()).map(|pressing| pressing.due.ends())
}

/// What stands for a thing in the list: work with a pressing deadline makes its matter pressing, and a matter is one row,
/// as it is one card of the board.
fn row_of(reason: Reason, thing: Ref, register: &Register) -> Ref {
    match (reason, register.thing(thing)) {
        (Reason::Overdue | Reason::DueSoon, Some(Thing::Task(task))) => task.matter.into(),
        _ => thing,
    }
}

/// What needs somebody, by reason.
fn groups(needs: Attention) -> [(Reason, Vec<Ref>); 13] {
    fn refs<T: Into<Ref>>(things: impl IntoIterator<Item = T>) -> Vec<Ref> {
        things.into_iter().map(Into::into).collect()
    }
    [
        (Reason::Overdue, needs.overdue),
        (Reason::DueSoon, needs.due_soon),
        (Reason::ToReceive, refs(needs.to_receive)),
        (Reason::ToTell, refs(needs.to_tell)),
        (Reason::ToAsk, refs(needs.to_ask)),
        (Reason::ComingDown, refs(needs.postings_ending)),
        (Reason::Unanswered, refs(needs.unanswered)),
        (Reason::BallotsEnding, refs(needs.ballots_ending)),
        (Reason::ToPost, refs(needs.to_post)),
        (Reason::MeetingToday, refs(needs.meetings_today)),
        (
            Reason::Lapsed,
            refs(needs.lapsed.into_iter().filter(|lapse| lapse.planned.is_none()).map(|lapse| lapse.last)),
        ),
        (Reason::ToScreen, refs(needs.to_screen)),
        // Last, for it is not for today.
        (Reason::NextMeeting, refs(needs.next_meeting)),
    ]
}
