//! The rule set: all that a community may set for itself. Only what the council has adopted is in force.
//! Presets are JSON under `data/rules/`; what is national law is in the code of the rules, not here.

mod meeting;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::chain::Chain;
use super::code::{MeetingKind, Route, Satisfaction, Solved};
use super::vote::VoteRule;

pub use meeting::{Cadence, MeetingRule, Share, Speaking, TurnsOn};

/// A whole rule set, as adopted in one act.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// Its code name, `standard`.
    pub name: String,
    /// Its name for people.
    pub title: Words,
    /// Where the rules come from: a regulation, a place, or the community's own resolution.
    pub source: Words,
    /// The limit of each route, from acceptance; all five are given.
    pub routes: BTreeMap<Route, Limit>,
    /// Which answers of a raiser send a matter back to act.
    pub follow_up: FollowUpRule,
    /// When a deadline counts as near.
    pub near: Near,
    /// How long notices hang when nothing else is said.
    pub posting: Posting,
    /// What each kind of meeting requires; a kind that is not listed requires nothing.
    #[serde(default)]
    pub meetings: BTreeMap<MeetingKind, MeetingRule>,
    /// Rules of the community's own to count votes by, taken before those that ship.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<VoteRule>,
    /// Chains of steps of the community's own, taken before those that ship.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chains: Vec<Chain>,
    /// What is often written in minutes, offered while they are typed; none: those that ship with the program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phrases: Vec<Words>,
    /// Categories in the order people read them; a preset without any gets those that ship.
    #[serde(default)]
    pub categories: Vec<Category>,
}

/// The same words in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A span of time that a rule grants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// Hours by the clock, 1 to 8,760.
    Hours(u32),
    /// Calendar days, 1 to 3,650; a last day that is a rest day moves on (Civil Code art. 203).
    Days(u32),
    /// Working days, 1 to 3,650.
    WorkingDays(u32),
}

/// Which answers count as bad.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUpRule {
    /// Answers to "was it solved?" that send the matter back.
    pub bad_solved: Vec<Solved>,
    /// Answers to "are you satisfied?" that send the matter back.
    pub bad_satisfaction: Vec<Satisfaction>,
}

/// When a deadline counts as near (blue): either test is enough.
#[derive(Debug, Clone, Default, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// At most this many days are left.
    pub days: u32,
    /// At most this share of the time is left, in per cent.
    pub percent: u32,
    /// The share counts only when at most this many days are left: a fifth of a year is not near.
    pub within_days: u32,
}

/// How long notices hang.
#[derive(Debug, Clone, Default, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Posting {
    /// Days for the topics of a meeting.
    pub agenda: u32,
    /// Days for a resolution.
    pub resolution: u32,
    /// Days for a result.
    pub result: u32,
    /// Days within which an objection is answered, 1 to 365; as soon as can be if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_days: Option<u32>,
}

/// A first-level category with its second level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// `PK`.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// Its second level, `PK01`, `PK02`…
    #[serde(default)]
    pub items: Vec<SubCategory>,
}

/// A second-level category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SubCategory {
    /// `PK01`.
    pub code: String,
    /// Its name.
    pub name: Words,
}

impl RuleSet {
    /// The limit of a route.
    #[must_use]
    pub fn limit(&self, route: Route) -> Option<Limit> {
        self.routes.get(&route).copied()
    }

    /// What a kind of meeting requires.
    #[must_use]
    pub fn meeting(&self, kind: MeetingKind) -> MeetingRule {
        self.meetings.get(&kind).cloned().unwrap_or_default()
    }

    /// The name of a category code of either level.
    #[must_use]
    pub fn category(&self, code: &str) -> Option<&Words> {
        self.categories.iter().find_map(|first| {
            if first.code == code {
                return Some(&first.name);
            }
            first.items.iter().find(|second| second.code == code).map(|second| &second.name)
        })
    }
}
