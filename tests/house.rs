//! What a compiler cannot hold: who may know whom, that every key is explained, that what ships can be used.

use std::fs;
use std::path::{Path, PathBuf};

use mazha::council::{Asker, Setting};
use mazha::domain::command::{AdoptRules, Command};
use mazha::domain::context::Mine;
use mazha::domain::decide::decide;
use mazha::domain::id::WriterId;
use mazha::domain::register::Register;
use mazha::text::{EN, ZH};
use mazha::tui::keys::{Action, Binding, Place, TABLE, bindings};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).unwrap().flatten() {
        let path = item.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The code of a file: without its tests and without comments.
fn code(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned()).collect()
}

/// Who lives in a room: `src/text.rs` and all below `src/text`.
fn room(name: &str) -> Vec<PathBuf> {
    let head = root().join("src").join(name).with_extension("rs");
    let folder = root().join("src").join(name);
    let inside = if folder.is_dir() { sources(&folder) } else { Vec::new() };
    head.exists()
        .then_some(head)
        .into_iter()
        .chain(inside)
        .filter(|path| !path.iter().any(|part| part == "tests" || part == "tests.rs"))
        .collect()
}

#[test]
fn the_domain_knows_nothing_of_the_rest_of_the_house() {
    let allowed = ["std", "self", "super", "chrono", "serde", "serde_json", "schemars"];
    for path in room("domain") {
        for line in code(&path).iter().map(|line| line.trim()) {
            let Some(used) = line.strip_prefix("use ").or_else(|| line.strip_prefix("pub use ")) else { continue };
            let first = used.split(['{', ':', ';']).next().unwrap_or_default();
            let at_home = allowed.contains(&first) || used.starts_with("crate::domain::") || !used.contains("::");
            // A module of its own may be opened by name: `pub use touch::Touch`.
            let own = path.with_extension("").join(format!("{first}.rs")).exists();
            assert!(at_home || own, "{}: {line}", path.display());
        }
    }
}

#[test]
fn no_room_knows_what_it_must_not() {
    let outside = ["std::fs", "std::io", "std::env", "std::net", "std::process", "std::thread"];
    let house = |rooms: &[&str]| rooms.iter().map(|room| format!("crate::{room}")).collect::<Vec<_>>();
    let all = [
        "attachments",
        "cells",
        "cli",
        "clock",
        "council",
        "data",
        "disk",
        "grammar",
        "journal",
        "sample",
        "state_dir",
        "text",
        "tui",
    ];
    let domain = [house(&all), house(&["search"]), outside.map(str::to_owned).to_vec()].concat();
    let search = [house(&all), house(&["domain"]), outside.map(str::to_owned).to_vec()].concat();
    for (name, strangers) in [
        ("cells", house(&["attachments", "cli", "council", "domain", "journal", "state_dir", "text", "tui"])),
        ("domain", domain),
        ("search", search),
        ("disk", house(&["attachments", "cli", "council", "domain", "journal", "state_dir", "text", "tui"])),
        ("journal", house(&["cli", "clock", "council", "domain::decide", "domain::register", "text", "tui"])),
        ("state_dir", house(&["cli", "clock", "council", "text", "tui"])),
        ("text", house(&["cli", "clock", "disk", "tui"])),
        ("council", house(&["cli", "clock", "tui"])),
        ("grammar", house(&["cli", "clock", "council", "disk", "domain::decide", "journal", "tui"])),
        ("tui", house(&["cli", "clock", "disk"])),
    ] {
        let residents = room(name);
        assert!(!residents.is_empty(), "{name}");
        for path in residents {
            for line in code(&path) {
                let stranger = strangers.iter().find(|stranger| line.contains(stranger.as_str()));
                assert_eq!(stranger, None, "{}: {line}", path.display());
            }
        }
    }
}

#[test]
fn every_sentence_is_in_the_table_of_sentences() {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    // The sample is invented data; search knows characters as characters, and find the words people type as filters.
    let elsewhere = ["text", "sample", "search", "find"].map(room).concat();
    for path in sources(&root().join("src")) {
        if elsewhere.contains(&path) || path.iter().any(|part| part == "tests" || part == "tests.rs") {
            continue;
        }
        for line in code(&path) {
            let mut strings = line.split('"').skip(1).step_by(2);
            assert!(!strings.any(|string| string.contains(is_han)), "{}: {line}", path.display());
        }
    }
}

#[test]
fn no_file_is_longer_than_can_be_read_in_one_sitting() {
    for folder in ["src", "tests", "benches"] {
        for path in sources(&root().join(folder)) {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            assert!(lines <= 420, "{}: {lines} lines", path.display());
        }
    }
}

#[test]
fn every_file_says_what_it_is() {
    for folder in ["src", "tests", "benches"] {
        for path in sources(&root().join(folder)) {
            assert!(fs::read_to_string(&path).unwrap().starts_with("//!"), "{}", path.display());
        }
    }
}

#[test]
fn every_rule_set_that_ships_can_be_adopted() {
    let setting = Setting::of(root());
    let now = "2026-11-22T10:00:00+08:00".parse().unwrap();
    let asker = Asker { now, by: "周海燕", mine: Mine::SamePerson };
    let context = setting.context(&asker, WriterId::from_numbers([0; 6]), 1, &[], &[]);
    for preset in &setting.presets {
        let adopt: Command = AdoptRules { rules: None, preset: Some(preset.name.clone()) }.into();
        assert!(decide(&Register::default(), &adopt, &context).is_ok(), "{}", preset.name);
    }
}

#[test]
fn the_readmes_list_of_keys_is_the_table_of_keys() {
    let screens = [
        (Place::Board, "看板 · Board"),
        (Place::Matter, "事项 · Matter"),
        (Place::Meetings, "会议一览 · Meetings"),
        (Place::Month, "月历 · Month"),
        (Place::Prepare, "备会 · A meeting before it begins"),
        (Place::Meeting, "会议 · Meeting"),
        (Place::Live, "会场 · In session"),
        (Place::LiveKeys, "会场按键 · In session, letters as keys"),
        (Place::Sign, "核对签字 · Reading and signing"),
        (Place::Tasks, "督办 · Tasks"),
        (Place::People, "人员 · People"),
        (Place::Today, "今日 · Today"),
        (Place::Notices, "公示 · Notices"),
        (Place::Log, "日志 · Log"),
    ];
    let act = |binding: &Binding| matches!(binding.action, Action::Act(_));
    let most = |binding: &Binding| screens.iter().filter(|(place, _)| binding.places.contains(place)).count() > 2;
    let row =
        |binding: &Binding| format!("| `{}` | {} | {} |\n", binding.shown, (binding.label)(ZH), (binding.label)(EN));
    let section = |title: &str, rows: String| format!("**{title}**\n\n| 键 | | |\n|---|---|---|\n{rows}");
    let mut list: Vec<String> = screens
        .iter()
        .map(|(place, title)| {
            section(title, bindings(*place).filter(|binding| !most(binding) && !act(binding)).map(row).collect())
        })
        .collect();
    let acts = "看板、事项、督办、今日都能按的动作 · Acts on the board, at a matter, in Tasks and Today";
    list.push(section(acts, TABLE.iter().filter(|binding| act(binding)).map(row).collect()));
    let rest = TABLE.iter().filter(|binding| most(binding) && !act(binding));
    list.push(section("各处 · Everywhere", rest.map(row).collect()));
    let list = list.join("\n");
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains(&list), "README.md should hold this list:\n{list}");
}
