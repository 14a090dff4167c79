//! A vote 表决 taken in a meeting, as the facts so far make it. The base and the rule are those of the moment it opened.

mod finding;
mod totals;
mod window;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::calendar::LastDay;
use super::code::codes;
use super::entry::Instant;
use super::id::{MatterRef, MeetingRef, PersonRef, UnitRef, VoteRef};
use super::poll::{Poll, UnitBallot, majority_of};
use super::vote::{
    Area, Base, Count, Figures, Measure, Part, SilentBothWays, Tally, Verdict, VoteRule, silent_both_ways, tally,
};

pub use finding::{Finding, Options};
pub use totals::{Sums, Totals};
pub use window::{Tellers, Window};

codes! {
    /// How somebody votes.
    Choice {
        /// For 同意.
        For = "for",
        /// Against 反对.
        Against = "against",
        /// Abstain 弃权.
        Abstain = "abstain",
        /// A ballot that cannot be read 废票.
        Void = "void",
        /// With the majority 随多数, where a rule of owners allows it.
        WithMajority = "with_majority",
    }
}

/// What was put into a vote in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cast {
    /// Ballots counted together.
    Totals(Totals),
    /// One person's ballot.
    Ballot(Ballot),
    /// The ballot of an owner's unit.
    Unit(UnitBallot),
    /// Votes for each option, in their order.
    Counts(Vec<u32>),
}

/// One person's ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// The person.
    pub person: PersonRef,
    /// How they vote.
    pub choice: Choice,
}

/// Somebody who may vote: there, or represented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voter {
    /// The person.
    pub person: PersonRef,
    /// Who holds the proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_proxy: Option<PersonRef>,
}

/// All owners and all their area, as declared when an owners' vote opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Owners {
    /// Heads.
    pub heads: u32,
    /// Area in m², at most two decimals, as text.
    pub area: Area,
}

/// A vote.
#[derive(Debug, Clone, PartialEq)]
pub struct Vote {
    /// Itself.
    pub key: VoteRef,
    /// Its number.
    pub id: String,
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item.
    pub item: u32,
    /// The matter of that item.
    pub matter: Option<MatterRef>,
    /// The rule it is counted by, whole.
    pub rule: Box<VoteRule>,
    /// What is asked.
    pub question: String,
    /// What is chosen among; none: for or against.
    pub options: Option<Options>,
    /// Who may vote; empty where nobody signed in, and in an owners' vote, where nobody votes by being in a room.
    pub base: Vec<Voter>,
    /// How many members, or expected, there are; none where nobody knows.
    pub members: Option<u32>,
    /// All owners, where that was declared or the register of units told.
    pub owners: Option<Owners>,
    /// The units that vote and their ballots, where the register of units made the base.
    pub poll: Option<Poll>,
    /// The vote whose tie this one decides.
    pub run_off_of: Option<VoteRef>,
    /// When it opened.
    pub opened_at: Instant,
    /// Until when ballots are taken; none: until it is closed.
    pub window: Option<Window>,
    /// Whether nobody is to know who voted how.
    pub secret: bool,
    /// Who counts, where that was said.
    pub tellers: Option<Tellers>,
    /// What the printed ballot lets one choose; empty: for, against and abstain.
    pub offers: Vec<Choice>,
    /// Ballots of persons, each once.
    pub ballots: Vec<Ballot>,
    /// Ballots counted together.
    pub totals: Option<Totals>,
    /// Votes for each option.
    pub counts: Option<Vec<u32>>,
    /// Until when what was decided is to be posted.
    pub post_by: Option<LastDay>,
    /// Until when a court can be asked to strike it down, if nothing was posted.
    pub challenge_until: Option<LastDay>,
    /// How it ended, and when.
    pub closed: Option<(Instant, Finding)>,
    /// Whether what was counted was corrected after it had closed.
    pub corrected: bool,
    /// Whether a newer program has written about it.
    pub newer: bool,
}

impl Cast {
    /// The unit whose ballot it is.
    #[must_use]
    pub fn unit(&self) -> Option<UnitRef> {
        match self {
            Self::Unit(ballot) => Some(ballot.unit),
            Self::Totals(_) | Self::Ballot(_) | Self::Counts(_) => None,
        }
    }
}

impl Vote {
    /// Whether it is still open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Whether it has closed with this verdict.
    #[must_use]
    pub fn came_to(&self, verdict: Verdict) -> bool {
        self.closed.as_ref().is_some_and(|(_, result)| result.verdict == verdict)
    }

    /// Whether it settles what only owners can: by a rule of theirs that is in force.
    #[must_use]
    pub fn is_owners_decision(&self) -> bool {
        self.rule.is_owners() && self.rule.superseded.is_none() && self.came_to(Verdict::Passed)
    }

    /// Whether anything has been put into it.
    #[must_use]
    pub fn has_votes(&self) -> bool {
        let units = self.poll.as_ref().is_some_and(|poll| poll.ballots().next().is_some());
        units || !self.ballots.is_empty() || self.totals.is_some() || self.counts.is_some()
    }

    /// Those of the base whose ballot has not been entered, where persons vote one by one.
    pub fn not_voted(&self) -> impl Iterator<Item = PersonRef> {
        let one_by_one = self.totals.is_none() && self.counts.is_none() && !self.rule.is_owners();
        let base = self.base.iter().map(|voter| voter.person).filter(move |_| one_by_one);
        base.filter(|person| self.ballots.iter().all(|ballot| ballot.person != *person))
    }

    /// Units of the base whose ballot has not been entered.
    pub fn units_not_voted(&self) -> impl Iterator<Item = UnitRef> {
        self.poll.iter().flat_map(Poll::not_voted)
    }

    /// Puts what was counted in the place of what it corrects.
    pub(super) fn put_right(&mut self, cast: &Cast) {
        match cast {
            Cast::Totals(totals) => self.totals = Some(*totals),
            Cast::Counts(counts) => self.counts = Some(counts.clone()),
            Cast::Ballot(ballot) => {
                self.ballots.retain(|earlier| earlier.person != ballot.person);
                self.ballots.push(*ballot);
            }
            Cast::Unit(ballot) => {
                if let Some(poll) = &mut self.poll {
                    poll.put_right(ballot);
                }
            }
        }
    }

    /// The most that can be counted of a measure; none where nobody knows.
    #[must_use]
    pub fn most(&self, measure: Measure) -> Option<i64> {
        match (self.rule.is_owners(), measure) {
            (true, Measure::Heads) => self.owners.map(|owners| owners.heads.into()),
            (true, Measure::Area) => self.owners.map(|owners| owners.area.0),
            (false, Measure::Heads) if self.base.is_empty() => self.members.map(i64::from),
            (false, Measure::Heads) => i64::try_from(self.base.len()).ok(),
            (false, Measure::Area) => None,
        }
    }

    /// What was counted of a measure; none where that is not known.
    #[must_use]
    pub fn counted(&self, measure: Measure) -> Option<[(Part, i64); 4]> {
        if self.rule.is_owners() {
            // While it is open, nobody knows yet where the majority will be.
            let said = self.said(measure);
            return if self.is_open() { said } else { said.map(|parts| self.followed(parts, measure, 0, 0)) };
        }
        if let Some(totals) = &self.totals {
            return totals.of(measure);
        }
        let choices = [Choice::For, Choice::Against, Choice::Abstain, Choice::Void];
        let count = |choice| i64::try_from(self.ballots.iter().filter(|ballot| ballot.choice == choice).count());
        let heads = choices.map(|choice| count(choice).unwrap_or(i64::MAX));
        let [approve, against, abstain, void] = heads;
        let parts = [(Part::For, approve), (Part::Against, against), (Part::Abstain, abstain), (Part::Void, void)];
        (measure == Measure::Heads).then_some(parts)
    }

    /// What owners said themselves, in ballots counted together and unit by unit; none where it is not known.
    fn said(&self, measure: Measure) -> Option<[(Part, i64); 4]> {
        let none = Part::CAST.map(|part| (part, 0));
        let by_unit = self.poll.as_ref().map_or(none, |poll| poll.cast(measure));
        let Some(totals) = &self.totals else {
            return (measure == Measure::Heads || self.poll.is_some()).then_some(by_unit);
        };
        let mut parts = totals.of(measure)?;
        for ((_, amount), (_, more)) in parts.iter_mut().zip(by_unit) {
            *amount = amount.saturating_add(more);
        }
        Some(parts)
    }

    /// The parts with those who go with the majority where it is, if so many heads and so much area abstained besides.
    fn followed(&self, mut parts: [(Part, i64); 4], measure: Measure, heads: i64, area: i64) -> [(Part, i64); 4] {
        let all = |measure, abstain: i64| {
            let mut parts = self.said(measure).unwrap_or(Part::CAST.map(|part| (part, 0)));
            parts[2].1 = parts[2].1.saturating_add(abstain);
            parts
        };
        let majority = majority_of(&all(Measure::Heads, heads), &all(Measure::Area, area));
        let following = self.poll.as_ref().map_or(0, |poll| poll.following(measure));
        for (_, amount) in parts.iter_mut().filter(|(part, _)| *part == majority) {
            *amount = amount.saturating_add(following);
        }
        parts
    }

    /// The figures as they stand: while it is open, every part may still grow.
    #[must_use]
    pub fn figures(&self) -> Figures {
        let of = |measure| {
            let parts = self.counted(measure).into_iter().flatten();
            parts.fold(self.bounds(measure), |count, (part, amount)| {
                if self.is_open() { count.at_least(part, amount) } else { count.with(part, amount) }
            })
        };
        Figures { heads: of(Measure::Heads), area: of(Measure::Area) }
    }

    /// The figures if all who have not voted abstained.
    fn figures_if_rest_abstain(&self) -> Figures {
        let of = |measure| {
            let parts = self
                .counted(measure)
                .map(|parts| self.followed(parts, measure, self.left(Measure::Heads), self.left(Measure::Area)));
            let count = parts.into_iter().flatten().filter(|(part, _)| *part != Part::Abstain);
            let count = count.fold(self.bounds(measure), |count, (part, amount)| count.with(part, amount));
            // All that is left is for those who abstain to take up.
            count.with(Part::NotVoting, 0)
        };
        let (heads, area) = (of(Measure::Heads), of(Measure::Area));
        if self.rule.is_owners() {
            return Figures { heads: heads.with(Part::Away, 0), area: area.with(Part::Away, 0) };
        }
        Figures { heads, area }
    }

    /// How much of a measure has said nothing yet, where all is known.
    fn left(&self, measure: Measure) -> i64 {
        let said: i64 = self.said(measure).into_iter().flatten().map(|(_, amount)| amount).sum();
        let following = self.poll.as_ref().map_or(0, |poll| poll.following(measure));
        self.most(measure).map_or(0, |most| most.saturating_sub(said).saturating_sub(following).max(0))
    }

    /// What was fixed when it opened: who may vote.
    fn bounds(&self, measure: Measure) -> Count {
        let count = Count::default();
        if self.rule.is_owners() {
            let count = count.with(Part::NotVoting, 0);
            return match (self.owners, measure) {
                (None, _) => count,
                (Some(owners), Measure::Heads) => count.summing(Base::Entitled, owners.heads.into()),
                (Some(owners), Measure::Area) => count.summing(Base::Entitled, owners.area.0),
            };
        }
        let there = i64::try_from(self.base.len()).ok().filter(|there| *there > 0);
        let count = there.into_iter().fold(count, |count, there| count.summing(self.rule.there(), there));
        self.members.into_iter().fold(count, |count, all| count.summing(self.rule.whole(), all.into()))
    }

    /// The verdict with owners who return no ballot on either reading; an owners' vote alone has them.
    #[must_use]
    pub fn silent_both_ways(&self) -> Option<SilentBothWays> {
        silent_both_ways(&self.rule, &self.figures())
    }

    /// What it amounts to now. While it is open, *passed* and *not passed* are certain whatever is still to come.
    #[must_use]
    pub fn tally(&self) -> Tally {
        tally(&self.rule, &self.figures(), self.rule.silent)
    }

    /// The verdict that an open vote for or against is certain of, whatever is still to come.
    #[must_use]
    pub fn outlook(&self) -> Option<Verdict> {
        let certain = |verdict| matches!(verdict, Verdict::Passed | Verdict::NotPassed);
        (self.is_open() && self.options.is_none()).then(|| self.tally().verdict).filter(|verdict| certain(*verdict))
    }

    /// The verdict if all who have not voted abstained.
    #[must_use]
    pub fn if_rest_abstain(&self) -> Option<Verdict> {
        let figures = self.figures_if_rest_abstain();
        (self.is_open() && self.options.is_none()).then(|| tally(&self.rule, &figures, self.rule.silent).verdict)
    }
}
