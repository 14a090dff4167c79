//! Choosing several of many things: each row marks one of them, or all of a group. Typing narrows the rows, best matches
//! first. Knows labels, not what is chosen.

mod draw;

use crossterm::event::KeyEvent;

use crate::search::{Haystack, Needle};
use crate::tui::editor::{Editor, Outcome};
use crate::tui::keys::{self, Action, Place};
use crate::tui::style::Tone;

pub(super) use draw::draw;

/// Rows a page key passes.
const PAGE: usize = 8;
/// Graphemes that narrow the rows, or that are a thing of their own.
const TYPED: usize = 60;

/// Things to choose from, and which of them are marked.
#[derive(Debug, Clone)]
pub struct Marks<T> {
    title: String,
    things: Vec<Thing<T>>,
    rows: Vec<Row>,
    /// What is said before the typed words where they can be chosen themselves.
    typed: Option<String>,
    filter: Editor,
    /// The rows that the filter leaves, by their place.
    left: Vec<usize>,
    cursor: usize,
    said: Option<(String, Tone)>,
}

/// What a key meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarksReply {
    /// The list goes on.
    Stay,
    /// Nothing is done.
    Leave,
    /// What is marked is to be carried out.
    Done,
}

/// How much of what a row stands for is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// Nothing.
    None,
    /// Some of it.
    Some,
    /// All of it.
    All,
}

#[derive(Debug, Clone)]
struct Thing<T> {
    is: T,
    before: bool,
    marked: bool,
}

#[derive(Debug, Clone)]
struct Row {
    label: String,
    note: String,
    /// The things it marks.
    of: Vec<usize>,
    haystack: Haystack,
}

impl<T: Clone + PartialEq> Marks<T> {
    /// An empty list under a title.
    #[must_use]
    pub fn new(title: String) -> Self {
        Self {
            title,
            things: Vec::new(),
            rows: Vec::new(),
            typed: None,
            filter: Editor::line(TYPED),
            left: Vec::new(),
            cursor: 0,
            said: None,
        }
    }

    /// The same list, in which what is typed can be chosen too: last, behind `before`.
    #[must_use]
    pub fn or_typed(mut self, before: &str) -> Self {
        self.typed = Some(before.to_owned());
        self
    }

    /// One more thing, on a row of its own.
    pub fn add(&mut self, thing: T, label: String, note: String, marked: bool) {
        self.things.push(Thing { is: thing, before: marked, marked });
        self.push(label, note, vec![self.things.len() - 1]);
    }

    /// A row before all others that marks these at once; without any, none.
    pub fn add_group(&mut self, of: &[T], label: String, at: usize) {
        let places: Vec<usize> =
            (0..).zip(&self.things).filter(|(_, thing)| of.contains(&thing.is)).map(|(at, _)| at).collect();
        if !places.is_empty() {
            self.push(label, String::new(), places);
            let row = self.rows.len() - 1;
            self.rows[at..=row].rotate_right(1);
        }
    }

    fn push(&mut self, label: String, note: String, of: Vec<usize>) {
        let haystack = Haystack::new(&format!("{label} {note}"));
        self.left.push(self.rows.len());
        self.rows.push(Row { label, note, of, haystack });
    }

    /// What is asked.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// How many rows there are, whatever the filter leaves.
    #[must_use]
    pub fn size(&self) -> usize {
        self.rows.len()
    }

    /// How many rows the filter leaves; with the typed words, where they can be chosen.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.left.len() + usize::from(self.offers_typed())
    }

    /// A row that the filter leaves: how much of it is marked, its label and the note behind it.
    #[must_use]
    pub fn row(&self, place: usize) -> (Marked, String, &str) {
        match (self.left.get(place).map(|at| &self.rows[*at]), &self.typed) {
            (Some(row), _) => (self.marked(row), row.label.clone(), &row.note),
            (None, Some(before)) => (Marked::None, format!("{before}{}", self.words()), ""),
            (None, None) => (Marked::None, String::new(), ""),
        }
    }

    fn marked(&self, row: &Row) -> Marked {
        match row.of.iter().filter(|at| self.things[**at].marked).count() {
            0 => Marked::None,
            all if all == row.of.len() => Marked::All,
            _ => Marked::Some,
        }
    }

    /// How many things are marked.
    #[must_use]
    pub fn count(&self) -> usize {
        self.things.iter().filter(|thing| thing.marked).count()
    }

    /// What narrows the list.
    #[must_use]
    pub fn filter(&self) -> &Editor {
        &self.filter
    }

    /// The selected row among those left.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// What is said above the keys.
    #[must_use]
    pub fn said(&self) -> Option<&(String, Tone)> {
        self.said.as_ref()
    }

    /// Says something until the next key.
    pub fn say(&mut self, sentence: String, tone: Tone) {
        self.said = Some((sentence, tone));
    }

    /// What is chosen: what is marked; where nothing is, what the selected row stands for.
    #[must_use]
    pub fn chosen(&self) -> Vec<T> {
        let marked: Vec<T> = self.things.iter().filter(|thing| thing.marked).map(|thing| thing.is.clone()).collect();
        if marked.is_empty() { self.selected() } else { marked }
    }

    /// What the selected row stands for.
    #[must_use]
    pub fn selected(&self) -> Vec<T> {
        let row = self.left.get(self.cursor).map(|at| &self.rows[*at]);
        row.into_iter().flat_map(|row| &row.of).map(|at| self.things[*at].is.clone()).collect()
    }

    /// The typed words, if the row that stands for them is selected.
    #[must_use]
    pub fn chosen_words(&self) -> Option<String> {
        (self.offers_typed() && self.cursor >= self.left.len()).then(|| self.words())
    }

    /// What was marked since the list was made, and what is no longer.
    #[must_use]
    pub fn changes(&self) -> (Vec<T>, Vec<T>) {
        let changed = |marked: bool| {
            let things = self.things.iter().filter(move |thing| thing.marked != thing.before && thing.marked == marked);
            things.map(|thing| thing.is.clone()).collect()
        };
        (changed(true), changed(false))
    }

    /// Obeys a key.
    pub fn key(&mut self, key: KeyEvent) -> MarksReply {
        self.said = None;
        let last = self.listed().saturating_sub(1);
        // On the row of the typed words the sign that marks is one of them.
        let writes = self.offers_typed() && self.cursor >= self.left.len();
        let action = keys::action(Place::PickMany, key);
        match action.filter(|action| !(writes && matches!(action, Action::Mark | Action::MarkAll))) {
            Some(Action::Open) => return MarksReply::Done,
            Some(Action::Back) if self.filter.is_empty() => return MarksReply::Leave,
            Some(Action::Back) => self.show_all(),
            Some(Action::Mark) => self.mark(),
            Some(Action::MarkAll) => self.mark_all(),
            Some(action) => self.cursor = action.moves(self.cursor, PAGE).unwrap_or(self.cursor).min(last),
            None => {
                // A filter that does not fit finds nothing anyway.
                if self.filter.key(key) == Ok(Outcome::Changed) {
                    self.narrow();
                }
            }
        }
        MarksReply::Stay
    }

    /// Selects the row in a place, or the last one.
    pub fn go(&mut self, place: usize) {
        self.cursor = place.min(self.listed().saturating_sub(1));
    }

    /// Narrows the list by a pasted text.
    pub fn paste(&mut self, text: &str) {
        if self.filter.paste(text) == Ok(Outcome::Changed) {
            self.narrow();
        }
    }

    /// Marks what the selected row stands for and goes on to the next; what was the only one found shows all others again.
    fn mark(&mut self) {
        let Some(at) = self.left.get(self.cursor).copied() else { return };
        let marked = self.marked(&self.rows[at]) != Marked::All;
        for thing in self.rows[at].of.clone() {
            self.things[thing].marked = marked;
        }
        if self.left.len() == 1 && !self.filter.is_empty() {
            self.show_all();
        }
        self.cursor = (self.cursor + 1).min(self.left.len().saturating_sub(1));
    }

    /// Marks all that is listed, or takes the marks away where all of it is marked.
    fn mark_all(&mut self) {
        let listed: Vec<usize> = self.left.iter().flat_map(|at| self.rows[*at].of.iter().copied()).collect();
        let marked = !listed.iter().all(|at| self.things[*at].marked);
        for at in listed {
            self.things[at].marked = marked;
        }
    }

    /// Takes the filter away; what was selected stays so.
    fn show_all(&mut self) {
        let selected = self.left.get(self.cursor).copied();
        self.filter = Editor::line(TYPED);
        self.narrow();
        self.cursor = selected.and_then(|at| self.left.iter().position(|row| *row == at)).unwrap_or(0);
    }

    fn narrow(&mut self) {
        let needle = Needle::new(&self.filter.text());
        let found = self.rows.iter().enumerate();
        let mut found: Vec<_> = found.filter_map(|(at, row)| Some((needle.find(&row.haystack)?.score, at))).collect();
        found.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        self.left = found.into_iter().map(|(_, at)| at).collect();
        self.cursor = 0;
    }

    fn words(&self) -> String {
        self.filter.text().trim().to_owned()
    }

    fn offers_typed(&self) -> bool {
        self.typed.is_some() && !self.words().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyCode;

    fn marks() -> Marks<u8> {
        let mut marks = Marks::new("哪些？".into());
        for (thing, label) in [(1, "东门路灯"), (2, "停车位改造"), (3, "地下停车收费")] {
            marks.add(thing, label.into(), String::new(), false);
        }
        marks
    }

    fn press(marks: &mut Marks<u8>, keys: &str) -> MarksReply {
        let mut reply = MarksReply::Stay;
        for c in keys.chars() {
            let code = if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) };
            reply = marks.key(code.into());
        }
        reply
    }

    #[test]
    fn space_marks_and_goes_on() {
        let mut marks = marks();
        assert_eq!(press(&mut marks, "  \n"), MarksReply::Done);
        assert_eq!(marks.chosen(), [1, 2]);
        assert_eq!(marks.changes(), (vec![1, 2], vec![]));
    }

    #[test]
    fn without_a_mark_the_selected_one_is_meant() {
        let mut marks = marks();
        press(&mut marks, "tcs");
        assert_eq!((marks.listed(), marks.chosen()), (1, vec![3]));
    }

    #[test]
    fn the_only_one_found_is_marked_and_all_are_shown_again() {
        let mut marks = marks();
        press(&mut marks, "tcs ");
        assert_eq!((marks.listed(), marks.count()), (3, 1));
        press(&mut marks, "tc ");
        assert_eq!((marks.listed(), marks.count()), (2, 2), "one of two stays among two");
        marks.key(KeyCode::Esc.into());
        assert_eq!(marks.listed(), 3, "the first Esc shows all");
        assert_eq!(marks.key(KeyCode::Esc.into()), MarksReply::Leave);
    }

    #[test]
    fn a_group_marks_all_of_it_and_shows_how_much_is_marked() {
        let mut marks = marks();
        marks.add_group(&[2, 3], "停车".into(), 0);
        marks.add_group(&[9], "没有".into(), 0);
        assert_eq!((marks.size(), marks.row(0).0), (4, Marked::None));
        press(&mut marks, " ");
        assert_eq!((marks.chosen(), marks.row(0).0), (vec![2, 3], Marked::All));
        marks.go(2);
        press(&mut marks, " ");
        assert_eq!((marks.chosen(), marks.row(0).0), (vec![3], Marked::Some));
        press(&mut marks, "*");
        assert_eq!(marks.count(), 3);
        press(&mut marks, "*");
        assert_eq!(marks.count(), 0);
    }

    #[test]
    fn typed_words_can_be_chosen_where_it_is_allowed() {
        let mut marks = marks().or_typed("新：");
        press(&mut marks, " ");
        marks.paste("春节");
        assert_eq!((marks.listed(), marks.row(0).1.as_str()), (1, "新：春节"));
        assert_eq!(marks.chosen_words().as_deref(), Some("春节"));
        press(&mut marks, " a");
        assert_eq!(marks.chosen_words().as_deref(), Some("春节 a"), "a space there is a space");
        assert_eq!(marks.chosen(), [1], "with what is marked");
    }
}
