//! A meeting before it begins: its agenda, what its kind requires, who is asked to come. One thing of it all is selected.

mod agenda;
mod draw;
mod readiness;

use crossterm::event::{KeyCode, KeyEvent};

use crate::domain::entry::Instant;
use crate::domain::id::BodyRef;
use crate::domain::meeting::{Check, Meeting, Requirement};
use crate::domain::register::Register;
use crate::tui::editor::Editor;
use crate::tui::keys::{self, Action, Place};
use crate::tui::world::World;

pub(super) use draw::draw;
pub use readiness::{Remedied, remedy};

/// Digits that the minutes of an item may take.
const DIGITS: usize = 3;

/// What is prepared, and how far.
#[derive(Debug, Clone, Default)]
pub struct Prepare {
    /// All that can be selected, in its order on the screen.
    rows: Vec<Row>,
    selected: usize,
    /// The minutes of the selected item, while they are written.
    minutes: Option<Editor>,
}

/// Something that can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// An item of the agenda.
    Item(u32),
    /// A requirement.
    Check(Requirement),
    /// The people of a body that are asked to come.
    Body(BodyRef),
}

/// What a key did to the minutes that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrote {
    /// They are still being written.
    More,
    /// They are given up.
    GivenUp,
    /// So many are asked for this item; 0: none.
    Minutes(u32, u32),
}

impl Prepare {
    /// Lists anew what there is; what was selected stays so, wherever it is now.
    pub fn refresh(&mut self, meeting: &Meeting, world: &World<'_>) {
        let before = self.row();
        self.rows = rows(meeting, world.register, world.now());
        let kept = before.and_then(|row| self.rows.iter().position(|other| row.is(*other)));
        self.selected = kept.unwrap_or(self.selected).min(self.rows.len().saturating_sub(1));
        if self.item().is_none() || kept.is_none() {
            self.minutes = None;
        }
    }

    /// What is selected.
    #[must_use]
    pub fn row(&self) -> Option<Row> {
        self.rows.get(self.selected).copied()
    }

    /// The selected item of the agenda.
    #[must_use]
    pub fn item(&self) -> Option<u32> {
        match self.row()? {
            Row::Item(item) => Some(item),
            _ => None,
        }
    }

    /// Selects an item of the agenda.
    pub fn select(&mut self, item: u32) {
        self.selected = self.rows.iter().position(|row| *row == Row::Item(item)).unwrap_or(self.selected);
    }

    /// Moves the selection; a page key goes to the next part.
    pub fn update(&mut self, action: Action) {
        let last = self.rows.len().saturating_sub(1);
        self.selected = match action {
            Action::PageUp => self.part_before(),
            Action::PageDown => self.part_after(last),
            _ => action.moves(self.selected, 1).unwrap_or(self.selected).min(last),
        };
    }

    fn part_after(&self, last: usize) -> usize {
        let Some(row) = self.row() else { return 0 };
        (self.selected..)
            .zip(&self.rows[self.selected..])
            .find(|(_, other)| !row.is_like(**other))
            .map_or(last, |(at, _)| at)
    }

    /// The first of the part before, or of this one where it is the first.
    fn part_before(&self) -> usize {
        let Some(row) = self.row() else { return 0 };
        let above = self.rows[..self.selected].iter().rev().find(|other| !row.is_like(**other)).copied();
        above.and_then(|above| self.rows.iter().position(|other| above.is_like(*other))).unwrap_or(0)
    }

    /// Where keys go.
    #[must_use]
    pub fn place(&self) -> Place {
        if self.minutes.is_some() { Place::Minutes } else { Place::Prepare }
    }

    /// Begins to write the minutes of the selected item.
    pub fn write_minutes(&mut self) {
        self.minutes = self.item().map(|_| Editor::line(DIGITS));
    }

    /// A key for the minutes that are being written. Digits alone are taken, of any width.
    pub fn minutes_key(&mut self, key: KeyEvent) -> Wrote {
        let (Some(editor), Some(Row::Item(item))) = (&mut self.minutes, self.rows.get(self.selected)) else {
            return Wrote::GivenUp;
        };
        match (keys::action(Place::Minutes, key), key.code) {
            (Some(Action::Submit), _) => {
                let written = editor.text().parse().ok();
                self.minutes = None;
                return written.map_or(Wrote::GivenUp, |minutes| Wrote::Minutes(*item, minutes));
            }
            (Some(Action::Back), _) => {
                self.minutes = None;
                return Wrote::GivenUp;
            }
            (_, KeyCode::Char(c)) => {
                if let Some(digit) = digit(c) {
                    // A fourth digit does not fit and means nothing.
                    let _ = editor.key(KeyCode::Char(digit).into());
                }
            }
            _ => {
                let _ = editor.key(key);
            }
        }
        Wrote::More
    }
}

impl Row {
    /// Whether it is the same thing: a requirement stays itself when what it counts has changed.
    fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Check(Requirement::Invited(one)), Self::Check(Requirement::Invited(another))) => one == another,
            (Self::Check(one), Self::Check(another)) => {
                std::mem::discriminant(&one) == std::mem::discriminant(&another)
            }
            _ => self == other,
        }
    }

    /// Whether it is in the same part of the screen.
    fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// All that can be selected.
fn rows(meeting: &Meeting, register: &Register, now: Instant) -> Vec<Row> {
    let items = meeting.outline().into_iter().map(|placed| Row::Item(placed.item.number));
    let checks = checks(meeting, register, now).into_iter().map(|check| Row::Check(check.what));
    items.chain(checks).chain(asked(meeting, register).map(Row::Body)).collect()
}

/// What can be seen to before it begins; who is there in the end is seen when it has begun.
fn checks(meeting: &Meeting, register: &Register, now: Instant) -> Vec<Check> {
    let mut checks = meeting.checklist(register, now);
    checks.retain(|check| !matches!(check.what, Requirement::Present(_)));
    checks
}

/// The bodies that somebody is asked to come for.
fn asked<'a>(meeting: &'a Meeting, register: &'a Register) -> impl Iterator<Item = BodyRef> + 'a {
    let speaks = |body: BodyRef| {
        meeting.invite.iter().filter_map(|person| register.person(*person)).any(|person| person.body == body)
    };
    register.bodies().map(|body| body.key).filter(move |body| speaks(*body))
}

/// A digit as it is, of any width.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    }
}
