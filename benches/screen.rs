//! What a person waits for, through a real pty: the first frame and each key, as ratios. Run with `cargo bench`.
//!
//! The yardstick of the first frame is a bare ratatui program that lists as many rows, plus the time that reading the
//! same bytes and parsing them as the same typed JSON takes. The yardstick of a key is the same key with 300 matters.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "run by hand, to be read"
)]

mod generate;
mod script;

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use mazha::domain::entry::Entry;
use mazha::journal::{About, Journal};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const ROWS: u16 = 40;
const COLUMNS: u16 = 120;
const MANY: usize = 30_000;
/// Enough to fill the screen, so that both paint as many cells.
const FEW: usize = 300;
const RUNS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.get(1).is_some_and(|argument| argument == "bare") {
        bare();
        return;
    }
    let place = tempfile::tempdir().expect("a temporary folder");
    let (many, few) = (place.path().join("many"), place.path().join("few"));
    let acts = council(&many, MANY);
    council(&few, FEW);

    let this = std::env::current_exe().expect("this program");
    let bare = first_frame("the bare list", || program(&this, &["bare"], place.path()), "row 0");
    let parse = best((0..RUNS).map(|_| read_and_parse(&many)));
    let start = |dir: &Path| {
        program(
            Path::new(env!("CARGO_BIN_EXE_mazha")),
            &["-C", &dir.to_string_lossy(), "--lang", "en", "--as", "bench"],
            place.path(),
        )
    };
    let ours = first_frame("mazha", || start(&many), "Deliberate");
    println!("{MANY} matters, {acts} acts, {COLUMNS}x{ROWS}, best of {RUNS}");
    println!(
        "bare list {bare:.1?} + read and parse {parse:.1?}; first frame {ours:.1?} = {:.2} times that",
        ratio(ours, bare + parse)
    );

    let key_many = key(start(&many));
    let key_few = key(start(&few));
    println!(
        "a key: {key_few:.2?} with {FEW} matters, {key_many:.2?} with {MANY} = {:.2} times that",
        ratio(key_many, key_few)
    );
}

/// A council on disk; how many acts it has.
fn council(dir: &Path, matters: usize) -> usize {
    let entries = generate::entries(matters);
    let id = "019ac0de-0000-7000-8000-000000000001".to_owned();
    let about = About { id, name: "Bench".to_owned(), founded: entries[0].ts };
    Journal::found_with(dir, &about, &entries).expect("a council");
    entries.len()
}

/// Every byte of the journal read, every line parsed into the same typed entries.
fn read_and_parse(dir: &Path) -> Duration {
    let start = Instant::now();
    let mut entries: Vec<Entry> = Vec::new();
    for file in std::fs::read_dir(dir.join("journal")).expect("a journal").flatten() {
        let bytes = std::fs::read(file.path()).expect("a file");
        let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        entries.extend(lines.map(|line| serde_json::from_slice::<Entry>(line).expect("an entry")));
    }
    let took = start.elapsed();
    assert!(entries.len() > FEW);
    took
}

/// A ratatui program that lists as many rows and leaves at the first key.
fn bare() {
    use ratatui::widgets::{List, ListState};
    let rows: Vec<String> = (0..MANY).map(|n| format!("row {n}")).collect();
    ratatui::run(|terminal| {
        let list = List::new(rows);
        let mut state = ListState::default().with_selected(Some(0));
        terminal.draw(|frame| frame.render_stateful_widget(&list, frame.area(), &mut state)).expect("a frame");
        crossterm::event::read().expect("a key");
    });
}

/// A program in a pty, with the screen it paints.
struct Running {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    chunks: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    started: Instant,
}

fn program(path: &Path, arguments: &[&str], home: &Path) -> Running {
    let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a pty");
    let mut command = CommandBuilder::new(path);
    command.args(arguments);
    command.env("TERM", "xterm-256color");
    command.env("MAZHA_STATE_DIR", home.join("state"));
    let started = Instant::now();
    let child = pair.slave.spawn_command(command).expect("the program");
    let mut reader = pair.master.try_clone_reader().expect("its output");
    let (sender, chunks) = mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(n @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..n].to_vec()).is_err() {
                break;
            }
        }
    });
    let (rows, columns) = (NonZeroU16::new(ROWS).expect("rows"), NonZeroU16::new(COLUMNS).expect("columns"));
    Running {
        child,
        writer: pair.master.take_writer().expect("its input"),
        master: pair.master,
        chunks,
        screen: vt100::Parser::new(rows, columns, 0),
        started,
    }
}

impl Running {
    /// Waits until the screen shows this, and says how long it took since the start.
    fn shows(&mut self, text: &str) -> Duration {
        while !self.screen.screen().contents().contains(text) {
            let chunk = self.chunks.recv_timeout(Duration::from_secs(20)).unwrap_or_else(|_| {
                panic!("no “{text}” on:\n{}", self.screen.screen().contents());
            });
            self.answer(&chunk);
            self.screen.process(&chunk);
        }
        self.started.elapsed()
    }

    /// Presses a key and waits until the program has painted and paused.
    fn press(&mut self, key: &str) -> Duration {
        let start = Instant::now();
        self.writer.write_all(key.as_bytes()).expect("written");
        self.writer.flush().expect("flushed");
        let mut last = start;
        while let Ok(chunk) = self.chunks.recv_timeout(Duration::from_millis(if last == start { 2_000 } else { 15 })) {
            last = Instant::now();
            self.screen.process(&chunk);
        }
        last - start
    }

    /// A terminal says where its cursor is when it is asked.
    fn answer(&mut self, chunk: &[u8]) {
        if chunk.windows(4).any(|bytes| bytes == b"\x1b[6n") {
            let _ = self.writer.write_all(b"\x1b[1;1R");
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = &self.master;
    }
}

fn first_frame(what: &str, start: impl Fn() -> Running, text: &str) -> Duration {
    eprintln!("{what}…");
    best((0..RUNS).map(|_| start().shows(text)))
}

/// The median of moving down and up in the board's list.
fn key(mut running: Running) -> Duration {
    running.shows("Deliberate");
    std::thread::sleep(Duration::from_millis(500));
    let mut times: Vec<Duration> = ["j", "k"].iter().cycle().take(60).map(|key| running.press(key)).collect();
    times.sort();
    times[times.len() / 2]
}

fn best(times: impl Iterator<Item = Duration>) -> Duration {
    times.min().unwrap_or_default()
}

fn ratio(part: Duration, whole: Duration) -> f64 {
    part.as_secs_f64() / whole.as_secs_f64()
}
