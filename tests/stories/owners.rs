//! Owners vote unit by unit: heads by the Supreme Court's rule, area in full, and a base that stands as it was at opening.

use mazha::data;
use mazha::domain::vote::{Area, Verdict};
use mazha::text::{EN, ZH};
use proptest::prelude::*;
use serde_json::Value;

use super::bench::{Laptop, json, rules};

/// Five units of three heads and 380.75 m², and a garage that does not count: 甲 has two units, 乙 one, and two are still
/// the developer's.
pub(super) fn council() -> Laptop {
    let mut council = Laptop::founded();
    for (room, area, owner, developer, usage) in [
        ("101", "100.00", Some("甲"), false, "home"),
        ("102", "80.00", Some("甲"), false, "shop"),
        ("201", "90.50", Some("乙"), false, "home"),
        ("202", "60.25", None, true, "home"),
        ("301", "50.00", None, true, "home"),
        ("B1", "20.00", Some("丙"), false, "garage"),
    ] {
        council.does(json!({"do": "add_unit", "building": "3", "stairwell": if room < "2" { "1" } else { "2" },
            "room": room, "area": area, "owner": owner, "developer": developer, "use": usage}));
    }
    let matter = council.accepted("joint");
    let meeting = council.in_session(&matter);
    council.does(json!({"do": "take_up", "meeting": meeting, "item": 1}));
    council
}

pub(super) fn opens() -> Value {
    json!({"do": "open_vote", "meeting": "M1", "item": 1, "rule": "owners/use_fund", "question": "使用维修资金"})
}

pub(super) fn ballot(unit: &str, choice: &str) -> Value {
    json!({"do": "cast_votes", "meeting": "M1", "unit": unit, "choice": choice})
}

pub(super) fn closes() -> Value {
    json!({"do": "close_vote", "meeting": "M1"})
}

/// A rule of the community's own like the law's, with “with the majority”, and one owner a proxy.
fn own_rule(council: &mut Laptop) -> Value {
    let law = data::vote_rules().into_iter().find(|rule| rule.name == "owners/use_fund").unwrap();
    let mut own = serde_json::to_value(law).unwrap();
    own["name"] = json!("owners/ours");
    own["with_majority"] = json!(true);
    own["proxy_cap"] = json!(1);
    let mut set = serde_json::to_value(rules("standard")).unwrap();
    set["votes"] = json!([own]);
    council.does(json!({"do": "adopt_rules", "rules": set}));
    let mut vote = opens();
    vote["rule"] = json!("owners/ours");
    vote
}

fn base(council: &Laptop, vote: &str) -> (u32, Area) {
    let owners = council.vote(vote).owners.unwrap();
    (owners.heads, owners.area)
}

#[test]
fn the_register_keeps_units_by_their_place() {
    let mut council = council();
    let twice = json!({"do": "add_unit", "building": "3", "stairwell": "1", "room": "101", "area": "1"});
    assert_eq!(council.refuses(twice.clone()), "unit_taken");
    assert_eq!(council.refuses(json!({"do": "add_unit", "building": "3", "room": "9", "area": "0"})), "bad_area");
    assert_eq!(council.refuses(json!({"do": "change_unit", "unit": "U1", "area": "100"})), "nothing_changes");
    council.does(json!({"do": "change_unit", "unit": "U1", "area": "101.5", "owner": ""}));
    let unit = council.register.units().next().unwrap();
    assert_eq!((unit.id.as_str(), unit.area, unit.owner.as_deref()), ("2026-A-U001", Area(10_150), None));
    council.does(json!({"do": "remove_unit", "unit": "U1", "reason": "拆除"}));
    assert_eq!(council.refuses(json!({"do": "change_unit", "unit": "U1", "room": "7"})), "unit_removed");
    council.does(twice);
}

#[test]
fn owners_are_heads_and_the_base_stands_as_it_was() {
    let mut council = council();
    assert!(council.does(opens()).warnings.is_empty());
    // 甲, 乙 and the developer; 100.00 + 80.00 + 90.50 + 60.25 + 50.00 = 380.75; the garage is out.
    assert_eq!(base(&council, "V1"), (3, Area(38_075)));
    council.does(json!({"do": "change_unit", "unit": "U1", "area": "1.00", "owner": "乙"}));
    council.does(json!({"do": "add_unit", "building": "4", "room": "1", "area": "500"}));
    assert_eq!(base(&council, "V1"), (3, Area(38_075)));
    for unit in ["U6", "U7"] {
        assert_eq!(council.refuses(ballot(unit, "for")), "unit_not_in_base", "{unit}");
    }
    assert_eq!(council.refuses(ballot("U99", "for")), "unknown_id");
}

#[test]
fn three_ballots_decide_for_three_heads() {
    let mut council = council();
    council.does_all([opens(), ballot("U1", "for"), ballot("U2", "for")]);
    // One head of three: two must take part.
    assert_eq!(council.vote("V1").outlook(), None);
    assert_eq!(council.vote("V1").units_not_voted().count(), 3);
    council.does(ballot("U3", "for"));
    // Two heads and 270.50 m² are for: more than half of three heads and of 380.75 m², whatever the developer says; and
    // at least two thirds take part: 2 of 3 heads, 270.50 ≥ 253.84 m².
    assert_eq!(council.vote("V1").outlook(), Some(Verdict::Passed));
    assert_eq!(council.does(closes()).facts[0]["verdict"], "passed");
    let tests = council.vote("V1").tally().tests;
    let shown: Vec<_> = tests.iter().map(|test| (test.numerator, test.denominator, test.needs)).collect();
    assert_eq!(
        shown,
        [
            (Some(2), Some(3), Some(2)),
            (Some(27_050), Some(38_075), Some(25_384)),
            (Some(2), Some(2), Some(2)),
            (Some(27_050), Some(27_050), Some(13_526)),
        ]
    );
    // Whoever is silent changes nothing: the developer would go with the majority.
    assert!(!council.vote("V1").silent_both_ways().unwrap().hangs_on_it());
}

#[test]
fn exactly_half_of_the_heads_is_not_enough_and_one_ballot_can_be_put_right() {
    let mut council = council();
    council.does_all([opens(), ballot("U1", "for"), ballot("U2", "for"), ballot("U3", "against"), closes()]);
    assert!(council.vote("V1").came_to(Verdict::NotPassed));
    let right = json!({"do": "correct_vote", "vote": "V1", "unit": "U3", "choice": "for", "reason": "看错"});
    council.does(right.clone());
    assert!(council.vote("V1").came_to(Verdict::Passed));
    assert_eq!(council.refuses(right), "nothing_changes");
    // 甲 is one head: what is put right for one unit holds for the other.
    council.does(json!({"do": "correct_vote", "vote": "V1", "unit": "U1", "choice": "void", "reason": "未签名"}));
    assert_eq!(council.vote("V1").poll.as_ref().unwrap().cast(mazha::domain::vote::Measure::Area)[3].1, 18_000);
    assert!(council.vote("V1").came_to(Verdict::NotPassed));
}

#[test]
fn what_was_entered_earlier_is_named() {
    let mut council = council();
    council.does(opens());
    let mut first = ballot("U1", "for");
    first["ballot"] = json!("0007");
    first["by"] = json!("paper");
    council.does(first.clone());
    let again = council.tries(first.clone()).unwrap_err();
    assert_eq!(again.code(), "unit_voted");
    assert!(ZH.refusal(&again).starts_with("2026-A-U001 的票已经录入：票号 0007，同意。"), "{}", ZH.refusal(&again));
    first["unit"] = json!("U3");
    let number = council.tries(first).unwrap_err();
    assert_eq!(number.code(), "ballot_taken");
    assert_eq!(EN.refusal(&number), "Ballot 0007 has been entered for 2026-A-U001; please check.");
    let differs = council.tries(ballot("U2", "against")).unwrap_err();
    assert_eq!(differs.code(), "owner_differs");
    assert!(EN.refusal(&differs).contains("2026-A-U001: for"));
    let mut proxy = ballot("U2", "for");
    proxy["proxy"] = json!("赵一");
    assert_eq!(council.refuses(proxy), "other_proxy");
    assert_eq!(council.refuses(ballot("U3", "with_majority")), "no_following");
}

#[test]
fn a_proxy_votes_for_no_more_owners_than_the_rule_allows() {
    let mut council = council();
    let vote = own_rule(&mut council);
    council.does(vote);
    let by = |unit: &str| {
        let mut ballot = ballot(unit, "for");
        ballot["proxy"] = json!("赵一");
        ballot
    };
    council.does_all([by("U1"), by("U2")]);
    assert_eq!(council.refuses(by("U3")), "proxy_full");
}

#[test]
fn who_goes_with_the_majority_goes_where_the_others_are() {
    let mut council = council();
    let vote = own_rule(&mut council);
    council.does_all([vote, ballot("U1", "for"), ballot("U2", "for"), ballot("U3", "with_majority")]);
    // While it is open nobody knows where the majority will be.
    assert_eq!(council.vote("V1").outlook(), None);
    council.does(closes());
    // 甲 alone said something, and for: 乙 goes there, two heads of two with 270.50 m².
    assert!(council.vote("V1").came_to(Verdict::Passed));
}

#[test]
fn a_stairwell_votes_for_itself_and_uses_are_declared() {
    let mut council = council();
    let mut vote = opens();
    vote["scope"] = json!([{"building": "3", "stairwell": "1"}]);
    council.does(vote.clone());
    // Units 101 and 102 are both 甲's.
    assert_eq!(base(&council, "V1"), (1, Area(18_000)));
    assert_eq!(council.refuses(ballot("U3", "for")), "unit_not_in_base");
    council.does_all([json!({"do": "undo"})]);
    vote["scope"] = json!([{"building": "3"}]);
    vote["uses"] = json!(["garage"]);
    council.does(vote.clone());
    assert_eq!(base(&council, "V2"), (1, Area(2_000)));
    council.does(json!({"do": "undo"}));
    vote["scope"] = json!([{"building": "9"}]);
    assert_eq!(council.refuses(vote.clone()), "none_in_scope");
    vote["all"] = json!({"heads": 3, "area": "380.75"});
    assert_eq!(council.refuses(vote), "one_of");
}

#[test]
fn ballots_and_counted_totals_are_added() {
    let mut council = council();
    council.does_all([opens(), ballot("U1", "for"), ballot("U2", "for")]);
    let counted = |heads: u32, area: &str| {
        let none = json!({"heads": 0, "area": "0"});
        json!({"do": "cast_votes", "meeting": "M1", "for": {"heads": heads, "area": area}, "against": none,
            "abstain": none})
    };
    // 180.00 m² have voted, so 200.75 m² and two heads are left.
    assert_eq!(council.refuses(counted(2, "200.76")), "more_than_all");
    assert_eq!(council.refuses(counted(3, "90.50")), "more_than_all");
    council.does_all([counted(1, "90.50"), closes()]);
    assert!(council.vote("V1").came_to(Verdict::Passed));
}

#[test]
fn a_unit_that_a_vote_rests_on_is_not_taken_back() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    let meeting = council.in_session(&matter);
    council.does(json!({"do": "take_up", "meeting": meeting, "item": 1}));
    council.does(json!({"do": "add_unit", "building": "1", "room": "1", "area": "50"}));
    council.with("李干事").does(opens());
    assert_eq!(council.with("王书记").refuses(json!({"do": "undo"})), "touched_since");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ballots_in_any_order_come_to_the_same(
        choices in prop::array::uniform3(prop::sample::select(vec!["for", "against", "abstain", "void", ""])),
        order in Just(vec![("U1", 0), ("U2", 0), ("U3", 1), ("U4", 2), ("U5", 2)]).prop_shuffle(),
    ) {
        let counted = |units: &[(&str, usize)]| {
            let mut council = council();
            council.does(opens());
            for (unit, owner) in units.iter().filter(|(_, owner)| !choices[*owner].is_empty()) {
                council.does(ballot(unit, choices[*owner]));
            }
            let vote = council.vote("V1");
            (vote.tally(), vote.figures(), vote.result())
        };
        let in_order = [("U1", 0), ("U2", 0), ("U3", 1), ("U4", 2), ("U5", 2)];
        prop_assert_eq!(counted(&order), counted(&in_order));
    }

    #[test]
    fn what_is_certain_stays_so_whatever_is_still_cast(
        choices in prop::array::uniform3(prop::sample::select(vec!["for", "against", "abstain", "void"])), rest in 1_usize..=3,
    ) {
        let mut council = council();
        council.does(opens());
        let mut certain = None;
        // 甲's units, 乙's, the developer's; the last ones may never vote.
        for (units, choice) in [&["U1", "U2"][..], &["U3"], &["U4", "U5"]].iter().zip(choices).take(rest) {
            for unit in *units {
                council.does(ballot(unit, choice));
                let outlook = council.vote("V1").outlook();
                prop_assert!(certain.is_none() || certain == outlook, "certain once, certain for good");
                certain = outlook;
            }
        }
        let result = council.vote("V1").result().verdict;
        prop_assert!(certain.is_none_or(|certain| certain == result));
    }

    #[test]
    fn ballots_and_the_same_ballots_counted_come_to_the_same(
        choices in prop::array::uniform3(prop::sample::select(vec!["for", "against", "abstain", "void"])),
    ) {
        let mut by_unit = council();
        by_unit.does(opens());
        let mut counted = json!({"do": "cast_votes", "meeting": "M1"});
        for part in ["for", "against", "abstain", "void"] {
            // Heads and hundredths of a square metre of each owner: 180.00, 90.50 and 110.25 m².
            let own = [18_000, 9_050, 11_025].iter().zip(choices).filter(|(_, choice)| *choice == part);
            let (heads, area) = own.fold((0, 0), |(heads, sum), (area, _)| (heads + 1, sum + area));
            counted[part] = json!({"heads": heads, "area": format!("{}.{:02}", area / 100, area % 100)});
        }
        for (unit, owner) in [("U1", 0), ("U2", 0), ("U3", 1), ("U4", 2), ("U5", 2)] {
            by_unit.does(ballot(unit, choices[owner]));
        }
        let mut together = council();
        together.does_all([opens(), counted]);
        let (one, other) = (by_unit.vote("V1"), together.vote("V1"));
        prop_assert_eq!(one.result(), other.result());
        prop_assert_eq!(one.tally(), other.tally());
        prop_assert_eq!(one.silent_both_ways(), other.silent_both_ways());
    }
}
