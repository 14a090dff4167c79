//! What is written again and again in minutes, for councils that have set no phrases of their own. Must not know where it
//! is offered.

/// Phrases in both languages, in the order in which a meeting needs them.
pub const PHRASES: &[(&str, &str)] = &[
    ("请各方先说意见。", "Please let every side speak first."),
    ("先说明情况：", "To explain the facts: "),
    ("同意，没有意见。", "Agreed, nothing to add."),
    ("原则同意，但是", "Agreed in principle, but "),
    ("不同意，理由是", "Not agreed, because "),
    ("费用从公共收益中列支，每季度公示一次。", "Paid from the common income, which is posted every quarter."),
    ("先试行三个月，到期再议。", "Try it for three months, then come back to it."),
    ("会后现场查看，下次会上答复。", "Look at it on site and answer at the next meeting."),
    ("请在规定时间内书面答复。", "Please answer in writing within the time set."),
    ("转有关部门处理，由居委会跟进。", "Passed on to the department; the residents' committee follows it up."),
    ("大家没有不同意见。", "Nobody is of another opinion."),
    ("本项议完，进入下一项。", "This item is done; on to the next."),
];
