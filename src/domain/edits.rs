//! Edits of single fields: who set what last, and values set by people who did not know of each other.

use std::mem::{Discriminant, discriminant};

use serde::{Deserialize, Serialize};

use super::id::ActId;

/// What whoever edits a field has before them, and replaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The act whose value is replaced.
    pub was: ActId,
    /// The acts whose values stood beside it and are given up with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<ActId>,
}

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

/// A thing whose fields can be corrected one by one. Of a `Field` given as `like`, only the variant counts.
pub(super) trait Editable {
    /// An enum with a variant a field.
    type Field: Clone + PartialEq;

    /// The value that a field has now; none where it has none.
    fn field(&self, like: &Self::Field) -> Option<Self::Field>;

    fn set(&mut self, field: Self::Field);

    fn edits(&self) -> &Edits<Self::Field>;

    fn edits_mut(&mut self) -> &mut Edits<Self::Field>;

    /// What an edit to this value replaces; none when it would change nothing. To give again the value that is shown is a
    /// choice where others stand beside it.
    fn replaced_by(&self, to: &Self::Field) -> Option<Known> {
        let known = self.edits().known(to);
        (!known.also.is_empty() || self.field(to).as_ref() != Some(to)).then_some(known)
    }

    /// Carries out an edit.
    fn edit(&mut self, act: ActId, known: &Known, to: &Self::Field) {
        let old = self.field(to);
        self.edits_mut().note(act, known, to, old);
        self.set(to.clone());
    }
}

impl<F: PartialEq> Edits<F> {
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

    fn known(&self, field: &F) -> Known {
        let also = self.find(field).into_iter().flat_map(|edited| edited.also.iter().map(|(act, _)| *act));
        Known { was: self.set_by(field), also: also.collect() }
    }

    /// Notes that `act` set the field of `new`; `old` is the value it had. What its author knew is replaced; what they did
    /// not know stands beside it, unless it says the same.
    fn note(&mut self, act: ActId, known: &Known, new: &F, old: Option<F>) {
        let edited = self.find_mut(new);
        edited.also.extend(old.map(|old| (edited.set_by, old)));
        edited.also.retain(|(set_by, value)| *set_by != known.was && !known.also.contains(set_by) && value != new);
        edited.set_by = act;
    }

    /// Notes that a step of its own, not an edit, set this field; nothing stands beside it.
    pub(super) fn settle(&mut self, act: ActId, field: &F) {
        let edited = self.find_mut(field);
        edited.set_by = act;
        edited.also.clear();
    }

    fn find(&self, field: &F) -> Option<&Edited<F>> {
        self.fields.iter().find(|edited| edited.field == discriminant(field))
    }

    fn find_mut(&mut self, field: &F) -> &mut Edited<F> {
        let field = discriminant(field);
        let at = self.fields.iter().position(|edited| edited.field == field).unwrap_or_else(|| {
            self.fields.push(Edited { field, set_by: self.made, also: Vec::new() });
            self.fields.len() - 1
        });
        &mut self.fields[at]
    }
}
