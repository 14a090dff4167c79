//! The rule a vote is counted by, as data: who is counted against whom, and which share is enough.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::amount::Measure;
use super::tally::Silent;
use crate::domain::code::{DecisionKind, codes};
use crate::domain::rule_set::Words;

codes! {
    /// The nine matters that owners decide jointly (Civil Code art. 278), by what they are and never by number: local
    /// regulations number them differently.
    OwnersMatter {
        /// Rules of the owners' assembly 业主大会议事规则.
        AssemblyRules = "assembly_rules",
        /// Management covenant 管理规约.
        Covenant = "covenant",
        /// Electing or replacing members of the owners' committee 选举业主委员会.
        ElectCommittee = "elect_committee",
        /// Hiring or dismissing the property company 选聘解聘物业服务企业.
        HirePropertyCompany = "hire_property_company",
        /// Using the maintenance fund 使用维修资金.
        UseFund = "use_fund",
        /// Raising the maintenance fund 筹集维修资金.
        RaiseFund = "raise_fund",
        /// Rebuilding or altering the building and its facilities 改建、重建.
        RebuildOrAlter = "rebuild_or_alter",
        /// Changing the use of common parts, or running a business on them 改变共有部分用途.
        ChangeCommonUse = "change_common_use",
        /// Other major matters 其他重大事项.
        OtherMajor = "other_major",
    }

    /// Who is counted. Each base holds those before it whole.
    Base {
        /// Those for 同意.
        For = "for",
        /// Those for or against, abstentions left out 同意与反对.
        ForOrAgainst = "for_or_against",
        /// Valid ballots 有效票.
        Valid = "valid",
        /// Ballots cast, void ones too 收回的票.
        Cast = "cast",
        /// Owners who take part 参与表决.
        Participating = "participating",
        /// People present 到会.
        Present = "present",
        /// People present or represented by proxy 到会或委托.
        PresentOrRepresented = "present_or_represented",
        /// All members 全体成员.
        Members = "members",
        /// All who are expected 应到.
        Expected = "expected",
        /// All who are entitled, by their units 全体业主.
        Entitled = "entitled",
        /// All who are entitled but those against 没有异议的业主; where silence consents, and counted above the line only.
        NotObjecting = "not_objecting",
    }

    /// The tests that rules are made of.
    TestName {
        /// Heads that take part.
        ParticipationHeads = "participation_heads",
        /// Area that takes part.
        ParticipationArea = "participation_area",
        /// Heads that approve.
        ApprovalHeads = "approval_heads",
        /// Area that approves.
        ApprovalArea = "approval_area",
        /// Heads that do not object 异议表决.
        ConsentHeads = "consent_heads",
        /// Area that does not object.
        ConsentArea = "consent_area",
        /// People who attend.
        Attendance = "attendance",
        /// People who approve.
        Approval = "approval",
    }

    /// Whether the threshold itself is enough (Civil Code art. 1259).
    Comparison {
        /// 超过, 过半数: the threshold itself is not enough.
        More = ">",
        /// 以上: the threshold is enough.
        AtLeast = ">=",
    }
}

/// A rule that votes are counted by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VoteRule {
    /// Its code name, `owners/use_fund`.
    pub name: String,
    /// Its name for people.
    pub title: Words,
    /// What kind of decision it makes.
    pub kind: DecisionKind,
    /// Which of the nine matters it decides; owners' rules have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<OwnersMatter>,
    /// The law, regulation or resolution it comes from.
    pub source: Words,
    /// Where it holds.
    pub place: Words,
    /// Since when; left out where it must be looked up before use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub since: Option<NaiveDate>,
    /// From when on something else holds instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub superseded: Option<NaiveDate>,
    /// What whoever uses it should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Words>,
    /// Whether a ballot may say “with the majority” 随多数.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub with_majority: bool,
    /// How many owners one proxy may vote for; as many as there are if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_cap: Option<u32>,
    /// What becomes of owners who return no ballot; they count for nothing if not said.
    #[serde(default, skip_serializing_if = "Silent::is_not_counted")]
    pub silent: Silent,
    /// What the owners themselves adopted that lets silence count; a rule by which it counts is used with it only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Adopted>,
    /// How often the end of a vote may be put off; as often as there is a reason if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extensions: Option<u32>,
    /// The tests; all must be met.
    pub tests: Vec<TestRule>,
}

/// What the owners' assembly adopted, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Adopted {
    /// Its rules of procedure, covenant or resolution, by name.
    pub title: Words,
    /// The day it was adopted.
    #[schemars(with = "String")]
    pub on: NaiveDate,
}

/// One test: `counts` / `of`, compared with a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TestRule {
    /// Its name, which says what it measures.
    pub name: TestName,
    /// Who is counted above the line.
    pub counts: Base,
    /// Who is counted below the line; holds all of `counts`.
    pub of: Base,
    /// Whether the threshold itself is enough.
    pub comparison: Comparison,
    /// The threshold.
    pub threshold: Fraction,
}

/// An exact fraction, above 0 and at most 1, written `"2/3"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Fraction {
    over: u16,
    under: u16,
}

/// What is wrong with a rule that can be read but not counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongRule {
    /// It has no name, or no test.
    Empty,
    /// A test counts people of whom its denominator does not hold all, or the same people.
    NotAPart(TestName),
    /// A test stands there twice.
    Twice(TestName),
    /// A test does not belong to its kind of decision: owners' votes are on heads and area, all others on heads.
    NotOfItsKind(TestName),
    /// An owners' rule without its matter, or another rule with one.
    Matter,
    /// Silence counts, and what the owners adopted about it is not named.
    NotAdopted,
}

impl Base {
    /// How many of the disjoint parts it holds, innermost first.
    #[must_use]
    pub(super) fn parts(self) -> usize {
        match self {
            Self::For => 1,
            Self::ForOrAgainst => 2,
            Self::Valid => 3,
            Self::Cast | Self::Participating => 4,
            Self::Present | Self::PresentOrRepresented | Self::NotObjecting => 5,
            Self::Members | Self::Expected | Self::Entitled => 6,
        }
    }
}

impl TestName {
    /// What it measures.
    #[must_use]
    pub fn measure(self) -> Measure {
        match self {
            Self::ParticipationArea | Self::ApprovalArea | Self::ConsentArea => Measure::Area,
            Self::ParticipationHeads | Self::ApprovalHeads | Self::ConsentHeads | Self::Attendance | Self::Approval => {
                Measure::Heads
            }
        }
    }

    /// Whether it asks who takes part, rather than who approves.
    #[must_use]
    pub fn is_participation(self) -> bool {
        matches!(self, Self::ParticipationHeads | Self::ParticipationArea | Self::Attendance)
    }

    /// Whether it asks who does not object, so that silence consents.
    #[must_use]
    pub fn is_consent(self) -> bool {
        matches!(self, Self::ConsentHeads | Self::ConsentArea)
    }

    fn is_owners(self) -> bool {
        !matches!(self, Self::Attendance | Self::Approval)
    }
}

impl Fraction {
    /// A fraction above 0 and at most 1.
    #[must_use]
    pub fn new(over: u16, under: u16) -> Option<Self> {
        (over > 0 && over <= under).then_some(Self { over, under })
    }

    /// Whether `other` is not stricter, each with its comparison.
    pub(super) fn is_as_strict(self, how: Comparison, other: Self, other_how: Comparison) -> bool {
        let here = u32::from(self.over) * u32::from(other.under);
        let there = u32::from(other.over) * u32::from(self.under);
        here > there || here == there && (how == Comparison::More || other_how == Comparison::AtLeast)
    }

    /// The least part of `whole` that meets the threshold; none of nothing.
    pub(super) fn least_of(self, whole: i128, how: Comparison) -> Option<i128> {
        let (over, under) = (i128::from(self.over), i128::from(self.under));
        (whole > 0).then(|| match how {
            Comparison::More => whole * over / under + 1,
            Comparison::AtLeast => (whole * over + under - 1) / under,
        })
    }
}

impl FromStr for Fraction {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text.split_once('/').and_then(|(over, under)| Some((over.parse().ok()?, under.parse().ok()?)));
        parts
            .and_then(|(over, under)| Self::new(over, under))
            .ok_or("not a fraction above 0 and at most 1, such as 2/3")
    }
}

impl TryFrom<String> for Fraction {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.over, self.under)
    }
}

impl From<Fraction> for String {
    fn from(fraction: Fraction) -> Self {
        fraction.to_string()
    }
}

impl TestRule {
    /// Whether so much of so much meets the threshold, by cross-multiplication; nothing of nothing meets none.
    pub(super) fn is_met(self, part: i128, whole: i128) -> bool {
        self.threshold.least_of(whole, self.comparison).is_some_and(|least| part >= least)
    }
}

impl VoteRule {
    /// Whether owners decide by it, on heads and area.
    #[must_use]
    pub fn is_owners(&self) -> bool {
        self.kind == DecisionKind::OwnersJoint
    }

    /// The base that a measure's denominators reach to: whom the rule calls all.
    #[must_use]
    pub fn whole(&self) -> Base {
        let named = self.tests.iter().map(|test| test.of).find(|base| base.parts() == Base::Members.parts());
        named.unwrap_or(if self.is_owners() { Base::Entitled } else { Base::Members })
    }

    /// The base of those who are there: without proxies only where the rule says so.
    #[must_use]
    pub fn there(&self) -> Base {
        let bases = self.tests.iter().flat_map(|test| [test.counts, test.of]);
        let named = bases.into_iter().find(|base| matches!(base, Base::Present | Base::PresentOrRepresented));
        named.unwrap_or(if self.is_owners() { Base::Participating } else { Base::PresentOrRepresented })
    }

    /// Whether so many of so many are enough for its quorum; a rule without one asks for nobody.
    #[must_use]
    pub fn can_meet_in(&self, there: u32, members: u32) -> bool {
        let quorum = self.tests.iter().filter(|test| test.name == TestName::Attendance);
        quorum.copied().all(|test| test.is_met(there.into(), members.into()))
    }

    /// Whether it passes what owners do not object to 异议表决.
    #[must_use]
    pub fn is_consent(&self) -> bool {
        self.tests.iter().any(|test| test.name.is_consent())
    }

    /// Whether owners who return no ballot count for something under it.
    #[must_use]
    pub fn lets_silence_count(&self) -> bool {
        self.silent == Silent::WithMajority || self.is_consent()
    }

    /// Whether votes may be taken by it: silence counts only by what the owners adopted.
    ///
    /// # Errors
    /// What is missing.
    pub fn may_be_used(&self) -> Result<(), WrongRule> {
        if self.lets_silence_count() && self.adopted.is_none() { Err(WrongRule::NotAdopted) } else { Ok(()) }
    }

    /// Whether it can be counted by.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self) -> Result<(), WrongRule> {
        if self.name.trim().is_empty() || self.tests.is_empty() {
            return Err(WrongRule::Empty);
        }
        if self.matter.is_some() != self.is_owners() || self.silent == Silent::WithMajority && !self.is_owners() {
            return Err(WrongRule::Matter);
        }
        for (at, test) in self.tests.iter().enumerate() {
            if test.counts.parts() >= test.of.parts() || test.of == Base::NotObjecting {
                return Err(WrongRule::NotAPart(test.name));
            }
            let consents = (test.counts, test.of) == (Base::NotObjecting, Base::Entitled);
            if test.name.is_owners() != self.is_owners() || test.name.is_consent() != consents {
                return Err(WrongRule::NotOfItsKind(test.name));
            }
            if self.tests[..at].iter().any(|earlier| earlier.name == test.name) {
                return Err(WrongRule::Twice(test.name));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(text: &str) -> Fraction {
        text.parse().unwrap()
    }

    #[test]
    fn the_least_part_includes_the_threshold_or_not_as_the_law_says() {
        // 2/3 of 51 is 34; half of 40 is 20, and more than half begins at 21.
        assert_eq!(fraction("2/3").least_of(51, Comparison::AtLeast), Some(34));
        assert_eq!(fraction("2/3").least_of(50, Comparison::AtLeast), Some(34));
        assert_eq!(fraction("2/3").least_of(51, Comparison::More), Some(35));
        assert_eq!(fraction("1/2").least_of(40, Comparison::More), Some(21));
        assert_eq!(fraction("1/2").least_of(41, Comparison::More), Some(21));
        assert_eq!(fraction("1/2").least_of(0, Comparison::AtLeast), None);
    }

    #[test]
    fn a_fraction_is_above_nothing_and_at_most_the_whole() {
        for text in ["", "2", "0/3", "4/3", "1/0", "-1/2", "1.5/2", "2/3/4"] {
            assert!(text.parse::<Fraction>().is_err(), "{text}");
        }
        assert_eq!(fraction("3/4").to_string(), "3/4");
    }

    #[test]
    fn strictness_is_compared_exactly() {
        let (half, share) = (fraction("1/2"), fraction("2/4"));
        assert!(half.is_as_strict(Comparison::More, share, Comparison::AtLeast));
        assert!(half.is_as_strict(Comparison::More, share, Comparison::More));
        assert!(!half.is_as_strict(Comparison::AtLeast, share, Comparison::More));
        assert!(fraction("3/4").is_as_strict(Comparison::AtLeast, fraction("2/3"), Comparison::More));
        assert!(!fraction("66/100").is_as_strict(Comparison::AtLeast, fraction("2/3"), Comparison::AtLeast));
    }
}
