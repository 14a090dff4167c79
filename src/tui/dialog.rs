//! What lies over a screen: forms, lists to choose from, questions, the keys. Dialogs are data on one stack; each says
//! what it wants, and App does it.

mod convene;
mod draft;
mod draw;
mod fields;
mod find;
mod gather;
mod marks;
mod meeting;
mod notice;
mod pick;
mod prepare;
mod preview;
mod roster;
mod signing;
mod similar;
mod who;

use serde_json::{Map, Value};

use super::act::{Act, Aim};
use super::form::Form;
use super::help::Help;
use super::keys::Place;
use super::meeting_act::MeetingAct;
use super::palette::Prompt;
use super::style::Look;
use crate::domain::code::Route;
use crate::domain::id::{MatterRef, MeetingRef, Ref};
use crate::domain::meeting::Meeting;
use crate::domain::register::Register;
use crate::text::Text;

pub use convene::convene;
pub use draft::Draft;
pub use draw::{draw, page_end};
pub use fields::choice_of;
pub use find::{FindDialog, FindReply, shows_summary};
pub use gather::Gather;
pub use marks::{Marked, Marks, MarksReply};
pub use meeting::{meeting_draft, pause_form, task_form};
pub use notice::notice_form;
pub use pick::{Pick, PickReply};
pub use prepare::{Leads, item_form, lead_form, move_form, topic_form};
pub use roster::{add_body, add_body_of, add_person, change, newcomer};
pub use signing::{Signer, addition, confirmation, correction, objection, signers, striking};
pub use who::{Who, who};

/// One dialog.
#[derive(Debug, Clone)]
pub enum Dialog {
    /// The draft of a command.
    Form(Box<FormDialog>),
    /// Something has to be chosen first.
    Pick(AimPick),
    /// Several things for a meeting that is prepared.
    Gather(Box<Gather>),
    /// Anything to look for.
    Find(Box<FindDialog>),
    /// The palette of commands.
    Palette(Box<Prompt>),
    /// What a list was asked for: things to go to.
    Found(Pick<Ref>),
    /// A text to read.
    Page {
        /// What it is about.
        title: String,
        /// Its lines.
        lines: Vec<String>,
        /// The first row shown.
        top: usize,
    },
    /// A question to answer with yes or no.
    Confirm(Question),
    /// Who confirms minutes.
    Signing(Pick<Signer>),
    /// What is often written, by its place in the list.
    Phrases(Pick<usize>),
    /// Who sits here.
    Who(Pick<Who>),
    /// The keys and the pages of help.
    Help(Help),
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

/// Choosing what an act is carried out on.
#[derive(Debug, Clone)]
pub struct AimPick {
    /// The matter.
    pub matter: MatterRef,
    /// The act.
    pub act: Act,
    /// What it could be carried out on.
    pub pick: Pick<Aim>,
}

/// What follows when a command was carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    Done,
    /// It is carried out on everything that is marked.
    Each(Act),
    /// Place this matter on the agenda of the meeting that was made.
    PlaceOnAgenda(MatterRef),
    /// Merge the matter that was made into this one.
    MergeInto(MatterRef),
    /// Choose what was made in this field of the form below, where this choice led to making it.
    Choose {
        /// The field.
        field: &'static str,
        /// The value of the choice.
        what: Value,
    },
    /// Accept the matter that was made by this route.
    Accept(Route),
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
    /// Seal the minutes that are shown.
    Seal {
        /// Whether everybody asked has confirmed.
        all: bool,
    },
    /// Carry out this act on the meeting that is shown.
    MeetingAct(MeetingAct),
}

impl Question {
    /// Where it is answered. The key that people press without looking never throws away what they wrote, nor seals.
    #[must_use]
    pub fn place(self) -> Place {
        match self {
            Self::Discard | Self::Quit => Place::Discard,
            Self::Seal { .. } | Self::MeetingAct(MeetingAct::Seal) => Place::Seal,
            Self::Act(..) | Self::MeetingAct(_) => Place::Confirm,
        }
    }
}

impl Dialog {
    /// Whether something was typed in it that would be missed.
    #[must_use]
    pub fn has_words(&self) -> bool {
        match self {
            Self::Form(dialog) => dialog.form.unsaved() > 0,
            Self::Palette(prompt) => !prompt.typed().trim().is_empty(),
            _ => false,
        }
    }

    /// The form, if it is one.
    #[must_use]
    pub fn as_form(&self) -> Option<&FormDialog> {
        match self {
            Self::Form(dialog) => Some(dialog),
            _ => None,
        }
    }
}

/// Which of these meetings to open.
#[must_use]
pub fn meetings(of: &[MeetingRef], register: &Register, text: Text) -> Pick<Ref> {
    let label = |meeting: &Meeting| {
        let state = text.meeting_state(meeting.state);
        (meeting.key.into(), format!("{}  {}  {state}", text.time(meeting.at), meeting.title))
    };
    let meetings = of.iter().filter_map(|meeting| register.meeting(*meeting));
    Pick::new(text.pick_meeting_there().to_owned(), meetings.map(label))
}

impl FormDialog {
    /// The same form for many things: what it was drafted for is not named, and what was its own is empty.
    pub fn for_many(&mut self, act: Act, title: String) {
        self.fixed.remove(act.names_it());
        self.form.for_many(title, &["due", "decision"]);
        self.then = Then::Each(act);
    }
}

/// What an act could be carried out on, in a line.
#[must_use]
pub fn aim_label(aim: Aim, register: &Register, look: &Look) -> String {
    let text = look.text;
    match aim {
        Aim::Task(key) => register.task(key).map_or_else(String::new, |task| {
            let state = text.task_state(task.state);
            format!("{}  {state}  {}  {}", register.id(key), text.lead(register, task.lead), task.text)
        }),
        Aim::Meeting(key) => register.meeting(key).map_or_else(String::new, |meeting| {
            format!("{}  {}  {}", register.id(key), text.moment(meeting.at, look.today()), meeting.title)
        }),
        Aim::NewMeeting => text.pick_new_meeting().to_owned(),
        Aim::Matter | Aim::Item(_) => String::new(),
    }
}
