//! The reading commands: their shapes, what they find, and how they stand up to pipes and strange data.

use std::io::Read;

use serde_json::{Value, json};

use super::kit::Desk;

/// A council with a little of everything.
fn furnished() -> Desk {
    let desk = Desk::new();
    desk.done(
        r#"{"do":"add_person","name":"马志刚","body":"property_company","phone":"13800000107"}
{"do":"raise_matter","title":"东门外停车难","channel":"visit","category":"PK","place":"东门"}
{"do":"raise_matter","title":"电梯困人","channel":"hotline","category":"LF03"}
{"do":"accept_matter","matter":"$2","route":"fast","due":"2026-11-25"}
{"do":"assign_task","matter":"$2","lead":"property_company","text":"划线","due":"2026-11-24"}
{"do":"convene_meeting","kind":"bench","title":"板凳会","at":"2026-11-30T19:00:00+08:00","invite":["$1"]}
{"do":"post_notice","about":"$6","kind":"agenda","days":3}
"#,
    );
    desk
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|thing| thing["id"].as_str().unwrap()).collect()
}

#[test]
fn every_list_has_its_key_and_its_things() {
    let desk = furnished();
    for (kind, expected) in [
        ("matters", vec!["2026-A001", "2026-A002"]),
        ("tasks", vec!["2026-A-T001"]),
        ("meetings", vec!["2026-A-M01"]),
        ("people", vec!["A-P001"]),
        ("bodies", vec!["A-B01", "A-B02", "A-B03"]),
        ("notices", vec!["2026-A-N001"]),
    ] {
        let list = desk.json(["list", kind, "--json"]);
        assert_eq!(list.as_object().unwrap().len(), 1, "{kind}");
        assert_eq!(ids(&list[kind]), expected, "{kind}");
        let text = desk.run(["list", kind]).expect(0).out;
        assert!(expected.iter().all(|id| text.contains(id)), "{text}");
    }
}

#[test]
fn a_matter_has_the_keys_that_scripts_rely_on() {
    let desk = furnished();
    let list = desk.json(["list", "--json"]);
    let matter = &list["matters"][0];
    let expected = json!({
        "id": "2026-A001", "title": "东门外停车难", "stage": "act", "state": "in_progress", "overdue": false,
        "due": "2026-11-25", "category": "PK", "lead": "A-B03",
    });
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(matter[key], *value, "{key}");
    }
    let mut shown = desk.json(["show", "2026-A001", "--json"]);
    let history = shown.as_object_mut().unwrap().remove("history").unwrap();
    assert_eq!(shown, *matter);
    assert_eq!(history.as_array().unwrap().len(), 3);
}

#[test]
fn lists_are_narrowed() {
    let desk = furnished();
    let found = |arguments: &[&str]| {
        let list = desk.json([&["list", "--json"], arguments].concat());
        ids(&list["matters"]).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(found(&["--stage", "raise"]), ["2026-A002"]);
    assert_eq!(found(&["--category", "LF"]), ["2026-A002"]);
    assert_eq!(found(&["--body", "property_company"]), ["2026-A001"]);
    assert_eq!(found(&["--overdue"]), Vec::<String>::new());
    assert_eq!(found(&["--overdue", "--now", "2026-11-26T00:00:00+08:00"]), ["2026-A001"]);
    for query in ["停车", "tcnan", "停c", "停車", "ting che"] {
        assert_eq!(found(&["--search", query]), ["2026-A001"], "{query}");
    }
    for query in
        ["阶段:办事", "牵头：物业 -电梯", "is:in_progress", "stage:act category:PK", "place:东门 channel:visit"]
    {
        assert_eq!(found(&["--search", query]), ["2026-A001"], "{query}");
    }
    assert_eq!(found(&["--search", "热线 未结"]), Vec::<String>::new());
    assert_eq!(found(&["--search", "渠道:热线 未结"]), ["2026-A002"]);
    assert_eq!(found(&["--search", "逾期", "--now", "2026-11-26T00:00:00+08:00"]), ["2026-A001"]);
    assert_eq!(found(&["--search", "A2"]), ["2026-A002"]);
    assert_eq!(found(&["--search", ""]), ["2026-A001", "2026-A002"]);
    assert_eq!(found(&["--search", "zzz"]), Vec::<String>::new());
    desk.run(["list", "--body", "nobody"]).expect(1);
}

#[test]
fn status_says_what_needs_someone() {
    let desk = furnished();
    let status = desk.json(["status", "--json"]);
    assert_eq!(status["counts"], json!({"raise": 1, "deliberate": 0, "act": 1, "evaluate": 0, "closed": 0}));
    assert_eq!(status["due_soon"], json!(["2026-A-T001", "2026-A001"]));
    assert_eq!(status["overdue"], json!([]));
    assert_eq!(status["next_meeting"]["id"], "2026-A-M01");
    let later = desk.json(["status", "--json", "--now", "2026-11-25T12:00:00+08:00"]);
    assert_eq!((&later["overdue"], &later["due_soon"]), (&json!(["2026-A-T001"]), &json!(["2026-A001"])));
    let short = desk.run(["status", "--short"]).expect(0).out;
    assert_eq!(short.lines().count(), 1);
    // Without a terminal, no command is the same as `status`.
    assert_eq!(desk.run([""; 0]).expect(0).out, desk.run(["status"]).expect(0).out);
}

#[test]
fn a_side_exit_stays_to_tell_until_the_raiser_is_told() {
    let desk = furnished();
    desk.done(r#"{"do":"decline_matter","matter":"A2","reason":"已另案处理"}"#);
    assert_eq!(desk.json(["status", "--json"])["to_tell"], json!(["2026-A002"]));
    desk.done(r#"{"do":"tell_raiser","matter":"A2","means":"phone"}"#);
    assert_eq!(desk.json(["status", "--json"])["to_tell"], json!([]));
}

#[test]
fn the_past_is_folded_to_the_end_of_its_day_in_the_councils_zone() {
    let desk = Desk::new();
    // 15:59 UTC is still the 24th in China; a minute later it is the 25th.
    for (now, title) in [("2026-11-24T15:59:00Z", "first"), ("2026-11-24T16:00:00Z", "second")] {
        desk.run(["--now", now, "raise", title]).expect(0);
    }
    let count = |day| {
        let list = desk.json(["--now", "2026-12-01T09:00:00+08:00", "list", "--json", "--as-of", day]);
        list["matters"].as_array().unwrap().len()
    };
    assert_eq!([count("2026-11-22"), count("2026-11-24"), count("2026-11-25"), count("2027-01-01")], [0, 1, 2, 2]);
}

#[test]
fn the_log_holds_every_act_and_can_be_narrowed() {
    let desk = furnished();
    let log = |arguments: &[&str]| {
        let log = desk.json([&["log", "--json"], arguments].concat());
        let entries = log["entries"].as_array().unwrap().clone();
        entries.into_iter().map(|entry| entry["act"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(log(&[]).len(), 8);
    assert_eq!(log(&["A2"]), ["raise_matter"]);
    assert_eq!(log(&["M1"]), ["convene_meeting", "post_notice"]);
    assert!(log(&["--since", "2026-11-24"]).is_empty());
    assert_eq!(log(&["--since", "2026-11-23"]).len(), 8);
    assert_eq!(log(&["--since", "2026-11-23T01:00:01Z"]).len(), 0);
    let text = desk.run(["log", "--lang", "zh"]).expect(0).out;
    assert_eq!(text.lines().count(), 8);
    assert!(text.contains("周海燕"), "{text}");
}

#[test]
fn unknown_and_ambiguous_numbers_are_refused() {
    let desk = furnished();
    desk.run(["show", "A9"]).expect(1);
    desk.run(["log", "T9"]).expect(1);
    let answer = desk.run(["show", "孙桂芳"]).expect(1);
    assert!(answer.err.contains("孙桂芳") && answer.out.is_empty(), "{answer:?}");
    assert_eq!(desk.json(["show", "马志刚", "--json"])["id"], "A-P001");
    assert_eq!(desk.json(["show", "t1", "--json"])["id"], "2026-A-T001");
}

#[test]
fn data_cannot_steer_a_terminal() {
    let desk = Desk::new();
    desk.done(r#"{"do":"raise_matter","title":"\u001b[2J\u009b31m红\u202e","channel":"visit"}"#);
    let mut asked = vec![vec!["undo"]];
    for reading in [vec!["list"], vec!["show", "A1"], vec!["log"], vec!["status"]] {
        asked.push([reading.as_slice(), &["--json"]].concat());
        asked.push(reading);
    }
    asked.reverse();
    assert!(desk.json(["show", "A1", "--json"])["title"].as_str().unwrap().ends_with("红\u{202e}"));
    for arguments in asked {
        let out = desk.run(&arguments).expect(0).out;
        let steers = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!out.contains(steers), "{arguments:?}: {out:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let desk = Desk::new();
    let lines =
        r#"{"do":"raise_matter","title":"一件事，标题不短，好让管道装不下","channel":"visit"}"#.to_owned() + "\n";
    desk.done(&lines.repeat(400));
    for arguments in [["list", "--json"], ["log", "--json"]] {
        let mut child = desk.command(arguments).spawn().unwrap();
        let mut some = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut some).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert!(output.stderr.is_empty(), "{output:?}");
    }
    // What was asked for is still done.
    let mut child = desk.command(["do"]).spawn().unwrap();
    drop(child.stdout.take());
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), lines.repeat(3).as_bytes()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(desk.json(["list", "--json"])["matters"].as_array().unwrap().len(), 403);
}

#[test]
fn the_export_is_one_document_with_its_version() {
    let desk = furnished();
    let document = desk.json(["export"]);
    assert_eq!(document["schema_version"], 1);
    assert_eq!(ids(&document["matters"]), ["2026-A001", "2026-A002"]);
    let file = desk.root.path().join("register.json");
    desk.run(["export", "-o", file.to_str().unwrap()]).expect(0);
    let written: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    assert_eq!(written, document);
    desk.run(["export", "-o", "/nowhere/register.json"]).expect(3);
}

#[test]
fn the_diary_lists_what_came_through_it() {
    let desk = furnished();
    assert_eq!(desk.json(["list", "diary", "--json"]), json!({"diary": []}));
    desk.done(r#"{"do":"raise_matter","title":"独居老人夜里摔了一跤","channel":"diary"}"#);
    assert_eq!(ids(&desk.json(["list", "diary", "--json"])["diary"]), ["2026-A003"]);
}
