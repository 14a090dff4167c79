//! Whole pieces of work, done with keys.

use mazha::domain::stage::Standing;
use mazha::text::Lang;
use mazha::tui::app::{Answer, Input};
use proptest::prelude::*;
use ratatui::layout::Size;
use serde_json::json;

use super::kit::{Council, Disk, Hand, busy};

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
    hand.keys("<Enter>a<C-s>s1<Tab>换灯头<C-s>i");
    assert_eq!(hand.standing("2026-A001"), Standing::InProgress);
    hand.keys("f1<Tab>换好了<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::ToAsk);
    hand.keys("F<Tab>1<Tab>1<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::Satisfied);
    hand.keys("C<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::Done);
}

#[test]
fn a_large_matter_goes_through_a_meeting_convened_on_the_way() {
    let mut hand = before_nothing();
    hand.keys("n东侧停车位改造<Tab><Down><C-s><Enter>");
    hand.keys("a4<Tab>2<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::Waiting);
    hand.keys("p<Down><Tab><Tab>12-05 19:00<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::Scheduled);
    hand.keys("ob");
    assert_eq!(hand.standing("2026-A001"), Standing::InDiscussion);
    hand.keys("v1<Tab>同意改造<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::Unassigned);
    hand.keys("x");
    shows(&mut hand, "散会？");
    hand.keys("y");
    shows(&mut hand, "散会：");
}

#[test]
fn a_day_is_said_and_its_reading_stands_beside_it() {
    let mut hand = before_much();
    // Tonight is Saturday, the 21st of November.
    hand.keys("<Enter>a<Tab><Tab><Tab>下周三");
    shows(&mut hand, "下周三  11月25日 周三");
    hand.keys("<PgDn>");
    shows(&mut hand, "2026-11-26  11月26日 周四");
    hand.keys("<C-s>");
    shows(&mut hand, "11月26日");
}

#[test]
fn what_was_raised_already_is_shown_and_what_was_typed_comes_back() {
    let mut hand = before_much();
    hand.keys("n东门的路灯已经三天不亮了");
    shows(&mut hand, "像是已经有了");
    hand.keys("<Down><Enter>");
    shows(&mut hand, "2026-A001  东门路灯不亮");
    assert!(!hand.frame().contains("> 标题"));
    hand.keys("n");
    shows(&mut hand, "东门的路灯已经三天不亮了");
}

#[test]
fn a_name_used_before_is_filled_in_by_its_initials() {
    let mut hand = before_much();
    hand.keys("n楼道灯不亮<Tab><Down><Tab>zay<Down><Enter><Tab>dm<Down><Enter><C-s>");
    let raised = hand.council.register.matters().next_back().expect("raised");
    assert_eq!((raised.raised_by.as_deref(), raised.place.as_deref()), (Some("周阿姨"), Some("东门")));
}

#[test]
fn suggestions_take_no_key_from_what_is_typed() {
    let mut hand = before_much();
    // Enter goes to the next field, Escape leaves the list before it leaves the form.
    hand.keys("n楼道灯不亮<Tab><Down><Tab>z<Down><Esc>ay<Enter>d<Down>m<C-s>");
    let raised = hand.council.register.matters().next_back().expect("raised");
    assert_eq!((raised.raised_by.as_deref(), raised.place.as_deref()), (Some("zay"), Some("dm")));
}

#[test]
fn a_refusal_stands_at_its_field_and_the_text_stays() {
    let mut hand = before_much();
    // Moving a deadline to where it was is refused by the rules.
    hand.keys("ll<Enter>D<Tab>材料没到<Tab>林秀英<C-s>");
    shows(&mut hand, "材料没到");
    let frame = hand.frame();
    let due = frame.lines().position(|line| line.contains("> 期限*")).expect("the field has the keyboard");
    assert!(frame.lines().nth(due + 1).expect("a row below").contains("! "), "{frame}");
    hand.keys("<PgDn><PgDn><C-s>");
    shows(&mut hand, "延期：2026-11-16 改为 2026-11-18");
}

#[test]
fn what_was_done_is_undone_and_done_again() {
    let mut hand = before_nothing();
    hand.keys("n东门路灯不亮<Tab><Down><C-s>");
    shows(&mut hand, "u 撤销");
    hand.keys("u");
    shows(&mut hand, "还没有事项");
    shows(&mut hand, "撤销：提事   Ctrl-R 恢复");
    hand.keys("<C-r>");
    shows(&mut hand, "2026-A001  东门路灯不亮");
    hand.keys("uu");
    shows(&mut hand, "没有可以撤销");
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
    shows(&mut hand, "东门路灯不亮");
    shows(&mut hand, "西门井盖翘起");
    shows(&mut hand, "北门");
}

#[test]
fn one_can_leave_while_a_slow_disk_saves_and_is_asked_only_until_it_has() {
    let form = "n东门路灯已经三天不亮了，老人看不清<Tab><Down><C-s>";
    let mut hand = before_nothing();
    hand.disk_is(Disk::Silent);
    hand.keys(form).keys("<C-c>");
    shows(&mut hand, "写好的字会丢掉");
    hand.disk_answers();
    let frame = hand.frame();
    assert!(!frame.contains("写好的字会丢掉") && !frame.contains("标题"), "{frame}");
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
    hand.keys("<Esc>");
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
fn of_several_tasks_one_is_picked_first() {
    let mut hand = before_much();
    hand.keys("ll<Enter>s<Down><Tab>看护现场<Tab>+5<C-s>y");
    shows(&mut hand, "哪一个任务？");
    hand.keys("看护<Enter>已安排<C-s>");
    shows(&mut hand, "进展：已安排");
}

#[test]
fn leaving_asks_only_when_words_would_be_lost() {
    let mut hand = before_much();
    hand.keys("n路灯<Esc>");
    shows(&mut hand, "Enter 打开");
    hand.keys("n东门路灯已经三天不亮了，老人看不清<Esc>");
    shows(&mut hand, "写好的字会丢掉");
    hand.keys("n");
    shows(&mut hand, "老人看不清");
    hand.keys("<C-c>");
    assert!(!hand.has_left());
    hand.keys("<C-c>");
    assert!(hand.has_left());
}

#[test]
fn the_cursor_of_the_terminal_stands_where_the_text_goes() {
    let mut hand = before_nothing();
    hand.keys("n中文");
    let frame = hand.frame();
    let caret = hand.caret();
    let row = frame.lines().nth(usize::from(caret.y)).expect("a row");
    let before = row.split_once("中文").expect("typed").0;
    assert_eq!(usize::from(caret.x), mazha::tui::wrap::width(before) + 4);
}

#[test]
fn a_paste_with_returns_becomes_one_line_and_no_escape_gets_through() {
    let mut hand = before_nothing();
    hand.keys("n");
    hand.input(Input::Paste("东门\r路灯\x1b[31m".into()));
    shows(&mut hand, "东门 路灯␛[31m");
}

#[test]
fn a_matter_is_found_by_the_initials_of_its_title_even_when_closed() {
    let mut hand = before_much();
    hand.keys("/mfqps<Enter>");
    shows(&mut hand, "2026-A005  想要一间免费棋牌室");
}

#[test]
fn a_long_text_outlives_the_program_until_it_is_sent() {
    let mut hand = before_nothing();
    hand.keys("n东门口的三盏路灯都不亮了，老人看不清台阶");
    hand.input(Input::End);
    let kept = hand.kept.clone();
    assert!(kept.contains("老人看不清台阶"), "{kept}");

    let mut hand = before_nothing().with_unsent(&kept);
    shows(&mut hand, "有 1 份没写完的文字");
    hand.keys("n");
    shows(&mut hand, "老人看不清台阶");
    shows(&mut hand, "接着上次没写完的");
    hand.keys("<Tab><Down><C-s>");
    assert_eq!(hand.kept, "{}");
    hand.keys("n");
    assert!(!hand.frame().contains("接着上次没写完的"));
}

#[test]
fn a_text_thrown_away_does_not_come_back() {
    let mut hand = before_nothing();
    hand.keys("n东门口的三盏路灯都不亮了，老人看不清台阶<Esc>y");
    assert_eq!(hand.kept, "{}");
}

#[test]
fn a_person_is_added_to_the_selected_body_and_changed() {
    let mut hand = before_nothing();
    hand.keys("2<Down>n韩梅<C-s>");
    shows(&mut hand, "登记人员：韩梅（业主委员会）");
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
    hand.keys("a<C-s>");
    shows(&mut hand, "签到：林秀英，到会");
    hand.keys("b");
    shows(&mut hand, "正在议");
    hand.keys("i<Tab><Tab><Tab>先保证老住户<C-s>");
    shows(&mut hand, "先保证老住户");
    hand.keys("v1<Tab>同意改造<C-s>");
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
    hand.keys("n<Down><Tab>十二月例会<Tab>12-05 19:00<C-s><Enter>");
    shows(&mut hand, "十二月例会");
    hand.keys("p<Tab>年终邻里节<Tab>20<C-s>");
    shows(&mut hand, "年终邻里节");
    hand.keys("t");
    shows(&mut hand, "议程上还没有事项");
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
