//! Two laptops and a folder that something else carries between them.

use std::fs;
use std::path::{Path, PathBuf};

use mazha::domain::entry::Entry;
use mazha::journal::{Access, Journal, NewName, Remark};
use proptest::prelude::*;

use super::kit::{Laptop, World, about, at, copy, files};

/// Copies what `to` lacks from `from`, as a synced folder does; what both have and differs comes beside it.
fn sync(from: &Path, to: &Path) {
    for file in files(from) {
        let there = to.join("journal").join(file.file_name().unwrap());
        let (new, old) = (fs::read(&file).unwrap(), fs::read(&there).unwrap_or_default());
        if new.starts_with(&old) {
            fs::write(there, new).unwrap();
        } else if !old.starts_with(&new) {
            let stem = there.file_stem().unwrap().to_str().unwrap().to_owned();
            fs::write(there.with_file_name(format!("{stem}.sync-conflict-20261121-193012-ABCDEFG.jsonl")), new)
                .unwrap();
        }
    }
}

/// All entries of a folder, read by nobody in particular.
fn read(council: &Path) -> (Vec<Entry>, Vec<Remark>) {
    let nobody = tempfile::tempdir().unwrap();
    let state = mazha::state_dir::StateDir::at(nobody.path());
    let (journal, entries) = Journal::open(council, &state, Access::ReadOnly).unwrap();
    (entries, journal.remarks().to_vec())
}

/// A council on two laptops, each with a folder of its own and three acts that the other has not seen.
fn apart() -> (World, Laptop, Laptop, PathBuf) {
    let world = World::new();
    let other = world.root.path().join("other");
    copy(&world.council(), &other);
    let (mut a, mut b) = (world.open("a"), Laptop::open(&other, &world.state("b")));
    for n in 1..=3 {
        a.write(&format!("a{n}")).unwrap();
        b.write(&format!("b{n}")).unwrap();
    }
    (world, a, b, other)
}

/// A council whose laptop was copied, memory and all, after its second act; both went on, as one writer without knowing
/// each other. Returns the folder of the copied one.
fn forked() -> (World, Laptop, Laptop, PathBuf) {
    let world = World::new();
    let (here, twins, aside) = (world.council(), world.root.path().join("twins"), world.root.path().join("aside"));
    let mut a = world.open("a");
    a.write("1").unwrap();
    a.write("2").unwrap();
    copy(&here, &twins);
    copy(&world.root.path().join("a"), &world.root.path().join("twin"));
    a.write("left 3").unwrap();
    a.write("left 4").unwrap();
    // On its own machine the copied laptop has the folder under the same path.
    fs::rename(&here, &aside).unwrap();
    fs::rename(&twins, &here).unwrap();
    let mut twin = world.open("twin");
    twin.write("right 3").unwrap();
    twin.write("right 4").unwrap();
    fs::rename(&here, &twins).unwrap();
    fs::rename(&aside, &here).unwrap();
    assert_eq!(a.journal.writer(), twin.journal.writer());
    (world, a, twin, twins)
}

#[test]
fn two_laptops_read_the_same_once_each_has_the_others_file() {
    let (world, mut a, mut b, other) = apart();
    sync(&world.council(), &other);
    sync(&other, &world.council());
    a.refresh();
    b.refresh();
    assert_eq!(a.entries, b.entries);
    assert_eq!(a.entries.len(), 6);
    assert!(a.journal.remarks().is_empty() && b.journal.remarks().is_empty());
    // Order without clocks: acts made without knowing each other have the same c, and the writer's name decides.
    let (first, second) = if a.journal.writer() < b.journal.writer() { ("a", "b") } else { ("b", "a") };
    let expected: Vec<_> = (1..=3).flat_map(|n| [format!("{first}{n}"), format!("{second}{n}")]).collect();
    assert_eq!(a.who(), expected);
    assert_eq!(a.write("later").unwrap().c, 4);
    assert!(a.journal.check().run().unwrap().is_ok());
}

#[test]
fn conflicted_copies_count_once_whatever_they_are_called() {
    let (world, mut a, ..) = apart();
    let file = world.file();
    for name in ["2026.x (1).jsonl", "2026.x-LAPTOP.jsonl", "王芳的冲突副本.jsonl", "2026.x.sync-conflict-1.jsonl"]
    {
        fs::copy(&file, file.with_file_name(name)).unwrap();
    }
    a.refresh();
    assert_eq!(a.who(), ["a1", "a2", "a3"]);
    assert!(a.journal.remarks().is_empty(), "{:?}", a.journal.remarks());
    assert_eq!(a.write("a4").unwrap().n, 4);
    let again = world.open("a");
    assert_eq!((again.entries.len(), again.journal.writer()), (4, a.journal.writer()));
}

#[test]
fn missing_entries_are_waited_for_and_the_rest_is_read() {
    let (world, _, b, other) = apart();
    let bytes = fs::read(files(&other).pop().unwrap()).unwrap();
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let late = world.council().join("journal/late.jsonl");
    fs::write(&late, lines[2]).unwrap();
    let mut a = world.open("a");
    let waiting = Remark::Waiting { writer: b.journal.writer(), from: 1, to: 2 };
    assert_eq!(a.journal.remarks(), [waiting]);
    assert_eq!(a.entries.len(), 4);
    fs::write(late, [lines[2], lines[0], lines[1]].concat()).unwrap();
    a.refresh();
    assert_eq!((a.entries.len(), a.codes()), (6, vec!["out_of_place"]));
}

#[test]
fn what_was_seen_and_is_gone_is_told_until_it_is_back() {
    let (world, mut a, b, other) = apart();
    sync(&other, &world.council());
    a.refresh();
    let file = world.council().join("journal").join(files(&other).pop().unwrap().file_name().unwrap());
    let bytes = fs::read(&file).unwrap();
    let first = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    fs::write(&file, &bytes[..first]).unwrap();
    a.refresh();
    let behind = Remark::Behind { writer: b.journal.writer(), seen: 3, have: 1 };
    assert_eq!((a.journal.remarks(), a.entries.len()), (&[behind.clone()][..], 4));
    let again = world.open("a");
    assert_eq!(again.journal.remarks(), [behind]);
    assert_eq!(again.journal.writer(), a.journal.writer(), "it is not our acts that are gone");
    fs::write(&file, &bytes).unwrap();
    a.refresh();
    assert_eq!((a.journal.remarks(), a.entries.len()), (&[][..], 6));
}

#[test]
fn a_fork_is_told_and_every_laptop_reads_it_the_same_way() {
    let (world, mut a, twin, twins) = forked();
    let was = a.journal.writer();
    let links = [a.journal.heads().remove(0).h, twin.journal.heads().remove(0).h];
    sync(&twins, &world.council());
    sync(&world.council(), &twins);
    assert_eq!(files(&world.council()).len(), 2);
    let (here, remarks) = read(&world.council());
    let (there, _) = read(&twins);
    assert_eq!(here, there);
    assert_eq!(here.len(), 6, "{here:?}");

    let [Remark::Fork { act, branch, .. }] = &remarks[..] else { panic!("{remarks:?}") };
    assert_eq!((act.writer, act.n), (was, 3));
    let thirds: Vec<&Entry> = here.iter().filter(|entry| entry.n == 3).collect();
    let fourths: Vec<&Entry> = here.iter().filter(|entry| entry.n == 4).collect();
    for pair in [thirds, fourths] {
        assert_eq!(pair.iter().filter(|entry| entry.w == was).count(), 1);
        assert_eq!(pair.iter().filter(|entry| entry.w == *branch).count(), 1);
    }
    // Both acts of a branch bear one name.
    for side in ["left", "right"] {
        let names: Vec<_> = here.iter().filter(|entry| entry.by.starts_with(side)).map(|entry| entry.w).collect();
        assert_eq!(names[0], names[1]);
    }
    a.refresh();
    assert_ne!(a.journal.writer(), was);
    assert!(a.journal.remarks().contains(&Remark::NewWriter { was, why: NewName::Forked }));
    assert_eq!(a.write("after").unwrap().n, 1);
    let mut heads: Vec<String> = a.journal.heads().into_iter().map(|head| head.h).collect();
    heads.retain(|h| links.contains(h));
    assert_eq!(heads.len(), 2, "both branches have a head");
    twin.journal.check().run().unwrap();
}

#[test]
fn the_branch_with_the_larger_link_takes_its_name_from_it() {
    let (world, _, _, twins) = forked();
    sync(&twins, &world.council());
    let (entries, remarks) = read(&world.council());
    let [Remark::Fork { branch, .. }] = &remarks[..] else { panic!("{remarks:?}") };
    let mut links = Vec::new();
    for file in files(&world.council()) {
        let text = fs::read_to_string(file).unwrap();
        let third = text.lines().nth(2).unwrap();
        links.push(third[third.len() - 34..third.len() - 2].to_owned());
    }
    links.sort();
    assert_eq!(branch.as_str(), &links[1][..6]);
    assert_eq!(entries.iter().filter(|entry| entry.w == *branch).count(), 2);
}

#[test]
fn a_sample_is_written_in_one_go_and_reads_as_it_was_given() {
    let (world, _, _, other) = apart();
    sync(&other, &world.council());
    let (mut entries, _) = read(&world.council());
    let dir = tempfile::tempdir().unwrap();
    let sample = dir.path().join("sample");
    let id = "019aa3f0-5c00-7000-8000-00000000beef".to_owned();
    entries.reverse();
    Journal::found_with(&sample, &mazha::journal::About { id, ..about() }, &entries).unwrap();
    entries.reverse();
    let (read, remarks) = read(&sample);
    assert_eq!((read, remarks.len()), (entries.clone(), 0));
    let mut laptop = Laptop::open(&sample, &mazha::state_dir::StateDir::at(dir.path().join("state")));
    assert!(entries.iter().all(|entry| entry.w != laptop.journal.writer()), "your writer is new");
    laptop.write("王芳").unwrap();
    assert!(laptop.journal.check().run().unwrap().is_ok());
}

#[test]
fn a_clock_that_went_back_is_told_and_changes_no_order() {
    let world = World::new();
    let mut laptop = world.open("a");
    laptop.write("1").unwrap();
    let early = mazha::journal::Act { ts: at(-3600), ..super::kit::act(2, "2") };
    laptop.journal.append(early).unwrap();
    let again = world.open("a");
    assert_eq!(again.who(), ["1", "2"]);
    let [Remark::ClockBack { seconds, line, .. }] = again.journal.remarks() else { panic!("{:?}", again.codes()) };
    assert_eq!((*seconds, *line), (3601, 2));
    assert!(again.journal.check().run().unwrap().is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn however_lines_are_shuffled_doubled_and_spread_over_files_the_entries_are_the_same(
        order in proptest::collection::vec((any::<prop::sample::Index>(), 0..4_u8), 12..40),
    ) {
        let (world, _, _, other) = apart();
        sync(&other, &world.council());
        let (expected, _) = read(&world.council());
        let lines: Vec<String> = files(&world.council())
            .iter()
            .flat_map(|file| fs::read_to_string(file).unwrap().lines().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        // Every line once, in some file; and then any of them anywhere.
        let mut spread = vec![String::new(); 4];
        for (at, line) in lines.iter().enumerate() {
            let file = usize::from(order[at].1);
            spread[file].push_str(line);
            spread[file].push('\n');
        }
        for (index, file) in &order {
            let old = std::mem::take(&mut spread[usize::from(*file)]);
            spread[usize::from(*file)] = format!("{}\n{old}", index.get(&lines));
        }
        for file in files(&world.council()) {
            fs::remove_file(file).unwrap();
        }
        for (name, text) in spread.iter().enumerate() {
            fs::write(world.council().join(format!("journal/{name}.jsonl")), text).unwrap();
        }
        let (read, remarks) = read(&world.council());
        prop_assert_eq!(read, expected);
        prop_assert!(!remarks.iter().any(Remark::is_problem), "{:?}", remarks);
    }
}
