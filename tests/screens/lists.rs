//! The day, the notices and the log, worked with keys.

use mazha::text::Lang;
use serde_json::json;

use super::kit::{Council, Hand};
use super::stories::{before_much, before_nothing, shows};

#[test]
fn the_list_of_the_day_is_worked_off_from_the_top() {
    let mut hand = before_much();
    hand.keys("5");
    shows(&mut hand, "逾期");
    // Its work is late and so is the matter: one row, by the matter's own deadline, ten working days from 3 November.
    shows(&mut hand, "逾期 4 天            2026-A001");
    hand.keys("<Enter>");
    shows(&mut hand, "2026-A001  东门路灯不亮");
    // Back leads to the list, not to the board.
    hand.keys("f1换好了<C-s><Esc>");
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
    hand.keys("oa<Esc>ll<Enter>N3<C-s>6");
    // The first day is not counted; seven days from the 21st end on a Saturday, so the Monday counts (Civil Code 201, 203).
    shows(&mut hand, "至 11月30日 周一，还有 9 天");
    hand.keys("a");
    shows(&mut hand, "没有人提出异议");
    hand.keys("o周阿姨<Tab>灯还没修好<C-s>");
    shows(&mut hand, "异议待答复 1");
    hand.keys("o老吴<Tab>花了多少钱<C-s>a2物业承担<C-s>");
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
fn attendance_counts_the_meetings_of_a_year_that_were_held() {
    let mut hand = before_much();
    // As long as it goes on nobody has missed it.
    hand.keys("3<Enter>o<Esc>2<Down>");
    assert!(!hand.frame().contains("到会 0/1"));
    hand.keys("3<Enter>a<C-s>x<Enter><Esc>2<Down>");
    // One of the three signed in.
    shows(&mut hand, "到会 1/1");
    shows(&mut hand, "到会 0/1");
    // A meeting that is only planned counts for nobody.
    hand.keys("3n<Tab>例会<Tab>12-05 19:00<C-s>2");
    shows(&mut hand, "到会 1/1");
    hand.council.is_at("2027-11-22T09:00:00+08:00");
    hand.keys("12");
    assert!(!hand.frame().contains("到会 1/1"));
}

#[test]
fn a_meeting_in_the_list_says_what_it_lacks() {
    let mut hand = before_much();
    hand.keys("3");
    shows(&mut hand, "议题未公示");
    hand.keys("<Enter>N<C-s><Esc>");
    assert!(!hand.frame().contains("议题未公示"));
}

#[test]
fn a_month_is_walked_by_days_and_weeks_and_leads_to_its_meetings() {
    let mut hand = before_much();
    hand.keys("3m");
    // Tonight's meeting is selected with its day.
    shows(&mut hand, "[21]");
    shows(&mut hand, "19:00 十一月三方协商会");
    hand.keys("<Down>");
    shows(&mut hand, "11月28日 周六");
    shows(&mut hand, "这一天没有会议");
    hand.keys("n<Tab>例会<Tab>19:00<C-s>");
    shows(&mut hand, "2026-A-M02");
    hand.keys("<Esc>");
    shows(&mut hand, "19:00 例会");
    shows(&mut hand, "11月28日 周六");
    hand.keys("n<Tab>小会<Tab>9:00<C-s><Esc><Enter>");
    shows(&mut hand, "打开哪次会议？");
    hand.keys("小会<Enter>");
    shows(&mut hand, "2026-A-M03");
    // Back to the month; from there to the list, the day's first meeting selected.
    hand.keys("<Esc><PgDn><PgUp>m<Enter>");
    shows(&mut hand, "2026-A-M03");
}

#[test]
fn holidays_and_the_weekends_worked_for_them_are_marked() {
    let mut hand = before_nothing();
    // The State Council's arrangement for 2026: off from the 1st to the 7th of October, at work on Saturday the 10th.
    hand.keys("3m<PgUp>");
    let frame = hand.frame();
    for day in [" 1 休", " 7 休", " 10 班"] {
        assert!(frame.contains(day), "no “{day}” in\n{frame}");
    }
    assert!(!frame.contains(" 8 休") && !frame.contains(" 17 休"), "{frame}");
    hand.keys("<PgDn><PgDn><PgDn>");
    shows(&mut hand, "2027年的放假安排还不知道");
}

#[test]
fn the_form_of_a_notice_says_until_when_it_would_hang() {
    let mut hand = before_much();
    hand.keys("ll<Enter>N3");
    // Seven days from Saturday the 21st end on a Saturday, so the Monday counts.
    shows(&mut hand, "公示到 11月30日 周一");
}

#[test]
fn long_details_of_a_notice_are_turned_by_pages() {
    let mut hand = before_much();
    hand.keys("ll<Enter>N3<C-s>6");
    for n in 0..10 {
        hand.keys(&format!("o老吴<Tab>第{n}条意见，灯还没有修好<C-s>"));
    }
    // A key, so that the message about the last one goes.
    hand.keys("g");
    shows(&mut hand, "第0条意见");
    assert!(!hand.frame().contains("第9条意见"));
    hand.keys("<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>");
    shows(&mut hand, "第9条意见");
    hand.keys("<PgUp><PgUp><PgUp><PgUp><PgUp><PgUp><PgUp>");
    shows(&mut hand, "第0条意见");
}

#[test]
fn no_screen_ends_the_program_on_the_last_days_that_can_be_written() {
    let mut hand = before_much();
    hand.council.is_at("9999-12-31T23:30:00+08:00");
    for screen in ["1", "2", "3", "m", "4", "5", "6", "7", "1"] {
        hand.keys(screen).frame();
    }
    hand.keys("3m<Down><PgDn><End>").frame();
    hand.keys("1n西门<C-s><Enter>a3<C-s>").frame();
    hand.keys("s1看看<Tab>+400<C-s>").frame();
    hand.keys("N3<C-s>6").frame();
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
    shows(&mut hand, "! 类别：没有叫“照照”的");
    shows(&mut hand, "东门路灯不亮");
}

#[test]
fn a_page_of_a_narrowed_list_is_what_is_seen_of_it() {
    let mut council = Council::found(Lang::Zh);
    for n in 1..=50 {
        let raise = json!({"do": "raise_matter", "title": format!("路灯 {n}"), "channel": "visit"});
        council.at(&format!("11-20 10:{n:02}"), raise);
    }
    let mut hand = Hand::before(council, Lang::Zh, (100, 30));
    // Of 30 rows the frame takes 4, the names of the columns and a blank one 2, the query 2: 22 are left.
    hand.keys("\\路灯<Enter><PgDn><Enter>");
    shows(&mut hand, "2026-A023  路灯 23");
}
