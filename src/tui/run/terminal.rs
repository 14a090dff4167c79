//! The terminal: taken over at the start, and given back however the program ends.

use std::io::{self, Stdout, Write, stdout};
use std::panic;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Frame, Terminal};

use crate::tui::narrow::narrow;

/// The terminal while the screens are shown. Dropping it gives it back.
pub(super) struct Open {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    /// Some signs would take two cells.
    narrow: bool,
    mouse: bool,
    _guard: Guard,
}

impl Open {
    pub(super) fn new() -> io::Result<Self> {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
        terminal::enable_raw_mode()?;
        // From here on dropping the guard gives the terminal back, whatever fails.
        let guard = Guard;
        take()?;
        Ok(Self {
            terminal: Terminal::new(CrosstermBackend::new(stdout()))?,
            narrow: false,
            mouse: false,
            _guard: guard,
        })
    }

    pub(super) fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// From now on no frame holds signs that this terminal would draw in two cells.
    pub(super) fn make_narrow(&mut self) {
        self.narrow = true;
    }

    /// Takes the mouse, or leaves it to the terminal.
    pub(super) fn use_mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        mouse(on)
    }

    /// Forgets what is on the screen, so that all of it is painted again.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        // `Terminal::clear` would ask where the cursor is, and wait for an answer that the thread of the keys gets.
        let area = Rect::from((Position::ORIGIN, self.terminal.size()?));
        self.terminal.resize(area)
    }

    /// Gives the terminal to the shell until it lets the program go on. Where nobody could, the program is not stopped.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        give_back();
        #[cfg(unix)]
        signal_hook::low_level::raise(signal_hook::consts::SIGTSTP)?;
        self.take_again()
    }

    /// Takes the terminal anew from whoever had it meanwhile.
    pub(super) fn take_again(&mut self) -> io::Result<()> {
        // What was set before is forgotten first: the shell may have set the terminal its own way.
        terminal::disable_raw_mode()?;
        take()?;
        self.use_mouse(self.mouse)?;
        self.clear()
    }

    pub(super) fn draw(&mut self, paint: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        // While the answer about widths is looked at, another thread writes to the terminal; not into a frame.
        let _whole = stdout().lock();
        let narrows = self.narrow;
        let painted = self.terminal.draw(|frame| {
            paint(frame);
            if narrows {
                narrow(frame.buffer_mut());
            }
        });
        painted.map(|_| ())
    }
}

struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

fn take() -> io::Result<()> {
    terminal::enable_raw_mode()?;
    execute!(stdout().lock(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)
}

/// Asks the terminal to tell of buttons and the wheel (1000), of what is dragged (1002), in any column (1006); of nothing
/// that only moves.
fn mouse(on: bool) -> io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(if on { b"\x1b[?1000h\x1b[?1002h\x1b[?1006h" } else { b"\x1b[?1006l\x1b[?1002l\x1b[?1000l" })?;
    out.flush()
}

/// Puts a line into the clipboard of the terminal's owner (OSC 52); a terminal that has none, or keeps it, ignores it.
pub(super) fn copy(line: &str) -> io::Result<()> {
    execute!(stdout().lock(), CopyToClipboard::to_clipboard_from(line))
}

/// Each step on its own: a terminal that refuses one may still take the others.
fn give_back() {
    let _ = mouse(false);
    let _ = execute!(stdout().lock(), DisableBracketedPaste);
    let _ = execute!(stdout().lock(), LeaveAlternateScreen, cursor::Show);
    let _ = terminal::disable_raw_mode();
}
