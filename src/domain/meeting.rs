//! A meeting 会议 and its minutes as the facts so far make them.

use super::code::{Attendance, DecisionKind, MeetingKind, NoteKind, Outcome, codes};
use super::edits::{Editable, Edits};
use super::entry::Instant;
use super::event::MeetingField;
use super::id::{BodyRef, MatterRef, MeetingRef, NoteRef, NoticeRef, PersonRef};

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
    /// When it was called.
    pub convened_at: Instant,
    /// Where it stands.
    pub state: MeetingState,
    /// When it was opened.
    pub opened_at: Option<Instant>,
    /// When it ended.
    pub adjourned_at: Option<Instant>,
    /// Its agenda, in order of number; items taken off stay, marked.
    pub agenda: Vec<Item>,
    /// The item under discussion.
    pub current: Option<u32>,
    /// Attendance marks, in the order they were made.
    pub marks: Vec<Mark>,
    /// The minutes, in order.
    pub notes: Vec<NoteRef>,
    /// Bodies that confirmed the minutes.
    pub confirmed: Vec<Confirmation>,
    /// Notices about it.
    pub notices: Vec<NoticeRef>,
    /// Why it was called off.
    pub cancelled: Option<String>,
    /// Edits of its fields.
    pub edits: Edits<MeetingField>,
    /// Whether a newer program has written about it.
    pub newer: bool,
}

/// An item of an agenda.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its number, from 1, never given again.
    pub number: u32,
    /// Its matter, or the matter a free topic became.
    pub matter: Option<MatterRef>,
    /// A free topic.
    pub topic: Option<String>,
    /// Planned minutes.
    pub minutes: Option<u32>,
    /// The kind of decision asked for.
    pub decision: Option<DecisionKind>,
    /// Whether it was taken off again.
    pub taken_off: bool,
    /// When it was first taken up.
    pub taken_up: Option<Instant>,
    /// What was made of it.
    pub resolution: Option<Resolution>,
}

/// What a meeting made of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolution {
    /// When.
    pub at: Instant,
    /// The outcome.
    pub outcome: Outcome,
    /// The words.
    pub text: Option<String>,
    /// To whom it was referred.
    pub refer_to: Option<String>,
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

/// A body's confirmation of the minutes.
#[derive(Debug, Clone, PartialEq)]
pub struct Confirmation {
    /// The body.
    pub body: BodyRef,
    /// Who confirmed for it.
    pub by: String,
    /// When.
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
    /// When.
    pub at: Instant,
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
    /// An item by its number, those taken off left out.
    #[must_use]
    pub fn item(&self, number: u32) -> Option<&Item> {
        self.agenda.iter().find(|item| item.number == number && !item.taken_off)
    }

    /// The items that are on the agenda.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.agenda.iter().filter(|item| !item.taken_off)
    }

    /// The items that nothing was made of.
    pub fn unsettled(&self) -> impl Iterator<Item = &Item> {
        self.items().filter(|item| item.resolution.is_none())
    }

    /// Everybody's attendance as it was last marked, in the order of the first mark.
    #[must_use]
    pub fn attendance(&self) -> Vec<&Mark> {
        let mut last: Vec<&Mark> = Vec::new();
        for mark in &self.marks {
            match last.iter_mut().find(|known| known.person == mark.person) {
                Some(known) => *known = mark,
                None => last.push(mark),
            }
        }
        last
    }

    /// Who takes part now: present, online, or represented by a proxy.
    pub fn taking_part(&self) -> impl Iterator<Item = PersonRef> {
        self.attendance().into_iter().filter(|mark| mark.state.takes_part()).map(|mark| mark.person)
    }
}

impl Attendance {
    /// Whether somebody so marked takes part, in person or through a proxy.
    #[must_use]
    pub fn takes_part(self) -> bool {
        matches!(self, Self::Present | Self::Online | Self::Represented)
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
