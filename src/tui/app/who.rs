//! Who sits here: asked once where nobody knows, and whenever somebody else sits down.

use super::{App, Effect};
use crate::tui::dialog::{self, Dialog, Pick, Who};
use crate::tui::style::Tone;
use crate::tui::world::World;

impl App {
    /// The same, asking first who sits here.
    #[must_use]
    pub fn asking_who(mut self, world: &World<'_>) -> Self {
        self.dialogs.push(Dialog::Who(dialog::who(world.register, self.text)));
        self
    }

    /// The same, with a name that was given when the program was started, and holds until it ends.
    #[must_use]
    pub fn with_given_name(mut self) -> Self {
        self.name_given = true;
        self
    }

    /// Asks who sits here, where that is still open.
    pub(super) fn ask_who(&mut self, world: &World<'_>) {
        let refused = match (self.name_given, self.read_only) {
            (_, true) => self.text.is_read_only(),
            (true, false) => self.text.who_given(),
            (false, false) => {
                self.dialogs.push(Dialog::Who(dialog::who(world.register, self.text)));
                return;
            }
        };
        self.say(refused.to_owned(), Tone::Note);
    }

    /// Takes the name of whoever was chosen.
    pub(super) fn sit(&mut self, who: Who, world: &World<'_>) -> Vec<Effect> {
        let typed = match self.dialogs.pop() {
            Some(Dialog::Who(pick)) => typed_name(&pick),
            _ => String::new(),
        };
        let name = match who {
            Who::Person(person) => world.register.person(person).map_or(typed, |person| person.name.clone()),
            Who::Typed => typed,
        };
        self.say(self.text.who_sits(&name), Tone::Good);
        vec![Effect::Sit(name)]
    }
}

fn typed_name(pick: &Pick<Who>) -> String {
    pick.filter().text().trim().to_owned()
}
