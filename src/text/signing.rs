//! The minutes read through, corrected, confirmed and sealed: sentences and the words of that screen. Must not know how it
//! is laid out.

use super::Text;
use crate::domain::event::Event;
use crate::domain::register::Register;

messages! {
    said_confirmed(body: &str, by: &str) { zh: "{body}确认纪要（{by}）"; en: "{body} confirmed the minutes ({by})" }
    said_reservation(text: &str) { zh: "，保留意见：{text}"; en: ", with a reservation: {text}" }
    said_minutes_objected(body: &str, by: &str, text: &str) { zh: "{body}（{by}）对纪要提出异议：{text}"; en: "{body} ({by}) objected to the minutes: {text}" }

    // Keys.
    key_sign { zh: "核对签字"; en: "Read and sign" }
    key_sign_next { zh: "下一步"; en: "The next step" }
    key_read_on { zh: "往下读"; en: "Read on" }
    key_correct { zh: "更正这一条"; en: "Correct this entry" }
    key_strike { zh: "划去这一条"; en: "Strike this entry" }
    key_add_correction { zh: "补一条更正"; en: "Add a correction" }
    key_carry_over { zh: "未议完的转到下次"; en: "Hand on what was left" }
    key_presence { zh: "到会变化"; en: "Who was there when" }

    // What stands beside the minutes.
    sign_confirmations { zh: "确认"; en: "Confirmed" }
    sign_nobody_asked { zh: "这类会议不要求单位确认"; en: "No body has to confirm these" }
    sign_open { zh: "还没有确认"; en: "not confirmed yet" }
    sign_by(by: &str, at: &str) { zh: "{by} {at}"; en: "{by}, {at}" }
    sign_reservation(text: &str) { zh: "保留意见：{text}"; en: "reservation: {text}" }
    sign_outdated(by: &str) { zh: "{by}确认以后有改动，要再确认"; en: "changed since {by} confirmed; ask again" }
    sign_objects(by: &str, text: &str) { zh: "异议（{by}）：{text}"; en: "objection ({by}): {text}" }
    sign_left_over { zh: "未议完"; en: "Left over" }
    sign_nothing_left { zh: "议程都议完了"; en: "Everything was settled" }
    sign_waits { zh: "留待下次"; en: "waits for the next one" }
    sign_placed(meeting: &str) { zh: "已列入 {meeting}"; en: "on the agenda of {meeting}" }
    sign_gone { zh: "已另有着落"; en: "settled elsewhere" }
    sign_seal { zh: "签封"; en: "Seal" }
    sign_unsealed { zh: "还没有签封"; en: "not sealed yet" }
    sign_sealed(by: &str, at: &str) { zh: "{by} {at} 签封，不再改动"; en: "sealed by {by}, {at}; fixed" }
    sign_digest(digest: &str) { zh: "校验码 {digest}"; en: "digest {digest}" }
    sign_reading_digest { zh: "正在读校验码……"; en: "reading the digest…" }
    sign_no_digest { zh: "这份记录的校验码读不出来"; en: "its digest cannot be read" }

    // The minutes themselves.
    sign_held(from: &str, to: &str) { zh: "{from} 至 {to}"; en: "{from} to {to}" }
    sign_was(was: &str, by: &str, at: &str) { zh: "原记：{was}（{by} {at} 改）"; en: "was: {was} (changed by {by}, {at})" }
    sign_because(reason: &str) { zh: "划去原因：{reason}"; en: "struck because: {reason}" }
    sign_correction(text: &str, by: &str, at: &str) { zh: "会后更正：{text}（{by} {at}）"; en: "corrected afterwards: {text} ({by}, {at})" }

    // The next step.
    sign_next_read { zh: "往下读，读完再签"; en: "read on; to the end before it is signed" }
    sign_next_confirm(bodies: &str) { zh: "请{bodies}确认"; en: "ask {bodies} to confirm" }
    sign_next_seal { zh: "都确认了，签封"; en: "all have confirmed: seal" }
    sign_next_seal_unasked { zh: "签封"; en: "seal" }
    sign_next_carry(n: usize, meeting: &str) { zh: "把未议完的 {n} 项列入 {meeting}"; en: "place the {n} left over on the agenda of {meeting}" }
    sign_next_convene(n: usize, meetings: &str, convene: &str) { zh: "未议完的 {n} 项，下次会备会时会提出来；按 {meetings} 再按 {convene} 召集"; en: "{n} left over: the next meeting is offered them; {meetings}, then {convene} convenes it" }
    sign_next_done { zh: "签封完毕，要改就补一条更正"; en: "sealed; what is wrong is corrected beside it" }
    sign_next_not_over { zh: "会还没有散"; en: "the meeting is not over" }

    // Lists, questions, refusals.
    sign_who_confirms(bodies: &str) { zh: "谁来确认？还差{bodies}"; en: "Who confirms? Still to ask: {bodies}" }
    sign_speaks(body: &str, person: &str) { zh: "{body}  {person}"; en: "{body}  {person}" }
    sign_with_reservation(body: &str) { zh: "{body}  确认，但保留意见……"; en: "{body}  confirms with a reservation…" }
    sign_with_objection(body: &str) { zh: "{body}  不同意，提出异议……"; en: "{body}  objects…" }
    sign_somebody { zh: "名单以外的人："; en: "somebody else: " }
    sign_all_confirmed { zh: "该确认的都确认了。"; en: "Everybody asked has confirmed." }
    sign_ask_seal_open { zh: "还有单位没有确认。仍要签封？签封之后不能再改。"; en: "Not everybody asked has confirmed. Seal all the same? Once sealed the minutes cannot be changed." }
    sign_no_entry { zh: "先选中要改的一条记录。"; en: "Select the entry to be corrected first." }
    sign_nothing_to_carry { zh: "没有要转的：都已议完或另有着落。"; en: "Nothing to hand on: all is settled or placed elsewhere." }
    sign_form_correct(note: &str) { zh: "更正 {note}"; en: "Correct {note}" }
    sign_form_beside(note: &str) { zh: "已签封，更正写在 {note} 旁边"; en: "Sealed: the correction stands beside {note}" }
    sign_field_reservation { zh: "保留意见"; en: "Reservation" }
    sign_field_objection { zh: "异议"; en: "Objection" }
    sign_field_right { zh: "应为"; en: "What is right" }

    // When and why presence changed.
    presence_title { zh: "到会变化"; en: "Who was there when" }
    presence_now { zh: "现在"; en: "Now" }
    presence_at_end { zh: "散会时"; en: "At the end" }
    presence_body(sign: &str, body: &str, there: u32, names: &str) { zh: "{sign} {body} {there} 人：{names}"; en: "{sign} {body}, {there}: {names}" }
    presence_nobody { zh: "没有人"; en: "nobody" }
    presence_quorum_gained(present: u32, needed: u32) { zh: "够法定人数：{present} 人，需 {needed} 人"; en: "quorum: {present} present, {needed} needed" }
    presence_quorum_lost(present: u32, needed: u32) { zh: "不够法定人数：{present} 人，需 {needed} 人"; en: "no quorum: {present} present, {needed} needed" }
    presence_body_gained(body: &str) { zh: "{body}有人到会了"; en: "{body} represented" }
    presence_body_lost(body: &str) { zh: "{body}没有人在场了"; en: "nobody of {body} left" }
    presence_mark(time: &str, name: &str, state: &str) { zh: "{time} {name} {state}"; en: "{time} {name} {state}" }
    presence_proxy(name: &str) { zh: "，由{name}代表"; en: ", by {name}" }
    presence_none { zh: "还没有人签到"; en: "Nobody has signed in yet" }
}

impl Text {
    /// What a body said about the minutes; nothing for any other fact.
    pub(super) fn signing(self, event: &Event, register: &Register) -> String {
        match event {
            Event::MinutesConfirmed(e) => {
                let reservation = e.reservation.as_deref().map(|words| self.said_reservation(words));
                self.said_confirmed(self.body_named(register, e.body), &e.by) + &reservation.unwrap_or_default()
            }
            Event::MinutesObjected(e) => self.said_minutes_objected(self.body_named(register, e.body), &e.by, &e.text),
            _ => String::new(),
        }
    }
}
