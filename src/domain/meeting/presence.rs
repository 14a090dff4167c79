//! Who is there at each moment: read off the marks of attendance, whenever they were made.

use super::{Mark, Meeting};
use crate::domain::code::Attendance;
use crate::domain::entry::Instant;
use crate::domain::id::PersonRef;

impl Meeting {
    /// Everybody's attendance as it stands after all that was marked, in the order of the first mark.
    #[must_use]
    pub fn attendance(&self) -> Vec<&Mark> {
        self.marked(None)
    }

    /// Everybody's attendance as it was at a moment.
    #[must_use]
    pub fn attendance_at(&self, at: Instant) -> Vec<&Mark> {
        self.marked(Some(at))
    }

    /// Who takes part now: present, online, or represented by somebody who is.
    pub fn taking_part(&self) -> impl Iterator<Item = PersonRef> {
        self.part(None)
    }

    /// Who took part at a moment.
    pub fn taking_part_at(&self, at: Instant) -> impl Iterator<Item = PersonRef> {
        self.part(Some(at))
    }

    /// Who is in the room or on the line at a moment, with or without a vote; observers too.
    pub fn in_the_room(&self, at: Instant) -> impl Iterator<Item = PersonRef> {
        self.here(Some(at)).into_iter().filter(|mark| mark.state.can_speak()).map(|mark| mark.person)
    }

    fn part(&self, limit: Option<Instant>) -> impl Iterator<Item = PersonRef> {
        let here = self.here(limit);
        // A proxy counts only while its holder is there in person.
        let in_person = |person: PersonRef| here.iter().any(|mark| mark.person == person && mark.state.is_in_person());
        let takes_part = |mark: &&&Mark| match mark.state {
            Attendance::Represented => mark.by_proxy.is_some_and(in_person),
            state => state.is_in_person(),
        };
        here.iter().filter(takes_part).map(|mark| mark.person).collect::<Vec<_>>().into_iter()
    }

    /// Those marked since everybody last went home.
    fn here(&self, limit: Option<Instant>) -> Vec<&Mark> {
        let went_home = self.went_home(limit);
        let mut here = self.marked(limit);
        here.retain(|mark| went_home.is_none_or(|night| mark.at > night));
        here
    }

    /// The mark that counts for each person: the latest by its own time, for it may be made afterwards. “Absent” and “on
    /// leave” are said of the whole meeting and yield to whatever is marked later.
    fn marked(&self, limit: Option<Instant>) -> Vec<&Mark> {
        let mut counts: Vec<&Mark> = Vec::new();
        for mark in self.marks.iter().filter(|mark| limit.is_none_or(|limit| mark.at <= limit)) {
            match counts.iter_mut().find(|known| known.person == mark.person) {
                Some(known) if mark.at >= known.at || known.state.is_away() => *known = mark,
                Some(_) => {}
                None => counts.push(mark),
            }
        }
        counts
    }
}

impl Attendance {
    /// Whether somebody so marked takes part in person, here or online.
    #[must_use]
    pub fn is_in_person(self) -> bool {
        matches!(self, Self::Present | Self::Online)
    }

    /// Whether somebody so marked is here and can be given the floor.
    #[must_use]
    pub fn can_speak(self) -> bool {
        matches!(self, Self::Present | Self::Online | Self::InAttendance | Self::Observer)
    }

    /// Whether somebody so marked was not there at all.
    #[must_use]
    pub fn is_away(self) -> bool {
        matches!(self, Self::Absent | Self::Excused)
    }
}
