//! Every refusal can be met; none is met where the contract only warns.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::bench::{Laptop, json, rules};

/// The codes that the rules can answer with, read from where they are written.
fn codes() -> BTreeSet<String> {
    let mut sources = vec![source("src/domain/refusal/code.rs")];
    sources.extend(["chain", "unit", "voting"].map(|family| source(&format!("src/domain/refusal/{family}.rs"))));
    // What a refusal speaks of comes after its code, and is no code.
    let lines = sources.iter().flat_map(|source| source.split("pub(super) fn field").take(1)).flat_map(str::lines);
    let codes = lines.filter_map(|line| {
        let (_, code) = line.trim().strip_prefix("Self::")?.split_once("=> \"")?;
        code.split('"').next().map(str::to_owned)
    });
    codes.collect()
}

fn source(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Whether a story tells of this refusal, as most do that need more than one command.
fn is_told_elsewhere(code: &str) -> bool {
    let stories = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories")).unwrap();
    let others = stories.map(|story| story.unwrap().path()).filter(|path| !path.ends_with("refusals.rs"));
    let quoted = format!("\"{code}\"");
    others.into_iter().any(|path| std::fs::read_to_string(path).unwrap().contains(&quoted))
}

/// A council in which something of everything has happened.
fn given() -> Laptop {
    let mut council = Laptop::founded();
    council.does(json!({"do": "add_person", "name": "赵强", "body": "property_company"}));
    council.does(json!({"do": "add_body", "kind": "owners_committee", "name": "二期业委会"}));
    let new = council.raised();
    let waiting = council.accepted("joint");
    let at_work = council.accepted("immediate");
    let task = council.task_for(&at_work);
    let to_ask = council.work_done();
    let done = council.done();
    assert_eq!(
        [&*new, &*waiting, &*at_work, &*to_ask, &*done],
        ["2026-A001", "2026-A002", "2026-A003", "2026-A004", "2026-A005"]
    );
    assert_eq!(task, "2026-A-T001");
    let owners = council.raised();
    council.does(json!({"do": "accept_matter", "matter": owners, "route": "joint", "decision": "owners_joint"}));
    let meeting = council.in_session(&owners);
    council.does(json!({"do": "place_on_agenda", "meeting": meeting, "topic": "停车"}));
    council.does(json!({"do": "resolve", "meeting": meeting, "item": 2, "outcome": "deferred"}));
    assert_eq!(meeting, "2026-A-M01");
    council
}

/// A meeting that is planned, one called off, one over and confirmed, one sealed: M2 to M5.
fn meetings(council: &mut Laptop) {
    for _ in 0..4 {
        council.called();
    }
    council.does(json!({"do": "cancel_meeting", "meeting": "M3"}));
    for meeting in ["M4", "M5"] {
        council.does(json!({"do": "open_meeting", "meeting": meeting}));
        council.does(json!({"do": "adjourn_meeting", "meeting": meeting}));
    }
    council.does(json!({"do": "confirm_minutes", "meeting": "M4", "body": "B1", "by": "赵主任"}));
    council.does(json!({"do": "seal_minutes", "meeting": "M5"}));
}

fn refused() -> Vec<(&'static str, Value)> {
    let mut without_routes = serde_json::to_value(rules("standard")).unwrap();
    without_routes["routes"] = json!({});
    let task = |of: Value| {
        let mut task = json!({"do": "assign_task", "lead": "B3", "text": "换灯", "due": "2026-03-10"});
        task.as_object_mut().unwrap().extend(of.as_object().unwrap().clone());
        task
    };
    vec![
        ("unknown_id", json!({"do": "tell_raiser", "matter": "Z9"})),
        ("unknown_id", json!({"do": "add_person", "name": "孙立", "body": "没有的单位"})),
        ("ambiguous_id", json!({"do": "add_person", "name": "孙立", "body": "owners_committee"})),
        ("empty", json!({"do": "raise_matter", "title": " \u{3000}\n", "channel": "visit"})),
        ("empty", json!({"do": "resolve", "meeting": "M1", "item": 1, "outcome": "referred"})),
        ("too_long", json!({"do": "raise_matter", "title": "长".repeat(201), "channel": "visit"})),
        ("too_long", json!({"do": "raise_matter", "title": "长", "channel": "visit", "detail": "长".repeat(20_001)})),
        ("out_of_range", json!({"do": "raise_matter", "title": "灯", "channel": "visit", "households": 0})),
        ("out_of_range", json!({"do": "report_progress", "task": "T1", "text": "在办", "percent": 101})),
        ("out_of_range", json!({"do": "post_notice", "about": "A1", "kind": "result", "days": 0})),
        ("out_of_range", json!({"do": "place_on_agenda", "meeting": "M1", "topic": "停车", "minutes": 601})),
        ("one_of", json!({"do": "place_on_agenda", "meeting": "M1"})),
        ("one_of", json!({"do": "adopt_rules"})),
        ("one_of", task(json!({"matter": "A3", "meeting": "M1", "item": 1}))),
        ("one_of", task(json!({"meeting": "M1"}))),
        ("unknown_category", json!({"do": "raise_matter", "title": "灯", "channel": "visit", "category": "ZZ"})),
        ("unknown_preset", json!({"do": "adopt_rules", "preset": "elsewhere"})),
        ("bad_rules", json!({"do": "adopt_rules", "rules": without_routes})),
        ("nothing_changes", json!({"do": "change_matter", "matter": "A1"})),
        ("name_taken", json!({"do": "add_body", "kind": "other", "name": "二期业委会"})),
        ("wrong_stage", json!({"do": "close_matter", "matter": "A1", "reason": "算了"})),
        ("cannot_merge_into", json!({"do": "merge_matter", "matter": "A1", "into": "A1"})),
        ("cannot_merge_into", json!({"do": "merge_matter", "matter": "A1", "into": "A5"})),
        ("level_not_higher", json!({"do": "raise_level", "matter": "A1", "level": "building", "reason": "难办"})),
        ("work_has_begun", json!({"do": "change_matter", "matter": "A3", "depth": "in_depth"})),
        ("not_resolved", task(json!({"matter": "A2"}))),
        ("needs_owners_vote", json!({"do": "resolve", "meeting": "M1", "item": 1, "outcome": "adopted"})),
        ("needs_reason", json!({"do": "close_matter", "matter": "A4"})),
        ("needs_answer", json!({"do": "follow_up", "matter": "A4", "reached": true, "means": "phone"})),
        ("meeting_not_open", json!({"do": "take_up", "meeting": "M2", "item": 1})),
        ("meeting_not_open", json!({"do": "note", "meeting": "M4", "kind": "remark", "text": "补充"})),
        ("meeting_begun", json!({"do": "open_meeting", "meeting": "M1"})),
        ("meeting_begun", json!({"do": "cancel_meeting", "meeting": "M4"})),
        ("meeting_cancelled", json!({"do": "open_meeting", "meeting": "M3"})),
        ("meeting_cancelled", json!({"do": "change_meeting", "meeting": "M3", "title": "另一个会"})),
        ("meeting_not_over", json!({"do": "seal_minutes", "meeting": "M1"})),
        ("minutes_sealed", json!({"do": "change_meeting", "meeting": "M5", "title": "另一个会"})),
        ("already_confirmed", json!({"do": "confirm_minutes", "meeting": "M4", "body": "B1", "by": "赵主任"})),
        ("already_scheduled", json!({"do": "place_on_agenda", "meeting": "M2", "matter": "A6"})),
        ("unknown_item", json!({"do": "take_up", "meeting": "M1", "item": 3})),
        ("unknown_item", json!({"do": "take_up", "meeting": "M1", "item": 0})),
        ("item_settled", json!({"do": "take_up", "meeting": "M1", "item": 2})),
        ("item_has_matter", json!({"do": "change_item", "meeting": "M1", "item": 1, "topic": "别的"})),
        ("bad_order", json!({"do": "order_agenda", "meeting": "M1", "order": [{"item": 2}]})),
        ("meeting_not_paused", json!({"do": "resume_meeting", "meeting": "M1"})),
        ("no_hand", json!({"do": "lower_hand", "meeting": "M1", "person": "P1"})),
        ("vote_not_open", json!({"do": "close_vote", "meeting": "M1"})),
        (
            "unknown_vote_rule",
            json!({"do": "open_vote", "meeting": "M1", "item": 1, "rule": "owners/fly", "question": "灯"}),
        ),
        ("nobody_speaks", json!({"do": "end_turn", "meeting": "M1"})),
        ("needs_body", json!({"do": "note", "meeting": "M1", "kind": "position", "text": "支持"})),
        ("bad_proxy", json!({"do": "mark_attendance", "meeting": "M1", "person": "P1", "state": "represented"})),
        (
            "bad_proxy",
            json!({"do": "mark_attendance", "meeting": "M1", "person": "P1", "state": "represented", "by_proxy": "P1"}),
        ),
        (
            "bad_proxy",
            json!({"do": "mark_attendance", "meeting": "M1", "person": "P1", "state": "present", "by_proxy": "P1"}),
        ),
        ("wrong_task_state", json!({"do": "accept_task", "task": "T1"})),
        ("wrong_task_state", json!({"do": "finish_task", "task": "T2", "ending": "solved", "text": "好"})),
        (
            "not_later",
            json!({"do": "extend_task", "task": "T1", "due": "2026-03-10", "reason": "雨", "approved_by": "王书记"}),
        ),
        ("nothing_to_redo", json!({"do": "redo"})),
    ]
}

#[test]
fn every_refusal_can_be_met() {
    let mut council = given();
    meetings(&mut council);
    council.does(json!({"do": "raise_level", "matter": "A1", "level": "building", "reason": "楼里的事"}));
    let mut met = BTreeSet::new();
    for (code, command) in refused() {
        let before = council.register.clone();
        assert_eq!(council.refuses(command.clone()), code, "{command}");
        assert!(council.register == before, "what is refused changes nothing");
        met.insert(code.to_owned());
    }
    let known = codes();
    assert!(met.is_subset(&known), "{:?}", met.difference(&known));
    let untold: Vec<_> = known.difference(&met).filter(|code| !is_told_elsewhere(code)).collect();
    assert!(untold.is_empty(), "no story tells of {untold:?}");
}

#[test]
fn an_agenda_is_locked_only_where_the_rules_lock_it() {
    for (preset, locked) in [("shandong", true), ("standard", false)] {
        let mut council = Laptop::founded();
        council.does(json!({"do": "adopt_rules", "preset": preset}));
        council.does(json!({"do": "convene_meeting", "kind": "owners_committee_meeting", "title": "业委会会议",
            "at": "2026-03-12T19:00:00+08:00", "invite": []}));
        let topic = json!({"do": "place_on_agenda", "meeting": "M1", "topic": "停车"});
        council.does(topic.clone());
        council.does(json!({"do": "post_notice", "about": "M1", "kind": "agenda", "days": 3}));
        let late = council.tries(topic).map(|done| done.events).map_err(|refusal| refusal.code());
        assert_eq!(late, if locked { Err("agenda_locked") } else { Ok(vec!["placed_on_agenda".to_owned()]) });
    }
}

#[test]
fn without_rules_nothing_is_accepted() {
    let mut council = Laptop::founded();
    council.register = mazha::domain::register::Register::default();
    let matter = council.raised();
    assert_eq!(council.refuses(json!({"do": "accept_matter", "matter": matter, "route": "joint"})), "bad_rules");
}
