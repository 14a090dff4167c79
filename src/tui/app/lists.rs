//! Between the lists and what they open: there and back again.

use super::{App, draw};
use crate::tui::keys::Action;
use crate::tui::screen::{MatterScreen, MeetingScreen, Screen, Target};
use crate::tui::world::World;

impl App {
    /// Shows a screen that leads back to nothing but the board.
    pub(super) fn show(&mut self, screen: Screen) {
        self.behind.clear();
        self.screen = screen;
    }

    /// Opens a matter or a meeting; back from it leads here.
    pub(super) fn open(&mut self, target: Target, world: &World<'_>) {
        let screen = match target {
            Target::Matter(matter) => Screen::Matter(MatterScreen::new(matter, world)),
            Target::Meeting(meeting) => Screen::Meeting(MeetingScreen::new(meeting, world)),
        };
        self.behind.push(std::mem::replace(&mut self.screen, screen));
    }

    /// Back to where one came from, as the record stands now.
    pub(super) fn go_back(&mut self, world: &World<'_>) {
        self.screen = self.behind.pop().unwrap_or(Screen::Board);
        self.refresh(world);
    }

    /// What a key does in the list of the day.
    pub(super) fn today_action(&mut self, action: Action, world: &World<'_>) {
        let page = usize::from(draw::work_area(self.size).height);
        let Screen::Today(screen) = &mut self.screen else { return };
        if action == Action::Back {
            self.screen = Screen::Board;
        } else if let Some(target) = screen.update(action, page, world) {
            self.open(target, world);
        }
    }
}
