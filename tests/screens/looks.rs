//! Golden frames: every screen and dialog, in both languages, at three sizes.

use insta::assert_snapshot;
use mazha::text::Lang;
use mazha::tui::style::Palette;
use serde_json::json;

use super::busy::busy_acts;
use super::kit::{Council, Hand, busy};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
const LANGS: [(Lang, &str); 2] = [(Lang::Zh, "zh"), (Lang::En, "en")];

/// Takes the frame that the keys lead to, for every language and size.
pub(super) fn looks(name: &str, council: fn(Lang) -> Council, script: &str) {
    for (lang, code) in LANGS {
        for (width, height) in SIZES {
            let mut hand = Hand::before(council(lang), lang, (width, height));
            hand.keys(script);
            assert_snapshot!(format!("{name}_{code}_{width}"), hand.frame());
        }
    }
}

fn empty(lang: Lang) -> Council {
    Council::found(lang)
}

#[test]
fn the_board() {
    looks("board", busy, "");
    looks("board_act", busy, "ll");
    looks("board_closed", busy, "c");
}

#[test]
fn the_board_on_white_and_in_high_contrast() {
    for (name, palette) in [("light", Palette::light()), ("contrast", Palette::contrast())] {
        let mut hand = Hand::before(busy(Lang::Zh), Lang::Zh, (80, 24)).in_colours(palette);
        assert_snapshot!(format!("board_in_{name}"), hand.styled_frame());
    }
}

#[test]
fn an_empty_council() {
    looks("empty", empty, "");
}

#[test]
fn an_empty_column() {
    let council = |lang: Lang| {
        let mut council = Council::found(lang);
        council.at("11-03 09:00", json!({"do": "raise_matter", "title": "路灯 lamp", "channel": "visit"}));
        council
    };
    looks("empty_column", council, "l");
}

#[test]
fn a_matter() {
    looks("matter", busy, "ll<Enter>");
    looks("matter_end", busy, "ll<Enter>G");
    looks("matter_long_title", busy, "l<Down><Enter>");
}

/// A meeting in the middle of its work.
pub(super) fn in_session(lang: Lang) -> Council {
    let say = |zh: &'static str, en: &'static str| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    let mut council = busy(lang);
    council.at("11-21 18:40", json!({"do": "place_on_agenda", "meeting": "1", "topic": say("年终邻里节", "The neighbours' feast"), "minutes": 20}));
    council.at("11-21 18:58", json!({"do": "mark_attendance", "meeting": "1", "person": "1", "state": "present"}));
    council.at("11-21 18:59", json!({"do": "mark_attendance", "meeting": "1", "person": "2", "state": "excused"}));
    council.at("11-21 19:00", json!({"do": "open_meeting", "meeting": "1"}));
    council.at("11-21 19:02", json!({"do": "take_up", "meeting": "1", "item": 1}));
    council.at("11-21 19:05", json!({"do": "note", "meeting": "1", "kind": "remark", "speaker": "1", "text": say("车位先保证有车的老住户，新增的二十四个再摇号。花坛里的树要移到南边，不能砍。", "Old residents with cars come first; the twenty-four new places go by lot. The trees must be moved to the south side, not felled.")}));
    council.at("11-21 19:12", json!({"do": "note", "meeting": "1", "kind": "position", "body": "property_company", "text": say("物业同意，工期二十天", "We agree; it takes twenty days")}));
    council
}

/// Every reason there is to do something.
pub(super) fn crowded(lang: Lang) -> Council {
    let say = |zh: &'static str, en: &'static str| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    let mut acts = busy_acts(lang);
    acts.at("11-09 10:00", json!({"do": "post_notice", "about": "4", "kind": "result", "days": 10, "where": say("东门公告栏", "Board at the east gate")}));
    acts.at("11-15 09:00", json!({"do": "post_notice", "about": "1", "kind": "result", "days": 8, "where": say("东门公告栏", "Board at the east gate")}));
    acts.at("11-16 09:00", json!({"do": "object_to_notice", "notice": "2", "by": say("周阿姨", "Auntie Zhou"), "text": say("灯还没有修好，怎么就公示结果了？我家就在东门边上，每天晚上都看得见。", "The lamps are not mended yet, so what result is this? I live beside the gate and look at them every night.")}));
    acts.at("11-17 09:00", json!({"do": "object_to_notice", "notice": "2", "by": say("老吴", "Old Wu"), "text": say("要写明花了多少钱", "Say what it costs")}));
    acts.at("11-18 09:00", json!({"do": "answer_objection", "objection": "2", "text": say("费用由物业承担，已补写在公告上。", "The property company pays; it is written on the notice now.")}));
    acts.at("11-19 09:00", json!({"do": "post_notice", "about": "1", "kind": "agenda", "days": 30}));
    acts.at("11-19 10:00", json!({"do": "assign_task", "matter": "3", "lead": "property_company", "text": say("请维保单位检查3号楼电梯曳引机", "Have the lift company look at the motor in building 3"), "due": "2026-12-10"}));
    acts.carry_out(lang)
}

#[test]
fn meetings() {
    looks("meetings", busy, "3");
    looks("meetings_none", empty, "3");
    looks("meeting_planned", busy, "3<Enter>");
    looks("meeting", in_session, "3<Enter>");
    looks("meeting_place", busy, "3<Enter>p");
    looks("meeting_attend", in_session, "3<Enter>a");
    looks("meeting_note", in_session, "3<Enter>i");
    looks("meeting_resolve", in_session, "3<Enter>v");
    looks("meeting_assign", in_session, "3<Enter><Down>s");
    looks("meeting_adjourn", in_session, "3<Enter>x");
    looks("meeting_help", in_session, "3<Enter>?");
}

/// Three meetings on one day, one on another.
fn meeting_often(lang: Lang) -> Council {
    let say = |zh: &'static str, en: &'static str| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    let mut council = busy(lang);
    for (at, kind, title) in [
        ("2026-11-25T09:00:00+08:00", "clinic", say("电梯会诊", "Experts on the lift")),
        ("2026-11-25T14:30:00+08:00", "round_table", say("养犬圆桌会", "Round table about dogs")),
        ("2026-11-25T19:00:00+08:00", "tripartite", say("停车三方协商会", "Three parties about parking")),
        ("2026-12-05T19:00:00+08:00", "tripartite", say("十二月三方协商会", "Tripartite consultation, December")),
    ] {
        council.at("11-20 09:00", json!({"do": "convene_meeting", "kind": kind, "title": title, "at": at, "place": say("党群服务中心二楼", "Service centre, upstairs"), "invite": ["1"]}));
    }
    council
}

#[test]
fn the_month() {
    looks("month", meeting_often, "3m<Right>");
    looks("month_today", meeting_often, "3m");
    looks("month_several", meeting_often, "3m<Right><Right><Right><Right><Enter>");
    looks("month_convene", meeting_often, "3m<Down>n<Tab><Tab>");
    looks("month_holiday", empty, "3m<PgUp><Home>");
    looks("month_unknown", empty, "3m<PgDn><PgDn>");
}

#[test]
fn on_the_way_to_a_task() {
    looks_written("assign_new", busy, "l<Enter>s", "永安电梯", "Evergreen Lifts");
    looks_written("newcomer", busy, "l<Enter>s", "永安电梯<Enter>", "Evergreen Lifts<Enter>");
}

#[test]
fn after_a_good_follow_up() {
    looks("answered_well", busy, "lll<Enter>F11<C-s>");
    looks("close_reason", busy, "lll<Enter>C");
}

#[test]
fn follow_ups() {
    looks("tasks", busy, "4");
    looks("tasks_none", empty, "4");
}

#[test]
fn what_needs_someone_today() {
    looks("today", crowded, "5");
    looks("today_none", empty, "5");
    looks("today_end", crowded, "5G");
}

#[test]
fn public_notices() {
    looks("notices", crowded, "6");
    looks("notices_full", crowded, "6G");
    looks("notices_none", empty, "6");
    looks("object", crowded, "6o");
    looks("answer_objection", crowded, "6a");
    looks("answer_nothing", crowded, "6Ga");
}

#[test]
fn the_log() {
    looks("log", crowded, "7");
    looks("log_first", crowded, "7G");
    looks("log_filter", crowded, "7\\a004");
    looks("log_filter_nothing", crowded, "7\\zzzz");
    looks("log_undone", empty, "nA lamp 路灯<Tab><Down><C-s>u7");
}

/// People with meetings, tasks and matters of their own, one past the end of the term.
fn on_duty(lang: Lang) -> Council {
    let name = match lang {
        Lang::Zh => "林秀英",
        Lang::En => "Rose Lin",
    };
    let mut council = in_session(lang);
    council.at(
        "11-21 19:20",
        json!({"do": "change_person", "person": "1", "phone": "010-5550-0101", "until": "2027-03-31"}),
    );
    council.at("11-21 19:20", json!({"do": "change_person", "person": "3", "until": "2026-10-31", "voting": false}));
    council.at(
        "11-21 19:21",
        json!({"do": "raise_matter", "title": "西门 West gate", "channel": "visit", "raised_by": name}),
    );
    council.at(
        "11-21 19:22",
        json!({"do": "assign_task", "matter": "3", "lead": "P1", "text": "电梯 lift", "due": "2026-11-25"}),
    );
    council
}

#[test]
fn bodies_and_people() {
    looks("people", busy, "2");
    looks("people_at_work", on_duty, "2<Down>");
    looks("people_body", on_duty, "2");
    looks("people_term_over", on_duty, "2<Down><Down><Down>");
    looks("add_person", busy, "2n");
    looks("add_body", busy, "2b");
    looks("change_person", busy, "2<Down>e");
}

#[test]
fn raising_a_matter() {
    looks("raise", busy, "n");
    looks("raise_missing", busy, "n<C-s>");
    looks("raise_category", busy, "n<Tab><Tab><Tab><Tab>");
}

/// The frame that keys and then words of each language lead to.
pub(super) fn looks_written(name: &str, council: fn(Lang) -> Council, script: &str, zh: &str, en: &str) {
    for (lang, code) in LANGS {
        for (width, height) in SIZES {
            let mut hand = Hand::before(council(lang), lang, (width, height));
            hand.keys(script).keys(if lang == Lang::Zh { zh } else { en });
            assert_snapshot!(format!("{name}_{code}_{width}"), hand.frame());
        }
    }
}

#[test]
fn days_as_people_say_them() {
    looks_written("when_clear", busy, "<Enter>a<Tab><Tab><Tab>", "周五", "fri");
    looks_written("when_past", busy, "<Enter>a<Tab><Tab><Tab>", "11-20", "this fri");
}

#[test]
fn what_may_be_meant() {
    looks_written("similar", busy, "n", "东门的路灯<Down>", "Lamp at the gate<Down>");
    looks_written("suggested", busy, "n<Tab><Tab>", "l", "l");
}

#[test]
fn forms_of_a_matter() {
    looks("accept", busy, "<Enter>a");
    looks("decline", busy, "<Enter>d");
    looks("merge", busy, "<Enter>m");
    looks("change", busy, "<Enter>e");
    looks("assign", busy, "l<Enter>s");
    looks("progress", busy, "ll<Enter>y");
    looks("extend", busy, "ll<Enter>D");
    looks("finish", busy, "ll<Enter>f");
    looks("follow_up", busy, "lll<Enter>F");
    looks("notice", busy, "ll<Enter>N");
    looks("agenda", busy, "l<Enter>p<Enter>");
    looks("convene", busy, "l<Enter>p<Down><Enter>");
}

#[test]
fn other_dialogs() {
    looks("pick_meeting", busy, "l<Enter>p");
    looks("help_board", busy, "?");
    looks("help_matter", busy, "ll<Enter>?");
    looks("ask_discard", busy, "nThe lamp at the gate<Esc>");
    looks("refused", busy, "<Enter>f");
}

#[test]
fn too_small_a_terminal() {
    for (lang, code) in LANGS {
        let mut hand = Hand::before(busy(lang), lang, (50, 10));
        assert_snapshot!(format!("too_small_{code}"), hand.frame());
    }
}
