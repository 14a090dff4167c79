//! Whole pieces of work, done with keys.

use mazha::domain::stage::Standing;
use mazha::text::Lang;
use mazha::tui::app::Input;
use proptest::prelude::*;
use ratatui::layout::Size;

use super::kit::{Council, Hand, busy};

const USUAL: (u16, u16) = (100, 30);

pub(super) fn before_nothing() -> Hand {
    Hand::before(Council::found(Lang::Zh), Lang::Zh, USUAL)
}

pub(super) fn before_much() -> Hand {
    Hand::before(busy(Lang::Zh), Lang::Zh, USUAL)
}

#[track_caller]
pub(super) fn shows(hand: &mut Hand, sentence: &str) {
    let frame = hand.frame();
    assert!(frame.contains(sentence), "no “{sentence}” in\n{frame}");
}

#[test]
fn what_is_selected_is_copied_as_a_line_without_controls() {
    let mut hand = Hand::before(busy(Lang::Zh), Lang::Zh, (80, 24));
    hand.keys("llY");
    let copied = hand.copied.take().expect("copied");
    assert!(copied.starts_with("2026-A001 东门路灯不亮 · 办事 · "), "{copied}");
    assert!(copied.contains(" · 承办 物业") && copied.contains(" · 期限 2026-11-16"), "{copied}");
    hand.keys("2Y");
    assert!(!hand.copied.take().expect("copied").chars().any(char::is_control));
    let mut nobody = Hand::before(Council::found(Lang::Zh), Lang::Zh, (80, 24));
    nobody.keys("Y");
    assert_eq!(nobody.copied, None);
}

#[test]
fn a_small_matter_goes_from_the_first_word_to_the_archive() {
    let mut hand = before_nothing();
    hand.keys("n东门路灯不亮<Tab><Down><C-s>");
    shows(&mut hand, "提事：东门路灯不亮");
    hand.keys("<Enter>a<C-s>s1换灯头<C-s>i");
    assert_eq!(hand.standing("2026-A001"), Standing::InProgress);
    hand.keys("f1换好了<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::ToAsk);
    hand.keys("F11<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::Satisfied);
    // Nobody has accepted the work: that is said before, and after.
    hand.keys("C");
    shows(&mut hand, "2026-A-T001 已经办结，还没有验收");
    hand.keys("y");
    assert_eq!(hand.standing("2026-A001"), Standing::Done);
    shows(&mut hand, "还有办结的任务没有验收（2026-A-T001）");
}

#[test]
fn a_large_matter_goes_through_a_meeting_convened_on_the_way() {
    let mut hand = before_nothing();
    hand.keys("n东侧停车位改造<Tab><Down><C-s><Enter>");
    hand.keys("a42<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::Waiting);
    hand.keys("p<Tab><Tab>12-05 19:00<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::Scheduled);
    // Whoever opens the meeting is in its room.
    hand.keys("o<F3>");
    assert_eq!(hand.standing("2026-A001"), Standing::InDiscussion);
    hand.keys("<F6>1同意改造<Enter>");
    assert_eq!(hand.standing("2026-A001"), Standing::Unassigned);
    hand.keys("<F8>3");
    shows(&mut hand, "散会：");
}

#[test]
fn what_was_done_is_undone_and_done_again() {
    let mut hand = before_nothing();
    hand.keys("n东门路灯不亮<Tab><Down><C-s>");
    shows(&mut hand, "u 撤销");
    hand.keys("u");
    shows(&mut hand, "还没有事项");
    shows(&mut hand, "撤销了“提事：东门路灯不亮");
    shows(&mut hand, "Ctrl-R 恢复");
    hand.keys("<C-r>");
    shows(&mut hand, "2026-A001  东门路灯不亮");
    hand.keys("uu");
    shows(&mut hand, "没有可以撤销");
}

#[test]
fn that_something_is_wrong_with_the_record_stays_in_sight_and_nothing_gives_way_to_it() {
    for (lang, (whole, from), needs) in [
        (Lang::Zh, ("台账有问题：mazha check", 80), "逾期 1  临期 1  待告知 1"),
        (Lang::En, ("problems: mazha check", 120), "1 overdue  1 due soon  1 to be told"),
    ] {
        for width in [60, 80, 120] {
            let mut hand = Hand::before(busy(lang), lang, (width, 24));
            hand.input(Input::Unsound(true));
            hand.keys("<Down>4");
            let frame = hand.frame();
            let top = frame.lines().next().expect("a top line");
            let (word, _) = whole.split_once([':', '：']).expect("a word");
            assert!(top.contains(word) && top.ends_with(needs), "{width}: {top}");
            assert_eq!(top.contains(whole), width >= from, "{width}: {top}");
            hand.input(Input::Unsound(false));
            assert!(!hand.frame().contains(word));
        }
    }
}

#[test]
fn a_record_that_is_read_only_says_so() {
    let mut hand = before_much().read_only();
    shows(&mut hand, "只读");
    hand.keys("n");
    shows(&mut hand, "这份台账是只读的");
    hand.keys("u");
    shows(&mut hand, "这份台账是只读的");
}

#[test]
fn of_several_tasks_one_is_picked_first() {
    let mut hand = before_much();
    hand.keys("ll<Enter>s<Down><Tab>看护现场<Tab>+5<C-s>y");
    shows(&mut hand, "哪一个任务？");
    hand.keys("看护<Enter>已安排<C-s>");
    shows(&mut hand, "进展：已安排");
}

#[test]
fn a_matter_is_found_by_the_initials_of_its_title_even_when_closed() {
    let mut hand = before_much();
    hand.keys("/mfqps<Enter>");
    shows(&mut hand, "2026-A005  想要一间免费棋牌室");
}

#[test]
fn a_person_is_added_to_the_selected_body_and_changed() {
    let mut hand = before_nothing();
    hand.keys("2<Down>n韩梅<C-s>");
    shows(&mut hand, "新增人员：韩梅（业主委员会）");
    hand.keys("e<Tab><Tab>副主任<C-s>");
    shows(&mut hand, "副主任");
    hand.keys("<Esc>");
    shows(&mut hand, "还没有事项");
}

#[test]
fn a_meeting_is_held_from_the_first_item_to_the_seal() {
    let mut hand = before_much();
    hand.keys("3<Enter>o");
    shows(&mut hand, "宣布开会");
    // From the room it opened back to the meeting.
    hand.keys("<Esc><Esc>a<C-s>");
    shows(&mut hand, "签到：林秀英，到会");
    hand.keys("b");
    shows(&mut hand, "正在议");
    hand.keys("i<Tab><Tab><Tab>先保证老住户<C-s>");
    shows(&mut hand, "先保证老住户");
    hand.keys("v1同意改造<C-s>");
    assert_eq!(hand.standing("2026-A002"), Standing::Unassigned);
    hand.keys("s<Down><Tab>施工<Tab>+20<C-s>");
    assert_eq!(hand.standing("2026-A002"), Standing::InProgress);
    hand.keys("xy");
    shows(&mut hand, "散会：");
    hand.keys("m<Tab>林秀英<C-s>Sy");
    shows(&mut hand, "签封纪要");
    hand.keys("i");
    shows(&mut hand, "签封");
    hand.keys("<Enter>");
    shows(&mut hand, "2026-A002  小区东侧停车位改造");
}

#[test]
fn a_meeting_is_convened_and_a_topic_placed() {
    let mut hand = before_nothing();
    hand.keys("3");
    shows(&mut hand, "还没有会议");
    hand.keys("n<Tab>十二月例会<Tab>12-05 19:00<C-s><Enter>");
    shows(&mut hand, "十二月例会");
    hand.keys("n年终邻里节<Tab>20<C-s>");
    shows(&mut hand, "年终邻里节");
    hand.keys("t");
    shows(&mut hand, "还没有议题");
}

#[test]
fn follow_ups_lead_to_their_matter() {
    let mut hand = before_much();
    hand.keys("4");
    shows(&mut hand, "逾期 5 天");
    hand.keys("o<Enter>");
    shows(&mut hand, "2026-A001  东门路灯不亮");
}

#[test]
fn the_language_changes_at_once() {
    let mut hand = before_much();
    hand.keys("L");
    shows(&mut hand, "Deliberate 2");
    hand.keys("L");
    shows(&mut hand, "议事 2");
}

#[test]
fn an_act_that_is_not_offered_says_why() {
    let mut hand = before_much();
    hand.keys("<Enter>C");
    shows(&mut hand, "待受理");
    hand.keys("x");
    shows(&mut hand, "下一步：按 a 受理");
    hand.keys("a4<C-s>x");
    shows(&mut hand, "还没有放到会议上");
}

#[test]
fn two_values_set_without_knowing_each_other_are_both_shown() {
    let mut hand = before_much();
    hand.conflict();
    hand.keys("<Enter>");
    shows(&mut hand, "另有：");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_keys_and_no_size_bring_the_screens_down(
        keys in "([a-zA-Z0-9 ?中，]|<(Enter|Esc|Tab|S-Tab|Up|Down|Left|Right|BS|PgDn|End|C-s|C-r|C-z|C-w)>){0,60}",
        sizes in proptest::collection::vec((1_u16..140, 1_u16..50), 4),
    ) {
        let mut hand = before_much();
        for (at, part) in split(&keys, sizes.len()).into_iter().enumerate() {
            let (width, height) = sizes[at];
            hand.resize(Size { width, height });
            hand.keys(&part);
            hand.frame();
        }
    }
}

/// A script in so many parts, none ending inside a `<key>`.
fn split(script: &str, parts: usize) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for c in script.chars() {
        match keys.last_mut() {
            Some(last) if last.starts_with('<') && !last.ends_with('>') => last.push(c),
            _ => keys.push(c.into()),
        }
    }
    let size = keys.len().div_ceil(parts).max(1);
    keys.chunks(size).map(<[String]>::concat).collect()
}

#[test]
fn the_board_follows_the_matter_and_opens_where_something_is() {
    let mut hand = before_nothing();
    hand.keys("n东门路灯不亮<Tab><Down><C-s>a21<C-s>");
    // It went to deliberation, and the next act is its own.
    hand.keys("s1换灯头<C-s>i");
    assert_eq!(hand.standing("2026-A001"), Standing::InProgress);
    let mut busy = before_much();
    busy.keys("ll\\zzzz<Esc>Y");
    assert!(busy.copied.take().expect("copied").starts_with("2026-A001 "), "the column and the matter are as before");
}

#[test]
fn a_matter_for_quick_deliberation_may_be_assigned_at_once() {
    let mut hand = before_nothing();
    hand.keys("n东门路灯不亮<Tab><Down><C-s><Enter>a2");
    shows(&mut hand, "不选就是即时议：可以直接派单，也可以上会");
    hand.keys("2");
    shows(&mut hand, "不选就是协商：大家商量到意见一致");
    hand.keys("<S-Tab>");
    shows(&mut hand, "深入议：先上会议定，才能派单或答复");
    hand.keys("1<C-s>");
    shows(&mut hand, "可以： s 派单  p 上会");
    shows(&mut hand, "议事 / 待办或上会");
}
