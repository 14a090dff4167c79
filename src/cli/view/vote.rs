//! A vote and its arithmetic in JSON: exact figures as texts, areas in m² with two decimals.

use serde::Serialize;

use super::Sight;
use super::chain::Period;
use crate::domain::ballot;
use crate::domain::entry::Instant;
use crate::domain::poll::{self, BallotForm, Poll};
use crate::domain::register::Thing;
use crate::domain::time::Due;
use crate::domain::vote::{Adopted, Base, Contradiction, Figure, Measure, Missing, Tally, Verdict, VoteRule};

/// A vote in a meeting.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Vote<'a> {
    id: String,
    meeting: String,
    item: u32,
    matter: Option<String>,
    question: &'a str,
    rule: &'a str,
    open: bool,
    verdict: Option<&'static str>,
    /// While it is open: the verdict that is certain whatever is still to come.
    certain: Option<&'static str>,
    /// While it is open: the verdict if all the others abstained.
    if_rest_abstain: Option<&'static str>,
    base: Vec<Voter>,
    members: Option<u32>,
    all: Option<ballot::Owners>,
    ballots: Vec<Ballot>,
    not_voted: Vec<String>,
    /// The ballots of units, and the units that have not voted.
    unit_ballots: Vec<UnitBallot<'a>>,
    units_not_voted: Vec<String>,
    /// The verdict with owners who return no ballot on either reading.
    silent: Option<SilentBothWays>,
    /// Until when ballots are taken, and how often that was put off.
    until: Option<Due>,
    extended: u32,
    secret: bool,
    teller: Option<String>,
    scrutineer: Option<String>,
    /// What the printed ballot lets one choose; empty: for, against and abstain.
    offers: &'a [ballot::Choice],
    /// The vote whose tie it decides.
    run_off_of: Option<String>,
    totals: Option<ballot::Totals>,
    options: Vec<OptionVotes<'a>>,
    chosen: Vec<String>,
    tied: Vec<String>,
    corrected: bool,
    opened_at: Instant,
    closed_at: Option<Instant>,
    /// The clocks that run for it.
    periods: Vec<Period>,
    arithmetic: Option<Arithmetic>,
}

#[derive(Debug, Serialize)]
struct Voter {
    person: String,
    by_proxy: Option<String>,
}

#[derive(Debug, Serialize)]
struct Ballot {
    person: String,
    choice: ballot::Choice,
}

#[derive(Debug, Serialize)]
struct UnitBallot<'a> {
    unit: String,
    choice: ballot::Choice,
    ballot: Option<&'a str>,
    by: Option<BallotForm>,
    proxy: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct SilentBothWays {
    /// Which reading the verdict takes, and what the owners adopted that says so.
    taken: &'static str,
    adopted: Option<Adopted>,
    not_counted: &'static str,
    with_majority: &'static str,
    hangs_on_it: bool,
}

#[derive(Debug, Serialize)]
struct OptionVotes<'a> {
    name: &'a str,
    votes: u32,
}

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

impl<'a> Vote<'a> {
    pub(in crate::cli) fn new(sight: Sight<'_>, vote: &'a ballot::Vote) -> Self {
        let finding = vote.closed.as_ref().map(|(_, finding)| finding);
        let names = vote.options.iter().flat_map(|options| &options.names).enumerate();
        Self {
            id: sight.id(vote.key),
            meeting: sight.id(vote.meeting),
            item: vote.item,
            matter: vote.matter.map(|matter| sight.id(matter)),
            question: &vote.question,
            rule: &vote.rule.name,
            open: vote.is_open(),
            verdict: finding.map(|finding| finding.verdict.code()),
            certain: vote.outlook().map(Verdict::code),
            if_rest_abstain: vote.if_rest_abstain().map(Verdict::code),
            base: vote.base.iter().map(|voter| Voter::new(sight, *voter)).collect(),
            members: vote.members,
            all: vote.owners,
            ballots: vote.ballots.iter().map(|b| Ballot { person: sight.id(b.person), choice: b.choice }).collect(),
            not_voted: vote.not_voted().map(|person| sight.id(person)).collect(),
            unit_ballots: vote.poll.iter().flat_map(Poll::ballots).map(|b| UnitBallot::new(sight, b)).collect(),
            units_not_voted: vote.units_not_voted().map(|unit| sight.id(unit)).collect(),
            silent: vote.silent_both_ways().map(|both| SilentBothWays {
                taken: vote.rule.silent.code(),
                adopted: vote.rule.adopted.clone(),
                not_counted: both.not_counted.code(),
                with_majority: both.with_majority.code(),
                hangs_on_it: both.hangs_on_it(),
            }),
            until: vote.window.map(|window| window.until),
            extended: vote.window.map_or(0, |window| window.extended),
            secret: vote.secret,
            teller: vote.tellers.map(|tellers| sight.id(tellers.teller)),
            scrutineer: vote.tellers.map(|tellers| sight.id(tellers.scrutineer)),
            offers: &vote.offers,
            run_off_of: vote.run_off_of.map(|vote| sight.id(vote)),
            totals: vote.totals,
            options: names.map(|(at, name)| OptionVotes { name, votes: vote.votes_for(at) }).collect(),
            chosen: finding.map_or_else(Vec::new, |finding| vote.named(&finding.chosen)),
            tied: finding.map_or_else(Vec::new, |finding| vote.named(&finding.tied)),
            corrected: vote.corrected,
            opened_at: vote.opened_at,
            closed_at: vote.closed.as_ref().map(|(at, _)| *at),
            periods: Period::all(sight, Thing::Vote(vote)),
            arithmetic: vote.options.is_none().then(|| Arithmetic::of(&vote.tally(), &vote.rule)),
        }
    }
}

impl<'a> UnitBallot<'a> {
    fn new(sight: Sight<'_>, ballot: &'a poll::UnitBallot) -> Self {
        Self {
            unit: sight.id(ballot.unit),
            choice: ballot.choice,
            ballot: ballot.number.as_deref(),
            by: ballot.form,
            proxy: ballot.proxy.as_deref(),
        }
    }
}

impl Voter {
    fn new(sight: Sight<'_>, voter: ballot::Voter) -> Self {
        Self { person: sight.id(voter.person), by_proxy: voter.by_proxy.map(|person| sight.id(person)) }
    }
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
