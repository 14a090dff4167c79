//! The fold of facts about meetings and their minutes. A fact moves a matter only while it waits for that meeting.

use super::Register;
use super::fold::Act;
use crate::domain::code::Outcome;
use crate::domain::edits::{Editable, Edits};
use crate::domain::event::{
    AttendanceMarked, ItemTakenUp, MeetingAdjourned, MeetingCancelled, MeetingChanged, MeetingConvened, MeetingOpened,
    MinutesConfirmed, MinutesObjected, MinutesSealed, NoteChanged, Noted, PlacedOnAgenda, Resolved, TakenOffAgenda,
};
use crate::domain::id::{MatterRef, MeetingRef};
use crate::domain::matter::{Matter, Placement};
use crate::domain::meeting::{
    Confirmation, Course, Floor, Item, Mark, Meeting, MeetingState, MinutesObjection, Note, NoteWords, Resolution,
    Reworded, Step,
};
use crate::domain::stage::{Stage, Standing};

impl Register {
    pub(super) fn meeting_convened(&mut self, e: &MeetingConvened, act: Act<'_>) {
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
            number: e.number,
            minutes: e.minutes,
            convened_at: act.at,
            state: MeetingState::Planned,
            opened_at: None,
            adjourned_at: None,
            agenda: Vec::new(),
            current: None,
            course: Vec::new(),
            paused: None,
            floor: Floor::default(),
            marks: Vec::new(),
            notes: Vec::new(),
            confirmed: Vec::new(),
            objections: Vec::new(),
            sealed: None,
            corrections: Vec::new(),
            notices: Vec::new(),
            cancelled: None,
            edits: Edits::new(act.id),
            newer: false,
        };
        self.meetings.insert(e.meeting, meeting);
    }

    pub(super) fn meeting_changed(&mut self, e: &MeetingChanged, act: Act<'_>) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting)?;
        meeting.edit(act.id, &e.known, &e.change);
        Some(())
    }

    pub(super) fn meeting_cancelled(&mut self, e: &MeetingCancelled) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting).filter(|m| m.state == MeetingState::Planned)?;
        meeting.state = MeetingState::Cancelled;
        meeting.cancelled.clone_from(&e.reason);
        for matter in self.matters_at(e.meeting) {
            matter.stand(Standing::Waiting);
        }
        Some(())
    }

    pub(super) fn placed_on_agenda(&mut self, e: &PlacedOnAgenda, act: Act<'_>) -> Option<()> {
        // Two laptops may have given one number without knowing of each other; the later item takes the next.
        let meeting = self.meetings.get_mut(&e.meeting)?;
        if !matches!(meeting.state, MeetingState::Planned | MeetingState::Open) {
            return None;
        }
        let taken = meeting.agenda.iter().any(|item| item.number == e.item);
        let number = if taken { self.numbers.next_item(e.meeting) } else { e.item };
        self.numbers.give_item(e.meeting, number);
        meeting.agenda.push(Item {
            number,
            matter: e.matter,
            topic: e.topic.clone(),
            minutes: e.minutes,
            decision: e.decision,
            under: e.under,
            taken_off: false,
            taken_up: None,
            set_aside: false,
            resolution: None,
            edits: Edits::new(act.id),
        });
        if let Some(matter) = e.matter {
            let matter = self.matters.get_mut(&matter)?;
            if !matter.standing.wants_agenda() {
                return None;
            }
            matter.stand(Standing::Scheduled);
            matter.agenda = Some(Placement { meeting: e.meeting, item: number });
        }
        Some(())
    }

    pub(super) fn taken_off_agenda(&mut self, e: &TakenOffAgenda, act: Act<'_>) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting)?;
        let item = meeting.item_of(e.item, e.matter)?;
        item.taken_off = true;
        let placed = Placement { meeting: e.meeting, item: item.number };
        meeting.turn_from(placed.item, act);
        if let Some(matter) = self.matters_at(e.meeting).find(|matter| matter.agenda == Some(placed)) {
            matter.stand(Standing::Waiting);
        }
        Some(())
    }

    pub(super) fn meeting_opened(&mut self, e: &MeetingOpened, act: Act<'_>) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting)?;
        // Called off elsewhere, yet it was held: what happened counts.
        if !matches!(meeting.state, MeetingState::Planned | MeetingState::Cancelled) {
            return None;
        }
        meeting.state = MeetingState::Open;
        meeting.cancelled = None;
        meeting.opened_at = Some(act.at);
        meeting.course.push(Step { at: act.at, what: Course::Opened });
        Some(())
    }

    pub(super) fn attendance_marked(&mut self, e: &AttendanceMarked, act: Act<'_>) -> Option<()> {
        let known = self.people.contains_key(&e.person);
        let meeting = self.meetings.get_mut(&e.meeting)?;
        meeting.marks.push(Mark { person: e.person, state: e.state, by_proxy: e.by_proxy, at: e.at });
        if !e.state.can_speak() {
            meeting.floor.leave(e.person, act.at);
        }
        known.then_some(())
    }

    pub(super) fn item_taken_up(&mut self, e: &ItemTakenUp, act: Act<'_>) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting).filter(|m| m.state == MeetingState::Open)?;
        let item = meeting.item_of(e.item, e.matter).filter(|item| !item.taken_off)?;
        item.taken_up.get_or_insert(act.at);
        item.set_aside = false;
        let number = item.number;
        meeting.turn_to(Some(number), act);
        if let Some(matter) = e.matter {
            self.matter_at(matter, e.meeting)?.standing = Standing::InDiscussion;
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
            stance: e.stance,
            motion: e.motion,
            undertakes: e.undertakes.clone(),
            at: e.at.unwrap_or(act.at),
            struck: None,
            reworded: Vec::new(),
            edits: Edits::new(act.id),
            newer: false,
        };
        self.notes.insert(e.note, note);
        Some(())
    }

    pub(super) fn note_changed(&mut self, e: &NoteChanged, act: Act<'_>) -> Option<()> {
        let note = self.notes.get_mut(&e.note)?;
        note.reworded.push(Reworded { at: act.at, by: act.by.to_owned(), was: note.text.clone() });
        note.edit(act.id, &e.known, &NoteWords::Text(e.text.clone()));
        self.meetings.get_mut(&e.meeting)?.outdate();
        Some(())
    }

    pub(super) fn resolved(&mut self, e: &Resolved, act: Act<'_>) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting)?;
        let item = meeting.item_of(e.item, e.matter).filter(|item| item.resolution.is_none())?;
        item.resolution =
            Some(Resolution { at: act.at, outcome: e.outcome, text: e.text.clone(), refer_to: e.refer_to.clone() });
        let Some(matter) = e.matter else { return Some(()) };
        if let Some(at_work) = self.matters.get_mut(&matter).filter(|matter| matter.stage() == Stage::Act) {
            return (e.outcome == Outcome::Adopted).then(|| at_work.resolved = true);
        }
        let matter = self.matter_at(matter, e.meeting)?;
        match e.outcome {
            Outcome::Adopted => {
                matter.stand(Standing::Unassigned);
                matter.resolved = true;
                let matter = matter.key;
                self.settle(matter);
            }
            Outcome::NotAdopted => matter.leave(Standing::NotAdopted, act, e.text.as_deref(), None),
            Outcome::Withdrawn => matter.leave(Standing::Withdrawn, act, e.text.as_deref(), None),
            Outcome::Deferred => {
                matter.stand(Standing::Waiting);
                matter.carried += 1;
            }
            Outcome::Referred => {
                matter.stand(Standing::Referred);
                matter.referred_to.clone_from(&e.refer_to);
            }
        }
        Some(())
    }

    pub(super) fn meeting_adjourned(&mut self, e: &MeetingAdjourned, act: Act<'_>) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting).filter(|m| m.state == MeetingState::Open)?;
        meeting.state = MeetingState::Adjourned;
        meeting.adjourned_at = Some(act.at);
        meeting.turn_to(None, act);
        meeting.paused = None;
        meeting.floor.end(act.at);
        meeting.floor.hands.clear();
        meeting.course.push(Step { at: act.at, what: Course::Adjourned });
        for matter in self.matters_at(e.meeting) {
            matter.stand(Standing::Waiting);
            matter.carried += 1;
        }
        Some(())
    }

    pub(super) fn minutes_confirmed(&mut self, e: &MinutesConfirmed, act: Act<'_>) -> Option<()> {
        let confirmed = &mut self.meetings.get_mut(&e.meeting)?.confirmed;
        if confirmed.iter().any(|earlier| earlier.body == e.body && !earlier.outdated) {
            return None;
        }
        // Asked again because the words had changed: what it says now counts.
        confirmed.retain(|earlier| earlier.body != e.body);
        let reservation = e.reservation.clone();
        confirmed.push(Confirmation { body: e.body, by: e.by.clone(), at: act.at, reservation, outdated: false });
        Some(())
    }

    pub(super) fn minutes_objected(&mut self, e: &MinutesObjected, act: Act<'_>) -> Option<()> {
        let objections = &mut self.meetings.get_mut(&e.meeting)?.objections;
        objections.push(MinutesObjection { body: e.body, by: e.by.clone(), at: act.at, text: e.text.clone() });
        Some(())
    }

    pub(super) fn minutes_sealed(&mut self, e: &MinutesSealed, act: Act<'_>) -> Option<()> {
        let meeting = self.meetings.get_mut(&e.meeting).filter(|m| m.state == MeetingState::Adjourned)?;
        meeting.state = MeetingState::Sealed;
        meeting.sealed = Some(act.id);
        Some(())
    }

    /// The matters that wait for this meeting, whoever placed them.
    fn matters_at(&mut self, meeting: MeetingRef) -> impl Iterator<Item = &mut Matter> {
        self.matters.values_mut().filter(move |matter| matter.agenda.is_some_and(|placed| placed.meeting == meeting))
    }

    /// A matter, while it waits for this meeting.
    pub(super) fn matter_at(&mut self, matter: MatterRef, meeting: MeetingRef) -> Option<&mut Matter> {
        self.matters.get_mut(&matter).filter(|matter| matter.agenda.is_some_and(|placed| placed.meeting == meeting))
    }
}

impl Meeting {
    /// The item that a fact speaks of: of two that were given one number, the one with that matter.
    pub(super) fn item_of(&mut self, number: u32, matter: Option<MatterRef>) -> Option<&mut Item> {
        let exactly = self.agenda.iter().position(|item| item.number == number && item.matter == matter);
        let at = exactly.or_else(|| match matter {
            Some(_) => self.agenda.iter().rposition(|item| item.matter == matter),
            None => self.agenda.iter().position(|item| item.number == number),
        });
        self.agenda.get_mut(at?)
    }
}
