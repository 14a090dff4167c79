//! The agenda on the wall: what was done with each item, when the others would come, how long they take.

use super::sheet::Sheet;
use super::{Wall, minutes};
use crate::cells::wrap;
use crate::domain::meeting::{Item, Meeting, MeetingState, Outlined, Slot};
use crate::domain::register::Register;
use crate::tui::paint;
use crate::tui::style::Tone;

/// Cells for a number, and for the minutes.
const NUMBER: usize = 5;
const MINUTES: usize = 14;
/// Rows a title may take.
const TITLE: usize = 2;

/// An item as its row shows it.
struct Line {
    place: String,
    title: String,
    time: String,
    became: String,
    tone: Tone,
}

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
    let slot = |number| plan.slots.iter().find(|slot| slot.item == number);
    let lines: Vec<Line> = outline.iter().map(|placed| line(wall, meeting, placed, slot(placed.item.number))).collect();
    let became = lines.iter().map(|line| wrap::width(&line.became)).max().unwrap_or(0);
    let title = usize::from(sheet.area.width).saturating_sub(NUMBER + MINUTES + became + 2);
    let rows: Vec<Vec<String>> = lines.iter().map(|line| title_rows(&line.title, title)).collect();
    let highest = rows.iter().map(Vec::len).max().unwrap_or(1) + usize::from(sheet.is_roomy);
    for at in paint::window(at, outline.len(), usize::from(sheet.area.height) / highest) {
        let Line { place, time, became, tone, .. } = &lines[at];
        for (nth, words) in rows[at].iter().enumerate() {
            let (place, time, became) =
                if nth == 0 { (place.as_str(), time.as_str(), became.as_str()) } else { ("", "", "") };
            let cells = [
                (wrap::pad(place, NUMBER), Tone::Dim),
                (wrap::pad(words, title), Tone::Plain),
                (format!(" {}", wrap::pad(time, MINUTES)), Tone::Dim),
                (format!(" {became}"), *tone),
            ];
            let cells: Vec<_> = cells.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
            sheet.pieces(&cells);
        }
        if sheet.is_roomy {
            sheet.down(1);
        }
    }
}

/// A title on as many rows as it may take; what is left of it goes into the last, to be cut there.
fn title_rows(title: &str, cells: usize) -> Vec<String> {
    let rows = wrap::wrap(title, cells);
    let shown = rows.len().clamp(1, TITLE);
    let row = |nth: usize| match rows.get(nth) {
        Some(row) if nth + 1 < shown => title[row.clone()].trim_end().to_owned(),
        Some(row) => wrap::truncate(&title[row.start..], cells).into_owned(),
        None => String::new(),
    };
    (0..shown).map(row).collect()
}

/// What an item is about.
pub(super) fn title<'a>(item: &'a Item, register: &'a Register) -> &'a str {
    let matter = item.matter.and_then(|matter| register.matter(matter)).map(|matter| matter.title.as_str());
    matter.or(item.topic.as_deref()).unwrap_or_default()
}

fn line(wall: &Wall<'_>, meeting: &Meeting, placed: &Outlined<'_>, slot: Option<&Slot>) -> Line {
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
    Line { place, title: title(item, wall.register).to_owned(), time, became, tone }
}
