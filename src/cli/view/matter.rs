//! A matter in JSON.

use serde::Serialize;

use super::Sight;
use super::chain::{Chain, Period};
use crate::domain::code::{
    Channel, DecisionKind, Depth, Ending, Flag, Level, Means, Nature, Priority, Route, Satisfaction, Solved, Verdict,
};
use crate::domain::entry::Instant;
use crate::domain::event::MatterField;
use crate::domain::matter;
use crate::domain::register::Thing;
use crate::domain::stage::{Stage, Standing};
use crate::domain::time::Due;

#[derive(Debug, Serialize)]
pub(in crate::cli) struct Matter<'a> {
    pub(in crate::cli) id: String,
    title: &'a str,
    stage: Stage,
    state: Standing,
    overdue: bool,
    due: Option<Due>,
    /// Years whose holidays were not known when the deadline was reckoned: it is provisional.
    due_missing_years: &'a [i32],
    category: Option<&'a str>,
    lead: Option<String>,
    place: Option<&'a str>,
    channel: Channel,
    raised_by: Option<&'a str>,
    raised_at: Instant,
    received_by: &'a str,
    nature: Option<Nature>,
    detail: Option<&'a str>,
    households: Option<u32>,
    flags: &'a [Flag],
    level: Option<Level>,
    priority: Priority,
    accepted_at: Option<Instant>,
    route: Option<Route>,
    depth: Option<Depth>,
    decision: Option<DecisionKind>,
    meeting: Option<String>,
    item: Option<u32>,
    resolved: bool,
    carried: u32,
    tasks: Vec<String>,
    answer: Option<Answer<'a>>,
    follow_ups: Vec<FollowUp<'a>>,
    sent_back: u32,
    notices: Vec<String>,
    /// The chain of steps it follows, and where it stands there.
    chain: Option<Chain<'a>>,
    /// The clocks that run for it.
    periods: Vec<Period>,
    votes: Vec<String>,
    merged: Vec<String>,
    closed_at: Option<Instant>,
    reason: Option<&'a str>,
    refer_to: Option<&'a str>,
    merged_into: Option<String>,
    archive: Option<&'a str>,
    to_tell: bool,
    told_at: Option<Instant>,
    /// Values that were set without knowledge of those shown.
    also: Vec<&'a MatterField>,
}

#[derive(Debug, Serialize)]
struct Answer<'a> {
    at: Instant,
    ending: Ending,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct FollowUp<'a> {
    at: Instant,
    by: &'a str,
    reached: bool,
    solved: Option<Solved>,
    satisfaction: Option<Satisfaction>,
    means: Option<Means>,
    reason: Option<&'a str>,
    verdict: Verdict,
}

impl<'a> Matter<'a> {
    pub(in crate::cli) fn new(sight: Sight<'_>, matter: &'a matter::Matter) -> Self {
        let accepted = matter.accepted.as_ref();
        let end = matter.end.as_ref();
        Self {
            id: sight.id(matter.key),
            title: &matter.title,
            stage: matter.stage(),
            state: matter.standing,
            overdue: matter.is_overdue(sight.now),
            due: matter.due,
            due_missing_years: accepted.map_or(&[], |accepted| &accepted.missing_years),
            category: matter.category.as_deref(),
            lead: sight.register.lead(matter).map(|lead| sight.lead(lead)),
            place: matter.place.as_deref(),
            channel: matter.channel,
            raised_by: matter.raised_by.as_deref(),
            raised_at: matter.raised_at,
            received_by: &matter.received_by,
            nature: matter.nature,
            detail: matter.detail.as_deref(),
            households: matter.households,
            flags: &matter.flags,
            level: matter.level,
            priority: matter.priority,
            accepted_at: accepted.map(|accepted| accepted.at),
            route: accepted.map(|accepted| accepted.route),
            depth: accepted.map(|accepted| accepted.depth),
            decision: accepted.map(|accepted| accepted.decision),
            meeting: matter.agenda.map(|place| sight.id(place.meeting)),
            item: matter.agenda.map(|place| place.item),
            resolved: matter.resolved,
            carried: matter.carried,
            tasks: sight.ids(&matter.tasks),
            answer: matter.answer.as_ref().map(|answer| Answer {
                at: answer.at,
                ending: answer.ending,
                text: &answer.text,
            }),
            follow_ups: matter.follow_ups.iter().map(FollowUp::new).collect(),
            sent_back: matter.sent_back,
            notices: sight.ids(&matter.notices),
            chain: Chain::of(sight, matter),
            periods: Period::all(sight, Thing::Matter(matter)),
            votes: sight.votes(|vote| vote.matter == Some(matter.key)),
            merged: sight.ids(&matter.merged),
            closed_at: end.map(|end| end.at),
            reason: end.and_then(|end| end.reason.as_deref()),
            refer_to: end.and_then(|end| end.refer_to.as_deref()),
            merged_into: end.and_then(|end| end.into).map(|into| sight.id(into)),
            archive: end.and_then(|end| end.archive.as_deref()),
            to_tell: matter.to_tell,
            told_at: matter.told_at,
            also: matter.edits.all_also().map(|(_, value)| value).collect(),
        }
    }
}

impl<'a> FollowUp<'a> {
    fn new(asked: &'a matter::FollowUp) -> Self {
        Self {
            at: asked.at,
            by: &asked.by,
            reached: asked.reached,
            solved: asked.solved,
            satisfaction: asked.satisfaction,
            means: asked.means,
            reason: asked.reason.as_deref(),
            verdict: asked.verdict,
        }
    }
}
