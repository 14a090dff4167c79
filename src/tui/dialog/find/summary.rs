//! The selected hit beside the list: all there is to know before it is opened.

use super::row::about;
use crate::domain::meeting::Note;
use crate::domain::refusal::Kind;
use crate::domain::register::{Register, Thing};
use crate::domain::time::day_of;
use crate::domain::vote::Measure;
use crate::tui::screen::matter::{self, Row, wrapped};
use crate::tui::screen::meeting::item_title;
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;

/// Cells for the names of facts.
const LABEL: u16 = 12;

/// The rows of a thing. What belongs to a matter shows that matter.
pub(super) fn rows(thing: Thing<'_>, threads: &Threads, register: &Register, look: &Look, width: u16) -> Vec<Row> {
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
            for item in meeting.items() {
                facts.add(text.fact_agenda(), &item_title(item, register));
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
            facts.heading(&register.id(notice.key), about(notice, register));
            facts.add(text.field_notice_kind(), text.notice_kind(notice.kind));
            facts.add(text.field_where(), notice.place.as_deref().unwrap_or_default());
            let (from, until) = (text.date(notice.from, look.today()), text.date(notice.until, look.today()));
            facts.add(text.label_posted(), &format!("{from} – {until}"));
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
