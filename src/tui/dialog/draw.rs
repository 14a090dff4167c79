//! How dialogs look. All lie in the middle of the screen, the later over the earlier.

use ratatui::layout::{Position, Rect, Size};

use super::{Dialog, Pick, Question};
use crate::cells::wrap;
use crate::domain::register::Register;
use crate::search::Needle;
use crate::tui::act::Act;
use crate::tui::keys::{self, Place};
use crate::tui::meeting_act::MeetingAct;
use crate::tui::more;
use crate::tui::paint;
use crate::tui::palette;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::threads::Threads;
use crate::tui::{form, help};

/// The widest a list or a question gets.
const WIDEST: u16 = 76;
/// Rows of a text to read that are not its own: the frame, a blank row and the keys.
const AROUND_PAGE: u16 = 4;
/// Rows of a list to choose from.
const LISTED: u16 = 10;

/// Paints a dialog over `area`; returns where the caret is, if it has one.
pub fn draw(
    dialog: &Dialog,
    (register, threads): (&Register, &Threads),
    buffer: &mut Canvas<'_>,
    area: Rect,
    look: &Look,
) -> Option<Position> {
    buffer.cover();
    match dialog {
        Dialog::Form(dialog) => form::draw(&dialog.form, buffer, area, &keys::hints(Place::Form, look.text), look),
        Dialog::Pick(dialog) => Some(draw_pick(&dialog.pick, buffer, area, look)),
        Dialog::Gather(list) => Some(list.draw(buffer, area, look)),
        Dialog::Find(dialog) => Some(super::find::draw(dialog, register, threads, buffer, area, look)),
        Dialog::Found(pick) => Some(draw_pick(pick, buffer, area, look)),
        Dialog::Palette(prompt) => Some(palette::draw(prompt, buffer, area, look)),
        Dialog::Page { title, lines, top } => {
            draw_page(title, lines, *top, buffer, area, look);
            None
        }
        Dialog::Confirm(question) => {
            draw_question(*question, register, buffer, area, look);
            None
        }
        Dialog::Signing(pick) => Some(draw_pick(pick, buffer, area, look)),
        Dialog::Phrases(pick) => Some(draw_pick(pick, buffer, area, look)),
        Dialog::Who(pick) => Some(draw_pick(pick, buffer, area, look)),
        Dialog::Help(help) => {
            help::draw(help, buffer, area, look);
            None
        }
    }
}

fn draw_pick<T: Copy>(pick: &Pick<T>, buffer: &mut Canvas<'_>, area: Rect, look: &Look) -> Position {
    // As high as the whole list needs: the box does not jump while typing narrows it.
    let rows = u16::try_from(pick.size()).unwrap_or(LISTED).clamp(1, LISTED);
    let outer = paint::centred(area, WIDEST, rows + 5);
    let inside = paint::titled_box(buffer, outer, pick.title(), look.palette);
    let used = paint::put(buffer, inside, 0, 0, look.text.filter(), look.palette.style(Tone::Dim)) + 1;
    let input = Rect { x: inside.x + used, width: inside.width.saturating_sub(used), height: 1, ..inside };
    let caret = pick.filter().draw(buffer, input, look.palette.style(Tone::Plain));
    let list = Rect { y: inside.y + 1, height: inside.height.saturating_sub(3), ..inside };
    if pick.listed() == 0 {
        paint::put(buffer, list, 0, 0, look.text.nothing_found(), look.palette.style(Tone::Dim));
    }
    let needle = Needle::new(&pick.filter().text());
    for (row, at) in (0..).zip(more::list(pick.cursor(), pick.listed(), buffer, list, look)) {
        buffer.row_spot(list, row, Spot::Row(at));
        let selected = at == pick.cursor();
        let tone = if selected { Tone::Selected } else { Tone::Plain };
        let mark = if selected { "> " } else { "  " };
        paint::pieces(buffer, list, row, &[(mark, tone), (&pick.label(at), tone)], look.palette);
        paint::highlight(buffer, list, row, look.palette.matched(), |text| needle.ranges_in(text));
    }
    paint::key_line(
        buffer,
        inside,
        inside.height.saturating_sub(1),
        &keys::hints(Place::Pick, look.text),
        look.palette,
    );
    caret
}

fn draw_question(question: Question, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let sentence = match question {
        Question::Discard => look.text.ask_discard().to_owned(),
        Question::Quit => look.text.ask_quit().to_owned(),
        Question::Act(matter, Act::Close, _) => {
            let tasks = register.matter(matter).into_iter().flat_map(|matter| register.unaccepted(matter));
            let tasks: Vec<_> = tasks.map(|task| register.id(task.key)).collect();
            look.text.ask_close(&look.text.listed(&tasks))
        }
        Question::Act(..) | Question::MeetingAct(MeetingAct::Adjourn) => look.text.ask_adjourn().to_owned(),
        Question::Seal { all: false } => look.text.sign_ask_seal_open().to_owned(),
        Question::MeetingAct(_) | Question::Seal { all: true } => look.text.ask_seal().to_owned(),
    };
    paint::question(buffer, area, &sentence, &keys::hints(question.place(), look.text), look.palette);
}

/// The first row of the last page of a text to read, on a screen of this size.
#[must_use]
pub fn page_end(lines: &[String], size: Size) -> usize {
    let rows = page_rows(lines, size.width).len();
    let room = Rect { height: size.height.saturating_sub(AROUND_PAGE), ..Rect::default() };
    more::rows(rows, rows, room).start
}

/// A text to read as the rows it takes on a screen this wide.
fn page_rows(lines: &[String], width: u16) -> Vec<String> {
    let wrapped = |line: &String| -> Vec<String> {
        let rows = wrap::wrap(line, usize::from(WIDEST.min(width).saturating_sub(4)));
        rows.into_iter().map(|row| line[row].trim_end().to_owned()).collect()
    };
    lines.iter().flat_map(wrapped).collect()
}

/// A text, wrapped; as high as it needs.
fn draw_page(title: &str, lines: &[String], top: usize, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let rows = page_rows(lines, area.width);
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(AROUND_PAGE);
    let inside = paint::titled_box(buffer, paint::centred(area, WIDEST, height), title, look.palette);
    let room = Rect { height: inside.height.saturating_sub(2), ..inside };
    for (y, row) in (0..).zip(&rows[more::text(top, rows.len(), buffer, room, look)]) {
        paint::put(buffer, inside, y, 0, row, look.palette.style(Tone::Plain));
    }
    let last = inside.height.saturating_sub(1);
    paint::key_line(buffer, inside, last, &keys::hints(Place::Page, look.text), look.palette);
}
