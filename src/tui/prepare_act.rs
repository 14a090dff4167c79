//! What can be done to prepare a meeting, and the command each comes to. Holds no rule: it asks.

use super::world::World;
use crate::domain::command::{ChangeItem, Command, FillAgenda, OrderAgenda, PlaceOnAgenda, Placed, TakeOffAgenda};
use crate::domain::meeting::{Meeting, Shift, left_over};
use crate::domain::refusal::Refusal;
use crate::text::Text;

/// Something to do while a meeting is prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrepareAct {
    /// Choose matters that wait, several at once.
    Agenda,
    /// Write a topic of its own.
    Topic,
    /// Take over all that the last meeting left.
    CarryOver,
    /// The item takes a small step in the order.
    Move(Shift),
    /// Five minutes more for the item.
    Longer,
    /// Five minutes less.
    Shorter,
    /// Write the minutes of the item.
    Minutes,
    /// The item leaves the agenda.
    TakeOff,
    /// Choose who is asked to come, several at once.
    Invite,
}

/// Why nothing comes of it.
#[derive(Debug, Clone)]
pub enum Bar {
    /// No item is selected.
    NoItem,
    /// The item can go no further that way.
    NoFurther,
    /// The last meeting left nothing, or it is on the agenda already.
    NothingLeft,
    /// The item has no minutes.
    NoMinutes,
    /// The rules refuse it.
    Refused(Refusal),
}

/// Minutes that one key adds or takes away.
const STEP: u32 = 5;
/// A text where a sample needs one.
const SOME_TEXT: &str = "…";

impl PrepareAct {
    /// Every act.
    pub const ALL: &'static [Self] = &[
        Self::Agenda,
        Self::Topic,
        Self::CarryOver,
        Self::Move(Shift::Up),
        Self::Move(Shift::Down),
        Self::Move(Shift::In),
        Self::Move(Shift::Out),
        Self::Longer,
        Self::Shorter,
        Self::Minutes,
        Self::TakeOff,
        Self::Invite,
    ];

    /// The command it comes to on a meeting and the selected item; none where something has to be chosen or written first.
    ///
    /// # Errors
    /// Why nothing would come of it.
    pub fn command(self, world: &World<'_>, meeting: &Meeting, item: Option<u32>) -> Result<Option<Command>, Bar> {
        let id = || world.register.id(meeting.key);
        let selected = || item.and_then(|item| meeting.item(item)).ok_or(Bar::NoItem);
        let command: Command = match self {
            Self::Agenda | Self::Topic => {
                asked(world, &some_topic(id()).into())?;
                return Ok(None);
            }
            Self::Invite => return Ok(None),
            Self::Minutes => {
                let item = selected()?;
                asked(world, &minutes(id(), item.number, item.minutes.unwrap_or(0) % 600 + 1).into())?;
                return Ok(None);
            }
            Self::CarryOver if left_over(world.register, meeting).is_empty() => return Err(Bar::NothingLeft),
            Self::CarryOver => {
                FillAgenda { meeting: id(), matters: Vec::new(), topics: Vec::new(), left_over: true, minutes: None }
                    .into()
            }
            Self::Move(shift) => {
                let order = meeting.shifted(selected()?.number, shift).ok_or(Bar::NoFurther)?;
                let order = order.into_iter().map(|place| Placed { item: place.item, under: place.under }).collect();
                OrderAgenda { meeting: id(), order }.into()
            }
            Self::Longer => {
                let item = selected()?;
                minutes(id(), item.number, item.minutes.unwrap_or(0) + STEP).into()
            }
            Self::Shorter => {
                let item = selected()?;
                let planned = item.minutes.ok_or(Bar::NoMinutes)?;
                minutes(id(), item.number, planned.saturating_sub(STEP)).into()
            }
            Self::TakeOff => TakeOffAgenda { meeting: id(), item: Some(selected()?.number), matter: None }.into(),
        };
        asked(world, &command)?;
        Ok(Some(command))
    }

    /// The command that it makes, by the name it has after `do`.
    #[must_use]
    pub fn makes(self) -> &'static str {
        match self {
            Self::Agenda | Self::CarryOver => "fill_agenda",
            Self::Topic => "place_on_agenda",
            Self::Move(_) => "order_agenda",
            Self::Longer | Self::Shorter | Self::Minutes => "change_item",
            Self::TakeOff => "take_off_agenda",
            Self::Invite => "invite",
        }
    }
}

impl Bar {
    /// Why, in a sentence.
    #[must_use]
    pub fn told(&self, text: Text) -> String {
        match self {
            Self::NoItem => text.prepare_no_item().to_owned(),
            Self::NoFurther => text.prepare_no_further().to_owned(),
            Self::NothingLeft => text.prepare_nothing_left().to_owned(),
            Self::NoMinutes => text.prepare_no_minutes().to_owned(),
            Self::Refused(refusal) => text.refusal(refusal),
        }
    }
}

/// Plans an item to take so many minutes; 0: as long as it takes.
#[must_use]
pub fn minutes(meeting: String, item: u32, minutes: u32) -> ChangeItem {
    ChangeItem { meeting, item, minutes: Some(minutes), topic: None, decision: None }
}

fn some_topic(meeting: String) -> PlaceOnAgenda {
    let topic = Some(SOME_TEXT.to_owned());
    PlaceOnAgenda { meeting, matter: None, topic, minutes: None, decision: None, under: None }
}

fn asked(world: &World<'_>, command: &Command) -> Result<(), Bar> {
    world.ask(command).map(|_| ()).map_err(Bar::Refused)
}
