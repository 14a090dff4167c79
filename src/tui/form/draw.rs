//! How every form looks: a box over the screen, a label and an input a field, and below the fields a panel for the one
//! that holds the keyboard.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::field::{Field, Input};
use super::pick::{Pick, Unclear};
use super::plan::{LINE, Place, Plan};
use super::{Form, panel, when};
use crate::cells::wrap;
use crate::tui::paint::{self, KeyHint};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};

/// The box is never wider: long lines are hard to read.
const WIDEST: u16 = 88;
/// Cells of the border and its padding on both sides.
const FRAME: u16 = 4;
/// Cells the longest label may take.
const LABEL: usize = 20;

/// Paints the form in the middle of `area`; returns where the caret is, if the field with the keyboard has one.
pub fn draw(form: &Form, buffer: &mut Canvas<'_>, area: Rect, keys: &[KeyHint], look: &Look) -> Option<Position> {
    let width = box_width(area.as_size());
    let plan = Plan::of(form, area.height);
    // Below the fields: the panel, then the keys.
    let outer = paint::centred(area, width, cells(plan.height).saturating_add(plan.panel + 3));
    let inside = paint::titled_box(buffer, outer, &form.title, look.palette);
    let room = Rect { height: inside.height.saturating_sub(plan.panel + 1), ..inside };
    let sheet = Sheet::of(form, &plan, width.saturating_sub(FRAME), look);
    let first = sheet.first_row(&plan, usize::from(room.height));
    sheet.copy(buffer, room, first);
    panel::draw(form, buffer, Rect { y: room.bottom(), height: plan.panel.min(inside.height), ..inside }, look);
    paint::key_line(buffer, inside, inside.height.saturating_sub(1), keys, look.palette);
    let (x, row) = sheet.caret?;
    let y = u16::try_from(row.checked_sub(first)?).ok()?;
    (y < room.height && x < room.width).then(|| Position::new(room.x + x, room.y + y))
}

/// The cells of the inputs on a screen of `size`.
pub(super) fn input_width(form: &Form, size: Size) -> u16 {
    box_width(size).saturating_sub(FRAME).saturating_sub(input_column(form))
}

fn box_width(size: Size) -> u16 {
    paint::centred(size.into(), WIDEST, 1).width
}

/// Where the inputs begin: behind the longest label, its mark and a gap.
fn input_column(form: &Form) -> u16 {
    let longest = form.fields.iter().map(|field| wrap::width(&field.label)).max().unwrap_or(0).min(LABEL);
    u16::try_from(longest).unwrap_or(0) + 4
}

/// Rows as cells.
fn cells(rows: usize) -> u16 {
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// The form painted on a sheet as long as it needs, of which the box then shows a part.
struct Sheet<'a> {
    form: &'a Form,
    look: &'a Look,
    buffer: Buffer,
    spots: Vec<(Rect, Spot)>,
    column: u16,
    row: usize,
    /// The first row that is not the field's own.
    end: usize,
    caret: Option<(u16, usize)>,
}

impl<'a> Sheet<'a> {
    fn of(form: &'a Form, plan: &Plan, width: u16, look: &'a Look) -> Self {
        let buffer = Buffer::empty(Rect::new(0, 0, width, cells(plan.height)));
        let mut sheet =
            Self { form, look, buffer, spots: Vec::new(), column: input_column(form), row: 0, end: 0, caret: None };
        // The one with the keyboard last: what it opens lies over the others.
        let others = (0..form.fields.len()).filter(|at| *at != form.focus);
        for at in others.chain([form.focus]) {
            if let (Some(field), Some(place)) = (form.fields.get(at), plan.fields.get(at)) {
                sheet.field(at, field, *place);
            }
        }
        sheet
    }

    fn field(&mut self, at: usize, field: &Field, place: Place) {
        let focused = at == self.form.focus;
        self.row = place.start;
        self.end = place.start + place.rows;
        let outer = self.spots.len();
        self.label(field, focused);
        match &field.input {
            Input::Pick(pick) => match &pick.abreast {
                Some(places) => self.abreast(pick, places, focused, field.required),
                None if focused => self.filter(pick),
                None => self.chosen(pick),
            },
            Input::Line(_) if focused => self.written(field, focused, LINE),
            _ => self.written(field, focused, place.rows),
        }
        let end = self.row.max(place.start + place.rows);
        let whole = Rect { height: cells(end - place.start), ..self.rest_from(place.start) };
        if focused {
            // What it lies over cannot be pointed at.
            let uncovered = |(area, _): &(Rect, Spot)| area.intersection(whole).is_empty();
            let below = self.spots.split_off(outer);
            self.spots.retain(uncovered);
            self.spots.push((whole, Spot::Field(at)));
            self.spots.extend(below);
        } else {
            self.spots.insert(outer, (whole, Spot::Field(at)));
        }
    }

    fn label(&mut self, field: &Field, focused: bool) {
        let (mark, tone) = match (focused, &field.flaw) {
            (true, _) => (">", Tone::Heading),
            (false, Some(_)) => ("!", Tone::Late),
            (false, None) => (" ", Tone::Dim),
        };
        let required = if field.required { "*" } else { "" };
        let label = wrap::truncate(&field.label, LABEL);
        let area = self.rest();
        paint::pieces(
            &mut self.buffer,
            area,
            0,
            &[(mark, Tone::Key), (" ", tone), (&label, tone), (required, Tone::Key)],
            self.look.palette,
        );
    }

    fn written(&mut self, field: &Field, focused: bool, most: usize) {
        let Some(editor) = field.editor() else { return };
        let width = self.input_area().width;
        let rows = editor.rows(width).clamp(1, most).max(self.end - self.row);
        for row in self.end..self.row + rows {
            self.clear(row);
        }
        let area = Rect { height: cells(rows), ..self.input_area() };
        for row in 0..area.height {
            let here = Rect { y: area.y + row, height: 1, ..area };
            self.spots.push((here, Spot::Text { row, rows: area.height }));
        }
        let position = editor.draw(&mut self.buffer, area, self.look.palette.style(Tone::Plain));
        if focused {
            self.caret = Some((position.x, usize::from(position.y)));
        }
        if editor.is_empty() {
            paint::put(&mut self.buffer, area, 0, 0, &field.if_empty, self.look.palette.style(Tone::Dim));
        }
        if let Input::When(_, precision) = &field.input
            && let Some((told, doubtful)) = when::shown(&editor.text(), *precision, self.look.now, self.look.text)
        {
            let at = u16::try_from(wrap::width(&editor.text())).unwrap_or(0) + 2;
            let tone = if doubtful { Tone::Near } else { Tone::Dim };
            paint::put(&mut self.buffer, area, 0, at, &told, self.look.palette.style(tone));
        }
        self.row += rows;
    }

    fn abreast(&mut self, pick: &Pick, places: &[(u16, u16)], focused: bool, required: bool) {
        let area = self.input_area();
        for (place, (option, (row, column))) in pick.options.iter().zip(places).enumerate() {
            let chosen = pick.chosen[place];
            let marked = pick.many || (required && pick.is_unset());
            let under_cursor = focused && marked && pick.cursor == place;
            let text = match (pick.many, chosen) {
                (true, true) => format!("[x] {} {}", place + 1, option.label),
                (true, false) => format!("[ ] {} {}", place + 1, option.label),
                (false, true) => format!("[{} {}]", place + 1, option.label),
                (false, false) => format!(" {} {} ", place + 1, option.label),
            };
            let tone = match (under_cursor || (focused && chosen && !pick.many), chosen) {
                (true, _) => Tone::Selected,
                (false, true) => Tone::Plain,
                (false, false) => Tone::Dim,
            };
            let used = paint::put(&mut self.buffer, area, *row, *column, &text, self.look.palette.style(tone));
            let here = Rect { x: area.x + column, y: area.y + row, width: used, height: 1 };
            self.spots.push((here, Spot::Choice(place)));
        }
        self.row += usize::from(pick.rows());
    }

    /// What is chosen; or, as long as that is not clear, what was typed to find it.
    fn chosen(&mut self, pick: &Pick) {
        let area = self.input_area();
        if let Some(Unclear { typed, left }) = pick.unclear() {
            let told = self.look.text.filter_unclear(&typed, left);
            paint::put(&mut self.buffer, area, 0, 0, &told, self.look.palette.style(Tone::Near));
        } else {
            paint::put(
                &mut self.buffer,
                area,
                0,
                0,
                &pick.labels(self.look.text),
                self.look.palette.style(Tone::Plain),
            );
        }
        self.row += 1;
    }

    fn filter(&mut self, pick: &Pick) {
        let (text, palette) = (self.look.text, self.look.palette);
        let area = self.input_area();
        let used = paint::put(&mut self.buffer, area, 0, 0, text.filter(), palette.style(Tone::Dim)) + 1;
        let input = Rect { x: area.x + used, width: area.width.saturating_sub(used), height: 1, ..area };
        let position = pick.filter.draw(&mut self.buffer, input, palette.style(Tone::Plain));
        self.caret = Some((position.x, usize::from(position.y)));
        let chosen = pick.labels(self.look.text);
        if !chosen.is_empty() {
            let at = used + u16::try_from(wrap::width(&pick.filter.text())).unwrap_or(0) + 2;
            paint::put(&mut self.buffer, area, 0, at, &text.filter_chosen(&chosen), palette.style(Tone::Dim));
        }
    }

    /// Takes away what another field painted in a row.
    fn clear(&mut self, row: usize) {
        let here = Rect { height: 1, ..self.rest_from(row) };
        paint::clear(&mut self.buffer, here);
    }

    /// What is left of the sheet from the present row on.
    fn rest(&self) -> Rect {
        self.rest_from(self.row)
    }

    fn rest_from(&self, row: usize) -> Rect {
        let row = cells(row).min(self.buffer.area.height);
        Rect { y: row, height: self.buffer.area.height - row, ..self.buffer.area }
    }

    fn input_area(&self) -> Rect {
        let rest = self.rest();
        let column = self.column.min(rest.width);
        Rect { x: rest.x + column, width: rest.width - column, ..rest }
    }

    /// The first row to show so that the field with the keyboard is seen.
    fn first_row(&self, plan: &Plan, height: usize) -> usize {
        let (start, end) = plan.fields.get(self.form.focus).map_or((0, 0), |at| (at.start, at.start + at.most));
        let last = plan.height.saturating_sub(height);
        end.saturating_sub(height)
            .min(start)
            .min(last)
            .max(self.caret.map_or(0, |(_, row)| (row + 1).saturating_sub(height)))
    }

    fn copy(&self, buffer: &mut Canvas<'_>, room: Rect, first: usize) {
        let first_cell = cells(first);
        for (area, spot) in &self.spots {
            let seen = area.intersection(Rect { y: first_cell, height: room.height, ..self.buffer.area });
            if !seen.is_empty() {
                buffer.spot(Rect { x: room.x + seen.x, y: room.y + seen.y - first_cell, ..seen }, *spot);
            }
        }
        for y in 0..room.height {
            let Some(row) = u16::try_from(first).ok().and_then(|first| first.checked_add(y)) else { return };
            if row >= self.buffer.area.height {
                return;
            }
            for x in 0..room.width.min(self.buffer.area.width) {
                buffer[(room.x + x, room.y + y)] = self.buffer[(x, row)].clone();
            }
        }
    }
}
