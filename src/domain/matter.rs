//! A matter 事项 as the facts so far make it.

use super::chain::Course;
use super::code::{
    Channel, DecisionKind, Depth, Ending, Flag, Level, Means, Nature, Priority, Route, Satisfaction, Solved, Verdict,
};
use super::edits::{Editable, Edits};
use super::entry::Instant;
use super::event::MatterField;
use super::id::{ActId, MatterRef, MeetingRef, NoticeRef, TaskRef};
use super::stage::{Stage, Standing};
use super::time::Due;

/// A matter 事项.
#[derive(Debug, Clone, PartialEq)]
pub struct Matter {
    /// Itself.
    pub key: MatterRef,
    /// Its number.
    pub id: String,
    /// What it is, in a line.
    pub title: String,
    /// How it came.
    pub channel: Channel,
    /// Who raised it; none: anonymous.
    pub raised_by: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Category code of the rule set.
    pub category: Option<String>,
    /// What kind of word it is.
    pub nature: Option<Nature>,
    /// The account in full.
    pub detail: Option<String>,
    /// How many households it concerns.
    pub households: Option<u32>,
    /// What it touches.
    pub flags: Vec<Flag>,
    /// The level it belongs to.
    pub level: Option<Level>,
    /// How pressing it is.
    pub priority: Priority,
    /// When it was raised.
    pub raised_at: Instant,
    /// Who received it, and answers for it until it is handed over.
    pub received_by: String,
    /// Screening, once accepted.
    pub accepted: Option<Acceptance>,
    /// When it must be done by.
    pub due: Option<Due>,
    /// Where it stands.
    pub standing: Standing,
    /// The agenda it is on; none unless it is scheduled or in discussion.
    pub agenda: Option<Placement>,
    /// To whom a meeting referred it, while it stands there.
    pub referred_to: Option<String>,
    /// How often a meeting left it for the next one.
    pub carried: u32,
    /// Whether a meeting has adopted it since it was last opened.
    pub resolved: bool,
    /// Its tasks, in the order they were given.
    pub tasks: Vec<TaskRef>,
    /// How many of its tasks belong to earlier rounds: before it was last sent back or opened again.
    pub earlier_tasks: usize,
    /// The answer given without a task.
    pub answer: Option<Answer>,
    /// Follow-ups since the work last ended, and before.
    pub follow_ups: Vec<FollowUp>,
    /// How often a follow-up has sent it back.
    pub sent_back: u32,
    /// Notices about it.
    pub notices: Vec<NoticeRef>,
    /// The chain of steps it follows.
    pub course: Option<Course>,
    /// Matters merged into it.
    pub merged: Vec<MatterRef>,
    /// The end it came to; none unless it is closed.
    pub end: Option<End>,
    /// Whether the raiser is owed an answer about the end.
    pub to_tell: bool,
    /// When the raiser was last told something.
    pub told_at: Option<Instant>,
    /// Edits of its fields.
    pub edits: Edits<MatterField>,
    /// Whether a newer program has written about it.
    pub newer: bool,
}

/// How a matter was screened.
#[derive(Debug, Clone, PartialEq)]
pub struct Acceptance {
    /// When.
    pub at: Instant,
    /// The act: the rules in force then govern it.
    pub act: ActId,
    /// The route of handling.
    pub route: Route,
    /// The depth of deliberation.
    pub depth: Depth,
    /// Who can settle it.
    pub decision: DecisionKind,
    /// Years whose holidays were not known when the date was reckoned: the date is provisional.
    pub missing_years: Vec<i32>,
}

/// A place on an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placement {
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item.
    pub item: u32,
}

/// An answer given without a task.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// When.
    pub at: Instant,
    /// How it ended.
    pub ending: Ending,
    /// The answer.
    pub text: String,
}

/// What the raiser said when asked.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// When.
    pub at: Instant,
    /// Who asked.
    pub by: String,
    /// Whether anybody was reached.
    pub reached: bool,
    /// Solved, in the raiser's word.
    pub solved: Option<Solved>,
    /// The raiser's satisfaction.
    pub satisfaction: Option<Satisfaction>,
    /// How they were reached.
    pub means: Option<Means>,
    /// Why not.
    pub reason: Option<String>,
    /// What the rule set of the day made of it.
    pub verdict: Verdict,
}

/// The end a matter came to.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// When.
    pub at: Instant,
    /// Why.
    pub reason: Option<String>,
    /// Where to go instead, or who has it now.
    pub refer_to: Option<String>,
    /// The matter it was merged into.
    pub into: Option<MatterRef>,
    /// Its place in the archive.
    pub archive: Option<String>,
}

impl Matter {
    /// The step it is in.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.standing.stage()
    }

    /// Whether quick deliberation was chosen for it.
    #[must_use]
    pub fn is_quick(&self) -> bool {
        self.accepted.as_ref().is_some_and(|accepted| accepted.depth == Depth::Quick)
    }

    /// Whether its deadline has passed with the work not done. Once the work has ended, the clock of the work stops.
    #[must_use]
    pub fn is_overdue(&self, now: Instant) -> bool {
        self.runs() && self.due.is_some_and(|due| due.is_past(now))
    }

    /// Whether its deadline is running.
    #[must_use]
    pub fn runs(&self) -> bool {
        matches!(self.stage(), Stage::Raise | Stage::Deliberate | Stage::Act)
    }
}

impl Editable for Matter {
    type Field = MatterField;

    fn field(&self, like: &Self::Field) -> Option<Self::Field> {
        use MatterField as F;
        let screened = self.accepted.as_ref();
        match like {
            F::Title(_) => Some(F::Title(self.title.clone())),
            F::Channel(_) => Some(F::Channel(self.channel)),
            F::RaisedBy(_) => Some(F::RaisedBy(self.raised_by.clone())),
            F::Place(_) => Some(F::Place(self.place.clone())),
            F::Category(_) => Some(F::Category(self.category.clone())),
            F::Nature(_) => self.nature.map(F::Nature),
            F::Detail(_) => Some(F::Detail(self.detail.clone())),
            F::Households(_) => self.households.map(F::Households),
            F::Flags(_) => Some(F::Flags(self.flags.clone())),
            F::Level(_) => self.level.map(F::Level),
            F::Priority(_) => Some(F::Priority(self.priority)),
            F::Due(_) => self.due.map(F::Due),
            F::Decision(_) => screened.map(|a| F::Decision(a.decision)),
            F::Route(_) => screened.map(|a| F::Route(a.route)),
            F::Depth(_) => screened.map(|a| F::Depth(a.depth)),
        }
    }

    fn set(&mut self, field: Self::Field) {
        use MatterField as F;
        match field {
            F::Title(title) => self.title = title,
            F::Channel(channel) => self.channel = channel,
            F::RaisedBy(name) => self.raised_by = name,
            F::Place(place) => self.place = place,
            F::Category(category) => self.category = category,
            F::Nature(nature) => self.nature = Some(nature),
            F::Detail(detail) => self.detail = detail,
            F::Households(households) => self.households = Some(households),
            F::Flags(flags) => self.flags = flags,
            F::Level(level) => self.level = Some(level),
            F::Priority(priority) => self.priority = priority,
            F::Due(due) => self.due = Some(due),
            F::Decision(decision) => {
                if let Some(accepted) = &mut self.accepted {
                    accepted.decision = decision;
                }
            }
            F::Route(route) => {
                if let Some(accepted) = &mut self.accepted {
                    accepted.route = route;
                }
            }
            F::Depth(depth) => {
                if let Some(accepted) = &mut self.accepted {
                    accepted.depth = depth;
                }
            }
        }
    }

    fn edits(&self) -> &Edits<Self::Field> {
        &self.edits
    }

    fn edits_mut(&mut self) -> &mut Edits<Self::Field> {
        &mut self.edits
    }
}
