//! One meeting: what can be done with it, its agenda with one item selected, who is there, and the minutes so far.

mod draw;
mod prepare;

use crate::domain::id::MeetingRef;
use crate::domain::meeting::{Item, Meeting, MeetingState};
use crate::domain::register::Register;
use crate::tui::keys::{Action, Place};
use crate::tui::meeting_act::{MeetingAct, MeetingOffer, offers};
use crate::tui::world::World;

pub use draw::draw;
pub use prepare::{Prepare, Remedied, Row as PrepareRow, Wrote, remedy};

/// The state of the screen.
#[derive(Debug, Clone)]
pub struct MeetingScreen {
    key: MeetingRef,
    offers: Vec<MeetingOffer>,
    /// The selected item of the agenda, by its number.
    item: Option<u32>,
    /// Before it begins: what is selected of all that is prepared.
    pub(in crate::tui) prepare: Prepare,
    is_prepared: bool,
}

impl MeetingScreen {
    /// The screen of a meeting, the item under discussion selected, or the first that nothing was made of.
    #[must_use]
    pub fn new(key: MeetingRef, world: &World<'_>) -> Self {
        let mut screen = Self { key, offers: Vec::new(), item: None, prepare: Prepare::default(), is_prepared: false };
        screen.refresh(world);
        screen
    }

    /// The meeting.
    #[must_use]
    pub fn key(&self) -> MeetingRef {
        self.key
    }

    /// Whether it has not begun and is prepared.
    #[must_use]
    pub fn is_prepared(&self) -> bool {
        self.is_prepared
    }

    /// Where keys go.
    #[must_use]
    pub fn place(&self) -> Place {
        if self.is_prepared { self.prepare.place() } else { Place::Meeting }
    }

    /// The selected item of the agenda.
    #[must_use]
    pub fn item(&self) -> Option<u32> {
        self.item
    }

    /// Asks the rules anew what can be done.
    pub fn refresh(&mut self, world: &World<'_>) {
        let Some(meeting) = world.register.meeting(self.key) else {
            self.offers.clear();
            return;
        };
        self.is_prepared = meeting.state == MeetingState::Planned;
        if self.is_prepared {
            self.prepare.refresh(meeting, world);
            self.item = self.prepare.item();
        } else if self.item.and_then(|item| meeting.item(item)).is_none() {
            let unsettled = meeting.unsettled().next().or_else(|| meeting.items().next());
            self.item = meeting.current.or(unsettled.map(|item| item.number));
        }
        self.offers = offers(world, meeting, self.item);
    }

    /// What an act comes to now.
    #[must_use]
    pub fn offer(&self, act: MeetingAct) -> Option<&MeetingOffer> {
        self.offers.iter().find(|offer| offer.act == act)
    }

    /// Selects another item.
    pub fn update(&mut self, action: Action, world: &World<'_>) {
        let Some(meeting) = world.register.meeting(self.key) else { return };
        if self.is_prepared {
            self.prepare.update(action);
            self.refresh(world);
            return;
        }
        let numbers: Vec<u32> = meeting.items().map(|item| item.number).collect();
        let place = numbers.iter().position(|number| Some(*number) == self.item).unwrap_or(0);
        let last = numbers.len().saturating_sub(1);
        let place = match action {
            Action::Up => place.saturating_sub(1),
            Action::Down => (place + 1).min(last),
            Action::First => 0,
            Action::Last => last,
            Action::Go(place) => place.min(last),
            _ => place,
        };
        self.item = numbers.get(place).copied();
        self.refresh(world);
    }

    /// Whether the meeting is still in the record.
    fn meeting<'a>(&self, register: &'a Register) -> Option<&'a Meeting> {
        register.meeting(self.key)
    }
}

/// What an item is about: the title of its matter, or its topic.
#[must_use]
pub fn item_title(item: &Item, register: &Register) -> String {
    let matter = item.matter.and_then(|matter| register.matter(matter));
    match (matter, &item.topic) {
        (Some(matter), _) => format!("{}  {}", register.id(matter.key), matter.title),
        (None, Some(topic)) => topic.clone(),
        (None, None) => String::new(),
    }
}
