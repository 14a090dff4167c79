//! The acts on a public notice that the list of notices offers, and the question whether the rules would allow them now.
//! Holds no rule: it asks.

use super::act::Obstacle;
use super::world::World;
use crate::domain::command::{AnswerObjection, Command, ObjectToNotice};
use crate::domain::notice::{Notice, Objection};
use crate::domain::register::Register;
use crate::text::Text;

/// Something to do about a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after the command it drafts, and is described there")]
pub enum NoticeAct {
    Object,
    Answer,
}

/// An act, or why it cannot be carried out now.
#[derive(Debug, Clone)]
pub struct NoticeOffer {
    /// The act.
    pub act: NoticeAct,
    /// Why it cannot be carried out, if so.
    pub obstacle: Option<Obstacle>,
}

/// A text where a draft needs one.
const SOME_TEXT: &str = "…";

impl NoticeAct {
    /// Every act.
    pub const ALL: &'static [Self] = &[Self::Object, Self::Answer];

    /// What it is called.
    #[must_use]
    pub fn label(self, text: Text) -> &'static str {
        match self {
            Self::Object => text.do_object(),
            Self::Answer => text.do_answer_objection(),
        }
    }

    /// Why it cannot be carried out now on a notice.
    #[must_use]
    pub fn obstacle(self, world: &World<'_>, notice: &Notice) -> Option<Obstacle> {
        let some = || SOME_TEXT.to_owned();
        let command: Command = match self {
            Self::Object => ObjectToNotice { notice: world.register.id(notice.key), by: some(), text: some() }.into(),
            Self::Answer => {
                // Where all are answered, the rules say so of any.
                let Some(objection) = objections(notice, world.register).next() else {
                    return Some(Obstacle::NoObjection);
                };
                AnswerObjection { objection: world.register.id(objection.key), text: some() }.into()
            }
        };
        world.ask(&command).err().map(Obstacle::Refused)
    }
}

/// What every act comes to now, in the order of [`NoticeAct::ALL`].
#[must_use]
pub fn offers(world: &World<'_>, notice: &Notice) -> Vec<NoticeOffer> {
    NoticeAct::ALL.iter().map(|act| NoticeOffer { act: *act, obstacle: act.obstacle(world, notice) }).collect()
}

/// The objections to a notice: those without an answer first, each kind oldest first.
pub fn objections<'a>(notice: &'a Notice, register: &'a Register) -> impl Iterator<Item = &'a Objection> {
    let all = || notice.objections.iter().filter_map(|objection| register.objection(*objection));
    all().filter(|objection| objection.answer.is_none()).chain(all().filter(|objection| objection.answer.is_some()))
}
