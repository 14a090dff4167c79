//! From an act to what has to be asked for it: nothing, a yes, or a form whose fields are those of the command.

use serde_json::{Map, Value, json};

use super::{FormDialog, Then, fields};
use crate::cells::clean::clean;
use crate::domain::code::{NoticeKind, Route};
use crate::domain::command::{AdjournMeeting, CloseMatter, Command, OpenMeeting, ReceiveTask, TakeUp};
use crate::domain::decide::NAME_LIMIT;
use crate::domain::id::TaskRef;
use crate::domain::matter::Matter;
use crate::domain::stage::Stage;
use crate::domain::time::Due;
use crate::text::Text;
use crate::tui::act::{Act, Aim, others};
use crate::tui::form::{Choice, Field, Form};
use crate::tui::style::Look;
use crate::tui::world::World;

/// What an act needs before it can be carried out.
#[derive(Debug, Clone)]
pub enum Draft {
    /// Nothing: carry this out.
    Command(Box<Command>),
    /// A yes; then it is to be drafted again.
    Ask,
    /// A form.
    Form(Box<FormDialog>),
}

impl Draft {
    /// What `act` needs to be carried out on `aim`; `sure` once the question was answered with yes.
    #[must_use]
    pub fn of(act: Act, aim: Aim, matter: &Matter, world: &World<'_>, look: &Look, sure: bool) -> Option<Self> {
        let id = |of| world.register.id(of);
        Some(match (act, aim) {
            // After a good follow-up there is nothing to ask but whether unaccepted work may stay so; it can be taken back.
            (Act::Close, _)
                if !sure && can_close(matter, world) && world.register.unaccepted(matter).next().is_some() =>
            {
                Self::Ask
            }
            (Act::Close, _) if can_close(matter, world) => Self::now(close(id(matter.key))),
            (Act::OpenMeeting, Aim::Meeting(meeting)) => Self::now(OpenMeeting { meeting: world.register.id(meeting) }),
            (Act::Adjourn, Aim::Meeting(_)) if !sure => Self::Ask,
            (Act::Adjourn, Aim::Meeting(meeting)) => Self::now(AdjournMeeting { meeting: world.register.id(meeting) }),
            (Act::TakeUp, Aim::Item(at)) => Self::now(TakeUp { meeting: world.register.id(at.meeting), item: at.item }),
            (Act::Receive, Aim::Task(task)) => Self::now(ReceiveTask { task: world.register.id(task) }),
            (Act::Agenda, Aim::NewMeeting) => Self::convene(matter, world, look),
            (Act::Agenda, Aim::Meeting(meeting)) => {
                let number = world.register.id(meeting);
                let title = look.text.form_agenda(&number);
                form(
                    "place_on_agenda",
                    title,
                    &[("meeting", json!(number)), ("matter", json!(id(matter.key)))],
                    agenda(matter, look.text),
                )
            }
            (Act::Resolve, Aim::Item(at)) => form(
                "resolve",
                heading(act, matter, look.text),
                &[("meeting", json!(world.register.id(at.meeting))), ("item", json!(at.item))],
                fields::resolution(look.text),
            ),
            (_, Aim::Task(task)) => Self::on_task(act, task, world, look)?,
            _ => Self::on_matter(act, matter, world, look)?,
        })
    }

    pub(super) fn now(command: impl Into<Command>) -> Self {
        Self::Command(Box::new(command.into()))
    }

    /// The same for many things, of which this matter is one: what is asked does not depend on which of them it is.
    #[must_use]
    pub fn of_many(act: Act, aim: Aim, matter: &Matter, world: &World<'_>, look: &Look) -> Option<Self> {
        match act {
            // Those that need a reason say so if there is none.
            Act::Close => {
                let known = [("matter", json!(world.register.id(matter.key)))];
                Some(form("close_matter", heading(act, matter, look.text), &known, vec![reason_to_close(look.text)]))
            }
            _ => Self::of(act, aim, matter, world, look, false),
        }
    }

    /// The form for raising a matter.
    #[must_use]
    pub fn raise(world: &World<'_>, text: Text) -> FormDialog {
        // Whoever empties a mailbox raises one matter after another that came the same way.
        let here = |matter: &&Matter| matter.key.0.act.writer == world.context.writer;
        let last = world.register.matters().rev().find(here).or_else(|| world.register.matters().next_back());
        let fields = vec![
            fields::title(text).required().hint(text.hint_title()),
            fields::channel(text).required().filled(fields::code(last.map(|matter| matter.channel))),
            fields::name("raised_by", text.field_raised_by())
                .hint(text.hint_raised_by())
                .suggesting(fields::raisers(world.register)),
            fields::place(text).suggesting(fields::places(world.register)),
            fields::category(text, world.register),
            fields::priority(text),
            fields::flags(text),
            Field::number("households", text.field_households()),
            fields::text_field("detail", text.field_detail()),
        ];
        dialog("raise_matter", text.key_raise().to_owned(), Map::new(), fields)
    }

    fn convene(matter: &Matter, world: &World<'_>, look: &Look) -> Self {
        let mut dialog = super::convene(Some(&matter.title), None, world, look);
        dialog.then = Then::PlaceOnAgenda(matter.key);
        Self::Form(Box::new(dialog))
    }

    fn on_matter(act: Act, matter: &Matter, world: &World<'_>, look: &Look) -> Option<Self> {
        let text = look.text;
        let (command, fields) = match act {
            Act::Accept => ("accept_matter", accept(look)),
            Act::Decline => (
                "decline_matter",
                vec![
                    fields::text_field("reason", text.field_reason()).required(),
                    fields::sentence("refer_to", text.field_refer_to()),
                ],
            ),
            Act::Merge => ("merge_matter", merge(matter, world, text)),
            Act::RaiseLevel => (
                "raise_level",
                vec![fields::level(text).required(), fields::text_field("reason", text.field_reason()).required()],
            ),
            Act::TellRaiser => {
                ("tell_raiser", vec![fields::means(text), fields::text_field("text", text.field_told())])
            }
            Act::Answer => (
                "answer_matter",
                vec![fields::ending(text).required(), fields::text_field("text", text.field_answer()).required()],
            ),
            Act::Assign => ("assign_task", assign(matter, world, look)),
            Act::FollowUp => ("follow_up", follow_up(text)),
            Act::Close => ("close_matter", vec![reason_to_close(text).required()]),
            Act::Reopen => ("reopen_matter", vec![fields::sentence("reason", text.field_reason())]),
            Act::PostNotice => ("post_notice", post_notice(matter, world, text)),
            Act::Change => return Some(Self::change(matter, world, text)),
            _ => return None,
        };
        let key = if act == Act::PostNotice { "about" } else { "matter" };
        let known = fixed(&[(key, json!(world.register.id(matter.key)))]);
        let mut dialog = dialog(command, heading(act, matter, text), known, fields);
        if act == Act::FollowUp {
            dialog.form = dialog.form.begins_at("solved");
        }
        Some(Self::Form(Box::new(dialog)))
    }

    fn change(matter: &Matter, world: &World<'_>, text: Text) -> Self {
        let accepted = matter.accepted.as_ref();
        let mut fields = vec![
            fields::title(text).required().filled(json!(matter.title)),
            fields::channel(text).filled(json!(matter.channel)),
            fields::name("raised_by", text.field_raised_by())
                .filled(json!(matter.raised_by))
                .suggesting(fields::raisers(world.register)),
            fields::place(text).suggesting(fields::places(world.register)).filled(json!(matter.place)),
            fields::category(text, world.register).filled(json!(matter.category)),
            fields::nature(text).filled(fields::code(matter.nature)),
            fields::priority(text).filled(json!(matter.priority)),
            fields::level(text).filled(fields::code(matter.level)),
            fields::flags(text).filled(json!(matter.flags)),
            Field::number("households", text.field_households()).filled(fields::code(matter.households)),
            fields::due(text).filled(fields::code(matter.due)),
        ];
        if let Some(accepted) = accepted {
            fields.push(fields::route(text).filled(json!(accepted.route)));
            fields.push(fields::depth(text).filled(json!(accepted.depth)));
            fields.push(fields::decision(text).filled(json!(accepted.decision)));
        }
        fields.push(fields::text_field("detail", text.field_detail()).filled(json!(matter.detail)));
        let fixed = fixed(&[("matter", json!(world.register.id(matter.key)))]);
        let mut dialog = dialog("change_matter", heading(Act::Change, matter, text), fixed, fields);
        dialog.form = dialog.form.only_changed();
        Self::Form(Box::new(dialog))
    }

    fn on_task(act: Act, task: TaskRef, world: &World<'_>, look: &Look) -> Option<Self> {
        let text = look.text;
        let known = world.register.task(task)?;
        let reason = || fields::text_field("reason", text.field_reason());
        let (command, fields) = match act {
            Act::Return => ("return_task", vec![reason().required()]),
            Act::Progress => (
                "report_progress",
                vec![
                    fields::text_field("text", text.field_progress()).required(),
                    Field::number("percent", text.field_percent()).filled(fields::code(known.percent())),
                    fields::sentence("waits_for", text.field_waits_for()).filled(json!(known.waits_for)),
                ],
            ),
            Act::Extend => (
                "extend_task",
                vec![
                    fields::due(text).required().filled(json!(known.due)),
                    reason().required(),
                    fields::name("approved_by", text.field_approved_by())
                        .required()
                        .suggesting(fields::names(world.register)),
                ],
            ),
            Act::Finish => (
                "finish_task",
                vec![
                    fields::ending(text).required(),
                    fields::text_field("text", text.field_result()).required(),
                    Field::list("evidence", text.field_evidence(), NAME_LIMIT * 50).hint(text.hint_evidence()),
                ],
            ),
            Act::AcceptTask => ("accept_task", vec![fields::sentence("reason", text.field_remark())]),
            _ => return None,
        };
        let title = text.form_about(act.label(text), &format!("{} {}", world.register.id(task), known.text));
        Some(form(command, title, &[("task", json!(world.register.id(task)))], fields))
    }
}

fn reason_to_close(text: Text) -> Field {
    fields::sentence("reason", text.field_reason()).hint(text.hint_reason_unless_satisfied())
}

/// Whether it can be closed without a reason.
fn can_close(matter: &Matter, world: &World<'_>) -> bool {
    world.ask(&close(world.register.id(matter.key))).is_ok()
}

fn close(matter: String) -> Command {
    CloseMatter { matter, reason: None }.into()
}

fn heading(act: Act, matter: &Matter, text: Text) -> String {
    text.form_about(act.label(text), &matter.title)
}

fn accept(look: &Look) -> Vec<Field> {
    let text = look.text;
    vec![
        fields::route(text).required().filled(json!(Route::Fast)),
        fields::depth(text),
        fields::decision(text),
        fields::due(text),
    ]
}

fn merge(matter: &Matter, world: &World<'_>, text: Text) -> Vec<Field> {
    let options = others(world, matter).map(|other| {
        let id = world.register.id(other.key);
        Choice { label: format!("{id} {}", clean(&other.title)), value: json!(id) }
    });
    vec![
        Field::names("into", text.field_into(), options.collect()).required(),
        fields::sentence("reason", text.field_reason()),
    ]
}

fn agenda(matter: &Matter, text: Text) -> Vec<Field> {
    let decision = matter.accepted.as_ref().map(|accepted| accepted.decision);
    vec![Field::number("minutes", text.field_minutes()), fields::decision(text).filled(fields::code(decision))]
}

fn assign(matter: &Matter, world: &World<'_>, look: &Look) -> Vec<Field> {
    let text = look.text;
    let leads = fields::leads(text, world.register);
    let due = fields::due(text).required();
    vec![
        fields::lead(text, leads.clone()),
        fields::text_field("text", text.field_task()).required(),
        match matter.due {
            Some(own) if !own.is_past(look.now) => due.filled(json!(Due::Day(own.day()))),
            _ => due,
        },
        fields::helpers(text, leads),
    ]
}

fn follow_up(text: Text) -> Vec<Field> {
    vec![
        fields::yes_no("reached", text.field_reached(), text).required().filled(json!(true)).hint(text.hint_reached()),
        fields::solved(text),
        fields::satisfaction(text),
        fields::means(text),
        fields::text_field("reason", text.field_reason()),
    ]
}

/// What is announced follows from how far the matter has come, where that leaves no doubt.
fn post_notice(matter: &Matter, world: &World<'_>, text: Text) -> Vec<Field> {
    let posting = &world.register.rules().posting;
    let (kind, days) = match matter.stage() {
        Stage::Deliberate => (Some(NoticeKind::Agenda), posting.agenda),
        Stage::Act if matter.resolved => (Some(NoticeKind::Resolution), posting.resolution),
        Stage::Evaluate | Stage::Closed => (Some(NoticeKind::Result), posting.result),
        Stage::Raise | Stage::Act => (None, posting.result),
    };
    vec![
        fields::notice_kind(text).required().filled(fields::code(kind)),
        Field::number("days", text.field_days()).required().filled(json!(days)),
        fields::sentence("where", text.field_where()),
    ]
}

pub(super) fn fixed(fields: &[(&str, Value)]) -> Map<String, Value> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

fn form(command: &'static str, title: String, known: &[(&str, Value)], fields: Vec<Field>) -> Draft {
    Draft::Form(Box::new(dialog(command, title, fixed(known), fields)))
}

pub(super) fn dialog(
    command: &'static str,
    title: String,
    fixed: Map<String, Value>,
    fields: Vec<Field>,
) -> FormDialog {
    FormDialog { command, fixed, form: Form::new(title, fields), then: Then::Done }
}
