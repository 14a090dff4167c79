//! What a list has selected, beside the list: all there is to know before it is opened.

use ratatui::layout::Rect;

use super::Target;
use crate::domain::id::{PersonRef, Ref};
use crate::domain::meeting::Note;
use crate::domain::refusal::Kind;
use crate::domain::register::{Register, Thing};
use crate::domain::time::day_of;
use crate::domain::vote::Measure;
use crate::tui::screen::matter::{self, Row, parts, wrapped};
use crate::tui::screen::meeting::item_title;
use crate::tui::split::{Pair, draw_beside};
use crate::tui::spots::Canvas;
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;

/// Cells for the names of facts.
const LABEL: u16 = 12;
/// Cells for the number of an item.
const NUMBER: u16 = 4;

/// From this width on what a list has selected stands beside it.
const WIDE: u16 = 150;

/// Whether what a list has selected is shown beside it.
#[must_use]
pub(super) fn shows_beside(area: Rect) -> bool {
    area.width >= WIDE
}

/// Paints what is selected beside a list where there is room; returns what is left for the list.
pub(super) fn beside(
    pair: Pair,
    selected: Option<Ref>,
    threads: &Threads,
    register: &Register,
    canvas: &mut Canvas<'_>,
    area: Rect,
    look: &Look,
) -> Rect {
    let Some(thing) = selected.and_then(|thing| register.thing(thing)).filter(|_| shows_beside(area)) else {
        return area;
    };
    let split = look.panes.split(pair, area);
    split.draw_line(canvas, look.palette);
    draw_beside(&summary(thing, threads, register, look, split.right.width), canvas, split.right, look);
    split.left
}

/// The rows of a thing. What belongs to a matter shows that matter.
#[must_use]
pub fn summary(thing: Thing<'_>, threads: &Threads, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let day = |at| text.moment(at, look.today());
    let mut facts = Facts { rows: Vec::new(), width };
    match thing {
        Thing::Matter(matter) => return matter::summary(matter, threads, register, look, width),
        Thing::Task(task) => {
            facts.heading(&register.id(task.key), &task.text);
            facts.rows.push(Vec::new());
            if let Some(matter) = register.matter(task.matter) {
                facts.rows.extend(matter::summary(matter, threads, register, look, width));
            }
        }
        Thing::Meeting(meeting) => {
            facts.heading(&register.id(meeting.key), &meeting.title);
            facts.add(text.label_state(), text.meeting_state(meeting.state));
            facts.add(text.field_at(), &day(meeting.at));
            facts.add(text.field_place(), meeting.place.as_deref().unwrap_or_default());
            let named = |person: PersonRef| text.person_named(register, person);
            facts.add(text.field_chair(), meeting.chair.map(named).unwrap_or_default());
            facts.add(text.field_secretary(), meeting.secretary.map(named).unwrap_or_default());
            let invited: Vec<&str> = meeting.invite.iter().map(|person| named(*person)).collect();
            facts.add(text.field_invite(), &text.listed(&invited));
            facts.rows.push(Vec::new());
            facts.rows.push(vec![(text.fact_agenda().to_owned(), Tone::Heading)]);
            for item in meeting.items() {
                let minutes = item.minutes.map(|minutes| text.minutes(i64::from(minutes))).unwrap_or_default();
                let outcome = item.resolution.as_ref().map(|resolution| text.outcome(resolution.outcome));
                let words = [item_title(item, register), minutes, outcome.unwrap_or_default().to_owned()];
                let label = format!("{:>2}", item.number);
                parts(&mut facts.rows, &label, &words, NUMBER, width, (Tone::Dim, Tone::Plain));
            }
            if meeting.items().next().is_none() {
                facts.rows.push(vec![(text.no_item_yet().to_owned(), Tone::Dim)]);
            }
        }
        Thing::Note(note) => {
            facts.heading(&register.id(note.key), &note.text);
            facts.add(text.field_note_kind(), text.note_kind(note.kind));
            facts.add(text.field_speaker(), &speaker(note, register, look));
            facts.add(text.kind(Kind::Meeting), &text.meeting_named(register, note.meeting));
            facts.add(text.field_at(), &day(note.at));
        }
        Thing::Notice(notice) => {
            facts.heading(&register.id(notice.key), Target::from(notice.about).title(register));
            facts.add(text.field_notice_kind(), text.notice_kind(notice.kind));
            facts.add(text.field_where(), notice.place.as_deref().unwrap_or_default());
            let (from, until) = (text.date(notice.from, look.today()), text.date(notice.until, look.today()));
            facts.add(text.label_posted(), &text.from_to(&from, &until));
        }
        Thing::Vote(vote) => {
            facts.heading(&register.id(vote.key), &vote.question);
            facts.add(text.label_state(), &text.vote_standing(vote));
            facts.add(text.kind(Kind::Meeting), &text.meeting_named(register, vote.meeting));
            let finding = vote.closed.as_ref().map_or_else(|| vote.result(), |(_, finding)| finding.clone());
            for line in text.vote_arithmetic(vote, &finding) {
                facts.add(text.label_arithmetic(), &line);
            }
        }
        Thing::Unit(unit) => {
            facts.heading(&register.id(unit.key), &unit.label());
            facts.add(text.label_area(), &text.amount(Measure::Area, unit.area.0));
            facts.add(text.label_use(), text.unit_use(unit.usage));
            facts.add(text.label_owner(), &text.unit_owner(unit));
        }
        Thing::Objection(objection) => {
            facts.heading(&register.id(objection.key), &objection.text);
            facts.add(text.field_objector(), &objection.by);
            facts.add(text.field_at(), &text.date(day_of(objection.at), look.today()));
            let answer = objection.answer.as_ref().map_or(text.not_answered(), |(_, answer)| answer);
            facts.add(text.field_answer(), answer);
        }
        Thing::Person(person) => {
            facts.heading(&register.id(person.key), &person.name);
            facts.add(text.field_body(), text.body_named(register, person.body));
            facts.add(text.field_role(), person.role.as_deref().unwrap_or_default());
            facts.add(text.field_phone(), person.phone.as_deref().unwrap_or_default());
            facts.add(text.field_place(), person.place.as_deref().unwrap_or_default());
        }
        Thing::Body(body) => {
            facts.heading(&register.id(body.key), text.body(body));
            facts.add(text.field_place(), body.place.as_deref().unwrap_or_default());
            for person in register.people().filter(|person| person.body == body.key) {
                facts.add(text.label_people(), &person.name);
            }
        }
    }
    facts.rows
}

fn speaker(note: &Note, register: &Register, look: &Look) -> String {
    let person = note.speaker.map(|speaker| look.text.person_named(register, speaker));
    let body = note.body.map(|body| look.text.body_named(register, body));
    person.into_iter().chain(body).collect::<Vec<_>>().join("  ")
}

struct Facts {
    rows: Vec<Row>,
    width: u16,
}

impl Facts {
    fn heading(&mut self, id: &str, words: &str) {
        let words = format!("{id}  {words}");
        wrapped(&mut self.rows, "", &words, 0, self.width, (Tone::Dim, Tone::Heading));
        self.rows.push(Vec::new());
    }

    fn add(&mut self, label: &str, words: &str) {
        if !words.is_empty() {
            wrapped(&mut self.rows, label, words, LABEL, self.width, (Tone::Dim, Tone::Plain));
        }
    }
}
