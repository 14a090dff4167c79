//! The register 台账: the fold of the facts. It holds no rule and cannot fail; what is asked of it is answered at once.

mod chain;
mod concern;
mod council;
mod fold;
mod matter;
mod meeting;
mod notice;
mod sitting;
mod task;
mod unit;
mod vote;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use super::ballot::Vote;
use super::entry::{Entry, Instant};
use super::event::Lead;
use super::id::{
    ActId, BodyRef, MatterRef, MeetingRef, NoteRef, NoticeRef, ObjectionRef, PersonRef, Ref, TaskRef, UnitRef, VoteRef,
};
use super::matter::Matter;
use super::meeting::{Meeting, Note};
use super::notice::{Notice, Objection};
use super::number::Numbers;
use super::person::{Body, Person};
use super::refusal::Kind;
use super::rule_set::RuleSet;
use super::task::Task;
use super::unit::{Place, Unit};

/// Where the units that stand on the register are.
type Places = BTreeMap<Place, BTreeSet<UnitRef>>;

pub use concern::Concern;

/// All that the council's facts amount to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Register {
    bodies: BTreeMap<BodyRef, Body>,
    people: BTreeMap<PersonRef, Person>,
    matters: BTreeMap<MatterRef, Matter>,
    meetings: BTreeMap<MeetingRef, Meeting>,
    notes: BTreeMap<NoteRef, Note>,
    tasks: BTreeMap<TaskRef, Task>,
    votes: BTreeMap<VoteRef, Vote>,
    units: BTreeMap<UnitRef, Unit>,
    places: Places,
    notices: BTreeMap<NoticeRef, Notice>,
    objections: BTreeMap<ObjectionRef, Objection>,
    rules: Arc<RuleSet>,
    adoptions: Vec<Adoption>,
    numbers: Numbers,
    entries: Vec<Entry>,
    undone: HashSet<ActId>,
    suspended: Vec<ActId>,
}

/// A rule set as it came into force.
#[derive(Debug, Clone, PartialEq)]
pub struct Adoption {
    /// The act that adopted it.
    pub act: ActId,
    /// When.
    pub at: Instant,
    /// The rules.
    pub rules: Arc<RuleSet>,
}

/// Any thing the register holds, for those who have only a reference.
#[derive(Debug, Clone, Copy)]
pub enum Thing<'a> {
    /// A matter.
    Matter(&'a Matter),
    /// A meeting.
    Meeting(&'a Meeting),
    /// A task.
    Task(&'a Task),
    /// A person.
    Person(&'a Person),
    /// A body.
    Body(&'a Body),
    /// A notice.
    Notice(&'a Notice),
    /// An entry of the minutes.
    Note(&'a Note),
    /// An objection.
    Objection(&'a Objection),
    /// A vote.
    Vote(&'a Vote),
    /// A unit.
    Unit(&'a Unit),
}

/// Declares, for each kind of thing, how to look one up and how to go through all.
macro_rules! shelves {
    ($($one:ident, $all:ident: $key:ident => $thing:ident;)+) => {
        impl Register {
            $(
                #[doc = concat!("The one with this reference: ", stringify!($one), ".")]
                #[must_use]
                pub fn $one(&self, key: $key) -> Option<&$thing> {
                    self.$all.get(&key)
                }

                #[doc = concat!("All ", stringify!($all), ", by writer and in the order they were made.")]
                pub fn $all(&self) -> impl DoubleEndedIterator<Item = &$thing> + ExactSizeIterator {
                    self.$all.values()
                }
            )+

            /// Whatever this reference points at.
            #[must_use]
            pub fn thing(&self, of: Ref) -> Option<Thing<'_>> {
                None$(.or_else(|| self.$one($key(of)).map(Thing::$thing)))+
            }
        }
    };
}

shelves! {
    matter, matters: MatterRef => Matter;
    task, tasks: TaskRef => Task;
    meeting, meetings: MeetingRef => Meeting;
    note, notes: NoteRef => Note;
    person, people: PersonRef => Person;
    body, bodies: BodyRef => Body;
    notice, notices: NoticeRef => Notice;
    objection, objections: ObjectionRef => Objection;
    vote, votes: VoteRef => Vote;
    unit, units: UnitRef => Unit;
}

impl Thing<'_> {
    /// What kind of thing it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Matter(_) => Kind::Matter,
            Self::Meeting(_) => Kind::Meeting,
            Self::Task(_) => Kind::Task,
            Self::Person(_) => Kind::Person,
            Self::Body(_) => Kind::Body,
            Self::Notice(_) => Kind::Notice,
            Self::Note(_) => Kind::Note,
            Self::Objection(_) => Kind::Objection,
            Self::Vote(_) => Kind::Vote,
            Self::Unit(_) => Kind::Unit,
        }
    }

    fn id(&self) -> &str {
        match self {
            Self::Matter(thing) => &thing.id,
            Self::Meeting(thing) => &thing.id,
            Self::Task(thing) => &thing.id,
            Self::Person(thing) => &thing.id,
            Self::Body(thing) => &thing.id,
            Self::Notice(thing) => &thing.id,
            Self::Note(thing) => &thing.id,
            Self::Objection(thing) => &thing.id,
            Self::Vote(thing) => &thing.id,
            Self::Unit(thing) => &thing.id,
        }
    }

    /// Whether a newer program has written about it, so that here it can only be read.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        match self {
            Self::Matter(thing) => thing.newer,
            Self::Meeting(thing) => thing.newer,
            Self::Task(thing) => thing.newer,
            Self::Person(thing) => thing.newer,
            Self::Body(thing) => thing.newer,
            Self::Notice(thing) => thing.newer,
            Self::Note(thing) => thing.newer,
            Self::Objection(thing) => thing.newer,
            Self::Vote(thing) => thing.newer,
            Self::Unit(thing) => thing.newer,
        }
    }
}

impl Register {
    /// The rules in force.
    #[must_use]
    pub fn rules(&self) -> &Arc<RuleSet> {
        &self.rules
    }

    /// Every rule set adopted so far, oldest first.
    #[must_use]
    pub fn adoptions(&self) -> &[Adoption] {
        &self.adoptions
    }

    /// All numbers given.
    #[must_use]
    pub fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    /// The number of a thing as it is shown, marked where two laptops gave the same one.
    #[must_use]
    pub fn id(&self, of: impl Into<Ref>) -> String {
        let of = of.into();
        self.thing(of).map_or_else(String::new, |thing| self.numbers.shown(thing.id(), thing.kind(), of))
    }

    /// All acts in the order of the fold, those taken back included.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether an act was taken back and has not been brought back.
    #[must_use]
    pub fn is_undone(&self, act: ActId) -> bool {
        self.undone.contains(&act)
    }

    /// Acts that did not take full effect: they rest on something that is missing or was taken back elsewhere, and wait for
    /// it; or, in ignorance of each other, two laptops took steps that exclude each other, and these came second.
    #[must_use]
    pub fn suspended(&self) -> &[ActId] {
        &self.suspended
    }

    /// The acts that touch a thing, oldest first, those taken back left out.
    pub fn history(&self, of: impl Into<Ref>) -> impl Iterator<Item = &Entry> {
        let of = of.into();
        self.entries
            .iter()
            .filter(move |entry| !self.undone.contains(&entry.id()))
            .filter(move |entry| entry.events.iter().any(|event| event.touch().of().contains(&of)))
    }

    /// The units that stand on the register in this place: one, unless two laptops added them without knowing each other.
    pub fn units_at(&self, place: &Place) -> impl Iterator<Item = &Unit> {
        self.places.get(place).into_iter().flatten().filter_map(|unit| self.unit(*unit))
    }

    /// Who answers for a matter now: the lead of its newest open task.
    #[must_use]
    pub fn lead(&self, matter: &Matter) -> Option<Lead> {
        matter.tasks.iter().rev().filter_map(|task| self.task(*task)).find(|task| task.state.is_open()).map(|t| t.lead)
    }

    /// The body a lead belongs to.
    #[must_use]
    pub fn body_of(&self, lead: Lead) -> Option<&Body> {
        match lead {
            Lead::Body(body) => self.body(body),
            Lead::Person(person) => self.body(self.person(person)?.body),
        }
    }
}
