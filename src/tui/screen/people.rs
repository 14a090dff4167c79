//! The bodies at the table, and under each the people who speak for it.
//! The list is made when the record changes; drawing looks only at what is seen.

mod draw;

use crate::domain::id::{BodyRef, PersonRef};
use crate::domain::register::Register;
use crate::tui::keys::Action;

pub use draw::{draw, page};

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct People {
    rows: Vec<Somebody>,
    selected: Option<Somebody>,
    /// Where the selected one stood, for when it is gone.
    place: usize,
}

/// A row: a body, or a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Somebody {
    /// A body.
    Body(BodyRef),
    /// A person.
    Person(PersonRef),
}

impl People {
    /// The screen as the record stands.
    #[must_use]
    pub fn new(register: &Register) -> Self {
        let mut screen = Self::default();
        screen.refresh(register);
        screen
    }

    /// Makes the list anew. Who was selected stays selected.
    pub fn refresh(&mut self, register: &Register) {
        self.rows = register
            .bodies()
            .flat_map(|body| {
                let people = register.people().filter(|person| person.body == body.key);
                std::iter::once(Somebody::Body(body.key)).chain(people.map(|person| Somebody::Person(person.key)))
            })
            .collect();
        let found = self.selected.and_then(|selected| self.rows.iter().position(|row| *row == selected));
        self.go(found.unwrap_or(self.place));
    }

    /// Moves the selection.
    pub fn update(&mut self, action: Action, page: usize) {
        if let Some(place) = action.moves(self.place, page) {
            self.go(place);
        }
    }

    /// Who is selected.
    #[must_use]
    pub fn selected(&self) -> Option<Somebody> {
        self.selected
    }

    /// Selects somebody, if they are there.
    pub fn select(&mut self, somebody: Somebody) {
        if let Some(place) = self.rows.iter().position(|row| *row == somebody) {
            self.go(place);
        }
    }

    fn go(&mut self, place: usize) {
        self.place = place.min(self.rows.len().saturating_sub(1));
        self.selected = self.rows.get(self.place).copied();
    }
}
