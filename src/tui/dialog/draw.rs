//! How dialogs look. All lie in the middle of the screen, the later over the earlier.

use ratatui::layout::{Position, Rect};

use super::{Dialog, Pick, Question};
use crate::text::Text;
use crate::tui::form;
use crate::tui::keys::{self, Place};
use crate::tui::meeting_act::MeetingAct;
use crate::tui::paint;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::wrap;

/// The widest a list or a question gets.
const WIDEST: u16 = 76;
/// Rows of a list to choose from.
const LISTED: u16 = 10;

/// Paints a dialog over `area`; returns where the caret is, if it has one.
pub fn draw(dialog: &Dialog, buffer: &mut Canvas<'_>, area: Rect, look: &Look) -> Option<Position> {
    buffer.cover();
    match dialog {
        Dialog::Form(dialog) => form::draw(&dialog.form, buffer, area, &keys::hints(Place::Form, look.text), look),
        Dialog::Pick(dialog) => Some(draw_pick(&dialog.pick, buffer, area, look)),
        Dialog::Find(pick) => Some(draw_pick(pick, buffer, area, look)),
        Dialog::Confirm(question) => {
            draw_question(*question, buffer, area, look);
            None
        }
        Dialog::Help { place, top } => {
            draw_help(*place, *top, buffer, area, look);
            None
        }
    }
}

/// The rows of the help in a place: a key and what it does.
#[must_use]
fn help_rows(place: Place, text: Text) -> Vec<(&'static str, &'static str)> {
    keys::bindings(place).map(|binding| (binding.shown, (binding.label)(text))).collect()
}

fn draw_pick<T: Copy>(pick: &Pick<T>, buffer: &mut Canvas<'_>, area: Rect, look: &Look) -> Position {
    // As high as the whole list needs: the box does not jump while typing narrows it.
    let rows = u16::try_from(pick.size()).unwrap_or(LISTED).clamp(1, LISTED);
    let outer = paint::centred(area, WIDEST, rows + 5);
    let inside = paint::titled_box(buffer, outer, pick.title(), look.palette);
    let used = paint::put(buffer, inside, 0, 0, look.text.filter(), look.palette.style(Tone::Dim)) + 1;
    let input = Rect { x: inside.x + used, width: inside.width.saturating_sub(used), height: 1, ..inside };
    let caret = pick.filter().draw(buffer, input, look.palette.style(Tone::Plain));
    let list = Rect { y: inside.y + 1, height: inside.height.saturating_sub(3), ..inside };
    if pick.listed() == 0 {
        paint::put(buffer, list, 0, 0, look.text.nothing_found(), look.palette.style(Tone::Dim));
    }
    for (row, at) in (0..list.height).zip(paint::window(pick.cursor(), pick.listed(), usize::from(list.height))) {
        buffer.row_spot(list, row, Spot::Row(at));
        let selected = at == pick.cursor();
        let tone = if selected { Tone::Selected } else { Tone::Plain };
        let mark = if selected { "> " } else { "  " };
        paint::pieces(buffer, list, row, &[(mark, tone), (pick.label(at), tone)], look.palette);
    }
    paint::key_line(
        buffer,
        inside,
        inside.height.saturating_sub(1),
        &keys::hints(Place::Pick, look.text),
        look.palette,
    );
    caret
}

fn draw_question(question: Question, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let sentence = match question {
        Question::Discard => look.text.ask_discard(),
        Question::Quit => look.text.ask_quit(),
        Question::Act(..) | Question::MeetingAct(MeetingAct::Adjourn) => look.text.ask_adjourn(),
        Question::MeetingAct(_) => look.text.ask_seal(),
    };
    let width = WIDEST.min(area.width);
    let rows = wrap::wrap(sentence, usize::from(width.saturating_sub(4)));
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(4);
    let inside = paint::titled_box(buffer, paint::centred(area, width, height), "", look.palette);
    for (y, row) in (0..).zip(rows) {
        paint::put(buffer, inside, y, 0, sentence[row].trim_end(), look.palette.style(Tone::Plain));
    }
    let last = inside.height.saturating_sub(1);
    paint::key_line(buffer, inside, last, &keys::hints(Place::Confirm, look.text), look.palette);
}

fn draw_help(place: Place, top: usize, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let rows = help_rows(place, look.text);
    let columns = if area.width >= 100 { 3 } else { 2 };
    let per_column = rows.len().div_ceil(columns);
    let height = u16::try_from(per_column).unwrap_or(u16::MAX).saturating_add(6);
    let outer = paint::centred(area, area.width.saturating_sub(4).min(120), height);
    let inside = paint::titled_box(buffer, outer, look.text.keys_title(), look.palette);
    let room = usize::from(inside.height.saturating_sub(4));
    let top = top.min(per_column.saturating_sub(room));
    let width = inside.width / u16::try_from(columns).unwrap_or(1);
    for (at, (key, label)) in rows.iter().enumerate() {
        let (column, row) = (at / per_column.max(1), at % per_column.max(1));
        let Some(y) = row.checked_sub(top).filter(|y| *y < room) else { continue };
        let x = inside.x + width * u16::try_from(column).unwrap_or(0);
        let cell = Rect { x, width: width.saturating_sub(1), ..inside };
        let y = u16::try_from(y).unwrap_or(0);
        paint::put(buffer, cell, y, 0, key, look.palette.style(Tone::Key));
        paint::put(buffer, cell, y, KEY_CELLS, label, look.palette.style(Tone::Plain));
    }
    if place == Place::Matter {
        let row = inside.height.saturating_sub(3);
        paint::put(buffer, inside, row, 0, look.text.keys_more(), look.palette.style(Tone::Dim));
    }
    let last = inside.height.saturating_sub(1);
    paint::key_line(buffer, inside, last, &keys::hints(Place::Help, look.text), look.palette);
}

/// Cells for the keys in the help.
const KEY_CELLS: u16 = 11;
