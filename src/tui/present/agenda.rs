//! The agenda on the wall: what was done with each item, when the others would come, how long they take.

use super::sheet::Sheet;
use super::{Wall, minutes};
use crate::cells::wrap;
use crate::domain::meeting::{Item, Meeting, MeetingState, Outlined, Slot};
use crate::domain::register::Register;
use crate::tui::paint;
use crate::tui::style::Tone;

/// Cells for a number, for the minutes, for what became of an item or when it would come.
const NUMBER: usize = 4;
const MINUTES: usize = 10;
const OUTCOME: usize = 18;

/// Paints as much of the agenda as there is room for, around the item that comes next.
pub(super) fn draw(wall: &Wall<'_>, meeting: &Meeting, sheet: &mut Sheet<'_>) {
    let text = wall.look.text;
    let outline = meeting.outline();
    if outline.is_empty() {
        return sheet.words(text.no_item_yet(), Tone::Dim, 1);
    }
    sheet.words(text.label_agenda(), Tone::Dim, 1);
    let plan = meeting.plan(wall.register.rules(), wall.look.now);
    let next = meeting.next_item().map(|item| item.number);
    let at = outline.iter().position(|placed| Some(placed.item.number) == next).unwrap_or(outline.len() - 1);
    let each = if sheet.is_roomy { 2 } else { 1 };
    for at in paint::window(at, outline.len(), usize::from(sheet.area.height / each)) {
        let placed = &outline[at];
        let slot = plan.slots.iter().find(|slot| slot.item == placed.item.number);
        row(wall, meeting, placed, slot, sheet);
        if each > 1 {
            sheet.down(1);
        }
    }
}

/// What an item is about.
pub(super) fn title<'a>(item: &'a Item, register: &'a Register) -> &'a str {
    let matter = item.matter.and_then(|matter| register.matter(matter)).map(|matter| matter.title.as_str());
    matter.or(item.topic.as_deref()).unwrap_or_default()
}

fn row(wall: &Wall<'_>, meeting: &Meeting, placed: &Outlined<'_>, slot: Option<&Slot>, sheet: &mut Sheet<'_>) {
    let (text, item) = (wall.look.text, placed.item);
    let indent = if placed.under.is_some() { "  " } else { "" };
    let place = format!("{indent}{}.", placed.place);
    let used = slot.map(|slot| minutes(slot.used)).unwrap_or_default();
    let time = match (item.minutes, used) {
        (Some(planned), 1..) => format!("{used} / {}", text.minutes(i64::from(planned))),
        (Some(planned), _) => text.minutes(i64::from(planned)),
        (None, 1..) => text.minutes(used),
        (None, _) => String::new(),
    };
    let is_over = !matches!(meeting.state, MeetingState::Planned | MeetingState::Open);
    let starts = slot.and_then(|slot| slot.starts).filter(|_| !is_over).map(|at| text.time(at));
    let (became, tone) = match &item.resolution {
        Some(resolution) => (text.outcome(resolution.outcome).to_owned(), Tone::Good),
        None if meeting.current == Some(item.number) => (text.item_current().to_owned(), Tone::Key),
        None => (starts.unwrap_or_default(), Tone::Dim),
    };
    let width = usize::from(sheet.area.width).saturating_sub(NUMBER + MINUTES + OUTCOME + 4);
    let cells = [
        (wrap::pad(&place, NUMBER + 1), Tone::Dim),
        (wrap::pad(title(item, wall.register), width), Tone::Plain),
        (format!(" {}", wrap::pad(&time, MINUTES + 4)), Tone::Dim),
        (format!(" {became}"), tone),
    ];
    let cells: Vec<_> = cells.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
    sheet.pieces(&cells);
}
