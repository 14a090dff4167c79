//! What finding costs among 30,000 matters, beside an independent matcher: run with `cargo bench --bench find`.

#![expect(clippy::print_stdout, reason = "run by hand, to be read")]

mod generate;
mod script;

use std::time::{Duration, Instant};

use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::PinyinNotation;
use mazha::domain::register::Register;
use mazha::find::{Field, Index, Kind, Query};
use mazha::search::{Alphabet, Needle, Probe};

/// What is typed, whole or in part. The matcher it is compared with knows no spaces, filters or other scripts.
const QUERIES: [&str; 14] =
    ["停车", "充电", "dianti", "dt", "ludeng", "ld", "xftd", "加装dt", "chewei", "扰民", "zzz", "lese", "d", "3号楼"];

fn main() {
    let register = Register::fold(generate::entries(30_000));
    let titles: Vec<&str> = register.matters().map(|matter| matter.title.as_str()).collect();
    println!("{} matters, {} acts", titles.len(), register.entries().len());
    compare_titles(&titles);
    time_index(register);
}

/// The same titles, asked of both.
fn compare_titles(titles: &[&str]) {
    let mut alphabet = Alphabet::default();
    let packed: Vec<(Vec<u16>, u64)> = titles
        .iter()
        .map(|title| {
            let mut packed = Vec::new();
            let mask = alphabet.pack(title, &mut packed);
            (packed, mask)
        })
        .collect();
    println!("\ntitles alone          hits      time   matcher beside it");
    for query in QUERIES {
        let (hits, own) = best(|| {
            let mut probes = Probe::all(&Needle::new(query), &alphabet);
            let fits = |(text, mask): &(Vec<u16>, u64)| {
                probes.iter_mut().all(|probe| probe.may_be_in(*mask) && probe.worth(text).is_some())
            };
            packed.iter().map(fits).collect::<Vec<bool>>()
        });
        let (expected, other) = best(|| {
            let notations = PinyinMatchConfig::notations(PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter);
            let matcher = IbMatcher::builder(query).pinyin(notations).is_pattern_partial(true).build();
            titles.iter().map(|title| matcher.is_match(*title)).collect::<Vec<bool>>()
        });
        let differing = hits.iter().zip(&expected).filter(|(own, other)| own != other).count();
        let hits = hits.iter().filter(|hit| **hit).count();
        let verdict = if differing == 0 { String::new() } else { format!("  {differing} differ") };
        let ratio = own.as_secs_f64() / other.as_secs_f64();
        println!("{query:<18} {hits:>7} {own:>9.2?} {other:>9.2?}  x{ratio:.3}{verdict}");
    }
}

/// Everything in the register, ranked.
fn time_index(mut register: Register) {
    let Some(now) = register.entries().last().map(|entry| entry.ts) else { return };
    let (mut index, built) = best(|| Index::new(&register));
    println!("\nindex of everything built in {built:.1?}");
    println!("\neverything, ranked    hits      time   in titles");
    let more = ["逾期", "stage:act", "地点:3号楼", "牵头:物业 路灯", "路灯 -overdue 未结", "A12", "李秀英", "群里反映"];
    for query in QUERIES.into_iter().chain(more) {
        let (hits, time) = best(|| index.find(&Query::parse(query), &register, now));
        let in_titles =
            hits.iter().filter(|hit| hit.kind == Kind::Matter && hit.in_field == Some(Field::Title)).count();
        println!("{query:<18} {:>7} {time:>9.2?} {in_titles:>9}", hits.len());
    }
    let entries = register.entries().to_vec();
    if let Some((last, before)) = entries.split_last() {
        register = Register::fold(before.to_vec());
        index.update(&register);
        register.add(vec![last.clone()]);
        let start = Instant::now();
        index.update(&register);
        println!("\none more act taken in  {:.1?}", start.elapsed());
    }
}

/// The shortest of several runs, and what it gave.
fn best<T>(mut work: impl FnMut() -> T) -> (T, Duration) {
    let mut timed = || {
        let start = Instant::now();
        let result = work();
        (result, start.elapsed())
    };
    let mut best = timed();
    for _ in 0..6 {
        let next = timed();
        if next.1 < best.1 {
            best = next;
        }
    }
    best
}
