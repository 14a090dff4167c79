//! A council that plays commands by the rules, each act after the one before; writes nothing to disk.

use chrono::{DateTime, TimeDelta};
use mazha::council::{Asker, Setting};
use mazha::domain::command::Command;
use mazha::domain::context::Mine;
use mazha::domain::decide::{self, decide};
use mazha::domain::entry::{Entry, Instant, VERSION};
use mazha::domain::event::Event;
use mazha::domain::id::WriterId;
use mazha::domain::register::Register;
use serde_json::Value;

/// A council that plays what it is told.
pub(crate) struct Script {
    pub(crate) register: Register,
    pub(crate) now: Instant,
    setting: Setting,
    writer: WriterId,
}

impl Script {
    /// A council just founded.
    #[must_use]
    pub(crate) fn founded() -> Self {
        let setting = Setting::of(std::path::Path::new("."));
        let start = DateTime::parse_from_rfc3339("2016-11-22T08:00:00+08:00").unwrap_or_default();
        let mut script =
            Self { register: Register::default(), setting, writer: WriterId::from_numbers([1; 6]), now: start };
        script.found();
        script
    }

    fn found(&mut self) {
        let asker = Asker { now: self.now, by: "周海燕", mine: Mine::SamePerson };
        let Some(rules) = self.setting.presets.first() else { return };
        let events = decide::found(rules, &[], &self.setting.context(&asker, self.writer, 1, &[], &[]));
        self.record("found", events.unwrap_or_default());
    }

    /// Carries out a command and gives the number of what it made; nothing where it is refused.
    pub(crate) fn play(&mut self, fields: &Value) -> String {
        let Value::Object(mut fields) = fields.clone() else { return String::new() };
        let name = fields.remove("do").unwrap_or_default();
        let Some(Ok(command)) = Command::read(name.as_str().unwrap_or_default(), Value::Object(fields)) else {
            return String::new();
        };
        self.now += TimeDelta::seconds(30);
        let asker = Asker { now: self.now, by: "周海燕", mine: Mine::SamePerson };
        let n = self.register.entries().len() as u64 + 1;
        let context = self.setting.context(&asker, self.writer, n, &[], &[]);
        let Ok(events) = decide(&self.register, &command, &context) else { return String::new() };
        self.record(command.name(), events);
        let made = self.register.entries().last().and_then(Entry::made);
        made.map(|thing| self.register.id(thing)).unwrap_or_default()
    }

    fn record(&mut self, act: &str, events: Vec<Event>) {
        let n = self.register.entries().len() as u64 + 1;
        let (by, act) = ("周海燕".to_owned(), act.to_owned());
        self.register.add(vec![Entry { v: VERSION, w: self.writer, n, c: n, ts: self.now, by, act, events }]);
    }
}
