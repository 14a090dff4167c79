//! What is said in the room of a meeting, and the words that a line typed there may hold. Must not know how a line is
//! read.

use super::{Text, plural};
use crate::domain::code::{BodyKind, Outcome};

/// Words for an outcome, as they are typed behind the sign of a resolution.
pub const OUTCOME_WORDS: &[(&str, Outcome)] = &[
    ("通过", Outcome::Adopted),
    ("adopted", Outcome::Adopted),
    ("不通过", Outcome::NotAdopted),
    ("未通过", Outcome::NotAdopted),
    ("not adopted", Outcome::NotAdopted),
    ("rejected", Outcome::NotAdopted),
    ("缓议", Outcome::Deferred),
    ("暂缓", Outcome::Deferred),
    ("deferred", Outcome::Deferred),
    ("转交", Outcome::Referred),
    ("referred to", Outcome::Referred),
    ("referred", Outcome::Referred),
    ("撤回", Outcome::Withdrawn),
    ("withdrawn", Outcome::Withdrawn),
];

/// What parts the position of a body from what it undertakes.
pub const UNDERTAKES: &[&str] = &["承诺：", "承诺:", "undertakes:"];

/// Words behind a deadline that only say it is one.
pub const DUE_BEHIND: &[&str] = &["之前", "以前", "前"];

/// Words before a deadline that only say it is one.
pub const DUE_BEFORE: &[&str] = &["by ", "before ", "until ", "在", "于", "至", "到"];

/// What people call the bodies at the table, beside the names these bear.
pub const BODY_NICKNAMES: &[(&str, BodyKind)] = &[
    ("居委会", BodyKind::ResidentsCommittee),
    ("居委", BodyKind::ResidentsCommittee),
    ("业委会", BodyKind::OwnersCommittee),
    ("业委", BodyKind::OwnersCommittee),
    ("物业", BodyKind::PropertyCompany),
    ("党委", BodyKind::PartyOrganisation),
    ("党支部", BodyKind::PartyOrganisation),
    ("监委会", BodyKind::Supervisor),
    ("property", BodyKind::PropertyCompany),
];

messages! {
    // Keys.
    key_live { zh: "进会场"; en: "Enter the room" }
    key_sign_in { zh: "签到"; en: "Sign in" }
    key_next_item { zh: "下一项"; en: "Next item" }
    key_previous_item { zh: "上一项"; en: "Previous item" }
    key_floor { zh: "请下一位"; en: "Next speaker" }
    key_hands { zh: "举手"; en: "Hands" }
    key_note_kind { zh: "类别"; en: "Kind" }
    key_break { zh: "休会散会"; en: "Break or end" }
    key_letters { zh: "按键"; en: "Keys" }
    key_compose { zh: "写记录"; en: "Write" }
    key_record { zh: "记下"; en: "Record" }
    key_new_line { zh: "换行"; en: "New line" }
    key_pane { zh: "补全名字，或换看议程和人员"; en: "Complete a name, or show agenda and people" }
    key_set_aside { zh: "暂搁"; en: "Set aside" }
    key_bring_forward { zh: "提前"; en: "Bring forward" }
    key_put_down { zh: "记上"; en: "Mark" }
    key_other_state { zh: "换一种"; en: "Another kind" }
    key_state_before { zh: "换回前一种"; en: "The previous kind" }
    key_close_list { zh: "收起"; en: "Close" }
    key_wall { zh: "投屏"; en: "Wall" }
    key_from_wall { zh: "回会场"; en: "Back to the room" }
    key_phrases { zh: "常用语"; en: "Phrases" }
    key_digit { zh: "选这一项"; en: "Choose this one" }

    // The head of the screen.
    live_there(there: u32, expected: u32) { zh: "到会 {there}/{expected}"; en: "{there}/{expected} present" }
    live_needs(needed: u32) { zh: "需 {needed}"; en: "{needed} needed" }
    live_missing(bodies: &str) { zh: "缺 {bodies}"; en: "missing: {bodies}" }
    live_paused { zh: "休会中"; en: "in recess" }
    live_paused_until(until: &str) { zh: "休会中，{until} 继续"; en: "in recess until {until}" }
    live_over { zh: "会散了。F8 核对记录、请各方签字"; en: "The meeting is over. F8 reads and signs the minutes" }
    live_over_written { zh: "会散了。Enter 把这句补进纪要，Ctrl-U 不要了；F8 核对签字"; en: "Over. Enter adds this to the minutes, Ctrl-U drops it; F8 reads and signs" }
    live_resolve_first(resolve: &str) { zh: "先议定（{resolve}），才能派单"; en: "resolve the item first ({resolve}); then it can be given out" }
    live_adopts(key: &str, motion: &str) { zh: "{key} 写上动议的话：{motion}"; en: "{key} writes what was moved: {motion}" }
    live_signs(help: &str) { zh: "行首 @谁说 *动议 >派单 !决议 · {help} 全部写法"; en: "begin with @who *motion >task !resolution · {help} shows all" }
    live_not_open { zh: "这次会议没有在开。可以看，不能记。"; en: "This meeting is not in session: it can be read, nothing can be recorded." }

    // The agenda and the floor.
    live_agenda { zh: "议程"; en: "Agenda" }
    live_ends(at: &str) { zh: "照此 {at} 议完"; en: "done at {at} at this pace" }
    live_no_agenda { zh: "没有议程"; en: "No agenda" }
    live_no_item_up(next: &str) { zh: "还没有开议，按 {next} 开始第一项"; en: "No item is taken up; {next} takes up the first" }
    live_then(item: &str) { zh: "下一项 {item}"; en: "next {item}" }
    live_floor { zh: "发言"; en: "Floor" }
    live_nobody_speaks { zh: "没有人在发言"; en: "Nobody has the floor" }
    live_waiting(names: &str) { zh: "候 {names}"; en: "waiting {names}" }
    live_first_time { zh: "首次"; en: "first time" }
    live_of_order { zh: "秩序"; en: "order" }
    live_turns(turns: usize) { zh: "第 {turns} 次"; en: "turn {turns}" }
    live_room { zh: "到会"; en: "Present" }
    live_agenda_done { zh: "议程上的都议完了"; en: "Everything on the agenda is settled" }
    live_no_previous { zh: "前面没有没议完的"; en: "Nothing before this one is open" }

    // The minutes.
    live_empty(enter: &str) { zh: "还没有记录。写下一句话，按 {enter} 记下。"; en: "Nothing is recorded yet. Write a sentence and press {enter}." }
    live_says(who: &str) { zh: "{who}："; en: "{who}: " }
    live_resolved(outcome: &str) { zh: "决议 {outcome}"; en: "resolution, {outcome}" }
    live_task { zh: "任务"; en: "task" }
    live_corrected { zh: "〔已更正〕"; en: "[corrected] " }
    live_struck { zh: "已划去 "; en: "struck " }
    live_opened { zh: "开会"; en: "opened" }
    live_resumed { zh: "继续开会"; en: "went on" }
    live_adjourned { zh: "散会"; en: "adjourned" }
    live_more_below(n: usize, down: &str) { zh: "下面还有 {n} 行，{down}"; en: "{n} more below, {down}" }
    live_not_saved(why: &str) { zh: "没有记下：{why}"; en: "not recorded: {why}" }
    live_cut_off { zh: "程序中断时还没有记上"; en: "the program ended before it was" }
    live_again(enter: &str) { zh: "{enter} 取回重写"; en: "{enter} takes it back" }
    live_saving(n: usize) { zh: "正在保存 {n}"; en: "saving {n}" }

    // The line.
    live_resolution { zh: "决议"; en: "resolution" }
    live_item(number: u32) { zh: "第 {number} 项"; en: "item {number}" }
    live_goes_to(number: u32) { zh: "F3 开议第 {number} 项；Enter 记为发言"; en: "F3 takes up item {number}; Enter records it as said" }
    live_gives_floor(name: &str) { zh: "请{name}发言"; en: "gives the floor to {name}" }
    live_edits(note: &str) { zh: "改 {note}，原来的字留在台账"; en: "changes {note}; the old words stay on record" }
    live_strikes(note: &str) { zh: "划去 {note}"; en: "strikes {note}" }
    live_no_words { zh: "还没有写内容"; en: "There are no words yet" }
    live_no_current(next: &str) { zh: "还没有开议的事项，先按 {next}"; en: "No item is taken up yet; press {next} first" }
    live_nobody_called(name: &str) { zh: "没有叫“{name}”的人"; en: "Nobody is called “{name}”" }
    live_no_body_called(name: &str) { zh: "没有叫“{name}”的单位"; en: "No body is called “{name}”" }
    live_no_lead_called(name: &str) { zh: "没有叫“{name}”的单位或人"; en: "No body and nobody is called “{name}”" }
    live_several(name: &str, names: &str) { zh: "“{name}”可以是 {names}，请再多写一点"; en: "“{name}” may be {names}; write a little more" }
    live_who_leads { zh: "谁承办？"; en: "who leads?" }
    live_by_when { zh: "哪天前？"; en: "by when?" }
    live_undertakes(words: &str) { zh: "承诺：{words}"; en: "undertakes: {words}" }
    live_refers(to: &str) { zh: "转交给{to}"; en: "to {to}" }

    // Lists and menus.
    live_sign_in(state: &str) { zh: "签到：{state}"; en: "Sign in: {state}" }
    live_proxy(name: &str) { zh: "谁代表 {name}？"; en: "Who holds the proxy of {name}?" }
    live_hand { zh: "举手"; en: "raise a hand" }
    live_hand_for { zh: "举手，赞成"; en: "raise a hand, for" }
    live_hand_against { zh: "举手，反对"; en: "raise a hand, against" }
    live_give { zh: "请发言"; en: "give the floor" }
    live_point { zh: "秩序问题"; en: "point of order" }
    live_lower { zh: "放下手"; en: "lower the hand" }
    live_stranger(name: &str) { zh: "+ 新来的：{name}"; en: "+ new: {name}" }
    live_ask_new(name: &str, enter: &str) { zh: "名册里没有这个人。再按 {enter} 就新增并记上：{name}"; en: "Nobody on the roster fits. {enter} again adds and marks: {name}" }
    live_no_name(close: &str) { zh: "这不像姓名。按 {close} 收起名单，这些字就到记录行里"; en: "That is no name. {close} closes the list and takes the words to the line" }
    live_nobody_left { zh: "没有这个人"; en: "Nobody fits" }
    live_marked_already(name: &str, state: &str) { zh: "{name} 已经是“{state}”"; en: "{name} is marked “{state}” already" }
    live_short_break { zh: "休会一会儿"; en: "A short break" }
    live_another_day { zh: "休会，改日继续"; en: "Break off, go on another day" }
    live_go_on { zh: "继续开会"; en: "Go on" }
    live_end { zh: "散会"; en: "Adjourn" }
    live_until_field { zh: "何时继续"; en: "Go on at" }
    live_tab(next: &str) { zh: "按 Tab {next}"; en: "Tab {next}" }
    live_marked(n: usize) { zh: "已签 {n}"; en: "{n} {people} marked", people = plural(n, "person", "people") }
}

impl Text {
    /// What is said of it, behind what it is called: parts of a line as it is read back.
    #[must_use]
    pub fn live_parts(self, parts: &[String]) -> String {
        parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
    }
}
