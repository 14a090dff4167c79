//! `mazha list`: matters, tasks, meetings, people, bodies, notices, or what came through the residents' diary; all of
//! them or those that fit.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::io;

use serde::Serialize;

use super::args::{self, Kind};
use super::desk::{Desk, Look};
use super::named;
use super::out::{Exit, Stop};
use super::table::Table;
use super::view::{self, Sight};
use super::wording::Wording;
use crate::domain::code::Channel;
use crate::domain::event::{About, Lead};
use crate::domain::id::{BodyRef, Ref};
use crate::domain::matter::Matter;
use crate::domain::meeting::Meeting;
use crate::domain::notice::Notice;
use crate::domain::person::{Body, Person};
use crate::domain::task::Task;
use crate::domain::unit::Unit;
use crate::domain::vote::Measure;
use crate::find::{self, Index, Query};

pub(super) fn run(asked: &args::List, desk: &mut Desk) -> Result<Exit, Stop> {
    check_options(asked, desk)?;
    let look = desk.look(asked.reading.as_of)?;
    let register = look.register();
    let bodies = asked.body.as_deref().map(|given| named::bodies(register, given)).transpose();
    let bodies = bodies.map_err(|refusal| desk.refused(&refusal))?;
    let filter = Filter { asked, bodies, scores: scores(asked, look.sight()) };
    match asked.kind {
        Kind::Matters => filter.list(register.matters(), &look, desk),
        Kind::Tasks => filter.list(register.tasks(), &look, desk),
        Kind::Meetings => filter.list(register.meetings(), &look, desk),
        Kind::People => filter.list(register.people(), &look, desk),
        Kind::Bodies => filter.list(register.bodies(), &look, desk),
        Kind::Notices => filter.list(register.notices(), &look, desk),
        Kind::Units => filter.list(register.units(), &look, desk),
        Kind::Diary => {
            let diary = register.matters().filter(|matter| matter.channel == Channel::Diary);
            filter.list(diary, &look, desk)
        }
    }?;
    Ok(Exit::Done)
}

/// An option that says nothing of what is listed is wrong usage: an empty list would look like an answer.
fn check_options(asked: &args::List, desk: &Desk) -> Result<(), Stop> {
    let of_matters = matches!(asked.kind, Kind::Matters | Kind::Diary);
    let of_work = of_matters || asked.kind == Kind::Tasks;
    let strange = [
        (asked.stage.is_some() && !of_matters, "--stage"),
        (asked.category.is_some() && !of_matters, "--category"),
        (asked.overdue && !of_work, "--overdue"),
        (asked.body.is_some() && !of_work && asked.kind != Kind::People, "--body"),
    ];
    match strange.iter().find(|(is_strange, _)| *is_strange) {
        Some((_, option)) => Err(Stop::new(Exit::Usage, desk.text.not_for(option, asked.kind.name()))),
        None => Ok(()),
    }
}

/// How well each thing of the kind answers the search; none if nothing is searched for.
fn scores(asked: &args::List, sight: Sight<'_>) -> Option<HashMap<Ref, i32>> {
    let kind = of_things(asked.kind);
    let query = Query::parse(asked.search.as_deref()?).only(kind);
    let hits = Index::of_kind(kind, sight.register).find(&query, sight.register, sight.now);
    Some(hits.into_iter().map(|hit| (hit.what, hit.score)).collect())
}

fn of_things(kind: Kind) -> find::Kind {
    match kind {
        Kind::Matters | Kind::Diary => find::Kind::Matter,
        Kind::Tasks => find::Kind::Task,
        Kind::Meetings => find::Kind::Meeting,
        Kind::People => find::Kind::Person,
        Kind::Bodies => find::Kind::Body,
        Kind::Notices => find::Kind::Notice,
        Kind::Units => find::Kind::Unit,
    }
}

/// What a thing must be to be listed.
struct Filter<'a> {
    asked: &'a args::List,
    /// One of these must have it.
    bodies: Option<Vec<BodyRef>>,
    /// It must be one of these.
    scores: Option<HashMap<Ref, i32>>,
}

/// A kind of thing that can be listed.
trait Listed {
    /// What `--json` shows of it.
    type Json<'a>: Serialize
    where
        Self: 'a;

    /// Itself.
    fn key(&self) -> Ref;

    fn json<'a>(&'a self, sight: Sight<'a>) -> Self::Json<'a>;

    /// What people see of it; the second cell may be cut.
    fn cells(&self, say: Wording<'_>) -> [String; 5];

    fn fits(&self, _filter: &Filter<'_>, _sight: Sight<'_>) -> bool {
        true
    }
}

impl Filter<'_> {
    fn list<'a, T: Listed + 'a>(
        &self,
        all: impl Iterator<Item = &'a T>,
        look: &'a Look,
        desk: &mut Desk,
    ) -> io::Result<()> {
        let sight = look.sight();
        let say = Wording::new(desk.text, sight);
        let mut found: Vec<(i32, &T)> = all
            .filter(|thing| thing.fits(self, sight))
            .filter_map(|thing| Some((self.score(thing.key())?, thing)))
            .collect();
        found.sort_by_key(|(score, _)| Reverse(*score));
        if self.asked.reading.json {
            let list: Vec<_> = found.iter().map(|(_, thing)| thing.json(sight)).collect();
            return desk.out.json(&BTreeMap::from([(self.asked.kind.name(), list)]));
        }
        let mut table = Table::new(&[1, 3]);
        for (_, thing) in found {
            table.row(&thing.cells(say));
        }
        if table.is_empty() {
            return desk.out.line(desk.text.nothing_to_list());
        }
        let columns = desk.out.columns();
        table.write(&mut desk.out, 0, columns)
    }

    /// How well a thing answers the search; none if it does not.
    fn score(&self, thing: Ref) -> Option<i32> {
        self.scores.as_ref().map_or(Some(0), |scores| scores.get(&thing).copied())
    }

    fn has_lead(&self, lead: Option<Lead>, sight: Sight<'_>) -> bool {
        let Some(bodies) = &self.bodies else { return true };
        lead.and_then(|lead| sight.register.body_of(lead)).is_some_and(|body| bodies.contains(&body.key))
    }
}

impl Listed for Matter {
    type Json<'a> = view::Matter<'a>;

    fn key(&self) -> Ref {
        self.key.0
    }

    fn json<'a>(&'a self, sight: Sight<'a>) -> view::Matter<'a> {
        view::Matter::new(sight, self)
    }

    fn cells(&self, say: Wording<'_>) -> [String; 5] {
        let due = self.due.filter(|_| self.runs()).map(|due| say.left(due));
        let lead = say.lead_of(self).to_owned();
        [say.register.id(self.key), self.title.clone(), say.standing(self), lead, due.unwrap_or_default()]
    }

    fn fits(&self, filter: &Filter<'_>, sight: Sight<'_>) -> bool {
        let asked = filter.asked;
        let in_category = |code: &String| self.category.as_ref().is_some_and(|own| own.starts_with(code.as_str()));
        asked.stage.is_none_or(|stage| self.stage() == stage)
            && (!asked.overdue || self.is_overdue(sight.now))
            && asked.category.as_ref().is_none_or(in_category)
            && filter.has_lead(sight.register.lead(self), sight)
    }
}

impl Listed for Task {
    type Json<'a> = view::Task<'a>;

    fn key(&self) -> Ref {
        self.key.0
    }

    fn json<'a>(&'a self, sight: Sight<'a>) -> view::Task<'a> {
        view::Task::new(sight, self)
    }

    fn cells(&self, say: Wording<'_>) -> [String; 5] {
        let due = if self.state.is_open() { say.left(self.due) } else { String::new() };
        let state = say.text.task_state(self.state).to_owned();
        [say.register.id(self.key), self.text.clone(), state, say.lead(self.lead).to_owned(), due]
    }

    fn fits(&self, filter: &Filter<'_>, sight: Sight<'_>) -> bool {
        (!filter.asked.overdue || self.is_overdue(sight.now)) && filter.has_lead(Some(self.lead), sight)
    }
}

impl Listed for Meeting {
    type Json<'a> = view::Meeting<'a>;

    fn key(&self) -> Ref {
        self.key.0
    }

    fn json<'a>(&'a self, sight: Sight<'a>) -> view::Meeting<'a> {
        view::Meeting::new(sight, self)
    }

    fn cells(&self, say: Wording<'_>) -> [String; 5] {
        let state = say.text.meeting_state(self.state).to_owned();
        let place = self.place.clone().unwrap_or_default();
        let series = Some(say.text.series_of(self)).filter(|series| !series.is_empty());
        let title = series.map_or_else(|| self.title.clone(), |series| format!("{} · {series}", self.title));
        [say.register.id(self.key), title, state, say.moment(self.at), place]
    }
}

impl Listed for Person {
    type Json<'a> = view::Person<'a>;

    fn key(&self) -> Ref {
        self.key.0
    }

    fn json<'a>(&'a self, sight: Sight<'a>) -> view::Person<'a> {
        view::Person::new(sight, self)
    }

    fn cells(&self, say: Wording<'_>) -> [String; 5] {
        let body = say.body(self.body).to_owned();
        let [role, phone] = [&self.role, &self.phone].map(|text| text.clone().unwrap_or_default());
        [say.register.id(self.key), self.name.clone(), body, role, phone]
    }

    fn fits(&self, filter: &Filter<'_>, _: Sight<'_>) -> bool {
        filter.bodies.as_ref().is_none_or(|bodies| bodies.contains(&self.body))
    }
}

impl Listed for Body {
    type Json<'a> = view::Body<'a>;

    fn key(&self) -> Ref {
        self.key.0
    }

    fn json<'a>(&'a self, sight: Sight<'a>) -> view::Body<'a> {
        view::Body::new(sight, self)
    }

    fn cells(&self, say: Wording<'_>) -> [String; 5] {
        let kind = self.name.as_ref().map_or("", |_| say.text.body_kind(self.kind));
        let place = self.place.clone().unwrap_or_default();
        [say.register.id(self.key), say.text.body(self).to_owned(), kind.to_owned(), place, String::new()]
    }
}

impl Listed for Unit {
    type Json<'a> = view::Unit<'a>;

    fn key(&self) -> Ref {
        self.key.0
    }

    fn json<'a>(&'a self, sight: Sight<'a>) -> view::Unit<'a> {
        view::Unit::new(sight, self)
    }

    fn cells(&self, say: Wording<'_>) -> [String; 5] {
        let area = say.text.amount(Measure::Area, self.area.0);
        let usage = say.text.unit_use(self.usage).to_owned();
        [say.register.id(self.key), self.label(), area, say.text.unit_owner(self), usage]
    }

    fn fits(&self, _: &Filter<'_>, _: Sight<'_>) -> bool {
        self.removed.is_none()
    }
}

impl Listed for Notice {
    type Json<'a> = view::Notice<'a>;

    fn key(&self) -> Ref {
        self.key.0
    }

    fn json<'a>(&'a self, sight: Sight<'a>) -> view::Notice<'a> {
        view::Notice::new(sight, self)
    }

    fn cells(&self, say: Wording<'_>) -> [String; 5] {
        let about = match self.about {
            About::Matter(matter) => {
                say.register.matter(matter).map(|matter| (say.register.id(matter.key), &matter.title))
            }
            About::Meeting(meeting) => {
                say.register.meeting(meeting).map(|meeting| (say.register.id(meeting.key), &meeting.title))
            }
        };
        let about = about.map(|(id, title)| format!("{id} {title}")).unwrap_or_default();
        let days = format!("{} – {}", say.day(self.from), say.day(self.until));
        let place = self.place.clone().unwrap_or_default();
        [say.register.id(self.key), about, say.text.notice_kind(self.kind).to_owned(), days, place]
    }
}
