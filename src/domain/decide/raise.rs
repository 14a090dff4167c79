//! Rules of the first step: raising, screening with its exits, and corrections.

use super::Decision;
use super::council::{edits, some_change};
use super::desk::{Desk, NAME_LIMIT, TITLE_LIMIT, line, line_if, words, words_if};
use crate::domain::calendar::{DayUnit, add_hours};
use crate::domain::code::{DecisionKind, Depth, Flag, Priority, Route, Warning};
use crate::domain::command::{
    AcceptMatter, ChangeMatter, DeclineMatter, MergeMatter, RaiseLevel, RaiseMatter, TellRaiser,
};
use crate::domain::event::{
    LevelRaised, MatterAccepted, MatterChanged, MatterDeclined, MatterField, MatterMerged, MatterRaised, RaiserTold,
};
use crate::domain::id::MatterRef;
use crate::domain::matter::Matter;
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::rule_set::Limit;
use crate::domain::stage::{Stage, Standing};
use crate::domain::time::{Due, day_of};

/// The most households one matter can concern; more is a slip of the finger.
const MOST_HOUSEHOLDS: u32 = 1_000_000;

impl Desk<'_> {
    pub(super) fn raise_matter(&self, c: &RaiseMatter) -> Decision {
        let (matter, id) = self.make(Kind::Matter, MatterRef);
        Ok(vec![
            MatterRaised {
                matter,
                id,
                title: line("title", &c.title, TITLE_LIMIT)?,
                channel: c.channel,
                raised_by: line_if("raised_by", c.raised_by.as_deref(), NAME_LIMIT)?,
                place: line_if("place", c.place.as_deref(), TITLE_LIMIT)?,
                category: self.category(c.category.as_deref())?,
                nature: c.nature,
                detail: words_if("detail", c.detail.as_deref())?,
                households: households(c.households)?,
                flags: distinct(&c.flags),
                level: c.level,
                priority: c.priority.unwrap_or(Priority::Ordinary),
            }
            .into(),
        ])
    }

    pub(super) fn change_matter(&self, c: &ChangeMatter) -> Decision {
        use MatterField as F;
        let matter = self.matter(&c.matter)?;
        let mut changes = Vec::new();
        if let Some(title) = &c.title {
            changes.push(F::Title(line("title", title, TITLE_LIMIT)?));
        }
        changes.extend(c.channel.map(F::Channel));
        if c.raised_by.is_some() {
            changes.push(F::RaisedBy(line_if("raised_by", c.raised_by.as_deref(), NAME_LIMIT)?));
        }
        if c.place.is_some() {
            changes.push(F::Place(line_if("place", c.place.as_deref(), TITLE_LIMIT)?));
        }
        if c.category.is_some() {
            changes.push(F::Category(self.category(c.category.as_deref())?));
        }
        changes.extend(c.nature.map(F::Nature));
        if c.detail.is_some() {
            changes.push(F::Detail(words_if("detail", c.detail.as_deref())?));
        }
        changes.extend(households(c.households)?.map(F::Households));
        changes.extend(c.flags.as_deref().map(|flags| F::Flags(distinct(flags))));
        changes.extend(c.level.map(F::Level));
        changes.extend(c.priority.map(F::Priority));
        changes.extend(self.screening_changes(matter, c)?);
        some_change(edits(matter, changes, |known, change| MatterChanged { matter: matter.key, known, change }))
    }

    /// Changes to what screening settled: only once it is accepted; route and depth only until work begins.
    fn screening_changes(&self, matter: &Matter, c: &ChangeMatter) -> Result<Vec<MatterField>, Refusal> {
        use MatterField as F;
        let mut changes: Vec<MatterField> = Vec::new();
        changes.extend(c.due.map(F::Due));
        changes.extend(c.decision.map(F::Decision));
        changes.extend(c.route.map(F::Route));
        changes.extend(c.depth.map(F::Depth));
        if changes.is_empty() {
            return Ok(changes);
        }
        if matter.accepted.is_none() || matter.stage() == Stage::Closed {
            return Err(self.wrong_stage(matter));
        }
        if (c.route.is_some() || c.depth.is_some()) && matter.stage() != Stage::Deliberate {
            return Err(Refusal::WorkHasBegun { matter: self.register.id(matter.key) });
        }
        Ok(changes)
    }

    pub(super) fn accept_matter(&self, c: &AcceptMatter) -> Decision {
        let matter = self.matter(&c.matter)?;
        if matter.standing != Standing::New {
            return Err(self.wrong_stage(matter));
        }
        let quick = matches!(c.route, Route::Immediate | Route::Fast);
        let (due, missing_years) = match c.due {
            Some(due) => (due, Vec::new()),
            None => self.due_by_route(c.route)?,
        };
        let mut warnings = Vec::new();
        if !missing_years.is_empty() {
            warnings.push(Warning::CalendarMissing);
        }
        if due.is_past(self.context.now) {
            warnings.push(Warning::DueInPast);
        }
        let decision = c.decision.unwrap_or(DecisionKind::Consultation);
        if matter.flags.contains(&Flag::Fund) && decision != DecisionKind::OwnersJoint {
            warnings.push(Warning::OwnersJointLikely);
        }
        Ok(vec![
            MatterAccepted {
                matter: matter.key,
                route: c.route,
                depth: c.depth.unwrap_or(if quick { Depth::Quick } else { Depth::InDepth }),
                decision,
                due,
                missing_years,
                warnings,
            }
            .into(),
        ])
    }

    /// The deadline a route grants from now (the rule set's limit; days by Civil Code art. 201 and 203).
    fn due_by_route(&self, route: Route) -> Result<(Due, Vec<i32>), Refusal> {
        let now = self.context.now;
        let today = day_of(now);
        let calendar = self.context.calendar;
        let last = match self.rules().limit(route) {
            Some(Limit::Hours(hours)) => return Ok((Due::At(add_hours(now, hours)), Vec::new())),
            Some(Limit::Days(days)) => calendar.posting_end(today, days, DayUnit::Calendar),
            Some(Limit::WorkingDays(days)) => calendar.add_working_days(today, days),
            None => return Err(Refusal::BadRules { at: format!("routes.{}", route.code()) }),
        };
        Ok((Due::Day(last.date), last.missing_years))
    }

    pub(super) fn decline_matter(&self, c: &DeclineMatter) -> Decision {
        let matter = self.matter(&c.matter)?;
        self.can_leave(matter)?;
        let reason = words("reason", &c.reason)?;
        let refer_to = line_if("refer_to", c.refer_to.as_deref(), TITLE_LIMIT)?;
        Ok(vec![MatterDeclined { matter: matter.key, reason, refer_to }.into()])
    }

    pub(super) fn merge_matter(&self, c: &MergeMatter) -> Decision {
        let matter = self.matter(&c.matter)?;
        self.can_leave(matter)?;
        let into = self.matter(&c.into)?;
        if into.key == matter.key || into.stage() == Stage::Closed {
            return Err(Refusal::CannotMergeInto { into: self.register.id(into.key) });
        }
        let reason = words_if("reason", c.reason.as_deref())?;
        Ok(vec![MatterMerged { matter: matter.key, into: into.key, reason }.into()])
    }

    fn can_leave(&self, matter: &Matter) -> Result<(), Refusal> {
        match matter.stage() {
            Stage::Raise | Stage::Deliberate => Ok(()),
            _ => Err(self.wrong_stage(matter)),
        }
    }

    pub(super) fn raise_level(&self, c: &RaiseLevel) -> Decision {
        let matter = self.matter(&c.matter)?;
        if matter.stage() == Stage::Closed {
            return Err(self.wrong_stage(matter));
        }
        if matter.level.is_some_and(|level| level >= c.level) {
            return Err(Refusal::LevelNotHigher);
        }
        let reason = words("reason", &c.reason)?;
        Ok(vec![LevelRaised { matter: matter.key, from: matter.level, level: c.level, reason }.into()])
    }

    pub(super) fn tell_raiser(&self, c: &TellRaiser) -> Decision {
        let matter = self.matter(&c.matter)?;
        let text = words_if("text", c.text.as_deref())?;
        Ok(vec![RaiserTold { matter: matter.key, means: c.means, text }.into()])
    }

    pub(super) fn wrong_stage(&self, matter: &Matter) -> Refusal {
        Refusal::WrongStage { matter: self.register.id(matter.key), standing: matter.standing }
    }
}

fn households(given: Option<u32>) -> Result<Option<u32>, Refusal> {
    match given {
        Some(n) if !(1..=MOST_HOUSEHOLDS).contains(&n) => {
            Err(Refusal::OutOfRange { field: "households", least: 1, most: MOST_HOUSEHOLDS })
        }
        given => Ok(given),
    }
}

fn distinct(flags: &[Flag]) -> Vec<Flag> {
    let mut flags = flags.to_vec();
    flags.sort_unstable();
    flags.dedup();
    flags
}
