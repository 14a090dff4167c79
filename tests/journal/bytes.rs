//! What happens to single bytes: cut, flipped, added, doubled, swapped.

use std::fs;

use mazha::domain::entry::Entry;
use mazha::domain::event::{Event, MinutesSealed};
use mazha::domain::id::MeetingRef;
use mazha::journal::{Access, Act, Appended, Closed, Damage, Failure, Journal, Remark, Report};

use proptest::prelude::*;

use super::kit::{Laptop, World, act, at, copy};

/// Three acts of one laptop, the bytes of its file, and where each line ends. The laptop `early` remembers only the
/// first of them: it went down before it could remember more.
fn three() -> (World, Vec<u8>, Vec<usize>) {
    let world = World::new();
    let mut laptop = world.open("a");
    laptop.write("1").unwrap();
    copy(&world.root.path().join("a"), &world.root.path().join("early"));
    for by in ["2", "3"] {
        laptop.write(by).unwrap();
    }
    let bytes = fs::read(world.file()).unwrap();
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    (world, bytes, ends)
}

/// Opens the council as `early`, again and again with the same memory.
fn open_early(world: &World) -> Laptop {
    let again = world.root.path().join("again");
    let _ = fs::remove_dir_all(&again);
    copy(&world.root.path().join("early"), &again);
    world.open("again")
}

#[test]
fn a_file_cut_anywhere_in_its_last_lines_opens_with_all_whole_acts_and_says_what_it_cut() {
    let (world, bytes, ends) = three();
    let file = world.file();
    for len in ends[0]..bytes.len() {
        fs::write(&file, &bytes[..len]).unwrap();
        let mut laptop = open_early(&world);
        // A line that lacks nothing but its line feed is whole.
        let whole = ends.iter().filter(|end| **end <= len + 1).count();
        assert_eq!(laptop.who(), ["1", "2", "3"][..whole], "cut at {len}");
        let said = if ends.contains(&len) {
            None
        } else if ends.contains(&(len + 1)) {
            Some("completed")
        } else {
            Some("cut")
        };
        assert_eq!(laptop.codes(), Vec::from_iter(said), "cut at {len}");
        if let Some(Remark::Cut { kept, .. }) = laptop.journal.remarks().first() {
            assert_eq!(fs::read(world.council().join(kept)).unwrap(), bytes[ends[whole - 1]..len]);
        }
        laptop.write("later").unwrap();
        assert_eq!(laptop.entries.last().unwrap().n, whole as u64 + 1, "nothing is numbered twice or left out");
        assert_eq!(world.open("again").entries, laptop.entries);
    }
}

/// What a look over the council finds, as laptop `a` that wrote it.
fn check(world: &World) -> Report {
    let (journal, _) = Journal::open(&world.council(), &world.state("a"), Access::ReadOnly).unwrap();
    journal.check().run().unwrap()
}

#[test]
fn a_record_that_nobody_touched_passes() {
    let (world, ..) = three();
    assert_eq!(check(&world), Report { files: 1, entries: 3, remarks: Vec::new() });
}

#[test]
fn every_byte_that_is_flipped_is_noticed_and_repair_loses_no_other_act() {
    let (world, bytes, ends) = three();
    let (file, whole) = (world.file(), world.open("a").entries);
    let memory = world.root.path().join("memory");
    copy(&world.root.path().join("a"), &memory);
    for place in 0..bytes.len() {
        for bit in [1, 0x80] {
            let mut bytes = bytes.clone();
            bytes[place] ^= bit;
            world.reset(&file, &bytes, &memory);
            assert!(!check(&world).is_ok(), "byte {place}");

            let mut laptop = world.open("a");
            let repaired = laptop.journal.repair(at(99), "赵敏").unwrap();
            let kept: Vec<_> = repaired.entries.iter().filter(|entry| entry.act != "repair").collect();
            assert!(kept.iter().all(|entry| whole.contains(entry)), "byte {place}: {kept:?}");
            // A line feed that is gone makes two lines one.
            let gone = 1 + usize::from(ends[..2].contains(&(place + 1)));
            assert!(kept.len() >= 3 - gone, "byte {place}: {kept:?}");
            let report = check(&world);
            assert!(report.is_ok(), "byte {place}: {report:?}\n{repaired:?}");
            let bytes = |path: &std::path::Path| fs::read(path).unwrap();
            let aside = fs::read_dir(world.council().join("damaged")).unwrap().map(|item| item.unwrap().path());
            assert!(
                aside
                    .into_iter()
                    .any(|path| path.extension().is_some_and(|e| e == "bytes") && !bytes(&path).is_empty())
            );
        }
    }
}

#[test]
fn a_link_that_is_damaged_is_mended_by_what_the_next_line_is_tied_to() {
    let (world, bytes, ends) = three();
    let mut damaged = bytes.clone();
    let digit = &mut damaged[ends[0] - 5];
    *digit = if *digit == b'0' { b'1' } else { b'0' };
    fs::write(world.file(), &damaged).unwrap();
    let mut laptop = world.open("a");
    let repaired = laptop.journal.repair(at(99), "赵敏").unwrap();
    assert_eq!((repaired.set_aside, repaired.restored, repaired.declared), (1, 1, None));
    assert_eq!(fs::read(world.file()).unwrap(), bytes);
}

#[test]
fn what_is_lost_is_declared_with_its_number_and_the_hash_of_its_bytes() {
    let (world, mut bytes, ends) = three();
    bytes[ends[0]] = b'x';
    fs::write(world.file(), &bytes).unwrap();
    let mut laptop = world.open("a");
    assert_eq!(laptop.who(), ["1", "3"]);
    assert_eq!(laptop.codes(), ["damaged", "waiting"]);
    let repaired = laptop.journal.repair(at(99), "赵敏").unwrap();
    let declared = repaired.declared.unwrap();
    assert_eq!((declared.n, declared.act.as_str(), declared.by.as_str()), (4, "repair", "赵敏"));
    let Event::LinesLost(lost) = &declared.events[0] else { panic!("{declared:?}") };
    assert_eq!(lost.file, format!("journal/{}", world.file().file_name().unwrap().display()));
    assert_eq!((lost.lines[0].line, lost.lines[0].n), (2, Some(2)));
    let aside = world.council().join(format!(
        "damaged/{}.line-2.{}.bytes",
        world.file().file_name().unwrap().display(),
        &lost.lines[0].sha256[..8]
    ));
    assert_eq!(fs::read(aside).unwrap(), bytes[ends[0]..ends[1] - 1]);
    assert_eq!(world.open("a").who(), ["1", "3", "赵敏"]);
    assert!(laptop.journal.repair(at(99), "赵敏").unwrap().declared.is_none(), "there is nothing left to repair");
}

#[test]
fn a_damaged_line_is_repaired_from_a_copy() {
    let (world, bytes, ends) = three();
    let file = world.file();
    let conflict = file.with_file_name("2026 (conflicted copy).jsonl");
    fs::write(&conflict, &bytes[..ends[1]]).unwrap();
    for damage in [b'x', b'\n', 0] {
        let mut damaged = bytes.clone();
        damaged[ends[0] + 30] = damage;
        fs::write(&file, &damaged).unwrap();
        let mut laptop = world.open("a");
        assert_eq!(laptop.who(), ["1", "2", "3"]);
        assert!(!check(&world).is_ok());
        let repaired = laptop.journal.repair(at(99), "赵敏").unwrap();
        assert_eq!((repaired.declared, repaired.restored), (None, 1));
        assert_eq!(fs::read(&file).unwrap(), bytes);
        assert!(check(&world).is_ok());
    }
}

#[test]
fn words_that_were_changed_give_way_to_a_copy_that_fits() {
    let (world, bytes, ends) = three();
    let changed = String::from_utf8(bytes.clone()).unwrap().replace("\"by\":\"2\"", "\"by\":\"8\"");
    fs::write(world.file(), changed).unwrap();
    fs::write(world.file().with_file_name("copy.jsonl"), &bytes[..ends[1]]).unwrap();
    let laptop = world.open("a");
    assert_eq!(laptop.who(), ["1", "2", "3"]);
    assert!(laptop.codes().contains(&"does_not_fit"));
}

#[test]
fn another_writers_damage_is_told_and_left_alone() {
    let (world, mut bytes, ends) = three();
    bytes[ends[0] + 10] ^= 1;
    fs::write(world.file(), &bytes).unwrap();
    let mut other = world.open("b");
    let repaired = other.journal.repair(at(99), "赵敏").unwrap();
    assert_eq!((repaired.set_aside, repaired.declared), (0, None));
    assert_eq!(fs::read(world.file()).unwrap(), bytes);
}

#[test]
fn lines_doubled_swapped_or_dropped_are_noticed_and_the_rest_is_read() {
    let (world, bytes, ends) = three();
    let (first, second, third) = (&bytes[..ends[0]], &bytes[ends[0]..ends[1]], &bytes[ends[1]..]);
    for (lines, who, said) in [
        (vec![first, second, second, third], &["1", "2", "3"][..], vec!["doubled"]),
        (vec![first, third, second], &["1", "2", "3"], vec!["out_of_place"]),
        (vec![first, third], &["1", "3"], vec!["waiting", "cannot_tell"]),
        (vec![first, second], &["1", "2"], vec!["behind"]),
        (vec![second, third], &["2", "3"], vec!["waiting", "cannot_tell"]),
        (vec![first, b"\n", second, b"  \r\n", third], &["1", "2", "3"], vec!["carriage_returns"]),
    ] {
        fs::write(world.file(), lines.concat()).unwrap();
        let (_, entries) = Journal::open(&world.council(), &world.state("a"), Access::ReadOnly).unwrap();
        assert_eq!(entries.iter().map(|entry| entry.by.as_str()).collect::<Vec<_>>(), who, "{said:?}");
        let codes: Vec<_> = check(&world).remarks.iter().map(Remark::code).collect();
        assert_eq!(codes, said);
    }
}

#[test]
fn a_tail_of_nothing_but_zeros_is_cut() {
    let (world, bytes, _) = three();
    fs::write(world.file(), [&bytes[..], &[0; 4096]].concat()).unwrap();
    let mut laptop = world.open("a");
    assert_eq!((laptop.who(), laptop.codes()), (vec!["1", "2", "3"], vec!["cut"]));
    assert_eq!(laptop.write("4").unwrap().n, 4);
    assert!(check(&world).is_ok());
}

#[test]
fn a_torn_line_left_by_a_failed_write_is_cut_before_the_next_act() {
    let (world, bytes, _) = three();
    let mut laptop = world.open("a");
    fs::write(world.file(), [&bytes[..], b"{\"v\":1,"].concat()).unwrap();
    assert_eq!(laptop.write("4").unwrap().n, 4);
    assert_eq!((laptop.who(), laptop.codes()), (vec!["1", "2", "3", "4"], vec!["cut"]));
    assert!(fs::read(world.file()).unwrap().starts_with(&bytes));
    assert!(check(&world).is_ok());
}

#[test]
fn another_writers_torn_line_is_ignored_until_it_is_whole() {
    let (world, bytes, ends) = three();
    let file = world.file();
    fs::write(&file, &bytes[..ends[1] + 20]).unwrap();
    let mut other = world.open("b");
    assert_eq!((other.who(), other.codes()), (vec!["1", "2"], vec!["torn"]));
    fs::write(&file, &bytes[..ends[2] - 1]).unwrap();
    other.refresh();
    assert_eq!(other.who(), ["1", "2"]);
    fs::write(&file, &bytes).unwrap();
    other.refresh();
    assert_eq!((other.who(), other.codes()), (vec!["1", "2", "3"], vec![]));
    assert!(!world.council().join("damaged").exists());
}

#[test]
fn byte_order_marks_and_carriage_returns_are_accepted_and_told() {
    let (world, bytes, _) = three();
    let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
    fs::write(world.file(), format!("\u{feff}{text}")).unwrap();
    let mut laptop = world.open("a");
    assert_eq!((laptop.who(), laptop.codes()), (vec!["1", "2", "3"], vec!["byte_order_mark", "carriage_returns"]));
    laptop.write("4").unwrap();
    let report = check(&world);
    assert!(report.is_ok() && report.entries == 4, "{report:?}");
}

#[test]
fn a_format_above_ours_makes_the_council_read_only_and_is_named() {
    let (world, bytes, ends) = three();
    let newer = r#"{"v":3,"w":"zzzzzz","n":1,"c":9,"what":[],"h":"5e8f09abcdef00112233445566778899"}"#;
    let file = world.file().with_file_name("2026.zzzzzz.jsonl");
    fs::write(file, format!("{newer}\n")).unwrap();
    let mut laptop = world.open("a");
    assert_eq!(laptop.who(), ["1", "2", "3"]);
    let closed = Closed::Newer { file: "journal/2026.zzzzzz.jsonl".to_owned(), line: 1, version: 3 };
    assert_eq!(laptop.journal.closed(), Some(&closed));
    assert!(matches!(laptop.write("4"), Err(Failure::ReadOnly(why)) if why == closed));
    assert_eq!(fs::read(world.files().remove(0)).unwrap().len(), ends[2], "{}", bytes.len());
}

#[test]
fn an_erased_line_links_and_wins_over_its_copies() {
    let (world, bytes, ends) = three();
    let text = std::str::from_utf8(&bytes).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let writer = world.open("a").journal.writer();
    let h = &lines[1][lines[1].len() - 34..lines[1].len() - 2];
    let erased = format!(
        r#"{{"v":1,"w":"{writer}","n":2,"c":2,"ts":"2026-11-21T19:00:02.000+08:00","redacted":"{writer}.3","h":"{h}"}}"#
    );
    fs::write(world.file(), format!("{}\n{erased}\n{}\n", lines[0], lines[2])).unwrap();
    fs::write(world.file().with_file_name("copy.jsonl"), &bytes[..ends[1]]).unwrap();
    let laptop = world.open("a");
    assert_eq!((laptop.who(), laptop.codes()), (vec!["1", "3"], vec!["redacted"]));
    assert!(check(&world).is_ok(), "{:?}", check(&world));
}

#[test]
fn hidden_files_and_folders_are_no_part_of_the_journal() {
    let (world, ..) = three();
    let journal = world.council().join("journal");
    fs::write(journal.join("._2026.k3f9q2.jsonl"), b"\0\x05\x16\x07").unwrap();
    fs::write(journal.join("2026.k3f9q2.jsonl.tmp"), b"{").unwrap();
    fs::create_dir(journal.join("old.jsonl")).unwrap();
    let report = check(&world);
    assert!(report.is_ok() && report.files == 1, "{report:?}");
}

#[test]
fn a_seal_is_found_by_its_first_twelve_digits() {
    let (world, bytes, ends) = three();
    let text = std::str::from_utf8(&bytes[..ends[1]]).unwrap();
    let h = &text[text.len() - 35..text.len() - 3];
    let laptop = world.open("a");
    let check = laptop.journal.check();
    let spaced = format!("{} {}-{}", &h[..4].to_uppercase(), &h[4..8], &h[8..12]);
    let sealing = check.seal(&spaced).unwrap().unwrap();
    assert_eq!((sealing.line, sealing.act), (2, laptop.entries[1].id()));
    assert_eq!(check.seal_of(sealing.act).unwrap().as_deref(), Some(&h[..12]));
    for other in ["", "5e8f", &h[..11], "000000000000"] {
        assert_eq!(check.seal(other).unwrap(), None, "{other}");
    }
}

#[test]
fn a_sealed_head_that_is_gone_is_noticed() {
    let (world, bytes, ends) = three();
    let mut other = world.open("b");
    let heads = other.journal.heads();
    let sealed = MinutesSealed { meeting: MeetingRef("zzzzzz.1.0".parse().unwrap()), heads, warnings: Vec::new() };
    let sealing = Act { events: vec![sealed.into()], ..act(1, "赵敏") };
    let Appended::Saved(sealing) = other.journal.append(sealing).unwrap() else { panic!("nothing was new") };
    assert!(check(&world).is_ok());
    let cut = world.files().into_iter().find(|file| fs::read(file).unwrap() == bytes).unwrap();
    fs::write(cut, &bytes[..ends[1]]).unwrap();
    // A laptop that never saw the record whole, and so remembers nothing of it.
    let (journal, _) = Journal::open(&world.council(), &world.state("c"), Access::ReadOnly).unwrap();
    let report = journal.check().run().unwrap();
    let act = world.open("c").entries[0].id().writer;
    let act = mazha::domain::id::ActId { writer: act, n: 3 };
    assert_eq!(report.remarks, [Remark::SealBroken { by: sealing.id(), act }]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_to_our_file_it_opens_and_repair_puts_it_right(
        splices in proptest::collection::vec((any::<prop::sample::Index>(), 0..300_usize, odd_bytes()), 1..5),
    ) {
        let (world, bytes, _) = three();
        let whole = world.open("a").entries;
        let mut damaged = bytes;
        for (at, gone, new) in splices {
            let at = at.index(damaged.len() + 1);
            let end = damaged.len().min(at + gone);
            damaged.splice(at..end, new);
        }
        fs::write(world.file(), damaged).unwrap();
        let mut laptop = world.open("a");
        if laptop.journal.closed().is_none() {
            let repaired = laptop.journal.repair(at(99), "赵敏").unwrap();
            let report = check(&world);
            let doubted = |entry: &Entry| {
                let doubt = |remark: &Remark| {
                    matches!(remark, Remark::Damaged { act, how: Damage::CannotTell, .. } if *act == Some(entry.id()))
                };
                report.remarks.iter().any(doubt)
            };
            for entry in repaired.entries.iter().filter(|entry| entry.act == "undo") {
                prop_assert!(whole.contains(entry) || doubted(entry), "{:?}", entry);
            }
            prop_assert!(report.is_ok(), "{:?}\n{:?}", report, repaired);
        }
    }
}

/// Bytes such as accidents, editors and other programs leave.
fn odd_bytes() -> impl Strategy<Value = Vec<u8>> {
    let text = |text: &str| Just(text.as_bytes().to_vec());
    let line = |body: &str| {
        let ts = "2026-11-21T19:00:00+08:00";
        let h = "5e8f09abcdef00112233445566778899";
        text(&format!(
            "\n{{\"v\":1,\"w\":\"k3f9q2\",{body},\"ts\":\"{ts}\",\"act\":\"a\",\"events\":[],\"h\":\"{h}\"}}\n"
        ))
    };
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..40),
        proptest::collection::vec(Just(0), 0..600),
        text("\n"),
        text("\r\n"),
        text("\u{feff}"),
        text("\\ud800"),
        line(r#""n":1,"n":2,"c":1,"by":"a""#),
        line(r#""n":18446744073709551615,"c":18446744073709551615,"by":"a""#),
        line(r#""n":4,"c":1,"by":"\ud83d""#),
        line(&format!(r#""n":4,"c":1,"by":"a","x":{}{}"#, "[".repeat(9000), "]".repeat(9000))),
    ]
}
