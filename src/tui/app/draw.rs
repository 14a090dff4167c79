//! One frame: the top line, the work, the message, the keys, and the dialogs over them. Looks, and changes nothing.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::hints::hints;
use super::{App, Message, Screen};
use crate::cells::wrap;
use crate::domain::register::Register;
use crate::tui::dialog;
use crate::tui::keys::{self, Action, Binding, Place};
use crate::tui::live;
use crate::tui::narrowing;
use crate::tui::paint::{self, KeyHint};
use crate::tui::present::{self, Wall};
use crate::tui::screen::{board, log, matter, meeting, meetings, month, notices, people, tasks, today};
use crate::tui::sign;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::world::World;

/// Rows of the frame above the work: the top line and a blank one.
const ABOVE: u16 = 2;
/// Rows of the frame below the work: message and keys.
const BELOW: u16 = 2;

/// What ails the record, as the top line says it as long as it does.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Trouble {
    /// The council's folder cannot be read for now.
    pub(super) gone: bool,
    /// Something is wrong that somebody should look into.
    pub(super) unsound: bool,
}

/// The area a screen of this size leaves for the work.
pub(super) fn work_area(size: Size) -> Rect {
    let height = size.height.saturating_sub(ABOVE + BELOW);
    Rect::new(1, ABOVE, size.width.saturating_sub(2), height)
}

/// Paints everything.
pub fn draw(app: &App, world: &World<'_>, frame: &mut Frame<'_>) {
    if let Some(caret) = paint(app, world, &mut Canvas::new(frame.buffer_mut())) {
        frame.set_cursor_position(caret);
    }
}

/// Paints everything and says what lies where; returns where the caret is, if there is one.
pub(super) fn paint(app: &App, world: &World<'_>, buffer: &mut Canvas<'_>) -> Option<Position> {
    let area = buffer.area;
    let look = app.look(world);
    buffer.set_style(area, look.palette.ground());
    if paint::says_too_small(buffer, area, look.text, look.palette) {
        return None;
    }
    // The room has a top line of its own.
    if !matches!(app.screen, Screen::Live(_)) {
        draw_top(app, world.context.by, buffer, &look);
    }
    let mut work = work_area(area.as_size());
    let mut caret = None;
    if app.narrow.is_on() {
        caret = draw_narrow(app, world, buffer, work, &look);
        work = narrowed(work);
    }
    match &app.screen {
        _ if app.narrow.is_on() && (app.narrow.waits() || app.listed() == 0) => {
            let said = if app.narrow.waits() {
                look.text.find_gathering()
            } else {
                &look.text.narrowed_to_nothing(keys::shown(Action::Back), keys::shown(Action::Find))
            };
            paint::put(buffer, work, 0, 0, said, look.palette.style(Tone::Plain));
        }
        Screen::Board => board::draw(&app.board, &app.threads, world.register, buffer, work, &look),
        Screen::Meetings(screen) => meetings::draw(screen, &app.threads, world, buffer, work, &look),
        Screen::Month(screen) => month::draw(screen, world, buffer, work, &look),
        Screen::Meeting(screen) => caret = meeting::draw(screen, world.register, buffer, work, &look),
        Screen::Live(room) => {
            let way = app.on_their_way(room.key());
            caret = live::draw(room, &way, world, buffer, super::live::room_area(area.as_size()), &look);
        }
        Screen::Sign(screen) => sign::draw(screen, &app.narrow, world.register, buffer, work, &look),
        Screen::Tasks(screen) => tasks::draw(screen, &app.threads, world.register, buffer, work, &look),
        Screen::People(screen) => people::draw(screen, world.register, buffer, work, &look),
        Screen::Notices(screen) => notices::draw(screen, world.register, buffer, work, &look),
        Screen::Log(screen) => log::draw(screen, &app.threads, world.register, buffer, work, &look),
        Screen::Today(screen) => today::draw(screen, &app.threads, world.register, buffer, work, &look),
        Screen::Matter(screen) => matter::draw(screen, &app.threads, world.register, buffer, work, &look),
    }
    if app.narrow.is_on() {
        for row in 0..work.height {
            paint::highlight(buffer, work, row, look.palette.matched(), |text| app.narrow.ranges_in(text));
        }
    }
    let line = Rect::new(1, area.height - BELOW, area.width - 2, BELOW);
    if let Some(message) = &app.message {
        draw_message(message, app.place(), buffer, line, &look);
    } else if app.dialogs.is_empty() {
        draw_hands(app, world.register, buffer, line, &look);
    }
    // A dialog shows its own keys; those of the screen below it do nothing now.
    if app.dialogs.is_empty() {
        paint::key_line(buffer, line, 1, &hints(app, world), look.palette);
    }
    for dialog in &app.dialogs {
        caret = dialog::draw(dialog, (world.register, &app.threads), buffer, area, &look);
    }
    if let Some(meeting) = app.wall {
        buffer.cover();
        present::paint(
            &Wall { register: world.register, meeting, is_over: true, is_gone: app.trouble.gone, look },
            buffer,
        );
        return None;
    }
    caret
}

impl App {
    /// The area that the list on screen has: the work, less what the query above a narrowed list takes of it.
    pub(super) fn list_area(&self) -> Rect {
        let work = work_area(self.size);
        if self.narrow.is_on() { narrowed(work) } else { work }
    }
}

/// What the query above a narrowed list leaves for the list.
fn narrowed(work: Rect) -> Rect {
    let rows = narrowing::ROWS.min(work.height);
    Rect { y: work.y + rows, height: work.height - rows, ..work }
}

/// The query above the list, and what it leaves of it.
fn draw_narrow(app: &App, world: &World<'_>, buffer: &mut Buffer, work: Rect, look: &Look) -> Option<Position> {
    let count = match &app.screen {
        Screen::Log(log) => log.found(world.register, look).unwrap_or_default(),
        _ => look.text.narrowed(app.listed()),
    };
    app.narrow.draw(&count, buffer, work, look)
}

/// Council, day and, where there is room, who sits here on the left; what needs someone on the right.
fn draw_top(app: &App, by: &str, buffer: &mut Buffer, look: &Look) {
    let area = Rect { x: 1, width: buffer.area.width - 2, height: 1, ..buffer.area };
    let needs = app.board.needs();
    let mut right: Vec<(String, Tone)> = Vec::new();
    if app.trouble.gone {
        right.push((look.text.state_gone().to_owned(), Tone::Late));
    }
    if app.read_only {
        right.push((look.text.state_read_only().to_owned(), Tone::Near));
    }
    let before = right.len();
    if needs.overdue > 0 {
        right.push((look.text.needs_overdue(needs.overdue), Tone::Late));
    }
    if needs.near > 0 {
        right.push((look.text.needs_near(needs.near), Tone::Note));
    }
    if needs.to_tell > 0 {
        right.push((look.text.needs_telling(needs.to_tell), Tone::Near));
    }
    if needs.overdue + needs.near + needs.to_tell == 0 {
        right.push((look.text.needs_nothing().to_owned(), Tone::Dim));
    }
    if app.trouble.unsound {
        // Where the whole mark would take the council's name from the left, a word will do.
        let used: usize = right.iter().map(|(text, _)| wrap::width(text) + 2).sum();
        let whole = look.text.state_unsound();
        let fits = used + wrap::width(whole) + 2 + wrap::width(&app.council) <= usize::from(area.width);
        let mark = if fits { whole } else { look.text.state_unsound_short() };
        right.insert(before, (mark.to_owned(), Tone::Near));
    }
    let cells: usize = right.iter().map(|(text, _)| wrap::width(text) + 2).sum::<usize>() - 2;
    let cells = u16::try_from(cells).unwrap_or(u16::MAX).min(area.width);
    let mut at = area.width - cells;
    let left = Rect { width: at.saturating_sub(2), ..area };
    let day = look.text.date(look.today(), look.today());
    let mut pieces = vec![(app.council.as_str(), Tone::Heading)];
    // What there is no room for is left out: who sits here first, the name of the screen last.
    for piece in [(screen_name(&app.screen, look), Tone::Key), (day.as_str(), Tone::Dim), (by, Tone::Dim)] {
        let used: usize = pieces.iter().map(|(piece, _)| wrap::width(piece)).sum();
        if !piece.0.is_empty() && used + 2 + wrap::width(piece.0) <= usize::from(left.width) {
            pieces.extend([("  ", Tone::Plain), piece]);
        }
    }
    paint::pieces(buffer, left, 0, &pieces, look.palette);
    for (text, tone) in &right {
        at += paint::put(buffer, area, 0, at, text, look.palette.style(*tone)) + 2;
    }
}

/// What a list is called. The board is known by its columns, and a matter or a meeting by its title.
fn screen_name(screen: &Screen, look: &Look) -> &'static str {
    match screen {
        Screen::Board | Screen::Matter(_) | Screen::Meeting(_) | Screen::Live(_) => "",
        Screen::Sign(_) => look.text.key_sign(),
        Screen::Meetings(_) | Screen::Month(_) => look.text.key_meetings(),
        Screen::Tasks(_) => look.text.key_tasks(),
        Screen::People(_) => look.text.key_people(),
        Screen::Today(_) => look.text.key_today(),
        Screen::Notices(_) => look.text.key_notices(),
        Screen::Log(_) => look.text.key_log(),
    }
}

/// How many are marked; else what the act keys do on what is selected, behind the whole of its title where a card may
/// be too narrow for that.
fn draw_hands(app: &App, register: &Register, buffer: &mut Canvas<'_>, line: Rect, look: &Look) {
    let marked = app.marks();
    if marked > 0 {
        paint::put(buffer, line, 0, 0, &look.text.marked(marked), look.palette.style(Tone::Key));
        return;
    }
    if !matches!(app.screen, Screen::Board | Screen::Tasks(_) | Screen::Today(_)) {
        return;
    }
    let mut used = 0;
    if let (Screen::Board, Some(matter)) = (&app.screen, app.board.selected().and_then(|key| register.matter(key))) {
        let half = Rect { width: line.width / 2, ..line };
        used = paint::put(buffer, half, 0, 0, &matter.title, look.palette.style(Tone::Dim)) + 3;
    }
    let lawful = app.offers.iter().filter(|offer| offer.aims.is_ok());
    let hints: Vec<_> = lawful
        .map(|offer| KeyHint {
            key: keys::shown(Action::Act(offer.act)).to_owned(),
            label: offer.act.label(look.text).to_owned(),
            importance: 1,
            action: Action::Act(offer.act),
        })
        .collect();
    let rest = Rect { x: line.x + used, width: line.width.saturating_sub(used), ..line };
    paint::key_line(buffer, rest, 0, &hints, look.palette);
}

/// The sentence, cut where it must be, and whole behind it the keys that follow from it or take it back.
fn draw_message(message: &Message, place: Place, buffer: &mut Canvas<'_>, line: Rect, look: &Look) {
    let bound = |offer: &Action| keys::bindings(place).find(|binding| binding.action == *offer);
    let offers: Vec<_> = message.offers.iter().filter_map(bound).collect();
    let cells = |binding: &Binding| wrap::width(binding.shown) + wrap::width((binding.label)(look.text)) + 4;
    let reserved: usize = offers.iter().map(|binding| cells(binding)).sum();
    let reserved = u16::try_from(reserved).unwrap_or(0).min(line.width);
    let room = Rect { width: line.width - reserved, ..line };
    let mut at = paint::put(buffer, room, 0, 0, &message.sentence, look.palette.style(message.tone));
    for binding in &offers {
        let label = (binding.label)(look.text);
        let area = Rect { x: line.x + at + 3, width: line.width.saturating_sub(at + 3), ..line };
        let used = paint::pieces(
            buffer,
            area,
            0,
            &[(binding.shown, Tone::Key), (" ", Tone::Plain), (label, Tone::Dim)],
            look.palette,
        );
        buffer.row_spot(Rect { width: used, ..area }, 0, Spot::Key(binding.action));
        at += used + 3;
    }
}
