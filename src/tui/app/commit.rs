//! Asking for a command and hearing what became of it. What was typed stays until it is on disk.

use serde_json::{Map, Value};

use super::batch::Whole;
use super::{App, Dialog, Effect, Message, Screen};
use crate::domain::code::Route;
use crate::domain::command::{AcceptMatter, Command, PlaceOnAgenda};
use crate::domain::entry::Entry;
use crate::domain::event::Event;
use crate::domain::id::MatterRef;
use crate::domain::refusal::Refusal;
use crate::tui::dialog::{Question, Then};
use crate::tui::keys::Action;
use crate::tui::screen::people::Somebody;
use crate::tui::style::Tone;
use crate::tui::world::World;

/// What became of a command.
#[derive(Debug, Clone)]
pub enum Answer {
    /// It is on disk, as this act.
    Saved(Box<Entry>),
    /// The rules refused it.
    Refused(Refusal),
    /// It could not be written, or not surely; the sentence says what happened.
    Failed(String),
}

/// A command that is not answered yet.
#[derive(Debug, Clone)]
pub(super) struct Pending {
    /// Whether a form waits for the answer, and what follows.
    form: Option<Then>,
}

impl App {
    /// Asks for a command; one at a time.
    pub(super) fn commit(&mut self, command: Command, form: Option<Then>) -> Vec<Effect> {
        if self.read_only {
            self.say(self.text.is_read_only().to_owned(), Tone::Late);
            return Vec::new();
        }
        if self.commit.is_some() {
            return Vec::new();
        }
        self.commit = Some(Pending { form });
        vec![Effect::Commit(Box::new(command))]
    }

    /// Makes the command of the form on top.
    pub(super) fn submit(&mut self, fields: Map<String, Value>, world: &World<'_>) -> Vec<Effect> {
        let Some(Dialog::Form(dialog)) = self.dialogs.last() else { return Vec::new() };
        let (name, then) = (dialog.command, dialog.then.clone());
        let mut whole = dialog.fixed.clone();
        whole.extend(fields);
        if let Then::Each(act) = then {
            return self.each(act, name, whole, world);
        }
        match Command::read(name, Value::Object(whole)) {
            Some(Ok(command)) => self.commit(command, Some(then)),
            Some(Err(error)) => {
                self.refuse(None, error.to_string());
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Takes in what became of the command asked for.
    pub(super) fn answered(&mut self, answer: Answer, world: &World<'_>) -> Vec<Effect> {
        let pending = self.commit.take();
        let form = pending.and_then(|pending| pending.form);
        self.refresh(world);
        if let Some(batch) = self.batch.take() {
            return self.batch_answered(batch, answer, world);
        }
        match answer {
            Answer::Saved(entry) => {
                self.whole = Whole::default();
                self.tell(&entry, world);
                self.show_made(&entry);
                // Whoever was asked whether the words may be lost: they are saved.
                self.dialogs.retain(|dialog| !matches!(dialog, Dialog::Confirm(Question::Quit)));
                let mut effects = if form.is_some() { self.discard() } else { Vec::new() };
                effects.extend(match form {
                    Some(Then::PlaceOnAgenda(matter)) => self.place_on_agenda(&entry, matter, world),
                    Some(Then::Accept(route)) => self.accept(&entry, route, world),
                    Some(Then::Done | Then::Each(_)) | None => Vec::new(),
                });
                effects
            }
            Answer::Refused(refusal) => {
                let sentence = self.text.refusal(&refusal);
                if form.is_some() {
                    self.refuse(refusal.field(), sentence);
                } else {
                    self.say(sentence, Tone::Late);
                }
                Vec::new()
            }
            Answer::Failed(sentence) => {
                if form.is_some() {
                    self.refuse(None, sentence);
                } else {
                    self.say(sentence, Tone::Late);
                }
                Vec::new()
            }
        }
    }

    /// Says what happened, and how it is taken back.
    fn tell(&mut self, entry: &Entry, world: &World<'_>) {
        let (sentence, offer) = match entry.act.as_str() {
            "undo" => (self.text.entry(entry, world.register, None), Action::Redo),
            "redo" => (self.text.redone().to_owned(), Action::Undo),
            _ => (self.text.entry(entry, world.register, None), Action::Undo),
        };
        self.message = Some(Message { sentence, tone: Tone::Good, offer: Some(offer) });
    }

    pub(super) fn refuse(&mut self, field: Option<&str>, sentence: String) {
        match self.dialogs.last_mut() {
            Some(Dialog::Form(dialog)) => dialog.form.refuse(field, sentence),
            Some(Dialog::Palette(prompt)) => prompt.say(sentence, Tone::Late),
            _ => {}
        }
    }

    /// What was just made is what the person wants to see.
    fn show_made(&mut self, entry: &Entry) {
        for event in &entry.events {
            match (event, &mut self.screen) {
                (Event::MatterRaised(raised), Screen::Board) => self.board.select(raised.matter),
                (Event::MeetingConvened(convened), Screen::Meetings(meetings)) => {
                    meetings.list.select(convened.meeting);
                }
                (Event::PersonAdded(added), Screen::People(people)) => {
                    people.list.select(Somebody::Person(added.person));
                }
                (Event::BodyAdded(added), Screen::People(people)) => {
                    people.list.select(Somebody::Body(added.body));
                }
                _ => {}
            }
        }
    }

    /// The second half of raising a matter with its route.
    fn accept(&mut self, entry: &Entry, route: Route, world: &World<'_>) -> Vec<Effect> {
        let matter = entry.events.iter().find_map(|event| match event {
            Event::MatterRaised(raised) => Some(raised.matter),
            _ => None,
        });
        let Some(matter) = matter else { return Vec::new() };
        let matter = world.register.id(matter);
        self.commit(AcceptMatter { matter, route, depth: None, decision: None, due: None }.into(), None)
    }

    /// The second half of convening a meeting for a matter: the agenda, with its own act.
    fn place_on_agenda(&mut self, entry: &Entry, matter: MatterRef, world: &World<'_>) -> Vec<Effect> {
        let meeting = entry.events.iter().find_map(|event| match event {
            Event::MeetingConvened(convened) => Some(convened.meeting),
            _ => None,
        });
        let Some(meeting) = meeting else { return Vec::new() };
        let command = PlaceOnAgenda {
            under: None,
            meeting: world.register.id(meeting),
            matter: Some(world.register.id(matter)),
            topic: None,
            minutes: None,
            decision: None,
        };
        self.commit(command.into(), None)
    }
}
