//! The minutes of a meeting that is over: read through, corrected, confirmed by the bodies, sealed; and how that looks.

use insta::assert_snapshot;
use mazha::domain::meeting::MeetingState;
use mazha::text::Lang;
use serde_json::json;

use super::kit::{Council, Hand, presses};
use super::live::{USUAL, in_full_swing, in_room, meeting, under_way};
use super::stories::shows;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
const LANGS: [(Lang, &str); 2] = [(Lang::Zh, "zh"), (Lang::En, "en")];

/// The evening's meeting ended, with the next one of its series called.
fn over(lang: Lang) -> Council {
    let mut c = in_full_swing(lang);
    let (title, series) =
        if lang == Lang::Zh { ("三方协商会", "凤凰议") } else { ("Tripartite consultation", "Phoenix talks") };
    c.at(
        "11-21 19:29",
        json!({"do": "convene_meeting", "kind": "tripartite", "title": title,
        "at": "2026-12-05T19:00:00+08:00", "invite": ["1", "2", "3"], "series": series}),
    );
    c.at("11-21 19:30", json!({"do": "adjourn_meeting", "meeting": "1"}));
    c
}

/// The same, with a corrected and a struck entry, one body that has confirmed with a reservation and one that objects.
fn half_signed(lang: Lang) -> Council {
    let mut c = over(lang);
    let say = |zh: &'static str, en: &'static str| if lang == Lang::Zh { zh } else { en };
    c.at(
        "11-21 19:31",
        json!({"do": "change_note", "note": "2", "text": say("拆掉花坛能多出十二个车位。", "Without the flower bed there is room for twelve cars.")}),
    );
    c.at("11-21 19:31", json!({"do": "strike_note", "note": "3", "reason": say("记重了", "written twice")}));
    c.at(
        "11-21 19:32",
        json!({"do": "confirm_minutes", "meeting": "1", "body": "residents_committee", "by": say("林秀英", "Rose Lin"),
        "reservation": say("树的事要写明由谁来看", "it must say who looks at the tree")}),
    );
    c.at(
        "11-21 19:33",
        json!({"do": "object_to_minutes", "meeting": "1", "body": "property_company", "by": say("赵国梁", "Gus Zhao"),
        "text": say("承诺的期限没有记", "the date of what we undertake is missing")}),
    );
    c
}

/// Sealed, with corrections beside the sealed text.
fn sealed(lang: Lang) -> Council {
    let mut c = over(lang);
    for (body, by) in
        [("residents_committee", "林秀英"), ("owners_committee", "孙桂芳"), ("property_company", "赵国梁")]
    {
        c.at("11-21 19:40", json!({"do": "confirm_minutes", "meeting": "1", "body": body, "by": by}));
    }
    c.at("11-21 19:45", json!({"do": "seal_minutes", "meeting": "1"}));
    c.at("11-22 09:00", json!({"do": "correct_minutes", "meeting": "1", "note": "2", "text": "应为十二个车位 twelve"}));
    c.at("11-22 09:05", json!({"do": "correct_minutes", "meeting": "1", "text": "会后补到签到表 sheet"}));
    c
}

/// Somebody with the minutes before them.
fn with_minutes(council: Council, lang: Lang, size: (u16, u16)) -> Hand {
    let mut hand = Hand::before(council, lang, size);
    hand.keys("3<End><Enter>l");
    hand
}

fn looks(name: &str, council: fn(Lang) -> Council, script: &str) {
    for (lang, code) in LANGS {
        for size in SIZES {
            let mut hand = with_minutes(council(lang), lang, size);
            hand.keys(script);
            assert_snapshot!(format!("sign_{name}_{code}_{}", size.0), hand.frame());
        }
    }
}

fn confirmed(hand: &Hand) -> Vec<&str> {
    meeting(hand).confirmed.iter().map(|said| said.by.as_str()).collect()
}

#[test]
fn from_the_end_of_the_meeting_to_the_seal_takes_eight_strokes_on_one_page() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("大家好<Enter>");
    let script = "<F8>3<Enter><Enter><Enter><Enter><Enter>y";
    assert_eq!(presses(script).len(), 8);
    hand.keys("<F8>3");
    shows(&mut hand, "请居民委员会、业主委员会、物业服务企业确认");
    hand.keys("<Enter><Enter><Enter><Enter>");
    assert_eq!(confirmed(&hand), ["林秀英", "孙桂芳", "赵国梁"]);
    shows(&mut hand, "都确认了，签封");
    // The key that is pressed without looking does not seal.
    hand.keys("<Enter><Enter>");
    assert_eq!(meeting(&hand).state, MeetingState::Adjourned);
    hand.keys("<Enter>y");
    assert_eq!(meeting(&hand).state, MeetingState::Sealed);
    shows(&mut hand, "校验码 3f9a 12bc 77de");
    // Back is where the room was entered from, not the room.
    hand.keys("<Esc>");
    shows(&mut hand, "纪要已签封");
}

#[test]
fn what_was_left_over_is_handed_on_with_one_key_and_one_act() {
    let mut hand = with_minutes(sealed(Lang::Zh), Lang::Zh, USUAL);
    shows(&mut hand, "把未议完的 3 项列入 2026-A-M02");
    hand.keys("<Enter>");
    let next = hand.council.register.meetings().next_back().expect("called");
    let topics: Vec<&str> = next.items().filter_map(|item| item.topic.as_deref()).collect();
    assert_eq!(topics, ["东门路灯", "电梯异响", "楼道堆物"]);
    shows(&mut hand, "已列入 2026-A-M02 12月5日");
    shows(&mut hand, "签封完毕");
    hand.keys("u");
    shows(&mut hand, "把未议完的 3 项列入 2026-A-M02");
    hand.keys("cc");
    shows(&mut hand, "没有要转的");
}

#[test]
fn what_waits_for_a_meeting_nobody_has_convened_is_said_by_every_key() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("大家好<Enter><F8>3<Enter><Enter><Enter><Enter><Enter>y");
    let said = "未议完的 4 项，下次会备会时会提出来；按 3 再按 n 召集";
    shows(&mut hand, said);
    for key in ["<Enter>", "c"] {
        hand.keys(key);
        assert_eq!(hand.frame().matches(said).count(), 2, "{key}");
    }
}

#[test]
fn a_line_still_being_written_keeps_the_room_open() {
    let mut hand = in_room(under_way(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("还没写完<F8>3");
    assert_eq!(meeting(&hand).state, MeetingState::Adjourned);
    shows(&mut hand, "› 还没写完");
    shows(&mut hand, "会散了。Enter 把这句补进纪要，Ctrl-U 不要了；F8 核对签字");
    hand.keys("<F8>");
    shows(&mut hand, "下一步");
}

#[test]
fn a_line_left_in_the_room_is_announced_until_the_minutes_are_sealed() {
    let kept = r#"{"live 2026-A-M01": {"text": "没写完", "kind": "remark"}}"#;
    for (council, announced) in [(over(Lang::Zh), true), (sealed(Lang::Zh), false)] {
        let mut hand = Hand::before(council, Lang::Zh, USUAL).with_unsent(kept);
        assert_eq!(hand.frame().contains("没写完的文字"), announced, "{}", hand.frame());
    }
}

#[test]
fn minutes_are_read_to_their_end_before_they_are_confirmed() {
    let mut hand = with_minutes(over(Lang::Zh), Lang::Zh, (80, 24));
    shows(&mut hand, "往下读，读完再签");
    let mut pages = 0;
    while hand.frame().contains("往下读，读完再签") {
        hand.keys("<Enter>");
        pages += 1;
        assert!(pages < 10);
    }
    assert!(pages > 1, "more than a page");
    shows(&mut hand, "散会");
    shows(&mut hand, "请居民委员会、业主委员会、物业服务企业确认");
    assert_eq!(meeting(&hand).state, MeetingState::Adjourned);
}

#[test]
fn who_confirms_is_found_by_initials_and_a_stranger_by_name() {
    let mut hand = with_minutes(over(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("mzgl<Enter>");
    assert_eq!(confirmed(&hand), ["赵国梁"]);
    // The list goes on with those who are left, until it is closed.
    shows(&mut hand, "谁来确认？还差居民委员会、业主委员会");
    hand.keys("外来的<Enter>");
    shows(&mut hand, "外来的");
    hand.keys("<C-s>");
    assert_eq!(confirmed(&hand), ["赵国梁", "外来的"]);
    hand.keys("<Esc>");
    shows(&mut hand, "请业主委员会确认");
}

#[test]
fn a_body_may_confirm_with_a_reservation_or_object() {
    let mut hand = with_minutes(over(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("m保留<Enter><Tab>费用没有说清<C-s>");
    assert_eq!(meeting(&hand).confirmed[0].reservation.as_deref(), Some("费用没有说清"));
    shows(&mut hand, "谁来确认？还差业主委员会、物业服务企业");
    hand.keys("异议<Enter><Tab>漏了一条动议<C-s>");
    assert_eq!(meeting(&hand).objections[0].text, "漏了一条动议");
    hand.keys("<Esc>");
    shows(&mut hand, "保留意见：费用没有说清");
    shows(&mut hand, "异议（孙桂芳）：漏了一条动议");
    hand.keys("S");
    shows(&mut hand, "还有单位没有确认。仍要签封？");
    hand.keys("n");
    assert_eq!(meeting(&hand).state, MeetingState::Adjourned);
}

#[test]
fn an_entry_is_corrected_where_it_stands_and_the_old_words_stay() {
    let mut hand = with_minutes(over(Lang::Zh), Lang::Zh, USUAL);
    // The first entry is selected already.
    hand.keys("e<C-u>只有一个方案<C-s>");
    shows(&mut hand, "〔已更正〕赵国梁（物业服务企业）：只有一个方案");
    shows(&mut hand, "原记：方案有两个");
    hand.keys("jx记重了<C-s>");
    shows(&mut hand, "已划去");
    shows(&mut hand, "划去原因：记重了");
}

#[test]
fn what_is_wrong_in_sealed_minutes_is_corrected_beside_them() {
    let mut hand = with_minutes(sealed(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("je");
    shows(&mut hand, "已签封，更正写在");
    hand.keys("大树留下<C-s>");
    shows(&mut hand, "会后更正：大树留下");
    shows(&mut hand, "东侧花坛拆掉以后能多出二十四个车位");
    hand.keys("a签到表漏了一人<C-s>G");
    shows(&mut hand, "会后更正：签到表漏了一人");
    hand.keys("x<C-s>");
    shows(&mut hand, "已经签封");
}

#[test]
fn words_are_found_within_the_minutes() {
    let mut hand = with_minutes(over(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("\\救护车<Enter>");
    let frame = hand.frame();
    assert!(frame.contains("救护车") && !frame.contains("费用怎么出"), "{frame}");
    hand.keys("<Esc>");
    shows(&mut hand, "费用怎么出");
}

#[test]
fn when_and_why_presence_changed_is_a_page_of_the_room_and_of_the_minutes() {
    let mut hand = with_minutes(over(Lang::Zh), Lang::Zh, USUAL);
    hand.keys("d");
    shows(&mut hand, "散会时  到会 5/6");
    shows(&mut hand, "✓ 居民委员会 1 人：林秀英");
    // 6 are invited; the standard rules ask for more than half: the fourth makes it.
    shows(&mut hand, "19:02 王芳 到会");
    shows(&mut hand, "19:02 → 够法定人数");
    hand.keys("<Esc>");
    shows(&mut hand, "下一步");
}

#[test]
fn minutes_to_be_read() {
    looks("read", over, "");
    looks("end", over, "G");
}

#[test]
fn minutes_half_signed() {
    looks("half", half_signed, "");
    looks("who", half_signed, "m");
    looks("correct", over, "e");
}

#[test]
fn minutes_sealed() {
    looks("sealed", sealed, "");
    looks("presence", sealed, "d");
}
