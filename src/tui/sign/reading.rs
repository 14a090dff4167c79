//! The minutes as somebody reads them: who met, when and where, then all that happened, with what was changed since. Wraps
//! only what is looked at.

use chrono::NaiveDate;

use crate::domain::entry::Instant;
use crate::domain::id::NoteRef;
use crate::domain::meeting::{Correction, Meeting, Note};
use crate::domain::register::Register;
use crate::domain::time::day_of;
use crate::tui::live::minutes::{Happened, Page, entries};
use crate::tui::narrowing::Narrow;
use crate::tui::screen::matter::{Row, wrapped};
use crate::tui::style::{Look, Tone};

/// Cells for the names of facts.
const LABEL: u16 = 10;
/// Wider than any text, so that nothing is broken.
const UNBROKEN: usize = 1 << 20;

/// Where a page begins: a part of the minutes, and a row of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Top {
    pub(super) part: usize,
    pub(super) row: usize,
}

/// A part of the minutes.
#[derive(Debug, Clone, Copy)]
enum Part<'a> {
    /// The meeting itself, and who was there.
    Head,
    /// Another day.
    Day(NaiveDate),
    /// Something that happened.
    Happened(Instant, Happened<'a>),
    /// What was added afterwards and concerns no single entry.
    Added(&'a Correction),
}

/// Minutes laid out in so many cells.
pub(super) struct Reading<'a> {
    page: Page<'a>,
    parts: Vec<Part<'a>>,
}

impl<'a> Reading<'a> {
    /// The minutes, or what words leave of them.
    pub(super) fn new(
        meeting: &'a Meeting,
        register: &'a Register,
        look: &'a Look,
        width: u16,
        narrow: &Narrow,
    ) -> Self {
        let mut parts = vec![Part::Head];
        let mut day = meeting.opened_at.map(day_of);
        for (at, happened) in entries(meeting, register) {
            if day != Some(day_of(at)) {
                day = Some(day_of(at));
                parts.extend(day.map(Part::Day));
            }
            parts.push(Part::Happened(at, happened));
        }
        let added = meeting.corrections.iter().filter(|correction| correction.note.is_none());
        parts.extend(added.map(Part::Added));
        if narrow.is_on() && !narrow.text().trim().is_empty() {
            let whole = Self { page: Page { meeting, register, look, cells: UNBROKEN }, parts: Vec::new() };
            parts.retain(|part| {
                let words: Vec<String> = whole.rows_of(part).into_iter().flatten().map(|(piece, _)| piece).collect();
                !matches!(part, Part::Head) && !narrow.ranges_in(&words.concat()).is_empty()
            });
        }
        Self { page: Page { meeting, register, look, cells: usize::from(width) }, parts }
    }

    /// How many parts there are.
    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// The entry that a part is.
    pub(super) fn note(&self, part: usize) -> Option<NoteRef> {
        match self.parts.get(part)? {
            Part::Happened(_, Happened::Said(note)) => Some(note.key),
            _ => None,
        }
    }

    /// The entries among the parts, in order.
    pub(super) fn notes(&self) -> impl Iterator<Item = NoteRef> {
        (0..self.parts.len()).filter_map(|part| self.note(part))
    }

    /// The part that an entry is.
    pub(super) fn place(&self, note: NoteRef) -> Option<usize> {
        (0..self.parts.len()).find(|part| self.note(*part) == Some(note))
    }

    /// The rows of a part.
    pub(super) fn rows(&self, part: usize) -> Vec<Row> {
        self.parts.get(part).map(|part| self.rows_of(part)).unwrap_or_default()
    }

    /// So many rows further down.
    pub(super) fn down(&self, from: Top, rows: usize) -> Top {
        let mut at = Top { row: from.row + rows, ..from };
        while at.part < self.parts.len() {
            let height = self.rows(at.part).len();
            if at.row < height {
                return at;
            }
            at = Top { part: at.part + 1, row: at.row - height };
        }
        Top { part: self.parts.len(), row: 0 }
    }

    /// So many rows further up, or the beginning.
    pub(super) fn up(&self, from: Top, rows: usize) -> Top {
        let mut left = rows;
        let mut at = from;
        while at.row < left {
            left -= at.row;
            let Some(part) = at.part.checked_sub(1) else { return Top::default() };
            at = Top { part, row: self.rows(part).len() };
        }
        Top { row: at.row - left, ..at }
    }

    /// Where the last page of this height begins.
    pub(super) fn end(&self, height: usize) -> Top {
        self.up(Top { part: self.parts.len(), row: 0 }, height)
    }

    fn rows_of(&self, part: &Part<'_>) -> Vec<Row> {
        let look = self.page.look;
        match part {
            Part::Head => self.head(),
            Part::Day(day) => vec![Vec::new(), vec![(look.text.date(*day, look.today()), Tone::Heading)]],
            Part::Happened(at, happened) => {
                let mut rows = self.page.rows(*at, happened);
                if let Happened::Said(note) = happened {
                    rows.extend(self.about(note));
                }
                rows
            }
            Part::Added(correction) => self.correction(correction),
        }
    }

    /// What was changed of an entry: the words it had, why it was struck, what was added beside it.
    fn about(&self, note: &Note) -> Vec<Row> {
        let text = self.page.look.text;
        let mut rows = Vec::new();
        for change in &note.reworded {
            let at = text.moment(change.at, self.page.look.today());
            rows.extend(self.page.entry("", &[], &text.sign_was(&change.was, &change.by, &at), Tone::Dim));
        }
        if let Some(reason) = note.struck.as_ref().and_then(|struck| struck.reason.as_deref()) {
            rows.extend(self.page.entry("", &[], &text.sign_because(reason), Tone::Dim));
        }
        let corrections = self.page.meeting.corrections.iter();
        for correction in corrections.filter(|correction| correction.note == Some(note.key)) {
            rows.extend(self.correction(correction));
        }
        rows
    }

    fn correction(&self, correction: &Correction) -> Vec<Row> {
        let look = self.page.look;
        let at = look.text.moment(correction.at, look.today());
        self.page.entry("", &[], &look.text.sign_correction(&correction.text, &correction.by, &at), Tone::Near)
    }

    /// The title, when and where, who presided and wrote, and who was there, by how they were marked.
    fn head(&self) -> Vec<Row> {
        let Page { meeting, register, look, cells } = self.page;
        let text = look.text;
        let width = u16::try_from(cells).unwrap_or(u16::MAX);
        let mut rows = Vec::new();
        let series = text.series_of(meeting);
        let title = if series.is_empty() { meeting.title.clone() } else { format!("{}  {series}", meeting.title) };
        wrapped(&mut rows, "", &title, 0, width, (Tone::Dim, Tone::Heading));
        let from = text.moment(meeting.opened_at.unwrap_or(meeting.at), look.today());
        let when = meeting.adjourned_at.map_or_else(
            || from.clone(),
            |end| {
                let is_same_day = day_of(end) == day_of(meeting.opened_at.unwrap_or(meeting.at));
                let to = if is_same_day { text.time(end) } else { text.moment(end, look.today()) };
                text.sign_held(&from, &to)
            },
        );
        let mut facts = vec![text.meeting_kind(meeting.kind).to_owned(), when];
        facts.extend(meeting.place.clone());
        let roles = [(text.field_chair(), meeting.chair), (text.field_secretary(), meeting.secretary)];
        let named = roles.into_iter().filter_map(|(role, person)| Some((role, person?)));
        facts.extend(named.map(|(role, person)| format!("{role} {}", text.person_named(register, person))));
        wrapped(&mut rows, "", &facts.join("  "), 0, width, (Tone::Dim, Tone::Plain));
        let marks = meeting.attendance();
        let mut states: Vec<_> = marks.iter().map(|mark| mark.state).collect();
        states.sort_unstable();
        states.dedup();
        for state in states {
            let called = marks.iter().filter(|mark| mark.state == state).map(|mark| self.who(mark.person));
            let called: Vec<String> = called.collect();
            let label = text.attendance(state);
            wrapped(&mut rows, label, &text.listed(&called), LABEL, width, (Tone::Dim, Tone::Plain));
        }
        rows.push(Vec::new());
        rows
    }

    /// A person's name and body.
    fn who(&self, person: crate::domain::id::PersonRef) -> String {
        let Page { register, look, .. } = self.page;
        let name = look.text.person_named(register, person);
        match register.person(person) {
            Some(known) => look.text.bracketed(name, look.text.body_named(register, known.body)),
            None => name.to_owned(),
        }
    }
}
