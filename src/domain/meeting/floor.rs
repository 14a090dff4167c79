//! The floor: who asks to speak, who speaks, who is next by the speaking rule. Advice only: the chair gives the floor to
//! whom the chair likes.

use std::cmp::Reverse;

use chrono::TimeDelta;

use super::{Meeting, Note};
use crate::domain::code::{NoteKind, Stance};
use crate::domain::entry::Instant;
use crate::domain::id::PersonRef;
use crate::domain::register::Register;
use crate::domain::rule_set::{Speaking, TurnsOn};

/// Who asked for the floor, and who had it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Floor {
    /// Raised hands, in the order they were raised.
    pub hands: Vec<Hand>,
    /// Turns, in the order they were given; the last one may still go on.
    pub turns: Vec<Turn>,
}

/// A raised hand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hand {
    /// Whose.
    pub person: PersonRef,
    /// To speak for or against.
    pub stance: Option<Stance>,
    /// Whether for a point of order.
    pub point_of_order: bool,
    /// Since when.
    pub at: Instant,
}

/// A turn at speaking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turn {
    /// The item then under discussion.
    pub item: Option<u32>,
    /// Who spoke.
    pub person: PersonRef,
    /// For or against.
    pub stance: Option<Stance>,
    /// Whether it was a point of order, which is no turn.
    pub point_of_order: bool,
    /// Whether it goes on with the turn that a point of order interrupted.
    pub goes_on: bool,
    /// From when.
    pub from: Instant,
    /// Until when; none: it goes on.
    pub until: Option<Instant>,
}

impl Floor {
    /// Whose turn it is.
    #[must_use]
    pub fn turn(&self) -> Option<&Turn> {
        self.turns.last().filter(|turn| turn.until.is_none())
    }

    /// The raised hand of a person.
    #[must_use]
    pub fn hand(&self, person: PersonRef) -> Option<&Hand> {
        self.hands.iter().find(|hand| hand.person == person)
    }

    /// Ends the turn that goes on; no turn ends before it began.
    pub(in crate::domain) fn end(&mut self, at: Instant) {
        if let Some(turn) = self.turns.last_mut().filter(|turn| turn.until.is_none()) {
            turn.until = Some(at.max(turn.from));
        }
    }

    /// Begins a turn; whoever had the floor has ended, and whoever gets it asks no more.
    pub(in crate::domain) fn begin(&mut self, mut turn: Turn) {
        self.end(turn.from);
        self.hands.retain(|hand| hand.person != turn.person);
        turn.goes_on = !turn.point_of_order && self.would_go_on(turn.person, turn.item);
        self.turns.push(turn);
    }

    /// Whether this person's turn on this item was interrupted by the point of order raised last.
    #[must_use]
    pub fn would_go_on(&self, person: PersonRef, item: Option<u32>) -> bool {
        matches!(self.turns[..], [.., before, interrupted]
            if interrupted.point_of_order
                && before.person == person
                && before.item == item
                && before.until == Some(interrupted.from))
    }

    /// Somebody asks for nothing any more, and speaks no more.
    pub(in crate::domain) fn leave(&mut self, person: PersonRef, at: Instant) {
        self.hands.retain(|hand| hand.person != person);
        if self.turn().is_some_and(|turn| turn.person == person) {
            self.end(at);
        }
    }
}

impl Turn {
    /// Whether it counts among the turns of a person: neither a point of order, nor the rest of a turn, nor one that was
    /// taken away in the instant it was given.
    fn counts(&self) -> bool {
        !self.point_of_order && !self.goes_on && self.until != Some(self.from)
    }

    fn lasted(&self, now: Instant) -> TimeDelta {
        (self.until.unwrap_or(now) - self.from).max(TimeDelta::zero())
    }
}

impl Meeting {
    /// The raised hands in the order in which the rule would have them speak: points of order first; then, as far as the
    /// rule asks for it, those who have not spoken on this item, for and against in turn; then as the hands went up.
    #[must_use]
    pub fn queue(&self, register: &Register, rule: &Speaking) -> Vec<&Hand> {
        let (mut queue, mut waiting): (Vec<&Hand>, Vec<&Hand>) =
            self.floor.hands.iter().partition(|hand| hand.point_of_order);
        let has_spoken = |hand: &Hand| rule.new_first && self.turns_taken(register, rule, hand.person) > 0;
        let counted = self.counted(register, rule);
        let mut last = counted.filter_map(|turn| turn.stance).last();
        while !waiting.is_empty() {
            let repeats = |hand: &Hand| rule.alternate && last.is_some() && hand.stance != last.map(Stance::other);
            // `max_by_key` would take the last of equals; the least takes the first, and hands stand as they went up.
            let next = (0..waiting.len()).min_by_key(|at| (has_spoken(waiting[*at]), repeats(waiting[*at])));
            let hand = waiting.remove(next.unwrap_or(0));
            last = hand.stance.or(last);
            queue.push(hand);
        }
        queue
    }

    /// How many turns a person has had on this item, or on its latest motion where the rule counts by motion.
    #[must_use]
    pub fn turns_taken(&self, register: &Register, rule: &Speaking, person: PersonRef) -> usize {
        self.counted(register, rule).filter(|turn| turn.person == person).count()
    }

    /// How many turns a person still has; none: as many as the chair likes.
    #[must_use]
    pub fn turns_left(&self, register: &Register, rule: &Speaking, person: PersonRef) -> Option<usize> {
        let limit = usize::try_from(rule.turns?).unwrap_or(usize::MAX);
        Some(limit.saturating_sub(self.turns_taken(register, rule, person)))
    }

    fn counted(&self, register: &Register, rule: &Speaking) -> impl Iterator<Item = &Turn> {
        let since = match rule.turns_on {
            Some(TurnsOn::Motion) => self.latest_motion(register).map(|motion| motion.at),
            _ => None,
        };
        let counts = move |turn: &&Turn| turn.counts() && since.is_none_or(|since| turn.from >= since);
        self.floor.turns.iter().filter(|turn| turn.item == self.current).filter(counts)
    }

    /// How long whoever has the floor has spoken, the part before a point of order included.
    #[must_use]
    pub fn spoken(&self, now: Instant) -> Option<TimeDelta> {
        let turn = self.floor.turn()?;
        let earlier = match self.floor.turns[..] {
            [.., before, _, last] if last.goes_on => before.lasted(now),
            _ => TimeDelta::zero(),
        };
        Some(turn.lasted(now) + earlier)
    }

    /// What is left of the turn of whoever has the floor; negative once it has run over.
    #[must_use]
    pub fn time_left(&self, rule: &Speaking, now: Instant) -> Option<TimeDelta> {
        Some(TimeDelta::seconds(i64::from(rule.turn_seconds?)) - self.spoken(now)?)
    }

    /// The turn that an entry of the minutes was said in.
    #[must_use]
    pub fn turn_of(&self, note: &Note) -> Option<&Turn> {
        let speaks = |turn: &&Turn| note.speaker == Some(turn.person) && note.item == turn.item;
        let during = |turn: &&Turn| note.at >= turn.from && turn.until.is_none_or(|until| note.at <= until);
        self.floor.turns.iter().rev().filter(speaks).find(during)
    }

    /// The motion on this item that nothing has been made of: the latest that was not struck, unless a consensus came
    /// after it or the item is settled. One at a time is the rule.
    #[must_use]
    pub fn open_motion<'a>(&self, register: &'a Register, item: Option<u32>) -> Option<&'a Note> {
        let settled = item.and_then(|item| self.item(item)).is_some_and(|item| item.resolution.is_some());
        let notes = self.notes.iter().rev().filter_map(|note| register.note(*note));
        let mut ends = notes.filter(|note| note.item == item && note.struck.is_none());
        let last = ends.find(|note| matches!(note.kind, NoteKind::Motion | NoteKind::Consensus));
        last.filter(|note| note.kind == NoteKind::Motion && !settled)
    }

    /// The last motion made on the item under discussion, whatever became of it.
    fn latest_motion<'a>(&self, register: &'a Register) -> Option<&'a Note> {
        let notes = self.notes.iter().filter_map(|note| register.note(*note));
        notes
            .filter(|note| note.item == self.current && note.kind == NoteKind::Motion)
            .max_by_key(|note| (note.at, Reverse(note.key)))
    }
}

impl Stance {
    /// The other side.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::For => Self::Against,
            Self::Against => Self::For,
        }
    }
}
