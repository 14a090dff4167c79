//! What the record says of the meeting, as `mazha show` and the journal have it, beside what the script says; the screens
//! are not asked.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::super::kit::Seat;
use super::script::{By, Entry, Makes, Script, Step};

/// Acts on disk.
pub(super) fn acts(seat: &Seat) -> usize {
    lines(seat).len()
}

/// The line that is kept beside the record, if any: the latest of those that were written.
pub(super) fn kept(seat: &Seat) -> Option<String> {
    let files = fs::read_dir(seat.home().join("state")).unwrap().flatten().map(|file| file.path());
    let is_it = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with("unsent-") && name.ends_with(".json")
    };
    let mut unsent = files.filter(is_it);
    let forms: Value = serde_json::from_str(&fs::read_to_string(unsent.next()?).ok()?).unwrap();
    let lines: Value = serde_json::from_str(forms["live 2026-A-M01"]["lines"].as_str()?).unwrap();
    lines.as_array().unwrap().last().map(|line| text(&line["text"]))
}

/// Every whole line of the journal.
fn lines(seat: &Seat) -> Vec<String> {
    let Ok(files) = fs::read_dir(seat.council().join("journal")) else { return Vec::new() };
    let files =
        files.flatten().map(|file| file.path()).filter(|path| path.extension().is_some_and(|end| end == "jsonl"));
    let texts = files.map(|path| String::from_utf8(fs::read(path).unwrap()).unwrap());
    // What is being written has no line feed yet.
    texts
        .flat_map(|text| {
            text.split_inclusive('\n').filter(|line| line.ends_with('\n')).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

/// Compares minutes, attendance, agenda, outcomes and tasks with the script, line by line.
#[track_caller]
pub(super) fn is_as_scripted(seat: &Seat, script: &Script) {
    let names = Names::of(seat);
    let meeting = seat.json(&["show", "2026-A-M01", "--json"]);
    assert_eq!(said(&meeting, &names), said_by(script));
    assert_eq!(settled(&meeting), settled_by(script));
    assert_eq!(given(seat, &names), given_by(script));
    let facts = facts(seat);
    assert_eq!(marked(&facts, &names), marked_by(script));
    assert_eq!(courses(&facts), courses_by(script));
    assert_eq!(meeting["state"], "adjourned");
    seat.run(&["check"], "");
}

/// People and bodies by their numbers.
struct Names {
    people: BTreeMap<String, String>,
    bodies: BTreeMap<String, String>,
    /// The names of people by what the journal calls them.
    refs: BTreeMap<String, String>,
}

impl Names {
    fn of(seat: &Seat) -> Self {
        let named = |list: &str, by: &str| {
            let answer = seat.json(&["list", list, "--json"]);
            let rows = answer[list].as_array().unwrap().iter();
            rows.map(|row| (text(&row["id"]), text(&row[by]))).collect()
        };
        let refs = facts(seat).into_iter().filter(|fact| fact["event"] == "person_added");
        let refs = refs.map(|fact| (text(&fact["person"]), text(&fact["name"]))).collect();
        Self { people: named("people", "name"), bodies: named("bodies", "kind"), refs }
    }
}

/// Every fact in the journal, in the order of the acts.
fn facts(seat: &Seat) -> Vec<Value> {
    let mut acts: Vec<Value> = lines(seat).iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    acts.sort_by_key(|act| act["c"].as_u64());
    acts.into_iter().flat_map(|act| act["events"].as_array().unwrap().clone()).collect()
}

/// Item, kind, who, words, what is undertaken.
type Said = (u64, String, By, String, Option<String>);

fn said(meeting: &Value, names: &Names) -> Vec<Said> {
    let notes = meeting["notes"].as_array().unwrap().iter();
    notes
        .map(|note| {
            let by = match (note["speaker"].as_str(), note["body"].as_str()) {
                (Some(person), _) => By::Person(names.people[person].clone()),
                (None, Some(body)) => By::Body(names.bodies[body].clone()),
                (None, None) => By::Nobody,
            };
            let undertakes = note["undertakes"].as_str().map(str::to_owned);
            (note["item"].as_u64().unwrap_or(0), text(&note["kind"]), by, text(&note["text"]), undertakes)
        })
        .collect()
}

fn said_by(script: &Script) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    for (item, step) in with_items(script) {
        match step {
            Step::Entry(Entry { makes: Makes::Note { kind, by }, words, undertakes, .. }) => {
                said.push((item, (*kind).to_owned(), by.clone(), words.clone().unwrap(), undertakes.clone()));
            }
            Step::Change { above, more } => {
                let changed = said.len() - above;
                said[changed].3.push_str(more);
            }
            _ => {}
        }
    }
    said
}

/// Item, outcome, words, to whom it is referred, whether it was set aside; in the order of the agenda.
type Settled = (u64, Option<String>, Option<String>, Option<String>, bool);

fn settled(meeting: &Value) -> Vec<Settled> {
    let agenda = meeting["agenda"].as_array().unwrap().iter();
    let maybe = |value: &Value| value.as_str().map(str::to_owned);
    agenda
        .map(|item| {
            let aside = item["set_aside"].as_bool().unwrap();
            (
                item["item"].as_u64().unwrap(),
                maybe(&item["outcome"]),
                maybe(&item["resolution"]),
                maybe(&item["refer_to"]),
                aside,
            )
        })
        .collect()
}

fn settled_by(script: &Script) -> Vec<Settled> {
    let mut settled: Vec<Settled> =
        agenda(script, script.steps.len()).into_iter().map(|item| (item, None, None, None, false)).collect();
    for (item, step) in with_items(script) {
        let row = settled.iter_mut().find(|row| row.0 == item);
        match (step, row) {
            (Step::Entry(Entry { makes: Makes::Resolution { outcome, to }, words, .. }), Some(row)) => {
                *row = (item, Some(outcome.clone()), words.clone(), to.clone(), row.4);
            }
            (Step::SetAside(_), Some(row)) => row.4 = true,
            _ => {}
        }
    }
    settled
}

/// The order of the items after so many steps.
pub(super) fn agenda(script: &Script, steps: usize) -> Vec<u64> {
    let mut order: Vec<u64> = (1..).take(script.topics.len()).collect();
    for (current, step) in with_items(script).into_iter().take(steps) {
        if let Step::Forward(item) = step {
            order.retain(|number| number != item);
            let behind = order.iter().position(|number| *number == current).unwrap() + 1;
            order.insert(behind, *item);
        }
    }
    order
}

/// Item, lead, words, last day.
type Given = (u64, String, String, String);

fn given(seat: &Seat, names: &Names) -> Vec<Given> {
    let answer = seat.json(&["list", "tasks", "--json"]);
    let mut tasks: Vec<&Value> = answer["tasks"].as_array().unwrap().iter().collect();
    tasks.sort_by_key(|task| number(&task["id"]));
    let lead = |task: &Value| {
        let id = text(&task["lead"]);
        names.people.get(&id).or_else(|| names.bodies.get(&id)).unwrap().clone()
    };
    tasks
        .into_iter()
        .map(|task| (task["item"].as_u64().unwrap(), lead(task), text(&task["text"]), text(&task["due"])))
        .collect()
}

/// The figures that an id ends with: `A-T12`.
fn number(id: &Value) -> u64 {
    let id = text(id);
    id[id.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1)..].parse().unwrap()
}

fn given_by(script: &Script) -> Vec<Given> {
    let given = with_items(script).into_iter().filter_map(|(item, step)| match step {
        Step::Entry(Entry { makes: Makes::Task { lead, due }, words, .. }) => {
            Some((item, lead.clone(), words.clone()?, due.clone()))
        }
        _ => None,
    });
    given.collect()
}

/// Every mark in the list of those present, in order.
fn marked(facts: &[Value], names: &Names) -> Vec<(String, String)> {
    let marks = facts.iter().filter(|fact| fact["event"] == "attendance_marked");
    marks.map(|mark| (names.refs[&text(&mark["person"])].clone(), text(&mark["state"]))).collect()
}

fn marked_by(script: &Script) -> Vec<(String, String)> {
    let marks = script.steps.iter().filter_map(|step| match step {
        Step::Mark { who, state } => Some((who.clone(), state.clone())),
        _ => None,
    });
    marks.collect()
}

/// How the meeting went from item to item, and its breaks.
fn courses(facts: &[Value]) -> Vec<String> {
    let steps = facts.iter().filter_map(|fact| {
        Some(match fact["event"].as_str()? {
            "item_taken_up" => format!("on {}", fact["item"]),
            "item_set_aside" => format!("aside {}", fact["item"]),
            "meeting_paused" => "pause".to_owned(),
            "meeting_resumed" => "resume".to_owned(),
            "meeting_adjourned" => "end".to_owned(),
            _ => return None,
        })
    });
    steps.collect()
}

fn courses_by(script: &Script) -> Vec<String> {
    let steps = script.steps.iter().filter_map(|step| {
        Some(match step {
            Step::TakeUp(item) => format!("on {item}"),
            Step::SetAside(item) => format!("aside {item}"),
            Step::Pause => "pause".to_owned(),
            Step::Resume => "resume".to_owned(),
            Step::End => "end".to_owned(),
            _ => return None,
        })
    });
    steps.collect()
}

/// Each step with the item under discussion.
pub(super) fn with_items<'a>(script: &'a Script) -> Vec<(u64, &'a Step)> {
    let mut current = 0;
    let with = |step: &'a Step| {
        if let Step::TakeUp(item) = step {
            current = *item;
        }
        (current, step)
    };
    script.steps.iter().map(with).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
