//! Choosing from options: a few words stand side by side, all else in a list that typing narrows. One rule for digits: up
//! to nine options bear numbers, and a digit picks; among more, a digit is typed like any letter. Knows labels and values,
//! not what they stand for.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde_json::Value;

use crate::cells::wrap;
use crate::search::{Haystack, Needle};
use crate::text::Text;
use crate::tui::editor::{Editor, Outcome};

/// Cells around and between options that stand side by side: `[1 ` and `] `, or `[x] 1 ` and a gap.
const AROUND_ONE: usize = 5;
const AROUND_MANY: usize = 8;

/// Rows that options side by side may take; more is a list.
const ROWS: u16 = 3;

/// The most options that bear numbers.
const NUMBERED: usize = 9;

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
    /// The options are names, which people look for by typing, however few there are.
    pub(super) named: bool,
    /// Where each option stands, a row and a column, if they stand side by side.
    pub(super) abreast: Option<Vec<(u16, u16)>>,
    /// The option the keys act on.
    pub(super) cursor: usize,
    pub(super) filter: Editor,
    /// An option was pointed at since the filter was written: that one is meant, however many the filter leaves.
    pointed: bool,
}

/// What is wrong with what was typed to find an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unclear {
    /// What was typed.
    pub(super) typed: String,
    /// How many options it fits; never one.
    pub(super) left: usize,
}

impl Pick {
    pub(super) fn new(options: Vec<Choice>, many: bool) -> Self {
        let chosen = vec![false; options.len()];
        let haystacks = options.iter().map(|option| Haystack::new(&option.label)).collect();
        Self {
            options,
            doors: 0,
            haystacks,
            chosen,
            many,
            named: false,
            abreast: None,
            cursor: 0,
            filter: Editor::line(FILTER),
            pointed: false,
        }
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
        // Whoever led here is no choice.
        self.chosen[at + 1..].fill(false);
        self.forget_filter();
        if chosen {
            self.take(at);
        }
    }

    /// Whether it leads to making such a thing.
    pub(super) fn leads_to(&self, what: &Value) -> bool {
        self.options[self.first_door()..].iter().any(|door| door.value == *what)
    }

    /// The chosen option that leads elsewhere, and what was written to find it.
    pub(super) fn door(&self) -> Option<(Value, String)> {
        let first = self.first_door();
        let at = first + self.chosen[first..].iter().position(|chosen| *chosen)?;
        Some((self.options[at].value.clone(), self.filter.text().trim().to_owned()))
    }

    /// Nobody waits at a door any more.
    pub(super) fn shut_doors(&mut self) {
        let first = self.first_door();
        self.chosen[first..].fill(false);
    }

    /// Whether nothing is chosen where one thing can be.
    pub(super) fn is_unset(&self) -> bool {
        !self.many && !self.chosen.contains(&true)
    }

    /// Going on chooses what is marked, if nothing is chosen.
    pub(super) fn settle(&mut self) {
        if self.filter.is_empty() && self.is_unset() && self.listed().contains(&self.cursor) {
            self.take(self.cursor);
        }
    }

    /// The option under the cursor is chosen, if something was typed to find it or it is a door among several; whether
    /// that was so.
    pub(super) fn take_marked(&mut self) -> bool {
        let at_door = self.many && self.pointed && self.cursor >= self.first_door();
        let looked = (at_door || !self.filter.is_empty()) && self.listed().contains(&self.cursor);
        if looked {
            self.take(self.cursor);
            self.resolve();
        }
        looked
    }

    /// What was typed and fits one option alone chooses it, and has then served.
    pub(super) fn resolve(&mut self) {
        if let Some(only) = self.only_fit() {
            self.take(only);
        }
        if self.unclear().is_none() && self.door().is_none() {
            self.forget_filter();
        }
    }

    /// What was typed and does not say which option is meant.
    pub(super) fn unclear(&self) -> Option<Unclear> {
        let undecided = !self.filter.is_empty() && (self.many || !self.pointed) && self.only_fit().is_none();
        undecided.then(|| Unclear { typed: self.filter.text().trim().to_owned(), left: self.fits().count() })
    }

    /// The only option that fits what was typed, or is called exactly that; none once another was pointed at.
    fn only_fit(&self) -> Option<usize> {
        let typed = self.filter.text();
        if typed.trim().is_empty() || (self.pointed && !self.many) {
            return None;
        }
        let mut fits = self.fits();
        match (fits.next(), fits.next()) {
            (Some(only), None) => Some(only),
            _ => self.fits().find(|at| self.options[*at].label == typed.trim()),
        }
    }

    /// The options that fit what was typed; those that lead elsewhere are none.
    fn fits(&self) -> impl Iterator<Item = usize> {
        let first_door = self.first_door();
        self.listed().into_iter().filter(move |at| *at < first_door)
    }

    fn forget_filter(&mut self) {
        self.filter = Editor::line(FILTER);
        self.pointed = false;
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
        let only = self.only_fit();
        let is_chosen = |at: &usize| match only {
            Some(only) if !self.many => *at == only,
            only => self.chosen[*at] || only == Some(*at),
        };
        let mut chosen = (0..self.first_door()).filter(is_chosen).map(|at| self.options[at].value.clone());
        if self.many {
            let values: Vec<_> = chosen.collect();
            (!values.is_empty()).then_some(Value::Array(values))
        } else {
            chosen.next()
        }
    }

    /// Whether the options bear numbers.
    pub(super) fn bears_numbers(&self) -> bool {
        self.options.len() <= NUMBERED
    }

    /// What is chosen, as people read it.
    pub(super) fn labels(&self, text: Text) -> String {
        let chosen = self.options.iter().zip(&self.chosen).filter(|(_, chosen)| **chosen);
        text.listed(&chosen.map(|(option, _)| option.label.as_str()).collect::<Vec<_>>())
    }

    /// Decides, for a field `width` cells wide, whether the options stand side by side: where they are a few fixed words.
    pub(super) fn lay_out(&mut self, width: u16) {
        let places = self.places(width);
        let fits = places.last().is_none_or(|(row, _)| *row < ROWS);
        self.abreast = (!self.named && self.doors == 0 && self.bears_numbers() && fits).then_some(places);
    }

    /// Where options stand that follow each other in rows `width` cells wide.
    fn places(&self, width: u16) -> Vec<(u16, u16)> {
        let around = if self.many { AROUND_MANY } else { AROUND_ONE };
        let (mut row, mut column) = (0, 0);
        let place = |option: &Choice| {
            let needed = u16::try_from(wrap::width(&option.label) + around).unwrap_or(u16::MAX);
            if column > 0 && width.saturating_sub(column) < needed {
                (row, column) = (row + 1, 0);
            }
            let at = (row, column);
            column = column.saturating_add(needed);
            at
        };
        self.options.iter().map(place).collect()
    }

    /// Rows the field takes while nobody looks for anything in it.
    pub(super) fn rows(&self) -> u16 {
        self.abreast.as_ref().and_then(|places| places.last()).map_or(1, |(row, _)| row + 1)
    }

    /// The options the filter leaves, by their place: what fits best first, those that lead elsewhere last.
    pub(super) fn listed(&self) -> Vec<usize> {
        let needle = Needle::new(&self.filter.text());
        let (options, doors) = (0..self.first_door(), self.first_door()..self.options.len());
        if needle.is_empty() {
            return options.chain(doors).collect();
        }
        let mut found: Vec<_> = options.filter_map(|at| Some((needle.find(&self.haystacks[at])?.score, at))).collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        found.into_iter().map(|(_, at)| at).chain(doors).collect()
    }

    /// Obeys a key; says whether the key meant something here.
    pub(super) fn key(&mut self, key: KeyEvent) -> Heard {
        let heard = match key.code {
            KeyCode::Char(digit @ '1'..='9') if self.bears_numbers() => {
                let picked = self.pick(digit as usize - '1' as usize);
                return if picked && !self.many { Heard::Settled } else { Heard::Yes };
            }
            _ if self.abreast.is_some() => self.abreast_key(key),
            _ => self.list_key(key),
        };
        if heard { Heard::Yes } else { Heard::No }
    }

    /// Narrows the list by a pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        if self.abreast.is_none() && self.filter.paste(text) == Ok(Outcome::Changed) {
            self.filtered();
        }
    }

    /// Picks the option that bears a number, counted from 0; whether there is one.
    fn pick(&mut self, at: usize) -> bool {
        if at >= self.options.len() {
            return false;
        }
        self.forget_filter();
        if self.many {
            self.cursor = at;
            self.toggle(at);
        } else {
            self.take(at);
        }
        true
    }

    fn abreast_key(&mut self, key: KeyEvent) -> bool {
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
                let unset = self.is_unset() && self.filter.is_empty();
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
            KeyCode::Char(' ') if self.many && !self.goes_on_with_a_space() => {
                self.toggle(self.cursor);
                if self.door().is_none() {
                    self.forget_filter();
                }
            }
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

    /// Whether a space belongs to the name being typed: nobody listed is called so, or several are that go on with one.
    fn goes_on_with_a_space(&self) -> bool {
        let spaced = format!("{} ", self.filter.text().to_lowercase());
        let goes_on = |at: usize| self.options[at].label.to_lowercase().contains(&spaced);
        let (fit, go_on) = (self.fits().count(), self.fits().filter(|at| goes_on(*at)).count());
        !(self.filter.is_empty() || self.pointed) && (fit == 0 || go_on > 1)
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
        self.pointed = true;
        if !self.many {
            self.take(to);
        }
    }

    /// Chooses an option; where only one can be chosen, no other.
    fn take(&mut self, at: usize) {
        if !self.many {
            self.chosen.fill(false);
        }
        self.cursor = at;
        self.pointed = true;
        self.chosen[at] = true;
    }

    fn toggle(&mut self, at: usize) {
        if let Some(chosen) = self.chosen.get_mut(at) {
            *chosen = !*chosen;
        }
    }

    /// What is written points at the first it fits. What was chosen before is chosen still until that is clear.
    fn filtered(&mut self) {
        self.pointed = false;
        let first = if self.filter.is_empty() { self.chosen.iter().position(|chosen| *chosen) } else { None };
        self.cursor = first.or_else(|| self.listed().first().copied()).unwrap_or(self.cursor);
    }
}
