//! Where each field of a form stands, and how many rows the panel below has. A form keeps its place and its size whatever
//! is typed, opened or said in it. Knows rows, not words.

use super::Form;
use super::field::{Field, Input};

/// Rows a single line may grow to, over the fields below for as long as it holds the keyboard.
pub(super) const LINE: usize = 4;
/// Rows of a text of many lines on a screen of ordinary height, and on a high one.
const LINES: (usize, usize) = (3, 6);
/// A screen is high from so many rows on.
const HIGH: u16 = 32;
/// Rows of the panel: the rule and what is said.
const SAID: u16 = 4;
/// More rows of the panel where something can be chosen from a list.
const LISTED: u16 = 6;
/// Rows of the screen that are neither fields nor panel: the frame and the keys.
const AROUND: u16 = 3;
/// Rows of the screen that stay seen above and below, if they can.
const OUTSIDE: u16 = 2;
/// The fewest rows the fields keep, if they need as many.
const FIELDS: u16 = 6;
/// The fewest rows of a list.
const LEAST: u16 = 3;

/// The rows of everything.
#[derive(Debug)]
pub(super) struct Plan {
    /// Those of each field.
    pub(super) fields: Vec<Place>,
    /// All rows of the fields.
    pub(super) height: usize,
    /// The rows of the panel.
    pub(super) panel: u16,
}

/// The rows of a field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The first.
    pub(super) start: usize,
    /// How many it has.
    pub(super) rows: usize,
    /// How many it may take while it holds the keyboard.
    pub(super) most: usize,
}

impl Plan {
    /// The rows of a form on a screen of so many.
    pub(super) fn of(form: &Form, screen: u16) -> Self {
        let lines = if screen < HIGH { LINES.0 } else { LINES.1 };
        let mut next = 0;
        let place = |field: &Field| {
            let rows = rows(field, lines);
            let place = Place { start: next, rows, most: most(field, rows) };
            next += rows;
            place
        };
        let fields: Vec<_> = form.fields.iter().map(place).collect();
        let height = fields.iter().map(|place| place.start + place.most).max().unwrap_or(0);
        let lists = form.fields.iter().any(opens_a_list);
        let wanted = u16::try_from(height).unwrap_or(u16::MAX);
        let (most, least) = if lists { (SAID + LISTED, SAID + LEAST) } else { (SAID, SAID) };
        let room = screen.saturating_sub(AROUND + OUTSIDE).saturating_sub(wanted);
        let panel = room.clamp(least, most).min(screen.saturating_sub(AROUND + wanted.min(FIELDS)));
        Self { fields, height, panel }
    }
}

fn opens_a_list(field: &Field) -> bool {
    match &field.input {
        Input::Pick(pick) => pick.abreast.is_none(),
        _ => field.suggest.may_offer(),
    }
}

fn rows(field: &Field, lines: usize) -> usize {
    match &field.input {
        Input::Pick(pick) => usize::from(pick.rows()),
        Input::Lines(_) | Input::List(_) => lines,
        Input::Line(_) | Input::Number(_) | Input::When(..) => 1,
    }
}

fn most(field: &Field, rows: usize) -> usize {
    if matches!(field.input, Input::Line(_)) { LINE } else { rows }
}
