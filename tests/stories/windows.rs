//! Votes that last for days: until when ballots are taken, what puts that off, who counts, and when silence counts.

use mazha::data;
use mazha::domain::vote::{Silent, Verdict};
use mazha::text::{EN, ZH};
use serde_json::Value;

use super::bench::{Laptop, json, rules};
use super::owners::{ballot, closes, council, opens};

/// An owners' vote until the end of Thursday 12 March 2026.
fn windowed() -> Value {
    let mut vote = opens();
    vote["until"] = json!("2026-03-12");
    vote
}

fn extends(until: &str) -> Value {
    json!({"do": "extend_vote", "meeting": "M1", "until": until, "reason": "回收的票不够"})
}

/// The standard rules with this rule of the community's own beside them.
fn adopts(council: &mut Laptop, own: &Value) -> Result<(), &'static str> {
    let mut set = serde_json::to_value(rules("standard")).unwrap();
    set["votes"] = json!([own]);
    council.tries(json!({"do": "adopt_rules", "rules": set})).map(|_| ()).map_err(|refusal| refusal.code())
}

fn shipped(name: &str) -> Value {
    serde_json::to_value(data::vote_rules().into_iter().find(|rule| rule.name == name).unwrap()).unwrap()
}

fn adopted() -> Value {
    json!({"title": {"zh": "业主大会议事规则第九条", "en": "the assembly's rules, art. 9"}, "on": "2025-06-01"})
}

#[test]
fn ballots_are_taken_to_the_end_of_the_last_day_and_not_after_it() {
    let mut council = council();
    council.does(windowed());
    council.at("2026-03-12T23:59:59+08:00").does(ballot("U1", "for"));
    let late = council.at("2026-03-13T00:00:00+08:00").tries(ballot("U2", "for")).unwrap_err();
    assert_eq!(late.code(), "vote_ended");
    assert!(ZH.refusal(&late).contains("已于 2026-03-12 截止"), "{}", ZH.refusal(&late));
    assert!(EN.refusal(&late).contains("were taken until 2026-03-12"), "{}", EN.refusal(&late));
    // What was in the box by then may be entered when it is opened.
    let mut in_time = ballot("U2", "for");
    in_time["received"] = json!("2026-03-12T18:00:00+08:00");
    council.does(in_time.clone());
    for (received, code) in [
        ("2026-03-13T00:00:00+08:00", "vote_ended"),
        ("2026-03-14T00:00:00+08:00", "not_in_window"),
        ("2026-03-01T18:00:00+08:00", "not_in_window"),
    ] {
        in_time["unit"] = json!("U3");
        in_time["received"] = json!(received);
        assert_eq!(council.refuses(in_time.clone()), code, "{received}");
    }
    council.does(closes());
    assert_eq!(council.vote("V1").units_not_voted().count(), 3);
}

#[test]
fn an_end_lies_ahead_and_may_be_an_instant() {
    let mut council = council();
    let mut vote = opens();
    vote["until"] = json!("2026-03-01");
    assert_eq!(council.refuses(vote.clone()), "end_not_ahead");
    vote["until"] = json!("2026-03-05T18:00:00+08:00");
    council.does(vote);
    council.at("2026-03-05T18:00:00+08:00").does(ballot("U1", "for"));
    assert_eq!(council.at("2026-03-05T18:00:01+08:00").refuses(ballot("U2", "for")), "vote_ended");
}

#[test]
fn the_end_can_be_put_off_while_it_is_ahead_and_as_often_as_the_rule_allows() {
    let mut council = council();
    council.does(windowed());
    assert_eq!(council.refuses(extends("2026-03-12")), "end_not_later");
    assert_eq!(council.refuses(extends("2026-03-11")), "end_not_later");
    let done = council.does(extends("2026-03-20"));
    assert_eq!((&done.facts[0]["from"], &done.facts[0]["until"]), (&json!("2026-03-12"), &json!("2026-03-20")));
    council.at("2026-03-20T20:00:00+08:00").does_all([ballot("U1", "for"), extends("2026-03-25")]);
    assert_eq!(council.vote("V1").window.unwrap().extended, 2);
    assert_eq!(council.at("2026-03-26T08:00:00+08:00").refuses(extends("2026-04-01")), "vote_ended");

    let mut council = self::council();
    let mut own = shipped("owners/use_fund");
    own["name"] = json!("owners/ours");
    own["extensions"] = json!(1);
    adopts(&mut council, &own).unwrap();
    let mut vote = windowed();
    vote["rule"] = json!("owners/ours");
    council.does_all([vote, extends("2026-03-20")]);
    assert_eq!(council.refuses(extends("2026-03-30")), "extended_enough");
}

#[test]
fn a_vote_without_an_end_has_none_to_put_off() {
    let mut council = council();
    council.does(opens());
    assert_eq!(council.refuses(extends("2026-03-20")), "no_window");
}

#[test]
fn an_owners_vote_is_closed_before_its_end_for_a_reason_or_when_all_have_voted() {
    let mut council = council();
    council.does_all([windowed(), ballot("U1", "for"), ballot("U2", "for"), ballot("U3", "for")]);
    let early = council.tries(closes()).unwrap_err();
    assert_eq!(early.code(), "before_end");
    assert!(EN.refusal(&early).contains("until 2026-03-12"), "{}", EN.refusal(&early));
    let mut others = council.clone();
    let mut reasoned = closes();
    reasoned["reason"] = json!("年份写错");
    assert_eq!(others.does(reasoned).warnings, ["closed_early"]);
    // The developer's two units are one head, and each has its ballot.
    council.does(ballot("U4", "against"));
    assert_eq!(council.refuses(closes()), "before_end");
    council.does(ballot("U5", "against"));
    assert!(council.does(closes()).warnings.is_empty());
    // After the end it is simply closed.
    let mut council = self::council();
    council.does_all([windowed(), ballot("U1", "for")]);
    assert!(council.at("2026-03-13T08:00:00+08:00").does(closes()).warnings.is_empty());
}

#[test]
fn any_other_vote_that_is_closed_early_is_remarked_on() {
    let mut council = Laptop::founded();
    council.does(json!({"do": "add_person", "name": "赵一", "body": "residents"}));
    council.does(json!({"do": "add_person", "name": "钱二", "body": "residents"}));
    let matter = council.accepted("joint");
    let meeting = council.in_session(&matter);
    for person in ["P1", "P2"] {
        council.does(json!({"do": "mark_attendance", "meeting": meeting, "person": person, "state": "present"}));
    }
    council.does(json!({"do": "take_up", "meeting": meeting, "item": 1}));
    council
        .does(json!({"do": "open_vote", "meeting": "M1", "item": 1, "rule": "council/plurality", "question": "路灯",
        "until": "2026-03-04"}));
    council.does(json!({"do": "cast_votes", "meeting": "M1", "person": "P1", "choice": "for"}));
    assert_eq!(council.does(closes()).warnings, ["closed_early"]);
}

#[test]
fn an_assembly_in_writing_takes_ballots_while_its_meeting_is_interrupted() {
    let mut council = council();
    council.does_all([windowed(), json!({"do": "pause_meeting", "meeting": "M1"}), ballot("U1", "for")]);
    assert_eq!(council.vote("V1").units_not_voted().count(), 4);
    let mut council = self::council();
    council.does_all([opens(), json!({"do": "pause_meeting", "meeting": "M1"})]);
    assert_eq!(council.refuses(ballot("U1", "for")), "meeting_paused");
}

#[test]
fn a_ballot_without_against_is_remarked_on() {
    let mut council = council();
    let mut vote = opens();
    vote["offers"] = json!(["for", "abstain"]);
    assert_eq!(council.does(vote.clone()).warnings, ["no_against"]);
    council.does(json!({"do": "undo"}));
    vote["offers"] = json!(["for", "with_majority", "against"]);
    assert_eq!(council.refuses(vote.clone()), "no_following");
    vote["offers"] = json!(["for", "against"]);
    assert!(council.does(vote).warnings.is_empty());
}

/// Three people who could count, in a council about to elect.
fn electing() -> (Laptop, Value) {
    let mut council = Laptop::founded();
    for name in ["赵一", "钱二", "孙三"] {
        council.does(json!({"do": "add_person", "name": name, "body": "residents"}));
    }
    let matter = council.accepted("joint");
    let meeting = council.in_session(&matter);
    for person in ["P1", "P2", "P3"] {
        council.does(json!({"do": "mark_attendance", "meeting": meeting, "person": person, "state": "present"}));
    }
    council.does(json!({"do": "take_up", "meeting": meeting, "item": 1}));
    let vote = json!({"do": "open_vote", "meeting": "M1", "item": 1, "rule": "council/plurality", "question": "推选",
        "secret": true});
    (council, vote)
}

#[test]
fn secret_ballots_are_counted_by_two_people_who_do_not_stand() {
    let (mut council, mut vote) = electing();
    assert_eq!(council.does(vote.clone()).warnings, ["tellers_missing"]);
    council.does(json!({"do": "undo"}));
    vote["teller"] = json!("P1");
    assert_eq!(council.refuses(vote.clone()), "empty");
    vote["scrutineer"] = json!("P1");
    assert_eq!(council.refuses(vote.clone()), "bad_teller", "one person");
    vote["scrutineer"] = json!("P2");
    vote["options"] = json!(["钱二", "孙三"]);
    let stands = council.tries(vote.clone()).unwrap_err();
    assert!(stands.code() == "bad_teller" && ZH.refusal(&stands).starts_with("钱二不能担任"));
    vote["options"] = json!([]);
    assert!(council.does(vote).warnings.is_empty());
    let by_name = json!({"do": "cast_votes", "meeting": "M1", "person": "P1", "choice": "for"});
    assert_eq!(council.refuses(by_name), "vote_secret");
    council.does(json!({"do": "cast_votes", "meeting": "M1", "for": 2, "against": 1, "abstain": 0}));
    assert_eq!(council.does(closes()).facts[0]["verdict"], "passed");
}

#[test]
fn a_run_off_knows_the_vote_whose_tie_it_decides() {
    let (mut council, mut vote) = electing();
    vote["secret"] = json!(false);
    vote["options"] = json!(["甲", "乙"]);
    council.does(vote.clone());
    council.does(json!({"do": "cast_votes", "meeting": "M1", "counts": {"甲": 1, "乙": 1}}));
    council.does(closes());
    vote["options"] = json!([]);
    vote["run_off_of"] = json!("V1");
    council.does(vote);
    assert_eq!(council.vote("V2").run_off_of, Some(council.vote("V1").key));
}

#[test]
fn silence_consents_only_by_what_the_owners_adopted() {
    let mut council = council();
    let mut vote = opens();
    vote["rule"] = json!("objection/use_fund");
    assert_eq!(council.refuses(vote.clone()), "rule_not_adopted", "what ships is a pattern");
    let mut own = shipped("objection/use_fund");
    own["name"] = json!("objection/ours");
    assert_eq!(adopts(&mut council, &own), Err("bad_vote_rule"));
    own["adopted"] = adopted();
    adopts(&mut council, &own).unwrap();
    vote["rule"] = json!("objection/ours");
    assert_eq!(council.does(vote.clone()).warnings, ["silence_counts"]);
    // Of three heads a third may object, and of 380.75 m² 126.91: 乙 with 90.50 m² is within both.
    council.does_all([ballot("U3", "against"), closes()]);
    let tests = council.vote("V1").tally().tests;
    let shown: Vec<_> = tests.iter().map(|test| (test.numerator, test.denominator, test.needs)).collect();
    // 3 × 2/3 = 2; 380.75 × 2/3 = 253.833…, so 253.84; 380.75 − 90.50 = 290.25.
    assert_eq!(shown, [(Some(2), Some(3), Some(2)), (Some(29_025), Some(38_075), Some(25_384))]);
    assert!(council.vote("V1").came_to(Verdict::Passed));
    assert_eq!(council.vote("V1").silent_both_ways(), None);
    // 甲 with 180.00 m² is a third of the heads and more than a third of the area.
    council.does_all([vote, ballot("U1", "against"), ballot("U2", "against"), closes()]);
    assert!(council.vote("V2").came_to(Verdict::NotPassed));
}

#[test]
fn what_takes_three_quarters_does_not_pass_by_silence_of_two_thirds() {
    let mut council = council();
    let mut own = shipped("objection/use_fund");
    own["name"] = json!("objection/raise");
    own["matter"] = json!("raise_fund");
    own["adopted"] = adopted();
    assert_eq!(adopts(&mut council, &own), Err("looser_than_law"));
    for test in 0..2 {
        own["tests"][test]["threshold"] = json!("3/4");
    }
    adopts(&mut council, &own).unwrap();
}

#[test]
fn silence_goes_with_the_majority_only_by_what_the_owners_adopted_and_both_readings_are_shown() {
    let mut council = council();
    let mut own = shipped("owners/raise_fund");
    own["name"] = json!("owners/ours");
    own["silent"] = json!("with_majority");
    assert_eq!(adopts(&mut council, &own), Err("bad_vote_rule"));
    own["adopted"] = adopted();
    adopts(&mut council, &own).unwrap();
    let mut vote = opens();
    vote["rule"] = json!("owners/ours");
    council.does(vote);
    // 甲 for with 180.00 m², 乙 against with 90.50: half of the heads that took part is no majority to go with.
    council.does_all([ballot("U1", "for"), ballot("U2", "for"), ballot("U3", "against"), closes()]);
    let vote = council.vote("V1");
    assert_eq!(vote.rule.silent, Silent::WithMajority);
    assert!(vote.came_to(Verdict::NotPassed) && !vote.silent_both_ways().unwrap().hangs_on_it());
}
