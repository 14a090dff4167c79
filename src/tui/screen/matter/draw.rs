//! How the screen of a matter looks: title and offers on top; below them facts and thread, side by side when wide.

use ratatui::layout::Rect;

use super::{MatterScreen, Row, act_spots, draw_rows, draw_text, facts, heading, thread};
use crate::cells::wrap;
use crate::domain::matter::Matter;
use crate::domain::register::Register;
use crate::tui::act::Offer;
use crate::tui::keys::{self, Action, Place};
use crate::tui::more;
use crate::tui::paint;
use crate::tui::split::{Pair, Split, draw_beside};
use crate::tui::spots::Canvas;
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;

/// From this width on the facts stand beside the thread.
const WIDE: u16 = 118;
/// The most cells of the thread beside them: longer lines are hard to read.
const THREAD: u16 = 110;
/// From this height on all refused acts are shown.
const HIGH: u16 = 30;
/// Cells between two acts.
const GAP: usize = 2;

/// Where the parts of the screen are.
struct Parts {
    top: Vec<Row>,
    body: Rect,
    facts: Vec<Row>,
    thread: Vec<Row>,
    /// Thread and facts side by side, where there is room.
    split: Option<Split>,
}

impl MatterScreen {
    /// The rows of a page, and the row beyond which there is nothing more to see, on a screen of this size.
    #[must_use]
    pub fn extent(&self, threads: &Threads, register: &Register, area: Rect, look: &Look) -> (usize, usize) {
        let Some(matter) = register.matter(self.key()) else { return (1, 0) };
        let parts = self.parts(matter, threads, register, area, look);
        let length = parts.length();
        let page = more::rows(0, length, parts.body).len();
        (page.max(1), length.saturating_sub(page))
    }

    fn parts(&self, matter: &Matter, threads: &Threads, register: &Register, area: Rect, look: &Look) -> Parts {
        let mut top = heading(matter, register, look, area.width);
        top.extend(self.offered(look, area));
        top.push(Vec::new());
        let used = u16::try_from(top.len()).unwrap_or(u16::MAX).min(area.height);
        let body = Rect { y: area.y + used, height: area.height - used, ..area };
        let split = (area.width >= WIDE).then(|| look.panes.split(Pair::Matter, body));
        let (left, right) = split.map_or((area.width, area.width), |split| (split.left.width, split.right.width));
        Parts {
            top,
            body,
            facts: facts(matter, register, look, right),
            thread: thread(matter, threads, register, look, left.min(THREAD)),
            split,
        }
    }

    /// The acts that can be carried out, then those that cannot: on a low screen as many as fit into a row, and how many
    /// more, for the thread matters more.
    fn offered(&self, look: &Look, area: Rect) -> Vec<Row> {
        let word = |offer: &Offer| (keys::shown(Action::Act(offer.act)), offer.act.label(look.text));
        let (lawful, refused): (Vec<_>, Vec<_>) = self.offers.iter().partition(|offer| offer.aims.is_ok());
        let lawful: Vec<_> = lawful.into_iter().map(word).collect();
        let mut refused: Vec<_> = refused.into_iter().map(word).collect();
        let mut rows = flow(look.text.can_do(), &lawful, area.width, (Tone::Key, Tone::Plain));
        let tones = (Tone::Dim, Tone::Dim);
        let all = refused.len();
        let more = |left_out: usize| format!(" {}", look.text.acts_left_out(left_out));
        let mut rest = flow(look.text.cannot_do(), &refused, area.width, tones);
        while area.height < HIGH && rest.len() > 1 {
            refused.pop();
            let room = area.width.saturating_sub(u16::try_from(wrap::width(&more(all))).unwrap_or(0));
            rest = flow(look.text.cannot_do(), &refused, room, tones);
        }
        if let (true, Some(last)) = (refused.len() < all, rest.last_mut()) {
            last.push((more(all - refused.len()), Tone::Dim));
        }
        rows.extend(rest);
        rows
    }
}

impl Parts {
    fn length(&self) -> usize {
        if self.split.is_some() { self.thread.len() } else { self.facts.len() + 1 + self.thread.len() }
    }
}

/// Paints the screen.
pub fn draw(
    screen: &MatterScreen,
    threads: &Threads,
    register: &Register,
    buffer: &mut Canvas<'_>,
    area: Rect,
    look: &Look,
) {
    let Some(matter) = register.matter(screen.key()) else {
        paint::put(buffer, area, 0, 0, look.text.matter_gone(), look.palette.style(Tone::Note));
        return;
    };
    let mut parts = screen.parts(matter, threads, register, area, look);
    draw_rows(&parts.top, 0, buffer, area, look);
    act_spots(&parts.top, Place::Matter, buffer, area, look);
    if let Some(split) = parts.split {
        draw_text(&parts.thread, screen.top, buffer, split.left, look);
        split.draw_line(buffer, look.palette);
        draw_beside(&parts.facts, buffer, split.right, look);
    } else {
        parts.facts.push(Vec::new());
        parts.facts.append(&mut parts.thread);
        draw_text(&parts.facts, screen.top, buffer, parts.body, look);
    }
}

/// Keys and words one after the other behind a heading, on as many rows as they need; none is broken.
#[must_use]
pub fn flow(heading: &str, words: &[(&str, &str)], width: u16, (key_tone, tone): (Tone, Tone)) -> Vec<Row> {
    let indent = wrap::width(heading) + 1;
    let mut rows: Vec<Row> = Vec::new();
    let mut used = usize::MAX;
    for (key, word) in words {
        let cells = wrap::width(key) + 1 + wrap::width(word);
        match rows.last_mut() {
            Some(row) if used + GAP + cells <= usize::from(width) => {
                row.push((" ".repeat(GAP), tone));
                used += GAP;
            }
            _ => {
                let label = if rows.is_empty() { heading } else { "" };
                rows.push(vec![(wrap::pad(label, indent), Tone::Dim)]);
                used = indent;
            }
        }
        if let Some(row) = rows.last_mut() {
            row.extend([((*key).to_owned(), key_tone), (format!(" {word}"), tone)]);
        }
        used += cells;
    }
    rows
}
