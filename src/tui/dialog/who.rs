//! Who sits here: somebody of the roster, or whoever types another name.

use super::Pick;
use crate::domain::id::PersonRef;
use crate::domain::person::Person;
use crate::domain::register::Register;
use crate::text::Text;

/// Who can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Somebody of the roster.
    Person(PersonRef),
    /// Whoever has the name that was typed.
    Typed,
}

/// The people of the roster, each with the body they speak for; a name of nobody's is taken as it is typed.
#[must_use]
pub fn who(register: &Register, text: Text) -> Pick<Who> {
    let label = |person: &Person| {
        let role = person.role.as_deref().unwrap_or_default();
        format!("{}  {}  {role}", person.name, text.body_named(register, person.body)).trim_end().to_owned()
    };
    let people = register.people().map(|person| (Who::Person(person.key), label(person)));
    Pick::new(text.who_title().to_owned(), people).or_typed(Who::Typed, text.who_typed())
}
