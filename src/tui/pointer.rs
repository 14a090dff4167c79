//! What is kept in mind of the mouse: where the latest click was. Knows cells and times, not what lies there.

use chrono::TimeDelta;
use ratatui::layout::Position;

use crate::domain::entry::Instant;

/// Two clicks on one cell within this time are one of two.
const DOUBLE: TimeDelta = TimeDelta::milliseconds(400);
/// Rows that one notch of the wheel passes.
pub const NOTCH: usize = 3;

/// The latest click, for a second one to join.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clicks {
    latest: Option<(Position, Instant)>,
}

impl Clicks {
    /// Takes in a click; says whether it is the second of two.
    pub fn is_second(&mut self, position: Position, now: Instant) -> bool {
        let before = self.latest.replace((position, now));
        let twice = before.is_some_and(|(there, then)| there == position && now - then <= DOUBLE);
        if twice {
            self.latest = None;
        }
        twice
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_clicks_on_one_cell_are_two_only_if_they_follow_each_other_closely() {
        let start = Instant::parse_from_rfc3339("2026-11-21T19:30:00+08:00").unwrap();
        let mut clicks = Clicks::default();
        let mut at =
            |x, milliseconds| clicks.is_second(Position::new(x, 3), start + TimeDelta::milliseconds(milliseconds));
        assert_eq!([at(5, 0), at(5, 400), at(5, 500)], [false, true, false], "a third is a first again");
        assert_eq!([at(6, 600), at(6, 1001)], [false, false]);
    }
}
