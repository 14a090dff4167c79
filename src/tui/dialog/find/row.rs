//! What a hit says of itself in one row: what it is, its number, its words, where it stands, and where the words were
//! found if that is not to be seen in these.

use unicode_segmentation::UnicodeSegmentation;

use crate::cells::clean::clean;
use crate::cells::wrap;
use crate::domain::notice::Notice;
use crate::domain::register::{Register, Thing};
use crate::find::{Field, Hit, Query};
use crate::tui::screen::Target;
use crate::tui::style::Look;

/// A row in words.
pub(super) struct Line {
    pub(super) kind: &'static str,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) state: String,
    /// Where the words were found: what that is called, and what stands there.
    pub(super) found: Option<(&'static str, String)>,
}

/// The row of a hit; none if the thing is gone.
pub(super) fn line(hit: &Hit, query: &Query, register: &Register, look: &Look) -> Option<Line> {
    let thing = register.thing(hit.what)?;
    let text = look.text;
    let (title, state) = match thing {
        Thing::Matter(matter) => (matter.title.as_str(), text.standing_of(matter).to_owned()),
        Thing::Meeting(meeting) => (meeting.title.as_str(), text.meeting_state(meeting.state).to_owned()),
        Thing::Task(task) => (task.text.as_str(), text.task_state(task.state).to_owned()),
        Thing::Person(person) => (person.name.as_str(), text.body_named(register, person.body).to_owned()),
        Thing::Body(body) => (text.body(body), String::new()),
        Thing::Notice(notice) => (about(notice, register), text.notice_kind(notice.kind).to_owned()),
        Thing::Note(note) => (note.text.as_str(), text.note_kind(note.kind).to_owned()),
        Thing::Unit(unit) => (unit.room.as_str(), unit.label()),
        Thing::Vote(vote) => (vote.question.as_str(), text.vote_standing(vote)),
        Thing::Objection(objection) => {
            let waits = if objection.answer.is_none() { text.not_answered() } else { "" };
            (objection.text.as_str(), waits.to_owned())
        }
    };
    Some(Line {
        kind: match thing {
            Thing::Note(_) => text.find_note(),
            thing => text.kind(thing.kind()),
        },
        id: register.id(hit.what),
        title: clean(title).into_owned(),
        state: clean(&state).into_owned(),
        found: hit.in_field.and_then(|field| found(field, thing, query, register, look)),
    })
}

/// What a notice is about.
pub(super) fn about<'a>(notice: &Notice, register: &'a Register) -> &'a str {
    Target::from(notice.about).title(register)
}

/// What stands where the words were found, if the row does not show it anyway.
fn found(
    field: Field,
    thing: Thing<'_>,
    query: &Query,
    register: &Register,
    look: &Look,
) -> Option<(&'static str, String)> {
    let (label, words) = match field {
        Field::Title | Field::Number | Field::State => return None,
        Field::Place => (look.text.field_place(), place(thing)?),
        Field::By => (look.text.field_raised_by(), raiser(thing)?),
        Field::Lead => lead(thing, register, look)?,
        Field::Category => match thing {
            Thing::Matter(matter) => {
                (look.text.field_category(), look.text.category(register, matter.category.as_deref()?))
            }
            _ => return None,
        },
        Field::Detail => {
            let details = details(thing, look);
            let matches = |(_, words): &&(&str, &str)| !query.ranges_in(words).is_empty();
            *details.iter().find(matches)?
        }
    };
    Some((label, clean(words).into_owned()))
}

fn place(thing: Thing<'_>) -> Option<&str> {
    match thing {
        Thing::Matter(matter) => matter.place.as_deref(),
        Thing::Meeting(meeting) => meeting.place.as_deref(),
        Thing::Person(person) => person.place.as_deref(),
        Thing::Body(body) => body.place.as_deref(),
        Thing::Notice(notice) => notice.place.as_deref(),
        Thing::Task(_) | Thing::Note(_) | Thing::Objection(_) | Thing::Vote(_) | Thing::Unit(_) => None,
    }
}

fn raiser(thing: Thing<'_>) -> Option<&str> {
    match thing {
        Thing::Matter(matter) => matter.raised_by.as_deref(),
        Thing::Objection(objection) => Some(&objection.by),
        _ => None,
    }
}

fn lead<'a>(thing: Thing<'_>, register: &'a Register, look: &Look) -> Option<(&'static str, &'a str)> {
    let text = look.text;
    match thing {
        Thing::Matter(matter) => Some((text.field_lead(), text.lead(register, register.lead(matter)?))),
        Thing::Task(task) => Some((text.field_lead(), text.lead(register, task.lead))),
        Thing::Note(note) => {
            let speaker = note.speaker.map(|speaker| text.person_named(register, speaker));
            let body = note.body.map(|body| text.body_named(register, body));
            Some((text.field_speaker(), speaker.or(body)?))
        }
        // A person's body is in the row.
        _ => None,
    }
}

/// All else that can be found in a thing, with what it is called.
fn details<'a>(thing: Thing<'a>, look: &Look) -> Vec<(&'static str, &'a str)> {
    let text = look.text;
    let one = |label, words: Option<&'a str>| words.map(|words| (label, words));
    let both = match thing {
        Thing::Matter(matter) => [
            one(text.field_detail(), matter.detail.as_deref()),
            one(text.field_answer(), matter.answer.as_ref().map(|answer| answer.text.as_str())),
        ],
        Thing::Meeting(meeting) => [
            one(text.field_meeting_kind(), Some(text.meeting_kind(meeting.kind))),
            one(text.label_series(), meeting.series.as_deref()),
        ],
        Thing::Task(task) => [
            one(text.field_waits_for(), task.waits_for.as_deref()),
            one(text.field_result(), task.finish.as_ref().map(|finish| finish.text.as_str())),
        ],
        Thing::Person(person) => {
            [one(text.field_role(), person.role.as_deref()), one(text.field_phone(), person.phone.as_deref())]
        }
        Thing::Objection(objection) => {
            [one(text.field_answer(), objection.answer.as_ref().map(|(_, answer)| answer.as_str())), None]
        }
        Thing::Body(_) | Thing::Notice(_) | Thing::Note(_) | Thing::Vote(_) | Thing::Unit(_) => [None, None],
    };
    both.into_iter().flatten().collect()
}

/// The part of a text around what the query matches, in `cells` cells; what is cut before it shows as `…`.
pub(super) fn around(text: &str, query: &Query, cells: usize) -> String {
    let Some(found) = query.ranges_in(text).into_iter().next() else { return text.to_owned() };
    if wrap::width(&text[..found.end]) <= cells {
        return text.to_owned();
    }
    let mut before = 0;
    let mut start = found.start;
    for (at, grapheme) in text[..found.start].grapheme_indices(true).rev() {
        before += wrap::width(grapheme);
        if before > cells / 3 {
            break;
        }
        start = at;
    }
    format!("…{}", &text[start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_around_what_was_found() {
        let text = "东门口的三盏路灯都不亮，老人晚上回来看不清台阶";
        assert_eq!(around(text, &Query::parse("路灯"), 40), text, "what is in sight stays where it is");
        // A third of 15 cells is 5: two characters stand before the match.
        assert_eq!(around(text, &Query::parse("台阶"), 15), "…不清台阶");
    }
}
