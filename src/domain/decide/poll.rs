//! Rules of what only owners decide: the base of their vote out of the register of units, the ballot of each unit, and
//! that a council's resolution waits for them. What ballots amount to is worked out elsewhere.

use super::desk::{Desk, NAME_LIMIT, line_if};
use super::vote::fits;
use crate::domain::ballot::{Choice, Vote};
use crate::domain::code::{DecisionKind, Flag};
use crate::domain::command::OpenVote;
use crate::domain::id::MatterRef;
use crate::domain::matter::Matter;
use crate::domain::meeting::{Item, Meeting};
use crate::domain::poll::{BallotForm, Poll, Share, UnitBallot};
use crate::domain::refusal::{Refusal, UnitRefusal};
use crate::domain::unit::{Unit, UnitUse};
use crate::domain::vote::{Measure, OwnersMatter, Part, Verdict};

/// What is written on a ballot beside its choice.
#[derive(Default, Clone, Copy)]
pub(super) struct Slip<'a> {
    pub(super) number: Option<&'a str>,
    pub(super) form: Option<BallotForm>,
    pub(super) proxy: Option<&'a str>,
}

impl Desk<'_> {
    /// The units that an owners' vote is put to, as the register has them now; none where all owners are declared.
    pub(super) fn units_voting(&self, c: &OpenVote) -> Result<Vec<Share>, Refusal> {
        let asked = !c.scope.is_empty() || !c.uses.is_empty();
        if c.all.is_some() {
            return if asked { Err(Refusal::OneOf { fields: &["all", "scope"] }) } else { Ok(Vec::new()) };
        }
        let uses = if c.uses.is_empty() { &UnitUse::COUNTED[..] } else { &c.uses };
        let in_scope = |unit: &&Unit| {
            c.scope.is_empty()
                || c.scope.iter().any(|scope| {
                    let same_stairwell = |stairwell: &String| unit.stairwell.as_deref() == Some(stairwell.trim());
                    unit.building == scope.building.trim() && scope.stairwell.as_ref().is_none_or(same_stairwell)
                })
        };
        let counts = |unit: &&Unit| unit.removed.is_none() && uses.contains(&unit.usage);
        let units = self.register.units().filter(counts).filter(in_scope);
        let shares: Vec<Share> = units
            .map(|unit| Share { unit: unit.key, area: unit.area, owner: unit.owner.clone(), developer: unit.developer })
            .collect();
        if shares.is_empty() && asked { Err(UnitRefusal::NoneInScope.into()) } else { Ok(shares) }
    }

    /// The ballot of a unit. Whoever owns several says the same for each, by the same proxy: they are one head.
    pub(super) fn unit_ballot(
        &self,
        vote: &Vote,
        given: &str,
        choice: Option<Choice>,
        slip: Slip<'_>,
    ) -> Result<UnitBallot, Refusal> {
        let unit = self.unit(given)?.key;
        let choice = choice.ok_or(Refusal::Empty { field: "choice" })?;
        let outside = || UnitRefusal::NotInBase { unit: self.register.id(unit), vote: self.register.id(vote.key) };
        let (poll, area) = vote.poll.as_ref().and_then(|poll| Some((poll, poll.area(unit)?))).ok_or_else(outside)?;
        if choice == Choice::WithMajority && !vote.rule.with_majority {
            return Err(UnitRefusal::NoFollowing.into());
        }
        let ballot = UnitBallot {
            unit,
            choice,
            number: line_if("ballot", slip.number, NAME_LIMIT)?,
            form: slip.form,
            proxy: slip.proxy.map(|proxy| self.who("proxy", proxy)).transpose()?,
        };
        self.does_not_clash(vote, poll, &ballot)?;
        for (measure, amount) in
            [(Measure::Heads, i64::from(poll.of_same_owner(unit).is_none())), (Measure::Area, area.0)]
        {
            let totals = vote.totals.as_ref().and_then(|totals| totals.of(measure));
            if let (Some(mut parts), Some(most)) = (totals, vote.most(measure)) {
                with_units(vote, measure, &mut parts);
                parts[2].1 = parts[2].1.saturating_add(amount);
                fits(measure, &parts, most)?;
            }
        }
        Ok(ballot)
    }

    /// Nothing that was entered earlier says otherwise.
    fn does_not_clash(&self, vote: &Vote, poll: &Poll, ballot: &UnitBallot) -> Result<(), UnitRefusal> {
        let id = |earlier: &UnitBallot| self.register.id(earlier.unit);
        if let Some(earlier) = poll.ballot(ballot.unit) {
            let (number, choice) = (earlier.number.clone(), earlier.choice);
            return Err(UnitRefusal::Voted { unit: id(earlier), ballot: number, choice });
        }
        if let Some((number, earlier)) = ballot.number.as_ref().and_then(|no| Some((no, poll.numbered(no)?))) {
            return Err(UnitRefusal::NumberTaken { ballot: number.clone(), unit: id(earlier) });
        }
        if let Some(earlier) = poll.of_same_owner(ballot.unit) {
            if earlier.choice != ballot.choice {
                return Err(UnitRefusal::OwnerDiffers { unit: id(earlier), choice: earlier.choice });
            }
            if earlier.proxy != ballot.proxy {
                return Err(UnitRefusal::OtherProxy { unit: id(earlier), proxy: earlier.proxy.clone() });
            }
        }
        match (&ballot.proxy, vote.rule.proxy_cap) {
            (Some(proxy), Some(most)) if poll.others_spoken_for(proxy, ballot.unit) >= most as usize => {
                Err(UnitRefusal::ProxyFull { proxy: proxy.clone(), most })
            }
            _ => Ok(()),
        }
    }

    /// A council's resolution binds nobody's property (Civil Code art. 278): what is for the owners to decide jointly can
    /// be adopted once they have voted for it.
    pub(super) fn owners_have_decided(
        &self,
        meeting: &Meeting,
        item: &Item,
        matter: Option<MatterRef>,
    ) -> Result<(), Refusal> {
        let matter = matter.and_then(|matter| self.register.matter(matter));
        if !matter.is_some_and(is_joint) && item.decision != Some(DecisionKind::OwnersJoint) {
            return Ok(());
        }
        let decided = self.register.votes().filter(|vote| vote.is_owners_decision()).any(|vote| match matter {
            Some(matter) => {
                let since = matter.accepted.as_ref().map(|accepted| accepted.at);
                vote.matter == Some(matter.key) && since.is_none_or(|since| vote.opened_at >= since)
            }
            None => vote.meeting == meeting.key && vote.item == item.number,
        });
        if decided {
            return Ok(());
        }
        let topic = || item.topic.clone().unwrap_or_default();
        Err(Refusal::NeedsOwnersVote {
            matter: matter.map_or_else(topic, |matter| self.register.id(matter.key)),
            likely: matter.and_then(likely),
        })
    }

    /// Whether the last vote on an item that has closed voted it down; what cannot be confirmed is not voted down.
    pub(super) fn was_voted_down(&self, meeting: &Meeting, item: &Item) -> bool {
        let votes = self.register.votes().filter(|vote| vote.meeting == meeting.key && vote.item == item.number);
        votes
            .filter_map(|vote| vote.closed.as_ref())
            .next_back()
            .is_some_and(|(_, finding)| finding.verdict == Verdict::NotPassed)
    }
}

/// Adds what was entered unit by unit to ballots that were counted together, for comparing the sum with all there are;
/// where those who go with the majority belong does not matter to it.
pub(super) fn with_units(vote: &Vote, measure: Measure, parts: &mut [(Part, i64); 4]) {
    let Some(poll) = &vote.poll else { return };
    for ((_, amount), (_, more)) in parts.iter_mut().zip(poll.cast(measure)) {
        *amount = amount.saturating_add(more);
    }
    parts[2].1 = parts[2].1.saturating_add(poll.following(measure));
}

pub(super) fn is_joint(matter: &Matter) -> bool {
    matter.accepted.as_ref().is_some_and(|accepted| accepted.decision == DecisionKind::OwnersJoint)
}

/// Which of the nine it looks like, by what the matter touches.
fn likely(matter: &Matter) -> Option<OwnersMatter> {
    let touches = |flag| matter.flags.contains(&flag);
    match () {
        () if touches(Flag::Fund) => Some(OwnersMatter::UseFund),
        () if touches(Flag::CommonParts) => Some(OwnersMatter::ChangeCommonUse),
        () => None,
    }
}
