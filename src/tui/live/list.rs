//! How the list of people is opened, left for something else, and what its choices say. Knows no key.

use super::names::Names;
use super::roll::{Chosen, FloorAct, Purpose, Roll};
use super::{Ask, Live, LiveAct, Mode, ask};
use crate::domain::command::{EndTurn, GiveFloor};
use crate::domain::decide::TEXT_LIMIT;
use crate::tui::editor::Editor;
use crate::tui::keys::{self, Action};
use crate::tui::style::Tone;

impl Live {
    /// The first in the queue gets the floor; where nobody waits, the turn ends; where nobody speaks, the list opens.
    pub(super) fn next_speaker(&mut self, names: &Names<'_>) -> Vec<Ask> {
        let meeting = names.meeting;
        let id = names.register.id(meeting.key);
        let rule = names.register.rules().meeting(meeting.kind).speaking.unwrap_or_default();
        if let Some(hand) = meeting.queue(names.register, &rule).first() {
            return vec![ask(GiveFloor { meeting: id, person: names.register.id(hand.person), stance: None })];
        }
        if meeting.floor.turn().is_some() {
            return vec![ask(EndTurn { meeting: id })];
        }
        self.open_roll(Purpose::Floor(FloorAct::Give), names);
        Vec::new()
    }

    /// Leaves the list; a sentence that was typed there goes to the line it was meant for.
    pub(super) fn close_roll(&mut self, names: &Names<'_>) {
        let Mode::Roll(roll) = &self.mode else { return };
        if let Some(sentence) = roll.sentence(names) {
            let before = self.editor.text();
            let lines = if before.is_empty() { sentence } else { format!("{before}\n{sentence}") };
            self.editor = Editor::lines(TEXT_LIMIT).with_text(&lines);
        }
        self.mode = Mode::Write;
    }

    pub(super) fn open_roll(&mut self, purpose: Purpose, names: &Names<'_>) {
        self.mode = match &self.mode {
            Mode::Roll(roll) if same_sort(roll.purpose, purpose) => return self.close_roll(names),
            _ => Mode::Roll(Box::new(Roll::new(purpose, names))),
        };
    }
}

/// Whether an act leaves the list of people for something else. The list of hands stays while the floor is given.
pub(super) fn begins_something_else(act: LiveAct, mode: &Mode) -> bool {
    let Mode::Roll(roll) = mode else { return false };
    match act {
        LiveAct::Next | LiveAct::Previous | LiveAct::Phrases => true,
        LiveAct::Floor => matches!(roll.purpose, Purpose::Mark(_)),
        _ => false,
    }
}

fn same_sort(one: Purpose, other: Purpose) -> bool {
    matches!((one, other), (Purpose::Mark(_), Purpose::Mark(_)) | (Purpose::Floor(_), Purpose::Floor(_)))
}

pub(super) fn said_of(chosen: Chosen, purpose: Purpose, names: &Names<'_>) -> Vec<Ask> {
    let text = names.text();
    match (chosen, purpose) {
        (Chosen::Command(command), _) => vec![Ask::Commit(command, None)],
        (Chosen::Already(person), Purpose::Mark(state)) => {
            let name = text.person_named(names.register, person);
            vec![Ask::Say(text.live_marked_already(name, text.attendance(state)), Tone::Note)]
        }
        (Chosen::AskNew(name, body), _) => {
            let who = names.stranger(&name, body.as_deref());
            vec![Ask::Say(text.live_ask_new(&who, keys::shown(Action::Live(LiveAct::Enter))), Tone::Near)]
        }
        (Chosen::NoName, _) => {
            let close = keys::shown(Action::Live(LiveAct::Close));
            vec![Ask::Say(text.live_no_name(close), Tone::Late)]
        }
        (Chosen::Nobody, _) => vec![Ask::Say(text.live_nobody_left().to_owned(), Tone::Note)],
        (Chosen::Already(_) | Chosen::AskProxy, _) => Vec::new(),
    }
}
