//! Which keys somebody presses for a step of the script, and what then has to stand in the line.

use unicode_segmentation::UnicodeSegmentation;

use super::script::{Entry, Script, Step};

/// A key, and what is in the line once it was taken in; none: there is no caret.
#[derive(Debug, Clone)]
pub(super) struct Tap {
    pub(super) key: String,
    pub(super) line: Option<String>,
    /// What is seen once the key has done its work: the next one means something else before that.
    pub(super) shown: Option<String>,
}

/// Somebody at the keyboard, and the list that they left open.
#[derive(Default)]
pub(super) struct Fingers {
    /// The state that the open list marks people with.
    marks: Option<usize>,
}

/// The states in the order of the list.
const STATES: [&str; 5] = ["present", "left", "online", "represented", "in_attendance"];

impl Fingers {
    /// The key that closes the list that was left open.
    pub(super) fn close(&mut self) -> Option<Tap> {
        self.marks.take().map(|_| tap("F2", Some("")))
    }

    /// Whether what the first key of a step means depends on what is seen then.
    pub(super) fn looks(step: &Step) -> bool {
        !matches!(step, Step::Mark { .. } | Step::Give(_) | Step::Hand(_) | Step::Entry(_))
    }

    /// The keys of a step. `agenda` is the order of the items, `current` the one under discussion, `above` the words of the
    /// entry that is changed.
    pub(super) fn taps(&mut self, script: &Script, step: &Step, agenda: &[u64], current: u64, above: &str) -> Vec<Tap> {
        let mut taps = Vec::new();
        let marked =
            if let Step::Mark { state, .. } = step { STATES.iter().position(|known| known == state) } else { None };
        if marked.is_none() {
            taps.extend(self.close());
        }
        let shows = |key: &str, text: String| Tap { shown: Some(text), ..tap(key, None) };
        match step {
            Step::Mark { who, .. } => {
                let to = marked.unwrap();
                if self.marks.is_none() {
                    taps.push(tap("F2", Some("")));
                }
                let turns = (to + STATES_OF_LIST - self.marks.unwrap_or(0)) % STATES_OF_LIST;
                taps.extend((0..turns).map(|_| tap("Tab", Some(""))));
                taps.extend(line(&script.person(who).initials));
            }
            Step::TakeUp(_) => taps.push(tap("F3", Some(""))),
            Step::SetAside(item) => {
                taps.extend([tap("Esc", None), shows("z", format!("第 {item} 项暂搁")), tap("i", Some(""))]);
            }
            Step::Forward(item) => {
                let at = |item: u64| agenda.iter().position(|number| *number == item).unwrap();
                taps.push(tap("Esc", None));
                taps.extend((at(current)..at(*item)).map(|_| tap("Down", None)));
                taps.extend([shows("f", "调整议程顺序".to_owned()), tap("i", Some(""))]);
            }
            Step::Give(who) => taps.extend(line(&format!("@{}", script.person(who).initials))),
            Step::Hand(who) => {
                taps.push(tap("Shift-F4", Some("")));
                taps.extend(line(&script.person(who).initials));
                taps.last_mut().unwrap().shown = Some(format!("{who}举手"));
                taps.push(tap("Shift-F4", Some("")));
            }
            Step::Turn(_) => taps.push(tap("F4", Some(""))),
            Step::Pause => taps.extend([tap("F8", None), shows("1", "休会：".to_owned())]),
            Step::Resume => taps.extend([tap("F8", None), shows("1", "继续开会：".to_owned())]),
            Step::End => taps.extend([tap("F8", None), shows("3", "散会：".to_owned())]),
            Step::Entry(Entry { before, typed, .. }) => {
                for pair in before.chunks(2) {
                    taps.extend([tap(&pair[0], None), tap(&pair[1], Some(""))]);
                }
                taps.extend(line(typed));
            }
            Step::Change { more, .. } => {
                taps.push(tap("Up", Some(above)));
                taps.extend(line(more).into_iter().map(|tap| match tap.line {
                    Some(written) if !written.is_empty() => Tap { line: Some(format!("{above}{written}")), ..tap },
                    _ => tap,
                }));
            }
        }
        self.marks = marked;
        taps
    }
}

/// Presses of Tab that lead round the list of states.
const STATES_OF_LIST: usize = 8;

/// A line typed and recorded.
fn line(text: &str) -> Vec<Tap> {
    let mut written = String::new();
    let mut taps = Vec::new();
    for letter in text.graphemes(true) {
        written.push_str(letter);
        taps.push(Tap { key: letter.to_owned(), line: Some(written.clone()), shown: None });
    }
    taps.push(tap("Enter", Some("")));
    taps
}

fn tap(key: &str, line: Option<&str>) -> Tap {
    let key = match key {
        "Enter" => "\r",
        "Tab" => "\t",
        "Esc" => "\x1b",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "F2" => "\x1bOQ",
        "F3" => "\x1bOR",
        "F4" => "\x1bOS",
        "Shift-F4" => "\x1b[1;2S",
        "F5" => "\x1b[15~",
        "F6" => "\x1b[17~",
        "F8" => "\x1b[19~",
        letter => letter,
    };
    Tap { key: key.to_owned(), line: line.map(str::to_owned), shown: None }
}
