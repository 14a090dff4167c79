//! A meeting 会议 and its minutes as the facts so far make them.

mod agenda;
mod carry_over;
mod checklist;
mod course;
mod expected;
mod floor;
mod left_over;
mod order;
mod plan;
mod presence;
mod proposal;
mod room;
mod signing;

use super::code::{Attendance, MeetingKind, NoteKind, Stance, codes};
use super::edits::{Editable, Edits};
use super::entry::Instant;
use super::event::MeetingField;
use super::id::{ActId, BodyRef, MeetingRef, NoteRef, NoticeRef, PersonRef};
use super::rule_set::RuleSet;

pub use agenda::{Item, Outlined, Resolution};
pub use carry_over::Whereabouts;
pub use checklist::{Check, CheckState, Remedy, Requirement, is_notice_short, missing_bodies};
pub use course::{Course, Step};
pub use expected::{members, who_came_last};
pub use floor::{Floor, Hand, Turn};
pub use left_over::{LeftOver, last_before, left_over};
pub use order::Shift;
pub use plan::{Plan, Slot};
pub use proposal::Proposal;
pub use room::{Room, Seats, Turned, Whole};
pub use signing::{Confirmation, Correction, MinutesObjection, Reworded, Signature, Struck};

codes! {
    /// Where a meeting stands.
    MeetingState {
        /// Called, not begun.
        Planned = "planned",
        /// In session.
        Open = "open",
        /// Ended.
        Adjourned = "adjourned",
        /// Ended, with its minutes fixed.
        Sealed = "sealed",
        /// Called off.
        Cancelled = "cancelled",
    }
}

/// A meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// Itself.
    pub key: MeetingRef,
    /// Its number.
    pub id: String,
    /// What kind of meeting.
    pub kind: MeetingKind,
    /// Its title.
    pub title: String,
    /// When it begins.
    pub at: Instant,
    /// Where.
    pub place: Option<String>,
    /// Who chairs.
    pub chair: Option<PersonRef>,
    /// Who takes the minutes.
    pub secretary: Option<PersonRef>,
    /// Who is expected.
    pub invite: Vec<PersonRef>,
    /// The series it belongs to.
    pub series: Option<String>,
    /// Its number in the series.
    pub number: Option<u32>,
    /// How long it is planned to last, in minutes, where that was said of this one.
    pub minutes: Option<u32>,
    /// When it was called.
    pub convened_at: Instant,
    /// Where it stands.
    pub state: MeetingState,
    /// When it was opened.
    pub opened_at: Option<Instant>,
    /// When it ended.
    pub adjourned_at: Option<Instant>,
    /// Its agenda, in the order last given to it; items taken off stay, marked.
    pub agenda: Vec<Item>,
    /// The item under discussion.
    pub current: Option<u32>,
    /// What happened when, from its opening on.
    pub course: Vec<Step>,
    /// The interruption that lasts.
    pub paused: Option<Pause>,
    /// Who asked for the floor, and who had it.
    pub floor: Floor,
    /// Attendance marks, in the order they were made.
    pub marks: Vec<Mark>,
    /// The minutes, in order.
    pub notes: Vec<NoteRef>,
    /// Bodies that confirmed the minutes.
    pub confirmed: Vec<Confirmation>,
    /// Objections of bodies to the minutes, in order.
    pub objections: Vec<MinutesObjection>,
    /// The act that sealed the minutes; the seal on paper is that of its line.
    pub sealed: Option<ActId>,
    /// Corrections added once it was over, in order.
    pub corrections: Vec<Correction>,
    /// Notices about it.
    pub notices: Vec<NoticeRef>,
    /// Why it was called off.
    pub cancelled: Option<String>,
    /// Edits of its fields.
    pub edits: Edits<MeetingField>,
    /// Whether a newer program has written about it.
    pub newer: bool,
}

/// An interruption.
#[derive(Debug, Clone, PartialEq)]
pub struct Pause {
    /// Since when.
    pub since: Instant,
    /// Why.
    pub reason: Option<String>,
    /// When it is to go on.
    pub until: Option<Instant>,
}

/// A mark of attendance.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The person.
    pub person: PersonRef,
    /// How the person stands to the meeting.
    pub state: Attendance,
    /// Who holds the proxy.
    pub by_proxy: Option<PersonRef>,
    /// From when on.
    pub at: Instant,
}

/// An entry of the minutes.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Itself.
    pub key: NoteRef,
    /// Its number.
    pub id: String,
    /// The meeting.
    pub meeting: MeetingRef,
    /// The item then under discussion.
    pub item: Option<u32>,
    /// What kind of entry.
    pub kind: NoteKind,
    /// The words.
    pub text: String,
    /// Who said it.
    pub speaker: Option<PersonRef>,
    /// For which body.
    pub body: Option<BodyRef>,
    /// For or against.
    pub stance: Option<Stance>,
    /// The motion that an amendment would change.
    pub motion: Option<NoteRef>,
    /// What the body undertakes.
    pub undertakes: Option<String>,
    /// When it was said.
    pub at: Instant,
    /// Who struck it, when and why.
    pub struck: Option<Struck>,
    /// How its words were changed, oldest first.
    pub reworded: Vec<Reworded>,
    /// Edits of the words.
    pub edits: Edits<NoteWords>,
    /// Whether a newer program has written about it.
    pub newer: bool,
}

/// The one field of a note that can be changed.
#[derive(Debug, Clone, PartialEq)]
pub enum NoteWords {
    /// The words.
    Text(String),
}

impl Meeting {
    /// How long it is planned to last, in minutes: as was said of it, else by the rules.
    #[must_use]
    pub fn planned_minutes(&self, rules: &RuleSet) -> Option<u32> {
        self.minutes.or_else(|| rules.meeting(self.kind).minutes)
    }

    /// When it is to begin, or to go on after an interruption.
    #[must_use]
    pub fn next_at(&self) -> Instant {
        self.paused.as_ref().and_then(|pause| pause.until).unwrap_or(self.at)
    }

    /// Whether it was held, or is being held.
    #[must_use]
    pub fn was_held(&self) -> bool {
        matches!(self.state, MeetingState::Open | MeetingState::Adjourned | MeetingState::Sealed)
    }
}

impl Editable for Meeting {
    type Field = MeetingField;

    fn field(&self, like: &Self::Field) -> Option<Self::Field> {
        use MeetingField as F;
        match like {
            F::Kind(_) => Some(F::Kind(self.kind)),
            F::Title(_) => Some(F::Title(self.title.clone())),
            F::At(_) => Some(F::At(self.at)),
            F::Place(_) => Some(F::Place(self.place.clone())),
            F::Chair(_) => Some(F::Chair(self.chair)),
            F::Secretary(_) => Some(F::Secretary(self.secretary)),
            F::Invite(_) => Some(F::Invite(self.invite.clone())),
            F::Series(_) => Some(F::Series(self.series.clone())),
            F::Number(_) => Some(F::Number(self.number)),
            F::Minutes(_) => Some(F::Minutes(self.minutes)),
        }
    }

    fn set(&mut self, field: Self::Field) {
        use MeetingField as F;
        match field {
            F::Kind(kind) => self.kind = kind,
            F::Title(title) => self.title = title,
            F::At(at) => self.at = at,
            F::Place(place) => self.place = place,
            F::Chair(chair) => self.chair = chair,
            F::Secretary(secretary) => self.secretary = secretary,
            F::Invite(invite) => self.invite = invite,
            F::Series(series) => self.series = series,
            F::Number(number) => self.number = number,
            F::Minutes(minutes) => self.minutes = minutes,
        }
    }

    fn edits(&self) -> &Edits<Self::Field> {
        &self.edits
    }

    fn edits_mut(&mut self) -> &mut Edits<Self::Field> {
        &mut self.edits
    }
}

impl Editable for Note {
    type Field = NoteWords;

    fn field(&self, _: &Self::Field) -> Option<Self::Field> {
        Some(NoteWords::Text(self.text.clone()))
    }

    fn set(&mut self, NoteWords::Text(text): Self::Field) {
        self.text = text;
    }

    fn edits(&self) -> &Edits<Self::Field> {
        &self.edits
    }

    fn edits_mut(&mut self) -> &mut Edits<Self::Field> {
        &mut self.edits
    }
}
