//! A disk that is full, broken, read-only or lying, and death at an exact call: injected with strace, and with a limit
//! on the size of files. Where strace cannot be used these tests skip, and say so past the harness.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::crowd::{acknowledged, lines, writer};
use super::kit::{Laptop, World};

/// What a writer said while its disk failed it.
#[derive(Debug)]
struct Said {
    acts: Vec<(String, u64)>,
    refused: Vec<String>,
    opened: Vec<String>,
}

/// A council and the file that laptop `a` is going to write.
fn ready() -> (World, PathBuf) {
    let world = World::new();
    let name = format!("journal/2026.{}.jsonl", world.open("a").journal.writer());
    let file = world.council().canonicalize().unwrap().join(name);
    (world, file)
}

fn strace_works() -> bool {
    static WORKS: OnceLock<bool> = OnceLock::new();
    static SKIPPED: AtomicUsize = AtomicUsize::new(0);
    let works = *WORKS.get_or_init(|| {
        let probe = Command::new("strace").args(["-f", "-qq", "-o", "/dev/null", "true"]).status();
        probe.is_ok_and(|status| status.success())
    });
    if !works {
        let skipped = SKIPPED.fetch_add(1, Ordering::Relaxed) + 1;
        let _ = writeln!(io::stderr(), "SKIPPED: {skipped} tests of failing disks, for strace cannot be used here");
    }
    works
}

/// Runs `command` to its end, under strace with these faults.
fn run(command: &Command, faults: &[&str]) -> Said {
    let mut traced = Command::new("strace");
    traced.args(["-f", "-qq", "-o", "/dev/null"]);
    for fault in faults {
        let (what, value) = fault.split_once(' ').unwrap();
        traced.args([what, value]);
    }
    traced.arg(command.get_program()).args(command.get_args());
    traced.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let mut child = traced.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let printed: Vec<String> = lines(child.stdout.take().unwrap()).collect();
    child.wait().unwrap();
    let those = |word| printed.iter().filter(|line| line.contains(word)).cloned().collect();
    Said {
        acts: printed.iter().filter_map(|line| acknowledged(line)).collect(),
        refused: those("NAK "),
        opened: those("OPEN "),
    }
}

/// Opens the council without faults, and sees that every act acknowledged is there and nothing is wrong.
fn holds(world: &World, said: &Said) -> Laptop {
    let laptop = world.open("a");
    for (writer, n) in &said.acts {
        let there = laptop.entries.iter().filter(|entry| entry.w.as_str() == writer && entry.n == *n).count();
        assert_eq!(there, 1, "{writer}.{n} of {said:?}");
    }
    let report = laptop.journal.check().run().unwrap();
    assert!(report.is_ok(), "{report:?} after {said:?}");
    laptop
}

#[test]
fn a_full_disk_refuses_an_act_and_keeps_all_others() {
    if !strace_works() {
        return;
    }
    let (world, file) = ready();
    let only = format!("-P {}", file.display());
    let full = ["-e trace=write,ftruncate", &only, "-e inject=write:error=ENOSPC:when=2"];
    let said = run(&writer(&world, "a", 5), &full);
    assert_eq!((said.acts.len(), said.refused.len()), (4, 1), "{said:?}");
    assert!(said.refused[0].contains("NotSaved"), "{said:?}");
    assert_eq!(holds(&world, &said).entries.len(), 4);

    let twice =
        ["-e trace=write,ftruncate", &only, "-e inject=write:error=ENOSPC:when=2", "-e inject=ftruncate:error=EIO"];
    let said = run(&writer(&world, "a", 5), &twice);
    assert_eq!(said.acts.len(), 4, "{said:?}");
    assert_eq!(holds(&world, &said).entries.len(), 8);
}

#[test]
fn a_sync_that_fails_is_not_sure_and_the_next_act_goes_into_a_new_file() {
    if !strace_works() {
        return;
    }
    let (world, file) = ready();
    let only = format!("-P {}", file.display());
    let said = run(&writer(&world, "a", 5), &["-e trace=fdatasync", &only, "-e inject=fdatasync:error=EIO:when=3"]);
    assert_eq!((said.acts.len(), said.refused.len()), (4, 1), "{said:?}");
    assert!(said.refused[0].contains("NotSure"), "{said:?}");
    let laptop = holds(&world, &said);
    // The act in doubt was there after all when the journal was opened again, and was written once more.
    assert_eq!(laptop.entries.iter().map(|entry| entry.n).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    let (old, new) = (fs::read_to_string(&file).unwrap(), fs::read_to_string(&world.files()[0]).unwrap());
    assert_eq!((old.lines().count(), new.lines().count()), (3, 3));
    assert_eq!(old.lines().last(), new.lines().next());
}

#[test]
fn a_name_that_may_not_last_is_not_sure() {
    if !strace_works() {
        return;
    }
    let (world, file) = ready();
    let folder = format!("-P {}", file.parent().unwrap().display());
    let said = run(&writer(&world, "a", 3), &["-e trace=fsync", &folder, "-e inject=fsync:error=EIO:when=1"]);
    assert_eq!((said.acts.len(), said.refused.len()), (2, 1), "{said:?}");
    assert!(said.refused[0].contains("NotSure"), "{said:?}");
    holds(&world, &said);
}

#[test]
fn a_write_that_is_interrupted_is_taken_up_again() {
    if !strace_works() {
        return;
    }
    let (world, file) = ready();
    let only = format!("-P {}", file.display());
    let said = run(&writer(&world, "a", 3), &["-e trace=write", &only, "-e inject=write:error=EINTR:when=1..3"]);
    assert_eq!((said.acts.len(), said.refused.len()), (3, 0), "{said:?}");
    holds(&world, &said);
}

#[test]
fn a_folder_that_may_not_be_written_is_read_only() {
    if !strace_works() {
        return;
    }
    for error in ["EROFS", "EACCES"] {
        let (world, file) = ready();
        let only = format!("-P {}", file.display());
        let inject = format!("-e inject=openat:error={error}");
        let said = run(&writer(&world, "a", 2), &["-e trace=openat", &only, &inject]);
        assert_eq!(said.acts.len(), 0);
        assert!(said.refused.iter().all(|refused| refused.contains("ReadOnly")), "{said:?}");
        assert_eq!(world.files().len(), 0);
    }
}

#[test]
fn a_file_of_ours_that_cannot_be_read_is_not_written_to() {
    if !strace_works() {
        return;
    }
    let (world, file) = ready();
    let only = format!("-P {}", file.display());
    world.open("a").write("1").unwrap();
    let said = run(&writer(&world, "a", 1), &["-e trace=read", &only, "-e inject=read:error=EIO"]);
    assert!(said.refused[0].contains("OwnFile"), "{said:?}");
    assert!(said.opened[0].contains("unreadable"), "{said:?}");
    assert_eq!(world.open("a").write("2").unwrap().n, 2);
}

#[test]
fn a_file_of_somebody_elses_that_cannot_be_read_keeps_nobody_from_writing() {
    if !strace_works() {
        return;
    }
    let (world, _) = ready();
    world.open("b").write("1").unwrap();
    let only = format!("-P {}", world.file().canonicalize().unwrap().display());
    let said = run(&writer(&world, "a", 3), &["-e trace=read", &only, "-e inject=read:error=EIO"]);
    assert_eq!((said.acts.len(), said.refused.len()), (3, 0), "{said:?}");
    assert!(said.opened[0].contains("unreadable"), "{said:?}");
    holds(&world, &said);
}

#[test]
fn without_locks_the_laptop_says_so_and_goes_on() {
    if !strace_works() {
        return;
    }
    let (world, _) = ready();
    let said = run(&writer(&world, "a", 3), &["-e trace=flock", "-e inject=flock:error=ENOLCK"]);
    assert_eq!(said.acts.len(), 3);
    assert!(said.opened[0].contains("no_locks"), "{said:?}");
    holds(&world, &said);
}

#[test]
fn a_process_that_dies_at_any_call_loses_nothing_acknowledged() {
    if !strace_works() {
        return;
    }
    for call in ["write", "fdatasync", "openat", "ftruncate", "rename"] {
        for when in [1, 2, 3] {
            let (world, file) = ready();
            let trace = format!("-e trace={call}");
            let only = format!("-P {}", file.display());
            let die = format!("-e inject={call}:signal=SIGKILL:when={when}");
            // Renames are those of what the laptop remembers.
            let faults: &[&str] = if call == "rename" { &[&trace, &die] } else { &[&trace, &only, &die] };
            let said = run(&writer(&world, "a", 5), faults);
            let laptop = holds(&world, &said);
            assert!(laptop.entries.len() <= said.acts.len() + 1, "{call} {when}: {said:?}");
            assert!(laptop.journal.remarks().is_empty(), "{call} {when}: {:?}", laptop.journal.remarks());
        }
    }
}

#[test]
fn a_disk_that_lies_is_found_out() {
    if !strace_works() {
        return;
    }
    let (world, file) = ready();
    let only = format!("-P {}", file.display());
    // The first hundred bytes of the second act are said to be written, and are not.
    let said = run(&writer(&world, "a", 4), &["-e trace=write", &only, "-e inject=write:retval=100:when=2"]);
    let mut laptop = world.open("a");
    assert!(!laptop.journal.check().run().unwrap().is_ok(), "{said:?}");
    let repaired = laptop.journal.repair(super::kit::at(9), "赵敏").unwrap();
    assert!(repaired.declared.is_some(), "what was lost is said: {repaired:?}");
    assert!(laptop.journal.check().run().unwrap().is_ok());
}

/// Runs the writer with files limited to four kibibytes: a write is really cut short, and then refused.
fn limited(world: &World) -> Command {
    let inner = writer(world, "a", 40);
    let mut command = Command::new("bash");
    command
        .args(["-c", "trap '' XFSZ; ulimit -f 4; exec \"$@\"", "bash"])
        .arg(inner.get_program())
        .args(inner.get_args());
    command.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

#[test]
fn a_write_cut_short_leaves_nothing_behind() {
    let (world, file) = ready();
    let mut child = limited(&world).spawn().unwrap();
    let printed: Vec<String> = lines(child.stdout.take().unwrap()).collect();
    child.wait().unwrap();
    let acts: Vec<_> = printed.iter().filter_map(|line| acknowledged(line)).collect();
    let refused: Vec<_> = printed.into_iter().filter(|line| line.contains("NAK NotSaved")).collect();
    assert!(acts.len() > 10 && acts.len() + refused.len() == 40, "{acts:?} {refused:?}");
    assert!(fs::read(&file).unwrap().ends_with(b"\n"));
    let laptop = holds(&world, &Said { acts, refused, opened: Vec::new() });
    assert!(laptop.journal.remarks().is_empty());
}

#[test]
fn a_torn_line_that_could_not_be_cut_back_is_cut_before_the_next_act() {
    if !strace_works() {
        return;
    }
    let (world, file) = ready();
    let only = format!("-P {}", file.display());
    let said = run(&limited(&world), &["-e trace=ftruncate", &only, "-e inject=ftruncate:error=EIO"]);
    assert_eq!(said.acts.len() + said.refused.len(), 40, "{said:?}");
    assert!(!said.acts.is_empty() && said.refused.iter().all(|refused| refused.contains("NotSaved")), "{said:?}");
    assert!(!fs::read(&file).unwrap().ends_with(b"\n"));
    let mut laptop = holds(&world, &said);
    assert_eq!(laptop.codes(), ["cut"]);
    assert_eq!(laptop.entries.len(), said.acts.len());
    laptop.write("after").unwrap();
    holds(&world, &said);
}
