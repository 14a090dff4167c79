//! Where results go and how a command ends; must not know what the results are.

use std::borrow::Cow;
use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use serde::Serialize;

use crate::tui::clean::clean_lines;

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
    let _ = writeln!(io::stderr(), "{}", clean_lines(message));
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

    /// Whether the screens can be shown: on a terminal that can do more than print lines.
    pub(super) fn can_show_screens(&self) -> bool {
        self.is_terminal() && env::var_os("TERM").is_none_or(|term| term != "dumb")
    }

    /// The columns there are for a line; none where nobody looks at a screen, so that nothing is cut.
    pub(super) fn columns(&self) -> Option<usize> {
        let (columns, _) = self.is_terminal().then(crossterm::terminal::size)?.ok()?;
        Some(columns.into())
    }

    /// One line, or several; whatever in them could steer a terminal is made visible.
    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self, "{}", clean_lines(text))
    }

    /// One JSON document on a line of its own, flushed.
    pub(super) fn json(&mut self, document: &impl Serialize) -> io::Result<()> {
        let text = serde_json::to_string(document)?;
        writeln!(self, "{}", escaped(&text))?;
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

/// JSON in which characters that steer terminals are written as escapes; it says the same.
fn escaped(json: &str) -> Cow<'_, str> {
    use std::fmt::Write as _;

    if !json.contains(steers) {
        return Cow::Borrowed(json);
    }
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if steers(c) {
            // Writing to memory does not fail.
            let _ = write!(escaped, "\\u{:04x}", u32::from(c));
        } else {
            escaped.push(c);
        }
    }
    Cow::Owned(escaped)
}

/// Controls that JSON leaves as they are, and marks that turn the direction of writing.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_that_could_steer_a_terminal_says_the_same_in_escapes() {
        let title = "\u{9b}31m红\u{202e}\u{7f}";
        let json = serde_json::to_string(title).unwrap();
        assert_eq!(escaped(&json), r#""\u009b31m红\u202e\u007f""#);
        assert_eq!(serde_json::from_str::<String>(&escaped(&json)).unwrap(), title);
    }
}
