//! The script of an evening, read from a text that people can read too. What must be in the record afterwards is said by
//! the script itself; nothing here asks the program how it reads a line.

/// The script: a step a line.
const EVENING: &str = include_str!("evening.txt");

/// Everything about the meeting.
pub(super) struct Script {
    pub(super) people: Vec<Person>,
    /// Planned minutes and title.
    pub(super) topics: Vec<(u32, String)>,
    pub(super) steps: Vec<Step>,
}

pub(super) struct Person {
    pub(super) name: String,
    pub(super) body: String,
    /// As they are typed.
    pub(super) initials: String,
}

/// One act of the record.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Somebody is marked so.
    Mark {
        who: String,
        state: String,
    },
    /// Takes up the next item, which is this one.
    TakeUp(u64),
    /// Sets the item under discussion aside.
    SetAside(u64),
    /// Lets this one come next.
    Forward(u64),
    /// Gives the floor by a line.
    Give(String),
    Hand(String),
    /// This one is next to speak; none: nobody waits, and the turn ends.
    Turn(Option<String>),
    Pause,
    Resume,
    End,
    Entry(Entry),
    /// Adds words to the entry so many above.
    Change {
        above: usize,
        more: String,
    },
}

/// A line that is written and recorded.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) makes: Makes,
    pub(super) words: Option<String>,
    /// What a body undertakes.
    pub(super) undertakes: Option<String>,
    /// Function keys and digits before the line.
    pub(super) before: Vec<String>,
    /// The line as it is typed.
    pub(super) typed: String,
}

#[derive(Debug, Clone)]
pub(super) enum Makes {
    Note { kind: &'static str, by: By },
    Resolution { outcome: String, to: Option<String> },
    Task { lead: String, due: String },
}

/// Whose words they are.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum By {
    Nobody,
    Person(String),
    Body(String),
}

const KINDS: [(&str, &str); 8] = [
    ("发言", "remark"),
    ("说明", "explanation"),
    ("动议", "motion"),
    ("修正", "amendment"),
    ("表态", "position"),
    ("共识", "consensus"),
    ("保留", "reservation"),
    ("记事", "note"),
];

impl Script {
    pub(super) fn evening() -> Self {
        let mut script = Self { people: Vec::new(), topics: Vec::new(), steps: Vec::new() };
        for line in EVENING.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (word, rest) = first(line);
            let (a, b) = first(rest);
            match word {
                "人" => {
                    let (name, (body, initials)) = (a.to_owned(), first(b));
                    script.people.push(Person { name, body: body.to_owned(), initials: initials.to_owned() });
                }
                "题" => script.topics.push((a.parse().unwrap(), b.to_owned())),
                _ => script.steps.push(step(word, rest)),
            }
        }
        script
    }

    pub(super) fn person(&self, name: &str) -> &Person {
        self.people.iter().find(|person| person.name == name).unwrap_or_else(|| panic!("nobody is called {name}"))
    }

    /// What is written and recorded.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.steps.iter().filter_map(|step| match step {
            Step::Entry(entry) => Some(entry),
            _ => None,
        })
    }
}

fn step(word: &str, rest: &str) -> Step {
    let (a, b) = first(rest);
    match word {
        "签到" => Step::Mark { who: a.to_owned(), state: b.to_owned() },
        "议" => Step::TakeUp(a.parse().unwrap()),
        "搁置" => Step::SetAside(a.parse().unwrap()),
        "提前" => Step::Forward(a.parse().unwrap()),
        "请" => Step::Give(a.to_owned()),
        "举手" => Step::Hand(a.to_owned()),
        "轮到" => Step::Turn(Some(a.to_owned()).filter(|who| who != "-")),
        "休会" => Step::Pause,
        "继续" => Step::Resume,
        "散会" => Step::End,
        "改" => Step::Change { above: a.parse().unwrap(), more: b.to_owned() },
        "任务" => {
            let (due, line) = first(b);
            entry(Makes::Task { lead: a.to_owned(), due: due.to_owned() }, line)
        }
        "决议" => {
            let (to, line) = if a == "referred" { first(b) } else { ("", b) };
            let to = Some(to.to_owned()).filter(|to| !to.is_empty());
            entry(Makes::Resolution { outcome: a.to_owned(), to }, line)
        }
        _ => {
            let (_, kind) = KINDS.iter().find(|(name, _)| *name == word).unwrap_or_else(|| panic!("{word} {rest}"));
            let by = match a {
                "-" => By::Nobody,
                body if body.is_ascii() => By::Body(body.to_owned()),
                name => By::Person(name.to_owned()),
            };
            entry(Makes::Note { kind, by }, b)
        }
    }
}

/// Reads the line as it is typed, with the marks of what has to be in the record.
fn entry(makes: Makes, line: &str) -> Step {
    let line = line.replace('⏎', "\n");
    let (mut line, mut before) = (line.as_str(), Vec::new());
    while let Some((key, rest)) = line.strip_prefix('<').and_then(|line| line.split_once('>')) {
        before.push(key.to_owned());
        before.push(rest[..1].to_owned());
        line = &rest[1..];
    }
    let plain = |marked: &str| marked.replace(['〔', '〕', '〖', '〗'], "");
    let between = |open: char, close: char| Some(plain(line.split_once(open)?.1.rsplit_once(close)?.0));
    Step::Entry(Entry {
        makes,
        words: between('〔', '〕'),
        undertakes: between('〖', '〗'),
        before,
        typed: plain(line),
    })
}

fn first(line: &str) -> (&str, &str) {
    line.split_once(' ').map_or((line, ""), |(a, b)| (a, b.trim_start()))
}

#[test]
fn the_script_is_an_evening_of_ninety_minutes() {
    let script = Script::evening();
    let count = |wanted: fn(&Step) -> bool| script.steps.iter().filter(|step| wanted(step)).count();
    assert_eq!((script.people.len(), script.topics.len(), script.entries().count()), (20, 9, 150));
    assert_eq!(script.topics.iter().map(|(minutes, _)| minutes).sum::<u32>(), 90);
    let mut bodies: Vec<&str> = script.people.iter().map(|person| person.body.as_str()).collect();
    bodies.sort_unstable();
    bodies.dedup();
    assert_eq!(bodies.len(), 6);
    let begun = script.steps.iter().position(|step| matches!(step, Step::TakeUp(_))).unwrap();
    let moves = script.steps[begun..].iter().filter(|step| matches!(step, Step::Mark { .. })).count();
    assert_eq!(moves, 6, "late arrivals and departures");
    let notes = |wanted: &str| {
        let is = |entry: &&Entry| matches!(&entry.makes, Makes::Note { kind, .. } if *kind == wanted);
        script.entries().filter(is).count()
    };
    assert_eq!(notes("motion"), 4);
    assert!(KINDS.iter().all(|(_, kind)| notes(kind) > 0), "all kinds");
    assert_eq!(script.entries().filter(|entry| matches!(entry.makes, Makes::Task { .. })).count(), 12);
    assert_eq!(script.entries().filter(|entry| matches!(entry.makes, Makes::Resolution { .. })).count(), 8);
    assert_eq!(
        count(|step| matches!(step, Step::SetAside(_) | Step::Forward(_) | Step::Change { .. } | Step::Pause)),
        4
    );
}
