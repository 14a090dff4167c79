//! Where results go and how a command ends; must not know what the results are.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use serde::Serialize;

/// How a command ended, as scripts see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// Done.
    Done = 0,
    /// The rules refused, or a check found something.
    Refused = 1,
    /// Wrong usage.
    Usage = 2,
    /// The folder could not be read or written.
    Folder = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// A command that could not go on, with what people are told.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) exit: Exit,
    pub(super) message: String,
}

impl Stop {
    pub(super) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into() }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::new(Exit::Folder, error.to_string())
    }
}

/// Says something to people on standard error. Nobody is left to tell if that fails.
pub(super) fn say(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}

/// Standard output. A reader that has gone away, as `| head` does, is no error: what is left to say is dropped, and
/// what was asked for is still done.
#[derive(Debug)]
pub(super) struct Out {
    stdout: io::Stdout,
    reader_gone: bool,
}

impl Out {
    pub(super) fn new() -> Self {
        Self { stdout: io::stdout(), reader_gone: false }
    }

    pub(super) fn is_terminal(&self) -> bool {
        self.stdout.is_terminal()
    }

    /// The columns there are for a line; none where nobody looks at a screen, so that nothing is cut.
    pub(super) fn columns(&self) -> Option<usize> {
        let (columns, _) = self.is_terminal().then(crossterm::terminal::size)?.ok()?;
        Some(columns.into())
    }

    /// One line.
    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self, "{text}")
    }

    /// One JSON document on a line of its own, flushed.
    pub(super) fn json(&mut self, document: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut *self, document)?;
        self.write_all(b"\n")?;
        self.flush()
    }

    fn forgiving<T>(&mut self, done: io::Result<T>, dropped: T) -> io::Result<T> {
        match done {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.reader_gone = true;
                Ok(dropped)
            }
            other => other,
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.reader_gone {
            return Ok(bytes.len());
        }
        let written = self.stdout.write(bytes);
        self.forgiving(written, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.reader_gone {
            return Ok(());
        }
        let flushed = self.stdout.flush();
        self.forgiving(flushed, ())
    }
}
