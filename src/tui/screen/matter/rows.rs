//! What there is to read about a matter, as rows of a given width: its title, and its thread.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::facts::facts;
use crate::cells::clean::clean_lines;
use crate::cells::wrap;
use crate::domain::entry::Entry;
use crate::domain::event::Event;
use crate::domain::matter::Matter;
use crate::domain::register::Register;
use crate::domain::time::day_of;
use crate::tui::keys::{self, Place};
use crate::tui::more;
use crate::tui::paint;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;

/// A row of text in meanings.
pub type Row = Vec<(String, Tone)>;

/// Cells between two parts of a fact.
const PART_GAP: usize = 2;
/// Cells for the time of day.
const TIME: u16 = 7;

/// Paints the rows from `top` on, as many as fit.
pub fn draw_rows(rows: &[Row], top: usize, buffer: &mut Buffer, area: Rect, look: &Look) {
    for (y, row) in (0..area.height).zip(rows.iter().skip(top)) {
        let pieces: Vec<_> = row.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
        paint::pieces(buffer, area, y, &pieces, look.palette);
    }
}

/// Paints the rows that are seen from `top` on, and the sign that there are more.
pub fn draw_text(rows: &[Row], top: usize, buffer: &mut Buffer, area: Rect, look: &Look) {
    let shown = more::text(top, rows.len(), buffer, area, look);
    draw_rows(&rows[shown], 0, buffer, area, look);
}

/// Says where the keys of acts stand among painted rows, each with its word.
pub fn act_spots(rows: &[Row], place: Place, canvas: &mut Canvas<'_>, area: Rect, look: &Look) {
    for (y, row) in (0..area.height).zip(rows) {
        let mut at = 0;
        for (piece, next) in row.iter().zip(row.iter().skip(1)) {
            let (key, word) = (wrap::width(&piece.0), wrap::width(&next.0));
            let binding = keys::bindings(place).find(|binding| {
                piece.0 == binding.shown && next.0.strip_prefix(' ') == Some((binding.label)(look.text))
            });
            if let Some(binding) = binding {
                let left = u16::try_from(at).unwrap_or(area.width).min(area.width);
                let width = u16::try_from(key + word).unwrap_or(area.width).min(area.width - left);
                canvas.row_spot(Rect { x: area.x + left, width, ..area }, y, Spot::Key(binding.action));
            }
            at += key;
        }
    }
}

/// All of it, for a pane beside a list.
#[must_use]
pub fn summary(matter: &Matter, threads: &Threads, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let mut rows = heading(matter, register, look, width);
    rows.push(Vec::new());
    rows.extend(facts(matter, register, look, width));
    rows.push(Vec::new());
    rows.extend(thread(matter, threads, register, look, width));
    rows
}

/// The matter's number and title, and where it stands.
#[must_use]
pub fn heading(matter: &Matter, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let mut rows = Vec::new();
    let id = register.id(matter.key) + "  ";
    let column = u16::try_from(wrap::width(&id)).unwrap_or(0);
    wrapped(&mut rows, &id, &matter.title, column, width, (Tone::Dim, Tone::Heading));
    rows.push(vec![(standing(matter, look), Tone::Key)]);
    rows
}

/// Step and standing in words: `办事 · 办理中`.
#[must_use]
fn standing(matter: &Matter, look: &Look) -> String {
    format!("{} / {}", look.text.stage(matter.stage()), look.text.standing_of(matter))
}

/// The thread: what happened, when, by whom, oldest first, each day under a line of its own.
#[must_use]
pub fn thread(matter: &Matter, threads: &Threads, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut last = None;
    for entry in threads.of(matter, register) {
        let (day, time) = (day_of(entry.ts), look.text.time(entry.ts));
        let (same_day, same_time) = last.as_ref().map_or((false, false), |(d, t)| (*d == day, (*d, t) == (day, &time)));
        if !same_day {
            rows.push(day_line(&look.text.date(day, look.today()), width));
        }
        for (at, sentence) in sentences(entry, matter, register, look).iter().enumerate() {
            let label = if at == 0 && !same_time { time.as_str() } else { "" };
            let sentence = if at == 0 { format!("{}  {sentence}", entry.by) } else { sentence.clone() };
            wrapped(&mut rows, label, &sentence, TIME, width, (Tone::Dim, Tone::Plain));
        }
        last = Some((day, time));
    }
    rows
}

/// A day, and a line to the end of the row.
fn day_line(day: &str, width: u16) -> Row {
    let rest = usize::from(width).saturating_sub(wrap::width(day) + 1);
    vec![(format!("{day} "), Tone::Dim), ("─".repeat(rest), Tone::Dim)]
}

/// What an act says about this matter; other matters it touched are left out, the account in full is added.
fn sentences(entry: &Entry, matter: &Matter, register: &Register, look: &Look) -> Vec<String> {
    let mut sentences = Vec::new();
    for event in entry.events.iter().filter(|event| event.touch().of().contains(&matter.key.0)) {
        sentences.push(look.text.event(event, register, Some(matter.key.0), entry.ts));
        if let Event::MatterRaised(raised) = event {
            sentences.extend(raised.detail.clone());
        }
    }
    sentences
}

/// A label and, from `column` on, a text on as many rows as it needs.
pub fn wrapped(rows: &mut Vec<Row>, label: &str, text: &str, column: u16, width: u16, (quiet, tone): (Tone, Tone)) {
    let text = clean_lines(text);
    let column = usize::from(column);
    let cells = usize::from(width).saturating_sub(column);
    for (at, range) in wrap::wrap(&text, cells).into_iter().enumerate() {
        let label = if at == 0 { wrap::pad(label, column) } else { " ".repeat(column) };
        rows.push(vec![(label, quiet), (text[range].trim_end().to_owned(), tone)]);
    }
}

/// A label and, from `column` on, parts side by side; a row ends between two of them where it can.
pub fn parts(rows: &mut Vec<Row>, label: &str, parts: &[String], column: u16, width: u16, tones: (Tone, Tone)) {
    let cells = usize::from(width.saturating_sub(column));
    let mut lines: Vec<String> = Vec::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        match lines.last_mut() {
            Some(line) if wrap::width(line) + PART_GAP + wrap::width(part) <= cells => {
                line.push_str(&" ".repeat(PART_GAP));
                line.push_str(part);
            }
            _ => lines.push(part.clone()),
        }
    }
    for (at, line) in lines.iter().enumerate() {
        wrapped(rows, if at == 0 { label } else { "" }, line, column, width, tones);
    }
}
