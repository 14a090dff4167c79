//! In which order acts are offered: what normally comes next first, exceptions last. Holds no rule: whether an act is
//! lawful is asked elsewhere.

use super::{Act, Offer, Subject};
use crate::domain::matter::Matter;
use crate::domain::stage::Standing;
use crate::tui::world::World;

/// Acts that leave the usual way.
const EXCEPTIONS: [Act; 4] = [Act::Merge, Act::RaiseLevel, Act::Decline, Act::Reopen];

impl Subject {
    /// The lawful act that normally comes next.
    #[must_use]
    pub fn next(self, world: &World<'_>) -> Option<Act> {
        let mut acts = comes_next(world.register.matter(self.matter)?).iter().copied();
        acts.find(|act| self.offer(*act, world).aims.is_ok())
    }
}

/// What every act comes to now, in the order in which people want them: what normally comes next first.
#[must_use]
pub fn offers(world: &World<'_>, subject: Subject) -> Vec<Offer> {
    let mut offers: Vec<_> = Act::ALL.iter().map(|act| subject.offer(*act, world)).collect();
    if let Some(matter) = world.register.matter(subject.matter) {
        order(&mut offers, matter);
    }
    offers
}

/// Puts the offers for a matter that stands there in the order in which people want them.
fn order(offers: &mut [Offer], matter: &Matter) {
    let first = comes_next(matter);
    offers.sort_by_key(|offer| {
        let at = first.iter().position(|act| *act == offer.act);
        let told_first = matter.to_tell && offer.act == Act::TellRaiser;
        (!told_first, at.is_none(), at, EXCEPTIONS.contains(&offer.act))
    });
}

/// What normally comes next for a matter that stands there, the usual first.
fn comes_next(matter: &Matter) -> &'static [Act] {
    use Standing as S;
    match matter.standing {
        S::Waiting if matter.is_quick() => &[Act::Assign, Act::Agenda, Act::Answer],
        S::New => &[Act::Accept, Act::Merge, Act::Decline, Act::RaiseLevel],
        S::Waiting => &[Act::Agenda, Act::Assign, Act::Answer],
        S::Scheduled => &[Act::OpenMeeting, Act::TakeUp, Act::Resolve],
        S::InDiscussion => &[Act::Resolve, Act::TakeUp, Act::Adjourn],
        S::Referred => &[Act::Close, Act::Answer, Act::TellRaiser],
        S::Unassigned => &[Act::Assign, Act::Answer],
        S::InProgress | S::Blocked | S::SentBack => {
            &[Act::Receive, Act::AcceptTask, Act::Progress, Act::Finish, Act::Extend, Act::Assign]
        }
        S::ToAsk => &[Act::FollowUp, Act::AcceptTask, Act::Close],
        S::Satisfied => &[Act::Close, Act::AcceptTask, Act::FollowUp],
        S::Done | S::Declined | S::Merged | S::Withdrawn | S::NotAdopted | S::PassedOn => {
            &[Act::TellRaiser, Act::Reopen]
        }
    }
}
