//! What is asked while minutes are signed: who confirms for which body, what a body holds against them, which words are
//! right. Knows the fields, not what becomes of them.

use serde_json::json;

use super::draft::{dialog, fixed};
use super::{FormDialog, Pick, fields};
use crate::domain::id::{BodyRef, PersonRef};
use crate::domain::meeting::{Meeting, MeetingState, Note, Signature};
use crate::domain::register::Register;
use crate::text::Text;
use crate::tui::sign::asked;

/// Who confirms, or what a body says instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signer {
    /// This person confirms for this body.
    Confirms(BodyRef, PersonRef),
    /// The body confirms and holds something against them.
    Reserves(BodyRef),
    /// The body does not confirm.
    Objects(BodyRef),
    /// Somebody who is not listed confirms.
    Other,
}

/// Everybody who may confirm for a body that has not yet, body by body; what a body may say instead comes last. None:
/// all have confirmed.
#[must_use]
pub fn signers(meeting: &Meeting, register: &Register, text: Text) -> Option<Pick<Signer>> {
    let mut open: Vec<Signature<'_>> = asked(meeting, register).into_iter().filter(Signature::is_open).collect();
    // Whoever has objected is asked again after the others.
    open.sort_by_key(|signature| signature.objection.is_some());
    let open: Vec<BodyRef> = open.iter().map(|signature| signature.body).collect();
    let named = |body: BodyRef| text.body_named(register, body).to_owned();
    let title = text.sign_who_confirms(&text.listed(&open.iter().map(|body| named(*body)).collect::<Vec<_>>()));
    let mut people = Vec::new();
    let mut instead = Vec::new();
    for body in &open {
        for person in meeting.speakers_for(register, *body) {
            let label = text.sign_speaks(&named(*body), text.person_named(register, person));
            people.push((Signer::Confirms(*body, person), label));
        }
        instead.push((Signer::Reserves(*body), text.sign_with_reservation(&named(*body))));
        instead.push((Signer::Objects(*body), text.sign_with_objection(&named(*body))));
    }
    let pick = Pick::new(title, people.into_iter().chain(instead)).or_typed(Signer::Other, text.sign_somebody());
    (!open.is_empty()).then_some(pick)
}

/// The form of a confirmation that is more than a name: with a reservation, or by somebody who is not on the roster.
#[must_use]
pub fn confirmation(meeting: &Meeting, body: Option<BodyRef>, by: &str, register: &Register, text: Text) -> FormDialog {
    let reservation = fields::text_field("reservation", text.sign_field_reservation());
    let reservation = if body.is_some() { reservation.required() } else { reservation };
    let mut asked_for = Vec::new();
    if body.is_none() {
        asked_for.push(fields::bodies(register, text).required().filled(json!(first_open(meeting, register))));
    }
    asked_for.push(fields::name("by", text.field_by()).required().suggesting(fields::names(register)));
    asked_for.push(reservation);
    let by = if by.is_empty() { body.and_then(|body| speaker(meeting, body, register)) } else { Some(by.to_owned()) };
    let asked_for =
        asked_for.into_iter().map(|field| if field.name() == "by" { field.filled(json!(by)) } else { field });
    said_by(meeting, body, "confirm_minutes", text.do_confirm(), asked_for.collect(), register, text)
}

/// The form of an objection.
#[must_use]
pub fn objection(meeting: &Meeting, body: BodyRef, register: &Register, text: Text) -> FormDialog {
    let by = fields::name("by", text.field_by()).required().suggesting(fields::names(register));
    let asked_for = vec![
        by.filled(json!(speaker(meeting, body, register))),
        fields::text_field("text", text.sign_field_objection()).required(),
    ];
    said_by(meeting, Some(body), "object_to_minutes", text.sign_field_objection(), asked_for, register, text)
}

/// The form that corrects an entry: its words before the seal, beside it after.
#[must_use]
pub fn correction(meeting: &Meeting, note: &Note, register: &Register, text: Text) -> FormDialog {
    let id = register.id(note.key);
    if meeting.state == MeetingState::Sealed {
        let known = fixed(&[("meeting", json!(register.id(meeting.key))), ("note", json!(id))]);
        let right = fields::text_field("text", text.sign_field_right()).required();
        return dialog("correct_minutes", text.sign_form_beside(&id), known, vec![right]);
    }
    let words = fields::text_field("text", text.field_words()).required().filled(json!(note.text));
    dialog("change_note", text.sign_form_correct(&id), fixed(&[("note", json!(id))]), vec![words])
}

/// The form of a correction that concerns no single entry.
#[must_use]
pub fn addition(meeting: &Meeting, register: &Register, text: Text) -> FormDialog {
    let known = fixed(&[("meeting", json!(register.id(meeting.key)))]);
    let right = fields::text_field("text", text.sign_field_right()).required();
    dialog("correct_minutes", text.form_about(text.key_add_correction(), &meeting.title), known, vec![right])
}

/// The form that strikes an entry.
#[must_use]
pub fn striking(note: &Note, register: &Register, text: Text) -> FormDialog {
    let id = register.id(note.key);
    let title = text.form_about(text.key_strike(), &id);
    dialog("strike_note", title, fixed(&[("note", json!(id))]), vec![fields::sentence("reason", text.field_reason())])
}

fn said_by(
    meeting: &Meeting,
    body: Option<BodyRef>,
    command: &'static str,
    label: &str,
    asked_for: Vec<crate::tui::form::Field>,
    register: &Register,
    text: Text,
) -> FormDialog {
    let mut known = fixed(&[("meeting", json!(register.id(meeting.key)))]);
    let about = body.map_or(meeting.title.as_str(), |body| text.body_named(register, body));
    known.extend(body.map(|body| ("body".to_owned(), json!(register.id(body)))));
    dialog(command, text.form_about(label, about), known, asked_for)
}

/// Whoever is first to be asked for a body.
fn speaker(meeting: &Meeting, body: BodyRef, register: &Register) -> Option<String> {
    let first = *meeting.speakers_for(register, body).first()?;
    register.person(first).map(|person| person.name.clone())
}

fn first_open(meeting: &Meeting, register: &Register) -> Option<String> {
    asked(meeting, register)
        .iter()
        .find(|signature| Signature::is_open(signature))
        .map(|signature| register.id(signature.body))
}
