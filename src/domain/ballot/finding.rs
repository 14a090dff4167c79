//! How a vote ends: the verdict, and which of its options were chosen. Knows no meeting.

use serde::{Deserialize, Serialize};

use super::Vote;
use crate::domain::vote::{Count, Figures, Measure, Part, Silent, Tally, Verdict, tally};

/// Options to choose among, such as candidates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// What they are called.
    pub names: Vec<String>,
    /// How many each voter may choose.
    pub choices: u32,
    /// How many are chosen in the end.
    pub seats: u32,
}

/// How a vote ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The verdict.
    pub verdict: Verdict,
    /// Options that were chosen, by their place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<usize>,
    /// Options that tie for the last seats, by their place: a run-off decides between them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tied: Vec<usize>,
}

impl Vote {
    /// What the options at these places are called.
    #[must_use]
    pub fn named(&self, options: &[usize]) -> Vec<String> {
        let names = self.options.iter().flat_map(|options| &options.names).collect::<Vec<_>>();
        options.iter().filter_map(|option| names.get(*option).map(|name| (*name).clone())).collect()
    }

    /// How many votes an option has.
    #[must_use]
    pub fn votes_for(&self, option: usize) -> u32 {
        self.counts.as_ref().and_then(|counts| counts.get(option).copied()).unwrap_or(0)
    }

    /// What an option amounts to under the rule: those who did not choose it are not against it.
    #[must_use]
    pub fn tally_of(&self, option: usize) -> Tally {
        let heads = self.bounds(Measure::Heads).with(Part::For, self.votes_for(option).into()).with(Part::Against, 0);
        tally(&self.rule, &Figures { heads, area: Count::default() }, Silent::NotCounted)
    }

    /// How it ends with what was counted so far.
    #[must_use]
    pub fn result(&self) -> Finding {
        let closed = Self { closed: Some((self.opened_at, Finding::bare(Verdict::NotPassed))), ..self.clone() };
        let Some(options) = &self.options else { return Finding::bare(closed.tally().verdict) };
        let (chosen, tied) = self.ranked(options);
        let verdicts: Vec<Verdict> = chosen.iter().map(|option| closed.tally_of(*option).verdict).collect();
        let filled = tied.is_empty() && chosen.len() == options.seats as usize;
        let bars = [Verdict::CannotBeConfirmed, Verdict::Contradictory, Verdict::NotPassed];
        let barred = bars.into_iter().find(|bar| verdicts.contains(bar));
        let verdict = barred.unwrap_or(if filled { Verdict::Passed } else { Verdict::NotPassed });
        Finding { verdict, chosen, tied }
    }

    /// The options that win the seats, and those that tie for the last ones. Nobody is chosen by nobody.
    fn ranked(&self, options: &Options) -> (Vec<usize>, Vec<usize>) {
        let mut order: Vec<usize> = (0..options.names.len()).filter(|option| self.votes_for(*option) > 0).collect();
        order.sort_by_key(|option| std::cmp::Reverse(self.votes_for(*option)));
        let seats = options.seats as usize;
        let (Some(last), Some(next)) = (seats.checked_sub(1).and_then(|last| order.get(last)), order.get(seats)) else {
            return (order, Vec::new());
        };
        let cut = self.votes_for(*last);
        if self.votes_for(*next) < cut {
            order.truncate(seats);
            return (order, Vec::new());
        }
        let tied = order.iter().copied().filter(|option| self.votes_for(*option) == cut).collect();
        order.retain(|option| self.votes_for(*option) > cut);
        (order, tied)
    }
}

impl Finding {
    fn bare(verdict: Verdict) -> Self {
        Self { verdict, chosen: Vec::new(), tied: Vec::new() }
    }
}
