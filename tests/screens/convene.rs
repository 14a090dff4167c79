//! Calling a meeting: the form fills itself from the kind, and what somebody wrote stays.

use mazha::domain::meeting::Meeting;
use mazha::text::Lang;
use serde_json::json;

use super::kit::{Council, Hand};
use super::looks::looks;
use super::prepare::called;
use super::stories::shows;

/// The same council a month later; the bench had a meeting of its own.
fn later(lang: Lang) -> Council {
    let mut council = called(lang);
    council.at("11-20 10:00", json!({"do": "convene_meeting", "kind": "home_council", "title": "家园 home", "at": "2026-11-20T19:30:00+08:00", "place": "2号楼 2", "invite": ["P2"], "series": "有话说", "number": 10}));
    council.at("11-20 19:30", json!({"do": "open_meeting", "meeting": "3"}));
    council.at("11-20 21:00", json!({"do": "adjourn_meeting", "meeting": "3"}));
    council
}

fn before() -> Hand {
    Hand::before(later(Lang::Zh), Lang::Zh, (100, 40))
}

fn latest(hand: &Hand) -> &Meeting {
    hand.council.register.meetings().next_back().expect("called")
}

#[test]
fn the_form() {
    looks("convene_new", called, "3n");
    looks("convene_kind", later, "3n<Up>");
}

#[test]
fn a_meeting_is_called_as_the_last_of_its_kind_was() {
    let mut hand = before();
    // The home council met last, is held every month, and of its members one was asked.
    hand.keys("3n");
    shows(&mut hand, "必到：居民委员会、居民代表");
    shows(&mut hand, "有话说 第11次");
    shows(&mut hand, "2026-12-20 19:30");
    hand.keys("<C-s>");
    let meeting = latest(&hand);
    assert_eq!(
        (meeting.title.as_str(), meeting.number, meeting.place.as_deref()),
        ("有话说 第11次", Some(11), Some("2号楼 2"))
    );
    // Whoever was asked last time; nobody else speaks for the owners and the property company, so all of theirs.
    let invited: Vec<_> = meeting.invite.iter().map(|person| hand.council.register.id(*person)).collect();
    assert_eq!(invited, ["A-P002", "A-P003", "A-P004", "A-P005"]);
    // It is there to be prepared.
    shows(&mut hand, "会前准备");
}

#[test]
fn another_kind_fills_the_form_anew_but_for_what_was_written() {
    let mut hand = before();
    hand.keys("3n<Tab>年终总结会<Tab><Tab>会议室<S-Tab><S-Tab><S-Tab>三方");
    shows(&mut hand, "年终总结会");
    shows(&mut hand, "会议室");
    shows(&mut hand, "凤凰议");
    shows(&mut hand, "必到：居民委员会、业主委员会、物业服务企业");
    // No rhythm: the day is for whoever calls it to say, and the series goes on by itself.
    hand.keys("<Tab><Tab>12-05 19:00<C-s>");
    let meeting = latest(&hand);
    assert_eq!((meeting.title.as_str(), meeting.place.as_deref()), ("年终总结会", Some("会议室")));
    assert_eq!((meeting.series.as_deref(), meeting.number), (Some("凤凰议"), Some(14)));
}

#[test]
fn a_series_whose_month_is_over_is_said_today_and_is_the_kind_to_be_called() {
    let mut council = Council::found(Lang::Zh);
    council.at("11-01 10:00", json!({"do": "convene_meeting", "kind": "spark_meeting", "title": "周会", "at": "2026-11-09T16:30:00+08:00", "series": "火花", "number": 7, "invite": []}));
    council.at("11-09 16:30", json!({"do": "open_meeting", "meeting": "1"}));
    council.at("11-09 17:30", json!({"do": "adjourn_meeting", "meeting": "1"}));
    let mut hand = Hand::before(council, Lang::Zh, (100, 40));
    hand.keys("5");
    // A week after the 9th was the 16th; today is the 21st.
    shows(&mut hand, "该开没开的会  1");
    shows(&mut hand, "逾期 5 天");
    hand.keys("3n");
    shows(&mut hand, "每周一次，应在 11月16日 周一 前再开");
    shows(&mut hand, "火花 第8次");
    // Tomorrow at the earliest, at the same time of day.
    shows(&mut hand, "2026-11-22 16:30");
}

#[test]
fn a_proposed_title_gives_way_to_the_first_letter_and_not_to_who_walks_into_it() {
    let mut hand = before();
    hand.keys("3n<Tab>新");
    shows(&mut hand, "> 标题*       新  ");
    let mut hand = before();
    hand.keys("3n<Tab><Home>新");
    shows(&mut hand, "> 标题*       新有话说 第11次");
}

#[test]
fn another_series_counts_for_itself() {
    let mut hand = before();
    hand.keys("3n<Tab><Tab><Tab><Tab>锦日议");
    shows(&mut hand, "锦日议 第1次");
    hand.keys("<C-s>");
    assert_eq!((latest(&hand).series.as_deref(), latest(&hand).number), (Some("锦日议"), Some(1)));
}
