//! Bodies at the table, people on the roster, and how both are named.

use mazha::domain::event::Lead;
use mazha::domain::refusal::Refusal;

use super::bench::{Laptop, json};

fn candidates(refusal: Refusal) -> Vec<String> {
    match refusal {
        Refusal::AmbiguousId { candidates, .. } => candidates,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_kind_names_its_body_while_there_is_only_one() {
    let mut council = Laptop::founded();
    let done = council.does(json!({"do": "add_person", "name": "赵强", "body": "property_company"}));
    assert_eq!(done.events, ["person_added"]);
    assert_eq!(done.id, "A-P001");
    assert_eq!(council.person("P1").body, council.body("B3").key);
}

#[test]
fn a_body_is_made_from_its_kind_when_there_is_none_and_only_once() {
    let mut council = Laptop::founded();
    let matter = council.accepted("immediate");
    let done = council.does(json!({"do": "assign_task", "matter": matter, "lead": "department", "text": "查飞线",
        "due": "2026-03-10", "helpers": ["department", "supervisor", "supervisor"]}));
    assert_eq!(done.events, ["body_added", "body_added", "task_assigned"]);
    assert_eq!(done.id, "2026-A-T001");
    assert_eq!(done.facts[0]["kind"], "department");
    let task = council.task("T1");
    assert_eq!(task.lead, Lead::Body(council.body("B4").key));
    assert_eq!(task.helpers, [Lead::Body(council.body("B5").key)], "nobody helps oneself");
    let done = council.does(json!({"do": "add_person", "name": "孙立", "body": "department"}));
    assert_eq!(done.events, ["person_added"]);
}

#[test]
fn several_bodies_of_a_kind_are_told_apart_by_name_and_number() {
    let mut council = Laptop::founded();
    council.does(json!({"do": "change_body", "body": "owners_committee", "name": "锦绣一期业委会"}));
    council.does(json!({"do": "add_body", "kind": "owners_committee", "name": "锦绣二期业委会"}));
    let by_kind = council.tries(json!({"do": "add_person", "name": "周敏", "body": "owners_committee"}));
    assert_eq!(candidates(by_kind.unwrap_err()), ["A-B02", "A-B04"]);
    for (body, number) in [("锦绣二期业委会", "B4"), ("A-B02", "B2"), ("b4", "B4")] {
        let id = council.does(json!({"do": "add_person", "name": "周敏", "body": body})).id;
        assert_eq!(council.person(&id).body, council.body(number).key, "{body}");
    }
    let again = json!({"do": "add_body", "kind": "owners_committee", "name": " 锦绣二期业委会 "});
    assert_eq!(council.refuses(again), "name_taken");
}

#[test]
fn a_person_is_named_by_a_full_name_that_only_one_bears() {
    let mut council = Laptop::founded();
    council.does(json!({"do": "add_person", "name": "刘洋", "body": "property_company"}));
    let matter = council.accepted("immediate");
    council.does(json!({"do": "assign_task", "matter": matter, "lead": "刘洋", "text": "换灯", "due": "2026-03-10"}));
    assert_eq!(council.task("T1").lead, Lead::Person(council.person("P1").key));
    council.does(json!({"do": "add_person", "name": "刘洋", "body": "owners_committee"}));
    let mark = json!({"do": "assign_task", "matter": matter, "lead": "刘洋", "text": "换灯", "due": "2026-03-10"});
    assert_eq!(candidates(council.tries(mark).unwrap_err()), ["A-P001", "A-P002"]);
}

#[test]
fn changes_touch_what_is_given_and_an_empty_text_clears() {
    let mut council = Laptop::founded();
    council.does(
        json!({"do": "add_person", "name": "赵强", "body": "property_company", "role": "经理", "phone": "0535-1",
        "until": "2026-12-31"}),
    );
    assert!(council.person("P1").voting, "a vote unless said otherwise");
    let done = council.does(json!({"do": "change_person", "person": "P1", "phone": "", "voting": false, "until": "",
        "role": "经理"}));
    assert_eq!(done.events, ["person_changed"; 3], "the role is what it was");
    let person = council.person("P1");
    assert_eq!((person.phone.as_deref(), person.role.as_deref(), person.until), (None, Some("经理"), None));
    assert!(!person.voting);

    council
        .does(json!({"do": "convene_meeting", "kind": "bench", "title": "板凳会", "at": "2026-03-03T19:00:00+08:00",
        "chair": "P1", "invite": ["P1"]}));
    council.does(json!({"do": "change_meeting", "meeting": "M1", "chair": ""}));
    assert_eq!(council.meeting("M1").chair, None);
    assert_eq!(council.refuses(json!({"do": "change_meeting", "meeting": "M1", "chair": " "})), "nothing_changes");
}

#[test]
fn texts_are_kept_without_control_characters_and_blanks_around_them() {
    let mut council = Laptop::founded();
    let done = council
        .does(json!({"do": "raise_matter", "title": " 东门\u{0}\u{1b}[31m路灯\t不亮\r\n\u{3000}", "channel": "visit",
        "detail": "一\r\n二\r三", "raised_by": "  "}));
    let matter = council.matter(&done.id);
    assert_eq!(matter.title, "东门[31m路灯 不亮");
    assert_eq!(matter.detail.as_deref(), Some("一\n二\n三"));
    assert_eq!(matter.raised_by, None, "blanks are no name");
    let done = council.does(json!({"do": "raise_matter", "title": "ab\u{202e}cd e\u{301}", "channel": "visit"}));
    assert_eq!(council.matter(&done.id).title, "ab\u{202e}cd e\u{301}", "what can be seen is kept as it was written");
}

#[test]
fn lengths_are_counted_in_characters() {
    let mut council = Laptop::founded();
    let title = "灯".repeat(200);
    council.does(json!({"do": "raise_matter", "title": title, "channel": "visit"}));
    assert_eq!(
        council.refuses(json!({"do": "raise_matter", "title": format!("{title}灯"), "channel": "visit"})),
        "too_long"
    );
}

#[test]
fn a_new_rule_set_governs_only_what_comes_after() {
    let mut council = Laptop::founded();
    let (before, asked) = (council.accepted("fast"), council.work_done());
    council.does(json!({"do": "follow_up", "matter": asked, "reached": true, "solved": "partly"}));
    let mut rules = serde_json::to_value(super::bench::rules("standard")).unwrap();
    rules["name"] = json!("ours");
    rules["routes"]["fast"] = json!({"hours": 48});
    rules["follow_up"]["bad_solved"] = json!(["no", "partly"]);
    let done = council.does(json!({"do": "adopt_rules", "rules": rules}));
    assert_eq!(done.events, ["rules_adopted"]);
    assert_eq!(council.register.rules().name, "ours");
    assert_eq!(council.register.adoptions().len(), 2);

    assert_eq!(council.stands(&asked), "evaluate/satisfied", "judged by the rules of the day");
    assert_eq!(council.matter(&before).due.unwrap().to_string(), "2026-03-05");
    let after = council.accepted("fast");
    assert_eq!(council.matter(&after).due.unwrap().to_string(), "2026-03-04T09:00:00+08:00");
    let done = council.does(json!({"do": "follow_up", "matter": asked, "reached": true, "solved": "partly"}));
    assert_eq!(done.events, ["followed_up", "sent_back"]);
}

#[test]
fn a_preset_is_adopted_by_name() {
    let mut council = Laptop::founded();
    council.does(json!({"do": "adopt_rules", "preset": "shaoxing"}));
    assert_eq!(council.register.rules().name, "shaoxing");
}

#[test]
fn a_body_answers_to_the_plain_name_of_its_kind_in_either_language() {
    let mut council = Laptop::founded();
    council.does(json!({"do": "add_person", "name": "赵敏", "body": "居民委员会"}));
    council.does(json!({"do": "add_person", "name": "钱进", "body": "Property company"}));
    assert_eq!(council.person("P1").body, council.body("B1").key);
    assert_eq!(council.person("P2").body, council.body("B3").key);
}
