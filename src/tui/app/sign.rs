//! What keys do while minutes are read through and signed: the next step, corrections, confirmations, the seal.

use super::{App, Effect};
use crate::domain::command::{ConfirmMinutes, FillAgenda, SealMinutes};
use crate::domain::entry::Entry;
use crate::domain::event::Event;
use crate::domain::id::{ActId, MeetingRef};
use crate::domain::meeting::{Meeting, Signature};
use crate::tui::dialog::{self, Dialog, PickReply, Question, Signer};
use crate::tui::keys::Action;
use crate::tui::presence;
use crate::tui::screen::Screen;
use crate::tui::sign::{self, Next, Sign, SignAct};
use crate::tui::style::Tone;
use crate::tui::world::World;

impl App {
    /// Shows the minutes of a meeting that is over; back from there leads here.
    pub(super) fn enter_signing(&mut self, meeting: MeetingRef, world: &World<'_>) {
        self.show_from_here(Screen::Sign(Box::new(Sign::new(meeting, world))));
        self.refresh(world);
    }

    /// What a key asks for among the minutes.
    pub(super) fn sign_action(&mut self, action: Action, world: &World<'_>) -> Vec<Effect> {
        let (area, look) = (self.list_area(), self.look(world));
        let Screen::Sign(sign) = &mut self.screen else { return Vec::new() };
        let Some(meeting) = world.register.meeting(sign.key()) else { return Vec::new() };
        let Action::Sign(act) = action else {
            sign.step(action, area, &self.narrow, world.register, &look);
            return Vec::new();
        };
        let note = sign.note().and_then(|note| world.register.note(note));
        match (act, note) {
            (SignAct::Next, _) => {
                return match sign.next(area, &self.narrow, world.register, &look) {
                    Next::Read => self.sign_action(Action::PageDown, world),
                    Next::Confirm => self.sign_action(Action::Sign(SignAct::Confirm), world),
                    Next::Seal => self.sign_action(Action::Sign(SignAct::Seal), world),
                    Next::CarryOver(_) => self.sign_action(Action::Sign(SignAct::CarryOver), world),
                    next => {
                        let said = match next {
                            Next::Convene(count) => sign::convene_told(count, self.text),
                            Next::NotOver => self.text.sign_next_not_over().to_owned(),
                            _ => self.text.sign_next_done().to_owned(),
                        };
                        self.say(said, Tone::Note);
                        Vec::new()
                    }
                };
            }
            (SignAct::Confirm, _) => self.ask_to_confirm(meeting, world),
            (SignAct::Seal, _) => {
                if let Err(refusal) = world.ask(&SealMinutes { meeting: world.register.id(meeting.key) }.into()) {
                    self.say(self.text.refusal(&refusal), Tone::Note);
                } else {
                    let all = !sign::asked(meeting, world.register).iter().any(Signature::is_open);
                    self.dialogs.push(Dialog::Confirm(Question::Seal { all }));
                }
            }
            (SignAct::CarryOver, _) => return self.carry_over(meeting, world),
            (SignAct::Add, _) => self.open_form(dialog::addition(meeting, world.register, self.text)),
            (SignAct::Presence, _) => self.show_presence(meeting.key, world),
            (SignAct::Correct, Some(note)) => {
                self.open_form(dialog::correction(meeting, note, world.register, self.text));
            }
            (SignAct::Strike, Some(note)) => self.open_form(dialog::striking(note, world.register, self.text)),
            (SignAct::Correct | SignAct::Strike, None) => {
                self.say(self.text.sign_no_entry().to_owned(), Tone::Note);
            }
        }
        Vec::new()
    }

    /// Asks who confirms; the list comes again until every body has said something.
    fn ask_to_confirm(&mut self, meeting: &Meeting, world: &World<'_>) {
        let Screen::Sign(sign) = &mut self.screen else { return };
        let pick = dialog::signers(meeting, world.register, self.text);
        sign.ask(pick.is_some());
        let Some(pick) = pick else {
            self.say(self.text.sign_all_confirmed().to_owned(), Tone::Note);
            return;
        };
        self.dialogs.push(Dialog::Signing(pick));
    }

    /// Goes on asking after a body has spoken, as long as one is left that has said nothing.
    pub(super) fn ask_on(&mut self, entry: &Entry, world: &World<'_>) {
        let Screen::Sign(sign) = &self.screen else { return };
        let Some(meeting) = world.register.meeting(sign.key()) else { return };
        let has_spoken = |event: &Event| matches!(event, Event::MinutesConfirmed(_) | Event::MinutesObjected(_));
        let is_silent = |signature: &Signature<'_>| signature.is_open() && signature.objection.is_none();
        let is_left = || sign::asked(meeting, world.register).iter().any(is_silent);
        if sign.is_asking() && entry.events.iter().any(has_spoken) && is_left() {
            self.ask_to_confirm(meeting, world);
        }
    }

    /// What was chosen in the list of those who confirm.
    pub(super) fn signer_key(&mut self, reply: PickReply<Signer>, typed: &str, world: &World<'_>) -> Vec<Effect> {
        let Screen::Sign(sign) = &mut self.screen else { return self.close() };
        let Some(meeting) = world.register.meeting(sign.key()) else { return self.close() };
        let PickReply::Chosen(signer) = reply else {
            if reply == PickReply::Leave {
                sign.ask(false);
                return self.close();
            }
            return Vec::new();
        };
        let register = world.register;
        self.dialogs.pop();
        match signer {
            Signer::Confirms(body, person) => {
                let by = self.text.person_named(register, person).to_owned();
                let (meeting, body) = (register.id(meeting.key), register.id(body));
                return self.commit(ConfirmMinutes { meeting, body, by, reservation: None }.into(), None);
            }
            Signer::Reserves(body) => {
                self.open_form(dialog::confirmation(meeting, Some(body), "", register, self.text));
            }
            Signer::Objects(body) => self.open_form(dialog::objection(meeting, body, register, self.text)),
            Signer::Other => self.open_form(dialog::confirmation(meeting, None, typed.trim(), register, self.text)),
        }
        Vec::new()
    }

    /// Seals the minutes that are shown.
    pub(super) fn seal(&mut self, world: &World<'_>) -> Vec<Effect> {
        let Screen::Sign(sign) = &self.screen else { return Vec::new() };
        self.commit(SealMinutes { meeting: world.register.id(sign.key()) }.into(), None)
    }

    /// Asks for the digest of what is sealed, once.
    pub(super) fn digest_wanted(&mut self, world: &World<'_>) -> Option<Effect> {
        match &mut self.screen {
            Screen::Sign(sign) => sign.wants_digest(world.register).map(Effect::Digest),
            _ => None,
        }
    }

    /// The digest has been read.
    pub(super) fn take_digest(&mut self, act: ActId, digest: Option<String>) -> Vec<Effect> {
        if let Screen::Sign(sign) = &mut self.screen {
            sign.digest_is(act, digest);
        }
        Vec::new()
    }

    /// A page that says who was there when.
    pub(super) fn show_presence(&mut self, meeting: MeetingRef, world: &World<'_>) {
        let Some(meeting) = world.register.meeting(meeting) else { return };
        let lines = presence::lines(meeting, world.register, &self.look(world));
        let title = self.text.form_about(self.text.presence_title(), &meeting.title);
        self.dialogs.push(Dialog::Page { title, lines, top: 0 });
    }

    /// Places what was not finished on the agenda of the next meeting, in one act.
    fn carry_over(&mut self, meeting: &Meeting, world: &World<'_>) -> Vec<Effect> {
        let Some((next, _)) = sign::carries(meeting, world.register) else {
            let said = match sign::waiting(meeting, world.register) {
                0 => self.text.sign_nothing_to_carry().to_owned(),
                waiting => sign::convene_told(waiting, self.text),
            };
            self.say(said, Tone::Note);
            return Vec::new();
        };
        let next = world.register.id(next);
        let fill =
            FillAgenda { meeting: next, matters: Vec::new(), topics: Vec::new(), left_over: true, minutes: None };
        self.commit(fill.into(), None)
    }
}
