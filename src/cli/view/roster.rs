//! People, bodies and notices in JSON.

use chrono::NaiveDate;
use serde::Serialize;

use super::Sight;
use super::chain::Period;
use crate::domain::code::{BodyKind, NoticeKind};
use crate::domain::entry::Instant;
use crate::domain::event::About;
use crate::domain::register::Thing;
use crate::domain::{notice, person};

#[derive(Debug, Serialize)]
pub(in crate::cli) struct Person<'a> {
    pub(in crate::cli) id: String,
    name: &'a str,
    body: String,
    role: Option<&'a str>,
    phone: Option<&'a str>,
    place: Option<&'a str>,
    voting: bool,
    until: Option<NaiveDate>,
}

#[derive(Debug, Serialize)]
pub(in crate::cli) struct Body<'a> {
    pub(in crate::cli) id: String,
    kind: BodyKind,
    name: Option<&'a str>,
    place: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub(in crate::cli) struct Notice<'a> {
    pub(in crate::cli) id: String,
    kind: NoticeKind,
    about: String,
    #[serde(rename = "where")]
    place: Option<&'a str>,
    posted_at: Instant,
    from: NaiveDate,
    until: NaiveDate,
    /// Years whose holidays were not known when the last day was reckoned: it is provisional.
    until_missing_years: &'a [i32],
    posted: bool,
    /// The vote whose result it tells.
    vote: Option<String>,
    /// The clocks that run for it.
    periods: Vec<Period>,
    objections: Vec<Objection<'a>>,
}

#[derive(Debug, Serialize)]
struct Objection<'a> {
    id: String,
    at: Instant,
    by: &'a str,
    text: &'a str,
    answer_by: Option<NaiveDate>,
    answered_at: Option<Instant>,
    answer: Option<&'a str>,
}

impl<'a> Person<'a> {
    pub(in crate::cli) fn new(sight: Sight<'_>, person: &'a person::Person) -> Self {
        Self {
            id: sight.id(person.key),
            name: &person.name,
            body: sight.id(person.body),
            role: person.role.as_deref(),
            phone: person.phone.as_deref(),
            place: person.place.as_deref(),
            voting: person.voting,
            until: person.until,
        }
    }
}

impl<'a> Body<'a> {
    pub(in crate::cli) fn new(sight: Sight<'_>, body: &'a person::Body) -> Self {
        Self { id: sight.id(body.key), kind: body.kind, name: body.name.as_deref(), place: body.place.as_deref() }
    }
}

impl<'a> Notice<'a> {
    pub(in crate::cli) fn new(sight: Sight<'a>, notice: &'a notice::Notice) -> Self {
        let objections = notice.objections.iter().filter_map(|objection| sight.register.objection(*objection));
        Self {
            id: sight.id(notice.key),
            kind: notice.kind,
            about: match notice.about {
                About::Matter(matter) => sight.id(matter),
                About::Meeting(meeting) => sight.id(meeting),
            },
            place: notice.place.as_deref(),
            posted_at: notice.posted_at,
            from: notice.from,
            until: notice.until,
            until_missing_years: &notice.missing_years,
            posted: notice.is_posted(sight.now),
            vote: notice.vote.map(|vote| sight.id(vote)),
            periods: Period::all(sight, Thing::Notice(notice)),
            objections: objections.map(|objection| Objection::new(sight, objection)).collect(),
        }
    }
}

impl<'a> Objection<'a> {
    fn new(sight: Sight<'_>, objection: &'a notice::Objection) -> Self {
        let answer = objection.answer.as_ref();
        Self {
            id: sight.id(objection.key),
            at: objection.at,
            by: &objection.by,
            text: &objection.text,
            answer_by: objection.answer_by.as_ref().map(|last| last.date),
            answered_at: answer.map(|(at, _)| *at),
            answer: answer.map(|(_, text)| text.as_str()),
        }
    }
}
