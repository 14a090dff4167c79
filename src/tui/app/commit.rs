//! Asking for a command and hearing what became of it. What was typed stays until it is on disk.

use serde_json::{Map, Value};

use super::batch::Whole;
use super::{App, Dialog, Effect, Message, Screen};
use crate::domain::code::{Route, Verdict};
use crate::domain::command::{AcceptMatter, Command, MergeMatter, PlaceOnAgenda};
use crate::domain::entry::Entry;
use crate::domain::event::Event;
use crate::domain::id::{MatterRef, MeetingRef};
use crate::domain::refusal::Refusal;
use crate::domain::time::day_of;
use crate::tui::act::Act;
use crate::tui::dialog::{self, Question, Then};
use crate::tui::keys::Action;
use crate::tui::live::Draft as Line;
use crate::tui::screen::Target;
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
    command: Box<Command>,
    from: From,
}

/// Who waits for an answer.
#[derive(Debug, Clone)]
enum From {
    /// The screen.
    Screen,
    /// A form; and what follows.
    Form(Then),
    /// The room of this meeting, where a line asked for it or a key.
    Room(MeetingRef, Option<Line>),
}

impl Pending {
    /// Whether the next key may depend on what becomes of it.
    pub(super) fn holds_up(&self) -> bool {
        !matches!(self.from, From::Room(..))
    }

    /// What was asked for.
    pub(super) fn command(&self) -> &Command {
        &self.command
    }

    /// The line of this meeting that it was written as.
    pub(super) fn line(&self, meeting: MeetingRef) -> Option<&Line> {
        match &self.from {
            From::Room(of, line) if *of == meeting => line.as_ref(),
            _ => None,
        }
    }
}

impl App {
    /// Asks for a command; one at a time, save in the room of a meeting, where they wait in order.
    pub(super) fn commit(&mut self, command: Command, form: Option<Then>) -> Vec<Effect> {
        let from = match (form, &self.screen) {
            _ if self.is_busy() => return Vec::new(),
            (Some(then), _) => From::Form(then),
            (None, Screen::Live(room)) if self.batch.is_none() => From::Room(room.key(), None),
            (None, _) => From::Screen,
        };
        self.ask_for(command, from)
    }

    /// Asks for what a line in the room of a meeting, or a key there, comes to.
    pub(super) fn commit_line(&mut self, command: Command, meeting: MeetingRef, line: Option<Line>) -> Vec<Effect> {
        self.ask_for(command, From::Room(meeting, line))
    }

    fn ask_for(&mut self, command: Command, from: From) -> Vec<Effect> {
        if self.read_only {
            self.say(self.text.is_read_only().to_owned(), Tone::Late);
            return Vec::new();
        }
        let command = Box::new(command);
        self.commits.push_back(Pending { command: command.clone(), from });
        if self.commits.len() == 1 { vec![Effect::Commit(command)] } else { Vec::new() }
    }

    /// Makes the command of the form on top.
    /// What follows is what the form says, unless `then` is given.
    pub(super) fn submit(&mut self, fields: Map<String, Value>, then: Option<Then>, world: &World<'_>) -> Vec<Effect> {
        let Some(Dialog::Form(dialog)) = self.dialogs.last() else { return Vec::new() };
        let (name, then) = (dialog.command, then.unwrap_or_else(|| dialog.then.clone()));
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
        let from = self.commits.pop_front().map_or(From::Screen, |pending| pending.from);
        let mut effects: Vec<Effect> =
            self.commits.front().map(|next| Effect::Commit(next.command.clone())).into_iter().collect();
        // Whoever was asked whether the words may be lost sees first what became of them.
        let asked_to_leave = self.dialogs.pop_if(|dialog| matches!(dialog, Dialog::Confirm(Question::Quit)));
        effects.extend(match (from, self.batch.take()) {
            (From::Room(meeting, line), batch) => {
                self.batch = batch;
                if !self.commits.is_empty() {
                    self.dialogs.extend(asked_to_leave);
                }
                self.refresh(world);
                self.answered_in_room(answer, meeting, line, world)
            }
            // The lists are made anew at the end of it.
            (_, Some(batch)) => {
                let effects = self.batch_answered(batch, answer, world);
                if self.batch.is_some() {
                    self.dialogs.extend(asked_to_leave);
                }
                effects
            }
            (From::Form(then), None) => self.answered_elsewhere(answer, Some(then), world),
            (From::Screen, None) => self.answered_elsewhere(answer, None, world),
        });
        effects
    }

    fn answered_elsewhere(&mut self, answer: Answer, form: Option<Then>, world: &World<'_>) -> Vec<Effect> {
        let selected = self.board.selected();
        self.refresh(world);
        match answer {
            Answer::Saved(entry) => {
                // Whoever acted on a matter goes on with it, whatever step it went to.
                if let (Screen::Board, Some(matter)) = (&self.screen, selected) {
                    self.board.select(matter);
                }
                self.whole = Whole::default();
                self.tell(&entry, world);
                self.show_made(&entry, world);
                self.room_is_filled(&entry, world);
                let mut effects = if form.is_some() { self.discard() } else { Vec::new() };
                effects.extend(form.map(|then| self.follow(&then, &entry, world)).unwrap_or_default());
                self.ask_on(&entry, world);
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
    pub(super) fn tell(&mut self, entry: &Entry, world: &World<'_>) {
        let sentence = || self.text.entry(entry, world.register, None);
        let (sentence, offers) = match entry.act.as_str() {
            "undo" => (sentence(), vec![Action::Redo]),
            "redo" => (self.text.redone().to_owned(), vec![Action::Undo]),
            // What is sealed is not taken back.
            "seal_minutes" => (sentence(), Vec::new()),
            _ if answered_well(entry) => (sentence(), vec![Action::Act(Act::Close), Action::Undo]),
            _ => (sentence(), vec![Action::Undo]),
        };
        self.message = Some(Message { sentence, tone: Tone::Good, offers });
    }

    /// Says why nothing came of it, where it was asked for.
    pub(super) fn refuse(&mut self, field: Option<&str>, sentence: String) {
        match self.dialogs.last_mut() {
            Some(Dialog::Form(dialog)) => dialog.form.refuse(field, sentence),
            Some(Dialog::Palette(prompt)) => prompt.say(sentence, Tone::Late),
            Some(Dialog::Gather(list)) => list.say(sentence, Tone::Late),
            _ => self.say(sentence, Tone::Late),
        }
    }

    /// What was just made is what the person wants to see.
    fn show_made(&mut self, entry: &Entry, world: &World<'_>) {
        self.select_placed(&entry.events);
        for event in &entry.events {
            match (event, &mut self.screen) {
                (Event::MeetingOpened(opened), Screen::Meeting(shown)) if shown.key() == opened.meeting => {
                    self.enter_room(opened.meeting, world);
                }
                (Event::MeetingOpened(opened), Screen::Board | Screen::Today(_) | Screen::Matter(_)) => {
                    self.enter_room(opened.meeting, world);
                }
                (Event::MatterRaised(raised), Screen::Board) => self.board.select(raised.matter),
                (Event::MatterMerged(merged), Screen::Board) => self.board.select(merged.into),
                (Event::MeetingConvened(convened), Screen::Month(month)) => {
                    month.select(day_of(convened.at));
                    self.open(Target::Meeting(convened.meeting), world);
                }
                (Event::MeetingConvened(convened), Screen::Meetings(meetings)) => {
                    meetings.list.select(convened.meeting);
                    self.open(Target::Meeting(convened.meeting), world);
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

    /// What follows when the command of a form was carried out, as an act of its own or in the form below.
    fn follow(&mut self, then: &Then, entry: &Entry, world: &World<'_>) -> Vec<Effect> {
        match then {
            Then::Done | Then::Each(_) => Vec::new(),
            Then::Accept(route) => self.accept(entry, *route, world),
            Then::PlaceOnAgenda(matter) => self.place_on_agenda(entry, *matter, world),
            Then::MergeInto(into) => {
                let Some(made) = entry.made() else { return Vec::new() };
                let (matter, into) = (world.register.id(made), world.register.id(*into));
                self.commit(MergeMatter { matter, into, reason: None }.into(), None)
            }
            Then::Choose { field, what } => {
                self.choose_made(field, what, entry, world);
                Vec::new()
            }
        }
    }

    /// Whoever was just put on the roster is chosen in the form that asked for them.
    fn choose_made(&mut self, field: &str, what: &Value, entry: &Entry, world: &World<'_>) {
        let choice = entry.made().and_then(|made| dialog::choice_of(made, world.register, self.text));
        if let (Some(choice), Some(Dialog::Form(below))) = (choice, self.dialogs.last_mut()) {
            below.form.add_choice(what, field, &choice);
            below.form.lay_out(self.size);
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

/// Whether the act is a follow-up after which the matter can be closed at once.
fn answered_well(entry: &Entry) -> bool {
    entry.events.iter().any(|event| matches!(event, Event::FollowedUp(said) if said.verdict == Verdict::Good))
}
