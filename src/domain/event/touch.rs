//! What an event touches: for the thread of a matter, for undo, and for programs that do not know its kind.

use super::{About, Event};
use crate::domain::id::Ref;

/// The things an event touches. An act can be taken back as long as nothing later needs what it made or alters what it
/// altered; what is only mentioned bars nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touch {
    /// What came into being.
    pub makes: Option<Ref>,
    /// What has another state now.
    pub alters: Vec<Ref>,
    /// What it also concerns.
    pub mentions: Vec<Ref>,
}

impl Touch {
    fn making(thing: impl Into<Ref>) -> Self {
        Self { makes: Some(thing.into()), ..Self::default() }
    }

    fn altering(things: impl IntoIterator<Item = impl Into<Ref>>) -> Self {
        Self { alters: things.into_iter().map(Into::into).collect(), ..Self::default() }
    }

    fn mentioning(mut self, things: impl IntoIterator<Item = impl Into<Ref>>) -> Self {
        self.mentions.extend(things.into_iter().map(Into::into));
        self
    }

    fn and_altering(mut self, things: impl IntoIterator<Item = impl Into<Ref>>) -> Self {
        self.alters.extend(things.into_iter().map(Into::into));
        self
    }

    /// Everything touched, what was made first.
    #[must_use]
    pub fn of(self) -> Vec<Ref> {
        let mut of: Vec<Ref> = self.makes.into_iter().collect();
        for thing in self.alters.into_iter().chain(self.mentions) {
            if !of.contains(&thing) {
                of.push(thing);
            }
        }
        of
    }
}

impl Event {
    /// What this event touches.
    #[must_use]
    pub fn touch(&self) -> Touch {
        match self {
            Self::RulesAdopted(_) | Self::Undone(_) | Self::LinesLost(_) => Touch::default(),
            Self::BodyAdded(e) => Touch::making(e.body),
            Self::BodyChanged(e) => Touch::altering([e.body]),
            Self::PersonAdded(e) => Touch::making(e.person).mentioning([e.body]),
            Self::PersonChanged(e) => Touch::altering([e.person]),
            Self::UnitAdded(e) => Touch::making(e.unit),
            Self::UnitChanged(e) => Touch::altering([e.unit]),
            Self::UnitRemoved(e) => Touch::altering([e.unit]),
            Self::MatterRaised(e) => Touch::making(e.matter),
            Self::MatterChanged(e) => Touch::altering([e.matter]),
            Self::MatterAccepted(e) => Touch::altering([e.matter]),
            Self::MatterDeclined(e) => Touch::altering([e.matter]),
            Self::MatterMerged(e) => Touch::altering([e.matter]).mentioning([e.into]),
            Self::LevelRaised(e) => Touch::altering([e.matter]),
            Self::RaiserTold(e) => Touch::altering([e.matter]),
            Self::MatterAnswered(e) => Touch::altering([e.matter]),
            Self::FollowedUp(e) => Touch::altering([e.matter]),
            Self::SentBack(e) => Touch::altering([e.matter]),
            Self::MatterClosed(e) => Touch::altering([e.matter]),
            Self::MatterReopened(e) => Touch::altering([e.matter]),
            Self::MeetingConvened(e) => {
                Touch::making(e.meeting).mentioning(e.chair.iter().chain(&e.secretary).chain(&e.invite).copied())
            }
            Self::MeetingChanged(e) => Touch::altering([e.meeting]),
            Self::MeetingCancelled(e) => Touch::altering([e.meeting]).and_altering(e.matters.iter().copied()),
            Self::PlacedOnAgenda(e) => Touch::altering(e.matter).mentioning([e.meeting]),
            Self::TakenOffAgenda(e) => Touch::altering(e.matter).and_altering([e.meeting]),
            Self::MeetingOpened(e) => Touch::altering([e.meeting]),
            Self::AttendanceMarked(e) => Touch::default().mentioning([e.meeting]).mentioning([e.person]),
            Self::ItemTakenUp(e) => Touch::altering(e.matter).mentioning([e.meeting]),
            Self::Noted(e) => Touch::making(e.note)
                .mentioning([e.meeting])
                .mentioning(e.matter)
                .mentioning(e.speaker)
                .mentioning(e.body)
                .mentioning(e.motion),
            Self::NoteChanged(e) => Touch::altering([e.note]).mentioning([e.meeting]),
            Self::VoteOpened(e) => Touch::making(e.vote)
                .mentioning([e.meeting])
                .mentioning(e.matter)
                .mentioning(e.tellers.iter().flat_map(|tellers| [tellers.teller, tellers.scrutineer])),
            Self::VotesCast(e) => {
                Touch::altering([e.vote]).mentioning([e.meeting]).mentioning(e.matter).mentioning(e.cast.unit())
            }
            Self::VoteExtended(e) => Touch::altering([e.vote]).mentioning([e.meeting]).mentioning(e.matter),
            Self::VoteClosed(e) => Touch::altering([e.vote]).mentioning([e.meeting]).mentioning(e.matter),
            Self::VoteCorrected(e) => {
                Touch::altering([e.vote]).mentioning([e.meeting]).mentioning(e.matter).mentioning(e.cast.unit())
            }
            Self::Resolved(e) => Touch::altering(e.matter).mentioning([e.meeting]),
            Self::MeetingAdjourned(e) => Touch::altering([e.meeting]).and_altering(e.unfinished.iter().copied()),
            Self::MinutesConfirmed(e) => Touch::altering([e.meeting]).mentioning([e.body]),
            Self::MinutesObjected(e) => Touch::altering([e.meeting]).mentioning([e.body]),
            Self::MinutesSealed(e) => Touch::altering([e.meeting]),
            Self::ItemChanged(e) => Touch::default().mentioning([e.meeting]).mentioning(e.matter),
            Self::AgendaOrdered(e) => Touch::default().mentioning([e.meeting]),
            Self::MeetingPaused(e) => Touch::altering([e.meeting]),
            Self::MeetingResumed(e) => Touch::altering([e.meeting]),
            Self::ItemSetAside(e) => Touch::altering(e.matter).mentioning([e.meeting]),
            Self::HandRaised(e) => Touch::default().mentioning([e.meeting]).mentioning([e.person]),
            Self::HandLowered(e) => Touch::default().mentioning([e.meeting]).mentioning([e.person]),
            Self::FloorGiven(e) => Touch::default().mentioning([e.meeting]).mentioning([e.person]),
            Self::TurnEnded(e) => Touch::default().mentioning([e.meeting]).mentioning([e.person]),
            Self::OrderCalled(e) => Touch::default().mentioning([e.meeting]).mentioning([e.person]),
            Self::NoteStruck(e) => Touch::altering([e.note]).mentioning([e.meeting]),
            Self::MinutesCorrected(e) => Touch::default().mentioning([e.meeting]).mentioning(e.note),
            Self::TaskAssigned(e) => Touch::making(e.task)
                .and_altering([e.matter])
                .mentioning(e.meeting)
                .mentioning([e.lead])
                .mentioning(e.helpers.iter().copied()),
            Self::TaskReceived(e) => Touch::altering([e.task]).mentioning([e.matter]),
            Self::TaskReturned(e) => Touch::altering([e.task]).and_altering([e.matter]),
            Self::ProgressReported(e) => Touch::altering([e.task]).mentioning([e.matter]),
            Self::TaskExtended(e) => Touch::altering([e.task]).mentioning([e.matter]),
            Self::TaskFinished(e) => Touch::altering([e.task]).and_altering([e.matter]),
            Self::TaskAccepted(e) => Touch::altering([e.task]).mentioning([e.matter]),
            Self::NoticePosted(e) => Touch::making(e.notice)
                .mentioning([match e.about {
                    About::Matter(matter) => Ref::from(matter),
                    About::Meeting(meeting) => Ref::from(meeting),
                }])
                .mentioning(e.vote),
            Self::ChainStarted(e) => Touch::altering([e.matter]),
            Self::StepTaken(e) => Touch::altering([e.matter]).mentioning(e.vote),
            Self::ObjectionMade(e) => Touch::making(e.objection).mentioning([e.notice]),
            Self::ObjectionAnswered(e) => Touch::altering([e.objection]).mentioning([e.notice]),
            Self::Unknown(e) => Touch::altering(e.of.iter().copied()),
        }
    }
}
