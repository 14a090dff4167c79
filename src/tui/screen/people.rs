//! The bodies at the table, and under each the people who speak for it.
//! The list is made when the record changes; drawing looks only at what is seen.

mod draw;

use crate::domain::id::{BodyRef, PersonRef};
use crate::domain::register::Register;
use crate::tui::listed::Listed;
use crate::tui::narrowing::Narrow;

pub use draw::{draw, page};

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct People {
    /// Each body, and after it its people.
    pub list: Listed<Somebody>,
}

/// A row: a body, or a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
        let rows = register
            .bodies()
            .flat_map(|body| {
                let people = register.people().filter(|person| person.body == body.key && narrow.keeps(person.key));
                let people: Vec<_> = people.map(|person| Somebody::Person(person.key)).collect();
                let heading = (!people.is_empty() || narrow.keeps(body.key)).then_some(Somebody::Body(body.key));
                heading.into_iter().chain(people)
            })
            .collect();
        self.list.renew(rows);
    }
}
