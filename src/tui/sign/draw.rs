//! How the minutes look when they are signed: what is still to be done beside them, or above where there is no room, and
//! the next step below.

use ratatui::layout::Rect;

use super::reading::Reading;
use super::{Next, Sign, aside, asked, carries};
use crate::cells::wrap;
use crate::domain::meeting::Meeting;
use crate::domain::register::Register;
use crate::text::Text;
use crate::tui::keys::{self, Action};
use crate::tui::narrowing::Narrow;
use crate::tui::paint;
use crate::tui::screen::matter::{Row, draw_rows};
use crate::tui::sign::SignAct;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};

/// From this width on, what is still to be done stands beside the minutes.
const WIDE: u16 = 108;
/// Cells for it; and where there is much room.
const SIDE: (u16, u16) = (34, 48);
/// From this width on there is much room.
const VERY_WIDE: u16 = 158;
/// Cells between the columns.
const GAP: u16 = 2;
/// Cells of a line that can be read without losing it.
const READABLE: u16 = 110;

/// Paints the screen.
pub fn draw(sign: &Sign, narrow: &Narrow, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let Some(meeting) = register.meeting(sign.key) else {
        paint::put(buffer, area, 0, 0, look.text.meeting_gone(), look.palette.style(Tone::Note));
        return;
    };
    let page = minutes_area(sign, meeting, register, area, look);
    if page.x > area.x {
        let beside = Rect { width: page.x - area.x - GAP, height: page.height, ..area };
        draw_rows(&aside::column(sign, meeting, register, look, beside.width), 0, buffer, beside, look);
    } else {
        let above = Rect { height: page.y - area.y, ..area };
        draw_rows(&aside::lines(sign, meeting, register, look, area.width), 0, buffer, above, look);
    }
    draw_minutes(sign, &Reading::new(meeting, register, look, page.width, narrow), buffer, page, look);
    let last = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    draw_next(sign, &sign.next(area, narrow, register, look), meeting, register, buffer, last, look);
}

/// Where the minutes stand on a screen that leaves this area.
pub(super) fn minutes_area(sign: &Sign, meeting: &Meeting, register: &Register, area: Rect, look: &Look) -> Rect {
    // The next step takes the last row, and there is a blank one above it.
    let height = area.height.saturating_sub(2);
    if area.width < WIDE {
        let lines = aside::lines(sign, meeting, register, look, area.width).len() + 1;
        let above = u16::try_from(lines).unwrap_or(u16::MAX).min(height);
        return Rect { y: area.y + above, height: height - above, ..area };
    }
    let side = if area.width < VERY_WIDE { SIDE.0 } else { SIDE.1 } + GAP;
    Rect { x: area.x + side, width: (area.width - side).min(READABLE), height, ..area }
}

fn draw_minutes(sign: &Sign, reading: &Reading<'_>, buffer: &mut Canvas<'_>, page: Rect, look: &Look) {
    // The window may have grown since.
    let top = sign.top.min(reading.end(usize::from(page.height)));
    let mut y = 0;
    for part in top.part..reading.len() {
        if y >= page.height {
            return;
        }
        let skipped = if part == top.part { top.row } else { 0 };
        let rows: Vec<Row> = reading.rows(part).into_iter().skip(skipped).collect();
        let rest = Rect { y: page.y + y, height: page.height - y, ..page };
        draw_rows(&rows, 0, buffer, rest, look);
        let taken = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(rest.height);
        let note = reading.note(part);
        for row in 0..taken {
            if note.is_some() {
                buffer.row_spot(rest, row, Spot::Row(part));
            }
            if note.is_some() && note == sign.note {
                paint::tint(buffer, rest, row, look.palette.style(Tone::Selected));
            }
        }
        y += taken;
    }
}

/// What becomes of items that no meeting is planned for, and how one is convened.
#[must_use]
pub fn convene_told(count: usize, text: Text) -> String {
    text.sign_next_convene(count, keys::shown(Action::Meetings), keys::shown(Action::Convene))
}

/// The next step, and the key that takes it.
fn draw_next(
    sign: &Sign,
    next: &Next,
    meeting: &Meeting,
    register: &Register,
    buffer: &mut Canvas<'_>,
    line: Rect,
    look: &Look,
) {
    let text = look.text;
    let open: Vec<&str> = asked(meeting, register)
        .iter()
        .filter(|signature| signature.is_open())
        .filter_map(|signature| register.body(signature.body))
        .map(|body| text.body_kind(body.kind))
        .collect();
    let said = match next {
        Next::NotOver => text.sign_next_not_over().to_owned(),
        Next::Read => text.sign_next_read().to_owned(),
        Next::Confirm => text.sign_next_confirm(&text.listed(&open)),
        Next::Seal if asked(meeting, register).is_empty() => text.sign_next_seal_unasked().to_owned(),
        Next::Seal => text.sign_next_seal().to_owned(),
        Next::CarryOver(to) => {
            let count = carries(meeting, register).map_or(0, |(_, count)| count);
            text.sign_next_carry(count, &text.meeting_named(register, *to))
        }
        Next::Convene(count) => convene_told(*count, text),
        Next::Nothing => text.sign_next_done().to_owned(),
    };
    let action = Action::Sign(SignAct::Next);
    let is_step = !matches!(next, Next::NotOver | Next::Convene(_) | Next::Nothing);
    let key = if is_step { keys::shown(action) } else { "" };
    let pieces = [
        (text.key_sign_next(), Tone::Dim),
        ("  ", Tone::Plain),
        (key, Tone::Key),
        (" ", Tone::Plain),
        (said.as_str(), Tone::Heading),
    ];
    let used = paint::pieces(buffer, line, 0, &pieces, look.palette);
    if is_step {
        buffer.row_spot(Rect { width: used, ..line }, 0, Spot::Key(action));
    }
    let place = sign.note().map(|note| register.id(note)).unwrap_or_default();
    let cells = u16::try_from(wrap::width(&place)).unwrap_or(0);
    if cells > 0 && used + cells + 2 <= line.width {
        paint::put(buffer, line, 0, line.width - cells, &place, look.palette.style(Tone::Dim));
    }
}
