//! A meeting prepared in a terminal, in Chinese, by keys alone: called, its agenda filled and put in order, a topic added,
//! somebody invited.

use serde_json::{Value, json};

use super::kit::Seat;

/// Six matters that wait for a meeting, and two people for each of the three bodies.
fn waiting() -> Seat {
    let seat = Seat::new();
    let mut commands: Vec<Value> = Vec::new();
    for (name, body) in [
        ("林秀英", "residents_committee"),
        ("何敏", "residents_committee"),
        ("孙桂芳", "owners_committee"),
        ("李强", "owners_committee"),
        ("赵国梁", "property_company"),
        ("葛婷", "property_company"),
        ("王芳", "residents"),
    ] {
        commands.push(json!({"do": "add_person", "name": name, "body": body}));
    }
    for (n, title) in (1..).zip(["停车位改造", "东门路灯", "电梯异响", "楼道堆物", "充电桩", "邻里节"])
    {
        commands.push(json!({"do": "raise_matter", "title": title, "channel": "visit"}));
        commands.push(
            json!({"do": "accept_matter", "matter": n.to_string(), "route": "joint", "due": format!("2026-12-1{n}")}),
        );
    }
    let lines: Vec<String> = commands.iter().map(Value::to_string).collect();
    seat.run(&["do", "--stop"], &(lines.join("\n") + "\n"));
    seat
}

/// Titles and minutes of the agenda as the record has it.
fn agenda(seat: &Seat) -> Vec<(String, Option<u64>)> {
    let meeting = seat.json(&["show", "M1", "--json"]);
    let titles: Vec<Value> = seat.json(&["list", "--json"])["matters"].as_array().unwrap().clone();
    let title = |item: &Value| {
        let matter = titles.iter().find(|matter| matter["id"] == item["matter"]);
        matter.map_or(&item["topic"], |matter| &matter["title"]).as_str().unwrap().to_owned()
    };
    meeting["agenda"].as_array().unwrap().iter().map(|item| (title(item), item["minutes"].as_u64())).collect()
}

fn prepare(size: (u16, u16)) {
    let seat = waiting();
    let mut terminal = seat.sit_down_with(&[], size);
    terminal.then("3", "还没有会议").then("n", "会议类型");
    terminal.press("\t三方协商会\t12-05 19:00").then("\x13", "会前准备");
    // Six open matters in one go.
    terminal.then("p", "哪些议题").then("      ", "已选 6").then("\r", "议程 6 项");
    // The last comes first: five up, and fifteen minutes in its place; the next one gets ten by two keys.
    terminal.press("jjjjjKKKKK").then("m15\r", "15 分钟");
    terminal.press("j++").then("", "10 分钟");
    terminal.press("\t").then("", "1.1");
    terminal.press("n换届筹备\t20\x13").then("", "换届筹备");
    // The first requirement that is not met, and whoever leads it.
    terminal.press("\x1b[6~");
    terminal.then("i", "请哪些人").then("孙桂芳 ", "筛选：");
    terminal.press("\r");
    terminal.wait_for("孙桂芳");
    terminal.press("q").is_given_back();
    let expected = [
        ("邻里节", Some(15)),
        ("停车位改造", Some(10)),
        ("东门路灯", None),
        ("电梯异响", None),
        ("楼道堆物", None),
        ("充电桩", None),
        ("换届筹备", Some(20)),
    ];
    assert_eq!(agenda(&seat), expected.map(|(title, minutes)| (title.to_owned(), minutes)));
    seat.run(&["check"], "");
}

#[test]
fn a_meeting_is_prepared_by_keys_alone() {
    prepare((80, 24));
}

#[test]
fn so_it_is_on_a_wide_screen() {
    prepare((160, 50));
}
