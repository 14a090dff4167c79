//! The small forms with which a meeting is prepared: another day, who leads it, a topic of its own.

use chrono::NaiveDate;
use serde_json::json;

use super::draft::{dialog, fixed};
use super::{FormDialog, fields};
use crate::domain::code::DecisionKind;
use crate::domain::meeting::{Item, Meeting, last_before};
use crate::domain::register::Register;
use crate::domain::time::{ZONE, day_of};
use crate::text::Text;
use crate::tui::form::{Choice, Field, Precision};
use crate::tui::meeting_act::MeetingAct;

/// Who leads a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// Who chairs it.
    Chair,
    /// Who takes the minutes.
    Secretary,
}

/// Moves a meeting, to this day at its time of day unless somebody says otherwise.
#[must_use]
pub fn move_form(meeting: &Meeting, day: NaiveDate, register: &Register, text: Text) -> FormDialog {
    let moved = day.and_time(meeting.at.with_timezone(&ZONE).time()).and_local_timezone(ZONE).single();
    let at = moved.filter(|_| day != day_of(meeting.at)).unwrap_or(meeting.at);
    let fields = vec![
        Field::when("at", text.field_at(), Precision::Time).required().filled(json!(at)),
        fields::sentence("reason", text.field_reason()),
    ];
    changing(meeting, fields, register, text)
}

/// Names who leads a meeting; whoever led the last one is proposed.
#[must_use]
pub fn lead_form(meeting: &Meeting, leads: Leads, register: &Register, text: Text) -> FormDialog {
    let last = last_before(register, meeting);
    let (name, label, person) = match leads {
        Leads::Chair => ("chair", text.field_chair(), meeting.chair.or(last.and_then(|last| last.chair))),
        Leads::Secretary => {
            ("secretary", text.field_secretary(), meeting.secretary.or(last.and_then(|last| last.secretary)))
        }
    };
    let known = fields::people(text, register);
    let (asked, others): (Vec<Choice>, Vec<Choice>) = known
        .into_iter()
        .partition(|choice| meeting.invite.iter().any(|person| json!(register.id(*person)) == choice.value));
    let people = asked.into_iter().chain(others).collect();
    let field =
        fields::person(name, label, people, text).required().filled(json!(person.map(|person| register.id(person))));
    changing(meeting, vec![field], register, text)
}

fn changing(meeting: &Meeting, fields: Vec<Field>, register: &Register, text: Text) -> FormDialog {
    let title = text.form_about(MeetingAct::Change.label(text), &meeting.title);
    dialog("change_meeting", title, fixed(&[("meeting", json!(register.id(meeting.key)))]), fields)
}

/// A topic of its own for the agenda.
#[must_use]
pub fn topic_form(meeting: &Meeting, register: &Register, text: Text) -> FormDialog {
    let fields = vec![
        fields::sentence("topic", text.field_new_topic()).required(),
        Field::number("minutes", text.field_minutes()),
    ];
    let known = fixed(&[("meeting", json!(register.id(meeting.key)))]);
    dialog("place_on_agenda", text.form_about(text.do_new_topic(), &meeting.title), known, fields)
}

/// Changes a topic that is on the agenda.
#[must_use]
pub fn item_form(meeting: &Meeting, item: &Item, register: &Register, text: Text) -> FormDialog {
    let decisions = DecisionKind::ALL.iter();
    let decisions = decisions.map(|kind| Choice { value: json!(kind.code()), label: text.decision(*kind).to_owned() });
    let fields = vec![
        fields::sentence("topic", text.field_new_topic()).required().filled(json!(item.topic)),
        Field::number("minutes", text.field_minutes()).filled(json!(item.minutes)),
        Field::choice("decision", text.field_decision(), decisions.collect()).filled(json!(item.decision)),
    ];
    let known = fixed(&[("meeting", json!(register.id(meeting.key))), ("item", json!(item.number))]);
    let topic = item.topic.as_deref().unwrap_or_default();
    let mut form = dialog("change_item", text.form_about(MeetingAct::Change.label(text), topic), known, fields);
    form.form = form.form.only_changed();
    form
}
