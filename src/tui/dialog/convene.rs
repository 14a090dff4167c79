//! The form that calls a meeting. Whatever can be told from its kind is filled in: what the kind requires, what the last
//! meeting of that kind was like; and what somebody wrote or chose themselves stays.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::draft::{dialog, fixed};
use super::{FormDialog, fields};
use crate::cells::wrap;
use crate::domain::code::MeetingKind;
use crate::domain::decide::NAME_LIMIT;
use crate::domain::entry::Instant;
use crate::domain::id::PersonRef;
use crate::domain::meeting::Proposal;
use crate::domain::register::Register;
use crate::domain::series::{lapses, next_number};
use crate::domain::time::day_of;
use crate::tui::form::{Field, Precision};
use crate::tui::style::Look;
use crate::tui::world::World;

/// Cells that a line of what the kind requires may take, so that the form is as high for every kind.
const HINT: usize = 68;

/// Calls a meeting; as the kind asks for and as the last one was, until somebody chooses otherwise.
#[must_use]
pub fn convene(title: Option<&str>, day: Option<NaiveDate>, world: &World<'_>, look: &Look) -> FormDialog {
    let (register, text) = (world.register, look.text);
    let people = fields::people(text, register);
    let kind = Proposal::kind(register, look.now).unwrap_or(MeetingKind::Tripartite);
    let fields = vec![
        fields::meeting_kind(text).required().filled(json!(kind)),
        fields::title(text).required().filled(json!(title)),
        Field::when("at", text.field_at(), Precision::Time).required().filled(json!(day)),
        fields::place(text).suggesting(fields::places(register)),
        Field::line("series", text.field_series(), NAME_LIMIT)
            .hint(text.hint_series())
            .suggesting(known_series(register)),
        Field::number("number", text.field_series_number()),
        Field::number("minutes", text.field_length()),
        fields::person("chair", text.field_chair(), people.clone(), text),
        fields::person("secretary", text.field_secretary(), people.clone(), text),
        fields::invite(people, text),
    ];
    let mut dialog = dialog("convene_meeting", text.form_convene().to_owned(), fixed(&[]), fields);
    propose(&mut dialog, register, look);
    dialog
}

/// Fills in what follows from the kind, the series and the day that are chosen now.
pub(super) fn propose(dialog: &mut FormDialog, register: &Register, look: &Look) {
    let (form, text) = (&mut dialog.form, look.text);
    let kind = form.value("kind", look.now).and_then(|kind| serde_json::from_value(kind).ok());
    let Some(kind) = kind else { return };
    let proposal = Proposal::of(register, kind, look.now);
    form.hint("kind", &requirements(kind, register, look));
    let length = register.rules().meeting(kind).minutes;
    form.if_empty("minutes", length.map(|minutes| text.hint_length(&text.minutes(minutes.into()))).unwrap_or_default());
    let person = |person: Option<PersonRef>| json!(person.map(|person| register.id(person)));
    form.propose("at", json!(proposal.at));
    form.propose("place", json!(proposal.place));
    form.propose("series", json!(proposal.series));
    form.propose("chair", person(proposal.chair));
    form.propose("secretary", person(proposal.secretary));
    form.propose("invite", Value::Array(proposal.invite.iter().map(|person| json!(register.id(*person))).collect()));
    let series = form.text("series").map(|series| series.trim().to_owned()).filter(|series| !series.is_empty());
    form.propose("number", json!(series.as_deref().map(|series| next_number(register, series))));
    let number = form.value("number", look.now).and_then(|number| number.as_u64()).and_then(|n| u32::try_from(n).ok());
    let at: Option<Instant> = form.value("at", look.now).and_then(|at| serde_json::from_value(at).ok());
    let title = match (series, number) {
        (Some(series), Some(number)) => text.series_number(&series, number),
        (Some(series), None) => series,
        (None, _) => text.meeting_titled(text.meeting_kind(kind), at.map_or("", |at| text.month(day_of(at)))),
    };
    form.propose("title", json!(title));
}

/// What a kind of meeting requires, on two lines: who, and how.
fn requirements(kind: MeetingKind, register: &Register, look: &Look) -> String {
    let text = look.text;
    let rule = register.rules().meeting(kind);
    let bodies = |kinds: &[_]| text.listed(&kinds.iter().map(|kind| text.body_kind(*kind)).collect::<Vec<_>>());
    let who = match (rule.required.is_empty(), rule.invited.is_empty()) {
        (false, _) => text.rule_required(&bodies(&rule.required)),
        (true, false) => text.rule_invited(&bodies(&rule.invited)),
        (true, true) => text.rule_none().to_owned(),
    };
    let mut how = Vec::new();
    if rule.notice_days > 0 {
        how.push(text.rule_notice(rule.notice_days));
    }
    how.extend(rule.quorum.map(|share| text.rule_quorum(share.over, share.under, share.strictly)));
    let lapse = lapses(register, look.now).into_iter().rfind(|lapse| lapse.kind == kind);
    let rhythm = |cadence| match &lapse {
        Some(lapse) => text.series_lapsed(text.cadence(cadence), &text.date(lapse.by, look.today())),
        None => text.cadence(cadence).to_owned(),
    };
    how.extend(rule.cadence.map(rhythm));
    how.extend(rule.speaking.and_then(|speaking| speaking.turn_seconds).map(|seconds| text.rule_turn(seconds)));
    let how: Vec<&str> = how.iter().map(String::as_str).collect();
    let line = |sentence: &str| wrap::truncate(sentence, HINT).into_owned();
    format!("{}\n{}", line(&who), line(&text.sentences(&how)))
}

/// The series there were, the latest first.
fn known_series(register: &Register) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for series in register.meetings().rev().filter_map(|meeting| meeting.series.as_ref()) {
        if !known.contains(series) {
            known.push(series.clone());
        }
    }
    known
}
