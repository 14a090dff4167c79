//! What people call things by, looked up in the register; must not know what is then done with them.

use crate::domain::code::BodyKind;
use crate::domain::id::{BodyRef, Ref};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::register::Register;

/// The kinds of thing whose numbers say which they are.
const MARKED: [Kind; 9] = [
    Kind::Meeting,
    Kind::Task,
    Kind::Notice,
    Kind::Note,
    Kind::Objection,
    Kind::Vote,
    Kind::Unit,
    Kind::Person,
    Kind::Body,
];

/// The one thing with this number, short forms too, or the one person or body of this name. A number that does not say
/// its kind is a matter's.
pub(crate) fn thing(register: &Register, given: &str) -> Result<Ref, Refusal> {
    let mark = mark_of(given).and_then(|letter| MARKED.into_iter().find(|kind| kind.mark().starts_with(letter)));
    let mut found = mark.map_or_else(Vec::new, |kind| present(register, kind, given));
    if found.is_empty() {
        found = present(register, Kind::Matter, given);
    }
    if found.is_empty() {
        let people = register.people().filter(|person| person.name == given).map(|person| person.key.0);
        found = people.chain(bodies_called(register, given).map(|body| body.0)).collect();
    }
    match found[..] {
        [one] => Ok(one),
        [] => Err(Refusal::UnknownId { kind: mark.unwrap_or(Kind::Matter), given: given.to_owned() }),
        _ => {
            let candidates = found.iter().map(|&one| register.id(one)).collect();
            Err(Refusal::AmbiguousId { given: given.to_owned(), candidates })
        }
    }
}

/// The bodies meant by a number, an exact name, or a kind.
pub(crate) fn bodies(register: &Register, given: &str) -> Result<Vec<BodyRef>, Refusal> {
    let mut found: Vec<_> = present(register, Kind::Body, given).into_iter().map(BodyRef).collect();
    if found.is_empty() {
        found = bodies_called(register, given).collect();
    }
    if let Some(kind) = BodyKind::from_code(given).filter(|_| found.is_empty()) {
        return Ok(register.bodies().filter(|body| body.kind == kind).map(|body| body.key).collect());
    }
    if found.is_empty() {
        return Err(Refusal::UnknownId { kind: Kind::Body, given: given.to_owned() });
    }
    Ok(found)
}

fn bodies_called<'a>(register: &'a Register, name: &'a str) -> impl Iterator<Item = BodyRef> + 'a {
    register.bodies().filter(move |body| body.name.as_deref() == Some(name)).map(|body| body.key)
}

/// Those a number names that have not been taken back.
fn present(register: &Register, kind: Kind, given: &str) -> Vec<Ref> {
    let named = register.numbers().named(kind, given);
    named.into_iter().filter(|&thing| register.thing(thing).is_some()).collect()
}

/// The letter before the last digits: `T` in `2026-A-T007`, `A` in `A1`.
fn mark_of(given: &str) -> Option<char> {
    let number = given.split('@').next()?.trim();
    let letter = number.trim_end_matches(|c: char| c.is_ascii_digit()).chars().next_back()?;
    number.ends_with(|c: char| c.is_ascii_digit()).then_some(letter.to_ascii_uppercase())
}
