//! Finding: the index is gathered while nobody wants anything, kept up with the record, and asked at every key.

use crossterm::event::KeyEvent;

use super::{App, Effect};
use crate::domain::id::{NoticeRef, Ref};
use crate::domain::register::Thing;
use crate::find::Index;
use crate::tui::dialog::{Dialog, FindDialog, FindReply};
use crate::tui::keys::{self, Action, Place};
use crate::tui::narrowing::{Narrow, NarrowReply};
use crate::tui::screen::people::Somebody;
use crate::tui::screen::{Notices, People, Screen, Target};
use crate::tui::world::World;

/// Things gathered before the next key is looked for: some thousandths of a second.
const SLICE: usize = 500;
/// Queries that are remembered.
const REMEMBERED: usize = 8;

/// What finding needs from one search to the next.
#[derive(Debug, Clone, Default)]
pub(super) struct Finder {
    /// None before anything is gathered.
    index: Option<Index>,
    /// What was looked for and led somewhere, the latest first.
    earlier: Vec<String>,
}

impl Finder {
    /// The index, once everything is in it.
    pub(super) fn index(&self) -> Option<&Index> {
        self.index.as_ref().filter(|index| index.is_whole())
    }

    fn remember(&mut self, query: String) {
        self.earlier.retain(|earlier| *earlier != query);
        self.earlier.insert(0, query);
        self.earlier.truncate(REMEMBERED);
    }
}

impl App {
    /// Whether there is something to do while nobody wants anything: [`super::Input::Idle`] goes on with it.
    #[must_use]
    pub fn has_put_off(&self) -> bool {
        self.finder.index().is_none()
    }

    /// Gathers a little more of what can be found.
    pub(super) fn gather(&mut self, world: &World<'_>) {
        match &mut self.finder.index {
            None => self.finder.index = Some(Index::begun(world.register)),
            Some(index) => index.gather(world.register, SLICE),
        }
        if !self.has_put_off() {
            self.refresh(world);
        }
    }

    /// What can be found follows the record.
    pub(super) fn catch_up_finding(&mut self, world: &World<'_>) {
        if let Some(index) = &mut self.finder.index {
            index.update(world.register);
        }
        self.search_again(world);
    }

    /// A key while the list is being narrowed.
    pub(super) fn narrow_key(&mut self, key: KeyEvent, world: &World<'_>) {
        match self.narrow.key(key) {
            NarrowReply::Stay => {}
            NarrowReply::Changed => self.narrow_anew(world),
            NarrowReply::Move(action) => {
                self.screen_action(action, world);
            }
        }
    }

    /// Shows what the query leaves of the list now.
    pub(super) fn narrow_anew(&mut self, world: &World<'_>) {
        if let Screen::Log(log) = &mut self.screen {
            log.narrow(&self.narrow.text(), world.register, self.text);
        }
        self.refresh(world);
        if self.narrow.is_typing() && matches!(self.screen, Screen::Board) {
            self.board.go_where_something_is();
        }
    }

    /// How many rows the list that is shown has.
    pub(super) fn listed(&self) -> usize {
        match &self.screen {
            Screen::Board => self.board.listed(),
            Screen::Meetings(screen) => screen.list.rows().len(),
            Screen::Tasks(screen) => screen.list.rows().len(),
            Screen::People(screen) => screen.list.rows().len(),
            Screen::Notices(screen) => screen.listed(),
            Screen::Log(screen) => screen.listed(),
            Screen::Sign(screen) => screen.listed(),
            Screen::Matter(_) | Screen::Month(_) | Screen::Meeting(_) | Screen::Live(_) | Screen::Today(_) => 0,
        }
    }

    pub(super) fn open_find(&mut self) {
        self.dialogs.push(Dialog::Find(Box::new(FindDialog::new(self.finder.earlier.clone()))));
    }

    pub(super) fn find_key(&mut self, key: KeyEvent, world: &World<'_>) -> Vec<Effect> {
        match keys::action(Place::Find, key) {
            Some(action @ (Action::LineLeft | Action::LineRight)) => {
                return self.move_line(action == Action::LineRight, world);
            }
            Some(action @ (Action::BesideUp | Action::BesideDown)) => {
                self.turn_beside(action == Action::BesideDown, world);
                return Vec::new();
            }
            _ => {}
        }
        let Some(Dialog::Find(dialog)) = self.dialogs.last_mut() else { return Vec::new() };
        match dialog.key(key) {
            FindReply::Stay => {}
            FindReply::Search => self.search(world),
            FindReply::Leave => return self.close(),
            FindReply::Open(what) => {
                self.finder.remember(dialog.text());
                self.dialogs.pop();
                self.open_found(what, world);
            }
        }
        Vec::new()
    }

    /// Looks for what is typed now.
    pub(super) fn search(&mut self, world: &World<'_>) {
        if let Some(Dialog::Find(dialog)) = self.dialogs.last_mut() {
            dialog.search_anew(self.finder.index(), world.register, world.now(), self.text);
        }
    }

    fn search_again(&mut self, world: &World<'_>) {
        match self.screen {
            _ if !self.narrow.is_on() => {}
            // Acts and minutes are told in words only; their screens look through them themselves.
            Screen::Log(_) | Screen::Sign(_) => self.narrow.read_words(),
            _ => self.narrow.search(self.finder.index(), world.register, world.now(), self.text),
        }
        for dialog in &mut self.dialogs {
            if let Dialog::Find(dialog) = dialog {
                dialog.search(self.finder.index(), world.register, world.now(), self.text);
            }
        }
    }

    /// Shows what was found, where such things are looked at.
    pub(super) fn open_found(&mut self, what: Ref, world: &World<'_>) {
        match world.register.thing(what) {
            Some(Thing::Person(person)) => self.open_somebody(Somebody::Person(person.key), world),
            Some(Thing::Body(body)) => self.open_somebody(Somebody::Body(body.key), world),
            Some(Thing::Notice(notice)) => self.open_notice(notice.key, world),
            Some(Thing::Objection(objection)) => self.open_notice(objection.notice, world),
            Some(_) => {
                if let Some(target) = Target::of(what, world.register) {
                    self.open(target, world);
                }
            }
            None => {}
        }
    }

    fn open_somebody(&mut self, somebody: Somebody, world: &World<'_>) {
        if !matches!(self.screen, Screen::People(_)) {
            self.show_from_here(Screen::People(People::new(world)));
        }
        self.show_all(world);
        if let Screen::People(people) = &mut self.screen {
            people.list.select(somebody);
        }
    }

    /// What was found is to be seen, whatever narrowed the list.
    fn show_all(&mut self, world: &World<'_>) {
        if self.narrow.is_on() {
            self.narrow = Narrow::default();
            self.refresh(world);
        }
    }

    fn open_notice(&mut self, notice: NoticeRef, world: &World<'_>) {
        if !matches!(self.screen, Screen::Notices(_)) {
            self.show_from_here(Screen::Notices(Notices::new(world)));
        }
        self.show_all(world);
        if let Screen::Notices(notices) = &mut self.screen {
            notices.select(notice, world);
        }
    }
}
