//! The facts as sentences: what the log, a matter's thread and the line after an act say. Must not know where they stand.

use std::borrow::Cow;

use super::{Lang, Text, plural};
use crate::domain::code::{Verdict, Warning};
use crate::domain::entry::{Entry, Instant};
use crate::domain::event::{About, Event, Noted};
use crate::domain::id::{ActId, Ref};
use crate::domain::register::{Concern, Register, Thing};
use crate::domain::time::day_of;
use crate::domain::unit::Unit;
use crate::domain::vote::Measure;

messages! {
    said_rules(title: &str) { zh: "采纳议事规则《{title}》"; en: "adopted the rules “{title}”" }
    said_body_added(name: &str) { zh: "新增单位：{name}"; en: "added the body “{name}”" }
    said_bodies_added(names: &str) { zh: "新增单位：{names}"; en: "added {names}" }
    said_changed(what: &str, field: &str, to: &str) { zh: "修改{what}的{field}：{to}"; en: "changed the {field} of {what} to: {to}" }
    said_person_added(name: &str, body: &str) { zh: "新增人员：{name}（{body}）"; en: "added {name} ({body})" }
    said_raised(title: &str, channel: &str, by: &str) { zh: "提事：{title}（{channel}，{by}）"; en: "raised: {title} ({channel}, {by})" }
    said_accepted(route: &str, depth: &str, due: &str) { zh: "受理：{route}、{depth}，期限 {due}"; en: "accepted: {route} route, {depth} deliberation, due {due}" }
    said_declined(reason: &str) { zh: "不予受理：{reason}"; en: "declined: {reason}" }
    said_refer_to(to: &str) { zh: "；建议转交：{to}"; en: "; better asked of: {to}" }
    said_merged(into: &str) { zh: "并入 {into}"; en: "merged into {into}" }
    said_merged_here(what: &str) { zh: "{what}并入本事项"; en: "{what} was merged into this one" }
    said_level(level: &str, reason: &str) { zh: "上报到{level}：{reason}"; en: "raised to the {level}: {reason}" }
    said_told(text: &str) { zh: "告知提出人{text}"; en: "told the raiser{text}" }
    said_answered(ending: &str, text: &str) { zh: "答复（{ending}）：{text}"; en: "answered ({ending}): {text}" }
    said_followed_up(answer: &str) { zh: "回访：{answer}"; en: "followed up: {answer}" }
    said_good_enough { zh: "——可以结案"; en: "; ready to close" }
    said_sent_back { zh: "返办"; en: "sent back to act" }
    said_closed(archive: &str) { zh: "结案归档：{archive}"; en: "closed, archive number {archive}" }
    said_passed_on(reason: &str) { zh: "移交并在此结案：{reason}"; en: "passed on and closed here: {reason}" }
    said_reopened(reason: &str) { zh: "重新办理{reason}"; en: "opened again{reason}" }
    said_convened(meeting: &str, at: &str) { zh: "召集会议：{meeting}，{at}"; en: "convened “{meeting}” for {at}" }
    said_cancelled(meeting: &str, reason: &str) { zh: "取消会议：{meeting}{reason}"; en: "called off {meeting}{reason}" }
    said_placed(what: &str, meeting: &str, item: u32) { zh: "列入议程：{what}（{meeting}第 {item} 项）"; en: "placed {what} on the agenda of {meeting} as item {item}" }
    said_placed_here(meeting: &str, item: u32) { zh: "列入{meeting}议程，第 {item} 项"; en: "placed on the agenda of {meeting} as item {item}" }
    said_taken_off(meeting: &str, item: u32) { zh: "移出议程：{meeting}第 {item} 项"; en: "took item {item} off the agenda of {meeting}" }
    said_opened(meeting: &str) { zh: "宣布开会：{meeting}"; en: "opened {meeting}" }
    said_attendance(person: &str, state: &str) { zh: "签到：{person}，{state}"; en: "attendance: {person}, {state}" }
    said_taken_up(item: u32, meeting: &str) { zh: "开议第 {item} 项（{meeting}）"; en: "took up item {item} of {meeting}" }
    said_noted(kind: &str, who: &str, text: &str) { zh: "{kind}{who}：{text}"; en: "{kind}{who}: {text}" }
    said_note_changed(text: &str) { zh: "更正记录为：{text}"; en: "corrected the entry to: {text}" }
    said_resolved(item: u32, outcome: &str, text: &str) { zh: "第 {item} 项结论：{outcome}{text}"; en: "item {item} {outcome}{text}" }
    said_adjourned(meeting: &str) { zh: "散会：{meeting}"; en: "adjourned {meeting}" }
    said_left_over(n: usize) { zh: "；{n} 项留待下次"; en: "; {n} left for the next meeting" }
    said_sealed(meeting: &str) { zh: "签封纪要：{meeting}"; en: "sealed the minutes of {meeting}" }
    said_assigned(lead: &str, text: &str, due: &str) { zh: "派单给{lead}：{text}，期限 {due}"; en: "assigned to {lead}: {text}, due {due}" }
    said_received(lead: &str) { zh: "{lead}签收"; en: "received by {lead}" }
    said_returned(lead: &str, reason: &str) { zh: "{lead}退单：{reason}"; en: "returned by {lead}: {reason}" }
    said_progress(text: &str) { zh: "进展：{text}"; en: "progress: {text}" }
    said_percent(percent: u8) { zh: "（完成 {percent}%）"; en: " ({percent}% done)" }
    said_waits(what: &str) { zh: "；在等：{what}"; en: "; waits for {what}" }
    said_waits_no_more { zh: "；不再等"; en: "; waits no more" }
    said_extended(from: &str, due: &str, by: &str, reason: &str) { zh: "延期：{from} 改为 {due}（{by}批准）：{reason}"; en: "extended from {from} to {due} (approved by {by}): {reason}" }
    said_finished(ending: &str, text: &str) { zh: "办结任务（{ending}）：{text}"; en: "finished ({ending}): {text}" }
    said_evidence(n: usize) { zh: "；附件 {n} 个"; en: "; {n} {files} attached", files = plural(n, "file", "files") }
    said_work_accepted(reason: &str) { zh: "验收{reason}"; en: "accepted the work{reason}" }
    said_posted(kind: &str, about: &str, place: &str, until: &str) { zh: "贴出{kind}{about}{place}，至 {until}"; en: "posted the {kind}{about}{place}, until {until}" }
    said_posted_about(title: &str) { zh: "《{title}》"; en: " on “{title}”" }
    said_objected(by: &str, text: &str) { zh: "{by}提出异议：{text}"; en: "{by} objected: {text}" }
    said_objection_answered(text: &str) { zh: "答复异议：{text}"; en: "answered the objection: {text}" }
    said_undone(what: &str) { zh: "撤销了“{what}”"; en: "undid “{what}”" }
    said_redone(what: &str) { zh: "恢复了“{what}”"; en: "redid “{what}”" }
    said_lost(n: usize, file: &str) {
        zh: "{file} 有 {n} 行损坏，已移到 damaged 文件夹";
        en: "{n} damaged {lines} of {file} set aside in the folder “damaged”", lines = plural(n, "line", "lines")
    }
    said_unknown(kind: &str) { zh: "新版程序写入的内容（{kind}）"; en: "something a newer version wrote ({kind})" }
    said_anonymous { zh: "匿名"; en: "anonymous" }
    said_not_reached { zh: "未联系上"; en: "not reached" }
    said_of_needed(present: u32, needed: u32) { zh: "到会 {present}，需 {needed}"; en: "{present} of the {needed} needed" }
    said_warned(warnings: &str) { zh: "〔{warnings}〕"; en: " [{warnings}]" }
}

impl Text {
    /// A whole act as one sentence: its facts, one after the other. `around` is the thing whose story is told, if any:
    /// its name need not be said again.
    #[must_use]
    pub fn entry(self, entry: &Entry, register: &Register, around: Option<Ref>) -> String {
        if let Some(sentence) = self.placed_together(entry, register, around) {
            return sentence;
        }
        let mut facts: Vec<String> = Vec::new();
        for events in entry.events.chunk_by(both_add_bodies) {
            match events {
                [event] => facts.push(self.event(event, register, around, entry.ts)),
                bodies => {
                    let names = bodies.iter().filter_map(|event| match event {
                        Event::BodyAdded(e) => Some(self.body_in_words(e.name.as_deref(), e.kind)),
                        _ => None,
                    });
                    facts.push(self.said_bodies_added(&self.listed(&names.collect::<Vec<_>>())));
                }
            }
        }
        facts.join(match self.lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        })
    }

    /// One fact as a sentence without its subject: who and when stand beside it. `at` is when it became known; days of
    /// that year are said without their year.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of fact, read like a table")]
    pub fn event(self, event: &Event, register: &Register, around: Option<Ref>, at: Instant) -> String {
        let on = day_of(at);
        let warned = |warnings: &[Warning]| {
            let words = warnings.iter().map(|warning| self.warned_of(event, *warning, register, at));
            let words: Vec<String> = words.collect();
            if words.is_empty() { String::new() } else { self.said_warned(&self.listed(&words)) }
        };
        match event {
            Event::RulesAdopted(e) => self.said_rules(self.in_language(&e.rules.title.zh, &e.rules.title.en)),
            Event::BodyAdded(e) => self.said_body_added(&self.body_in_words(e.name.as_deref(), e.kind)),
            Event::BodyChanged(e) => self.changed(register, e.body.0, self.body_field(&e.change)),
            Event::PersonAdded(e) => self.said_person_added(&e.name, self.body_named(register, e.body)),
            Event::PersonChanged(e) => self.changed(register, e.person.0, self.person_field(register, &e.change, on)),
            Event::UnitAdded(e) => {
                let place = register.unit(e.unit).map_or_else(|| e.room.clone(), Unit::label);
                self.said_unit_added(&place, &self.amount(Measure::Area, e.area.0), self.unit_use(e.usage))
            }
            Event::UnitChanged(e) => self.changed(register, e.unit.0, self.unit_field(&e.change)),
            Event::UnitRemoved(e) => self.said_unit_removed(&register.id(e.unit), without_stop(&e.reason)),
            Event::MatterRaised(e) => {
                let by = e.raised_by.as_deref().unwrap_or_else(|| self.said_anonymous());
                self.said_raised(&e.title, self.channel(e.channel), by)
            }
            Event::MatterChanged(e) => self.changed(register, e.matter.0, self.matter_field(register, &e.change, on)),
            Event::MatterAccepted(e) => {
                self.said_accepted(self.route(e.route), self.depth(e.depth), &self.deadline(e.due, on))
                    + &warned(&e.warnings)
            }
            Event::MatterDeclined(e) => {
                let to = e.refer_to.as_deref().map(|to| self.said_refer_to(to)).unwrap_or_default();
                self.said_declined(without_stop(&e.reason)) + &to
            }
            Event::MatterMerged(e) => {
                let said = if around == Some(e.into.0) {
                    self.said_merged_here(&self.matter_named(register, e.matter))
                } else {
                    self.said_merged(&self.matter_named(register, e.into))
                };
                said + &self.because(e.reason.as_deref())
            }
            Event::LevelRaised(e) => self.said_level(self.level(e.level), &e.reason),
            Event::RaiserTold(e) => {
                let means = e.means.map(|means| self.in_brackets(self.means(means))).unwrap_or_default();
                self.said_told(&(means + &self.because(e.text.as_deref())))
            }
            Event::MatterAnswered(e) => self.said_answered(self.ending(e.ending), &e.text),
            Event::FollowedUp(e) => {
                let mut answer: Vec<&str> = Vec::new();
                if !e.reached {
                    answer.push(self.said_not_reached());
                }
                answer.extend(e.solved.map(|solved| self.solved(solved)));
                answer.extend(e.satisfaction.map(|satisfaction| self.satisfaction(satisfaction)));
                let reason =
                    e.reason.as_deref().map(|reason| self.in_brackets(without_stop(reason))).unwrap_or_default();
                let said = self.said_followed_up(&self.listed(&answer)) + &reason;
                match e.verdict {
                    Verdict::Good => said + self.said_good_enough(),
                    Verdict::Bad | Verdict::NotReached => said,
                }
            }
            Event::SentBack(_) => self.said_sent_back().to_owned(),
            Event::MatterClosed(e) => {
                let told = match &e.archive {
                    Some(archive) => self.said_closed(archive) + &self.because(e.reason.as_deref()),
                    None => self.said_passed_on(e.reason.as_deref().unwrap_or_default()),
                };
                told + &warned(&e.warnings)
            }
            Event::ChainStarted(e) => self.chain_started(e),
            Event::StepTaken(e) => self.step_taken(register, e),
            Event::MatterReopened(e) => self.said_reopened(&self.because(e.reason.as_deref())),
            Event::MeetingConvened(e) => {
                let title = match (&e.series, e.number) {
                    (Some(series), Some(number)) => {
                        e.title.clone() + &self.in_brackets(&self.series_number(series, number))
                    }
                    _ => e.title.clone(),
                };
                self.said_convened(&title, &self.moment(e.at, on)) + &warned(&e.warnings)
            }
            Event::MeetingChanged(e) => {
                self.changed(register, e.meeting.0, self.meeting_field(register, &e.change, on))
                    + &self.because(e.reason.as_deref())
                    + &warned(&e.warnings)
            }
            Event::MeetingCancelled(e) => {
                self.said_cancelled(&self.meeting_named(register, e.meeting), &self.because(e.reason.as_deref()))
            }
            Event::PlacedOnAgenda(e) => {
                let meeting = self.meeting_named(register, e.meeting);
                let said = match e.matter {
                    Some(matter) if around == Some(matter.0) => self.said_placed_here(&meeting, e.item),
                    Some(matter) => self.said_placed(&self.matter_named(register, matter), &meeting, e.item),
                    None => self.said_placed(e.topic.as_deref().unwrap_or_default(), &meeting, e.item),
                };
                said + &warned(&e.warnings)
            }
            Event::TakenOffAgenda(e) => self.said_taken_off(&self.meeting_named(register, e.meeting), e.item),
            Event::MeetingOpened(e) => {
                self.said_opened(&self.meeting_named(register, e.meeting)) + &warned(&e.warnings)
            }
            Event::AttendanceMarked(e) => {
                self.said_attendance(self.person_named(register, e.person), self.attendance(e.state))
            }
            Event::ItemTakenUp(e) => self.said_taken_up(e.item, &self.meeting_named(register, e.meeting)),
            Event::Noted(e) => {
                let who = self.whose(register, e) + &self.side(e.stance);
                let undertakes = e.undertakes.as_deref().map(|text| self.said_undertakes(text)).unwrap_or_default();
                let text = if undertakes.is_empty() { &e.text } else { without_stop(&e.text) };
                self.said_noted(self.note_kind(e.kind), &who, text) + &undertakes + &warned(&e.warnings)
            }
            Event::NoteChanged(e) => self.said_note_changed(&e.text),
            Event::VoteOpened(e) => self.vote_opened(register, e) + &warned(&e.warnings),
            Event::VotesCast(e) => self.votes_cast(register, e.vote, &e.cast),
            Event::VoteExtended(e) => self.vote_extended(register, e),
            Event::VoteClosed(e) => {
                let early = e.reason.as_deref().map(|reason| self.said_closed_early(without_stop(reason)));
                self.vote_ended(register, e.vote, &e.finding) + &early.unwrap_or_default() + &warned(&e.warnings)
            }
            Event::VoteCorrected(e) => self.vote_corrected(register, e),
            Event::Resolved(e) => {
                let to = e.refer_to.as_deref().map(|to| self.in_brackets(to)).unwrap_or_default();
                let text = self.because(e.text.as_deref());
                self.said_resolved(e.item, self.outcome(e.outcome), &(to + &text)) + &warned(&e.warnings)
            }
            Event::MeetingAdjourned(e) => {
                let left = match e.unfinished.len() {
                    0 => String::new(),
                    n => self.said_left_over(n),
                };
                self.said_adjourned(&self.meeting_named(register, e.meeting)) + &left
            }
            Event::MinutesConfirmed(_) | Event::MinutesObjected(_) => self.signing(event, register),
            Event::MinutesSealed(e) => {
                self.said_sealed(&self.meeting_named(register, e.meeting)) + &warned(&e.warnings)
            }
            Event::FloorGiven(e) => self.course(event, register, on) + &warned(&e.warnings),
            Event::TurnEnded(e) => self.course(event, register, on) + &warned(&e.warnings),
            Event::ItemChanged(_)
            | Event::AgendaOrdered(_)
            | Event::MeetingPaused(_)
            | Event::MeetingResumed(_)
            | Event::ItemSetAside(_)
            | Event::HandRaised(_)
            | Event::HandLowered(_)
            | Event::OrderCalled(_)
            | Event::NoteStruck(_)
            | Event::MinutesCorrected(_) => self.course(event, register, on),
            Event::TaskAssigned(e) => {
                self.said_assigned(
                    &self.lead_in_words(register, e.lead),
                    without_stop(&e.text),
                    &self.deadline(e.due, on),
                ) + &warned(&e.warnings)
            }
            Event::TaskReceived(e) => self.said_received(&self.lead_of(register, e.task.0)),
            Event::TaskReturned(e) => self.said_returned(&self.lead_of(register, e.task.0), &e.reason),
            Event::ProgressReported(e) => {
                let percent = e.percent.map(|percent| self.said_percent(percent)).unwrap_or_default();
                let waits = match e.waits_for.as_deref() {
                    None => String::new(),
                    Some("") => self.said_waits_no_more().to_owned(),
                    Some(what) => self.said_waits(what),
                };
                self.said_progress(without_stop(&e.text)) + &percent + &waits
            }
            Event::TaskExtended(e) => {
                let (from, due) = (self.deadline(e.from, on), self.deadline(e.due, on));
                self.said_extended(&from, &due, &e.approved_by, &e.reason) + &warned(&e.warnings)
            }
            Event::TaskFinished(e) => {
                let evidence = match e.evidence.len() {
                    0 => String::new(),
                    n => self.said_evidence(n),
                };
                self.said_finished(self.ending(e.ending), without_stop(&e.text)) + &evidence
            }
            Event::TaskAccepted(e) => self.said_work_accepted(&self.because(e.reason.as_deref())),
            Event::NoticePosted(e) => {
                let place = e.place.as_deref().map(|place| self.in_brackets(place)).unwrap_or_default();
                self.said_posted(
                    self.notice_kind(e.kind),
                    &self.posted_about(e.about, register, around),
                    &place,
                    &self.date(e.until, on),
                ) + &warned(&e.warnings)
            }
            Event::ObjectionMade(e) => self.said_objected(&e.by, &e.text),
            Event::ObjectionAnswered(e) => self.said_objection_answered(&e.text),
            Event::Undone(e) => self.undone(register, e.act),
            Event::LinesLost(e) => self.said_lost(e.lines.len(), &e.file),
            Event::Unknown(e) => self.said_unknown(&e.kind),
        }
    }

    /// What was worth saying about a fact, and whom or what it is about.
    #[must_use]
    pub fn warned_of(self, event: &Event, warning: Warning, register: &Register, at: Instant) -> String {
        let name = |concern| match concern {
            Concern::Body(kind) => self.body_kind(kind).to_owned(),
            Concern::Task(task) => register.id(task),
            Concern::People { present, needed } => self.said_of_needed(present, needed),
        };
        let names: Vec<String> = register.concerns(event, warning, at).into_iter().map(name).collect();
        let said = self.warning(warning).to_owned();
        if names.is_empty() { said } else { said + &self.in_brackets(&self.listed(&names)) }
    }

    /// What was taken back; or, when that was itself a taking back, what holds again.
    fn undone(self, register: &Register, act: ActId) -> String {
        let found = |act: ActId| register.entries().iter().rev().find(|entry| entry.id() == act);
        let taken_back = found(act);
        match taken_back.and_then(|entry| entry.events.first()) {
            Some(Event::Undone(first)) => self.said_redone(&self.act_on(register, found(first.act))),
            _ => self.said_undone(&self.act_on(register, taken_back)),
        }
    }

    /// What an act is called, and what it was carried out on: its name where it still has one, else what it said.
    fn act_on(self, register: &Register, entry: Option<&Entry>) -> String {
        let Some(entry) = entry else { return String::new() };
        let act = self.act(&entry.act);
        let subject = entry.subject().map(|thing| (register.id(thing), register.thing(thing)));
        match subject {
            Some((id, Some(Thing::Matter(matter)))) => format!("{act} {id} {}", matter.title),
            Some((id, Some(Thing::Meeting(meeting)))) => format!("{act} {id} {}", meeting.title),
            Some((id, Some(_))) => format!("{act} {id}"),
            Some((_, None)) => self.entry(entry, register, None),
            None => act.to_owned(),
        }
    }

    fn changed(self, register: &Register, thing: Ref, (field, to): (&str, String)) -> String {
        let what = register.id(thing);
        self.said_changed(&what, field, if to.is_empty() { "–" } else { &to })
    }

    fn lead_of(self, register: &Register, task: Ref) -> Cow<'_, str> {
        match register.thing(task) {
            Some(Thing::Task(task)) => self.lead_in_words(register, task.lead),
            _ => Cow::Borrowed("–"),
        }
    }

    /// Who spoke, and for which body when that is not plain from the speaker.
    fn whose(self, register: &Register, e: &Noted) -> String {
        let own_body = e.speaker.and_then(|person| register.person(person)).map(|person| person.body);
        let mut who: Vec<&str> = Vec::new();
        if own_body.is_none() || e.body != own_body {
            who.extend(e.body.map(|body| self.body_named(register, body)));
        }
        who.extend(e.speaker.map(|person| self.person_named(register, person)));
        if who.is_empty() { String::new() } else { self.in_brackets(&self.listed(&who)) }
    }

    /// What a notice is about, unless its story is told.
    fn posted_about(self, about: About, register: &Register, around: Option<Ref>) -> String {
        let (thing, title) = match about {
            About::Matter(matter) => (matter.0, register.matter(matter).map(|matter| matter.title.as_str())),
            About::Meeting(meeting) => (meeting.0, register.meeting(meeting).map(|meeting| meeting.title.as_str())),
        };
        title.filter(|_| around != Some(thing)).map(|title| self.said_posted_about(title)).unwrap_or_default()
    }

    pub(super) fn because(self, reason: Option<&str>) -> String {
        match (self.lang, reason.map(without_stop)) {
            (_, None) => String::new(),
            (Lang::Zh, Some(reason)) => format!("：{reason}"),
            (Lang::En, Some(reason)) => format!(": {reason}"),
        }
    }

    /// Words with a note in brackets behind them.
    #[must_use]
    pub fn bracketed(self, words: &str, note: &str) -> String {
        words.to_owned() + &self.in_brackets(note)
    }

    pub(super) fn in_brackets(self, text: &str) -> String {
        match self.lang {
            Lang::Zh => format!("（{text}）"),
            Lang::En => format!(" ({text})"),
        }
    }

    /// Words that a rule set gives in both languages.
    #[must_use]
    pub fn in_language<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// Whether both facts put a body on the roster: that is told in one sentence.
fn both_add_bodies(one: &Event, other: &Event) -> bool {
    matches!((one, other), (Event::BodyAdded(_), Event::BodyAdded(_)))
}

/// The text without the full stop it ends with: more of the sentence follows, or none is wanted.
fn without_stop(text: &str) -> &str {
    text.trim_end_matches(['。', '.', '；', ';'])
}
