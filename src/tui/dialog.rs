//! What lies over a screen: forms, lists to choose from, questions, the keys. Dialogs are data on one stack; each says
//! what it wants, and App does it.

mod draft;
mod draw;
mod fields;
mod pick;

use serde_json::{Map, Value};

use super::act::{Act, Aim};
use super::form::Form;
use super::keys::Place;
use crate::domain::id::MatterRef;

pub use draft::Draft;
pub use draw::draw;
pub use pick::{Pick, PickReply};

/// One dialog.
#[derive(Debug, Clone)]
pub enum Dialog {
    /// The draft of a command.
    Form(Box<FormDialog>),
    /// Something has to be chosen first.
    Pick(Pick),
    /// A question to answer with yes or no.
    Confirm(Question),
    /// The keys.
    Help {
        /// Where they hold.
        place: Place,
        /// The first row shown.
        top: usize,
    },
}

/// A form that becomes a command.
#[derive(Debug, Clone)]
pub struct FormDialog {
    /// What the command is called after `do`.
    pub command: &'static str,
    /// Fields the form does not ask for.
    pub fixed: Map<String, Value>,
    /// The fields it asks for.
    pub form: Form,
    /// What to do with the thing the command makes.
    pub then: Then,
}

/// What follows when a command was carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    Done,
    /// Place this matter on the agenda of the meeting that was made.
    PlaceOnAgenda(MatterRef),
}

/// A question, and what yes means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Throw away what was typed in the form below.
    Discard,
    /// Leave the program with it.
    Quit,
    /// Carry out this act on this.
    Act(MatterRef, Act, Aim),
}
