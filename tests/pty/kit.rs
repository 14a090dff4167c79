//! A council in a temporary folder, and a terminal with the program in it. Waits for what is seen, never for a time.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use serde_json::Value;
use tempfile::TempDir;
use vt100::{MouseProtocolMode, Parser, Screen};

/// When all of this happens: a Monday.
const NOW: &str = "2026-11-23T09:00:00+08:00";
/// The usual window: columns and rows.
pub(super) const USUAL: (u16, u16) = (120, 34);
/// How long a loaded machine may take for what takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK: Duration = Duration::from_millis(1);
/// Nothing written for so long: the screen has come to rest.
const REST: Duration = Duration::from_millis(120);

/// A council to sit down before.
pub(super) struct Seat {
    root: TempDir,
    council: PathBuf,
}

/// What the program wrote.
struct Seen {
    parser: Parser,
    bytes: Vec<u8>,
    last: Instant,
}

/// Says whether a terminal is set as it was: echo, line editing and all.
type AsBefore = Box<dyn Fn(&dyn MasterPty) -> bool + Send>;

/// A terminal in which the program runs.
pub(super) struct Terminal {
    seen: Arc<Mutex<Seen>>,
    keyboard: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    as_before: AsBefore,
    child: Box<dyn Child + Send + Sync>,
}

impl Seat {
    /// Before a council just founded.
    pub(super) fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let council = root.path().join("council");
        Self::at(root, council)
    }

    /// Before nothing at all.
    pub(super) fn empty() -> Self {
        let root = tempfile::tempdir().unwrap();
        let council = root.path().join("council");
        Self { root, council }
    }

    /// The home of whoever sits here.
    pub(super) fn home(&self) -> &Path {
        self.root.path()
    }

    /// The council's folder.
    pub(super) fn council(&self) -> &Path {
        &self.council
    }

    /// Runs the program as it is run by whoever was told its name and nothing else.
    #[track_caller]
    pub(super) fn first_run(&self, arguments: &[&str]) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_mazha"));
        command.args(arguments);
        command.env_clear();
        command.cwd(self.root.path());
        for (name, value) in self.at_home() {
            command.env(name, value);
        }
        let terminal = Terminal::open(command, USUAL);
        terminal.wait_for("离开");
        terminal
    }

    /// What a reading command answers there, in JSON.
    pub(super) fn run_at_home(&self, arguments: &[&str]) -> Value {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mazha"));
        command.args(arguments).current_dir(self.root.path()).env_clear().envs(self.at_home());
        serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
    }

    /// The variables without the council and the name.
    fn at_home(&self) -> Vec<(&'static str, PathBuf)> {
        let told = ["MAZHA_COUNCIL", "MAZHA_AS"];
        self.variables().into_iter().filter(|(name, _)| !told.contains(name)).collect()
    }

    /// Before a council just founded in this folder, which may be another disk.
    pub(super) fn at(root: TempDir, council: PathBuf) -> Self {
        let seat = Self { root, council };
        let folder = seat.council.to_str().unwrap().to_owned();
        seat.run(&["init", &folder, "--name", "榆荫里社区"], "");
        seat
    }

    /// Chooses settings.
    pub(super) fn choose(&self, settings: &str) {
        let folder = self.root.path().join("settings");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("settings.json"), settings).unwrap();
    }

    pub(super) fn variables(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("HOME", self.root.path().into()),
            ("MAZHA_STATE_DIR", self.root.path().join("state")),
            ("MAZHA_CONFIG_DIR", self.root.path().join("settings")),
            ("MAZHA_COUNCIL", self.council.clone()),
            ("MAZHA_NOW", NOW.into()),
            ("MAZHA_AS", "周海燕".into()),
            ("MAZHA_LANG", "zh".into()),
            ("TERM", "xterm-256color".into()),
        ]
    }

    /// Runs the program without a terminal: how it ended, and what it answered.
    pub(super) fn answer(&self, arguments: &[&str], input: &str) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mazha"));
        command.args(arguments).current_dir(self.root.path()).env_clear().envs(self.variables());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // A program that reads nothing closes the pipe before it is fed.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    }

    /// Runs the program, which must do what it is asked.
    #[track_caller]
    pub(super) fn run(&self, arguments: &[&str], input: &str) -> String {
        let (code, out) = self.answer(arguments, input);
        assert_eq!(code, Some(0), "{arguments:?} {input}: {out}");
        out
    }

    /// What a reading command answers in JSON.
    #[track_caller]
    pub(super) fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.run(arguments, "")).unwrap()
    }

    /// The titles of all matters, sorted.
    #[track_caller]
    pub(super) fn titles(&self) -> Vec<String> {
        let list = self.json(&["list", "--json"]);
        let matters = list["matters"].as_array().unwrap().iter();
        let mut titles: Vec<_> = matters.map(|matter| matter["title"].as_str().unwrap().to_owned()).collect();
        titles.sort();
        titles
    }

    /// Sits down: the board is there when this returns.
    #[track_caller]
    pub(super) fn sit_down(&self) -> Terminal {
        self.sit_down_with(&[], USUAL)
    }

    /// Sits down at another time, given as it is written in the record.
    pub(super) fn sit_down_at(&self, now: &str, size: (u16, u16)) -> Terminal {
        let mut command = self.command(&[]);
        command.env("MAZHA_NOW", now);
        let terminal = Terminal::open(command, size);
        terminal.wait_for("离开");
        terminal
    }

    #[track_caller]
    pub(super) fn sit_down_with(&self, arguments: &[&str], size: (u16, u16)) -> Terminal {
        let terminal = Terminal::open(self.command(arguments), size);
        terminal.wait_for("离开");
        terminal
    }

    /// Runs the program in a terminal of this kind (`TERM`).
    pub(super) fn run_on(&self, kind: &str) -> Terminal {
        let mut command = self.command(&[]);
        command.env("TERM", kind);
        Terminal::open(command, USUAL)
    }

    fn command(&self, arguments: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_mazha"));
        command.args(arguments);
        command.env_clear();
        command.cwd(self.root.path());
        for (name, value) in self.variables() {
            command.env(name, value);
        }
        command
    }
}

impl Terminal {
    fn open(command: CommandBuilder, size: (u16, u16)) -> Self {
        let pty = native_pty_system().openpty(pty_size(size)).unwrap();
        let settings = pty.master.get_termios();
        let as_before: AsBefore = Box::new(move |master| master.get_termios() == settings);
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let (rows, columns) = vt_size(size);
        let parser = Parser::new(rows, columns, 0);
        let seen = Arc::new(Mutex::new(Seen { parser, bytes: Vec::new(), last: Instant::now() }));
        let mut reader = pty.master.try_clone_reader().unwrap();
        let writes = Arc::clone(&seen);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            // The end of the program is the end of the terminal's other side.
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                let mut seen = writes.lock().unwrap();
                seen.parser.process(&buffer[..n]);
                seen.bytes.extend(&buffer[..n]);
                seen.last = Instant::now();
            }
        });
        let keyboard = pty.master.take_writer().unwrap();
        Self { seen, keyboard, master: pty.master, as_before, child }
    }

    /// Types this, as it is.
    pub(super) fn press(&mut self, keys: impl AsRef<[u8]>) -> &mut Self {
        self.keyboard.write_all(keys.as_ref()).unwrap();
        self.keyboard.flush().unwrap();
        self
    }

    /// Pastes this, as terminals do.
    pub(super) fn paste(&mut self, text: &str) -> &mut Self {
        self.press(format!("\x1b[200~{text}\x1b[201~"))
    }

    /// Types this and waits for that.
    #[track_caller]
    pub(super) fn then(&mut self, keys: &str, shown: &str) -> &mut Self {
        self.press(keys).wait_for(shown);
        self
    }

    #[track_caller]
    pub(super) fn wait_for(&self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Waits for the screen to be as `seen` says; shows it where it does not become so.
    #[track_caller]
    pub(super) fn wait_until(&self, what: &str, seen: impl Fn(&Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !self.look(&seen) {
            assert!(Instant::now() < end, "no “{what}” in\n{}", self.picture());
            sleep(LOOK);
        }
    }

    /// Waits until nothing is written any more.
    pub(super) fn rest(&self) {
        while self.seen.lock().unwrap().last.elapsed() < REST {
            sleep(LOOK);
        }
    }

    pub(super) fn look<T>(&self, look: impl FnOnce(&Screen) -> T) -> T {
        look(self.seen.lock().unwrap().parser.screen())
    }

    /// What is seen, with the place of the cursor.
    pub(super) fn picture(&self) -> String {
        self.look(|screen| {
            let mut picture = screen.contents();
            let hidden = if screen.hide_cursor() { ", hidden" } else { "" };
            let _ = write!(picture, "\n[cursor {:?}{hidden}]", screen.cursor_position());
            picture
        })
    }

    /// Every byte written so far.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.seen.lock().unwrap().bytes.clone()
    }

    pub(super) fn resize(&self, size: (u16, u16)) {
        let (rows, columns) = vt_size(size);
        self.seen.lock().unwrap().parser.set_size(rows, columns);
        self.master.resize(pty_size(size)).unwrap();
    }

    /// Sends a signal: `TERM`, `HUP`, `KILL`.
    pub(super) fn signal(&self, name: &str) {
        let process = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &process]).status().unwrap().success());
    }

    pub(super) fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Waits for the program to end.
    #[track_caller]
    pub(super) fn end(&mut self) -> ExitStatus {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < end, "it does not end:\n{}", self.picture());
            sleep(LOOK);
        }
    }

    /// Waits for the program to end well, and for the terminal to be as it was.
    #[track_caller]
    pub(super) fn is_given_back(&mut self) {
        let status = self.end();
        assert!(status.success(), "{status:?}\n{}", self.picture());
        self.wait_until("the usual screen", |screen| !screen.alternate_screen() && !screen.hide_cursor());
        self.rest();
        self.look(|screen| {
            assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
            assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        });
        assert!((self.as_before)(&*self.master), "the terminal is still in raw mode");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves a program behind.
        if self.is_running() {
            self.signal("KILL");
            let _ = self.child.wait();
        }
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, ..PtySize::default() }
}

/// Rows and columns for the terminal that is looked at: it cannot hold a wide character in a single column.
fn vt_size((columns, rows): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    (NonZeroU16::new(rows.max(2)).unwrap(), NonZeroU16::new(columns.max(2)).unwrap())
}
