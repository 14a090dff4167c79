//! Acts where the eyes are: on what a list has selected, or on all that is marked in it.

use super::{App, Effect};
use crate::domain::command::Redo;
use crate::domain::id::{MatterRef, Ref, TaskRef};
use crate::tui::act::{Act, Subject, offers};
use crate::tui::keys::{self, Action};
use crate::tui::screen::{Screen, Target};
use crate::tui::style::Tone;
use crate::tui::world::World;

impl App {
    /// Begins an act on what is marked, else on what is selected.
    pub(super) fn act_key(&mut self, act: Act, world: &World<'_>) -> Vec<Effect> {
        let marked = self.marked();
        if !marked.is_empty() {
            return self.act_on_many(act, &marked, world);
        }
        let subject = self.subject(world);
        if act == Act::OpenMeeting
            && let Some(effects) = self.go_to_meeting(subject, world)
        {
            return effects;
        }
        let Some(subject) = subject else {
            self.say(self.text.nothing_to_act_on().to_owned(), Tone::Note);
            return Vec::new();
        };
        self.act(subject, &subject.offer(act, world), world)
    }

    /// Obeys a key that marks or takes marks away; says whether it did.
    pub(super) fn mark_key(&mut self, action: Action) -> bool {
        macro_rules! obey {
            ($list:expr) => {
                match action {
                    Action::Mark => $list.toggle(),
                    Action::MarkAll => $list.toggle_all(),
                    Action::Back => return $list.unmark_all(),
                    _ => return false,
                }
            };
        }
        match &mut self.screen {
            Screen::Board => obey!(self.board),
            Screen::Tasks(screen) => obey!(screen.list),
            Screen::Today(screen) => obey!(screen.list),
            _ => return false,
        }
        true
    }

    /// What is marked on the screen, in the order of its list.
    pub(super) fn marked(&self) -> Vec<Ref> {
        match &self.screen {
            Screen::Board => self.board.marked().into_iter().map(Ref::from).collect(),
            Screen::Tasks(screen) => screen.list.marked().into_iter().map(Ref::from).collect(),
            Screen::Today(screen) => screen.list.marked(),
            _ => Vec::new(),
        }
    }

    /// How many things are marked on the screen.
    pub(super) fn marks(&self) -> usize {
        match &self.screen {
            Screen::Board => self.board.marks(),
            Screen::Tasks(screen) => screen.list.marks(),
            Screen::Today(screen) => screen.list.marks(),
            _ => 0,
        }
    }

    /// Takes the mark of a thing away.
    pub(super) fn unmark(&mut self, thing: Ref) {
        match &mut self.screen {
            Screen::Board => self.board.unmark(MatterRef(thing)),
            Screen::Tasks(screen) => screen.list.unmark(TaskRef(thing)),
            Screen::Today(screen) => screen.list.unmark(thing),
            _ => {}
        }
    }

    /// Asks the rules which acts the keys of a list would begin now. A matter shows its own.
    pub(super) fn ask_what_can_be_done(&mut self, world: &World<'_>) {
        // Nobody sees them now.
        if !self.dialogs.is_empty() {
            return;
        }
        // The record is not gone through at every key: what can be brought back changes with it alone.
        let acts = world.register.entries().len();
        if self.redo.0 != acts {
            self.redo = (acts, world.ask(&Redo {}.into()).is_ok());
        }
        self.offers.clear();
        let listed = matches!(self.screen, Screen::Board | Screen::Tasks(_) | Screen::Today(_));
        let Some(subject) = self.subject(world).filter(|_| listed) else { return };
        let place = self.place();
        self.offers = offers(world, subject);
        self.offers.retain(|offer| keys::bindings(place).any(|binding| binding.action == Action::Act(offer.act)));
    }

    /// The matter that is shown, or that the selected row is about, or the selected work on one.
    pub(super) fn subject(&self, world: &World<'_>) -> Option<Subject> {
        let register = world.register;
        let of = |target| match target {
            Target::Matter(matter) => Some(Ref::from(matter)),
            Target::Meeting(_) => None,
        };
        let thing = match &self.screen {
            Screen::Board => self.board.selected()?.into(),
            Screen::Matter(screen) => screen.key().into(),
            Screen::Tasks(screen) => screen.list.selected()?.into(),
            Screen::Today(screen) => screen.list.selected()?,
            Screen::Notices(screen) => of(screen.notice(register)?.about.into())?,
            Screen::Log(screen) => of(screen.target(register)?)?,
            Screen::Meetings(_)
            | Screen::Month(_)
            | Screen::Meeting(_)
            | Screen::Live(_)
            | Screen::Sign(_)
            | Screen::People(_) => {
                return None;
            }
        };
        Subject::of(thing, register)
    }
}
