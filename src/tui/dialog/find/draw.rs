//! How finding looks: what is typed and how many answer it, the hits a row each, and the selected one beside them where
//! there is room. The box has one size whatever is found.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::row::{Line, around, line};
use super::{FindDialog, LIMIT};
use crate::cells::wrap;
use crate::domain::register::Register;
use crate::tui::keys::{self, Place};
use crate::tui::more;
use crate::tui::paint;
use crate::tui::screen::summary;
use crate::tui::split::{Pair, draw_beside};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;

/// From this width of the terminal on the selected hit stands beside the list.
const WIDE: u16 = 120;
/// The widest and the highest the box gets.
const WIDEST: u16 = 170;
const HIGHEST: u16 = 36;
/// Cells around the box.
const AROUND: u16 = 2;
/// Cells of the state of a hit at most.
const STATE: usize = 14;
/// The fewest cells that where something was found gets.
const LEAST_FOUND: usize = 24;

/// Whether the selected hit is shown beside the list on a screen of this size.
#[must_use]
pub fn shows_summary(size: Size) -> bool {
    size.width >= WIDE
}

/// Paints the dialog; returns where the caret is.
pub(in crate::tui::dialog) fn draw(
    dialog: &FindDialog,
    register: &Register,
    threads: &Threads,
    buffer: &mut Canvas<'_>,
    area: Rect,
    look: &Look,
) -> Position {
    let (width, height) = (area.width.saturating_sub(2 * AROUND).min(WIDEST), area.height.saturating_sub(2));
    let outer = paint::centred(area, width, height.min(HIGHEST));
    let inside = paint::titled_box(buffer, outer, look.text.find_title(), look.palette);
    let bottom = inside.height.saturating_sub(1);
    paint::key_line(buffer, inside, bottom, &keys::hints(Place::Find, look.text), look.palette);
    let caret = draw_typed(dialog, buffer, inside, look);
    draw_goes_on(dialog, buffer, inside, look);
    let work = Rect { y: inside.y + 2, height: inside.height.saturating_sub(4), ..inside };
    let quiet = look.palette.style(Tone::Dim);
    match &dialog.hits {
        _ if dialog.query.is_empty() => draw_examples(dialog, buffer, work, look),
        None => {
            paint::put(buffer, work, 0, 0, look.text.find_gathering(), quiet);
        }
        Some(hits) if hits.is_empty() => {
            paint::put(buffer, work, 0, 0, look.text.find_nothing(), look.palette.style(Tone::Plain));
            let hint = look.text.find_nothing_hint();
            for (row, range) in (2..).zip(wrap::wrap(hint, usize::from(work.width))) {
                paint::put(buffer, work, row, 0, hint[range].trim_end(), quiet);
            }
        }
        Some(_) if shows_summary(area.as_size()) => {
            let split = look.panes.split(Pair::Find, work);
            draw_hits(dialog, register, buffer, split.left, look);
            split.draw_line(buffer, look.palette);
            if let Some(thing) = dialog.selected().and_then(|what| register.thing(what)) {
                let rows = summary(thing, threads, register, look, split.right.width);
                draw_beside(&rows, buffer, split.right, look);
            }
        }
        Some(_) => draw_hits(dialog, register, buffer, work, look),
    }
    caret
}

/// What is typed, and how many things answer it.
fn draw_typed(dialog: &FindDialog, buffer: &mut Buffer, inside: Rect, look: &Look) -> Position {
    let used = paint::put(buffer, inside, 0, 0, look.text.find_for(), look.palette.style(Tone::Dim)) + 1;
    let count = match &dialog.hits {
        Some(hits) if !dialog.query.is_empty() => look.text.find_hits(hits.len()),
        _ => String::new(),
    };
    let right = u16::try_from(wrap::width(&count)).unwrap_or(0).min(inside.width / 2);
    paint::put(buffer, inside, 0, inside.width - right, &count, look.palette.style(Tone::Dim));
    let width = inside.width.saturating_sub(used + right + 1);
    let input = Rect { x: inside.x + used, width, height: 1, ..inside };
    dialog.typed.draw(buffer, input, look.palette.style(Tone::Plain))
}

/// How the query may go on.
fn draw_goes_on(dialog: &FindDialog, buffer: &mut Buffer, inside: Rect, look: &Look) {
    if dialog.cut {
        paint::put(buffer, inside, 1, 0, &look.text.query_cut(LIMIT), look.palette.style(Tone::Near));
        return;
    }
    if dialog.completions.is_empty() {
        return;
    }
    let words: Vec<&str> = dialog.completions.iter().map(|completion| completion.word.as_str()).collect();
    let words = format!("{} {}", look.text.find_goes_on(), words.join("  "));
    paint::put(buffer, inside, 1, 0, &words, look.palette.style(Tone::Dim));
}

/// What can be typed, as long as nothing is.
fn draw_examples(dialog: &FindDialog, buffer: &mut Buffer, area: Rect, look: &Look) {
    let examples = look.text.find_examples();
    let width = examples.iter().map(|(example, _)| wrap::width(example)).max().unwrap_or(0);
    for (row, (example, means)) in (0..).zip(examples) {
        let pieces = [(wrap::pad(example, width), Tone::Plain), (format!("   {means}"), Tone::Dim)];
        let pieces: Vec<_> = pieces.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
        paint::pieces(buffer, area, row, &pieces, look.palette);
    }
    if let Some(earlier) = dialog.earlier.first() {
        let row = u16::try_from(examples.len()).unwrap_or(0) + 1;
        paint::put(buffer, area, row, 0, &look.text.find_earlier(earlier), look.palette.style(Tone::Dim));
    }
}

fn draw_hits(dialog: &FindDialog, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let hits = dialog.hits.as_deref().unwrap_or_default();
    let shown = more::list(dialog.cursor, hits.len(), buffer, area, look);
    let lines: Vec<(usize, Line)> =
        shown.filter_map(|at| Some((at, line(&hits[at], &dialog.query, register, look)?))).collect();
    let widest = |cell: fn(&Line) -> &str| lines.iter().map(|(_, line)| wrap::width(cell(line))).max().unwrap_or(0);
    let columns = Columns {
        kind: widest(|line| line.kind),
        id: widest(|line| &line.id),
        state: widest(|line| &line.state).min(STATE),
    };
    for (row, (at, line)) in (0..).zip(&lines) {
        buffer.row_spot(area, row, Spot::Row(*at));
        columns.draw(line, *at == dialog.cursor, dialog, buffer, Rect { y: area.y + row, height: 1, ..area }, look);
    }
}

/// Cells of the columns whose width all rows share.
struct Columns {
    kind: usize,
    id: usize,
    state: usize,
}

impl Columns {
    fn draw(&self, line: &Line, selected: bool, dialog: &FindDialog, buffer: &mut Buffer, row: Rect, look: &Look) {
        let query = &dialog.query;
        let fixed = 2 + self.kind + 2 + self.id + 2 + 2 + self.state;
        let room = usize::from(row.width).saturating_sub(fixed);
        let (title, found) = match &line.found {
            None => (wrap::pad(&line.title, room), String::new()),
            Some((label, words)) => {
                let beside = room.saturating_sub(wrap::width(&line.title) + 2).max(LEAST_FOUND.min(room / 2));
                let label = format!("{label} ");
                let words = around(words, query, beside.saturating_sub(wrap::width(&label) + 1));
                let title = room.saturating_sub(beside + 2).min(wrap::width(&line.title));
                let found = wrap::pad(&format!("{label}{words}"), room.saturating_sub(title + 2));
                (format!("{}  ", wrap::pad(&line.title, title)), found)
            }
        };
        let pieces = [
            (if selected { "> " } else { "  " }.to_owned(), Tone::Plain),
            (format!("{}  ", wrap::pad(line.kind, self.kind)), Tone::Dim),
            (format!("{}  ", wrap::pad(&line.id, self.id)), Tone::Dim),
            (title, Tone::Plain),
            (found, Tone::Dim),
            (format!("  {}", wrap::pad(&line.state, self.state)), Tone::Dim),
        ];
        let pieces: Vec<_> = pieces.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
        paint::pieces(buffer, row, 0, &pieces, look.palette);
        let matched = look.palette.matched();
        let cells = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
        let id = Rect { x: row.x + cells(2 + self.kind + 2), width: cells(self.id), ..row };
        // Every number has a letter; only one with a digit is meant as a number.
        let has_digit = |text: &str, range: &Range<usize>| text[range.clone()].contains(|c: char| c.is_ascii_digit());
        paint::highlight(buffer, id, 0, matched, |text| {
            query.ranges_in(text).into_iter().filter(|range| has_digit(text, range)).collect()
        });
        let words = Rect { x: id.right(), width: row.width.saturating_sub(id.right() - row.x), ..row };
        paint::highlight(buffer, words, 0, matched, |text| query.ranges_in(text));
        if selected {
            paint::tint(buffer, row, 0, look.palette.style(Tone::Selected));
        }
    }
}
