//! The bodies at the table, and under each the people who speak for it.
//! The list is made when the record changes; drawing looks only at what is seen.

mod draw;

use crate::domain::id::{BodyRef, PersonRef};
use crate::domain::register::Register;
use crate::tui::keys::Action;
use crate::tui::narrow::Narrow;

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
        screen.refresh(register, &Narrow::default());
        screen
    }

    /// Makes the list anew, as far as it is not narrowed: the body of whoever is listed is, too. Who was selected stays
    /// selected.
    pub fn refresh(&mut self, register: &Register, narrow: &Narrow) {
        self.rows = register
            .bodies()
            .flat_map(|body| {
                let people = register.people().filter(|person| person.body == body.key && narrow.keeps(person.key));
                let people: Vec<_> = people.map(|person| Somebody::Person(person.key)).collect();
                let heading = (!people.is_empty() || narrow.keeps(body.key)).then_some(Somebody::Body(body.key));
                heading.into_iter().chain(people)
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

    /// How many bodies and people are listed.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.rows.len()
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
