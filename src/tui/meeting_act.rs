//! The acts on a meeting that the screen of a meeting offers, and the question whether the rules would allow them now.
//! Holds no rule: it asks.

use super::act::Obstacle;
use super::world::World;
use crate::domain::code::{Attendance, NoteKind, NoticeKind, Outcome};
use crate::domain::command::{
    AdjournMeeting, AssignTask, CancelMeeting, ChangeMeeting, Command, ConfirmMinutes, MarkAttendance, Note,
    OpenMeeting, PlaceOnAgenda, PostNotice, Resolve, SealMinutes, TakeOffAgenda, TakeUp,
};
use crate::domain::meeting::Meeting;
use crate::domain::time::Due;
use crate::text::Text;

/// Something to do about a meeting or the selected item of its agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after the command it drafts, and is described there")]
pub enum MeetingAct {
    Place,
    TakeOff,
    PostAgenda,
    Open,
    Attend,
    TakeUp,
    Note,
    Resolve,
    Assign,
    Adjourn,
    Confirm,
    Seal,
    Change,
    Cancel,
}

/// An act, or why it cannot be carried out now.
#[derive(Debug, Clone)]
pub struct MeetingOffer {
    /// The act.
    pub act: MeetingAct,
    /// Why it cannot be carried out, if so.
    pub obstacle: Option<Obstacle>,
}

/// A text where a draft needs one.
const SOME_TEXT: &str = "…";

impl MeetingAct {
    /// Every act, from calling the meeting to sealing its minutes.
    pub const ALL: &'static [Self] = &[
        Self::Place,
        Self::TakeOff,
        Self::PostAgenda,
        Self::Open,
        Self::Attend,
        Self::TakeUp,
        Self::Note,
        Self::Resolve,
        Self::Assign,
        Self::Adjourn,
        Self::Confirm,
        Self::Seal,
        Self::Change,
        Self::Cancel,
    ];

    /// What it is called.
    #[must_use]
    pub fn label(self, text: Text) -> &'static str {
        match self {
            Self::Place => text.do_place(),
            Self::TakeOff => text.do_take_off(),
            Self::PostAgenda => text.do_post_agenda(),
            Self::Open => text.do_open_meeting(),
            Self::Attend => text.do_attend(),
            Self::TakeUp => text.do_take_up(),
            Self::Note => text.do_note(),
            Self::Resolve => text.do_resolve(),
            Self::Assign => text.do_assign(),
            Self::Adjourn => text.do_adjourn(),
            Self::Confirm => text.do_confirm(),
            Self::Seal => text.do_seal(),
            Self::Change => text.do_change(),
            Self::Cancel => text.do_cancel(),
        }
    }

    /// Why it cannot be carried out now on the meeting and this item of its agenda.
    #[must_use]
    pub fn obstacle(self, world: &World<'_>, meeting: &Meeting, item: Option<u32>) -> Option<Obstacle> {
        match self.sample(world, meeting, item) {
            Ok(command) => world.ask(&command).err().map(Obstacle::Refused),
            Err(obstacle) => Some(obstacle),
        }
    }

    /// A command such as the act would make, to ask the rules about.
    fn sample(self, world: &World<'_>, meeting: &Meeting, item: Option<u32>) -> Result<Command, Obstacle> {
        let id = world.register.id(meeting.key);
        let some = || SOME_TEXT.to_owned();
        let body = || world.register.bodies().next().map(|body| world.register.id(body.key)).ok_or(Obstacle::NoBody);
        let item = || item.ok_or(Obstacle::NoItem);
        Ok(match self {
            Self::Place => PlaceOnAgenda {
                meeting: id,
                matter: None,
                topic: Some(some()),
                minutes: None,
                decision: None,
                under: None,
            }
            .into(),
            Self::TakeOff => TakeOffAgenda { meeting: id, item: Some(item()?), matter: None }.into(),
            Self::PostAgenda => PostNotice { about: id, kind: NoticeKind::Agenda, place: None, days: 1 }.into(),
            Self::Open => OpenMeeting { meeting: id }.into(),
            Self::Attend => {
                let person = world.register.people().next().ok_or(Obstacle::NoPerson)?;
                let person = world.register.id(person.key);
                MarkAttendance {
                    meeting: id,
                    person: Some(person),
                    name: None,
                    body: None,
                    state: Attendance::Present,
                    by_proxy: None,
                    at: None,
                }
                .into()
            }
            Self::TakeUp => TakeUp { meeting: id, item: item()? }.into(),
            Self::Note => Note {
                meeting: id,
                kind: NoteKind::Note,
                text: some(),
                speaker: None,
                body: None,
                stance: None,
                of: None,
                undertakes: None,
                at: None,
            }
            .into(),
            Self::Resolve => {
                Resolve { meeting: id, item: item()?, outcome: Outcome::Deferred, text: None, refer_to: None }.into()
            }
            Self::Assign => AssignTask {
                matter: None,
                meeting: Some(id),
                item: Some(item()?),
                lead: body()?,
                text: some(),
                due: Due::Day(world.today()),
                helpers: Vec::new(),
            }
            .into(),
            Self::Adjourn => AdjournMeeting { meeting: id }.into(),
            Self::Confirm => {
                ConfirmMinutes { meeting: id, body: unconfirmed(world, meeting)?, by: some(), reservation: None }.into()
            }
            Self::Seal => SealMinutes { meeting: id }.into(),
            Self::Change => ChangeMeeting {
                number: None,
                minutes: None,
                meeting: id,
                kind: None,
                title: Some(some()),
                at: None,
                place: None,
                chair: None,
                secretary: None,
                invite: None,
                series: None,
                reason: None,
            }
            .into(),
            Self::Cancel => CancelMeeting { meeting: id, reason: Some(some()) }.into(),
        })
    }
}

/// What every act comes to now, in the order of [`MeetingAct::ALL`].
#[must_use]
pub fn offers(world: &World<'_>, meeting: &Meeting, item: Option<u32>) -> Vec<MeetingOffer> {
    let offer = |act: &MeetingAct| MeetingOffer { act: *act, obstacle: act.obstacle(world, meeting, item) };
    MeetingAct::ALL.iter().map(offer).collect()
}

/// A body that has not confirmed the minutes; the first one where all have, for the rules to say so.
fn unconfirmed(world: &World<'_>, meeting: &Meeting) -> Result<String, Obstacle> {
    let open = world.register.bodies().find(|body| meeting.confirmed.iter().all(|done| done.body != body.key));
    let body = open.or_else(|| world.register.bodies().next()).ok_or(Obstacle::NoBody)?;
    Ok(world.register.id(body.key))
}
