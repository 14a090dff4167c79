//! One matter through all four steps by keys alone, another by commands alone: the record says the same of both.

use super::kit::Seat;
use super::live::{F3, F6, F8};

/// The facts in the history of the only matter, in order.
fn facts(seat: &Seat) -> Vec<String> {
    let log = seat.json(&["log", "2026-A001", "--json"]);
    let entries = log["entries"].as_array().unwrap().iter();
    let events = entries.flat_map(|entry| entry["events"].as_array().unwrap());
    events.map(|event| event["event"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn keys_and_commands_make_the_same_history() {
    let by_keys = Seat::new();
    let mut terminal = by_keys.sit_down();
    terminal
        .then("n", "标题")
        .then("东侧停车位改造\t微信\x13", "提事：东侧停车位改造")
        .then("\r", "提事 / 待受理")
        .then("a42\x13", "议事 / 待上会")
        .then("p\t\t12-05 19:00\x13", "议事 / 已列入议程")
        .then("o", "宣布开会")
        .then(F3, "── 1 2026-A001")
        .then(&format!("{F6}1同意改造\r"), "决议")
        .then(&format!("{F8}3"), "散会：")
        .then("1", "还有 14 天")
        .then("ll\r", "办事 / 待派单")
        .then("s1重新划线\x13", "派单给居民委员会")
        .then("i", "居民委员会签收")
        .then("f1划好了\x13", "评事 / 待回访")
        .then("F11\x13", "评事 / 可结案")
        .then("C", "还没有验收")
        .then("y", "已归档")
        .press("q")
        .is_given_back();

    let by_commands = Seat::new();
    by_commands.run(
        &["do", "--stop"],
        r#"{"do":"raise_matter","title":"东侧停车位改造","channel":"wechat"}
{"do":"accept_matter","matter":"1","route":"joint","depth":"in_depth"}
{"do":"convene_meeting","kind":"tripartite","title":"三方协商会","at":"2026-12-05T19:00:00+08:00"}
{"do":"place_on_agenda","meeting":"1","matter":"1"}
{"do":"open_meeting","meeting":"1"}
{"do":"take_up","meeting":"1","item":1}
{"do":"resolve","meeting":"1","item":1,"outcome":"adopted","text":"同意改造"}
{"do":"adjourn_meeting","meeting":"1"}
{"do":"assign_task","matter":"1","lead":"residents_committee","text":"重新划线","due":"2026-12-20"}
{"do":"receive_task","task":"1"}
{"do":"finish_task","task":"1","ending":"solved","text":"划好了"}
{"do":"follow_up","matter":"1","reached":true,"solved":"yes","satisfaction":"satisfied"}
{"do":"close_matter","matter":"1"}
"#,
    );
    assert_eq!(facts(&by_keys), facts(&by_commands));
    for seat in [&by_keys, &by_commands] {
        assert_eq!(seat.json(&["show", "2026-A001", "--json"])["state"], "done");
        seat.run(&["check"], "");
    }
}

#[test]
fn whoever_types_faster_than_the_disk_loses_nothing() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    let quick = "n东门路灯不亮\t微信\x13\ra2\x13s1换灯头\x13if1换好了\x13F11\x13Cy";
    terminal.then(quick, "已归档").press("uu");
    terminal.wait_for("评事 / 待回访");
    terminal.press("q").is_given_back();
    seat.run(&["check"], "");
}
