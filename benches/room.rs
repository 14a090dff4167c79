//! What a key costs in the room of a meeting, from the key to the painted frame, with 500 entries in the minutes, as a
//! ratio: to 5, which leave most of the screen empty, and to 60, which fill it. Run with `cargo bench --bench room`.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "run by hand, to be read")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta};
use crossterm::event::KeyCode;
use mazha::council::{Asker, Setting};
use mazha::domain::command::Command;
use mazha::domain::context::Mine;
use mazha::domain::decide::{self, decide};
use mazha::domain::entry::{Entry, Instant as Moment, VERSION};
use mazha::domain::event::Event;
use mazha::domain::id::WriterId;
use mazha::domain::register::Register;
use mazha::text::{Lang, Text};
use mazha::tui::app::{self, App, Input};
use mazha::tui::style::Palette;
use mazha::tui::world::World;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use serde_json::{Value, json};

const MANY: usize = 500;
const FEW: usize = 5;
/// Enough to fill the screen, so that both paint as many cells.
const FULL: usize = 60;
const PEOPLE: usize = 20;
const ITEMS: usize = 9;
/// Keys that are measured; the median counts.
const KEYS: usize = 2_000;
const SIZES: [(u16, u16); 2] = [(80, 24), (160, 50)];
const BODIES: [&str; 4] = ["residents_committee", "owners_committee", "property_company", "residents"];

fn main() {
    for (width, height) in SIZES {
        let size = Size { width, height };
        let [few, full, many] = [FEW, FULL, MANY].map(|entries| Meeting::with(entries).key(size));
        let ratio = |of: Duration| many.as_secs_f64() / of.as_secs_f64();
        println!("a key in the room at {width}x{height}: {many:.1?} with {MANY} entries");
        println!("  {:.2} times that with {FEW}: {few:.1?}", ratio(few));
        println!("  {:.2} times that with {FULL}: {full:.1?}", ratio(full));
    }
}

/// A meeting in session.
struct Meeting {
    register: Register,
    setting: Setting,
    now: Moment,
}

impl Meeting {
    fn with(entries: usize) -> Self {
        let now = DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").expect("a time");
        let setting = Setting::of(std::path::Path::new("."));
        let mut meeting = Self { register: Register::default(), setting, now };
        let founded = decide::found(&meeting.setting.presets[0], &[], &meeting.world().context);
        meeting.record("found", founded.expect("founded"));
        for n in 0..PEOPLE {
            let name = format!("{}{}", ["王", "张", "李", "陈"][n % 4], ["芳", "伟", "强", "静", "平"][n / 4]);
            meeting.play(json!({"do": "add_person", "name": name, "body": BODIES[n % BODIES.len()]}));
        }
        let invite: Vec<String> = (1..=PEOPLE).map(|n| n.to_string()).collect();
        meeting.play(json!({"do": "convene_meeting", "kind": "tripartite", "title": "三方协商会",
            "at": "2026-11-23T09:00:00+08:00", "invite": invite}));
        for n in 0..ITEMS {
            meeting
                .play(json!({"do": "place_on_agenda", "meeting": "1", "topic": format!("第{n}件事"), "minutes": 10}));
        }
        meeting.play(json!({"do": "open_meeting", "meeting": "1"}));
        for person in invite {
            meeting.play(json!({"do": "mark_attendance", "meeting": "1", "person": person, "state": "present"}));
        }
        for n in 0..entries {
            // The items one after the other, each with its share.
            if n * ITEMS / entries != n.saturating_sub(1) * ITEMS / entries || n == 0 {
                meeting.play(json!({"do": "take_up", "meeting": "1", "item": n * ITEMS / entries + 1}));
            }
            let speaker = (n % PEOPLE + 1).to_string();
            meeting.play(json!({"do": "note", "meeting": "1", "kind": "remark", "speaker": speaker,
                "text": "晚上十点以后车位不够，救护车都开不进来，费用怎么出，也要先说清楚。"}));
        }
        meeting
    }

    fn world(&self) -> World<'_> {
        let asker = Asker { now: self.now, by: "周海燕", mine: Mine::SamePerson };
        let context = self.setting.context(&asker, writer(), self.next(), &[], &[]);
        World { register: &self.register, context }
    }

    fn next(&self) -> u64 {
        self.register.entries().len() as u64 + 1
    }

    fn play(&mut self, fields: Value) {
        self.now += TimeDelta::seconds(5);
        let Value::Object(mut fields) = fields else { return };
        let name = fields.remove("do").unwrap_or_default();
        let read = Command::read(name.as_str().unwrap_or_default(), Value::Object(fields));
        let command = read.expect("known").expect("readable");
        let events = decide(&self.register, &command, &self.world().context).expect("lawful");
        self.record(command.name(), events);
    }

    fn record(&mut self, act: &str, events: Vec<Event>) {
        let (n, by, act) = (self.next(), "周海燕".to_owned(), act.to_owned());
        self.register.add(vec![Entry { v: VERSION, w: writer(), n, c: n, ts: self.now, by, act, events }]);
    }

    /// The median of a letter written and painted.
    fn key(&self, size: Size) -> Duration {
        let world = self.world();
        let mut app = App::new("榆荫里社区".to_owned(), Text { lang: Lang::Zh }, Palette::dark(), size, &world);
        let mut terminal = ratatui::Terminal::new(TestBackend::new(size.width, size.height)).expect("a terminal");
        let mut press = |code: KeyCode| {
            let start = Instant::now();
            black_box(app.update(Input::Key(code.into()), &world));
            terminal.draw(|frame| app::draw(&app, &world, frame)).expect("a frame");
            start.elapsed()
        };
        for code in [KeyCode::Char('3'), KeyCode::Enter, KeyCode::Char('l')] {
            press(code);
        }
        let letters = ['@', '1', ' ', '我', '同', '意', '。'].map(KeyCode::Char);
        let line = letters.into_iter().chain([KeyCode::Backspace; 7]);
        let mut times: Vec<Duration> = line.cycle().take(KEYS).map(press).collect();
        times.sort();
        times[times.len() / 2]
    }
}

fn writer() -> WriterId {
    WriterId::from_numbers([1; 6])
}
