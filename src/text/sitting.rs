//! The course of a meeting as sentences: its order, breaks, the floor, the hand on the minutes; and what a series is
//! called. Must not know where they stand.

use chrono::NaiveDate;

use super::Text;
use crate::domain::code::Stance;
use crate::domain::event::{Event, ItemChanged, ItemField};
use crate::domain::id::NoteRef;
use crate::domain::meeting::Meeting;
use crate::domain::register::Register;
use crate::domain::series::Lapse;

messages! {
    series_number(series: &str, number: u32) { zh: "{series} 第{number}次"; en: "{series} no. {number}" }
    series_lapsed(cadence: &str, by: &str) { zh: "{cadence}一次，应在 {by} 前再开"; en: "{cadence}; the next was due by {by}" }
    label_series { zh: "系列"; en: "Series" }
    label_cadences_lapsed { zh: "该开没开的会"; en: "Meetings whose rhythm has lapsed" }
    said_item_changed(item: u32, meeting: &str, field: &str, to: &str) { zh: "更改第 {item} 项的{field}：{to}（{meeting}）"; en: "changed the {field} of item {item} of {meeting} to: {to}" }
    said_ordered(meeting: &str, order: &str) { zh: "调整议程顺序：{order}（{meeting}）"; en: "put the agenda of {meeting} in the order {order}" }
    said_paused(meeting: &str) { zh: "休会：{meeting}"; en: "called a recess in {meeting}" }
    said_until(until: &str) { zh: "，{until} 继续"; en: ", to go on at {until}" }
    said_resumed(meeting: &str) { zh: "继续开会：{meeting}"; en: "went on with {meeting}" }
    said_set_aside(item: u32, meeting: &str) { zh: "第 {item} 项暂搁（{meeting}）"; en: "set item {item} of {meeting} aside" }
    said_hand_raised(person: &str, stance: &str) { zh: "{person}举手{stance}"; en: "{person} asked for the floor{stance}" }
    said_hand_lowered(person: &str) { zh: "{person}放下手"; en: "{person} no longer asks for the floor" }
    said_floor_given(person: &str, stance: &str) { zh: "请{person}发言{stance}"; en: "gave the floor to {person}{stance}" }
    said_order_floor_given(person: &str) { zh: "请{person}提秩序问题"; en: "gave the floor to {person} for a point of order" }
    said_turn_ended(person: &str) { zh: "{person}发言结束"; en: "{person} finished speaking" }
    said_order_called(person: &str) { zh: "{person}提出秩序问题"; en: "{person} raised a point of order" }
    said_struck(note: &str) { zh: "划去记录 {note}"; en: "struck the entry {note}" }
    said_corrected(text: &str) { zh: "会后更正：{text}"; en: "corrected the minutes afterwards: {text}" }
    said_corrected_note(note: &str, text: &str) { zh: "会后更正记录 {note}：{text}"; en: "corrected the entry {note} afterwards: {text}" }
    said_undertakes(text: &str) { zh: "；承诺：{text}"; en: "; undertakes: {text}" }
}

impl Text {
    /// A fact about the course of a meeting, without what was worth saying; nothing for any other fact.
    pub(super) fn course(self, event: &Event, register: &Register, on: NaiveDate) -> String {
        let person = |person| self.person_named(register, person);
        match event {
            Event::ItemChanged(e) => self.item_changed(register, e),
            Event::AgendaOrdered(e) => {
                let order: Vec<String> = e.order.iter().map(|placed| placed.item.to_string()).collect();
                self.said_ordered(&self.meeting_named(register, e.meeting), &self.listed(&order))
            }
            Event::MeetingPaused(e) => {
                let until = e.until.map(|until| self.said_until(&self.moment(until, on))).unwrap_or_default();
                self.said_paused(&self.meeting_named(register, e.meeting)) + &until + &self.because(e.reason.as_deref())
            }
            Event::MeetingResumed(e) => self.said_resumed(&self.meeting_named(register, e.meeting)),
            Event::ItemSetAside(e) => self.said_set_aside(e.item, &self.meeting_named(register, e.meeting)),
            Event::HandRaised(e) => self.said_hand_raised(person(e.person), &self.side(e.stance)),
            Event::HandLowered(e) => self.said_hand_lowered(person(e.person)),
            Event::FloorGiven(e) if e.point_of_order => self.said_order_floor_given(person(e.person)),
            Event::FloorGiven(e) => self.said_floor_given(person(e.person), &self.side(e.stance)),
            Event::TurnEnded(e) => self.said_turn_ended(person(e.person)),
            Event::OrderCalled(e) => self.said_order_called(person(e.person)),
            Event::NoteStruck(e) => self.said_struck(&register.id(e.note)) + &self.because(e.reason.as_deref()),
            Event::MinutesCorrected(e) => match e.note {
                Some(note) => self.said_corrected_note(&note_id(register, note), &e.text),
                None => self.said_corrected(&e.text),
            },
            _ => String::new(),
        }
    }

    fn item_changed(self, register: &Register, e: &ItemChanged) -> String {
        let (field, to) = match &e.change {
            ItemField::Minutes(minutes) => {
                (self.part_minutes(), minutes.map_or_else(|| "–".to_owned(), |minutes| minutes.to_string()))
            }
            ItemField::Topic(topic) => (self.part_topic(), topic.clone()),
            ItemField::Decision(decision) => (self.part_decision(), self.decision(*decision).to_owned()),
        };
        self.said_item_changed(e.item, &self.meeting_named(register, e.meeting), field, &to)
    }

    /// The side somebody speaks on, in brackets; nothing where none was given.
    pub(super) fn side(self, stance: Option<Stance>) -> String {
        stance.map(|stance| self.in_brackets(self.stance(stance))).unwrap_or_default()
    }

    /// The series a meeting belongs to and its number there; empty if it belongs to none.
    #[must_use]
    pub fn series_of(self, meeting: &Meeting) -> String {
        match (&meeting.series, meeting.number) {
            (Some(series), Some(number)) => self.series_number(series, number),
            (Some(series), None) => series.clone(),
            (None, _) => String::new(),
        }
    }

    /// What lapsed: the brand of a series, or the kind of its meetings.
    #[must_use]
    pub fn lapsed(self, lapse: &Lapse) -> String {
        lapse.series.clone().unwrap_or_else(|| self.meeting_kind(lapse.kind).to_owned())
    }
}

fn note_id(register: &Register, note: NoteRef) -> String {
    Some(register.id(note)).filter(|id| !id.is_empty()).unwrap_or_else(|| "–".to_owned())
}
