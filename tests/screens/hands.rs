//! Acts on what a list has selected, and on all that is marked in it.

use insta::assert_snapshot;
use mazha::domain::stage::Standing;
use mazha::text::Lang;
use serde_json::json;

use super::kit::{Council, Disk, Hand};
use super::looks::looks;
use super::stories::{before_much, before_nothing, shows};

/// Four matters that wait to be screened.
pub(super) fn four(lang: Lang) -> Council {
    let mut council = Council::found(lang);
    let titles = match lang {
        Lang::Zh => ["东门路灯不亮", "3号楼电梯异响", "地下车库积水", "快递柜挡路"],
        Lang::En => {
            ["Lamp out at the east gate", "Lift noise in 3", "Water in the garage", "Parcel lockers in the way"]
        }
    };
    for (hour, title) in (9..).zip(titles) {
        council.at(&format!("11-20 {hour:02}:00"), json!({"do": "raise_matter", "title": title, "channel": "visit"}));
    }
    council
}

/// The same, accepted by the short way, each with work given to the property company.
pub(super) fn at_work(lang: Lang) -> Council {
    let mut council = four(lang);
    for n in 1..=4 {
        let minute = n * 10;
        council.at(
            &format!("11-20 15:{minute}"),
            json!({"do": "accept_matter", "matter": n.to_string(), "route": "fast"}),
        );
        let text = if lang == Lang::Zh { "派人修好" } else { "Have it mended" };
        let due = format!("2026-11-{}", 23 + n);
        council.at(
            &format!("11-20 16:{minute}"),
            json!({"do": "assign_task", "matter": n.to_string(), "lead": "property_company", "text": text, "due": due}),
        );
    }
    council
}

pub(super) fn before(council: fn(Lang) -> Council) -> Hand {
    Hand::before(council(Lang::Zh), Lang::Zh, (100, 30))
}

#[test]
fn a_matter_is_accepted_where_it_stands_on_the_board() {
    let mut hand = before(four);
    hand.keys("<Down>a<C-s>");
    assert_eq!(hand.standing("2026-A002"), Standing::Waiting);
    assert_eq!(hand.standing("2026-A001"), Standing::New);
    // The board is still there and goes on with the matter; the next one has come into the place that it left.
    shows(&mut hand, "提事 3");
    hand.keys("ha<C-s>");
    assert_eq!(hand.standing("2026-A003"), Standing::Waiting);
}

#[test]
fn an_act_that_the_rules_would_refuse_says_why_on_the_board() {
    let mut hand = before(four);
    hand.keys("f");
    // The first step that can be taken is named, not one that would be refused as well.
    shows(&mut hand, "不能这样办。下一步：按 a 受理。");
    hand.keys("a<C-s>f");
    shows(&mut hand, "还没有任务，先按 s 派单");
    let mut nothing = before_nothing();
    nothing.keys("a");
    shows(&mut nothing, "这里没有选中事项");
}

#[test]
fn work_is_received_and_finished_among_the_follow_ups() {
    let mut hand = before(at_work);
    hand.keys("4i");
    shows(&mut hand, "签收");
    hand.keys("<Down>i<Up>f1修好了<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::ToAsk);
    assert_eq!(hand.standing("2026-A002"), Standing::InProgress);
}

#[test]
fn what_is_due_today_is_dealt_with_from_the_list_of_the_day() {
    let mut hand = before(four);
    hand.keys("5a<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::Waiting);
}

#[test]
fn marked_matters_are_accepted_with_one_form_and_taken_back_with_one_key() {
    let mut hand = before(four);
    hand.keys(" <Down> ");
    shows(&mut hand, "已标记 2 件");
    hand.keys("a");
    shows(&mut hand, "受理：已标记的 2 件");
    hand.keys("<C-s>");
    shows(&mut hand, "受理：办成 2 件");
    let standings = |hand: &Hand| ["2026-A001", "2026-A002", "2026-A003", "2026-A004"].map(|id| hand.standing(id));
    let (new, waiting) = (Standing::New, Standing::Waiting);
    assert_eq!(standings(&hand), [waiting, new, waiting, new]);
    hand.keys("u");
    assert_eq!(standings(&hand), [new; 4]);
    shows(&mut hand, "整批撤销：2 件");
    hand.keys("<C-r>");
    assert_eq!(standings(&hand), [waiting, new, waiting, new]);
    shows(&mut hand, "整批恢复：2 件");
    hand.keys("u");
    assert_eq!(standings(&hand), [new; 4]);
}

#[test]
fn after_another_act_one_key_takes_back_that_act_alone() {
    let mut hand = before(four);
    hand.keys("  a<C-s>a<C-s>u");
    assert_eq!(hand.standing("2026-A003"), Standing::New);
    assert_eq!(hand.standing("2026-A001"), Standing::Waiting);
    assert_eq!(hand.standing("2026-A002"), Standing::Waiting);
}

#[test]
fn what_is_refused_stays_marked_and_says_why() {
    let mut hand = before(at_work);
    hand.keys("4i*i");
    shows(&mut hand, "签收：办成 3 件");
    shows(&mut hand, "1 件没有办成");
    shows(&mut hand, "1 件没有办成；");
    hand.keys("<Down>");
    shows(&mut hand, "已标记 1 件");
    hand.keys("<Esc>");
    assert!(!hand.frame().contains("已标记"));
    shows(&mut hand, "派人修好");
}

#[test]
fn all_are_marked_or_none_and_escape_clears_them() {
    let mut hand = before(four);
    hand.keys("*");
    shows(&mut hand, "已标记 4 件");
    hand.keys("*");
    assert!(!hand.frame().contains("已标记"));
    hand.keys("*<Esc>");
    assert!(!hand.frame().contains("已标记"));
    assert!(!hand.has_left());
}

#[test]
fn an_act_that_needs_its_own_words_for_each_says_so() {
    let mut hand = before(four);
    hand.keys("*e");
    shows(&mut hand, "要一件一件地办");
}

#[test]
fn the_same_work_is_given_to_one_lead_for_all() {
    let mut hand = before(four);
    hand.keys("*a<C-s>l*s");
    // The deadline of one is not the deadline of all: it has to be written.
    hand.keys("1本周内看现场<Tab>+5<C-s>");
    shows(&mut hand, "派单：办成 4 件");
    assert_eq!(hand.council.register.tasks().count(), 4);
}

#[test]
fn the_form_stays_when_nothing_came_of_it() {
    let mut hand = before(at_work);
    hand.keys("4*D");
    hand.keys("2026-11-20<Tab>等配件<Tab>林秀英<C-s>");
    shows(&mut hand, "4 件没有办成");
    shows(&mut hand, "等配件");
}

#[test]
fn a_program_that_is_killed_in_the_middle_leaves_whole_acts() {
    let mut hand = before(four);
    hand.disk_is(Disk::Silent);
    hand.keys("*a<C-s>");
    shows(&mut hand, "正在办第 1 件，共 4 件");
    hand.disk_answers();
    shows(&mut hand, "正在办第 2 件，共 4 件");
    assert_eq!(hand.standing("2026-A001"), Standing::Waiting);
    assert_eq!(hand.standing("2026-A002"), Standing::New);
}

#[test]
fn a_read_only_record_is_not_changed_by_many_either() {
    let mut hand = before(at_work).read_only();
    hand.keys("4*i");
    shows(&mut hand, "只读");
}

#[test]
fn several_tasks_of_one_matter_are_chosen_from() {
    let mut hand = before_much();
    hand.keys("ll");
    hand.council.at(
        "11-21 19:00",
        json!({"do": "assign_task", "matter": "1", "lead": "owners_committee", "text": "看看", "due": "2026-11-25"}),
    );
    hand.keys("D");
    shows(&mut hand, "哪一个任务？");
}

#[test]
fn follow_ups_stand_under_their_lead_and_say_how_long_nobody_received_them() {
    let mut hand = before(at_work);
    // Assigned on the 20th, looked at on the 21st.
    hand.keys("4");
    shows(&mut hand, "待签收 1 天");
    hand.keys("o");
    shows(&mut hand, "物业服务企业  4");
    hand.keys("i<Down>i");
    assert_eq!(hand.standing("2026-A002"), Standing::InProgress);
}

#[test]
fn what_a_lead_owes_is_copied_as_a_message() {
    let mut hand = before(at_work);
    hand.keys("4Y");
    let all = hand.copied.take().expect("copied");
    let lines: Vec<_> = all.lines().collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(lines[0], "物业服务企业：有 4 件任务请跟进");
    assert_eq!(lines[1], "2026-A-T001 派人修好（东门路灯不亮），期限 2026-11-24，还有 3 天，待签收");
    hand.keys(" Y");
    assert_eq!(hand.copied.take().expect("copied").lines().count(), 2);
}

#[test]
fn marks_batch_forms_and_results() {
    looks("marks_board", four, " <Down> ");
    looks("marks_tasks", at_work, "4 <Down> ");
    looks("marks_today", four, "5 ");
    looks("batch_accept", four, "*a");
    looks("batch_result", at_work, "4i*i");
    looks("tasks_by_lead", at_work, "4o");
}

#[test]
fn a_mark_is_a_sign_and_not_a_colour() {
    let mut hand = before(four);
    hand.keys(" ");
    assert_snapshot!("mark_styled", hand.styled_frame());
}
