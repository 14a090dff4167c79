//! Units, their owners and their ballots in words. Must not know where they are shown.

use super::{Lang, Text};
use crate::domain::event::UnitField;
use crate::domain::poll::{BallotForm, UnitBallot};
use crate::domain::refusal::UnitRefusal;
use crate::domain::register::Register;
use crate::domain::unit::{Unit, UnitUse};
use crate::domain::vote::{Measure, OwnersMatter};

words! {
    /// What a unit is used for.
    unit_use(UnitUse) {
        Home: "住宅", "home";
        Shop: "商铺", "shop";
        Garage: "车库", "garage";
        Storage: "储藏室", "storage";
        Parking: "车位", "parking";
    }

    /// How a ballot came in.
    ballot_form(BallotForm) {
        Paper: "纸质票", "on paper";
        Electronic: "电子票", "electronic";
    }

    /// The nine matters that owners decide jointly.
    owners_matter(OwnersMatter) {
        AssemblyRules: "业主大会议事规则", "the rules of the owners' assembly";
        Covenant: "管理规约", "the management covenant";
        ElectCommittee: "选举或更换业主委员会成员", "electing the owners' committee";
        HirePropertyCompany: "选聘或解聘物业服务企业", "hiring or dismissing the property company";
        UseFund: "使用维修资金", "using the maintenance fund";
        RaiseFund: "筹集维修资金", "raising the maintenance fund";
        RebuildOrAlter: "改建重建建筑物及其附属设施", "rebuilding or altering the building";
        ChangeCommonUse: "改变共有部分用途或利用共有部分经营", "changing the use of common parts";
        OtherMajor: "其他重大事项", "other major matters";
    }
}

messages! {
    part_building { zh: "楼栋"; en: "building" }
    part_stairwell { zh: "单元"; en: "stairwell" }
    part_room { zh: "房号"; en: "room" }
    part_area { zh: "面积"; en: "area" }
    part_owner { zh: "业主代号"; en: "owner key" }
    part_use { zh: "用途"; en: "use" }
    part_developer { zh: "开发商未售或未交付"; en: "developer's" }
    part_unit { zh: "房屋"; en: "unit" }
    part_ballot { zh: "票号"; en: "ballot number" }
    part_proxy { zh: "代投人"; en: "proxy" }
    part_scope { zh: "表决范围"; en: "scope" }
    label_units_left(n: usize) { zh: "还有 {n} 套未投票"; en: "{n} units" }
    label_area { zh: "面积"; en: "Area" }
    label_use { zh: "用途"; en: "Use" }
    label_owner { zh: "业主"; en: "Owner" }
    label_silent { zh: "未投票业主"; en: "Silent owners" }
    developers { zh: "开发商"; en: "the developer's" }
    said_unit_added(place: &str, area: &str, usage: &str) { zh: "登记房屋：{place}，{area}，{usage}"; en: "added the unit {place}: {area}, {usage}" }
    said_unit_removed(unit: &str, reason: &str) { zh: "注销房屋 {unit}：{reason}"; en: "took the unit {unit} off the register: {reason}" }
    vote_unit_ballot(unit: &str, place: &str, said: &str) { zh: "{unit}（{place}）投票：{said}"; en: "{unit} ({place}) voted: {said}" }
    ballot_number(number: &str) { zh: "票号 {number}"; en: "ballot {number}" }
    ballot_proxy(proxy: &str) { zh: "{proxy}代投"; en: "by proxy {proxy}" }
    refused_area { zh: "面积应大于零，不超过一平方公里。"; en: "The area must be more than nothing, and at most a square kilometre." }
    refused_unit_taken(unit: &str, place: &str) { zh: "{place} 已经登记为 {unit}。"; en: "{place} is on the register already, as {unit}." }
    refused_unit_removed(unit: &str) { zh: "{unit} 已经注销，不能再改。"; en: "{unit} was taken off the register and cannot change." }
    refused_none_in_scope {
        zh: "表决范围内没有这些用途的房屋，请核对楼栋、单元和用途。";
        en: "There is no unit of these uses in scope. Please check buildings, stairwells and uses."
    }
    refused_unit_not_in_base(unit: &str, vote: &str) {
        zh: "{unit} 不在 {vote} 的表决范围：表决开始时没有登记、不在所列楼栋单元，或用途不计。";
        en: "{unit} is not in the base of {vote}: not on the register when it opened, out of scope, or of a use that does not count."
    }
    refused_unit_voted(unit: &str, ballot: &str, choice: &str) {
        zh: "{unit} 的票已经录入：{ballot}{choice}。录错了请先撤销再录；已结束的请用更正。";
        en: "The ballot of {unit} has been entered: {ballot}{choice}. Take a wrong entry back first; once it has closed, correct it."
    }
    refused_unit_ballot_of(number: &str) { zh: "票号 {number}，"; en: "ballot {number}, " }
    refused_ballot_taken(ballot: &str, unit: &str) {
        zh: "票号 {ballot} 已经用于 {unit}，请核对。";
        en: "Ballot {ballot} has been entered for {unit}; please check."
    }
    refused_owner_differs(unit: &str, choice: &str) {
        zh: "同一业主在 {unit} 已投：{choice}。一个业主是一人，名下各套须投得一样；请核实后再录。";
        en: "The same owner has voted for {unit}: {choice}. One owner is one head and says the same for every unit; please ask again."
    }
    refused_other_proxy(unit: &str, proxy: &str) {
        zh: "同一业主在 {unit} 由{proxy}投票；一个业主不能由两人代投。";
        en: "For {unit} the same owner voted by {proxy}; one owner has one proxy."
    }
    refused_own_hand { zh: "本人"; en: "own hand" }
    refused_proxy_full(proxy: &str, most: u32) {
        zh: "{proxy}已经代 {most} 位业主投票，规则不许再多。";
        en: "{proxy} votes for {most} owners already; the rule allows no more."
    }
    refused_no_following {
        zh: "这次表决的规则没有“随多数”一项。";
        en: "The rule of this vote has no “with the majority”."
    }
}

impl Text {
    /// What a field of a unit is called inside a sentence; none if it has no such field.
    pub(super) fn unit_part(self, field: &str) -> Option<&'static str> {
        Some(match field {
            "building" => self.part_building(),
            "stairwell" => self.part_stairwell(),
            "room" => self.part_room(),
            "area" => self.part_area(),
            "owner" => self.part_owner(),
            "use" => self.part_use(),
            "developer" => self.part_developer(),
            "unit" => self.part_unit(),
            "ballot" => self.part_ballot(),
            "proxy" => self.part_proxy(),
            "scope" => self.part_scope(),
            _ => return None,
        })
    }

    pub(super) fn unit_field(self, field: &UnitField) -> (&'static str, String) {
        use UnitField as F;
        match field {
            F::Building(building) => (self.part_building(), building.clone()),
            F::Stairwell(stairwell) => (self.part_stairwell(), stairwell.clone().unwrap_or_default()),
            F::Room(room) => (self.part_room(), room.clone()),
            F::Area(area) => (self.part_area(), self.amount(Measure::Area, area.0)),
            F::Owner(owner) => (self.part_owner(), owner.clone().unwrap_or_default()),
            F::Name(name) => (self.part_name(), name.clone().unwrap_or_default()),
            F::Usage(usage) => (self.part_use(), self.unit_use(*usage).to_owned()),
            F::Developer(developer) => {
                (self.part_developer(), if *developer { self.yes() } else { self.no() }.to_owned())
            }
        }
    }

    /// Whose a unit is: the developer's, or by the key of its owner.
    #[must_use]
    pub fn unit_owner(self, unit: &Unit) -> String {
        if unit.developer { self.developers().to_owned() } else { unit.owner.clone().unwrap_or_default() }
    }

    /// The ballot of a unit in a line.
    pub(super) fn unit_ballot(self, register: &Register, ballot: &UnitBallot) -> String {
        let place = register.unit(ballot.unit).map_or_else(|| "–".to_owned(), Unit::label);
        let facts = [
            Some(self.choice(ballot.choice).to_owned()),
            ballot.number.as_deref().map(|number| self.ballot_number(number)),
            ballot.form.map(|form| self.ballot_form(form).to_owned()),
            ballot.proxy.as_deref().map(|proxy| self.ballot_proxy(proxy)),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        self.vote_unit_ballot(&register.id(ballot.unit), &place, &self.listed(&facts))
    }

    pub(super) fn unit_refusal(self, refusal: &UnitRefusal) -> String {
        use UnitRefusal as R;
        match refusal {
            R::Area => self.refused_area().to_owned(),
            R::Taken { unit, place } => self.refused_unit_taken(unit, place),
            R::Removed { unit } => self.refused_unit_removed(unit),
            R::NoneInScope => self.refused_none_in_scope().to_owned(),
            R::NotInBase { unit, vote } => self.refused_unit_not_in_base(unit, vote),
            R::Voted { unit, ballot, choice } => {
                let ballot = ballot.as_deref().map(|number| self.refused_unit_ballot_of(number)).unwrap_or_default();
                self.refused_unit_voted(unit, &ballot, self.choice(*choice))
            }
            R::NumberTaken { ballot, unit } => self.refused_ballot_taken(ballot, unit),
            R::OwnerDiffers { unit, choice } => self.refused_owner_differs(unit, self.choice(*choice)),
            R::OtherProxy { unit, proxy } => {
                self.refused_other_proxy(unit, proxy.as_deref().unwrap_or_else(|| self.refused_own_hand()))
            }
            R::ProxyFull { proxy, most } => self.refused_proxy_full(proxy, *most),
            R::NoFollowing => self.refused_no_following().to_owned(),
        }
    }
}
