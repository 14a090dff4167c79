//! `mazha status`: what needs someone now.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;

use super::args;
use super::desk::{Desk, Look};
use super::out::{Exit, Out, Stop};
use super::table::Table;
use super::view::Sight;
use super::wording::Wording;
use crate::domain::attention::{Attention, Counts};
use crate::domain::code::MeetingKind;
use crate::domain::entry::Instant;
use crate::domain::id::{MatterRef, Ref, VoteRef};
use crate::domain::register::Thing;
use crate::domain::rule_set::Cadence;
use crate::domain::series::Lapse;
use crate::domain::signal::Signal;
use crate::domain::stage::Stage;
use crate::domain::time::{Due, day_of};

#[derive(Debug, Serialize)]
struct Status<'a> {
    council: &'a str,
    now: Instant,
    counts: Counts,
    overdue: Vec<String>,
    due_soon: Vec<String>,
    to_tell: Vec<String>,
    to_ask: Vec<String>,
    postings_ending: Vec<String>,
    unanswered: Vec<String>,
    ballots_ending: Vec<String>,
    to_post: Vec<String>,
    next_meeting: Option<NextMeeting<'a>>,
    cadences_lapsed: Vec<Lapsed<'a>>,
}

#[derive(Debug, Serialize)]
struct Lapsed<'a> {
    series: Option<&'a str>,
    kind: MeetingKind,
    cadence: Cadence,
    last: String,
    by: NaiveDate,
    planned: Option<String>,
}

#[derive(Debug, Serialize)]
struct NextMeeting<'a> {
    id: String,
    title: &'a str,
    at: Instant,
    place: Option<&'a str>,
}

pub(super) fn run(asked: &args::Status, desk: &mut Desk) -> Result<Exit, Stop> {
    let look = desk.look(asked.reading.as_of)?;
    let needs = Attention::at(look.register(), look.sight().now);
    if asked.reading.json {
        desk.out.json(&document(look.name(), &needs, &look))?;
    } else if asked.short {
        let line = short(&needs, Wording::new(desk.text, look.sight()));
        desk.out.line(&line)?;
    } else {
        let say = Wording::new(desk.text, look.sight());
        write(&mut desk.out, look.name(), &needs, say, look.sight().now)?;
    }
    Ok(Exit::Done)
}

fn document<'a>(council: &'a str, needs: &'a Attention, look: &'a Look) -> Status<'a> {
    let sight = look.sight();
    let ids = |of: &[Ref]| of.iter().map(|&thing| sight.register.id(thing)).collect();
    let meeting = needs.next_meeting.and_then(|meeting| sight.register.meeting(meeting));
    Status {
        council,
        now: sight.now,
        counts: needs.counts,
        overdue: ids(&needs.overdue),
        due_soon: ids(&needs.due_soon),
        to_tell: needs.to_tell.iter().map(|&matter| sight.register.id(matter)).collect(),
        to_ask: needs.to_ask.iter().map(|&matter| sight.register.id(matter)).collect(),
        postings_ending: needs.postings_ending.iter().map(|&notice| sight.register.id(notice)).collect(),
        unanswered: needs.unanswered.iter().map(|&objection| sight.register.id(objection)).collect(),
        ballots_ending: needs.ballots_ending.iter().map(|&vote| sight.register.id(vote)).collect(),
        to_post: needs.to_post.iter().map(|&vote| sight.register.id(vote)).collect(),
        next_meeting: meeting.map(|meeting| NextMeeting {
            id: sight.register.id(meeting.key),
            title: &meeting.title,
            at: meeting.next_at(),
            place: meeting.place.as_deref(),
        }),
        cadences_lapsed: needs.lapsed.iter().map(|lapse| Lapsed::new(lapse, sight)).collect(),
    }
}

impl<'a> Lapsed<'a> {
    fn new(lapse: &'a Lapse, sight: Sight<'_>) -> Self {
        Self {
            series: lapse.series.as_deref(),
            kind: lapse.kind,
            cadence: lapse.cadence,
            last: sight.register.id(lapse.last),
            by: lapse.by,
            planned: lapse.planned.map(|meeting| sight.register.id(meeting)),
        }
    }
}

/// One line for a prompt or a status bar: only what there is, counted in matters as on the board.
fn short(needs: &Attention, say: Wording<'_>) -> String {
    let text = say.text;
    let worst =
        |signal| say.register.matters().filter(move |matter| matter.signal(say.register, say.now) == Some(signal));
    let (late, near) = (worst(Signal::Red).count(), worst(Signal::Blue).count());
    let meeting = needs.next_meeting.and_then(|meeting| say.register.meeting(meeting));
    let parts = [
        (late, text.short_overdue(late)),
        (near, text.short_due_soon(near)),
        (needs.to_tell.len(), text.short_to_tell(needs.to_tell.len())),
        (needs.to_ask.len(), text.short_to_ask(needs.to_ask.len())),
        (
            meeting.iter().len(),
            meeting.map(|meeting| text.short_next(&say.moment(meeting.next_at()))).unwrap_or_default(),
        ),
    ];
    let said: Vec<String> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, part)| part).collect();
    if said.is_empty() { text.nothing_needed().to_owned() } else { said.join(" · ") }
}

fn write(out: &mut Out, council: &str, needs: &Attention, say: Wording<'_>, now: Instant) -> io::Result<()> {
    let text = say.text;
    let columns = out.columns();
    let mut head = Table::new(&[0]);
    head.row(&[format!("{council} · {}", say.day(day_of(now)))]);
    head.write(out, 0, columns)?;
    let counts = needs.counts;
    let counts = [
        (Stage::Raise, counts.raise),
        (Stage::Deliberate, counts.deliberate),
        (Stage::Act, counts.act),
        (Stage::Evaluate, counts.evaluate),
        (Stage::Closed, counts.closed),
    ];
    let counts = counts.map(|(stage, n)| format!("{} {n}", text.stage(stage)));
    out.line(&counts.join("   "))?;
    let matters = |of: &[MatterRef]| of.iter().map(|&matter| Ref::from(matter)).collect::<Vec<_>>();
    let votes = |of: &[VoteRef]| of.iter().map(|&vote| Ref::from(vote)).collect::<Vec<_>>();
    let sections = [
        (text.label_overdue(), needs.overdue.clone()),
        (text.label_due_soon(), needs.due_soon.clone()),
        (text.label_to_tell(), matters(&needs.to_tell)),
        (text.label_to_ask(), matters(&needs.to_ask)),
        (text.label_postings_ending(), needs.postings_ending.iter().map(|&notice| Ref::from(notice)).collect()),
        (text.label_unanswered(), needs.unanswered.iter().map(|&objection| Ref::from(objection)).collect()),
        (text.label_ballots_ending(), votes(&needs.ballots_ending)),
        (text.label_to_post(), votes(&needs.to_post)),
        (text.label_next_meeting(), needs.next_meeting.iter().map(|&meeting| Ref::from(meeting)).collect()),
    ];
    if sections.iter().all(|(_, things)| things.is_empty()) && needs.lapsed.is_empty() {
        out.line("")?;
        return out.line(text.nothing_needed());
    }
    for (label, things) in sections.iter().filter(|(_, things)| !things.is_empty()) {
        out.line("")?;
        out.line(label)?;
        let mut table = Table::new(&[1, 2]);
        for &thing in things {
            table.row(&line(thing, say));
        }
        table.write(out, 2, columns)?;
    }
    lapsed(out, needs, say)
}

/// The series whose rhythm has lapsed: what it is, its last meeting, and when the next was due.
fn lapsed(out: &mut Out, needs: &Attention, say: Wording<'_>) -> io::Result<()> {
    if needs.lapsed.is_empty() {
        return Ok(());
    }
    out.line("")?;
    out.line(say.text.label_cadences_lapsed())?;
    let mut table = Table::new(&[1]);
    for lapse in &needs.lapsed {
        let due = say.text.series_lapsed(say.text.cadence(lapse.cadence), &say.day(lapse.by));
        table.row(&[say.register.id(lapse.last), say.text.lapsed(lapse), due]);
    }
    let columns = out.columns();
    table.write(out, 2, columns)
}

/// A thing that needs someone: its number, what it is, who has it or where, and when.
fn line(thing: Ref, say: Wording<'_>) -> [String; 4] {
    let id = say.register.id(thing);
    match say.register.thing(thing) {
        Some(Thing::Matter(matter)) => {
            let due = matter.due.filter(|_| matter.runs()).map(|due| say.left(due)).unwrap_or_default();
            [id, matter.title.clone(), say.lead_of(matter).to_owned(), due]
        }
        Some(Thing::Task(task)) => [id, task.text.clone(), say.lead(task.lead).to_owned(), say.left(task.due)],
        Some(Thing::Meeting(meeting)) => {
            [id, meeting.title.clone(), meeting.place.clone().unwrap_or_default(), say.moment(meeting.next_at())]
        }
        Some(Thing::Notice(notice)) => {
            let place = notice.place.clone().unwrap_or_default();
            [id, say.text.notice_kind(notice.kind).to_owned(), place, say.left(Due::Day(notice.until))]
        }
        Some(Thing::Objection(objection)) => {
            let left = objection.answer_by.as_ref().map(|last| say.left(Due::Day(last.date)));
            [id, objection.text.clone(), objection.by.clone(), left.unwrap_or_default()]
        }
        Some(Thing::Vote(vote)) => {
            let left = vote.next_day().map(|day| say.left(day));
            [id, vote.question.clone(), say.text.vote_standing(vote), left.unwrap_or_default()]
        }
        _ => [id, String::new(), String::new(), String::new()],
    }
}
