//! The minutes as rows: what was taken up, said, resolved and given, in the order in which it happened. Wraps only what
//! is seen, so that a long evening costs no more than a short one.

use super::Scroll;
use super::reading::{Draft, Kind};
use crate::cells::clean::clean_lines;
use crate::cells::wrap;
use crate::domain::code::NoteKind;
use crate::domain::entry::Instant;
use crate::domain::id::NoteRef;
use crate::domain::meeting::{Course, Item, Meeting, Note};
use crate::domain::register::Register;
use crate::domain::task::Task;
use crate::tui::due;
use crate::tui::keys::{self, Action};
use crate::tui::live::LiveAct;
use crate::tui::screen::matter::Row;
use crate::tui::screen::meeting::item_title;
use crate::tui::style::{Look, Tone};

/// Cells of the time of day and the blank behind it.
pub(in crate::tui) const TIME: usize = 6;

/// Something that happened.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui) enum Happened<'a> {
    /// A step of the meeting.
    Step(Course),
    /// Something was said.
    Said(&'a Note),
    /// An item was settled.
    Resolved(&'a Item),
    /// Work was given.
    Given(&'a Task),
}

/// What is seen of the minutes.
pub(super) struct Seen {
    /// The rows, the last one at the bottom.
    pub(super) rows: Vec<Row>,
    /// Rows out of sight below.
    pub(super) below: usize,
    /// The rows of the entry that is being changed.
    pub(super) changing: std::ops::Range<usize>,
}

/// A line on its way, or one that came back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unsaved<'a> {
    /// As it was written.
    pub(super) draft: &'a Draft,
    /// Why it was not recorded; none: it is on its way.
    pub(super) why: Option<&'a str>,
}

/// Everything that happened, oldest first.
#[must_use]
pub(in crate::tui) fn entries<'a>(meeting: &'a Meeting, register: &'a Register) -> Vec<(Instant, Happened<'a>)> {
    let mut entries: Vec<(Instant, Happened<'a>)> =
        meeting.course.iter().map(|step| (step.at, Happened::Step(step.what))).collect();
    entries.retain(|(_, happened)| !matches!(happened, Happened::Step(Course::On(None))));
    let notes = meeting.notes.iter().filter_map(|note| register.note(*note));
    entries.extend(notes.map(|note| (note.at, Happened::Said(note))));
    for item in meeting.items() {
        entries.extend(item.resolution.as_ref().map(|resolution| (resolution.at, Happened::Resolved(item))));
        let matter = item.matter.and_then(|matter| register.matter(matter));
        let tasks = matter.into_iter().flat_map(|matter| &matter.tasks).filter_map(|task| register.task(*task));
        let given = tasks.filter(|task| task.meeting == Some(meeting.key) && task.item == Some(item.number));
        entries.extend(given.map(|task| (task.assigned_at, Happened::Given(task))));
    }
    entries.sort_by_key(|(at, _)| *at);
    entries
}

/// What of it is seen in so many rows, the unsaved lines at its end.
#[must_use]
pub(super) fn seen(
    meeting: &Meeting,
    register: &Register,
    unsaved: &[Unsaved<'_>],
    (scroll, changing): (Option<Scroll>, Option<NoteRef>),
    (width, height): (u16, u16),
    look: &Look,
) -> Seen {
    let page = Page { meeting, register, look, cells: usize::from(width) };
    let all = entries(meeting, register);
    let (mut hidden, until) = scroll.map_or((0, all.len()), |scroll| (scroll.hidden, scroll.until.min(all.len())));
    let later = all.len() - until;
    // From the end upwards, until the area is full.
    let mut parts: Vec<(Vec<Row>, bool)> = Vec::new();
    let mut rows = 0;
    let wanted = usize::from(height) + hidden;
    let new = if scroll.is_none() { unsaved } else { &[] };
    for unsaved in new.iter().rev() {
        parts.push((page.unsaved(unsaved), false));
    }
    rows += parts.iter().map(|(part, _)| part.len()).sum::<usize>();
    for (at, happened) in all[..until].iter().rev() {
        if rows >= wanted {
            break;
        }
        let part = page.rows(*at, happened);
        rows += part.len();
        parts.push((part, matches!(happened, Happened::Said(note) if Some(note.key) == changing)));
    }
    // Scrolled beyond the beginning is scrolled to it.
    hidden = hidden.min(rows.saturating_sub(usize::from(height)));
    let mut seen = Seen { rows: Vec::with_capacity(rows), below: hidden + later, changing: 0..0 };
    for (part, is_changing) in parts.into_iter().rev() {
        let from = seen.rows.len();
        seen.rows.extend(part);
        if is_changing {
            seen.changing = from..seen.rows.len();
        }
    }
    let end = seen.rows.len() - hidden;
    let start = end.saturating_sub(usize::from(height));
    seen.rows.truncate(end);
    seen.rows.drain(..start);
    let within = |row: usize| row.clamp(start, end) - start;
    seen.changing = within(seen.changing.start)..within(seen.changing.end);
    seen
}

/// How an entry of this kind is set off.
#[must_use]
pub(super) fn tone_of(kind: NoteKind) -> Tone {
    match kind {
        NoteKind::Remark | NoteKind::Explanation => Tone::Plain,
        NoteKind::Motion | NoteKind::Amendment => Tone::Key,
        NoteKind::Position | NoteKind::Consensus => Tone::Good,
        NoteKind::Reservation => Tone::Near,
        NoteKind::Note => Tone::Dim,
    }
}

/// Minutes that are laid out in so many cells.
pub(in crate::tui) struct Page<'a> {
    pub(in crate::tui) meeting: &'a Meeting,
    pub(in crate::tui) register: &'a Register,
    pub(in crate::tui) look: &'a Look,
    pub(in crate::tui) cells: usize,
}

impl Page<'_> {
    /// The rows of something that happened.
    pub(in crate::tui) fn rows(&self, at: Instant, happened: &Happened<'_>) -> Vec<Row> {
        let text = self.look.text;
        let time = text.time(at);
        match happened {
            Happened::Step(Course::On(Some(number))) => self.heading(*number),
            Happened::Step(step) => {
                let said = match step {
                    Course::Opened => text.live_opened().to_owned(),
                    Course::Paused(None) => text.live_paused().to_owned(),
                    Course::Paused(Some(until)) => text.live_paused_until(&text.moment(*until, self.look.today())),
                    Course::Resumed => text.live_resumed().to_owned(),
                    Course::Adjourned => text.live_adjourned().to_owned(),
                    Course::On(_) => String::new(),
                };
                self.entry(&time, &[], &said, Tone::Dim)
            }
            Happened::Said(note) => self.note(&time, note),
            Happened::Resolved(item) => {
                let Some(resolution) = &item.resolution else { return Vec::new() };
                let to = resolution.refer_to.as_deref().map(|to| text.live_refers(to)).unwrap_or_default();
                let head = text.live_says(&text.live_resolved(text.outcome(resolution.outcome)));
                let words = [to.as_str(), resolution.text.as_deref().unwrap_or_default()];
                let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
                self.entry(&time, &[(&head, Tone::Heading)], &words.join("  "), Tone::Heading)
            }
            Happened::Given(task) => {
                let lead = text.lead(self.register, task.lead);
                let head = text.live_says(&format!("{} {lead}", text.live_task()));
                let words = format!("{}  {}", task.text, due::deadline(self.look, task.due));
                self.entry(&time, &[(&head, Tone::Key)], &words, Tone::Plain)
            }
        }
    }

    fn note(&self, time: &str, note: &Note) -> Vec<Row> {
        let text = self.look.text;
        let kind = match note.kind {
            NoteKind::Remark => String::new(),
            kind => format!("{} ", text.note_kind(kind)),
        };
        let body = note.body.map(|body| text.body_named(self.register, body));
        let who = match (note.speaker, body) {
            (Some(person), Some(body)) => text.bracketed(text.person_named(self.register, person), body),
            (Some(person), None) => text.person_named(self.register, person).to_owned(),
            (None, body) => body.unwrap_or_default().to_owned(),
        };
        let who = if who.is_empty() { who } else { text.live_says(&who) };
        let undertakes = note.undertakes.as_deref().filter(|words| *words != note.text);
        let undertakes = undertakes.map(|words| format!("  {}", text.live_undertakes(words))).unwrap_or_default();
        let words = format!("{}{undertakes}", note.text);
        if note.struck.is_some() {
            return self.entry(time, &[(text.live_struck(), Tone::Late)], &words, Tone::Dim);
        }
        let tone = tone_of(note.kind);
        let words_tone = if tone == Tone::Dim { Tone::Dim } else { Tone::Plain };
        let corrected = if note.reworded.is_empty() { "" } else { text.live_corrected() };
        self.entry(time, &[(&kind, tone), (corrected, Tone::Near), (&who, Tone::Heading)], &words, words_tone)
    }

    fn unsaved(&self, unsaved: &Unsaved<'_>) -> Vec<Row> {
        let text = self.look.text;
        let kind = match unsaved.draft.kind {
            Kind::Note(NoteKind::Remark) => String::new(),
            Kind::Note(kind) => format!("{} ", text.note_kind(kind)),
            Kind::Resolution(_) => format!("{} ", text.live_resolution()),
        };
        let mut rows = self.entry("…", &[(&kind, Tone::Dim)], &unsaved.draft.text, Tone::Dim);
        if let Some(why) = unsaved.why {
            let said = format!(
                "{}  {}",
                text.live_not_saved(why),
                &text.live_again(keys::shown(Action::Live(LiveAct::Enter)))
            );
            rows.extend(self.entry("", &[], &said, Tone::Late));
        }
        rows
    }

    fn heading(&self, number: u32) -> Vec<Row> {
        let title = self.meeting.item(number).map(|item| item_title(item, self.register)).unwrap_or_default();
        let title = format!("{number} {title} ");
        let title = wrap::truncate(&title, self.cells.saturating_sub(3)).into_owned();
        let rest = self.cells.saturating_sub(wrap::width(&title) + 3);
        vec![vec![("── ".to_owned(), Tone::Dim), (title, Tone::Heading), ("─".repeat(rest), Tone::Dim)]]
    }

    /// The time, what introduces the words, the words; rows behind the first stand under the words' column.
    pub(in crate::tui) fn entry(&self, time: &str, head: &[(&str, Tone)], words: &str, tone: Tone) -> Vec<Row> {
        let intro: String = head.iter().map(|(piece, _)| *piece).collect();
        let whole = format!("{intro}{}", clean_lines(words));
        let mut rows = Vec::new();
        for (at, range) in wrap::wrap(&whole, self.cells.saturating_sub(TIME).max(2)).into_iter().enumerate() {
            let label = wrap::pad(if at == 0 { time } else { "" }, TIME);
            let mut row: Row = vec![(label, Tone::Dim)];
            let mut from = 0;
            let pieces = head.iter().map(|(piece, tone)| (piece.len(), *tone));
            for (length, tone) in pieces.chain([(whole.len() - intro.len(), tone)]) {
                let (start, end) = (from.max(range.start), (from + length).min(range.end));
                if start < end {
                    let last = end == range.end;
                    let piece = &whole[start..end];
                    row.push((if last { piece.trim_end() } else { piece }.to_owned(), tone));
                }
                from += length;
            }
            rows.push(row);
        }
        rows
    }
}
