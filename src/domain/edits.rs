//! Edits of single fields: who set what last, and values set by people who did not know of each other.

use std::mem::{Discriminant, discriminant};

use super::id::ActId;

/// The edits of one thing. `F` is an enum with a variant a field, such as `MatterField`.
#[derive(Debug, Clone, PartialEq)]
pub struct Edits<F> {
    made: ActId,
    fields: Vec<Edited<F>>,
}

#[derive(Debug, Clone, PartialEq)]
struct Edited<F> {
    field: Discriminant<F>,
    set_by: ActId,
    also: Vec<(ActId, F)>,
}

impl<F> Edits<F> {
    /// No edits yet of what this act made.
    #[must_use]
    pub fn new(made: ActId) -> Self {
        Self { made, fields: Vec::new() }
    }

    /// The act that made the thing.
    #[must_use]
    pub fn made(&self) -> ActId {
        self.made
    }

    /// The act that set the value this field has now; only the variant of `field` counts.
    #[must_use]
    pub fn set_by(&self, field: &F) -> ActId {
        self.find(field).map_or(self.made, |edited| edited.set_by)
    }

    /// Values of this field that were set without knowledge of the one shown: "also: …", until someone chooses.
    pub fn also(&self, field: &F) -> impl Iterator<Item = &F> {
        self.find(field).into_iter().flat_map(|edited| edited.also.iter().map(|(_, value)| value))
    }

    /// Every value set without knowledge of the one shown, with the act that set it.
    pub fn all_also(&self) -> impl Iterator<Item = (ActId, &F)> {
        self.fields.iter().flat_map(|edited| edited.also.iter().map(|(act, value)| (*act, value)))
    }

    /// Notes that `act` set the field of `new` whose value had been set by `was`; `old` is the value it replaces.
    /// Whoever knew the value shown has chosen; whoever did not leaves the other value standing beside it.
    pub(super) fn note(&mut self, act: ActId, was: ActId, new: &F, old: Option<F>) {
        let field = discriminant(new);
        let made = self.made;
        let at = self.fields.iter().position(|edited| edited.field == field).unwrap_or_else(|| {
            self.fields.push(Edited { field, set_by: made, also: Vec::new() });
            self.fields.len() - 1
        });
        let edited = &mut self.fields[at];
        if edited.set_by == was {
            edited.also.clear();
        } else {
            edited.also.extend(old.map(|old| (edited.set_by, old)));
        }
        edited.set_by = act;
    }

    fn find(&self, field: &F) -> Option<&Edited<F>> {
        self.fields.iter().find(|edited| edited.field == discriminant(field))
    }
}
