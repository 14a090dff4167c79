//! Whether the terminal takes two cells for `“` and its like. It is made to write one and asked where the cursor is.
//!
//! The answer never comes out of crossterm as an event: it is kept for whoever asks where the cursor is, and asking
//! waits two seconds where no answer comes. So the question goes out first, then the one about the background, whose
//! answer does come out; terminals answer in order, and once the second answer is there, so is the first.

use std::io::{self, Write, stdout};

use crossterm::cursor;

/// A sign in the corner, where the cursor is after it (DSR 6), and the corner emptied again.
const QUERY: &str = "\x1b[H“\x1b[6n\x1b[H\x1b[K";

/// Asks, before anything is painted.
pub(super) fn ask() -> io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(QUERY.as_bytes())?;
    out.flush()
}

/// What the terminal answered; to be called by the thread of the keys, once an answer to a later question is there.
pub(super) fn is_wide() -> bool {
    // This asks once more, and finds the first answer; the second stays where nobody looks.
    cursor::position().is_ok_and(|(column, _)| column == 2)
}
