//! What a kind of meeting requires: who, how many, how long, how one speaks. Data only; what is made of it is for the
//! rules.

use chrono::{Days, Months, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Words;
use crate::domain::code::{BodyKind, DecisionKind, codes};

codes! {
    /// How often meetings of a series are held.
    Cadence {
        /// Every week 每周.
        Weekly = "weekly",
        /// Every month 每月.
        Monthly = "monthly",
        /// Every quarter 每季度.
        Quarterly = "quarterly",
    }

    /// On what the turns of a person are counted.
    TurnsOn {
        /// On one item of the agenda.
        Item = "item",
        /// On one motion: a new motion begins a new count.
        Motion = "motion",
    }
}

/// What a kind of meeting requires.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingRule {
    /// Bodies that must be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<BodyKind>,
    /// Bodies that are invited beside those.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invited: Vec<BodyKind>,
    /// Days between calling it and holding it; 0: no notice.
    #[serde(default)]
    pub notice_days: u32,
    /// The share of those expected who must be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Share>,
    /// Whether nothing may join the agenda once it has been posted or the meeting has opened.
    #[serde(default)]
    pub agenda_lock: bool,
    /// Whether a topic may join the agenda from the floor while the meeting is open.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub floor_topics: bool,
    /// Days within which what was decided by a vote is posted, 1 to 365.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post_within_days: Option<u32>,
    /// How long it is planned to last, in minutes, 1 to 1,440.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// How one speaks; none: as the chair sees fit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaking: Option<Speaking>,
    /// How often it is to be held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cadence: Option<Cadence>,
    /// The kind of decision it takes where an item asks for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionKind>,
    /// Where these numbers come from, beyond what is said of the whole set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Words>,
}

/// How one speaks in a meeting. Going beyond it is remarked on, never refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Speaking {
    /// Seconds that one turn may last, 10 to 7,200.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn_seconds: Option<u32>,
    /// Turns that one person may take, 1 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turns: Option<u32>,
    /// On what turns are counted; an item if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turns_on: Option<TurnsOn>,
    /// Whether those who have not spoken go first.
    #[serde(default)]
    pub new_first: bool,
    /// Whether for and against alternate.
    #[serde(default)]
    pub alternate: bool,
}

/// A share of a whole, compared exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Numerator of the threshold.
    pub over: u32,
    /// Denominator of the threshold, at least 1.
    pub under: u32,
    /// Whether the share itself is not enough (超过, Civil Code art. 1259).
    #[serde(default)]
    pub strictly: bool,
}

impl Default for MeetingRule {
    /// A kind that is not listed requires nothing and allows everything.
    fn default() -> Self {
        Self {
            required: Vec::new(),
            invited: Vec::new(),
            notice_days: 0,
            quorum: None,
            agenda_lock: false,
            floor_topics: true,
            post_within_days: None,
            minutes: None,
            speaking: None,
            cadence: None,
            decision: None,
            source: None,
        }
    }
}

impl MeetingRule {
    /// Whether its numbers lie in their ranges.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let share = self.quorum.is_none_or(|share| share.under > 0 && share.over <= share.under);
        let speaking = self.speaking.is_none_or(|speaking| {
            speaking.turn_seconds.is_none_or(|seconds| (10..=7_200).contains(&seconds))
                && speaking.turns.is_none_or(|turns| (1..=100).contains(&turns))
        });
        share
            && speaking
            && self.notice_days <= 365
            && self.post_within_days.is_none_or(|days| (1..=365).contains(&days))
            && self.minutes.is_none_or(|minutes| (1..=1_440).contains(&minutes))
    }
}

impl Cadence {
    /// The last day on which the next meeting keeps the rhythm: a week, a month or three months after the last one.
    #[must_use]
    pub fn next_by(self, last: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Weekly => last.checked_add_days(Days::new(7)),
            Self::Monthly => last.checked_add_months(Months::new(1)),
            Self::Quarterly => last.checked_add_months(Months::new(3)),
        }
    }
}

impl Share {
    /// The least part of `whole` that meets the share; beyond the whole where none can.
    #[must_use]
    pub fn needs(self, whole: u32) -> u32 {
        let right = u64::from(whole) * u64::from(self.over);
        let under = u64::from(self.under).max(1);
        let least = if self.strictly { right / under + 1 } else { right.div_ceil(under) };
        u32::try_from(least.max(1)).unwrap_or(u32::MAX)
    }
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_yes(value: &bool) -> bool {
    *value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(over: u32, under: u32, strictly: bool) -> Share {
        Share { over, under, strictly }
    }

    #[test]
    fn the_least_number_that_meets_a_share_is_by_its_words() {
        assert_eq!(share(1, 2, true).needs(4), 3, "more than half of four");
        assert_eq!(share(1, 2, true).needs(5), 3, "more than half of five");
        assert_eq!(share(1, 2, false).needs(4), 2, "half or more of four");
        assert_eq!(share(2, 3, false).needs(7), 5, "two-thirds or more of seven");
        assert_eq!(share(2, 3, false).needs(6), 4, "two-thirds or more of six");
        assert_eq!(share(1, 2, true).needs(0), 1, "of nobody, one at least");
    }

    #[test]
    fn the_rhythm_ends_with_the_month_where_the_day_is_missing() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(Cadence::Weekly.next_by(day("2026-03-02")), Some(day("2026-03-09")));
        assert_eq!(Cadence::Monthly.next_by(day("2026-01-31")), Some(day("2026-02-28")));
        assert_eq!(Cadence::Quarterly.next_by(day("2025-11-30")), Some(day("2026-02-28")));
    }

    #[test]
    fn a_rule_adopted_before_these_fields_existed_still_loads_and_allows_what_it_allowed() {
        let old = r#"{"required":["residents_committee"],"notice_days":3,"agenda_lock":true}"#;
        let rule: MeetingRule = serde_json::from_str(old).unwrap();
        assert!(rule.floor_topics && rule.speaking.is_none() && rule.minutes.is_none());
        assert_eq!(serde_json::to_string(&rule).unwrap(), old);
    }
}
