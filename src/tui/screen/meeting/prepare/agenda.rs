//! The agenda of a meeting that is prepared, as rows: when each item would be reached, its number, what it is about, its
//! minutes; below it the sum against the time there is.

use super::Row as Selectable;
use super::draw::{Line, Part};
use crate::cells::clean::clean;
use crate::cells::wrap;
use crate::domain::meeting::{Item, Meeting, Outlined, Plan, last_before, left_over};
use crate::domain::register::Register;
use crate::tui::keys::{self, Action};
use crate::tui::prepare_act::PrepareAct;
use crate::tui::style::{Look, Tone};

/// Cells for a time of day and the sign behind it: `19:00+`.
const CLOCK: usize = 7;
/// Cells for a number: `12.10`.
const NUMBER: usize = 5;
/// Cells for minutes.
pub(super) const MINUTES: usize = 8;
/// Rows wide enough to show the number of a matter as well.
const WITH_IDS: usize = 90;

/// The agenda, and what is worth saying of it.
pub(super) fn part(meeting: &Meeting, register: &Register, look: &Look, width: usize) -> Part {
    let plan = meeting.plan(register.rules(), look.now);
    let mut part = Part::new(look.text.prepare_agenda(meeting.items().count()));
    // From the first item on that has no minutes, every time is the earliest.
    let mut is_sure = true;
    let mut top = 0;
    for placed in meeting.outline() {
        top = if placed.under.is_none() { placed.place } else { top };
        let number = if placed.under.is_none() { top.to_string() } else { format!("{top}.{}", placed.place) };
        let slot = plan.slots.iter().find(|slot| slot.item == placed.item.number);
        let starts = slot.and_then(|slot| slot.starts).map(|at| look.text.time(at)).unwrap_or_default();
        let clock = format!("{starts}{}", if is_sure { "" } else { "+" });
        part.lines.push(item(&placed, (&clock, &number), register, look, width));
        is_sure &= placed.item.minutes.is_some();
    }
    if plan.slots.is_empty() {
        let (choose, write) = (shown(PrepareAct::Agenda), shown(PrepareAct::Topic));
        part.says(&look.text.prepare_empty(choose, write), Tone::Note, width);
    } else {
        sums(&mut part, &plan, look, width);
    }
    left(&mut part, meeting, register, look, width);
    part
}

fn item(placed: &Outlined<'_>, (clock, number): (&str, &str), register: &Register, look: &Look, width: usize) -> Line {
    let item = placed.item;
    let indent = if placed.under.is_some() { "  " } else { "" };
    let minutes = item.minutes.map_or_else(|| "-".to_owned(), |minutes| look.text.minutes(i64::from(minutes)));
    let room = width.saturating_sub(CLOCK + NUMBER + indent.len() + MINUTES);
    Line {
        of: Some(Selectable::Item(item.number)),
        pieces: vec![
            (wrap::pad(clock, CLOCK), Tone::Dim),
            (format!("{indent}{}", wrap::pad(number, NUMBER)), Tone::Dim),
            (wrap::pad(&title(item, register, width), room), Tone::Plain),
            (right(&minutes), if item.minutes.is_some() { Tone::Plain } else { Tone::Dim }),
        ],
    }
}

/// Minutes, against the right edge.
fn right(minutes: &str) -> String {
    format!("{}{minutes}", " ".repeat(MINUTES.saturating_sub(wrap::width(minutes))))
}

/// What an item is about; where there is room, with the number of its matter.
fn title(item: &Item, register: &Register, width: usize) -> String {
    match item.matter.and_then(|matter| register.matter(matter)) {
        Some(matter) if width >= WITH_IDS => format!("{}  {}", register.id(matter.key), clean(&matter.title)),
        Some(matter) => matter.title.clone(),
        None => item.topic.clone().unwrap_or_default(),
    }
}

/// The sum against the time there is, when it would end, and what makes both uncertain.
fn sums(part: &mut Part, plan: &Plan, look: &Look, width: usize) {
    let text = look.text;
    let (sum, tone) = match (plan.length, plan.over()) {
        (Some(length), Some(over)) if over > 0 => {
            (format!("✗ {}", text.prepare_over(plan.asked, length, over)), Tone::Late)
        }
        (Some(length), Some(0)) => (format!("✓ {}", text.prepare_exact(plan.asked, length)), Tone::Good),
        (Some(length), Some(over)) => (format!("✓ {}", text.prepare_room(plan.asked, length, -over)), Tone::Good),
        _ => (text.prepare_sum(plan.asked), Tone::Plain),
    };
    part.says(&sum, tone, width);
    let told = |at| match plan.unplanned {
        0 => text.prepare_ends(&text.time(at)),
        _ => text.prepare_ends_earliest(&text.time(at)),
    };
    let ends = plan.ends.map(told).unwrap_or_default();
    let unsure = if plan.unplanned > 0 { text.prepare_unplanned(plan.unplanned) } else { String::new() };
    part.says(&text.sentences(&[&ends, &unsure]), Tone::Dim, width);
}

/// What the last meeting left, as long as it is not on this agenda.
fn left(part: &mut Part, meeting: &Meeting, register: &Register, look: &Look, width: usize) {
    let left = left_over(register, meeting);
    let Some(last) = last_before(register, meeting).filter(|_| !left.is_empty()) else { return };
    let sentence = look.text.prepare_left(&last.title, left.len(), shown(PrepareAct::CarryOver));
    part.says(&sentence, Tone::Note, width);
}

fn shown(act: PrepareAct) -> &'static str {
    keys::shown(Action::Prepare(act))
}
