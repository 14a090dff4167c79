//! Choosing from options: side by side when they fit, else in a list that typing narrows.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde_json::Value;

use crate::cells::wrap;
use crate::search::{Haystack, Needle};
use crate::tui::editor::{Editor, Outcome};

/// Cells around and between options that stand side by side: `[1 ` and `] `, or `[x] 1 ` and a gap.
const AROUND_ONE: usize = 5;
const AROUND_MANY: usize = 8;

/// Graphemes that narrow a list.
const FILTER: usize = 40;

/// One of the things that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What the record keeps.
    pub value: Value,
    /// What people read.
    pub label: String,
}

/// What became of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// It means nothing here.
    No,
    /// It was obeyed.
    Yes,
    /// It was obeyed, and the field has what it needs.
    Settled,
}

/// Options, and which of them are chosen.
#[derive(Debug, Clone)]
pub(super) struct Pick {
    pub(super) options: Vec<Choice>,
    /// How many of the options, the last ones, stand for what is not among them: they are listed whatever is written.
    doors: usize,
    haystacks: Vec<Haystack>,
    pub(super) chosen: Vec<bool>,
    pub(super) many: bool,
    pub(super) inline: bool,
    /// The option the keys act on.
    pub(super) cursor: usize,
    pub(super) filter: Editor,
}

impl Pick {
    pub(super) fn new(options: Vec<Choice>, many: bool) -> Self {
        let chosen = vec![false; options.len()];
        let haystacks = options.iter().map(|option| Haystack::new(&option.label)).collect();
        Self { options, doors: 0, haystacks, chosen, many, inline: false, cursor: 0, filter: Editor::line(FILTER) }
    }

    /// Options that stand for what is not among them yet.
    pub(super) fn add_doors(&mut self, doors: Vec<Choice>) {
        self.doors += doors.len();
        self.haystacks.extend(doors.iter().map(|door| Haystack::new(&door.label)));
        self.chosen.extend(doors.iter().map(|_| false));
        self.options.extend(doors);
    }

    /// One more option, before those that lead elsewhere.
    pub(super) fn add(&mut self, choice: Choice, chosen: bool) {
        let at = self.first_door();
        self.haystacks.insert(at, Haystack::new(&choice.label));
        self.options.insert(at, choice);
        self.chosen.insert(at, false);
        self.filter = Editor::line(FILTER);
        if chosen {
            self.walk(at);
        }
    }

    /// The chosen option that leads elsewhere, and what was written to find it.
    pub(super) fn door(&self) -> Option<(Value, String)> {
        let at = self.chosen.iter().position(|chosen| *chosen).filter(|at| *at >= self.first_door())?;
        Some((self.options[at].value.clone(), self.filter.text().trim().to_owned()))
    }

    /// Whether nothing is chosen where one thing can be.
    pub(super) fn is_unset(&self) -> bool {
        !self.many && !self.chosen.contains(&true)
    }

    /// Chooses what is marked, if nothing is chosen.
    pub(super) fn settle(&mut self) {
        if self.is_unset() && self.listed().contains(&self.cursor) {
            self.walk(self.cursor);
        }
    }

    /// The place of the first option that leads elsewhere; how many there are, if none does.
    pub(super) fn first_door(&self) -> usize {
        self.options.len() - self.doors
    }

    /// Chooses the options with these values, and no others.
    pub(super) fn choose(&mut self, values: &[Value]) {
        for (chosen, option) in self.chosen.iter_mut().zip(&self.options) {
            *chosen = values.contains(&option.value);
        }
        self.cursor = self.chosen.iter().position(|chosen| *chosen).unwrap_or(0);
    }

    /// The value of the chosen option, or the list of all that are chosen.
    pub(super) fn value(&self) -> Option<Value> {
        let mut chosen = self
            .options
            .iter()
            .zip(&self.chosen)
            .take(self.first_door())
            .filter(|(_, chosen)| **chosen)
            .map(|(option, _)| option.value.clone());
        if self.many {
            let values: Vec<_> = chosen.collect();
            (!values.is_empty()).then_some(Value::Array(values))
        } else {
            chosen.next()
        }
    }

    /// Whether all options stand side by side in `width` cells, each with the digit that picks it; those that lead
    /// elsewhere on a row of their own.
    pub(super) fn lay_out(&mut self, width: u16) {
        let around = if self.many { AROUND_MANY } else { AROUND_ONE };
        let fits = |options: &[Choice]| {
            let needed: usize = options.iter().map(|option| wrap::width(&option.label) + around).sum();
            needed <= usize::from(width)
        };
        let (options, doors) = self.options.split_at(self.first_door());
        self.inline = self.options.len() <= 9 && fits(options) && fits(doors);
    }

    /// The options the filter leaves, by their place.
    pub(super) fn listed(&self) -> Vec<usize> {
        let needle = Needle::new(&self.filter.text());
        let fits =
            |at: &usize| needle.is_empty() || *at >= self.first_door() || needle.find(&self.haystacks[*at]).is_some();
        (0..self.options.len()).filter(fits).collect()
    }

    /// Whether something was written that no option is called.
    pub(super) fn finds_nothing(&self) -> bool {
        !self.inline && !self.filter.is_empty() && self.listed().iter().all(|at| *at >= self.first_door())
    }

    /// Obeys a key; says whether the key meant something here.
    pub(super) fn key(&mut self, key: KeyEvent) -> Heard {
        let heard = if self.inline { self.inline_key(key) } else { self.list_key(key) };
        match (heard, key.code) {
            (true, KeyCode::Char('1'..='9')) if self.inline && !self.many => Heard::Settled,
            (true, _) => Heard::Yes,
            (false, _) => Heard::No,
        }
    }

    /// Narrows the list by a pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        if !self.inline && self.filter.paste(text) == Ok(Outcome::Changed) {
            self.filtered();
        }
    }

    fn inline_key(&mut self, key: KeyEvent) -> bool {
        let last = self.options.len().saturating_sub(1);
        match key.code {
            KeyCode::Left | KeyCode::Char('h') => self.walk(self.cursor.saturating_sub(1)),
            KeyCode::Right | KeyCode::Char('l') => {
                // The first step to the right of "nothing chosen yet" chooses the first.
                let unset = self.is_unset();
                self.walk(if unset { 0 } else { (self.cursor + 1).min(last) });
            }
            KeyCode::Char(' ') if self.many => self.toggle(self.cursor),
            KeyCode::Char(' ') if self.chosen.contains(&true) => {
                self.walk(if self.cursor == last { 0 } else { self.cursor + 1 });
            }
            KeyCode::Char(' ') => self.walk(self.cursor),
            KeyCode::Char(digit @ '1'..='9') => {
                let at = digit as usize - '1' as usize;
                if at > last || self.options.is_empty() {
                    return false;
                }
                if self.many {
                    self.cursor = at;
                    self.toggle(at);
                } else {
                    self.walk(at);
                }
            }
            KeyCode::Backspace | KeyCode::Delete => self.chosen.fill(false),
            _ => return false,
        }
        true
    }

    fn list_key(&mut self, key: KeyEvent) -> bool {
        let listed = self.listed();
        let place = listed.iter().position(|at| *at == self.cursor);
        match key.code {
            KeyCode::Up | KeyCode::Down if listed.is_empty() => return false,
            KeyCode::Up if place == Some(0) => return false,
            KeyCode::Up => self.walk(listed[place.map_or(0, |place| place - 1)]),
            KeyCode::Down => {
                let unset = self.is_unset();
                let next = place.map_or(0, |place| if unset { place } else { (place + 1).min(listed.len() - 1) });
                self.walk(listed[next]);
            }
            KeyCode::PageUp => {
                self.walk(listed.get(place.unwrap_or(0).saturating_sub(5)).copied().unwrap_or(self.cursor));
            }
            KeyCode::PageDown => {
                let next = (place.unwrap_or(0) + 5).min(listed.len().saturating_sub(1));
                self.walk(listed.get(next).copied().unwrap_or(self.cursor));
            }
            KeyCode::Char(' ') if self.many => self.toggle(self.cursor),
            KeyCode::Backspace | KeyCode::Delete if self.filter.is_empty() && !self.many => self.chosen.fill(false),
            KeyCode::Char(_) | KeyCode::Backspace if !key.modifiers.contains(KeyModifiers::ALT) => {
                // A filter longer than any label finds nothing more; what does not fit is left.
                if self.filter.key(key) == Ok(Outcome::Changed) {
                    self.filtered();
                }
            }
            _ => return false,
        }
        true
    }

    /// Obeys a click on an option.
    pub(super) fn click(&mut self, at: usize) {
        self.walk(at);
        if self.many {
            self.toggle(at);
        }
    }

    /// Moves to an option; where only one can be chosen, that chooses it.
    fn walk(&mut self, to: usize) {
        if to >= self.options.len() {
            return;
        }
        self.cursor = to;
        if !self.many {
            self.chosen.fill(false);
            self.chosen[to] = true;
        }
    }

    fn toggle(&mut self, at: usize) {
        if let Some(chosen) = self.chosen.get_mut(at) {
            *chosen = !*chosen;
        }
    }

    fn filtered(&mut self) {
        let listed = self.listed();
        // What is written points at the first it fits; what was chosen before stays while it fits too.
        if let Some(first) = listed.first()
            && (!listed.contains(&self.cursor) || self.is_unset())
            && !self.filter.is_empty()
        {
            self.walk(*first);
        }
    }
}
