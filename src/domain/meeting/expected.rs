//! Who is to be asked to a meeting: whoever speaks for a body, whoever came last time. Proposals: nobody is invited by
//! themselves.

use chrono::NaiveDate;

use super::{Meeting, last_before};
use crate::domain::code::Attendance;
use crate::domain::id::{BodyRef, PersonRef};
use crate::domain::register::Register;
use crate::domain::time::day_of;

/// Everybody who speaks for a body on a day, in the order of the roster.
pub fn members(register: &Register, body: BodyRef, on: NaiveDate) -> impl Iterator<Item = PersonRef> {
    register.people().filter(move |person| person.body == body && person.serves_on(on)).map(|person| person.key)
}

/// Whoever came to the last meeting of the same series, or of the same kind where there is none, and still serves.
#[must_use]
pub fn who_came_last(register: &Register, meeting: &Meeting) -> Vec<PersonRef> {
    let came = last_before(register, meeting).map(Meeting::who_came).unwrap_or_default();
    still_serving(register, came, day_of(meeting.at))
}

/// Those among them who serve on a day.
pub(super) fn still_serving(register: &Register, mut people: Vec<PersonRef>, on: NaiveDate) -> Vec<PersonRef> {
    people.retain(|person| register.person(*person).is_some_and(|person| person.serves_on(on)));
    people
}

impl Meeting {
    /// Everybody who took part at some time, in the order in which they were marked; guests and observers are not asked
    /// again by themselves.
    #[must_use]
    pub fn who_came(&self) -> Vec<PersonRef> {
        let came = self.attendance().into_iter().filter(|mark| {
            matches!(mark.state, Attendance::Present | Attendance::Online | Attendance::Left | Attendance::Represented)
        });
        came.map(|mark| mark.person).collect()
    }
}
