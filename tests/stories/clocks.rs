//! The clocks that run: from when it can be voted, until when ballots are taken, by when a result is posted and an
//! objection answered, and until when a decision can be challenged.

use mazha::domain::attention::Attention;
use mazha::domain::period::periods;
use mazha::domain::register::Thing;
use mazha::text::{EN, ZH};
use serde_json::Value;

use super::bench::{Laptop, json};

/// An owners' assembly called on Monday 2 March 2026 for the 17th, with three units on the register.
fn assembly() -> Laptop {
    let mut council = Laptop::founded();
    for room in ["101", "102", "103"] {
        council.does(json!({"do": "add_unit", "building": "1", "room": room, "area": "90.00"}));
    }
    council.does(json!({"do": "convene_meeting", "kind": "owners_assembly", "title": "业主大会",
        "at": "2026-03-17T19:00:00+08:00", "invite": []}));
    council.does(json!({"do": "place_on_agenda", "meeting": "M1", "topic": "使用维修资金"}));
    council
}

/// The vote is opened, and two of three owners are for it.
fn votes(council: &mut Laptop) {
    council.does(json!({"do": "open_meeting", "meeting": "M1"}));
    council
        .does(json!({"do": "open_vote", "meeting": "M1", "item": 1, "rule": "owners/use_fund", "question": "维修屋顶",
        "until": "2026-03-20"}));
    for unit in ["U1", "U2"] {
        council.does(json!({"do": "cast_votes", "meeting": "M1", "unit": unit, "choice": "for"}));
    }
}

fn closes() -> Value {
    json!({"do": "close_vote", "meeting": "M1"})
}

/// The clocks of the meeting: what, the day, and whether it is done.
fn clocks(council: &Laptop) -> Vec<(&'static str, String, bool)> {
    let periods = periods(&council.register, Thing::Meeting(council.meeting("M1")));
    periods.into_iter().map(|period| (period.kind.code(), period.day.to_string(), period.done)).collect()
}

fn told(council: &Laptop, text: mazha::text::Text) -> Vec<String> {
    let periods = periods(&council.register, Thing::Meeting(council.meeting("M1")));
    periods.iter().map(|period| text.period(period, &council.register, council.now)).collect()
}

#[test]
fn owners_are_told_fifteen_days_before_they_vote() {
    let mut council = assembly();
    // Called on the 2nd: 2 + 15 is the 17th.
    assert_eq!(clocks(&council), [("vote_from", "2026-03-17".to_owned(), false)]);
    // Its topics were posted two days later, so it can be voted two days later, and they are locked.
    council.at("2026-03-04T09:00:00+08:00");
    council.does(json!({"do": "post_notice", "about": "M1", "kind": "agenda", "days": 10}));
    assert_eq!(
        clocks(&council)[..2],
        [("vote_from", "2026-03-19".to_owned(), false), ("agenda_locked", "2026-03-04".to_owned(), true)]
    );
    assert!(told(&council, ZH)[0].ends_with("还有 15 天"), "{:?}", told(&council, ZH));
    assert!(told(&council, EN)[0].starts_with("can be voted from"), "{:?}", told(&council, EN));
}

#[test]
fn a_decision_is_posted_within_three_days_and_can_be_challenged_for_a_year() {
    let mut council = assembly();
    votes(&mut council);
    council.at("2026-03-21T09:00:00+08:00");
    let closed = council.does(closes());
    // Saturday 21 March and three days is Tuesday the 24th. A year later is Sunday 21 March 2027, so Monday the 22nd; the
    // holidays of 2027 are not known.
    assert_eq!(closed.facts[0]["post_by"], json!({"date": "2026-03-24"}));
    assert_eq!(closed.facts[0]["challenge_until"], json!({"date": "2027-03-22", "missing_years": [2027]}));
    let due = |council: &Laptop| Attention::at(&council.register, council.now).to_post;
    assert_eq!(due(&council), [council.vote("V1").key]);
    assert!(told(&council, ZH).iter().any(|line| line.contains("须在") && line.contains("还有 3 天")));
    council.at("2026-03-26T09:00:00+08:00");
    assert!(
        told(&council, EN).iter().any(|line| line.starts_with("post the result") && line.contains("2 days overdue"))
    );
    // Posted on Thursday the 26th: owners should know from then on, and the year runs to Friday 26 March 2027.
    let posted = council.does(json!({"do": "post_notice", "about": "V1", "kind": "result", "days": 7}));
    assert_eq!(posted.facts[0]["challenge_until"]["date"], "2027-03-26");
    assert!(due(&council).is_empty());
    let shown = clocks(&council);
    assert!(shown.contains(&("post_by", "2026-03-24".to_owned(), true)), "{shown:?}");
    assert!(shown.contains(&("challenge", "2027-03-26".to_owned(), false)), "{shown:?}");
    // 26 March and seven days is Thursday 2 April.
    assert!(shown.contains(&("posted", "2026-04-02".to_owned(), false)), "{shown:?}");
    assert!(told(&council, EN).iter().any(|line| line.contains("Civil Code art. 280") && line.contains("provisional")));
}

#[test]
fn a_vote_that_ends_asks_to_be_closed() {
    let mut council = assembly();
    votes(&mut council);
    let ending = |council: &Laptop| Attention::at(&council.register, council.now).ballots_ending;
    // Near means two days by the standard rules.
    assert!(ending(council.at("2026-03-17T09:00:00+08:00")).is_empty());
    assert_eq!(ending(council.at("2026-03-18T09:00:00+08:00")).len(), 1);
    assert_eq!(ending(council.at("2026-03-25T09:00:00+08:00")).len(), 1);
    council.does(closes());
    assert!(ending(&council).is_empty());
}

#[test]
fn a_notice_of_a_vote_hangs_with_its_matter_or_its_meeting_and_waits_for_its_end() {
    let mut council = assembly();
    votes(&mut council);
    let posts = json!({"do": "post_notice", "about": "V1", "kind": "result", "days": 7});
    assert_eq!(council.refuses(posts.clone()), "vote_open");
    council.at("2026-03-21T09:00:00+08:00").does_all([closes(), posts]);
    assert_eq!(council.notice("N1").vote, Some(council.vote("V1").key));
    assert_eq!(council.meeting("M1").notices, [council.notice("N1").key]);
    assert_eq!(council.refuses(json!({"do": "post_notice", "about": "V9", "kind": "result", "days": 7})), "unknown_id");
}

#[test]
fn a_consultation_binds_nobody_and_has_no_such_clock() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    let meeting = council.in_session(&matter);
    council.does_all([
        json!({"do": "take_up", "meeting": meeting, "item": 1}),
        json!({"do": "open_vote", "meeting": "M1", "item": 1, "rule": "council/plurality", "question": "路灯"}),
        json!({"do": "cast_votes", "meeting": "M1", "for": 3, "against": 1, "abstain": 0}),
        closes(),
    ]);
    assert!(clocks(&council).is_empty());
    assert!(council.vote("V1").post_by.is_none() && council.vote("V1").challenge_until.is_none());
}

#[test]
fn an_objection_has_the_days_of_the_rule_set() {
    let mut council = Laptop::founded();
    council.raised();
    council.does(json!({"do": "post_notice", "about": "A1", "kind": "result", "days": 7}));
    let made = council.does(json!({"do": "object_to_notice", "notice": "N1", "by": "钱二", "text": "不同意"}));
    // Monday 2 March and three days is Thursday the 5th.
    assert_eq!(made.facts[0]["answer_by"]["date"], "2026-03-05");
    let clocks = periods(&council.register, Thing::Matter(council.matter("A1")));
    let told: Vec<_> = clocks.iter().map(|period| ZH.period(period, &council.register, council.now)).collect();
    assert!(told.iter().any(|line| line.starts_with("2026-A-O001 须在")), "{told:?}");
}
