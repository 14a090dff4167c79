//! What is known about a matter, as rows of a given width: one fact below the other, or two side by side where the facts
//! have a wide screen to themselves.

use super::rows::{Row, parts, wrapped};
use crate::cells::wrap;
use crate::domain::chain::StepState;
use crate::domain::code::Priority;
use crate::domain::matter::Matter;
use crate::domain::period::periods;
use crate::domain::register::{Register, Thing};
use crate::domain::task::{Task, TaskState};
use crate::text::Lang;
use crate::tui::due;
use crate::tui::style::{Look, Tone};

/// Cells for the names of facts, in Chinese and in English.
const LABEL: (u16, u16) = (10, 13);
/// From this width on short facts stand two in a row: the whole of a narrow screen, and no pane.
const TWO: u16 = 76;
/// Cells between the two.
const GAP: u16 = 2;

/// What is known.
struct Facts<'a> {
    known: Vec<Fact>,
    look: &'a Look,
}

/// One thing that is known.
struct Fact {
    label: &'static str,
    /// What no row is broken within, as far as it fits into one: a day, a name.
    parts: Vec<String>,
    tone: Tone,
}

/// What is known about the matter now.
#[must_use]
pub fn facts(matter: &Matter, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let mut facts = Facts { known: Vec::new(), look };
    facts.of_handling(matter, register);
    facts.of_raising(matter, register);
    for (_, value) in matter.edits.all_also() {
        let (field, value) = look.text.matter_field(register, value, look.today());
        facts.add_in(field, vec![format!("{} {value}", look.text.also())], Tone::Near);
    }
    let mut rows = facts.rows(width);
    rows.extend(chain_rows(matter, register, look, width));
    rows.extend(clock_rows(matter, register, look, width));
    for task in matter.tasks.iter().filter_map(|task| register.task(*task)) {
        rows.push(Vec::new());
        rows.extend(task_rows(task, register, look, width));
    }
    rows
}

/// Where it stands in its chain: the chain, and under it each step.
fn chain_rows(matter: &Matter, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let mut rows = Vec::new();
    for (line, state) in look.text.chain_lines(matter, register, look.now) {
        let tone = match state {
            Some(StepState::Taken) => Tone::Good,
            Some(StepState::Next | StepState::Running) => Tone::Near,
            Some(StepState::Waiting) => Tone::Dim,
            None => Tone::Plain,
        };
        if state.is_none() {
            rows.push(Vec::new());
        }
        wrapped(&mut rows, "", &line, if state.is_some() { 2 } else { 0 }, width, (Tone::Dim, tone));
    }
    rows
}

/// The clocks that run for it.
fn clock_rows(matter: &Matter, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let clocks = periods(register, Thing::Matter(matter));
    let mut rows = Vec::new();
    if !clocks.is_empty() {
        rows.extend([Vec::new(), vec![(look.text.label_periods().to_owned(), Tone::Dim)]]);
    }
    for clock in clocks {
        let line = look.text.period(&clock, register, look.now);
        wrapped(&mut rows, "", &line, 2, width, (Tone::Dim, Tone::Plain));
    }
    rows
}

impl Facts<'_> {
    fn of_handling(&mut self, matter: &Matter, register: &Register) {
        let (text, look) = (self.look.text, self.look);
        if let Some((distance, tone)) = due::told(look, register, matter) {
            let day = matter.due.map(|due| due::deadline(look, due)).unwrap_or_default();
            self.add_in(text.field_due(), vec![day, distance], tone);
        }
        if let Some(lead) = register.lead(matter) {
            self.add(text.field_lead(), text.lead(register, lead));
        }
        if let Some(at) = matter.agenda {
            let begins = register.meeting(at.meeting).map(|meeting| text.moment(meeting.at, look.today()));
            let meeting = text.meeting_named(register, at.meeting);
            self.add_in(text.fact_agenda(), vec![meeting, begins.unwrap_or_default()], Tone::Plain);
        }
        if let Some(accepted) = &matter.accepted {
            let words =
                text.handling(text.route(accepted.route), text.depth(accepted.depth), text.decision(accepted.decision));
            self.add(text.field_route(), &words);
        }
        self.add_if(text.fact_sent_back(), (matter.sent_back > 0).then(|| text.times(matter.sent_back)).as_deref());
        if matter.to_tell {
            self.add_in(text.fact_to_tell(), vec![text.fact_not_told().to_owned()], Tone::Near);
        }
        self.add_if(text.fact_archive(), matter.end.as_ref().and_then(|end| end.archive.as_deref()));
    }

    fn of_raising(&mut self, matter: &Matter, register: &Register) {
        let text = self.look.text;
        self.add(text.field_raised_by(), matter.raised_by.as_deref().unwrap_or(text.anonymous()));
        self.add(text.field_channel(), text.channel(matter.channel));
        self.add_if(text.field_place(), matter.place.as_deref());
        self.add_if(text.field_category(), matter.category.as_deref().map(|code| text.category(register, code)));
        self.add_if(text.field_nature(), matter.nature.map(|nature| text.nature(nature)));
        if matter.priority != Priority::Ordinary {
            self.add_in(text.field_priority(), vec![text.priority(matter.priority).to_owned()], Tone::Near);
        }
        self.add_if(text.field_level(), matter.level.map(|level| text.level(level)));
        let flags: Vec<_> = matter.flags.iter().map(|flag| text.flag(*flag)).collect();
        self.add_if(text.field_flags(), (!flags.is_empty()).then(|| text.listed(&flags)).as_deref());
        self.add_if(text.field_households(), matter.households.map(|n| n.to_string()).as_deref());
        self.add(text.received_by(), &matter.received_by);
    }

    fn add(&mut self, label: &'static str, value: &str) {
        self.add_in(label, vec![value.to_owned()], Tone::Plain);
    }

    fn add_if(&mut self, label: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.add(label, value);
        }
    }

    fn add_in(&mut self, label: &'static str, parts: Vec<String>, tone: Tone) {
        self.known.push(Fact { label, parts, tone });
    }

    fn rows(&self, width: u16) -> Vec<Row> {
        let column = match self.look.text.lang {
            Lang::Zh => LABEL.0,
            Lang::En => LABEL.1,
        };
        let half = (width.saturating_sub(GAP)) / 2;
        let mut rows: Vec<Row> = Vec::new();
        // Whether the last row has room for another fact on its right.
        let mut open = false;
        for fact in &self.known {
            let tones = (Tone::Dim, fact.tone);
            let mut here = Vec::new();
            parts(&mut here, fact.label, &fact.parts, column, half, tones);
            let is_short = width >= TWO && here.len() == 1;
            match (is_short, rows.last_mut()) {
                (true, Some(row)) if open => {
                    let used: usize = row.iter().map(|(text, _)| wrap::width(text)).sum();
                    row.push((" ".repeat(usize::from(half + GAP).saturating_sub(used)), Tone::Plain));
                    row.append(&mut here[0]);
                    open = false;
                }
                (true, _) => {
                    rows.append(&mut here);
                    open = true;
                }
                (false, _) => {
                    parts(&mut rows, fact.label, &fact.parts, column, width, tones);
                    open = false;
                }
            }
        }
        rows
    }
}

/// A task: its number and where it stands, what is to be done, and by when.
fn task_rows(task: &Task, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let tone = match task.state {
        _ if task.is_overdue(look.now) => Tone::Late,
        TaskState::Finished | TaskState::Accepted => Tone::Good,
        TaskState::Returned | TaskState::Dropped => Tone::Dim,
        TaskState::Assigned | TaskState::Received => Tone::Note,
    };
    let mut rows = vec![vec![
        (format!("{}  ", register.id(task.key)), Tone::Dim),
        (text.task_state(task.state).to_owned(), tone),
        (format!("  {}", text.lead(register, task.lead)), Tone::Plain),
    ]];
    wrapped(&mut rows, "", &task.text, 2, width, (Tone::Dim, Tone::Plain));
    let mut more = Vec::new();
    if task.state.is_open() {
        more.extend([due::deadline(look, task.due), due::distance(look, task.due)]);
    }
    more.extend(task.percent().map(|percent| text.task_percent(percent)));
    more.extend(task.waits_for.as_deref().map(|what| text.task_waits(what)));
    if !more.is_empty() {
        parts(&mut rows, "", &more, 2, width, (Tone::Dim, Tone::Dim));
    }
    rows
}
