//! Forms for the bodies and the people.

use serde::Deserialize;
use serde_json::{Value, json};

use super::draft::{dialog, fixed};
use super::fields::Newcomer;
use super::{FormDialog, Then, fields};
use crate::domain::code::BodyKind;
use crate::domain::id::BodyRef;
use crate::domain::person::{Body, Person};
use crate::domain::register::Register;
use crate::text::Text;
use crate::tui::form::{Choice, Field, Precision};
use crate::tui::screen::people::Somebody;

/// Adds a person, to the body that is selected if one is.
#[must_use]
pub fn add_person(body: Option<BodyRef>, register: &Register, text: Text) -> FormDialog {
    let body = body.map(|body| register.id(body));
    let fields = vec![
        fields::name("name", text.field_person()).required(),
        fields::bodies(register, text).required().filled(json!(body)),
        fields::name("role", text.field_role()),
        fields::name("phone", text.field_phone()),
        fields::place(text),
        fields::yes_no("voting", text.field_voting(), text).filled(json!(true)),
        until(text),
    ];
    dialog("add_person", text.key_add_person().to_owned(), fixed(&[]), fields)
}

/// Adds a body.
#[must_use]
pub fn add_body(text: Text) -> FormDialog {
    let fields = vec![kind(text).required(), fields::name("name", text.field_name()).required(), fields::place(text)];
    dialog("add_body", text.key_add_body().to_owned(), fixed(&[]), fields)
}

/// Adds a body of this kind.
#[must_use]
pub fn add_body_of(of: BodyKind, text: Text) -> FormDialog {
    let fields = vec![
        kind(text).required().filled(json!(of)),
        fields::name("name", text.field_name()).required(),
        fields::place(text),
    ];
    let mut dialog = dialog("add_body", text.key_add_body().to_owned(), fixed(&[]), fields);
    dialog.form = dialog.form.begins_at("name");
    dialog
}

/// Puts on the roster whom a form asks for; then they are chosen in its field.
#[must_use]
pub fn newcomer(who: &Value, name: &str, field: &'static str, register: &Register, text: Text) -> FormDialog {
    let mut dialog = match Newcomer::deserialize(who) {
        Ok(Newcomer::Body) => add_body(text),
        _ => add_person(None, register, text),
    };
    dialog.form.write("name", name);
    dialog.then = Then::Choose { field, what: who.clone() };
    dialog
}

/// Changes a body or a person.
#[must_use]
pub fn change(somebody: Somebody, register: &Register, text: Text) -> Option<FormDialog> {
    let mut dialog = match somebody {
        Somebody::Body(key) => change_body(register.body(key)?, register, text),
        Somebody::Person(key) => change_person(register.person(key)?, register, text),
    };
    dialog.form = dialog.form.only_changed();
    Some(dialog)
}

fn change_body(body: &Body, register: &Register, text: Text) -> FormDialog {
    let fields = vec![
        kind(text).required().filled(json!(body.kind)),
        fields::name("name", text.field_name()).filled(json!(body.name)),
        fields::place(text).filled(json!(body.place)),
    ];
    let title = text.form_about(text.do_change(), text.body(body));
    dialog("change_body", title, fixed(&[("body", json!(register.id(body.key)))]), fields)
}

fn change_person(person: &Person, register: &Register, text: Text) -> FormDialog {
    let fields = vec![
        fields::name("name", text.field_person()).required().filled(json!(person.name)),
        fields::bodies(register, text).required().filled(json!(register.id(person.body))),
        fields::name("role", text.field_role()).filled(json!(person.role)),
        fields::name("phone", text.field_phone()).filled(json!(person.phone)),
        fields::place(text).filled(json!(person.place)),
        fields::yes_no("voting", text.field_voting(), text).filled(json!(person.voting)),
        until(text).filled(json!(person.until)),
    ];
    let title = text.form_about(text.do_change(), &person.name);
    dialog("change_person", title, fixed(&[("person", json!(register.id(person.key)))]), fields)
}

fn kind(text: Text) -> Field {
    let label = |kind: &BodyKind| Choice { value: json!(kind.code()), label: text.body_kind(*kind).to_owned() };
    Field::choice("kind", text.field_body_kind(), BodyKind::ALL.iter().map(label).collect())
}

fn until(text: Text) -> Field {
    Field::when("until", text.field_until(), Precision::Day)
}
