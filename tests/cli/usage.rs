//! Help, wrong usage, and what the program tells of itself.

use serde_json::Value;

use super::kit::Desk;

#[test]
fn help_is_in_the_chosen_language() {
    let desk = Desk::bare();
    let zh = desk.run(["--lang", "zh", "list", "--help"]).expect(0).out;
    let en = desk.run(["list", "--help", "--lang=en"]).expect(0).out;
    assert!(zh.contains("用法：mazha list") && zh.contains("拼音"), "{zh}");
    let whole = desk.run(["--lang", "zh", "help"]).expect(0).out;
    assert!(whole.contains("用法：mazha [选项] [命令]") && !whole.contains("OPTIONS"), "{whole}");
    let steps = desk.run(["--lang", "zh", "help", "roles"]).expect(0).out;
    assert!(steps.starts_with("# 分工") && steps.contains("物业服务企业"), "{steps}");
    assert!(en.contains("Usage: mazha list") && en.contains("pinyin"), "{en}");
    assert_eq!(desk.run(["help", "list"]).expect(0).out.trim(), en.trim());
    assert!(desk.run(["help"]).expect(0).out.starts_with(desk.run(["--help"]).expect(0).out.trim()));
    // A topic may be named in either language; the page is in the chosen one.
    let pages = ["meeting", "会议"].map(|topic| desk.run(["--lang", "en", "help", topic]).expect(0).out);
    assert_eq!(pages[0], pages[1]);
    assert!(pages[0].starts_with("# Meeting:"));
    assert!(desk.run(["--lang", "zh", "help", "会议"]).expect(0).out.starts_with("# 会议"));
    desk.run(["help", "fly"]).expect(2);
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_is_wrong() {
    let desk = Desk::new();
    for (arguments, hint) in [
        (vec!["fly"], "fly"),
        (vec!["list", "--colour", "red"], "--colour"),
        (vec!["list", "--stage", "dream"], "evaluate"),
        (vec!["list", "people", "--overdue"], "--overdue"),
        (vec!["raise"], "TITLE"),
        (vec!["list", "--as-of", "tomorrow"], "tomorrow"),
        (vec!["--now", "noon", "status"], "noon"),
        (vec!["status", "--short", "--json"], "--json"),
        (vec!["do", "missing.jsonl"], "missing.jsonl"),
        (vec!["commands", "fly"], "fly"),
    ] {
        let answer = desk.run(&arguments).expect(2);
        assert!(answer.out.is_empty() && answer.err.contains(hint), "{arguments:?}: {answer:?}");
    }
    let output = desk.command(["status"]).env("MAZHA_NOW", "noon").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn every_command_has_a_schema_of_its_line() {
    let desk = Desk::bare();
    let all = desk.json(["commands"]);
    let all = all.as_object().unwrap();
    assert!(all.len() > 40, "{}", all.len());
    for (name, schema) in all {
        assert_eq!(schema["properties"]["do"]["const"], **name);
        assert_eq!(schema["additionalProperties"], Value::Bool(false), "{name}");
    }
    assert_eq!(desk.json(["commands", "take_up"]), all["take_up"]);
}

#[test]
fn completions_and_the_manual_page_are_written() {
    let desk = Desk::bare();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(desk.run(["completions", shell]).expect(0).out.contains("mazha"), "{shell}");
    }
    assert!(desk.run(["man"]).expect(0).out.starts_with(".ie"));
    assert!(desk.run(["--version"]).expect(0).out.starts_with("mazha "));
}
