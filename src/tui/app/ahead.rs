//! What is typed while a write is under way. It waits for the answer and is then taken in its turn: a slow stick costs
//! patience, never a word.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{Answer, App, Effect, Input, commit};
use crate::tui::dialog::{Dialog, Question};
use crate::tui::keys::{self, Action};
use crate::tui::world::World;

impl App {
    /// Whether this has to wait for the write under way. Looking around needs no answer, unless something that does was
    /// typed before it. While many things are acted on, their list stays.
    pub(super) fn must_wait(&self, input: &Input) -> bool {
        let leaving = matches!(self.dialogs.last(), Some(Dialog::Confirm(Question::Quit)));
        self.is_busy()
            && !leaving
            && match input {
                Input::Key(key) if leaves(*key) => false,
                Input::Key(key) => !self.ahead.is_empty() || !self.only_looks(*key),
                Input::Paste(_) => true,
                _ => false,
            }
    }

    /// Whether something was asked for that the next key may depend on. In the room of a meeting nothing waits.
    pub(super) fn is_busy(&self) -> bool {
        self.commits.iter().any(commit::Pending::holds_up)
    }

    fn only_looks(&self, key: KeyEvent) -> bool {
        use Action as A;
        let Some(action) = keys::action(self.place(), key) else { return false };
        let moves_on = matches!(action, A::Open | A::Back) && self.batch.is_none();
        self.dialogs.is_empty()
            && (moves_on
                || matches!(
                    action,
                    A::Up
                        | A::Down
                        | A::Left
                        | A::Right
                        | A::PageUp
                        | A::PageDown
                        | A::First
                        | A::Last
                        | A::Language
                        | A::Redraw
                        | A::LineLeft
                        | A::LineRight
                        | A::BesideUp
                        | A::BesideDown
                ))
    }

    /// Takes in an answer, then what was typed meanwhile. After a refusal it is dropped: it was meant for what would
    /// have come next. One refused thing of many does not end the whole, unless it leaves their form open.
    pub(super) fn catch_up(&mut self, answer: Answer, world: &World<'_>) -> Vec<Effect> {
        let (saved, failed) = (matches!(answer, Answer::Saved(_)), matches!(answer, Answer::Failed(_)));
        let of_many = self.batch.is_some();
        let mut effects = self.answered(answer, world);
        let went_on = self.batch.is_some() || (of_many && !failed && self.dialogs.is_empty());
        if !saved && !went_on {
            self.ahead.clear();
        }
        while !self.is_busy() {
            let Some(input) = self.ahead.pop_front() else { break };
            effects.extend(self.take(input, world));
        }
        effects
    }
}

/// Whether this key leaves the program from anywhere.
pub(in crate::tui) fn leaves(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL)
}
