//! `check`: what it finds, what it puts right, and which seals it knows.

use std::fs;

use serde_json::{Value, json};

use super::kit::Desk;

/// A council with three matters: four acts with its founding.
fn council() -> Desk {
    let desk = Desk::new();
    for title in ["一", "二", "三"] {
        desk.run(["raise", title]).expect(0);
    }
    desk
}

/// Spoils one byte in the middle of a line of the only file, counted from 1.
fn spoil(desk: &Desk, line: usize) -> String {
    let (path, bytes) = desk.journal().remove(0);
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    lines[line - 1][20] = b'#';
    fs::write(&path, lines.concat()).unwrap();
    format!("journal/{}", path.file_name().unwrap().to_string_lossy())
}

#[test]
fn a_whole_record_is_fine() {
    let desk = council();
    let report = desk.json(["check", "--json"]);
    assert_eq!(report, json!({"ok": true, "files": 1, "entries": 4, "problems": [], "remarks": []}));
    assert!(desk.run(["check", "--lang", "zh"]).expect(0).out.contains('4'));
}

#[test]
fn damage_is_told_with_its_place_and_nothing_else_is_lost() {
    let desk = council();
    let file = spoil(&desk, 3);
    let answer = desk.run(["check", "--json"]).expect(1);
    let report: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(report["ok"], false);
    let places: Vec<_> = report["problems"].as_array().unwrap().iter().map(|p| (&p["file"], &p["line"])).collect();
    assert!(places.contains(&(&json!(file), &json!(3))), "{report}");
    for problem in report["problems"].as_array().unwrap() {
        assert!(problem["what"].is_string() && problem["message"].is_string(), "{problem}");
    }
    let answer = desk.run(["list", "--json"]).expect(0);
    assert!(answer.err.contains("mazha check"), "{answer:?}");
    let matters: Value = serde_json::from_str(&answer.out).unwrap();
    let titles: Vec<_> = matters["matters"].as_array().unwrap().iter().map(|matter| matter["title"].clone()).collect();
    assert_eq!(titles, ["一", "三"]);
}

#[test]
fn after_a_repair_the_check_passes_and_the_bytes_are_kept() {
    let desk = council();
    spoil(&desk, 3);
    desk.run(["--read-only", "check", "--repair"]).expect(3);
    desk.run(["check", "--repair"]).expect(0);
    assert_eq!(desk.json(["check", "--json"])["ok"], true);
    assert!(fs::read_dir(desk.council().join("damaged")).unwrap().count() > 0);
    desk.run(["raise", "四"]).expect(0);
    assert_eq!(desk.json(["check", "--json"])["ok"], true);
}

#[test]
fn a_seal_belongs_to_the_record_that_made_it() {
    let desk = council();
    desk.done(
        r#"{"do":"convene_meeting","kind":"bench","title":"板凳会","at":"2026-11-23T19:00:00+08:00","invite":[]}
{"do":"open_meeting","meeting":"$1"}
{"do":"adjourn_meeting","meeting":"$1"}
{"do":"seal_minutes","meeting":"$1"}"#,
    );
    let (_, bytes) = desk.journal().remove(0);
    let last: Value =
        serde_json::from_slice(bytes.trim_ascii_end().rsplit(|byte| *byte == b'\n').next().unwrap()).unwrap();
    let seal = &last["h"].as_str().unwrap()[..12];
    desk.run(["check", "--seal", seal]).expect(0);
    desk.run(["check", "--seal", "000000000000"]).expect(1);
    let report = desk.json(["check", "--json", "--seal", &seal.to_uppercase()]);
    assert_eq!((&report["seal"]["belongs"], &report["seal"]["line"]), (&json!(true), &json!(8)));
}
