//! A desk to run the program at: a temporary place, a fixed clock, and nothing of the machine's own environment.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// When all of this happens: a Monday.
pub(super) const NOW: &str = "2026-11-23T09:00:00+08:00";

pub(super) struct Desk {
    pub(super) root: TempDir,
}

/// What the program answered.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) code: Option<i32>,
    pub(super) out: String,
    pub(super) err: String,
}

impl Desk {
    /// A desk without a council.
    pub(super) fn bare() -> Self {
        Self { root: tempfile::tempdir().unwrap() }
    }

    /// A desk with a council just founded.
    pub(super) fn new() -> Self {
        let desk = Self::bare();
        desk.run(["init", desk.council().to_str().unwrap(), "--name", "榆荫里社区"]).expect(0);
        desk
    }

    pub(super) fn council(&self) -> PathBuf {
        self.root.path().join("council")
    }

    pub(super) fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mazha"));
        command
            .args(arguments)
            .current_dir(self.root.path())
            .env_clear()
            .env("HOME", self.root.path())
            .env("MAZHA_STATE_DIR", self.root.path().join("state"))
            .env("MAZHA_COUNCIL", self.council())
            .env("MAZHA_NOW", NOW)
            .env("MAZHA_AS", "周海燕")
            .env("MAZHA_LANG", "en")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub(super) fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Answer {
        self.feed(arguments, "")
    }

    /// Runs the program with something on its standard input.
    pub(super) fn feed<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
        input: impl AsRef<[u8]>,
    ) -> Answer {
        let mut child = self.command(arguments).spawn().unwrap();
        // A program that reads nothing closes the pipe before it is fed.
        let _ = child.stdin.take().unwrap().write_all(input.as_ref());
        Answer::of(child)
    }

    /// Runs a reading command and reads the one document it answers.
    pub(super) fn json<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Value {
        let answer = self.run(arguments);
        serde_json::from_str(&answer.expect(0).out).unwrap()
    }

    /// Carries out lines and gives their answers.
    pub(super) fn carry_out(&self, lines: &str) -> Vec<Value> {
        self.feed(["do"], lines).answers()
    }

    /// Carries out lines that are all allowed.
    pub(super) fn done(&self, lines: &str) -> Vec<Value> {
        let answers = self.carry_out(lines);
        for answer in &answers {
            assert_eq!(answer["ok"], true, "{answer}");
        }
        answers
    }

    /// Every file of the journal, with its bytes.
    pub(super) fn journal(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let folder = std::fs::read_dir(self.council().join("journal")).unwrap();
        let mut files: Vec<PathBuf> = folder.map(|item| item.unwrap().path()).collect();
        files.sort();
        files.into_iter().map(|file| (file.clone(), read(&file))).collect()
    }
}

fn read(file: &Path) -> Vec<u8> {
    std::fs::read(file).unwrap()
}

impl Answer {
    pub(super) fn of(child: Child) -> Self {
        let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: status.code(), out: text(stdout), err: text(stderr) }
    }

    #[track_caller]
    pub(super) fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        self
    }

    /// One document a line.
    pub(super) fn answers(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}
