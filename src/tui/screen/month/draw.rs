//! How a month looks: a row a week from Monday on, in every day its meetings; the meetings of the selected day in full
//! beside the month where there is room, else below it.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Month;
use crate::cells::wrap;
use crate::domain::calendar::Arranged;
use crate::domain::meeting::Meeting;
use crate::tui::due;
use crate::tui::keys::{self, Action};
use crate::tui::paint;
use crate::tui::screen::matter::{Row, parts, wrapped};
use crate::tui::split::{Pair, draw_beside};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::world::World;

/// From this width on the selected day stands beside the month.
const WIDE: u16 = 118;
/// Rows of a day: at least, at most.
const DAY: (u16, u16) = (2, 7);
/// Rows the selected day has below the month.
const BELOW: u16 = 6;
/// Rows above the weeks: the month, and the names of the days.
const HEAD: u16 = 2;

/// Paints the screen.
pub fn draw(screen: &Month, world: &World<'_>, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let weeks = screen.weeks();
    let rows = u16::try_from(weeks.len()).unwrap_or(6).max(1);
    let split = (area.width >= WIDE).then(|| look.panes.split(Pair::Month, area));
    let room = split.map_or(Rect { height: area.height.saturating_sub(BELOW), ..area }, |split| split.left);
    let (width, height) = (room.width / 7, (room.height.saturating_sub(HEAD) / rows).clamp(DAY.0, DAY.1));
    paint::put(buffer, room, 0, 0, &look.text.month_and_year(screen.day), look.palette.style(Tone::Heading));
    for (at, weekday) in (0..).zip(weeks.iter().flatten().take(7)) {
        let name = look.text.weekday_head(weekday.weekday());
        paint::put(buffer, room, 1, at * width + 1, name, look.palette.style(Tone::Dim));
    }
    for (at, day) in weeks.iter().flatten().enumerate() {
        let (row, column) = (u16::try_from(at / 7).unwrap_or(0), u16::try_from(at % 7).unwrap_or(0));
        let cell = Rect { x: area.x + column * width, y: area.y + HEAD + row * height, width, height };
        let cell = cell.intersection(area);
        draw_day(screen, *day, world, buffer, cell, look);
        for line in 0..cell.height {
            buffer.row_spot(cell, line, Spot::Row(at));
        }
    }
    let used = HEAD + rows * height;
    let below = Rect { y: area.y + used.min(area.height), height: area.height.saturating_sub(used), ..area };
    let detail = split.map_or(below, |split| {
        split.draw_line(buffer, look.palette);
        split.right
    });
    draw_beside(&told(screen, world, look, detail.width), buffer, detail, look);
}

/// A day: its number, today in brackets, how the calendar arranges it, and as much of its meetings as fits.
fn draw_day(screen: &Month, day: NaiveDate, world: &World<'_>, buffer: &mut Buffer, cell: Rect, look: &Look) {
    let inner = Rect { width: cell.width.saturating_sub(1), ..cell };
    let today = day == look.today();
    let number = if today { format!("[{}]", day.day()) } else { format!(" {} ", day.day()) };
    let tone = match (today, day.month() == screen.day.month()) {
        (true, _) => Tone::Heading,
        (false, true) => Tone::Plain,
        (false, false) => Tone::Dim,
    };
    let (arranged, mark) = arranged(day, world, look);
    paint::pieces(buffer, inner, 0, &[(&number, tone), (arranged, mark)], look.palette);
    let meetings: Vec<String> =
        screen.on(day).filter_map(|key| world.register.meeting(key)).map(|meeting| timed(meeting, look)).collect();
    let lines = as_fits(&meetings, usize::from(cell.height.saturating_sub(1)), usize::from(inner.width - 1), look);
    let tone = if tone == Tone::Dim { Tone::Dim } else { Tone::Note };
    for (row, line) in (1..).zip(&lines) {
        paint::put(buffer, inner, row, 1, line, look.palette.style(tone));
    }
    if day == screen.day {
        buffer.set_style(inner, look.palette.style(Tone::Selected));
    }
}

/// Meetings in so many rows: each on as many as it needs where all have room for that, else each on one, and how many more
/// there are.
fn as_fits(meetings: &[String], rows: usize, cells: usize, look: &Look) -> Vec<String> {
    if meetings.len() <= rows {
        let each = rows.checked_div(meetings.len()).unwrap_or(0);
        return meetings.iter().flat_map(|meeting| wrap::fold(meeting, cells, each)).map(str::to_owned).collect();
    }
    let shown = rows.saturating_sub(1);
    let rest = meetings.len() - shown;
    let more = if shown == 0 { look.text.meetings_there(rest) } else { look.text.meetings_more(rest) };
    meetings.iter().take(shown).cloned().chain([more]).collect()
}

/// What the calendar says of a day beyond the usual week.
fn arranged(day: NaiveDate, world: &World<'_>, look: &Look) -> (&'static str, Tone) {
    match world.context.calendar.arranged(day) {
        Some(Arranged::Rest) => (look.text.day_rest(), Tone::Good),
        Some(Arranged::Work) => (look.text.day_work(), Tone::Near),
        None => ("", Tone::Plain),
    }
}

/// The selected day and its meetings in full.
fn told(screen: &Month, world: &World<'_>, look: &Look, width: u16) -> Vec<Row> {
    let day = screen.day;
    let mut head = vec![(look.text.date(day, look.today()), Tone::Heading)];
    let (arranged, tone) = arranged(day, world, look);
    if !arranged.is_empty() {
        head.push((format!("  {arranged}"), tone));
    }
    let mut rows = vec![head];
    if screen.on(day).len() == 0 {
        let none = if day < look.today() {
            look.text.no_meeting_then().to_owned()
        } else {
            look.text.no_meeting_that_day(keys::shown(Action::Convene))
        };
        wrapped(&mut rows, "", &none, 0, width, (Tone::Dim, Tone::Dim));
    }
    if !world.context.calendar.knows(day.year()) {
        let unknown = look.text.holidays_unknown(day.year());
        wrapped(&mut rows, "", &unknown, 0, width, (Tone::Dim, Tone::Near));
    }
    for meeting in screen.on(day).filter_map(|key| world.register.meeting(key)) {
        let time = look.text.time(meeting.at) + " ";
        let label = u16::try_from(wrap::width(&time)).unwrap_or(0);
        wrapped(&mut rows, &time, &meeting.title, label, width, (Tone::Key, Tone::Plain));
        let more = [
            due::state(look, meeting),
            look.text.items(meeting.items().count()),
            meeting.place.clone().unwrap_or_default(),
        ];
        parts(&mut rows, "", &more, label, width, (Tone::Dim, Tone::Dim));
    }
    rows
}

fn timed(meeting: &Meeting, look: &Look) -> String {
    format!("{} {}", look.text.time(meeting.at), meeting.title)
}
