//! The fold of facts about the course of a meeting: its order, breaks, the floor, and the hand on the minutes.

use super::Register;
use super::fold::Act;
use crate::domain::edits::Editable;
use crate::domain::event::{
    AgendaOrdered, FloorGiven, HandLowered, HandRaised, ItemChanged, ItemSetAside, MeetingPaused, MeetingResumed,
    MinutesCorrected, NoteStruck, OrderCalled, TurnEnded,
};
use crate::domain::id::MeetingRef;
use crate::domain::meeting::{Correction, Course, Hand, Meeting, MeetingState, Pause, Step, Struck, Turn};
use crate::domain::stage::Standing;

impl Register {
    pub(super) fn item_changed(&mut self, e: &ItemChanged, act: Act<'_>) -> Option<()> {
        let item = self.meetings.get_mut(&e.meeting)?.item_of(e.item, e.matter)?;
        item.edit(act.id, &e.known, &e.change);
        Some(())
    }

    /// What was placed elsewhere meanwhile follows what was put in order, in the order it had.
    pub(super) fn agenda_ordered(&mut self, e: &AgendaOrdered) -> Option<()> {
        let agenda = &mut self.meetings.get_mut(&e.meeting)?.agenda;
        let place = |number: u32| e.order.iter().position(|placed| placed.item == number);
        agenda.sort_by_key(|item| place(item.number).unwrap_or(usize::MAX));
        for item in agenda {
            if let Some(placed) = place(item.number).and_then(|at| e.order.get(at)) {
                item.under = placed.under;
            }
        }
        Some(())
    }

    pub(super) fn meeting_paused(&mut self, e: &MeetingPaused, act: Act<'_>) -> Option<()> {
        let meeting = self.in_session(e.meeting).filter(|meeting| meeting.paused.is_none())?;
        meeting.paused = Some(Pause { since: act.at, reason: e.reason.clone(), until: e.until });
        meeting.floor.end(act.at);
        meeting.course.push(Step { at: act.at, what: Course::Paused(e.until) });
        Some(())
    }

    pub(super) fn meeting_resumed(&mut self, e: &MeetingResumed, act: Act<'_>) -> Option<()> {
        let meeting = self.in_session(e.meeting)?;
        meeting.paused.take()?;
        meeting.course.push(Step { at: act.at, what: Course::Resumed });
        Some(())
    }

    pub(super) fn item_set_aside(&mut self, e: &ItemSetAside, act: Act<'_>) -> Option<()> {
        let meeting = self.in_session(e.meeting)?;
        let item = meeting.item_of(e.item, e.matter).filter(|item| !item.taken_off && item.resolution.is_none())?;
        item.set_aside = true;
        let number = item.number;
        meeting.turn_from(number, act);
        if let Some(matter) = e.matter {
            let waiting = self.matter_at(matter, e.meeting)?;
            if waiting.standing == Standing::InDiscussion {
                waiting.standing = Standing::Scheduled;
            }
        }
        Some(())
    }

    pub(super) fn hand_raised(&mut self, e: &HandRaised, act: Act<'_>) -> Option<()> {
        let hands = &mut self.in_session(e.meeting)?.floor.hands;
        match hands.iter_mut().find(|hand| hand.person == e.person) {
            Some(hand) => hand.stance = e.stance,
            None => hands.push(Hand { person: e.person, stance: e.stance, point_of_order: false, at: act.at }),
        }
        Some(())
    }

    pub(super) fn hand_lowered(&mut self, e: &HandLowered) -> Option<()> {
        let hands = &mut self.in_session(e.meeting)?.floor.hands;
        hands.retain(|hand| hand.person != e.person);
        Some(())
    }

    /// Two laptops may give the floor at once; it goes from the one to the other.
    pub(super) fn floor_given(&mut self, e: &FloorGiven, act: Act<'_>) -> Option<()> {
        let floor = &mut self.in_session(e.meeting)?.floor;
        let speaks = |turn: &Turn| turn.person == e.person && turn.point_of_order == e.point_of_order;
        if !floor.turn().is_some_and(speaks) {
            floor.begin(Turn {
                item: e.item,
                person: e.person,
                stance: e.stance,
                point_of_order: e.point_of_order,
                goes_on: false,
                from: act.at,
                until: None,
            });
        }
        Some(())
    }

    pub(super) fn turn_ended(&mut self, e: &TurnEnded, act: Act<'_>) -> Option<()> {
        let floor = &mut self.in_session(e.meeting)?.floor;
        floor.turn().filter(|turn| turn.person == e.person)?;
        floor.end(act.at);
        Some(())
    }

    pub(super) fn order_called(&mut self, e: &OrderCalled, act: Act<'_>) -> Option<()> {
        let hands = &mut self.in_session(e.meeting)?.floor.hands;
        match hands.iter_mut().find(|hand| hand.person == e.person) {
            Some(hand) => hand.point_of_order = true,
            None => hands.push(Hand { person: e.person, stance: None, point_of_order: true, at: act.at }),
        }
        Some(())
    }

    pub(super) fn note_struck(&mut self, e: &NoteStruck, act: Act<'_>) -> Option<()> {
        let note = self.notes.get_mut(&e.note)?;
        note.struck.get_or_insert_with(|| Struck { at: act.at, by: act.by.to_owned(), reason: e.reason.clone() });
        self.meetings.get_mut(&e.meeting)?.outdate();
        Some(())
    }

    pub(super) fn minutes_corrected(&mut self, e: &MinutesCorrected, act: Act<'_>) -> Option<()> {
        let by = act.by.to_owned();
        let correction = Correction { at: act.at, by, note: e.note, text: e.text.clone() };
        let meeting = self.meetings.get_mut(&e.meeting)?;
        meeting.corrections.push(correction);
        meeting.outdate();
        Some(())
    }

    fn in_session(&mut self, meeting: MeetingRef) -> Option<&mut Meeting> {
        self.meetings.get_mut(&meeting).filter(|meeting| meeting.state == MeetingState::Open)
    }
}

impl Meeting {
    /// Another item comes under discussion, or none: what was said of the one before is over, and so are the hands raised
    /// for it.
    pub(super) fn turn_to(&mut self, item: Option<u32>, act: Act<'_>) {
        if self.current != item {
            self.current = item;
            self.floor.end(act.at);
            self.floor.hands.clear();
            self.course.push(Step { at: act.at, what: Course::On(item) });
        }
    }

    /// Leaves an item, if it is under discussion.
    pub(super) fn turn_from(&mut self, item: u32, act: Act<'_>) {
        if self.current == Some(item) {
            self.turn_to(None, act);
        }
    }
}
