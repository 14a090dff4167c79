//! What needs someone now: read off the register, for the list of the day and for `status`. Holds no rule of its own; when a
//! deadline counts as near is for the rule set to say.

use chrono::Days;
use serde::Serialize;

use super::entry::Instant;
use super::id::{MatterRef, MeetingRef, NoticeRef, ObjectionRef, Ref, TaskRef, VoteRef};
use super::matter::Matter;
use super::meeting::{Meeting, MeetingState};
use super::register::Register;
use super::series::{Lapse, lapses};
use super::stage::{Stage, Standing};
use super::task::{Task, TaskState};
use super::time::{Due, day_of};

/// How many matters are in each step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Raise 提事.
    pub raise: usize,
    /// Deliberate 议事.
    pub deliberate: usize,
    /// Act 办事.
    pub act: usize,
    /// Evaluate 评事.
    pub evaluate: usize,
    /// Ended, one way or another.
    pub closed: usize,
}

/// What needs someone at one moment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Attention {
    /// Matters in each step.
    pub counts: Counts,
    /// Matters and tasks whose deadline has passed with the work not done, the longest overdue first.
    pub overdue: Vec<Ref>,
    /// Matters and tasks whose deadline is near by the rule set, the nearest first.
    pub due_soon: Vec<Ref>,
    /// Tasks that nobody has received yet, the nearest deadline first.
    pub to_receive: Vec<TaskRef>,
    /// Matters that came to a side exit whose raiser has not been told.
    pub to_tell: Vec<MatterRef>,
    /// Matters whose work has ended and whose raiser is to be asked.
    pub to_ask: Vec<MatterRef>,
    /// Notices that still hang and come down within the days that count as near.
    pub postings_ending: Vec<NoticeRef>,
    /// Objections that nobody has answered: those without a limit, then the nearest first.
    pub unanswered: Vec<ObjectionRef>,
    /// Votes whose window has ended, or ends within the days that count as near, and that nobody has closed.
    pub ballots_ending: Vec<VoteRef>,
    /// Votes whose result is to be posted, the nearest day first.
    pub to_post: Vec<VoteRef>,
    /// Matters that nobody has screened, the oldest first.
    pub to_screen: Vec<MatterRef>,
    /// Meetings in session or planned for today, in order of time.
    pub meetings_today: Vec<MeetingRef>,
    /// The meeting in session, else the next one planned for today or later, or interrupted until then.
    pub next_meeting: Option<MeetingRef>,
    /// Series of meetings whose rhythm has lapsed, the longest first.
    pub lapsed: Vec<Lapse>,
}

impl Attention {
    /// What needs someone at `now`.
    #[must_use]
    pub fn at(register: &Register, now: Instant) -> Self {
        let (overdue, due_soon) = deadlines(register, now);
        let matters = || register.matters();
        Self {
            counts: Counts::of(matters()),
            overdue,
            due_soon,
            to_receive: to_receive(register),
            to_tell: matters().filter(|matter| matter.to_tell).map(|matter| matter.key).collect(),
            to_ask: matters().filter(|matter| matter.standing == Standing::ToAsk).map(|matter| matter.key).collect(),
            postings_ending: postings_ending(register, now),
            unanswered: unanswered(register),
            ballots_ending: ballots_ending(register, now),
            to_post: to_post(register),
            to_screen: to_screen(register),
            meetings_today: meetings_today(register, now),
            next_meeting: next_meeting(register, now).map(|meeting| meeting.key),
            lapsed: lapses(register, now),
        }
    }
}

impl Counts {
    fn of<'a>(matters: impl Iterator<Item = &'a Matter>) -> Self {
        let mut counts = Self::default();
        for matter in matters {
            *counts.slot(matter.stage()) += 1;
        }
        counts
    }

    fn slot(&mut self, stage: Stage) -> &mut usize {
        match stage {
            Stage::Raise => &mut self.raise,
            Stage::Deliberate => &mut self.deliberate,
            Stage::Act => &mut self.act,
            Stage::Evaluate => &mut self.evaluate,
            Stage::Closed => &mut self.closed,
        }
    }
}

/// Everything with a running deadline that is overdue, and that is near.
fn deadlines(register: &Register, now: Instant) -> (Vec<Ref>, Vec<Ref>) {
    let matters = register.matters().filter(|matter| matter.runs()).filter_map(running_matter);
    let tasks = register.tasks().filter(|task| task.state.is_open()).map(running_task);
    let mut running: Vec<(Due, Instant, Ref)> = matters.chain(tasks).collect();
    running.sort_by_key(|&(due, _, _)| due.ends());
    let (past, ahead): (Vec<_>, Vec<_>) = running.into_iter().partition(|(due, _, _)| due.is_past(now));
    let near = register.rules().near;
    let soon = ahead.into_iter().filter(|&(due, since, _)| near.is_near(since, due, now));
    (past.into_iter().map(|(_, _, of)| of).collect(), soon.map(|(_, _, of)| of).collect())
}

fn running_matter(matter: &Matter) -> Option<(Due, Instant, Ref)> {
    let since = matter.accepted.as_ref().map_or(matter.raised_at, |accepted| accepted.at);
    Some((matter.due?, since, matter.key.into()))
}

fn running_task(task: &Task) -> (Due, Instant, Ref) {
    (task.due, task.due_since(), task.key.into())
}

fn postings_ending(register: &Register, now: Instant) -> Vec<NoticeRef> {
    let last = day_of(now).checked_add_days(Days::new(register.rules().near.days.into()));
    let mut ending: Vec<_> = register
        .notices()
        .filter(|notice| notice.is_posted(now) && last.is_some_and(|last| notice.until <= last))
        .collect();
    ending.sort_by_key(|notice| notice.until);
    ending.into_iter().map(|notice| notice.key).collect()
}

fn to_receive(register: &Register) -> Vec<TaskRef> {
    let mut tasks: Vec<_> = register.tasks().filter(|task| task.state == TaskState::Assigned).collect();
    tasks.sort_by_key(|task| task.due.ends());
    tasks.into_iter().map(|task| task.key).collect()
}

fn unanswered(register: &Register) -> Vec<ObjectionRef> {
    let mut objections: Vec<_> = register.objections().filter(|objection| objection.answer.is_none()).collect();
    objections.sort_by_key(|objection| (objection.answer_by.as_ref().map(|last| last.date), objection.at));
    objections.into_iter().map(|objection| objection.key).collect()
}

fn ballots_ending(register: &Register, now: Instant) -> Vec<VoteRef> {
    let mut votes: Vec<_> = register.votes().filter(|vote| vote.is_ending(register.rules().near.days, now)).collect();
    votes.sort_by_key(|vote| vote.window.map(|window| window.until.runs_out()));
    votes.into_iter().map(|vote| vote.key).collect()
}

fn to_post(register: &Register) -> Vec<VoteRef> {
    let mut votes: Vec<_> = register.votes().filter(|vote| vote.is_to_post(register)).collect();
    votes.sort_by_key(|vote| vote.post_by.as_ref().map(|last| last.date));
    votes.into_iter().map(|vote| vote.key).collect()
}

fn to_screen(register: &Register) -> Vec<MatterRef> {
    let mut matters: Vec<_> = register.matters().filter(|matter| matter.standing == Standing::New).collect();
    matters.sort_by_key(|matter| matter.raised_at);
    matters.into_iter().map(|matter| matter.key).collect()
}

fn meetings_today(register: &Register, now: Instant) -> Vec<MeetingRef> {
    let is_today = |meeting: &&Meeting| match meeting.state {
        MeetingState::Open => day_of(meeting.next_at()) <= day_of(now),
        MeetingState::Planned => day_of(meeting.at) == day_of(now),
        MeetingState::Adjourned | MeetingState::Sealed | MeetingState::Cancelled => false,
    };
    let mut meetings: Vec<_> = register.meetings().filter(is_today).collect();
    meetings.sort_by_key(|meeting| meeting.next_at());
    meetings.into_iter().map(|meeting| meeting.key).collect()
}

fn next_meeting(register: &Register, now: Instant) -> Option<&Meeting> {
    let today = day_of(now);
    let open = |meeting: &&Meeting| meeting.state == MeetingState::Open;
    let in_session = register.meetings().find(|meeting| open(meeting) && day_of(meeting.next_at()) <= today);
    in_session.or_else(|| {
        register
            .meetings()
            .filter(|meeting| open(meeting) || meeting.state == MeetingState::Planned)
            .filter(|meeting| day_of(meeting.next_at()) >= today)
            .min_by_key(|meeting| meeting.next_at())
    })
}
