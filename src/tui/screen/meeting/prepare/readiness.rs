//! What a kind of meeting requires before it begins, as rows: what is seen to, what is not, and what would see to it.
//! Holds no rule: the list is the domain's.

use chrono::{Days, NaiveDate};

use super::Row as Selectable;
use crate::domain::code::BodyKind;
use crate::domain::id::{BodyRef, PersonRef};
use crate::domain::meeting::{Check, CheckState, Meeting, Remedy, Requirement, members};
use crate::domain::person::Body;
use crate::domain::register::Register;
use crate::domain::time::day_of;
use crate::text::Text;
use crate::tui::keys::{self, Action};
use crate::tui::meeting_act::MeetingAct;
use crate::tui::prepare_act::PrepareAct;
use crate::tui::style::{Look, Tone};

/// What Enter on a requirement leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedied {
    /// To another day, this one proposed.
    Move(NaiveDate),
    /// To the notice of its topics.
    Post,
    /// Everybody of these bodies is invited.
    Invite(Vec<BodyRef>),
    /// To the roster: nobody there speaks for this body yet.
    Enrol(BodyRef),
    /// To the roster: no body of this kind is there yet.
    Found(BodyKind),
    /// To the choice of who is invited.
    Choose,
    /// To the choice of who chairs.
    NameChair,
    /// To the choice of who takes the minutes.
    NameSecretary,
}

/// A requirement in words.
pub(super) struct Told {
    pub(super) row: Selectable,
    /// `✓`, `✗`, or `-` for what is only recommended.
    pub(super) sign: &'static str,
    pub(super) tone: Tone,
    pub(super) what: String,
    pub(super) remedy: Option<Way>,
}

/// What would see to a requirement, or lead to it once more.
#[must_use]
pub fn remedy(check: &Check, meeting: &Meeting, register: &Register, look: &Look) -> Remedied {
    match check.what {
        Requirement::AgendaPosted(_) if check.state != CheckState::Missed => Remedied::Post,
        Requirement::Notice(_) | Requirement::AgendaPosted(_) => {
            Remedied::Move(in_time(check, meeting, register, look))
        }
        Requirement::Invited(kind) if check.state != CheckState::Met => unasked(kind, meeting, register),
        Requirement::Chair => Remedied::NameChair,
        Requirement::Secretary => Remedied::NameSecretary,
        _ => Remedied::Choose,
    }
}

/// The first day on which the requirement would be met: its own once it is.
fn in_time(check: &Check, meeting: &Meeting, register: &Register, look: &Look) -> NaiveDate {
    let held = day_of(meeting.at);
    match (check.remedy, check.state) {
        (Some(Remedy::MoveTo(day)), _) => day,
        (_, CheckState::Met) => held,
        _ => {
            let days = Days::new(register.rules().meeting(meeting.kind).notice_days.into());
            look.today().checked_add_days(days).unwrap_or(held).max(held)
        }
    }
}

/// How somebody of a kind of body comes to be asked: everybody who serves, else somebody new.
fn unasked(kind: BodyKind, meeting: &Meeting, register: &Register) -> Remedied {
    let of_kind: Vec<&Body> = register.bodies().filter(|body| body.kind == kind).collect();
    let serves = |body: &&&Body| members(register, body.key, day_of(meeting.at)).next().is_some();
    let able: Vec<BodyRef> = of_kind.iter().filter(serves).map(|body| body.key).collect();
    match (able.is_empty(), of_kind.first()) {
        (false, _) => Remedied::Invite(able),
        (true, Some(body)) => Remedied::Enrol(body.key),
        (true, None) => Remedied::Found(kind),
    }
}

/// Every requirement in words, in the order in which they come due.
pub(super) fn told(meeting: &Meeting, register: &Register, look: &Look) -> Vec<Told> {
    let checks = super::checks(meeting, register, look.now);
    checks.iter().map(|check| one(check, meeting, register, look)).collect()
}

/// How many of those that must be met are, and how many there are.
pub(super) fn count(meeting: &Meeting, register: &Register, look: &Look) -> (usize, usize) {
    let rule = register.rules().meeting(meeting.kind);
    let checks = super::checks(meeting, register, look.now);
    let must = checks
        .iter()
        .filter(|check| !matches!(check.what, Requirement::Invited(kind) if !rule.required.contains(&kind)));
    let (met, open): (Vec<&Check>, Vec<&Check>) = must.partition(|check| is_seen_to(check));
    (met.len(), met.len() + open.len())
}

/// Whether nothing is left to do about it before the meeting: enough people are asked, if not there yet.
fn is_seen_to(check: &Check) -> bool {
    match check.what {
        Requirement::Quorum { .. } => check.state != CheckState::Missed,
        _ => check.state == CheckState::Met,
    }
}

fn one(check: &Check, meeting: &Meeting, register: &Register, look: &Look) -> Told {
    let text = look.text;
    let met = is_seen_to(check);
    let (what, remedy) = match check.what {
        Requirement::Notice(days) => notice(days, met, meeting, look, in_time(check, meeting, register, look)),
        Requirement::AgendaPosted(last) => {
            let last = text.date(last, look.today());
            match check.state {
                CheckState::Met => (text.prepare_posted().to_owned(), None),
                CheckState::NotYet => (text.prepare_to_post(&last), Some(by_key(post_key(), text.prepare_post()))),
                CheckState::Missed => {
                    (text.prepare_not_posted(&last), Some(by_enter(text.prepare_move_instead().to_owned())))
                }
            }
        }
        Requirement::Invited(kind) => invited(kind, met, meeting, register, text),
        Requirement::Chair => named(meeting.chair, text.field_chair(), register, text),
        Requirement::Secretary => named(meeting.secretary, text.field_secretary(), register, text),
        Requirement::Quorum { present, needed } => {
            let asked = meeting.invite.len();
            let what =
                if met { text.prepare_quorum(needed, asked, present) } else { text.prepare_no_quorum(needed, present) };
            (
                what,
                if met {
                    None
                } else {
                    Some(by_key(keys::shown(Action::Prepare(PrepareAct::Invite)), text.prepare_ask_more()))
                },
            )
        }
        Requirement::Present(_) | Requirement::Position(_) | Requirement::Confirmed(_) => (String::new(), None),
    };
    let required = register.rules().meeting(meeting.kind).required;
    let (sign, tone) = match check.what {
        _ if met => ("✓", Tone::Good),
        Requirement::Invited(kind) if !required.contains(&kind) => ("-", Tone::Plain),
        _ => ("✗", Tone::Late),
    };
    Told { row: Selectable::Check(check.what), sign, tone, what, remedy }
}

/// A key, and what it would do.
type Way = (&'static str, String);
/// How a requirement stands, and what would see to it.
type Words = (String, Option<Way>);

fn notice(days: u32, met: bool, meeting: &Meeting, look: &Look, day: NaiveDate) -> Words {
    let ahead = (day_of(meeting.at) - day_of(meeting.convened_at)).num_days().max(0);
    if met {
        return (look.text.prepare_notice(days, ahead), None);
    }
    let day = look.text.date(day, look.today());
    (look.text.prepare_notice_short(days, ahead), Some(by_enter(look.text.prepare_move(&day))))
}

fn invited(kind: BodyKind, met: bool, meeting: &Meeting, register: &Register, text: Text) -> Words {
    let body = text.body_kind(kind);
    let of_kind = |person| {
        let body = register.person(person).and_then(|person| register.body(person.body));
        body.is_some_and(|body| body.kind == kind)
    };
    if met {
        return (text.prepare_asked(body, meeting.invite.iter().filter(|person| of_kind(**person)).count()), None);
    }
    match unasked(kind, meeting, register) {
        Remedied::Invite(bodies) => {
            let all = bodies.iter().map(|body| members(register, *body, day_of(meeting.at)).count()).sum();
            (text.prepare_unasked(body), Some(by_enter(text.prepare_ask_all(all))))
        }
        Remedied::Enrol(_) => (text.prepare_nobody(body), Some(by_enter(text.prepare_enrol().to_owned()))),
        _ => (text.prepare_no_body(body), Some(by_enter(text.prepare_found().to_owned()))),
    }
}

fn named(person: Option<PersonRef>, role: &str, register: &Register, text: Text) -> Words {
    match person {
        Some(person) => (text.prepare_named(role, text.person_named(register, person)), None),
        None => (text.prepare_unnamed(role), Some(by_enter(text.prepare_name().to_owned()))),
    }
}

fn by_enter(does: String) -> Way {
    (keys::shown(Action::Open), does)
}

fn by_key(key: &'static str, does: &str) -> Way {
    (key, does.to_owned())
}

fn post_key() -> &'static str {
    keys::shown(Action::MeetingAct(MeetingAct::PostAgenda))
}
