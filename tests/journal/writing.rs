//! Founding, opening, writing, and who writes.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use mazha::journal::{Access, Appended, Closed, Error, Failure, Journal, NewName, News, Remark};

use super::kit::{COUNCIL, Laptop, World, about, act, copy};

#[test]
fn what_is_written_is_there_when_it_is_opened_again() {
    let world = World::new();
    let mut laptop = world.open("a");
    assert_eq!((laptop.journal.next(), laptop.entries.len()), (1, 0));
    for by in ["王芳", "李强", "赵敏"] {
        laptop.write(by).unwrap();
    }
    let again = world.open("a");
    assert_eq!(again.entries, laptop.entries);
    assert_eq!(again.who(), ["王芳", "李强", "赵敏"]);
    assert_eq!(again.journal.writer(), laptop.journal.writer());
    assert_eq!(again.journal.next(), 4);
    assert_eq!(again.journal.heads(), laptop.journal.heads());
    assert_eq!(again.journal.about(), &about());
    assert!(again.journal.remarks().is_empty(), "{:?}", again.journal.remarks());
}

#[test]
fn a_file_is_named_by_year_and_writer_and_a_mebibyte_begins_the_next_part() {
    let world = World::new();
    let mut laptop = world.open("a");
    let long = "长".repeat(100_000);
    for _ in 0..8 {
        laptop.write(&long).unwrap();
    }
    let writer = laptop.journal.writer();
    // 300 kB a line: four fill a part.
    let names: Vec<_> = world.files().iter().map(|file| file.file_name().unwrap().to_owned()).collect();
    assert_eq!(names, [format!("2026.{writer}.2.jsonl").as_str(), &format!("2026.{writer}.jsonl")]);
    let mut again = world.open("a");
    assert_eq!(again.entries, laptop.entries);
    assert_eq!(again.write("后来").unwrap().n, 9);
}

#[test]
fn a_council_is_founded_once_and_for_its_owner_alone() {
    let world = World::new();
    assert!(matches!(Journal::found(&world.council(), &about()), Err(Error::AlreadyACouncil(_))));
    world.open("a").write("王芳").unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&world.council()), 0o700);
    assert_eq!(mode(&world.council().join("council.json")), 0o600);
    assert_eq!(mode(&world.file()), 0o600);
}

#[test]
fn a_folder_shared_with_a_group_stays_shared() {
    let world = World::new();
    fs::set_permissions(world.council().join("journal"), fs::Permissions::from_mode(0o770)).unwrap();
    world.open("a").write("王芳").unwrap();
    assert_eq!(fs::metadata(world.file()).unwrap().permissions().mode() & 0o777, 0o660);
}

#[test]
fn each_reason_why_a_folder_cannot_be_opened_is_told_apart() {
    let world = World::new();
    let open = |dir: &std::path::Path| Journal::open(dir, &world.state("a"), Access::Write).map(|_| ()).unwrap_err();
    assert!(matches!(open(&world.root.path().join("nowhere")), Error::Missing(_)));
    let empty = tempfile::tempdir().unwrap();
    assert!(matches!(open(empty.path()), Error::NotACouncil(_)));
    let json = world.council().join("council.json");
    fs::write(&json, "{\"v\":1,\n\"id\"").unwrap();
    assert!(matches!(open(&world.council()), Error::Damaged { line: 2, .. }));
    fs::write(&json, "{\"v\":2}").unwrap();
    assert!(matches!(open(&world.council()), Error::Newer { version: 2, .. }));
    fs::write(&json, r#"{"v":1,"id":"../../x","name":"a","founded":"2026-11-21T19:00:00+08:00"}"#).unwrap();
    assert!(matches!(open(&world.council()), Error::Damaged { .. }));
}

#[test]
fn a_council_without_its_journal_folder_is_one_without_acts() {
    let world = World::new();
    fs::remove_dir(world.council().join("journal")).unwrap();
    let mut laptop = world.open("a");
    assert!(laptop.entries.is_empty() && laptop.journal.remarks().is_empty());
    laptop.write("王芳").unwrap();
    assert_eq!(world.open("a").who(), ["王芳"]);
}

#[test]
fn a_council_that_is_only_read_is_not_touched() {
    let world = World::new();
    world.open("a").write("王芳").unwrap();
    let (mut journal, entries) = Journal::open(&world.council(), &world.state("b"), Access::ReadOnly).unwrap();
    assert_eq!(entries.len(), 1);
    let refused = journal.append(act(1, "李强")).unwrap_err();
    assert!(matches!(refused, Failure::ReadOnly(Closed::Asked)));
    assert!(!world.root.path().join("b").exists());
}

#[test]
fn an_act_decided_on_an_older_state_is_not_written() {
    let world = World::new();
    let (mut a, mut b) = (world.open("a"), world.open("b"));
    let first = a.write("王芳").unwrap();
    let n = b.journal.next();
    assert_eq!(b.journal.append(act(n, "李强")).unwrap(), Appended::Stale(News::More(vec![first.clone()])));
    let Appended::Saved(second) = b.journal.append(act(n, "李强")).unwrap() else { panic!("nothing was new") };
    assert_eq!((first.c, second.c), (1, 2));
    assert_ne!(first.w, second.w);
    assert_eq!(a.journal.refresh().unwrap(), News::More(vec![second]));
    assert_eq!(a.journal.refresh().unwrap(), News::Nothing);
    assert_eq!(a.journal.append(act(1, "王芳")).unwrap(), Appended::Stale(News::Nothing), "1 is taken");
}

#[test]
fn two_windows_of_a_laptop_are_one_writer() {
    let world = World::new();
    let (mut one, mut two) = (world.open("a"), world.open("a"));
    assert_eq!(one.journal.writer(), two.journal.writer());
    for (window, by) in [(&mut one, "1"), (&mut two, "2")] {
        window.write(by).unwrap();
    }
    one.write("3").unwrap();
    one.refresh();
    two.refresh();
    assert_eq!(one.entries, two.entries);
    assert_eq!(one.entries.iter().map(|e| e.n).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(world.files().len(), 1);
}

#[test]
fn a_moved_folder_keeps_its_writer_and_a_copied_one_gets_another() {
    let world = World::new();
    let mut laptop = world.open("a");
    laptop.write("王芳").unwrap();
    let was = laptop.journal.writer();
    let moved = world.root.path().join("moved");
    fs::rename(world.council(), &moved).unwrap();
    assert_eq!(Laptop::open(&moved, &world.state("a")).journal.writer(), was);
    let copied = world.root.path().join("copied");
    copy(&moved, &copied);
    let mut there = Laptop::open(&copied, &world.state("a"));
    assert_ne!(there.journal.writer(), was);
    assert_eq!(there.write("李强").unwrap().n, 1);
    assert_eq!(Laptop::open(&moved, &world.state("a")).journal.writer(), was);
    assert_eq!(Laptop::open(&copied, &world.state("a")).journal.writer(), there.journal.writer());
}

#[test]
fn after_a_backup_is_put_back_the_laptop_writes_under_another_name() {
    let world = World::new();
    let mut laptop = world.open("a");
    laptop.write("1").unwrap();
    let backup = world.root.path().join("backup");
    copy(&world.council(), &backup);
    laptop.write("2").unwrap();
    let was = laptop.journal.writer();
    fs::remove_dir_all(world.council()).unwrap();
    fs::rename(&backup, world.council()).unwrap();
    let mut back = world.open("a");
    assert_eq!(back.codes(), ["behind", "new_writer"]);
    assert!(back.journal.remarks().contains(&Remark::Behind { writer: was, seen: 2, have: 1 }));
    assert!(back.journal.remarks().contains(&Remark::NewWriter { was, why: NewName::Behind }));
    assert_eq!(back.write("3").unwrap().n, 1);
    assert_ne!(back.journal.writer(), was);
    assert_eq!(world.open("a").journal.writer(), back.journal.writer());
}

#[test]
fn a_folder_that_went_away_is_an_error_and_not_a_loss() {
    let world = World::new();
    let mut laptop = world.open("a");
    laptop.write("1").unwrap();
    let (was, away) = (laptop.journal.writer(), world.root.path().join("away"));
    fs::rename(world.council(), &away).unwrap();
    assert!(matches!(laptop.journal.refresh(), Err(Error::Missing(_))));
    assert!(matches!(laptop.write("2"), Err(Failure::NotSaved(_))));
    fs::rename(away, world.council()).unwrap();
    laptop.refresh();
    let entry = laptop.write("2").unwrap();
    assert_eq!((entry.w, entry.n), (was, 2));
}

#[test]
fn nothing_is_written_where_the_folder_of_a_new_council_was() {
    let world = World::new();
    let mut laptop = world.open("a");
    fs::remove_dir_all(world.council()).unwrap();
    assert!(matches!(laptop.write("1"), Err(Failure::NotSaved(_))));
    assert!(!world.council().exists());
}

#[test]
fn a_memory_that_was_copied_from_another_machine_names_nobody_here() {
    let world = World::new();
    let was = world.open("a").write("1").unwrap().w;
    for item in fs::read_dir(world.root.path().join("a")).unwrap() {
        let path = item.unwrap().path();
        let text = fs::read_to_string(&path).unwrap().replace("\"machine\":\"", "\"machine\":\"another-");
        fs::write(path, text).unwrap();
    }
    let laptop = world.open("a");
    assert_ne!(laptop.journal.writer(), was);
    assert_eq!(laptop.journal.remarks(), [Remark::NewWriter { was, why: NewName::OtherMachine }]);
    assert_eq!(world.open("a").journal.writer(), laptop.journal.writer());
}

#[test]
fn a_name_that_another_machine_may_use_is_not_ours_to_mend() {
    let world = World::new();
    world.open("a").write("1").unwrap();
    for item in fs::read_dir(world.root.path().join("a")).unwrap() {
        let path = item.unwrap().path();
        let text = fs::read_to_string(&path).unwrap().replace("\"machine\":\"", "\"machine\":\"another-");
        fs::write(path, text).unwrap();
    }
    let file = world.file();
    world.open("a").write("2").unwrap();
    let torn = [fs::read(&file).unwrap(), b"{\"v\":1".to_vec()].concat();
    fs::write(&file, &torn).unwrap();
    let laptop = world.open("a");
    assert_eq!((laptop.who(), laptop.codes()), (vec!["1", "2"], vec!["torn"]));
    assert_eq!(fs::read(file).unwrap(), torn);
}

#[test]
fn when_one_window_takes_another_name_the_other_one_takes_the_same() {
    let world = World::new();
    let (mut one, mut two) = (world.open("a"), world.open("a"));
    one.write("1").unwrap();
    let bytes = fs::read(world.file()).unwrap();
    one.write("2").unwrap();
    two.refresh();
    let was = one.journal.writer();
    fs::write(world.file(), bytes).unwrap();
    one.refresh();
    assert_ne!(one.journal.writer(), was);
    assert_eq!(two.write("3").unwrap().w, one.journal.writer());
    assert_eq!(one.write("4").unwrap().n, 2);
    assert_eq!(world.open("a").who(), ["1", "3", "4"]);
}

#[test]
fn a_file_that_one_window_could_not_sync_is_left_alone_by_the_other() {
    let world = World::new();
    let mut laptop = world.open("a");
    laptop.write("1").unwrap();
    let file = world.file();
    let retired = format!("\"retired\":\"{}\"", file.file_name().unwrap().display());
    for item in fs::read_dir(world.root.path().join("a")).unwrap() {
        let path = item.unwrap().path();
        let text = fs::read_to_string(&path).unwrap().replace("\"retired\":null", &retired);
        fs::write(path, text).unwrap();
    }
    let bytes = fs::read(&file).unwrap();
    laptop.write("2").unwrap();
    assert_eq!(fs::read(&file).unwrap(), bytes);
    assert_eq!(world.files().len(), 2);
    assert_eq!(world.open("a").who(), ["1", "2"]);
}

#[test]
fn a_state_dir_that_cannot_be_used_leaves_the_council_to_be_read() {
    let world = World::new();
    world.open("a").write("1").unwrap();
    fs::write(world.root.path().join("file"), "in the way").unwrap();
    let mut laptop = world.open("file");
    assert_eq!(laptop.who(), ["1"]);
    assert!(matches!(laptop.journal.closed(), Some(Closed::StateDir(_))));
    assert!(matches!(laptop.write("2"), Err(Failure::ReadOnly(Closed::StateDir(_)))));
}

#[test]
fn the_readme_says_how_to_verify_a_chain_and_what_it_says_works() {
    let world = World::new();
    let mut laptop = world.open("a");
    for by in ["王芳", "back\\slash", "quote\""] {
        laptop.write(by).unwrap();
    }
    let readme = fs::read_to_string(world.council().join("README.txt")).unwrap();
    let script = &readme[readme.find("  before=$(jq").unwrap()..];
    let script = script
        .replace("2026.LAPTOP.jsonl", &format!("2026.{}.jsonl", laptop.journal.writer()))
        .replace("$(jq -r .id council.json)", COUNCIL);
    let run = || {
        let output = Command::new("bash").args(["-c", &script]).current_dir(world.council()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(run(), "");
    let text = fs::read_to_string(world.file()).unwrap().replace("王芳", "王方");
    fs::write(world.file(), text).unwrap();
    assert_eq!(run().lines().count(), 1, "{}", run());
}
