//! Rules of taking back: only the latest act of one's own, only while nothing rests on it, never what is sealed.

use super::Decision;
use super::desk::Desk;
use crate::domain::context::Mine;
use crate::domain::entry::Entry;
use crate::domain::event::{Event, Touch, Undone};
use crate::domain::id::Ref;
use crate::domain::meeting::MeetingState;
use crate::domain::refusal::Refusal;
use crate::domain::register::Thing;

/// The names of the two commands in the journal.
const UNDO: &str = "undo";
const REDO: &str = "redo";

impl Desk<'_> {
    pub(super) fn undo(&self) -> Decision {
        let act = self.mine().find(|entry| !is_taking_back(entry)).ok_or(Refusal::NothingToUndo)?;
        self.can_take_back(act)?;
        Ok(vec![Undone { act: act.id() }.into()])
    }

    /// Brings back what one's own latest undo took back, as long as nothing else was done since.
    pub(super) fn redo(&self) -> Decision {
        let act = self.mine().next().filter(|entry| entry.act == UNDO).ok_or(Refusal::NothingToRedo)?;
        let back = act.events.iter().find_map(|event| match event {
            Event::Undone(undone) => self.register.entries().iter().find(|entry| entry.id() == undone.act),
            _ => None,
        });
        if let Some(back) = back {
            self.nothing_rests_on(back)?;
        }
        Ok(vec![Undone { act: act.id() }.into()])
    }

    /// One's own acts that hold, latest first. A redo counts as part of the act it brought back; founding is nobody's act.
    fn mine(&self) -> impl Iterator<Item = &Entry> {
        self.register
            .entries()
            .iter()
            .rev()
            .filter(|entry| entry.w == self.context.writer && !self.register.is_undone(entry.id()) && entry.act != REDO)
            .filter(|entry| self.register.adoptions().first().is_none_or(|founding| founding.act != entry.id()))
            .filter(|entry| match self.context.mine {
                Mine::SamePerson => entry.by == self.context.by,
                Mine::Window(acts) => acts.contains(&entry.id()),
            })
    }

    fn can_take_back(&self, act: &Entry) -> Result<(), Refusal> {
        let sealed = act.events.iter().any(|event| {
            let is_final = matches!(
                event,
                Event::MinutesSealed(_)
                    | Event::VoteClosed(_)
                    | Event::VoteCorrected(_)
                    | Event::NoticePosted(_)
                    | Event::LinesLost(_)
                    | Event::Unknown(_)
            );
            is_final || event.touch().of().into_iter().any(|thing| self.is_sealed(thing))
        });
        if sealed {
            return Err(Refusal::Sealed { what: act.act.clone() });
        }
        self.nothing_rests_on(act)
    }

    fn is_sealed(&self, thing: Ref) -> bool {
        match self.register.thing(thing) {
            Some(Thing::Meeting(meeting)) => meeting.state == MeetingState::Sealed,
            Some(Thing::Vote(vote)) => !vote.is_open(),
            _ => false,
        }
    }

    /// No later act that holds needs what this one made, or altered what it altered.
    fn nothing_rests_on(&self, act: &Entry) -> Result<(), Refusal> {
        let touches: Vec<Touch> = act.events.iter().map(Event::touch).collect();
        let made: Vec<Ref> = touches.iter().filter_map(|touch| touch.makes).chain(opened(act)).collect();
        let altered: Vec<Ref> = touches.into_iter().flat_map(|touch| touch.alters).collect();
        let rests = |entry: &&Entry| {
            entry.events.iter().any(|event| takes_its_base_from(event, &made))
                || entry.events.iter().map(Event::touch).any(|touch| {
                    touch.alters.iter().any(|thing| altered.contains(thing))
                        || touch.of().iter().any(|thing| made.contains(thing))
                })
        };
        let later = self
            .register
            .entries()
            .iter()
            .rev()
            .take_while(|entry| entry.order() > act.order())
            .filter(|entry| !self.register.is_undone(entry.id()) && !is_taking_back(entry))
            .find(rests);
        match later {
            None => Ok(()),
            Some(later) => Err(Refusal::TouchedSince {
                act: act.id(),
                what: act.act.clone(),
                later: later.id(),
                later_what: later.act.clone(),
                by: later.by.clone(),
            }),
        }
    }
}

/// The meeting that an act opened: all that happens there rests on it.
fn opened(act: &Entry) -> Option<Ref> {
    act.events.iter().find_map(|event| match event {
        Event::MeetingOpened(opened) => Some(opened.meeting.0),
        _ => None,
    })
}

/// Whether a vote opened with units that are among these.
fn takes_its_base_from(event: &Event, made: &[Ref]) -> bool {
    matches!(event, Event::VoteOpened(opened) if opened.units.iter().any(|share| made.contains(&share.unit.0)))
}

fn is_taking_back(entry: &Entry) -> bool {
    entry.act == UNDO || entry.act == REDO
}
