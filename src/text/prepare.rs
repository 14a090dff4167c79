//! What the screens say while a meeting is prepared. Must not know how it is laid out.

use super::{Text, plural};
use crate::domain::entry::Entry;
use crate::domain::event::{Event, PlacedOnAgenda};
use crate::domain::id::Ref;
use crate::domain::register::Register;

messages! {
    // What can be done.
    do_choose_items { zh: "选议题"; en: "Choose items" }
    do_new_topic { zh: "新增议题"; en: "Add a topic" }
    field_new_topic { zh: "议题"; en: "Topic" }
    do_carry_over { zh: "带入上次遗留"; en: "Carry over" }
    do_item_up { zh: "上移"; en: "Move up" }
    do_item_down { zh: "下移"; en: "Move down" }
    do_item_in { zh: "归到上一项之下"; en: "Put under the one above" }
    do_item_out { zh: "移出上一级"; en: "Take out from under it" }
    do_longer { zh: "加5分钟"; en: "5 minutes more" }
    do_shorter { zh: "减5分钟"; en: "5 minutes less" }
    do_minutes { zh: "定时长"; en: "Set minutes" }
    do_invite { zh: "请人"; en: "Invite" }
    key_remedy { zh: "打开/补齐"; en: "Open or see to it" }
    key_mark_row { zh: "选/不选"; en: "Mark or not" }
    key_mark_rows { zh: "全选/全不选"; en: "Mark all or none" }
    key_carry_out { zh: "完成"; en: "Done" }

    // Why nothing comes of it.
    prepare_no_item { zh: "先选中一项议题。"; en: "Select an item of the agenda first." }
    prepare_no_further { zh: "这一项不能再往那边移了。"; en: "The item can go no further that way." }
    prepare_nothing_left { zh: "上次会议没有留下没议完的事，或者都已列入。"; en: "The last meeting left nothing over, or it is all on the agenda already." }
    prepare_no_minutes { zh: "这一项还没有定时长，没有可减的。"; en: "The item has no minutes to take away from." }
    prepare_nothing_waits { zh: "没有等着上会的事项；直接写几个字，就是新议题。"; en: "No matter waits for an agenda; write some words, and they are a topic of their own." }
    prepare_nobody_yet { zh: "名册上还没有人，先到人员（2）里新增。"; en: "Nobody is on the roster yet; add people in People (2) first." }

    // The agenda.
    prepare_agenda(n: usize) { zh: "议程 {n} 项"; en: "Agenda, {n} {items}", items = plural(n, "item", "items") }
    prepare_empty(choose: &str, write: &str) { zh: "还没有议题。按 {choose} 从等着上会的事项里选，按 {write} 写新的。"; en: "No item yet. Press {choose} to choose from the matters that wait, {write} to write a new one." }
    prepare_over(asked: u32, length: u32, over: i64) { zh: "合计 {asked} 分，计划 {length} 分，超 {over} 分"; en: "{asked} min in all, {length} planned, {over} too many" }
    prepare_room(asked: u32, length: u32, left: i64) { zh: "合计 {asked} 分，计划 {length} 分，余 {left} 分"; en: "{asked} min in all, {length} planned, {left} left" }
    prepare_exact(asked: u32, length: u32) { zh: "合计 {asked} 分，计划 {length} 分，正好"; en: "{asked} min in all, {length} planned, exactly" }
    prepare_sum(asked: u32) { zh: "合计 {asked} 分"; en: "{asked} min in all" }
    prepare_ends(time: &str) { zh: "预计 {time} 议完"; en: "Done by {time}" }
    prepare_ends_earliest(time: &str) { zh: "最早 {time} 议完"; en: "Done by {time} at the earliest" }
    prepare_unplanned(n: usize) { zh: "还有 {n} 项没有定时长，带“+”的时间只会更晚"; en: "{n} {items} no planned time yet: a time with + is the earliest", items = plural(n, "item has", "items have") }
    prepare_left(meeting: &str, n: usize, key: &str) { zh: "“{meeting}”还留下 {n} 项没有议完：按 {key} 全部带入。"; en: "“{meeting}” left {n} {items} unfinished: {key} carries all of it over.", items = plural(n, "item", "items") }

    // What is required.
    prepare_ready(met: usize, all: usize) { zh: "会前准备 {met}/{all}"; en: "Ready {met}/{all}" }
    prepare_nothing_required { zh: "会前准备：这类会议没有规定"; en: "Ready: this kind of meeting requires nothing" }
    prepare_remedy(what: &str, key: &str, does: &str) { zh: "{what} — {key} {does}"; en: "{what} — {key} {does}" }
    prepare_notice(days: u32, ahead: i64) { zh: "规定提前 {days} 日通知，提前了 {ahead} 日"; en: "{days} days' notice asked, {ahead} given" }
    prepare_notice_short(days: u32, ahead: i64) { zh: "规定提前 {days} 日通知，只提前了 {ahead} 日，会照开，记录写明通知不足"; en: "{days} days' notice asked, only {ahead} given; it can be held, and the record will say so" }
    prepare_move(day: &str) { zh: "改到 {day} 或以后"; en: "move it to {day} or later" }
    prepare_posted { zh: "议题已公示"; en: "The topics are posted" }
    prepare_to_post(last: &str) { zh: "议题还没有公示，最晚 {last}"; en: "The topics are not posted; {last} is the last day" }
    prepare_post { zh: "公示"; en: "post them" }
    prepare_not_posted(last: &str) { zh: "到 {last} 没有公示议题，会照开，记录写明没有按时公示"; en: "The topics were not posted by {last}; it can be held, and the record will say so" }
    prepare_move_instead { zh: "改期补足"; en: "move it to make up for it" }
    prepare_asked(body: &str, n: usize) { zh: "{body}已请 {n} 人"; en: "{body}: {n} invited" }
    prepare_unasked(body: &str) { zh: "{body}还没有请"; en: "{body}: nobody invited" }
    prepare_ask_all(n: usize) { zh: "请其全部 {n} 人"; en: "invite {n} {people}", people = plural(n, "person", "people") }
    prepare_nobody(body: &str) { zh: "{body}在名册上还没有人"; en: "{body}: nobody on the roster speaks for it" }
    prepare_enrol { zh: "新增一人"; en: "add somebody" }
    prepare_no_body(body: &str) { zh: "名册上还没有{body}"; en: "{body}: no such body at the table" }
    prepare_found { zh: "新增单位"; en: "add it" }
    prepare_named(role: &str, person: &str) { zh: "{role} {person}"; en: "{role}: {person}" }
    prepare_unnamed(role: &str) { zh: "还没有定{role}"; en: "{role}: nobody named" }
    prepare_name { zh: "定人"; en: "name somebody" }
    prepare_quorum(needed: u32, asked: usize, can: u32) { zh: "到会满 {needed} 人才够数，请了 {asked} 人，能来 {can} 人"; en: "{needed} make a quorum; {asked} invited, {can} can come" }
    prepare_no_quorum(needed: u32, can: u32) { zh: "到会满 {needed} 人才够数，能来的只有 {can} 人；不够也能议，记录写明人数不足"; en: "{needed} make a quorum, only {can} can come; it can be held, and the record will say so" }
    prepare_ask_more { zh: "再请人"; en: "invite more" }

    // Who is asked.
    prepare_invited(n: usize) { zh: "邀请 {n} 人"; en: "Invited, {n}" }
    prepare_all_of(body: &str, n: usize) { zh: "{body}：全部 {n} 人"; en: "{body}: all {n}" }
    prepare_as_last(n: usize) { zh: "上次到会的 {n} 人"; en: "Those {n} who came last time" }

    // Calling a meeting.
    field_series { zh: "系列"; en: "Series" }
    field_series_number { zh: "第几次"; en: "Number" }
    field_length { zh: "时长（分）"; en: "Length (min)" }
    hint_series { zh: "有名字的例会，如“凤凰议”；不属于系列就空着"; en: "A regular meeting with a name of its own; empty if it is none" }
    hint_length(minutes: &str) { zh: "按规则 {minutes}"; en: "{minutes}, as the rules say" }
    meeting_titled(kind: &str, month: &str) { zh: "{month}{kind}"; en: "{kind} {month}" }
    rule_required(bodies: &str) { zh: "必到：{bodies}"; en: "Must come: {bodies}" }
    rule_invited(bodies: &str) { zh: "可请：{bodies}"; en: "Invited: {bodies}" }
    rule_notice(days: u32) { zh: "提前 {days} 日通知"; en: "{days} {d} notice", d = plural(days, "day's", "days'") }
    rule_quorum(over: u32, under: u32, strictly: bool) { zh: "到会{strictly} {over}/{under}", strictly = if strictly { "超过" } else { "至少" }; en: "quorum {strictly} {over}/{under}", strictly = if strictly { "more than" } else { "at least" } }
    rule_turn(seconds: u32) { zh: "每次发言 {seconds} 秒"; en: "turns of {seconds} s" }
    rule_none { zh: "不限哪些单位参加"; en: "No body has to come" }

    said_placed_together(meeting: &str, n: usize, items: &str) { zh: "{meeting}列入 {n} 项：{items}"; en: "placed {n} items on {meeting}: {items}" }

    // Choosing several.
    pick_items { zh: "哪些议题？空格选，打字筛选"; en: "Which items? Space marks, letters narrow" }
    pick_people { zh: "请哪些人？空格选，打字筛选"; en: "Whom to invite? Space marks, letters narrow" }
    pick_left_over { zh: "上次遗留"; en: "left over" }
    pick_topic_typed { zh: "新议题："; en: "New topic: " }
    pick_marked(n: usize) { zh: "已选 {n}"; en: "{n} marked" }
}

impl Text {
    /// Several things placed on one agenda in one act; none for any other act, and for the thread of one of them.
    pub(super) fn placed_together(self, entry: &Entry, register: &Register, around: Option<Ref>) -> Option<String> {
        let placed = |event: &Event| match event {
            Event::PlacedOnAgenda(placed) => Some(placed.clone()),
            _ => None,
        };
        let all = entry.events.iter().map(placed).collect::<Option<Vec<PlacedOnAgenda>>>()?;
        let meeting = all.first().filter(|_| all.len() > 1 && around.is_none())?.meeting;
        let about = |item: &PlacedOnAgenda| match item.matter.and_then(|matter| register.matter(matter)) {
            Some(matter) => matter.title.clone(),
            None => item.topic.clone().unwrap_or_default(),
        };
        let items: Vec<String> = all.iter().map(about).collect();
        Some(self.said_placed_together(&self.meeting_named(register, meeting), items.len(), &self.listed(&items)))
    }
}
