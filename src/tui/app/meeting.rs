//! What keys do among the meetings and in one.

use super::{App, Effect};
use crate::domain::time::day_of;
use crate::tui::dialog::{self, Dialog, Draft, Question};
use crate::tui::keys::Action;
use crate::tui::meeting_act::MeetingAct;
use crate::tui::screen::{Meetings, Month, Screen, Target};
use crate::tui::style::Tone;
use crate::tui::world::World;

impl App {
    pub(super) fn meetings_action(&mut self, action: Action, world: &World<'_>) {
        let page = usize::from(self.list_area().height);
        let Screen::Meetings(screen) = &mut self.screen else { return };
        match action {
            Action::Convene => {
                let form = dialog::convene(None, None, world, &self.look(world));
                self.open_form(form);
            }
            Action::Month => {
                let selected = screen.list.selected().and_then(|meeting| world.register.meeting(meeting));
                let day = selected.map_or(world.today(), |meeting| day_of(meeting.at));
                self.show(Screen::Month(Month::new(day, world.register)));
            }
            _ => {
                if let Some(meeting) = screen.update(action, page) {
                    self.open(Target::Meeting(meeting), world);
                }
            }
        }
    }

    pub(super) fn month_action(&mut self, action: Action, world: &World<'_>) {
        let Screen::Month(screen) = &mut self.screen else { return };
        match action {
            Action::Month => {
                let mut meetings = Meetings::new(world.register);
                if let Some(meeting) = screen.on(screen.day()).next() {
                    meetings.list.select(meeting);
                }
                self.show(Screen::Meetings(meetings));
            }
            Action::Convene => {
                let day = screen.day();
                let form = dialog::convene(None, Some(day), world, &self.look(world));
                self.open_form(form);
            }
            Action::Open => {
                let there: Vec<_> = screen.on(screen.day()).collect();
                match there.as_slice() {
                    [] => self.say(self.text.no_meeting_that_day().to_owned(), Tone::Note),
                    [only] => self.open(Target::Meeting(*only), world),
                    several => {
                        self.dialogs.push(Dialog::Found(dialog::meetings(several, world.register, self.text)));
                    }
                }
            }
            _ => screen.update(action),
        }
    }

    pub(super) fn meeting_action(&mut self, action: Action, world: &World<'_>) -> Vec<Effect> {
        if let Some(effects) = self.prepare_action(action, world) {
            return effects;
        }
        let Screen::Meeting(screen) = &mut self.screen else { return Vec::new() };
        match action {
            Action::MeetingAct(act) => return self.meeting_act(act, false, world),
            Action::Room => {
                let meeting = screen.key();
                self.enter_room(meeting, world);
            }
            Action::Open => {
                let item = screen.item().and_then(|item| world.register.meeting(screen.key())?.item(item));
                if let Some(matter) = item.and_then(|item| item.matter) {
                    self.open(Target::Matter(matter), world);
                }
            }
            _ => screen.update(action, world),
        }
        Vec::new()
    }

    /// Begins an act on the meeting that is shown: says why not, asks, or drafts it.
    pub(super) fn meeting_act(&mut self, act: MeetingAct, sure: bool, world: &World<'_>) -> Vec<Effect> {
        let Screen::Meeting(screen) = &self.screen else { return Vec::new() };
        let Some(meeting) = world.register.meeting(screen.key()) else { return Vec::new() };
        if let Some(obstacle) = screen.offer(act).and_then(|offer| offer.obstacle.as_ref()) {
            let why = self.why_not(obstacle);
            self.say(why, Tone::Note);
            return Vec::new();
        }
        match dialog::meeting_draft(act, meeting, screen.item(), world, &self.look(world), sure) {
            Some(Draft::Command(command)) => return self.commit(*command, None),
            Some(Draft::Ask) => self.dialogs.push(Dialog::Confirm(Question::MeetingAct(act))),
            Some(Draft::Form(form)) => self.open_form(*form),
            None => {}
        }
        Vec::new()
    }
}
