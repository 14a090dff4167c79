//! Two panes side by side: what part of the width each has, within what keeps both useful, and the line between them that
//! can be moved. Knows cells and shares, not what stands in the panes.

use std::collections::BTreeMap;
use std::ops::Range;

use ratatui::layout::Rect;

use super::screen::matter::{Row, draw_rows};
use super::spots::{Canvas, Spot};
use super::style::{Look, Palette, Tone};
use super::{more, paint};

/// Cells between two panes: a blank, the line, a blank.
const GUTTER: u16 = 3;
/// What a share is a part of.
const WHOLE: u32 = 1000;
/// Cells the line moves at a key.
const STEP: u16 = 4;

/// Where there are two panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pair {
    /// The columns of the board, and the selected matter.
    Board,
    /// The thread of a matter, and its facts.
    Matter,
    /// Follow-ups, and the matter of the selected one.
    Tasks,
    /// Bodies and people, and the selected one in full.
    People,
    /// Public notices, and the selected one in full.
    Notices,
    /// A month, and the selected day.
    Month,
    /// Meetings, and the agenda of the selected one.
    Meetings,
    /// What needs somebody today, and the selected one in full.
    Today,
    /// The record act by act, and what the selected act is about.
    Log,
    /// The agenda of a meeting to come, and what it still needs.
    Prepare,
    /// Agenda and floor, and the minutes growing.
    Room,
    /// What was found, and the selected hit.
    Find,
}

/// How the panes stand: the share of the left one where somebody chose it, and how far the one beside the list is
/// scrolled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Panes {
    /// In thousandths of the width of both.
    shares: [Option<u16>; Pair::ALL.len()],
    /// The first row shown of the pane that has no keys of its own; none: as it comes.
    pub top: Option<usize>,
}

/// Two panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Split {
    /// The left one.
    pub left: Rect,
    /// The right one.
    pub right: Rect,
    pair: Pair,
}

/// What a pair of panes needs, in cells.
struct Measure {
    name: &'static str,
    /// The least useful width of each.
    least: (u16, u16),
}

impl Pair {
    const ALL: [Self; 12] = [
        Self::Board,
        Self::Matter,
        Self::Tasks,
        Self::People,
        Self::Notices,
        Self::Month,
        Self::Meetings,
        Self::Today,
        Self::Log,
        Self::Prepare,
        Self::Room,
        Self::Find,
    ];

    fn measure(self) -> Measure {
        let (name, least) = match self {
            Self::Board => ("board", (96, 36)),
            Self::Matter => ("matter", (48, 28)),
            Self::Tasks => ("tasks", (76, 32)),
            Self::People => ("people", (64, 30)),
            Self::Notices => ("notices", (56, 34)),
            // Ten cells a day.
            Self::Month => ("month", (70, 24)),
            Self::Meetings => ("meetings", (76, 32)),
            Self::Today => ("today", (76, 32)),
            Self::Log => ("log", (76, 32)),
            Self::Prepare => ("prepare", (52, 30)),
            Self::Room => ("room", (30, 48)),
            Self::Find => ("find", (56, 26)),
        };
        Measure { name, least }
    }

    /// Cells of the left pane as long as nobody chose another width.
    fn usual(self, width: u16) -> u16 {
        let beside = |cells: u16| width.saturating_sub(GUTTER + cells);
        match self {
            Self::Board | Self::Tasks | Self::Meetings | Self::Today | Self::Log => beside(60),
            // Longer lines of a thread are hard to read.
            Self::Matter => beside(48).min(110),
            Self::People => beside(50),
            Self::Notices => beside(52),
            Self::Month => beside(36),
            Self::Room => {
                if width < 158 {
                    38
                } else {
                    52
                }
            }
            Self::Prepare | Self::Find => beside(0) * 3 / 5,
        }
    }

    /// Keeps the left pane within what both need, of a width there is.
    fn within(self, left: u16, width: u16) -> u16 {
        let (least, other) = self.measure().least;
        left.min(width.saturating_sub(GUTTER + other)).max(least.min(width.saturating_sub(GUTTER)))
    }
}

impl Panes {
    /// The panes with the shares that were chosen before, by the names of the places.
    #[must_use]
    pub fn with_shares(shares: &BTreeMap<String, u16>) -> Self {
        let share = |pair: Pair| shares.get(pair.measure().name).copied().filter(|share| u32::from(*share) < WHOLE);
        Self { shares: Pair::ALL.map(share), top: None }
    }

    /// The shares that were chosen, by the names of the places.
    #[must_use]
    pub fn shares(&self) -> BTreeMap<String, u16> {
        let chosen = Pair::ALL.into_iter().zip(self.shares);
        chosen.filter_map(|(pair, share)| Some((pair.measure().name.to_owned(), share?))).collect()
    }

    /// Parts an area in two.
    #[must_use]
    pub fn split(&self, pair: Pair, area: Rect) -> Split {
        let share = self.shares[pair as usize];
        let chosen = share.map(|share| (u32::from(share) * u32::from(area.width) + WHOLE / 2) / WHOLE);
        let left = chosen.and_then(|cells| u16::try_from(cells).ok()).unwrap_or_else(|| pair.usual(area.width));
        let left = Rect { width: pair.within(left, area.width), ..area };
        let right = Rect { x: left.right() + GUTTER, width: area.width.saturating_sub(left.width + GUTTER), ..area };
        Split { left, right, pair }
    }

    /// Moves the line between the panes of an area to a column, as near as both allow; whether it moved.
    pub fn drag(&mut self, pair: Pair, area: Rect, column: u16) -> bool {
        let before = self.split(pair, area);
        // The line is in the middle of what lies between.
        let left = pair.within(column.saturating_sub(area.x + GUTTER / 2), area.width);
        if left == before.left.width || area.width == 0 {
            return false;
        }
        let share = (u32::from(left) * WHOLE + u32::from(area.width) / 2) / u32::from(area.width);
        self.shares[pair as usize] = u16::try_from(share).ok();
        true
    }

    /// Moves the line by a step to the left or to the right; whether it moved.
    pub fn step(&mut self, pair: Pair, area: Rect, right: bool) -> bool {
        let line = self.split(pair, area).line().x;
        self.drag(pair, area, if right { line + STEP } else { line.saturating_sub(STEP) })
    }
}

impl Split {
    /// Paints the line between the panes, and says that it can be moved.
    pub fn draw_line(&self, canvas: &mut Canvas<'_>, palette: Palette) {
        let area = self.left.union(self.right);
        let line = self.line();
        for row in 0..line.height {
            paint::put(canvas, line, row, 0, "│", palette.style(Tone::Dim));
        }
        // A line of one cell is hard to hit.
        let between = Rect { x: self.left.right(), width: GUTTER, ..area };
        canvas.spot(between, Spot::Divider(self.pair, area));
    }

    fn line(&self) -> Rect {
        Rect { x: self.left.right() + GUTTER / 2, width: 1, ..self.left }
    }
}

/// Paints rows as far as they are scrolled, where something beside them has the keys, and says how far they can be.
/// Returns the rows that are seen.
pub fn draw_beside(rows: &[Row], canvas: &mut Canvas<'_>, area: Rect, look: &Look) -> Range<usize> {
    let shown = more::text(look.panes.top.unwrap_or(0), rows.len(), canvas, area, look);
    let most = rows.len() - shown.len();
    canvas.spot(area, Spot::Beside { top: shown.start, most });
    draw_rows(&rows[shown.clone()], 0, canvas, area, look);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(width: u16) -> Rect {
        Rect::new(1, 2, width, 30)
    }

    fn widths(split: Split) -> (u16, u16) {
        (split.left.width, split.right.width)
    }

    #[test]
    fn as_long_as_nobody_chose_the_pane_beside_the_list_has_its_usual_width() {
        let panes = Panes::default();
        assert_eq!(widths(panes.split(Pair::Tasks, area(198))), (198 - 3 - 60, 60));
        assert_eq!(widths(panes.split(Pair::Room, area(118))), (38, 118 - 3 - 38));
        assert_eq!(widths(panes.split(Pair::Matter, area(198))), (110, 85));
    }

    #[test]
    fn the_line_goes_where_it_is_dragged() {
        let mut panes = Panes::default();
        assert!(panes.drag(Pair::Tasks, area(198), 101));
        let split = panes.split(Pair::Tasks, area(198));
        assert_eq!(split.line().x, 101);
        // It stands in the middle of three cells: 1 + 99 on its left.
        assert_eq!(widths(split), (99, 198 - 99 - 3));
        assert!(!panes.drag(Pair::Tasks, area(198), 101), "it is there already");
        assert_eq!(panes.split(Pair::Board, area(198)), Panes::default().split(Pair::Board, area(198)));
    }

    #[test]
    fn every_column_within_the_limits_can_be_reached_on_any_terminal() {
        for width in [150, 198, 211, 320] {
            let mut panes = Panes::default();
            for column in 1 + 76 + 1..1 + width - 32 - 1 {
                panes.drag(Pair::Tasks, area(width), column);
                assert_eq!(panes.split(Pair::Tasks, area(width)).line().x, column, "of {width}");
            }
        }
    }

    #[test]
    fn neither_pane_gets_too_narrow_however_it_is_dragged_or_resized() {
        for pair in Pair::ALL {
            let (left, right) = pair.measure().least;
            let mut panes = Panes::default();
            for column in [0, 5, 90, 400] {
                panes.drag(pair, area(240), column);
                for width in left + right + GUTTER..260 {
                    let split = panes.split(pair, area(width));
                    assert!(split.left.width >= left && split.right.width >= right, "{pair:?} {width}: {split:?}");
                    assert_eq!(split.right.right(), area(width).right());
                }
            }
        }
    }

    #[test]
    fn where_there_is_no_room_for_two_nothing_breaks() {
        for pair in Pair::ALL {
            for width in 0..90 {
                let split = Panes::default().split(pair, area(width));
                assert!(split.left.width + split.right.width <= width);
            }
        }
    }

    #[test]
    fn a_share_grows_and_shrinks_with_the_window() {
        let mut panes = Panes::default();
        // The left pane has half.
        panes.drag(Pair::Tasks, area(200), 1 + 100 + 1);
        assert_eq!(panes.split(Pair::Tasks, area(300)).left.width, 150);
        assert_eq!(panes.split(Pair::Tasks, area(200)).left.width, 100);
    }

    #[test]
    fn a_key_moves_it_by_some_cells_until_it_can_go_no_further() {
        let mut panes = Panes::default();
        let before = panes.split(Pair::People, area(148)).left.width;
        assert!(panes.step(Pair::People, area(148), false));
        assert_eq!(panes.split(Pair::People, area(148)).left.width, before - STEP);
        while panes.step(Pair::People, area(148), true) {}
        assert_eq!(panes.split(Pair::People, area(148)).right.width, 30);
    }

    #[test]
    fn what_was_chosen_comes_back_by_its_name_and_what_is_no_share_does_not() {
        let mut panes = Panes::default();
        panes.drag(Pair::Find, area(160), 100);
        let shares = panes.shares();
        assert_eq!(shares.keys().collect::<Vec<_>>(), ["find"]);
        assert_eq!(Panes::with_shares(&shares), panes);
        let strange = BTreeMap::from([("find".to_owned(), 1000), ("cellar".to_owned(), 300)]);
        assert_eq!(Panes::with_shares(&strange), Panes::default());
    }
}
