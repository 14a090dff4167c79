//! Opening a council on a thread of its own. What is read in a moment is not spoken of; of what takes longer it is shown
//! how far it has come, and nobody has to wait for the end.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crossterm::event::Event;

use super::Session;
use super::seat::{Message, Seat};
use crate::council::Council;
use crate::journal::{Error, Progress};
use crate::text::Text;
use crate::tui::app::leaves;
use crate::tui::keys::{self, Action, Place};
use crate::tui::loading::{self, Loading};

/// How often the frame is painted while somebody waits.
const FRAME: Duration = Duration::from_millis(100);

/// A council that is being opened.
pub(super) struct Opening {
    folder: PathBuf,
    progress: Arc<Progress>,
    done: Receiver<Result<Council, Error>>,
}

/// What became of it.
pub(super) enum Opened {
    /// It is open.
    Council(Box<Council>),
    /// It cannot be opened.
    Failed(Error),
    /// Somebody would not wait.
    Left,
}

impl Opening {
    /// Begins to read.
    pub(super) fn begin(folder: PathBuf, session: &Session) -> Self {
        let (sender, done) = mpsc::channel();
        let progress = Arc::new(Progress::default());
        let (reads, dir, state, access) =
            (Arc::clone(&progress), folder.clone(), session.state.clone(), session.access);
        thread::spawn(move || {
            // Whoever left does not hear of it.
            let _ = sender.send(Council::open_watched(&dir, &state, access, &reads));
        });
        Self { folder, progress, done }
    }

    /// Waits so long; none if it takes longer.
    pub(super) fn wait(&self, moment: Duration) -> Option<Opened> {
        match self.done.recv_timeout(moment) {
            Ok(Ok(council)) => Some(Opened::Council(Box::new(council))),
            Ok(Err(error)) => Some(Opened::Failed(error)),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => {
                let died = io::Error::other("reading stopped");
                Some(Opened::Failed(Error::Unreadable(self.folder.clone(), died)))
            }
        }
    }

    /// Shows how far it has come, until it is done or somebody leaves.
    pub(super) fn watch(&self, seat: &mut Seat, text: Text) -> io::Result<Opened> {
        let folder = self.folder.to_string_lossy();
        loop {
            while let Ok(message) = seat.messages.try_recv() {
                match message {
                    Message::End => return Ok(Opened::Left),
                    Message::Terminal(Event::Key(key))
                        if leaves(key) || keys::action(Place::Loading, key) == Some(Action::Quit) =>
                    {
                        return Ok(Opened::Left);
                    }
                    Message::Colours(palette) => seat.palette = palette,
                    Message::Resumed => seat.terminal.take_again()?,
                    Message::Wide => seat.terminal.make_narrow(),
                    Message::Terminal(_) | Message::Store(_) => {}
                }
            }
            let ((read, all), palette) = (self.progress.bytes(), seat.palette);
            let state = Loading { folder: &folder, read, all, text, palette };
            seat.terminal.draw(|frame| loading::draw(&state, frame))?;
            if let Some(opened) = self.wait(FRAME) {
                return Ok(opened);
            }
        }
    }
}
