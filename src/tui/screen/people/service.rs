//! What somebody on the roster does: the meetings of the last year, the work they answer for, the matters they raised.
//! Read off the register; knows neither keys nor looks.

use std::collections::HashMap;

use chrono::{Months, NaiveDate};

use super::Somebody;
use crate::domain::event::Lead;
use crate::domain::id::{MatterRef, MeetingRef, PersonRef, TaskRef};
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::register::Register;
use crate::domain::task::Task;
use crate::domain::time::day_of;

/// How far back attendance is counted.
const YEAR: Months = Months::new(12);
/// The most matters and meetings told of one person.
const TOLD: usize = 6;

/// What the list says of everybody.
#[derive(Debug, Clone, Default)]
pub(super) struct Services(HashMap<Somebody, Service>);

/// What the list says of somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Service {
    /// Meetings of the last twelve months they were invited to, that were held.
    pub(super) invited: usize,
    /// Those of them they took part in.
    pub(super) attended: usize,
    /// Tasks they lead that are not done.
    pub(super) tasks: usize,
}

/// What is told of the selected one besides.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    /// Tasks they lead that are not done, the nearest deadline first.
    pub(super) tasks: Vec<TaskRef>,
    /// Matters raised in their name, the latest first.
    pub(super) matters: Vec<MatterRef>,
    /// Meetings they are invited to, the latest first.
    pub(super) meetings: Vec<MeetingRef>,
}

impl Services {
    /// What everybody did until `today`.
    pub(super) fn until(today: NaiveDate, register: &Register) -> Self {
        let mut services: HashMap<Somebody, Service> = HashMap::new();
        for meeting in register.meetings().filter(|meeting| is_counted(meeting, today)) {
            let there: Vec<PersonRef> = meeting.taking_part().collect();
            for person in &meeting.invite {
                let service = services.entry(Somebody::Person(*person)).or_default();
                service.invited += 1;
                service.attended += usize::from(there.contains(person));
            }
        }
        for task in register.tasks().filter(|task| task.state.is_open()) {
            services.entry(who(task.lead)).or_default().tasks += 1;
        }
        Self(services)
    }

    /// What somebody did.
    pub(super) fn of(&self, somebody: Somebody) -> Service {
        self.0.get(&somebody).copied().unwrap_or_default()
    }
}

impl Told {
    /// What is told of somebody.
    pub(super) fn of(somebody: Somebody, register: &Register) -> Self {
        let mut tasks: Vec<&Task> =
            register.tasks().filter(|task| task.state.is_open() && who(task.lead) == somebody).collect();
        tasks.sort_by_key(|task| task.due.ends());
        let tasks = tasks.into_iter().map(|task| task.key).collect();
        let Somebody::Person(key) = somebody else { return Self { tasks, ..Self::default() } };
        let name = register.person(key).map(|person| person.name.as_str());
        let raised = register.matters().rev().filter(|matter| name.is_some() && matter.raised_by.as_deref() == name);
        let meetings = register.meetings().rev().filter(|meeting| meeting.invite.contains(&key));
        Self {
            tasks,
            matters: raised.map(|matter| matter.key).take(TOLD).collect(),
            meetings: meetings.map(|meeting| meeting.key).take(TOLD).collect(),
        }
    }
}

/// Whether attendance at a meeting counts: it has ended, within the last twelve months. Whoever is late for one that goes
/// on is not absent yet.
fn is_counted(meeting: &Meeting, today: NaiveDate) -> bool {
    let held = matches!(meeting.state, MeetingState::Adjourned | MeetingState::Sealed);
    held && today.checked_sub_months(YEAR).is_none_or(|since| day_of(meeting.at) > since)
}

fn who(lead: Lead) -> Somebody {
    match lead {
        Lead::Body(body) => Somebody::Body(body),
        Lead::Person(person) => Somebody::Person(person),
    }
}
