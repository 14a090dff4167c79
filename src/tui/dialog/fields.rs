//! Fields that several forms share, with the words they offer. Knows the vocabularies, not the forms.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::cells::clean::clean;
use crate::domain::code::{
    BodyKind, Channel, DecisionKind, Depth, Ending, Flag, Level, Means, MeetingKind, Nature, NoticeKind, Outcome,
    Priority, Route, Satisfaction, Solved,
};
use crate::domain::decide::{NAME_LIMIT, TEXT_LIMIT, TITLE_LIMIT};
use crate::domain::id::Ref;
use crate::domain::person::{Body, Person};
use crate::domain::register::{Register, Thing};
use crate::domain::rule_set::Words;
use crate::text::Text;
use crate::tui::form::{Choice, Field, Precision};

/// What can be put on the roster from a form that asks for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Newcomer {
    Body,
    Person,
}

/// Makes, for each vocabulary, a field that offers its words.
macro_rules! vocabularies {
    ($($name:ident: $vocabulary:ident, $label:ident, $word:ident;)+) => {
        $(pub(super) fn $name(text: Text) -> Field {
            let words = $vocabulary::ALL.iter();
            let options = words.map(|word| Choice { value: json!(word.code()), label: text.$word(*word).to_owned() });
            Field::choice(stringify!($name), text.$label(), options.collect())
        })+
    };
}

vocabularies! {
    channel: Channel, field_channel, channel;
    nature: Nature, field_nature, nature;
    level: Level, field_level, level;
    priority: Priority, field_priority, priority;
    route: Route, field_route, route;
    depth: Depth, field_depth, depth;
    decision: DecisionKind, field_decision, decision;
    ending: Ending, field_ending, ending;
    means: Means, field_means, means;
    outcome: Outcome, field_outcome, outcome;
    solved: Solved, field_solved, solved;
    satisfaction: Satisfaction, field_satisfaction, satisfaction;
}

pub(super) fn flags(text: Text) -> Field {
    let options = Flag::ALL.iter().map(|flag| Choice { value: json!(flag.code()), label: text.flag(*flag).to_owned() });
    Field::many("flags", text.field_flags(), options.collect())
}

pub(super) fn meeting_kind(text: Text) -> Field {
    let kinds = MeetingKind::ALL.iter();
    let options = kinds.map(|kind| Choice { value: json!(kind.code()), label: text.meeting_kind(*kind).to_owned() });
    Field::choice("kind", text.field_meeting_kind(), options.collect())
}

pub(super) fn notice_kind(text: Text) -> Field {
    let kinds = NoticeKind::ALL.iter();
    let options = kinds.map(|kind| Choice { value: json!(kind.code()), label: text.notice_kind(*kind).to_owned() });
    Field::choice("kind", text.field_notice_kind(), options.collect())
}

pub(super) fn yes_no(name: &'static str, label: &str, text: Text) -> Field {
    let options = [(true, text.yes()), (false, text.no())];
    let options = options.map(|(value, label)| Choice { value: json!(value), label: label.to_owned() });
    Field::choice(name, label, options.into())
}

pub(super) fn title(text: Text) -> Field {
    Field::line("title", text.field_title(), TITLE_LIMIT)
}

pub(super) fn place(text: Text) -> Field {
    Field::line("place", text.field_place(), TITLE_LIMIT)
}

pub(super) fn name(field: &'static str, label: &str) -> Field {
    Field::line(field, label, NAME_LIMIT)
}

pub(super) fn resolution(text: Text) -> Vec<Field> {
    vec![
        outcome(text).required(),
        text_field("text", text.field_resolution()),
        sentence("refer_to", text.field_refer_to()).hint(text.hint_refer_to()),
    ]
}

/// One of the bodies at the table, or one that is still to join it.
pub(super) fn bodies(register: &Register, text: Text) -> Field {
    let options = register.bodies().map(|known| body_choice(known, register, text)).collect();
    Field::names("body", text.field_body(), options).with_doors(doors(&[Newcomer::Body], text))
}

pub(super) fn sentence(field: &'static str, label: &str) -> Field {
    Field::line(field, label, TITLE_LIMIT)
}

pub(super) fn text_field(field: &'static str, label: &str) -> Field {
    Field::lines(field, label, TEXT_LIMIT)
}

pub(super) fn due(text: Text) -> Field {
    Field::when("due", text.field_due(), Precision::DayOrTime)
}

/// The categories of the rule set in force, both levels.
pub(super) fn category(text: Text, register: &Register) -> Field {
    let mut options = Vec::new();
    for first in &register.rules().categories {
        let words = |words: &Words| clean(text.in_language(&words.zh, &words.en)).into_owned();
        options.push(Choice { value: json!(first.code), label: format!("{} {}", first.code, words(&first.name)) });
        for second in &first.items {
            let label = format!("{} {} / {}", second.code, words(&first.name), words(&second.name));
            options.push(Choice { value: json!(second.code), label });
        }
    }
    Field::names("category", text.field_category(), options)
}

/// Bodies, then people: whoever can answer for work.
pub(super) fn leads(text: Text, register: &Register) -> Vec<Choice> {
    let mut options: Vec<_> = register.bodies().map(|known| body_choice(known, register, text)).collect();
    // Until they have a body of their own, the three that every council has can be named by their kind.
    for kind in [BodyKind::ResidentsCommittee, BodyKind::OwnersCommittee, BodyKind::PropertyCompany] {
        if register.bodies().all(|body| body.kind != kind) {
            options.push(Choice { value: json!(kind.code()), label: text.body_kind(kind).to_owned() });
        }
    }
    options.extend(people(text, register));
    options
}

/// Who answers for a task: one of these, or somebody still to be put on the roster.
pub(super) fn lead(text: Text, leads: Vec<Choice>) -> Field {
    Field::names("lead", text.field_lead(), leads)
        .with_doors(doors(&[Newcomer::Body, Newcomer::Person], text))
        .required()
}

/// Who helps with a task.
pub(super) fn helpers(text: Text, leads: Vec<Choice>) -> Field {
    Field::many_names("helpers", text.field_helpers(), leads)
        .with_doors(doors(&[Newcomer::Body, Newcomer::Person], text))
}

/// One of these people, or somebody still to be put on the roster.
pub(super) fn person(name: &'static str, label: &str, people: Vec<Choice>, text: Text) -> Field {
    Field::names(name, label, people).with_doors(doors(&[Newcomer::Person], text))
}

/// Any of these people, or somebody still to be put on the roster.
pub(super) fn invite(people: Vec<Choice>, text: Text) -> Field {
    Field::many_names("invite", text.field_invite(), people).with_doors(doors(&[Newcomer::Person], text))
}

fn doors(to: &[Newcomer], text: Text) -> Vec<Choice> {
    let label = |who: &Newcomer| match who {
        Newcomer::Body => text.choose_new_body(),
        Newcomer::Person => text.choose_new_person(),
    };
    to.iter().map(|who| Choice { value: json!(who), label: label(who).to_owned() }).collect()
}

/// Everybody on the roster, with the body they speak for.
pub(super) fn people(text: Text, register: &Register) -> Vec<Choice> {
    register.people().map(|known| person_choice(known, register, text)).collect()
}

/// Somebody of the roster, or a body, as forms offer them.
#[must_use]
pub fn choice_of(thing: Ref, register: &Register, text: Text) -> Option<Choice> {
    match register.thing(thing)? {
        Thing::Person(known) => Some(person_choice(known, register, text)),
        Thing::Body(known) => Some(body_choice(known, register, text)),
        _ => None,
    }
}

fn person_choice(known: &Person, register: &Register, text: Text) -> Choice {
    let label = text.bracketed(&clean(&known.name), text.body_named(register, known.body));
    Choice { value: json!(register.id(known.key)), label }
}

fn body_choice(known: &Body, register: &Register, text: Text) -> Choice {
    Choice { value: json!(register.id(known.key)), label: text.body(known).to_owned() }
}

/// Places named before, the latest first.
pub(super) fn places(register: &Register) -> Vec<String> {
    once(register.matters().rev().filter_map(|matter| matter.place.as_deref()))
}

/// Whoever raised something before, the latest first, then the roster.
pub(super) fn raisers(register: &Register) -> Vec<String> {
    let raisers = register.matters().rev().filter_map(|matter| matter.raised_by.as_deref());
    once(raisers.chain(register.people().map(|person| person.name.as_str())))
}

/// The names on the roster.
pub(super) fn names(register: &Register) -> Vec<String> {
    once(register.people().map(|person| person.name.as_str()))
}

/// Each text once, fit to be shown.
fn once<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = HashSet::new();
    texts.filter(|text| !text.is_empty() && seen.insert(*text)).map(|text| clean(text).into_owned()).collect()
}

/// A code as JSON, or nothing.
pub(super) fn code<T: serde::Serialize>(value: Option<T>) -> Value {
    value.map_or(Value::Null, |value| json!(value))
}
