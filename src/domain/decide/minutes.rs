//! Rules of the second step, about the minutes: what goes into them, resolutions, and sealing.

use super::Decision;
use super::agenda::open_item;
use super::council::{edits, some_change};
use super::desk::{Desk, TITLE_LIMIT, line_if, words, words_if};
use crate::domain::code::{NoteKind, Outcome, Warning};
use crate::domain::command::{
    ChangeNote, ConfirmMinutes, CorrectMinutes, Note, ObjectToMinutes, Resolve, SealMinutes, StrikeNote,
};
use crate::domain::event::{
    MinutesConfirmed, MinutesCorrected, MinutesObjected, MinutesSealed, NoteChanged, NoteStruck, Noted, Resolved,
};
use crate::domain::id::{BodyRef, NoteRef};
use crate::domain::matter::Matter;
use crate::domain::meeting::{Item, Meeting, MeetingState, NoteWords, Room};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::stage::Stage;

impl Desk<'_> {
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
        let undertakes = words_if("undertakes", c.undertakes.as_deref())?;
        if undertakes.is_some() && body.is_none() {
            return Err(Refusal::NeedsBody);
        }
        let (motion, warnings) = self.motion_of(meeting, c)?;
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
            stance: c.stance,
            motion,
            undertakes,
            at: c.at,
            warnings,
        };
        Ok(new_body.into_iter().chain([noted.into()]).collect())
    }

    /// The motion that an amendment would change, and what is worth saying: one motion at a time.
    fn motion_of(&self, meeting: &Meeting, c: &Note) -> Result<(Option<NoteRef>, Vec<Warning>), Refusal> {
        let given = c.of.as_deref().filter(|note| !note.trim().is_empty());
        let named = given.map(|note| self.note_named(note)).transpose()?;
        if let Some(note) = named {
            let is_motion = matches!(note.kind, NoteKind::Motion | NoteKind::Amendment) && note.struck.is_none();
            if note.meeting != meeting.key || !is_motion || c.kind != NoteKind::Amendment {
                return Err(Refusal::NotAMotion { note: self.register.id(note.key) });
            }
        }
        let open = meeting.open_motion(self.register, meeting.current).map(|motion| motion.key);
        Ok(match c.kind {
            NoteKind::Motion if open.is_some() => (None, vec![Warning::MotionOpen]),
            NoteKind::Amendment => match named.map(|motion| motion.key).or(open) {
                Some(motion) => (Some(motion), Vec::new()),
                None => (None, vec![Warning::NoMotion]),
            },
            _ => (None, Vec::new()),
        })
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

    pub(super) fn strike_note(&self, c: &StrikeNote) -> Decision {
        let note = self.note_named(&c.note)?;
        if let Some(meeting) = self.register.meeting(note.meeting) {
            self.not_sealed(meeting)?;
        }
        if note.struck.is_some() {
            return Err(Refusal::NothingChanges);
        }
        let reason = words_if("reason", c.reason.as_deref())?;
        Ok(vec![NoteStruck { note: note.key, meeting: note.meeting, reason }.into()])
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
            if let Some(matter) = matter.and_then(|matter| self.register.matter(matter)) {
                self.chain_lets_adopt(matter)?;
            }
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
        let room = Room::now(self.register, meeting, self.context.now);
        let mut warnings = Vec::new();
        if room.missing().next().is_some() {
            warnings.push(Warning::BodyAbsent);
        }
        if room.has_quorum() == Some(false) {
            warnings.push(Warning::QuorumMissing);
        }
        if outcome == Outcome::Adopted && self.was_voted_down(meeting, item) {
            warnings.push(Warning::VotedDown);
        }
        if !meeting.silent_bodies(self.register, &rule, item.number).is_empty() {
            warnings.push(Warning::PositionMissing);
        }
        warnings
    }

    pub(super) fn confirm_minutes(&self, c: &ConfirmMinutes) -> Decision {
        let meeting = self.ended(&c.meeting)?;
        let (body, new_body) = self.body_or_new(&c.body)?;
        not_confirmed(meeting, body)?;
        let by = self.who("by", &c.by)?;
        let reservation = words_if("reservation", c.reservation.as_deref())?;
        let confirmed = MinutesConfirmed { meeting: meeting.key, body, by, reservation };
        Ok(new_body.into_iter().chain([confirmed.into()]).collect())
    }

    pub(super) fn object_to_minutes(&self, c: &ObjectToMinutes) -> Decision {
        let meeting = self.ended(&c.meeting)?;
        let (body, new_body) = self.body_or_new(&c.body)?;
        not_confirmed(meeting, body)?;
        let by = self.who("by", &c.by)?;
        let objected = MinutesObjected { meeting: meeting.key, body, by, text: words("text", &c.text)? };
        Ok(new_body.into_iter().chain([objected.into()]).collect())
    }

    pub(super) fn seal_minutes(&self, c: &SealMinutes) -> Decision {
        let meeting = self.ended(&c.meeting)?;
        let rule = self.rules().meeting(meeting.kind);
        let all = meeting.unconfirmed(self.register, &rule).is_empty();
        let warnings = if all { Vec::new() } else { vec![Warning::NotConfirmed] };
        Ok(vec![MinutesSealed { meeting: meeting.key, heads: self.context.heads.to_vec(), warnings }.into()])
    }

    pub(super) fn correct_minutes(&self, c: &CorrectMinutes) -> Decision {
        let meeting = self.meeting(&c.meeting)?;
        if !matches!(meeting.state, MeetingState::Adjourned | MeetingState::Sealed) {
            return Err(Refusal::MeetingNotOver { meeting: self.register.id(meeting.key) });
        }
        let note = c.note.as_deref().filter(|note| !note.trim().is_empty());
        let note = note.map(|note| self.note_named(note)).transpose()?;
        if let Some(other) = note.filter(|note| note.meeting != meeting.key) {
            return Err(Refusal::NoteElsewhere { note: self.register.id(other.key) });
        }
        let text = words("text", &c.text)?;
        Ok(vec![MinutesCorrected { meeting: meeting.key, note: note.map(|note| note.key), text }.into()])
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

/// A body says once what it thinks of the minutes; again only when their words have changed.
fn not_confirmed(meeting: &Meeting, body: BodyRef) -> Result<(), Refusal> {
    match meeting.confirmed.iter().find(|confirmation| confirmation.body == body && !confirmation.outdated) {
        Some(earlier) => Err(Refusal::AlreadyConfirmed { at: earlier.at }),
        None => Ok(()),
    }
}
