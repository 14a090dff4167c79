//! What is shown, brought up to date with the record. Knows no keys.

use super::{App, draw};
use crate::tui::dialog::{self, Dialog};
use crate::tui::narrowing::Narrow;
use crate::tui::screen::{Screen, board, tasks};
use crate::tui::style::Look;
use crate::tui::world::World;

impl App {
    /// What drawing needs to know besides the record.
    #[must_use]
    pub fn look(&self, world: &World<'_>) -> Look {
        Look { text: self.text, palette: self.palette, panes: self.panes, now: world.now() }
    }

    /// What the record or the query has changed on what is shown.
    pub(super) fn refresh(&mut self, world: &World<'_>) {
        self.catch_up_finding(world);
        let look = self.look(world);
        let narrow = &self.narrow;
        let of_board = if matches!(self.screen, Screen::Board) { narrow } else { &Narrow::default() };
        self.board.refresh(world, of_board);
        match &mut self.screen {
            Screen::Board => {}
            Screen::Matter(screen) => screen.refresh(world),
            Screen::Meetings(screen) => screen.refresh(world.register, narrow),
            Screen::Month(screen) => screen.refresh(world.register),
            Screen::Meeting(screen) => screen.refresh(world),
            Screen::Live(room) => room.refresh(world),
            Screen::Sign(sign) => sign.refresh(world, narrow, &look),
            Screen::Tasks(screen) => screen.refresh(world.register, narrow),
            Screen::People(screen) => screen.refresh(world, narrow),
            Screen::Today(screen) => screen.refresh(world),
            Screen::Notices(screen) => screen.refresh(world, narrow),
            Screen::Log(screen) => screen.refresh(world.register, self.text),
        }
    }

    /// Threads are read once one is looked at: the first frame of the board does not wait for them.
    pub(super) fn read_threads(&mut self, world: &World<'_>) {
        let area = draw::work_area(self.size);
        let finding = matches!(self.dialogs.last(), Some(Dialog::Find(_))) && dialog::shows_summary(self.size);
        let beside = match self.screen {
            Screen::Matter(_) => true,
            Screen::Tasks(_) => tasks::shows_matter(area),
            _ => board::shows_summary(area),
        };
        if finding || beside {
            self.threads.refresh(world.register);
        }
    }
}
