//! A meeting that is prepared: its agenda, what its kind requires, who is asked to come. Keys in, frames and facts out.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use insta::assert_snapshot;
use mazha::domain::meeting::{Meeting, MeetingState};
use mazha::text::Lang;
use mazha::tui::app::Input;
use serde_json::json;

use super::kit::{Council, Disk, Hand};
use super::looks::{looks, looks_written};
use super::stories::shows;

/// A month after a meeting that left three of four items: the next one is called for Wednesday, nobody is invited, and
/// three more matters wait. Tonight is Saturday, 21 November.
pub(super) fn called(lang: Lang) -> Council {
    let say = |zh: &'static str, en: &'static str| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    let mut c = Council::found(lang);
    for (minute, name, body) in [
        ("00", say("林秀英", "Rose Lin"), "B1"),
        ("01", say("何敏", "May He"), "B1"),
        ("02", say("孙桂芳", "Fern Sun"), "B2"),
        ("03", say("老吴", "Old Wu"), "B2"),
        ("04", say("赵国梁", "Gus Zhao"), "B3"),
    ] {
        c.at(&format!("11-02 09:{minute}"), json!({"do": "add_person", "name": name, "body": body}));
    }
    let raise = |c: &mut Council, n: u32, title: &str| {
        c.at(&format!("11-03 {:02}:00", 8 + n), json!({"do": "raise_matter", "title": title, "channel": "visit"}));
        let due = format!("2026-12-{:02}", 10 + n);
        c.at(
            &format!("11-03 {:02}:30", 8 + n),
            json!({"do": "accept_matter", "matter": n.to_string(), "route": "joint", "due": due}),
        );
    };
    raise(&mut c, 1, say("东侧停车位改造", "Rebuilding the parking on the east side"));
    raise(&mut c, 2, say("3号楼加装电梯", "A lift for building 3"));
    c.at("11-06 09:00", json!({"do": "convene_meeting", "kind": "tripartite", "title": say("十一月三方协商会", "Tripartite consultation, November"), "at": "2026-11-12T19:00:00+08:00", "place": say("党群服务中心二楼", "Service centre, upstairs"), "chair": "P1", "invite": ["P1", "P2", "P3", "P5"], "series": say("凤凰议", "Phoenix"), "number": 12}));
    c.at("11-06 09:05", json!({"do": "fill_agenda", "meeting": "1", "matters": ["1", "2"], "topics": [say("年终邻里节", "The neighbours' feast"), say("消防演练", "Fire drill")], "minutes": 20}));
    c.at("11-12 19:00", json!({"do": "open_meeting", "meeting": "1"}));
    for person in ["P1", "P3", "P5"] {
        c.at("11-12 19:01", json!({"do": "mark_attendance", "meeting": "1", "person": person, "state": "present"}));
    }
    c.at("11-12 19:02", json!({"do": "take_up", "meeting": "1", "item": 4}));
    c.at("11-12 20:00", json!({"do": "resolve", "meeting": "1", "item": 4, "outcome": "adopted", "text": say("周日上午演练", "On Sunday morning")}));
    c.at("11-12 21:00", json!({"do": "adjourn_meeting", "meeting": "1"}));
    raise(&mut c, 3, say("垃圾投放点晚上上锁", "The bins are locked at night"));
    raise(&mut c, 4, say("地下车库照明", "Light in the garage"));
    raise(&mut c, 5, say("快递柜占了消防通道", "Parcel lockers in the fire lane"));
    c.at("11-20 09:00", json!({"do": "convene_meeting", "kind": "tripartite", "title": say("十一月第二次三方协商会", "Tripartite consultation, late November"), "at": "2026-11-25T19:00:00+08:00", "place": say("党群服务中心二楼", "Service centre, upstairs"), "invite": [], "series": say("凤凰议", "Phoenix")}));
    c
}

/// Before the meeting that was called, in a window too narrow for two columns.
fn before() -> Hand {
    let mut hand = Hand::before(called(Lang::Zh), Lang::Zh, (90, 40));
    hand.keys("3g<Enter>");
    hand
}

fn meeting(hand: &Hand) -> &Meeting {
    hand.council.register.meetings().find(|meeting| meeting.state == MeetingState::Planned).expect("called")
}

/// What is on the agenda, in its order: the number it was placed under, and its minutes.
fn agenda(hand: &Hand) -> Vec<(u32, Option<u32>)> {
    meeting(hand).outline().iter().map(|placed| (placed.item.number, placed.item.minutes)).collect()
}

fn numbers(hand: &Hand) -> Vec<u32> {
    agenda(hand).into_iter().map(|(number, _)| number).collect()
}

#[test]
fn the_screen_of_a_meeting_to_be_prepared() {
    looks("prepare_empty", called, "3g<Enter>");
    looks("prepare_items", called, "3g<Enter>p");
    looks("prepare_filled", called, "3g<Enter>p<Space><Space><Space><Space><Enter>J<Tab>");
    looks("prepare_over", called, "3g<Enter>cm90<Enter>m9");
    looks("prepare_people", called, "3g<Enter>i");
    looks("prepare_ready", called, "3g<Enter>ci<Enter><PgDn><PgDn>");
    looks("prepare_move", called, "3g<Enter><Enter>");
    looks("prepare_help", called, "3g<Enter>?");
    looks_written("prepare_typed", called, "3g<Enter>p", "电动车", "scooters");
}

#[test]
fn what_was_left_over_comes_first_and_all_of_it_in_one_act() {
    let mut hand = before();
    shows(&mut hand, "“十一月三方协商会”还留下 3 项没有议完：按 c 全部带入。");
    hand.keys("c");
    assert_eq!(agenda(&hand), [(1, Some(20)), (2, Some(20)), (3, Some(20))]);
    shows(&mut hand, "✓ 合计 60 分，计划 90 分，余 30 分");
    hand.keys("c");
    shows(&mut hand, "上次会议没有留下没议完的事，或者都已列入。");
    hand.keys("u");
    assert!(agenda(&hand).is_empty());
}

#[test]
fn times_and_sums_follow_every_change() {
    let mut hand = before();
    hand.keys("c");
    shows(&mut hand, "19:40  3    年终邻里节");
    hand.keys("+++++++");
    assert_eq!(agenda(&hand)[0].1, Some(55));
    shows(&mut hand, "20:15  3    年终邻里节");
    shows(&mut hand, "✗ 合计 95 分，计划 90 分，超 5 分");
    hand.keys("-");
    shows(&mut hand, "✓ 合计 90 分，计划 90 分，正好");
    hand.keys("m0<Enter>");
    shows(&mut hand, "19:00+ 2    3号楼加装电梯");
    shows(&mut hand, "还有 1 项没有定时长，带“+”的时间只会更晚");
    hand.keys("-");
    shows(&mut hand, "这一项还没有定时长，没有可减的。");
    hand.keys("u");
    assert_eq!(agenda(&hand)[0].1, Some(50));
}

#[test]
fn minutes_are_written_in_their_place_in_digits_of_any_width() {
    let mut hand = before();
    hand.keys("cm１２x5");
    hand.frame();
    let caret = hand.caret();
    // The minutes stand in the last eight cells of the row of the first item, two more for the margin and three digits.
    assert_eq!((caret.x, caret.y), (88 - 8 + 1 + 3, 6));
    hand.keys("<BS><Enter>");
    assert_eq!(agenda(&hand)[0].1, Some(12));
    hand.keys("m30<Esc>");
    assert_eq!(agenda(&hand)[0].1, Some(12));
    hand.keys("m999<Enter>");
    shows(&mut hand, "600");
    assert_eq!(agenda(&hand)[0].1, Some(12));
}

#[test]
fn an_item_is_moved_and_nested_and_stays_selected() {
    let mut hand = before();
    hand.keys("cJ");
    assert_eq!(numbers(&hand), [2, 1, 3]);
    hand.keys("J");
    assert_eq!(numbers(&hand), [2, 3, 1]);
    hand.keys("J");
    shows(&mut hand, "这一项不能再往那边移了。");
    hand.keys("K<Tab>");
    shows(&mut hand, "19:20    1.1  东侧停车位改造");
    hand.keys("<S-Tab>u");
    shows(&mut hand, "19:20    1.1  东侧停车位改造");
    hand.keys("t");
    assert_eq!(numbers(&hand), [2, 3]);
    hand.keys("u");
    assert_eq!(numbers(&hand), [2, 1, 3]);
}

#[test]
fn several_matters_and_a_new_topic_join_in_one_act() {
    let mut hand = before();
    // Three were left over; the fourth and the sixth are two of the matters that wait.
    hand.keys("p<Down><Down><Down><Space><Down><Space>").keys("电动车充电<Enter>");
    let about: Vec<_> = meeting(&hand).items().map(|item| (item.matter.is_some(), item.topic.clone())).collect();
    assert_eq!(about, [(true, None), (true, None), (false, Some("电动车充电".to_owned()))]);
    hand.keys("u");
    assert!(agenda(&hand).is_empty());
}

#[test]
fn a_matter_placed_elsewhere_meanwhile_is_said_in_the_list_and_the_marks_stay() {
    let mut hand = before();
    hand.keys("p<Space><Space>");
    hand.elsewhere(json!({"do": "place_on_agenda", "meeting": "2", "matter": "1"}));
    hand.keys("<Enter>");
    shows(&mut hand, "2026-A-M02");
    shows(&mut hand, "已选 2");
    hand.keys("<Up><Up><Space><Enter>");
    assert_eq!(numbers(&hand), [1, 2]);
}

#[test]
fn what_is_missing_is_seen_to_where_it_is_said() {
    let mut hand = before();
    shows(&mut hand, "会前准备 1/8");
    hand.keys("<Down><Down>");
    shows(&mut hand, "✗ 居民委员会还没有请 — Enter 请其全部 2 人");
    hand.keys("<Enter>");
    shows(&mut hand, "✓ 居民委员会已请 2 人");
    hand.keys("<Down><Enter><Down><Enter>");
    assert_eq!(meeting(&hand).invite.len(), 5);
    // Nobody represents the residents: the way leads to the roster.
    hand.keys("<Down>");
    shows(&mut hand, "- 名册上还没有居民代表 — Enter 新增单位");
    hand.keys("<Enter>居民代表<C-s>");
    shows(&mut hand, "居民代表在名册上还没有人 — Enter 新增一人");
    // Whoever chaired the last one is proposed.
    hand.keys("<Down><Enter><C-s>");
    shows(&mut hand, "✓ 主持人 林秀英");
    shows(&mut hand, "✓ 到会满 3 人才够数，请了 5 人，能来 5 人");
    hand.keys("u");
    shows(&mut hand, "还没有定主持人");
}

#[test]
fn who_came_last_time_is_invited_in_two_keys_and_a_body_by_its_initials() {
    let mut hand = before();
    hand.keys("i<Enter>");
    shows(&mut hand, "邀请 3 人");
    hand.keys("i").keys("全部").keys("<Down>");
    shows(&mut hand, "全部 2 人");
    hand.keys("<Enter>");
    assert_eq!(meeting(&hand).invite.len(), 4);
    // By hand: one joins, one no longer comes, in one act.
    hand.keys("ilxy<Space>hm<Space><Enter>");
    let named: Vec<_> = meeting(&hand)
        .invite
        .iter()
        .filter_map(|person| hand.council.register.person(*person))
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(named, ["孙桂芳", "赵国梁", "老吴", "何敏"]);
    hand.keys("u");
    assert_eq!(meeting(&hand).invite.len(), 4);
}

#[test]
fn what_can_no_longer_be_met_says_what_follows() {
    let mut council = called(Lang::Zh);
    council.at("11-20 10:00", json!({"do": "change_meeting", "meeting": "2", "at": "2026-11-22T19:00:00+08:00"}));
    let mut hand = Hand::before(council, Lang::Zh, (140, 40));
    hand.keys("3g<Enter>");
    shows(&mut hand, "✗ 规定提前 3 日通知，只提前了 2 日，会照开，记录");
    shows(&mut hand, "✗ 到 11月19日 周四 没有公示议题，会照开，记录写明");
    hand.keys("<Enter>");
    // Called on the 20th: three days later is the 23rd.
    shows(&mut hand, "2026-11-23 19:00");
    hand.keys("<C-s>");
    shows(&mut hand, "✓ 规定提前 3 日通知，提前了 3 日");
}

#[test]
fn what_others_do_comes_in_without_moving_the_selection() {
    let mut hand = before();
    hand.keys("c<Down>m");
    hand.elsewhere(json!({"do": "order_agenda", "meeting": "2", "order": [{"item": 3}, {"item": 2}, {"item": 1}]}));
    hand.elsewhere(json!({"do": "place_on_agenda", "meeting": "2", "topic": "春节慰问"}));
    hand.keys("7<Enter>");
    assert_eq!(agenda(&hand), [(3, Some(20)), (2, Some(7)), (1, Some(20)), (4, None)]);
    hand.keys("K");
    assert_eq!(numbers(&hand), [2, 3, 1, 4]);
}

#[test]
fn a_click_selects_an_item_and_a_second_one_opens_it() {
    let mut hand = before();
    hand.keys("c");
    let click = || {
        let kind = MouseEventKind::Down(MouseButton::Left);
        Input::Mouse(MouseEvent { kind, column: 20, row: 7, modifiers: KeyModifiers::NONE })
    };
    hand.input(click());
    hand.keys("+");
    assert_eq!(agenda(&hand)[1], (2, Some(25)));
    hand.input(click());
    hand.input(click());
    shows(&mut hand, "2026-A002  3号楼加装电梯");
    hand.keys("<Esc>");
    shows(&mut hand, "会前准备");
}

#[test]
fn what_was_placed_at_once_is_told_in_one_sentence() {
    let mut hand = Hand::before(called(Lang::Zh), Lang::Zh, (120, 40));
    hand.keys("3g<Enter>c");
    shows(&mut hand, "列入 3 项：东侧停车位改造、3号楼加装电梯、年终邻里节");
    hand.keys("7");
    shows(&mut hand, "列入 3 项：");
}

#[test]
fn keys_pressed_while_the_disk_is_busy_are_not_lost() {
    let mut hand = before();
    hand.keys("c");
    hand.disk_is(Disk::Silent);
    hand.keys("+");
    hand.keys("+");
    hand.disk_answers();
    hand.disk_answers();
    assert_eq!(agenda(&hand)[0].1, Some(30));
}

#[test]
fn all_of_it_can_be_reached_in_a_small_window() {
    let mut hand = Hand::before(called(Lang::Zh), Lang::Zh, (60, 16));
    hand.keys("3g<Enter>ci<Enter>G");
    assert_snapshot!("prepare_small", hand.frame());
}
