//! Why the rules said no, in whole sentences that say what to do. Must not know who asked.

use super::Text;
use crate::domain::refusal::Refusal;
use crate::domain::vote::WrongRule;

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
    refused_needs_owners_vote(matter: &str, likely: &str) {
        zh: "{matter} 须由业主共同决定（民法典第278条{likely}），议事会不能通过。请先按 owners/ 规则由业主表决；也可以转交或缓议。";
        en: "{matter} is for the owners to decide jointly (Civil Code art. 278{likely}); a council cannot adopt it. Let the owners vote under an owners/ rule first; it can also be referred or deferred."
    }
    refused_likely(matter: &str) { zh: "：{matter}"; en: ": {matter}" }
    refused_unknown_vote_rule(given: &str) {
        zh: "没有计票规则“{given}”；mazha tally --rules 列出全部。";
        en: "There is no rule “{given}” to count a vote by; mazha tally --rules lists them."
    }
    refused_bad_vote_rule(rule: &str, why: &str) {
        zh: "计票规则“{rule}”{why}，请改正后再采纳。";
        en: "The rule “{rule}” to count votes by {why}; please mend it and adopt it again."
    }
    wrong_rule_empty { zh: "没有名称或没有任何条件"; en: "has no name, or no test" }
    wrong_rule_part(test: &str) { zh: "的“{test}”分子不是分母的一部分"; en: "counts above the line of “{test}” who is not below it" }
    wrong_rule_twice(test: &str) { zh: "的“{test}”写了两次"; en: "has “{test}” twice" }
    wrong_rule_kind(test: &str) { zh: "用了不属于这类表决的“{test}”"; en: "has “{test}”, which does not belong to its kind of vote" }
    wrong_rule_matter { zh: "没有写明是九类事项中的哪一类，或不该写"; en: "must name which of the nine matters it decides, or must not" }
    refused_looser_than_law(rule: &str, matter: &str, test: &str, share: &str) {
        zh: "计票规则“{rule}”低于法律：{matter}，民法典第278条要求{test} {share}。社区可以定得更严，不能更宽。";
        en: "The rule “{rule}” asks less than the law: for {matter}, Civil Code art. 278 wants {test} {share}. A community may ask more, not less."
    }
    refused_vote_open(vote: &str) {
        zh: "{vote} 还在表决，请先结束它；录错了可以撤销重录。";
        en: "{vote} is still open. Close it first; a wrong entry can be taken back."
    }
    refused_no_vote_open(meeting: &str) { zh: "{meeting} 没有正在进行的表决。"; en: "No vote is open in {meeting}." }
    refused_already_counted(vote: &str) {
        zh: "{vote} 的票已经录入。录错了请先撤销再录；已结束的请用更正。";
        en: "The ballots of {vote} have been entered. Take a wrong entry back first; once it has closed, correct it."
    }
    refused_already_voted(person: &str, choice: &str) {
        zh: "{person}已经投过票：{choice}。";
        en: "{person} has voted already: {choice}."
    }
    refused_not_in_base(person: &str, vote: &str) {
        zh: "{person}不在 {vote} 的计票范围：表决开始时没有到会、没有委托，或没有表决权。";
        en: "{person} is not among those who vote in {vote}: not there or represented when it opened, or without a vote."
    }
    refused_more_than_all(parts: &str, made: &str, most: &str) {
        zh: "票数对不上：{parts} = {made}，最多只能是 {most}。";
        en: "There cannot be so many: {parts} = {made}, and there are {most} at most."
    }
    refused_bad_amount {
        zh: "会上表决只计人数；业主表决每一项都要写人数和面积，或都只写人数。";
        en: "Votes in a meeting count heads; an owners' vote wants heads and area for each part, or heads alone for all."
    }
    refused_unknown_option(given: &str, options: &str) {
        zh: "没有候选项“{given}”；有：{options}。";
        en: "There is no option “{given}”; there are: {options}."
    }
    refused_owners_one_by_one {
        zh: "业主表决要按人数和面积逐个候选人计票，请为每个候选人各开一次表决。";
        en: "Owners decide on each candidate by heads and area; please open a vote for each."
    }
    refused_nothing_cast(vote: &str) {
        zh: "{vote} 还没有录入任何票，不能结束；不表决了可以撤销。";
        en: "Nothing has been entered into {vote}, so it cannot be closed. If there is to be no vote, take it back."
    }
    refused_no_tie(vote: &str) { zh: "{vote} 没有出现平票，不用再投。"; en: "{vote} has not ended in a tie; it needs no run-off." }
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
        en: "{meeting} is in recess. Go on with the meeting first."
    }
    refused_meeting_not_paused(meeting: &str) { zh: "{meeting} 没有休会。"; en: "{meeting} is not in recess." }
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
        zh: "{meeting} 的议程已经公示，不能再增加议题；请列入下一次会议。";
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
    refused_nothing_to_undo { zh: "没有可以撤销的操作。"; en: "There is nothing of yours to undo." }
    refused_nothing_to_redo { zh: "没有可以恢复的操作。"; en: "There is nothing of yours to redo." }
    refused_touched_since(what: &str, later: &str, by: &str) {
        zh: "不能撤销“{what}”：之后{by}又做了“{later}”，与它有关。请另作更正。";
        en: "“{what}” cannot be undone: {by} has since done “{later}”, which rests on it. Please correct it by a new act."
    }
    refused_sealed(what: &str) {
        zh: "“{what}”已经签封或公示，不能撤销。请另作更正。";
        en: "“{what}” is sealed or posted and cannot be undone. Please correct it by a new act."
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
            R::NeedsOwnersVote { matter, likely } => {
                let likely = likely.map(|likely| self.refused_likely(self.owners_matter(likely))).unwrap_or_default();
                self.refused_needs_owners_vote(matter, &likely)
            }
            R::UnknownVoteRule { given } => self.refused_unknown_vote_rule(given),
            R::BadVoteRule { rule, why } => self.refused_bad_vote_rule(rule, &self.wrong_rule(*why)),
            R::LooserThanLaw { rule, matter, test } => {
                let share = format!("{} {}", self.vote_comparison(test.comparison), test.threshold);
                let name = self.vote_test_name(test.name);
                self.refused_looser_than_law(rule, self.owners_matter(*matter), name, &share)
            }
            R::VoteIsOpen { vote } => self.refused_vote_open(vote),
            R::NoVoteOpen { meeting } => self.refused_no_vote_open(meeting),
            R::AlreadyCounted { vote } => self.refused_already_counted(vote),
            R::AlreadyVoted { person, choice } => self.refused_already_voted(person, self.choice(*choice)),
            R::NotInBase { person, vote } => self.refused_not_in_base(person, vote),
            R::MoreThanAll { measure, parts, made, most } => {
                let amount = |amount: i64| self.amount(*measure, amount);
                let sum = self.vote_sum(*measure, parts);
                self.refused_more_than_all(&sum, &amount(*made), &amount(*most))
            }
            R::BadAmount => self.refused_bad_amount().to_owned(),
            R::UnknownOption { given, options } => self.refused_unknown_option(given, &self.listed(options)),
            R::OwnersChooseOneByOne => self.refused_owners_one_by_one().to_owned(),
            R::NothingCast { vote } => self.refused_nothing_cast(vote),
            R::NoTie { vote } => self.refused_no_tie(vote),
            R::Unit(why) => self.unit_refusal(why),
            R::Voting(why) => self.voting_refusal(why),
            R::Chain(why) => self.chain_refusal(why),
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

    fn wrong_rule(self, why: WrongRule) -> String {
        match why {
            WrongRule::Empty => self.wrong_rule_empty().to_owned(),
            WrongRule::NotAPart(test) => self.wrong_rule_part(self.vote_test_name(test)),
            WrongRule::Twice(test) => self.wrong_rule_twice(self.vote_test_name(test)),
            WrongRule::NotOfItsKind(test) => self.wrong_rule_kind(self.vote_test_name(test)),
            WrongRule::Matter => self.wrong_rule_matter().to_owned(),
            WrongRule::NotAdopted => self.wrong_rule_not_adopted().to_owned(),
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
