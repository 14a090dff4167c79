//! The line: what is written is recorded as it is meant, nothing of it is lost, and the caret stands where it goes.

use mazha::domain::code::{BodyKind, NoteKind};
use mazha::domain::event::Lead;
use mazha::text::Lang;
use mazha::tui::app::{Answer, Input};
use ratatui::layout::Size;
use serde_json::json;

use super::super::kit::{Disk, Hand, presses};
use super::super::stories::shows;
use super::{USUAL, in_room, in_session, latest, meeting, speaker, under_way};

fn room() -> Hand {
    in_room(under_way(Lang::Zh), Lang::Zh, USUAL)
}

#[test]
fn a_remark_of_a_known_speaker_takes_four_strokes_and_its_words() {
    let mut hand = room();
    assert!(presses("@zw ").len() <= 4);
    hand.keys("@zw 我同意");
    shows(&mut hand, "发言 · 张伟（居民代表）");
    hand.keys("<Enter>");
    assert_eq!((latest(&hand).text.as_str(), latest(&hand).kind), ("我同意", NoteKind::Remark));
    assert_eq!(speaker(&hand), "张伟");
    hand.keys("＠王芳：花坛要保留<Enter>");
    assert_eq!((latest(&hand).text.as_str(), speaker(&hand)), ("花坛要保留", "王芳"));
    hand.keys("@赵国梁物业可以出钱<Enter>");
    assert_eq!((latest(&hand).text.as_str(), speaker(&hand)), ("物业可以出钱", "赵国梁"));
    // A name alone gives the floor, and what follows is said by its holder.
    hand.keys("@sgf<Enter>我有保留<Enter>");
    assert_eq!((latest(&hand).text.as_str(), speaker(&hand)), ("我有保留", "孙桂芳"));
}

#[test]
fn each_kind_of_entry_has_a_sign_and_a_digit() {
    let mut hand = room();
    for (line, kind, words) in [
        ("*增设充电桩", NoteKind::Motion, "增设充电桩"),
        ("＋改成两个", NoteKind::Amendment, "改成两个"),
        ("？费用从公益金出", NoteKind::Explanation, "费用从公益金出"),
        ("＝先试三个月", NoteKind::Consensus, "先试三个月"),
        ("@wf ~噪声怎么办", NoteKind::Reservation, "噪声怎么办"),
        ("~@wf 噪声怎么办", NoteKind::Reservation, "噪声怎么办"),
        ("-下雨了", NoteKind::Note, "下雨了"),
        ("<F5>3再加一条", NoteKind::Motion, "再加一条"),
        ("<F5><F5><F5><Esc>第三种", NoteKind::Motion, "第三种"),
        ("回到发言", NoteKind::Remark, "回到发言"),
    ] {
        hand.keys(line).keys("<Enter>");
        assert_eq!((latest(&hand).kind, latest(&hand).text.as_str()), (kind, words), "{line}");
    }
}

#[test]
fn of_several_companies_the_one_at_the_table_is_meant() {
    let mut council = under_way(Lang::Zh);
    council.at("11-21 19:09", json!({"do": "add_body", "kind": "property_company", "name": "远山物业"}));
    council.at("11-21 19:09", json!({"do": "add_body", "kind": "expert", "name": "物业纠纷律师工作室"}));
    let mut hand = in_room(council, Lang::Zh, USUAL);
    hand.keys("#物业 支持<Enter>");
    let body = latest(&hand).body.and_then(|body| hand.council.register.body(body)).expect("a body");
    assert_eq!((body.kind, body.name.as_deref() == Some("远山物业")), (BodyKind::PropertyCompany, false));
}

#[test]
fn a_position_names_its_body_and_what_it_undertakes() {
    let mut hand = room();
    hand.keys("#wy 支持；承诺：月底前划线");
    shows(&mut hand, "物业");
    hand.keys("<Enter>");
    let note = latest(&hand);
    assert_eq!((note.kind, note.text.as_str()), (NoteKind::Position, "支持"));
    assert_eq!(note.undertakes.as_deref(), Some("月底前划线"));
    let body = note.body.and_then(|body| hand.council.register.body(body)).expect("a body");
    assert_eq!(body.kind, mazha::domain::code::BodyKind::PropertyCompany);
    hand.keys("＃没有这家 支持<Enter>");
    shows(&mut hand, "没有叫“没有这家”的单位");
    shows(&mut hand, "› ＃没有这家 支持");
}

#[test]
fn a_task_with_lead_and_date_is_one_line() {
    let mut hand = room();
    hand.keys("》物业 更换东门路灯 12月5日前");
    shows(&mut hand, "12月5日 周六");
    hand.keys("<Enter>");
    let task = hand.council.register.tasks().next().expect("a task").clone();
    assert_eq!((task.text.as_str(), task.due.to_string().as_str()), ("更换东门路灯", "2026-12-05"));
    assert!(matches!(task.lead, Lead::Body(_)));
    assert_eq!(task.meeting, Some(meeting(&hand).key));
    // What is missing is asked for in a form that holds what is there; the line goes once the task is made.
    hand.keys("> zgl 清理花坛<Enter>");
    shows(&mut hand, "清理花坛");
    shows(&mut hand, "期限");
    hand.keys("<Tab><Tab>周五<C-s>");
    let task = hand.council.register.tasks().next_back().expect("a task");
    assert_eq!((task.text.as_str(), task.due.to_string().as_str()), ("清理花坛", "2026-11-27"));
    assert!(matches!(task.lead, Lead::Person(_)));
    assert!(!hand.frame().contains("› >"));
}

#[test]
fn names_are_completed_and_what_is_unclear_is_said() {
    let mut hand = room();
    hand.keys("@zg<Tab>在这里<Enter>");
    assert_eq!((latest(&hand).text.as_str(), speaker(&hand)), ("在这里", "赵国梁"));
    hand.keys("@z ");
    shows(&mut hand, "请再多写一点");
    hand.keys("<Enter>");
    shows(&mut hand, "› @z");
    hand.keys("<C-u>@没有人 你好<Enter>");
    shows(&mut hand, "没有叫“没有人”的人");
}

#[test]
fn an_entry_is_changed_or_struck_with_the_arrows() {
    let mut hand = room();
    hand.keys("第一句<Enter>第二句<Enter>");
    hand.keys("<Up><Up>，改过<Enter>");
    let register = &hand.council.register;
    let texts: Vec<_> =
        meeting(&hand).notes.iter().filter_map(|note| register.note(*note)).map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["第一句，改过", "第二句"]);
    hand.keys("<Up><C-u><Enter>");
    assert!(latest(&hand).struck.is_some());
    shows(&mut hand, "已划去");
    hand.keys("<Up><Esc>新的一句<Enter>");
    assert_eq!(latest(&hand).text, "新的一句");
}

#[test]
fn what_the_rules_refuse_comes_back_into_the_line_with_the_reason() {
    let mut hand = in_room(in_session(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("!同意<Enter>");
    shows(&mut hand, "先按 F3");
    shows(&mut hand, "› !同意");
    hand.keys("<C-u><F3>!同意<Enter>");
    hand.keys("!再同意<Enter>");
    shows(&mut hand, "› !再同意");
    assert!(
        meeting(&hand)
            .items()
            .next()
            .expect("one")
            .resolution
            .as_ref()
            .is_some_and(|made| made.text.as_deref() == Some("同意"))
    );
}

#[test]
fn what_cannot_be_written_waits_among_the_minutes_while_another_line_is_written() {
    let mut hand = room();
    hand.disk_is(Disk::Silent);
    hand.keys("第一句<Enter>第二句写到一半");
    hand.input(Input::Answer(Answer::Failed("盘满了".into())));
    shows(&mut hand, "没有记下：盘满了");
    shows(&mut hand, "› 第二句写到一半");
    hand.disk_is(Disk::Fine);
    hand.keys("<Enter>");
    hand.keys("<Enter>");
    shows(&mut hand, "› 第一句");
    hand.keys("<Enter>");
    assert_eq!(latest(&hand).text, "第一句");
}

#[test]
fn where_nothing_can_be_recorded_the_line_stays() {
    let mut hand = Hand::before(under_way(Lang::Zh), Lang::Zh, USUAL).read_only();
    hand.keys("3<Enter>l一句话<Enter>");
    shows(&mut hand, "› 一句话");
    assert!(meeting(&hand).notes.is_empty());
}

#[test]
fn a_half_typed_line_is_kept_within_a_second_and_comes_back() {
    let mut hand = room();
    hand.keys("<F5>3花坛保");
    assert_eq!(hand.kept, "");
    assert!(hand.app.counts_seconds(&hand.council.world()));
    hand.input(Input::Second);
    assert!(hand.kept.contains("花坛保"), "{}", hand.kept);
    let kept = hand.kept.clone();
    let mut next = Hand::before(under_way(Lang::Zh), Lang::Zh, USUAL).with_unsent(&kept);
    next.keys("3<Enter>l");
    shows(&mut next, "› 花坛保");
    next.keys("留一半<Enter>");
    assert_eq!((latest(&next).kind, latest(&next).text.as_str()), (NoteKind::Motion, "花坛保留一半"));
    assert!(!next.kept.contains("花坛"), "{}", next.kept);
    // Another screen and back: it is still there.
    next.keys("没写完<Esc><Esc>");
    next.keys("l");
    shows(&mut next, "› 没写完");
}

#[test]
fn the_caret_stands_behind_what_was_typed_whatever_its_width() {
    for size in [(60, 16), (80, 24), (120, 40)] {
        let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, size);
        let mut cells = 0;
        hand.frame();
        let start = hand.caret();
        for (letter, width) in [("路", 2), ("灯", 2), ("a", 1), ("不", 2), ("，", 2), ("3", 1), ("𠮷", 2)] {
            hand.keys(letter);
            hand.frame();
            cells += width;
            assert_eq!((hand.caret().x, hand.caret().y), (start.x + cells, start.y), "{letter} at {size:?}");
        }
        hand.keys("<Left>");
        hand.frame();
        assert_eq!(hand.caret().x, start.x + cells - 2);
        hand.keys(&"长".repeat(100));
        shows(&mut hand, "长长");
        hand.resize(Size { width: 100, height: 30 });
        shows(&mut hand, "长长");
    }
}

#[test]
fn a_line_may_have_rows_and_a_pasted_page_is_one_line() {
    let mut hand = room();
    hand.keys("一<C-j>二<Enter>");
    assert_eq!(latest(&hand).text, "一\n二");
    hand.input(Input::Paste("甲\r\n乙\r\n丙".into()));
    hand.keys("<Enter>");
    assert_eq!(latest(&hand).text, "甲\n乙\n丙");
}
