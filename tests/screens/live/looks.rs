//! Golden frames of the room, in both languages, at three sizes; and on the smallest screen there is.

use insta::assert_snapshot;
use mazha::text::Lang;

use super::super::kit::Council;
use super::{in_full_swing, in_room, in_session, under_way};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
const LANGS: [(Lang, &str); 2] = [(Lang::Zh, "zh"), (Lang::En, "en")];

fn looks(name: &str, council: fn(Lang) -> Council, script: &str) {
    for (lang, code) in LANGS {
        for size in SIZES {
            let mut hand = in_room(council(lang), lang, size);
            hand.keys(script);
            assert_snapshot!(format!("live_{name}_{code}_{}", size.0), hand.frame());
        }
    }
}

#[test]
fn a_room_where_nothing_was_said() {
    looks("empty", in_session, "");
}

#[test]
fn a_room_in_full_swing() {
    looks("swing", in_full_swing, "*");
}

#[test]
fn a_room_in_recess() {
    looks("paused", in_full_swing, "<F8>1");
}

#[test]
fn signing_in() {
    looks("sign_in", under_way, "<F2>z");
}

#[test]
fn a_line_that_cannot_be_read() {
    looks("refused", under_way, "@nobody hello<Enter>");
}

#[test]
fn what_there_is_to_choose() {
    looks("kinds", under_way, "<F5>");
    looks("letters", in_full_swing, "<Esc>j");
    looks("phrases", under_way, "<C-p>");
}

#[test]
fn what_covers_the_room() {
    looks("over_wall", in_full_swing, "<F9>");
    looks("presence", in_full_swing, "<S-F2>");
    looks("number", under_way, "3");
}

#[test]
fn the_smallest_screen_still_takes_words() {
    let mut hand = in_room(in_full_swing(Lang::Zh), Lang::Zh, (60, 16));
    hand.keys("@zw 还是").keys("要写");
    assert_snapshot!("live_smallest", hand.frame());
}
