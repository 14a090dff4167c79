//! What an owners' vote costs, unit by unit, and how that grows with the estate: run with `cargo bench --bench vote`.
//!
//! Eight times the units should cost a unit and a ballot the same, and the opening and the closing eight times as much.

#![expect(clippy::print_stdout, reason = "run by hand, to be read")]

mod script;

use std::time::{Duration, Instant};

use mazha::domain::register::Register;
use serde_json::{Value, json};

use script::Script;

/// What each step of a vote took: one unit, the opening, one ballot, a look at where it stands, the closing.
struct Cost {
    unit: Duration,
    opening: Duration,
    ballot: Duration,
    short: Duration,
    standing: Duration,
    closing: Duration,
    fold: Duration,
}

fn main() {
    let (small, large) = (2_500, 20_000);
    let (few, many) = (estate(small), estate(large));
    println!("units               {small:>10} {large:>12}");
    for (what, few, many) in [
        ("one unit added", few.unit, many.unit),
        ("opening", few.opening, many.opening),
        ("one ballot", few.ballot, many.ballot),
        ("one by short number", few.short, many.short),
        ("where it stands", few.standing, many.standing),
        ("closing", few.closing, many.closing),
        ("folding it all", few.fold, many.fold),
    ] {
        println!("{what:<20}{few:>10.1?} {many:>12.1?}  x{:.1}", many.as_secs_f64() / few.as_secs_f64());
    }
}

fn estate(units: u32) -> Cost {
    let mut script = Script::founded();
    let unit = timed(units, || {
        for n in 0..units {
            script.play(&json!({"do": "add_unit", "building": format!("{}", n / 200 + 1), "stairwell": "1",
                "room": format!("{}", n % 200 + 101), "area": "89.52", "owner": format!("业主{}", n / 2)}));
        }
    });
    assert_eq!(script.register.units().len(), units as usize);
    let meeting = script.play(&json!({"do": "convene_meeting", "kind": "owners_assembly", "title": "业主大会",
        "at": "2016-11-22T19:00:00+08:00", "invite": []}));
    script.play(&json!({"do": "place_on_agenda", "meeting": meeting, "topic": "使用维修资金"}));
    script.play(&json!({"do": "open_meeting", "meeting": meeting}));
    let opens =
        json!({"do": "open_vote", "meeting": meeting, "item": 1, "rule": "owners/use_fund", "question": "维修屋顶"});
    let opening = timed(1, || drop(script.play(&opens)));
    let numbers: Vec<String> = script.register.units().map(|unit| unit.id.clone()).collect();
    let ballot_of = |unit: &str, n: usize| -> Value {
        json!({"do": "cast_votes", "meeting": meeting, "unit": unit, "choice": if n % 8 < 6 { "for" } else { "against" },
            "ballot": format!("{n:05}")})
    };
    let (most, rest) = numbers.split_at(numbers.len() - 100);
    let ballot = timed(u32::try_from(most.len()).unwrap_or(1), || {
        for (n, unit) in most.iter().enumerate() {
            script.play(&ballot_of(unit, n));
        }
    });
    let short = timed(100, || {
        for (n, unit) in (most.len()..).zip(rest) {
            script.play(&ballot_of(unit.rsplit('-').next().unwrap_or_default(), n));
        }
    });
    let vote =
        |register: &Register| register.votes().next().map(|vote| (vote.outlook(), vote.units_not_voted().count()));
    assert_eq!(vote(&script.register).map(|(_, left)| left), Some(0));
    let standing = timed(1, || _ = std::hint::black_box(vote(&script.register)));
    let closing = timed(1, || drop(script.play(&json!({"do": "close_vote", "meeting": meeting}))));
    let entries = script.register.entries().to_vec();
    let fold = timed(1, || drop(std::hint::black_box(Register::fold(entries.clone()))));
    Cost { unit, opening, ballot, short, standing, closing, fold }
}

/// How long one of so many takes.
fn timed(times: u32, run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed() / times.max(1)
}
