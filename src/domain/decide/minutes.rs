//! Rules of the second step, inside a meeting: attendance, the minutes, resolutions, and sealing.

use super::Decision;
use super::council::{edits, some_change};
use super::desk::{Desk, TITLE_LIMIT, line_if, words, words_if};
use super::meeting::open_item;
use crate::domain::code::{Attendance, BodyKind, NoteKind, Outcome, Warning};
use crate::domain::command::{ChangeNote, ConfirmMinutes, MarkAttendance, Note, Resolve, SealMinutes, TakeUp};
use crate::domain::event::{
    AttendanceMarked, ItemTakenUp, MinutesConfirmed, MinutesSealed, NoteChanged, Noted, Resolved,
};
use crate::domain::id::{MatterRef, NoteRef};
use crate::domain::matter::Matter;
use crate::domain::meeting::{Item, Meeting, MeetingState, NoteWords};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::stage::Stage;
use crate::domain::time::day_of;

impl Desk<'_> {
    pub(super) fn mark_attendance(&self, c: &MarkAttendance) -> Decision {
        let meeting = self.meeting(&c.meeting)?;
        self.not_sealed(meeting)?;
        if meeting.state == MeetingState::Cancelled {
            return Err(Refusal::MeetingCancelled { meeting: self.register.id(meeting.key) });
        }
        let person = self.person(&c.person)?.key;
        let by_proxy = self.person_if(c.by_proxy.as_deref())?;
        if (c.state == Attendance::Represented) != by_proxy.is_some() || by_proxy == Some(person) {
            return Err(Refusal::BadProxy);
        }
        let at = c.at.unwrap_or(self.context.now);
        Ok(vec![AttendanceMarked { meeting: meeting.key, person, state: c.state, by_proxy, at }.into()])
    }

    pub(super) fn take_up(&self, c: &TakeUp) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        let item = open_item(meeting, c.item)?;
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

    pub(super) fn note(&self, c: &Note) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        let speaker = c.speaker.as_deref().filter(|name| !name.trim().is_empty());
        let speaker = speaker.map(|name| self.person(name)).transpose()?;
        let (body, new_body) = match c.body.as_deref().filter(|body| !body.trim().is_empty()) {
            Some(body) => {
                let (body, new) = self.body_or_new(body)?;
                (Some(body), new)
            }
            None => (speaker.map(|person| person.body), None),
        };
        if c.kind == NoteKind::Position && body.is_none() {
            return Err(Refusal::NeedsBody);
        }
        let (note, id) = self.make(Kind::Note, NoteRef);
        let matter = meeting.current.and_then(|number| meeting.item(number)).and_then(|item| item.matter);
        let noted = Noted {
            note,
            id,
            meeting: meeting.key,
            item: meeting.current,
            matter,
            kind: c.kind,
            text: words("text", &c.text)?,
            speaker: speaker.map(|person| person.key),
            body,
        };
        Ok(new_body.into_iter().chain([noted.into()]).collect())
    }

    pub(super) fn change_note(&self, c: &ChangeNote) -> Decision {
        let note = self.note_named(&c.note)?;
        if let Some(meeting) = self.register.meeting(note.meeting) {
            self.not_sealed(meeting)?;
        }
        let change = NoteWords::Text(words("text", &c.text)?);
        some_change(edits(note, vec![change], |known, NoteWords::Text(text)| NoteChanged {
            note: note.key,
            meeting: note.meeting,
            known,
            text,
        }))
    }

    pub(super) fn resolve(&self, c: &Resolve) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        let item = open_item(meeting, c.item)?;
        self.no_vote_open(meeting, Some(item.number))?;
        let adopted = c.outcome == Outcome::Adopted;
        // Work may have been given before the words were settled.
        let at_work = |matter: &Matter| adopted && matter.stage() == Stage::Act;
        let matter = self.item_matter(item, |matter| self.still_here(meeting, item).is_some() || at_work(matter))?;
        if adopted {
            self.owners_have_decided(meeting, item, matter)?;
        }
        let refer_to = line_if("refer_to", c.refer_to.as_deref(), TITLE_LIMIT)?;
        if c.outcome == Outcome::Referred && refer_to.is_none() {
            return Err(Refusal::Empty { field: "refer_to" });
        }
        Ok(vec![
            Resolved {
                meeting: meeting.key,
                item: item.number,
                matter,
                outcome: c.outcome,
                text: words_if("text", c.text.as_deref())?,
                refer_to,
                warnings: self.resolving_warnings(meeting, item, c.outcome),
            }
            .into(),
        ])
    }

    /// What is worth saying when a consultation decides an item: shown and recorded, never a reason to refuse. What is
    /// put off or taken back needs nobody's word.
    fn resolving_warnings(&self, meeting: &Meeting, item: &Item, outcome: Outcome) -> Vec<Warning> {
        if !matches!(outcome, Outcome::Adopted | Outcome::NotAdopted) {
            return Vec::new();
        }
        let rule = self.rules().meeting(meeting.kind);
        let taking_part: Vec<_> = meeting.taking_part().collect();
        let mut warnings = Vec::new();
        let today = day_of(self.context.now);
        if !self.missing_bodies(&rule.required, taking_part.iter().copied(), today).is_empty() {
            warnings.push(Warning::BodyAbsent);
        }
        let expected = u32::try_from(meeting.invite.len()).unwrap_or(u32::MAX);
        let there = u32::try_from(meeting.invite.iter().filter(|person| taking_part.contains(person)).count());
        if rule.quorum.is_some_and(|quorum| !quorum.is_met(there.unwrap_or(u32::MAX), expected)) {
            warnings.push(Warning::QuorumMissing);
        }
        if outcome == Outcome::Adopted && self.was_voted_down(meeting, item) {
            warnings.push(Warning::VotedDown);
        }
        let stated: Vec<BodyKind> = meeting
            .notes
            .iter()
            .filter_map(|note| self.register.note(*note))
            .filter(|note| note.item == Some(item.number) && note.kind == NoteKind::Position)
            .filter_map(|note| Some(self.register.body(note.body?)?.kind))
            .collect();
        if rule.required.iter().any(|kind| !stated.contains(kind)) {
            warnings.push(Warning::PositionMissing);
        }
        warnings
    }

    pub(super) fn confirm_minutes(&self, c: &ConfirmMinutes) -> Decision {
        let meeting = self.ended(&c.meeting)?;
        let (body, new_body) = self.body_or_new(&c.body)?;
        if let Some(earlier) = meeting.confirmed.iter().find(|confirmation| confirmation.body == body) {
            return Err(Refusal::AlreadyConfirmed { at: earlier.at });
        }
        let by = self.who("by", &c.by)?;
        let confirmed = MinutesConfirmed { meeting: meeting.key, body, by };
        Ok(new_body.into_iter().chain([confirmed.into()]).collect())
    }

    pub(super) fn seal_minutes(&self, c: &SealMinutes) -> Decision {
        let meeting = self.ended(&c.meeting)?;
        let confirmed: Vec<BodyKind> =
            meeting.confirmed.iter().filter_map(|c| Some(self.register.body(c.body)?.kind)).collect();
        let required = self.rules().meeting(meeting.kind).required;
        let all = required.iter().all(|kind| confirmed.contains(kind));
        let warnings = if all { Vec::new() } else { vec![Warning::NotConfirmed] };
        Ok(vec![MinutesSealed { meeting: meeting.key, heads: self.context.heads.to_vec(), warnings }.into()])
    }

    fn ended(&self, given: &str) -> Result<&Meeting, Refusal> {
        let meeting = self.meeting(given)?;
        self.not_sealed(meeting)?;
        match meeting.state {
            MeetingState::Adjourned => Ok(meeting),
            _ => Err(Refusal::MeetingNotOver { meeting: self.register.id(meeting.key) }),
        }
    }
}
