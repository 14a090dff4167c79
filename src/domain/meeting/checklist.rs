//! What a meeting's kind requires, and how far it is met. The rules warn by the same tests; whoever looks at the list is
//! told what would meet each. Must not know how it is shown.

use chrono::{Days, NaiveDate};

use super::{Meeting, MeetingState, Room};
use crate::domain::code::{BodyKind, NoteKind, NoticeKind, codes};
use crate::domain::entry::Instant;
use crate::domain::id::PersonRef;
use crate::domain::register::Register;
use crate::domain::rule_set::MeetingRule;
use crate::domain::time::day_of;

codes! {
    /// How far a requirement is met.
    CheckState {
        /// It is met.
        Met = "met",
        /// It can still be met.
        NotYet = "not_yet",
        /// It can no longer be met.
        Missed = "missed",
    }
}

/// Something that a kind of meeting requires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Requirement {
    /// It is called so many days ahead.
    Notice(u32),
    /// Its topics are posted by that day.
    AgendaPosted(NaiveDate),
    /// Somebody of this kind of body is invited.
    Invited(BodyKind),
    /// A chair is named.
    Chair,
    /// A secretary is named.
    Secretary,
    /// Enough of those expected take part.
    Quorum {
        /// How many do; before the meeting, how many can.
        present: u32,
        /// How many must.
        needed: u32,
    },
    /// Somebody of this kind of body takes part.
    Present(BodyKind),
    /// This kind of body has stated its position on the item under discussion.
    Position(BodyKind),
    /// This kind of body has confirmed the minutes.
    Confirmed(BodyKind),
}

/// What would meet a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Hold it on this day or later.
    MoveTo(NaiveDate),
    /// Post its topics by that day.
    PostAgenda(NaiveDate),
    /// Invite somebody of this kind of body.
    Invite(BodyKind),
    /// Name a chair.
    NameChair,
    /// Name a secretary.
    NameSecretary,
    /// Wait for so many more.
    AwaitMore(u32),
    /// Wait for somebody of this kind of body.
    Await(BodyKind),
    /// Ask this kind of body for its position.
    AskPosition(BodyKind),
    /// Ask this kind of body to confirm the minutes.
    AskConfirmation(BodyKind),
}

/// A requirement and how far it is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// The requirement.
    pub what: Requirement,
    /// How far it is met.
    pub state: CheckState,
    /// What would meet it, where something can.
    pub remedy: Option<Remedy>,
}

/// Whether a meeting called on one day for another has less notice than its kind asks for.
#[must_use]
pub fn is_notice_short(rule: &MeetingRule, called: NaiveDate, held: NaiveDate) -> bool {
    (held - called).num_days() < i64::from(rule.notice_days)
}

/// The required kinds of body that nobody among these people speaks for; whose term has ended speaks for none.
pub fn missing_bodies(
    register: &Register,
    required: &[BodyKind],
    people: impl Iterator<Item = PersonRef>,
    on: NaiveDate,
) -> Vec<BodyKind> {
    let there: Vec<BodyKind> = people
        .filter_map(|person| register.person(person))
        .filter(|person| person.serves_on(on))
        .filter_map(|person| register.body(person.body))
        .map(|body| body.kind)
        .collect();
    required.iter().copied().filter(|kind| !there.contains(kind)).collect()
}

impl Meeting {
    /// What its kind requires, in the order in which it comes due, and how far it is met at `now`.
    #[must_use]
    pub fn checklist(&self, register: &Register, now: Instant) -> Vec<Check> {
        let rule = register.rules().meeting(self.kind);
        if self.state == MeetingState::Cancelled {
            return Vec::new();
        }
        let mut checks = self.called(register, &rule, now);
        checks.extend(self.seated(register, &rule, now));
        checks.extend(self.spoken_for(register, &rule));
        checks
    }

    /// What is seen to before it begins.
    fn called(&self, register: &Register, rule: &MeetingRule, now: Instant) -> Vec<Check> {
        let ahead = self.state == MeetingState::Planned;
        let held = day_of(self.at);
        let mut checks = Vec::new();
        if rule.notice_days > 0 {
            let days = Days::new(rule.notice_days.into());
            let late = is_notice_short(rule, day_of(self.convened_at), held);
            let move_to = day_of(self.convened_at).checked_add_days(days).map(Remedy::MoveTo);
            checks.push(check(Requirement::Notice(rule.notice_days), !late, ahead, move_to));
            if let Some(last) = held.checked_sub_days(days) {
                let notices = self.notices.iter().filter_map(|notice| register.notice(*notice));
                let mut posted = notices.filter(|notice| notice.kind == NoticeKind::Agenda).map(|notice| notice.from);
                let in_time = ahead && day_of(now) <= last;
                let met = posted.any(|from| from <= last);
                checks.push(check(Requirement::AgendaPosted(last), met, in_time, Some(Remedy::PostAgenda(last))));
            }
        }
        let wanted: Vec<BodyKind> = rule.required.iter().chain(&rule.invited).copied().collect();
        let missing = missing_bodies(register, &wanted, self.invite.iter().copied(), held);
        for kind in wanted {
            let invited = !missing.contains(&kind);
            checks.push(check(Requirement::Invited(kind), invited, ahead, Some(Remedy::Invite(kind))));
        }
        // A meeting without any form needs neither chair nor secretary.
        if *rule != MeetingRule::default() {
            let open = ahead || self.state == MeetingState::Open;
            checks.push(check(Requirement::Chair, self.chair.is_some(), open, Some(Remedy::NameChair)));
            checks.push(check(Requirement::Secretary, self.secretary.is_some(), open, Some(Remedy::NameSecretary)));
        }
        checks
    }

    /// Who must be there.
    fn seated(&self, register: &Register, rule: &MeetingRule, now: Instant) -> Vec<Check> {
        let open = matches!(self.state, MeetingState::Planned | MeetingState::Open);
        let room = Room::now(register, self, self.adjourned_at.unwrap_or(now));
        let mut checks = Vec::new();
        if let Some(needed) = room.needed {
            let (present, can) = match self.state {
                MeetingState::Planned => (self.can_come(), self.can_come() >= needed),
                _ => (room.present, open),
            };
            let met = self.state != MeetingState::Planned && room.present >= needed;
            let more = needed.saturating_sub(room.present);
            let remedy = (more > 0).then_some(Remedy::AwaitMore(more));
            checks.push(check(Requirement::Quorum { present, needed }, met, can, remedy));
        }
        let missing: Vec<BodyKind> = room.missing().collect();
        for kind in &rule.required {
            let there = self.state != MeetingState::Planned && !missing.contains(kind);
            checks.push(check(Requirement::Present(*kind), there, open, Some(Remedy::Await(*kind))));
        }
        checks
    }

    /// How many of those invited have not said that they will stay away.
    fn can_come(&self) -> u32 {
        let away: Vec<PersonRef> =
            self.attendance().into_iter().filter(|mark| mark.state.is_away()).map(|mark| mark.person).collect();
        u32::try_from(self.invite.iter().filter(|person| !away.contains(person)).count()).unwrap_or(u32::MAX)
    }

    /// What the bodies must have said.
    fn spoken_for(&self, register: &Register, rule: &MeetingRule) -> Vec<Check> {
        let mut checks = Vec::new();
        if let Some(item) = self.current.and_then(|current| self.item(current)) {
            let silent = self.silent_bodies(register, rule, item.number);
            for kind in &rule.required {
                let said = !silent.contains(kind);
                let open = item.resolution.is_none();
                checks.push(check(Requirement::Position(*kind), said, open, Some(Remedy::AskPosition(*kind))));
            }
        }
        if matches!(self.state, MeetingState::Adjourned | MeetingState::Sealed) {
            let silent = self.unconfirmed(register, rule);
            for kind in &rule.required {
                let open = self.state == MeetingState::Adjourned;
                let remedy = Some(Remedy::AskConfirmation(*kind));
                checks.push(check(Requirement::Confirmed(*kind), !silent.contains(kind), open, remedy));
            }
        }
        checks
    }

    /// The required kinds of body that have not stated their position on an item.
    #[must_use]
    pub fn silent_bodies(&self, register: &Register, rule: &MeetingRule, item: u32) -> Vec<BodyKind> {
        let stated: Vec<BodyKind> = self
            .notes
            .iter()
            .filter_map(|note| register.note(*note))
            .filter(|note| note.item == Some(item) && note.kind == NoteKind::Position && note.struck.is_none())
            .filter_map(|note| Some(register.body(note.body?)?.kind))
            .collect();
        rule.required.iter().copied().filter(|kind| !stated.contains(kind)).collect()
    }

    /// The required kinds of body that have not confirmed the minutes as they are now.
    #[must_use]
    pub fn unconfirmed(&self, register: &Register, rule: &MeetingRule) -> Vec<BodyKind> {
        let confirmed = self.confirmed.iter().filter(|confirmation| !confirmation.outdated);
        let confirmed: Vec<BodyKind> =
            confirmed.filter_map(|confirmation| Some(register.body(confirmation.body)?.kind)).collect();
        rule.required.iter().copied().filter(|kind| !confirmed.contains(kind)).collect()
    }
}

fn check(what: Requirement, met: bool, can: bool, remedy: Option<Remedy>) -> Check {
    let state = match (met, can) {
        (true, _) => CheckState::Met,
        (false, true) => CheckState::NotYet,
        (false, false) => CheckState::Missed,
    };
    Check { what, state, remedy: remedy.filter(|_| state == CheckState::NotYet) }
}
