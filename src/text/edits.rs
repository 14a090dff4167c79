//! What a changed field is called, and its value in words. Must not know whether the change is shown or offered.

use super::Text;
use crate::domain::event::{BodyField, MatterField, MeetingField, PersonField};
use crate::domain::id::PersonRef;
use crate::domain::register::Register;

messages! {
    changed_at { zh: "时间"; en: "time" }
    changed_body { zh: "单位"; en: "body" }
    changed_category { zh: "类别"; en: "category" }
    changed_chair { zh: "主持人"; en: "chair" }
    changed_channel { zh: "来源"; en: "channel" }
    changed_decision { zh: "决定方式"; en: "kind of decision" }
    changed_depth { zh: "议事深度"; en: "depth" }
    changed_detail { zh: "详情"; en: "account" }
    changed_due { zh: "期限"; en: "deadline" }
    changed_flags { zh: "涉及内容"; en: "flags" }
    changed_households { zh: "户数"; en: "number of households" }
    changed_invite { zh: "邀请名单"; en: "list of those invited" }
    changed_kind { zh: "类型"; en: "kind" }
    changed_level { zh: "层级"; en: "level" }
    changed_name { zh: "名称"; en: "name" }
    changed_nature { zh: "性质"; en: "nature" }
    changed_no { zh: "否"; en: "no" }
    changed_phone { zh: "电话"; en: "telephone number" }
    changed_place { zh: "地点"; en: "place" }
    changed_priority { zh: "缓急"; en: "priority" }
    changed_raised_by { zh: "提出人"; en: "raiser" }
    changed_role { zh: "职务"; en: "role" }
    changed_route { zh: "办理方式"; en: "route" }
    changed_secretary { zh: "记录人"; en: "secretary" }
    changed_series { zh: "系列"; en: "series" }
    changed_title { zh: "标题"; en: "title" }
    changed_until { zh: "任期"; en: "term" }
    changed_voting { zh: "表决权"; en: "vote" }
    changed_yes { zh: "是"; en: "yes" }
}

impl Text {
    pub(super) fn body_field(self, field: &BodyField) -> (&'static str, String) {
        match field {
            BodyField::Kind(kind) => (self.changed_kind(), self.body_kind(*kind).to_owned()),
            BodyField::Name(name) => (self.changed_name(), name.clone().unwrap_or_default()),
            BodyField::Place(place) => (self.changed_place(), place.clone().unwrap_or_default()),
        }
    }

    pub(super) fn person_field(self, register: &Register, field: &PersonField) -> (&'static str, String) {
        match field {
            PersonField::Name(name) => (self.changed_name(), name.clone()),
            PersonField::Body(body) => (self.changed_body(), self.body_named(register, *body).to_owned()),
            PersonField::Role(role) => (self.changed_role(), role.clone().unwrap_or_default()),
            PersonField::Phone(phone) => (self.changed_phone(), phone.clone().unwrap_or_default()),
            PersonField::Place(place) => (self.changed_place(), place.clone().unwrap_or_default()),
            PersonField::Voting(voting) => {
                (self.changed_voting(), if *voting { self.changed_yes() } else { self.changed_no() }.to_owned())
            }
            PersonField::Until(until) => (self.changed_until(), until.map(|day| day.to_string()).unwrap_or_default()),
        }
    }

    /// What a field of a matter is called, and a value of it in words.
    #[must_use]
    pub fn matter_field(self, register: &Register, field: &MatterField) -> (&'static str, String) {
        use MatterField as F;
        match field {
            F::Title(title) => (self.changed_title(), title.clone()),
            F::Channel(channel) => (self.changed_channel(), self.channel(*channel).to_owned()),
            F::RaisedBy(name) => (self.changed_raised_by(), name.clone().unwrap_or_default()),
            F::Place(place) => (self.changed_place(), place.clone().unwrap_or_default()),
            F::Category(code) => {
                let code = code.as_deref().unwrap_or_default();
                (self.changed_category(), self.category(register, code).to_owned())
            }
            F::Nature(nature) => (self.changed_nature(), self.nature(*nature).to_owned()),
            F::Detail(detail) => (self.changed_detail(), detail.clone().unwrap_or_default()),
            F::Households(n) => (self.changed_households(), n.to_string()),
            F::Flags(flags) => {
                let flags: Vec<&str> = flags.iter().map(|flag| self.flag(*flag)).collect();
                (self.changed_flags(), self.listed(&flags))
            }
            F::Level(level) => (self.changed_level(), self.level(*level).to_owned()),
            F::Priority(priority) => (self.changed_priority(), self.priority(*priority).to_owned()),
            F::Due(due) => (self.changed_due(), self.plain_due(*due)),
            F::Decision(decision) => (self.changed_decision(), self.decision(*decision).to_owned()),
            F::Route(route) => (self.changed_route(), self.route(*route).to_owned()),
            F::Depth(depth) => (self.changed_depth(), self.depth(*depth).to_owned()),
        }
    }

    pub(super) fn meeting_field(self, register: &Register, field: &MeetingField) -> (&'static str, String) {
        use MeetingField as F;
        let person_or_none = |person: Option<PersonRef>| {
            person.map(|person| self.person_named(register, person).to_owned()).unwrap_or_default()
        };
        match field {
            F::Kind(kind) => (self.changed_kind(), self.meeting_kind(*kind).to_owned()),
            F::Title(title) => (self.changed_title(), title.clone()),
            F::At(at) => (self.changed_at(), at.format("%Y-%m-%d %H:%M").to_string()),
            F::Place(place) => (self.changed_place(), place.clone().unwrap_or_default()),
            F::Chair(person) => (self.changed_chair(), person_or_none(*person)),
            F::Secretary(person) => (self.changed_secretary(), person_or_none(*person)),
            F::Invite(people) => {
                let names: Vec<&str> = people.iter().map(|person| self.person_named(register, *person)).collect();
                (self.changed_invite(), self.listed(&names))
            }
            F::Series(series) => (self.changed_series(), series.clone().unwrap_or_default()),
        }
    }
}
