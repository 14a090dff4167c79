//! How the bodies and their people look: a heading a body, a row a person.

use ratatui::layout::Rect;

use super::{People, Somebody};
use crate::domain::register::Register;
use crate::tui::clean::clean;
use crate::tui::paint;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::wrap;

/// Cells of the columns of a person: number, name, role, telephone.
const COLUMNS: [usize; 4] = [9, 16, 18, 16];

/// How many rows a page key passes on a screen of this size.
#[must_use]
pub fn page(area: Rect) -> usize {
    usize::from(area.height).max(1)
}

/// Paints the screen.
pub fn draw(screen: &People, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let rows = screen.list.rows();
    for (row, at) in (0..).zip(paint::window(screen.list.place(), rows.len(), usize::from(area.height))) {
        buffer.row_spot(area, row, Spot::Row(at));
        match rows[at] {
            Somebody::Body(key) => {
                let Some(body) = register.body(key) else { continue };
                let place = body.place.as_deref().unwrap_or_default();
                let id = register.id(key);
                let pieces = [
                    (look.text.body(body), Tone::Heading),
                    ("  ", Tone::Dim),
                    (&id, Tone::Dim),
                    ("  ", Tone::Dim),
                    (place, Tone::Dim),
                ];
                paint::pieces(buffer, area, row, &pieces, look.palette);
            }
            Somebody::Person(key) => {
                let Some(person) = register.person(key) else { continue };
                let cells = [
                    (register.id(key), Tone::Dim),
                    (person.name.clone(), Tone::Plain),
                    (person.role.clone().unwrap_or_default(), Tone::Dim),
                    (person.phone.clone().unwrap_or_default(), Tone::Dim),
                ];
                let mut more = vec![person.place.clone().unwrap_or_default()];
                if !person.voting {
                    more.push(look.text.no_vote().to_owned());
                }
                more.extend(person.until.map(|until| look.text.term_until(&look.text.date(until, look.today()))));
                let more =
                    more.iter().filter(|word| !word.is_empty()).map(String::as_str).collect::<Vec<_>>().join("  ");
                let cells = cells
                    .iter()
                    .zip(COLUMNS)
                    .map(|((text, tone), width)| (wrap::pad(&clean(text), width) + "  ", *tone));
                let pieces: Vec<_> =
                    std::iter::once(("  ".to_owned(), Tone::Plain)).chain(cells).chain([(more, Tone::Dim)]).collect();
                let pieces: Vec<_> = pieces.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
                paint::pieces(buffer, area, row, &pieces, look.palette);
            }
        }
        if at == screen.list.place() {
            paint::tint(buffer, area, row, look.palette.style(Tone::Selected));
        }
    }
}
