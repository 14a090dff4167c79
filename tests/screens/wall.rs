//! The wall: one evening, as the room sees it at each of its moments.

use insta::assert_snapshot;
use mazha::domain::id::MeetingRef;
use mazha::text::{Lang, Text};
use mazha::tui::paint::buffer_text;
use mazha::tui::present::{self, Wall};
use mazha::tui::split::Panes;
use mazha::tui::style::{Look, Palette};
use ratatui::{Terminal, backend::TestBackend};
use serde_json::json;

use super::kit::{Council, at};

const DAY: &str = "11-20";

/// A council that meets at seven: three bodies, three items, nothing begun.
fn called(lang: Lang) -> Council {
    let mut council = Council::found(lang);
    let zh = lang == Lang::Zh;
    let say = |chinese: &'static str, english: &'static str| if zh { chinese } else { english };
    let people =
        [(say("周海燕", "Helen Zhou"), "B1"), (say("方国强", "George Fang"), "B2"), (say("马志刚", "Jack Ma"), "B3")];
    for (name, body) in people {
        council.at(
            "11-02 09:00",
            json!({"do": "add_person", "name": name, "body": body, "phone": "13800000000", "voting": true}),
        );
    }
    council.at(
        "11-10 09:00",
        json!({"do": "convene_meeting", "kind": "tripartite", "title": say("三方协商会", "Three-party talk"),
            "at": "2026-11-20T19:00:00+08:00", "place": say("二楼议事厅", "Hall, second floor"),
            "series": say("凤凰议", "Phoenix"), "minutes": 90, "invite": ["P1", "P2", "P3"]}),
    );
    for (topic, minutes) in [
        (say("东门停车位重新划线", "New lines for the parking at the east gate"), 40),
        (say("3号楼电梯大修", "Overhaul of the lift in 3"), 30),
        (say("菜地共享", "Shared garden beds"), 15),
    ] {
        council
            .at("11-10 09:10", json!({"do": "place_on_agenda", "meeting": "M1", "topic": topic, "minutes": minutes}));
    }
    council
}

/// The same, opened, the first item under discussion, somebody speaking, two waiting.
fn discussed(lang: Lang) -> Council {
    let mut council = called(lang);
    let say = |chinese: &'static str, english: &'static str| if lang == Lang::Zh { chinese } else { english };
    let tonight = |council: &mut Council, time: &str, command| council.at(&format!("{DAY} {time}"), command);
    tonight(&mut council, "19:00", json!({"do": "open_meeting", "meeting": "M1"}));
    for person in ["P1", "P2", "P3"] {
        tonight(
            &mut council,
            "19:01",
            json!({"do": "mark_attendance", "meeting": "M1", "person": person, "state": "present"}),
        );
    }
    tonight(&mut council, "19:05", json!({"do": "take_up", "meeting": "M1", "item": 1}));
    let remark = say("不该在墙上的话", "words not for the wall");
    tonight(&mut council, "19:06", json!({"do": "note", "meeting": "M1", "kind": "remark", "text": remark}));
    let motion = say("东门两侧改斜停，新增车位二十九个。", "Slanted spaces on both sides: 29 more.");
    tonight(&mut council, "19:10", json!({"do": "note", "meeting": "M1", "kind": "motion", "text": motion}));
    for person in ["P1", "P3"] {
        tonight(&mut council, "19:11", json!({"do": "raise_hand", "meeting": "M1", "person": person}));
    }
    tonight(&mut council, "19:12", json!({"do": "give_floor", "meeting": "M1", "person": "P2"}));
    council
}

/// The same with a vote that two of three have voted in.
fn voted(lang: Lang) -> Council {
    let mut council = discussed(lang);
    let question = if lang == Lang::Zh { "同意改斜停吗？" } else { "Slanted spaces?" };
    council.at(
        "11-20 19:20",
        json!({"do": "open_vote", "meeting": "M1", "item": 1, "rule": "council/majority_present", "question": question}),
    );
    for (person, choice) in [("P1", "for"), ("P2", "against")] {
        council.at("11-20 19:21", json!({"do": "cast_votes", "meeting": "M1", "person": person, "choice": choice}));
    }
    council
}

/// What is on the wall at a moment.
fn wall(council: &Council, lang: Lang, when: &str, (width, height): (u16, u16)) -> String {
    let register = &council.register;
    let meeting: MeetingRef = register.meetings().next().expect("called").key;
    let look = Look {
        text: Text { lang },
        palette: Palette::dark(),
        panes: Panes::default(),
        now: at(&format!("2026-{when}+08:00")),
    };
    let wall = Wall { register, meeting, is_over: false, is_gone: false, look };
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
    terminal.draw(|frame| present::draw(&wall, frame)).expect("drawn");
    buffer_text(terminal.backend().buffer())
}

#[test]
fn an_evening_on_the_wall() {
    for (lang, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for size in [(80, 24), (240, 70)] {
            let of = format!("wall_{name}_{}", size.0);
            let ahead = called(lang);
            assert_snapshot!(format!("{of}_ahead"), wall(&ahead, lang, "11-20T18:20:00", size));
            let mut council = discussed(lang);
            assert_snapshot!(format!("{of}_item"), wall(&council, lang, "11-20T19:13:12", size));
            council = voted(lang);
            assert_snapshot!(format!("{of}_vote"), wall(&council, lang, "11-20T19:22:00", size));
            council.at("11-20 19:23", json!({"do": "close_vote", "meeting": "M1"}));
            let text = if lang == Lang::Zh { "先试一个月。" } else { "A month on trial." };
            council.at(
                "11-20 19:24",
                json!({"do": "resolve", "meeting": "M1", "item": 1, "outcome": "adopted", "text": text}),
            );
            assert_snapshot!(format!("{of}_resolved"), wall(&council, lang, "11-20T19:25:00", size));
            council.at(
                "11-20 19:25",
                json!({"do": "pause_meeting", "meeting": "M1", "until": "2026-11-20T19:35:00+08:00"}),
            );
            assert_snapshot!(format!("{of}_paused"), wall(&council, lang, "11-20T19:26:00", size));
        }
    }
}

#[test]
fn the_verdict_stands_as_arithmetic() {
    let mut council = voted(Lang::Zh);
    council.at("11-20 19:22", json!({"do": "cast_votes", "meeting": "M1", "person": "P3", "choice": "for"}));
    council.at("11-20 19:23", json!({"do": "close_vote", "meeting": "M1"}));
    let seen = wall(&council, Lang::Zh, "11-20T19:23:30", (80, 24));
    // Two of three is more than half.
    assert!(
        seen.contains("同意 2 + 反对 1") && !seen.contains("m²") && seen.contains("2 / 3") && seen.contains("达到"),
        "{seen}"
    );
}

#[test]
fn a_pause_says_when_it_goes_on_and_an_end_that_it_is_over() {
    let mut council = discussed(Lang::Zh);
    let until = "2026-11-20T19:40:00+08:00";
    council.at("11-20 19:30", json!({"do": "pause_meeting", "meeting": "M1", "until": until}));
    let seen = wall(&council, Lang::Zh, "11-20T19:31:00", (80, 24));
    assert!(seen.contains("休会") && seen.contains("19:40 继续"), "{seen}");
    council.at("11-20 19:40", json!({"do": "resume_meeting", "meeting": "M1"}));
    council.at("11-20 19:50", json!({"do": "adjourn_meeting", "meeting": "M1"}));
    let seen = wall(&council, Lang::Zh, "11-20T20:00:00", (80, 24));
    assert!(seen.contains("会议已结束（19:50）"), "{seen}");
}

#[test]
fn nothing_private_is_on_the_wall() {
    let council = discussed(Lang::Zh);
    for size in [(60, 16), (80, 24), (240, 70)] {
        let seen = wall(&council, Lang::Zh, "11-20T19:13:00", size).replace(' ', "");
        assert!(!seen.contains("不该在墙上的话") && !seen.contains("13800000000"), "{seen}");
        assert!(seen.contains("方国强") && seen.contains("东门停车位重新划线"), "{seen}");
    }
}

#[test]
fn a_window_that_is_too_small_says_so() {
    assert!(wall(&called(Lang::En), Lang::En, "11-20T18:00:00", (59, 16)).contains("too small"));
}
