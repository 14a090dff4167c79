//! Choosing one of several things. Typing narrows the list, best matches first. Knows labels, not what is chosen.

use std::borrow::Cow;

use crossterm::event::KeyEvent;

use crate::search::{Haystack, Needle};
use crate::tui::editor::{Editor, Outcome};
use crate::tui::keys::{self, Action, Place};

/// Rows a page key passes.
const PAGE: usize = 8;

/// Things to choose from, each with a label.
#[derive(Debug, Clone)]
pub struct Pick<T> {
    title: String,
    candidates: Vec<Candidate<T>>,
    /// What stands for the typed words themselves, and what is said before them.
    typed: Option<(T, String)>,
    filter: Editor,
    /// The candidates that the filter leaves, by their place.
    left: Vec<usize>,
    /// The selected one among those left.
    cursor: usize,
}

/// What a key meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickReply<T> {
    /// The list goes on.
    Stay,
    /// Nothing is chosen.
    Leave,
    /// This is chosen.
    Chosen(T),
}

#[derive(Debug, Clone)]
struct Candidate<T> {
    thing: T,
    label: String,
    haystack: Haystack,
}

impl<T: Copy> Pick<T> {
    /// A list under a title, the first selected.
    #[must_use]
    pub fn new(title: String, things: impl IntoIterator<Item = (T, String)>) -> Self {
        let candidate = |(thing, label): (T, String)| Candidate { thing, haystack: Haystack::new(&label), label };
        let candidates: Vec<_> = things.into_iter().map(candidate).collect();
        let left = (0..candidates.len()).collect();
        Self { title, candidates, typed: None, filter: Editor::line(40), left, cursor: 0 }
    }

    /// The same list, in which what is typed can be chosen too: last, behind `before`, as `thing`.
    #[must_use]
    pub fn or_typed(mut self, thing: T, before: &str) -> Self {
        self.typed = Some((thing, before.to_owned()));
        self
    }

    /// What is asked.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// How many there are to choose from, whatever the filter leaves.
    #[must_use]
    pub fn size(&self) -> usize {
        self.candidates.len()
    }

    /// How many the filter leaves.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.left.len() + usize::from(self.offers_typed().is_some())
    }

    /// The label of one that the filter leaves.
    #[must_use]
    pub fn label(&self, place: usize) -> Cow<'_, str> {
        match (self.left.get(place), self.offers_typed()) {
            (Some(at), _) => Cow::Borrowed(&self.candidates[*at].label),
            (None, Some((_, before))) => Cow::Owned(format!("{before}{}", self.filter.text().trim())),
            (None, None) => Cow::Borrowed(""),
        }
    }

    /// What the typed words stand for, once there are some.
    fn offers_typed(&self) -> Option<&(T, String)> {
        self.typed.as_ref().filter(|_| !self.filter.text().trim().is_empty())
    }

    /// What narrows the list.
    #[must_use]
    pub fn filter(&self) -> &Editor {
        &self.filter
    }

    /// The selected one among those left.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Obeys a key.
    pub fn key(&mut self, key: KeyEvent) -> PickReply<T> {
        let last = self.listed().saturating_sub(1);
        match keys::action(Place::Pick, key) {
            Some(Action::Open) => {
                let listed = self.left.get(self.cursor).map(|at| self.candidates[*at].thing);
                let chosen = listed.or_else(|| self.offers_typed().map(|(thing, _)| *thing));
                return chosen.map_or(PickReply::Stay, PickReply::Chosen);
            }
            Some(Action::Back) => return PickReply::Leave,
            Some(Action::Up) => self.cursor = self.cursor.saturating_sub(1),
            Some(Action::Down) => self.cursor = (self.cursor + 1).min(last),
            Some(Action::PageUp) => self.cursor = self.cursor.saturating_sub(PAGE),
            Some(Action::PageDown) => self.cursor = (self.cursor + PAGE).min(last),
            _ => {
                // A filter that does not fit finds nothing anyway.
                if self.filter.key(key) == Ok(Outcome::Changed) {
                    self.narrow();
                }
            }
        }
        PickReply::Stay
    }

    /// Narrows the list by a pasted text.
    pub fn paste(&mut self, text: &str) {
        if self.filter.paste(text) == Ok(Outcome::Changed) {
            self.narrow();
        }
    }

    fn narrow(&mut self) {
        let needle = Needle::new(&self.filter.text());
        let found = self.candidates.iter().enumerate();
        let mut found: Vec<_> =
            found.filter_map(|(at, candidate)| Some((needle.find(&candidate.haystack)?.score, at))).collect();
        found.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        self.left = found.into_iter().map(|(_, at)| at).collect();
        self.cursor = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyModifiers};

    fn pick() -> Pick<u8> {
        Pick::new("哪一件？".into(), [(1, "东门路灯".into()), (2, "停车位改造".into()), (3, "地下停车收费".into())])
    }

    fn press(pick: &mut Pick<u8>, code: KeyCode) -> PickReply<u8> {
        pick.key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn initials_narrow_the_list_and_enter_chooses() {
        let mut pick = pick();
        press(&mut pick, KeyCode::Char('t'));
        press(&mut pick, KeyCode::Char('c'));
        assert_eq!(pick.listed(), 2);
        press(&mut pick, KeyCode::Char('s'));
        assert_eq!(press(&mut pick, KeyCode::Enter), PickReply::Chosen(3));
    }

    #[test]
    fn what_is_typed_can_be_chosen_where_it_is_allowed() {
        let mut pick = pick().or_typed(9, "新的：");
        assert_eq!(pick.listed(), 3);
        pick.paste("地下");
        assert_eq!(
            (pick.listed(), pick.label(0).into_owned(), pick.label(1).into_owned()),
            (2, "地下停车收费".into(), "新的：地下".into())
        );
        press(&mut pick, KeyCode::Down);
        assert_eq!(press(&mut pick, KeyCode::Enter), PickReply::Chosen(9));
    }

    #[test]
    fn of_nothing_nothing_is_chosen() {
        let mut pick = pick();
        pick.paste("没有这个");
        assert_eq!(pick.listed(), 0);
        assert_eq!(press(&mut pick, KeyCode::Enter), PickReply::Stay);
        assert_eq!(press(&mut pick, KeyCode::Esc), PickReply::Leave);
    }

    #[test]
    fn the_cursor_stays_inside() {
        let mut pick = pick();
        for code in [KeyCode::Up, KeyCode::PageDown, KeyCode::Down, KeyCode::Down] {
            press(&mut pick, code);
        }
        assert_eq!(press(&mut pick, KeyCode::Enter), PickReply::Chosen(3));
    }
}
