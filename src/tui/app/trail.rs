//! From one thing looked at to another: on, back to where one came from, and along the trail of it all.

use super::App;
use crate::domain::register::Register;
use crate::tui::screen::{MatterScreen, MeetingScreen, Screen, Target};
use crate::tui::style::Tone;
use crate::tui::trail::Left;
use crate::tui::world::World;

impl App {
    /// Shows a screen that leads back to nothing but the board.
    pub(super) fn show(&mut self, screen: Screen) {
        let left = self.leave_for(screen);
        self.trail.turn_to(left);
    }

    /// Shows a screen that leads back here.
    pub(super) fn show_from_here(&mut self, screen: Screen) {
        let left = self.leave_for(screen);
        self.trail.go_on(left);
    }

    /// Opens a matter or a meeting, unless it is shown already; back from it leads here.
    pub(super) fn open(&mut self, target: Target, world: &World<'_>) {
        match (target, &self.screen) {
            (Target::Matter(matter), Screen::Matter(shown)) if shown.key() == matter => {}
            (Target::Meeting(meeting), Screen::Meeting(shown)) if shown.key() == meeting => {}
            (Target::Matter(matter), _) => self.show_from_here(Screen::Matter(MatterScreen::new(matter, world))),
            (Target::Meeting(meeting), _) => self.show_from_here(Screen::Meeting(MeetingScreen::new(meeting, world))),
        }
    }

    /// Back to where one came from, as the record stands now.
    pub(super) fn go_back(&mut self, world: &World<'_>) {
        let left = self.leave_for(Screen::Board);
        let seen = match &left.screen {
            Screen::Matter(screen) => Some(screen.key()),
            _ => None,
        };
        let origin = self.trail.come_back(left);
        self.arrive(Left { on_board: seen, ..origin }, world);
    }

    /// A step along the trail, back or forward.
    pub(super) fn walk_trail(&mut self, forward: bool, world: &World<'_>) {
        let mut shown = self.leave_for(Screen::Board);
        let is_there = |screen: &Screen| is_there(screen, world.register);
        let moved =
            if forward { self.trail.forward(&mut shown, is_there) } else { self.trail.back(&mut shown, is_there) };
        self.arrive(shown, world);
        if !moved {
            let end = if forward { self.text.trail_end() } else { self.text.trail_beginning() };
            self.say(end.to_owned(), Tone::Note);
        }
    }

    fn leave_for(&mut self, screen: Screen) -> Left {
        Left {
            screen: std::mem::replace(&mut self.screen, screen),
            on_board: self.board.selected(),
            narrow: std::mem::take(&mut self.narrow),
        }
    }

    fn arrive(&mut self, at: Left, world: &World<'_>) {
        self.screen = at.screen;
        self.narrow = at.narrow;
        self.refresh(world);
        if let Some(matter) = at.on_board {
            self.board.select(matter);
        }
    }
}

/// Whether what a screen shows is still in the record.
fn is_there(screen: &Screen, register: &Register) -> bool {
    match screen {
        Screen::Matter(screen) => register.matter(screen.key()).is_some(),
        Screen::Meeting(screen) => register.meeting(screen.key()).is_some(),
        Screen::Sign(sign) => register.meeting(sign.key()).is_some(),
        Screen::Live(room) => register.meeting(room.key()).is_some(),
        _ => true,
    }
}
