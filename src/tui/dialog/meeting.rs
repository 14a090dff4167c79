//! From an act on a meeting to what has to be asked for it.

use serde_json::{Value, json};

use super::draft::{Draft, dialog, fixed};
use super::{FormDialog, fields};
use crate::domain::code::{Attendance, NoteKind};
use crate::domain::command::{AdjournMeeting, OpenMeeting, SealMinutes, TakeOffAgenda, TakeUp};
use crate::domain::id::PersonRef;
use crate::domain::matter::Matter;
use crate::domain::meeting::Meeting;
use crate::domain::register::Register;
use crate::text::Text;
use crate::tui::form::{Choice, Field, Precision};
use crate::tui::live::TaskDraft;
use crate::tui::meeting_act::MeetingAct;
use crate::tui::screen::meeting::item_title;
use crate::tui::style::Look;
use crate::tui::world::World;

/// What an act needs to be carried out on a meeting and the selected item of its agenda; `sure` once it was asked about.
#[must_use]
pub fn meeting_draft(
    act: MeetingAct,
    meeting: &Meeting,
    item: Option<u32>,
    world: &World<'_>,
    look: &Look,
    sure: bool,
) -> Option<Draft> {
    let (register, text) = (world.register, look.text);
    let id = register.id(meeting.key);
    Some(match act {
        MeetingAct::Open => Draft::now(OpenMeeting { meeting: id }),
        MeetingAct::TakeUp => Draft::now(TakeUp { meeting: id, item: item? }),
        MeetingAct::TakeOff => Draft::now(TakeOffAgenda { meeting: id, item, matter: None }),
        MeetingAct::Adjourn | MeetingAct::Seal if !sure => Draft::Ask,
        MeetingAct::Adjourn => Draft::now(AdjournMeeting { meeting: id }),
        MeetingAct::Seal => Draft::now(SealMinutes { meeting: id }),
        MeetingAct::Place => form(act, "place_on_agenda", meeting, register, text, place(register, text)),
        MeetingAct::PostAgenda => Draft::Form(Box::new(dialog(
            "post_notice",
            text.form_about(act.label(text), &meeting.title),
            fixed(&[("about", json!(id)), ("kind", json!("agenda"))]),
            vec![
                Field::number("days", text.field_days()).required().filled(json!(register.rules().posting.agenda)),
                fields::sentence("where", text.field_where()),
            ],
        ))),
        MeetingAct::Attend => form(act, "mark_attendance", meeting, register, text, attend(meeting, register, text)),
        MeetingAct::Note => form(act, "note", meeting, register, text, note(register, text)),
        MeetingAct::Resolve => on_item(act, "resolve", meeting, item?, register, text, fields::resolution(text)),
        MeetingAct::Assign => {
            let fields = task_fields(&TaskDraft::default(), register, text);
            on_item(act, "assign_task", meeting, item?, register, text, fields)
        }
        MeetingAct::Confirm => form(act, "confirm_minutes", meeting, register, text, confirm(meeting, register, text)),
        MeetingAct::Change => change(meeting, register, text),
        MeetingAct::Cancel => {
            let fields = vec![fields::sentence("reason", text.field_reason()).required()];
            form(act, "cancel_meeting", meeting, register, text, fields)
        }
    })
}

/// A task on the item under discussion, as far as it is written already.
#[must_use]
pub fn task_form(
    meeting: &Meeting,
    item: Option<u32>,
    task: &TaskDraft,
    register: &Register,
    text: Text,
) -> FormDialog {
    let known = fixed(&[("meeting", json!(register.id(meeting.key))), ("item", json!(item))]);
    let item = item.and_then(|item| meeting.item(item));
    let about = item.map(|item| item_title(item, register)).unwrap_or_default();
    let title = text.form_about(MeetingAct::Assign.label(text), &about);
    dialog("assign_task", title, known, task_fields(task, register, text))
}

/// A break that lasts until a time still to be said.
#[must_use]
pub fn pause_form(meeting: &Meeting, register: &Register, text: Text) -> FormDialog {
    let fields = vec![
        Field::when("until", text.live_until_field(), Precision::Time).required(),
        fields::sentence("reason", text.field_reason()),
    ];
    let known = fixed(&[("meeting", json!(register.id(meeting.key)))]);
    dialog("pause_meeting", text.form_about(text.live_another_day(), &meeting.title), known, fields)
}

fn task_fields(task: &TaskDraft, register: &Register, text: Text) -> Vec<Field> {
    let leads = fields::leads(text, register);
    let words = Some(&task.text).filter(|words| !words.is_empty());
    vec![
        fields::lead(text, leads.clone()).filled(task.lead.clone()),
        fields::text_field("text", text.field_task()).required().filled(json!(words)),
        fields::due(text).required().filled(task.due.clone()),
        fields::helpers(text, leads),
    ]
}

fn change(meeting: &Meeting, register: &Register, text: Text) -> Draft {
    let people = fields::people(text, register);
    let id = |person: PersonRef| register.id(person);
    let invited: Vec<_> = meeting.invite.iter().map(|person| json!(id(*person))).collect();
    let fields = vec![
        fields::meeting_kind(text).required().filled(json!(meeting.kind)),
        fields::title(text).required().filled(json!(meeting.title)),
        Field::when("at", text.field_at(), Precision::Time).required().filled(json!(meeting.at)),
        fields::place(text).suggesting(fields::places(register)).filled(json!(meeting.place)),
        fields::person("chair", text.field_chair(), people.clone(), text).filled(json!(meeting.chair.map(id))),
        fields::person("secretary", text.field_secretary(), people.clone(), text)
            .filled(json!(meeting.secretary.map(id))),
        fields::invite(people, text).filled(Value::Array(invited)),
        fields::sentence("reason", text.field_reason()),
    ];
    let title = text.form_about(MeetingAct::Change.label(text), &meeting.title);
    let mut dialog = dialog("change_meeting", title, fixed(&[("meeting", json!(register.id(meeting.key)))]), fields);
    dialog.form = dialog.form.only_changed();
    Draft::Form(Box::new(dialog))
}

/// A matter that waits for a meeting, or a topic of its own.
fn place(register: &Register, text: Text) -> Vec<Field> {
    let waits = |matter: &&Matter| matter.standing.wants_agenda();
    let option = |matter: &Matter| {
        let id = register.id(matter.key);
        Choice { label: format!("{id}  {}", matter.title), value: json!(id) }
    };
    vec![
        Field::names("matter", text.field_matter(), register.matters().filter(waits).map(option).collect()),
        fields::sentence("topic", text.field_topic()),
        Field::number("minutes", text.field_minutes()),
    ]
}

/// Those invited first, then everybody else; the first who is not marked yet is chosen already.
fn attend(meeting: &Meeting, register: &Register, text: Text) -> Vec<Field> {
    let marked: Vec<_> = meeting.attendance().iter().map(|mark| mark.person).collect();
    let next = meeting.invite.iter().find(|person| !marked.contains(person));
    let (invited, others): (Vec<_>, Vec<_>) = fields::people(text, register)
        .into_iter()
        .partition(|choice| meeting.invite.iter().any(|person| json!(register.id(*person)) == choice.value));
    let people: Vec<_> = invited.into_iter().chain(others).collect();
    let state = |state: &Attendance| Choice { value: json!(state.code()), label: text.attendance(*state).to_owned() };
    let states = Attendance::ALL.iter().map(state).collect();
    vec![
        fields::person("person", text.field_person(), people.clone(), text)
            .required()
            .filled(json!(next.map(|person| register.id(*person)))),
        Field::choice("state", text.field_attendance(), states).required().filled(json!(Attendance::Present)),
        fields::person("by_proxy", text.field_by_proxy(), people, text),
    ]
}

fn note(register: &Register, text: Text) -> Vec<Field> {
    let kind = |kind: &NoteKind| Choice { value: json!(kind.code()), label: text.note_kind(*kind).to_owned() };
    vec![
        Field::choice("kind", text.field_note_kind(), NoteKind::ALL.iter().map(kind).collect())
            .required()
            .filled(json!(NoteKind::Remark)),
        fields::person("speaker", text.field_speaker(), fields::people(text, register), text),
        fields::bodies(register, text),
        fields::text_field("text", text.field_words()).required(),
    ]
}

fn confirm(meeting: &Meeting, register: &Register, text: Text) -> Vec<Field> {
    let open = register.bodies().find(|body| meeting.confirmed.iter().all(|done| done.body != body.key));
    vec![
        fields::bodies(register, text).required().filled(json!(open.map(|body| register.id(body.key)))),
        fields::name("by", text.field_by()).required().suggesting(fields::names(register)),
    ]
}

fn form(
    act: MeetingAct,
    command: &'static str,
    meeting: &Meeting,
    register: &Register,
    text: Text,
    fields: Vec<Field>,
) -> Draft {
    let title = text.form_about(act.label(text), &meeting.title);
    Draft::Form(Box::new(dialog(command, title, fixed(&[("meeting", json!(register.id(meeting.key)))]), fields)))
}

fn on_item(
    act: MeetingAct,
    command: &'static str,
    meeting: &Meeting,
    item: u32,
    register: &Register,
    text: Text,
    fields: Vec<Field>,
) -> Draft {
    let about = meeting.item(item).map(|item| item_title(item, register)).unwrap_or_default();
    let known = fixed(&[("meeting", json!(register.id(meeting.key))), ("item", json!(item))]);
    Draft::Form(Box::new(dialog(command, text.form_about(act.label(text), &about), known, fields)))
}
