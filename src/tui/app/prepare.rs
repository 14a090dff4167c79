//! What keys do while a meeting is prepared.

use crossterm::event::KeyEvent;

use super::{App, Effect};
use crate::domain::command::Invite;
use crate::domain::event::Event;
use crate::domain::id::BodyRef;
use crate::domain::meeting::{Check, Meeting, Requirement};
use crate::domain::register::Register;
use crate::tui::dialog::{self, Dialog, Gather, Leads, MarksReply, Then};
use crate::tui::keys::Action;
use crate::tui::meeting_act::MeetingAct;
use crate::tui::prepare_act::{self, PrepareAct};
use crate::tui::screen::meeting::{PrepareRow, Remedied, Wrote, remedy};
use crate::tui::screen::{Screen, Target};
use crate::tui::style::Tone;
use crate::tui::world::World;

impl App {
    /// What an action comes to while a meeting is prepared; none where it is for any meeting.
    pub(super) fn prepare_action(&mut self, action: Action, world: &World<'_>) -> Option<Vec<Effect>> {
        let Screen::Meeting(screen) = &mut self.screen else { return None };
        let meeting = world.register.meeting(screen.key()).filter(|_| screen.is_prepared())?;
        match action {
            Action::Prepare(act) => Some(self.prepare(act, meeting, world)),
            Action::Open => Some(self.open_row(meeting, world)),
            _ => None,
        }
    }

    /// Carries an act out at once, or opens what has to be chosen or written for it, or says why nothing comes of it.
    fn prepare(&mut self, act: PrepareAct, meeting: &Meeting, world: &World<'_>) -> Vec<Effect> {
        let Screen::Meeting(screen) = &mut self.screen else { return Vec::new() };
        match act.command(world, meeting, screen.prepare.item()) {
            Err(bar) => {
                self.say(bar.told(self.text), Tone::Note);
                return Vec::new();
            }
            Ok(Some(command)) => return self.commit(command, None),
            Ok(None) => {}
        }
        match act {
            PrepareAct::Agenda => {
                let look = self.look(world);
                self.choose(Gather::items(meeting, world.register, &look));
            }
            PrepareAct::Invite => self.choose(Gather::people(meeting, None, world.register, self.text)),
            PrepareAct::Topic => self.open_form(dialog::topic_form(meeting, world.register, self.text)),
            _ => {
                if let Screen::Meeting(screen) = &mut self.screen {
                    screen.prepare.write_minutes();
                }
            }
        }
        Vec::new()
    }

    /// Opens the matter of an item, changes a topic, sees to a requirement, chooses among the people of a body.
    fn open_row(&mut self, meeting: &Meeting, world: &World<'_>) -> Vec<Effect> {
        let Screen::Meeting(screen) = &self.screen else { return Vec::new() };
        let register = world.register;
        match screen.prepare.row() {
            Some(PrepareRow::Item(item)) => {
                let Some(item) = meeting.item(item) else { return Vec::new() };
                match item.matter {
                    Some(matter) => self.open(Target::Matter(matter), world),
                    None => self.open_form(dialog::item_form(meeting, item, register, self.text)),
                }
            }
            Some(PrepareRow::Check(what)) => return self.see_to(what, meeting, world),
            Some(PrepareRow::Body(body)) => self.choose(Gather::people(meeting, Some(body), register, self.text)),
            None => {}
        }
        Vec::new()
    }

    /// Does what would meet a requirement, or leads to it.
    fn see_to(&mut self, what: Requirement, meeting: &Meeting, world: &World<'_>) -> Vec<Effect> {
        let (register, text) = (world.register, self.text);
        let checks = meeting.checklist(register, world.now());
        let Some(check) = checks.iter().find(|check| check.what == what) else { return Vec::new() };
        match remedy(check, meeting, register, &self.look(world)) {
            Remedied::Move(day) => self.open_form(dialog::move_form(meeting, day, register, text)),
            Remedied::Post => return self.meeting_act(MeetingAct::PostAgenda, false, world),
            Remedied::Invite(bodies) => return self.invite_bodies(&bodies, meeting, register),
            Remedied::Enrol(body) => self.open_form(dialog::add_person(Some(body), register, text)),
            Remedied::Found(kind) => self.open_form(dialog::add_body_of(kind, text)),
            Remedied::Choose => {
                let body = body_of(check, register);
                self.choose(Gather::people(meeting, body, register, text));
            }
            Remedied::NameChair => self.open_form(dialog::lead_form(meeting, Leads::Chair, register, text)),
            Remedied::NameSecretary => self.open_form(dialog::lead_form(meeting, Leads::Secretary, register, text)),
        }
        Vec::new()
    }

    fn invite_bodies(&mut self, bodies: &[BodyRef], meeting: &Meeting, register: &Register) -> Vec<Effect> {
        let command = Invite {
            meeting: register.id(meeting.key),
            people: Vec::new(),
            bodies: bodies.iter().map(|body| register.id(*body)).collect(),
            as_last: false,
            without: Vec::new(),
        };
        self.commit(command.into(), None)
    }

    /// Opens a list in which several things are marked.
    fn choose(&mut self, list: Gather) {
        if self.read_only {
            self.say(self.text.is_read_only().to_owned(), Tone::Late);
            return;
        }
        self.dialogs.push(Dialog::Gather(Box::new(list)));
    }

    /// A key for the list in which several things are marked. It closes once they are on disk.
    pub(super) fn gather_key(&mut self, key: KeyEvent, world: &World<'_>) -> Vec<Effect> {
        let Some(Dialog::Gather(list)) = self.dialogs.last_mut() else { return Vec::new() };
        match list.key(key) {
            MarksReply::Stay => Vec::new(),
            MarksReply::Leave => self.close(),
            MarksReply::Done => match list.command(world.register) {
                Some(command) => self.commit(command, Some(Then::Done)),
                None => self.close(),
            },
        }
    }

    /// A key for the minutes of an item.
    pub(super) fn minutes_key(&mut self, key: KeyEvent, world: &World<'_>) -> Vec<Effect> {
        let Screen::Meeting(screen) = &mut self.screen else { return Vec::new() };
        match screen.prepare.minutes_key(key) {
            Wrote::More | Wrote::GivenUp => Vec::new(),
            Wrote::Minutes(item, minutes) => {
                let command = prepare_act::minutes(world.register.id(screen.key()), item, minutes);
                self.commit(command.into(), None)
            }
        }
    }

    /// What was just placed is what the next key is for.
    pub(super) fn select_placed(&mut self, events: &[Event]) {
        let Screen::Meeting(screen) = &mut self.screen else { return };
        let placed = events.iter().find_map(|event| match event {
            Event::PlacedOnAgenda(placed) if placed.meeting == screen.key() => Some(placed.item),
            _ => None,
        });
        if let Some(item) = placed {
            screen.prepare.select(item);
        }
    }
}

/// The first body of the kind that a requirement asks for.
fn body_of(check: &Check, register: &Register) -> Option<BodyRef> {
    let Requirement::Invited(kind) = check.what else { return None };
    register.bodies().find(|body| body.kind == kind).map(|body| body.key)
}
