//! What comes in from the world, and what the screens ask of it.

use crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::Size;

use super::Answer;
use crate::domain::command::Command;
use crate::domain::id::ActId;
use crate::state_dir::Habit;
use crate::tui::style::Palette;

/// What comes in from the world.
#[derive(Debug, Clone)]
pub enum Input {
    /// A key.
    Key(KeyEvent),
    /// The mouse.
    Mouse(MouseEvent),
    /// A pasted text.
    Paste(String),
    /// The terminal has this size now.
    Resize(Size),
    /// Others wrote so many acts; the record holds them.
    News(usize),
    /// Something about the record that somebody should know.
    Remarks(String),
    /// What became of the command asked for last; the record holds it.
    Answer(Answer),
    /// The command asked for last takes long.
    Slow,
    /// Something is wrong with the record, or nothing is any more.
    Unsound(bool),
    /// The council's folder cannot be read any more; the sentence says why.
    Gone(String),
    /// It can be read again.
    Back,
    /// These colours suit the terminal's background.
    Colours(Palette),
    /// What a look over the whole record found, in lines.
    Checked(Vec<String>),
    /// The digest of an act, if it could be read.
    Digest(ActId, Option<String>),
    /// Time has passed: deadlines may have come near.
    Tick,
    /// A second has passed in a room whose clocks run, or where something is written.
    Second,
    /// Nobody wants anything for the moment; what was put off can go on.
    Idle,
    /// The program is made to end.
    End,
}

/// What the screens ask of the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Carry this out and answer.
    Commit(Box<Command>),
    /// Look over the whole record, and whether this seal belongs to it.
    Check(Option<String>),
    /// Read the digest of this act.
    Digest(ActId),
    /// Keep these texts beside the record.
    Keep(String),
    /// From now on acts are recorded under this name.
    Sit(String),
    /// Remember this for the next time, whatever council is opened then.
    Remember(Habit),
    /// Put this line into the clipboard.
    Copy(String),
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Stop until the shell goes on with the program, where there is a shell.
    Suspend,
    /// Paint everything anew.
    Clear,
    /// Leave.
    Quit,
}
