//! Drawing commands: every field by its schema, ids mostly of things that exist. Knows no rule.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use mazha::domain::command::Command;
use mazha::domain::meeting::Meeting;
use mazha::domain::refusal::Kind;
use mazha::domain::register::Register;
use serde_json::{Map, Value, json};

use crate::stories::bench::Laptop;

/// A die that falls the same way each time it is cast from the same seed (`SplitMix64`).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to `limit` − 1.
    pub(super) fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let wide = u64::from(u32::MAX) & (z ^ (z >> 31));
        u32::try_from((wide * u64::from(limit)) >> 32).unwrap()
    }

    pub(super) fn one_in(&mut self, n: u32) -> bool {
        self.below(n) == 0
    }

    pub(super) fn one_of<T: Clone>(&mut self, things: &[T]) -> Option<T> {
        let last = u32::try_from(things.len()).unwrap();
        (last > 0).then(|| things[self.below(last) as usize].clone())
    }

    pub(super) fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            things.swap(at, self.below(u32::try_from(at + 1).unwrap()) as usize);
        }
    }
}

static SCHEMAS: LazyLock<BTreeMap<&str, Value>> =
    LazyLock::new(|| Command::NAMES.iter().map(|name| (*name, Command::schema(name).unwrap().to_value())).collect());

/// What leads a matter through the four steps; drawn more often than the rest.
const ONWARDS: &[&str] = &[
    "accept_matter",
    "place_on_agenda",
    "open_meeting",
    "take_up",
    "set_aside",
    "mark_attendance",
    "raise_hand",
    "give_floor",
    "note",
    "add_unit",
    "open_vote",
    "cast_votes",
    "close_vote",
    "resolve",
    "assign_task",
    "report_progress",
    "finish_task",
    "return_task",
    "follow_up",
    "start_chain",
    "take_step",
    "post_notice",
    "close_matter",
];

/// A command that this laptop might be given.
pub(super) fn command(laptop: &Laptop, dice: &mut Dice) -> Value {
    let names = if dice.one_in(3) { Command::NAMES } else { ONWARDS };
    let name = dice.one_of(names).unwrap();
    let schema = &SCHEMAS[name];
    let mut fields = Map::new();
    fields.insert("do".to_owned(), json!(name));
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (field, of) in schema["properties"].as_object().into_iter().flatten() {
        // A rule set is drawn whole, by its name.
        if field != "rules" && (required.contains(&field.as_str()) || dice.one_in(3)) {
            fields.insert(field.clone(), value(name, field, of, schema, laptop, dice));
        }
    }
    // Of a name and a person, one; of the order of an agenda, mostly a whole one.
    if name == "mark_attendance" && !dice.one_in(6) {
        fields.remove(if fields.contains_key("person") { "name" } else { "body" });
    }
    if name == "order_agenda" && !dice.one_in(6) {
        let meeting = fields["meeting"].as_str().unwrap_or_default();
        fields.insert("order".to_owned(), order(laptop, meeting, dice));
    }
    // Of fields that exclude each other, mostly one side.
    let others: &[&str] = match name {
        "assign_task" => &["meeting", "item"],
        "place_on_agenda" => &["topic"],
        "take_off_agenda" => &["item"],
        _ => &[],
    };
    if !others.is_empty() && !dice.one_in(6) {
        let (kept, dropped) = if dice.one_in(3) { (others, &["matter"][..]) } else { (&["matter"][..], others) };
        fields.retain(|field, _| !dropped.contains(&field.as_str()));
        for field in kept {
            let of = &schema["properties"][*field];
            fields.insert((*field).to_owned(), value(name, field, of, schema, laptop, dice));
        }
    }
    Value::Object(fields)
}

/// The items of a meeting in some order, the second at times under the first.
fn order(laptop: &Laptop, meeting: &str, dice: &mut Dice) -> Value {
    let register = &laptop.register;
    let meeting = register.meetings().find(|known| register.id(known.key) == meeting);
    let mut items: Vec<Value> =
        meeting.into_iter().flat_map(Meeting::items).map(|item| json!({"item": item.number})).collect();
    dice.shuffle(&mut items);
    if let [first, second, ..] = &mut items[..]
        && dice.one_in(2)
    {
        second["under"] = first["item"].clone();
    }
    Value::Array(items)
}

fn value(name: &str, field: &str, of: &Value, schema: &Value, laptop: &Laptop, dice: &mut Dice) -> Value {
    if let Some(path) = of["$ref"].as_str() {
        return value(name, field, schema.pointer(path.trim_start_matches('#')).unwrap(), schema, laptop, dice);
    }
    if let Some(words) = of["enum"].as_array() {
        return dice.one_of(words).unwrap();
    }
    if let Some(choices) = of["anyOf"].as_array().or(of["oneOf"].as_array()) {
        let choices: Vec<&Value> = choices.iter().filter(|choice| choice["type"] != "null").collect();
        let choice = dice.one_of(&choices).unwrap();
        return value(name, field, choice, schema, laptop, dice);
    }
    if let Some(word) = of.get("const") {
        return word.clone();
    }
    let kind = of["type"].as_array().and_then(|kinds| kinds.iter().find(|kind| *kind != "null")).unwrap_or(&of["type"]);
    match kind.as_str().unwrap() {
        "integer" => json!(dice.one_of(&[1, 1, 1, 2, 2, 3, 7, 0, 101]).unwrap()),
        "boolean" => json!(!dice.one_in(3)),
        "array" => (0..dice.below(3)).map(|_| value(name, field, &of["items"], schema, laptop, dice)).collect(),
        "object" => {
            let fields = of["properties"].as_object().into_iter().flatten();
            fields.map(|(field, of)| (field.clone(), value(name, field, of, schema, laptop, dice))).collect()
        }
        "string" => json!(text(name, field, laptop, dice)),
        other => panic!("{name}.{field} is of type {other}"),
    }
}

fn text(name: &str, field: &str, laptop: &Laptop, dice: &mut Dice) -> String {
    let register = &laptop.register;
    let words: &[&str] = match (name, field) {
        (_, "matter" | "into" | "about") => return id(register, Kind::Matter, dice),
        (_, "meeting") => return id(register, Kind::Meeting, dice),
        (_, "task") => return id(register, Kind::Task, dice),
        ("change_note" | "strike_note" | "correct_minutes", "note") | ("note", "of") => {
            return id(register, Kind::Note, dice);
        }
        (_, "notice") => return id(register, Kind::Notice, dice),
        (_, "unit") => return id(register, Kind::Unit, dice),
        (_, "building" | "stairwell" | "room") => &["1", "2"],
        (_, "owner") => &["甲", "乙", ""],
        (_, "vote" | "run_off_of") => return id(register, Kind::Vote, dice),
        (_, "objection") => return id(register, Kind::Objection, dice),
        (_, "person" | "chair" | "secretary" | "speaker" | "by_proxy" | "invite" | "teller" | "scrutineer") => {
            return id(register, Kind::Person, dice);
        }
        (_, "body" | "lead" | "helpers") if dice.one_in(2) => return id(register, Kind::Body, dice),
        (_, "body" | "lead" | "helpers") => &["residents_committee", "department", "supervisor", "B1", "P1", "nobody"],
        ("pause_meeting", "until") => &["2026-03-09T19:00:00+08:00", "+262141-12-31T23:59:59Z"],
        (_, "due" | "until") => {
            &["2026-03-06", "2026-03-20", "2026-12-31", "2026-03-09T10:00:00+08:00", "0001-01-01", "9999-12-31", ""]
        }
        (_, "at" | "received") => &[
            "2026-03-09T19:00:00+08:00",
            "2026-03-02T09:00:00+08:00",
            "-262142-01-01T00:00:00Z",
            "+262141-12-31T23:59:59Z",
        ],
        ("start_chain", "chain") => &["four-two", "five-two", "six-one-two", "none"],
        ("take_step", "step") => &["propose", "discuss", "review", "resolve", "file", "publish_result"],
        ("open_vote", "rule") => &[
            "council/plurality",
            "council/majority_present",
            "committee/beijing",
            "owners/use_fund",
            "objection/use_fund",
            "council/none",
        ],
        (_, "area") => &["0", "88.50", "120"],
        (_, "options") => &["甲", "乙", "丙"],
        (_, "category") => &["PK", "pk01", "ZZ", ""],
        (_, "preset") => &["standard", "shandong", "shaoxing", "elsewhere"],
        _ => &["路灯", "张三", "李四\u{202e}", " \u{3000} ", "", "一\r\n二\u{0}\t三", "等电力公司"],
    };
    let words: Vec<&str> = words.iter().copied().filter(|word| readable(name, field, word)).collect();
    dice.one_of(&words).unwrap().to_owned()
}

/// Text that is not of the field's form is refused when it is read, before any rule.
fn readable(name: &str, field: &str, word: &str) -> bool {
    match (name, field) {
        ("add_person", "until") => word.parse::<chrono::NaiveDate>().is_ok(),
        ("change_person", "until") => word.len() == 10 || word.is_empty(),
        (_, "due") | ("open_vote" | "extend_vote", "until") => !word.is_empty(),
        _ => true,
    }
}

/// The number of a thing of this kind, mostly one of the latest; sometimes shortened, sometimes of nothing.
fn id(register: &Register, kind: Kind, dice: &mut Dice) -> String {
    let things: Vec<String> = match kind {
        Kind::Matter => register.matters().map(|thing| register.id(thing.key)).collect(),
        Kind::Meeting => register.meetings().map(|thing| register.id(thing.key)).collect(),
        Kind::Task => register.tasks().map(|thing| register.id(thing.key)).collect(),
        Kind::Note => register.notes().map(|thing| register.id(thing.key)).collect(),
        Kind::Notice => register.notices().map(|thing| register.id(thing.key)).collect(),
        Kind::Objection => register.objections().map(|thing| register.id(thing.key)).collect(),
        Kind::Unit => register.units().map(|thing| register.id(thing.key)).collect(),
        Kind::Vote => register.votes().map(|thing| register.id(thing.key)).collect(),
        Kind::Person => register.people().map(|thing| register.id(thing.key)).collect(),
        Kind::Body | Kind::Archive => register.bodies().map(|thing| register.id(thing.key)).collect(),
    };
    match dice.below(12) {
        0 => dice.one_of(&["1", "A1", "B-M1", "T1", "99", "", "东门", "4294967295", "2026-A-M01"]).unwrap().to_owned(),
        1..=3 => dice.one_of(&things).unwrap_or_default(),
        _ => dice.one_of(&things[things.len().saturating_sub(3)..]).unwrap_or_default(),
    }
}
