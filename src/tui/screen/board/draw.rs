//! How the board looks: one column at a time on a narrow screen, all side by side on a wide one, and the selected
//! matter in full beside them on a very wide one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Board;
use crate::cells::clean::clean;
use crate::cells::wrap;
use crate::domain::id::MatterRef;
use crate::domain::matter::Matter;
use crate::domain::register::Register;
use crate::domain::stage::Stage;
use crate::tui::columns::{self, Cell};
use crate::tui::due;
use crate::tui::keys::{self, Action};
use crate::tui::listed::Listed;
use crate::tui::more::{self, Count};
use crate::tui::paint;
use crate::tui::screen::matter;
use crate::tui::split::{Pair, draw_beside};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;

/// From this width on all columns stand side by side: a terminal of 120 with a blank cell on either side.
const WIDE: u16 = 118;
/// From this width on the selected matter is shown as well.
const VERY_WIDE: u16 = 178;
/// Rows of a card on a wide screen, with the blank one below.
const CARD: u16 = 3;
/// Rows of a title at most, where there is room.
const TITLE: usize = 2;
/// What gives way in the table where there is little room: the end of the title, then that of the lead's name, and last
/// the number.
const STEPS: [columns::Step; 4] = [(1, 24), (2, 12), (1, 12), (0, 0)];
/// Cells between columns.
const GAP: u16 = 2;

/// How many cards a page key passes on a screen of this size.
#[must_use]
pub fn page(area: Rect) -> usize {
    let rows = area.height.saturating_sub(2);
    usize::from(if area.width >= WIDE { rows / CARD } else { rows }).max(1)
}

/// Whether the selected matter is shown beside the columns.
#[must_use]
pub fn shows_summary(area: Rect) -> bool {
    area.width >= VERY_WIDE
}

/// Paints the board.
pub fn draw(board: &Board, threads: &Threads, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    if area.width < WIDE {
        draw_tabs(board, buffer, area, look);
        let list = below(area, 2);
        draw_list(board, register, buffer, list, look);
    } else if shows_summary(area) {
        let split = look.panes.split(Pair::Board, area);
        draw_columns(board, register, buffer, split.left, look);
        split.draw_line(buffer, look.palette);
        if let Some(matter) = board.selected().and_then(|key| register.matter(key)) {
            let rows = matter::summary(matter, threads, register, look, split.right.width);
            draw_beside(&rows, buffer, split.right, look);
        }
    } else {
        draw_columns(board, register, buffer, area, look);
    }
    if register.matters().len() == 0 {
        draw_empty(buffer, below(area, 3), look);
    }
}

fn draw_tabs(board: &Board, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let mut at = 0;
    for (place, (stage, column)) in Stage::ALL.iter().zip(&board.columns).enumerate().take(board.shown()) {
        let label = format!(" {} {} ", look.text.stage(*stage), column.rows().len());
        let tone = if place == board.at { Tone::Selected } else { Tone::Dim };
        let used = paint::put(buffer, area, 0, at, &label, look.palette.style(tone));
        buffer.row_spot(Rect { x: area.x + at, width: used, ..area }, 0, Spot::Column(place));
        at += used + GAP;
    }
}

/// One column as a table: a row a matter.
fn draw_list(board: &Board, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let column = &board.columns[board.at];
    if column.rows().is_empty() {
        if register.matters().len() > 0 {
            paint::put(buffer, area, 0, columns::LEAD, nothing(board, look), look.palette.style(Tone::Dim));
        }
        return;
    }
    let rows: Vec<_> = (0..)
        .zip(more::list(column.place(), column.rows().len(), buffer, area, look))
        .filter_map(|(row, at)| Some((row, at, register.matter(column.rows()[at])?)))
        .map(|(row, at, matter)| (row, at, matter, row_cells(matter, register, look)))
        .collect();
    let room = usize::from(area.width.saturating_sub(columns::LEAD));
    let widths = columns::fit(rows.iter().map(|(.., cells)| cells), room, &STEPS);
    for (row, at, matter, cells) in &rows {
        let row_area = Rect { y: area.y + row, height: 1, ..area };
        buffer.spot(row_area, Spot::Row(*at));
        let state = (*at == column.place(), column.is_marked(matter.key));
        columns::draw(buffer, area, *row, state, cells, &widths, look.palette);
    }
}

/// What a row says of a matter.
fn row_cells(matter: &Matter, register: &Register, look: &Look) -> Vec<Cell> {
    let (due, tone) = due_of(look, register, matter);
    vec![
        (register.id(matter.key), Tone::Dim),
        (clean(&matter.title).into_owned(), Tone::Plain),
        (clean(&lead_of(look, register, matter)).into_owned(), Tone::Dim),
        (due, tone),
    ]
}

fn draw_columns(board: &Board, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let count = u16::try_from(board.shown()).unwrap_or(1);
    let width = (area.width + GAP) / count - GAP;
    for (place, (stage, column)) in (0_u16..count).zip(Stage::ALL.iter().zip(&board.columns)) {
        let here = Rect { x: area.x + place * (width + GAP), width, ..area };
        buffer.spot(here, Spot::Column(usize::from(place)));
        let focused = usize::from(place) == board.at;
        let heading = format!("{} {}", look.text.stage(*stage), column.rows().len());
        let tone = if focused { Tone::Key } else { Tone::Heading };
        paint::put(buffer, here, 0, 0, &heading, look.palette.style(tone));
        paint::put(buffer, here, 1, 0, &"─".repeat(usize::from(width)), look.palette.style(Tone::Dim));
        draw_cards(column, focused, register, buffer, below(here, 2), look);
        if column.rows().is_empty() && register.matters().len() > 0 {
            paint::put(buffer, below(here, 2), 0, columns::LEAD, nothing(board, look), look.palette.style(Tone::Dim));
        }
    }
}

fn draw_cards(
    column: &Listed<MatterRef>,
    focused: bool,
    register: &Register,
    buffer: &mut Canvas<'_>,
    area: Rect,
    look: &Look,
) {
    let length = column.rows().len();
    let fits = usize::from((area.height + 1) / CARD);
    // Where not all fit, the row below the last card is for the sign.
    let room = if length > fits { usize::from(area.height / CARD) } else { fits };
    let shown = paint::window(column.place(), length, room);
    let used = Rect { height: area.height.min(cells(room) * CARD), ..area };
    more::sign(&shown, length, Count::Things, buffer, used, look);
    let titles = usize::from(area.width.saturating_sub(columns::LEAD));
    let matter_of = |at: usize| register.matter(column.rows()[at]);
    let rows_of = |at: usize| matter_of(at).map_or(1, |matter| wrap::fold(&matter.title, titles, TITLE).len());
    // Long titles take another row where all cards still fit.
    let roomy =
        length <= fits && shown.clone().map(|at| rows_of(at) + 2).sum::<usize>() <= usize::from(area.height) + 1;
    let mut y = area.y;
    for at in shown {
        let Some(matter) = matter_of(at) else { continue };
        let title = wrap::fold(&matter.title, titles, if roomy { TITLE } else { 1 });
        let foot = cells(title.len());
        let card = Rect { y, height: foot + 1, ..area };
        y += foot + 2;
        buffer.spot(card, Spot::Row(at));
        let selected = focused && at == column.place();
        let words = Rect { x: card.x + columns::LEAD, width: card.width.saturating_sub(columns::LEAD), ..card };
        let lead = paint::lead(selected, column.is_marked(matter.key));
        paint::put(buffer, card, 0, 0, lead, look.palette.style(Tone::Key));
        for (row, line) in (0..).zip(&title) {
            paint::put(buffer, words, row, 0, line, look.palette.style(Tone::Plain));
        }
        let pieces = footing(matter, register, usize::from(words.width), look);
        let pieces: Vec<_> = pieces.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
        paint::pieces(buffer, words, foot, &pieces, look.palette);
        if selected {
            buffer.set_style(card, look.palette.style(Tone::Selected));
        }
    }
}

/// The last row of a card: its number, who has it and how far off its deadline is. The last is what people look for, so it
/// is never cut: the lead gives way first, then the year of the number, then the number.
fn footing(matter: &Matter, register: &Register, room: usize, look: &Look) -> Vec<Cell> {
    let (due, tone) = due_of(look, register, matter);
    let due_width = wrap::width(&due) + 2;
    let long = register.id(matter.key);
    let short = long.split_once('-').map_or(long.as_str(), |(_, short)| short);
    let fits = |id: &&str| wrap::width(id) + due_width <= room;
    let Some(id) = [long.as_str(), short].into_iter().find(fits) else { return vec![(due, tone)] };
    let lead = lead_of(look, register, matter);
    let left = room.saturating_sub(wrap::width(id) + due_width + 2);
    // A name of which only the beginning would stay says little: it is there whole, or not at all.
    let lead = if wrap::width(&lead) > left { String::new() } else { clean(&lead).into_owned() };
    let between = room.saturating_sub(wrap::width(id) + due_width);
    let between = if lead.is_empty() { " ".repeat(between) } else { wrap::pad(&format!("  {lead}"), between) };
    vec![(id.to_owned(), Tone::Dim), (between, Tone::Dim), ("  ".to_owned(), Tone::Dim), (due, tone)]
}

/// Why a column is empty.
fn nothing(board: &Board, look: &Look) -> &'static str {
    if board.narrowed { look.text.narrowed_column() } else { look.text.empty_column() }
}

fn draw_empty(buffer: &mut Buffer, area: Rect, look: &Look) {
    for (row, sentence) in
        [(0, look.text.empty_council()), (1, &look.text.empty_council_hint(keys::shown(Action::Raise)))]
    {
        let at = usize::from(area.width).saturating_sub(wrap::width(sentence)) / 2;
        let row = area.height / 3 + row;
        paint::put(buffer, area, row, u16::try_from(at).unwrap_or(0), sentence, look.palette.style(Tone::Plain));
    }
}

fn cells(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn lead_of(look: &Look, register: &Register, matter: &Matter) -> String {
    match register.lead(matter) {
        Some(lead) => look.text.lead(register, lead).to_owned(),
        None if matter.stage() == Stage::Act => look.text.no_lead().to_owned(),
        None => String::new(),
    }
}

/// How far off the deadline is; where none runs, where the matter stands.
fn due_of(look: &Look, register: &Register, matter: &Matter) -> (String, Tone) {
    due::told(look, register, matter).unwrap_or_else(|| (look.text.standing_of(matter).to_owned(), Tone::Dim))
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
