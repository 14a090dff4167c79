//! Rules of the second step, inside a meeting: who is there, what is under discussion, and who has the floor.

use super::Decision;
use super::agenda::open_item;
use super::desk::{Desk, NAME_LIMIT, line};
use crate::domain::code::{Attendance, BodyKind, Warning};
use crate::domain::command::{
    EndTurn, GiveFloor, LowerHand, MarkAttendance, PointOfOrder, RaiseHand, SetAside, TakeUp,
};
use crate::domain::event::{
    AttendanceMarked, Event, FloorGiven, HandLowered, HandRaised, ItemSetAside, ItemTakenUp, OrderCalled, PersonAdded,
    TurnEnded,
};
use crate::domain::id::{MatterRef, PersonRef};
use crate::domain::matter::Matter;
use crate::domain::meeting::{Item, Meeting, MeetingState};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::rule_set::Speaking;

impl Desk<'_> {
    pub(super) fn mark_attendance(&self, c: &MarkAttendance) -> Decision {
        let meeting = self.meeting(&c.meeting)?;
        self.not_sealed(meeting)?;
        if meeting.state == MeetingState::Cancelled {
            return Err(Refusal::MeetingCancelled { meeting: self.register.id(meeting.key) });
        }
        let (person, added) = match (&c.person, &c.name) {
            (Some(person), None) => (self.person(person)?.key, Vec::new()),
            (None, Some(name)) => self.guest(name, c.body.as_deref())?,
            _ => return Err(Refusal::OneOf { fields: &["person", "name"] }),
        };
        let by_proxy = self.person_if(c.by_proxy.as_deref())?;
        if (c.state == Attendance::Represented) != by_proxy.is_some() || by_proxy == Some(person) {
            return Err(Refusal::BadProxy);
        }
        let at = c.at.unwrap_or(self.context.now);
        let marked = AttendanceMarked { meeting: meeting.key, person, state: c.state, by_proxy, at };
        Ok(added.into_iter().chain([marked.into()]).collect())
    }

    /// Whoever bears this name and, if it was given, speaks for this body; put on the roster if nobody does. A guest who
    /// speaks for no body has no vote.
    fn guest(&self, name: &str, body: Option<&str>) -> Result<(PersonRef, Vec<Event>), Refusal> {
        let name = line("name", name, NAME_LIMIT)?;
        let given = body.filter(|body| !body.trim().is_empty());
        let (body, new_body) = self.body_or_new(given.unwrap_or(BodyKind::Other.code()))?;
        let known = self.register.people().filter(|person| person.name == name);
        let same: Vec<String> = known
            .filter(|person| given.is_none() || person.body == body)
            .map(|person| self.register.id(person.key))
            .collect();
        match &same[..] {
            [] => {}
            [id] => return Ok((self.person(id)?.key, Vec::new())),
            _ => return Err(Refusal::AmbiguousId { given: name, candidates: same }),
        }
        let (person, id) = self.make(Kind::Person, PersonRef);
        let voting = given.is_some();
        let added = PersonAdded { person, id, name, body, role: None, phone: None, place: None, voting, until: None };
        Ok((person, new_body.into_iter().chain([added.into()]).collect()))
    }

    pub(super) fn take_up(&self, c: &TakeUp) -> Decision {
        let meeting = self.going_on(&c.meeting)?;
        let item = open_item(meeting, c.item)?;
        if meeting.current == Some(item.number) {
            return Err(Refusal::AlreadyTakenUp { item: item.number });
        }
        let matter = self.item_matter(item, |_| self.still_here(meeting, item).is_some())?;
        Ok(vec![ItemTakenUp { meeting: meeting.key, item: item.number, matter }.into()])
    }

    /// The matter of an item; refused when it has left this agenda by another door.
    pub(super) fn item_matter(
        &self,
        item: &Item,
        belongs_here: impl FnOnce(&Matter) -> bool,
    ) -> Result<Option<MatterRef>, Refusal> {
        match item.matter.and_then(|matter| self.register.matter(matter)) {
            Some(matter) if matter.newer => Err(Refusal::NeedsNewerProgram { id: self.register.id(matter.key) }),
            Some(matter) if !belongs_here(matter) => Err(self.wrong_stage(matter)),
            matter => Ok(matter.map(|matter| matter.key)),
        }
    }

    pub(super) fn set_aside(&self, c: &SetAside) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        let item = open_item(meeting, c.item)?;
        if item.set_aside {
            return Err(Refusal::NothingChanges);
        }
        let matter = self.item_matter(item, |_| self.still_here(meeting, item).is_some())?;
        Ok(vec![ItemSetAside { meeting: meeting.key, item: item.number, matter }.into()])
    }

    pub(super) fn raise_hand(&self, c: &RaiseHand) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        let person = self.person(&c.person)?.key;
        if meeting.floor.hand(person).is_some_and(|hand| hand.stance == c.stance) {
            return Err(Refusal::HandIsUp);
        }
        Ok(vec![HandRaised { meeting: meeting.key, person, stance: c.stance }.into()])
    }

    pub(super) fn lower_hand(&self, c: &LowerHand) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        let person = self.person(&c.person)?.key;
        meeting.floor.hand(person).ok_or(Refusal::NoHand)?;
        Ok(vec![HandLowered { meeting: meeting.key, person }.into()])
    }

    pub(super) fn point_of_order(&self, c: &PointOfOrder) -> Decision {
        let meeting = self.going_on(&c.meeting)?;
        let person = self.person(&c.person)?.key;
        if meeting.floor.hand(person).is_some_and(|hand| hand.point_of_order) {
            return Err(Refusal::HandIsUp);
        }
        Ok(vec![OrderCalled { meeting: meeting.key, person }.into()])
    }

    pub(super) fn give_floor(&self, c: &GiveFloor) -> Decision {
        let meeting = self.going_on(&c.meeting)?;
        let person = self.person(&c.person)?.key;
        let hand = meeting.floor.hand(person);
        let point_of_order = hand.is_some_and(|hand| hand.point_of_order);
        if meeting.floor.turn().is_some_and(|turn| turn.person == person && turn.point_of_order == point_of_order) {
            return Err(Refusal::HasTheFloor);
        }
        let rule = self.speaking(meeting);
        let mut warnings = Vec::new();
        let now = self.context.now;
        if !meeting.marks.is_empty() && !meeting.in_the_room(now).any(|there| there == person) {
            warnings.push(Warning::NotThere);
        }
        // Whoever a point of order interrupted goes on, and that is no new turn.
        let goes_on = meeting.floor.would_go_on(person, meeting.current);
        if !point_of_order && !goes_on && meeting.turns_left(self.register, &rule, person) == Some(0) {
            warnings.push(Warning::TurnsUsedUp);
        }
        let stance = c.stance.or_else(|| hand?.stance);
        let floor =
            FloorGiven { meeting: meeting.key, item: meeting.current, person, stance, point_of_order, warnings };
        Ok(vec![floor.into()])
    }

    pub(super) fn end_turn(&self, c: &EndTurn) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        let turn = meeting.floor.turn().ok_or(Refusal::NobodySpeaks)?;
        let left = meeting.time_left(&self.speaking(meeting), self.context.now);
        let over = !turn.point_of_order && left.is_some_and(|left| left < chrono::TimeDelta::zero());
        let warnings = if over { vec![Warning::TurnTooLong] } else { Vec::new() };
        Ok(vec![TurnEnded { meeting: meeting.key, person: turn.person, warnings }.into()])
    }

    fn speaking(&self, meeting: &Meeting) -> Speaking {
        self.rules().meeting(meeting.kind).speaking.unwrap_or_default()
    }
}
