//! The loop: waits for keys and for news of the record, lets App answer, carries out what it asks for, paints.
//!
//! The threads: one waits for the terminal, one for the disk, and this one waits for both. What a slow stick holds up
//! is the disk's thread alone. While nothing happens nothing is painted, and not a byte is written.

mod background;
mod clerk;
mod opening;
mod seat;
mod start;
mod store;
mod terminal;
mod verify;
mod wall;
mod width;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant as Moment};

use super::app::{self, App, Effect, Input};
use super::split::Panes;
use super::style::Palette;
use super::unsent::Unsent;
use crate::council::Council;
use crate::domain::entry::Instant;
use crate::journal::{Access, Closed, Error};
use crate::settings::{Ambiguous, Theme};
use crate::state_dir::StateDir;
use crate::text::Text;
use clerk::Clerk;
use opening::{Opened, Opening};
use seat::{Message, Seat, input_of};
use store::Store;

pub use wall::present;

/// What takes longer, reading or writing, is said to be under way.
const SLOW: Duration = Duration::from_millis(250);
/// How often the clocks of a meeting in session are painted, and what is being written is kept.
const SECOND: Duration = Duration::from_secs(1);
/// How often deadlines are looked at again while nothing else happens.
const QUARTER: Duration = Duration::from_secs(15 * 60);

/// Who sits down, and with what.
#[derive(Debug)]
pub struct Session {
    /// What this laptop remembers.
    pub state: StateDir,
    /// Whether anything may be written.
    pub access: Access,
    /// Who acts, if that was said when the program was started; then it holds whoever sits down.
    pub named: Option<String>,
    /// Who founded the council just now, and so sits before it.
    pub sits: Option<String>,
    /// The name of the account, for whoever will not say another.
    pub login: String,
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
    /// The home of the account, written `~`.
    pub home: Option<PathBuf>,
    /// Where this account keeps a council when nothing else is said.
    pub own: Option<PathBuf>,
}

/// Why the screens could not be shown, or no longer.
#[derive(Debug)]
pub enum Ended {
    /// The council cannot be opened.
    Council(Error),
    /// The terminal cannot be used.
    Terminal(io::Error),
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Council(error) => error.fmt(f),
            Self::Terminal(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Ended {}

impl From<io::Error> for Ended {
    fn from(error: io::Error) -> Self {
        Self::Terminal(error)
    }
}

impl Session {
    fn now(&self) -> Instant {
        (self.clock)() + self.ahead
    }

    /// A path as it was written, with `~` for the home.
    fn expand(&self, written: &str) -> PathBuf {
        let written = written.trim();
        let below = written.strip_prefix('~').filter(|below| below.is_empty() || below.starts_with(['/', '\\']));
        match (below, &self.home) {
            (Some(below), Some(home)) => home.join(below.trim_start_matches(['/', '\\'])),
            _ => PathBuf::from(written),
        }
    }

    /// A path as people write it.
    fn shorten(&self, path: &Path) -> String {
        let below = self.home.as_ref().and_then(|home| path.strip_prefix(home).ok());
        below
            .unwrap_or(path)
            .to_str()
            .filter(|_| below.is_some())
            .map_or_else(|| path.to_string_lossy().into_owned(), |below| format!("~/{below}"))
    }
}

/// Shows the screens until the person leaves: those of the council in a folder, or the first one, to choose a council.
///
/// # Errors
/// The council cannot be opened, or the terminal cannot be used.
pub fn run(mut session: Session, folder: Option<PathBuf>) -> Result<(), Ended> {
    let (mut seat, opened) = if let Some(folder) = folder {
        let opening = Opening::begin(folder, &session);
        // What cannot be opened is said where the program was called; the terminal is not taken for it.
        match opening.wait(SLOW) {
            Some(Opened::Failed(error)) => return Err(Ended::Council(error)),
            Some(opened) => (Seat::take(session.theme, session.ambiguous)?, opened),
            None => {
                let mut seat = Seat::take(session.theme, session.ambiguous)?;
                let opened = opening.watch(&mut seat, session.text)?;
                (seat, opened)
            }
        }
    } else {
        let mut seat = Seat::take(session.theme, session.ambiguous)?;
        let opened = start::choose(&mut seat, &mut session)?;
        (seat, opened)
    };
    match opened {
        Opened::Council(council) => Ok(sit(session, *council, &mut seat)?),
        Opened::Failed(error) => Err(Ended::Council(error)),
        Opened::Left => Ok(()),
    }
}

/// Shows the screens of a council.
fn sit(mut session: Session, council: Council, seat: &mut Seat) -> io::Result<()> {
    let greeting = session.greeting.take().or_else(|| greeting(&council, session.text));
    let journal = &council.journal;
    let (is_given, may_write) = (session.named.is_some(), journal.closed() != Some(&Closed::Asked));
    let known = session.named.take().or(session.sits.take()).or_else(|| session.state.who(&journal.about().id));
    let asks = known.is_none() && journal.closed().is_none();
    let by = known.unwrap_or_else(|| session.login.clone());
    let habits = may_write.then(|| (session.state.clone(), journal.about().name.clone(), journal.dir().to_owned()));
    let slip = session.state.slip(&council.journal.about().id);
    let unsent = slip.read();
    let remarks = seat.sender.clone();
    verify::begin(journal, move |found| {
        let _ = remarks.send(Message::Store(store::Report::Remarks(found)));
    });
    let mouse = session.mouse;
    let panes = Panes::with_shares(&session.state.shares());
    seat.terminal.use_mouse(mouse)?;
    let (store, clerk) = divide(session, by, council, seat.palette, seat.sender.clone());
    let size = seat.terminal.size()?;
    let world = clerk.world();
    let mut app = App::new(clerk.council().to_owned(), clerk.text(), clerk.palette(), size, &world);
    app = app.with_mouse(mouse).with_panes(panes).with_unsent(Unsent::from_json(&unsent), world.register);
    if clerk.is_read_only() {
        app = app.read_only();
    }
    if is_given {
        app = app.with_given_name();
    } else if asks {
        app = app.asking_who(&world);
    }
    if let Some(greeting) = greeting {
        app.update(Input::Remarks(greeting), &world);
    }
    let store = store.with_slip(slip);
    let worker = thread::spawn(move || {
        if let Some((state, name, dir)) = habits {
            // Not before the first frame, nor in its way. A council that is not remembered can still be opened.
            let _ = state.opened(&name, &dir);
        }
        store.serve();
    });
    let outcome = Loop { app, clerk, seat }.turn();
    // The clerk is gone, and with it the only one who asks: the store ends once what it has begun is on disk.
    let _ = worker.join();
    outcome
}

/// What is to be said of a council that was just opened: why it can only be read, or which file of it is not used.
fn greeting(council: &Council, text: Text) -> Option<String> {
    let closed = council.journal.closed().filter(|closed| **closed != Closed::Asked);
    let closed = closed.map(|closed| text.read_only(&text.closed(closed)));
    let bad_year = council.setting.bad_years.first();
    closed.or_else(|| bad_year.map(|path| text.bad_year(&path.to_string_lossy())))
}

/// The record goes to the clerk, who thinks; the files go to the store, who waits for disks.
fn divide(session: Session, by: String, council: Council, palette: Palette, sender: Sender<Message>) -> (Store, Clerk) {
    let (jobs, waiting) = mpsc::channel();
    let Session { state, text, clock, ahead, .. } = session;
    let Council { journal, register, setting } = council;
    let desk = clerk::Desk { by, text, palette, clock, ahead, council: journal.about().name.clone() };
    let clerk = Clerk::new(desk, register, setting, store::Tail::of(&journal), journal.closed().is_some(), jobs);
    let report = move |report| sender.send(Message::Store(report)).is_ok();
    (Store::new(journal, state, waiting, Arc::new(report)), clerk)
}

struct Loop<'a> {
    app: App,
    clerk: Clerk,
    seat: &'a mut Seat,
}

impl Loop<'_> {
    fn turn(mut self) -> io::Result<()> {
        let mut slow_at: Option<Moment> = None;
        let mut second_at: Option<Moment> = None;
        let mut quarter_at = now() + QUARTER;
        self.paint()?;
        loop {
            let idle = self.app.has_put_off();
            second_at = match (self.app.counts_seconds(&self.clerk.world()), second_at) {
                (true, None) => Some(now() + SECOND),
                (true, known) => known,
                (false, _) => None,
            };
            let next = [slow_at, second_at].into_iter().flatten().fold(quarter_at, Moment::min);
            let wait = if idle { Duration::ZERO } else { next.saturating_duration_since(now()) };
            let mut seen = true;
            let mut message = match self.seat.messages.recv_timeout(wait) {
                Ok(message) => Some(message),
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
                Err(RecvTimeoutError::Timeout) if idle => {
                    self.feed(Input::Idle)?;
                    // Bits that nobody sees are not painted.
                    if self.app.has_put_off() {
                        continue;
                    }
                    None
                }
                Err(RecvTimeoutError::Timeout) => {
                    seen = slow_at.is_some_and(|at| at <= now());
                    if seen {
                        slow_at = None;
                        self.feed(Input::Slow)?;
                    }
                    None
                }
            };
            if second_at.is_some_and(|at| at <= now()) {
                second_at = None;
                self.feed(Input::Second)?;
                seen |= self.app.shows_seconds(&self.clerk.world());
            }
            if quarter_at <= now() {
                quarter_at = now() + QUARTER;
                self.feed(Input::Tick)?;
                seen = true;
            }
            // What is only kept is not painted.
            if !seen {
                continue;
            }
            // A pasted page or a held key comes as many messages: all are taken in before one frame is painted.
            while let Some(one) = message {
                if !self.take(one)? {
                    return Ok(());
                }
                message = self.seat.messages.try_recv().ok();
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
                self.seat.terminal.take_again()?;
                vec![Input::Resize(self.seat.terminal.size()?)]
            }
            Message::Colours(palette) => vec![Input::Colours(palette)],
            Message::Wide => {
                self.seat.terminal.make_narrow();
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
            let effects = self.app.update(input, &self.clerk.world());
            self.clerk.speak(self.app.text());
            for effect in effects {
                match effect {
                    Effect::Quit => return Ok(false),
                    Effect::Clear => self.seat.terminal.clear()?,
                    Effect::Mouse(on) => self.seat.terminal.use_mouse(on)?,
                    Effect::Copy(line) => terminal::copy(&line)?,
                    Effect::Suspend => {
                        self.seat.terminal.suspend()?;
                        inputs.push(Input::Resize(self.seat.terminal.size()?));
                    }
                    Effect::Keep(unsent) => self.clerk.keep(unsent),
                    Effect::Check(seal) => self.clerk.check(seal),
                    Effect::Digest(act) => self.clerk.digest(act),
                    Effect::Sit(name) => self.clerk.sit(name),
                    Effect::Remember(habit) => self.clerk.remember(habit),
                    Effect::Commit(command) => inputs.extend(self.clerk.commit(*command)),
                }
            }
        }
        Ok(true)
    }

    fn paint(&mut self) -> io::Result<()> {
        let (app, world) = (&self.app, self.clerk.world());
        self.seat.terminal.draw(|frame| app::draw(app, &world, frame))
    }
}

/// The stopwatch for slow writes; what the record calls time comes from the clock of the session.
fn now() -> Moment {
    Moment::now()
}
