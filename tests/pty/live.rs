//! A whole meeting typed into a terminal, in Chinese, at the speed of a program: the minutes are the script, line by line.
//! And a second window on the same folder, and a power cut in the middle of a word.

use serde_json::{Value, json};

use super::kit::{Seat, Terminal};

pub(super) const F2: &str = "\x1bOQ";
pub(super) const F3: &str = "\x1bOR";
pub(super) const F6: &str = "\x1b[17~";
pub(super) const F8: &str = "\x1b[19~";

/// Name, body, initials as they are typed.
const PEOPLE: [(&str, &str, &str); 8] = [
    ("林秀英", "residents_committee", "lxy"),
    ("赵国梁", "property_company", "zgl"),
    ("孙桂芳", "owners_committee", "sgf"),
    ("王芳", "residents", "wf"),
    ("张伟", "residents", "zw"),
    ("李强", "owners_committee", "lq"),
    ("陈静", "building_head", "cj"),
    ("何平", "supervisor", "hp"),
];

const TOPICS: [&str; 6] = ["停车位改造", "东门路灯", "电梯异响", "楼道堆物", "充电桩", "邻里节"];

/// What is said on every item: as it is typed, its kind, who said it, its words.
const SAID: [(&str, &str, Option<usize>, &str); 10] = [
    ("?@zgl 物业先说明情况。", "explanation", Some(2), "物业先说明情况。"),
    ("@wf 住在一楼的意见最大，希望先听他们的。", "remark", Some(4), "住在一楼的意见最大，希望先听他们的。"),
    ("＠张伟：我同意，但是费用要公开。", "remark", Some(5), "我同意，但是费用要公开。"),
    ("@8 监督小组会看账。", "remark", Some(8), "监督小组会看账。"),
    ("*@lq 先试行三个月，再看效果", "motion", Some(6), "先试行三个月，再看效果"),
    ("＋@cj 改为六个月", "amendment", Some(7), "改为六个月"),
    ("#物业 支持；承诺：月底前拿出方案", "position", None, "支持"),
    ("～@sgf 噪声问题没有说清楚", "reservation", Some(3), "噪声问题没有说清楚"),
    ("＝试行六个月，费用每月公布", "consensus", None, "试行六个月，费用每月公布"),
    ("——有两位居民中途离开", "note", None, "有两位居民中途离开"),
];

/// A council whose meeting is called, with everybody invited and six topics.
pub(super) fn called() -> Seat {
    let seat = Seat::new();
    let mut commands: Vec<Value> =
        PEOPLE.iter().map(|(name, body, _)| json!({"do": "add_person", "name": name, "body": body})).collect();
    let invite: Vec<String> = (1..=PEOPLE.len()).map(|n| n.to_string()).collect();
    commands.push(json!({"do": "convene_meeting", "kind": "tripartite", "title": "三方协商会",
        "at": "2026-11-23T09:00:00+08:00", "invite": invite}));
    let place = |topic: &&str| json!({"do": "place_on_agenda", "meeting": "1", "topic": topic, "minutes": 15});
    commands.extend(TOPICS.iter().map(place));
    let lines: Vec<String> = commands.iter().map(Value::to_string).collect();
    seat.run(&["do", "--stop"], &(lines.join("\n") + "\n"));
    seat
}

/// Into the room of the meeting.
fn enter(terminal: &mut Terminal) {
    terminal.then("3", "三方协商会").then("\r", "可以：").then("l", "还没有开议");
}

/// The minutes as the record has them: kind, speaker, words, item.
fn minutes(seat: &Seat) -> Vec<(String, Option<String>, String, u64)> {
    let meeting = seat.json(&["show", "2026-A-M01", "--json"]);
    let notes = meeting["notes"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    notes
        .map(|note| {
            let item = note["item"].as_u64().unwrap_or(0);
            (text(&note["kind"]).unwrap(), text(&note["speaker"]), text(&note["text"]).unwrap(), item)
        })
        .collect()
}

fn person(number: usize) -> String {
    format!("A-P{number:03}")
}

/// Runs the scripted meeting on a screen of this size.
fn hold(size: (u16, u16)) {
    let seat = called();
    let mut terminal = seat.sit_down_with(&[], size);
    terminal.then("3", "三方协商会").then("\r", "会前准备").then("o", "还没有开议");
    terminal.then(F2, "签到");
    for (_, _, initials) in PEOPLE {
        terminal.press(format!("{initials}\r"));
    }
    terminal.wait_for("到会 8/8");
    terminal.press(F2);
    let mut expected = Vec::new();
    for (at, topic) in (1..).zip(TOPICS) {
        terminal.press(F3).wait_for(&format!("── {at} {topic}"));
        for (typed, kind, speaker, words) in SAID {
            let (typed, words) = (typed.to_owned(), words.to_owned());
            terminal.press(format!("{typed}\r"));
            expected.push((kind.to_owned(), speaker.map(person), words, at));
        }
        if at % 2 == 0 {
            terminal.press("！暂缓 等报价\r");
        } else {
            terminal.press(format!("{F6}1同意试行六个月\r"));
            terminal.press(format!("》物业 {topic}的方案 12月{at}日前\r"));
        }
        // One goes and one comes back while the item is discussed.
        terminal.press(format!("{F2}\twf\r")).press(F2).press(format!("{F2}wf\r")).press(F2);
        terminal.wait_until("all of it", |screen| {
            let seen = screen.contents();
            seen.contains("决议") && !seen.contains("…")
        });
    }
    terminal.press(format!("{F8}3")).wait_for("散会：");
    assert_eq!(minutes(&seat), expected);
    let meeting = seat.json(&["show", "2026-A-M01", "--json"]);
    let agenda = meeting["agenda"].as_array().unwrap().iter();
    let outcomes: Vec<&str> = agenda.map(|item| item["outcome"].as_str().unwrap()).collect();
    assert_eq!(outcomes, ["adopted", "deferred", "adopted", "deferred", "adopted", "deferred"]);
    let undertakes = meeting["notes"].as_array().unwrap().iter().filter(|note| note["undertakes"] == "月底前拿出方案");
    assert_eq!(undertakes.count(), TOPICS.len());
    let tasks = seat.json(&["list", "tasks", "--json"]);
    let dues: Vec<&str> = tasks["tasks"].as_array().unwrap().iter().map(|task| task["due"].as_str().unwrap()).collect();
    assert_eq!(dues, ["2026-12-01", "2026-12-03", "2026-12-05"]);
    seat.run(&["check"], "");
}

#[test]
fn a_meeting_typed_at_speed_is_in_the_minutes_line_by_line() {
    hold((80, 24));
}

#[test]
fn so_it_is_on_a_wide_screen() {
    hold((160, 50));
}

#[test]
fn facilitator_and_secretary_sit_at_two_windows_on_one_folder() {
    let seat = called();
    seat.run(&["do"], r#"{"do":"open_meeting","meeting":"1"}"#);
    let (mut facilitator, mut secretary) = (seat.sit_down(), seat.sit_down());
    enter(&mut facilitator);
    enter(&mut secretary);
    facilitator.press(F3);
    secretary.wait_for("── 1 停车位改造");
    secretary.press("@wf 第一句");
    facilitator.press(format!("{F2}wf\r")).wait_for("到会 1/8");
    secretary.wait_for("到会 1/8");
    // What the other one did has touched nothing that was being written.
    secretary.wait_for("› @wf 第一句");
    secretary.press("，说完了\r");
    facilitator.press(F2).wait_for("第一句，说完了");
    for at in 0..10 {
        secretary.press(format!("秘书第{at}句\r"));
        facilitator.press(format!("主持第{at}句\r"));
    }
    for terminal in [&facilitator, &secretary] {
        terminal.wait_until("both", |screen| {
            let seen = screen.contents();
            seen.contains("秘书第9句") && seen.contains("主持第9句") && !seen.contains("…")
        });
    }
    let words: Vec<String> = minutes(&seat).into_iter().map(|(_, _, words, _)| words).collect();
    for who in ["秘书", "主持"] {
        let said: Vec<String> = words.iter().filter(|words| words.starts_with(who)).cloned().collect();
        assert_eq!(said, (0..10).map(|at| format!("{who}第{at}句")).collect::<Vec<_>>());
    }
    assert_eq!(words.len(), 21);
}

#[test]
fn a_power_cut_costs_no_recorded_line_and_at_most_a_second_of_the_one_being_written() {
    let seat = called();
    seat.run(&["do"], r#"{"do":"open_meeting","meeting":"1"}"#);
    let mut terminal = seat.sit_down();
    enter(&mut terminal);
    terminal.press("记下的一句\r").wait_until("recorded", |screen| {
        let seen = screen.contents();
        seen.contains("记下的一句") && !seen.contains("…")
    });
    terminal.press("@wf 写到一半的话");
    terminal.wait_for("写到一半的话");
    // It is kept within a second of the last key.
    std::thread::sleep(std::time::Duration::from_millis(1_500));
    terminal.signal("KILL");
    terminal.end();
    let mut again = seat.sit_down();
    enter(&mut again);
    again.wait_for("› @wf 写到一半的话");
    again.press("，写完了\r").wait_until("recorded", |screen| !screen.contents().contains("…"));
    again.wait_for("王芳（居民代表）：写到一半的话，写完了");
    let words: Vec<String> = minutes(&seat).into_iter().map(|(_, _, words, _)| words).collect();
    assert_eq!(words, ["记下的一句", "写到一半的话，写完了"]);
}

#[test]
fn the_cursor_is_at_the_caret_after_every_letter() {
    let seat = called();
    seat.run(&["do"], r#"{"do":"open_meeting","meeting":"1"}"#);
    for size in [(60, 16), (120, 34)] {
        let mut terminal = seat.sit_down_with(&[], size);
        enter(&mut terminal);
        terminal.rest();
        let (row, mut column) = terminal.look(vt100::Screen::cursor_position);
        for (letter, cells) in [("路", 2), ("灯", 2), ("a", 1), ("，", 2), ("3", 1), ("亮", 2)] {
            column += cells;
            terminal
                .press(letter)
                .wait_until(letter, |screen| screen.cursor_position() == (row, column) && !screen.hide_cursor());
        }
    }
}
