//! How the palette looks: the line, what is said of it, and what it could mean. As high as the screen allows, whatever is
//! typed: nothing jumps.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::complete::Completion;
use super::{Entry, Offered, Prompt};
use crate::cells::wrap;
use crate::tui::keys::{self, Place};
use crate::tui::more;
use crate::tui::paint::{self, Piece};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};

/// The widest it gets where it takes the middle, and the share it takes of a screen that has more room than that.
const WIDEST: u16 = 100;
const SHARE: (u16, u16) = (7, 10);
/// The most rows of the list.
const LISTED: u16 = 16;
/// Rows of what is said under the line.
const SAID: u16 = 2;
/// Cells of a key, and of what is offered, before what is said of it.
const KEY: usize = 9;
const LABEL: usize = 24;

/// Paints the palette over `area`; returns where the caret is.
pub fn draw(prompt: &Prompt, buffer: &mut Canvas<'_>, area: Rect, look: &Look) -> Position {
    let width = WIDEST.max(area.width / SHARE.1 * SHARE.0);
    let outer = paint::centred(area, width, LISTED + SAID + 6);
    let inside = paint::titled_box(buffer, outer, look.text.palette_title(), look.palette);
    paint::put(buffer, inside, 0, 0, ":", look.palette.style(Tone::Key));
    let input = Rect { x: inside.x + 2, width: inside.width.saturating_sub(2), height: 1, ..inside };
    let caret = prompt.line.draw(buffer, input, look.palette.style(Tone::Plain));
    let said = Rect { y: inside.y + 1, height: SAID, ..inside };
    draw_said(prompt, buffer, said, look);
    let list = Rect { y: said.bottom(), height: inside.height.saturating_sub(SAID + 3), ..inside };
    let rows = prompt.rows();
    if rows == 0 && prompt.said.is_none() && matches!(prompt.offered, Offered::Entries(_)) {
        paint::put(buffer, list, 0, 0, look.text.palette_nothing(), look.palette.style(Tone::Dim));
    }
    for (y, at) in (0..).zip(more::list(prompt.cursor.unwrap_or(0), rows, buffer, list, look)) {
        buffer.row_spot(list, y, Spot::Row(at));
        let selected = prompt.cursor == Some(at);
        let mark = if selected { "> " } else { "  " };
        match &prompt.offered {
            Offered::Entries(places) => draw_entry(&prompt.entries[places[at]], mark, buffer, list, y, look),
            Offered::Next(next) => draw_completion(&next.list[at], mark, buffer, list, y, look),
        }
        if selected {
            paint::tint(buffer, list, y, look.palette.style(Tone::Selected));
        }
    }
    let bottom = inside.height.saturating_sub(1);
    paint::key_line(buffer, inside, bottom, &keys::hints(Place::Palette, look.text), look.palette);
    caret
}

/// A refusal; else why the selected row cannot be done, or what is wanted next; else what its row has no room for.
fn draw_said(prompt: &Prompt, buffer: &mut Buffer, area: Rect, look: &Look) {
    let obstacle = prompt.entry().and_then(|entry| entry.obstacle.as_deref());
    let selected = prompt.cursor.and_then(|at| match &prompt.offered {
        Offered::Next(next) => next.list.get(at).map(|next| next.note.as_str()),
        Offered::Entries(places) => places.get(at).map(|place| prompt.entries[*place].note.as_str()),
    });
    let room = usize::from(area.width).saturating_sub(2 + KEY + 1 + LABEL + 1);
    let rest = selected.filter(|note| wrap::width(note) > room).unwrap_or_default();
    let (sentence, tone) = match (&prompt.said, &prompt.offered) {
        (Some((sentence, tone)), _) => (sentence.as_str(), *tone),
        (None, Offered::Next(next)) if !next.hint.is_empty() => (next.hint.as_str(), Tone::Note),
        (None, Offered::Next(_)) => (rest, Tone::Dim),
        (None, Offered::Entries(_)) => obstacle.map_or((rest, Tone::Dim), |obstacle| (obstacle, Tone::Note)),
    };
    let rows = wrap::wrap(sentence, usize::from(area.width));
    let cut = rows.len() > usize::from(SAID);
    for (y, row) in (0..SAID).zip(rows) {
        // The last row there is room for takes all that is left, and is cut where it must be.
        let shown = if cut && y + 1 == SAID { &sentence[row.start..] } else { &sentence[row] };
        paint::put(buffer, area, y, 0, shown.trim_end(), look.palette.style(tone));
    }
}

fn draw_entry(entry: &Entry, mark: &str, buffer: &mut Buffer, area: Rect, row: u16, look: &Look) {
    let possible = entry.obstacle.is_none();
    let (key, plain) = if possible { (Tone::Key, Tone::Plain) } else { (Tone::Dim, Tone::Dim) };
    let pieces = [(wrap::pad(entry.key, KEY), key), (wrap::pad(&entry.label, LABEL), plain)];
    draw_row(mark, &pieces, &entry.note, buffer, area, row, look);
}

fn draw_completion(next: &Completion, mark: &str, buffer: &mut Buffer, area: Rect, row: u16, look: &Look) {
    let required = if next.required { look.text.palette_required() } else { "" };
    let pieces = [(wrap::pad(required, KEY), Tone::Near), (wrap::pad(&next.label, LABEL), Tone::Plain)];
    draw_row(mark, &pieces, &next.note, buffer, area, row, look);
}

fn draw_row(mark: &str, pieces: &[(String, Tone)], note: &str, buffer: &mut Buffer, area: Rect, row: u16, look: &Look) {
    let mut all: Vec<Piece<'_>> = vec![(mark, Tone::Plain)];
    for (text, tone) in pieces {
        all.extend([(text.as_str(), *tone), (" ", Tone::Plain)]);
    }
    all.push((note, Tone::Dim));
    paint::pieces(buffer, area, row, &all, look.palette);
}
