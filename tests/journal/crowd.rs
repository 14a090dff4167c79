//! Several threads and processes writing at once, and processes that are killed while they do.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use mazha::state_dir::StateDir;

use super::kit::{Laptop, World};

/// How many processes are killed, one after the other.
const KILLS: usize = 20;

/// Runs this very program as a writer: see `a_writer_that_is_told_where_to_write`.
pub(crate) fn writer(world: &World, laptop: &str, acts: usize) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["journal::crowd::a_writer_that_is_told_where_to_write", "--exact", "--nocapture", "--test-threads=1"])
        .env("MAZHA_TEST_COUNCIL", world.council())
        .env("MAZHA_TEST_STATE", world.root.path().join(laptop))
        .env("MAZHA_TEST_ACTS", acts.to_string())
        .stdout(Stdio::piped());
    command
}

/// Not a test by itself: says `ACK n` for every act that was acknowledged, and `NAK` with the reason for every other.
#[test]
fn a_writer_that_is_told_where_to_write() {
    let (Some(council), Some(state)) = (std::env::var_os("MAZHA_TEST_COUNCIL"), std::env::var_os("MAZHA_TEST_STATE"))
    else {
        return;
    };
    let acts: usize = std::env::var("MAZHA_TEST_ACTS").unwrap().parse().unwrap();
    let (council, state) = (PathBuf::from(council), StateDir::at(state));
    let mut laptop = Laptop::open(&council, &state);
    println!("OPEN {:?}", laptop.codes());
    for at in 0..acts {
        match laptop.write(&format!("{}", at % 10)) {
            Ok(entry) => println!("ACK {} {}", entry.w, entry.n),
            Err(failure) => {
                println!("NAK {failure:?}");
                if laptop.journal.closed() == Some(&mazha::journal::Closed::Unsure) {
                    laptop = Laptop::open(&council, &state);
                }
            }
        }
    }
}

/// The lines that a writer printed.
pub(crate) fn lines(output: impl std::io::Read) -> impl Iterator<Item = String> {
    BufReader::new(output).lines().map_while(Result::ok)
}

/// What a line of a writer's acknowledges: who, and which number.
pub(crate) fn acknowledged(line: &str) -> Option<(String, u64)> {
    // The harness may print before it on the same line.
    let (_, rest) = line.split_once("ACK ")?;
    let (writer, n) = rest.split_once(' ')?;
    Some((writer.to_owned(), n.parse().ok()?))
}

/// Opens the council and sees that every act acknowledged is there once, and nothing is wrong.
fn holds(world: &World, acknowledged: &[(String, u64)]) -> Laptop {
    let laptop = world.open("a");
    let there: Vec<_> = laptop.entries.iter().map(|entry| (entry.w.to_string(), entry.n)).collect();
    for act in acknowledged {
        assert_eq!(there.iter().filter(|there| *there == act).count(), 1, "{act:?}");
    }
    let report = laptop.journal.check().run().unwrap();
    assert!(report.is_ok(), "{report:?}");
    laptop
}

#[test]
fn threads_that_write_at_once_lose_nothing_and_double_no_number() {
    let world = World::new();
    thread::scope(|scope| {
        for window in 0..4 {
            let world = &world;
            // Two windows of one laptop, and two of another.
            scope.spawn(move || {
                let mut laptop = world.open(["a", "b"][window % 2]);
                for act in 0..25 {
                    laptop.write(&format!("{window}.{act}")).unwrap();
                }
            });
        }
    });
    let laptop = holds(&world, &[]);
    let mut who = laptop.who();
    who.sort_unstable();
    who.dedup();
    assert_eq!((laptop.entries.len(), who.len()), (100, 100));
    assert_eq!(world.files().len(), 2);
}

#[test]
fn processes_that_write_at_once_lose_nothing_and_double_no_number() {
    let world = World::new();
    let mut writers: Vec<_> = (0..3).map(|_| writer(&world, "a", 40).spawn().unwrap()).collect();
    let acts: Vec<_> = writers
        .iter_mut()
        .flat_map(|writer| lines(writer.stdout.take().unwrap()))
        .filter_map(|l| acknowledged(&l))
        .collect();
    for mut writer in writers {
        assert!(writer.wait().unwrap().success());
    }
    assert_eq!(acts.len(), 120);
    let laptop = holds(&world, &acts);
    let mut numbers: Vec<_> = laptop.entries.iter().map(|entry| entry.n).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=120).collect::<Vec<_>>());
    assert_eq!(world.files().len(), 1);
}

#[test]
fn every_act_acknowledged_by_a_process_that_was_killed_is_there() {
    let world = World::new();
    let mut acts = Vec::new();
    for round in 0..KILLS {
        let mut killed = writer(&world, "a", 100_000).spawn().unwrap();
        let mut printed = lines(killed.stdout.take().unwrap());
        acts.extend(printed.by_ref().filter_map(|line| acknowledged(&line)).take(1 + round * 3));
        // At once, in the middle of whatever comes next.
        killed.kill().unwrap();
        acts.extend(printed.filter_map(|line| acknowledged(&line)));
        killed.wait().unwrap();
    }
    let laptop = holds(&world, &acts);
    assert!(acts.len() > KILLS && laptop.entries.len() >= acts.len());
    assert_eq!(world.files().len(), 1, "the laptop kept its name: {:?}", laptop.journal.remarks());
    assert!(fs::metadata(world.file()).unwrap().len() > 0);
}
