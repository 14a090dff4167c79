//! What keys do in a dialog, and what becomes of it. The one on top has the keyboard.

use crossterm::event::KeyEvent;
use serde_json::Value;

use super::{App, Effect};
use crate::domain::id::MatterRef;
use crate::tui::dialog::{self, Dialog, PickReply, Question, Then};
use crate::tui::form::Reply;
use crate::tui::keys::{self, Action, Place};
use crate::tui::screen::{Screen, Target};
use crate::tui::world::World;

/// Rows that a page key passes in a text to read.
const PAGE: usize = 8;

impl App {
    pub(super) fn dialog_key(&mut self, key: KeyEvent, world: &World<'_>) -> Vec<Effect> {
        match self.dialogs.last_mut() {
            Some(Dialog::Form(dialog)) => {
                let reply = dialog.form.key(key, world.now());
                let mut effects = self.keep(false);
                effects.extend(self.form_reply(reply, world));
                effects
            }
            Some(Dialog::Gather(_)) => self.gather_key(key, world),
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
                    Some(action) => {
                        *top = action.moves(*top, PAGE).unwrap_or(*top).min(dialog::page_end(lines, self.size));
                    }
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
            Some(Dialog::Signing(pick)) => {
                let reply = pick.key(key);
                let typed = pick.filter().text();
                self.signer_key(reply, &typed, world)
            }
            Some(Dialog::Phrases(pick)) => {
                let reply = pick.key(key);
                self.phrase_key(reply, world)
            }
            Some(Dialog::Who(pick)) => match pick.key(key) {
                PickReply::Stay => Vec::new(),
                PickReply::Leave => self.close(),
                PickReply::Chosen(who) => self.sit(who, world),
            },
            None => Vec::new(),
        }
    }

    /// Shows what a look over the record found, as soon as that takes the keyboard from nobody.
    pub(super) fn show_checked(&mut self) {
        if !self.is_free() {
            return;
        }
        if let Some(lines) = self.checked.take() {
            // What was said while they were awaited is no longer so.
            self.message = None;
            self.dialogs.push(Dialog::Page { title: self.text.palette_check().to_owned(), lines, top: 0 });
        }
    }

    /// Whether nobody types anything and nothing waits for an answer.
    pub(super) fn is_free(&self) -> bool {
        self.dialogs.is_empty() && self.commits.is_empty() && !self.narrow.is_typing()
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
            Some(Dialog::Gather(list)) => list.paste(text),
            Some(Dialog::Palette(prompt)) => prompt.paste(text, world, &look),
            Some(Dialog::Who(pick)) => pick.paste(text),
            Some(Dialog::Signing(pick)) => pick.paste(text),
            Some(Dialog::Phrases(pick)) => pick.paste(text),
            Some(_) => {}
            None if matches!(self.screen, Screen::Live(_)) => return self.room_paste(text, world),
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
            Reply::Submit(fields) => self.submit(fields, None, world),
            Reply::SubmitInto(fields, into) => {
                let then = matter_of(&into, world).map(Then::MergeInto);
                self.submit(fields, then, world)
            }
            Reply::Show(id) => self.show_instead(&id, world),
            Reply::Make { field, what, name } => {
                let dialog = dialog::newcomer(&what, &name, field, world.register, self.text);
                self.open_form(dialog);
                Vec::new()
            }
        }
    }

    pub(super) fn question_key(&mut self, question: Question, key: KeyEvent, world: &World<'_>) -> Vec<Effect> {
        match keys::action(question.place(), key) {
            Some(Action::No) => self.close(),
            Some(Action::Yes) => {
                self.dialogs.pop();
                match question {
                    Question::Discard => self.discard(),
                    Question::Quit => {
                        let mut effects = self.discard();
                        effects.extend(self.keep_line(true, world));
                        effects.push(Effect::Quit);
                        effects
                    }
                    Question::Act(matter, act, aim) => self.draft(act, aim, matter, true, world),
                    Question::Seal { .. } => self.seal(world),
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
        let Some(matter) = matter_of(id, world) else { return Vec::new() };
        let mut effects = Vec::new();
        if let Some(Dialog::Form(dialog)) = self.dialogs.pop()
            && self.unsent.set_aside(&dialog)
        {
            effects.push(Effect::Keep(self.unsent.to_json()));
        }
        self.open(Target::Matter(matter), world);
        effects
    }

    /// Says in the form on top what the rules would make of it.
    pub(super) fn preview(&mut self, world: &World<'_>) {
        let look = self.look(world);
        let for_many =
            matches!(self.dialogs.last(), Some(Dialog::Form(dialog)) if matches!(dialog.then, Then::Each(_)));
        let marked = if for_many { self.marked() } else { Vec::new() };
        if let Some(Dialog::Form(dialog)) = self.dialogs.last_mut() {
            dialog.preview(world, &look, &marked);
        }
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

/// The matter with this number.
fn matter_of(id: &Value, world: &World<'_>) -> Option<MatterRef> {
    let id = id.as_str()?;
    world.register.matters().find(|matter| world.register.id(matter.key) == id).map(|matter| matter.key)
}
