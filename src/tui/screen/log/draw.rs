//! How the log looks: a row an act, and below the list the whole of the selected one.

use ratatui::layout::Rect;

use super::Log;
use crate::cells::clean::clean;
use crate::cells::wrap;
use crate::domain::entry::Entry;
use crate::domain::register::Register;
use crate::tui::more;
use crate::tui::paint;
use crate::tui::screen::matter::{Row, draw_rows, wrapped};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};

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

/// Paints the screen.
pub fn draw(screen: &Log, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let list = Rect { height: area.height.saturating_sub(WHOLE + 1), ..area };
    if screen.length() == 0 {
        paint::put(buffer, list, 0, 0, look.text.log_empty(), look.palette.style(Tone::Dim));
    }
    let shown = more::list(screen.row, screen.length(), buffer, list, look);
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
