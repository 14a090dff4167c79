//! Finding, from outside: every filter in both languages, how they join, numbers, and an index that keeps up.

use std::sync::LazyLock;

use mazha::council::Setting;
use mazha::domain::entry::Instant;
use mazha::domain::register::Register;
use mazha::find::{Field, Hit, Index, Kind, Query};
use mazha::sample;

use crate::stories::bench::{Laptop, instant, json};

/// A council with a little of everything, some of it late.
static COUNCIL: LazyLock<Laptop> = LazyLock::new(|| {
    let mut council = Laptop::founded();
    council.does_all([
        json!({"do": "add_person", "name": "马志刚", "body": "property_company", "phone": "13800000107"}),
        json!({"do": "add_person", "name": "曾丽", "body": "residents_committee", "role": "网格员"}),
        json!({"do": "raise_matter", "title": "东门停车难", "channel": "wechat", "raised_by": "李秀英", "place": "3号楼",
            "category": "PK01"}),
        json!({"do": "raise_matter", "title": "重阳节敬老活动", "channel": "hotline", "raised_by": "王阿姨",
            "place": "13号楼"}),
        json!({"do": "raise_matter", "title": "停車棚漏雨", "channel": "wechat", "category": "PK", "place": "地下车库"}),
        json!({"do": "raise_matter", "title": "fire lane 消防通道被占", "channel": "visit", "category": "LF03",
            "detail": "有人在东门给ＥＶ充电", "raised_by": "李大山"}),
        json!({"do": "raise_matter", "title": "与A12同一件事", "channel": "letter", "detail": "lane fire"}),
        json!({"do": "accept_matter", "matter": "A1", "route": "immediate"}),
        json!({"do": "assign_task", "matter": "A1", "lead": "property_company", "text": "划线", "due": "2026-03-10"}),
        json!({"do": "decline_matter", "matter": "A3", "reason": "不属于本社区"}),
        json!({"do": "accept_matter", "matter": "A4", "route": "fast", "due": "2026-05-01"}),
        json!({"do": "assign_task", "matter": "A4", "lead": "residents_committee", "text": "清理杂物", "due": "2026-05-01"}),
        json!({"do": "report_progress", "task": "T2", "text": "等配件", "waits_for": "厂家配件"}),
        json!({"do": "convene_meeting", "kind": "bench", "title": "停车协商", "at": "2026-03-02T09:00:00+08:00",
            "place": "议事亭", "invite": ["P1"]}),
        json!({"do": "open_meeting", "meeting": "M1"}),
        json!({"do": "note", "meeting": "M1", "kind": "remark", "text": "愿意先划线", "speaker": "P1"}),
        json!({"do": "post_notice", "about": "A1", "kind": "result", "days": 5, "where": "东门公告栏"}),
    ]);
    for n in 6..=12 {
        council.does(json!({"do": "raise_matter", "title": format!("楼道灯之{n}"), "channel": "patrol"}));
    }
    council.at("2026-03-12T09:00:00+08:00");
    council
});

fn hits(query: &str) -> Vec<Hit> {
    let register = &COUNCIL.register;
    Index::new(register).find(&Query::parse(query), register, COUNCIL.now)
}

/// The numbers of everything found, best first.
fn all(query: &str) -> Vec<String> {
    hits(query).into_iter().map(|hit| COUNCIL.register.id(hit.what)).collect()
}

/// The short numbers of the matters found, in their own order.
fn matters(query: &str) -> Vec<String> {
    let matters = hits(query).into_iter().filter(|hit| hit.kind == Kind::Matter);
    let mut found: Vec<String> =
        matters.map(|hit| COUNCIL.register.id(hit.what).trim_start_matches("2026-").to_owned()).collect();
    found.sort();
    found
}

#[track_caller]
fn same(queries: &[&str], expected: &[&str]) {
    for query in queries {
        assert_eq!(matters(query), expected, "{query}");
    }
}

#[test]
fn words_are_found_however_they_are_typed() {
    same(&["停车难", "tcn", "tingchenan", "停c难", "停車難", "东门 停车", "停车　东门", "ｔｃｎ"], &["A001"]);
    same(&["chongyang", "cyj", "重阳"], &["A002"]);
    same(&["停车棚", "停車棚", "tcp"], &["A003"]);
    same(&["EV", "ｅｖ", "ev充电"], &["A004"]);
    assert_eq!(all("zengli"), ["A-P002"]);
    assert_eq!(all("0107"), ["A-P001"]);
    assert_eq!(
        all("划线"),
        ["2026-A-T001", "2026-A-K001"],
        "equal words: the earlier in the text, then what is open, then the newest"
    );
}

#[test]
fn quoted_words_stand_together_and_are_no_filters() {
    same(&["fire lane", "lane fire"], &["A004", "A005"]);
    same(&["\"fire lane\"", "“fire lane”", "「fire lane", "＂ＦＩＲＥ lane＂"], &["A004"]);
    same(&["\"逾期\"", "\"open\"", "\"stage:act\""], &[]);
}

#[test]
fn what_is_left_out_is_not_found() {
    same(&["停车 －棚 -难 -xyz"], &[]);
    same(&["停车 -东门", "停车棚 -东门", "stage:closed -东门"], &["A003"]);
    same(&["lane -\"fire lane\""], &["A005"]);
    same(&["category:PK -stage:closed", "类别:PK -已结", "停车 -is:declined -mazhi"], &["A001"]);
}

#[test]
fn the_step_of_a_matter() {
    same(
        &["stage:act", "stage:办事", "阶段:办事", "阶段：办", "階段:辦事", "stage:banshi", "STAGE:Act"],
        &["A001", "A004"],
    );
    same(&["stage:closed", "阶段:已结", "closed", "已结", "is:closed", "is:declined", "状态:不予受理"], &["A003"]);
    same(&["stage:evaluate", "阶段:评事"], &[]);
}

#[test]
fn who_answers_for_it() {
    let property =
        ["lead:物业", "牵头:物业", "牽頭：物業", "lead:property_company", "lead:wuye", "单位:\"property company\""];
    same(&property, &["A001"]);
    same(&["lead:居民委员会", "牵头:jmwyh"], &["A004"]);
    let people = Query::parse("单位:物业").only(Kind::Person);
    let found = Index::new(&COUNCIL.register).find(&people, &COUNCIL.register, COUNCIL.now);
    assert_eq!(found.len(), 1);
    assert_eq!(COUNCIL.register.id(found[0].what), "A-P001");
}

#[test]
fn where_it_is() {
    same(&["place:3号楼", "地点:3号楼", "地点：３號樓", "place:3hl"], &["A001"]);
    same(&["place:13号楼"], &["A002"]);
    same(&["place:号楼"], &["A001", "A002"]);
    assert_eq!(all("place:议事亭"), ["2026-A-M01"]);
    assert_eq!(all("地点:公告栏"), ["2026-A-N001"]);
}

#[test]
fn what_category_it_is_of() {
    same(&["category:PK", "类别:pk", "類別:停车", "category:parking"], &["A001", "A003"]);
    same(&["category:PK01", "类别:车位不足"], &["A001"]);
    same(&["category:PK99", "category:ZZ"], &[]);
}

#[test]
fn how_it_came_and_from_whom() {
    same(&["channel:wechat", "渠道:微信", "渠道:微信群", "渠道:wx"], &["A001", "A003"]);
    same(&["channel:letter", "渠道：来函"], &["A005"]);
    same(&["by:李", "提出人:李", "反映人：li"], &["A001", "A004"]);
    same(&["by:李 -停车", "by:李大山"], &["A004"]);
    assert_eq!(all("by:马志刚"), ["2026-A-K001"], "what somebody said");
}

#[test]
fn where_it_stands() {
    same(&["is:blocked", "is:受阻", "状态:受阻", "受阻", "blocked"], &["A004"]);
    same(&["overdue", "逾期", "is:overdue", "状态:逾期"], &["A001"]);
    same(&["open -楼道灯", "未结 -楼道灯"], &["A001", "A002", "A004", "A005"]);
    assert_eq!(all("逾期 划线"), ["2026-A-T001"]);
    assert_eq!(all("is:进行中"), ["2026-A-M01"]);
}

#[test]
fn a_task_answers_for_its_matter() {
    let register = &COUNCIL.register;
    let index = Index::of_kind(Kind::Task, register);
    for (query, expected) in [
        ("category:PK", "2026-A-T001"),
        ("by:李秀英", "2026-A-T001"),
        ("place:3号楼 overdue", "2026-A-T001"),
        ("channel:visit", "2026-A-T002"),
        ("厂家", "2026-A-T002"),
    ] {
        let found = index.find(&Query::parse(query).only(Kind::Task), register, COUNCIL.now);
        assert_eq!(found.iter().map(|hit| register.id(hit.what)).collect::<Vec<_>>(), [expected], "{query}");
    }
}

#[test]
fn filters_and_words_compose() {
    same(&["stage:act lead:物业 停车 逾期 渠道:微信 place:3号楼 by:李 类别:PK"], &["A001"]);
    same(&["stage:act lead:物业 停车 逾期 渠道:微信 place:13号楼"], &[]);
}

#[test]
fn a_number_finds_its_thing_first() {
    for (query, expected) in [
        ("A12", "2026-A012"),
        ("a12", "2026-A012"),
        ("Ａ１２", "2026-A012"),
        ("2026-A012", "2026-A012"),
        ("12", "2026-A012"),
        ("T2", "2026-A-T002"),
        ("M1", "2026-A-M01"),
        ("A-P001", "A-P001"),
        ("B3", "A-B03"),
        ("K1", "2026-A-K001"),
        ("N1", "2026-A-N001"),
    ] {
        assert_eq!(all(query).first().map(String::as_str), Some(expected), "{query}");
    }
    assert_eq!(all("A12")[1], "2026-A005", "what only speaks of it comes after");
}

#[test]
fn what_is_no_filter_is_text_and_what_is_half_typed_asks_nothing() {
    same(&["nothing:here", "http://x", "阶级:办事", "-zzz zzz"], &[]);
    assert_eq!(hits("stage:").len(), hits("").len());
    assert_eq!(hits("停车 stage:").len(), hits("停车").len());
    assert!(Query::parse("  　").is_empty());
    assert!(hits("-").is_empty());
    for odd in ["\"", "-\"", "：", ":::", "--", "- -", "is:-", "“", "a\"b", "stage:\"", "-stage:"] {
        let _ = hits(odd);
    }
}

#[test]
fn titles_come_before_all_else_and_hits_say_where_they_were_found() {
    let found: Vec<_> = hits("东门").into_iter().map(|hit| (COUNCIL.register.id(hit.what), hit.in_field)).collect();
    let expected = [("2026-A001", Field::Title), ("2026-A-N001", Field::Title), ("2026-A004", Field::Detail)];
    assert_eq!(found, expected.map(|(id, field)| (id.to_owned(), Some(field))));
    assert_eq!(hits("逾期")[0].in_field, None);
    assert_eq!(hits("停车 李秀英")[0].in_field, Some(Field::By));
}

#[test]
fn what_was_typed_is_lit_in_any_text() {
    let lit = |query: &str, text: &'static str| -> Vec<&'static str> {
        Query::parse(query).ranges_in(text).into_iter().map(|range| &text[range]).collect()
    };
    assert_eq!(lit("tc 东门", "东门停车难"), ["东门停车"]);
    assert_eq!(lit("tc stage:act -难 李", "东门停车难"), ["停车"]);
    assert_eq!(lit("\"fire lane\"", "a fire lane"), ["fire lane"]);
    assert!(lit("stage:act", "act").is_empty());
}

#[test]
fn an_index_keeps_up_with_what_is_done_and_taken_back() {
    let mut council = Laptop::founded();
    let mut index = Index::new(&council.register);
    let find = |index: &Index, council: &Laptop, query: &str| {
        let hits = index.find(&Query::parse(query), &council.register, council.now);
        hits.into_iter().map(|hit| council.register.id(hit.what)).collect::<Vec<_>>()
    };
    let matter = council.accepted("immediate");
    index.update(&council.register);
    assert_eq!(find(&index, &council, "路灯"), ["2026-A001"]);
    council.task_for(&matter);
    council.does(json!({"do": "post_notice", "about": "A1", "kind": "result", "days": 5}));
    index.update(&council.register);
    assert_eq!(find(&index, &council, "lead:物业"), ["2026-A001", "2026-A-T001"]);
    council.does(json!({"do": "change_matter", "matter": matter, "title": "西门积水"}));
    council.does(json!({"do": "change_body", "body": "B3", "name": "安居公司"}));
    index.update(&council.register);
    let both = ["2026-A001", "2026-A-N001"];
    assert_eq!(find(&index, &council, "积水"), both, "a notice goes by the title of its matter");
    assert_eq!(find(&index, &council, "lead:anju").len(), 2);
    council.does_all([json!({"do": "undo"}), json!({"do": "undo"})]);
    index.update(&council.register);
    assert_eq!(find(&index, &council, "路灯"), both);
    assert_eq!(find(&index, &council, "积水").len() + find(&index, &council, "lead:anju").len(), 0);
    council.does_all([json!({"do": "redo"}), json!({"do": "redo"})]);
    index.update(&council.register);
    assert_eq!(find(&index, &council, "积水").len() + find(&index, &council, "lead:anju").len(), 4);
}

#[test]
fn an_index_brought_up_act_by_act_is_the_index_of_the_whole() {
    let now: Instant = instant("2026-11-23T09:00:00+08:00");
    let setting = Setting::of(std::path::Path::new("."));
    let entries = sample::entries(now, &setting).unwrap();
    let mut register = Register::default();
    let mut index = Index::new(&register);
    for chunk in entries.chunks(7) {
        register.add(chunk.to_vec());
        index.update(&register);
    }
    let whole = Index::new(&register);
    for query in ["", "停车", "tc", "物业", "overdue", "is:blocked", "lead:物业 -stage:closed", "A1", "受阻"] {
        let query = Query::parse(query);
        assert_eq!(index.find(&query, &register, now), whole.find(&query, &register, now), "{query:?}");
    }
    assert!(!whole.find(&Query::parse("停车"), &register, now).is_empty());
}

#[test]
fn an_index_gathered_bit_by_bit_while_acts_come_in_is_the_index_of_the_whole() {
    let now: Instant = instant("2026-11-23T09:00:00+08:00");
    let setting = Setting::of(std::path::Path::new("."));
    let entries = sample::entries(now, &setting).unwrap();
    let (late, rest) = entries.split_at(40);
    let (before, after) = rest.split_at(rest.len() / 2);
    let mut register = Register::fold(before.to_vec());
    let mut index = Index::begun(&register);
    assert!(!index.is_whole());
    assert!(index.find(&Query::parse("停车"), &register, now).is_empty());
    for chunk in after.chunks(50) {
        index.gather(&register, 30);
        register.add(chunk.to_vec());
        index.update(&register);
    }
    // Acts that come before all the others make it begin again.
    register.add(late.to_vec());
    index.update(&register);
    while !index.is_whole() {
        index.gather(&register, 30);
    }
    let whole = Index::new(&register);
    for query in ["", "停车", "物业", "overdue", "lead:物业 -stage:closed", "A1"] {
        let query = Query::parse(query);
        assert_eq!(index.find(&query, &register, now), whole.find(&query, &register, now), "{query:?}");
    }
    assert!(!whole.find(&Query::parse("停车"), &register, now).is_empty());
}
