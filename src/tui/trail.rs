//! The trail of what was looked at, to go back and forward along. Knows the order of the stops, not how one goes there.

use super::narrowing::Narrow;
use super::screen::Screen;
use crate::domain::id::MatterRef;

/// Stops remembered; the oldest is forgotten for one more.
const MOST: usize = 50;

/// Where one was, and where one is.
#[derive(Debug, Clone)]
pub struct Trail {
    stops: Vec<Stop>,
    /// The stop one is at. What is shown there is with whoever shows it.
    at: usize,
}

/// What was shown at a stop when it was left.
#[derive(Debug, Clone)]
pub struct Left {
    /// The screen.
    pub screen: Screen,
    /// The matter that was selected on the board.
    pub on_board: Option<MatterRef>,
    /// What narrowed the list.
    pub narrow: Narrow,
}

#[derive(Debug, Clone)]
struct Stop {
    left: Left,
    /// The stop that one came from and goes back to; none: the board.
    from: Option<usize>,
}

impl Default for Trail {
    /// At the board, from where else nobody came.
    fn default() -> Self {
        Self { stops: vec![Stop { left: Left::board(), from: None }], at: 0 }
    }
}

impl Left {
    /// The board, with nothing selected that it has not selected already.
    #[must_use]
    pub fn board() -> Self {
        Self { screen: Screen::Board, on_board: None, narrow: Narrow::default() }
    }
}

impl Trail {
    /// One goes on to something else, and can come back from there to what is left now.
    pub fn go_on(&mut self, left: Left) {
        self.push(left, Some(self.at));
    }

    /// One turns to something that leads back to the board only.
    pub fn turn_to(&mut self, left: Left) {
        self.push(left, None);
    }

    /// One goes back to where one came from, which is returned.
    pub fn come_back(&mut self, left: Left) -> Left {
        let origin = self.stops[self.at].from.and_then(|from| self.stops.get(from)).cloned();
        let origin = origin.unwrap_or(Stop { left: Left::board(), from: None });
        self.push(left, origin.from);
        origin.left
    }

    /// One step back along the trail to what is still there, which is returned; none at its beginning.
    pub fn back(&mut self, left: &mut Left, is_there: impl Fn(&Screen) -> bool) -> bool {
        let to = (0..self.at).rev().find(|at| is_there(&self.stops[*at].left.screen));
        self.step(to, left)
    }

    /// One step forward along the trail; none at its end.
    pub fn forward(&mut self, left: &mut Left, is_there: impl Fn(&Screen) -> bool) -> bool {
        let to = (self.at + 1..self.stops.len()).find(|at| is_there(&self.stops[*at].left.screen));
        self.step(to, left)
    }

    fn step(&mut self, to: Option<usize>, shown: &mut Left) -> bool {
        let Some(to) = to else { return false };
        let there = std::mem::replace(&mut self.stops[to].left, Left::board());
        self.stops[self.at].left = std::mem::replace(shown, there);
        self.at = to;
        true
    }

    fn push(&mut self, left: Left, from: Option<usize>) {
        self.stops[self.at].left = left;
        self.stops.truncate(self.at + 1);
        self.stops.push(Stop { left: Left::board(), from });
        if self.stops.len() > MOST {
            self.stops.remove(0);
            for stop in &mut self.stops {
                stop.from = stop.from.and_then(|from| from.checked_sub(1));
            }
        }
        self.at = self.stops.len() - 1;
    }
}
