//! What is shown while a large record is read: where it is and how far reading has come. Knows bytes, not acts.

use std::borrow::Cow;

use ratatui::Frame;

use super::keys::{self, Place};
use super::paint;
use super::style::{Palette, Tone};
use super::wrap;
use crate::text::Text;

/// The widest the box gets.
const WIDEST: u16 = 76;
/// Its edge, two rows, a blank one, the keys.
const HEIGHT: u16 = 7;

/// How far it has come.
#[derive(Debug, Clone, Copy)]
pub struct Loading<'a> {
    /// The folder, as people write it.
    pub folder: &'a str,
    /// Bytes read.
    pub read: u64,
    /// Bytes there are; 0 while nobody knows.
    pub all: u64,
    /// The language.
    pub text: Text,
    /// The colours.
    pub palette: Palette,
}

/// Paints it.
pub fn draw(loading: &Loading<'_>, frame: &mut Frame<'_>) {
    let Loading { folder, read, all, text, palette } = *loading;
    let area = frame.area();
    let buffer = frame.buffer_mut();
    buffer.set_style(area, palette.ground());
    let outer = paint::centred(area, WIDEST, HEIGHT);
    let inside = paint::titled_box(buffer, outer, text.loading_title(), palette);
    paint::put(buffer, inside, 0, 0, &path_end(folder, usize::from(inside.width)), palette.style(Tone::Plain));
    let sentence = match all {
        0 => text.loading_listing().to_owned(),
        _ if read >= all => text.loading_folding(&Text::size(all)),
        _ => text.loading_bytes(&Text::size(read), &Text::size(all), read.saturating_mul(100) / all),
    };
    paint::put(buffer, inside, 2, 0, &sentence, palette.style(Tone::Dim));
    let last = inside.height.saturating_sub(1);
    paint::key_line(buffer, inside, last, &keys::hints(Place::Loading, text), palette);
}

/// A path in at most `cells` cells. Of a long one the end tells more than the beginning.
fn path_end(path: &str, cells: usize) -> Cow<'_, str> {
    if wrap::width(path) <= cells {
        return Cow::Borrowed(path);
    }
    let fits = |rest: &&str| wrap::width(rest) < cells;
    let end = path.char_indices().map(|(at, _)| &path[at..]).find(fits).unwrap_or_default();
    Cow::Owned(format!("…{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_path_the_end_is_shown() {
        assert_eq!(path_end("/家/议事会", 10), "/家/议事会");
        assert_eq!(path_end("/家/议事会", 9), "…/议事会");
        assert_eq!(path_end("/家/议事会", 6), "…事会");
    }
}
