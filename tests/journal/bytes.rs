//! What happens to single bytes: cut, flipped, added, doubled, swapped.

use std::fs;

use mazha::journal::Remark;

use super::kit::{Laptop, World, copy};

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
