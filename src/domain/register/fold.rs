//! Folding entries: the same set of acts gives the same register, in whatever order and however often they arrive.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Adoption, Register};
use crate::domain::entry::{Entry, Instant};
use crate::domain::event::Event;
use crate::domain::id::{ActId, Ref};
use crate::domain::number::Number;
use crate::domain::refusal::Kind;

/// What every fact of one act shares: which act, when, and by whom.
#[derive(Clone, Copy)]
pub(super) struct Act<'a> {
    pub(super) id: ActId,
    pub(super) at: Instant,
    pub(super) by: &'a str,
}

impl Register {
    /// The register of a set of acts.
    #[must_use]
    pub fn fold(entries: Vec<Entry>) -> Self {
        let mut register = Self { entries, ..Self::default() };
        register.rebuild();
        register
    }

    /// Adds acts. What follows everything known is applied at once; anything else, and every undo, is a new fold.
    pub fn add(&mut self, entries: Vec<Entry>) {
        let mut entries = entries.into_iter();
        while let Some(entry) = entries.next() {
            let follows = self.entries.last().is_none_or(|last| last.order() < entry.order());
            if follows && undoes(&entry).next().is_none() {
                self.apply(&entry);
                self.entries.push(entry);
            } else {
                self.entries.push(entry);
                self.entries.extend(entries);
                return self.rebuild();
            }
        }
    }

    fn rebuild(&mut self) {
        let mut entries = std::mem::take(&mut self.entries);
        entries.sort_by_key(Entry::order);
        entries.dedup_by_key(|entry| entry.order());
        *self = Self { undone: undone(&entries), ..Self::default() };
        for entry in &entries {
            self.apply(entry);
        }
        self.entries = entries;
    }

    /// Applies one act. An act taken back changes nothing, but the numbers it gave stay given.
    fn apply(&mut self, entry: &Entry) {
        let act = Act { id: entry.id(), at: entry.ts, by: &entry.by };
        let holds = !self.undone.contains(&act.id);
        for event in &entry.events {
            self.note_number(event);
            if holds && !self.apply_event(event, act) && self.suspended.last() != Some(&act.id) {
                self.suspended.push(act.id);
            }
        }
    }

    /// Applies one fact; `false` when something that it rests on is missing.
    fn apply_event(&mut self, event: &Event, act: Act<'_>) -> bool {
        let known = match event {
            Event::RulesAdopted(e) => {
                self.rules = Arc::new((*e.rules).clone());
                self.adoptions.push(Adoption { act: act.id, at: act.at, rules: Arc::clone(&self.rules) });
                Some(())
            }
            Event::Undone(_) | Event::LinesLost(_) => Some(()),
            Event::BodyAdded(e) => {
                self.body_added(e, act);
                Some(())
            }
            Event::BodyChanged(e) => self.body_changed(e, act),
            Event::PersonAdded(e) => self.person_added(e, act),
            Event::PersonChanged(e) => self.person_changed(e, act),
            Event::UnitAdded(e) => {
                self.unit_added(e, act);
                Some(())
            }
            Event::UnitChanged(e) => self.unit_changed(e, act),
            Event::UnitRemoved(e) => self.unit_removed(e),
            Event::MatterRaised(e) => {
                self.matter_raised(e, act);
                Some(())
            }
            Event::MatterChanged(e) => self.matter_changed(e, act),
            Event::MatterAccepted(e) => self.matter_accepted(e, act),
            Event::MatterDeclined(e) => self.matter_declined(e, act),
            Event::MatterMerged(e) => self.matter_merged(e, act),
            Event::LevelRaised(e) => self.level_raised(e, act),
            Event::RaiserTold(e) => self.raiser_told(e, act),
            Event::MatterAnswered(e) => self.matter_answered(e, act),
            Event::FollowedUp(e) => self.followed_up(e, act),
            Event::SentBack(e) => self.sent_back(e),
            Event::MatterClosed(e) => self.matter_closed(e, act),
            Event::MatterReopened(e) => self.matter_reopened(e),
            Event::ChainStarted(e) => self.chain_started(e),
            Event::StepTaken(e) => self.step_taken(e, act),
            Event::MeetingConvened(e) => {
                self.meeting_convened(e, act);
                Some(())
            }
            Event::MeetingChanged(e) => self.meeting_changed(e, act),
            Event::MeetingCancelled(e) => self.meeting_cancelled(e),
            Event::PlacedOnAgenda(e) => self.placed_on_agenda(e, act),
            Event::TakenOffAgenda(e) => self.taken_off_agenda(e, act),
            Event::MeetingOpened(e) => self.meeting_opened(e, act),
            Event::AttendanceMarked(e) => self.attendance_marked(e, act),
            Event::ItemTakenUp(e) => self.item_taken_up(e, act),
            Event::Noted(e) => self.noted(e, act),
            Event::NoteChanged(e) => self.note_changed(e, act),
            Event::VoteOpened(e) => self.vote_opened(e, act),
            Event::VotesCast(e) => self.votes_cast(e),
            Event::VoteExtended(e) => self.vote_extended(e),
            Event::VoteClosed(e) => self.vote_closed(e, act),
            Event::VoteCorrected(e) => self.vote_corrected(e),
            Event::Resolved(e) => self.resolved(e, act),
            Event::MeetingAdjourned(e) => self.meeting_adjourned(e, act),
            Event::MinutesConfirmed(e) => self.minutes_confirmed(e, act),
            Event::MinutesObjected(e) => self.minutes_objected(e, act),
            Event::MinutesSealed(e) => self.minutes_sealed(e, act),
            Event::ItemChanged(e) => self.item_changed(e, act),
            Event::AgendaOrdered(e) => self.agenda_ordered(e),
            Event::MeetingPaused(e) => self.meeting_paused(e, act),
            Event::MeetingResumed(e) => self.meeting_resumed(e, act),
            Event::ItemSetAside(e) => self.item_set_aside(e, act),
            Event::HandRaised(e) => self.hand_raised(e, act),
            Event::HandLowered(e) => self.hand_lowered(e),
            Event::FloorGiven(e) => self.floor_given(e, act),
            Event::TurnEnded(e) => self.turn_ended(e, act),
            Event::OrderCalled(e) => self.order_called(e, act),
            Event::NoteStruck(e) => self.note_struck(e, act),
            Event::MinutesCorrected(e) => self.minutes_corrected(e, act),
            Event::TaskAssigned(e) => self.task_assigned(e, act),
            Event::TaskReceived(e) => self.task_received(e, act),
            Event::TaskReturned(e) => self.task_returned(e),
            Event::ProgressReported(e) => self.progress_reported(e, act),
            Event::TaskExtended(e) => self.task_extended(e, act),
            Event::TaskFinished(e) => self.task_finished(e, act),
            Event::TaskAccepted(e) => self.task_accepted(e, act),
            Event::NoticePosted(e) => self.notice_posted(e, act),
            Event::ObjectionMade(e) => self.objection_made(e, act),
            Event::ObjectionAnswered(e) => self.objection_answered(e, act),
            Event::Unknown(e) => {
                for of in &e.of {
                    self.mark_newer(*of);
                }
                Some(())
            }
        };
        known.is_some()
    }

    fn note_number(&mut self, event: &Event) {
        let (kind, number, thing): (Kind, &str, Ref) = match event {
            Event::BodyAdded(e) => (Kind::Body, &e.id, e.body.0),
            Event::PersonAdded(e) => (Kind::Person, &e.id, e.person.0),
            Event::MatterRaised(e) => (Kind::Matter, &e.id, e.matter.0),
            Event::MeetingConvened(e) => (Kind::Meeting, &e.id, e.meeting.0),
            Event::Noted(e) => (Kind::Note, &e.id, e.note.0),
            Event::TaskAssigned(e) => (Kind::Task, &e.id, e.task.0),
            Event::NoticePosted(e) => (Kind::Notice, &e.id, e.notice.0),
            Event::VoteOpened(e) => (Kind::Vote, &e.id, e.vote.0),
            Event::UnitAdded(e) => (Kind::Unit, &e.id, e.unit.0),
            Event::ObjectionMade(e) => (Kind::Objection, &e.id, e.objection.0),
            Event::MatterClosed(e) => match &e.archive {
                Some(archive) => (Kind::Archive, archive, e.matter.0),
                None => return,
            },
            Event::PlacedOnAgenda(e) => return self.numbers.give_item(e.meeting, e.item),
            _ => return,
        };
        if let Some(number) = Number::parse(kind, number) {
            self.numbers.give(number, thing);
        }
    }

    fn mark_newer(&mut self, of: Ref) {
        use crate::domain::id::{
            BodyRef, MatterRef, MeetingRef, NoteRef, NoticeRef, ObjectionRef, PersonRef, TaskRef, UnitRef, VoteRef,
        };
        let marks = [
            self.matters.get_mut(&MatterRef(of)).map(|thing| &mut thing.newer),
            self.tasks.get_mut(&TaskRef(of)).map(|thing| &mut thing.newer),
            self.meetings.get_mut(&MeetingRef(of)).map(|thing| &mut thing.newer),
            self.notes.get_mut(&NoteRef(of)).map(|thing| &mut thing.newer),
            self.people.get_mut(&PersonRef(of)).map(|thing| &mut thing.newer),
            self.bodies.get_mut(&BodyRef(of)).map(|thing| &mut thing.newer),
            self.notices.get_mut(&NoticeRef(of)).map(|thing| &mut thing.newer),
            self.objections.get_mut(&ObjectionRef(of)).map(|thing| &mut thing.newer),
            self.votes.get_mut(&VoteRef(of)).map(|thing| &mut thing.newer),
            self.units.get_mut(&UnitRef(of)).map(|thing| &mut thing.newer),
        ];
        for mark in marks.into_iter().flatten() {
            *mark = true;
        }
    }
}

/// The acts that this entry takes back.
pub(super) fn undoes(entry: &Entry) -> impl Iterator<Item = ActId> + '_ {
    entry.events.iter().filter_map(|event| match event {
        Event::Undone(undone) => Some(undone.act),
        _ => None,
    })
}

/// The acts that do not hold: seen from the end, whatever an act that holds takes back.
fn undone(entries: &[Entry]) -> HashSet<ActId> {
    let mut undone = HashSet::new();
    for entry in entries.iter().rev() {
        if !undone.contains(&entry.id()) {
            undone.extend(undoes(entry));
        }
    }
    undone
}
