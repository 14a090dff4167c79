//! Running the meeting: who is here, the agenda, the floor, resolving, breaks; counted in strokes.

use mazha::domain::code::{Attendance, Outcome};
use mazha::domain::event::Event;
use mazha::domain::meeting::MeetingState;
use mazha::text::Lang;

use super::super::kit::{Disk, Hand, presses};
use super::super::stories::shows;
use super::{USUAL, called, in_full_swing, in_room, in_session, meeting, under_way};

/// How a person, named by the number in the list, is marked.
fn state(hand: &Hand, name: &str) -> Option<Attendance> {
    let register = &hand.council.register;
    let named = |person| register.person(person).is_some_and(|person| person.name == name);
    meeting(hand).attendance().into_iter().find(|mark| named(mark.person)).map(|mark| mark.state)
}

/// Presses keys, no more than so many.
#[track_caller]
fn strokes(hand: &mut Hand, most: usize, script: &str) {
    let count = presses(script).len();
    assert!(count <= most, "{script} takes {count} strokes");
    hand.keys(script);
}

#[test]
fn opening_the_meeting_leads_into_the_room() {
    let mut council = super::super::kit::busy(Lang::Zh);
    council.tonight();
    let mut hand = Hand::before(council, Lang::Zh, USUAL);
    hand.keys("3<Enter>o");
    shows(&mut hand, "还没有开议，按 F3");
    hand.keys("大家好<Enter>");
    assert_eq!(super::latest(&hand).text, "大家好");
}

#[test]
fn everybody_is_signed_in_by_initials_or_number_in_three_strokes_and_enter() {
    let mut hand = in_room(in_session(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("<F2>");
    strokes(&mut hand, 4, "lxy<Enter>");
    strokes(&mut hand, 4, "zgl<Enter>");
    strokes(&mut hand, 3, "wf<Enter>");
    strokes(&mut hand, 2, "3<Enter>");
    for name in ["林秀英", "赵国梁", "王芳", "孙桂芳"] {
        assert_eq!(state(&hand, name), Some(Attendance::Present), "{name}");
    }
    shows(&mut hand, "已签 4");
    shows(&mut hand, "到会 4/6");
    // Those who are left come one after the other.
    strokes(&mut hand, 1, "<Enter>");
    assert_eq!(state(&hand, "张伟"), Some(Attendance::Present));
    hand.keys("<Esc>好<Enter>");
    assert_eq!(super::latest(&hand).text, "好");
}

#[test]
fn who_goes_who_is_represented_and_who_is_new_is_marked_in_the_same_list() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("<F2><Tab>wf<Enter>");
    assert_eq!(state(&hand, "王芳"), Some(Attendance::Left));
    hand.keys("<Tab><Tab>lq<Enter>");
    shows(&mut hand, "谁代表 李强");
    hand.keys("sgf<Enter>");
    assert_eq!(state(&hand, "李强"), Some(Attendance::Represented));
    hand.keys("<S-Tab><S-Tab><S-Tab>周大爷 物业");
    shows(&mut hand, "新来的：周大爷（物业");
    hand.keys("<Enter>");
    assert_eq!(state(&hand, "周大爷"), None);
    shows(&mut hand, "再按 Enter 就新增并记上：周大爷（物业");
    hand.keys("<Enter>");
    assert_eq!(state(&hand, "周大爷"), Some(Attendance::Present));
    shows(&mut hand, "到会 5/6");
}

#[test]
fn whoever_goes_down_to_the_row_that_adds_somebody_needs_one_enter() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("<F2>周大爷<Down><Enter>");
    assert_eq!(state(&hand, "周大爷"), Some(Attendance::Present));
    // What is typed after the warning is warned of anew.
    hand.keys("吴大妈<Enter>二<Enter>");
    assert_eq!(state(&hand, "吴大妈二"), None);
}

#[test]
fn a_sentence_in_the_list_of_people_adds_nobody_and_is_not_lost() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    let people = hand.council.register.people().count();
    hand.keys("<F2>王芳：花坛要留<Enter><Enter>");
    shows(&mut hand, "这不像姓名");
    assert_eq!(hand.council.register.people().count(), people);
    hand.keys("<Esc>");
    shows(&mut hand, "› 王芳：花坛要留");
}

#[test]
fn the_next_item_closes_the_list_of_people() {
    let mut hand = in_room(in_session(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("<F2>1<Enter><F3>大家好<Enter>");
    assert_eq!(super::latest(&hand).text, "大家好");
    assert_eq!(super::latest(&hand).item, Some(1));
}

#[test]
fn tab_behind_words_leaves_the_minutes_in_sight_and_what_is_recorded_out_of_sight_is_said() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, (80, 24));
    hand.keys("大家好<Tab>都来了<Enter>");
    assert_eq!(super::latest(&hand).text, "大家好都来了");
    shows(&mut hand, "大家好都来了");
    hand.keys("<Tab>看着议程说的一句<Enter>");
    shows(&mut hand, "看着议程说的一句");
}

#[test]
fn the_next_item_is_one_key_and_any_other_a_few() {
    let mut hand = in_room(in_session(Lang::Zh), Lang::Zh, USUAL);
    strokes(&mut hand, 1, "<F3>");
    assert_eq!(meeting(&hand).current, Some(1));
    strokes(&mut hand, 1, "<F3>");
    strokes(&mut hand, 1, "<S-F3>");
    assert_eq!(meeting(&hand).current, Some(1));
    // The last one comes next; the second is set aside.
    hand.keys("<Esc>jjjf");
    assert_eq!(meeting(&hand).next_item().expect("one").number, 4);
    hand.keys("kjjz");
    hand.keys("i<F3>");
    assert_eq!(meeting(&hand).current, Some(4));
    hand.keys("<Esc>gb");
    assert_eq!(meeting(&hand).current, Some(1));
}

#[test]
fn the_floor_goes_to_whoever_is_next_with_one_key() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("<S-F4>wf<Enter>zw<Enter><Esc>");
    shows(&mut hand, "王芳");
    strokes(&mut hand, 1, "<F4>");
    let register = &hand.council.register;
    let turn = meeting(&hand).floor.turn().expect("a turn");
    assert_eq!(register.person(turn.person).expect("known").name, "王芳");
    hand.keys("我同意<Enter>");
    assert_eq!(super::speaker(&hand), "王芳");
    strokes(&mut hand, 1, "<F4>");
    hand.keys("我反对<Enter>");
    assert_eq!(super::speaker(&hand), "张伟");
    // Nobody waits: the turn ends.
    strokes(&mut hand, 1, "<F4>");
    assert!(meeting(&hand).floor.turn().is_none());
}

#[test]
fn an_item_is_resolved_in_three_strokes_and_its_words() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    assert!(presses("<F6>1<Enter>").len() <= 3);
    hand.keys("<F6>1试行六个月<Enter>");
    let resolution =
        |hand: &Hand, item| meeting(hand).item(item).and_then(|item| item.resolution.clone()).expect("one");
    assert_eq!(resolution(&hand, 1).outcome, Outcome::Adopted);
    assert_eq!(resolution(&hand, 1).text.as_deref(), Some("试行六个月"));
    hand.keys("<F3>！暂缓 等报价<Enter>");
    assert_eq!(resolution(&hand, 2).outcome, Outcome::Deferred);
    assert_eq!(resolution(&hand, 2).text.as_deref(), Some("等报价"));
    hand.keys("<F3>! 转交 城管 占道的事<Enter>");
    assert_eq!(resolution(&hand, 3).refer_to.as_deref(), Some("城管"));
}

#[test]
fn what_was_moved_can_be_taken_as_what_is_adopted() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("*划十二个车位<Enter>");
    hand.keys("<F6>1");
    shows(&mut hand, "Enter 写上动议的话：划十二个车位");
    // Other words take its place.
    hand.keys("另");
    assert!(!hand.frame().contains("写上动议的话"));
    hand.keys("<BS><Enter>");
    shows(&mut hand, "› 划十二个车位");
    hand.keys("，试三个月<Enter>");
    let resolution = meeting(&hand).item(1).and_then(|item| item.resolution.clone()).expect("one");
    assert_eq!(resolution.text.as_deref(), Some("划十二个车位，试三个月"));
}

#[test]
fn that_a_task_needs_a_resolution_first_is_said_while_it_is_typed() {
    let mut council = called(Lang::Zh);
    council.at("11-21 18:00", serde_json::json!({"do": "raise_matter", "title": "门禁坏了", "channel": "visit"}));
    council.at("11-21 18:01", serde_json::json!({"do": "accept_matter", "matter": "1", "route": "joint"}));
    council.at("11-21 18:02", serde_json::json!({"do": "place_on_agenda", "meeting": "1", "matter": "1"}));
    council.at("11-21 19:00", serde_json::json!({"do": "open_meeting", "meeting": "1"}));
    council.at("11-21 19:01", serde_json::json!({"do": "take_up", "meeting": "1", "item": 5}));
    let mut hand = in_room(council, Lang::Zh, (80, 24));
    hand.keys("》物业 换门锁 12月5日前");
    shows(&mut hand, "先议定（F6），才能派单");
}

#[test]
fn the_empty_line_shows_its_signs_until_something_is_typed() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, (80, 24));
    shows(&mut hand, "行首 @谁说 *动议 >派单 !决议 · F1 全部写法");
    hand.keys("好");
    assert!(!hand.frame().contains("行首 @"), "{}", hand.frame());
}

#[test]
fn a_break_and_the_end_are_chosen_by_number() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("<F8>1");
    assert!(meeting(&hand).paused.is_some());
    shows(&mut hand, "休会中");
    hand.keys("<F8>1");
    assert!(meeting(&hand).paused.is_none());
    hand.keys("还没写<F8>3");
    assert_eq!(meeting(&hand).state, MeetingState::Adjourned);
    shows(&mut hand, "F8 核对签字");
    assert!(!hand.frame().contains("还没有开议") && !hand.frame().contains("F3"), "{}", hand.frame());
    // What was not finished is added to the minutes, or dropped.
    hand.keys("晚了<Enter>");
    assert!(hand.council.register.entries().last().is_some_and(|entry| {
        entry.events.iter().any(|event| matches!(event, Event::MinutesCorrected(e) if e.text == "还没写晚了"))
    }));
    shows(&mut hand, "会散了。F8 核对记录");
}

#[test]
fn nothing_waits_for_a_slow_disk_and_all_of_it_arrives_in_order() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    let before = meeting(&hand).notes.len();
    hand.disk_is(Disk::Silent);
    hand.keys("第一句<Enter>第二句<Enter><F3>第三句<Enter>还没写完");
    shows(&mut hand, "› 还没写完");
    shows(&mut hand, "正在保存 3");
    assert_eq!(meeting(&hand).notes.len(), before);
    for _ in 0..4 {
        hand.disk_answers();
    }
    let register = &hand.council.register;
    let notes: Vec<_> = meeting(&hand).notes[before..].iter().filter_map(|note| register.note(*note)).collect();
    assert_eq!(notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), ["第一句", "第二句", "第三句"]);
    assert_eq!(notes.iter().map(|note| note.item).collect::<Vec<_>>(), [Some(1), Some(1), Some(2)]);
    shows(&mut hand, "› 还没写完");
}

#[test]
fn what_others_do_is_seen_and_touches_nothing_that_is_being_written() {
    let mut hand = in_room(in_full_swing(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("正在写");
    hand.frame();
    let caret = hand.caret();
    hand.elsewhere(
        serde_json::json!({"do": "note", "meeting": "1", "kind": "remark", "speaker": "3", "text": "别的电脑记的一句"}),
    );
    shows(&mut hand, "别的电脑记的一句");
    shows(&mut hand, "› 正在写");
    assert_eq!(hand.caret(), caret);
    assert!(!hand.frame().contains("别处新增"));
    // Scrolled back, the minutes stay where they are.
    hand.keys("<PgUp>");
    let before = hand.frame();
    hand.elsewhere(
        serde_json::json!({"do": "note", "meeting": "1", "kind": "remark", "speaker": "3", "text": "又一句"}),
    );
    let after = hand.frame();
    let body = |frame: &str| {
        frame.lines().skip(2).take(30).map(|line| line.chars().skip(40).collect()).collect::<Vec<String>>()
    };
    assert_eq!(body(&after), body(&before));
    hand.keys("<PgDn><PgDn>");
    shows(&mut hand, "又一句");
}

#[test]
fn an_item_is_taken_up_by_its_number() {
    let mut hand = in_room(in_session(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("3");
    shows(&mut hand, "F3 开议第 3 项");
    hand.keys("<F3>");
    assert_eq!(meeting(&hand).current, Some(3));
    shows(&mut hand, "› 行首 @谁说");
    // A number that is no item is a word like any other.
    hand.keys("88<F3>");
    assert_eq!(meeting(&hand).current, Some(4));
    hand.keys("<Enter>");
    assert_eq!(super::latest(&hand).text, "88");
}

#[test]
fn the_wall_covers_the_room_and_any_key_leads_back_to_the_line() {
    let mut hand = in_room(in_full_swing(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("写到一半<F9>");
    shows(&mut hand, "回会场");
    let wall = hand.frame();
    assert!(!wall.contains("写到一半") && wall.contains("东门路灯"), "{wall}");
    hand.keys("<F9>");
    shows(&mut hand, "› 写到一半");
    // What is typed then is not lost.
    hand.keys("<F9>的话");
    shows(&mut hand, "› 写到一半的话");
    hand.keys("<Esc>w");
    shows(&mut hand, "回会场");
    hand.keys("<Esc>i");
    shows(&mut hand, "› 写到一半的话");
}

#[test]
fn phrases_go_to_the_caret_and_are_found_by_initials() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("@wf <C-p>");
    shows(&mut hand, "请各方先说意见。");
    hand.keys("xsxsgy<Enter>");
    shows(&mut hand, "› @wf 先试行三个月，到期再议。");
    hand.keys("<Enter>");
    assert_eq!(super::latest(&hand).text, "先试行三个月，到期再议。");
    hand.keys("原样<C-p><Esc>留下");
    shows(&mut hand, "› 原样留下");
}

#[test]
fn presence_and_its_changes_are_one_key_away() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("没写完<S-F2>");
    shows(&mut hand, "现在  到会 5/6");
    hand.keys("<Esc>");
    shows(&mut hand, "› 没写完");
}

#[test]
fn from_the_board_the_room_is_one_key_away_and_two_where_it_is_still_to_be_opened() {
    // In session.
    let mut hand = Hand::before(under_way(Lang::Zh), Lang::Zh, USUAL);
    strokes(&mut hand, 1, "o");
    hand.keys("大家好<Enter>");
    assert_eq!(super::latest(&hand).text, "大家好");
    // Called for tonight: the first key shows it, the second opens it.
    let mut hand = Hand::before(called(Lang::Zh), Lang::Zh, USUAL);
    strokes(&mut hand, 2, "oo");
    assert_eq!(meeting(&hand).state, MeetingState::Open);
    hand.keys("大家好<Enter>");
    assert_eq!(super::latest(&hand).text, "大家好");
    // From the list of the day it is the selected meeting.
    let mut hand = Hand::before(called(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("5");
    strokes(&mut hand, 1, "o");
    shows(&mut hand, "还没有开议，按 F3");
}

#[test]
fn from_a_matter_on_its_agenda_the_room_is_one_key_away() {
    let mut council = called(Lang::Zh);
    council.at("11-21 18:00", serde_json::json!({"do": "raise_matter", "title": "门禁坏了", "channel": "visit"}));
    council.at("11-21 18:01", serde_json::json!({"do": "accept_matter", "matter": "1", "route": "joint"}));
    council.at("11-21 18:02", serde_json::json!({"do": "place_on_agenda", "meeting": "1", "matter": "1"}));
    council.at("11-21 19:00", serde_json::json!({"do": "open_meeting", "meeting": "1"}));
    let mut hand = Hand::before(council, Lang::Zh, USUAL);
    hand.keys("/门禁<Enter>");
    shows(&mut hand, "o 开会");
    strokes(&mut hand, 1, "o");
    shows(&mut hand, "还没有开议，按 F3");
}
