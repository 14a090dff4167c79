//! A meeting as it is held, in JSON: what its kind requires, who is there, the clock, the floor.

use serde::Serialize;

use super::{Meeting, Sight};
use crate::domain::code::{Attendance, BodyKind, Stance};
use crate::domain::entry::Instant;
use crate::domain::id::MatterRef;
use crate::domain::meeting::{self, CheckState, LeftOver, MeetingState, Requirement, Room, Seats, Turned, Whole};

/// A meeting with all that is reckoned from it at this moment.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Sitting<'a> {
    #[serde(flatten)]
    meeting: Meeting<'a>,
    checklist: Vec<Check>,
    room: Here,
    quorum_log: Vec<Turn>,
    plan: Plan,
    floor: Floor,
    left_over: Vec<Left>,
}

#[derive(Debug, Serialize)]
struct Check {
    what: &'static str,
    body: Option<BodyKind>,
    state: CheckState,
}

#[derive(Debug, Serialize)]
struct Here {
    there: Vec<String>,
    expected: u32,
    present: u32,
    needed: Option<u32>,
    quorum: Option<bool>,
    bodies: Vec<Body>,
}

#[derive(Debug, Serialize)]
struct Body {
    kind: BodyKind,
    required: bool,
    expected: u32,
    there: u32,
}

#[derive(Debug, Serialize)]
struct Turn {
    at: Instant,
    what: &'static str,
    body: Option<BodyKind>,
    gained: bool,
    present: u32,
    needed: Option<u32>,
    person: Option<String>,
    state: Option<Attendance>,
}

#[derive(Debug, Serialize)]
struct Plan {
    asked_minutes: u32,
    length_minutes: Option<u32>,
    without_minutes: usize,
    sat_seconds: i64,
    ends: Option<Instant>,
    next: Option<u32>,
    items: Vec<Slot>,
}

#[derive(Debug, Serialize)]
struct Slot {
    item: u32,
    minutes: Option<u32>,
    used_seconds: i64,
    starts: Option<Instant>,
}

#[derive(Debug, Serialize)]
struct Floor {
    speaker: Option<String>,
    since: Option<Instant>,
    stance: Option<Stance>,
    seconds_left: Option<i64>,
    queue: Vec<Hand>,
    turns: usize,
}

#[derive(Debug, Serialize)]
struct Hand {
    person: String,
    stance: Option<Stance>,
    point_of_order: bool,
    turns_left: Option<usize>,
}

#[derive(Debug, Serialize)]
struct Left {
    from: String,
    matter: Option<String>,
    topic: Option<String>,
    minutes: Option<u32>,
}

impl<'a> Sitting<'a> {
    pub(in crate::cli) fn new(sight: Sight<'a>, meeting: &'a meeting::Meeting) -> Self {
        let register = sight.register;
        let ahead = matches!(meeting.state, MeetingState::Planned | MeetingState::Open);
        let left = if ahead { meeting::left_over(register, meeting) } else { Vec::new() };
        let room = Room::now(register, meeting, meeting.adjourned_at.unwrap_or(sight.now));
        Self {
            meeting: Meeting::new(sight, meeting),
            checklist: meeting.checklist(register, sight.now).into_iter().map(Check::new).collect(),
            room: Here::new(sight, &room),
            quorum_log: meeting.turned(register).iter().map(|turned| Turn::new(sight, turned)).collect(),
            plan: Plan::new(sight, meeting),
            floor: Floor::new(sight, meeting),
            left_over: left.into_iter().map(|item| Left::new(sight, item)).collect(),
        }
    }
}

impl Check {
    fn new(check: meeting::Check) -> Self {
        let (what, body) = match check.what {
            Requirement::Notice(_) => ("notice", None),
            Requirement::AgendaPosted(_) => ("agenda_posted", None),
            Requirement::Invited(kind) => ("invited", Some(kind)),
            Requirement::Chair => ("chair", None),
            Requirement::Secretary => ("secretary", None),
            Requirement::Quorum { .. } => ("quorum", None),
            Requirement::Present(kind) => ("present", Some(kind)),
            Requirement::Position(kind) => ("position", Some(kind)),
            Requirement::Confirmed(kind) => ("confirmed", Some(kind)),
        };
        Self { what, body, state: check.state }
    }
}

impl Here {
    fn new(sight: Sight<'_>, room: &Room) -> Self {
        let body = |seats: &Seats| Body {
            kind: seats.kind,
            required: seats.required,
            expected: seats.expected,
            there: seats.there,
        };
        Self {
            there: sight.ids(&room.there),
            expected: room.expected,
            present: room.present,
            needed: room.needed,
            quorum: room.has_quorum(),
            bodies: room.bodies.iter().map(body).collect(),
        }
    }
}

impl Turn {
    fn new(sight: Sight<'_>, turned: &Turned) -> Self {
        let (what, body) = match turned.what {
            Whole::Quorum => ("quorum", None),
            Whole::Body(kind) => ("body", Some(kind)),
        };
        Self {
            at: turned.at,
            what,
            body,
            gained: turned.gained,
            present: turned.present,
            needed: turned.needed,
            person: turned.because.map(|(person, _)| sight.id(person)),
            state: turned.because.map(|(_, state)| state),
        }
    }
}

impl Plan {
    fn new(sight: Sight<'_>, meeting: &meeting::Meeting) -> Self {
        let plan = meeting.plan(sight.register.rules(), sight.now);
        let slot = |slot: &meeting::Slot| Slot {
            item: slot.item,
            minutes: slot.minutes,
            used_seconds: slot.used.num_seconds(),
            starts: slot.starts,
        };
        Self {
            asked_minutes: plan.asked,
            length_minutes: plan.length,
            without_minutes: plan.unplanned,
            sat_seconds: meeting.sat(sight.now).num_seconds(),
            ends: plan.ends,
            next: meeting.next_item().map(|item| item.number),
            items: plan.slots.iter().map(slot).collect(),
        }
    }
}

impl Floor {
    fn new(sight: Sight<'_>, meeting: &meeting::Meeting) -> Self {
        let register = sight.register;
        let rule = register.rules().meeting(meeting.kind).speaking.unwrap_or_default();
        let turn = meeting.floor.turn();
        let hand = |hand: &meeting::Hand| Hand {
            person: sight.id(hand.person),
            stance: hand.stance,
            point_of_order: hand.point_of_order,
            turns_left: meeting.turns_left(register, &rule, hand.person),
        };
        Self {
            speaker: turn.map(|turn| sight.id(turn.person)),
            since: turn.map(|turn| turn.from),
            stance: turn.and_then(|turn| turn.stance),
            seconds_left: meeting.time_left(&rule, sight.now).map(|left| left.num_seconds()),
            queue: meeting.queue(register, &rule).into_iter().map(hand).collect(),
            turns: meeting.floor.turns.len(),
        }
    }
}

impl Left {
    fn new(sight: Sight<'_>, item: LeftOver) -> Self {
        Self {
            from: sight.id(item.from),
            matter: item.matter.map(|matter: MatterRef| sight.id(matter)),
            topic: item.topic,
            minutes: item.minutes,
        }
    }
}
