//! `mazha show`: one thing with its whole history.

use std::io;

use serde::Serialize;

use super::args;
use super::desk::Desk;
use super::named;
use super::out::{Exit, Out, Stop};
use super::story;
use super::table::Table;
use super::view::{self, Sight};
use super::wording::Wording;
use crate::domain::ballot::Vote;
use crate::domain::event::About;
use crate::domain::id::Ref;
use crate::domain::matter::Matter;
use crate::domain::meeting::Meeting;
use crate::domain::notice::Notice;
use crate::domain::period::periods;
use crate::domain::person::{Body, Person};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::register::Thing;
use crate::domain::task::Task;
use crate::domain::unit::Unit;
use crate::domain::vote::Measure;

/// A thing in JSON, with the acts that touched it.
#[derive(Debug, Serialize)]
struct Shown<'a, T> {
    #[serde(flatten)]
    thing: T,
    history: Vec<view::Logged<'a>>,
}

pub(super) fn run(asked: &args::Show, desk: &mut Desk) -> Result<Exit, Stop> {
    let look = desk.look(asked.reading.as_of)?;
    let register = look.register();
    let of = named::thing(register, &asked.id).map_err(|refusal| desk.refused(&refusal))?;
    // An entry of the minutes is read in its meeting, an objection in its notice.
    let of = match register.thing(of) {
        Some(Thing::Note(note)) => note.meeting.into(),
        Some(Thing::Objection(objection)) => objection.notice.into(),
        _ => of,
    };
    let Some(thing) = register.thing(of) else {
        return Err(desk.refused(&Refusal::UnknownId { kind: Kind::Matter, given: asked.id.clone() }));
    };
    let sight = look.sight();
    if asked.reading.json {
        json(thing, of, sight, &mut desk.out)?;
    } else {
        people(thing, of, Wording::new(desk.text, sight), &mut desk.out)?;
    }
    Ok(Exit::Done)
}

fn json(thing: Thing<'_>, of: Ref, sight: Sight<'_>, out: &mut Out) -> io::Result<()> {
    let history = sight.register.history(of).map(|entry| view::Logged::new(sight, entry)).collect();
    match thing {
        Thing::Matter(matter) => out.json(&Shown { thing: view::Matter::new(sight, matter), history }),
        Thing::Meeting(meeting) => out.json(&Shown { thing: view::Sitting::new(sight, meeting), history }),
        Thing::Task(task) => out.json(&Shown { thing: view::Task::new(sight, task), history }),
        Thing::Person(person) => out.json(&Shown { thing: view::Person::new(sight, person), history }),
        Thing::Body(body) => out.json(&Shown { thing: view::Body::new(sight, body), history }),
        Thing::Unit(unit) => out.json(&Shown { thing: view::Unit::new(sight, unit), history }),
        Thing::Vote(vote) => out.json(&Shown { thing: view::Vote::new(sight, vote), history }),
        Thing::Notice(notice) => out.json(&Shown { thing: view::Notice::new(sight, notice), history }),
        Thing::Note(_) | Thing::Objection(_) => Ok(()),
    }
}

fn people(thing: Thing<'_>, of: Ref, say: Wording<'_>, out: &mut Out) -> io::Result<()> {
    let columns = out.columns();
    let (title, fields) = match thing {
        Thing::Matter(matter) => (matter.title.as_str(), of_matter(matter, say)),
        Thing::Meeting(meeting) => (meeting.title.as_str(), of_meeting(meeting, say)),
        Thing::Task(task) => (task.text.as_str(), of_task(task, say)),
        Thing::Person(person) => (person.name.as_str(), of_person(person, say)),
        Thing::Body(body) => (say.text.body(body), of_body(body, say)),
        Thing::Notice(notice) => (say.text.notice_kind(notice.kind), of_notice(notice, say)),
        Thing::Vote(vote) => (vote.question.as_str(), of_vote(vote, say)),
        Thing::Unit(unit) => (unit.room.as_str(), of_unit(unit, say)),
        Thing::Note(_) | Thing::Objection(_) => return Ok(()),
    };
    let mut head = Table::new(&[0]);
    head.row(&[format!("{}  {title}", say.register.id(of))]);
    head.write(out, 0, None)?;
    let periods = periods(say.register, thing);
    let periods = periods.iter().map(|period| say.text.period(period, say.register, say.now)).enumerate();
    let periods = periods.map(|(nth, line)| (if nth == 0 { say.text.label_periods() } else { "" }, line));
    let mut table = Table::wrapping(&[1]);
    for (label, value) in fields.into_iter().chain(periods).filter(|(_, value)| !value.is_empty()) {
        table.row(&[label, &value]);
    }
    table.write(out, 2, columns)?;
    out.line("")?;
    out.line(say.text.label_history())?;
    let mut history = Table::wrapping(&[story::SENTENCE]);
    for entry in say.register.history(of) {
        story::tell(&mut history, entry, Some(of), say);
    }
    history.write(out, 2, columns)
}

/// What is said of a thing: a label and a value each; an empty value is not shown.
type Fields = Vec<(&'static str, String)>;

fn owned(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

fn of_matter(matter: &Matter, say: Wording<'_>) -> Fields {
    let text = say.text;
    let raised_by = matter.raised_by.as_deref().unwrap_or_else(|| text.anonymous());
    let raised = [&say.moment(matter.raised_at), text.channel(matter.channel), raised_by].join(" · ");
    let left = |due| if matter.runs() { format!(" · {}", say.left(due)) } else { String::new() };
    let due = matter.due.map(|due| say.due(due) + &left(due));
    let missing = matter.accepted.iter().flat_map(|accepted| &accepted.missing_years);
    let missing: Vec<String> = missing.map(i32::to_string).collect();
    let provisional = if missing.is_empty() { String::new() } else { text.provisional(&text.listed(&missing)) };
    let route = matter.accepted.as_ref().map(|accepted| {
        [text.route(accepted.route), text.depth(accepted.depth), text.decision(accepted.decision)].join(" · ")
    });
    let tasks = matter.tasks.iter().filter_map(|task| say.register.task(*task));
    let tasks: Vec<String> = tasks.map(|task| format!("{} {}", say.register.id(task.key), task.text)).collect();
    let end = matter.end.as_ref();
    let mut fields = vec![
        (text.label_state(), say.standing(matter)),
        (text.label_raised(), raised),
        (text.field_place(), owned(matter.place.as_ref())),
        (text.field_category(), matter.category.as_ref().map(|code| say.category(code)).unwrap_or_default()),
        (text.field_detail(), owned(matter.detail.as_ref())),
        (text.label_route(), route.unwrap_or_default()),
        (text.field_due(), due.unwrap_or_default()),
        ("", provisional),
        (text.field_lead(), say.lead_of(matter).to_owned()),
        (text.label_tasks(), text.listed(&tasks)),
        (text.field_answer(), matter.answer.as_ref().map(|answer| answer.text.clone()).unwrap_or_default()),
        (text.field_reason(), owned(end.and_then(|end| end.reason.as_ref()))),
        (text.label_archive(), owned(end.and_then(|end| end.archive.as_ref()))),
    ];
    for (nth, (line, _)) in text.chain_lines(matter, say.register, say.now).into_iter().enumerate() {
        fields.push((if nth == 0 { text.label_chain() } else { "" }, line));
    }
    fields.extend(votes(say, |vote| vote.matter == Some(matter.key)));
    fields
}

fn of_task(task: &Task, say: Wording<'_>) -> Fields {
    let text = say.text;
    let matter =
        say.register.matter(task.matter).map(|matter| format!("{} {}", say.register.id(matter.key), matter.title));
    let due = if task.state.is_open() {
        format!("{} · {}", say.due(task.due), say.left(task.due))
    } else {
        say.due(task.due)
    };
    let helpers: Vec<&str> = task.helpers.iter().map(|helper| say.lead(*helper)).collect();
    vec![
        (text.field_matter(), matter.unwrap_or_default()),
        (text.label_state(), text.task_state(task.state).to_owned()),
        (text.field_lead(), say.lead(task.lead).to_owned()),
        (text.field_helpers(), text.listed(&helpers)),
        (text.field_due(), due),
        (text.label_done(), task.percent().map(|percent| format!("{percent}%")).unwrap_or_default()),
        (text.label_waits_for(), owned(task.waits_for.as_ref())),
        (text.field_reason(), owned(task.returned.as_ref())),
    ]
}

fn of_meeting(meeting: &Meeting, say: Wording<'_>) -> Fields {
    let text = say.text;
    let invited: Vec<&str> = meeting.invite.iter().map(|person| say.person(*person)).collect();
    let mut fields = vec![
        (text.label_kind(), text.meeting_kind(meeting.kind).to_owned()),
        (text.label_state(), text.meeting_state(meeting.state).to_owned()),
        (text.label_series(), text.series_of(meeting)),
        (text.field_at(), say.moment(meeting.at)),
        (text.field_place(), owned(meeting.place.as_ref())),
        (text.field_chair(), meeting.chair.map(|person| say.person(person).to_owned()).unwrap_or_default()),
        (text.field_secretary(), meeting.secretary.map(|person| say.person(person).to_owned()).unwrap_or_default()),
        (text.label_invited(), text.listed(&invited)),
        (text.field_reason(), owned(meeting.cancelled.as_ref())),
    ];
    for (nth, placed) in meeting.outline().into_iter().enumerate() {
        let item = placed.item;
        let label = if nth == 0 { text.label_agenda() } else { "" };
        let what = match item.matter {
            Some(matter) => text.matter_named(say.register, matter),
            None => owned(item.topic.as_ref()),
        };
        let indent = if placed.under.is_some() { "  " } else { "" };
        let outcome = item.resolution.as_ref().map(|resolution| format!(" · {}", text.outcome(resolution.outcome)));
        fields.push((label, format!("{indent}{}. {what}{}", item.number, outcome.unwrap_or_default())));
    }
    fields.extend(votes(say, |vote| vote.meeting == meeting.key));
    fields
}

/// The votes of a meeting or on a matter, a line each.
fn votes(say: Wording<'_>, of: impl Fn(&Vote) -> bool) -> Fields {
    let votes = say.register.votes().filter(|vote| of(vote)).enumerate();
    votes
        .map(|(nth, vote)| {
            let label = if nth == 0 { say.text.label_votes() } else { "" };
            (label, format!("{} {} · {}", say.register.id(vote.key), vote.question, say.text.vote_standing(vote)))
        })
        .collect()
}

fn of_vote(vote: &Vote, say: Wording<'_>) -> Fields {
    let text = say.text;
    let counted = [Measure::Heads, Measure::Area].map(|measure| Some(text.vote_sum(measure, &vote.counted(measure)?)));
    let counted = counted.into_iter().flatten().filter(|_| vote.options.is_none()).collect::<Vec<_>>();
    let finding = vote.closed.as_ref().map_or_else(|| vote.result(), |(_, finding)| finding.clone());
    let not_voted: Vec<&str> = vote.not_voted().filter(|_| vote.is_open()).map(|person| say.person(person)).collect();
    let mut fields = vec![
        (text.label_question(), vote.question.clone()),
        (text.label_meeting(), text.meeting_named(say.register, vote.meeting)),
        (text.field_matter(), vote.matter.map(|matter| text.matter_named(say.register, matter)).unwrap_or_default()),
        (text.label_rule(), text.vote_rule(&vote.rule)),
        (text.label_counted(), text.listed(&counted)),
        (text.label_not_voted(), text.listed(&not_voted)),
        (text.label_run_off_of(), vote.run_off_of.map(|of| say.register.id(of)).unwrap_or_default()),
    ];
    fields.extend(of_window(vote, say));
    for (nth, line) in text.vote_arithmetic(vote, &finding).into_iter().enumerate() {
        fields.push((if nth == 0 { text.label_arithmetic() } else { "" }, line));
    }
    let left = vote.units_not_voted().filter(|_| vote.is_open()).count();
    if left > 0 {
        fields.push((text.label_not_voted(), text.label_units_left(left)));
    }
    let silent = vote.silent_both_ways().filter(|_| vote.options.is_none());
    let silence = silent.map(|both| text.vote_silent(both)).into_iter().chain(text.silence_rests_on(&vote.rule));
    for (nth, line) in silence.enumerate() {
        fields.push((if nth == 0 { text.label_silent() } else { "" }, line));
    }
    fields.push((text.label_verdict(), text.vote_standing(vote)));
    let rest = vote.if_rest_abstain().map(|verdict| text.vote_verdict(verdict).to_owned());
    fields.push((text.label_if_rest_abstain(), rest.unwrap_or_default()));
    fields
}

/// Until when a vote takes ballots, and how they are given and counted.
fn of_window(vote: &Vote, say: Wording<'_>) -> Fields {
    let text = say.text;
    let until = vote.window.map(|window| match window.extended {
        0 => say.due(window.until),
        times => text.vote_extended_times(&say.due(window.until), times),
    });
    let left = vote.window.filter(|_| vote.is_open()).map(|window| format!(" · {}", say.left(window.until)));
    let tellers =
        vote.tellers.map(|tellers| text.vote_tellers(say.person(tellers.teller), say.person(tellers.scrutineer)));
    let offers: Vec<&str> = vote.offers.iter().map(|choice| text.choice(*choice)).collect();
    vec![
        (text.label_window(), until.unwrap_or_default() + &left.unwrap_or_default()),
        (text.label_secret(), if vote.secret { text.vote_secret() } else { "" }.to_owned()),
        (text.label_tellers(), tellers.unwrap_or_default()),
        (text.label_offers(), text.listed(&offers)),
    ]
}

fn of_unit(unit: &Unit, say: Wording<'_>) -> Fields {
    let text = say.text;
    vec![
        (text.field_place(), unit.label()),
        (text.label_area(), text.amount(Measure::Area, unit.area.0)),
        (text.label_use(), text.unit_use(unit.usage).to_owned()),
        (text.label_owner(), text.unit_owner(unit)),
        (text.field_person(), owned(unit.name.as_ref())),
        (text.field_reason(), owned(unit.removed.as_ref())),
    ]
}

fn of_person(person: &Person, say: Wording<'_>) -> Fields {
    let text = say.text;
    vec![
        (text.field_body(), say.body(person.body).to_owned()),
        (text.field_role(), owned(person.role.as_ref())),
        (text.field_phone(), owned(person.phone.as_ref())),
        (text.field_place(), owned(person.place.as_ref())),
        (text.label_vote(), if person.voting { text.has_vote() } else { text.has_no_vote() }.to_owned()),
        (text.field_until(), person.until.map(|day| say.day(day)).unwrap_or_default()),
    ]
}

fn of_body(body: &Body, say: Wording<'_>) -> Fields {
    let text = say.text;
    let people = say.register.people().filter(|person| person.body == body.key);
    let people: Vec<&str> = people.map(|person| person.name.as_str()).collect();
    vec![
        (text.label_kind(), text.body_kind(body.kind).to_owned()),
        (text.field_place(), owned(body.place.as_ref())),
        (text.label_people(), text.listed(&people)),
    ]
}

fn of_notice(notice: &Notice, say: Wording<'_>) -> Fields {
    let text = say.text;
    let about = match notice.about {
        About::Matter(matter) => text.matter_named(say.register, matter),
        About::Meeting(meeting) => text.meeting_named(say.register, meeting),
    };
    let missing: Vec<String> = notice.missing_years.iter().map(i32::to_string).collect();
    let provisional = if missing.is_empty() { String::new() } else { text.provisional(&text.listed(&missing)) };
    let mut fields = vec![
        (text.label_about(), about),
        (text.field_place(), owned(notice.place.as_ref())),
        (text.label_posted(), format!("{} – {}", say.day(notice.from), say.day(notice.until))),
        ("", provisional),
    ];
    let objections = notice.objections.iter().filter_map(|objection| say.register.objection(*objection));
    for (nth, objection) in objections.enumerate() {
        let label = if nth == 0 { text.label_objections() } else { "" };
        let answer = objection.answer.as_ref().map(|(_, answer)| format!(" → {answer}")).unwrap_or_default();
        fields.push((label, text.objection(&say.register.id(objection.key), &objection.by, &objection.text) + &answer));
    }
    fields
}
