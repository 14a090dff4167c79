//! What people type to find something, taken apart; must not know what there is to be found.

use std::ops::Range;

use super::words::{self, Flag, Name, State};
use crate::domain::code::Channel;
use crate::domain::refusal::Kind;
use crate::domain::stage::Stage;
use crate::search::{Haystack, Needle, fold, joined};

/// A query, taken apart once.
#[derive(Debug, Clone, Default)]
pub struct Query {
    pub(super) kind: Option<Kind>,
    pub(super) clauses: Vec<Clause>,
}

/// One thing that must hold, or must not.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub(super) not: bool,
    pub(super) test: Test,
}

/// What a clause asks.
#[derive(Debug, Clone)]
pub(super) enum Test {
    Stage(Vec<Stage>),
    State(Vec<State>),
    Channel(Vec<Channel>),
    Flag(Flag),
    /// As it was given: a code or a name.
    Category(String),
    Lead(Needle),
    Place(Needle),
    By(Needle),
    Text(Word),
}

/// A word to be found anywhere.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Folded.
    pub(super) given: String,
    pub(super) needle: Needle,
    /// The states and steps of exactly this name.
    pub(super) states: Vec<State>,
    pub(super) stages: Vec<Stage>,
}

impl Query {
    /// Takes a query apart. Everything is a query: what is not understood is searched for as text.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut clauses = Vec::new();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let (piece, after) = Piece::first(rest);
            clauses.extend(piece.clause());
            rest = after.trim_start();
        }
        Self { kind: None, clauses }
    }

    /// The same query, for things of one kind.
    #[must_use]
    pub fn only(self, kind: Kind) -> Self {
        Self { kind: Some(kind), ..self }
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Where the words of the query stand in a text that is shown: byte ranges in order, apart from each other, never
    /// inside a grapheme.
    #[must_use]
    pub fn ranges_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut needles = self.clauses.iter().filter(|clause| !clause.not).filter_map(Clause::needle).peekable();
        if needles.peek().is_none() {
            return Vec::new();
        }
        let haystack = Haystack::new(text);
        joined(needles.filter_map(|needle| needle.find(&haystack)).flat_map(|found| found.ranges).collect())
    }
}

impl Clause {
    fn needle(&self) -> Option<&Needle> {
        match &self.test {
            Test::Text(word) => Some(&word.needle),
            _ => None,
        }
    }
}

/// What stands between two spaces.
struct Piece<'a> {
    not: bool,
    name: Option<Name>,
    value: &'a str,
    quoted: bool,
}

impl<'a> Piece<'a> {
    /// The first piece of a text that does not begin with a space, and what follows it.
    fn first(text: &'a str) -> (Self, &'a str) {
        let negated = text.strip_prefix(['-', '－']).filter(|rest| !rest.starts_with(char::is_whitespace));
        let (not, text) = match negated {
            Some(rest) if !rest.is_empty() => (true, rest),
            _ => (false, text),
        };
        let (name, text) = match text.split_once([':', '：']) {
            Some((name, value)) if Name::of(name).is_some() => (Name::of(name), value),
            _ => (None, text),
        };
        let (value, quoted, rest) = value(text);
        (Self { not, name, value, quoted }, rest)
    }

    /// What it asks; nothing while a value is still to be typed.
    fn clause(&self) -> Option<Clause> {
        let Self { not, value, .. } = *self;
        let needle = Needle::phrase(value);
        if needle.is_empty() {
            return None;
        }
        let flag = Flag::of(value).filter(|_| !self.quoted);
        let test = match self.name {
            Some(Name::Stage) => Test::Stage(words::stages(value)),
            Some(Name::Lead) => Test::Lead(needle),
            Some(Name::Place) => Test::Place(needle),
            Some(Name::Category) => Test::Category(fold(value)),
            Some(Name::Channel) => Test::Channel(words::channels(value)),
            Some(Name::By) => Test::By(needle),
            Some(Name::Is) => flag.map_or_else(|| Test::State(State::meant(value)), Test::Flag),
            None => flag.map_or_else(|| Test::Text(Word::new(value, needle)), Test::Flag),
        };
        Some(Clause { not, test })
    }
}

/// What is quoted, to its end or to the end of the text; or everything up to a space.
fn value(text: &str) -> (&str, bool, &str) {
    const OPENING: [char; 5] = ['"', '“', '「', '『', '＂'];
    const CLOSING: [char; 5] = ['"', '”', '」', '』', '＂'];
    if let Some(inside) = text.strip_prefix(OPENING) {
        let (value, rest) = inside.split_once(CLOSING).unwrap_or((inside, ""));
        return (value, true, rest);
    }
    let (value, rest) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    (value, false, rest)
}

impl Word {
    fn new(value: &str, needle: Needle) -> Self {
        Self { given: fold(value), needle, states: State::called(value), stages: words::stages_called(value) }
    }
}
