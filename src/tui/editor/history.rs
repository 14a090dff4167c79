//! What a text was before: whole states, shared where they are equal. Knows not how a text is changed.

use super::text::{Caret, Paragraph};

/// States kept; the oldest go first.
const KEPT: usize = 200;

/// A text as it was, and where the caret stood.
#[derive(Debug, Clone)]
pub(super) struct Snapshot {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) width: u16,
    pub(super) caret: Caret,
}

/// Kinds of change: those of one kind in a row are taken back together, but [`Edit::Other`] stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edit {
    Typing,
    Deleting,
    Other,
}

/// The states before and, once some were taken back, behind the present one.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    past: Vec<Snapshot>,
    future: Vec<Snapshot>,
    running: Option<Edit>,
}

impl History {
    /// Notes the state `before` a change, unless the change carries on the one before it.
    pub(super) fn record(&mut self, before: Snapshot, edit: Edit) {
        self.future.clear();
        if edit == Edit::Other || self.running != Some(edit) {
            if self.past.len() == KEPT {
                self.past.remove(0);
            }
            self.past.push(before);
        }
        self.running = Some(edit);
    }

    /// What follows is a change of its own.
    pub(super) fn cut(&mut self) {
        self.running = None;
    }

    pub(super) fn undo(&mut self, now: Snapshot) -> Option<Snapshot> {
        self.cut();
        let before = self.past.pop()?;
        self.future.push(now);
        Some(before)
    }

    pub(super) fn redo(&mut self, now: Snapshot) -> Option<Snapshot> {
        self.cut();
        let after = self.future.pop()?;
        self.past.push(now);
        Some(after)
    }
}
