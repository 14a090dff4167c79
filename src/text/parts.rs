//! What fields are called inside a sentence: "please fill in the reason", "changed the place of". Must not know which
//! sentence.

use super::Text;

messages! {
    part_about { zh: "公示对象"; en: "what it is about" }
    part_approved_by { zh: "批准人"; en: "approver" }
    part_at { zh: "时间"; en: "time" }
    part_body { zh: "单位"; en: "body" }
    part_reservation { zh: "保留意见"; en: "reservation" }
    part_by { zh: "姓名"; en: "name of the person" }
    part_choice { zh: "怎么投"; en: "choice" }
    part_choices { zh: "每人可选数"; en: "number of choices" }
    part_counts { zh: "各项票数"; en: "votes of each option" }
    part_for { zh: "同意票数"; en: "votes for" }
    part_against { zh: "反对票数"; en: "votes against" }
    part_abstain { zh: "弃权票数"; en: "abstentions" }
    part_members { zh: "成员总数"; en: "number of members" }
    part_options { zh: "候选项"; en: "options" }
    part_question { zh: "表决内容"; en: "question" }
    part_seats { zh: "名额"; en: "number of seats" }
    part_by_proxy { zh: "受托人"; en: "proxy" }
    part_category { zh: "类别"; en: "category" }
    part_chair { zh: "主持人"; en: "chair" }
    part_channel { zh: "渠道"; en: "channel" }
    part_days { zh: "天数"; en: "number of days" }
    part_decision { zh: "决定方式"; en: "kind of decision" }
    part_depth { zh: "议事深度"; en: "depth" }
    part_detail { zh: "详情"; en: "account" }
    part_due { zh: "期限"; en: "deadline" }
    part_ending { zh: "办结方式"; en: "how it ended" }
    part_evidence { zh: "佐证文件"; en: "evidence" }
    part_flags { zh: "涉及事项"; en: "account of what it involves" }
    part_helpers { zh: "协办"; en: "supporting bodies" }
    part_households { zh: "户数"; en: "number of households" }
    part_into { zh: "并入"; en: "matter it goes into" }
    part_invite { zh: "邀请名单"; en: "list of those invited" }
    part_item { zh: "议程项"; en: "item" }
    part_kind { zh: "类型"; en: "kind" }
    part_lead { zh: "承办"; en: "lead" }
    part_level { zh: "层级"; en: "level" }
    part_matter { zh: "事项"; en: "matter" }
    part_means { zh: "方式"; en: "means" }
    part_meeting { zh: "会议"; en: "meeting" }
    part_minutes { zh: "分钟数"; en: "number of minutes" }
    part_name { zh: "名称"; en: "name" }
    part_nature { zh: "性质"; en: "nature" }
    part_note { zh: "记录条目"; en: "minutes entry" }
    part_notice { zh: "公示"; en: "notice" }
    part_objection { zh: "异议"; en: "objection" }
    part_outcome { zh: "结果"; en: "outcome" }
    part_number { zh: "次数"; en: "number in the series" }
    part_order { zh: "议程顺序"; en: "order of the agenda" }
    part_person { zh: "人员"; en: "person" }
    part_undertakes { zh: "承诺内容"; en: "undertaking" }
    part_percent { zh: "完成比例"; en: "percentage" }
    part_phone { zh: "电话"; en: "telephone number" }
    part_place { zh: "地点"; en: "place" }
    part_preset { zh: "预设"; en: "preset" }
    part_priority { zh: "缓急"; en: "priority" }
    part_raised_by { zh: "提出人"; en: "raiser" }
    part_reached { zh: "是否联系上"; en: "whether anybody was reached" }
    part_reason { zh: "理由"; en: "reason" }
    part_refer_to { zh: "转交去向"; en: "body it is referred to" }
    part_role { zh: "职务"; en: "role" }
    part_route { zh: "办理方式"; en: "route" }
    part_rules { zh: "规则全文"; en: "rules" }
    part_satisfaction { zh: "满意度"; en: "satisfaction" }
    part_secretary { zh: "记录人"; en: "secretary" }
    part_series { zh: "系列名"; en: "series" }
    part_solved { zh: "是否解决"; en: "whether it was solved" }
    part_speaker { zh: "发言人"; en: "speaker" }
    part_state { zh: "到会情况"; en: "attendance" }
    part_task { zh: "任务"; en: "task" }
    part_text { zh: "内容"; en: "text" }
    part_title { zh: "标题"; en: "title" }
    part_topic { zh: "议题"; en: "topic" }
    part_until { zh: "截止"; en: "end" }
    part_received { zh: "收票时间"; en: "time it was handed in" }
    part_scrutineer { zh: "监票人"; en: "scrutineer" }
    part_teller { zh: "计票人"; en: "teller" }
    part_secret { zh: "是否无记名"; en: "whether ballots are secret" }
    part_offers { zh: "选票选项"; en: "choices on the ballot" }
    part_voting { zh: "表决权"; en: "vote" }
    part_waits_for { zh: "在等什么"; en: "what it waits for" }
    part_where { zh: "张贴处"; en: "place of posting" }
}

impl Text {
    /// What a field is called inside a sentence; the field's own name where it has none.
    #[must_use]
    pub fn part(self, field: &str) -> &str {
        match field {
            "about" => self.part_about(),
            "approved_by" => self.part_approved_by(),
            "at" => self.part_at(),
            "body" => self.part_body(),
            "reservation" => self.part_reservation(),
            "by" => self.part_by(),
            "abstain" => self.part_abstain(),
            "against" => self.part_against(),
            "choice" => self.part_choice(),
            "choices" => self.part_choices(),
            "counts" => self.part_counts(),
            "for" => self.part_for(),
            "members" => self.part_members(),
            "options" => self.part_options(),
            "question" => self.part_question(),
            "seats" => self.part_seats(),
            "by_proxy" => self.part_by_proxy(),
            "category" => self.part_category(),
            "chair" => self.part_chair(),
            "channel" => self.part_channel(),
            "days" => self.part_days(),
            "decision" => self.part_decision(),
            "depth" => self.part_depth(),
            "detail" => self.part_detail(),
            "due" => self.part_due(),
            "ending" => self.part_ending(),
            "evidence" => self.part_evidence(),
            "flags" => self.part_flags(),
            "helpers" => self.part_helpers(),
            "households" => self.part_households(),
            "into" => self.part_into(),
            "invite" => self.part_invite(),
            "item" => self.part_item(),
            "kind" => self.part_kind(),
            "lead" => self.part_lead(),
            "level" => self.part_level(),
            "matter" => self.part_matter(),
            "means" => self.part_means(),
            "meeting" => self.part_meeting(),
            "minutes" => self.part_minutes(),
            "name" => self.part_name(),
            "nature" => self.part_nature(),
            "note" => self.part_note(),
            "notice" => self.part_notice(),
            "objection" => self.part_objection(),
            "outcome" => self.part_outcome(),
            "number" => self.part_number(),
            "order" => self.part_order(),
            "person" => self.part_person(),
            "undertakes" => self.part_undertakes(),
            "percent" => self.part_percent(),
            "phone" => self.part_phone(),
            "place" => self.part_place(),
            "preset" => self.part_preset(),
            "priority" => self.part_priority(),
            "raised_by" => self.part_raised_by(),
            "reached" => self.part_reached(),
            "reason" => self.part_reason(),
            "refer_to" => self.part_refer_to(),
            "role" => self.part_role(),
            "route" => self.part_route(),
            "rules" => self.part_rules(),
            "satisfaction" => self.part_satisfaction(),
            "secretary" => self.part_secretary(),
            "series" => self.part_series(),
            "solved" => self.part_solved(),
            "speaker" => self.part_speaker(),
            "state" => self.part_state(),
            "task" => self.part_task(),
            "text" => self.part_text(),
            "title" => self.part_title(),
            "topic" => self.part_topic(),
            "until" => self.part_until(),
            "received" => self.part_received(),
            "scrutineer" => self.part_scrutineer(),
            "teller" => self.part_teller(),
            "secret" => self.part_secret(),
            "offers" => self.part_offers(),
            "voting" => self.part_voting(),
            "waits_for" => self.part_waits_for(),
            "where" => self.part_where(),
            other => self.unit_part(other).or_else(|| self.chain_part(other)).unwrap_or(other),
        }
    }
}
