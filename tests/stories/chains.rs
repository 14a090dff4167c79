//! Step chains: who must have said yes, in which order, what was counted, and how long it must hang before the next step.

use mazha::data;
use mazha::domain::chain::StepState;
use mazha::domain::stage::Stage;
use mazha::text::{EN, ZH};
use serde_json::Value;

use super::bench::{Laptop, json, rules};

/// A council in which matter A1 waits for an agenda and follows this chain.
fn following(chain: &str) -> Laptop {
    let mut council = Laptop::founded();
    council.accepted("joint");
    council.does(json!({"do": "start_chain", "matter": "A1", "chain": chain}));
    council
}

fn takes(step: &str) -> Value {
    json!({"do": "take_step", "matter": "A1", "step": step})
}

/// Thirty Party members are expected; so many are there, and so many are for it.
fn review(present: u32, approve: u32) -> Value {
    json!({"do": "take_step", "matter": "A1", "step": "review", "members": 30, "present": present, "for": approve})
}

/// Twelve representatives, eight there; so many are for it.
fn resolves(approve: u32) -> Value {
    json!({"do": "take_step", "matter": "A1", "step": "resolve", "members": 12, "present": 8, "for": approve})
}

fn posts(kind: &str, days: u32) -> Value {
    json!({"do": "post_notice", "about": "A1", "kind": kind, "days": days})
}

/// The code name of the step that comes next or runs, and how far it is.
fn next(council: &Laptop) -> Option<(String, &'static str)> {
    let next = council.matter("A1").next_step(&council.register, council.now)?;
    Some((next.step.key.clone(), next.state.code()))
}

fn is_next(council: &Laptop, step: &str) -> bool {
    next(council) == Some((step.to_owned(), "next"))
}

/// A meeting adopts it, work is done and the raiser is content.
fn done_and_asked(council: &mut Laptop) {
    let meeting = council.in_session("A1");
    council.does_all([
        json!({"do": "take_up", "meeting": meeting, "item": 1}),
        json!({"do": "resolve", "meeting": meeting, "item": 1, "outcome": "adopted"}),
        json!({"do": "answer_matter", "matter": "A1", "ending": "solved", "text": "已办好"}),
    ]);
}

#[test]
fn every_chain_that_ships_makes_sense_and_its_rules_are_there() {
    let chains = data::chains();
    let names: Vec<&str> = chains.iter().map(|chain| chain.name.as_str()).collect();
    assert_eq!(names, ["four-two", "five-two", "six-two", "six-one-two"]);
    // Four, five or six bodies, a filing in the last, and two publications.
    let steps: Vec<usize> = chains.iter().map(|chain| chain.steps.len()).collect();
    assert_eq!(steps, [4 + 2, 5 + 2, 6 + 2, 6 + 1 + 2]);
    let rules = data::vote_rules();
    for chain in &chains {
        assert_eq!(chain.contradiction(), None, "{}", chain.name);
        let published: Vec<_> = chain.steps.iter().filter_map(|step| step.days).collect();
        assert_eq!(published, [7, 7], "{}", chain.name);
        for step in &chain.steps {
            assert!(!step.title.zh.is_empty() && !step.title.en.is_empty(), "{} {}", chain.name, step.key);
            let rule = step.rule.as_ref().map(|name| rules.iter().find(|rule| rule.name == *name).unwrap());
            assert!(rule.is_none_or(|rule| rule.superseded.is_none()), "{} {}", chain.name, step.key);
        }
    }
}

#[test]
fn four_deliberations_and_two_publications_one_after_the_other() {
    let mut council = following("four-two");
    council.does(takes("propose"));
    // Without a name it is the next step that is taken.
    council.does(json!({"do": "take_step", "matter": "A1", "text": "两委一致同意"}));
    assert!(is_next(&council, "review"));
    // Two thirds of 30 must be there: 20; half of the 30 expected must be for it: 15.
    for (present, approve) in [(19, 19), (20, 14)] {
        assert_eq!(council.does(review(present, approve)).facts[0]["verdict"], "not_passed");
        assert!(is_next(&council, "review"), "what did not pass can be tried again");
    }
    council.does(review(20, 15));
    // More than half of the eight there are five.
    council.does_all([resolves(4), resolves(5)]);
    assert!(is_next(&council, "publish_resolution"));
    done_and_asked(&mut council);
    // Monday 2 March and seven days is Monday the 9th.
    council.does(posts("resolution", 7));
    assert_eq!(next(&council), Some(("publish_resolution".to_owned(), "running")));
    let early = council.tries(posts("result", 7)).unwrap_err();
    assert_eq!(early.code(), "step_missing");
    assert_eq!(
        EN.refusal(&early),
        "“The result is published” waits for “The resolution is published”, which is posted until 2026-03-09."
    );
    assert_eq!(council.at("2026-03-09T23:00:00+08:00").refuses(posts("result", 7)), "step_missing");
    council.at("2026-03-10T09:00:00+08:00").does(posts("result", 7));
    // Tuesday 10 and seven days is Tuesday the 17th.
    assert_eq!(next(&council), Some(("publish_result".to_owned(), "running")));
    council.at("2026-03-18T09:00:00+08:00");
    assert_eq!(next(&council), None);
    assert_eq!(council.refuses(takes("propose")), "chain_done");
}

#[test]
fn an_objection_is_answered_in_time_before_the_chain_goes_on() {
    let mut council = following("four-two");
    council.does_all([takes("propose"), takes("discuss"), review(20, 15), resolves(5)]);
    done_and_asked(&mut council);
    council.does(posts("resolution", 7));
    // Thursday 5 March and three days is Sunday the 8th, so Monday the 9th.
    council.at("2026-03-05T09:00:00+08:00");
    let made = council.does(json!({"do": "object_to_notice", "notice": "N1", "by": "李阿姨", "text": "太吵"}));
    assert_eq!(made.facts[0]["answer_by"], json!({"date": "2026-03-09"}));
    council.at("2026-03-12T09:00:00+08:00");
    let waits = council.tries(posts("result", 7)).unwrap_err();
    assert!(waits.code() == "step_missing" && ZH.refusal(&waits).contains("异议"), "{}", ZH.refusal(&waits));
    council.does(json!({"do": "answer_objection", "objection": "O1", "text": "改到白天"}));
    council.does(posts("result", 7));
    let late = council.does(json!({"do": "object_to_notice", "notice": "N1", "by": "钱二", "text": "不同意"}));
    assert_eq!(late.warnings, ["objection_late"]);
    assert_eq!(next(&council), Some(("publish_result".to_owned(), "running")), "what comes late holds nothing up");
}

#[test]
fn a_step_out_of_its_turn_is_refused_with_the_one_that_is_missing() {
    let mut council = following("four-two");
    let refused = council.tries(review(20, 15)).unwrap_err();
    assert_eq!(refused.code(), "step_missing");
    assert_eq!(ZH.refusal(&refused), "“党员大会审议”之前还缺一步：党支部提议。请先完成它。");
    assert_eq!(council.refuses(posts("resolution", 7)), "step_missing");
    council.does(takes("propose"));
    assert_eq!(council.refuses(takes("propose")), "step_taken");
    assert_eq!(council.refuses(takes("nowhere")), "unknown_step");
    council.does(takes("discuss"));
    for (command, code) in [
        (takes("review"), "one_of"),
        (json!({"do": "take_step", "matter": "A1", "for": 5, "members": 30}), "empty"),
        (review(31, 15), "sums_contradict"),
        (review(20, 21), "sums_contradict"),
    ] {
        assert_eq!(council.refuses(command.clone()), code, "{command}");
    }
    council.does_all([review(20, 15), resolves(5)]);
    assert_eq!(council.refuses(takes("publish_resolution")), "step_is_published");
    // A notice of the topics is no step of the chain.
    council.does(posts("agenda", 3));
}

#[test]
fn nothing_is_counted_where_the_step_has_no_rule() {
    let mut council = following("four-two");
    let counted = json!({"do": "take_step", "matter": "A1", "step": "propose", "for": 5});
    assert_eq!(council.refuses(counted), "step_not_counted");
}

#[test]
fn a_vote_in_a_meeting_can_be_the_step() {
    let mut council = Laptop::founded();
    for name in ["赵一", "钱二", "孙三"] {
        council.does(json!({"do": "add_person", "name": name, "body": "residents"}));
    }
    council.accepted("joint");
    council.does(json!({"do": "start_chain", "matter": "A1", "chain": "four-two"}));
    council.does_all([takes("propose"), takes("discuss"), review(20, 15)]);
    let meeting = council.in_session("A1");
    for person in ["P1", "P2", "P3"] {
        council.does(json!({"do": "mark_attendance", "meeting": meeting, "person": person, "state": "present"}));
    }
    council.does(json!({"do": "take_up", "meeting": meeting, "item": 1}));
    let adopts = json!({"do": "resolve", "meeting": "M1", "item": 1, "outcome": "adopted"});
    assert_eq!(council.refuses(adopts.clone()), "chain_not_through");
    let opens = |rule: &str| json!({"do": "open_vote", "meeting": "M1", "item": 1, "rule": rule, "question": "路灯"});
    let hands = json!({"do": "cast_votes", "meeting": "M1", "for": 3, "against": 0, "abstain": 0});
    let closes = json!({"do": "close_vote", "meeting": "M1"});
    council.does_all([opens("council/plurality"), hands.clone(), closes.clone()]);
    let by = |vote: &str| json!({"do": "take_step", "matter": "A1", "step": "resolve", "vote": vote});
    assert_eq!(council.refuses(by("V1")), "other_vote", "counted by another rule");
    council.does(opens("council/majority_present"));
    assert_eq!(council.refuses(by("V2")), "vote_open");
    council.does_all([hands, closes, by("V2"), adopts]);
    assert_eq!(council.stands("A1"), "act/unassigned");
}

#[test]
fn a_filing_has_its_number_and_the_longest_chain_runs_to_its_end() {
    let mut council = following("six-one-two");
    for step in ["propose", "first_talk", "discuss", "advise"] {
        council.does(takes(step));
    }
    council.does_all([review(20, 15), resolves(5)]);
    assert_eq!(council.refuses(posts("resolution", 7)), "step_missing");
    assert_eq!(council.refuses(takes("file")), "empty");
    council.does(json!({"do": "take_step", "matter": "A1", "step": "file", "reference": "备〔2026〕8号"}));
    done_and_asked(&mut council);
    assert_eq!(council.does(posts("resolution", 3)).warnings, ["posting_short"]);
    council.at("2026-03-16T09:00:00+08:00").does(posts("result", 7));
    council.at("2026-03-30T09:00:00+08:00");
    assert!(council.matter("A1").progress(&council.register, council.now).iter().all(|p| p.state == StepState::Taken));
}

#[test]
fn what_belongs_to_evaluation_waits_for_it() {
    let mut council = following("five-two");
    council.does_all([takes("propose"), takes("discuss"), review(20, 15), resolves(5), posts("resolution", 7)]);
    council.at("2026-03-10T09:00:00+08:00");
    assert_eq!(council.matter("A1").next_step(&council.register, council.now).unwrap().step.stage, Stage::Evaluate);
    assert_eq!(council.refuses(takes("appraise")), "wrong_stage");
    assert_eq!(council.matter("A1").next_command(&council.register, council.now), None);
    done_and_asked(&mut council);
    council.does_all([takes("appraise"), posts("result", 7)]);
    // Closing it before the notice has hung is remarked on.
    council.does(json!({"do": "follow_up", "matter": "A1", "reached": true, "solved": "yes", "means": "phone"}));
    assert_eq!(council.does(json!({"do": "close_matter", "matter": "A1"})).warnings, ["chain_unfinished"]);
}

#[test]
fn six_deliberations_begin_and_offer_what_comes_next() {
    let mut council = following("six-two");
    for step in ["propose", "first_talk", "discuss", "advise", "review", "resolve"] {
        let offered = council.matter("A1").next_command(&council.register, council.now).unwrap();
        let offered = serde_json::to_value(offered).unwrap();
        assert_eq!(offered, json!({"do": "take_step", "matter": "2026-A001", "step": step}));
        council.does(match step {
            "review" => review(20, 15),
            "resolve" => resolves(5),
            _ => offered,
        });
    }
    let offered = council.matter("A1").next_command(&council.register, council.now).unwrap();
    let offered = serde_json::to_value(offered).unwrap();
    assert_eq!(offered, json!({"do": "post_notice", "about": "2026-A001", "kind": "resolution", "days": 7}));
}

#[test]
fn a_chain_is_chosen_once_and_may_be_the_communitys_own() {
    let mut council = Laptop::founded();
    council.accepted("joint");
    assert_eq!(council.refuses(takes("propose")), "no_chain");
    assert_eq!(council.refuses(json!({"do": "start_chain", "matter": "A1", "chain": "none"})), "unknown_chain");
    let mut set = serde_json::to_value(rules("standard")).unwrap();
    let words = json!({"zh": "两步", "en": "two steps"});
    set["chains"] = json!([{"name": "ours", "title": words, "source": words, "steps": [
        {"key": "say", "title": words, "kind": "sign_off", "bodies": ["building_head"]},
        {"key": "say", "title": words, "kind": "filing"}]}]);
    assert_eq!(council.refuses(json!({"do": "adopt_rules", "rules": set})), "bad_rules", "one name twice");
    set["chains"][0]["steps"][1]["key"] = json!("file");
    council.does(json!({"do": "adopt_rules", "rules": set}));
    let starts = |chain: &str| json!({"do": "start_chain", "matter": "A1", "chain": chain});
    council.does(starts("ours"));
    assert_eq!(council.refuses(starts("ours")), "nothing_changes");
    council.does_all([starts("four-two"), starts("ours"), takes("say")]);
    assert_eq!(council.refuses(starts("four-two")), "chain_begun");
    council.does_all([json!({"do": "undo"}), starts("four-two")]);
}

#[test]
fn where_it_stands_is_told_in_both_languages() {
    let mut council = following("four-two");
    council.does_all([takes("propose"), takes("discuss"), review(20, 14)]);
    let lines = |text: mazha::text::Text| -> Vec<String> {
        let lines = text.chain_lines(council.matter("A1"), &council.register, council.now);
        lines.into_iter().map(|(line, _)| line).collect()
    };
    let zh = lines(ZH);
    assert_eq!(zh[0], "四议两公开，已完成 2/6 步");
    assert!(zh[1].starts_with("1. 党支部提议：已完成"), "{}", zh[1]);
    assert!(zh[3].starts_with("3. 党员大会审议：下一步，上次未通过，社区党组织"), "{}", zh[3]);
    assert_eq!(zh[4], "4. 居民代表会议决议：未到");
    let en = lines(EN);
    assert_eq!(en[0], "Four deliberations, two publications, 2 of 6 steps done");
    assert!(en[3].starts_with("3. Party members review: next"), "{}", en[3]);
}

#[test]
fn steps_that_two_laptops_took_without_knowing_of_each_other_are_both_kept() {
    let mut first = following("four-two");
    let mut second = first.second("bbbbbb", "李干事");
    first.does(takes("propose"));
    second.does(takes("propose"));
    first.meets(&mut second);
    assert!(is_next(&first, "discuss"));
}
