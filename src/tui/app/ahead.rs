//! What is typed while the last act is still on its way to the disk. Looking around goes on; what would write waits, in
//! the order it was typed, until the act is saved. If it is not saved, what was typed on its strength is forgotten.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::{App, Effect, Input};
use crate::tui::dialog::{Dialog, Question};
use crate::tui::keys::{self, Action};
use crate::tui::world::World;

impl App {
    /// Takes in what came, and then what was typed ahead of it, as far as nothing is on its way again.
    pub(super) fn take_in_turn(&mut self, input: Input, world: &World<'_>) -> Vec<Effect> {
        if self.must_wait(&input) {
            self.ahead.push_back(input);
            return Vec::new();
        }
        let mut effects = self.take(input, world);
        while self.commit.is_none()
            && let Some(input) = self.ahead.pop_front()
        {
            self.read_threads(world);
            effects.extend(self.take(input, world));
        }
        effects
    }

    fn must_wait(&self, input: &Input) -> bool {
        let typed = match input {
            Input::Key(key) => key.kind != KeyEventKind::Release && !is_interrupt(*key),
            Input::Paste(_) => true,
            _ => false,
        };
        if self.commit.is_none() || !typed {
            return false;
        }
        match (self.dialogs.last(), input) {
            (Some(Dialog::Confirm(Question::Quit)), _) => false,
            _ if !self.ahead.is_empty() => true,
            (Some(Dialog::Find(_) | Dialog::Help { .. }), _) => false,
            (Some(_), _) => true,
            (None, Input::Key(key)) => keys::action(self.place(), *key).is_some_and(begins_to_write),
            (None, _) => false,
        }
    }
}

/// Ctrl-C: whoever wants to leave need not wait for a disk.
pub(super) fn is_interrupt(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL)
}

fn begins_to_write(action: Action) -> bool {
    matches!(
        action,
        Action::AddPerson
            | Action::AddBody
            | Action::Change
            | Action::Raise
            | Action::Undo
            | Action::Redo
            | Action::Act(_)
            | Action::MeetingAct(_)
            | Action::Convene
    )
}
