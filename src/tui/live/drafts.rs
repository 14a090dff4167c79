//! What the keys of the room draft: breaks, forms, another order of the agenda.

use super::names::Names;
use super::reading::TaskDraft;
use super::{Ask, ask};
use crate::domain::command::{AdjournMeeting, OrderAgenda, PauseMeeting, Placed, ResumeMeeting};
use crate::domain::meeting::{Meeting, Outlined};
use crate::tui::dialog::{self, Draft};
use crate::tui::style::Look;

/// What the menu of breaks offers, in its order.
pub(super) fn breaks(meeting: &Meeting, look: &Look) -> Vec<&'static str> {
    let text = look.text;
    match meeting.paused {
        Some(_) => vec![text.live_go_on(), text.live_end()],
        None => vec![text.live_short_break(), text.live_another_day(), text.live_end()],
    }
}

pub(super) fn break_off(at: usize, names: &Names<'_>) -> Option<Ask> {
    let meeting = names.register.id(names.meeting.key);
    match (names.meeting.paused.is_some(), at) {
        (true, 0) => Some(ask(ResumeMeeting { meeting })),
        (true, 1) | (false, 2) => Some(ask(AdjournMeeting { meeting })),
        (false, 0) => Some(ask(PauseMeeting { meeting, reason: None, until: None })),
        (false, 1) => Some(Ask::Form(Box::new(dialog::pause_form(names.meeting, names.register, names.text())))),
        _ => None,
    }
}

pub(super) fn form_for(task: &TaskDraft, names: &Names<'_>) -> Ask {
    Ask::Form(Box::new(dialog::task_form(names.meeting, names.item(), task, names.register, names.text())))
}

pub(super) fn form_of(draft: Draft) -> Option<Ask> {
    match draft {
        Draft::Form(form) => Some(Ask::Form(form)),
        _ => None,
    }
}

/// The order in which an item, with those under it, comes right behind the one under discussion.
pub(super) fn forward(meeting: &Meeting, item: u32, id: String) -> OrderAgenda {
    let place = |placed: &Outlined<'_>| Placed { item: placed.item.number, under: placed.under };
    let (moved, mut order): (Vec<Placed>, Vec<Placed>) =
        meeting.outline().iter().map(place).partition(|placed| placed.item == item || placed.under == Some(item));
    let moved =
        moved.into_iter().map(|placed| if placed.item == item { Placed { under: None, ..placed } } else { placed });
    let top =
        |number: u32| order.iter().find(|placed| placed.item == number).map(|placed| placed.under.unwrap_or(number));
    let current = meeting.current.and_then(top);
    let at =
        order.iter().rposition(|placed| Some(placed.item) == current || current.is_some() && placed.under == current);
    let at = at.map_or(0, |at| at + 1);
    order.splice(at..at, moved);
    OrderAgenda { meeting: id, order }
}
