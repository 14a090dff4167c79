//! What keys do among the meetings and in one.

use super::{App, Effect};
use crate::domain::command::OpenMeeting;
use crate::domain::id::MeetingRef;
use crate::domain::meeting::MeetingState;
use crate::domain::time::day_of;
use crate::tui::act::Subject;
use crate::tui::dialog::{self, Dialog, Draft, Question};
use crate::tui::keys::{self, Action};
use crate::tui::meeting_act::MeetingAct;
use crate::tui::screen::{Meetings, Month, Screen, Target};
use crate::tui::style::Tone;
use crate::tui::world::World;

impl App {
    /// The meeting that the screen is about, if it is about one.
    pub(super) fn meeting_shown(&self) -> Option<MeetingRef> {
        match &self.screen {
            Screen::Meeting(screen) => Some(screen.key()),
            Screen::Live(room) => Some(room.key()),
            Screen::Sign(sign) => Some(sign.key()),
            _ => None,
        }
    }

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
                    [] => self.say(self.text.no_meeting_that_day(keys::shown(Action::Convene)), Tone::Note),
                    [only] => self.open(Target::Meeting(*only), world),
                    several => {
                        self.dialogs.push(Dialog::Found(dialog::meetings(several, world.register, self.text)));
                    }
                }
            }
            _ => screen.update(action),
        }
    }

    /// Goes to the room, or to the meeting that is to be opened there: the one that is selected, else that of the matter,
    /// else the one that is in session or called for today. None: it is for the rules to open it, or to say why not.
    pub(super) fn go_to_meeting(&mut self, subject: Option<Subject>, world: &World<'_>) -> Option<Vec<Effect>> {
        let register = world.register;
        let selected = match &self.screen {
            Screen::Today(screen) => screen.target(register),
            _ => None,
        };
        let of_matter = || register.matter(subject?.matter)?.agenda.map(|placed| placed.meeting);
        let named = match selected {
            Some(Target::Meeting(meeting)) => Some(meeting),
            _ => of_matter(),
        };
        let meeting = register.meeting(named.or_else(|| of_today(world))?)?;
        let is_selected = matches!(selected, Some(Target::Meeting(_)));
        match meeting.state {
            MeetingState::Open | MeetingState::Adjourned | MeetingState::Sealed => {
                self.enter_session(meeting.key, world);
            }
            MeetingState::Planned if is_selected && day_of(meeting.at) == world.today() => {
                return Some(self.commit(OpenMeeting { meeting: register.id(meeting.key) }.into(), None));
            }
            MeetingState::Planned if named.is_some() && !is_selected => return None,
            MeetingState::Planned | MeetingState::Cancelled => self.open(Target::Meeting(meeting.key), world),
        }
        Some(Vec::new())
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
                self.enter_session(meeting, world);
            }
            Action::Open => {
                let item = screen.item().and_then(|item| world.register.meeting(screen.key())?.item(item));
                if let Some(matter) = item.and_then(|item| item.matter) {
                    self.open(Target::Matter(matter), world);
                }
            }
            Action::PageUp | Action::PageDown if !screen.is_prepared() => {
                self.turn_beside(action == Action::PageDown, world);
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

/// The meeting that is in session, else the first one called for today.
fn of_today(world: &World<'_>) -> Option<MeetingRef> {
    let register = world.register;
    let open = register.meetings().rfind(|meeting| meeting.state == MeetingState::Open);
    let planned = register.meetings().filter(|meeting| meeting.state == MeetingState::Planned);
    let today = planned.filter(|meeting| day_of(meeting.at) == world.today()).min_by_key(|meeting| meeting.at);
    open.or(today).map(|meeting| meeting.key)
}
