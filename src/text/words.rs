//! The field's own words: what each code name is called. One word for one thing, on screens, in lists and in sentences.

use super::{EN, Lang, Text, ZH};
use crate::domain::ballot::Choice;
use crate::domain::code::{
    Attendance, BodyKind, Channel, DecisionKind, Depth, Ending, Flag, Level, Means, MeetingKind, Nature, NoteKind,
    NoticeKind, Outcome, Priority, Route, Satisfaction, Solved, Stance, Verdict,
};
use crate::domain::meeting::MeetingState;
use crate::domain::poll::BallotForm;
use crate::domain::refusal::Kind;
use crate::domain::rule_set::Cadence;
use crate::domain::stage::{Stage, Standing};
use crate::domain::task::TaskState;
use crate::domain::unit::UnitUse;
use crate::domain::vote::{Base, Comparison, Part, TestName, Verdict as VoteVerdict};

words! {
    /// What a vote amounts to.
    vote_verdict(VoteVerdict) {
        Passed: "通过", "passed";
        NotPassed: "未通过", "not passed";
        CannotBeConfirmed: "无法确认", "cannot be confirmed";
        Contradictory: "数据自相矛盾", "contradictory";
    }

    /// What a test of a vote asks.
    vote_test_name(TestName) {
        ParticipationHeads: "参与人数", "heads taking part";
        ParticipationArea: "参与面积", "area taking part";
        ApprovalHeads: "同意人数", "heads for";
        ApprovalArea: "同意面积", "area for";
        Attendance: "到会", "attending";
        Approval: "同意", "for";
        ConsentHeads: "没有异议的人数", "heads not objecting";
        ConsentArea: "没有异议的面积", "area not objecting";
    }

    /// Who is counted.
    vote_base(Base) {
        For: "同意", "for";
        ForOrAgainst: "同意与反对", "for or against";
        Valid: "有效票", "valid ballots";
        Cast: "收回的票", "ballots cast";
        Participating: "参与表决", "taking part";
        Present: "到会", "present";
        PresentOrRepresented: "到会或委托", "present or represented";
        Members: "全体成员", "all members";
        Expected: "应到", "expected";
        Entitled: "全体业主", "all owners";
        NotObjecting: "没有异议的业主", "owners not objecting";
    }

    /// A part of those who may vote.
    vote_part(Part) {
        For: "同意", "for";
        Against: "反对", "against";
        Abstain: "弃权", "abstaining";
        Void: "废票", "void";
        NotVoting: "到会未投票", "there but not voting";
        Away: "未到", "away";
    }

    /// How somebody votes.
    choice(Choice) {
        For: "同意", "for";
        Against: "反对", "against";
        Abstain: "弃权", "abstain";
        Void: "废票", "void";
        WithMajority: "随多数", "with the majority";
    }

    /// Whether the threshold itself is enough.
    vote_comparison(Comparison) {
        More: "＞", ">";
        AtLeast: "≥", "≥";
    }

    /// The name of a step.
    stage(Stage) {
        Raise: "提事", "Raise";
        Deliberate: "议事", "Deliberate";
        Act: "办事", "Act";
        Evaluate: "评事", "Evaluate";
        Closed: "已结", "Closed";
    }

    /// Where in its step a matter stands.
    standing(Standing) {
        New: "待受理", "new";
        Waiting: "待上会", "awaiting a meeting";
        Scheduled: "已列入议程", "on an agenda";
        InDiscussion: "正在议", "in discussion";
        Referred: "已转交", "referred";
        Unassigned: "待派单", "unassigned";
        InProgress: "办理中", "in progress";
        Blocked: "受阻", "blocked";
        SentBack: "返办", "sent back";
        ToAsk: "待回访", "to follow up";
        Satisfied: "可结案", "ready to close";
        Done: "已归档", "archived";
        Declined: "不予受理", "declined";
        Merged: "已并案", "merged";
        Withdrawn: "已撤回", "withdrawn";
        NotAdopted: "未通过", "not adopted";
        PassedOn: "已移交", "passed on";
    }

    /// How a matter was raised.
    channel(Channel) {
        Mailbox: "支部信箱", "branch mailbox";
        NoticeBoard: "公告栏", "notice board";
        Diary: "民情日记", "residents' diary";
        Visit: "走访", "visit";
        Patrol: "网格巡查", "grid patrol";
        Wechat: "微信群", "WeChat group";
        Survey: "问卷", "questionnaire";
        Hotline: "热线", "hotline";
        Reception: "接待站", "reception point";
        Bench: "板凳会", "bench meeting";
        Meeting: "会议", "a meeting";
        PartyPlatform: "党建平台", "Party platform";
        Letter: "来函", "letter";
        SmallWish: "微心愿", "small wish";
        YoungHead: "红领巾楼栋长", "youth building head";
        Other: "其他渠道", "another way";
    }

    /// The name of a level.
    level(Level) {
        Building: "楼栋", "building";
        Estate: "小区", "estate";
        Community: "社区", "community";
        SubDistrict: "街道", "sub-district";
    }

    /// The name of a route.
    route(Route) {
        Immediate: "即办", "immediate";
        Fast: "快办", "fast";
        Assigned: "分办", "assigned";
        Joint: "联办", "joint";
        TopLevel: "顶格办", "top-level";
    }

    /// What a route is for.
    route_means(Route) {
        Immediate: "当场就能办的，不必先上会", "what can be done on the spot; no meeting first";
        Fast: "很快就能办好的，不必先上会", "what is soon done; no meeting first";
        Assigned: "一个单位能办的，先上会议定", "for one body; a meeting settles it first";
        Joint: "要几个单位一起办的，先上会议定", "for several bodies together; a meeting settles it first";
        TopLevel: "本社区定不了的，街道统筹，每月报告", "beyond the community: with the sub-district, reported each month";
    }

    /// The name of a depth.
    depth(Depth) {
        Quick: "即时议", "quick";
        InDepth: "深入议", "in-depth";
    }

    /// The name of a kind of decision.
    decision(DecisionKind) {
        Consultation: "协商", "consultation";
        Assembly: "会议表决", "vote at the meeting";
        OwnersJoint: "业主共同决定", "owners' joint decision";
    }

    /// What a flag says.
    flag(Flag) {
        CommonParts: "共有部分", "common parts";
        Fund: "维修资金", "maintenance fund";
        PrivatePart: "专有部分", "private part";
        Enforcement: "执法", "law enforcement";
        Emergency: "紧急情况", "emergency";
    }

    /// The name of a nature.
    nature(Nature) {
        Inquiry: "咨询", "inquiry";
        Request: "求助", "request";
        Complaint: "投诉", "complaint";
        Report: "举报", "report";
        Suggestion: "建议", "suggestion";
        Thanks: "感谢", "thanks";
        Other: "其他", "other";
    }

    /// How pressing a matter is.
    priority(Priority) {
        Ordinary: "一般", "ordinary";
        Urgent: "紧急", "urgent";
        TopThree: "三最", "most pressing";
    }

    /// The plain name of a kind of body.
    body_kind(BodyKind) {
        PartyOrganisation: "社区党组织", "community Party organisation";
        ResidentsCommittee: "居民委员会", "residents' committee";
        OwnersCommittee: "业主委员会", "owners' committee";
        PropertyCompany: "物业服务企业", "property company";
        Residents: "居民代表", "residents' representatives";
        Supervisor: "居务监督委员会", "supervisor";
        BuildingHead: "楼栋长", "building heads";
        Department: "职能部门", "department";
        SubDistrict: "街道", "sub-district office";
        PartnerUnit: "共建单位", "partner unit";
        Expert: "专家", "expert";
        Other: "其他", "other";
    }

    /// The name of a kind of meeting.
    meeting_kind(MeetingKind) {
        Tripartite: "三方协商会", "tripartite consultation";
        HomeCouncil: "家园议事会", "home council";
        OneFiveN: "“1+5+N”议事会", "1+5+N meeting";
        JointConference: "联席会议", "joint conference";
        RoundTable: "圆桌会议", "round table";
        SparkMeeting: "火花周会", "spark meeting";
        Clinic: "会诊", "clinic";
        Bench: "板凳会", "bench meeting";
        OwnersCommitteeMeeting: "业委会会议", "owners' committee meeting";
        ResidentsAssembly: "居民会议", "residents' assembly";
        OwnersAssembly: "业主大会", "owners' assembly";
        Other: "其他会议", "other meeting";
    }

    /// Where a meeting stands.
    meeting_state(MeetingState) {
        Planned: "待召开", "planned";
        Open: "进行中", "in session";
        Adjourned: "已散会", "adjourned";
        Sealed: "纪要已签封", "minutes sealed";
        Cancelled: "已取消", "cancelled";
    }

    /// How somebody stands to a meeting.
    attendance(Attendance) {
        Present: "到会", "present";
        Online: "线上", "online";
        Represented: "委托", "by proxy";
        InAttendance: "列席", "in attendance";
        Observer: "旁听", "observer";
        Excused: "请假", "on leave";
        Absent: "缺席", "absent";
        Left: "离席", "left";
    }

    /// The name of a kind of entry in the minutes.
    note_kind(NoteKind) {
        Remark: "发言", "remark";
        Explanation: "说明", "explanation";
        Motion: "动议", "motion";
        Amendment: "修正案", "amendment";
        Position: "表态", "position";
        Consensus: "共识", "consensus";
        Reservation: "保留意见", "reservation";
        Note: "备注", "note";
    }

    /// On which side somebody speaks.
    stance(Stance) {
        For: "赞成", "for";
        Against: "反对", "against";
    }

    /// How often a series is held.
    cadence(Cadence) {
        Weekly: "每周", "weekly";
        Monthly: "每月", "monthly";
        Quarterly: "每季度", "quarterly";
    }

    /// What a meeting made of an item.
    outcome(Outcome) {
        Adopted: "通过", "adopted";
        NotAdopted: "未通过", "not adopted";
        Deferred: "缓议", "deferred";
        Referred: "转交", "referred";
        Withdrawn: "撤回", "withdrawn";
    }

    /// How work ended.
    ending(Ending) {
        Solved: "已解决", "solved";
        Explained: "已解释说明", "explained";
        PassedOn: "转交办结", "passed on";
        NotFeasible: "暂不可行", "not feasible";
    }

    /// What a notice announces.
    notice_kind(NoticeKind) {
        Agenda: "议题公示", "agenda notice";
        Resolution: "决议公示", "resolution notice";
        Result: "结果公示", "result notice";
    }

    /// Whether it was solved, in the raiser's word.
    solved(Solved) {
        Yes: "已解决", "solved";
        Partly: "部分解决", "partly solved";
        No: "未解决", "not solved";
    }

    /// The raiser's satisfaction.
    satisfaction(Satisfaction) {
        Satisfied: "满意", "satisfied";
        Basically: "基本满意", "basically satisfied";
        Dissatisfied: "不满意", "dissatisfied";
    }

    /// How somebody was reached.
    means(Means) {
        Phone: "电话", "by phone";
        Door: "入户", "at the door";
        Scan: "扫码", "by scanning a code";
        Meeting: "会上", "at a meeting";
        InPerson: "当面", "face to face";
        Message: "短信或微信", "by a message";
    }

    /// What the rules made of a follow-up.
    verdict(Verdict) {
        Good: "可以结案", "good enough to close";
        Bad: "返办", "sent back";
        NotReached: "未联系上", "not reached";
    }

    /// Where work stands.
    task_state(TaskState) {
        Assigned: "待签收", "to be received";
        Received: "办理中", "in progress";
        Returned: "已退单", "returned";
        Finished: "待验收", "to be accepted";
        Accepted: "已验收", "accepted";
        Dropped: "已终止", "dropped";
    }

    /// Things of a kind, as the heading of their list.
    kinds(Kind) {
        Matter: "事项", "Matters";
        Meeting: "会议", "Meetings";
        Task: "任务", "Tasks";
        Notice: "公示", "Notices";
        Note: "记录条目", "Minutes entries";
        Objection: "异议", "Objections";
        Vote: "表决", "Votes";
        Unit: "房屋", "Units";
        Person: "人员", "People";
        Body: "单位", "Bodies";
        Archive: "归档号", "Archive numbers";
    }

    /// What kind of thing an id names.
    kind(Kind) {
        Matter: "事项", "matter";
        Meeting: "会议", "meeting";
        Task: "任务", "task";
        Notice: "公示", "notice";
        Note: "记录条目", "minutes entry";
        Objection: "异议", "objection";
        Vote: "表决", "vote";
        Unit: "房屋", "unit";
        Person: "人员", "person";
        Body: "单位", "body";
        Archive: "归档号", "archive number";
    }
}

/// Finds words by the name of their vocabulary, which is that of its type.
macro_rules! vocabularies {
    ($($kind:ident: $method:ident),+ $(,)?) => {
        impl Text {
            /// What a code is called, by the vocabulary it belongs to as the schema of a command names it.
            #[must_use]
            pub fn word(self, vocabulary: &str, code: &str) -> Option<&'static str> {
                match vocabulary {
                    $(stringify!($kind) => $kind::from_code(code).map(|word| self.$method(word)),)+
                    _ => None,
                }
            }
        }
    };
}

vocabularies! {
    Attendance: attendance, BodyKind: body_kind, Channel: channel, DecisionKind: decision, Depth: depth, Ending: ending,
    Flag: flag, Level: level, Means: means, MeetingKind: meeting_kind, Nature: nature, NoteKind: note_kind,
    NoticeKind: notice_kind, Outcome: outcome, Priority: priority, Route: route, Satisfaction: satisfaction,
    Solved: solved, Stage: stage, Stance: stance, Choice: choice,
    BallotForm: ballot_form, UnitUse: unit_use,
}

/// The kind of body that bears this plain name in either language.
#[must_use]
pub fn body_kind_named(name: &str) -> Option<BodyKind> {
    BodyKind::ALL
        .iter()
        .copied()
        .find(|kind| [ZH, EN].iter().any(|text| text.body_kind(*kind).eq_ignore_ascii_case(name)))
}
