//! When and why it changed who was there: the bodies with their people, then every sign-in with what it gained or lost. As
//! lines to read; knows no screen.

use crate::domain::entry::Instant;
use crate::domain::id::PersonRef;
use crate::domain::meeting::{Mark, Meeting, Room, Turned, Whole};
use crate::domain::register::Register;
use crate::domain::time::day_of;
use crate::tui::style::Look;

/// The lines of the page.
#[must_use]
pub fn lines(meeting: &Meeting, register: &Register, look: &Look) -> Vec<String> {
    let text = look.text;
    if meeting.marks.is_empty() {
        return vec![text.presence_none().to_owned()];
    }
    let (heading, at) = match meeting.adjourned_at {
        Some(end) => (text.presence_at_end(), end),
        None => (text.presence_now(), look.now),
    };
    let room = Room::at(register, meeting, at);
    let mut lines = vec![format!("{heading}  {}", counted(&room, look))];
    for seats in &room.bodies {
        let of_kind = |person: &&PersonRef| {
            let body = register.person(**person).and_then(|person| register.body(person.body));
            body.is_some_and(|body| body.kind == seats.kind)
        };
        let names: Vec<&str> =
            room.there.iter().filter(of_kind).map(|person| text.person_named(register, *person)).collect();
        let names = if names.is_empty() { text.presence_nobody().to_owned() } else { text.listed(&names) };
        let sign = match (seats.required, seats.there) {
            (_, 1..) => "✓",
            (true, 0) => "✗",
            (false, 0) => "·",
        };
        lines.push(text.presence_body(sign, text.body_kind(seats.kind), seats.there, &names));
    }
    lines.push(String::new());
    lines.extend(happened(meeting, register, look));
    lines
}

/// Every mark and every turn, in order; a turn stands below the mark that brought it about.
fn happened(meeting: &Meeting, register: &Register, look: &Look) -> Vec<String> {
    let text = look.text;
    let first = meeting.opened_at.unwrap_or(meeting.at);
    let time = |at: Instant| {
        if day_of(at) == day_of(first) { text.time(at) } else { text.moment(at, look.today()) }
    };
    let mut moments: Vec<(Instant, bool, String)> = Vec::new();
    for Mark { person, state, by_proxy, at } in &meeting.marks {
        let proxy = by_proxy.map(|holder| text.presence_proxy(text.person_named(register, holder)));
        let state = format!("{}{}", text.attendance(*state), proxy.unwrap_or_default());
        moments.push((*at, false, text.presence_mark(&time(*at), text.person_named(register, *person), &state)));
    }
    for turned in meeting.turned(register) {
        moments.push((turned.at, true, format!("{} → {}", time(turned.at), told(&turned, look))));
    }
    moments.sort_by_key(|(at, turned, _)| (*at, *turned));
    moments.into_iter().map(|(_, _, line)| line).collect()
}

/// What was gained or lost.
fn told(turned: &Turned, look: &Look) -> String {
    let text = look.text;
    match (turned.what, turned.gained) {
        (Whole::Quorum, true) => text.presence_quorum_gained(turned.present, turned.needed.unwrap_or_default()),
        (Whole::Quorum, false) => text.presence_quorum_lost(turned.present, turned.needed.unwrap_or_default()),
        (Whole::Body(kind), true) => text.presence_body_gained(text.body_kind(kind)),
        (Whole::Body(kind), false) => text.presence_body_lost(text.body_kind(kind)),
    }
}

/// How many are there of how many, and how many are needed.
fn counted(room: &Room, look: &Look) -> String {
    let text = look.text;
    let there = text.live_there(room.present, room.expected);
    match (room.needed, room.has_quorum()) {
        (Some(needed), Some(enough)) => {
            format!("{there}  {} {}", text.live_needs(needed), if enough { "✓" } else { "✗" })
        }
        _ => there,
    }
}
