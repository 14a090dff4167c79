//! A small council without a disk, and a hand that presses keys on its screens.

use std::fmt::Write as _;

use chrono::{DateTime, TimeDelta};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use mazha::data;
use mazha::domain::calendar::Calendar;
use mazha::domain::chain::Chain;
use mazha::domain::command::Command;
use mazha::domain::context::{Context, Mine};
use mazha::domain::decide::{self, decide};
use mazha::domain::edits::Known;
use mazha::domain::entry::{Entry, Instant, VERSION};
use mazha::domain::event::{Event, MatterChanged, MatterField};
use mazha::domain::id::{ActId, WriterId};
use mazha::domain::refusal::Refusal;
use mazha::domain::register::Register;
use mazha::domain::rule_set::RuleSet;
use mazha::domain::stage::Standing;
use mazha::domain::vote::VoteRule;
use mazha::state_dir::Habit;
use mazha::text::{Lang, Text};
use mazha::tui::app::{self, Answer, App, Effect, Input};
use mazha::tui::paint::buffer_text;
use mazha::tui::style::Palette;
use mazha::tui::unsent::Unsent;
use mazha::tui::world::World;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use ratatui::{Terminal, backend::TestBackend};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

pub(crate) use super::busy::busy;

/// The evening on which the screens are looked at.
pub(crate) const NOW: &str = "2026-11-21T19:30:00+08:00";

/// A record kept in memory, with the rules that govern it.
pub(crate) struct Council {
    pub(crate) register: Register,
    presets: Vec<RuleSet>,
    vote_rules: Vec<VoteRule>,
    chains: Vec<Chain>,
    calendar: Calendar,
    now: Instant,
    window: Vec<ActId>,
    by: String,
}

/// Somebody in front of the screens.
pub(crate) struct Hand {
    pub(crate) app: App,
    pub(crate) council: Council,
    terminal: Terminal<TestBackend>,
    left: bool,
    /// What was put into the clipboard last.
    pub(crate) copied: Option<String>,
    /// What was asked to be remembered on this machine, the latest last.
    pub(crate) remembered: Vec<Habit>,
    disk: Disk,
    /// What a silent disk has not answered yet.
    asked: Option<Box<Command>>,
    /// The texts in progress as they were last put on disk.
    pub(crate) kept: String,
}

/// How the disk behaves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Disk {
    /// It answers at once.
    Fine,
    /// It does not answer.
    Silent,
}

impl Council {
    /// Founded under the standard rules, with its three bodies.
    pub(crate) fn found(lang: Lang) -> Self {
        let by = match lang {
            Lang::Zh => "林秀英",
            Lang::En => "Rose Lin",
        };
        let by = by.to_owned();
        let mut council = Self {
            register: Register::default(),
            presets: data::presets(),
            vote_rules: data::vote_rules(),
            chains: data::chains(),
            calendar: Calendar::new(data::years()),
            now: at("2026-11-01T09:00:00+08:00"),
            window: Vec::new(),
            by,
        };
        let events = decide::found(&council.presets[0], &[], &council.context()).expect("founded");
        council.write("found", events);
        council
    }

    /// Carries out a command at a time of day given as `11-03 09:12`; it must be lawful.
    pub(crate) fn at(&mut self, when: &str, command: Value) {
        let (day, time) = when.split_once(' ').expect("a day and a time");
        self.now = at(&format!("2026-{day}T{time}:00+08:00"));
        let command = read(command);
        self.execute(&command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
    }

    pub(crate) fn world(&self) -> World<'_> {
        World { register: &self.register, context: self.context() }
    }

    /// The clock shows this.
    pub(crate) fn is_at(&mut self, instant: &str) {
        self.now = at(instant);
    }

    /// The clock jumps to the evening on which the screens are looked at.
    pub(crate) fn tonight(&mut self) {
        self.now = at(NOW);
        self.window.clear();
    }

    fn execute(&mut self, command: &Command) -> Result<Entry, Refusal> {
        let events = decide(&self.register, command, &self.context())?;
        Ok(self.write(command.name(), events))
    }

    fn write(&mut self, act: &str, events: Vec<Event>) -> Entry {
        let n = self.next();
        let entry =
            Entry { v: VERSION, w: writer(), n, c: n, ts: self.now, by: self.by.clone(), act: act.into(), events };
        self.window.push(entry.id());
        self.register.add(vec![entry.clone()]);
        entry
    }

    fn next(&self) -> u64 {
        self.register.entries().len() as u64 + 1
    }

    fn context(&self) -> Context<'_> {
        Context {
            now: self.now,
            by: &self.by,
            writer: writer(),
            n: self.next(),
            mine: Mine::Window(&self.window),
            heads: &[],
            calendar: &self.calendar,
            presets: &self.presets,
            vote_rules: &self.vote_rules,
            chains: &self.chains,
            plain_name: mazha::text::body_kind_named,
            evidence: &[],
        }
    }
}

impl Hand {
    /// Sits down before the board, tonight, and lets the program do what it puts off until nobody wants anything.
    pub(crate) fn before(council: Council, lang: Lang, size: (u16, u16)) -> Self {
        let mut hand = Self::at_once(council, lang, size);
        hand.rest();
        hand
    }

    /// Wants nothing for as long as the program has something put off.
    pub(crate) fn rest(&mut self) {
        while self.app.has_put_off() {
            self.input(Input::Idle);
        }
    }

    /// Sits down before the board, tonight, and begins without a pause.
    pub(crate) fn at_once(mut council: Council, lang: Lang, (width, height): (u16, u16)) -> Self {
        council.tonight();
        let name = if lang == Lang::Zh { "望江里社区议事会" } else { "Riverview Lane Council" };
        let size = Size { width, height };
        let app = App::new(name.into(), Text { lang }, Palette::dark(), size, &council.world());
        let terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
        Self {
            app,
            council,
            terminal,
            left: false,
            copied: None,
            remembered: Vec::new(),
            disk: Disk::Fine,
            asked: None,
            kept: String::new(),
        }
    }

    /// Presses keys: single characters, or `<Enter>`, `<Esc>`, `<C-s>` and the like.
    pub(crate) fn keys(&mut self, script: &str) -> &mut Self {
        for key in presses(script) {
            self.input(Input::Key(key));
        }
        self
    }

    /// The disk, silent so far, answers what it was asked.
    pub(crate) fn disk_answers(&mut self) {
        let command = self.asked.take().expect("asked");
        let entry = self.council.execute(&command).expect("lawful");
        self.input(Input::Answer(Answer::Saved(Box::new(entry))));
    }

    /// From now on the disk behaves so.
    pub(crate) fn disk_is(&mut self, disk: Disk) {
        self.disk = disk;
    }

    /// An earlier window left these texts.
    pub(crate) fn with_unsent(mut self, kept: &str) -> Self {
        self.app = self.app.with_unsent(Unsent::from_json(kept), &self.council.register);
        self
    }

    /// The terminal's background, or a choice, asks for these colours.
    pub(crate) fn in_colours(mut self, palette: Palette) -> Self {
        self.input(Input::Colours(palette));
        self
    }

    /// Nobody has said yet who sits here.
    pub(crate) fn asked_who(mut self) -> Self {
        self.app = self.app.asking_who(&self.council.world());
        self
    }

    /// Nobody can change the record any more.
    pub(crate) fn read_only(mut self) -> Self {
        self.app = self.app.read_only();
        self
    }

    /// Somebody else writes.
    pub(crate) fn elsewhere(&mut self, command: Value) {
        let command = read(command);
        self.council.execute(&command).expect("lawful");
        self.council.window.pop();
        self.input(Input::News(1));
    }

    /// Two laptops set the place of the first new matter without knowing of each other.
    pub(crate) fn conflict(&mut self) {
        let matter = self.council.register.matters().find(|matter| matter.id == "2026-A006").expect("known");
        let (key, was) = (matter.key, matter.edits.made());
        let n = self.council.next();
        for (w, place) in [("aaaaaa", "1号楼"), ("bbbbbb", "2号楼")] {
            let change = MatterField::Place(Some(place.into()));
            let events = vec![MatterChanged { matter: key, known: Known { was, also: Vec::new() }, change }.into()];
            let entry = Entry {
                v: VERSION,
                w: w.parse().expect("a writer"),
                n: 1,
                c: n,
                ts: self.council.now,
                by: "何人".into(),
                act: "change_matter".into(),
                events,
            };
            self.council.register.add(vec![entry]);
        }
        self.input(Input::News(2));
    }

    /// The window gets another size.
    pub(crate) fn resize(&mut self, size: Size) {
        self.terminal.backend_mut().resize(size.width, size.height);
        self.input(Input::Resize(size));
    }

    /// The matter with this number.
    pub(crate) fn standing(&self, id: &str) -> Standing {
        let register = &self.council.register;
        register.matters().find(|matter| matter.id == id).expect("known").standing
    }

    /// Lets something happen, and carries out what the screens ask for.
    pub(crate) fn input(&mut self, input: Input) {
        let mut inputs = vec![input];
        while let Some(input) = inputs.pop() {
            for effect in self.app.update(input, &self.council.world()) {
                match effect {
                    Effect::Commit(command) if self.disk == Disk::Silent => self.asked = Some(command),
                    Effect::Commit(command) => {
                        self.council.now += TimeDelta::seconds(1);
                        let answer = match self.council.execute(&command) {
                            Ok(entry) => Answer::Saved(Box::new(entry)),
                            Err(refusal) => Answer::Refused(refusal),
                        };
                        inputs.push(Input::Answer(answer));
                    }
                    Effect::Keep(unsent) => self.kept = unsent,
                    Effect::Check(_) => inputs.push(Input::Checked(vec![self.app.text().check_fine(2, 29)])),
                    Effect::Digest(act) => inputs.push(Input::Digest(act, Some("3f9a12bc77de".into()))),
                    Effect::Sit(name) => self.council.by = name,
                    Effect::Clear | Effect::Suspend | Effect::Mouse(_) => {}
                    Effect::Remember(habit) => self.remembered.push(habit),
                    Effect::Copy(line) => self.copied = Some(line),
                    Effect::Quit => self.left = true,
                }
            }
        }
    }

    /// Whether the program would have ended.
    pub(crate) fn has_left(&self) -> bool {
        self.left
    }

    /// What is seen.
    pub(crate) fn frame(&mut self) -> String {
        let (app, world) = (&self.app, self.council.world());
        // Unlike a terminal, the backend keeps what stood under the second half of a wide character.
        self.terminal.clear().expect("cleared");
        self.terminal.draw(|frame| app::draw(app, &world, frame)).expect("drawn");
        buffer_text(self.terminal.backend().buffer())
    }

    /// What is seen, each run of one style behind its style.
    pub(crate) fn styled_frame(&mut self) -> String {
        self.frame();
        styled_text(self.terminal.backend().buffer())
    }

    /// Where the caret is, after [`Hand::frame`].
    pub(crate) fn caret(&mut self) -> Position {
        self.terminal.get_cursor_position().expect("a caret")
    }
}

/// A line a row; where the style changes, the new one stands in angle brackets: `‹Cyan/Reset BOLD›`.
fn styled_text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut style = None;
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            let here = (cell.fg, cell.bg, cell.modifier);
            if style.is_none_or(|style| style != here) {
                let weight = if cell.modifier.is_empty() { String::new() } else { format!(" {:?}", cell.modifier) };
                write!(text, "‹{}/{}{weight}›", cell.fg, cell.bg).expect("written");
                style = Some(here);
            }
            text.push_str(cell.symbol());
            x += u16::try_from(cell.symbol().width()).expect("short").max(1);
        }
        text = text.trim_end().to_owned() + "\n";
    }
    text
}

pub(crate) fn at(text: &str) -> Instant {
    DateTime::parse_from_rfc3339(text).expect("an instant")
}

fn writer() -> WriterId {
    "k3f9q2".parse().expect("a writer")
}

fn read(mut command: Value) -> Command {
    let fields = command.as_object_mut().expect("an object");
    let name = fields.remove("do").expect("a name");
    Command::read(name.as_str().expect("a text"), command).expect("known").expect("its fields")
}

/// The keys of a script: single characters, or `<Enter>`, `<Esc>`, `<C-s>` and the like.
pub(crate) fn presses(script: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|inside| inside.split_once('>'));
        if let Some((name, behind)) = named {
            rest = behind;
            keys.push(named_key(name));
        } else {
            rest = &rest[c.len_utf8()..];
            keys.push(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
        }
    }
    keys
}

fn named_key(name: &str) -> KeyEvent {
    if let Some(c) = name.strip_prefix("C-") {
        return KeyEvent::new(KeyCode::Char(c.chars().next().expect("a letter")), KeyModifiers::CONTROL);
    }
    if let Some(number) = name.strip_prefix("S-F") {
        return KeyEvent::new(KeyCode::F(number.parse().expect("a number")), KeyModifiers::SHIFT);
    }
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "S-Tab" => KeyCode::BackTab,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Space" => KeyCode::Char(' '),
        "BS" => KeyCode::Backspace,
        "PgDn" => KeyCode::PageDown,
        "PgUp" => KeyCode::PageUp,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        other => KeyCode::F(other.strip_prefix('F').and_then(|n| n.parse().ok()).expect("a key")),
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}
