//! What there is to read about a matter, as rows of a given width: its facts, and its thread.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::cells::clean::clean_lines;
use crate::cells::wrap;
use crate::domain::code::Priority;
use crate::domain::entry::Entry;
use crate::domain::event::Event;
use crate::domain::matter::Matter;
use crate::domain::register::Register;
use crate::domain::task::{Task, TaskState};
use crate::domain::time::day_of;
use crate::tui::due;
use crate::tui::keys::{self, Place};
use crate::tui::paint;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;

/// A row of text in meanings.
pub type Row = Vec<(String, Tone)>;

/// Cells for the names of facts.
const LABEL: u16 = 10;
/// Cells for the time of day.
const TIME: u16 = 7;

/// Paints the rows from `top` on, as many as fit.
pub fn draw_rows(rows: &[Row], top: usize, buffer: &mut Buffer, area: Rect, look: &Look) {
    for (y, row) in (0..area.height).zip(rows.iter().skip(top)) {
        let pieces: Vec<_> = row.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
        paint::pieces(buffer, area, y, &pieces, look.palette);
    }
}

/// Says where the keys of acts stand among painted rows, each with its word.
pub fn act_spots(rows: &[Row], place: Place, canvas: &mut Canvas<'_>, area: Rect, look: &Look) {
    for (y, row) in (0..area.height).zip(rows) {
        let mut at = 0;
        for (piece, next) in row.iter().zip(row.iter().skip(1)) {
            let (key, word) = (wrap::width(&piece.0), wrap::width(&next.0));
            let binding = keys::bindings(place).find(|binding| {
                piece.0 == binding.shown && next.0.strip_prefix(' ') == Some((binding.label)(look.text))
            });
            if let Some(binding) = binding {
                let left = u16::try_from(at).unwrap_or(area.width).min(area.width);
                let width = u16::try_from(key + word).unwrap_or(area.width).min(area.width - left);
                canvas.row_spot(Rect { x: area.x + left, width, ..area }, y, Spot::Key(binding.action));
            }
            at += key;
        }
    }
}

/// All of it, for a pane beside a list.
#[must_use]
pub fn summary(matter: &Matter, threads: &Threads, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let mut rows = heading(matter, register, look, width);
    rows.push(Vec::new());
    rows.extend(facts(matter, register, look, width));
    rows.push(Vec::new());
    rows.extend(thread(matter, threads, register, look, width));
    rows
}

/// The matter's number and title, and where it stands.
#[must_use]
pub fn heading(matter: &Matter, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let mut rows = Vec::new();
    let title = format!("{}  {}", register.id(matter.key), matter.title);
    wrapped(&mut rows, "", &title, 0, width, (Tone::Dim, Tone::Heading));
    rows.push(vec![(standing(matter, look), Tone::Key)]);
    rows
}

/// Step and standing in words: `办事 · 办理中`.
#[must_use]
fn standing(matter: &Matter, look: &Look) -> String {
    format!("{} / {}", look.text.stage(matter.stage()), look.text.standing(matter.standing))
}

/// What is known about the matter now.
#[must_use]
pub fn facts(matter: &Matter, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let mut facts = Facts { rows: Vec::new(), look, width };
    if let Some((distance, tone)) = due::told(look, register, matter) {
        let day = matter.next_due(register).map(|due| due::deadline(look, due)).unwrap_or_default();
        facts.add_in(text.field_due(), &format!("{day}  {distance}"), tone);
    }
    if let Some(lead) = register.lead(matter) {
        facts.add(text.field_lead(), text.lead(register, lead));
    }
    if let Some(at) = matter.agenda {
        let begins = register.meeting(at.meeting).map(|meeting| text.moment(meeting.at, look.today()));
        let meeting = text.meeting_named(register, at.meeting);
        facts.add(text.fact_agenda(), &format!("{meeting}  {}", begins.unwrap_or_default()));
    }
    facts.add(text.field_raised_by(), matter.raised_by.as_deref().unwrap_or(text.anonymous()));
    facts.add(text.field_channel(), text.channel(matter.channel));
    facts.add_if(text.field_place(), matter.place.as_deref());
    facts.add_if(text.field_category(), matter.category.as_deref().map(|code| text.category(register, code)));
    facts.add_if(text.field_nature(), matter.nature.map(|nature| text.nature(nature)));
    if matter.priority != Priority::Ordinary {
        facts.add_in(text.field_priority(), text.priority(matter.priority), Tone::Near);
    }
    facts.add_if(text.field_level(), matter.level.map(|level| text.level(level)));
    let flags: Vec<_> = matter.flags.iter().map(|flag| text.flag(*flag)).collect();
    facts.add_if(text.field_flags(), (!flags.is_empty()).then(|| text.listed(&flags)).as_deref());
    facts.add_if(text.field_households(), matter.households.map(|n| n.to_string()).as_deref());
    if let Some(accepted) = &matter.accepted {
        let words = [text.route(accepted.route), text.depth(accepted.depth), text.decision(accepted.decision)];
        facts.add(text.field_route(), &text.listed(&words));
    }
    facts.add(text.received_by(), &matter.received_by);
    facts.add_if(text.fact_sent_back(), (matter.sent_back > 0).then(|| text.times(matter.sent_back)).as_deref());
    if matter.to_tell {
        facts.add_in(text.fact_to_tell(), text.fact_not_told(), Tone::Near);
    }
    facts.add_if(text.fact_archive(), matter.end.as_ref().and_then(|end| end.archive.as_deref()));
    for (_, value) in matter.edits.all_also() {
        let (field, value) = text.matter_field(register, value, look.today());
        facts.add_in(field, &format!("{} {value}", text.also()), Tone::Near);
    }
    for task in matter.tasks.iter().filter_map(|task| register.task(*task)) {
        facts.task(task, register);
    }
    facts.rows
}

/// The thread: what happened, when, by whom, oldest first, each day under a line of its own.
#[must_use]
pub fn thread(matter: &Matter, threads: &Threads, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut last = None;
    for entry in threads.of(matter, register) {
        let (day, time) = (day_of(entry.ts), look.text.time(entry.ts));
        let (same_day, same_time) = last.as_ref().map_or((false, false), |(d, t)| (*d == day, (*d, t) == (day, &time)));
        if !same_day {
            rows.push(day_line(&look.text.date(day, look.today()), width));
        }
        for (at, sentence) in sentences(entry, matter, register, look).iter().enumerate() {
            let label = if at == 0 && !same_time { time.as_str() } else { "" };
            let sentence = if at == 0 { format!("{}  {sentence}", entry.by) } else { sentence.clone() };
            wrapped(&mut rows, label, &sentence, TIME, width, (Tone::Dim, Tone::Plain));
        }
        last = Some((day, time));
    }
    rows
}

/// A day, and a line to the end of the row.
fn day_line(day: &str, width: u16) -> Row {
    let rest = usize::from(width).saturating_sub(wrap::width(day) + 1);
    vec![(format!("{day} "), Tone::Dim), ("─".repeat(rest), Tone::Dim)]
}

/// What an act says about this matter; other matters it touched are left out, the account in full is added.
fn sentences(entry: &Entry, matter: &Matter, register: &Register, look: &Look) -> Vec<String> {
    let mut sentences = Vec::new();
    for event in entry.events.iter().filter(|event| event.touch().of().contains(&matter.key.0)) {
        sentences.push(look.text.event(event, register, Some(matter.key.0), entry.ts));
        if let Event::MatterRaised(raised) = event {
            sentences.extend(raised.detail.clone());
        }
    }
    sentences
}

struct Facts<'a> {
    rows: Vec<Row>,
    look: &'a Look,
    width: u16,
}

impl Facts<'_> {
    fn add(&mut self, label: &str, value: &str) {
        self.add_in(label, value, Tone::Plain);
    }

    fn add_if(&mut self, label: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.add(label, value);
        }
    }

    fn add_in(&mut self, label: &str, value: &str, tone: Tone) {
        let column = match self.look.text.lang {
            crate::text::Lang::Zh => LABEL,
            crate::text::Lang::En => LABEL + 3,
        };
        wrapped(&mut self.rows, label, value, column, self.width, (Tone::Dim, tone));
    }

    fn task(&mut self, task: &Task, register: &Register) {
        let text = self.look.text;
        let tone = match task.state {
            _ if task.is_overdue(self.look.now) => Tone::Late,
            TaskState::Finished | TaskState::Accepted => Tone::Good,
            TaskState::Returned | TaskState::Dropped => Tone::Dim,
            TaskState::Assigned | TaskState::Received => Tone::Note,
        };
        self.rows.push(Vec::new());
        let lead = text.lead(register, task.lead);
        self.rows.push(vec![
            (format!("{}  ", register.id(task.key)), Tone::Dim),
            (text.task_state(task.state).to_owned(), tone),
            (format!("  {lead}"), Tone::Plain),
        ]);
        wrapped(&mut self.rows, "", &task.text, 2, self.width, (Tone::Dim, Tone::Plain));
        let mut more = Vec::new();
        if task.state.is_open() {
            more.push(due::deadline(self.look, task.due));
            more.push(due::distance(self.look, task.due));
        }
        more.extend(task.percent().map(|percent| text.task_percent(percent)));
        more.extend(task.waits_for.as_deref().map(|what| text.task_waits(what)));
        if !more.is_empty() {
            wrapped(&mut self.rows, "", &more.join("  "), 2, self.width, (Tone::Dim, Tone::Dim));
        }
    }
}

/// A label and, from `column` on, a text on as many rows as it needs.
pub fn wrapped(rows: &mut Vec<Row>, label: &str, text: &str, column: u16, width: u16, (quiet, tone): (Tone, Tone)) {
    let text = clean_lines(text);
    let column = usize::from(column);
    let cells = usize::from(width).saturating_sub(column);
    for (at, range) in wrap::wrap(&text, cells).into_iter().enumerate() {
        let label = if at == 0 { wrap::pad(label, column) } else { " ".repeat(column) };
        rows.push(vec![(label, quiet), (text[range].trim_end().to_owned(), tone)]);
    }
}
