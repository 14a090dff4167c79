//! The minutes of a meeting that is over: read through from top to bottom, corrected where they are wrong, confirmed by the
//! bodies, sealed. Holds no rule: it says what the next step is, and asks for it.

mod aside;
mod draw;
mod reading;

use ratatui::layout::Rect;

use super::keys::Action;
use super::narrowing::Narrow;
use super::style::Look;
use super::world::World;
use crate::domain::id::{ActId, MeetingRef, NoteRef};
use crate::domain::meeting::{Meeting, MeetingState, Signature, Whereabouts};
use crate::domain::register::Register;

use reading::{Reading, Top};

pub use draw::{convene_told, draw};

/// What a key asks for here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignAct {
    /// The next step, whatever it is.
    Next,
    /// Correct the selected entry.
    Correct,
    /// Strike it.
    Strike,
    /// Add a correction that concerns no single entry.
    Add,
    /// Ask the bodies to confirm.
    Confirm,
    /// Seal.
    Seal,
    /// Hand on what was not finished.
    CarryOver,
    /// Show who was there when.
    Presence,
}

/// What is to be done next.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    /// The meeting is not over.
    NotOver,
    /// The minutes are not read to their end.
    Read,
    /// Some bodies are still to be asked.
    Confirm,
    /// The minutes are to be sealed.
    Seal,
    /// What was not finished is to be handed on to this meeting.
    CarryOver(MeetingRef),
    /// So many items wait for a meeting that is still to be convened.
    Convene(usize),
    /// Nothing.
    Nothing,
}

/// The state of the screen.
#[derive(Debug, Clone)]
pub struct Sign {
    key: MeetingRef,
    /// The selected entry.
    note: Option<NoteRef>,
    top: Top,
    /// Whether the end was seen.
    read: bool,
    /// Whether the bodies are being asked one after the other.
    asking: bool,
    /// How many parts of the minutes are shown.
    kept: usize,
    /// The digest of the sealing act, once it is known; then none where it cannot be read.
    digest: Digest,
}

/// What is known of the digest.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Digest {
    /// It was not asked for.
    Unasked,
    /// It was asked for.
    Asked(ActId),
    /// It was read; none: it could not be.
    Read(ActId, Option<String>),
}

impl Sign {
    /// The minutes of a meeting, from their beginning.
    #[must_use]
    pub fn new(key: MeetingRef, world: &World<'_>) -> Self {
        let meeting = world.register.meeting(key);
        // Whoever confirmed has seen to it that they were read.
        let read =
            meeting.is_some_and(|meeting| !meeting.confirmed.is_empty() || meeting.state == MeetingState::Sealed);
        Self { key, note: None, top: Top::default(), read, asking: false, kept: 0, digest: Digest::Unasked }
    }

    /// The meeting.
    #[must_use]
    pub fn key(&self) -> MeetingRef {
        self.key
    }

    /// The selected entry.
    #[must_use]
    pub fn note(&self) -> Option<NoteRef> {
        self.note
    }

    /// How many parts of the minutes are shown.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.kept
    }

    /// Whether the bodies are being asked one after the other.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.asking
    }

    /// Begins to ask the bodies, or ends it.
    pub fn ask(&mut self, asking: bool) {
        self.asking = asking;
    }

    /// The sealing act whose digest has not been asked for yet. Asked once.
    pub fn wants_digest(&mut self, register: &Register) -> Option<ActId> {
        let sealed = register.meeting(self.key)?.sealed?;
        let known = match &self.digest {
            Digest::Unasked => None,
            Digest::Asked(act) | Digest::Read(act, _) => Some(*act),
        };
        if known == Some(sealed) {
            return None;
        }
        self.digest = Digest::Asked(sealed);
        Some(sealed)
    }

    /// Takes in the digest of an act.
    pub fn digest_is(&mut self, act: ActId, digest: Option<String>) {
        self.digest = Digest::Read(act, digest);
    }

    /// Follows the record and the words that narrow the minutes.
    pub fn refresh(&mut self, world: &World<'_>, narrow: &Narrow, look: &Look) {
        let Some(meeting) = world.register.meeting(self.key) else { return };
        let reading = Reading::new(meeting, world.register, look, 0, narrow);
        self.kept = reading.len();
        if self.note.is_none_or(|note| reading.place(note).is_none()) {
            self.note = reading.notes().next();
        }
        self.top = self.top.min(Top { part: self.kept.saturating_sub(1), row: 0 });
    }

    /// Moves: from entry to entry, or by pages.
    pub fn step(&mut self, action: Action, area: Rect, narrow: &Narrow, register: &Register, look: &Look) {
        let Some(meeting) = register.meeting(self.key) else { return };
        let page = draw::minutes_area(self, meeting, register, area, look);
        let reading = Reading::new(meeting, register, look, page.width, narrow);
        let height = usize::from(page.height);
        let end = reading.end(height);
        self.top = self.top.min(end);
        match action {
            Action::PageDown => {
                self.turn_to(reading.down(self.top, height.saturating_sub(1).max(1)).min(end), &reading);
            }
            Action::PageUp => self.turn_to(reading.up(self.top, height.saturating_sub(1).max(1)), &reading),
            Action::First => {
                self.top = Top::default();
                self.note = reading.notes().next();
            }
            Action::Last => {
                self.top = end;
                self.note = reading.notes().last();
            }
            Action::Go(part) => self.note = reading.note(part).or(self.note),
            _ => self.select(action, &reading, height),
        }
        self.read |= self.top >= end;
    }

    /// Shows a page from here on; the selection comes along.
    fn turn_to(&mut self, top: Top, reading: &Reading<'_>) {
        self.top = top;
        let seen = (top.part..reading.len()).find_map(|part| reading.note(part));
        self.note = seen.or_else(|| reading.notes().last()).or(self.note);
    }

    /// Selects the entry above or below; the page follows.
    fn select(&mut self, action: Action, reading: &Reading<'_>, height: usize) {
        let notes: Vec<NoteRef> = reading.notes().collect();
        let at = notes.iter().position(|note| Some(*note) == self.note).unwrap_or(0);
        let to = action.moves(at, 1).unwrap_or(at).min(notes.len().saturating_sub(1));
        if to == at {
            // Above the first entry and below the last there is more to read.
            let end = reading.end(height);
            self.top = match action {
                Action::Up => reading.up(self.top, 1),
                Action::Down => reading.down(self.top, 1).min(end),
                _ => self.top,
            };
            return;
        }
        self.note = notes.get(to).copied();
        let Some(part) = self.note.and_then(|note| reading.place(note)) else { return };
        let (first, behind) = (Top { part, row: 0 }, Top { part: part + 1, row: 0 });
        if first < self.top {
            self.top = first;
        } else {
            self.top = self.top.max(reading.up(behind, height).min(first));
        }
    }

    /// What is to be done next, on a screen whose minutes take this area.
    #[must_use]
    pub fn next(&self, area: Rect, narrow: &Narrow, register: &Register, look: &Look) -> Next {
        let Some(meeting) = register.meeting(self.key) else { return Next::Nothing };
        match meeting.state {
            MeetingState::Planned | MeetingState::Open | MeetingState::Cancelled => Next::NotOver,
            MeetingState::Sealed => match (carries(meeting, register), waiting(meeting, register)) {
                (Some((next, _)), _) => Next::CarryOver(next),
                (None, 0) => Next::Nothing,
                (None, waiting) => Next::Convene(waiting),
            },
            MeetingState::Adjourned if !self.is_read(meeting, area, narrow, register, look) => Next::Read,
            MeetingState::Adjourned if asked(meeting, register).iter().any(Signature::is_open) => Next::Confirm,
            MeetingState::Adjourned => Next::Seal,
        }
    }

    fn is_read(&self, meeting: &Meeting, area: Rect, narrow: &Narrow, register: &Register, look: &Look) -> bool {
        let page = draw::minutes_area(self, meeting, register, area, look);
        let end = || Reading::new(meeting, register, look, page.width, narrow).end(usize::from(page.height));
        self.read || !narrow.is_on() && self.top >= end()
    }
}

/// The bodies that are asked to confirm.
#[must_use]
pub fn asked<'a>(meeting: &'a Meeting, register: &Register) -> Vec<Signature<'a>> {
    meeting.signatures(register, &register.rules().meeting(meeting.kind))
}

/// The meeting to which something unfinished can be handed on, and how many items that are.
#[must_use]
pub fn carries(meeting: &Meeting, register: &Register) -> Option<(MeetingRef, usize)> {
    let next = meeting.next_akin(register).filter(|next| next.state == MeetingState::Planned)?;
    let waiting = waiting(meeting, register);
    (waiting > 0).then_some((next.key, waiting))
}

/// How many items were neither settled nor placed elsewhere since.
#[must_use]
pub fn waiting(meeting: &Meeting, register: &Register) -> usize {
    meeting.unfinished().filter(|item| meeting.whereabouts(item, register) == Whereabouts::Waits).count()
}
