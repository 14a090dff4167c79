//! The loop of the wall: paints the meeting at every second that shows, and whenever somebody has written. The record is
//! read by the same thread as for the screens, and nothing is written.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;

use crossterm::event::Event;

use super::Session;
use super::seat::{Message, Seat};
use super::store::{Report, Store};
use crate::council::{Council, take_in};
use crate::domain::id::MeetingRef;
use crate::domain::register::Register;
use crate::tui::app::leaves;
use crate::tui::keys::{self, Action, Place};
use crate::tui::present::{self, Wall};
use crate::tui::split::Panes;
use crate::tui::style::Look;

/// Shows a meeting on the wall until somebody leaves.
///
/// # Errors
/// The terminal cannot be used.
pub fn present(session: &Session, council: Council, meeting: MeetingRef) -> io::Result<()> {
    let mut seat = Seat::take(session.theme, session.ambiguous)?;
    let Council { journal, mut register, .. } = council;
    let (jobs, waiting) = mpsc::channel();
    let sender = seat.sender.clone();
    let report = move |report| sender.send(Message::Store(report)).is_ok();
    let store = Store::new(journal, session.state.clone(), waiting, Arc::new(report));
    let reader = thread::spawn(move || store.serve());
    let outcome = watch(session, &mut register, meeting, &mut seat);
    // Nobody asks any more, and so the reader ends.
    drop(jobs);
    let _ = reader.join();
    outcome
}

fn watch(session: &Session, register: &mut Register, meeting: MeetingRef, seat: &mut Seat) -> io::Result<()> {
    let mut is_gone = false;
    loop {
        let look = Look { text: session.text, palette: seat.palette, panes: Panes::default(), now: session.now() };
        let wall = Wall { register, meeting, is_over: false, is_gone, look };
        let wait = wall.rests();
        seat.terminal.draw(|frame| present::draw(&wall, frame))?;
        let mut message = match seat.messages.recv_timeout(wait) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        while let Some(one) = message {
            match one {
                Message::End => return Ok(()),
                Message::Terminal(Event::Key(key))
                    if leaves(key) || keys::action(Place::Wall, key) == Some(Action::Quit) =>
                {
                    return Ok(());
                }
                Message::Resumed => seat.terminal.take_again()?,
                Message::Colours(palette) => seat.palette = palette,
                Message::Wide => seat.terminal.make_narrow(),
                Message::Store(Report::News(news, _)) => take_in(register, news),
                Message::Store(Report::Gone(_)) => is_gone = true,
                Message::Store(Report::Back) => is_gone = false,
                Message::Terminal(_) | Message::Store(_) => {}
            }
            message = seat.messages.try_recv().ok();
        }
    }
}
