//! The closed vocabularies of the consultation: each word has one code name, which stands in the journal, on the
//! command line and in JSON. What a word is called in Chinese or English is for the text table to say.

/// A vocabulary: an enum whose words are listed in the order people read them, with their code names.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema,
        )]
        pub enum $name {
            $($(#[$word_doc])* #[serde(rename = $code)] $word),+
        }

        impl $name {
            /// Every word, in the order people read them.
            pub const ALL: &'static [Self] = &[$(Self::$word),+];

            /// The code name.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$word => $code),+ }
            }

            /// The word with this code name.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$word),)+ _ => None }
            }
        }
    )+};
}

pub(super) use codes;

mod warning;

pub use warning::Warning;

codes! {
    /// How a matter was raised 提事渠道.
    Channel {
        /// Branch mailbox 支部信箱.
        Mailbox = "mailbox",
        /// Notice board 公告栏.
        NoticeBoard = "notice_board",
        /// Residents' diary 民情日记.
        Diary = "diary",
        /// Visit 走访.
        Visit = "visit",
        /// Grid patrol 网格巡查.
        Patrol = "patrol",
        /// `WeChat` group 微信群.
        Wechat = "wechat",
        /// Questionnaire 问卷.
        Survey = "survey",
        /// Hotline 热线.
        Hotline = "hotline",
        /// Reception point 接待站.
        Reception = "reception",
        /// Bench meeting 板凳会.
        Bench = "bench",
        /// Another meeting.
        Meeting = "meeting",
        /// Party platform 党建平台.
        PartyPlatform = "party_platform",
        /// A letter from the property company or the owners' committee 来函.
        Letter = "letter",
        /// Small wish 微心愿.
        SmallWish = "small_wish",
        /// Youth building head 红领巾楼栋长.
        YoungHead = "young_head",
        /// Any other way.
        Other = "other",
    }

    /// The level a matter belongs to 层级, lowest first.
    Level {
        /// Building 楼栋.
        Building = "building",
        /// Estate 小区.
        Estate = "estate",
        /// Community 社区.
        Community = "community",
        /// Sub-district 街道.
        SubDistrict = "sub_district",
    }

    /// The route of handling 办理方式; the limits are in the rule set.
    Route {
        /// Immediate 即办.
        Immediate = "immediate",
        /// Fast 快办.
        Fast = "fast",
        /// Assigned 分办.
        Assigned = "assigned",
        /// Joint 联办.
        Joint = "joint",
        /// Top-level 顶格办.
        TopLevel = "top_level",
    }

    /// The depth of deliberation 议事深度.
    Depth {
        /// Quick deliberation 即时议.
        Quick = "quick",
        /// In-depth deliberation 深入议.
        InDepth = "in_depth",
    }

    /// Who can settle a matter: three kinds of decision that never share a counter.
    DecisionKind {
        /// Consultation 协商: advisory; binds nobody's property.
        Consultation = "consultation",
        /// Assembly 会议表决: heads, with an attendance quorum.
        Assembly = "assembly",
        /// Owners' joint decision 业主共同决定 (Civil Code art. 278): heads and area.
        OwnersJoint = "owners_joint",
    }

    /// What a matter touches; flags suggest its route and its kind of decision.
    Flag {
        /// Common parts 共有部分.
        CommonParts = "common_parts",
        /// Maintenance fund 维修资金.
        Fund = "fund",
        /// A private part 专有部分.
        PrivatePart = "private_part",
        /// Law enforcement 执法.
        Enforcement = "enforcement",
        /// Emergency 紧急.
        Emergency = "emergency",
    }

    /// What kind of word it is that was raised 性质.
    Nature {
        /// Inquiry 咨询.
        Inquiry = "inquiry",
        /// Request 求助.
        Request = "request",
        /// Complaint 投诉.
        Complaint = "complaint",
        /// Report 举报.
        Report = "report",
        /// Suggestion 建议.
        Suggestion = "suggestion",
        /// Thanks 感谢.
        Thanks = "thanks",
        /// Other 其他.
        Other = "other",
    }

    /// How pressing a matter is.
    Priority {
        /// Ordinary 一般.
        Ordinary = "ordinary",
        /// Urgent 紧急.
        Urgent = "urgent",
        /// One of the three that people care about most 三最.
        TopThree = "top_three",
    }

    /// The kinds of body that take part 参与单位, in the order they are named.
    BodyKind {
        /// Community Party organisation 社区党组织.
        PartyOrganisation = "party_organisation",
        /// Residents' committee 居民委员会.
        ResidentsCommittee = "residents_committee",
        /// Owners' committee 业主委员会, or what stands in for it.
        OwnersCommittee = "owners_committee",
        /// Property company 物业服务企业.
        PropertyCompany = "property_company",
        /// Residents' representatives 居民代表.
        Residents = "residents",
        /// Supervisor 居务监督委员会.
        Supervisor = "supervisor",
        /// Building heads 楼栋长.
        BuildingHead = "building_head",
        /// Department 职能部门.
        Department = "department",
        /// Sub-district office 街道.
        SubDistrict = "sub_district",
        /// Partner unit 共建单位.
        PartnerUnit = "partner_unit",
        /// Expert 专家.
        Expert = "expert",
        /// Other 其他.
        Other = "other",
    }

    /// The kinds of meeting; what each requires is in the rule set.
    MeetingKind {
        /// Tripartite consultation 三方协商会.
        Tripartite = "tripartite",
        /// Home council 家园议事会.
        HomeCouncil = "home_council",
        /// 1+5+N meeting 「1+5+N」议事会.
        OneFiveN = "one_five_n",
        /// Joint conference 联席会议.
        JointConference = "joint_conference",
        /// Round table 圆桌会议.
        RoundTable = "round_table",
        /// Spark meeting 火花周会.
        SparkMeeting = "spark_meeting",
        /// Clinic 会诊.
        Clinic = "clinic",
        /// Bench meeting 板凳会.
        Bench = "bench",
        /// Owners' committee meeting 业委会会议.
        OwnersCommitteeMeeting = "owners_committee_meeting",
        /// Residents' assembly 居民会议.
        ResidentsAssembly = "residents_assembly",
        /// Owners' assembly 业主大会.
        OwnersAssembly = "owners_assembly",
        /// Other 其他.
        Other = "other",
    }

    /// How a person stands to a meeting 到会情况.
    Attendance {
        /// Present 到会.
        Present = "present",
        /// Online 线上.
        Online = "online",
        /// Represented by proxy 委托.
        Represented = "represented",
        /// In attendance, without a vote 列席.
        InAttendance = "in_attendance",
        /// Observer 旁听.
        Observer = "observer",
        /// On leave 请假.
        Excused = "excused",
        /// Absent 缺席.
        Absent = "absent",
        /// Left early 中途离席.
        Left = "left",
    }

    /// The kinds of entry in the minutes.
    NoteKind {
        /// A remark 发言.
        Remark = "remark",
        /// An explanation of the matter 说明.
        Explanation = "explanation",
        /// A motion 动议.
        Motion = "motion",
        /// An amendment 修正案.
        Amendment = "amendment",
        /// A body's position and what it undertakes 表态与承诺.
        Position = "position",
        /// Consensus 共识.
        Consensus = "consensus",
        /// A reservation 保留意见.
        Reservation = "reservation",
        /// A note of the secretary 备注.
        Note = "note",
    }

    /// On which side somebody speaks.
    Stance {
        /// For it 赞成.
        For = "for",
        /// Against it 反对.
        Against = "against",
    }

    /// What a meeting made of an agenda item.
    Outcome {
        /// Adopted 通过.
        Adopted = "adopted",
        /// Not adopted 未通过.
        NotAdopted = "not_adopted",
        /// Deferred to a later meeting 缓议.
        Deferred = "deferred",
        /// Referred to another body 转交.
        Referred = "referred",
        /// Withdrawn by the raiser 撤回.
        Withdrawn = "withdrawn",
    }

    /// How work on a matter ended 办结方式.
    Ending {
        /// Solved 已解决.
        Solved = "solved",
        /// Explained 已解释说明.
        Explained = "explained",
        /// Passed on and closed here 转交办结.
        PassedOn = "passed_on",
        /// Not feasible 暂不可行.
        NotFeasible = "not_feasible",
    }

    /// What a public notice announces.
    NoticeKind {
        /// The topics of a meeting 议题公告.
        Agenda = "agenda",
        /// A resolution 决议公示.
        Resolution = "resolution",
        /// A result 结果公示.
        Result = "result",
    }

    /// The raiser's word on whether it was solved 是否解决.
    Solved {
        /// Yes 已解决.
        Yes = "yes",
        /// Partly 部分解决.
        Partly = "partly",
        /// No 未解决.
        No = "no",
    }

    /// The raiser's satisfaction 满意度.
    Satisfaction {
        /// Satisfied 满意.
        Satisfied = "satisfied",
        /// Basically satisfied 基本满意.
        Basically = "basically",
        /// Dissatisfied 不满意.
        Dissatisfied = "dissatisfied",
    }

    /// How somebody was reached.
    Means {
        /// By telephone 电话.
        Phone = "phone",
        /// At the door 入户.
        Door = "door",
        /// By scanning a code 扫码.
        Scan = "scan",
        /// At a meeting 会上.
        Meeting = "meeting",
        /// Face to face 当面.
        InPerson = "in_person",
        /// By a message 短信或微信.
        Message = "message",
    }

    /// What the rule set makes of a follow-up 回访.
    Verdict {
        /// Good enough to close.
        Good = "good",
        /// Sent back to act 返办.
        Bad = "bad",
        /// Nobody was reached; asked again.
        NotReached = "not_reached",
    }
}
