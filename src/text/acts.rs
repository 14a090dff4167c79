//! What the acts are called in the log and when one is taken back. Must not know what they bring about.

use super::Text;

messages! {
    act_found { zh: "成立议事台账"; en: "founded the council" }
    act_add_body { zh: "新增单位"; en: "added a body" }
    act_change_body { zh: "修改单位"; en: "changed a body" }
    act_add_person { zh: "新增人员"; en: "added a person" }
    act_change_person { zh: "修改人员"; en: "changed a person" }
    act_add_unit { zh: "登记房屋"; en: "added a unit" }
    act_change_unit { zh: "更正房屋"; en: "changed a unit" }
    act_remove_unit { zh: "注销房屋"; en: "took a unit off the register" }
    act_adopt_rules { zh: "采纳议事规则"; en: "adopted rules" }
    act_undo { zh: "撤销"; en: "undid" }
    act_redo { zh: "恢复"; en: "redid" }
    act_raise_matter { zh: "提事"; en: "raised a matter" }
    act_change_matter { zh: "修改事项"; en: "changed a matter" }
    act_accept_matter { zh: "受理"; en: "accepted a matter" }
    act_decline_matter { zh: "不予受理"; en: "declined a matter" }
    act_merge_matter { zh: "并案"; en: "merged a matter" }
    act_raise_level { zh: "上报"; en: "raised a level" }
    act_tell_raiser { zh: "告知提出人"; en: "told the raiser" }
    act_answer_matter { zh: "答复"; en: "answered a matter" }
    act_follow_up { zh: "回访"; en: "followed up" }
    act_close_matter { zh: "结案归档"; en: "closed a matter" }
    act_reopen_matter { zh: "重新办理"; en: "reopened a matter" }
    act_convene_meeting { zh: "召集会议"; en: "convened a meeting" }
    act_change_meeting { zh: "修改会议"; en: "changed a meeting" }
    act_cancel_meeting { zh: "取消会议"; en: "called off a meeting" }
    act_place_on_agenda { zh: "列入议程"; en: "placed on an agenda" }
    act_fill_agenda { zh: "安排议程"; en: "filled an agenda" }
    act_invite { zh: "邀请参会"; en: "changed who is invited" }
    act_take_off_agenda { zh: "移出议程"; en: "took off an agenda" }
    act_change_item { zh: "修改议题"; en: "changed an item" }
    act_order_agenda { zh: "调整议程顺序"; en: "ordered an agenda" }
    act_pause_meeting { zh: "休会"; en: "called a recess" }
    act_resume_meeting { zh: "继续开会"; en: "went on with a meeting" }
    act_correct_minutes { zh: "会后更正"; en: "corrected minutes" }
    act_set_aside { zh: "暂搁议题"; en: "set an item aside" }
    act_raise_hand { zh: "举手"; en: "raised a hand" }
    act_lower_hand { zh: "放下手"; en: "lowered a hand" }
    act_give_floor { zh: "请人发言"; en: "gave the floor" }
    act_end_turn { zh: "结束发言"; en: "ended a turn" }
    act_point_of_order { zh: "秩序问题"; en: "raised a point of order" }
    act_strike_note { zh: "划去记录"; en: "struck a note" }
    act_open_meeting { zh: "宣布开会"; en: "opened a meeting" }
    act_adjourn_meeting { zh: "散会"; en: "adjourned a meeting" }
    act_object_to_minutes { zh: "对纪要提出异议"; en: "objected to minutes" }
    act_confirm_minutes { zh: "确认纪要"; en: "confirmed minutes" }
    act_seal_minutes { zh: "签封纪要"; en: "sealed minutes" }
    act_mark_attendance { zh: "签到"; en: "marked attendance" }
    act_take_up { zh: "开议"; en: "took up an item" }
    act_note { zh: "记录"; en: "took a note" }
    act_change_note { zh: "更正记录"; en: "corrected a note" }
    act_open_vote { zh: "开始表决"; en: "opened a vote" }
    act_cast_votes { zh: "计票"; en: "counted votes" }
    act_extend_vote { zh: "投票延期"; en: "put off the end of a vote" }
    act_close_vote { zh: "结束表决"; en: "closed a vote" }
    act_correct_vote { zh: "更正表决"; en: "corrected a vote" }
    act_resolve { zh: "形成结论"; en: "settled an item" }
    act_assign_task { zh: "派单"; en: "assigned a task" }
    act_receive_task { zh: "签收"; en: "received a task" }
    act_return_task { zh: "退单"; en: "returned a task" }
    act_report_progress { zh: "报告进展"; en: "reported progress" }
    act_extend_task { zh: "延期"; en: "extended a task" }
    act_finish_task { zh: "办结任务"; en: "finished a task" }
    act_accept_task { zh: "验收"; en: "accepted work" }
    act_post_notice { zh: "张贴公示"; en: "posted a notice" }
    act_object_to_notice { zh: "提出异议"; en: "objected to a notice" }
    act_answer_objection { zh: "答复异议"; en: "answered an objection" }
    act_repair { zh: "修复记录"; en: "repaired the record" }
    act_unknown { zh: "新版程序的操作"; en: "an act of a newer version" }
}

impl Text {
    /// What an act is called, by the name it has in the journal.
    #[must_use]
    pub fn act(self, name: &str) -> &'static str {
        match name {
            "found" => self.act_found(),
            "add_body" => self.act_add_body(),
            "change_body" => self.act_change_body(),
            "add_person" => self.act_add_person(),
            "change_person" => self.act_change_person(),
            "add_unit" => self.act_add_unit(),
            "change_unit" => self.act_change_unit(),
            "remove_unit" => self.act_remove_unit(),
            "adopt_rules" => self.act_adopt_rules(),
            "undo" => self.act_undo(),
            "redo" => self.act_redo(),
            "raise_matter" => self.act_raise_matter(),
            "change_matter" => self.act_change_matter(),
            "accept_matter" => self.act_accept_matter(),
            "decline_matter" => self.act_decline_matter(),
            "merge_matter" => self.act_merge_matter(),
            "raise_level" => self.act_raise_level(),
            "tell_raiser" => self.act_tell_raiser(),
            "answer_matter" => self.act_answer_matter(),
            "follow_up" => self.act_follow_up(),
            "close_matter" => self.act_close_matter(),
            "reopen_matter" => self.act_reopen_matter(),
            "convene_meeting" => self.act_convene_meeting(),
            "change_meeting" => self.act_change_meeting(),
            "cancel_meeting" => self.act_cancel_meeting(),
            "place_on_agenda" => self.act_place_on_agenda(),
            "fill_agenda" => self.act_fill_agenda(),
            "invite" => self.act_invite(),
            "take_off_agenda" => self.act_take_off_agenda(),
            "change_item" => self.act_change_item(),
            "order_agenda" => self.act_order_agenda(),
            "pause_meeting" => self.act_pause_meeting(),
            "resume_meeting" => self.act_resume_meeting(),
            "correct_minutes" => self.act_correct_minutes(),
            "set_aside" => self.act_set_aside(),
            "raise_hand" => self.act_raise_hand(),
            "lower_hand" => self.act_lower_hand(),
            "give_floor" => self.act_give_floor(),
            "end_turn" => self.act_end_turn(),
            "point_of_order" => self.act_point_of_order(),
            "strike_note" => self.act_strike_note(),
            "open_meeting" => self.act_open_meeting(),
            "adjourn_meeting" => self.act_adjourn_meeting(),
            "object_to_minutes" => self.act_object_to_minutes(),
            "confirm_minutes" => self.act_confirm_minutes(),
            "seal_minutes" => self.act_seal_minutes(),
            "mark_attendance" => self.act_mark_attendance(),
            "take_up" => self.act_take_up(),
            "note" => self.act_note(),
            "change_note" => self.act_change_note(),
            "open_vote" => self.act_open_vote(),
            "cast_votes" => self.act_cast_votes(),
            "extend_vote" => self.act_extend_vote(),
            "start_chain" => self.act_start_chain(),
            "take_step" => self.act_take_step(),
            "close_vote" => self.act_close_vote(),
            "correct_vote" => self.act_correct_vote(),
            "resolve" => self.act_resolve(),
            "assign_task" => self.act_assign_task(),
            "receive_task" => self.act_receive_task(),
            "return_task" => self.act_return_task(),
            "report_progress" => self.act_report_progress(),
            "extend_task" => self.act_extend_task(),
            "finish_task" => self.act_finish_task(),
            "accept_task" => self.act_accept_task(),
            "post_notice" => self.act_post_notice(),
            "object_to_notice" => self.act_object_to_notice(),
            "answer_objection" => self.act_answer_objection(),
            "repair" => self.act_repair(),
            _ => self.act_unknown(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::command::Command;
    use crate::text::{EN, ZH};

    #[test]
    fn every_command_has_a_name_for_the_log() {
        for name in Command::NAMES {
            assert_ne!(EN.act(name), EN.act_unknown(), "{name}");
            assert_ne!(ZH.act(name), ZH.act_unknown(), "{name}");
        }
    }
}
