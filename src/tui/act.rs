//! The acts on a matter that the screen of a matter offers, and the question whether the rules would allow them now.
//! Holds no rule: it asks.

mod order;

use super::world::World;
use crate::domain::code::{Ending, Level, NoticeKind, Outcome, Route};
use crate::domain::command::{
    AcceptMatter, AcceptTask, AdjournMeeting, AnswerMatter, AssignTask, ChangeMatter, CloseMatter, Command,
    DeclineMatter, ExtendTask, FinishTask, FollowUp, MergeMatter, OpenMeeting, PlaceOnAgenda, PostNotice, RaiseLevel,
    ReceiveTask, ReopenMatter, ReportProgress, Resolve, ReturnTask, TakeUp, TellRaiser,
};
use crate::domain::id::{MatterRef, MeetingRef, Ref, TaskRef};
use crate::domain::matter::{Matter, Placement};
use crate::domain::meeting::MeetingState;
use crate::domain::refusal::Refusal;
use crate::domain::register::{Register, Thing};
use crate::domain::stage::Stage;
use crate::domain::time::Due;
use crate::text::Text;

pub use order::offers;

/// Something to do about a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after the command it drafts, and is described there")]
pub enum Act {
    Accept,
    Decline,
    Merge,
    RaiseLevel,
    Change,
    Agenda,
    OpenMeeting,
    TakeUp,
    Resolve,
    Adjourn,
    Assign,
    Receive,
    Return,
    Progress,
    Extend,
    Finish,
    AcceptTask,
    Answer,
    TellRaiser,
    FollowUp,
    Close,
    Reopen,
    PostNotice,
}

/// A matter to act on, and the one task of it that is meant, if only one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// The matter.
    pub matter: MatterRef,
    /// The task that is meant; none: whichever allows it.
    pub task: Option<TaskRef>,
}

/// What an act is carried out on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// The matter itself.
    Matter,
    /// One of its tasks.
    Task(TaskRef),
    /// A meeting on whose agenda it is to be.
    Meeting(MeetingRef),
    /// A meeting that is still to be called.
    NewMeeting,
    /// Its place on an agenda.
    Item(Placement),
}

/// An act with what it could be carried out on, or why it cannot be now.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The act.
    pub act: Act,
    /// What it could be carried out on; never empty when it is lawful.
    pub aims: Result<Vec<Aim>, Obstacle>,
}

/// Why an act cannot be carried out now.
#[derive(Debug, Clone, PartialEq)]
pub enum Obstacle {
    /// The rules refuse it.
    Refused(Refusal),
    /// It is for a meeting, and the matter has none.
    NoMeeting,
    /// It is for a task, and the matter has none.
    NoTask,
    /// There is no other matter.
    NoOther,
    /// It is for an item, and the agenda has none.
    NoItem,
    /// It is for an objection, and nobody has objected.
    NoObjection,
    /// There is nobody on the roster.
    NoPerson,
    /// There is no body at the table.
    NoBody,
}

/// A text where a draft needs one.
const SOME_TEXT: &str = "…";

impl Act {
    /// Every act, in the order of the four steps.
    pub const ALL: &'static [Self] = &[
        Self::Accept,
        Self::Decline,
        Self::Merge,
        Self::RaiseLevel,
        Self::Agenda,
        Self::OpenMeeting,
        Self::TakeUp,
        Self::Resolve,
        Self::Adjourn,
        Self::Assign,
        Self::Receive,
        Self::Progress,
        Self::Finish,
        Self::Extend,
        Self::Return,
        Self::AcceptTask,
        Self::Answer,
        Self::FollowUp,
        Self::Close,
        Self::TellRaiser,
        Self::Reopen,
        Self::PostNotice,
        Self::Change,
    ];

    /// What it is called.
    #[must_use]
    pub fn label(self, text: Text) -> &'static str {
        match self {
            Self::Accept => text.do_accept(),
            Self::Decline => text.do_decline(),
            Self::Merge => text.do_merge(),
            Self::RaiseLevel => text.do_raise_level(),
            Self::Change => text.do_change(),
            Self::Agenda => text.do_agenda(),
            Self::OpenMeeting => text.do_open_meeting(),
            Self::TakeUp => text.do_take_up(),
            Self::Resolve => text.do_resolve(),
            Self::Adjourn => text.do_adjourn(),
            Self::Assign => text.do_assign(),
            Self::Receive => text.do_receive(),
            Self::Return => text.do_return(),
            Self::Progress => text.do_progress(),
            Self::Extend => text.do_extend(),
            Self::Finish => text.do_finish(),
            Self::AcceptTask => text.do_accept_task(),
            Self::Answer => text.do_answer(),
            Self::TellRaiser => text.do_tell_raiser(),
            Self::FollowUp => text.do_follow_up(),
            Self::Close => text.do_close(),
            Self::Reopen => text.do_reopen(),
            Self::PostNotice => text.do_post_notice(),
        }
    }

    /// Whether it is carried out on work, not on the matter itself.
    #[must_use]
    pub fn is_on_task(self) -> bool {
        matches!(self, Self::Receive | Self::Return | Self::Progress | Self::Extend | Self::Finish | Self::AcceptTask)
    }

    /// Whether the same form makes sense for many things at once.
    #[must_use]
    pub fn is_for_many(self) -> bool {
        match self {
            Self::Accept
            | Self::Decline
            | Self::RaiseLevel
            | Self::Agenda
            | Self::Assign
            | Self::Receive
            | Self::Return
            | Self::Extend
            | Self::AcceptTask
            | Self::Answer
            | Self::TellRaiser
            | Self::FollowUp
            | Self::Close
            | Self::Reopen
            | Self::PostNotice => true,
            Self::Merge
            | Self::Change
            | Self::OpenMeeting
            | Self::TakeUp
            | Self::Resolve
            | Self::Adjourn
            | Self::Progress
            | Self::Finish => false,
        }
    }

    /// The field of its command that names what it is carried out on.
    #[must_use]
    pub fn names_it(self) -> &'static str {
        match self {
            Self::PostNotice => "about",
            _ if self.is_on_task() => "task",
            _ => "matter",
        }
    }

    /// What it could be carried out on now, of the matter or of the one task that is meant.
    ///
    /// # Errors
    /// Why it cannot be carried out on anything.
    fn aims(self, world: &World<'_>, matter: &Matter, task: Option<TaskRef>) -> Result<Vec<Aim>, Obstacle> {
        let candidates = match task {
            Some(task) if self.is_on_task() => vec![Aim::Task(task)],
            _ => self.candidates(world, matter)?,
        };
        let mut lawful = Vec::new();
        let mut obstacle = None;
        for aim in candidates {
            match self.sample(world, matter, aim).map(|command| world.ask(&command)) {
                None | Some(Ok(_)) => lawful.push(aim),
                // One that is open already is gone to.
                Some(Err(_)) if self == Self::OpenMeeting && is_open(world, aim) => lawful.push(aim),
                Some(Err(refusal)) => obstacle = Some(Obstacle::Refused(refusal)),
            }
        }
        match (lawful.is_empty(), obstacle) {
            (true, Some(obstacle)) => Err(obstacle),
            _ => Ok(lawful),
        }
    }

    fn candidates(self, world: &World<'_>, matter: &Matter) -> Result<Vec<Aim>, Obstacle> {
        let aims = match self {
            _ if self.is_on_task() => {
                let tasks: Vec<_> = matter.tasks.iter().map(|task| Aim::Task(*task)).collect();
                if tasks.is_empty() {
                    return Err(Self::Assign.obstacle_or(Obstacle::NoTask, world, matter));
                }
                tasks
            }
            Self::TakeUp | Self::Resolve | Self::OpenMeeting | Self::Adjourn => {
                let aim = match self {
                    Self::TakeUp | Self::Resolve => matter.agenda.map(Aim::Item),
                    _ => meeting_of(world, matter).map(Aim::Meeting),
                };
                vec![aim.ok_or_else(|| Self::Agenda.obstacle_or(Obstacle::NoMeeting, world, matter))?]
            }
            Self::Agenda => agendas(world, matter)?,
            Self::Merge if others(world, matter).next_back().is_none() => return Err(Obstacle::NoOther),
            _ => vec![Aim::Matter],
        };
        Ok(aims)
    }

    /// Why this cannot be carried out; `otherwise` if it can, and is what another act waits for.
    fn obstacle_or(self, otherwise: Obstacle, world: &World<'_>, matter: &Matter) -> Obstacle {
        self.aims(world, matter, None).err().unwrap_or(otherwise)
    }

    /// A command such as the act would make, to ask the rules about; `None` where there is nothing to ask about yet.
    fn sample(self, world: &World<'_>, matter: &Matter, aim: Aim) -> Option<Command> {
        let id = || world.register.id(matter.key);
        let some = || SOME_TEXT.to_owned();
        Some(match (self, aim) {
            (Self::Accept, _) => {
                AcceptMatter { matter: id(), route: Route::Fast, depth: None, decision: None, due: None }.into()
            }
            (Self::Decline, _) => DeclineMatter { matter: id(), reason: some(), refer_to: None }.into(),
            (Self::Merge, _) => {
                let into = others(world, matter).next_back()?;
                MergeMatter { matter: id(), into: world.register.id(into.key), reason: None }.into()
            }
            (Self::RaiseLevel, _) => RaiseLevel { matter: id(), level: Level::SubDistrict, reason: some() }.into(),
            (Self::Change, _) => change_title(id()).into(),
            (Self::Agenda, Aim::Meeting(meeting)) => PlaceOnAgenda {
                under: None,
                meeting: world.register.id(meeting),
                matter: Some(id()),
                topic: None,
                minutes: None,
                decision: None,
            }
            .into(),
            (Self::OpenMeeting, Aim::Meeting(meeting)) => OpenMeeting { meeting: world.register.id(meeting) }.into(),
            (Self::Adjourn, Aim::Meeting(meeting)) => AdjournMeeting { meeting: world.register.id(meeting) }.into(),
            (Self::TakeUp, Aim::Item(at)) => TakeUp { meeting: world.register.id(at.meeting), item: at.item }.into(),
            (Self::Resolve, Aim::Item(at)) => Resolve {
                meeting: world.register.id(at.meeting),
                item: at.item,
                outcome: Outcome::Deferred,
                text: None,
                refer_to: None,
            }
            .into(),
            (Self::Assign, _) => AssignTask {
                matter: Some(id()),
                meeting: None,
                item: None,
                lead: world.register.bodies().next().map(|body| world.register.id(body.key))?,
                text: some(),
                due: Due::Day(world.today()),
                helpers: Vec::new(),
            }
            .into(),
            (_, Aim::Task(task)) => return self.task_sample(world, task),
            (Self::Answer, _) => AnswerMatter { matter: id(), ending: Ending::Explained, text: some() }.into(),
            (Self::TellRaiser, _) => TellRaiser { matter: id(), means: None, text: None }.into(),
            (Self::FollowUp, _) => {
                FollowUp { matter: id(), reached: false, solved: None, satisfaction: None, means: None, reason: None }
                    .into()
            }
            (Self::Close, _) => CloseMatter { matter: id(), reason: Some(some()) }.into(),
            (Self::Reopen, _) => ReopenMatter { matter: id(), reason: Some(some()) }.into(),
            (Self::PostNotice, _) => PostNotice { about: id(), kind: NoticeKind::Result, place: None, days: 1 }.into(),
            _ => return None,
        })
    }

    fn task_sample(self, world: &World<'_>, task: TaskRef) -> Option<Command> {
        let id = world.register.id(task);
        let some = || SOME_TEXT.to_owned();
        Some(match self {
            Self::Receive => ReceiveTask { task: id }.into(),
            Self::Return => ReturnTask { task: id, reason: Some(some()) }.into(),
            Self::Progress => ReportProgress { task: id, text: some(), percent: None, waits_for: None }.into(),
            Self::Extend => {
                let due = world.register.task(task)?.due.day().succ_opt()?;
                ExtendTask { task: id, due: Due::Day(due), reason: some(), approved_by: some() }.into()
            }
            Self::Finish => FinishTask { task: id, ending: Ending::Solved, text: some(), evidence: Vec::new() }.into(),
            Self::AcceptTask => AcceptTask { task: id, reason: None }.into(),
            _ => return None,
        })
    }
}

impl Subject {
    /// The matter a thing is, or that it is work on.
    #[must_use]
    pub fn of(thing: Ref, register: &Register) -> Option<Self> {
        match register.thing(thing)? {
            Thing::Matter(matter) => Some(Self { matter: matter.key, task: None }),
            Thing::Task(task) => Some(Self { matter: task.matter, task: Some(task.key) }),
            _ => None,
        }
    }

    /// What an act comes to now.
    #[must_use]
    pub fn offer(self, act: Act, world: &World<'_>) -> Offer {
        let matter = world.register.matter(self.matter);
        Offer { act, aims: matter.map_or_else(|| Ok(Vec::new()), |matter| act.aims(world, matter, self.task)) }
    }
}

/// Matters that go on, other than this one. Asking from the end is quick: the newest mostly go on.
#[must_use]
pub fn others<'a>(world: &'a World<'_>, matter: &'a Matter) -> impl DoubleEndedIterator<Item = &'a Matter> {
    world.register.matters().filter(move |other| other.key != matter.key && other.stage() != Stage::Closed)
}

/// Where the matter could be put on an agenda: every meeting not begun yet, and always a new one.
fn agendas(world: &World<'_>, matter: &Matter) -> Result<Vec<Aim>, Obstacle> {
    if let Some(at) = matter.agenda {
        return Ok(vec![Aim::Meeting(at.meeting)]);
    }
    // Nothing can be asked about a meeting that does not exist yet; the rules answer when it does.
    if !matter.standing.wants_agenda() {
        let refusal = Refusal::WrongStage { matter: world.register.id(matter.key), standing: matter.standing };
        return Err(Obstacle::Refused(refusal));
    }
    let planned = world.register.meetings().filter(|meeting| meeting.state == MeetingState::Planned);
    Ok(planned.map(|meeting| Aim::Meeting(meeting.key)).chain([Aim::NewMeeting]).collect())
}

/// The meeting the matter is before, or was before last.
fn meeting_of(world: &World<'_>, matter: &Matter) -> Option<MeetingRef> {
    matter.agenda.map(|at| at.meeting).or_else(|| {
        let mut meetings = world.register.meetings().rev();
        meetings.find(|meeting| meeting.items().any(|item| item.matter == Some(matter.key))).map(|meeting| meeting.key)
    })
}

fn is_open(world: &World<'_>, aim: Aim) -> bool {
    let Aim::Meeting(meeting) = aim else { return false };
    world.register.meeting(meeting).is_some_and(|meeting| meeting.state == MeetingState::Open)
}

fn change_title(matter: String) -> ChangeMatter {
    ChangeMatter {
        matter,
        title: Some(SOME_TEXT.to_owned()),
        channel: None,
        raised_by: None,
        place: None,
        category: None,
        nature: None,
        detail: None,
        households: None,
        flags: None,
        level: None,
        priority: None,
        due: None,
        decision: None,
        route: None,
        depth: None,
    }
}
