//! What a slow disk and other windows do to whoever is at work: words are never lost, and nothing jumps.

use mazha::tui::app::{Answer, Input};
use serde_json::json;

use super::kit::Disk;
use super::stories::{before_much, before_nothing, shows};

#[test]
fn a_slow_disk_is_said_and_a_failed_write_leaves_the_form_as_it_was() {
    let mut hand = before_nothing();
    hand.disk_is(Disk::Silent);
    hand.keys("n东门路灯不亮<Tab><Down><C-s>");
    hand.input(Input::Slow);
    shows(&mut hand, "正在保存");
    // What is typed meanwhile was meant for what comes after; after a failure it does not end up in the form.
    hand.keys("x");
    hand.input(Input::Answer(Answer::Failed("没有保存：磁盘已满".into())));
    shows(&mut hand, "没有保存：磁盘已满");
    shows(&mut hand, "东门路灯不亮");
    hand.disk_is(Disk::Fine);
    hand.keys("<C-s>");
    shows(&mut hand, "提事：东门路灯不亮");
}

#[test]
fn what_is_typed_while_a_slow_disk_saves_is_taken_in_its_turn() {
    let mut hand = before_nothing();
    hand.disk_is(Disk::Silent);
    hand.keys("n东门路灯不亮<Tab><Down><C-s>");
    hand.keys("n西门井盖翘起<Tab><Down><C-s>");
    hand.disk_answers();
    hand.keys("n北门");
    hand.disk_answers();
    shows(&mut hand, "北门");
    hand.keys("<Esc>");
    shows(&mut hand, "东门路灯不亮");
    shows(&mut hand, "西门井盖翘起");
}

#[test]
fn one_can_leave_while_a_slow_disk_saves_and_is_asked_only_until_it_has() {
    let form = "n东门路灯已经三天不亮了，老人看不清<Tab><Down><C-s>";
    let mut hand = before_nothing();
    hand.disk_is(Disk::Silent);
    hand.keys(form).keys("<C-c>");
    shows(&mut hand, "写好的字还没有保存");
    hand.disk_answers();
    let frame = hand.frame();
    assert!(!frame.contains("写好的字还没有保存") && !frame.contains("标题"), "{frame}");
    hand.keys(form).keys("<C-c>y");
    assert!(hand.has_left());
}

#[test]
fn one_can_look_around_while_a_slow_disk_saves() {
    let mut hand = before_much();
    hand.keys("<Enter>");
    let before = hand.frame();
    hand.keys("<Esc>");
    hand.disk_is(Disk::Silent);
    hand.keys("u<Enter>");
    assert_eq!(hand.frame(), before);
}

#[test]
fn news_from_elsewhere_come_quietly_and_leave_a_form_as_it_is() {
    let mut hand = before_much();
    hand.keys("n写到一半");
    hand.elsewhere(json!({"do": "raise_matter", "title": "别处提的事", "channel": "visit"}));
    shows(&mut hand, "写到一半");
    shows(&mut hand, "别处新增 1 条记录");
    hand.keys("<Esc>y");
    shows(&mut hand, "别处提的事");
}

#[test]
fn the_selected_matter_stays_selected_whatever_comes() {
    let mut hand = before_much();
    hand.keys("<Down>");
    hand.elsewhere(json!({"do": "accept_matter", "matter": "6", "route": "fast"}));
    hand.keys("<Enter>");
    shows(&mut hand, "2026-A007  宠物粪便没人清理");
}

#[test]
fn a_finished_check_takes_the_keyboard_from_nobody() {
    let checked = || Input::Checked(vec!["全部完好。".into()]);
    let mut hand = before_nothing();
    hand.keys("n东门");
    hand.input(checked());
    assert!(!hand.frame().contains("全部完好。"));
    shows(&mut hand, "核对完了");
    hand.keys("路灯<Tab><Down><C-s>");
    shows(&mut hand, "全部完好。");
    hand.keys("<Esc>");
    shows(&mut hand, "东门路灯");

    // It ends while a form is saved: the form is closed all the same, and what was typed meanwhile is taken in.
    hand.disk_is(Disk::Silent);
    hand.keys("n西门井盖翘起<Tab><Down><C-s>n北门");
    hand.input(checked());
    hand.disk_answers();
    shows(&mut hand, "北门");
    hand.keys("<Esc>y");
    shows(&mut hand, "全部完好。");
    hand.keys("<Esc>");
    assert!(!hand.frame().contains("标题"));
    assert_eq!(hand.council.register.matters().len(), 2);

    // Nor from whoever narrows a list.
    hand.keys("\\西门");
    hand.input(checked());
    assert!(!hand.frame().contains("全部完好。"));
    hand.keys("<Enter>");
    shows(&mut hand, "全部完好。");
}

#[test]
fn a_long_finding_is_read_to_its_end_and_back_row_by_row() {
    let mut hand = before_nothing();
    let line = |n| format!("第 {n} 行：{}", "很长的一句话".repeat(12));
    hand.input(Input::Checked((1..=20).map(line).collect()));
    hand.keys("<End>");
    let end = hand.frame();
    assert!(end.contains("第 20 行"), "{end}");
    hand.keys("<Down><Down>");
    assert_eq!(hand.frame(), end);
    hand.keys("<Up>");
    assert_ne!(hand.frame(), end);
}
