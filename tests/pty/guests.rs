//! Two at one council, a council nobody may change, and a disk that is full.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::kit::{Seat, USUAL};

const SAVE: &str = "\x13";

#[test]
fn two_programs_on_one_folder_see_each_other_and_both_write() {
    let seat = Seat::new();
    let (mut one, mut two) = (seat.sit_down(), seat.sit_down());
    one.then("n", "标题").then("东门路灯不亮\t微信", "微信").then(SAVE, "提事：东门路灯不亮");
    two.wait_for("东门路灯不亮");
    two.then("n", "标题").then("下水堵塞\t微信", "微信").then(SAVE, "提事：下水堵塞");
    one.wait_for("下水堵塞");
    one.press("q").is_given_back();
    two.press("q").is_given_back();
    assert_eq!(seat.titles(), ["下水堵塞", "东门路灯不亮"]);
    seat.run(&["check"], "");
}

#[test]
fn what_may_not_be_changed_says_so_and_stays() {
    let seat = Seat::new();
    seat.run(&["raise", "东门路灯不亮"], "");
    let mut terminal = seat.sit_down_with(&["--read-only"], USUAL);
    terminal.wait_for("只读");
    terminal.then("n", "这份台账是只读的").then("\r", "2026-A001").then("a", "这份台账是只读的");
    terminal.press("q").is_given_back();
    assert_eq!(seat.json(&["log", "2026-A001", "--json"])["entries"].as_array().unwrap().len(), 1);
}

#[test]
fn on_a_full_disk_nothing_is_called_saved_and_the_words_stay() {
    let root = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::new(&root.path().join("disk")) else {
        eprintln!("SKIPPED: a full disk needs the right to mount one");
        return;
    };
    let seat = Seat::at(root, disk.0.join("council"));
    let mut terminal = seat.sit_down();
    let ballast = disk.0.join("ballast");
    let _ = fs::write(&ballast, vec![0; 1 << 20]);
    // The last block of the journal may still have room for short lines.
    let line = r#"{"do":"raise_matter","title":"占地方","channel":"wechat"}"#;
    let full = (0..64).any(|_| seat.answer(&["do"], line).0 == Some(3));
    assert!(full, "the disk is not full");
    let before = seat.titles();
    terminal.then("n", "标题").then("东门路灯不亮\t微信", "微信").then(SAVE, "没有保存");
    terminal.wait_for("东门路灯不亮");
    assert_eq!(seat.titles(), before);
    fs::remove_file(ballast).unwrap();
    terminal.then(SAVE, "提事：东门路灯不亮");
    terminal.press("q").is_given_back();
    assert_eq!(seat.titles().len(), before.len() + 1);
    seat.run(&["check"], "");
}

/// A disk of 64 kB, taken away again at the end.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// None without the right to mount.
    fn new(at: &Path) -> Option<Self> {
        fs::create_dir(at).unwrap();
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(at).output().ok()?;
        mount.status.success().then(|| Self(at.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}
