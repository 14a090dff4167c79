//! The end of a meeting in a terminal, in Chinese: closed, read through, confirmed by three bodies, sealed; the digest on
//! the screen is that of the record.

use super::live::{F2, F3, F8, called};

#[test]
fn a_meeting_is_closed_confirmed_and_sealed_by_keys_and_its_digest_is_that_of_the_record() {
    let seat = called();
    let mut terminal = seat.sit_down_with(&[], (80, 24));
    terminal.then("3", "三方协商会").then("\r", "会前准备").then("o", "还没有开议").then(F2, "签到");
    for initials in ["lxy", "zgl", "sgf"] {
        terminal.press(format!("{initials}\r"));
    }
    terminal.wait_for("到会 3/8");
    terminal.press(F2).press(F3).wait_for("── 1 停车位改造");
    terminal.press("@wf 先划线，大树留下。\r").wait_until("recorded", |screen| !screen.contents().contains('…'));
    terminal.press(format!("{F8}3")).wait_for("请居民委员会、业主委员会、物业服务企业确认");
    terminal.then("\r", "谁来确认？还差居民委员会、业主委员会、物业服务企业");
    terminal.then("\r", "谁来确认？还差业主委员会、物业服务企业");
    terminal.then("\r", "谁来确认？还差物业服务企业");
    terminal.then("\r", "都确认了，签封").then("\r", "要签封纪要吗").then("y", "校验码");
    terminal.wait_until("the digest", |screen| !screen.contents().contains("正在读校验码"));
    let seen = terminal.look(vt100::Screen::contents);
    let digest: String = seen.split("校验码 ").nth(1).unwrap().chars().take(14).collect();
    let meeting = seat.json(&["show", "2026-A-M01", "--json"]);
    assert_eq!(meeting["state"], "sealed");
    let by: Vec<&str> =
        meeting["confirmed"].as_array().unwrap().iter().map(|one| one["by"].as_str().unwrap()).collect();
    assert_eq!(by, ["林秀英", "孙桂芳", "赵国梁"]);
    let checked = seat.json(&["check", "--seal", &digest, "--json"]);
    assert_eq!(checked["seal"]["belongs"], true, "{digest}");
    // What is wrong after that is corrected beside it.
    terminal.then("e", "已签封").then("应为：先拆花坛\x13", "会后更正：应为：先拆花坛");
}
