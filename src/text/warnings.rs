//! What was allowed and still worth saying, in a few words. Must not know which act it belongs to.

use super::{Lang, Text};
use crate::domain::code::Warning;

words! {
    /// What was worth saying.
    warning(Warning) {
        NoticeShort: "通知时间不足", "short notice";
        BodyNotInvited: "应到单位未全部邀请", "a required body is not invited";
        BodyAbsent: "应到单位未到齐", "a required body is absent";
        QuorumMissing: "到会人数不足", "no quorum";
        PositionMissing: "应表态单位尚未表态", "a required body has not stated its position";
        NotConfirmed: "有关单位尚未确认纪要", "a required body has not confirmed";
        WorkNotAccepted: "还有办结的任务没有验收", "finished work is not accepted yet";
        DueAfterMatter: "期限晚于事项的期限", "due later than its matter";
        DueInPast: "期限已经过去", "the date lies in the past";
        CalendarMissing: "放假安排未公布，只按周末推算", "the holidays of that year are not known, so only weekends count";
        NumberTaken: "同系列里已有这一次的会议", "another meeting of the series bears this number";
        TurnsUsedUp: "发言次数已用完", "all turns are used up";
        TurnTooLong: "发言超时", "the turn lasted too long";
        NotThere: "没有签到", "not marked as being there";
        MotionOpen: "上一个动议还没有结果", "another motion is still open";
        NoMotion: "没有可以修正的动议", "there is no open motion to amend";
        OwnersJointLikely: "可能需要业主共同决定（民法典第278条）", "usually for the owners to decide jointly (Civil Code art. 278)";
        RuleSuperseded: "此规则已被取代，只供复核旧结果", "the rule has been superseded and serves to read old results";
        BaseUnknown: "不知道有多少人可以表决", "how many may vote is not known";
        VotedDown: "最近一次表决没有通过", "the last vote did not pass it";
        ClosedEarly: "提前结束，还有人没有投票", "closed before its end, with somebody left to vote";
        NoAgainst: "选票上没有“反对”一项，法院撤销过这样的表决", "the ballot offers no “against”; such votes have been struck down in court";
        TellersMissing: "秘密投票没有计票人和监票人", "a secret vote without a teller and a scrutineer";
        PostingShort: "公示天数少于议事链的要求", "it hangs for fewer days than its step asks for";
        ObjectionLate: "公示期已满才提出", "it came after the notice had hung";
        ChainUnfinished: "议事链还有步骤没有完成", "steps of its chain are left";
        SilenceCounts: "不投票也算数，以业主大会通过的规定为依据", "silence counts, by what the owners' assembly adopted";
    }
}
