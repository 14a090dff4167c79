//! Finding, narrowing, and walking the trail, with keys.

use mazha::text::Lang;
use mazha::tui::app::Input;
use mazha::tui::style::Palette;

use super::kit::{Hand, busy};
use super::looks::{crowded, in_session, looks, looks_written};
use super::stories::{before_much, before_nothing, shows};

/// The acts that every screen is looked at after.
fn before_meeting() -> Hand {
    Hand::before(in_session(Lang::Zh), Lang::Zh, (100, 30))
}

fn before_notices() -> Hand {
    Hand::before(crowded(Lang::Zh), Lang::Zh, (100, 30))
}

#[test]
fn how_finding_looks() {
    looks("find", busy, "/");
    looks("find_nothing", busy, "/zzzz");
    looks_written("find_hits", crowded, "/", "ld", "lamp");
    looks_written("find_filters", in_session, "/", "承办:物业 未结", "lead:property open");
    looks_written("find_goes_on", busy, "/", "路灯 阶段:", "lamp stage:");
}

#[test]
fn how_narrowed_lists_look() {
    looks_written("narrow_board", busy, "\\", "ld", "lamp");
    looks_written("narrow_board_on", busy, "\\", "电梯<Enter>", "lift<Enter>");
    looks_written("narrow_meetings", in_session, "3\\", "三方", "tripartite");
    looks_written("narrow_tasks", crowded, "4\\", "承办:物业 电梯", "lead:property lift");
    looks_written("narrow_people", in_session, "2\\", "wy", "property");
    looks_written("narrow_notices", crowded, "6\\", "灯", "lamp");
    looks("narrow_nothing", busy, "\\zzzz");
    looks("narrow_empty", busy, "\\");
}

#[test]
fn what_is_found_is_underlined() {
    let mut hand = Hand::before(busy(Lang::Zh), Lang::Zh, (80, 24));
    hand.keys("/yixiang");
    insta::assert_snapshot!("find_underlined", hand.styled_frame());
    let mut hand = Hand::before(busy(Lang::Zh), Lang::Zh, (120, 40)).in_colours(Palette::plain());
    hand.keys("\\ld<Enter>");
    insta::assert_snapshot!("narrow_underlined", hand.styled_frame());
    let mut hand = Hand::before(busy(Lang::Zh), Lang::Zh, (80, 24)).in_colours(Palette::plain());
    hand.keys("l<Enter>psanfang");
    insta::assert_snapshot!("pick_underlined", hand.styled_frame());
}

#[test]
fn a_matter_is_opened_by_its_initials_from_every_screen() {
    for screen in ["", "2", "3", "4", "5", "6", "7", "<Enter>", "3<Enter>"] {
        let mut hand = before_much();
        hand.keys(screen).keys("/dtyx<Enter>");
        shows(&mut hand, "2026-A003  3号楼电梯异响");
        shows(&mut hand, "议事 / 待办或上会");
    }
}

#[test]
fn back_from_what_was_found_is_where_one_came_from() {
    let mut hand = before_much();
    hand.keys("4/dtyx<Enter><Esc>");
    shows(&mut hand, "更换东门三盏路灯的灯头和线路");
    hand.keys("<Esc>");
    shows(&mut hand, "提事 2");
}

#[test]
fn filters_join_with_words() {
    let mut hand = before_much();
    hand.keys("/承办:物业 逾期");
    // The lamp, due on the 18th, and its task, due on the 16th.
    shows(&mut hand, "共 2 条");
    hand.keys(" 换");
    shows(&mut hand, "共 1 条");
    hand.keys("<Enter>");
    shows(&mut hand, "2026-A001  东门路灯不亮");
}

#[test]
fn a_number_goes_straight_there() {
    for (number, title) in
        [("A3", "3号楼电梯异响"), ("3", "3号楼电梯异响"), ("2026-A004", "垃圾桶点位太远"), ("t1", "东门路灯不亮")]
    {
        let mut hand = before_much();
        hand.keys("/").keys(number).keys("<Enter>");
        shows(&mut hand, &format!("  {title}"));
        shows(&mut hand, "可以：");
    }
    let mut hand = before_much();
    hand.keys("/m1<Enter>");
    shows(&mut hand, "2026-A-M01  十一月三方协商会");
}

#[test]
fn notes_people_notices_and_objections_are_found_where_they_are() {
    let mut hand = before_meeting();
    hand.keys("/yaohao<Enter>");
    shows(&mut hand, "2026-A-M01  十一月三方协商会");
    hand.keys("/zgl<Enter>Y");
    assert!(hand.copied.take().expect("copied").starts_with("赵国梁"));
    hand.keys("<Esc>");
    shows(&mut hand, "2026-A-M01  十一月三方协商会");
    let mut hand = before_notices();
    hand.keys("/怎么就公示<Enter>");
    // The objection is to the second of three notices, which the list puts first: it wants an answer.
    shows(&mut hand, "2026-A-N002");
    shows(&mut hand, "每天晚上都看得见");
}

#[test]
fn a_match_out_of_sight_is_said_where_it_is() {
    let mut hand = Hand::before(busy(Lang::Zh), Lang::Zh, (80, 24));
    hand.keys("/台阶");
    shows(&mut hand, "详情 …");
    shows(&mut hand, "台阶");
    hand.keys("<Esc>/周阿姨");
    shows(&mut hand, "提出人 周阿姨");
}

#[test]
fn nothing_found_says_what_else_to_try() {
    let mut hand = before_much();
    hand.keys("/zzzz<Enter>");
    shows(&mut hand, "没有找到");
    shows(&mut hand, "少打几个字");
    hand.keys("<Esc>");
    assert!(!hand.frame().contains("没有找到"));
}

#[test]
fn what_was_looked_for_before_is_called_back() {
    let mut hand = before_much();
    hand.keys("/dtyx<Enter>/ld<Enter>/");
    shows(&mut hand, "上次查过：ld");
    hand.keys("<Up>");
    shows(&mut hand, "查找： ld");
    hand.keys("<Up><Enter>");
    shows(&mut hand, "2026-A003  3号楼电梯异响");
    // What is being typed is not thrown away for it.
    hand.keys("/垃圾<Up>");
    shows(&mut hand, "查找： 垃圾");
}

#[test]
fn tab_completes_a_filter_and_what_it_is_asked_for() {
    let mut hand = before_much();
    hand.keys("/cb");
    shows(&mut hand, "承办:");
    hand.keys("<Tab>wy<Tab>");
    shows(&mut hand, "承办:物业服务企业");
    // The lamp, its task, and the manager of the company.
    shows(&mut hand, "共 3 条");
}

#[test]
fn who_is_quicker_than_the_gathering_is_told_so_and_then_answered() {
    let mut hand = Hand::at_once(busy(Lang::Zh), Lang::Zh, (100, 30));
    hand.keys("/dtyx<Enter>");
    shows(&mut hand, "正在整理台账");
    hand.rest();
    shows(&mut hand, "3号楼电梯异响");
    hand.keys("<Enter>");
    shows(&mut hand, "议事 / 待办或上会");
}

#[test]
fn what_is_new_is_found_at_once() {
    let mut hand = before_nothing();
    hand.keys("n西门积水<Tab><Down><C-s>/xmjs<Enter>");
    shows(&mut hand, "2026-A001  西门积水");
}

#[test]
fn the_trail_leads_back_and_forward() {
    let mut hand = before_much();
    hand.keys("/dtyx<Enter>4<Enter>");
    shows(&mut hand, "2026-A001  东门路灯不亮");
    hand.keys("[");
    shows(&mut hand, "更换东门三盏路灯的灯头和线路");
    hand.keys("[");
    shows(&mut hand, "2026-A003  3号楼电梯异响");
    hand.keys("[");
    shows(&mut hand, "提事 2");
    hand.keys("[");
    shows(&mut hand, "前面没有看过别的了");
    hand.keys("]]]");
    shows(&mut hand, "2026-A001  东门路灯不亮");
    hand.keys("]");
    shows(&mut hand, "后面没有了");
    // From the matter, Esc leads to the list it was opened from, wherever on the trail one is.
    hand.keys("<Esc>");
    shows(&mut hand, "更换东门三盏路灯的灯头和线路");
    // And that is a step on the trail, too.
    hand.keys("[");
    shows(&mut hand, "2026-A001  东门路灯不亮");
}

#[test]
fn lists_on_the_trail_keep_what_was_selected() {
    let mut hand = before_meeting();
    hand.keys("2<Down><Down>Y");
    let there = hand.copied.take().expect("copied");
    hand.keys("3<Enter>[[Y");
    assert_eq!(hand.copied.take().expect("copied"), there);
}

#[test]
fn what_is_gone_is_passed_over_on_the_trail() {
    let mut hand = before_nothing();
    hand.keys("n西门积水<Tab><Down><C-s><Enter>4u[");
    shows(&mut hand, "还没有事项");
}

#[test]
fn a_list_is_narrowed_worked_in_and_shown_whole_again() {
    let mut hand = before_much();
    hand.keys("\\dtyx");
    shows(&mut hand, "留下 1 条");
    assert!(!hand.frame().contains("东门路灯不亮"));
    // The list has the keys again, and says that it is narrowed.
    hand.keys("<Enter>hl");
    shows(&mut hand, "筛选： dtyx");
    hand.keys("<Enter>");
    shows(&mut hand, "议事 / 待办或上会");
    hand.keys("<Esc>");
    shows(&mut hand, "筛选： dtyx");
    hand.keys("<Esc>");
    assert!(!hand.frame().contains("筛选："));
    shows(&mut hand, "提事 2");
}

#[test]
fn a_narrowed_list_follows_the_record() {
    let mut hand = before_much();
    hand.keys("\\逾期<Enter><Enter>f1换好了<C-s><Esc>");
    shows(&mut hand, "没有符合的");
    hand.keys("<Esc>");
    shows(&mut hand, "评事 2");
}

#[test]
fn while_a_query_is_typed_arrows_move_in_the_list() {
    let mut hand = before_much();
    hand.keys("2\\居民<Down><Enter>Y");
    assert!(hand.copied.take().expect("copied").starts_with("林秀英"));
    hand.keys("\\<BS><BS><Enter>");
    assert!(!hand.frame().contains("筛选："), "an empty query narrows nothing");
}

#[test]
fn the_key_as_chinese_input_makes_it_narrows_too() {
    let mut hand = before_much();
    hand.keys("4、yjx<Esc>6、<Esc>7、东门");
    shows(&mut hand, "共 ");
    hand.keys("<Esc>");
    assert!(!hand.frame().contains("筛选："));
}

#[test]
fn a_narrowed_list_comes_back_narrowed_along_the_trail() {
    let mut hand = before_much();
    hand.keys("4\\ld<Enter>5[");
    shows(&mut hand, "筛选： ld");
    hand.keys("]");
    assert!(!hand.frame().contains("筛选："));
}

#[test]
fn of_a_long_text_that_is_pasted_as_much_is_looked_for_as_fits_and_that_is_said() {
    let mut hand = before_much();
    let long = format!("\n  路灯{}\n第二行", "呀".repeat(90));
    hand.keys("/").input(Input::Paste(long.clone()));
    shows(&mut hand, "最多写 80 个字");
    shows(&mut hand, "呀呀呀呀 ");
    assert!(!hand.frame().contains("第二行"));
    hand.keys("<C-u>路灯");
    assert!(!hand.frame().contains("最多写"));
    shows(&mut hand, "东门路灯不亮");
    hand.keys("<Esc>4\\").input(Input::Paste(long));
    shows(&mut hand, "最多写 80 个字");
    hand.keys("<C-u>路灯");
    assert!(!hand.frame().contains("最多写"));
}
