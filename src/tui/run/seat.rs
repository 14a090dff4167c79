//! The terminal and all that comes through it, from the first screen to the last. Knows not what is shown.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crossterm::event::{self, Event};
use ratatui::layout::Size;

use super::{background, store, terminal, width};
use crate::settings::{Ambiguous, Theme};
use crate::tui::app::Input;
use crate::tui::style::Palette;

/// What the loops wait for.
pub(super) enum Message {
    Colours(Palette),
    /// The program was stopped, and goes on.
    Resumed,
    Terminal(Event),
    /// The terminal takes two cells for some signs.
    Wide,
    Store(store::Report),
    /// The terminal is gone, or somebody asks the program to end.
    End,
}

/// Where somebody sits. Dropping it gives the terminal back.
pub(super) struct Seat {
    pub(super) terminal: terminal::Open,
    pub(super) messages: Receiver<Message>,
    pub(super) sender: Sender<Message>,
    /// The colours, as far as they are known.
    pub(super) palette: Palette,
}

impl Seat {
    /// Takes the terminal, and listens to it and to signals from then on.
    pub(super) fn take(theme: Theme, ambiguous: Ambiguous) -> io::Result<Self> {
        let (sender, messages) = mpsc::channel();
        let mut terminal = terminal::Open::new()?;
        if ambiguous == Ambiguous::Wide {
            terminal.make_narrow();
        }
        let palette = background::begin(theme);
        let questions = Questions::of(theme, ambiguous);
        questions.ask()?;
        watch_signals(sender.clone())?;
        let keys = sender.clone();
        thread::spawn(move || read_terminal(questions, &keys));
        Ok(Self { terminal, messages, sender, palette })
    }
}

/// What the terminal is asked at the start.
#[derive(Clone, Copy)]
struct Questions {
    background: bool,
    width: bool,
}

impl Questions {
    fn of(theme: Theme, ambiguous: Ambiguous) -> Self {
        let answers = background::can_answer();
        Self { background: answers && theme == Theme::Auto, width: answers && ambiguous == Ambiguous::Auto }
    }

    fn ask(self) -> io::Result<()> {
        if self.width {
            width::ask()?;
        }
        // Also where only the width matters: this answer says that the one before it is there.
        if self.background || self.width {
            background::ask()?;
        }
        Ok(())
    }
}

/// Ends the loop, and so gives the terminal back, when the system asks the program to end; takes the terminal again
/// when the program goes on after it was stopped.
#[cfg(unix)]
fn watch_signals(sender: Sender<Message>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGCONT])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let message = if signal == SIGCONT { Message::Resumed } else { Message::End };
            // Nobody listening means that the loop has ended by itself.
            if sender.send(message).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// Elsewhere closing the window ends the program, and the window goes with it.
#[cfg(not(unix))]
fn watch_signals(_: Sender<Message>) -> io::Result<()> {
    Ok(())
}

fn read_terminal(questions: Questions, sender: &Sender<Message>) {
    let mut filter = background::Filter::default();
    let mut asks_width = questions.width;
    loop {
        let Ok(event) = event::read() else {
            let _ = sender.send(Message::End);
            return;
        };
        let heard = filter.take(event);
        let is_wide = heard.colours.is_some() && std::mem::take(&mut asks_width) && width::is_wide();
        let wide = is_wide.then_some(Message::Wide);
        let colours = heard.colours.filter(|_| questions.background).map(Message::Colours);
        for message in heard.events.into_iter().map(Message::Terminal).chain(colours).chain(wide) {
            if sender.send(message).is_err() {
                return;
            }
        }
    }
}

/// What an event of the terminal is to the screens.
pub(super) fn input_of(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) => Some(Input::Key(key)),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(width, height) => Some(Input::Resize(Size { width, height })),
        _ => None,
    }
}
