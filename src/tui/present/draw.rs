//! How the wall looks: the meeting and the clock on top, what it is about below, the floor and the time used at the
//! bottom.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::sheet::Sheet;
use super::{Scene, Wall, agenda, digits, is_today, minutes, stopwatch, vote_on};
use crate::cells::wrap;
use crate::domain::ballot::Vote;
use crate::domain::meeting::{Item, Meeting};
use crate::domain::vote::{Measure, Verdict};
use crate::tui::keys::{self, Place};
use crate::tui::paint;
use crate::tui::spots::Canvas;
use crate::tui::style::Tone;

/// From this height on there is room for large digits.
const TALL: u16 = 20;
/// Rows of a title, a motion, a sentence of arithmetic.
const TITLE: u16 = 2;
const MOTION: u16 = 4;
const SENTENCE: u16 = 2;

/// Paints the wall.
pub fn draw(wall: &Wall<'_>, frame: &mut Frame<'_>) {
    paint(wall, frame.buffer_mut());
}

/// Paints the wall over whatever is there.
pub fn paint(wall: &Wall<'_>, buffer: &mut Buffer) {
    let (area, look) = (buffer.area, &wall.look);
    buffer.reset();
    buffer.set_style(area, look.palette.ground());
    if paint::says_too_small(buffer, area, look.text, look.palette) {
        return;
    }
    let mut sheet = Sheet::new(buffer, area, look.palette);
    let bottom = sheet.keep(1);
    let Some(meeting) = wall.register.meeting(wall.meeting) else {
        sheet.ends(("", Tone::Plain), (&look.text.time(look.now), Tone::Heading));
        sheet.gap();
        sheet.large(look.text.meeting_gone(), Tone::Plain, SENTENCE);
        return draw_bottom(wall, None, &mut sheet.at(bottom));
    };
    draw_top(wall, meeting, &mut sheet);
    sheet.gap();
    let today = look.today();
    match Scene::of(meeting) {
        Scene::Ahead => {
            let until = meeting.at - look.now;
            sheet.large(&look.text.wall_begins(&look.text.moment(meeting.at, today)), Tone::Heading, SENTENCE);
            let place = meeting.place.as_deref().unwrap_or_default();
            let soon = until.num_minutes() < 1;
            let left = look.text.wall_begins_in(&look.text.duration(until));
            let left = if soon { look.text.wall_about_to_begin() } else { left.as_str() };
            sheet.ends((place, Tone::Plain), (left, Tone::Note));
            sheet.gap();
            agenda::draw(wall, meeting, &mut sheet);
        }
        Scene::Item(item) => draw_item(wall, meeting, item, &mut sheet),
        Scene::Between => agenda::draw(wall, meeting, &mut sheet),
        Scene::Paused(pause) => {
            sheet.large(look.text.wall_paused(), Tone::Heading, 1);
            if let Some(until) = pause.until {
                let when = if is_today(until, look) { look.text.time(until) } else { look.text.moment(until, today) };
                sheet.words(&look.text.wall_goes_on(&when), Tone::Note, 1);
            }
            sheet.gap();
            agenda::draw(wall, meeting, &mut sheet);
        }
        Scene::Over => {
            let ended = meeting.adjourned_at.unwrap_or(meeting.at);
            let when = if is_today(ended, look) { look.text.time(ended) } else { look.text.moment(ended, today) };
            sheet.large(&look.text.wall_ended(&when), Tone::Heading, SENTENCE);
            sheet.gap();
            agenda::draw(wall, meeting, &mut sheet);
        }
        Scene::CalledOff => sheet.large(look.text.wall_called_off(), Tone::Heading, SENTENCE),
    }
    draw_bottom(wall, Some(meeting), &mut sheet.at(bottom));
}

/// The series with its number, the title, the clock.
fn draw_top(wall: &Wall<'_>, meeting: &Meeting, sheet: &mut Sheet<'_>) {
    let text = wall.look.text;
    let series = text.series_of(meeting);
    let title = [series.as_str(), &meeting.title].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let clock = text.time(wall.look.now);
    let clock = if wall.is_gone { format!("{}  {clock}", text.state_gone()) } else { clock };
    let tone = if wall.is_gone { Tone::Late } else { Tone::Heading };
    sheet.ends((&title.join(" · "), Tone::Heading), (&clock, tone));
}

/// How long the meeting has sat, and the key that leaves.
fn draw_bottom(wall: &Wall<'_>, meeting: Option<&Meeting>, sheet: &mut Sheet<'_>) {
    let (text, now) = (wall.look.text, wall.look.now);
    let area = sheet.area;
    let hints = keys::hints(if wall.is_over { Place::OverWall } else { Place::Wall }, text);
    let cells: usize = hints.iter().map(|hint| hint.key.len() + 1 + wrap::width(&hint.label)).sum();
    let cells = u16::try_from(cells).unwrap_or(u16::MAX).min(area.width);
    let right = Rect { x: area.right() - cells, width: cells, ..area };
    paint::key_line(&mut Canvas::new(sheet.buffer), right, 0, &hints, wall.look.palette);
    if let Some(meeting) = meeting.filter(|meeting| meeting.was_held()) {
        let sat = text.wall_session(minutes(meeting.sat(now)), meeting.planned_minutes(wall.register.rules()));
        sheet.area.width = area.width.saturating_sub(cells + 2);
        sheet.words(&sat, Tone::Dim, 1);
    }
}

/// An item under discussion: its title, what is proposed or decided, and below that the floor.
fn draw_item(wall: &Wall<'_>, meeting: &Meeting, item: &Item, sheet: &mut Sheet<'_>) {
    let (text, register, now) = (wall.look.text, wall.register, wall.look.now);
    let vote = vote_on(register, meeting, item).filter(|_| item.resolution.is_none());
    let is_tall = sheet.area.height + 3 >= TALL && vote.is_none() && meeting.floor.turn().is_some();
    draw_floor(wall, meeting, is_tall, sheet);
    let outline = meeting.outline();
    let place = outline.iter().position(|placed| placed.item.number == item.number).map_or(0, |at| at + 1);
    let used = minutes(meeting.used(now).get(&item.number).copied().unwrap_or_default());
    let (which, used) = (text.wall_item(place, outline.len()), text.wall_minutes(used, item.minutes));
    sheet.ends((&which, Tone::Dim), (&used, Tone::Dim));
    if sheet.is_roomy {
        sheet.gap();
    }
    sheet.large(agenda::title(item, register), Tone::Heading, TITLE);
    sheet.gap();
    if let Some(resolution) = &item.resolution {
        sheet.words(&text.wall_resolution(text.outcome(resolution.outcome)), Tone::Good, 1);
        let words = resolution.text.as_deref().unwrap_or_default();
        let most = sheet.area.height;
        sheet.large(words, Tone::Plain, most);
    } else if let Some(vote) = vote {
        draw_vote(wall, vote, sheet);
    } else if let Some(motion) = meeting.open_motion(register, Some(item.number)) {
        sheet.words(text.wall_motion(), Tone::Note, 1);
        sheet.large(&motion.text, Tone::Plain, MOTION);
    }
}

/// A vote as it grows, and what it comes to: who voted how is not shown.
fn draw_vote(wall: &Wall<'_>, vote: &Vote, sheet: &mut Sheet<'_>) {
    let text = wall.look.text;
    sheet.ends((text.wall_vote(), Tone::Note), (text.own(&vote.rule.title), Tone::Dim));
    sheet.large(&vote.question, Tone::Plain, SENTENCE);
    if sheet.is_roomy {
        sheet.gap();
    }
    if let Some(options) = &vote.options {
        for (at, name) in options.names.iter().enumerate() {
            sheet.large(&format!("{name}  {}", vote.votes_for(at)), Tone::Plain, 1);
        }
    } else {
        let of = |measure| Some(text.vote_sum(measure, &vote.counted(measure)?));
        for sum in Measure::ALL.iter().filter_map(|measure| of(*measure)) {
            sheet.large(&text.capital(&sum), Tone::Heading, 1);
        }
    }
    let finding = vote.closed.as_ref().map_or_else(|| vote.result(), |(_, finding)| finding.clone());
    if vote.options.is_none() || !vote.is_open() {
        for sentence in text.vote_arithmetic(vote, &finding) {
            sheet.words(&text.capital(&sentence), Tone::Plain, SENTENCE);
        }
    }
    let verdict = vote.closed.as_ref().map(|(_, finding)| finding.verdict);
    let tone = if verdict == Some(Verdict::Passed) { Tone::Good } else { Tone::Note };
    sheet.large(&text.capital(&text.vote_standing(vote)), tone, SENTENCE);
}

/// Who speaks, how long, and how many wait; nothing where nobody does either.
fn draw_floor(wall: &Wall<'_>, meeting: &Meeting, is_tall: bool, sheet: &mut Sheet<'_>) {
    let (text, register, now) = (wall.look.text, wall.register, wall.look.now);
    let waiting = meeting.floor.hands.len();
    let waits = if waiting > 0 { text.wall_waiting(waiting) } else { String::new() };
    let Some(turn) = meeting.floor.turn() else {
        if waiting > 0 {
            one_row(sheet, (text.wall_nobody_speaks(), Tone::Dim), (&waits, Tone::Note));
        }
        return;
    };
    let rule = register.rules().meeting(meeting.kind).speaking.unwrap_or_default();
    let spoken = meeting.spoken(now).unwrap_or_default();
    let over = meeting.time_left(&rule, now).filter(|left| *left < chrono::TimeDelta::zero());
    let limit = rule.turn_seconds.map(|seconds| chrono::TimeDelta::seconds(i64::from(seconds)));
    let limit = limit.map(|limit| text.wall_limit(&stopwatch(limit))).unwrap_or_default();
    let against = over.map_or(limit, |left| text.wall_overtime(&stopwatch(-left)));
    let tone = if over.is_some() { Tone::Late } else { Tone::Plain };
    let does = if turn.point_of_order { text.wall_order() } else { text.wall_speaks() };
    let name = text.person_named(register, turn.person);
    let body = register.person(turn.person).map(|person| text.body_named(register, person.body)).unwrap_or_default();
    let side = turn.stance.map(|stance| text.stance(stance)).unwrap_or_default();
    let whose = [body, side].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let timer = stopwatch(spoken);
    if !is_tall {
        let line = |parts: &[&str]| {
            let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
            parts.join("  ")
        };
        // Where there is no room for all, whose word it is gives way: the time is what the room must see.
        let full = line(&[does, name, &whose, &timer, &against]);
        let cells = wrap::width(&full) + wrap::width(&waits) + 2;
        let fits = cells <= usize::from(sheet.area.width);
        let shown = if fits { full } else { line(&[does, name, &timer, &against]) };
        return one_row(sheet, (&shown, tone), (&waits, Tone::Note));
    }
    let scale = if sheet.is_roomy { 2 } else { 1 };
    let (width, height) = digits::size(&timer, scale);
    let block = sheet.keep(height + scale);
    let mut sheet = sheet.at(block);
    let right = Rect { x: block.right().saturating_sub(width), width: width.min(block.width), ..block };
    digits::draw(sheet.buffer, right, &timer, scale, wall.look.palette.style(tone));
    sheet.area.width = block.width.saturating_sub(width + 2);
    for (sentence, tone) in
        [(does, Tone::Dim), (name, Tone::Heading), (&whose, Tone::Dim), (&against, tone), (&waits, Tone::Note)]
    {
        sheet.large(&text.capital(sentence), tone, 1);
        if scale > 1 {
            sheet.down(1);
        }
    }
}

/// The floor in one row, free rows around it.
fn one_row(sheet: &mut Sheet<'_>, left: (&str, Tone), right: (&str, Tone)) {
    let rows = sheet.keep(3);
    let mut sheet = sheet.at(rows);
    sheet.down(1);
    sheet.ends(left, right);
}
