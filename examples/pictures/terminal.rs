//! A terminal nobody sees: runs the program, presses keys, keeps what is on the screen. Knows nothing of pictures.

use std::error::Error;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{Parser, Screen};

const COLUMNS: u16 = 120;
const ROWS: u16 = 34;
/// A screen that has not changed for so long is what the keys have led to.
const SETTLED: Duration = Duration::from_millis(400);
const PATIENCE: Duration = Duration::from_secs(20);

type Outcome<T> = Result<T, Box<dyn Error>>;

pub(crate) struct Terminal {
    parser: Parser,
    output: Receiver<Vec<u8>>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    // Closing it would end the program.
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    pub(crate) fn open(program: &Path, council: &Path, state: &Path, now: &str, lang: &str) -> Outcome<Self> {
        let size = PtySize { rows: ROWS, cols: COLUMNS, ..PtySize::default() };
        let pty = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(program);
        command.args(["--now", now, "--lang", lang, "--as", "林晓雯", "-C"]);
        command.arg(council);
        command.env("MAZHA_STATE_DIR", state);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        let child = pty.slave.spawn_command(command)?;
        let mut reader = pty.master.try_clone_reader()?;
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..n].to_vec()).is_err() {
                    return;
                }
            }
        });
        let (rows, columns) = (NonZeroU16::try_from(ROWS)?, NonZeroU16::try_from(COLUMNS)?);
        let keyboard = pty.master.take_writer()?;
        Ok(Self { parser: Parser::new(rows, columns, 0), output, keyboard, child, _master: pty.master })
    }

    pub(crate) fn press(&mut self, keys: &str) -> Outcome<()> {
        self.keyboard.write_all(keys.as_bytes())?;
        Ok(self.keyboard.flush()?)
    }

    /// Waits until the screen holds this text and has come to rest.
    pub(crate) fn wait_for(&mut self, text: &str) -> Outcome<()> {
        let end = Instant::now() + PATIENCE;
        loop {
            let settled = match self.output.recv_timeout(SETTLED) {
                Ok(bytes) => {
                    self.parser.process(&bytes);
                    false
                }
                Err(_) => true,
            };
            let contents = self.parser.screen().contents();
            if settled && contents.contains(text) {
                return Ok(());
            }
            if Instant::now() > end {
                return Err(format!("no “{text}” in\n{contents}").into());
            }
        }
    }

    pub(crate) fn screen(&self) -> &Screen {
        self.parser.screen()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // The pictures are taken; that it has ended already would be no harm.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
