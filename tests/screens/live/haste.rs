//! What is written before the disk has answered: it means what was asked for before it, none of it is lost, and after a
//! power cut none of it is there twice.

use mazha::domain::id::PersonRef;
use mazha::text::Lang;
use mazha::tui::app::Input;

use super::super::kit::{Disk, Hand};
use super::super::stories::shows;
use super::{USUAL, in_room, latest, meeting, speaker, under_way};

/// In the room, with a disk that does not answer by itself.
fn before_a_slow_disk() -> Hand {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    hand.disk_is(Disk::Silent);
    hand
}

/// The room of the same record, begun anew with what was kept.
fn begun_anew(hand: Hand) -> Hand {
    let kept = hand.kept.clone();
    let mut again = Hand::before(hand.council, Lang::Zh, USUAL).with_unsent(&kept);
    again.keys("3<Enter>l");
    again
}

fn floor(hand: &Hand) -> Option<PersonRef> {
    meeting(hand).floor.turn().map(|turn| turn.person)
}

#[test]
fn a_resolution_is_on_the_item_that_was_asked_for_before_it() {
    let mut hand = before_a_slow_disk();
    hand.keys("<F3>！暂缓 等报价");
    shows(&mut hand, "决议 · 第 2 项 · 缓议");
    hand.keys("<Enter>》物业 报价 12月5日<Enter>");
    (0..3).for_each(|_| hand.disk_answers());
    let outcomes: Vec<bool> = meeting(&hand).items().map(|item| item.resolution.is_some()).collect();
    assert_eq!(outcomes, [false, true, false, false]);
    assert_eq!(hand.council.register.tasks().next().unwrap().item, Some(2));
}

#[test]
fn words_belong_to_whoever_was_given_the_floor_before_them() {
    let mut hand = before_a_slow_disk();
    hand.keys("@wf<Enter>我来说<Enter>");
    (0..2).for_each(|_| hand.disk_answers());
    assert_eq!((latest(&hand).text.as_str(), speaker(&hand)), ("我来说", "王芳"));
    hand.keys("<F4>大家都说完了<Enter>");
    (0..2).for_each(|_| hand.disk_answers());
    assert_eq!((latest(&hand).speaker, floor(&hand)), (None, None));
}

#[test]
fn a_task_that_is_recorded_leaves_the_next_one_in_the_line() {
    let mut hand = before_a_slow_disk();
    hand.keys("》物业 换灯 12月5日<Enter>》居委会 贴通知");
    hand.disk_answers();
    shows(&mut hand, "› 》居委会 贴通知");
}

#[test]
fn a_line_that_ends_like_the_last_entry_comes_back_all_the_same() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("同意<Enter>@zw 同意");
    hand.input(Input::Second);
    shows(&mut begun_anew(hand), "› @zw 同意");
}

#[test]
fn after_a_power_cut_every_line_is_recorded_or_comes_back() {
    let mut hand = before_a_slow_disk();
    hand.keys("第一句<Enter>@wf 第二句<Enter>-第三句<Enter>还在写的");
    hand.input(Input::Second);
    // The first is on disk, and the program ends before it hears of that.
    let kept = hand.kept.clone();
    hand.disk_answers();
    hand.kept = kept;
    let mut again = begun_anew(hand);
    shows(&mut again, "› 还在写的");
    again.keys("<Enter>");
    for line in ["› @wf 第二句", "› -第三句"] {
        again.keys("<Enter>");
        shows(&mut again, line);
        again.keys("<Enter>");
    }
    again.keys("<Enter><Enter>");
    let register = &again.council.register;
    let said: Vec<&str> = register.notes().map(|note| note.text.as_str()).collect();
    assert_eq!(said, ["第一句", "还在写的", "第二句", "第三句"]);
}

#[test]
fn what_was_recorded_but_not_heard_of_is_not_written_twice() {
    let mut hand = before_a_slow_disk();
    hand.keys("！通过 试行半年<Enter>");
    let kept = hand.kept.clone();
    assert!(kept.contains("试行半年"), "it is kept before it is on its way");
    hand.disk_answers();
    hand.kept = kept;
    let mut again = begun_anew(hand);
    shows(&mut again, "决议 通过：试行半年");
    assert!(!again.frame().contains("没有记下"), "{}", again.frame());
}
