//! How the log looks: a row an act, and below the list the whole of the selected one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Log;
use super::filter::Filter;
use crate::domain::entry::Entry;
use crate::domain::register::Register;
use crate::domain::time::day_of;
use crate::tui::clean::clean;
use crate::tui::paint;
use crate::tui::screen::matter::{Row, draw_rows, wrapped};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::wrap;

/// Most cells for who acted.
const WHO: usize = 12;
/// Rows for the whole of the selected act, and a blank one above.
const WHOLE: u16 = 4;

/// What a row says.
struct Line {
    when: String,
    who: String,
    id: String,
    undone: bool,
    sentence: String,
}

/// Paints the screen; returns where the caret is, if letters go to the filter.
pub fn draw(screen: &Log, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) -> Option<Position> {
    let caret = screen.filter.as_ref().map(|filter| draw_filter(filter, register, buffer, area, look));
    let above = if caret.is_some() { 2 } else { 0 };
    let list = Rect { y: area.y + above, height: area.height.saturating_sub(above + WHOLE + 1), ..area };
    if screen.length() == 0 && caret.is_none() {
        paint::put(buffer, list, 0, 0, look.text.log_empty(), look.palette.style(Tone::Dim));
    }
    let shown = paint::window(screen.row, screen.length(), usize::from(list.height));
    let lines: Vec<(usize, Line)> =
        shown.filter_map(|row| Some((row, line(screen.entry(row, register)?, register, look)))).collect();
    let widest = |cell: fn(&Line) -> &str| lines.iter().map(|(_, line)| wrap::width(cell(line))).max().unwrap_or(0);
    let (when, id) = (widest(|line| &line.when), widest(|line| &line.id));
    let who = widest(|line| &line.who).min(WHO);
    for (y, (row, line)) in (0..).zip(&lines) {
        let mark = if line.undone { format!("{}  ", look.text.log_undone()) } else { String::new() };
        let pieces = [
            (format!("{}  {}  ", wrap::pad(&line.when, when), wrap::pad(&line.who, who)), Tone::Dim),
            (format!("{}  ", wrap::pad(&line.id, id)), Tone::Dim),
            (mark, Tone::Near),
            (line.sentence.clone(), if line.undone { Tone::Dim } else { Tone::Plain }),
        ];
        buffer.row_spot(list, y, Spot::Row(*row));
        let pieces: Vec<_> = pieces.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
        paint::pieces(buffer, list, y, &pieces, look.palette);
        if *row == screen.row {
            paint::tint(buffer, list, y, look.palette.style(Tone::Selected));
        }
    }
    let below = Rect { y: list.bottom() + 1, height: area.bottom().saturating_sub(list.bottom() + 1), ..area };
    draw_rows(&whole(screen, register, look, below.width), 0, buffer, below, look);
    caret
}

/// What is looked for, and how far it was looked for.
fn draw_filter(filter: &Filter, register: &Register, buffer: &mut Buffer, area: Rect, look: &Look) -> Position {
    let used = paint::put(buffer, area, 0, 0, look.text.filter(), look.palette.style(Tone::Dim)) + 1;
    let state = filter.hits().map(|hits| match register.entries().get(filter.left()) {
        _ if filter.left() == 0 => look.text.log_found(hits.len()),
        Some(entry) => look.text.log_found_since(hits.len(), &look.text.date(day_of(entry.ts), look.today())),
        None => String::new(),
    });
    let state = state.unwrap_or_default();
    let right = u16::try_from(wrap::width(&state)).unwrap_or(0).min(area.width / 2);
    paint::put(buffer, area, 0, area.width - right, &state, look.palette.style(Tone::Dim));
    let width = area.width.saturating_sub(used + right + 2);
    let input = Rect { x: area.x + used, width, height: 1, ..area };
    filter.typed.draw(buffer, input, look.palette.style(Tone::Plain))
}

fn line(entry: &Entry, register: &Register, look: &Look) -> Line {
    Line {
        when: look.text.moment(entry.ts, look.today()),
        who: clean(&entry.by).into_owned(),
        id: entry.subject().map(|thing| register.id(thing)).unwrap_or_default(),
        undone: register.is_undone(entry.id()),
        sentence: look.text.entry(entry, register, None),
    }
}

/// The selected act without anything cut, as far as there are rows.
fn whole(screen: &Log, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(entry) = screen.act(register) {
        let line = line(entry, register, look);
        wrapped(&mut rows, "", &line.sentence, 0, width, (Tone::Dim, Tone::Plain));
    }
    rows
}
