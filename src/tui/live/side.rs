//! What stands beside the minutes: the agenda against the clock, the floor, and who is here; each as a column of rows, and
//! as one line where there is no room.

use chrono::TimeDelta;

use super::names::Names;
use super::update::is_over;
use crate::cells::clean::clean;
use crate::cells::wrap;
use crate::domain::meeting::{Item, Outlined, Room};
use crate::tui::keys::{self, Action};
use crate::tui::live::LiveAct;
use crate::tui::screen::matter::{Row, flow};
use crate::tui::style::Tone;

/// Cells for used and planned minutes: `120/120`.
const MINUTES: usize = 8;

/// The agenda, an item a row: what became of it, its number, its title, minutes used and planned.
#[must_use]
pub(super) fn agenda(names: &Names<'_>, selected: Option<u32>, width: u16) -> Vec<Row> {
    let text = names.text();
    let plan = names.meeting.plan(names.register.rules(), names.look.now);
    let mut rows = Vec::new();
    for Outlined { item, under, .. } in names.meeting.outline() {
        let slot = plan.slots.iter().find(|slot| slot.item == item.number);
        let used = slot.map(|slot| slot.used.num_minutes()).filter(|used| *used > 0);
        let minutes = minutes_told(used, item.minutes);
        let indent = if under.is_some() { "  " } else { "" };
        let (sign, tone) = sign_of(item, names);
        let cells = usize::from(width).saturating_sub(2 + indent.len() + 3 + MINUTES);
        let is_selected = selected == Some(item.number);
        let title_tone = if is_selected { Tone::Selected } else { tone };
        let over = item.minutes.is_some_and(|planned| used.is_some_and(|used| used > i64::from(planned)));
        rows.push(vec![
            (format!("{sign} {indent}"), tone),
            (format!("{:>2} ", item.number), Tone::Dim),
            (wrap::pad(&clean(title(item, names)), cells), title_tone),
            (format!("{minutes:>MINUTES$}"), if over { Tone::Late } else { Tone::Dim }),
        ]);
    }
    if rows.is_empty() {
        return vec![vec![(text.live_no_agenda().to_owned(), Tone::Dim)]];
    }
    if is_over(names.meeting) {
        return rows;
    }
    if names.meeting.current.is_none() {
        rows.push(vec![(
            format!("     {}", &text.live_no_item_up(keys::shown(Action::Live(LiveAct::Next)))),
            Tone::Note,
        )]);
    } else if let Some(ends) = plan.ends {
        rows.push(vec![(format!("     {}", text.live_ends(&text.time(ends))), Tone::Dim)]);
    }
    rows
}

/// The item under discussion in one line, and the next one.
#[must_use]
pub(super) fn agenda_line(names: &Names<'_>) -> Row {
    let text = names.text();
    let meeting = names.meeting;
    let count = meeting.items().count();
    let Some(item) = meeting.current.and_then(|current| meeting.item(current)) else {
        let said = if is_over(meeting) {
            text.meeting_state(meeting.state)
        } else if count == 0 {
            text.live_no_agenda()
        } else {
            &text.live_no_item_up(keys::shown(Action::Live(LiveAct::Next)))
        };
        return vec![(said.to_owned(), Tone::Dim)];
    };
    let plan = meeting.plan(names.register.rules(), names.look.now);
    let used = plan.slots.iter().find(|slot| slot.item == item.number).map(|slot| slot.used.num_minutes());
    let (sign, _) = sign_of(item, names);
    let title = clean(title(item, names)).into_owned();
    let mut row = vec![
        (format!("{sign} {}/{count} ", item.number), Tone::Key),
        (wrap::truncate(&title, 40).into_owned(), Tone::Heading),
        (format!("  {}", minutes_told(used, item.minutes)), Tone::Dim),
    ];
    if let Some(next) = meeting.next_item() {
        let next = format!("{} {}", next.number, clean(self::title(next, names)));
        row.push((format!("   {}", text.live_then(&next)), Tone::Dim));
    }
    row
}

/// Who has the floor, with the turn's clock, and the queue, a name a row.
#[must_use]
pub(super) fn floor(names: &Names<'_>, width: u16) -> Vec<Row> {
    let mut rows = vec![speaker(names)];
    let (rule, meeting) = (speaking(names), names.meeting);
    for (place, hand) in (1..).zip(meeting.queue(names.register, &rule)) {
        let name = clean(names.text().person_named(names.register, hand.person)).into_owned();
        let name = wrap::truncate(&name, usize::from(width).saturating_sub(16)).into_owned();
        let mut row = vec![(format!("{place:>2} "), Tone::Dim), (name, Tone::Plain)];
        row.extend(about_hand(names, hand).map(|said| (format!("  {said}"), Tone::Note)));
        rows.push(row);
    }
    rows
}

/// The floor in one line: the speaker, the clock, who waits.
#[must_use]
pub(super) fn floor_line(names: &Names<'_>) -> Row {
    let text = names.text();
    let mut row = speaker(names);
    let rule = speaking(names);
    let waiting: Vec<String> = names
        .meeting
        .queue(names.register, &rule)
        .into_iter()
        .map(|hand| {
            let name = text.person_named(names.register, hand.person);
            about_hand(names, hand).map_or_else(|| name.to_owned(), |said| text.bracketed(name, said))
        })
        .collect();
    if !waiting.is_empty() {
        row.push((format!("   {}", text.live_waiting(&text.listed(&waiting))), Tone::Plain));
    }
    row
}

/// Quorum and bodies, a row each.
#[must_use]
pub(super) fn room(names: &Names<'_>) -> Vec<Row> {
    let text = names.text();
    let room = Room::now(names.register, names.meeting, names.look.now);
    let mut rows = vec![quorum(names, &room)];
    for seats in &room.bodies {
        let (sign, tone) = match (seats.required, seats.there) {
            (_, 1..) => ("✓", Tone::Good),
            (true, 0) => ("✗", Tone::Late),
            (false, 0) => (" ", Tone::Dim),
        };
        rows.push(vec![
            (format!("{sign} "), tone),
            (text.body_kind(seats.kind).to_owned(), if seats.there > 0 { Tone::Plain } else { tone }),
            (format!("  {}/{}", seats.there, seats.expected.max(seats.there)), Tone::Dim),
        ]);
    }
    rows
}

/// How many are there of how many, how many are needed, and whether that is enough.
#[must_use]
pub(super) fn quorum(names: &Names<'_>, room: &Room) -> Row {
    let text = names.text();
    let mut row = vec![(text.live_there(room.present, room.expected), Tone::Plain)];
    if let (Some(needed), Some(enough)) = (room.needed, room.has_quorum()) {
        let (sign, tone) = if enough { ("✓", Tone::Good) } else { ("✗", Tone::Late) };
        row.push((format!("  {} {sign}", text.live_needs(needed)), tone));
    }
    row
}

/// The required bodies that nobody speaks for, named; nothing where all are there.
#[must_use]
pub(super) fn missing(names: &Names<'_>, room: &Room) -> Option<(String, Tone)> {
    let text = names.text();
    let missing: Vec<&str> = room.missing().map(|kind| text.body_kind(kind)).collect();
    (!missing.is_empty()).then(|| (text.live_missing(&text.listed(&missing)), Tone::Late))
}

/// Everybody marked, by how they are marked.
#[must_use]
pub(super) fn people(names: &Names<'_>, width: u16) -> Vec<Row> {
    let text = names.text();
    let marks = names.meeting.attendance();
    let mut states: Vec<_> = marks.iter().map(|mark| mark.state).collect();
    states.sort_unstable();
    states.dedup();
    let mut rows = room(names);
    for state in states {
        let of_state = marks.iter().filter(|mark| mark.state == state);
        let called: Vec<String> = of_state.map(|mark| clean(&names.who(mark.person)).into_owned()).collect();
        let words: Vec<(&str, &str)> = called.iter().map(|name| ("", name.as_str())).collect();
        rows.extend(flow(text.attendance(state), &words, width, (Tone::Dim, Tone::Plain)));
    }
    rows
}

/// A span as a clock shows it: `1:12`, `1:02:10`; behind a minus when it has run over.
#[must_use]
pub(super) fn clock(span: TimeDelta) -> String {
    let (sign, seconds) = if span < TimeDelta::zero() { ("-", -span.num_seconds()) } else { ("", span.num_seconds()) };
    match seconds / 3600 {
        0 => format!("{sign}{}:{:02}", seconds / 60, seconds % 60),
        hours => format!("{sign}{hours}:{:02}:{:02}", seconds / 60 % 60, seconds % 60),
    }
}

fn speaker(names: &Names<'_>) -> Row {
    let (text, meeting) = (names.text(), names.meeting);
    let rule = speaking(names);
    let (Some(turn), Some(spoken)) = (meeting.floor.turn(), meeting.spoken(names.look.now)) else {
        return vec![(text.live_nobody_speaks().to_owned(), Tone::Dim)];
    };
    let limit = rule.turn_seconds.map(|seconds| format!("/{}", clock(TimeDelta::seconds(seconds.into()))));
    let over = meeting.time_left(&rule, names.look.now).is_some_and(|left| left < TimeDelta::zero());
    let mut row = vec![
        ("▸ ".to_owned(), Tone::Key),
        (text.person_named(names.register, turn.person).to_owned(), Tone::Heading),
        (format!(" {}{}", clock(spoken), limit.unwrap_or_default()), if over { Tone::Late } else { Tone::Good }),
    ];
    if turn.point_of_order {
        row.push((format!(" {}", text.live_of_order()), Tone::Near));
    } else {
        let turns = meeting.turns_taken(names.register, &rule, turn.person);
        row.push((format!(" {}", text.live_turns(turns)), Tone::Dim));
        row.extend(turn.stance.map(|stance| (format!(" {}", text.stance(stance)), Tone::Note)));
    }
    row
}

fn speaking(names: &Names<'_>) -> crate::domain::rule_set::Speaking {
    names.register.rules().meeting(names.meeting.kind).speaking.unwrap_or_default()
}

/// What is worth knowing of a raised hand: a point of order, a side, a first word.
fn about_hand(names: &Names<'_>, hand: &crate::domain::meeting::Hand) -> Option<&'static str> {
    let text = names.text();
    if hand.point_of_order {
        return Some(text.live_of_order());
    }
    if let Some(stance) = hand.stance {
        return Some(text.stance(stance));
    }
    let first = names.meeting.turns_taken(names.register, &speaking(names), hand.person) == 0;
    first.then(|| text.live_first_time())
}

fn sign_of(item: &Item, names: &Names<'_>) -> (&'static str, Tone) {
    if item.resolution.is_some() {
        ("✓", Tone::Dim)
    } else if names.meeting.current == Some(item.number) {
        ("▸", Tone::Key)
    } else if item.set_aside {
        ("~", Tone::Near)
    } else {
        (" ", Tone::Plain)
    }
}

/// What an item is about, without its number: here the place in the agenda is its number.
fn title<'a>(item: &'a Item, names: &Names<'a>) -> &'a str {
    let matter = item.matter.and_then(|matter| names.register.matter(matter));
    matter.map_or(item.topic.as_deref().unwrap_or_default(), |matter| &matter.title)
}

fn minutes_told(used: Option<i64>, planned: Option<u32>) -> String {
    match (used, planned) {
        (Some(used), Some(planned)) => format!("{used}/{planned}"),
        (Some(used), None) => used.to_string(),
        (None, Some(planned)) => planned.to_string(),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_shows_hours_only_when_there_are_some() {
        assert_eq!(clock(TimeDelta::seconds(72)), "1:12");
        assert_eq!(clock(TimeDelta::seconds(3_730)), "1:02:10");
        assert_eq!(clock(TimeDelta::seconds(-5)), "-0:05");
        assert_eq!(clock(TimeDelta::zero()), "0:00");
    }
}
