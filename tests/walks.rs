//! Walks: two laptops do whatever comes, exchange what they have whenever it happens, and the record holds.
//!
//! Commands are drawn from the schemas of their fields, with a leaning towards things that exist, so that the walks get
//! far; nonsense is drawn too. Whatever is drawn, the rules answer, and what the fold makes of it is the same everywhere.

mod draw;

use std::collections::BTreeMap;

use mazha::domain::entry::Entry;
use mazha::domain::id::WriterId;
use mazha::domain::meeting::left_over;
use mazha::domain::register::Register;
use mazha::domain::stage::{Stage, Standing};
use proptest::prelude::*;
use serde_json::json;

use super::stories::bench::{Laptop, command};
use draw::Dice;

/// How many commands are drawn before a laptop gives up its turn.
const TRIES: usize = 24;

/// One turn: a laptop does something, or the two meet.
fn turn(laptops: &mut [Laptop; 2], seed: u64) {
    let mut dice = Dice::new(seed);
    let [first, second] = laptops;
    if dice.one_in(8) {
        first.meets(second);
        return;
    }
    let laptop = if dice.one_in(2) { first } else { second };
    laptop.now += chrono::TimeDelta::minutes(i64::from(dice.below(600)));
    ["王书记", "李干事"][dice.below(2) as usize].clone_into(&mut laptop.by);
    for _ in 0..TRIES {
        let command = command(draw::command(laptop, &mut dice));
        let Ok(events) = laptop.decide(&command) else { continue };
        assert!(!events.is_empty(), "an act does something: {command:?}");
        let before = laptop.register.clone();
        let act = laptop.record(command.name(), events);
        assert!(!laptop.register.suspended().contains(&act.id()), "what the rules allow takes effect: {act:?}");
        if !matches!(command.name(), "undo" | "redo") && dice.one_in(6) {
            there_and_back(laptop, &before, &act);
        }
        break;
    }
    consistent(&laptop.register);
}

/// Undo gives back the register that was, redo the one that came of it.
fn there_and_back(laptop: &mut Laptop, before: &Register, act: &Entry) {
    let after = laptop.register.clone();
    if laptop.tries(json!({"do": "undo"})).is_ok() {
        assert!(laptop.register.is_undone(act.id()));
        assert!(same(&laptop.register, before), "undone: {act:?}");
        laptop.does(json!({"do": "redo"}));
        assert!(same(&laptop.register, &after), "done again: {act:?}");
    }
}

/// Whether two registers say the same of everything but the acts themselves and the numbers they gave.
fn same(one: &Register, other: &Register) -> bool {
    one.matters().eq(other.matters())
        && one.tasks().eq(other.tasks())
        && one.meetings().eq(other.meetings())
        && one.notes().eq(other.notes())
        && one.people().eq(other.people())
        && one.bodies().eq(other.bodies())
        && one.votes().eq(other.votes())
        && one.units().eq(other.units())
        && one.notices().eq(other.notices())
        && one.objections().eq(other.objections())
        && one.rules() == other.rules()
        && one.adoptions() == other.adoptions()
        && one.suspended() == other.suspended()
}

/// What holds of every register, whatever was done where.
fn consistent(register: &Register) {
    for matter in register.matters() {
        let id = &matter.id;
        assert_eq!(matter.end.is_some(), matter.stage() == Stage::Closed, "{id}: only what is closed has an end");
        let on_agenda = matches!(matter.standing, Standing::Scheduled | Standing::InDiscussion);
        assert_eq!(matter.agenda.is_some(), on_agenda, "{id}: on an agenda while it is scheduled");
        assert!(!matter.to_tell || matter.stage() == Stage::Closed, "{id}: only an end is to be told");
        assert!(matter.referred_to.is_none() || matter.standing == Standing::Referred, "{id}: referred");
        let open = matter.tasks.iter().filter_map(|task| register.task(*task)).any(|task| task.state.is_open());
        match matter.stage() {
            Stage::Act => {
                let at_work = matches!(matter.standing, Standing::InProgress | Standing::Blocked);
                assert_eq!(open, at_work, "{id}: somebody is at work");
            }
            Stage::Evaluate => assert!(!open, "{id}: work goes on, yet it is evaluated"),
            _ => {}
        }
        for merged in &matter.merged {
            let end = register.matter(*merged).and_then(|merged| merged.end.as_ref());
            assert_eq!(end.and_then(|end| end.into), Some(matter.key), "{id}: what is merged into it ended so");
        }
        if let Some(placed) = matter.agenda {
            let meeting = register.meeting(placed.meeting).unwrap();
            assert_eq!(
                meeting.item(placed.item).and_then(|item| item.matter),
                Some(matter.key),
                "{id}: on that agenda"
            );
            assert!(["planned", "open"].contains(&meeting.state.code()), "{id}: waits for a meeting that is over");
        }
    }
    for meeting in register.meetings() {
        let id = &meeting.id;
        let numbers: std::collections::BTreeSet<u32> = meeting.agenda.iter().map(|item| item.number).collect();
        assert_eq!(numbers.len(), meeting.agenda.len(), "{id}: no two items with one number");
        let mut outlined: Vec<u32> = meeting.outline().iter().map(|placed| placed.item.number).collect();
        outlined.sort_unstable();
        let mut listed: Vec<u32> = meeting.items().map(|item| item.number).collect();
        listed.sort_unstable();
        assert_eq!(outlined, listed, "{id}: every item is in the outline, once");
        let open = meeting.state.code() == "open";
        assert!(open || (meeting.paused.is_none() && meeting.floor.hands.is_empty()), "{id}: over, yet it goes on");
        let speaking = meeting.floor.turns.iter().filter(|turn| turn.until.is_none()).count();
        assert!(speaking <= usize::from(open), "{id}: one speaks at a time, in a meeting");
        let rule = register.rules().meeting(meeting.kind).speaking.unwrap_or_default();
        assert_eq!(meeting.queue(register, &rule).len(), meeting.floor.hands.len(), "{id}: every hand is in the queue");
        let now = meeting.adjourned_at.unwrap_or(meeting.at);
        assert!(
            meeting.turned(register).iter().all(|turned| Some(turned.at) >= meeting.opened_at),
            "{id}: gained in session"
        );
        assert_eq!(meeting.plan(register.rules(), now).slots.len(), listed.len(), "{id}: every item has its time");
        let cancelled = meeting.state.code() == "cancelled";
        assert!(!cancelled || meeting.checklist(register, now).is_empty(), "{id}: nothing is asked of it");
        let left = left_over(register, meeting);
        assert!(left.iter().all(|item| item.matter.is_some() != item.topic.is_some()), "{id}: a matter or a topic");
        let used: chrono::TimeDelta = meeting.used(now).values().sum();
        assert!(used <= meeting.sat(now), "{id}: items take no more than the whole");
        if let Some(current) = meeting.current {
            assert!(
                meeting.state.code() == "open" && meeting.item(current).is_some(),
                "{id}: what is under discussion"
            );
        }
    }
}

/// The entry as a line of JSON.
fn line(entry: &Entry) -> String {
    json!({"v": entry.v, "w": entry.w, "n": entry.n, "c": entry.c, "ts": entry.ts.to_rfc3339(), "by": entry.by,
        "act": entry.act, "events": entry.events})
    .to_string()
}

fn walked(seeds: &[u64]) -> [Laptop; 2] {
    let first = Laptop::founded();
    let second = first.second("bbbbbb", "李干事");
    let mut laptops = [first, second];
    for seed in seeds {
        turn(&mut laptops, *seed);
    }
    let [first, second] = &mut laptops;
    first.meets(second);
    laptops
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, max_shrink_iters: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_the_record_holds(seeds in prop::collection::vec(any::<u64>(), 20..100), shuffle in any::<u64>()) {
        let [laptop, _] = walked(&seeds);
        let register = &laptop.register;
        consistent(register);
        let entries = register.entries();

        let mut shuffled: Vec<Entry> = entries.iter().chain(entries).cloned().collect();
        Dice::new(shuffle).shuffle(&mut shuffled);
        prop_assert_eq!(&Register::fold(shuffled.clone()), register, "shuffled and doubled");
        let mut grown = Register::default();
        for entry in shuffled {
            grown.add(vec![entry]);
        }
        prop_assert_eq!(&grown, register, "one at a time, in any order");

        for entry in entries {
            let read: Entry = serde_json::from_str(&line(entry)).unwrap();
            prop_assert_eq!(&read, entry, "read as it was written");
        }
    }

    #[test]
    fn every_part_of_the_record_folds(seeds in prop::collection::vec(any::<u64>(), 20..100), cut in any::<[u8; 2]>()) {
        let [laptop, _] = walked(&seeds);
        let entries = laptop.register.entries();
        for end in 0..entries.len() {
            consistent(&Register::fold(entries[..end].to_vec()));
        }
        let writers: BTreeMap<WriterId, u8> = entries.iter().map(|entry| entry.w).zip(cut.into_iter().cycle()).collect();
        let arrived = entries.iter().filter(|entry| entry.n <= u64::from(writers[&entry.w]) % 64);
        consistent(&Register::fold(arrived.cloned().collect()));
        // Any line may be the damaged one.
        for missing in 0..entries.len() {
            let mut rest = entries.to_vec();
            rest.remove(missing);
            consistent(&Register::fold(rest));
        }
    }
}
