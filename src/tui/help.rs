//! Help over the whole screen: first the keys of where one is, then the pages, the one that fits comes first. Knows what
//! the pages are called, not what is on them.

use crossterm::event::KeyEvent;
use ratatui::layout::{Rect, Size};

use super::keys::{self, Action, Binding, Place};
use super::more::{self, Count};
use super::page::{self, Row};
use super::paint;
use super::spots::{Canvas, Spot};
use super::style::{Look, Tone};
use crate::cells::wrap;
use crate::data::{self, Page};
use crate::domain::refusal::Kind;
use crate::text::Text;

/// Cells of a key and what it does.
const KEY_COLUMN: u16 = 36;
/// Cells of the key alone.
const KEY_CELLS: u16 = 11;
/// What means the same in more places than these belongs to no screen.
const FEW: usize = 3;
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
            Some(Action::HelpPage(0)) => 0,
            Some(Action::HelpPage(number)) => {
                let numbered = |(other, _): &(usize, Page)| *other == usize::from(number);
                pages(self.place, text).iter().position(numbered).map_or(self.page, |at| at + 1)
            }
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

/// The pages as they are read from a place: the one that fits, then the others in their order. Each has the same number
/// wherever it is read from.
fn pages(place: Place, text: Text) -> Vec<(usize, Page)> {
    let mut pages: Vec<_> = (1..).zip(data::help(text.lang.code())).collect();
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
    let topics = std::iter::once((0, look.text.help_keys())).chain(pages.iter().map(|(nth, page)| (*nth, page.topic)));
    let mut at = 0;
    for (place, (number, topic)) in topics.enumerate() {
        let tone = if place == help.page { Tone::Selected } else { Tone::Dim };
        let used = paint::put(buffer, area, 0, at, &format!(" {} {topic} ", number + 1), look.palette.style(tone));
        let here = Rect { x: area.x + at, width: used, ..area };
        buffer.row_spot(here, 0, Spot::Key(Action::HelpPage(u8::try_from(number).unwrap_or(u8::MAX))));
        at += used;
    }
}

fn rows(help: Help, width: u16, text: Text) -> Vec<Row> {
    let width = width.saturating_sub(4);
    match help.page.checked_sub(1) {
        None => key_rows(help.place, width, text),
        Some(at) => {
            let pages = pages(help.place, text);
            let Some((_, page)) = pages.get(at) else { return Vec::new() };
            let title = vec![(page::title(page.text).to_owned(), Tone::Heading)];
            let mut rows = vec![title, Row::new()];
            rows.extend(page::rows(page.text, usize::from(width)));
            rows
        }
    }
}

/// The keys of a place by what they are for, each group in columns, read downwards.
fn key_rows(place: Place, width: u16, text: Text) -> Vec<Row> {
    let columns = usize::from((width / KEY_COLUMN).max(1));
    let mut rows = Vec::new();
    if place == Place::Matter {
        rows.extend(
            wrap::wrap(text.keys_more(), usize::from(width))
                .into_iter()
                .map(|row| vec![(text.keys_more()[row].trim_end().to_owned(), Tone::Note)]),
        );
    }
    for group in Group::ALL {
        let keys: Vec<_> = keys::bindings(place).filter(|binding| Group::of(binding) == group).collect();
        if keys.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(Row::new());
        }
        rows.push(vec![(group.name(place, text), Tone::Heading)]);
        let height = keys.len().div_ceil(columns);
        let mut block = vec![Row::new(); height];
        for (at, binding) in keys.into_iter().enumerate() {
            block[at % height].push((wrap::pad(binding.shown, usize::from(KEY_CELLS)), Tone::Key));
            block[at % height]
                .push((wrap::pad((binding.label)(text), usize::from(KEY_COLUMN - KEY_CELLS)), Tone::Plain));
        }
        rows.append(&mut block);
    }
    rows
}

/// What keys are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Here,
    Acts,
    Moves,
    Everywhere,
}

impl Group {
    const ALL: [Self; 4] = [Self::Here, Self::Acts, Self::Moves, Self::Everywhere];

    fn of(binding: &Binding) -> Self {
        match binding.action {
            Action::Act(_) | Action::MeetingAct(_) | Action::NoticeAct(_) => Self::Acts,
            Action::Left | Action::Right => Self::Moves,
            action if action.moves(0, 0).is_some() => Self::Moves,
            _ if binding.places.len() > FEW => Self::Everywhere,
            _ => Self::Here,
        }
    }

    fn name(self, place: Place, text: Text) -> String {
        match self {
            Self::Here => text.capital(screen(place, text)),
            Self::Acts => text.help_acts().to_owned(),
            Self::Moves => text.help_moves().to_owned(),
            Self::Everywhere => text.help_everywhere().to_owned(),
        }
    }
}

/// What the screen is called whose keys are shown.
fn screen(place: Place, text: Text) -> &'static str {
    match place {
        Place::Board => text.key_board(),
        Place::Matter => text.kind(Kind::Matter),
        Place::Meetings => text.key_meetings(),
        Place::Month => text.key_month(),
        Place::Meeting => text.kind(Kind::Meeting),
        Place::Tasks => text.key_tasks(),
        Place::People => text.key_people(),
        Place::Today => text.key_today(),
        Place::Notices => text.key_notices(),
        Place::Log => text.key_log(),
        _ => text.help_here(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{EN, ZH};

    #[test]
    fn the_page_that_fits_comes_first() {
        let topics = |place| pages(place, EN).iter().map(|(_, page)| page.topic).collect::<Vec<_>>();
        assert_eq!(topics(Place::Board), ["Start", "Matter", "Meeting", "Saving", "Shell", "Roles", "Find"]);
        assert_eq!(topics(Place::Meeting), ["Meeting", "Start", "Matter", "Saving", "Shell", "Roles", "Find"]);
    }

    #[test]
    fn a_page_has_the_same_digit_wherever_it_is_read_from() {
        for place in [Place::Board, Place::Matter, Place::Meeting, Place::Log] {
            let saving = pages(place, EN).into_iter().find(|(_, page)| page.topic == "Saving");
            assert_eq!(saving.map(|(number, _)| number), Some(4), "the fifth behind the keys, 1 to 8");
        }
    }

    #[test]
    fn every_page_fits_its_width_in_both_languages() {
        for text in [ZH, EN] {
            for (_, page) in pages(Place::Board, text) {
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
