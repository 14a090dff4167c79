//! Help over the whole screen: first the keys of where one is, then the pages, the one that fits comes first. Knows what
//! the pages are called, not what is on them.

use crossterm::event::KeyEvent;
use ratatui::layout::{Rect, Size};

use super::keys::{self, Action, Place};
use super::more::{self, Count};
use super::page::{self, Row};
use super::paint;
use super::spots::{Canvas, Spot};
use super::style::{Look, Tone};
use crate::cells::wrap;
use crate::data::{self, Page};
use crate::text::Text;

/// The widest a page gets: long lines are hard to read.
const WIDEST: u16 = 96;
/// Cells of a key and what it does.
const KEY_COLUMN: u16 = 36;
/// Cells of the key alone.
const KEY_CELLS: u16 = 11;
/// Rows of the screen that are not the page's: the names of the pages and a blank row, a blank row and the keys.
const AROUND: u16 = 4;

/// What is read, and how far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Help {
    place: Place,
    /// 0 is the keys; then the pages, as [`pages`] orders them.
    page: usize,
    /// The first row shown.
    top: usize,
}

impl Help {
    /// The keys of a place.
    #[must_use]
    pub fn new(place: Place) -> Self {
        Self { place, page: 0, top: 0 }
    }

    /// Obeys a key; says whether somebody still reads.
    pub fn key(&mut self, key: KeyEvent, size: Size, text: Text) -> bool {
        let room = usize::from(size.height.saturating_sub(AROUND));
        let all = pages(self.place, text).len() + 1;
        let page = match keys::action(Place::Help, key) {
            Some(Action::Back) => return false,
            Some(Action::NextPage) => (self.page + 1) % all,
            Some(Action::PreviousPage) => (self.page + all - 1) % all,
            Some(Action::HelpPage(page)) if usize::from(page) < all => usize::from(page),
            Some(action) => {
                let most = rows(*self, size.width, text).len().saturating_sub(room);
                self.top = action.moves(self.top, room).unwrap_or(self.top).min(most);
                return true;
            }
            None => return true,
        };
        *self = Self { page, top: 0, ..*self };
        true
    }
}

/// The pages as they are read from a place: the one that fits, then the others in their order.
fn pages(place: Place, text: Text) -> Vec<Page> {
    let mut pages = data::help(text.lang.code());
    let fits = match place {
        Place::Matter | Place::Tasks | Place::Notices => 1,
        Place::Meetings | Place::Meeting | Place::Prepare | Place::Live | Place::LiveKeys => 2,
        Place::Log => 3,
        _ => 0,
    };
    if fits < pages.len() {
        pages[..=fits].rotate_right(1);
    }
    pages
}

/// Paints the page and what leads from it.
pub fn draw(help: &Help, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    paint::clear(buffer, area);
    buffer.set_style(area, look.palette.ground());
    let inside = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    draw_names(help, buffer, inside, look);
    let rows = rows(*help, area.width, look.text);
    let height = area.height.saturating_sub(AROUND);
    let most = rows.len().saturating_sub(usize::from(height));
    let top = help.top.min(most);
    for (y, row) in (2..2 + height).zip(rows.iter().skip(top)) {
        let pieces: Vec<_> = row.iter().map(|(piece, tone)| (piece.as_str(), *tone)).collect();
        paint::pieces(buffer, inside, y, &pieces, look.palette);
    }
    // The row that is blank where all is seen.
    let signed = Rect { height: area.height.saturating_sub(1), ..inside };
    let shown = top..rows.len().min(top + usize::from(height));
    more::sign(&shown, rows.len(), Count::Rows, buffer, signed, look);
    let last = area.height.saturating_sub(1);
    paint::key_line(buffer, inside, last, &keys::hints(Place::Help, look.text), look.palette);
}

/// The names of the pages side by side, each behind the digit that leads there.
fn draw_names(help: &Help, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let pages = pages(help.place, look.text);
    let topics = std::iter::once(look.text.help_keys()).chain(pages.iter().map(|page| page.topic));
    let mut at = 0;
    for (page, topic) in topics.enumerate() {
        let tone = if page == help.page { Tone::Selected } else { Tone::Dim };
        let used = paint::put(buffer, area, 0, at, &format!(" {} {topic} ", page + 1), look.palette.style(tone));
        let here = Rect { x: area.x + at, width: used, ..area };
        buffer.row_spot(here, 0, Spot::Key(Action::HelpPage(u8::try_from(page).unwrap_or(u8::MAX))));
        at += used;
    }
}

fn rows(help: Help, width: u16, text: Text) -> Vec<Row> {
    let width = width.saturating_sub(4);
    match help.page.checked_sub(1) {
        None => key_rows(help.place, width, text),
        Some(at) => {
            let pages = pages(help.place, text);
            let Some(page) = pages.get(at) else { return Vec::new() };
            let title = vec![(page::title(page.text).to_owned(), Tone::Heading)];
            let mut rows = vec![title, Row::new()];
            rows.extend(page::rows(page.text, usize::from(width.min(WIDEST))));
            rows
        }
    }
}

/// The keys of a place in columns, read downwards.
fn key_rows(place: Place, width: u16, text: Text) -> Vec<Row> {
    let keys: Vec<_> = keys::bindings(place).map(|binding| (binding.shown, (binding.label)(text))).collect();
    let columns = usize::from((width / KEY_COLUMN).max(1));
    let height = keys.len().div_ceil(columns).max(1);
    let mut rows = vec![Row::new(); height];
    for (at, (key, label)) in keys.into_iter().enumerate() {
        rows[at % height].push((wrap::pad(key, usize::from(KEY_CELLS)), Tone::Key));
        rows[at % height].push((wrap::pad(label, usize::from(KEY_COLUMN - KEY_CELLS)), Tone::Plain));
    }
    if place == Place::Matter {
        rows.extend([Row::new(), vec![(text.keys_more().to_owned(), Tone::Dim)]]);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{EN, ZH};

    #[test]
    fn the_page_that_fits_comes_first() {
        let topics = |place| pages(place, EN).iter().map(|page| page.topic).collect::<Vec<_>>();
        assert_eq!(topics(Place::Board), ["Start", "Matter", "Meeting", "Saving", "Shell", "Roles", "Find"]);
        assert_eq!(topics(Place::Meeting), ["Meeting", "Start", "Matter", "Saving", "Shell", "Roles", "Find"]);
    }

    #[test]
    fn every_page_fits_its_width_in_both_languages() {
        for text in [ZH, EN] {
            for page in pages(Place::Board, text) {
                for width in [56, 76, 96] {
                    for row in page::rows(page.text, width) {
                        let line: String = row.into_iter().map(|(piece, _)| piece).collect();
                        let is_example = line.starts_with("  mazha");
                        assert!(is_example || wrap::width(line.trim_end()) <= width, "{width}: {line}");
                    }
                }
            }
        }
    }
}
