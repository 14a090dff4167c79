//! A changed field: what it is called, and its value in words. Must not know whether the change is shown or offered.

use chrono::NaiveDate;

use super::Text;
use crate::domain::event::{BodyField, MatterField, MeetingField, PersonField};
use crate::domain::id::PersonRef;
use crate::domain::register::Register;

impl Text {
    pub(super) fn body_field(self, field: &BodyField) -> (&'static str, String) {
        match field {
            BodyField::Kind(kind) => (self.part_kind(), self.body_kind(*kind).to_owned()),
            BodyField::Name(name) => (self.part_name(), name.clone().unwrap_or_default()),
            BodyField::Place(place) => (self.part_place(), place.clone().unwrap_or_default()),
        }
    }

    pub(super) fn person_field(
        self,
        register: &Register,
        field: &PersonField,
        on: NaiveDate,
    ) -> (&'static str, String) {
        match field {
            PersonField::Name(name) => (self.part_name(), name.clone()),
            PersonField::Body(body) => (self.part_body(), self.body_named(register, *body).to_owned()),
            PersonField::Role(role) => (self.part_role(), role.clone().unwrap_or_default()),
            PersonField::Phone(phone) => (self.part_phone(), phone.clone().unwrap_or_default()),
            PersonField::Place(place) => (self.part_place(), place.clone().unwrap_or_default()),
            PersonField::Voting(voting) => {
                (self.part_voting(), if *voting { self.has_vote() } else { self.has_no_vote() }.to_owned())
            }
            PersonField::Until(until) => (self.part_until(), until.map(|day| self.date(day, on)).unwrap_or_default()),
        }
    }

    /// What a field of a matter is called, and a value of it in words; days of the year of `on` without their year.
    #[must_use]
    pub fn matter_field(self, register: &Register, field: &MatterField, on: NaiveDate) -> (&'static str, String) {
        use MatterField as F;
        match field {
            F::Title(title) => (self.part_title(), title.clone()),
            F::Channel(channel) => (self.part_channel(), self.channel(*channel).to_owned()),
            F::RaisedBy(name) => (self.part_raised_by(), name.clone().unwrap_or_default()),
            F::Place(place) => (self.part_place(), place.clone().unwrap_or_default()),
            F::Category(code) => {
                let code = code.as_deref().unwrap_or_default();
                (self.part_category(), self.category(register, code).to_owned())
            }
            F::Nature(nature) => (self.part_nature(), self.nature(*nature).to_owned()),
            F::Detail(detail) => (self.part_detail(), detail.clone().unwrap_or_default()),
            F::Households(n) => (self.part_households(), n.to_string()),
            F::Flags(flags) => {
                let flags: Vec<&str> = flags.iter().map(|flag| self.flag(*flag)).collect();
                (self.part_flags(), self.listed(&flags))
            }
            F::Level(level) => (self.part_level(), self.level(*level).to_owned()),
            F::Priority(priority) => (self.part_priority(), self.priority(*priority).to_owned()),
            F::Due(due) => (self.part_due(), self.deadline(*due, on)),
            F::Decision(decision) => (self.part_decision(), self.decision(*decision).to_owned()),
            F::Route(route) => (self.part_route(), self.route(*route).to_owned()),
            F::Depth(depth) => (self.part_depth(), self.depth(*depth).to_owned()),
        }
    }

    pub(super) fn meeting_field(
        self,
        register: &Register,
        field: &MeetingField,
        on: NaiveDate,
    ) -> (&'static str, String) {
        use MeetingField as F;
        let person_or_none = |person: Option<PersonRef>| {
            person.map(|person| self.person_named(register, person).to_owned()).unwrap_or_default()
        };
        match field {
            F::Kind(kind) => (self.part_kind(), self.meeting_kind(*kind).to_owned()),
            F::Title(title) => (self.part_title(), title.clone()),
            F::At(at) => (self.part_at(), self.moment(*at, on)),
            F::Place(place) => (self.part_place(), place.clone().unwrap_or_default()),
            F::Chair(person) => (self.part_chair(), person_or_none(*person)),
            F::Secretary(person) => (self.part_secretary(), person_or_none(*person)),
            F::Invite(people) => {
                let names: Vec<&str> = people.iter().map(|person| self.person_named(register, *person)).collect();
                (self.part_invite(), self.listed(&names))
            }
            F::Series(series) => (self.part_series(), series.clone().unwrap_or_default()),
            F::Number(number) => (self.part_number(), number.map(|number| number.to_string()).unwrap_or_default()),
            F::Minutes(minutes) => {
                (self.part_minutes(), minutes.map(|minutes| minutes.to_string()).unwrap_or_default())
            }
        }
    }
}
