//! What missing figures could be, tried one by one: small numbers, every completion, and no cleverness.

use mazha::data;
use mazha::domain::vote::{
    Base, Comparison, Count, Figures, Measure, Part, Silent, TestRule, Verdict, VoteRule, tally,
};
use proptest::prelude::*;

/// What is given of one measure; none is missing.
#[derive(Debug, Clone, Copy)]
struct Given {
    whole: Option<i64>,
    there: Option<i64>,
    cast: Option<i64>,
    approve: Option<i64>,
    against: Option<i64>,
    abstain: Option<i64>,
    void: i64,
}

/// One way it may have been.
#[derive(Debug, Clone, Copy)]
struct World {
    approve: i64,
    against: i64,
    abstain: i64,
    void: i64,
    not_voting: i64,
    away: i64,
}

impl World {
    fn sum(self, base: Base) -> i64 {
        let cast = self.approve + self.against + self.abstain + self.void;
        match base {
            Base::For => self.approve,
            Base::ForOrAgainst => self.approve + self.against,
            Base::Valid => cast - self.void,
            Base::Cast | Base::Participating => cast,
            Base::Present | Base::PresentOrRepresented => cast + self.not_voting,
            Base::Members | Base::Expected | Base::Entitled => cast + self.not_voting + self.away,
            Base::NotObjecting => cast + self.not_voting + self.away - self.against,
        }
    }

    fn meets(self, test: TestRule) -> bool {
        let share = test.threshold.to_string();
        let (over, under) = share.split_once('/').unwrap();
        let (over, under): (i64, i64) = (over.parse().unwrap(), under.parse().unwrap());
        let (part, whole) = (self.sum(test.counts), self.sum(test.of));
        whole > 0
            && match test.comparison {
                Comparison::More => part * under > whole * over,
                Comparison::AtLeast => part * under >= whole * over,
            }
    }
}

impl Given {
    fn fits(&self, world: World) -> bool {
        let fits = |given: Option<i64>, is: i64| given.is_none_or(|given| given == is);
        fits(self.whole, world.sum(Base::Members))
            && fits(self.there, world.sum(Base::Present))
            && fits(self.cast, world.sum(Base::Cast))
    }

    /// Every way it may have been, no unknown part above `most`.
    fn worlds(self, most: i64, all_vote: bool) -> impl Iterator<Item = World> {
        let range = move |given: Option<i64>| given.map_or(0..=most, |given| given..=given);
        let not_voting = if all_vote { 0..=0 } else { 0..=most };
        range(self.approve)
            .flat_map(move |approve| range(self.against).map(move |against| (approve, against)))
            .flat_map(move |so_far| range(self.abstain).map(move |abstain| (so_far, abstain)))
            .flat_map(move |so_far| not_voting.clone().map(move |not_voting| (so_far, not_voting)))
            .flat_map(move |so_far| (0..=most).map(move |away| (so_far, away)))
            .map(move |((((approve, against), abstain), not_voting), away)| World {
                approve,
                against,
                abstain,
                void: self.void,
                not_voting,
                away,
            })
            .filter(move |world| self.fits(*world))
    }

    fn count(&self, rule: &VoteRule) -> Count {
        let sums = [(rule.whole(), self.whole), (rule.there(), self.there), (Base::Cast, self.cast)];
        let parts = [(Part::For, self.approve), (Part::Against, self.against), (Part::Abstain, self.abstain)];
        let mut count = Count::default().with(Part::Void, self.void);
        if rule.is_owners() {
            count = count.with(Part::NotVoting, 0);
        }
        for (base, amount) in sums {
            count = amount.into_iter().fold(count, |count, amount| count.summing(base, amount));
        }
        for (part, amount) in parts {
            count = amount.into_iter().fold(count, |count, amount| count.with(part, amount));
        }
        count
    }
}

/// The verdict that holds in every world.
fn in_every_world(rule: &VoteRule, given: &[(Measure, Given)], most: i64) -> Verdict {
    let (mut can_pass, mut can_fail) = (true, false);
    for (measure, given) in given {
        let tests = || rule.tests.iter().filter(|test| test.name.measure() == *measure);
        let (mut passes, mut fails) = (false, false);
        for world in given.worlds(most, rule.is_owners()) {
            let all_met = tests().all(|test| world.meets(*test));
            passes |= all_met;
            fails |= !all_met;
        }
        if !passes && !fails {
            return Verdict::Contradictory;
        }
        can_pass &= passes;
        can_fail |= fails;
    }
    match (can_pass, can_fail) {
        (false, _) => Verdict::NotPassed,
        (true, false) => Verdict::Passed,
        (true, true) => Verdict::CannotBeConfirmed,
    }
}

/// Figures up to `most`, mostly given and mostly of one vote, so that they contradict each other only now and then.
fn given(most: i64) -> impl Strategy<Value = Given> {
    let part = 0..=most;
    let parts = (part.clone(), part.clone(), part.clone(), 0..=1_i64, part.clone(), part);
    (parts, proptest::array::uniform6(0..10_u8), 0..20_u8).prop_map(|(parts, hidden, slip)| {
        let (approve, against, abstain, void, not_voting, away) = parts;
        let cast = approve + against + abstain + void;
        let there = cast + not_voting;
        let slip = i64::from(slip == 0);
        let shown = |at: usize, amount: i64| (hidden[at] < 6).then_some(amount);
        Given {
            whole: shown(0, there + away),
            there: shown(1, there + slip),
            cast: shown(2, cast),
            approve: shown(3, approve),
            against: shown(4, against),
            abstain: shown(5, abstain),
            void,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn an_owners_verdict_is_what_holds_whatever_is_missing(
        heads in given(2), area in given(2), which in 0_usize..20
    ) {
        let rules: Vec<_> = data::vote_rules().into_iter().filter(VoteRule::is_owners).collect();
        // Whoever takes part casts a ballot, so the two sums are one.
        let settled = |given: Given| Given { there: given.there.map(|_| given.cast.unwrap_or(3)), cast: None, ..given };
        let (heads, area) = (settled(heads), settled(area));
        let rule = &rules[which];
        let figures = Figures { heads: heads.count(rule), area: area.count(rule) };
        let expected = in_every_world(rule, &[(Measure::Heads, heads), (Measure::Area, area)], 15);
        prop_assert_eq!(tally(rule, &figures, Silent::NotCounted).verdict, expected);
    }

    #[test]
    fn a_head_counts_verdict_is_what_holds_whatever_is_missing(heads in given(2), which in 0_usize..11) {
        let rules: Vec<_> = data::vote_rules().into_iter().filter(|rule| !rule.is_owners()).collect();
        let rule = &rules[which];
        let figures = Figures { heads: heads.count(rule), area: Count::default() };
        let expected = in_every_world(rule, &[(Measure::Heads, heads)], 12);
        prop_assert_eq!(tally(rule, &figures, Silent::NotCounted).verdict, expected);
    }
}
