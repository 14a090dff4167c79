//! Rules of the second step, around a meeting: calling it, opening, interrupting and ending it.

use std::ops::RangeInclusive;

use super::Decision;
use super::council::{edits, some_change};
use super::desk::{Desk, NAME_LIMIT, TITLE_LIMIT, line, line_if, words_if};
use crate::domain::code::{MeetingKind, Warning};
use crate::domain::command::{
    AdjournMeeting, CancelMeeting, ChangeMeeting, ConveneMeeting, Invite, OpenMeeting, PauseMeeting, ResumeMeeting,
};
use crate::domain::entry::Instant;
use crate::domain::event::{
    MeetingAdjourned, MeetingCancelled, MeetingChanged, MeetingConvened, MeetingField, MeetingOpened, MeetingPaused,
    MeetingResumed,
};
use crate::domain::id::{MeetingRef, PersonRef};
use crate::domain::meeting::{Meeting, MeetingState, is_notice_short, members, missing_bodies, who_came_last};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::series;
use crate::domain::time::day_of;

/// Minutes that a meeting may be planned to last.
const LENGTH_LIMIT: u32 = 1_440;
/// The highest number in a series.
const SERIES_LIMIT: u32 = 9_999;

impl Desk<'_> {
    pub(super) fn convene_meeting(&self, c: &ConveneMeeting) -> Decision {
        let (meeting, id) = self.make(Kind::Meeting, MeetingRef);
        let invite = self.people(&c.invite)?;
        let series = line_if("series", c.series.as_deref(), NAME_LIMIT)?;
        let next = || series.as_deref().map(|series| series::next_number(self.register, series));
        let number = in_range("number", c.number, 1..=SERIES_LIMIT)?.filter(|_| series.is_some()).or_else(next);
        let mut warnings = self.calling_warnings(c.kind, c.at, &invite);
        warnings.extend(self.number_warning(series.as_deref(), number, None));
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
                series,
                number,
                minutes: in_range("minutes", c.minutes, 1..=LENGTH_LIMIT)?,
                warnings,
            }
            .into(),
        ])
    }

    /// What is worth saying when a meeting of a kind is called.
    fn calling_warnings(&self, kind: MeetingKind, at: Instant, invite: &[PersonRef]) -> Vec<Warning> {
        let rule = self.rules().meeting(kind);
        let mut warnings = Vec::new();
        if is_notice_short(&rule, day_of(self.context.now), day_of(at)) {
            warnings.push(Warning::NoticeShort);
        }
        if !missing_bodies(self.register, &rule.required, invite.iter().copied(), day_of(at)).is_empty() {
            warnings.push(Warning::BodyNotInvited);
        }
        warnings
    }

    fn number_warning(&self, series: Option<&str>, number: Option<u32>, of: Option<MeetingRef>) -> Option<Warning> {
        series::is_taken(self.register, series?, number?, of).then_some(Warning::NumberTaken)
    }

    pub(super) fn person_if(&self, given: Option<&str>) -> Result<Option<PersonRef>, Refusal> {
        given.filter(|name| !name.trim().is_empty()).map(|name| Ok(self.person(name)?.key)).transpose()
    }

    pub(super) fn change_meeting(&self, c: &ChangeMeeting) -> Decision {
        use MeetingField as F;
        let meeting = self.changeable(&c.meeting)?;
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
        let number = in_range("number", c.number, 0..=SERIES_LIMIT)?;
        changes.extend(self.numbered(meeting, &changes, number));
        if let Some(minutes) = in_range("minutes", c.minutes, 0..=LENGTH_LIMIT)? {
            changes.push(F::Minutes(Some(minutes).filter(|minutes| *minutes > 0)));
        }
        // Given once for the whole act, with the first change.
        let mut reason = words_if("reason", c.reason.as_deref())?;
        let series = changes.iter().find_map(|change| match change {
            F::Series(series) => Some(series.clone()),
            _ => None,
        });
        let series = series.unwrap_or_else(|| meeting.series.clone());
        let fact = |known, change: F| {
            let warnings = match &change {
                F::Number(number) => self.number_warning(series.as_deref(), *number, Some(meeting.key)),
                _ => None,
            };
            let warnings = warnings.into_iter().collect();
            MeetingChanged { meeting: meeting.key, known, change, reason: reason.take(), warnings }
        };
        some_change(edits(meeting, changes, fact))
    }

    fn changeable(&self, given: &str) -> Result<&Meeting, Refusal> {
        let meeting = self.meeting(given)?;
        self.not_sealed(meeting)?;
        match meeting.state {
            MeetingState::Cancelled => Err(Refusal::MeetingCancelled { meeting: self.register.id(meeting.key) }),
            _ => Ok(meeting),
        }
    }

    pub(super) fn invite(&self, c: &Invite) -> Decision {
        let meeting = self.changeable(&c.meeting)?;
        if c.people.is_empty() && c.bodies.is_empty() && c.without.is_empty() && !c.as_last {
            return Err(Refusal::OneOf { fields: &["people", "bodies", "as_last", "without"] });
        }
        let mut joining = Vec::new();
        if c.as_last {
            joining.extend(who_came_last(self.register, meeting));
        }
        for body in &c.bodies {
            let body = self.body(body)?.key;
            joining.extend(members(self.register, body, day_of(meeting.at)));
        }
        joining.extend(self.people(&c.people)?);
        let without = self.people(&c.without)?;
        let mut invite = meeting.invite.clone();
        for person in joining {
            if !invite.contains(&person) {
                invite.push(person);
            }
        }
        invite.retain(|person| !without.contains(person));
        let fact = |known, change| {
            let required = self.rules().meeting(meeting.kind).required;
            let missing = match &change {
                MeetingField::Invite(people) => {
                    missing_bodies(self.register, &required, people.iter().copied(), day_of(meeting.at))
                }
                _ => Vec::new(),
            };
            let warnings = if missing.is_empty() { Vec::new() } else { vec![Warning::BodyNotInvited] };
            MeetingChanged { meeting: meeting.key, known, change, reason: None, warnings }
        };
        some_change(edits(meeting, vec![MeetingField::Invite(invite)], fact))
    }

    /// The number a meeting gets: the one given, 0 for none; with another series, the next one there.
    fn numbered(&self, meeting: &Meeting, changes: &[MeetingField], given: Option<u32>) -> Option<MeetingField> {
        let new_series = changes.iter().find_map(|change| match change {
            MeetingField::Series(series) if *series != meeting.series => Some(series.as_deref()),
            _ => None,
        });
        let number = match (given, new_series) {
            (Some(given), _) => Some(given).filter(|number| *number > 0),
            (None, Some(series)) => series.map(|series| series::next_number(self.register, series)),
            (None, None) => return None,
        };
        Some(MeetingField::Number(number))
    }

    pub(super) fn cancel_meeting(&self, c: &CancelMeeting) -> Decision {
        let meeting = self.planned(&c.meeting)?;
        let reason = words_if("reason", c.reason.as_deref())?;
        Ok(vec![MeetingCancelled { meeting: meeting.key, matters: self.on_agenda(meeting), reason }.into()])
    }

    pub(super) fn open_meeting(&self, c: &OpenMeeting) -> Decision {
        let meeting = self.planned(&c.meeting)?;
        let rule = self.rules().meeting(meeting.kind);
        let short = is_notice_short(&rule, day_of(meeting.convened_at), day_of(meeting.at));
        let warnings = if short { vec![Warning::NoticeShort] } else { Vec::new() };
        Ok(vec![MeetingOpened { meeting: meeting.key, warnings }.into()])
    }

    pub(super) fn pause_meeting(&self, c: &PauseMeeting) -> Decision {
        let meeting = self.going_on(&c.meeting)?;
        let reason = words_if("reason", c.reason.as_deref())?;
        Ok(vec![MeetingPaused { meeting: meeting.key, reason, until: c.until }.into()])
    }

    pub(super) fn resume_meeting(&self, c: &ResumeMeeting) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        if meeting.paused.is_none() {
            return Err(Refusal::MeetingNotPaused { meeting: self.register.id(meeting.key) });
        }
        Ok(vec![MeetingResumed { meeting: meeting.key }.into()])
    }

    pub(super) fn adjourn_meeting(&self, c: &AdjournMeeting) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        self.no_vote_open(meeting, None)?;
        Ok(vec![MeetingAdjourned { meeting: meeting.key, unfinished: self.on_agenda(meeting) }.into()])
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

    /// In session, and not interrupted.
    pub(super) fn going_on(&self, given: &str) -> Result<&Meeting, Refusal> {
        let meeting = self.in_session(given)?;
        match meeting.paused {
            Some(_) => Err(Refusal::MeetingPaused { meeting: self.register.id(meeting.key) }),
            None => Ok(meeting),
        }
    }

    pub(super) fn not_over(&self, meeting: &Meeting) -> Result<(), Refusal> {
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

/// A number that lies in its range, if one was given.
pub(super) fn in_range(
    field: &'static str,
    given: Option<u32>,
    range: RangeInclusive<u32>,
) -> Result<Option<u32>, Refusal> {
    match given {
        Some(number) if !range.contains(&number) => {
            Err(Refusal::OutOfRange { field, least: *range.start(), most: *range.end() })
        }
        given => Ok(given),
    }
}
