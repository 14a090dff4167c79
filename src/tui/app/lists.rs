//! What keys do in the lists.

use super::panes::PAGE;
use super::{App, Effect};
use crate::tui::dialog;
use crate::tui::keys::Action;
use crate::tui::notice_act::NoticeAct;
use crate::tui::screen::{Screen, Target, board};
use crate::tui::style::Tone;
use crate::tui::world::World;

impl App {
    /// What an action asks for of the screen that is shown.
    pub(super) fn screen_action(&mut self, action: Action, world: &World<'_>) -> Vec<Effect> {
        let area = self.list_area();
        let look = self.look(world);
        if let Action::Act(act) = action {
            return self.act_key(act, world);
        }
        if self.mark_key(action) {
            return Vec::new();
        }
        match &mut self.screen {
            Screen::Board => {
                if let Some(matter) = self.board.update(action, board::page(area)) {
                    self.open(Target::Matter(matter), world);
                }
            }
            Screen::Matter(screen) => {
                let (page, most) = screen.extent(&self.threads, world.register, area, &look);
                screen.update(action, page, most);
            }
            Screen::Meetings(_) => self.meetings_action(action, world),
            Screen::Month(_) => self.month_action(action, world),
            Screen::Meeting(_) => return self.meeting_action(action, world),
            Screen::Live(_) => return self.room_action(action, world),
            Screen::Sign(_) => return self.sign_action(action, world),
            Screen::Tasks(_) => self.tasks_action(action, world),
            Screen::People(_) => self.people_action(action, world),
            Screen::Today(_) => self.today_action(action, world),
            Screen::Notices(_) => self.notices_action(action, world),
            Screen::Log(_) => self.log_action(action, world),
        }
        Vec::new()
    }

    /// What a key does in the list of the day.
    pub(super) fn today_action(&mut self, action: Action, world: &World<'_>) {
        let page = usize::from(self.list_area().height);
        let Screen::Today(screen) = &mut self.screen else { return };
        if let Some(target) = screen.update(action, page, world) {
            self.open(target, world);
        }
    }
    /// What a key does among the notices.
    pub(super) fn notices_action(&mut self, action: Action, world: &World<'_>) {
        let page = usize::from(self.list_area().height);
        match action {
            Action::NoticeAct(act) => return self.notice_act(act, world),
            // As long as there is more to read of this one, the pages are its.
            Action::PageUp | Action::PageDown if self.scroll_beside(action == Action::PageDown, PAGE, world) => return,
            _ => {}
        }
        let Screen::Notices(screen) = &mut self.screen else { return };
        if let Some(target) = screen.update(action, page, world) {
            self.open(target, world);
        }
    }

    /// Opens the form of an act on the selected notice, or says why not.
    fn notice_act(&mut self, act: NoticeAct, world: &World<'_>) {
        let Screen::Notices(screen) = &self.screen else { return };
        let (Some(offer), Some(notice)) = (screen.offer(act), screen.notice(world.register)) else { return };
        match &offer.obstacle {
            Some(obstacle) => {
                let why = self.why_not(obstacle);
                self.say(why, Tone::Note);
            }
            None => self.open_form(dialog::notice_form(act, notice, world.register, self.text)),
        }
    }
    /// What a key does in the log.
    pub(super) fn log_action(&mut self, action: Action, world: &World<'_>) {
        let page = usize::from(self.list_area().height);
        let Screen::Log(screen) = &mut self.screen else { return };
        match action {
            Action::Open => match screen.target(world.register) {
                Some(target) => self.open(target, world),
                None => self.say(self.text.log_opens_nothing().to_owned(), Tone::Note),
            },
            _ => screen.update(action, page, world.register, self.text),
        }
    }
}
