//! Rules of the second step, before and around a meeting: calling it, its agenda, opening and ending it.

use chrono::NaiveDate;

use super::Decision;
use super::council::{edits, some_change};
use super::desk::{Desk, NAME_LIMIT, TITLE_LIMIT, line, line_if, words_if};
use crate::domain::code::{BodyKind, MeetingKind, NoticeKind, Warning};
use crate::domain::command::{
    AdjournMeeting, CancelMeeting, ChangeMeeting, ConveneMeeting, OpenMeeting, PlaceOnAgenda, TakeOffAgenda,
};
use crate::domain::entry::Instant;
use crate::domain::event::{
    MeetingAdjourned, MeetingCancelled, MeetingChanged, MeetingConvened, MeetingField, MeetingOpened, PlacedOnAgenda,
    TakenOffAgenda,
};
use crate::domain::id::{MatterRef, MeetingRef, PersonRef};
use crate::domain::meeting::{Item, Meeting, MeetingState};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::time::day_of;

impl Desk<'_> {
    pub(super) fn convene_meeting(&self, c: &ConveneMeeting) -> Decision {
        let (meeting, id) = self.make(Kind::Meeting, MeetingRef);
        let invite = self.people(&c.invite)?;
        let warnings = self.calling_warnings(c.kind, c.at, &invite);
        Ok(vec![
            MeetingConvened {
                meeting,
                id,
                kind: c.kind,
                title: line("title", &c.title, TITLE_LIMIT)?,
                at: c.at,
                place: line_if("place", c.place.as_deref(), TITLE_LIMIT)?,
                chair: self.person_if(c.chair.as_deref())?,
                secretary: self.person_if(c.secretary.as_deref())?,
                invite,
                series: line_if("series", c.series.as_deref(), NAME_LIMIT)?,
                warnings,
            }
            .into(),
        ])
    }

    /// What is worth saying when a meeting of a kind is called.
    fn calling_warnings(&self, kind: MeetingKind, at: Instant, invite: &[PersonRef]) -> Vec<Warning> {
        let rule = self.rules().meeting(kind);
        let mut warnings = Vec::new();
        if days_until(at, self.context.now) < i64::from(rule.notice_days) {
            warnings.push(Warning::NoticeShort);
        }
        if !self.missing_bodies(&rule.required, invite.iter().copied(), day_of(at)).is_empty() {
            warnings.push(Warning::BodyNotInvited);
        }
        warnings
    }

    /// The required kinds of body that nobody among these people speaks for; whose term has ended speaks for none.
    pub(super) fn missing_bodies(
        &self,
        required: &[BodyKind],
        people: impl Iterator<Item = PersonRef>,
        on: NaiveDate,
    ) -> Vec<BodyKind> {
        let there: Vec<BodyKind> = people
            .filter_map(|person| self.register.person(person))
            .filter(|person| person.serves_on(on))
            .filter_map(|person| self.register.body(person.body))
            .map(|body| body.kind)
            .collect();
        required.iter().copied().filter(|kind| !there.contains(kind)).collect()
    }

    pub(super) fn person_if(&self, given: Option<&str>) -> Result<Option<PersonRef>, Refusal> {
        given.filter(|name| !name.trim().is_empty()).map(|name| Ok(self.person(name)?.key)).transpose()
    }

    pub(super) fn change_meeting(&self, c: &ChangeMeeting) -> Decision {
        use MeetingField as F;
        let meeting = self.meeting(&c.meeting)?;
        self.not_sealed(meeting)?;
        if meeting.state == MeetingState::Cancelled {
            return Err(Refusal::MeetingCancelled { meeting: self.register.id(meeting.key) });
        }
        let mut changes = Vec::new();
        changes.extend(c.kind.map(F::Kind));
        if let Some(title) = &c.title {
            changes.push(F::Title(line("title", title, TITLE_LIMIT)?));
        }
        changes.extend(c.at.map(F::At));
        if c.place.is_some() {
            changes.push(F::Place(line_if("place", c.place.as_deref(), TITLE_LIMIT)?));
        }
        if c.chair.is_some() {
            changes.push(F::Chair(self.person_if(c.chair.as_deref())?));
        }
        if c.secretary.is_some() {
            changes.push(F::Secretary(self.person_if(c.secretary.as_deref())?));
        }
        if let Some(invite) = &c.invite {
            changes.push(F::Invite(self.people(invite)?));
        }
        if c.series.is_some() {
            changes.push(F::Series(line_if("series", c.series.as_deref(), NAME_LIMIT)?));
        }
        // Given once for the whole act, with the first change.
        let mut reason = words_if("reason", c.reason.as_deref())?;
        let fact = |known, change| MeetingChanged { meeting: meeting.key, known, change, reason: reason.take() };
        some_change(edits(meeting, changes, fact))
    }

    pub(super) fn cancel_meeting(&self, c: &CancelMeeting) -> Decision {
        let meeting = self.planned(&c.meeting)?;
        let reason = words_if("reason", c.reason.as_deref())?;
        Ok(vec![MeetingCancelled { meeting: meeting.key, matters: self.on_agenda(meeting), reason }.into()])
    }

    pub(super) fn place_on_agenda(&self, c: &PlaceOnAgenda) -> Decision {
        let meeting = self.meeting(&c.meeting)?;
        self.not_over(meeting)?;
        let rule = self.rules().meeting(meeting.kind);
        let posted = meeting
            .notices
            .iter()
            .filter_map(|notice| self.register.notice(*notice))
            .any(|notice| notice.kind == NoticeKind::Agenda);
        if rule.agenda_lock && (posted || meeting.state == MeetingState::Open) {
            return Err(Refusal::AgendaLocked { meeting: self.register.id(meeting.key) });
        }
        let topic = line_if("topic", c.topic.as_deref(), TITLE_LIMIT)?;
        let matter = match (&c.matter, &topic) {
            (Some(matter), None) => Some(self.matter(matter)?),
            (None, Some(_)) => None,
            _ => return Err(Refusal::OneOf { fields: &["matter", "topic"] }),
        };
        if let Some(matter) = matter {
            if let Some(placed) = matter.agenda {
                return Err(Refusal::AlreadyScheduled { meeting: self.register.id(placed.meeting) });
            }
            if !matter.standing.wants_agenda() {
                return Err(self.wrong_stage(matter));
            }
        }
        if c.minutes.is_some_and(|minutes| !(1..=600).contains(&minutes)) {
            return Err(Refusal::OutOfRange { field: "minutes", least: 1, most: 600 });
        }
        let decision = c.decision.or_else(|| Some(matter?.accepted.as_ref()?.decision));
        let late = matter.is_some() && days_until(meeting.at, self.context.now) < i64::from(rule.notice_days);
        Ok(vec![
            PlacedOnAgenda {
                meeting: meeting.key,
                item: self.register.numbers().next_item(meeting.key),
                matter: matter.map(|matter| matter.key),
                topic,
                minutes: c.minutes,
                decision,
                warnings: if late { vec![Warning::NoticeShort] } else { Vec::new() },
            }
            .into(),
        ])
    }

    pub(super) fn take_off_agenda(&self, c: &TakeOffAgenda) -> Decision {
        let meeting = self.meeting(&c.meeting)?;
        self.not_over(meeting)?;
        let item = match (c.item, &c.matter) {
            (Some(number), None) => open_item(meeting, number)?,
            (None, Some(matter)) => {
                let matter = self.matter(matter)?;
                match matter.agenda {
                    Some(placed) if placed.meeting == meeting.key => open_item(meeting, placed.item)?,
                    Some(placed) => {
                        return Err(Refusal::AlreadyScheduled { meeting: self.register.id(placed.meeting) });
                    }
                    None => return Err(self.wrong_stage(matter)),
                }
            }
            _ => return Err(Refusal::OneOf { fields: &["item", "matter"] }),
        };
        self.no_vote_open(meeting, Some(item.number))?;
        Ok(vec![
            TakenOffAgenda { meeting: meeting.key, item: item.number, matter: self.still_here(meeting, item) }.into(),
        ])
    }

    pub(super) fn open_meeting(&self, c: &OpenMeeting) -> Decision {
        let meeting = self.planned(&c.meeting)?;
        let rule = self.rules().meeting(meeting.kind);
        let mut warnings = Vec::new();
        if (day_of(meeting.at) - day_of(meeting.convened_at)).num_days() < i64::from(rule.notice_days) {
            warnings.push(Warning::NoticeShort);
        }
        Ok(vec![MeetingOpened { meeting: meeting.key, warnings }.into()])
    }

    pub(super) fn adjourn_meeting(&self, c: &AdjournMeeting) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        self.no_vote_open(meeting, None)?;
        Ok(vec![MeetingAdjourned { meeting: meeting.key, unfinished: self.on_agenda(meeting) }.into()])
    }

    /// The matters that nothing was made of yet and that still wait for this meeting.
    fn on_agenda(&self, meeting: &Meeting) -> Vec<MatterRef> {
        meeting.unsettled().filter_map(|item| self.still_here(meeting, item)).collect()
    }

    /// The matter of an item, while it still waits for this meeting: it may have been declined or merged meanwhile.
    pub(super) fn still_here(&self, meeting: &Meeting, item: &Item) -> Option<MatterRef> {
        let matter = self.register.matter(item.matter?)?;
        let placed = matter.agenda.is_some_and(|placed| placed.meeting == meeting.key && placed.item == item.number);
        placed.then_some(matter.key)
    }

    // In what state a meeting must be.

    pub(super) fn planned(&self, given: &str) -> Result<&Meeting, Refusal> {
        let meeting = self.meeting(given)?;
        match meeting.state {
            MeetingState::Planned => Ok(meeting),
            MeetingState::Cancelled => Err(Refusal::MeetingCancelled { meeting: self.register.id(meeting.key) }),
            _ => Err(Refusal::MeetingBegun { meeting: self.register.id(meeting.key) }),
        }
    }

    pub(super) fn in_session(&self, given: &str) -> Result<&Meeting, Refusal> {
        let meeting = self.meeting(given)?;
        match meeting.state {
            MeetingState::Open => Ok(meeting),
            _ => Err(Refusal::MeetingNotOpen { meeting: self.register.id(meeting.key) }),
        }
    }

    fn not_over(&self, meeting: &Meeting) -> Result<(), Refusal> {
        match meeting.state {
            MeetingState::Planned | MeetingState::Open => Ok(()),
            MeetingState::Cancelled => Err(Refusal::MeetingCancelled { meeting: self.register.id(meeting.key) }),
            MeetingState::Adjourned => Err(Refusal::MeetingNotOpen { meeting: self.register.id(meeting.key) }),
            MeetingState::Sealed => Err(Refusal::MinutesSealed { meeting: self.register.id(meeting.key) }),
        }
    }

    pub(super) fn not_sealed(&self, meeting: &Meeting) -> Result<(), Refusal> {
        match meeting.state {
            MeetingState::Sealed => Err(Refusal::MinutesSealed { meeting: self.register.id(meeting.key) }),
            _ => Ok(()),
        }
    }
}

/// An item that is on the agenda and that nothing was made of yet.
pub(super) fn open_item(meeting: &Meeting, number: u32) -> Result<&Item, Refusal> {
    let item = meeting.item(number).ok_or(Refusal::UnknownItem { item: number })?;
    if item.resolution.is_some() { Err(Refusal::ItemSettled { item: number }) } else { Ok(item) }
}

/// Whole days between the day of `now` and that of `at`.
fn days_until(at: Instant, now: Instant) -> i64 {
    (day_of(at) - day_of(now)).num_days()
}
