//! `do`, and the subcommands that carry out a single act.

use std::io::{BufRead, BufReader, Write};

use serde_json::{Value, json};

use super::kit::{Answer, Desk};

const LAMP: &str = r#"{"do":"raise_matter","title":"东门路灯不亮","channel":"mailbox"}"#;

#[test]
fn a_matter_goes_through_all_four_steps() {
    let desk = Desk::new();
    let answers = desk.done(
        r#"{"do":"add_person","name":"孙桂芳","body":"residents_committee"}
{"do":"add_person","name":"方国强","body":"owners_committee"}
{"do":"add_person","name":"马志刚","body":"property_company"}

{"do":"raise_matter","title":"2号楼下水返水","channel":"visit","raised_by":"丁伟","place":"2号楼"}
{"do":"accept_matter","matter":"$5","route":"joint","due":"2026-12-20"}
{"do":"convene_meeting","kind":"tripartite","title":"返水三方协商会","at":"2026-11-27T19:00:00+08:00","invite":["$1","$2","$3"],"chair":"$1"}
{"do":"place_on_agenda","meeting":"$7","matter":"$5","minutes":20}
{"do":"open_meeting","meeting":"$7"}
{"do":"mark_attendance","meeting":"$7","person":"$1","state":"present"}
{"do":"take_up","meeting":"$7","item":1}
{"do":"note","meeting":"$7","kind":"position","text":"我们来疏通。","speaker":"$3","body":"property_company"}
{"do":"resolve","meeting":"$7","item":1,"outcome":"adopted","text":"物业十二月十日前疏通。"}
{"do":"adjourn_meeting","meeting":"$7"}
{"do":"assign_task","matter":"$5","lead":"property_company","text":"疏通管道","due":"2026-12-10"}
{"do":"receive_task","task":"$15"}
{"do":"finish_task","task":"$15","ending":"solved","text":"已疏通"}
{"do":"follow_up","matter":"$5","reached":true,"solved":"yes","satisfaction":"satisfied","means":"door"}
{"do":"close_matter","matter":"$5"}
"#,
    );
    // The blank fourth line counts as a line of the input, and is not answered.
    assert_eq!(answers.len(), 18);
    assert_eq!(answers[3], json!({"ok": true, "id": "2026-A001", "events": ["matter_raised"]}));
    assert_eq!(answers[6]["item"], 1);
    assert_eq!(answers[13]["id"], "2026-A-T001");

    let matter = desk.json(["show", "A1", "--json"]);
    assert_eq!((&matter["stage"], &matter["state"]), (&json!("closed"), &json!("done")));
    assert!(matter["archive"].is_string());
    let acts: Vec<&str> =
        matter["history"].as_array().unwrap().iter().map(|entry| entry["act"].as_str().unwrap()).collect();
    let expected = "raise_matter accept_matter place_on_agenda take_up note resolve \
                    assign_task receive_task finish_task follow_up close_matter";
    assert_eq!(acts.join(" "), expected);
}

#[test]
fn each_line_is_answered_before_the_next_is_read() {
    let desk = Desk::new();
    let mut child = desk.command(["do", "-"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for number in ["2026-A001", "2026-A002"] {
        writeln!(input, "{LAMP}").unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(answer["id"], number);
    }
    drop(input);
    Answer::of(child).expect(0);
}

#[test]
fn it_goes_on_after_a_refusal_unless_told_to_stop() {
    let desk = Desk::new();
    let lines = format!("{}\n{LAMP}\n", r#"{"do":"close_matter","matter":"A9"}"#);
    let answer = desk.feed(["do"], &lines).expect(1);
    let answers = answer.answers();
    assert_eq!((&answers[0]["ok"], &answers[0]["refusal"]), (&json!(false), &json!("unknown_id")));
    assert_eq!(answers[1]["id"], "2026-A001");
    assert_eq!(desk.feed(["do", "--stop"], &lines).expect(1).answers().len(), 1);
}

#[test]
fn a_line_that_is_no_command_is_named_with_its_field() {
    let desk = Desk::new();
    let lines = [
        "{",
        r#"{"do":"raise_matter","title":"x","channel":"visit","colour":"red"}"#,
        r#"{"do":"raise_matter","title":"x","channel":"pigeon"}"#,
        r#"{"do":"raise_matter","channel":"visit"}"#,
        r#"{"do":"fly"}"#,
        r#"{"do":"note","meeting":"M1","kind":"remark","text":"\ud800"}"#,
        r#"{"do":"close_matter","matter":"$1"}"#,
    ];
    let answers = desk.feed(["do"], lines.join("\n")).expect(1).answers();
    let fields = [None, Some("colour"), Some("channel"), Some("title"), Some("do"), None, Some("matter")];
    for (at, (answer, field)) in answers.iter().zip(fields).enumerate() {
        assert_eq!(answer["refusal"], "bad_input", "{answer}");
        assert_eq!(answer["line"], at + 1);
        assert_eq!(answer["field"].as_str(), field, "{answer}");
        assert!(answer["message"].is_string());
    }
    assert_eq!(answers.len(), lines.len());
    assert_eq!(desk.json(["list", "--json"])["matters"], json!([]));
}

#[test]
fn a_rehearsal_answers_as_the_real_thing_and_writes_nothing() {
    let desk = Desk::new();
    let before = desk.journal();
    let lines = format!("{LAMP}\n{}\n", r#"{"do":"accept_matter","matter":"$1","route":"fast"}"#);
    let rehearsed = desk.feed(["do", "--dry-run"], &lines).expect(0).answers();
    assert_eq!(desk.journal(), before);
    assert_eq!(rehearsed, desk.feed(["do"], &lines).expect(0).answers());
}

#[test]
fn a_file_may_begin_with_a_mark_and_end_without_a_line_feed() {
    let desk = Desk::new();
    let file = desk.root.path().join("lines.jsonl");
    std::fs::write(&file, format!("\u{feff}{LAMP}\r\n\r\n{LAMP}")).unwrap();
    let answers = desk.run(["do", file.to_str().unwrap()]).expect(0).answers();
    assert_eq!(answers.len(), 2);
}

#[test]
fn what_is_worth_saying_comes_as_warnings() {
    let desk = Desk::new();
    let line =
        r#"{"do":"convene_meeting","kind":"tripartite","title":"x","at":"2026-11-23T19:00:00+08:00","invite":[]}"#;
    let answers = desk.done(line);
    assert_eq!(answers[0]["warnings"], json!(["notice_short", "body_not_invited"]));
}

#[test]
fn a_council_that_is_only_read_answers_so_and_ends_with_3() {
    let desk = Desk::new();
    let before = desk.journal();
    let answer = desk.feed(["--read-only", "do"], format!("{LAMP}\n{LAMP}\n")).expect(3);
    let answers = answer.answers();
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0]["refusal"], "read_only");
    assert_eq!(desk.journal(), before);
}

#[test]
fn raising_undoing_and_redoing() {
    let desk = Desk::new();
    let raised = desk.run(["raise", "东门路灯不亮", "--channel", "visit", "--by", "丁伟", "--route", "fast"]).expect(0);
    assert!(raised.out.contains("2026-A001"), "{raised:?}");
    let state = || desk.json(["show", "A1", "--json"])["state"].clone();
    assert_eq!(state(), "waiting");
    desk.run(["undo"]).expect(0);
    assert_eq!(state(), "new");
    desk.run(["redo"]).expect(0);
    assert_eq!(state(), "waiting");
    desk.run(["redo"]).expect(1);
    // Somebody else's acts are not taken back.
    desk.run(["--as", "方国强", "undo"]).expect(1);
}

#[test]
fn the_log_says_what_a_redo_brought_back() {
    let desk = Desk::new();
    desk.run(["raise", "东门路灯不亮"]).expect(0);
    desk.run(["undo"]).expect(0);
    desk.run(["redo"]).expect(0);
    for (lang, took, brought) in [("zh", "撤销了“提事", "恢复了“提事"), ("en", "undid “raised", "redid “raised")]
    {
        let log = desk.run(["--lang", lang, "log"]).expect(0).out;
        let last: Vec<&str> = log.lines().rev().take(2).collect();
        assert!(last[0].contains(brought) && last[1].contains(took), "{log}");
    }
}

#[test]
fn a_line_that_is_no_json_is_told_in_the_chosen_language() {
    let desk = Desk::new();
    let answer = desk.feed(["--lang", "zh", "do"], format!("{LAMP}\nnot json\n")).expect(1).answers()[1].clone();
    let message = answer["message"].as_str().unwrap();
    assert_eq!(answer["line"], 2);
    // The second byte is where `null` can no longer be meant.
    assert!(message.contains("第 2 个字节") && !message.contains("expected"), "{message}");
}

#[test]
fn the_message_of_a_refusal_is_in_the_chosen_language() {
    let desk = Desk::new();
    let line = r#"{"do":"close_matter","matter":"A9"}"#;
    let said = |lang| desk.feed(["--lang", lang, "do"], line).answers()[0]["message"].as_str().unwrap().to_owned();
    let (zh, en) = (said("zh"), said("en"));
    assert!(zh.contains("没有"), "{zh}");
    assert!(en.is_ascii() && en.contains("A9"), "{en}");
}
