//! What narrows the log: words that a person, a thing and a sentence together must hold. It looks from the newest act back,
//! as far as rows are wanted and no further than a breath at a time. Knows nothing of how the log looks.

use crate::domain::entry::Entry;
use crate::domain::register::Register;
use crate::search::{Haystack, Needle};
use crate::text::Text;
use crate::tui::screen::Target;

/// Acts looked at for one key: what takes some hundredths of a second.
const BREATH: usize = 4_000;

/// A filter and what it has found so far.
#[derive(Debug, Clone)]
pub(super) struct Filter {
    /// As they were typed.
    pub(super) words: String,
    needle: Needle,
    /// Places in the record of the acts that match, the newest first.
    hits: Vec<usize>,
    /// How many of the oldest acts are not looked at yet.
    left: usize,
}

impl Filter {
    /// A filter over so many acts.
    pub(super) fn new(words: &str, acts: usize) -> Self {
        Self { words: words.to_owned(), needle: Needle::new(words), hits: Vec::new(), left: acts }
    }

    /// Forgets what was found.
    pub(super) fn start(&mut self, acts: usize) {
        self.hits.clear();
        self.left = acts;
    }

    /// The acts found.
    pub(super) fn hits(&self) -> &[usize] {
        &self.hits
    }

    /// How many acts are not looked at yet.
    pub(super) fn left(&self) -> usize {
        self.left
    }

    /// Looks on until so many are found, everything is looked at, or it has taken long enough for one key.
    pub(super) fn look_on(&mut self, wanted: usize, register: &Register, text: Text) {
        let stop = self.left.saturating_sub(BREATH);
        while self.left > stop && self.hits.len() < wanted {
            self.left -= 1;
            let Some(entry) = register.entries().get(self.left) else { continue };
            if self.needle.find(&Haystack::new(&told(entry, register, text))).is_some() {
                self.hits.push(self.left);
            }
        }
    }
}

/// All that is known of an act in words: who, about what, and the facts.
fn told(entry: &Entry, register: &Register, text: Text) -> String {
    let subject = entry.subject();
    let id = subject.map(|thing| register.id(thing)).unwrap_or_default();
    let target = subject.and_then(|thing| Target::of(thing, register));
    let title = target.map_or("", |target| target.title(register));
    format!("{} {id} {title} {} {}", entry.by, text.act(&entry.act), text.entry(entry, register, None))
}
