//! How every form looks: a box over the screen, a label and an input a field, what is wrong below the field it concerns.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::field::{Field, Flaw, Input};
use super::pick::Pick;
use super::suggest::Suggest;
use super::{Form, when};
use crate::search::Needle;
use crate::text::Text;
use crate::tui::editor::Editor;
use crate::tui::paint::{self, KeyHint};
use crate::tui::style::{Look, Tone};
use crate::tui::wrap;

/// The box is never wider: long lines are hard to read.
const WIDEST: u16 = 88;
/// Cells of the border and its padding on both sides.
const FRAME: u16 = 4;
/// Cells the longest label may take.
const LABEL: usize = 18;
/// Rows a list of options takes.
const LISTED: usize = 7;
/// Rows of a text of many lines: at least, at most.
const LINES: (usize, usize) = (3, 8);
/// Rows a single line may grow to.
const LINE: usize = 4;

/// Paints the form in the middle of `area`; returns where the caret is, if the field with the keyboard has one.
pub fn draw(form: &Form, buffer: &mut Buffer, area: Rect, keys: &[KeyHint], look: &Look) -> Option<Position> {
    let width = box_width(area.as_size());
    let mut sheet = Sheet::new(form, width.saturating_sub(FRAME), look);
    for at in 0..form.fields.len() {
        sheet.field(at);
    }
    let content = u16::try_from(sheet.row).unwrap_or(u16::MAX);
    let (sentence, tone) = form.message.as_ref().map_or(("", Tone::Plain), |(sentence, tone)| (sentence, *tone));
    let message = wrap::wrap(sentence, usize::from(width.saturating_sub(FRAME)));
    // Below the fields: a blank row or the message, then the keys.
    let below = u16::try_from(message.len()).unwrap_or(1) + 1;
    let outer = paint::centred(area, width, content.saturating_add(2 + below));
    let inside = paint::titled_box(buffer, outer, &form.title, look.palette);
    let room = Rect { height: inside.height.saturating_sub(below), ..inside };
    let first = sheet.first_row(usize::from(room.height));
    sheet.copy(buffer, room, first);
    for (row, range) in (room.height..).zip(message) {
        paint::put(buffer, inside, row, 0, sentence[range].trim_end(), look.palette.style(tone));
    }
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
    size.width.saturating_sub(4).clamp(size.width.min(24), WIDEST)
}

/// Where the inputs begin: behind the longest label, its mark and a gap.
fn input_column(form: &Form) -> u16 {
    let longest = form.fields.iter().map(|field| wrap::width(&field.label)).max().unwrap_or(0).min(LABEL);
    u16::try_from(longest).unwrap_or(0) + 4
}

/// What is wrong with a field, in a sentence.
fn flaw_sentence(text: Text, flaw: &Flaw) -> String {
    match flaw {
        Flaw::Missing => text.field_missing().to_owned(),
        Flaw::TooLong(too_long) => text.field_too_long(too_long.limit, too_long.would_be),
        Flaw::NotADay => text.field_not_a_day().to_owned(),
        Flaw::NotATime => text.field_not_a_time().to_owned(),
        Flaw::NotANumber => text.field_not_a_number().to_owned(),
        Flaw::NoSuchChoice => text.field_no_such_choice().to_owned(),
        Flaw::Refused(sentence) => sentence.clone(),
    }
}

/// The form painted on a sheet as long as it needs, of which the box then shows a part.
struct Sheet<'a> {
    form: &'a Form,
    look: &'a Look,
    buffer: Buffer,
    column: u16,
    row: usize,
    focus_rows: (usize, usize),
    caret: Option<(u16, usize)>,
}

impl<'a> Sheet<'a> {
    fn new(form: &'a Form, width: u16, look: &'a Look) -> Self {
        // The most any field takes: its rows, a hint or a flaw of a few rows, and a blank row.
        let height = u16::try_from((form.fields.len() + 1) * (LINES.1 + LISTED)).unwrap_or(u16::MAX);
        let buffer = Buffer::empty(Rect::new(0, 0, width, height));
        Self { form, look, buffer, column: input_column(form), row: 0, focus_rows: (0, 0), caret: None }
    }

    fn field(&mut self, at: usize) {
        let form = self.form;
        let field = &form.fields[at];
        let focused = at == form.focus;
        let start = self.row;
        self.label(field, focused);
        match &field.input {
            Input::Pick(pick) if pick.inline => self.side_by_side(pick, focused),
            Input::Pick(pick) if focused => self.list(pick),
            Input::Pick(pick) => self.chosen(pick),
            Input::When(..) => self.written(field, focused, (1, 1)),
            Input::Lines(_) | Input::List(_) => self.written(field, focused, LINES),
            Input::Line(_) | Input::Number(_) => self.written(field, focused, (1, LINE)),
        }
        if let Some(flaw) = &field.flaw {
            let sentence = flaw_sentence(self.look.text, flaw);
            self.note(self.column, &format!("! {sentence}"), Tone::Late);
        } else if focused && !field.hint.is_empty() {
            self.note(self.column, &field.hint, Tone::Dim);
        }
        if focused && !field.suggest.offered.is_empty() {
            let written = field.editor().map(Editor::text).unwrap_or_default();
            self.suggestions(&field.suggest, &written);
        }
        if focused {
            self.focus_rows = (start, self.row);
        }
    }

    fn label(&mut self, field: &Field, focused: bool) {
        let (mark, tone) = if focused { (">", Tone::Heading) } else { (" ", Tone::Dim) };
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

    fn written(&mut self, field: &Field, focused: bool, (least, most): (usize, usize)) {
        let Some(editor) = field.editor() else { return };
        let area = self.input_area();
        let rows = editor.rows(area.width).clamp(least, most);
        let area = Rect { height: u16::try_from(rows).unwrap_or(1), ..area };
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

    fn side_by_side(&mut self, pick: &Pick, focused: bool) {
        let area = self.input_area();
        let mut at = 0;
        for (place, option) in pick.options.iter().enumerate() {
            let chosen = pick.chosen[place];
            let under_cursor = focused && pick.many && pick.cursor == place;
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
            at += paint::put(&mut self.buffer, area, 0, at, &text, self.look.palette.style(tone))
                + if pick.many { 2 } else { 1 };
        }
        if focused {
            self.caret = None;
        }
        self.row += 1;
    }

    fn chosen(&mut self, pick: &Pick) {
        let labels: Vec<_> = pick
            .options
            .iter()
            .zip(&pick.chosen)
            .filter(|(_, chosen)| **chosen)
            .map(|(option, _)| option.label.as_str())
            .collect();
        let area = self.input_area();
        paint::put(&mut self.buffer, area, 0, 0, &labels.join(", "), self.look.palette.style(Tone::Plain));
        self.row += 1;
    }

    fn list(&mut self, pick: &Pick) {
        let area = self.input_area();
        let used =
            paint::put(&mut self.buffer, area, 0, 0, self.look.text.filter(), self.look.palette.style(Tone::Dim)) + 1;
        let input = Rect { x: area.x + used, width: area.width.saturating_sub(used), height: 1, ..area };
        let position = pick.filter.draw(&mut self.buffer, input, self.look.palette.style(Tone::Plain));
        self.caret = Some((position.x, usize::from(position.y)));
        self.row += 1;
        let listed = pick.listed();
        if listed.is_empty() {
            self.note(self.column, self.look.text.nothing_found(), Tone::Dim);
        }
        let cursor = listed.iter().position(|at| *at == pick.cursor).unwrap_or(0);
        let needle = Needle::new(&pick.filter.text());
        for place in paint::window(cursor, listed.len(), LISTED) {
            let at = listed[place];
            let mark = match (pick.many, pick.chosen[at]) {
                (true, true) => "[x] ",
                (true, false) => "[ ] ",
                (false, true) => "> ",
                (false, false) => "  ",
            };
            let selected = if pick.many { at == pick.cursor } else { pick.chosen[at] };
            let tone = if selected { Tone::Selected } else { Tone::Plain };
            let area = self.input_area();
            paint::pieces(
                &mut self.buffer,
                area,
                0,
                &[(mark, tone), (&pick.options[at].label, tone)],
                self.look.palette,
            );
            paint::highlight(&mut self.buffer, area, 0, self.look.palette.matched(), |text| needle.ranges_in(text));
            self.row += 1;
        }
    }

    fn suggestions(&mut self, suggest: &Suggest, written: &str) {
        let needle = Needle::new(written);
        let text = self.look.text;
        let hint = if suggest.leads_away { text.hint_similar() } else { text.hint_suggestions() };
        self.note(self.column, hint, Tone::Note);
        for (at, choice) in suggest.offered.iter().enumerate() {
            let (mark, tone) = if suggest.at == Some(at) { ("> ", Tone::Selected) } else { ("  ", Tone::Plain) };
            let area = self.input_area();
            paint::pieces(&mut self.buffer, area, 0, &[(mark, tone), (&choice.label, tone)], self.look.palette);
            paint::highlight(&mut self.buffer, area, 0, self.look.palette.matched(), |text| needle.ranges_in(text));
            self.row += 1;
        }
    }

    /// A sentence on rows of its own, from `column` on.
    fn note(&mut self, column: u16, sentence: &str, tone: Tone) {
        let area = self.rest();
        let width = area.width.saturating_sub(column);
        for row in wrap::wrap(sentence, usize::from(width)) {
            let area = self.rest();
            paint::put(&mut self.buffer, area, 0, column, sentence[row].trim_end(), self.look.palette.style(tone));
            self.row += 1;
        }
    }

    /// What is left of the sheet below the present row.
    fn rest(&self) -> Rect {
        let row = u16::try_from(self.row).unwrap_or(u16::MAX).min(self.buffer.area.height);
        Rect { y: row, height: self.buffer.area.height - row, ..self.buffer.area }
    }

    fn input_area(&self) -> Rect {
        let rest = self.rest();
        let column = self.column.min(rest.width);
        Rect { x: rest.x + column, width: rest.width - column, ..rest }
    }

    /// The first row to show so that the field with the keyboard is seen.
    fn first_row(&self, height: usize) -> usize {
        let (start, end) = self.focus_rows;
        let last = self.row.saturating_sub(height);
        end.saturating_sub(height)
            .min(start)
            .min(last)
            .max(self.caret.map_or(0, |(_, row)| (row + 1).saturating_sub(height)))
    }

    fn copy(&self, buffer: &mut Buffer, room: Rect, first: usize) {
        for y in 0..room.height {
            let Some(row) = u16::try_from(first).ok().and_then(|first| first.checked_add(y)) else { return };
            if usize::from(row) >= self.row || row >= self.buffer.area.height {
                return;
            }
            for x in 0..room.width.min(self.buffer.area.width) {
                buffer[(room.x + x, room.y + y)] = self.buffer[(x, row)].clone();
            }
        }
    }
}
