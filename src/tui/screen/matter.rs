//! One matter: the next lawful acts on top, its facts, and its thread from the first word to the last answer.

mod draw;
mod facts;
mod rows;

use crate::domain::id::MatterRef;
use crate::tui::act::{Offer, Subject, offers};
use crate::tui::keys::Action;
use crate::tui::world::World;

pub use draw::{draw, flow};
pub use facts::facts;
pub use rows::{Row, act_spots, draw_rows, draw_text, heading, parts, summary, thread, wrapped};

/// The state of the screen.
#[derive(Debug, Clone)]
pub struct MatterScreen {
    key: MatterRef,
    offers: Vec<Offer>,
    /// The first row of the facts and the thread that is shown; held to the last page when drawn.
    top: usize,
}

impl MatterScreen {
    /// The screen of a matter.
    #[must_use]
    pub fn new(key: MatterRef, world: &World<'_>) -> Self {
        let mut screen = Self { key, offers: Vec::new(), top: 0 };
        screen.refresh(world);
        screen
    }

    /// The matter.
    #[must_use]
    pub fn key(&self) -> MatterRef {
        self.key
    }

    /// Asks the rules anew what can be done.
    pub fn refresh(&mut self, world: &World<'_>) {
        self.offers = match world.register.matter(self.key) {
            Some(_) => offers(world, Subject { matter: self.key, task: None }),
            None => Vec::new(),
        };
    }

    /// Scrolls. `most` is the row beyond which there is nothing more to see, `page` the rows of a page.
    pub fn update(&mut self, action: Action, page: usize, most: usize) {
        let top = self.top.min(most);
        self.top = action.moves(top, page).unwrap_or(top).min(most);
    }
}
