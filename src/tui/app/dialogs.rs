//! What keys do in a dialog, and what becomes of it. The one on top has the keyboard.

use crossterm::event::KeyEvent;
use serde_json::Value;

use super::{App, Effect};
use crate::domain::matter::Matter;
use crate::tui::dialog::{Dialog, PickReply, Question};
use crate::tui::form::Reply;
use crate::tui::keys::{self, Action, Place};
use crate::tui::screen::Target;
use crate::tui::style::Look;
use crate::tui::world::World;

impl App {
    pub(super) fn dialog_key(&mut self, key: KeyEvent, world: &World<'_>) -> Vec<Effect> {
        match self.dialogs.last_mut() {
            Some(Dialog::Form(dialog)) => {
                let reply = dialog.form.key(key, world.now());
                let look = Look { text: self.text, palette: self.palette, now: world.now() };
                dialog.preview(world, &look);
                let mut effects = self.keep(false);
                effects.extend(self.form_reply(reply, world));
                effects
            }
            Some(Dialog::Find(_)) => self.find_key(key, world),
            Some(Dialog::Found(pick)) => match pick.key(key) {
                PickReply::Stay => Vec::new(),
                PickReply::Leave => self.close(),
                PickReply::Chosen(thing) => {
                    self.dialogs.pop();
                    self.open_found(thing, world);
                    Vec::new()
                }
            },
            Some(Dialog::Palette(_)) => self.palette_key(key, world),
            Some(Dialog::Page { lines, top, .. }) => {
                match keys::action(Place::Page, key) {
                    Some(Action::Back) => return self.close(),
                    Some(action) => *top = action.moves(*top, 8).unwrap_or(*top).min(lines.len()),
                    None => {}
                }
                Vec::new()
            }
            Some(Dialog::Pick(dialog)) => {
                let (act, matter) = (dialog.act, dialog.matter);
                match dialog.pick.key(key) {
                    PickReply::Stay => Vec::new(),
                    PickReply::Leave => self.close(),
                    PickReply::Chosen(aim) => {
                        self.dialogs.pop();
                        self.draft(act, aim, matter, false, world)
                    }
                }
            }
            Some(Dialog::Confirm(question)) => {
                let question = *question;
                self.question_key(question, key, world)
            }
            Some(Dialog::Help(help)) => {
                if help.key(key, self.size, self.text) {
                    Vec::new()
                } else {
                    self.close()
                }
            }
            Some(Dialog::Who(pick)) => match pick.key(key) {
                PickReply::Stay => Vec::new(),
                PickReply::Leave => self.close(),
                PickReply::Chosen(who) => self.sit(who, world),
            },
            None => Vec::new(),
        }
    }

    /// A pasted text goes to whoever has the keyboard.
    pub(super) fn paste(&mut self, text: &str, world: &World<'_>) -> Vec<Effect> {
        let look = self.look(world);
        match self.dialogs.last_mut() {
            Some(Dialog::Form(dialog)) => dialog.form.paste(text),
            Some(Dialog::Pick(dialog)) => dialog.pick.paste(text),
            Some(Dialog::Find(dialog)) => {
                dialog.paste(text);
                self.search(world);
            }
            Some(Dialog::Found(pick)) => pick.paste(text),
            Some(Dialog::Palette(prompt)) => prompt.paste(text, world, &look),
            Some(Dialog::Who(pick)) => pick.paste(text),
            Some(_) => {}
            None => {
                if self.narrow.paste(text) {
                    self.narrow_anew(world);
                }
            }
        }
        self.keep(false)
    }

    pub(super) fn form_reply(&mut self, reply: Reply, world: &World<'_>) -> Vec<Effect> {
        match reply {
            Reply::Stay => Vec::new(),
            Reply::Leave => self.discard(),
            Reply::AskToLeave => {
                self.dialogs.push(Dialog::Confirm(Question::Discard));
                Vec::new()
            }
            Reply::Submit(fields) => self.submit(fields, world),
            Reply::Show(id) => self.show_instead(&id, world),
        }
    }

    pub(super) fn question_key(&mut self, question: Question, key: KeyEvent, world: &World<'_>) -> Vec<Effect> {
        match keys::action(Place::Confirm, key) {
            Some(Action::No) => self.close(),
            Some(Action::Yes) => {
                self.dialogs.pop();
                match question {
                    Question::Discard => self.discard(),
                    Question::Quit => {
                        let mut effects = self.discard();
                        effects.push(Effect::Quit);
                        effects
                    }
                    Question::Act(matter, act, aim) => self.draft(act, aim, matter, true, world),
                    Question::MeetingAct(act) => self.meeting_act(act, true, world),
                }
            }
            _ => Vec::new(),
        }
    }

    /// Closes the form on top and forgets what was written in it.
    pub(super) fn discard(&mut self) -> Vec<Effect> {
        match self.dialogs.pop() {
            Some(Dialog::Form(dialog)) if self.unsent.forget(&dialog) => vec![Effect::Keep(self.unsent.to_json())],
            _ => Vec::new(),
        }
    }

    /// Shows a matter instead of the form on top; what was written is set aside and comes back with the form.
    fn show_instead(&mut self, id: &Value, world: &World<'_>) -> Vec<Effect> {
        let named = |matter: &&Matter| id.as_str() == Some(world.register.id(matter.key).as_str());
        let Some(matter) = world.register.matters().find(named) else { return Vec::new() };
        let effects = self.keep(true);
        self.dialogs.pop();
        self.open(Target::Matter(matter.key), world);
        effects
    }

    /// Keeps what is being written, if enough is new.
    pub(super) fn keep(&mut self, now: bool) -> Vec<Effect> {
        match self.dialogs.iter().find_map(Dialog::as_form) {
            Some(dialog) if self.unsent.note(dialog, now) => vec![Effect::Keep(self.unsent.to_json())],
            _ => Vec::new(),
        }
    }

    /// Closes the dialog on top.
    pub(super) fn close(&mut self) -> Vec<Effect> {
        self.dialogs.pop();
        Vec::new()
    }
}
