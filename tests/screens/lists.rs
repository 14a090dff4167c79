//! The day, the notices and the log, worked with keys.

use serde_json::json;

use super::stories::{before_much, before_nothing, shows};

#[test]
fn the_list_of_the_day_is_worked_off_from_the_top() {
    let mut hand = before_much();
    hand.keys("5");
    shows(&mut hand, "逾期");
    hand.keys("<Down><Enter>");
    shows(&mut hand, "2026-A001  东门路灯不亮");
    // Back leads to the list, not to the board.
    hand.keys("f1<Tab>换好了<C-s><Esc>");
    shows(&mut hand, "待回访  2");
    hand.keys("G<Enter>");
    shows(&mut hand, "宠物粪便没人清理");
    hand.keys("<Esc><Esc>");
    shows(&mut hand, "议事 ");
}

#[test]
fn an_objection_is_made_and_answered() {
    let mut hand = before_much();
    hand.keys("6");
    shows(&mut hand, "还没有公示");
    hand.keys("oa<Esc>ll<Enter>N<C-s>6");
    // The first day is not counted; seven days from the 21st end on a Saturday, so the Monday counts (Civil Code 201, 203).
    shows(&mut hand, "至 11月30日 周一，还有 9 天");
    hand.keys("a");
    shows(&mut hand, "没有人提出异议");
    hand.keys("o周阿姨<Tab>灯还没修好<C-s>");
    shows(&mut hand, "异议待答复 1");
    hand.keys("o老吴<Tab>花了多少钱<C-s>a2<Tab>物业承担<C-s>");
    shows(&mut hand, "物业承担");
    shows(&mut hand, "异议待答复 1");
    hand.keys("a明天就修<C-s>a");
    shows(&mut hand, "已经答复");
    hand.keys("<Enter>");
    shows(&mut hand, "2026-A001  东门路灯不亮");
    hand.keys("<Esc>");
    shows(&mut hand, "至 11月30日");
}

#[test]
fn the_log_is_narrowed_by_initials_and_leads_to_the_matter() {
    let mut hand = before_much();
    hand.keys("7");
    shows(&mut hand, "提事：宠物粪便没人清理");
    hand.keys("\\dtyx");
    shows(&mut hand, "共 2 条");
    // The first Enter gives the keys back to the list.
    hand.keys("<Down><Enter><Enter>");
    shows(&mut hand, "2026-A003  3号楼电梯异响");
    hand.keys("<Esc>");
    shows(&mut hand, "dtyx");
    hand.elsewhere(json!({"do": "tell_raiser", "matter": "3", "text": "明天来人"}));
    shows(&mut hand, "共 3 条");
    // The first Esc ends the filter and keeps the selected act in sight, the second leaves.
    hand.keys("<Esc>");
    shows(&mut hand, "3号楼电梯异响");
    hand.keys("<Esc>");
    shows(&mut hand, "议事 2");
}

#[test]
fn an_act_that_was_taken_back_stays_in_the_log_and_says_so() {
    let mut hand = before_nothing();
    hand.keys("n东门路灯不亮<Tab><Down><C-s>u7");
    shows(&mut hand, "已撤销  提事：东门路灯不亮");
    hand.keys("<Down><Enter>");
    shows(&mut hand, "没有可以打开");
    hand.keys("<C-r>");
    assert!(!hand.frame().contains("已撤销  提事"));
}

#[test]
fn a_choice_that_is_not_there_is_said_and_nothing_is_saved() {
    let mut hand = before_nothing();
    hand.keys("n东门路灯不亮<Tab><Down><Tab><Tab><Tab>照照<C-s>");
    shows(&mut hand, "没有这一项");
    shows(&mut hand, "东门路灯不亮");
}
