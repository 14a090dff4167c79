//! A council of any size for measuring: matters carried through the four steps by the rules themselves.

use chrono::{DateTime, TimeDelta};
use mazha::council::{Asker, Setting};
use mazha::domain::command::Command;
use mazha::domain::context::Mine;
use mazha::domain::decide::{self, decide};
use mazha::domain::entry::{Entry, Instant, VERSION};
use mazha::domain::event::Event;
use mazha::domain::id::WriterId;
use mazha::domain::register::Register;
use serde_json::{Value, json};

const TITLES: [&str; 8] = [
    "东门路灯不亮",
    "加装电梯费用怎么分摊",
    "充电棚选址",
    "楼道堆放杂物",
    "广场舞音量扰民",
    "地下车库积水",
    "一楼下水返溢",
    "消防通道被占",
];
const CHANNELS: [&str; 5] = ["wechat", "hotline", "visit", "mailbox", "patrol"];

/// The acts of a council with this many matters, about four a matter over ten years; one matter in eight is still open.
#[must_use]
pub(crate) fn entries(matters: usize) -> Vec<Entry> {
    let setting = Setting::of(std::path::Path::new("."));
    let start = DateTime::parse_from_rfc3339("2016-11-22T08:00:00+08:00").unwrap_or_default();
    let mut script =
        Script { register: Register::default(), setting, writer: WriterId::from_numbers([1; 6]), now: start };
    script.found();
    let pace = TimeDelta::minutes(10 * 365 * 24 * 60) / i32::try_from(matters.max(1)).unwrap_or(i32::MAX);
    for n in 0..matters {
        script.now = start + pace * i32::try_from(n).unwrap_or(i32::MAX);
        script.carry(n);
    }
    script.register.entries().to_vec()
}

struct Script {
    register: Register,
    setting: Setting,
    writer: WriterId,
    now: Instant,
}

impl Script {
    fn carry(&mut self, n: usize) {
        let title = format!("{}号楼{}（第{}次反映）", n % 40 + 1, TITLES[n % TITLES.len()], n / 97 + 1);
        let matter = self.play(&json!({
            "do": "raise_matter", "title": title, "channel": CHANNELS[n % CHANNELS.len()], "raised_by": "李秀英",
            "place": format!("榆荫里{}号楼2单元", n % 40 + 1), "category": "EN03", "households": n % 60 + 1,
            "detail": "多位居民在群里反映，网格员现场看过，情况属实，需要居委会、业委会和物业一起商量。",
        }));
        if n % 16 == 15 {
            return;
        }
        self.play(&json!({"do": "accept_matter", "matter": matter, "route": "fast"}));
        if n % 16 == 7 {
            self.play(&json!({"do": "assign_task", "matter": matter, "lead": "property_company",
                "text": "三日内到现场处理并回复", "due": "2030-01-01"}));
            return;
        }
        self.play(
            &json!({"do": "answer_matter", "matter": matter, "ending": "solved", "text": "已安排维修班当天处理完毕。"}),
        );
        self.play(&json!({"do": "follow_up", "matter": matter, "reached": true, "solved": "yes",
            "satisfaction": "satisfied", "means": "phone"}));
        if !n.is_multiple_of(4) {
            self.play(&json!({"do": "close_matter", "matter": matter}));
        }
    }

    fn found(&mut self) {
        let asker = Asker { now: self.now, by: "周海燕", mine: Mine::SamePerson };
        let Some(rules) = self.setting.presets.first() else { return };
        let events = decide::found(rules, &[], &self.setting.context(&asker, self.writer, 1, &[], &[]));
        self.record("found", events.unwrap_or_default());
    }

    /// Carries out a command and gives the number of what it made.
    fn play(&mut self, fields: &Value) -> String {
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
