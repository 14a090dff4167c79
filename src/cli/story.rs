//! An act of the journal as one row for people: when, about what, who, and the facts as a sentence.

use super::table::Table;
use super::wording::Wording;
use crate::domain::entry::Entry;
use crate::domain::id::Ref;

/// The column that holds the sentence.
pub(super) const SENTENCE: usize = 3;

/// Adds one act to a table. `around` is the thing whose story is told: its own number need not be said again.
pub(super) fn tell(table: &mut Table, entry: &Entry, around: Option<Ref>, say: Wording<'_>) {
    let about = entry.subject().filter(|subject| Some(*subject) != around);
    let about = about.map(|subject| say.register.id(subject)).unwrap_or_default();
    let mut sentence = say.text.entry(entry, say.register, around);
    if say.register.is_undone(entry.id()) {
        sentence.push_str(say.text.taken_back());
    }
    table.row(&[say.moment(entry.ts), about, entry.by.clone(), sentence]);
}
