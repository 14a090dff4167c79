//! Votes counted by the rules that ship: cases worked by hand, every threshold exactly met and missed by the least, and a
//! count of all that missing figures could be.

mod oracle;

use mazha::data;
use mazha::domain::vote::{
    Base, Comparison, Count, Figures, Fraction, Part, Silent, TestName, TestRule, Verdict, VoteRule, WrongRule,
    looser_than_law, silent_both_ways, tally,
};
use proptest::prelude::*;

/// The rule with this name.
fn rule(name: &str) -> VoteRule {
    data::vote_rules().into_iter().find(|rule| rule.name == name).unwrap_or_else(|| panic!("{name}"))
}

/// An owners' count: all, those who took part, those for. Nobody's ballot is void.
fn owners(all: i64, took_part: i64, approve: i64) -> Count {
    Count::default()
        .summing(Base::Entitled, all)
        .summing(Base::Participating, took_part)
        .with(Part::For, approve)
        .with(Part::Void, 0)
        .with(Part::NotVoting, 0)
}

/// A count of people: members, those there, those for and against.
fn people(rule: &VoteRule, members: i64, there: i64, approve: i64, against: i64) -> Figures {
    let heads = Count::default()
        .summing(rule.whole(), members)
        .summing(rule.there(), there)
        .with(Part::For, approve)
        .with(Part::Against, against)
        .with(Part::Void, 0);
    Figures { heads, area: Count::default() }
}

fn verdict(rule: &VoteRule, figures: &Figures) -> Verdict {
    tally(rule, figures, Silent::NotCounted).verdict
}

#[test]
fn every_rule_that_ships_can_be_counted_by_and_says_where_it_comes_from() {
    let rules = data::vote_rules();
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/data/rules/votes")).unwrap();
    let written: usize = files
        .map(|file| {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            serde_json::from_str::<Vec<VoteRule>>(&text).unwrap().len()
        })
        .sum();
    assert_eq!(rules.len(), written);
    // Nine matters under two laws, three consultations, six committees, the residents' assembly, the Party members, and
    // two patterns for what owners do not object to.
    assert_eq!(rules.len(), 9 * 2 + 3 + 6 + 1 + 1 + 2);
    for (at, rule) in rules.iter().enumerate() {
        assert_eq!(rule.check(), Ok(()), "{}", rule.name);
        assert!(rules[..at].iter().all(|earlier| earlier.name != rule.name), "{} stands there twice", rule.name);
        for words in [&rule.title, &rule.source, &rule.place].into_iter().chain(&rule.note) {
            assert!(!words.zh.is_empty() && !words.en.is_empty(), "{}", rule.name);
        }
        let is_old = rule.name.starts_with("owners-2007/") || rule.name == "assembly/residents-2018";
        assert_eq!(rule.superseded.is_some(), is_old, "{}", rule.name);
    }
    assert_eq!(rule("assembly/residents-2018").superseded.unwrap().to_string(), "2026-01-01");
}

/// 51 owners of 4,079.00 m²; 40 of 3,271.90 m² took part; 39 of 3,177.00 m² were for.
#[test]
fn a_vote_on_the_maintenance_fund_is_worked_out_to_the_last_figure() {
    let figures = Figures { heads: owners(51, 40, 39), area: owners(407_900, 327_190, 317_700) };
    let counted = tally(&rule("owners/use_fund"), &figures, Silent::NotCounted);
    assert_eq!(counted.verdict, Verdict::Passed);
    let needs: Vec<_> = counted.tests.iter().map(|test| (test.name, test.needs.unwrap())).collect();
    // 51 × 2/3 = 34; 4,079.00 × 2/3 = 2,719.33…, so 2,719.34; 40 × 1/2 = 20, so 21; 3,271.90 × 1/2 = 1,635.95, so
    // 1,635.96.
    let by_hand = [
        (TestName::ParticipationHeads, 34),
        (TestName::ParticipationArea, 271_934),
        (TestName::ApprovalHeads, 21),
        (TestName::ApprovalArea, 163_596),
    ];
    assert_eq!(needs, by_hand);
    assert!(counted.tests.iter().all(|test| test.met == Some(true) && test.short == Some(0)));
    // Raising the fund takes three quarters: 30 of 40, and 2,453.93 of 3,271.90 (2,453.925 exactly).
    let needs: Vec<_> = tally(&rule("owners/raise_fund"), &figures, Silent::NotCounted).tests;
    assert_eq!((needs[2].needs, needs[3].needs), (Some(30), Some(245_393)));
}

#[test]
fn owners_thresholds_hold_exactly_and_fail_by_one() {
    // Of 60 owners two thirds are 40, of 600.00 m² they are 400.00 m². Half of 40 is 20 and not enough; three quarters
    // of 40 are 30 and enough.
    for (name, heads, area) in [("owners/other_major", 21, 20_001), ("owners/rebuild_or_alter", 30, 30_000)] {
        let counted = |there: (i64, i64), approve: (i64, i64)| {
            let figures = Figures { heads: owners(60, there.0, approve.0), area: owners(60_000, there.1, approve.1) };
            tally(&rule(name), &figures, Silent::NotCounted)
        };
        let enough = (40, 40_000);
        assert_eq!(counted(enough, (heads, area)).verdict, Verdict::Passed, "{name}");
        for (there, approve) in [
            ((39, 40_000), (heads, area)),
            ((40, 39_999), (heads, area)),
            (enough, (heads - 1, area)),
            (enough, (heads, area - 1)),
        ] {
            let counted = counted(there, approve);
            assert_eq!(counted.verdict, Verdict::NotPassed, "{name} {there:?} {approve:?}");
            let failed: Vec<_> = counted.tests.iter().filter(|test| test.met == Some(false)).collect();
            assert!(matches!(failed[..], [test] if test.short == Some(1)), "{name} {failed:?}");
        }
    }
}

#[test]
fn the_thresholds_of_2007_were_of_all_owners() {
    // Of 60 owners more than half are 31, two thirds are 40; of 600.00 m² 300.01 m² and 400.00 m².
    for (key, heads, area) in [
        ("covenant", 31, 30_001),
        ("change_common_use", 31, 30_001),
        ("use_fund", 40, 40_000),
        ("raise_fund", 40, 40_000),
    ] {
        let rule = rule(&format!("owners-2007/{key}"));
        let of = |heads, area| Figures { heads: owners(60, heads, heads), area: owners(60_000, area, area) };
        assert_eq!(verdict(&rule, &of(heads, area)), Verdict::Passed, "{key}");
        assert_eq!(verdict(&rule, &of(heads - 1, area)), Verdict::NotPassed, "{key}");
        assert_eq!(verdict(&rule, &of(heads, area - 1)), Verdict::NotPassed, "{key}");
    }
}

#[test]
fn head_counts_hold_exactly_and_fail_by_one() {
    // Rule, members, the least who must be there, how many are there when it is voted on, the least who must approve.
    for (name, members, quorum, there, approve) in [
        // More than half of 12 are 7; of 8 present more than half are 5: exactly half fails.
        ("council/majority_present", 12, 7, 8, 5),
        ("assembly/residents-2018", 12, 7, 8, 5),
        // Two thirds of 9 are 6; more than half of all 9 are 5.
        ("committee/shandong", 9, 6, 6, 5),
        ("committee/zibo", 9, 6, 6, 5),
        // More than half of 8 are 5, of members and of approval alike.
        ("committee/qingdao", 8, 5, 5, 5),
        ("committee/beijing", 8, 5, 5, 5),
        ("committee/hangzhou", 8, 5, 5, 5),
        // Half or more of 8 are 4: exactly half passes.
        ("committee/shaoxing", 8, 4, 4, 4),
        // Two thirds of 30 expected are 20; half of 30 are 15.
        ("party/four-deliberations", 30, 20, 20, 15),
    ] {
        let rule = rule(name);
        assert_eq!(verdict(&rule, &people(&rule, members, there, approve, 0)), Verdict::Passed, "{name}");
        assert_eq!(verdict(&rule, &people(&rule, members, there, approve - 1, 0)), Verdict::NotPassed, "{name}");
        let few = people(&rule, members, quorum - 1, approve.min(quorum - 1), 0);
        let counted = tally(&rule, &few, Silent::NotCounted);
        assert_eq!(counted.verdict, Verdict::NotPassed, "{name}");
        let attendance = counted.tests.iter().find(|test| test.name == TestName::Attendance).unwrap();
        assert_eq!((attendance.met, attendance.short), (Some(false), Some(1)), "{name}");
    }
}

#[test]
fn a_tie_fails_and_one_voice_against_breaks_a_consensus() {
    let (plurality, consensus) = (rule("council/plurality"), rule("council/consensus"));
    assert_eq!(verdict(&plurality, &people(&plurality, 12, 9, 4, 4)), Verdict::NotPassed);
    assert_eq!(verdict(&plurality, &people(&plurality, 12, 9, 1, 0)), Verdict::Passed);
    assert_eq!(verdict(&consensus, &people(&consensus, 12, 9, 8, 0)), Verdict::Passed);
    assert_eq!(verdict(&consensus, &people(&consensus, 12, 9, 8, 1)), Verdict::NotPassed);
    for rule in [plurality, consensus] {
        assert_eq!(verdict(&rule, &people(&rule, 12, 9, 0, 0)), Verdict::NotPassed, "everyone abstains");
    }
}

/// Those who object, of all owners; nobody takes part by being silent.
fn objecting(all: i64, against: i64) -> Count {
    Count::default().summing(Base::Entitled, all).with(Part::Against, against).with(Part::NotVoting, 0)
}

#[test]
fn a_third_may_object_and_not_one_more() {
    let rule = rule("objection/use_fund");
    // Of 60 owners a third are 20; of 600.01 m² a third are 200.0033…, so 200.00 m² are within it and 200.01 are not.
    for (heads, area, expected) in [
        (20, 20_000, Verdict::Passed),
        (21, 20_000, Verdict::NotPassed),
        (20, 20_001, Verdict::NotPassed),
        (0, 0, Verdict::Passed),
    ] {
        let figures = Figures { heads: objecting(60, heads), area: objecting(60_001, area) };
        assert_eq!(verdict(&rule, &figures), expected, "{heads} {area}");
    }
    let unknown = Figures { heads: objecting(60, 20), area: Count::default().summing(Base::Entitled, 60_000) };
    let counted = tally(&rule, &unknown, Silent::NotCounted);
    assert_eq!((counted.verdict, counted.missing.len()), (Verdict::CannotBeConfirmed, 1));
    // While ballots come in, each of those left may still object.
    let open = |least: i64| Count::default().summing(Base::Entitled, 60).at_least(Part::Against, least);
    let area = objecting(60_000, 0);
    let certain = |least| verdict(&rule, &Figures { heads: open(least), area: area.clone() });
    assert_eq!((certain(20), certain(21)), (Verdict::CannotBeConfirmed, Verdict::NotPassed));
}

#[test]
fn nobody_is_never_enough() {
    // Where silence consents, nobody at all is no objection.
    for rule in data::vote_rules().into_iter().filter(|rule| !rule.is_consent()) {
        let nobody = if rule.is_owners() {
            Figures { heads: owners(51, 0, 0), area: owners(407_900, 0, 0) }
        } else {
            people(&rule, 12, 0, 0, 0)
        };
        assert_eq!(verdict(&rule, &nobody), Verdict::NotPassed, "{}", rule.name);
    }
}

#[test]
fn sums_that_cannot_be_right_come_before_everything_else() {
    let rule = rule("owners/use_fund");
    let area = owners(407_900, 327_190, 317_700);
    let all_given = owners(51, 40, 39).with(Part::Against, 1).with(Part::Abstain, 1);
    for heads in [owners(51, 52, 39), owners(51, 40, 41), all_given.clone()] {
        let counted = tally(&rule, &Figures { heads, area: area.clone() }, Silent::NotCounted);
        assert_eq!(counted.verdict, Verdict::Contradictory);
    }
    let counted = tally(&rule, &Figures { heads: all_given, area }, Silent::NotCounted);
    let (_, sum) = counted.contradiction.unwrap();
    // 39 + 1 + 1 = 41, and 40 took part.
    assert_eq!((sum.made, sum.sum, sum.stated, sum.parts.len()), (41, Base::Participating, 40, 3));
}

#[test]
fn silent_owners_change_an_outcome_only_with_a_majority_behind_them() {
    let raise = rule("owners/raise_fund");
    // 42 of 60 took part and 30 were for: 30/42 is under 3/4 (31.5, so 32); with the 18 silent it is 48/60, over 3/4.
    let both = Figures { heads: owners(60, 42, 30), area: owners(60_000, 42_000, 30_000) };
    let read = silent_both_ways(&raise, &both).unwrap();
    assert_eq!((read.not_counted, read.with_majority), (Verdict::NotPassed, Verdict::Passed));
    assert!(read.hangs_on_it());
    // 39 of 60 took part: silence makes nobody take part, however it is read.
    let few = Figures { heads: owners(60, 39, 39), area: owners(60_000, 39_000, 39_000) };
    let read = silent_both_ways(&raise, &few).unwrap();
    assert_eq!((read.not_counted, read.with_majority), (Verdict::NotPassed, Verdict::NotPassed));
    // A majority of heads without one of area is no majority to go with.
    let split = Figures { heads: owners(60, 42, 30), area: owners(60_000, 42_000, 21_000) };
    assert!(!silent_both_ways(&raise, &split).unwrap().hangs_on_it());
    assert_eq!(silent_both_ways(&rule("council/plurality"), &both), None);
}

#[test]
fn a_rule_of_ones_own_may_ask_more_than_the_law_and_not_less() {
    let fraction = |over, under| Fraction::new(over, under).unwrap();
    for law in data::vote_rules().iter().filter(|rule| rule.name.starts_with("owners/")) {
        assert_eq!(looser_than_law(law, law), None, "{}", law.name);
        // What the law of 2007 asked is less in one way or another: nothing of those who take part, or two thirds.
        // Only two thirds of all for an ordinary matter were more than is asked today.
        let old = rule(&law.name.replace("owners/", "owners-2007/"));
        assert_eq!(looser_than_law(&old, law).is_some(), law.name != "owners/use_fund", "{}", law.name);
        for at in 0..law.tests.len() {
            let mut own = law.clone();
            own.tests[at].threshold = fraction(5, 6);
            assert_eq!(looser_than_law(&own, law), None, "{} may ask more", law.name);
            own.tests[at].threshold = fraction(49, 100);
            assert_eq!(looser_than_law(&own, law).map(|test| test.name), Some(law.tests[at].name));
            own.tests.remove(at);
            assert!(looser_than_law(&own, law).is_some(), "{} without a test", law.name);
        }
    }
    // Two thirds of all owners for it means that two thirds took part, and that most of them were for it.
    let mut own = rule("owners-2007/use_fund");
    assert_eq!(looser_than_law(&own, &rule("owners/use_fund")), None);
    own.tests[0].comparison = Comparison::More;
    assert_eq!(looser_than_law(&own, &rule("owners/use_fund")), None);
    let exactly_half = rule("owners/covenant");
    let mut own = exactly_half.clone();
    own.tests[2].comparison = Comparison::AtLeast;
    assert!(looser_than_law(&own, &exactly_half).is_some(), "half is not more than half");
}

#[test]
fn a_rule_that_makes_no_sense_is_told_so() {
    let sound = rule("owners/covenant");
    let with = |change: fn(&mut VoteRule)| {
        let mut rule = sound.clone();
        change(&mut rule);
        rule.check().unwrap_err()
    };
    assert_eq!(with(|rule| rule.tests.clear()), WrongRule::Empty);
    assert_eq!(with(|rule| rule.matter = None), WrongRule::Matter);
    assert_eq!(with(|rule| rule.tests[0].of = Base::For), WrongRule::NotAPart(TestName::ParticipationHeads));
    assert_eq!(with(|rule| rule.tests.push(rule.tests[0])), WrongRule::Twice(TestName::ParticipationHeads));
    let attendance = |rule: &mut VoteRule| rule.tests[0] = TestRule { name: TestName::Attendance, ..rule.tests[0] };
    assert_eq!(with(attendance), WrongRule::NotOfItsKind(TestName::Attendance));
}

proptest! {
    /// More who approve, all else the same, never loses a vote; and a hundred times as many of everybody decide alike.
    #[test]
    fn more_who_approve_never_lose_and_scale_changes_nothing(
        all in 1_i64..80, absent in 0_i64..40, others in 0_i64..40, times in 1_i64..1000, which in 0_usize..30
    ) {
        let rules = data::vote_rules();
        let rule = &rules[which % rules.len()];
        let there = (all - absent).max(0);
        let approve = (there - others).max(0);
        let figures = |approve: i64, times: i64| {
            if rule.is_owners() {
                let count = |unit: i64| owners(all * unit, there * unit, approve * unit);
                Figures { heads: count(times), area: count(times * 7) }
            } else {
                people(rule, all * times, there * times, approve * times, (there - approve) * times)
            }
        };
        let verdict = |approve, times| tally(rule, &figures(approve, times), Silent::NotCounted).verdict;
        prop_assert_eq!(verdict(approve, 1), verdict(approve, times));
        if approve < there && verdict(approve, 1) == Verdict::Passed {
            prop_assert_eq!(verdict(approve + 1, 1), Verdict::Passed);
        }
    }
}
