//! The loop: waits for keys and for news of the record, lets App answer, carries out what it asks for, paints.
//!
//! The threads: one waits for the terminal, one for the disk, and this one waits for both. What a slow stick holds up
//! is the disk's thread alone. While nothing happens nothing is painted, and not a byte is written.

mod background;
mod clerk;
mod store;
mod terminal;
mod verify;
mod width;

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant as Moment};

use crossterm::event::{self, Event};
use ratatui::layout::Size;

use super::app::{self, App, Effect, Input};
use super::style::Palette;
use super::unsent::Unsent;
use crate::council::Council;
use crate::domain::entry::Instant;
use crate::settings::{Ambiguous, Theme};
use crate::state_dir::StateDir;
use crate::text::Text;
use clerk::Clerk;
use store::Store;

/// A write that takes longer is said to be under way.
const SLOW: Duration = Duration::from_millis(250);
/// How often deadlines are looked at again while nothing else happens.
const QUARTER: Duration = Duration::from_secs(15 * 60);

/// Who sits down before which council.
#[derive(Debug)]
pub struct Session {
    /// The council, open.
    pub council: Council,
    /// What this laptop remembers: the council is opened again after a write that may have failed.
    pub state: StateDir,
    /// Who acts.
    pub by: String,
    /// The language to begin with.
    pub text: Text,
    /// The colours.
    pub theme: Theme,
    /// How many cells the terminal takes for some signs.
    pub ambiguous: Ambiguous,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// What is to be said at once.
    pub greeting: Option<String>,
    /// The clock.
    pub clock: fn() -> Instant,
    /// What the clock is ahead by, where another time was asked for.
    pub ahead: chrono::TimeDelta,
}

/// What the loop waits for.
enum Message {
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

/// Shows the screens until the person leaves.
///
/// # Errors
/// The terminal cannot be used.
pub fn run(mut session: Session) -> io::Result<()> {
    let (sender, messages) = mpsc::channel();
    let greeting = session.greeting.take();
    let mut terminal = terminal::Open::new()?;
    if session.ambiguous == Ambiguous::Wide {
        terminal.make_narrow();
    }
    terminal.use_mouse(session.mouse)?;
    let mouse = session.mouse;
    let palette = background::begin(session.theme);
    let questions = Questions::of(&session);
    questions.ask()?;
    watch_signals(sender.clone())?;
    let keys = sender.clone();
    thread::spawn(move || read_terminal(questions, &keys));

    let unsent = read_unsent(&session);
    let remarks = sender.clone();
    verify::begin(&session.council.journal, move |found| {
        let _ = remarks.send(Message::Store(store::Report::Remarks(found)));
    });
    let (store, clerk) = divide(session, palette, sender);
    let size = terminal.size()?;
    let world = clerk.world();
    let mut app = App::new(clerk.council().to_owned(), clerk.text(), clerk.palette(), size, &world);
    app = app.with_mouse(mouse).with_unsent(Unsent::from_json(&unsent));
    if clerk.is_read_only() {
        app = app.read_only();
    }
    if let Some(greeting) = greeting {
        app.update(Input::Remarks(greeting), &world);
    }
    let worker = thread::spawn(move || store.serve());
    let outcome = Loop { app, clerk, terminal: &mut terminal, messages }.turn();
    drop(terminal);
    // The clerk is gone, and with it the only one who asks: the store ends once what it has begun is on disk.
    let _ = worker.join();
    outcome
}

/// The record goes to the clerk, who thinks; the files go to the store, who waits for disks.
fn divide(session: Session, palette: Palette, sender: Sender<Message>) -> (Store, Clerk) {
    let (jobs, waiting) = mpsc::channel();
    let Session { council, state, by, text, clock, ahead, .. } = session;
    let Council { journal, register, setting } = council;
    let desk = clerk::Desk { by, text, palette, clock, ahead, council: journal.about().name.clone() };
    let clerk = Clerk::new(desk, register, setting, store::Tail::of(&journal), journal.closed().is_some(), jobs);
    let report = move |report| sender.send(Message::Store(report)).is_ok();
    (Store::new(journal, state, waiting, Box::new(report)), clerk)
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

/// What an earlier window left unsent. A file that cannot be read holds back nobody.
fn read_unsent(session: &Session) -> String {
    let file = session.state.unsent(&session.council.journal.about().id);
    std::fs::read_to_string(file).unwrap_or_default()
}

/// What the terminal is asked at the start.
#[derive(Clone, Copy)]
struct Questions {
    background: bool,
    width: bool,
}

impl Questions {
    fn of(session: &Session) -> Self {
        let answers = background::can_answer();
        Self {
            background: answers && session.theme == Theme::Auto,
            width: answers && session.ambiguous == Ambiguous::Auto,
        }
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

struct Loop<'a> {
    app: App,
    clerk: Clerk,
    terminal: &'a mut terminal::Open,
    messages: Receiver<Message>,
}

impl Loop<'_> {
    fn turn(mut self) -> io::Result<()> {
        let mut slow_at: Option<Moment> = None;
        self.paint()?;
        loop {
            let wait = slow_at.map_or(QUARTER, |at| at.saturating_duration_since(now()));
            let mut message = match self.messages.recv_timeout(wait) {
                Ok(message) => Some(message),
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
                Err(RecvTimeoutError::Timeout) => {
                    let input = if slow_at.take().is_some() { Input::Slow } else { Input::Tick };
                    self.feed(input)?;
                    None
                }
            };
            // A pasted page or a held key comes as many messages: all are taken in before one frame is painted.
            while let Some(one) = message {
                if !self.take(one)? {
                    return Ok(());
                }
                message = self.messages.try_recv().ok();
            }
            slow_at = match (self.clerk.is_waiting(), slow_at) {
                (true, None) => Some(now() + SLOW),
                (true, known) => known,
                (false, _) => None,
            };
            self.paint()?;
        }
    }

    /// Takes in one message; says whether to go on.
    fn take(&mut self, message: Message) -> io::Result<bool> {
        let inputs = match message {
            Message::End => {
                self.feed(Input::End)?;
                return Ok(false);
            }
            Message::Resumed => {
                self.terminal.take_again()?;
                vec![Input::Resize(self.terminal.size()?)]
            }
            Message::Colours(palette) => vec![Input::Colours(palette)],
            Message::Wide => {
                self.terminal.make_narrow();
                vec![Input::Remarks(self.app.text().ambiguous_is_wide().to_owned())]
            }
            Message::Store(report) => self.clerk.hear(report),
            Message::Terminal(event) => input_of(event).into_iter().collect(),
        };
        for input in inputs {
            if !self.feed(input)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn feed(&mut self, input: Input) -> io::Result<bool> {
        let mut inputs = vec![input];
        while let Some(input) = inputs.pop() {
            for effect in self.app.update(input, &self.clerk.world()) {
                match effect {
                    Effect::Quit => return Ok(false),
                    Effect::Clear => self.terminal.clear()?,
                    Effect::Mouse(on) => self.terminal.use_mouse(on)?,
                    Effect::Copy(line) => terminal::copy(&line)?,
                    Effect::Suspend => {
                        self.terminal.suspend()?;
                        inputs.push(Input::Resize(self.terminal.size()?));
                    }
                    Effect::Keep(unsent) => self.clerk.keep(unsent),
                    Effect::Commit(command) => inputs.extend(self.clerk.commit(*command)),
                }
            }
        }
        Ok(true)
    }

    fn paint(&mut self) -> io::Result<()> {
        let (app, world) = (&self.app, self.clerk.world());
        self.terminal.draw(|frame| app::draw(app, &world, frame))
    }
}

fn input_of(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) => Some(Input::Key(key)),
        Event::Mouse(event) => Some(Input::Mouse(event)),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(width, height) => Some(Input::Resize(Size { width, height })),
        _ => None,
    }
}

/// The stopwatch for slow writes; what the record calls time comes from the clock of the session.
fn now() -> Moment {
    Moment::now()
}
