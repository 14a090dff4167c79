//! How the log looks: a row an act, and below the list the whole of the selected one; on a wide screen beside it, with what
//! it is about.

use ratatui::layout::Rect;

use super::Log;
use crate::cells::clean::clean;
use crate::cells::wrap;
use crate::domain::entry::Entry;
use crate::domain::register::Register;
use crate::domain::time::day_of;
use crate::tui::columns::{self, Cell};
use crate::tui::more;
use crate::tui::paint;
use crate::tui::screen::matter::{Row, draw_rows, wrapped};
use crate::tui::screen::summary;
use crate::tui::screen::summary::shows_beside;
use crate::tui::split::{Pair, draw_beside};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;

/// Most cells for who acted.
const WHO: usize = 16;
/// Rows for the whole of the selected act, and a blank one above.
const WHOLE: u16 = 4;

/// What gives way where there is little room: the end of the name, then the end of the sentence.
const STEPS: [columns::Step; 2] = [(2, 8), (4, 10)];

/// What a row says.
struct Line {
    day: String,
    time: String,
    who: String,
    id: String,
    undone: bool,
    sentence: String,
}

/// Paints the screen.
pub fn draw(screen: &Log, threads: &Threads, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let wide = shows_beside(area) && screen.act(register).is_some();
    let list = if wide {
        let split = look.panes.split(Pair::Log, area);
        split.draw_line(buffer, look.palette);
        let mut rows = whole(screen, register, look, split.right.width);
        let subject = screen.act(register).and_then(Entry::subject).and_then(|subject| register.thing(subject));
        if let Some(thing) = subject {
            rows.push(Vec::new());
            rows.extend(summary(thing, threads, register, look, split.right.width));
        }
        draw_beside(&rows, buffer, split.right, look);
        split.left
    } else {
        Rect { height: area.height.saturating_sub(WHOLE + 1), ..area }
    };
    if screen.length() == 0 {
        paint::put(buffer, list, 0, 0, look.text.log_empty(), look.palette.style(Tone::Dim));
    }
    let shown = more::list(screen.row, screen.length(), buffer, list, look);
    let lines: Vec<(usize, Line)> =
        shown.filter_map(|row| Some((row, line(screen.entry(row, register)?, register, look)))).collect();
    let cells: Vec<_> = lines.iter().map(|(_, line)| line.cells(look)).collect();
    let widths = columns::fit(&cells, usize::from(list.width.saturating_sub(columns::LEAD)), &STEPS);
    for (y, ((row, _), cells)) in (0..).zip(lines.iter().zip(&cells)) {
        buffer.row_spot(list, y, Spot::Row(*row));
        columns::draw(buffer, list, y, (*row == screen.row, false), cells, &widths, look.palette);
    }
    if wide {
        return;
    }
    let below = Rect { y: list.bottom() + 1, height: area.bottom().saturating_sub(list.bottom() + 1), ..area };
    draw_rows(&whole(screen, register, look, below.width), 0, buffer, below, look);
}

impl Line {
    fn cells(&self, look: &Look) -> Vec<Cell> {
        let undone = if self.undone { format!("{}  ", look.text.log_undone()) } else { String::new() };
        let tone = if self.undone { Tone::Dim } else { Tone::Plain };
        vec![
            (self.day.clone(), Tone::Dim),
            (self.time.clone(), Tone::Dim),
            (self.who.clone(), Tone::Dim),
            (self.id.clone(), Tone::Dim),
            (undone + &clean(&self.sentence), tone),
        ]
    }
}

fn line(entry: &Entry, register: &Register, look: &Look) -> Line {
    Line {
        day: look.text.date(day_of(entry.ts), look.today()),
        time: look.text.time(entry.ts),
        who: wrap::truncate(&clean(&entry.by), WHO).into_owned(),
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
        let sentence =
            if line.undone { look.text.form_about(look.text.log_undone(), &line.sentence) } else { line.sentence };
        wrapped(&mut rows, "", &sentence, 0, width, (Tone::Dim, Tone::Plain));
    }
    rows
}
