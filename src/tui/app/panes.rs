//! Two panes side by side on the screen that is shown: the line between them is moved, and the one without the keys is
//! scrolled. Where they are is looked up in a frame painted for that alone.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::{App, Effect};
use crate::domain::entry::Entry;
use crate::domain::id::Ref;
use crate::state_dir::Habit;
use crate::tui::dialog::Dialog;
use crate::tui::keys::Place;
use crate::tui::screen::Screen;
use crate::tui::screen::people::Somebody;
use crate::tui::split::{Pair, Panes};
use crate::tui::spots::Spot;
use crate::tui::style::Tone;
use crate::tui::world::World;

/// Rows that a key passes in the pane beside the one with the keys.
pub(super) const PAGE: usize = 5;

/// What the pane beside the one with the keys shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Beside {
    #[default]
    Nothing,
    Thing(Place, Ref),
    Day(NaiveDate),
}

impl App {
    /// The same, with the panes as they were left.
    #[must_use]
    pub fn with_panes(mut self, panes: Panes) -> Self {
        self.panes = panes;
        self
    }

    /// Something else is shown beside the list: it is read from its beginning.
    pub(super) fn follow_beside(&mut self, world: &World<'_>) {
        let beside = self.shown_beside(world);
        if beside != self.beside {
            self.beside = beside;
            self.panes.top = None;
        }
    }

    /// Moves the line between two panes by a step.
    pub(super) fn move_line(&mut self, right: bool, world: &World<'_>) -> Vec<Effect> {
        let Some((pair, area)) = self.divider(world) else {
            self.say(self.text.one_pane_only().to_owned(), Tone::Note);
            return Vec::new();
        };
        if !self.panes.step(pair, area, right) {
            self.say(self.text.line_at_its_end().to_owned(), Tone::Note);
            return Vec::new();
        }
        vec![self.keep_shares()]
    }

    /// Scrolls the pane beside the one with the keys by a page.
    pub(super) fn turn_beside(&mut self, down: bool, world: &World<'_>) {
        let is_there = self.spots(world).iter().any(|(_, spot)| matches!(spot, Spot::Beside { .. }));
        if is_there {
            self.scroll_beside(down, PAGE, world);
        } else {
            self.say(self.text.one_pane_only().to_owned(), Tone::Note);
        }
    }

    /// Scrolls it by so many rows; whether there was anything more to see.
    pub(super) fn scroll_beside(&mut self, down: bool, rows: usize, world: &World<'_>) -> bool {
        let beside = self.spots(world).into_iter().find_map(|(_, spot)| match spot {
            Spot::Beside { top, most } => Some((top, most)),
            _ => None,
        });
        let Some((top, most)) = beside else { return false };
        let to = if down { (top + rows).min(most) } else { top.saturating_sub(rows) };
        if to != top {
            self.panes.top = Some(to);
        }
        to != top
    }

    /// The shares are kept for the next time.
    pub(super) fn keep_shares(&self) -> Effect {
        Effect::Remember(Habit::Shares(self.panes.shares()))
    }

    fn divider(&self, world: &World<'_>) -> Option<(Pair, Rect)> {
        self.spots(world).into_iter().find_map(|(_, spot)| match spot {
            Spot::Divider(pair, area) => Some((pair, area)),
            _ => None,
        })
    }

    fn shown_beside(&self, world: &World<'_>) -> Beside {
        let thing = match (self.dialogs.last(), &self.screen) {
            (Some(Dialog::Find(dialog)), _) => return of(Place::Find, dialog.selected()),
            (_, Screen::Month(screen)) => return Beside::Day(screen.day()),
            (_, Screen::Board) => self.board.selected().map(Ref::from),
            (_, Screen::Matter(screen)) => Some(screen.key().into()),
            (_, Screen::Meeting(screen)) => Some(screen.key().into()),
            (_, Screen::Sign(sign)) => Some(sign.key().into()),
            (_, Screen::Live(room)) => return of(Place::Live, Some(room.key().into())),
            (_, Screen::Tasks(screen)) => screen.list.selected().map(Ref::from),
            (_, Screen::People(screen)) => screen.list.selected().map(|somebody| match somebody {
                Somebody::Body(body) => body.into(),
                Somebody::Person(person) => person.into(),
            }),
            (_, Screen::Notices(screen)) => screen.notice(world.register).map(|notice| notice.key.into()),
            (_, Screen::Meetings(screen)) => screen.list.selected().map(Ref::from),
            (_, Screen::Today(screen)) => screen.list.selected(),
            (_, Screen::Log(screen)) => screen.act(world.register).and_then(Entry::subject),
        };
        of(self.place(), thing)
    }
}

fn of(place: Place, thing: Option<Ref>) -> Beside {
    thing.map_or(Beside::Nothing, |thing| Beside::Thing(place, thing))
}
