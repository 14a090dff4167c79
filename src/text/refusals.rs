//! Why the rules said no, in whole sentences that say what to do. Must not know who asked.

use super::Text;
use crate::domain::refusal::Refusal;

messages! {
    refused_unknown_id(kind: &str, given: &str) {
        zh: "没有这个{kind}：{given}。请核对编号。";
        en: "There is no {kind} {given}. Please check the number."
    }
    refused_ambiguous_id(given: &str, candidates: &str) {
        zh: "“{given}”不止一个，请写全编号：{candidates}。";
        en: "“{given}” could mean more than one; please write the number in full: {candidates}."
    }
    refused_empty(field: &str) { zh: "请填写{field}。"; en: "Please fill in the {field}." }
    refused_too_long(field: &str, given: usize, limit: usize) {
        zh: "{field}有 {given} 字，最多 {limit} 字。请缩短后再保存；原文还在。";
        en: "The {field} has {given} characters; at most {limit} fit. Please shorten it; what you typed is still there."
    }
    refused_out_of_range(field: &str, least: u32, most: u32) {
        zh: "{field}应在 {least} 到 {most} 之间。";
        en: "The {field} must be between {least} and {most}."
    }
    refused_one_of(fields: &str) { zh: "请在这几项中只填一项：{fields}。"; en: "Please give exactly one of these: {fields}." }
    refused_unknown_category(given: &str) {
        zh: "现行议事规则里没有类别“{given}”。";
        en: "The rules in force have no category “{given}”."
    }
    refused_unknown_preset(given: &str) {
        zh: "没有名为“{given}”的预设规则。";
        en: "There is no rule set “{given}” among those that ship."
    }
    refused_bad_rules(at: &str) {
        zh: "议事规则在“{at}”处缺少内容或自相矛盾，请改正后再采纳。";
        en: "The rule set lacks something or contradicts itself at “{at}”; please mend it and adopt it again."
    }
    refused_nothing_changes { zh: "内容没有变化，不用保存。"; en: "Nothing would change, so nothing was saved." }
    refused_name_taken(name: &str) { zh: "已经有单位叫“{name}”。"; en: "There is a body called “{name}” already." }
    refused_wrong_stage(matter: &str, standing: &str) {
        zh: "{matter} 现在是“{standing}”，不能这样办。";
        en: "{matter} stands at “{standing}”; this step cannot be taken there."
    }
    refused_cannot_merge_into(into: &str) {
        zh: "不能并入 {into}：只能并入另一个还没有办结的事项。";
        en: "It cannot be merged into {into}: only into another matter that has not ended."
    }
    refused_level_not_higher { zh: "上报只能报到更高的层级。"; en: "A matter can only be raised to a higher level." }
    refused_work_has_begun(matter: &str) {
        zh: "{matter} 已经开始办理，办理方式和议事深度不能再改。";
        en: "Work on {matter} has begun; its route and depth can no longer change."
    }
    refused_not_resolved(matter: &str) {
        zh: "{matter} 是深入议事项，要先在会上通过，才能派单或答复。";
        en: "{matter} is for in-depth deliberation: a meeting must adopt it before work or an answer."
    }
    refused_needs_owners_vote(matter: &str) {
        zh: "{matter} 须由业主共同决定（民法典第278条），议事会不能通过；可以转交或缓议。";
        en: "{matter} is for the owners to decide jointly (Civil Code art. 278); a council cannot adopt it. It can be referred or deferred."
    }
    refused_needs_reason {
        zh: "请写明理由：没有满意的回访，或者移交到别处的，要有理由才能结案。";
        en: "Give a reason: without a good follow-up, or when it was passed on, closing needs one."
    }
    refused_needs_answer {
        zh: "既然联系上了，请记下是否解决或是否满意。";
        en: "Somebody was reached, so please record whether it is solved or whether they are satisfied."
    }
    refused_meeting_not_open(meeting: &str) {
        zh: "{meeting} 不在进行中，请先宣布开会。";
        en: "{meeting} is not in session. Open the meeting first."
    }
    refused_meeting_begun(meeting: &str) {
        zh: "{meeting} 已经开过或正在开。";
        en: "{meeting} has begun or is over already."
    }
    refused_meeting_cancelled(meeting: &str) { zh: "{meeting} 已经取消。"; en: "{meeting} has been called off." }
    refused_meeting_not_over(meeting: &str) { zh: "{meeting} 还没有散会。"; en: "{meeting} has not been adjourned yet." }
    refused_meeting_paused(meeting: &str) {
        zh: "{meeting} 正在休会，请先继续开会。";
        en: "{meeting} is interrupted. Go on with the meeting first."
    }
    refused_meeting_not_paused(meeting: &str) { zh: "{meeting} 没有休会。"; en: "{meeting} is not interrupted." }
    refused_no_floor_topics(meeting: &str) {
        zh: "按现行规则，{meeting} 开会后不接受临时动议；请列入下一次会议。";
        en: "By the rules in force {meeting} takes no topics from the floor; please place it on the next one."
    }
    refused_already_taken_up(item: u32) { zh: "正在议第 {item} 项。"; en: "Item {item} is under discussion already." }
    refused_item_has_matter(item: u32) {
        zh: "第 {item} 项的名称就是事项的标题，请更正事项。";
        en: "Item {item} is called by the title of its matter; please correct the matter."
    }
    refused_bad_order(item: u32) {
        zh: "第 {item} 项的位置不对：每一项都要列一次，而且只能列在一个不属于别项的议题之下。";
        en: "Item {item} is out of place: name every item once, and put it only under one that stands under no other."
    }
    refused_hand_is_up { zh: "已经举手了。"; en: "This hand is up already." }
    refused_no_hand { zh: "没有举手。"; en: "This hand is not up." }
    refused_has_the_floor { zh: "现在就是这个人在发言。"; en: "This person has the floor already." }
    refused_nobody_speaks { zh: "现在没有人在发言。"; en: "Nobody has the floor." }
    refused_not_a_motion(note: &str) {
        zh: "{note} 不是本次会议的有效动议；只有修正案才要写明修正哪个动议。";
        en: "{note} is no motion of this meeting that stands; only an amendment belongs to a motion."
    }
    refused_note_elsewhere(note: &str) { zh: "{note} 是另一次会议的记录。"; en: "{note} belongs to another meeting." }
    refused_minutes_sealed(meeting: &str) {
        zh: "{meeting} 的纪要已经签封，不能再改。";
        en: "The minutes of {meeting} are sealed and cannot change."
    }
    refused_already_confirmed(at: &str) {
        zh: "这个单位已在 {at} 确认过纪要。";
        en: "This body confirmed the minutes on {at} already."
    }
    refused_agenda_locked(meeting: &str) {
        zh: "{meeting} 的议程已经公告，不能再增加议题；请列入下一次会议。";
        en: "The agenda of {meeting} has been published and is locked; please place it on the next one."
    }
    refused_already_scheduled(meeting: &str) {
        zh: "已经列入 {meeting} 的议程。";
        en: "It is on the agenda of {meeting} already."
    }
    refused_unknown_item(item: u32) { zh: "议程里没有第 {item} 项。"; en: "The agenda has no item {item}." }
    refused_item_settled(item: u32) { zh: "第 {item} 项已经有了结论。"; en: "Item {item} has been settled already." }
    refused_needs_body {
        zh: "表态要写明代表哪个单位。";
        en: "A position needs the body it is stated for."
    }
    refused_bad_proxy {
        zh: "“委托”要写明受托人，受托人不能是本人；其他情况不写受托人。";
        en: "“By proxy” needs its holder, who is somebody else; other states have none."
    }
    refused_wrong_task_state(task: &str, state: &str) {
        zh: "{task} 现在是“{state}”，不能这样办。";
        en: "{task} is “{state}”; this step cannot be taken there."
    }
    refused_not_later { zh: "新期限要晚于原期限。"; en: "The new deadline must be later than the old one." }
    refused_already_answered { zh: "这条异议已经答复过。"; en: "This objection has been answered already." }
    refused_nothing_to_undo { zh: "没有可以撤销的操作。"; en: "There is nothing of yours to take back." }
    refused_nothing_to_redo { zh: "没有可以恢复的操作。"; en: "There is nothing of yours to bring back." }
    refused_touched_since(what: &str, later: &str, by: &str) {
        zh: "不能撤销“{what}”：之后{by}又做了“{later}”，与它有关。请另作更正。";
        en: "“{what}” cannot be taken back: {by} has since done “{later}”, which rests on it. Please correct it by a new act."
    }
    refused_sealed(what: &str) {
        zh: "“{what}”已经签封或公示，不能撤销。请另作更正。";
        en: "“{what}” is sealed or posted and is not taken back. Please correct it by a new act."
    }
    refused_needs_newer_program(id: &str) {
        zh: "{id} 有新版程序写入的内容，这里只能看。请升级程序后再改。";
        en: "A newer version of the program has written about {id}; here it can only be read. Please upgrade to change it."
    }
}

impl Text {
    /// Why the rules said no.
    #[must_use]
    pub fn refusal(self, refusal: &Refusal) -> String {
        use Refusal as R;
        match refusal {
            R::UnknownId { kind, given } => self.refused_unknown_id(self.kind(*kind), given),
            R::AmbiguousId { given, candidates } => self.refused_ambiguous_id(given, &self.listed(candidates)),
            R::Empty { field } => self.refused_empty(self.part(field)),
            R::TooLong { field, given, limit } => self.refused_too_long(self.part(field), *given, *limit),
            R::OutOfRange { field, least, most } => self.refused_out_of_range(self.part(field), *least, *most),
            R::OneOf { fields } => {
                let fields: Vec<&str> = fields.iter().map(|field| self.part(field)).collect();
                self.refused_one_of(&self.listed(&fields))
            }
            R::UnknownCategory { given } => self.refused_unknown_category(given),
            R::UnknownPreset { given } => self.refused_unknown_preset(given),
            R::BadRules { at } => self.refused_bad_rules(at),
            R::NothingChanges => self.refused_nothing_changes().to_owned(),
            R::NameTaken { name } => self.refused_name_taken(name),
            R::WrongStage { matter, standing } => self.refused_wrong_stage(matter, self.standing(*standing)),
            R::CannotMergeInto { into } => self.refused_cannot_merge_into(into),
            R::LevelNotHigher => self.refused_level_not_higher().to_owned(),
            R::WorkHasBegun { matter } => self.refused_work_has_begun(matter),
            R::NotResolved { matter } => self.refused_not_resolved(matter),
            R::NeedsOwnersVote { matter } => self.refused_needs_owners_vote(matter),
            R::NeedsReason => self.refused_needs_reason().to_owned(),
            R::NeedsAnswer => self.refused_needs_answer().to_owned(),
            R::MeetingNotOpen { meeting } => self.refused_meeting_not_open(meeting),
            R::MeetingBegun { meeting } => self.refused_meeting_begun(meeting),
            R::MeetingCancelled { meeting } => self.refused_meeting_cancelled(meeting),
            R::MeetingNotOver { meeting } => self.refused_meeting_not_over(meeting),
            R::MeetingPaused { meeting } => self.refused_meeting_paused(meeting),
            R::MeetingNotPaused { meeting } => self.refused_meeting_not_paused(meeting),
            R::NoFloorTopics { meeting } => self.refused_no_floor_topics(meeting),
            R::AlreadyTakenUp { item } => self.refused_already_taken_up(*item),
            R::ItemHasMatter { item } => self.refused_item_has_matter(*item),
            R::BadOrder { item } => self.refused_bad_order(*item),
            R::HandIsUp => self.refused_hand_is_up().to_owned(),
            R::NoHand => self.refused_no_hand().to_owned(),
            R::HasTheFloor => self.refused_has_the_floor().to_owned(),
            R::NobodySpeaks => self.refused_nobody_speaks().to_owned(),
            R::NotAMotion { note } => self.refused_not_a_motion(note),
            R::NoteElsewhere { note } => self.refused_note_elsewhere(note),
            R::MinutesSealed { meeting } => self.refused_minutes_sealed(meeting),
            R::AlreadyConfirmed { at } => self.refused_already_confirmed(&self.plain_moment(*at)),
            R::AgendaLocked { meeting } => self.refused_agenda_locked(meeting),
            R::AlreadyScheduled { meeting } => self.refused_already_scheduled(meeting),
            R::UnknownItem { item } => self.refused_unknown_item(*item),
            R::ItemSettled { item } => self.refused_item_settled(*item),
            R::NeedsBody => self.refused_needs_body().to_owned(),
            R::BadProxy => self.refused_bad_proxy().to_owned(),
            R::WrongTaskState { task, state } => self.refused_wrong_task_state(task, self.task_state(*state)),
            R::NotLater => self.refused_not_later().to_owned(),
            R::AlreadyAnswered => self.refused_already_answered().to_owned(),
            R::NothingToUndo => self.refused_nothing_to_undo().to_owned(),
            R::NothingToRedo => self.refused_nothing_to_redo().to_owned(),
            R::TouchedSince { what, later_what, by, .. } => {
                self.refused_touched_since(self.act(what), self.act(later_what), by)
            }
            R::Sealed { what } => self.refused_sealed(self.act(what)),
            R::NeedsNewerProgram { id } => self.refused_needs_newer_program(id),
        }
    }

    /// Several things, one after the other.
    #[must_use]
    pub fn listed<S: AsRef<str>>(self, things: &[S]) -> String {
        let separator = match self.lang {
            super::Lang::Zh => "、",
            super::Lang::En => ", ",
        };
        things.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(separator)
    }
}
