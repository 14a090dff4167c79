//! An owners' vote unit by unit: the base as it stood when the vote opened, the ballots, and what they come to in heads
//! and area. Knows no threshold.
//!
//! One unit is one head; units under one owner key are one head; whatever is still the developer's is one head (Supreme
//! People's Court, interpretation on building ownership, art. 8 and 9). A head is counted once its first unit has voted,
//! and all its units say the same; area is counted unit by unit, as the ballots come in.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::ballot::{Choice, Owners};
use super::code::codes;
use super::id::UnitRef;
use super::vote::{Area, Measure, Part};

codes! {
    /// How a ballot came in.
    BallotForm {
        /// On paper 纸质.
        Paper = "paper",
        /// Electronically 电子.
        Electronic = "electronic",
    }
}

/// A unit of the base, as it stood when the vote opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The unit.
    pub unit: UnitRef,
    /// Its area.
    pub area: Area,
    /// What stood for whoever owned it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Whether it was still the developer's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub developer: bool,
}

/// The ballot of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitBallot {
    /// The unit.
    pub unit: UnitRef,
    /// What it says.
    pub choice: Choice,
    /// The number printed on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// How it came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<BallotForm>,
    /// Who voted for the owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<String>,
}

/// Whom a unit's vote is counted for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Head {
    Developer,
    Owner(String),
    Unit(UnitRef),
}

/// Amounts by what the ballots say.
type ByChoice = BTreeMap<Choice, i64>;

/// The base of a vote and the ballots of its units.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Poll {
    shares: BTreeMap<UnitRef, (Area, Head)>,
    heads: BTreeSet<Head>,
    ballots: BTreeMap<UnitRef, UnitBallot>,
    /// The unit that each head voted with first.
    first: BTreeMap<Head, UnitRef>,
    numbers: BTreeMap<String, UnitRef>,
    proxies: BTreeMap<String, BTreeSet<Head>>,
    heads_cast: ByChoice,
    area_cast: ByChoice,
}

impl Share {
    fn head(&self) -> Head {
        match (&self.owner, self.developer) {
            (_, true) => Head::Developer,
            (Some(owner), false) => Head::Owner(owner.clone()),
            (None, false) => Head::Unit(self.unit),
        }
    }
}

impl Poll {
    /// The poll of these units; none where there are none.
    #[must_use]
    pub fn of(shares: &[Share]) -> Option<Self> {
        let heads = shares.iter().map(Share::head).collect();
        let shares = shares.iter().map(|share| (share.unit, (share.area, share.head()))).collect();
        Some(Self { shares, heads, ..Self::default() }).filter(|poll| !poll.shares.is_empty())
    }

    /// All heads and all area.
    #[must_use]
    pub fn owners(&self) -> Owners {
        let area = self.shares.values().fold(0_i64, |sum, (area, _)| sum.saturating_add(area.0));
        Owners { heads: u32::try_from(self.heads.len()).unwrap_or(u32::MAX), area: Area(area) }
    }

    /// The area of a unit of the base.
    #[must_use]
    pub fn area(&self, unit: UnitRef) -> Option<Area> {
        self.shares.get(&unit).map(|(area, _)| *area)
    }

    /// The units of the base.
    pub fn units(&self) -> impl Iterator<Item = UnitRef> {
        self.shares.keys().copied()
    }

    /// The ballots, by unit.
    pub fn ballots(&self) -> impl Iterator<Item = &UnitBallot> {
        self.ballots.values()
    }

    /// Units of the base whose ballot has not been entered.
    pub fn not_voted(&self) -> impl Iterator<Item = UnitRef> {
        self.units().filter(|unit| !self.ballots.contains_key(unit))
    }

    /// The ballot of a unit.
    #[must_use]
    pub fn ballot(&self, unit: UnitRef) -> Option<&UnitBallot> {
        self.ballots.get(&unit)
    }

    /// The ballot with this number.
    #[must_use]
    pub fn numbered(&self, number: &str) -> Option<&UnitBallot> {
        self.numbers.get(number).and_then(|unit| self.ballots.get(unit))
    }

    /// The first ballot of whoever owns a unit.
    #[must_use]
    pub fn of_same_owner(&self, unit: UnitRef) -> Option<&UnitBallot> {
        let (_, head) = self.shares.get(&unit)?;
        self.first.get(head).and_then(|first| self.ballots.get(first))
    }

    /// How many owners a proxy speaks for, whoever owns this unit left out.
    #[must_use]
    pub fn others_spoken_for(&self, proxy: &str, unit: UnitRef) -> usize {
        let own = self.shares.get(&unit).map(|(_, head)| head);
        self.proxies.get(proxy).map_or(0, |heads| heads.iter().filter(|head| Some(*head) != own).count())
    }

    /// Counts a ballot, unless its unit is not in the base, has voted, or its owner has said otherwise.
    pub(super) fn count(&mut self, ballot: &UnitBallot) -> Option<()> {
        let (area, head) = self.shares.get(&ballot.unit)?.clone();
        let same = self.of_same_owner(ballot.unit).is_none_or(|first| first.choice == ballot.choice);
        if !same || self.ballots.contains_key(&ballot.unit) {
            return None;
        }
        if !self.first.contains_key(&head) {
            *self.heads_cast.entry(ballot.choice).or_default() += 1;
            self.first.insert(head.clone(), ballot.unit);
        }
        *self.area_cast.entry(ballot.choice).or_default() += area.0;
        if let Some(number) = &ballot.number {
            self.numbers.entry(number.clone()).or_insert(ballot.unit);
        }
        if let Some(proxy) = &ballot.proxy {
            self.proxies.entry(proxy.clone()).or_default().insert(head);
        }
        self.ballots.insert(ballot.unit, ballot.clone());
        Some(())
    }

    /// Puts a choice in the place of the one that was entered. An owner says one thing: their other units say the same.
    pub(super) fn put_right(&mut self, ballot: &UnitBallot) {
        let own = self.forget(ballot.unit);
        let had = own.iter().any(|earlier| earlier.unit == ballot.unit);
        let new = (!had).then(|| ballot.clone());
        for right in own.into_iter().map(|earlier| UnitBallot { choice: ballot.choice, ..earlier }).chain(new) {
            self.count(&right);
        }
    }

    /// Takes out all that whoever owns a unit has said.
    pub(super) fn forget(&mut self, unit: UnitRef) -> Vec<UnitBallot> {
        let head = self.shares.get(&unit).map(|(_, head)| head.clone());
        let (shares, heads) = (std::mem::take(&mut self.shares), std::mem::take(&mut self.heads));
        let all = std::mem::take(&mut self.ballots);
        *self = Self { shares, heads, ..Self::default() };
        let is_own = |ballot: &UnitBallot| self.shares.get(&ballot.unit).map(|(_, head)| head) == head.as_ref();
        let (own, others): (Vec<_>, Vec<_>) = all.into_values().partition(is_own);
        for ballot in &others {
            self.count(ballot);
        }
        own
    }

    /// What the ballots come to, part by part; those that go with the majority stand apart.
    #[must_use]
    pub fn cast(&self, measure: Measure) -> [(Part, i64); 4] {
        let by_choice = self.by_choice(measure);
        let of = |choice| by_choice.get(&choice).copied().unwrap_or(0);
        [
            (Part::For, of(Choice::For)),
            (Part::Against, of(Choice::Against)),
            (Part::Abstain, of(Choice::Abstain)),
            (Part::Void, of(Choice::Void)),
        ]
    }

    /// What goes with the majority.
    #[must_use]
    pub fn following(&self, measure: Measure) -> i64 {
        self.by_choice(measure).get(&Choice::WithMajority).copied().unwrap_or(0)
    }

    fn by_choice(&self, measure: Measure) -> &ByChoice {
        match measure {
            Measure::Heads => &self.heads_cast,
            Measure::Area => &self.area_cast,
        }
    }
}

/// Where the majority is, which those who chose it go with: more than half of the heads and of the area of those who said
/// something themselves; where there is none, they abstain.
#[must_use]
pub fn majority_of(heads: &[(Part, i64)], area: &[(Part, i64)]) -> Part {
    let more_than_half = |parts: &[(Part, i64)], part| {
        let all: i64 = parts.iter().map(|(_, amount)| *amount).sum();
        parts.iter().any(|(other, amount)| *other == part && i128::from(*amount) * 2 > i128::from(all))
    };
    let is_majority = |part: &Part| more_than_half(heads, *part) && more_than_half(area, *part);
    [Part::For, Part::Against].into_iter().find(is_majority).unwrap_or(Part::Abstain)
}
