//! Votes in a meeting: who may vote is settled when it opens, nothing is counted twice, and what has closed stays.

use mazha::domain::vote::Verdict;
use mazha::text::{EN, ZH};
use serde_json::Value;

use super::bench::{Laptop, json, rules};

/// Seven members, P1 to P7, are invited; the first `there` of them have signed in, and item 1 is under discussion.
fn in_session(there: usize) -> Laptop {
    let mut council = Laptop::founded();
    for name in ["赵一", "钱二", "孙三", "李四", "周五", "吴六", "郑七"] {
        council.does(json!({"do": "add_person", "name": name, "body": "residents"}));
    }
    let matter = council.accepted("joint");
    let invite: Vec<String> = (1..=7).map(|number| format!("P{number}")).collect();
    council.does(json!({"do": "convene_meeting", "kind": "bench", "title": "板凳会", "invite": invite,
        "at": council.now.to_rfc3339()}));
    council.does(json!({"do": "place_on_agenda", "meeting": "M1", "matter": matter}));
    council.does(json!({"do": "open_meeting", "meeting": "M1"}));
    for person in &invite[..there] {
        council.does(attends(person, "present"));
    }
    council.does(json!({"do": "take_up", "meeting": "M1", "item": 1}));
    council
}

fn attends(person: &str, state: &str) -> Value {
    json!({"do": "mark_attendance", "meeting": "M1", "person": person, "state": state})
}

fn opens(rule: &str) -> Value {
    json!({"do": "open_vote", "meeting": "M1", "item": 1, "rule": rule, "question": "在东门增设路灯"})
}

fn hands(approve: u32, against: u32, abstain: u32) -> Value {
    json!({"do": "cast_votes", "meeting": "M1", "for": approve, "against": against, "abstain": abstain})
}

fn votes(person: &str, choice: &str) -> Value {
    json!({"do": "cast_votes", "meeting": "M1", "person": person, "choice": choice})
}

fn closes() -> Value {
    json!({"do": "close_vote", "meeting": "M1"})
}

/// The verdict that closing gives.
#[track_caller]
fn verdict(council: &mut Laptop) -> String {
    council.does(closes()).facts[0]["verdict"].as_str().unwrap().to_owned()
}

#[test]
fn who_may_vote_is_settled_when_it_opens() {
    let mut council = in_session(4);
    council.does(attends("P5", "observer"));
    council.does(json!({"do": "mark_attendance", "meeting": "M1", "person": "P6", "state": "represented",
        "by_proxy": "P1"}));
    assert_eq!(council.does(opens("council/majority_present")).id, "2026-A-V001");
    // Four there and one represented, of seven who were invited.
    let vote = council.vote("V1");
    assert_eq!((vote.base.len(), vote.members), (5, Some(7)));
    council.does(attends("P7", "present"));
    assert_eq!(council.refuses(votes("P7", "for")), "not_in_base", "came later");
    assert_eq!(council.refuses(votes("P5", "for")), "not_in_base", "looks on");
    council.does(attends("P4", "left"));
    council.does(votes("P4", "for"));
    assert_eq!(council.vote("V1").base.len(), 5);
}

#[test]
fn a_rule_without_proxies_counts_nobody_who_is_only_represented() {
    for (rule, there) in [("committee/beijing", 4), ("committee/zibo", 4), ("committee/shandong", 5)] {
        let mut council = in_session(4);
        council.does(json!({"do": "mark_attendance", "meeting": "M1", "person": "P6", "state": "represented",
            "by_proxy": "P1"}));
        council.does(opens(rule));
        assert_eq!(council.vote("V1").base.len(), there, "{rule}");
    }
}

#[test]
fn whoever_has_no_vote_is_not_counted() {
    let mut council = in_session(4);
    council.does(json!({"do": "change_person", "person": "P4", "voting": false}));
    council.does(opens("council/majority_present"));
    assert_eq!((council.vote("V1").base.len(), council.vote("V1").members), (3, Some(6)));
    assert_eq!(council.refuses(votes("P4", "for")), "not_in_base");
}

#[test]
fn a_roll_call_says_who_is_left_and_what_is_certain() {
    let mut council = in_session(5);
    council.does(opens("council/majority_present"));
    for person in ["P1", "P2"] {
        council.does(votes(person, "for"));
    }
    let left = |council: &Laptop| council.vote("V1").not_voted().count();
    assert_eq!((left(&council), council.vote("V1").outlook()), (3, None));
    // Two of five are no majority, and three abstentions would keep it so.
    assert_eq!(council.vote("V1").if_rest_abstain(), Some(Verdict::NotPassed));
    let again = council.tries(votes("P1", "against")).unwrap_err();
    assert_eq!(again.code(), "already_voted");
    assert_eq!(ZH.refusal(&again), "赵一已经投过票：同意。");
    council.does(votes("P3", "for"));
    // More than half of five are three.
    assert_eq!(council.vote("V1").outlook(), Some(Verdict::Passed));
    assert_eq!(verdict(&mut council), "passed");
    assert_eq!(left(&council), 2);
}

#[test]
fn a_vote_that_cannot_pass_any_more_is_certain_too() {
    let mut council = in_session(5);
    council.does(opens("council/majority_present"));
    for (person, choice) in [("P1", "against"), ("P2", "abstain"), ("P3", "void")] {
        council.does(votes(person, choice));
    }
    // Two are left, and three of five are needed.
    assert_eq!(council.vote("V1").outlook(), Some(Verdict::NotPassed));
    assert_eq!(verdict(&mut council), "not_passed");
}

#[test]
fn hands_cannot_be_more_than_there_are_and_are_counted_once() {
    let mut council = in_session(5);
    council.does(opens("council/plurality"));
    let much = council.tries(hands(3, 2, 1)).unwrap_err();
    assert_eq!(much.code(), "more_than_all");
    assert_eq!(
        EN.refusal(&much),
        "There cannot be so many: for 3 + against 2 + abstaining 1 = 6, and there are 5 at most."
    );
    council.does(hands(3, 2, 0));
    assert_eq!(council.refuses(hands(2, 3, 0)), "already_counted");
    assert_eq!(council.refuses(votes("P1", "for")), "already_counted");
    // A wrong entry is taken back while the vote is open.
    council.does(json!({"do": "undo"}));
    council.does(hands(2, 3, 0));
    assert_eq!(verdict(&mut council), "not_passed");
}

#[test]
fn a_closed_vote_is_not_taken_back_and_takes_no_more_ballots() {
    let mut council = in_session(5);
    assert_eq!(council.refuses(closes()), "vote_not_open");
    council.does(opens("council/plurality"));
    assert_eq!(council.refuses(opens("council/plurality")), "vote_open");
    assert_eq!(council.refuses(closes()), "nothing_cast");
    council.does(hands(3, 2, 0));
    for command in [
        json!({"do": "resolve", "meeting": "M1", "item": 1, "outcome": "adopted"}),
        json!({"do": "take_off_agenda", "meeting": "M1", "item": 1}),
        json!({"do": "adjourn_meeting", "meeting": "M1"}),
        json!({"do": "correct_vote", "vote": "V1", "for": 1, "against": 2, "abstain": 0, "reason": "数错"}),
    ] {
        assert_eq!(council.refuses(command.clone()), "vote_open", "{command}");
    }
    assert_eq!(verdict(&mut council), "passed");
    assert_eq!(council.refuses(json!({"do": "undo"})), "sealed");
    assert_eq!(council.refuses(hands(1, 0, 0)), "vote_not_open");
    assert!(
        council.does(json!({"do": "resolve", "meeting": "M1", "item": 1, "outcome": "adopted"})).warnings.is_empty()
    );
}

#[test]
fn adopting_what_was_voted_down_is_allowed_and_said() {
    let mut council = in_session(5);
    council.does_all([opens("council/plurality"), hands(2, 3, 0), closes()]);
    let adopted = council.does(json!({"do": "resolve", "meeting": "M1", "item": 1, "outcome": "adopted"}));
    assert_eq!(adopted.warnings, ["voted_down"]);
}

#[test]
fn after_closing_a_correction_is_a_fact_of_its_own() {
    let mut council = in_session(5);
    council.does_all([opens("council/plurality"), hands(3, 2, 0), closes()]);
    let right = |approve: u32, against: u32| json!({"do": "correct_vote", "vote": "V1", "for": approve, "against": against, "abstain": 0, "reason": "重新点票"});
    assert_eq!(council.refuses(right(3, 2)), "nothing_changes");
    assert_eq!(council.refuses(right(3, 3)), "more_than_all");
    let done = council.does(right(2, 3));
    assert_eq!((&*done.events, &done.facts[0]["verdict"]), (&["vote_corrected".to_owned()][..], &json!("not_passed")));
    assert!(council.vote("V1").corrected && council.vote("V1").came_to(Verdict::NotPassed));
    assert_eq!(council.refuses(json!({"do": "undo"})), "sealed");
    council
        .does_all([json!({"do": "adjourn_meeting", "meeting": "M1"}), json!({"do": "seal_minutes", "meeting": "M1"})]);
    assert_eq!(council.refuses(right(3, 2)), "minutes_sealed");
}

#[test]
fn one_ballot_of_a_roll_call_can_be_put_right() {
    let mut council = in_session(3);
    council.does_all([opens("council/majority_present"), votes("P1", "for"), votes("P2", "for"), closes()]);
    // Three of seven are there, and more than half are four: no quorum, however they vote.
    assert!(council.vote("V1").came_to(Verdict::NotPassed));
    let right =
        |choice| json!({"do": "correct_vote", "vote": "V1", "person": "P2", "choice": choice, "reason": "听错"});
    assert_eq!(council.refuses(right("for")), "nothing_changes");
    council.does(right("against"));
    let choices: Vec<_> = council.vote("V1").ballots.iter().map(|ballot| ballot.choice.code()).collect();
    assert_eq!(choices, ["for", "against"]);
}

#[test]
fn a_vote_without_a_quorum_is_warned_of_when_it_opens() {
    let mut council = in_session(3);
    assert_eq!(council.does(opens("council/majority_present")).warnings, ["quorum_missing"]);
    council.does(json!({"do": "undo"}));
    assert!(council.does(opens("council/plurality")).warnings.is_empty());
    council.does(json!({"do": "undo"}));
    let old = council.does(opens("assembly/residents-2018")).warnings;
    assert_eq!(old, ["rule_superseded", "quorum_missing"]);
}

#[test]
fn where_nobody_signed_in_hands_are_compared_and_a_share_cannot_be_confirmed() {
    for (rule, expected) in [("council/plurality", "passed"), ("council/majority_present", "cannot_be_confirmed")] {
        let mut council = in_session(0);
        assert_eq!(council.does(opens(rule)).warnings, ["base_unknown"]);
        council.does(hands(12, 3, 1));
        assert_eq!(verdict(&mut council), expected, "{rule}");
    }
}

/// Two seats among four candidates; each of five may choose two.
fn candidates(council: &mut Laptop, counts: &Value) -> Value {
    let mut vote = opens("council/majority_present");
    vote["options"] = json!(["甲", "乙", "丙", "丁"]);
    vote["seats"] = json!(2);
    council.does(vote);
    assert_eq!(council.vote("V1").options.as_ref().unwrap().choices, 2);
    council.does(json!({"do": "cast_votes", "meeting": "M1", "counts": counts}));
    council.does(closes()).facts.remove(0)
}

#[test]
fn candidates_fill_the_seats_in_the_order_of_their_votes() {
    let mut council = in_session(5);
    let closed = candidates(&mut council, &json!({"甲": 3, "丙": 4, "乙": 2}));
    assert_eq!((&closed["verdict"], &closed["chosen"]), (&json!("passed"), &json!([2, 0])));
    assert_eq!(
        council.refuses(json!({"do": "open_vote", "meeting": "M1", "item": 1, "rule": "council/plurality",
        "question": "再投", "run_off_of": "V1"})),
        "no_tie"
    );
    // Two of five are no majority of those present, so the second seat stays empty.
    let closed = candidates(&mut in_session(5), &json!({"甲": 2, "丙": 4}));
    assert_eq!(closed["verdict"], "not_passed");
}

#[test]
fn a_tie_at_the_cut_is_decided_by_a_run_off_between_those_who_tied() {
    let mut council = in_session(5);
    let closed = candidates(&mut council, &json!({"甲": 4, "乙": 3, "丙": 3}));
    assert_eq!((&closed["chosen"], &closed["tied"]), (&json!([0]), &json!([1, 2])));
    council.does(json!({"do": "open_vote", "meeting": "M1", "item": 1, "rule": "council/majority_present",
        "question": "乙与丙再投", "run_off_of": "V1"}));
    let options = council.vote("V2").options.clone().unwrap();
    assert_eq!((options.names, options.seats, options.choices), (vec!["乙".to_owned(), "丙".to_owned()], 1, 1));
    council.does(json!({"do": "cast_votes", "meeting": "M1", "counts": {"乙": 2, "丙": 3}}));
    let closed = council.does(closes());
    assert_eq!((&closed.facts[0]["verdict"], &closed.facts[0]["chosen"]), (&json!("passed"), &json!([1])));
}

#[test]
fn options_take_counts_of_their_own_names_and_no_more_than_there_are_choices() {
    let mut council = in_session(5);
    let mut vote = opens("council/plurality");
    for (options, refusal) in [(json!(["甲"]), "out_of_range"), (json!(["甲", "甲"]), "name_taken")] {
        vote["options"] = options;
        assert_eq!(council.refuses(vote.clone()), refusal);
    }
    vote["options"] = json!(["甲", "乙"]);
    council.does(vote);
    let counts = |counts: Value| json!({"do": "cast_votes", "meeting": "M1", "counts": counts});
    assert_eq!(council.refuses(counts(json!({"戊": 1}))), "unknown_option");
    assert_eq!(council.refuses(counts(json!({"甲": 6}))), "more_than_all");
    assert_eq!(council.refuses(counts(json!({"甲": 3, "乙": 3}))), "more_than_all", "one choice each");
    assert_eq!(council.refuses(hands(3, 2, 0)), "one_of");
    assert_eq!(council.refuses(votes("P1", "for")), "one_of");
    council.does(counts(json!({"甲": 3, "乙": 2})));
    assert_eq!(council.refuses(counts(json!({"甲": 3}))), "already_counted");
}

/// Owners of 60 units and 6,000.00 m² vote; so many of them for it, with a hundred square metres each.
fn owners_vote(council: &mut Laptop, rule: &str, approve: u32, against: u32) -> String {
    let mut vote = opens(rule);
    vote["all"] = json!({"heads": 60, "area": "6000.00"});
    council.does(vote);
    let amount = |heads: u32| json!({"heads": heads, "area": format!("{heads}00.00")});
    council.does(json!({"do": "cast_votes", "meeting": "M1", "for": amount(approve), "against": amount(against),
        "abstain": amount(0)}));
    verdict(council)
}

#[test]
fn what_only_owners_can_decide_is_adopted_once_they_have() {
    let mut council = in_session(5);
    council.does(json!({"do": "change_matter", "matter": "A1", "decision": "owners_joint", "flags": ["fund"]}));
    let adopt = json!({"do": "resolve", "meeting": "M1", "item": 1, "outcome": "adopted"});
    let refused = council.tries(adopt.clone()).unwrap_err();
    assert_eq!(refused.code(), "needs_owners_vote");
    assert!(ZH.refusal(&refused).contains("民法典第278条：使用维修资金"), "{}", ZH.refusal(&refused));
    assert_eq!(council.does(opens("council/consensus")).warnings, ["owners_joint_likely"]);
    council.does_all([hands(5, 0, 0), closes()]);
    assert_eq!(council.refuses(adopt.clone()), "needs_owners_vote", "a council's vote cannot replace it");
    // 39 of 60 are fewer than the 40 that must take part.
    assert_eq!(owners_vote(&mut council, "owners/use_fund", 39, 0), "not_passed");
    assert_eq!(council.refuses(adopt.clone()), "needs_owners_vote");
    // 40 of 60 are two thirds of all; that was enough under the old law, and is not asked today.
    assert_eq!(owners_vote(&mut council, "owners-2007/use_fund", 40, 0), "passed");
    assert_eq!(council.refuses(adopt.clone()), "needs_owners_vote");
    assert_eq!(owners_vote(&mut council, "owners/use_fund", 21, 19), "passed");
    council.does(adopt);
    assert_eq!(council.stands("A1"), "act/unassigned");
}

#[test]
fn owners_ballots_come_in_one_pile_after_the_other_and_never_exceed_all() {
    let mut council = in_session(5);
    let mut vote = opens("owners/raise_fund");
    vote["all"] = json!({"heads": 60, "area": "6000.00"});
    council.does(vote.clone());
    let pile = |heads: u32, area: &str| {
        let none = json!({"heads": 0, "area": "0"});
        json!({"do": "cast_votes", "meeting": "M1", "for": {"heads": heads, "area": area}, "against": none, "abstain": none})
    };
    council.does(pile(30, "3000.00"));
    assert_eq!(council.refuses(pile(31, "3000.00")), "more_than_all");
    assert_eq!(council.refuses(pile(30, "3000.01")), "more_than_all");
    assert_eq!(council.refuses(hands(1, 0, 0)), "bad_amount", "heads alone beside areas");
    council.does(pile(10, "1000.00"));
    assert_eq!(verdict(&mut council), "passed");
    // Without all owners nobody can say whether enough of them took part.
    assert_eq!(council.does(opens("owners/raise_fund")).warnings, ["base_unknown"]);
    council.does(pile(30, "3000.00"));
    assert_eq!(verdict(&mut council), "cannot_be_confirmed");
    vote["options"] = json!(["甲", "乙"]);
    assert_eq!(council.refuses(vote), "owners_choose_one_by_one");
}

#[test]
fn a_communitys_own_rule_is_counted_by_and_may_not_ask_less_than_the_law() {
    let mut council = in_session(5);
    let mut set = serde_json::to_value(rules("standard")).unwrap();
    let law = mazha::data::vote_rules().into_iter().find(|rule| rule.name == "owners/use_fund").unwrap();
    let mut own = serde_json::to_value(law).unwrap();
    own["name"] = json!("owners/our-fund");
    own["tests"][2]["threshold"] = json!("3/5");
    set["votes"] = json!([own]);
    council.does(json!({"do": "adopt_rules", "rules": set}));
    // 24 of 40 are three fifths, and more are asked; 25 are more.
    assert_eq!(owners_vote(&mut council, "owners/our-fund", 24, 16), "not_passed");
    assert_eq!(owners_vote(&mut council, "owners/our-fund", 25, 15), "passed");
    set["votes"][0]["tests"][0]["threshold"] = json!("1/2");
    let refused = council.tries(json!({"do": "adopt_rules", "rules": set})).unwrap_err();
    assert_eq!(refused.code(), "looser_than_law");
    assert!(EN.refusal(&refused).contains("art. 278 wants heads taking part ≥ 2/3"), "{}", EN.refusal(&refused));
    set["votes"][0]["tests"] = json!([]);
    assert_eq!(council.refuses(json!({"do": "adopt_rules", "rules": set})), "bad_vote_rule");
    assert_eq!(council.refuses(opens("owners/nothing")), "unknown_vote_rule");
}

#[test]
fn ballots_written_in_ignorance_of_the_closing_are_kept_and_not_counted() {
    let mut first = in_session(5);
    first.does_all([opens("council/majority_present"), votes("P1", "for")]);
    let mut second = first.second("bbbbbb", "李干事");
    first.does_all([votes("P2", "for"), votes("P3", "for"), closes()]);
    second.does_all([votes("P2", "against")]);
    first.meets(&mut second);
    let vote = first.vote("V1");
    assert_eq!(vote.ballots.len(), 3, "one ballot each, the first that was written");
    assert_eq!(first.register.suspended().len(), 1);
}

#[test]
fn a_vote_is_told_in_both_languages_as_arithmetic() {
    let mut council = in_session(4);
    council.does_all([opens("council/majority_present"), hands(3, 1, 0), closes()]);
    let told = |text: mazha::text::Text| {
        let acts = council.register.entries().iter().rev().take(3).rev();
        acts.map(|entry| text.entry(entry, &council.register, None)).collect::<Vec<_>>()
    };
    assert_eq!(
        told(ZH),
        [
            "开始表决 2026-A-V001：在东门增设路灯（按到会人员过半数同意，可投票 4 人）",
            "计票：同意 3 + 反对 1",
            "2026-A-V001 表决结束：通过。到会：4 / 7（全体成员）＞ 1/2，须 4，达到，同意：3 / 4（到会或委托）＞ 1/2，须 3，达到",
        ]
    );
    assert!(told(EN)[2].contains("2026-A-V001 closed: passed. attending: 4 / 7 (all members) > 1/2, needs 4: met"));
}
