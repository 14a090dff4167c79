//! The room of a meeting on the stage: what it asks for is carried out, what became of it is told to it, and the line
//! that is being written there is kept beside the record.

use std::collections::BTreeMap;

use crossterm::event::KeyEvent;
use ratatui::layout::{Rect, Size};

use super::{Answer, App, Effect, commit};
use crate::domain::entry::Entry;
use crate::domain::event::Event;
use crate::domain::id::MeetingRef;
use crate::domain::meeting::MeetingState;
use crate::domain::register::Register;
use crate::tui::dialog::{Dialog, Pick, PickReply, Question};
use crate::tui::keys::Action;
use crate::tui::live::{self, Ask, Draft, Live, line_width, phrases};
use crate::tui::screen::Screen;
use crate::tui::style::Tone;
use crate::tui::world::World;

/// Rows below the room: a sentence and the keys.
const BELOW: u16 = 2;

/// The area of the room on a screen of this size.
pub(super) fn room_area(size: Size) -> Rect {
    Rect::new(1, 0, size.width.saturating_sub(2), size.height.saturating_sub(BELOW))
}

impl App {
    /// Whether the screen changes by the second, or something written wants to be kept:
    /// [`super::Input::Second`] is then due.
    #[must_use]
    pub fn counts_seconds(&self, world: &World<'_>) -> bool {
        let form = self.dialogs.iter().find_map(Dialog::as_form);
        form.is_some_and(|form| self.unsent.lacks(form))
            || self.shows_seconds(world)
            || matches!(&self.screen, Screen::Live(room) if room.is_unkept(&self.on_their_way(room.key()), world))
    }

    /// Whether a second makes a difference to what is seen.
    #[must_use]
    pub fn shows_seconds(&self, world: &World<'_>) -> bool {
        self.wall.is_some() || matches!(&self.screen, Screen::Live(room) if room.runs(world.register))
    }

    /// The lines of the room that are on their way to the disk.
    pub(super) fn on_their_way(&self, meeting: MeetingRef) -> Vec<Draft> {
        self.commits.iter().filter_map(|pending| pending.line(meeting)).cloned().collect()
    }

    /// The meeting whose room is on the stage.
    fn room(&self) -> Option<MeetingRef> {
        match &self.screen {
            Screen::Live(room) => Some(room.key()),
            _ => None,
        }
    }

    /// Shows where a meeting is worked at: its room, or its minutes once it is over.
    pub(super) fn enter_session(&mut self, meeting: MeetingRef, world: &World<'_>) {
        let state = world.register.meeting(meeting).map(|meeting| meeting.state);
        if matches!(state, Some(MeetingState::Adjourned | MeetingState::Sealed)) {
            self.enter_signing(meeting, world);
        } else {
            self.enter_room(meeting, world);
        }
    }

    /// Shows the room of a meeting; back from it leads here.
    pub(super) fn enter_room(&mut self, meeting: MeetingRef, world: &World<'_>) {
        let kept = self.unsent.kept(&line_name(meeting, world.register));
        let (way, look) = (self.on_their_way(meeting), self.look(world));
        let room = Live::new(meeting, kept, &way, world, &look);
        self.show_from_here(Screen::Live(Box::new(room)));
    }

    /// A key that asks for nothing by itself: in the room it is written.
    pub(super) fn room_key(&mut self, key: KeyEvent, world: &World<'_>) -> Vec<Effect> {
        let (look, width) = (self.look(world), line_width(room_area(self.size), &self.panes));
        let Screen::Live(room) = &mut self.screen else { return Vec::new() };
        room.lay_out(width);
        let asks = room.typed(key, world, &look);
        self.grant(asks, world)
    }

    /// What a key asks for in the room.
    pub(super) fn room_action(&mut self, action: Action, world: &World<'_>) -> Vec<Effect> {
        let (look, area) = (self.look(world), room_area(self.size));
        let Screen::Live(room) = &mut self.screen else { return Vec::new() };
        let Action::Live(act) = action else {
            room.step(action, usize::from(area.height / 2), world, &look);
            return Vec::new();
        };
        let asks = room.act(act, world, &look);
        self.grant(asks, world)
    }

    /// A text pasted in the room.
    pub(super) fn room_paste(&mut self, text: &str, world: &World<'_>) -> Vec<Effect> {
        let look = self.look(world);
        let Screen::Live(room) = &mut self.screen else { return Vec::new() };
        let asks = room.paste(text, &look);
        self.grant(asks, world)
    }

    /// Scrolls the minutes of the room, or moves in the list of people there.
    pub(super) fn wheel_in_room(&mut self, down: bool, rows: usize, world: &World<'_>) {
        let look = self.look(world);
        if let Screen::Live(room) = &mut self.screen {
            room.step(if down { Action::PageDown } else { Action::PageUp }, rows, world, &look);
        }
    }

    fn grant(&mut self, asks: Vec<Ask>, world: &World<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for ask in asks {
            match ask {
                Ask::Commit(command, line) => {
                    if let Screen::Live(room) = &mut self.screen {
                        let meeting = room.key();
                        // Of a record that nobody can change, the line is at least not lost.
                        if let (true, Some(line)) = (self.read_only, &line) {
                            room.give_back(line.clone(), self.text.is_read_only().to_owned());
                        }
                        let commit = self.commit_line(*command, meeting, line);
                        // Kept first: whatever ends the program now, the line is in one place and no other.
                        effects.extend(self.keep_line(true, world));
                        effects.extend(commit);
                    }
                }
                Ask::Sign => self.sign_instead(world),
                Ask::Presence => {
                    if let Screen::Live(room) = &self.screen {
                        self.show_presence(room.key(), world);
                    }
                }
                Ask::Phrases => self.offer_phrases(world),
                Ask::Form(form) => self.open_form(*form),
                Ask::Say(sentence, tone) => self.say(sentence, tone),
                Ask::Keep(now) => effects.extend(self.keep_line(now, world)),
            }
        }
        effects
    }

    /// Keeps what is written beside the record, and what is on its way: much of it, or all of it when `now`.
    pub(super) fn keep_line(&mut self, now: bool, world: &World<'_>) -> Vec<Effect> {
        let Some(meeting) = self.room() else { return Vec::new() };
        let way = self.on_their_way(meeting);
        let Screen::Live(room) = &mut self.screen else { return Vec::new() };
        room.to_keep(&way, world, now).map(|kept| self.put_lines(meeting, kept, world)).unwrap_or_default()
    }

    fn put_lines(&mut self, meeting: MeetingRef, kept: BTreeMap<String, String>, world: &World<'_>) -> Vec<Effect> {
        let name = line_name(meeting, world.register);
        if live::says_the_same(self.unsent.kept(&name).unwrap_or(&BTreeMap::new()), &kept) {
            return Vec::new();
        }
        self.unsent.put(name, kept);
        vec![Effect::Keep(self.unsent.to_json())]
    }

    /// What became of something asked for in a room.
    pub(super) fn answered_in_room(
        &mut self,
        answer: Answer,
        meeting: MeetingRef,
        line: Option<Draft>,
        world: &World<'_>,
    ) -> Vec<Effect> {
        let why = match answer {
            Answer::Saved(entry) => {
                self.room_hears(world);
                // What was written is seen among the minutes; what a key did is said.
                let noted = |event: &Event| matches!(event, Event::Noted(_) | Event::NoteChanged(_));
                let is_hidden = matches!(&self.screen, Screen::Live(room) if room.hides_minutes());
                if is_hidden || !entry.events.iter().any(noted) {
                    self.tell(&entry, world);
                }
                self.dialogs.retain(|dialog| !matches!(dialog, Dialog::Confirm(Question::Quit)));
                let effects = self.keep_line(true, world);
                if entry.events.iter().any(|event| matches!(event, Event::MeetingAdjourned(_))) {
                    self.go_on_to_sign(meeting, world);
                }
                return effects;
            }
            Answer::Refused(refusal) => self.text.refusal(&refusal),
            Answer::Failed(sentence) => sentence,
        };
        self.say(why.clone(), Tone::Late);
        match (&mut self.screen, line) {
            (Screen::Live(room), Some(line)) if room.key() == meeting => {
                room.give_back(line, why);
                self.keep_line(true, world)
            }
            // Whoever went on to another screen finds the line in the room again.
            (_, Some(line)) => {
                let before = self.unsent.kept(&line_name(meeting, world.register)).cloned().unwrap_or_default();
                let kept = live::with_waiting(&before, &line, world.context.n, world.register);
                self.put_lines(meeting, kept, world)
            }
            (_, None) => Vec::new(),
        }
    }

    /// Offers what is often written.
    fn offer_phrases(&mut self, world: &World<'_>) {
        let Screen::Live(room) = &self.screen else { return };
        let phrases = phrases(world.register, room.key(), self.text);
        let pick = Pick::new(self.text.key_phrases().to_owned(), phrases.into_iter().enumerate());
        self.dialogs.push(Dialog::Phrases(pick));
    }

    /// What was chosen among the phrases goes to the caret.
    pub(super) fn phrase_key(&mut self, reply: PickReply<usize>, world: &World<'_>) -> Vec<Effect> {
        let chosen = match reply {
            PickReply::Stay => return Vec::new(),
            PickReply::Leave => None,
            PickReply::Chosen(at) => Some(at),
        };
        self.dialogs.pop();
        let Screen::Live(room) = &self.screen else { return Vec::new() };
        let phrase = chosen.and_then(|at| phrases(world.register, room.key(), self.text).into_iter().nth(at));
        phrase.map(|phrase| self.room_paste(&phrase, world)).unwrap_or_default()
    }

    /// Whoever ended a meeting in its room goes on to its minutes, unless something is still being written there.
    fn go_on_to_sign(&mut self, meeting: MeetingRef, world: &World<'_>) {
        let is_free = matches!(&self.screen, Screen::Live(room) if room.key() == meeting && room.is_blank());
        if is_free && self.dialogs.is_empty() && self.on_their_way(meeting).is_empty() {
            self.sign_instead(world);
        }
    }

    /// From the room to the minutes; back from there does not lead into the room again.
    fn sign_instead(&mut self, world: &World<'_>) {
        let Screen::Live(room) = &self.screen else { return };
        let (meeting, message) = (room.key(), self.message.take());
        self.go_back(world);
        self.enter_signing(meeting, world);
        self.message = message;
    }

    /// Tells the room on the stage of an act that is on disk.
    pub(super) fn room_hears(&mut self, world: &World<'_>) {
        let look = self.look(world);
        if let Screen::Live(room) = &mut self.screen {
            room.heard(world, &look);
        }
    }

    /// Tells the room on the stage that a form of it is on disk.
    pub(super) fn room_is_filled(&mut self, entry: &Entry, world: &World<'_>) {
        if let Screen::Live(room) = &mut self.screen {
            room.filled(entry);
        }
        self.room_hears(world);
    }

    /// Tells the room on the stage what is on its way.
    pub(super) fn room_looks_ahead(&mut self, world: &World<'_>) {
        if let Screen::Live(room) = &mut self.screen {
            room.expects(self.commits.iter().map(commit::Pending::command), world.register);
        }
    }
}

/// The name that the line of a meeting is kept under.
pub(super) fn line_name(meeting: MeetingRef, register: &Register) -> String {
    format!("live {}", register.id(meeting))
}
