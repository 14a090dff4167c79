//! What a vote amounts to under a rule. While figures are missing it says what holds whatever they turn out to be.

use super::amount::Measure;
use super::count::{Contradiction, Count, Figure, Part, Side, Sides, sides};
use super::rule::{Base, Comparison, Fraction, TestName, TestRule, VoteRule};
use crate::domain::code::codes;

codes! {
    /// What a vote amounts to.
    Verdict {
        /// Every test is met.
        Passed = "passed",
        /// A test is not met.
        NotPassed = "not_passed",
        /// It hangs on figures that are missing.
        CannotBeConfirmed = "cannot_be_confirmed",
        /// The figures contradict each other.
        Contradictory = "contradictory",
    }

    /// What becomes of owners who return no ballot.
    Silent {
        /// They approve of nothing and take part in nothing.
        NotCounted = "not_counted",
        /// They go with the majority of those who took part; taking part they are not.
        WithMajority = "with_majority",
    }
}

/// The figures of a vote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Heads.
    pub heads: Count,
    /// Area, in 0.01 m²; owners' votes have it.
    pub area: Count,
}

/// A figure that a test needs and that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// What it measures.
    pub measure: Measure,
    /// Who is counted.
    pub figure: Figure,
}

/// One test, with the arithmetic that decides it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// Its name.
    pub name: TestName,
    /// Who is counted above the line.
    pub counts: Base,
    /// Who is counted below it.
    pub of: Base,
    /// How many above; none if that is not known.
    pub numerator: Option<i64>,
    /// How many below.
    pub denominator: Option<i64>,
    /// Whether the threshold itself is enough.
    pub comparison: Comparison,
    /// The threshold.
    pub threshold: Fraction,
    /// Whether it is met; none while that hangs on what is missing.
    pub met: Option<bool>,
    /// The least numerator that meets it.
    pub needs: Option<i64>,
    /// How much the numerator falls short of that.
    pub short: Option<i64>,
}

/// What a vote amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The verdict.
    pub verdict: Verdict,
    /// The tests, as the rule lists them; none where figures contradict each other.
    pub tests: Vec<Test>,
    /// The figures that tests need and that are not known.
    pub missing: Vec<Missing>,
    /// The sum that cannot be right.
    pub contradiction: Option<(Measure, Contradiction)>,
}

/// The verdict with silent owners on either reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SilentBothWays {
    /// They count for nothing.
    pub not_counted: Verdict,
    /// They go with the majority.
    pub with_majority: Verdict,
}

/// Where the majority of those who took part stands, on heads and area alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Majority {
    For,
    Against,
    None,
    Unknown,
}

impl Default for Silent {
    /// The strict reading.
    fn default() -> Self {
        Self::NotCounted
    }
}

impl Silent {
    /// Whether they count for nothing.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    pub(super) fn is_not_counted(&self) -> bool {
        *self == Self::NotCounted
    }
}

impl Figures {
    /// What is known of a measure.
    #[must_use]
    pub fn of(&self, measure: Measure) -> &Count {
        match measure {
            Measure::Heads => &self.heads,
            Measure::Area => &self.area,
        }
    }
}

/// Counts a vote: contradiction first; then whether a test fails whatever is missing; then whether all are met.
#[must_use]
pub fn tally(rule: &VoteRule, figures: &Figures, silent: Silent) -> Tally {
    let measures = if rule.is_owners() { Measure::ALL } else { &[Measure::Heads] };
    let contradiction = measures.iter().find_map(|measure| Some((*measure, figures.of(*measure).contradiction()?)));
    if contradiction.is_some() {
        return Tally { verdict: Verdict::Contradictory, tests: Vec::new(), missing: Vec::new(), contradiction };
    }
    let majority = match silent {
        Silent::NotCounted => Majority::None,
        Silent::WithMajority => majority(figures),
    };
    let tests: Vec<Test> = rule.tests.iter().map(|test| weigh(*test, figures, majority)).collect();
    let fails = tests.iter().any(|test| test.met == Some(false))
        || measures.iter().any(|measure| !can_pass_together(rule, *measure, figures, majority));
    let verdict = match () {
        () if fails => Verdict::NotPassed,
        () if tests.iter().all(|test| test.met == Some(true)) => Verdict::Passed,
        () => Verdict::CannotBeConfirmed,
    };
    Tally { verdict, tests, missing: missing(rule, figures), contradiction: None }
}

/// The verdict with silent owners counted for nothing, and with the majority. Only an owners' vote has silent owners; where
/// those who do not object are counted, silence has one reading only, that of the rule.
#[must_use]
pub fn silent_both_ways(rule: &VoteRule, figures: &Figures) -> Option<SilentBothWays> {
    let verdict = |silent| tally(rule, figures, silent).verdict;
    let both =
        || SilentBothWays { not_counted: verdict(Silent::NotCounted), with_majority: verdict(Silent::WithMajority) };
    (rule.is_owners() && !rule.is_consent()).then(both)
}

impl SilentBothWays {
    /// Whether the outcome hangs on it.
    #[must_use]
    pub fn hangs_on_it(self) -> bool {
        self.not_counted != self.with_majority
    }
}

fn weigh(test: TestRule, figures: &Figures, majority: Majority) -> Test {
    let count = figures.of(test.name.measure());
    let sides = with_silent(test, majority);
    let is_met = |case: Option<(i128, i128)>| case.is_some_and(|(part, whole)| test.is_met(part, whole));
    let (best, worst) = (count.best(sides), count.worst(sides));
    let met = match (is_met(worst), is_met(best)) {
        (true, _) => Some(true),
        (_, false) => Some(false),
        (false, true) => None,
    };
    let numerator = best.zip(worst).map(|(best, worst)| (best.0, worst.0)).filter(|(most, least)| most == least);
    let numerator = numerator.map(|(part, _)| part);
    let denominator = count.known(if sides[Part::Away as usize] == Side::Outside { test.of } else { Base::Entitled });
    let needs = denominator.and_then(|whole| test.threshold.least_of(whole, test.comparison));
    let short = needs.zip(numerator).map(|(needs, part)| (needs - part).max(0));
    let amount = |amount: Option<i128>| amount.and_then(|amount| i64::try_from(amount).ok());
    Test {
        name: test.name,
        counts: test.counts,
        of: test.of,
        numerator: amount(numerator),
        denominator: amount(denominator),
        comparison: test.comparison,
        threshold: test.threshold,
        // Where silent owners would go is not known, so what they would bring about is not either.
        met: met.filter(|_| majority != Majority::Unknown || test.name.is_participation()),
        needs: amount(needs),
        short: amount(short),
    }
}

/// The sides of a test, with silent owners where the majority is. Silence never makes anybody take part.
fn with_silent(test: TestRule, majority: Majority) -> Sides {
    let mut sides = sides(test.counts, test.of);
    if !test.name.is_participation() && !test.name.is_consent() {
        match majority {
            Majority::For => sides[Part::Away as usize] = Side::Counted,
            Majority::Against => sides[Part::Away as usize] = Side::Rest,
            Majority::None | Majority::Unknown => {}
        }
    }
    sides
}

/// The majority of those who took part: more than half of their heads and of their area.
fn majority(figures: &Figures) -> Majority {
    let holds = |part: Part| {
        let more_than_half = |measure: &Measure| {
            let sides: Sides = std::array::from_fn(|at| match at {
                at if at == part as usize => Side::Counted,
                at if at < Base::Participating.parts() => Side::Rest,
                _ => Side::Outside,
            });
            let is_more = |(part, whole): (i128, i128)| part * 2 > whole;
            let count = figures.of(*measure);
            (count.worst(sides).is_some_and(is_more), count.best(sides).is_some_and(is_more))
        };
        let each = Measure::ALL.iter().map(more_than_half);
        each.fold((true, true), |all, one| (all.0 && one.0, all.1 && one.1))
    };
    match (holds(Part::For), holds(Part::Against)) {
        ((true, _), _) => Majority::For,
        (_, (true, _)) => Majority::Against,
        ((_, false), (_, false)) => Majority::None,
        _ => Majority::Unknown,
    }
}

/// Whether one completion can meet all the tests of a measure. Those who take part are counted below the line by one test
/// and above it by another: where their number is missing, both may be within reach and yet not together. What approval
/// asks for grows with them where those for are known, and falls where they are not, so the two ends are enough to try.
fn can_pass_together(rule: &VoteRule, measure: Measure, figures: &Figures, majority: Majority) -> bool {
    let tests = || rule.tests.iter().filter(|test| test.name.measure() == measure);
    let count = figures.of(measure);
    let Some(participation) = tests().find(|test| test.name.is_participation()) else { return true };
    let Some((least, most)) = count.range(participation.counts) else { return true };
    if most == Some(least) {
        return true;
    }
    let asked =
        count.sum(participation.of).and_then(|all| participation.threshold.least_of(all, participation.comparison));
    let fewest = least.max(asked.unwrap_or(1));
    let met = |those: i128| {
        let count = count.clone().summing_to(participation.counts, those);
        let is_met = |test: &TestRule, (part, whole)| test.is_met(part, whole);
        tests().all(|test| count.best(with_silent(*test, majority)).is_some_and(|case| is_met(test, case)))
    };
    majority == Majority::Unknown || met(fewest) || most.is_none_or(met)
}

/// The figures that tests need and that are not known, each once.
fn missing(rule: &VoteRule, figures: &Figures) -> Vec<Missing> {
    let mut missing: Vec<Missing> = Vec::new();
    for test in &rule.tests {
        let measure = test.name.measure();
        for base in [test.counts, test.of] {
            let stated = match base {
                Base::For => vec![Figure::Part(Part::For)],
                Base::ForOrAgainst => vec![Figure::Part(Part::For), Figure::Part(Part::Against)],
                Base::NotObjecting => vec![Figure::Part(Part::Against)],
                base => vec![Figure::Sum(base)],
            };
            for figure in stated {
                let it = Missing { measure, figure };
                if !figures.of(measure).knows(figure) && !missing.contains(&it) {
                    missing.push(it);
                }
            }
        }
    }
    missing
}
