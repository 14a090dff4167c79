//! How the first screen looks.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Over, Row, Start, folder};
use crate::cells::wrap;
use crate::domain::entry::Instant;
use crate::tui::form::Form;
use crate::tui::keys::{self, Action, Place};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::{form, help, more, paint};

/// The widest the choices get.
const WIDEST: u16 = 76;
/// Cells for the key of a choice.
const KEY: usize = 2;
/// Cells for its name, the longest of both languages and a gap.
const NAME: usize = 25;

/// A row of the list.
enum Line {
    Heading(&'static str),
    /// A choice, and its place among them.
    Choice(usize, Row),
}

/// Paints everything.
pub fn draw(start: &Start, now: Instant, frame: &mut Frame<'_>) {
    if let Some(caret) = paint(start, now, &mut Canvas::new(frame.buffer_mut())) {
        frame.set_cursor_position(caret);
    }
}

/// Paints everything and says what lies where; returns where the caret is, if there is one.
pub(super) fn paint(start: &Start, now: Instant, buffer: &mut Canvas<'_>) -> Option<Position> {
    let area = buffer.area;
    let look = start.look(now);
    buffer.set_style(area, look.palette.ground());
    if paint::says_too_small(buffer, area, look.text, look.palette) {
        return None;
    }
    draw_choices(start, buffer, area, &look);
    draw_over(start, buffer, area, &look)
}

fn draw_over(start: &Start, buffer: &mut Canvas<'_>, area: Rect, look: &Look) -> Option<Position> {
    let over = start.over.as_ref()?;
    buffer.cover();
    match over {
        Over::Form(form) => form::draw(form, buffer, area, &keys::hints(Place::Form, look.text), look),
        Over::Discard(form) => {
            draw_question(look.text.ask_discard(), form, buffer, area, look);
            None
        }
        Over::Leave(form) => {
            draw_question(look.text.ask_quit(), form, buffer, area, look);
            None
        }
        Over::Folder(folder) => Some(folder::draw(folder, buffer, area, look)),
        Over::Help(help) => {
            help::draw(help, buffer, area, look);
            None
        }
    }
}

/// A question over the form it is about.
fn draw_question(sentence: &str, form: &Form, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    form::draw(form, buffer, area, &[], look);
    buffer.cover();
    paint::question(buffer, area, sentence, &keys::hints(Place::Discard, look.text), look.palette);
}

fn draw_choices(start: &Start, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let (text, palette) = (look.text, look.palette);
    let recent = start.offer.recent.len();
    let blocks = if recent > 0 { recent + 3 } else { 1 };
    // Title, motto, a blank row; the councils under their heading; the three under theirs.
    let height = u16::try_from(3 + blocks + 3).unwrap_or(u16::MAX);
    let rest =
        Rect { x: area.x + 2, width: area.width.saturating_sub(4), height: area.height.saturating_sub(2), ..area };
    let room = paint::centred(rest, WIDEST, height);
    paint::put(buffer, room, 0, 0, text.start_title(), palette.style(Tone::Heading));
    paint::put(buffer, room, 1, 0, text.start_motto(), palette.style(Tone::Dim));
    draw_list(start, buffer, Rect { y: room.y + 3, height: room.height.saturating_sub(3), ..room }, look);
    let line = Rect::new(1, area.height.saturating_sub(2), area.width - 2, 2);
    if let Some((sentence, tone)) = &start.message {
        paint::put(buffer, line, 0, 0, sentence, palette.style(*tone));
    }
    if start.over.is_none() {
        paint::key_line(buffer, line, 1, &keys::hints(Place::Start, text), palette);
    }
}

/// The choices under their headings.
fn draw_list(start: &Start, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let text = look.text;
    let recent = start.offer.recent.len();
    let mut lines = Vec::new();
    for (at, choice) in start.rows().into_iter().enumerate() {
        match choice {
            Row::Recent(0) => lines.push(Line::Heading(text.start_recent())),
            Row::Found if recent > 0 => lines.extend([Line::Heading(""), Line::Heading(text.start_else())]),
            Row::Found => lines.push(Line::Heading(text.start_how())),
            _ => {}
        }
        lines.push(Line::Choice(at, choice));
    }
    let selected = |line: &Line| matches!(line, Line::Choice(at, _) if *at == start.cursor);
    let cursor = lines.iter().position(selected).unwrap_or(0);
    // The first heading is seen with the first choice.
    let cursor = if cursor == 1 { 0 } else { cursor };
    let shown = more::grouped(cursor, &lines, |line| matches!(line, Line::Choice(..)), buffer, area, look);
    for (row, line) in (0..).zip(&lines[shown]) {
        match line {
            Line::Heading(heading) => {
                paint::put(buffer, area, row, 0, heading, look.palette.style(Tone::Dim));
            }
            Line::Choice(at, choice) => {
                buffer.row_spot(area, row, Spot::Row(*at));
                let here = Rect { y: area.y + row, height: 1, ..area };
                draw_row(start, *choice, *at == start.cursor, buffer, here, look);
            }
        }
    }
}

fn draw_row(start: &Start, row: Row, selected: bool, buffer: &mut Buffer, area: Rect, look: &Look) {
    let text = look.text;
    let (key, name, about) = match row {
        Row::Recent(at) => {
            let Some(known) = start.offer.recent.get(at) else { return };
            let gone = if known.is_there { "" } else { text.start_gone() };
            ("", known.name.as_str(), format!("{}{gone}", known.shown))
        }
        Row::Found => (keys::shown(Action::Found), text.start_found(), text.start_found_about().to_owned()),
        Row::Sample => (keys::shown(Action::Sample), text.start_sample(), text.start_sample_about().to_owned()),
        Row::Folder => (keys::shown(Action::OpenFolder), text.start_open(), text.start_open_about().to_owned()),
    };
    let (mark, tone) = if selected { ("> ", Tone::Selected) } else { ("  ", Tone::Plain) };
    let (key, name) = (wrap::pad(key, KEY), wrap::pad(name, NAME));
    let pieces = [(mark, tone), (key.as_str(), Tone::Key), (name.as_str(), tone), (about.as_str(), Tone::Dim)];
    paint::pieces(buffer, area, 0, &pieces, look.palette);
}
