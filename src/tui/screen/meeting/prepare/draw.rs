//! How a meeting that is prepared looks: what it is on top; below, the agenda on the left and on the right what is
//! required and who is asked to come, or all of it one below the other where there is no room.

use ratatui::layout::{Position, Rect};

use super::super::MeetingScreen;
use super::super::draw::titled;
use super::{Prepare, Row as Selectable, agenda, asked, readiness};
use crate::cells::wrap;
use crate::domain::meeting::Meeting;
use crate::domain::register::Register;
use crate::tui::more::{self, Count};
use crate::tui::paint;
use crate::tui::screen::matter::{Row, draw_rows};
use crate::tui::split::{Pair, Split};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};

/// The narrowest screen on which both columns have room.
const WIDE: u16 = 108;
/// Cells for the sign of a requirement.
const SIGN: usize = 2;

/// A row of the screen.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// What can be selected there.
    pub(super) of: Option<Selectable>,
    pub(super) pieces: Row,
}

/// A part of the screen under its name.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) lines: Vec<Line>,
}

impl Part {
    pub(super) fn new(name: String) -> Self {
        Self { lines: vec![Line { of: None, pieces: vec![(name, Tone::Heading)] }] }
    }

    /// A sentence that nothing stands for; nothing for an empty one.
    pub(super) fn says(&mut self, sentence: &str, tone: Tone, width: usize) {
        for row in wrap::wrap(sentence, width) {
            self.lines.push(Line { of: None, pieces: vec![(sentence[row].trim_end().to_owned(), tone)] });
        }
    }
}

/// Paints the screen; returns where the caret is while minutes are written.
pub(in crate::tui::screen::meeting) fn draw(
    screen: &MeetingScreen,
    meeting: &Meeting,
    register: &Register,
    canvas: &mut Canvas<'_>,
    area: Rect,
    look: &Look,
) -> Option<Position> {
    let mut top = heading(meeting, register, look, area.width);
    top.push(Row::new());
    draw_rows(&top, 0, canvas, area, look);
    let used = u16::try_from(top.len()).unwrap_or(u16::MAX).min(area.height);
    let rest = Rect { y: area.y + used, height: area.height - used, ..area };
    let prepare = &screen.prepare;
    if area.width < WIDE {
        let width = usize::from(rest.width);
        let mut lines = agenda::part(meeting, register, look, width).lines;
        for part in [required(meeting, register, look, width), invited(meeting, register, look, width)] {
            lines.push(Line { of: None, pieces: Row::new() });
            lines.extend(part.lines);
        }
        return column(&lines, prepare, canvas, rest, look);
    }
    let split = look.panes.split(Pair::Prepare, rest);
    split.draw_line(canvas, look.palette);
    let Split { left, right, .. } = split;
    let caret = column(&agenda::part(meeting, register, look, left.width.into()).lines, prepare, canvas, left, look);
    let mut lines = required(meeting, register, look, right.width.into()).lines;
    lines.push(Line { of: None, pieces: Row::new() });
    lines.extend(invited(meeting, register, look, right.width.into()).lines);
    column(&lines, prepare, canvas, right, look);
    caret
}

/// What meeting it is, when, where, how long, and who leads it.
fn heading(meeting: &Meeting, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let mut facts = vec![
        text.meeting_state(meeting.state).to_owned(),
        text.meeting_kind(meeting.kind).to_owned(),
        text.series_of(meeting),
        text.moment(meeting.at, look.today()),
    ];
    facts.extend(meeting.planned_minutes(register.rules()).map(|minutes| text.minutes(minutes.into())));
    facts.extend(meeting.place.clone());
    facts.retain(|fact| !fact.is_empty());
    titled(meeting, register, &facts, width)
}

/// What the kind of meeting requires.
fn required(meeting: &Meeting, register: &Register, look: &Look, width: usize) -> Part {
    let text = look.text;
    let told = readiness::told(meeting, register, look);
    let (met, all) = readiness::count(meeting, register, look);
    let mut part = Part::new(if told.is_empty() {
        text.prepare_nothing_required().to_owned()
    } else {
        text.prepare_ready(met, all)
    });
    for check in told {
        let words = match &check.remedy {
            Some((key, does)) => text.prepare_remedy(&check.what, key, does),
            None => check.what.clone(),
        };
        for (at, row) in wrap::wrap(&words, width.saturating_sub(SIGN)).into_iter().enumerate() {
            let sign = if at == 0 { check.sign } else { "" };
            let tone = if check.sign == "✗" { Tone::Plain } else { Tone::Dim };
            let pieces = vec![(wrap::pad(sign, SIGN), check.tone), (words[row].trim_end().to_owned(), tone)];
            part.lines.push(Line { of: Some(check.row), pieces });
        }
    }
    part
}

/// Who is asked to come, by body; who will stay away is said so.
fn invited(meeting: &Meeting, register: &Register, look: &Look, width: usize) -> Part {
    let text = look.text;
    let mut part = Part::new(text.prepare_invited(meeting.invite.len()));
    let marks = meeting.attendance();
    for body in asked(meeting, register) {
        let here =
            meeting.invite.iter().filter_map(|person| register.person(*person)).filter(|person| person.body == body);
        let guests = here.map(|person| {
            let away = marks.iter().find(|mark| mark.person == person.key && mark.state.is_away());
            away.map_or_else(|| person.name.clone(), |mark| text.bracketed(&person.name, text.attendance(mark.state)))
        });
        let names = text.listed(&guests.collect::<Vec<_>>());
        let words = format!("{}  {names}", text.body_named(register, body));
        for row in wrap::wrap(&words, width.saturating_sub(SIGN)) {
            let pieces = vec![("  ".to_owned(), Tone::Dim), (words[row].trim_end().to_owned(), Tone::Plain)];
            part.lines.push(Line { of: Some(Selectable::Body(body)), pieces });
        }
    }
    part
}

/// Paints rows so that what is selected is seen; returns where the caret is, if minutes are written in one of them.
fn column(lines: &[Line], prepare: &Prepare, canvas: &mut Canvas<'_>, area: Rect, look: &Look) -> Option<Position> {
    let selected = |line: &Line| line.of.is_some() && line.of == prepare.row();
    let cursor = lines.iter().position(selected).unwrap_or(0);
    let mut caret = None;
    let shown = more::window(cursor, lines.len(), area);
    more::sign(&shown, lines.len(), Count::Rows, canvas, area, look);
    for (row, at) in (0..).zip(shown) {
        let line = &lines[at];
        let pieces: Vec<_> = line.pieces.iter().map(|(text, tone)| (text.as_str(), *tone)).collect();
        paint::pieces(canvas, area, row, &pieces, look.palette);
        if let Some(place) = line.of.and_then(|of| prepare.rows.iter().position(|other| *other == of)) {
            canvas.row_spot(area, row, Spot::Row(place));
        }
        if selected(line) {
            paint::tint(canvas, area, row, look.palette.style(Tone::Selected));
            caret = caret.or_else(|| minutes(prepare, canvas, area, row, look));
        }
    }
    caret
}

/// The minutes that are being written, where those of the item stand.
fn minutes(prepare: &Prepare, canvas: &mut Canvas<'_>, area: Rect, row: u16, look: &Look) -> Option<Position> {
    let editor = prepare.minutes.as_ref()?;
    let cells = u16::try_from(agenda::MINUTES).unwrap_or(0).min(area.width);
    let input = Rect { x: area.right() - cells, y: area.y + row, width: cells, height: 1 };
    paint::clear(canvas, input);
    Some(editor.draw(canvas, input, look.palette.style(Tone::Key)))
}
