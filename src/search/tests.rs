//! What people type, and what they expect to find.

use super::{Haystack, Match, Needle, fold};

fn find(query: &str, text: &str) -> Option<Match> {
    Needle::new(query).find(&Haystack::new(text))
}

/// The matched parts of the text, as a screen would highlight them.
fn lit<'a>(query: &str, text: &'a str) -> Vec<&'a str> {
    let found = find(query, text).unwrap_or_else(|| panic!("{query} is not found in {text}"));
    found.ranges.into_iter().map(|range| &text[range]).collect()
}

fn misses(query: &str, text: &str) {
    assert_eq!(find(query, text), None, "{query} in {text}");
}

const PARKING: &str = "东门外停车难，占用消防通道";

#[test]
fn characters_pinyin_initials_and_mixtures() {
    assert_eq!(lit("停车", PARKING), ["停车"]);
    assert_eq!(lit("tingche", PARKING), ["停车"]);
    assert_eq!(lit("tcn", PARKING), ["停车难"]);
    assert_eq!(lit("tcnan", PARKING), ["停车难"]);
    assert_eq!(lit("停c", PARKING), ["停车"]);
    assert_eq!(lit("t车nan", PARKING), ["停车难"]);
    assert_eq!(lit("xfangtd", PARKING), ["消防通道"]);
}

#[test]
fn nonsense_finds_nothing() {
    misses("zzz", PARKING);
    misses("lese", "垃圾清运不及时");
    misses("停难", PARKING);
    misses("tingnan", PARKING);
    misses("停车场", PARKING);
}

#[test]
fn a_letter_inside_a_syllable_is_not_a_way_to_type_it() {
    misses("ing", "停车");
    misses("tin che", "停电");
    misses("tinche", "停车");
}

#[test]
fn words_must_all_be_found_in_any_order() {
    assert_eq!(lit("ting che", PARKING), ["停车"]);
    assert_eq!(lit("td 停车", PARKING), ["停车", "通道"]);
    assert_eq!(lit("停车　消防", PARKING), ["停车", "消防"]);
    misses("停车 电梯", PARKING);
}

#[test]
fn every_common_reading_of_a_character_is_known() {
    assert_eq!(lit("chongyang", "重阳节敬老"), ["重阳"]);
    assert_eq!(lit("zhongyao", "重要事项"), ["重要"]);
    assert_eq!(lit("chongqing", "重庆路"), ["重庆"]);
    assert_eq!(lit("kuaiji", "会计公示"), ["会计"]);
    assert_eq!(lit("huiyi", "会议纪要"), ["会议"]);
    assert_eq!(lit("tiaojie", "邻里调解"), ["调解"]);
    assert_eq!(lit("zhangaiguo", "长爱国"), ["长爱国"]);
    for (surname, typed) in
        [("单", "shan"), ("曾", "zeng"), ("仇", "qiu"), ("解", "xie"), ("翟", "zhai"), ("查", "zha")]
    {
        assert_eq!(lit(typed, surname), [surname]);
    }
}

#[test]
fn u_with_dots_is_typed_v_or_u() {
    for typed in ["lv", "lu", "lü", "lvhua", "luhua", "lh"] {
        assert!(find(typed, "绿化修剪").is_some(), "{typed}");
    }
    assert_eq!(lit("lvshi", "请律师到场"), ["律师"]);
    assert_eq!(lit("nver", "女儿"), ["女儿"]);
}

#[test]
fn two_letter_initials_are_typed_with_one_letter_or_two() {
    assert_eq!(lit("zs", "中山路"), ["中山"]);
    assert_eq!(lit("zhsh", "中山路"), ["中山"]);
    assert_eq!(lit("zsh", "中山路"), ["中山"]);
    assert_eq!(lit("zhshl", "中山路"), ["中山路"]);
}

#[test]
fn the_last_syllable_may_be_unfinished() {
    assert_eq!(lit("tingch", PARKING), ["停车"]);
    assert_eq!(lit("xiaof", PARKING), ["消防"]);
    assert_eq!(lit("xiaofa", PARKING), ["消防"]);
    misses("xiafang", PARKING);
}

#[test]
fn scripts_widths_and_cases_are_one() {
    assert_eq!(lit("停車難", PARKING), ["停车难"]);
    assert_eq!(lit("沈阳", "瀋陽路"), ["瀋陽"]);
    assert_eq!(lit("tcn", "停車難"), ["停車難"]);
    assert_eq!(lit("EV", "ｅｖ充电桩"), ["ｅｖ"]);
    assert_eq!(lit("ｔｃ", PARKING), ["停车"]);
    assert_eq!(lit("2026-a001", "２０２６-Ａ001"), ["２０２６-Ａ001"]);
    assert_eq!(lit("卫生铺面", "衞生舖面"), ["衞生舖面"]);
}

#[test]
fn ranges_are_bytes_of_the_original_and_keep_graphemes_whole() {
    let found = find("m2", "共120㎡绿地").unwrap();
    assert_eq!(found.ranges[0], 6..9, "共 is 3 bytes, 120 is 3, ㎡ is 3");
    assert_eq!(lit("ca", "Cafe\u{301}"), ["Ca"]);
    assert_eq!(lit("fé", "Cafe\u{301}"), ["fe\u{301}"], "composed in the query, in two parts in the text");
    assert_eq!(lit("xt", "𠮷祥信托"), ["信托"], "a character beyond the first plane has four bytes");
}

#[test]
fn better_matches_score_higher() {
    let score = |query, text| find(query, text).map(|found| found.score);
    assert!(score("停车", "停车难") > score("停车", "东门停车难"), "the earlier one");
    assert!(score("tingche", "停车难") > score("tc", "停车难"), "whole syllables over initials");
    assert!(score("停车", "停车难") > score("tingche", "停车难"), "the characters themselves over syllables");
    assert!(score("zhsh", "中山路") > score("zs", "中山路"), "two letters over one");
}

#[test]
fn the_best_of_several_places_is_lit() {
    assert_eq!(lit("an", "按时安全"), ["按"]);
    assert_eq!(lit("电", "停车与充电"), ["电"]);
    let text = "提出停车";
    assert_eq!(find("tingc", text).unwrap().ranges[0], 6..12);
}

#[test]
fn an_empty_query_matches_everything_and_lights_nothing() {
    for query in ["", " ", "　"] {
        let found = find(query, PARKING).unwrap();
        assert_eq!((found.score, found.ranges.len()), (0, 0));
        assert!(Needle::new(query).is_empty());
    }
    assert_eq!(find("a", ""), None);
}

#[test]
fn a_query_that_can_be_read_in_many_ways_is_still_quick() {
    let text = "儿日".repeat(200);
    assert!(find(&"er".repeat(100), &text).is_some());
    misses(&format!("{}x", "er".repeat(100)), &text);
}

#[test]
fn folding_makes_spellings_equal() {
    assert_eq!(fold("ＡＢ１２ 鄰里糾紛"), "ab12 邻里纠纷");
    assert_eq!(fold("乾隆"), fold("干隆"));
}
