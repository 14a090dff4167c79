//! A vote's arithmetic in JSON: exact figures as texts, areas in m² with two decimals.

use serde::Serialize;

use crate::domain::vote::{Base, Contradiction, Figure, Measure, Missing, Tally, VoteRule};

/// What a vote amounts to.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Arithmetic {
    verdict: &'static str,
    tests: Vec<Test>,
    /// Paths of the figures that are missing: `took_part.area`, `present`.
    missing: Vec<String>,
    source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    contradiction: Option<Sum>,
}

#[derive(Debug, Serialize)]
struct Test {
    name: &'static str,
    numerator: Option<String>,
    denominator: Option<String>,
    counts: &'static str,
    of: &'static str,
    comparison: &'static str,
    threshold: String,
    met: Option<bool>,
    needs: Option<String>,
    short: Option<String>,
}

/// A sum that cannot be right.
#[derive(Debug, Serialize)]
struct Sum {
    measure: &'static str,
    parts: Vec<Amount>,
    made: String,
    of: &'static str,
    stated: String,
}

#[derive(Debug, Serialize)]
struct Amount {
    figure: &'static str,
    amount: String,
}

impl Arithmetic {
    pub(in crate::cli) fn of(tally: &Tally, rule: &VoteRule) -> Self {
        Self {
            verdict: tally.verdict.code(),
            tests: tally.tests.iter().map(Test::of).collect(),
            missing: tally.missing.iter().map(|missing| path(*missing, rule)).collect(),
            // The law is named as it names itself, in every language.
            source: rule.source.zh.clone(),
            contradiction: tally.contradiction.as_ref().map(|(measure, sum)| Sum::of(*measure, sum)),
        }
    }
}

impl Test {
    fn of(test: &crate::domain::vote::Test) -> Self {
        let written = |amount: Option<i64>| amount.map(|amount| test.name.measure().written(amount));
        Self {
            name: test.name.code(),
            numerator: written(test.numerator),
            denominator: written(test.denominator),
            counts: test.counts.code(),
            of: test.of.code(),
            comparison: test.comparison.code(),
            threshold: test.threshold.to_string(),
            met: test.met,
            needs: written(test.needs),
            short: written(test.short),
        }
    }
}

impl Sum {
    fn of(measure: Measure, sum: &Contradiction) -> Self {
        let written =
            |amount: i128| i64::try_from(amount).map_or_else(|_| amount.to_string(), |amount| measure.written(amount));
        let amount = |(figure, amount): &(Figure, i128)| {
            let figure = match figure {
                Figure::Part(part) => part.code(),
                Figure::Sum(base) => base.code(),
            };
            Amount { figure, amount: written(*amount) }
        };
        Self {
            measure: measure.code(),
            parts: sum.parts.iter().map(amount).collect(),
            made: written(sum.made),
            of: sum.sum.code(),
            stated: written(sum.stated),
        }
    }
}

/// Where the figure stands in the input of `tally`.
fn path(missing: Missing, rule: &VoteRule) -> String {
    let figure = match missing.figure {
        Figure::Sum(Base::Entitled) if rule.is_owners() => "all",
        Figure::Sum(Base::Participating) => "took_part",
        Figure::Sum(Base::PresentOrRepresented) => "present",
        Figure::Sum(base) => base.code(),
        Figure::Part(part) => part.code(),
    };
    if rule.is_owners() { format!("{figure}.{}", missing.measure.code()) } else { figure.to_owned() }
}
