//! The bodies at the table, and under each the people who speak for it, with what they do.
//! The list is made when the record changes; drawing looks only at what is seen.

mod draw;
mod service;

use crate::domain::id::{BodyRef, PersonRef};
use crate::domain::register::Register;
use crate::tui::listed::Listed;
use crate::tui::narrowing::Narrow;
use crate::tui::world::World;
use service::{Services, Told};

pub use draw::{draw, page};

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct People {
    /// Each body, and after it its people.
    pub list: Listed<Somebody>,
    services: Services,
    told: Told,
    /// Of whom that is told, and after how many acts.
    told_of: Option<(Somebody, usize)>,
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
    pub fn new(world: &World<'_>) -> Self {
        let mut screen = Self::default();
        screen.refresh(world, &Narrow::default());
        screen
    }

    /// Makes the list anew, as far as it is not narrowed: the body of whoever is listed is, too. Who was selected stays
    /// selected.
    pub fn refresh(&mut self, world: &World<'_>, narrow: &Narrow) {
        let register = world.register;
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
        self.services = Services::until(world.today(), register);
    }

    /// Looks up what there is to tell of the selected one, unless that is known.
    pub fn tell(&mut self, register: &Register) {
        let of = self.list.selected().map(|selected| (selected, register.entries().len()));
        if of != self.told_of {
            self.told = of.map(|(selected, _)| Told::of(selected, register)).unwrap_or_default();
            self.told_of = of;
        }
    }
}
