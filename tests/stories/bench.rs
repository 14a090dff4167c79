//! A council on a bench: commands in, facts and refusals out, on laptops whose clocks stand where they are put.
//! Knows no disk and no terminal.

use std::sync::LazyLock;

use mazha::data;
use mazha::domain::ballot::Vote;
use mazha::domain::calendar::Calendar;
use mazha::domain::chain::Chain;
use mazha::domain::command::Command;
use mazha::domain::context::{Context, Mine};
use mazha::domain::decide::decide;
use mazha::domain::entry::{Entry, Instant, VERSION};
use mazha::domain::event::{BodyAdded, Event, RulesAdopted};
use mazha::domain::id::{ActId, BodyRef, MatterRef, MeetingRef, NoticeRef, PersonRef, Ref, TaskRef, VoteRef, WriterId};
use mazha::domain::matter::Matter;
use mazha::domain::meeting::Meeting;
use mazha::domain::notice::Notice;
use mazha::domain::person::{Body, Person};
use mazha::domain::refusal::{Kind, Refusal};
use mazha::domain::register::Register;
use mazha::domain::rule_set::RuleSet;
use mazha::domain::task::Task;
use mazha::domain::vote::VoteRule;
use serde_json::Value;

pub(crate) use serde_json::json;

static VOTE_RULES: LazyLock<Vec<VoteRule>> = LazyLock::new(data::vote_rules);
static CHAINS: LazyLock<Vec<Chain>> = LazyLock::new(data::chains);
static PRESETS: LazyLock<Vec<RuleSet>> = LazyLock::new(data::presets);
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::new(data::years()));

/// A laptop: its record, its clock, and who sits before it.
#[derive(Debug, Clone)]
pub(crate) struct Laptop {
    pub(crate) register: Register,
    pub(crate) writer: WriterId,
    pub(crate) now: Instant,
    pub(crate) by: String,
    /// The acts of this window; none: undo follows the person, as on the command line.
    pub(crate) window: Option<Vec<ActId>>,
}

/// What a command brought about.
#[derive(Debug, Clone)]
pub(crate) struct Done {
    /// The number of what it made last, empty if nothing.
    pub(crate) id: String,
    /// The names of the facts.
    pub(crate) events: Vec<String>,
    /// The codes of the warnings on all of them.
    pub(crate) warnings: Vec<String>,
    /// The facts as they are written.
    pub(crate) facts: Vec<Value>,
}

pub(crate) fn instant(text: &str) -> Instant {
    text.parse().unwrap()
}

pub(crate) fn rules(preset: &str) -> RuleSet {
    PRESETS.iter().find(|rules| rules.name == preset).unwrap().clone()
}

pub(crate) fn command(mut fields: Value) -> Command {
    let name = fields.as_object_mut().unwrap().remove("do").unwrap();
    let name = name.as_str().unwrap();
    Command::read(name, fields).unwrap_or_else(|| panic!("no command {name}")).unwrap()
}

impl Laptop {
    /// A council founded by the first laptop on Monday 2 March 2026 at nine, under the standard rules.
    pub(crate) fn founded() -> Self {
        let mut laptop = Self {
            register: Register::default(),
            writer: "aaaaaa".parse().unwrap(),
            now: instant("2026-03-02T09:00:00+08:00"),
            by: "王书记".to_owned(),
            window: None,
        };
        let kinds = ["residents_committee", "owners_committee", "property_company"];
        let act = ActId { writer: laptop.writer, n: 1 };
        let bodies = kinds.iter().zip(0..).map(|(kind, k)| {
            let kind = serde_json::from_value(json!(kind)).unwrap();
            let id = format!("A-B{:02}", k + 1);
            Event::from(BodyAdded { body: BodyRef(act.thing(k)), id, kind, name: None, place: None })
        });
        let rules = RulesAdopted { rules: Box::new(rules("standard")) };
        laptop.record("init", [Event::from(rules)].into_iter().chain(bodies).collect());
        laptop
    }

    /// A second laptop that knows what this one knows.
    pub(crate) fn second(&self, writer: &str, by: &str) -> Self {
        Self { writer: writer.parse().unwrap(), by: by.to_owned(), ..self.clone() }
    }

    /// Puts the clock to this instant.
    pub(crate) fn at(&mut self, instant: &str) -> &mut Self {
        self.now = instant.parse().unwrap();
        self
    }

    /// Somebody else sits down.
    pub(crate) fn with(&mut self, by: &str) -> &mut Self {
        by.clone_into(&mut self.by);
        self
    }

    fn n(&self) -> u64 {
        1 + self
            .register
            .entries()
            .iter()
            .filter(|entry| entry.w == self.writer)
            .map(|entry| entry.n)
            .max()
            .unwrap_or(0)
    }

    pub(crate) fn decide(&self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let mine = self.window.as_deref().map_or(Mine::SamePerson, Mine::Window);
        decide(
            &self.register,
            command,
            &Context {
                now: self.now,
                by: &self.by,
                writer: self.writer,
                n: self.n(),
                mine,
                heads: &[],
                calendar: &CALENDAR,
                presets: &PRESETS,
                vote_rules: &VOTE_RULES,
                chains: &CHAINS,
                plain_name: mazha::text::body_kind_named,
                evidence: &[],
            },
        )
    }

    /// Writes an act down.
    pub(crate) fn record(&mut self, act: &str, events: Vec<Event>) -> Entry {
        let entry = Entry {
            v: VERSION,
            w: self.writer,
            n: self.n(),
            c: 1 + self.register.entries().last().map_or(0, |last| last.c),
            ts: self.now,
            by: self.by.clone(),
            act: act.to_owned(),
            events,
        };
        if let Some(window) = &mut self.window {
            window.push(entry.id());
        }
        self.register.add(vec![entry.clone()]);
        entry
    }

    /// When this command…
    pub(crate) fn tries(&mut self, fields: Value) -> Result<Done, Refusal> {
        let command = command(fields);
        let events = self.decide(&command)?;
        let entry = self.record(command.name(), events);
        let made = entry.events.iter().rev().find_map(|event| event.touch().makes);
        let facts: Vec<Value> = entry.events.iter().map(|event| serde_json::to_value(event).unwrap()).collect();
        let warnings = facts.iter().filter_map(|fact| fact["warnings"].as_array()).flatten();
        Ok(Done {
            id: made.map(|thing| self.register.id(thing)).unwrap_or_default(),
            events: entry.events.iter().map(|event| event.name().to_owned()).collect(),
            warnings: warnings.map(|code| code.as_str().unwrap().to_owned()).collect(),
            facts,
        })
    }

    /// … then it is done.
    #[track_caller]
    pub(crate) fn does(&mut self, fields: Value) -> Done {
        let said = fields.to_string();
        self.tries(fields).unwrap_or_else(|refusal| panic!("{said} was refused: {refusal:?}"))
    }

    /// … then it is refused, and nothing changes.
    #[track_caller]
    pub(crate) fn refuses(&mut self, fields: Value) -> &'static str {
        let said = fields.to_string();
        match self.tries(fields) {
            Ok(done) => panic!("{said} was done: {:?}", done.events),
            Err(refusal) => refusal.code(),
        }
    }

    /// All of these, one after the other.
    #[track_caller]
    pub(crate) fn does_all(&mut self, commands: impl IntoIterator<Item = Value>) {
        for command in commands {
            self.does(command);
        }
    }

    /// Takes over what the other laptop knows, and gives it what this one knows.
    pub(crate) fn meets(&mut self, other: &mut Self) {
        other.register.add(self.register.entries().to_vec());
        self.register.add(other.register.entries().to_vec());
        assert_eq!(self.register, other.register, "the same acts, the same register");
    }

    /// `stage/state` of a matter.
    #[track_caller]
    pub(crate) fn stands(&self, id: &str) -> String {
        let standing = self.matter(id).standing;
        format!("{}/{}", standing.stage().code(), standing.code())
    }

    #[track_caller]
    fn named(&self, kind: Kind, id: &str) -> Ref {
        match self.register.numbers().named(kind, id)[..] {
            [one] => one,
            ref other => panic!("{id} names {} things", other.len()),
        }
    }

    #[track_caller]
    pub(crate) fn matter(&self, id: &str) -> &Matter {
        self.register.matter(MatterRef(self.named(Kind::Matter, id))).unwrap()
    }

    #[track_caller]
    pub(crate) fn meeting(&self, id: &str) -> &Meeting {
        self.register.meeting(MeetingRef(self.named(Kind::Meeting, id))).unwrap()
    }

    #[track_caller]
    pub(crate) fn task(&self, id: &str) -> &Task {
        self.register.task(TaskRef(self.named(Kind::Task, id))).unwrap()
    }

    #[track_caller]
    pub(crate) fn vote(&self, id: &str) -> &Vote {
        self.register.vote(VoteRef(self.named(Kind::Vote, id))).unwrap()
    }

    #[track_caller]
    pub(crate) fn notice(&self, id: &str) -> &Notice {
        self.register.notice(NoticeRef(self.named(Kind::Notice, id))).unwrap()
    }

    #[track_caller]
    pub(crate) fn person(&self, id: &str) -> &Person {
        self.register.person(PersonRef(self.named(Kind::Person, id))).unwrap()
    }

    #[track_caller]
    pub(crate) fn body(&self, id: &str) -> &Body {
        self.register.body(BodyRef(self.named(Kind::Body, id))).unwrap()
    }

    // Where stories begin.

    /// Given a matter that was raised.
    pub(crate) fn raised(&mut self) -> String {
        self.does(json!({"do": "raise_matter", "title": "东门路灯不亮", "channel": "mailbox", "raised_by": "李阿姨"}))
            .id
    }

    /// Given a matter that was accepted on this route.
    pub(crate) fn accepted(&mut self, route: &str) -> String {
        let id = self.raised();
        self.does(json!({"do": "accept_matter", "matter": id, "route": route}));
        id
    }

    /// Given a meeting of no requirements that was called.
    pub(crate) fn called(&mut self) -> String {
        let at = self.now.to_rfc3339();
        self.does(json!({"do": "convene_meeting", "kind": "bench", "title": "板凳会", "at": at, "invite": []})).id
    }

    /// Given an open meeting with this matter as its first item.
    pub(crate) fn in_session(&mut self, matter: &str) -> String {
        let meeting = self.called();
        self.does(json!({"do": "place_on_agenda", "meeting": meeting, "matter": matter}));
        self.does(json!({"do": "open_meeting", "meeting": meeting}));
        meeting
    }

    /// Given a matter that was settled so in a meeting.
    pub(crate) fn settled(&mut self, outcome: &str) -> String {
        let matter = self.accepted("joint");
        let meeting = self.in_session(&matter);
        self.does(json!({"do": "take_up", "meeting": meeting, "item": 1}));
        self.does(json!({"do": "resolve", "meeting": meeting, "item": 1, "outcome": outcome, "refer_to": "街道"}));
        matter
    }

    /// Given work on a matter.
    pub(crate) fn task_for(&mut self, matter: &str) -> String {
        self.does(json!({"do": "assign_task", "matter": matter, "lead": "property_company", "text": "更换灯具",
            "due": "2026-03-10"}))
            .id
    }

    /// Given that the work was finished.
    pub(crate) fn finished(&mut self, task: &str) {
        self.does(json!({"do": "finish_task", "task": task, "ending": "solved", "text": "已更换"}));
    }

    /// Given a matter whose work has ended.
    pub(crate) fn work_done(&mut self) -> String {
        let matter = self.accepted("immediate");
        let task = self.task_for(&matter);
        self.finished(&task);
        matter
    }

    /// Given a matter that was closed and archived.
    pub(crate) fn done(&mut self) -> String {
        let matter = self.work_done();
        self.does(json!({"do": "follow_up", "matter": matter, "reached": true, "solved": "yes",
            "satisfaction": "satisfied", "means": "phone"}));
        self.does(json!({"do": "close_matter", "matter": matter}));
        matter
    }
}
