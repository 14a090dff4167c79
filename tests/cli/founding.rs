//! Making a council, and the sample.

use serde_json::json;

use super::kit::Desk;

#[test]
fn a_new_council_has_three_bodies_at_the_table() {
    let desk = Desk::new();
    let bodies = desk.json(["list", "bodies", "--json"]);
    let kinds: Vec<_> = bodies["bodies"].as_array().unwrap().iter().map(|body| body["kind"].clone()).collect();
    assert_eq!(kinds, ["residents_committee", "owners_committee", "property_company"]);
    let counts = &desk.json(["status", "--json"])["counts"];
    assert_eq!(*counts, json!({"raise": 0, "deliberate": 0, "act": 0, "evaluate": 0, "closed": 0}));
}

#[test]
fn a_folder_that_is_a_council_already_is_left_alone() {
    let desk = Desk::new();
    let before = desk.journal();
    let dir = desk.council();
    desk.run(["init", dir.to_str().unwrap(), "--name", "another"]).expect(1);
    desk.run(["demo", dir.to_str().unwrap(), "--no-open"]).expect(1);
    assert_eq!(desk.journal(), before);
}

#[test]
fn a_council_has_a_name() {
    let desk = Desk::bare();
    for name in ["", " ", "\u{3000}", "议事\n会"] {
        desk.run(["init", "new", "--name", name]).expect(2);
        assert!(!desk.root.path().join("new").exists(), "{name:?}");
    }
}

#[test]
fn a_folder_that_is_a_file_is_said_to_be_one() {
    let desk = Desk::bare();
    std::fs::write(desk.root.path().join("file"), "x").unwrap();
    let answer = desk.run(["--lang", "zh", "init", "file", "--name", "x"]).expect(3);
    assert!(answer.err.contains("不是文件夹") && !answer.err.contains("os error"), "{answer:?}");
}

#[test]
fn a_rule_set_that_does_not_ship_is_refused() {
    let desk = Desk::bare();
    let answer = desk.run(["init", "new", "--name", "x", "--rules", "mars"]).expect(1);
    assert!(answer.err.contains("mars"), "{answer:?}");
    assert!(!desk.root.path().join("new/council.json").exists());
}

#[test]
fn the_sample_is_the_same_every_time_but_for_its_id() {
    let desk = Desk::bare();
    let log = |folder: &str| {
        desk.run(["demo", folder, "--no-open"]).expect(0);
        desk.json(["-C", folder, "log", "--json"])
    };
    assert_eq!(log("one"), log("two"));
}

#[test]
fn the_sample_ends_today_whatever_day_it_is() {
    let desk = Desk::bare();
    let answer = desk.run(["--now", "2026-02-20T20:00:00+08:00", "demo", "--no-open"]).expect(0);
    let folder = answer.out.trim().rsplit(' ').next().unwrap().to_owned();
    let log = desk.json(["-C", &folder, "log", "--json"]);
    let last = log["entries"].as_array().unwrap().last().unwrap()["ts"].as_str().unwrap().to_owned();
    assert!(last.as_str() <= "2026-02-20T20:00:00+08:00", "{last}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_nearest_council_upwards_is_taken() {
    let desk = Desk::new();
    let inside = desk.council().join("papers/2026");
    std::fs::create_dir_all(&inside).unwrap();
    let output = desk.command(["status", "--json"]).env_remove("MAZHA_COUNCIL").current_dir(inside).output().unwrap();
    assert!(output.status.success());
}

#[test]
fn a_year_file_of_the_councils_own_is_used_or_spoken_of() {
    let desk = Desk::new();
    let due = |arguments: &str| {
        desk.run(["raise", arguments, "--route", "fast"]).expect(0);
        let list = desk.json(["list", "--json"]);
        list["matters"].as_array().unwrap().last().unwrap()["due"].clone()
    };
    // Three working days from Monday 23 November.
    assert_eq!(due("一"), "2026-11-26");
    let years = desk.council().join("holidays");
    std::fs::create_dir(&years).unwrap();
    std::fs::write(years.join("2026.json"), r#"{"year":2026,"source":"x","rest":["2026-11-24"],"work":[]}"#).unwrap();
    assert_eq!(due("二"), "2026-11-27");
    std::fs::write(years.join("2027.json"), "{").unwrap();
    assert!(desk.run(["status"]).expect(0).err.contains("2027.json"));
}

#[test]
fn where_there_is_no_council_it_says_so() {
    let desk = Desk::bare();
    let output = desk.command(["status"]).env_remove("MAZHA_COUNCIL").output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    desk.run(["-C", "nowhere", "list"]).expect(3);
}
