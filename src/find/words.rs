//! The words that queries know beside plain text, in both languages; must not know what they are asked of.

use crate::domain::code::Channel;
use crate::domain::meeting::MeetingState;
use crate::domain::stage::{Stage, Standing};
use crate::domain::task::TaskState;
use crate::search::{Haystack, Needle, fold};
use crate::text::{EN, Text, ZH};

/// What a filter looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    Stage,
    Lead,
    Place,
    Category,
    Channel,
    By,
    Is,
}

/// A filter that is one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flag {
    Overdue,
    Open,
    Closed,
}

/// Where a thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Matter(Standing),
    Task(TaskState),
    Meeting(MeetingState),
}

const NAMES: &[(Name, &[&str])] = &[
    (Name::Stage, &["stage", "阶段", "环节"]),
    (Name::Lead, &["lead", "body", "承办", "牵头", "单位"]),
    (Name::Place, &["place", "地点", "位置"]),
    (Name::Category, &["category", "类别", "分类"]),
    (Name::Channel, &["channel", "渠道"]),
    (Name::By, &["by", "提出人", "反映人"]),
    (Name::Is, &["is", "state", "状态"]),
];

const FLAGS: &[(Flag, &[&str])] =
    &[(Flag::Overdue, &["overdue", "逾期"]), (Flag::Open, &["open", "未结"]), (Flag::Closed, &["closed", "已结"])];

impl Name {
    /// The filter that is called so, in whatever script and width.
    pub(super) fn of(name: &str) -> Option<Self> {
        named(NAMES, name)
    }

    /// Every filter, and all that it is called.
    pub(super) fn names() -> &'static [(Self, &'static [&'static str])] {
        NAMES
    }
}

impl Flag {
    pub(super) fn of(word: &str) -> Option<Self> {
        named(FLAGS, word)
    }

    /// Every filter of one word, and all that it is called.
    pub(super) fn names() -> &'static [(Self, &'static [&'static str])] {
        FLAGS
    }
}

fn named<T: Copy>(table: &[(T, &[&str])], name: &str) -> Option<T> {
    let name = fold(name);
    table.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(what, _)| *what)
}

impl State {
    fn all() -> impl Iterator<Item = Self> {
        let matters = Standing::ALL.iter().copied().map(Self::Matter);
        let tasks = TaskState::ALL.iter().copied().map(Self::Task);
        matters.chain(tasks).chain(MeetingState::ALL.iter().copied().map(Self::Meeting))
    }

    /// The code name, and what it is called in both languages.
    fn names(self) -> [&'static str; 3] {
        match self {
            Self::Matter(state) => [state.code(), ZH.standing(state), EN.standing(state)],
            Self::Task(state) => [state.code(), ZH.task_state(state), EN.task_state(state)],
            Self::Meeting(state) => [state.code(), ZH.meeting_state(state), EN.meeting_state(state)],
        }
    }

    /// What it is called in a language.
    pub(super) fn shown(self, text: Text) -> &'static str {
        match self {
            Self::Matter(state) => text.standing(state),
            Self::Task(state) => text.task_state(state),
            Self::Meeting(state) => text.meeting_state(state),
        }
    }

    /// The states that this may mean.
    pub(super) fn meant(by: &str) -> Vec<Self> {
        meant(by, Self::all(), Self::names)
    }

    /// The states of exactly this name.
    pub(super) fn called(name: &str) -> Vec<Self> {
        called(name, Self::all(), Self::names)
    }
}

/// The steps that this may mean.
pub(super) fn stages(by: &str) -> Vec<Stage> {
    meant(by, Stage::ALL.iter().copied(), stage_names)
}

/// The steps of exactly this name.
pub(super) fn stages_called(name: &str) -> Vec<Stage> {
    called(name, Stage::ALL.iter().copied(), stage_names)
}

/// The channels that this may mean.
pub(super) fn channels(by: &str) -> Vec<Channel> {
    meant(by, Channel::ALL.iter().copied(), |word| [word.code(), ZH.channel(word), EN.channel(word)])
}

fn stage_names(stage: Stage) -> [&'static str; 3] {
    [stage.code(), ZH.stage(stage), EN.stage(stage)]
}

fn called<T: Copy>(name: &str, all: impl Iterator<Item = T>, names: fn(T) -> [&'static str; 3]) -> Vec<T> {
    let name = fold(name);
    all.filter(|&word| names(word).iter().any(|own| fold(own) == name)).collect()
}

/// The words of exactly this name; failing that, those whose name it is a part of, as far as it has been typed.
fn meant<T: Copy>(by: &str, all: impl Iterator<Item = T>, names: fn(T) -> [&'static str; 3]) -> Vec<T> {
    let all: Vec<T> = all.collect();
    let exact = called(by, all.iter().copied(), names);
    if !exact.is_empty() {
        return exact;
    }
    let needle = Needle::phrase(by);
    let in_a_name = |&word: &T| names(word).iter().any(|name| needle.find(&Haystack::new(name)).is_some());
    all.into_iter().filter(in_a_name).collect()
}
