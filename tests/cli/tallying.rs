//! The vote calculator: what it is fed, what it answers, and what it refuses to count.

use serde_json::{Value, json};

use super::kit::Desk;

const FUND: &str = r#"{"rule":"owners/use_fund",
    "all":{"heads":51,"area":"4079.00"},
    "took_part":{"heads":40,"area":"3271.90"},
    "for":{"heads":39,"area":"3177.00"}}"#;

fn counted(figures: &str) -> Value {
    let answer = Desk::bare().feed(["tally", "--json"], figures).expect(0);
    serde_json::from_str(&answer.out).unwrap()
}

#[test]
fn an_owners_vote_is_answered_with_its_arithmetic() {
    let answer = counted(FUND);
    assert_eq!(answer["verdict"], "passed");
    assert_eq!(answer["source"], "民法典第278条");
    assert_eq!(answer["missing"], json!([]));
    let expected = [
        ("participation_heads", "40", "51", ">=", "2/3", "34"),
        ("participation_area", "3271.90", "4079.00", ">=", "2/3", "2719.34"),
        ("approval_heads", "39", "40", ">", "1/2", "21"),
        ("approval_area", "3177.00", "3271.90", ">", "1/2", "1635.96"),
    ];
    for (test, (name, numerator, denominator, comparison, threshold, needs)) in
        answer["tests"].as_array().unwrap().iter().zip(expected)
    {
        let by_hand = json!({ "name": name, "numerator": numerator, "denominator": denominator,
            "comparison": comparison, "threshold": threshold, "met": true, "needs": needs,
            "short": if name.ends_with("area") { "0.00" } else { "0" } });
        for (key, value) in by_hand.as_object().unwrap() {
            assert_eq!(test[key], *value, "{name} {key}");
        }
    }
    assert_eq!(answer["silent"]["taken"], "not_counted");
    assert_eq!(answer["silent"]["hangs_on_it"], false);
}

#[test]
fn a_head_count_is_answered_with_its_arithmetic() {
    let answer =
        counted(r#"{"rule":"council/majority_present","members":15,"present":9,"for":5,"against":3,"abstain":1}"#);
    assert_eq!(answer["verdict"], "passed");
    let names: Vec<_> = answer["tests"].as_array().unwrap().iter().map(|test| test["name"].clone()).collect();
    assert_eq!(names, ["attendance", "approval"]);
    // More than half of 15 are 8, of 9 they are 5.
    assert_eq!((&answer["tests"][0]["needs"], &answer["tests"][1]["needs"]), (&json!("8"), &json!("5")));
}

#[test]
fn what_is_missing_is_named_and_hangs_only_on_what_it_can_change() {
    // 34 of 51 are needed and 20 were for: whether enough took part cannot be known.
    let answer = counted(
        r#"{"rule":"owners/use_fund","all":{"heads":51,"area":"4079.00"},"took_part":{"area":"3271.90"},
            "for":{"heads":20,"area":"3177.00"}}"#,
    );
    assert_eq!(answer["verdict"], "cannot_be_confirmed");
    assert_eq!(answer["missing"], json!(["took_part.heads"]));
    assert_eq!((&answer["tests"][0]["met"], &answer["tests"][0]["needs"]), (&Value::Null, &json!("34")));
    // Half of the area that took part is not more than half, however many heads there were.
    let answer = counted(
        r#"{"rule":"owners/use_fund","all":{"heads":51,"area":"4079.00"},"took_part":{"area":"3271.90"},
            "for":{"area":"1635.95"}}"#,
    );
    assert_eq!(answer["verdict"], "not_passed");
    assert_eq!(answer["missing"], json!(["took_part.heads", "for.heads"]));
    let answer = counted(r#"{"rule":"party/four-deliberations","present":20,"for":15}"#);
    assert_eq!((&answer["verdict"], &answer["missing"]), (&json!("cannot_be_confirmed"), &json!(["expected"])));
}

#[test]
fn sums_that_cannot_be_right_are_shown() {
    let answer = counted(r#"{"rule":"committee/beijing","members":9,"present":7,"for":5,"against":2,"abstain":1}"#);
    assert_eq!(answer["verdict"], "contradictory");
    assert_eq!(answer["contradiction"]["made"], "8");
    assert_eq!(answer["contradiction"]["stated"], "7");
    let shown = Desk::bare().feed(
        ["tally", "--lang", "zh"],
        r#"{"rule":"committee/beijing","members":9,"present":7,"for":5,"against":2,"abstain":1}"#,
    );
    assert!(shown.expect(0).out.contains("同意 5 + 反对 2 + 弃权 1 = 8，而到会是 7"));
}

#[test]
fn the_rule_can_be_named_outside_and_the_figures_stand_in_a_file() {
    let desk = Desk::bare();
    let file = desk.root.path().join("figures.json");
    std::fs::write(&file, FUND).unwrap();
    let old: Value = desk.json(["tally", "--rule", "owners-2007/use_fund", file.to_str().unwrap(), "--json"]);
    // 39 of 51 is over two thirds of all; the old rule asked no more.
    assert_eq!((&old["verdict"], &old["superseded"]), (&json!("passed"), &json!(true)));
    let text = desk.run(["tally", file.to_str().unwrap()]).expect(0).out;
    assert!(text.contains("heads taking part: 40 / 51 (all owners) ≥ 2/3, needs 34: met"), "{text}");
    assert!(text.contains("Verdict: passed"), "{text}");
    desk.run(["tally", "nowhere.json"]).expect(2);
}

#[test]
fn every_rule_is_listed_with_its_source() {
    let desk = Desk::bare();
    let names =
        |list: &Value| list["rules"].as_array().unwrap().iter().map(|rule| rule["name"].clone()).collect::<Vec<_>>();
    let listed = names(&desk.json(["tally", "--rules", "--json"]));
    assert!(listed.contains(&json!("owners/use_fund")) && listed.contains(&json!("assembly/residents-2018")));
    let text = desk.run(["tally", "--rules", "--lang", "zh"]).expect(0).out;
    assert!(listed.iter().all(|name| text.contains(name.as_str().unwrap())), "{text}");
    assert!(text.contains("民法典第278条") && text.contains("已于 2026-01-01 被取代"), "{text}");
}

#[test]
fn what_is_no_figure_is_refused_by_name() {
    let owners = |figures: &str| format!(r#"{{"rule":"owners/use_fund",{figures}}}"#);
    let council = |figures: &str| format!(r#"{{"rule":"council/plurality",{figures}}}"#);
    for (input, field) in [
        (owners(r#""all":{"heads":51,"area":"4079.001"}"#), "all.area"),
        (owners(r#""all":{"heads":51,"area":4079.0}"#), "all.area"),
        (owners(r#""all":{"heads":51,"area":"-1.00"}"#), "all.area"),
        (owners(r#""all":{"heads":51,"area":"1e3"}"#), "all.area"),
        (owners(r#""all":{"heads":51,"area":"99999999999999999999"}"#), "all.area"),
        (owners(r#""all":{"heads":51.0}"#), "all.heads"),
        (owners(r#""all":{"heads":51,"heads":52}"#), "all.heads"),
        (owners(r#""all":{"head":51}"#), "all.head"),
        (owners(r#""all":51"#), "all"),
        (owners(r#""members":51"#), "members"),
        (owners(r#""silent":"perhaps""#), "silent"),
        (council(r#""for":-1"#), "for"),
        (council(r#""for":5.5"#), "for"),
        (council(r#""for":"5""#), "for"),
        (council(r#""for":99999999999999999999"#), "for"),
        (council(r#""for":9223372036854775808"#), "for"),
        (council(r#""for":true"#), "for"),
        (council(r#""for":[5]"#), "for"),
        (council(r#""for":5,"for":5"#), "for"),
        (council(r#""votes":5"#), "votes"),
        (council(r#""silent":"not_counted""#), "silent"),
        (r#"{"for":5}"#.to_owned(), "rule"),
        (r#"{"rule":null}"#.to_owned(), "rule"),
        (r#"{"rule":"owners/fly"}"#.to_owned(), "rule"),
    ] {
        let answer = Desk::bare().feed(["tally"], &input).expect(2);
        assert!(answer.out.is_empty() && answer.err.contains(&format!("field {field}")), "{input}: {answer:?}");
    }
    for input in ["", "[]", "5", "{", r#"{"rule":"council/plurality","for":NaN}"#, "{} {}"] {
        let answer = Desk::bare().feed(["tally"], input).expect(2);
        assert!(answer.out.is_empty() && !answer.err.is_empty(), "{input}");
    }
}

#[test]
fn huge_figures_are_counted_exactly_and_null_is_not_known() {
    let half = i64::MAX / 2;
    let figures = format!(r#"{{"rule":"council/plurality","for":{},"against":{half}}}"#, half + 1);
    assert_eq!(counted(&figures)["verdict"], "passed");
    assert_eq!(counted(r#"{"rule":"council/plurality","for":null,"against":0}"#)["missing"], json!(["for"]));
    let area = r#""area":"92233720368547758.07""#;
    let all = format!(
        r#"{{"rule":"owners/raise_fund","all":{{"heads":9223372036854775807,{area}}},
        "took_part":{{"heads":9223372036854775807,{area}}},"for":{{"heads":9223372036854775807,{area}}}}}"#
    );
    assert_eq!(counted(&all)["verdict"], "passed");
}

#[test]
fn a_vote_in_a_meeting_is_shown_with_its_arithmetic() {
    let desk = Desk::new();
    let lines = r#"{"do":"add_person","name":"马志刚","body":"residents"}
{"do":"add_person","name":"高秀英","body":"residents"}
{"do":"convene_meeting","kind":"bench","title":"板凳会","at":"2026-11-23T09:00:00+08:00","invite":["$1","$2"]}
{"do":"place_on_agenda","meeting":"$3","topic":"划停车线"}
{"do":"open_meeting","meeting":"$3"}
{"do":"mark_attendance","meeting":"$3","person":"$1","state":"present"}
{"do":"mark_attendance","meeting":"$3","person":"$2","state":"present"}
{"do":"open_vote","meeting":"$3","item":1,"rule":"council/majority_present","question":"划线"}
{"do":"cast_votes","meeting":"$3","person":"$1","choice":"for"}
"#;
    let answers = desk.done(lines);
    assert_eq!(answers[7]["id"], "2026-A-V001");
    let open = desk.json(["show", "V1", "--json"]);
    assert_eq!((&open["open"], &open["verdict"], &open["certain"]), (&json!(true), &Value::Null, &Value::Null));
    assert_eq!(open["not_voted"], json!(["A-P002"]));
    let text = desk.run(["show", "V1"]).expect(0).out;
    assert!(text.contains("高秀英") && text.contains("Not voted yet"), "{text}");
    let closed = desk.done(
        r#"{"do":"cast_votes","meeting":"M1","person":"P2","choice":"against"}
{"do":"close_vote","meeting":"M1"}
"#,
    );
    assert_eq!((&closed[1]["verdict"], &closed[1]["events"]), (&json!("not_passed"), &json!(["vote_closed"])));
    // One of two is exactly half, and more than half is asked.
    let half = &desk.json(["show", "V1", "--json"])["arithmetic"]["tests"][1];
    assert_eq!((&half["numerator"], &half["denominator"], &half["met"]), (&json!("1"), &json!("2"), &json!(false)));
    assert_eq!(desk.json(["show", "M1", "--json"])["votes"], json!(["2026-A-V001"]));
    let meeting = desk.run(["show", "M1", "--lang", "zh"]).expect(0).out;
    assert!(meeting.contains("划线 · 未通过") && meeting.contains("同意：1 / 2（到会或委托）＞ 1/2"), "{meeting}");
}
