//! Digits large enough for a wall: five squares high, three wide, each square of whole cells, which every terminal draws
//! without a gap. Knows neither meetings nor time.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Squares from top to bottom.
const HIGH: u16 = 5;
/// Cells of a square's width for each of its height: a cell is about twice as high as wide.
const WIDE: u16 = 2;

/// The squares of a digit or of a colon, row by row.
fn glyph(c: char) -> [&'static str; HIGH as usize] {
    match c {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", "###", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", "  #", "  #"],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        ':' => [" ", "#", " ", "#", " "],
        _ => ["", "", "", "", ""],
    }
}

/// The cells that a text of digits and colons takes, as many columns as rows of squares ask for at this scale.
pub(super) fn size(text: &str, scale: u16) -> (u16, u16) {
    let squares: usize = text.chars().map(|c| glyph(c)[0].len() + 1).sum();
    let squares = u16::try_from(squares.saturating_sub(1)).unwrap_or(u16::MAX);
    (squares.saturating_mul(WIDE).saturating_mul(scale), HIGH * scale)
}

/// Paints the text into the upper left corner of `area`, a square `scale` rows high; nothing where it does not fit.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, text: &str, scale: u16, style: Style) {
    let (width, height) = size(text, scale);
    if width > area.width || height > area.height {
        return;
    }
    let mut left = area.x;
    for c in text.chars() {
        let rows = glyph(c);
        for (y, row) in (0..).zip(rows) {
            for (x, _) in (0..).zip(row.chars()).filter(|(_, square)| *square == '#') {
                let square = Rect::new(left + x * WIDE * scale, area.y + y * scale, WIDE * scale, scale);
                for position in square.intersection(buffer.area).positions() {
                    buffer[position].set_symbol("█").set_style(style);
                }
            }
        }
        left += size(&c.to_string(), scale).0 + WIDE * scale;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::paint::buffer_text;

    #[test]
    fn digits_are_drawn_square_by_square() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 5));
        assert_eq!(size("1:7", 1), (18, 5));
        let area = buffer.area;
        draw(&mut buffer, area, "1:7", 1, Style::new());
        assert_eq!(
            buffer_text(&buffer),
            "  ██        ██████\n████    ██      ██\n  ██            ██\n  ██    ██      ██\n██████          ██\n"
        );
    }

    #[test]
    fn what_does_not_fit_is_not_begun() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 17, 5));
        let area = buffer.area;
        draw(&mut buffer, area, "1:7", 1, Style::new());
        assert_eq!(buffer_text(&buffer).trim(), "");
    }
}
