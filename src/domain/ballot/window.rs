//! Until when a vote takes ballots, and who counts them. Never asks what time it is.

use serde::{Deserialize, Serialize};

use super::Vote;
use crate::domain::entry::Instant;
use crate::domain::id::PersonRef;
use crate::domain::time::Due;
use crate::domain::vote::Measure;

/// Until when ballots are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The last day, to its end, or the last instant.
    pub until: Due,
    /// How often that was put off.
    pub extended: u32,
}

/// Who counts secret ballots: two people, neither of them a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tellers {
    /// Who counts 计票人.
    pub teller: PersonRef,
    /// Who watches the counting 监票人.
    pub scrutineer: PersonRef,
}

impl Vote {
    /// The end of its window, if that has passed.
    #[must_use]
    pub fn ended(&self, now: Instant) -> Option<Due> {
        self.window.map(|window| window.until).filter(|until| until.is_past(now))
    }

    /// The end of its window, if that is still ahead and somebody has not voted yet.
    #[must_use]
    pub fn runs_until(&self, now: Instant) -> Option<Due> {
        self.window.map(|window| window.until).filter(|until| !until.is_past(now) && !self.is_all_in())
    }

    /// Whether everybody who may vote has said something.
    #[must_use]
    pub fn is_all_in(&self) -> bool {
        let said: i64 = self.counted(Measure::Heads).into_iter().flatten().map(|(_, heads)| heads).sum();
        let following = self.poll.as_ref().map_or(0, |poll| poll.following(Measure::Heads));
        // Of several units of one owner, each has a ballot of its own.
        let units = self.totals.is_some() || self.units_not_voted().next().is_none();
        units && self.most(Measure::Heads).is_some_and(|most| said.saturating_add(following) >= most)
    }
}
