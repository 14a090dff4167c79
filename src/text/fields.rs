//! What the fields of commands and the acts on a matter are called; must not know who asks for them.

use super::{Text, plural};
use crate::domain::code::{DecisionKind, Depth, Route};
use crate::domain::rule_set::Limit;

messages! {
    field_approved_by { zh: "批准人"; en: "Approved by" }
    field_answer { zh: "答复"; en: "Answer" }
    field_attendance { zh: "到会情况"; en: "Attendance" }
    field_by { zh: "确认人"; en: "Confirmed by" }
    field_by_proxy { zh: "委托给"; en: "Proxy" }
    field_at { zh: "时间"; en: "When" }
    field_body { zh: "单位"; en: "Body" }
    field_body_kind { zh: "单位类型"; en: "Kind" }
    field_category { zh: "类别"; en: "Category" }
    field_chair { zh: "主持人"; en: "Chair" }
    field_channel { zh: "渠道"; en: "Channel" }
    field_days { zh: "公示天数"; en: "Days posted" }
    field_decision { zh: "决定方式"; en: "Decision" }
    field_depth { zh: "议事深度"; en: "Depth" }
    field_detail { zh: "详情"; en: "Detail" }
    field_due { zh: "期限"; en: "Due" }
    field_ending { zh: "办结方式"; en: "How it ended" }
    field_evidence { zh: "佐证文件"; en: "Evidence" }
    field_flags { zh: "涉及事项"; en: "Involves" }
    field_helpers { zh: "协办"; en: "Supporting" }
    field_households { zh: "涉及户数"; en: "Households" }
    field_into { zh: "并入"; en: "Into" }
    field_invite { zh: "邀请"; en: "Invite" }
    field_lead { zh: "承办"; en: "Lead" }
    field_level { zh: "层级"; en: "Level" }
    field_matter { zh: "事项"; en: "Matter" }
    field_means { zh: "用什么方式"; en: "By what means" }
    field_meeting_kind { zh: "会议类型"; en: "Kind" }
    field_minutes { zh: "预计分钟"; en: "Planned minutes" }
    field_name { zh: "名称"; en: "Name" }
    field_nature { zh: "性质"; en: "Nature" }
    field_note_kind { zh: "种类"; en: "Kind" }
    field_notice_kind { zh: "公示种类"; en: "Kind" }
    field_objector { zh: "异议人"; en: "Who objects" }
    field_outcome { zh: "结果"; en: "Outcome" }
    field_percent { zh: "完成 %"; en: "% done" }
    field_person { zh: "姓名"; en: "Name" }
    field_phone { zh: "电话"; en: "Telephone" }
    field_place { zh: "地点"; en: "Place" }
    field_priority { zh: "缓急"; en: "Priority" }
    field_progress { zh: "进展"; en: "Progress" }
    field_raised_by { zh: "提出人"; en: "Raised by" }
    field_reached { zh: "联系上了吗"; en: "Reached" }
    field_reason { zh: "理由"; en: "Reason" }
    field_refer_to { zh: "转交给"; en: "Refer to" }
    field_remark { zh: "备注"; en: "Remark" }
    field_resolution { zh: "决议"; en: "Resolution" }
    field_result { zh: "办理结果"; en: "What was done" }
    field_role { zh: "职务"; en: "Role" }
    field_route { zh: "办理方式"; en: "Route" }
    field_satisfaction { zh: "满意吗"; en: "Satisfied" }
    field_secretary { zh: "记录人"; en: "Secretary" }
    field_solved { zh: "解决了吗"; en: "Solved" }
    field_speaker { zh: "发言人"; en: "Speaker" }
    field_task { zh: "要做什么"; en: "What to do" }
    field_told { zh: "说了什么"; en: "What was said" }
    field_topic { zh: "或自拟议题"; en: "Or another topic" }
    field_words { zh: "内容"; en: "Text" }
    field_title { zh: "标题"; en: "Title" }
    field_until { zh: "任期至"; en: "Term until" }
    field_voting { zh: "有表决权"; en: "Has a vote" }
    field_waits_for { zh: "在等什么"; en: "Waits for" }
    field_where { zh: "张贴处"; en: "Where" }
    yes { zh: "是"; en: "Yes" }
    no { zh: "否"; en: "No" }

    hint_title { zh: "一句话：什么事、在哪里"; en: "In a line: what it is, and where" }
    hint_raised_by { zh: "空着就是匿名"; en: "Leave empty for anonymous" }
    hint_due_day { zh: "周五、12-5、月底、+3（三天后）"; en: "fri, 12-5, month end, +3" }
    hint_due_default(due: &str) { zh: "空着就按办理方式：{due}"; en: "if empty, by the route: {due}" }
    // What is chosen, or taken where nothing is, and what it means.
    choice_means(name: &str, means: &str) { zh: "{name}：{means}"; en: "{name}: {means}" }
    choice_if_empty(name: &str, means: &str) { zh: "不选就是{name}：{means}"; en: "if empty, {name}: {means}" }
    depth_quick_means { zh: "可以直接派单，也可以上会"; en: "work can be assigned at once, or a meeting settles it" }
    depth_in_depth_means { zh: "先上会议定，才能派单或答复"; en: "a meeting settles it before work or an answer" }
    decision_consultation_means { zh: "大家商量到意见一致"; en: "it is talked over until people agree" }
    decision_assembly_means { zh: "到会的人表决"; en: "those who attend vote" }
    decision_owners_means { zh: "全体业主依法投票"; en: "all the owners vote, as the law asks" }
    route_in_full_of(route: &str, means: &str, limit: &str, due: &str) {
        zh: "{route}：{means}；{limit}，到 {due}"; en: "{route}: {means}; {limit}, by {due}"
    }
    limit_hours(n: u32) { zh: "{n} 小时内"; en: "within {n} {hours}", hours = plural(n, "hour", "hours") }
    limit_days(n: u32) { zh: "{n} 天内"; en: "within {n} {days}", days = plural(n, "day", "days") }
    limit_working_days(n: u32) {
        zh: "{n} 个工作日内"; en: "within {n} working {days}", days = plural(n, "day", "days")
    }
    hint_at { zh: "周五 19:00、明晚7点、12-5 19:00"; en: "fri 19:00, tomorrow 7pm, 12-5 19:00" }
    hint_day_keys(examples: &str, before: &str, after: &str) {
        zh: "{examples}；{before}/{after} 改天"; en: "{examples}; {before}/{after}: a day"
    }
    hint_similar(down: &str, open: &str, into: &str) {
        zh: "像是已经有了：{down} 选中，{open} 去看，{into} 记下并并入";
        en: "Perhaps raised already: {down} to go there, {open} opens, {into} records and merges"
    }
    hint_suggestions(down: &str, fill: &str) {
        zh: "可以填：{down} 选中，{fill} 填上；写新的也行"; en: "Known here: {down} to go there, {fill} fills in; or write a new one"
    }
    hint_number { zh: "按前面的数字选"; en: "A digit picks" }
    hint_numbers { zh: "按前面的数字勾选，再按一次取消"; en: "A digit ticks one, and again unticks it" }
    hint_digits_pick { zh: "按数字选，或打字来找（拼音首字母也行）"; en: "A digit picks; or type to look for one" }
    hint_digits_too { zh: "打字来找：汉字、拼音首字母、数字都行"; en: "Type to look for one, digits too" }
    hint_look_for(digits: &str, choose: &str, down: &str) {
        zh: "{digits}；{choose} 选定，{down} 往下"; en: "{digits}; {choose} chooses, {down} goes down"
    }
    hint_look_for_many(digits: &str, tick: &str, down: &str) {
        zh: "{digits}；{tick} 勾选，{down} 往下"; en: "{digits}; {tick} ticks, {down} goes down"
    }
    hint_evidence { zh: "文件的路径，每行一个，会复制进台账"; en: "Paths of files, one a line; they are copied into the record" }
    hint_hangs_until(day: &str) { zh: "公示到 {day}"; en: "It hangs until {day}" }
    hint_refer_to { zh: "转交时写明交给谁"; en: "When referred: to whom" }
    hint_reason_unless_satisfied { zh: "没有满意的回访，就要写明理由"; en: "Needed, since no follow-up was good enough" }
    hint_reached { zh: "没联系上也要记一次"; en: "An attempt that reached nobody counts too" }

    choose_new_body { zh: "+ 新增单位"; en: "+ add a body" }
    choose_new_person { zh: "+ 新增人员"; en: "+ add a person" }

    do_accept { zh: "受理"; en: "Accept" }
    do_accept_task { zh: "验收"; en: "Accept the work" }
    do_adjourn { zh: "散会"; en: "Adjourn" }
    do_agenda { zh: "上会"; en: "Put on an agenda" }
    do_answer_objection { zh: "答复异议"; en: "Answer an objection" }
    do_answer { zh: "答复"; en: "Answer" }
    do_assign { zh: "派单"; en: "Assign a task" }
    do_attend { zh: "签到"; en: "Attendance" }
    do_cancel { zh: "取消会议"; en: "Call it off" }
    do_confirm { zh: "确认纪要"; en: "Confirm minutes" }
    do_note { zh: "记一笔"; en: "Take a note" }
    do_place { zh: "加议题"; en: "Add an item" }
    do_post_agenda { zh: "公示议题"; en: "Post the agenda" }
    do_seal { zh: "签封"; en: "Seal" }
    do_take_off { zh: "移出议程"; en: "Take off the agenda" }
    do_change { zh: "修改"; en: "Change" }
    do_close { zh: "结案"; en: "Close" }
    do_decline { zh: "不予受理"; en: "Decline" }
    do_extend { zh: "延期"; en: "Extend" }
    do_finish { zh: "办结"; en: "Finish" }
    do_follow_up { zh: "回访"; en: "Follow up" }
    do_merge { zh: "并案"; en: "Merge" }
    do_object { zh: "提异议"; en: "Raise an objection" }
    do_open_meeting { zh: "开会"; en: "Open the meeting" }
    do_post_notice { zh: "贴公示"; en: "Post a notice" }
    do_progress { zh: "报进展"; en: "Report progress" }
    do_raise_level { zh: "上报"; en: "Raise a level" }
    do_receive { zh: "签收"; en: "Receive" }
    do_reopen { zh: "重新办理"; en: "Reopen" }
    do_resolve { zh: "议定"; en: "Resolve" }
    do_return { zh: "退单"; en: "Return" }
    do_take_up { zh: "开议"; en: "Take up" }
    do_tell_raiser { zh: "告知"; en: "Tell the raiser" }
}

impl Text {
    /// The time a route gives.
    #[must_use]
    pub fn limit(self, limit: Limit) -> String {
        match limit {
            Limit::Hours(n) => self.limit_hours(n),
            Limit::Days(n) => self.limit_days(n),
            Limit::WorkingDays(n) => self.limit_working_days(n),
        }
    }

    /// What a route is for, the time it gives and when that ends.
    #[must_use]
    pub fn route_in_full(self, route: Route, limit: &str, due: &str) -> String {
        self.route_in_full_of(self.route(route), self.route_means(route), limit, due)
    }

    /// What a depth asks for.
    #[must_use]
    pub fn depth_means(self, depth: Depth) -> &'static str {
        match depth {
            Depth::Quick => self.depth_quick_means(),
            Depth::InDepth => self.depth_in_depth_means(),
        }
    }

    /// How a decision of this kind is come to.
    #[must_use]
    pub fn decision_means(self, decision: DecisionKind) -> &'static str {
        match decision {
            DecisionKind::Consultation => self.decision_consultation_means(),
            DecisionKind::Assembly => self.decision_assembly_means(),
            DecisionKind::OwnersJoint => self.decision_owners_means(),
        }
    }
}
