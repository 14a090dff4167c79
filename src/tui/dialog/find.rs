//! Finding anything of the council: what is typed, and the hits, best first. Knows the hits, not how they are found.

mod draw;
mod row;

use crossterm::event::KeyEvent;

use crate::domain::entry::Instant;
use crate::domain::id::Ref;
use crate::domain::register::Register;
use crate::find::{Completion, Hit, Index, Query, completions};
use crate::text::Text;
use crate::tui::editor::{Editor, Outcome};
use crate::tui::keys::{self, Action, Place};

pub(super) use draw::draw;
pub use draw::shows_summary;

/// Graphemes of a query.
const LIMIT: usize = 80;
/// Rows a page key passes.
const PAGE: usize = 10;

/// What is looked for, and what is found.
#[derive(Debug, Clone)]
pub struct FindDialog {
    typed: Editor,
    query: Query,
    /// None as long as not everything is gathered that can be found.
    hits: Option<Vec<Hit>>,
    /// The selected one among them.
    cursor: usize,
    completions: Vec<Completion>,
    /// What was to be typed did not fit.
    cut: bool,
    /// What was looked for before, the latest first.
    earlier: Vec<String>,
    /// The one of them that was called back.
    recalled: Option<usize>,
}

/// What a key meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindReply {
    /// Nothing more.
    Stay,
    /// Something else is looked for now.
    Search,
    /// Nothing is opened.
    Leave,
    /// This is opened.
    Open(Ref),
}

impl FindDialog {
    /// Nothing is typed yet; `earlier` is what was looked for before, the latest first.
    #[must_use]
    pub fn new(earlier: Vec<String>) -> Self {
        Self {
            typed: Editor::line(LIMIT),
            query: Query::default(),
            hits: Some(Vec::new()),
            cursor: 0,
            completions: Vec::new(),
            cut: false,
            earlier,
            recalled: None,
        }
    }

    /// What is typed.
    #[must_use]
    pub fn text(&self) -> String {
        self.typed.text()
    }

    /// Obeys a key.
    pub fn key(&mut self, key: KeyEvent) -> FindReply {
        let found = self.hits.as_deref().unwrap_or_default();
        match keys::action(Place::Find, key) {
            Some(Action::Open) => {
                let hit = found.get(self.cursor);
                return hit.map_or(FindReply::Stay, |hit| FindReply::Open(hit.what));
            }
            Some(Action::Back) => return FindReply::Leave,
            Some(Action::Complete) => {
                let Some(completion) = self.completions.first() else { return FindReply::Stay };
                self.typed = Editor::line(LIMIT).with_text(&completion.query);
                self.cut = false;
                return FindReply::Search;
            }
            Some(Action::Up) if self.cursor == 0 => return self.recall(),
            Some(action) => {
                if let Some(to) = action.moves(self.cursor, PAGE) {
                    self.cursor = to.min(found.len().saturating_sub(1));
                }
            }
            None => match self.typed.key(key) {
                Ok(Outcome::Changed) => {
                    self.recalled = None;
                    self.cut = false;
                    return FindReply::Search;
                }
                Ok(_) => {}
                Err(_) => self.cut = true,
            },
        }
        FindReply::Stay
    }

    /// Types a pasted text.
    pub fn paste(&mut self, text: &str) {
        self.cut = !self.typed.paste_what_fits(text);
        self.recalled = None;
    }

    /// Looks again for what is typed; what was selected stays selected if it is still found.
    pub fn search(&mut self, index: Option<&Index>, register: &Register, now: Instant, text: Text) {
        let typed = self.typed.text();
        let selected = self.selected();
        self.query = Query::parse(&typed);
        self.completions = completions(&typed, register, text);
        self.hits = if self.query.is_empty() {
            Some(Vec::new())
        } else {
            index.map(|index| index.find(&self.query, register, now))
        };
        let found = self.hits.as_deref().unwrap_or_default();
        self.cursor = found.iter().position(|hit| Some(hit.what) == selected).unwrap_or(0);
    }

    /// As [`FindDialog::search`], for other words: the best hit is selected.
    pub fn search_anew(&mut self, index: Option<&Index>, register: &Register, now: Instant, text: Text) {
        self.hits = None;
        self.search(index, register, now, text);
    }

    /// Where the selected hit stands.
    #[must_use]
    pub fn place(&self) -> usize {
        self.cursor
    }

    /// Selects the hit in a place, or the last.
    pub fn go(&mut self, place: usize) {
        self.cursor = place.min(self.hits.as_ref().map_or(0, Vec::len).saturating_sub(1));
    }

    /// The selected hit.
    #[must_use]
    pub fn selected(&self) -> Option<Ref> {
        self.hits.as_ref()?.get(self.cursor).map(|hit| hit.what)
    }

    /// Calls back what was looked for before; what is being typed now is never lost to that.
    fn recall(&mut self) -> FindReply {
        if !self.typed.is_empty() && self.recalled.is_none() {
            return FindReply::Stay;
        }
        let next = self.recalled.map_or(0, |recalled| recalled + 1);
        let Some(earlier) = self.earlier.get(next) else { return FindReply::Stay };
        self.typed = Editor::line(LIMIT).with_text(earlier);
        self.cut = false;
        self.recalled = Some(next);
        FindReply::Search
    }
}
