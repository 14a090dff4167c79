//! The first run, from an empty home: a council by five fields, the sample, a folder; and who sits here.

use std::fs;
use std::process::Command;

use super::kit::Seat;

const SAVE: &str = "\x13";

#[test]
fn from_an_empty_home_a_council_is_started_and_a_matter_raised() {
    let seat = Seat::empty();
    let mut terminal = seat.first_run(&[]);
    terminal
        .then("\r", "议事会名称")
        .then("青石里社区议事会\t\t青石物业公司\t林秀英", "林秀英")
        .then(SAVE, "按 n 提出第一件")
        .then("n", "标题")
        .then("东门路灯不亮\t微信\x13", "提事：东门路灯不亮")
        .press("q")
        .is_given_back();
    // From now on plain `mazha` finds it, and knows who sits there.
    let again = seat.first_run(&[]);
    again.wait_for("东门路灯不亮");
    assert!(again.look(|screen| screen.contents().contains("林秀英")), "{}", again.picture());
    drop(again);
    let log = seat.run_at_home(&["log", "--json"]);
    assert_eq!(log["entries"].as_array().unwrap().last().unwrap()["by"], "林秀英");
    let bodies = seat.run_at_home(&["list", "bodies", "--json"]);
    assert!(bodies["bodies"].as_array().unwrap().iter().any(|body| body["name"] == "青石物业公司"), "{bodies}");
}

#[test]
fn the_sample_is_there_to_look_around_in() {
    let seat = Seat::empty();
    let mut terminal = seat.first_run(&[]);
    terminal.then("d", "谁在用").then("\x1b", "离开").press("q").is_given_back();
}

#[test]
fn a_folder_is_found_with_tab_and_comes_first_the_next_time() {
    let seat = Seat::new();
    let mut terminal = seat.first_run(&[]);
    terminal.then("o", "council/").then("cou\t", "~/council/").then("\r", "谁在用").then("周海燕\r", "按 n 提出第一件");
    terminal.press("q").is_given_back();
    let mut again = seat.first_run(&[]);
    again.then("\r", "按 n 提出第一件");
    assert!(again.look(|screen| screen.contents().contains("周海燕")), "{}", again.picture());
    again.press("q").is_given_back();
}

#[test]
fn what_is_no_council_is_told_by_what_is_there() {
    let seat = Seat::empty();
    fs::create_dir(seat.home().join("照片")).unwrap();
    fs::write(seat.home().join("照片/春游.jpg"), "x").unwrap();
    fs::write(seat.home().join("记事.txt"), "x").unwrap();
    let mut terminal = seat.first_run(&[]);
    terminal.then("o", "照片/").then("照片\r", "里面是 春游.jpg");
    terminal.then("\x15~/记事.txt\r", "是一个文件").then("\x15~/没有\r", "没有这个文件夹");
    terminal.press("\x1b").wait_for("离开");
    terminal.press("q").is_given_back();
}

#[test]
fn a_folder_that_goes_away_is_said_and_said_again_when_it_is_back() {
    let seat = Seat::new();
    let mut terminal = seat.sit_down();
    let (here, away) = (seat.home().join("council"), seat.home().join("away"));
    fs::rename(&here, &away).unwrap();
    terminal.wait_for("文件夹读不到");
    terminal.then("n", "标题").then("东门路灯不亮\t微信\x13", "没有保存");
    fs::rename(&away, &here).unwrap();
    terminal.wait_until("back", |screen| !screen.contents().contains("文件夹读不到"));
    terminal.then(SAVE, "提事：东门路灯不亮");
    terminal.press("q").is_given_back();
    seat.run(&["check"], "");
}

#[test]
fn a_record_that_is_slow_to_read_is_shown_to_be_and_can_be_left() {
    let seat = Seat::new();
    // A pipe that nobody writes into is the slowest disk there is.
    let file = seat.home().join("council/council.json");
    fs::remove_file(&file).unwrap();
    assert!(Command::new("mkfifo").arg(&file).status().unwrap().success());
    for leave in ["q", "\x03"] {
        let mut terminal = seat.sit_down();
        terminal.wait_for("正在读取记录");
        terminal.press(leave).is_given_back();
    }
}
