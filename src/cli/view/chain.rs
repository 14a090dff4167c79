//! Where a matter stands in its chain of steps, and the clocks that run, in JSON.

use chrono::NaiveDate;
use serde::Serialize;

use super::Sight;
use crate::domain::chain::{self, StepKind, StepState};
use crate::domain::code::{BodyKind, NoticeKind};
use crate::domain::command::Command;
use crate::domain::entry::Instant;
use crate::domain::matter::Matter;
use crate::domain::period::{PeriodKind, periods};
use crate::domain::register::Thing;
use crate::domain::stage::Stage;
use crate::domain::time::Due;
use crate::domain::vote::Verdict;

/// The chain of a matter.
#[derive(Debug, Serialize)]
pub(super) struct Chain<'a> {
    name: &'a str,
    done: bool,
    steps: Vec<Step<'a>>,
    /// The code name of the step that comes next or runs.
    next: Option<String>,
    /// What would take it, as a line of `do`; counts and words are to be added.
    command: Option<Command>,
}

#[derive(Debug, Serialize)]
struct Step<'a> {
    #[serde(rename = "step")]
    name: &'a str,
    kind: StepKind,
    bodies: &'a [BodyKind],
    rule: Option<&'a str>,
    notice_kind: Option<NoticeKind>,
    days: Option<u32>,
    stage: Stage,
    state: StepState,
    taken_at: Option<Instant>,
    verdict: Option<&'static str>,
    vote: Option<String>,
    reference: Option<&'a str>,
    text: Option<&'a str>,
    notice: Option<String>,
    until: Option<NaiveDate>,
    unanswered: usize,
}

/// A clock.
#[derive(Debug, Serialize)]
pub(super) struct Period {
    what: PeriodKind,
    of: String,
    day: Due,
    days_left: i64,
    done: bool,
    missing_years: Vec<i32>,
}

impl<'a> Chain<'a> {
    pub(super) fn of(sight: Sight<'_>, matter: &'a Matter) -> Option<Self> {
        let course = matter.course.as_ref()?;
        let progress = matter.progress(sight.register, sight.now);
        let next = progress.iter().find(|progress| progress.state != StepState::Taken);
        Some(Self {
            name: &course.chain.name,
            done: next.is_none(),
            next: next.map(|next| next.step.key.clone()),
            command: matter.next_command(sight.register, sight.now),
            steps: progress.iter().map(|progress| Step::new(sight, *progress)).collect(),
        })
    }
}

impl<'a> Step<'a> {
    fn new(sight: Sight<'_>, progress: chain::Progress<'a>) -> Self {
        let chain::Progress { step, state, taken, until, unanswered } = progress;
        Self {
            name: &step.key,
            kind: step.kind,
            bodies: &step.bodies,
            rule: step.rule.as_deref(),
            notice_kind: step.notice,
            days: step.days,
            stage: step.stage,
            state,
            taken_at: taken.map(|taken| taken.at),
            verdict: taken.and_then(|taken| taken.verdict).map(Verdict::code),
            vote: taken.and_then(|taken| taken.vote).map(|vote| sight.id(vote)),
            reference: taken.and_then(|taken| taken.reference.as_deref()),
            text: taken.and_then(|taken| taken.text.as_deref()),
            notice: taken.and_then(|taken| taken.notice).map(|notice| sight.id(notice)),
            until,
            unanswered,
        }
    }
}

impl Period {
    /// The clocks of a thing and of what belongs to it.
    pub(super) fn all(sight: Sight<'_>, thing: Thing<'_>) -> Vec<Self> {
        let periods = periods(sight.register, thing).into_iter();
        periods
            .map(|period| Self {
                what: period.kind,
                of: sight.id(period.of),
                day: period.day,
                days_left: period.day.days_left(sight.now),
                done: period.done,
                missing_years: period.missing_years,
            })
            .collect()
    }
}
