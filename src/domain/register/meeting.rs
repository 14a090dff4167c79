//! The fold of facts about meetings and their minutes.

use super::Register;
use super::fold::Act;
use crate::domain::code::Outcome;
use crate::domain::edits::Edits;
use crate::domain::event::{
    AttendanceMarked, ItemTakenUp, MeetingAdjourned, MeetingCancelled, MeetingChanged, MeetingConvened, MeetingOpened,
    MinutesConfirmed, MinutesSealed, NoteChanged, Noted, PlacedOnAgenda, Resolved, TakenOffAgenda,
};
use crate::domain::matter::Placement;
use crate::domain::meeting::{Confirmation, Item, Mark, Meeting, MeetingState, Note, NoteWords, Resolution};
use crate::domain::stage::Standing;

impl Register {
    pub(super) fn meeting_convened(&mut self, e: &MeetingConvened, act: Act<'_>) -> Option<()> {
        let meeting = Meeting {
            key: e.meeting,
            id: e.id.clone(),
            kind: e.kind,
            title: e.title.clone(),
            at: e.at,
            place: e.place.clone(),
            chair: e.chair,
            secretary: e.secretary,
            invite: e.invite.clone(),
            series: e.series.clone(),
            convened_at: act.at,
            state: MeetingState::Planned,
            opened_at: None,
            adjourned_at: None,
            agenda: Vec::new(),
            current: None,
            marks: Vec::new(),
            notes: Vec::new(),
            confirmed: Vec::new(),
            notices: Vec::new(),
            cancelled: None,
            edits: Edits::new(act.id),
            newer: false,
        };
        self.meetings.insert(e.meeting, meeting);
        Some(())
    }

    pub(super) fn meeting_changed(&mut self, e: &MeetingChanged, act: Act<'_>) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting)?;
        let old = meeting.field(&e.change);
        meeting.edits.note(act.id, e.was, &e.change, old);
        meeting.set(e.change.clone());
        Some(())
    }

    pub(super) fn meeting_cancelled(&mut self, e: &MeetingCancelled) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting)?;
        meeting.state = MeetingState::Cancelled;
        meeting.cancelled.clone_from(&e.reason);
        for matter in &e.matters {
            self.matters.get_mut(matter)?.wait();
        }
        Some(())
    }

    pub(super) fn placed_on_agenda(&mut self, e: &PlacedOnAgenda) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting)?;
        meeting.agenda.push(Item {
            number: e.item,
            matter: e.matter,
            topic: e.topic.clone(),
            minutes: e.minutes,
            decision: e.decision,
            taken_off: false,
            taken_up: None,
            resolution: None,
        });
        if let Some(matter) = e.matter {
            let matter = self.matters.get_mut(&matter)?;
            matter.standing = Standing::Scheduled;
            matter.agenda = Some(Placement { meeting: e.meeting, item: e.item });
        }
        Some(())
    }

    pub(super) fn taken_off_agenda(&mut self, e: &TakenOffAgenda) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting)?;
        meeting.agenda.iter_mut().find(|item| item.number == e.item)?.taken_off = true;
        if let Some(matter) = e.matter {
            self.matters.get_mut(&matter)?.wait();
        }
        Some(())
    }

    pub(super) fn meeting_opened(&mut self, e: &MeetingOpened, act: Act<'_>) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting)?;
        meeting.state = MeetingState::Open;
        meeting.opened_at = Some(act.at);
        Some(())
    }

    pub(super) fn attendance_marked(&mut self, e: &AttendanceMarked) -> Option<()> {
        let known = self.people.contains_key(&e.person);
        self.meetings.get_mut(&e.meeting)?.marks.push(Mark {
            person: e.person,
            state: e.state,
            by_proxy: e.by_proxy,
            at: e.at,
        });
        known.then_some(())
    }

    pub(super) fn item_taken_up(&mut self, e: &ItemTakenUp, act: Act<'_>) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting)?;
        meeting.current = Some(e.item);
        let item = meeting.agenda.iter_mut().find(|item| item.number == e.item)?;
        item.taken_up.get_or_insert(act.at);
        if let Some(matter) = e.matter {
            self.matters.get_mut(&matter)?.standing = Standing::InDiscussion;
        }
        Some(())
    }

    pub(super) fn noted(&mut self, e: &Noted, act: Act<'_>) -> Option<()> {
        self.meetings.get_mut(&e.meeting)?.notes.push(e.note);
        let note = Note {
            key: e.note,
            id: e.id.clone(),
            meeting: e.meeting,
            item: e.item,
            kind: e.kind,
            text: e.text.clone(),
            speaker: e.speaker,
            body: e.body,
            at: act.at,
            edits: Edits::new(act.id),
            newer: false,
        };
        self.notes.insert(e.note, note);
        Some(())
    }

    pub(super) fn note_changed(&mut self, e: &NoteChanged, act: Act<'_>) -> Option<()> {
        let note = self.notes.get_mut(&e.note)?;
        let old = NoteWords::Text(std::mem::replace(&mut note.text, e.text.clone()));
        note.edits.note(act.id, e.was, &NoteWords::Text(String::new()), Some(old));
        Some(())
    }

    pub(super) fn resolved(&mut self, e: &Resolved, act: Act<'_>) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting)?;
        let item = meeting.agenda.iter_mut().find(|item| item.number == e.item)?;
        item.resolution =
            Some(Resolution { at: act.at, outcome: e.outcome, text: e.text.clone(), refer_to: e.refer_to.clone() });
        let Some(matter) = e.matter else { return Some(()) };
        let matter = self.matters.get_mut(&matter)?;
        match e.outcome {
            Outcome::Adopted => {
                matter.standing = Standing::Unassigned;
                matter.resolved = true;
            }
            Outcome::NotAdopted => matter.leave(Standing::NotAdopted, act, e.text.as_deref(), None),
            Outcome::Withdrawn => matter.leave(Standing::Withdrawn, act, e.text.as_deref(), None),
            Outcome::Deferred => {
                matter.wait();
                matter.carried += 1;
            }
            Outcome::Referred => {
                matter.standing = Standing::Referred;
            }
        }
        matter.agenda = None;
        Some(())
    }

    pub(super) fn meeting_adjourned(&mut self, e: &MeetingAdjourned, act: Act<'_>) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting)?;
        meeting.state = MeetingState::Adjourned;
        meeting.adjourned_at = Some(act.at);
        meeting.current = None;
        for matter in &e.unfinished {
            let matter = self.matters.get_mut(matter)?;
            matter.wait();
            matter.carried += 1;
        }
        Some(())
    }

    pub(super) fn minutes_confirmed(&mut self, e: &MinutesConfirmed, act: Act<'_>) -> Option<()> {
        let confirmation = Confirmation { body: e.body, by: e.by.clone(), at: act.at };
        self.meetings.get_mut(&e.meeting)?.confirmed.push(confirmation);
        Some(())
    }

    pub(super) fn minutes_sealed(&mut self, e: &MinutesSealed) -> Option<()> {
        self.meetings.get_mut(&e.meeting)?.state = MeetingState::Sealed;
        Some(())
    }
}
