//! How the room looks: one line about the meeting, the agenda and the floor, the minutes growing, and the line that is
//! being written. The minutes stand in the same place whatever is shown beside them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::minutes::{self, Unsaved};
use super::names::Names;
use super::reading::{Draft, Kind, Makes};
use super::roll::{Roll, Stranger};
use super::update::is_over;
use super::{Live, Menu, Mode, Pane, drafts, side};
use crate::cells::clean::clean;
use crate::cells::wrap;
use crate::domain::code::{NoteKind, Outcome};
use crate::domain::command::Command;
use crate::domain::meeting::{Meeting, MeetingState, Room};
use crate::domain::refusal::Refusal;
use crate::tui::keys::{self, Action, Place};
use crate::tui::live::LiveAct;
use crate::tui::more::{self, Count};
use crate::tui::paint;
use crate::tui::screen::matter::{Row, draw_rows, flow};
use crate::tui::split::{Pair, Panes, Split};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};
use crate::tui::world::World;

/// From this width on, agenda and floor stand beside the minutes.
const WIDE: u16 = 110;
/// Rows the line takes at least; and at most. A menu finds room in the least.
const LINE: (u16, u16) = (2, 4);
/// From this height on the line may take all of them.
const HIGH: u16 = 22;
/// Cells that the title of the meeting keeps, whatever else there is to say.
const TITLE: usize = 12;
/// What stands before the line.
const PROMPT: &str = "› ";

/// What is written in the line takes so many cells on a screen of this width.
#[must_use]
pub fn line_width(area: Rect, panes: &Panes) -> u16 {
    columns(area, panes).1.width.saturating_sub(2)
}

/// Paints the room; returns where the caret is.
pub fn draw(
    live: &Live,
    on_their_way: &[Draft],
    world: &World<'_>,
    buffer: &mut Canvas<'_>,
    area: Rect,
    look: &Look,
) -> Option<Position> {
    let register = world.register;
    let Some(meeting) = live.meeting(register) else {
        paint::put(buffer, area, 0, 0, look.text.meeting_gone(), look.palette.style(Tone::Note));
        return None;
    };
    let names = live.names(register, meeting, look);
    draw_rows(&[head(&names, on_their_way.len(), area.width)], 0, buffer, Rect { height: 1, ..area }, look);
    let (split, main) = columns(area, &look.panes);
    match split {
        Some(split) => {
            draw_beside(live, &names, buffer, split.left);
            split.draw_line(buffer, look.palette);
        }
        None => draw_above(&names, buffer, Rect { y: area.y + 1, height: 2, ..area }),
    }
    let most = if area.height >= HIGH { LINE.1 } else { LINE.0 };
    let line_rows = u16::try_from(live.editor.rows(main.width.saturating_sub(2))).unwrap_or(most).clamp(LINE.0, most);
    let foot = Rect { y: main.bottom().saturating_sub(line_rows + 1), height: line_rows + 1, ..main };
    let body = Rect { height: main.height.saturating_sub(line_rows + 1), ..main };
    match (&live.mode, live.pane) {
        (Mode::Roll(roll), _) => draw_roll(roll, &names, buffer, body),
        (_, Pane::Agenda) => draw_rows(&side::agenda(&names, live.item, body.width), 0, buffer, body, look),
        (_, Pane::People) => draw_rows(&side::people(&names, body.width), 0, buffer, body, look),
        (_, Pane::Minutes) => {
            let below = draw_minutes(live, on_their_way, &names, buffer, body);
            return draw_foot(live, &names, world, below, buffer, foot);
        }
    }
    draw_foot(live, &names, world, 0, buffer, foot)
}

/// The minutes with the line below them; and how they and what stands beside them part the room, if something does.
fn columns(area: Rect, panes: &Panes) -> (Option<Split>, Rect) {
    if area.width + 2 < WIDE {
        return (None, Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area });
    }
    let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let split = panes.split(Pair::Room, below);
    (Some(split), split.right)
}

/// The title, how long it has sat of how long it is planned for, who is here, what is missing.
fn head(names: &Names<'_>, on_their_way: usize, width: u16) -> Row {
    let Names { register, meeting, look, .. } = *names;
    let text = look.text;
    let title = match text.series_of(meeting) {
        series if series.is_empty() => meeting.title.clone(),
        series => format!("{}  {series}", meeting.title),
    };
    // While its clock runs it is plainly in session.
    let mut row: Row = state_of(meeting, look).map(|state| (format!("  {state}"), Tone::Near)).into_iter().collect();
    let planned = meeting.planned_minutes(register.rules()).map(|minutes| format!("/{}", text.minutes(minutes.into())));
    let sat = side::clock(meeting.sat(meeting.adjourned_at.unwrap_or(look.now)));
    row.push((format!("  {sat}{}", planned.unwrap_or_default()), Tone::Plain));
    let room = Room::now(register, meeting, look.now);
    row.push(("   ".to_owned(), Tone::Plain));
    row.extend(side::quorum(names, &room));
    row.extend(side::missing(names, &room).map(|(missing, tone)| (format!("   {missing}"), tone)));
    if on_their_way > 1 {
        row.push((format!("   {}", text.live_saving(on_their_way)), Tone::Note));
    }
    let cells: usize = row.iter().map(|(piece, _)| wrap::width(piece)).sum();
    let room = usize::from(width).saturating_sub(cells).max(TITLE);
    row.insert(0, (wrap::truncate(&clean(&title), room).into_owned(), Tone::Heading));
    row
}

/// Where it stands, unless it is in session.
fn state_of(meeting: &Meeting, look: &Look) -> Option<String> {
    match (&meeting.paused, meeting.state) {
        (Some(pause), _) => Some(match pause.until {
            Some(until) => look.text.live_paused_until(&look.text.moment(until, look.today())),
            None => look.text.live_paused().to_owned(),
        }),
        (None, MeetingState::Open) => None,
        (None, state) => Some(look.text.meeting_state(state).to_owned()),
    }
}

/// Agenda and floor in a line each, where there is no room beside the minutes.
fn draw_above(names: &Names<'_>, buffer: &mut Buffer, area: Rect) {
    draw_rows(&[side::agenda_line(names), side::floor_line(names)], 0, buffer, area, names.look);
}

/// Agenda, floor and who is here, one below the other; the agenda gives way where it is long.
fn draw_beside(live: &Live, names: &Names<'_>, buffer: &mut Canvas<'_>, area: Rect) {
    let (text, look) = (names.text(), names.look);
    let heading = |title: &str| vec![(title.to_owned(), Tone::Heading)];
    let selected = live.item.filter(|_| matches!(live.mode, Mode::Letters));
    let agenda = side::agenda(names, selected, area.width);
    let mut below: Vec<Row> = vec![Vec::new(), heading(text.live_floor())];
    below.extend(side::floor(names, area.width));
    below.extend([Vec::new(), heading(text.live_room())]);
    below.extend(side::room(names));
    let height = usize::from(area.height).saturating_sub(1);
    let most = height.saturating_sub(below.len()).max(height / 3);
    let at = agenda_row(names, selected);
    let list = Rect { y: area.y + 1, height: u16::try_from(most.min(agenda.len())).unwrap_or(area.height), ..area };
    let shown = match look.panes.top {
        Some(top) => more::rows(top, agenda.len(), list),
        None => more::window(at, agenda.len(), list),
    };
    draw_rows(&[heading(text.live_agenda())], 0, buffer, area, look);
    more::sign(&shown, agenda.len(), Count::Rows, buffer, list, look);
    buffer.spot(area, Spot::Beside { top: shown.start, most: agenda.len() - shown.len() });
    draw_rows(&agenda[shown], 0, buffer, list, look);
    let rest = Rect { y: list.bottom(), height: area.bottom().saturating_sub(list.bottom()), ..area };
    draw_rows(&below, 0, buffer, rest, look);
}

/// The row of the selected item, or of the one under discussion.
fn agenda_row(names: &Names<'_>, selected: Option<u32>) -> usize {
    let wanted = selected.or(names.meeting.current);
    names.meeting.outline().iter().position(|placed| Some(placed.item.number) == wanted).unwrap_or(0)
}

/// Paints the minutes; returns the rows that are out of sight below.
fn draw_minutes(live: &Live, on_their_way: &[Draft], names: &Names<'_>, buffer: &mut Buffer, area: Rect) -> usize {
    let refused = live.refused.iter().map(|(draft, why)| Unsaved { draft, why: Some(why) });
    let way = on_their_way.iter().map(|draft| Unsaved { draft, why: None });
    let unsaved: Vec<Unsaved<'_>> = refused.chain(way).collect();
    let which = (live.scroll, live.editing);
    let size = (area.width, area.height);
    let seen = minutes::seen(names.meeting, names.register, &unsaved, which, size, names.look);
    if names.meeting.notes.is_empty() && unsaved.is_empty() && !is_over(names.meeting) {
        let below = u16::try_from(seen.rows.len() + 1).unwrap_or(u16::MAX);
        paint::put(
            buffer,
            area,
            below,
            0,
            &names.text().live_empty(keys::shown(Action::Live(LiveAct::Enter))),
            names.look.palette.style(Tone::Dim),
        );
    }
    draw_rows(&seen.rows, 0, buffer, area, names.look);
    for row in seen.changing {
        paint::tint(buffer, area, u16::try_from(row).unwrap_or(u16::MAX), names.look.palette.style(Tone::Selected));
    }
    seen.below
}

fn draw_roll(roll: &Roll, names: &Names<'_>, buffer: &mut Buffer, area: Rect) {
    let (text, palette) = (names.text(), names.look.palette);
    let marks = names.meeting.attendance();
    let listed = roll.listed(names);
    let shown = more::list(roll.cursor, listed.len(), buffer, area, names.look);
    for (y, at) in (0..).zip(shown) {
        let person = listed[at].person;
        let mark = marks.iter().find(|mark| mark.person == person.key);
        let proxy = mark.and_then(|mark| mark.by_proxy).map(|holder| text.person_named(names.register, holder));
        let state = mark.map(|mark| {
            let state = text.attendance(mark.state);
            let state = proxy.map_or_else(|| state.to_owned(), |holder| text.bracketed(state, holder));
            format!("{state} {}", text.time(mark.at))
        });
        let hand = names.meeting.floor.hand(person.key).map(|_| format!("  {}", text.live_hand()));
        let row: Row = vec![
            (format!("{:>3}  ", listed[at].number), Tone::Dim),
            (wrap::pad(&clean(&person.name), 14), Tone::Plain),
            (wrap::pad(&clean(text.body_named(names.register, person.body)), 18), Tone::Dim),
            (state.unwrap_or_default(), Tone::Good),
            (hand.unwrap_or_default(), Tone::Note),
        ];
        draw_rows(&[row], 0, buffer, Rect { y: area.y + y, height: 1, ..area }, names.look);
        if at == roll.cursor {
            paint::tint(buffer, area, y, palette.style(Tone::Selected));
        }
    }
    if listed.is_empty() {
        let said = match roll.stranger(names) {
            Some(Stranger::Named(name, body)) => text.live_stranger(&names.stranger(&name, body.as_deref())),
            Some(Stranger::NoName) => text.live_no_name(keys::shown(Action::Live(LiveAct::Close))),
            None => text.live_nobody_left().to_owned(),
        };
        paint::put(buffer, area, 0, 0, &said, palette.style(Tone::Note));
        if roll.is_warned {
            paint::tint(buffer, area, 0, palette.style(Tone::Selected));
        }
    }
}

/// The rule above the line, with what it will be recorded as, and the line; returns where the caret is.
fn draw_foot(
    live: &Live,
    names: &Names<'_>,
    world: &World<'_>,
    below: usize,
    buffer: &mut Buffer,
    area: Rect,
) -> Option<Position> {
    let (text, palette) = (names.text(), names.look.palette);
    let told = match &live.mode {
        Mode::Roll(roll) => {
            let marked = names.meeting.attendance().len();
            let turns = roll.next_title(text).map(|next| format!("  {}", text.live_tab(next))).unwrap_or_default();
            (format!("{}{turns}  {}", roll.title(names), text.live_marked(marked)), Tone::Heading)
        }
        Mode::Menu(Menu::Kinds) => (text.key_note_kind().to_owned(), Tone::Heading),
        Mode::Menu(Menu::Outcomes) => (text.live_resolution().to_owned(), Tone::Heading),
        Mode::Menu(Menu::Break) => (text.key_break().to_owned(), Tone::Heading),
        Mode::Write | Mode::Letters => told_of(live, names, world),
    };
    let below = if below > 0 {
        format!(" {}", text.live_more_below(below, keys::shown(Action::PageDown)))
    } else {
        String::new()
    };
    let told_cells = usize::from(area.width).saturating_sub(wrap::width(&below) + 5);
    let said = wrap::truncate(&clean(&told.0), told_cells).into_owned();
    let rest = usize::from(area.width).saturating_sub(wrap::width(&said) + wrap::width(&below) + 4);
    let rule: Row = vec![
        ("── ".to_owned(), Tone::Dim),
        (said, told.1),
        (format!(" {}", "─".repeat(rest)), Tone::Dim),
        (below, Tone::Note),
    ];
    draw_rows(&[rule], 0, buffer, Rect { height: 1, ..area }, names.look);
    let rows = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    if let Mode::Menu(menu) = live.mode {
        let words = menu_words(menu, live, names);
        let words: Vec<(&str, &str)> = words.iter().map(|(key, word)| (key.as_str(), *word)).collect();
        // A menu has no heading of its own: the rule above it says what is chosen.
        draw_rows(&flow("", &words, rows.width, (Tone::Key, Tone::Plain)), 0, buffer, rows, names.look);
        return None;
    }
    let prompt_tone = if matches!(live.mode, Mode::Letters) { Tone::Dim } else { Tone::Key };
    paint::put(buffer, rows, 0, 0, PROMPT, palette.style(prompt_tone));
    let written = Rect { x: rows.x + 2, width: rows.width.saturating_sub(2), ..rows };
    match &live.mode {
        Mode::Roll(roll) => Some(roll.filter.draw(buffer, written, palette.style(Tone::Plain))),
        Mode::Letters => {
            live.editor.draw(buffer, written, palette.style(Tone::Dim));
            None
        }
        _ => {
            if let Some(motion) = live.motion_at_hand(names) {
                let hint =
                    text.live_adopts(keys::shown_in(Place::Live, Action::Live(LiveAct::Enter)), &clean(&motion.text));
                paint::put(buffer, written, 0, 0, &hint, palette.style(Tone::Dim));
            } else if live.is_blank() && live.kind == Kind::default() && names.meeting.state == MeetingState::Open {
                let hint = text.live_signs(keys::shown_in(Place::Live, Action::Help));
                paint::put(buffer, written, 0, 0, &hint, palette.style(Tone::Dim));
            }
            Some(live.editor.draw(buffer, written, palette.style(Tone::Plain)))
        }
    }
}

/// What the line will be recorded as, or why it cannot be read.
fn told_of(live: &Live, names: &Names<'_>, world: &World<'_>) -> (String, Tone) {
    if is_over(names.meeting) {
        let said = if live.is_blank() { names.text().live_over() } else { names.text().live_over_written() };
        return (said.to_owned(), Tone::Note);
    }
    if names.meeting.state != MeetingState::Open {
        return (names.text().live_not_open().to_owned(), Tone::Near);
    }
    if let Some(item) = live.item_written(names.meeting) {
        return (names.text().live_goes_to(item), Tone::Key);
    }
    let draft = live.draft();
    match draft.read(names) {
        Ok(reading) => {
            let tone = match (&reading.makes, draft.kind) {
                (Makes::Task(_), _) => Tone::Near,
                (Makes::Command(command), _) if matches!(command.as_ref(), Command::AssignTask(_)) => {
                    match world.ask(command) {
                        Err(Refusal::NotResolved { .. }) => {
                            let resolve = keys::shown(Action::Live(LiveAct::Resolve));
                            return (names.text().live_resolve_first(resolve), Tone::Late);
                        }
                        Err(refusal) => return (names.text().refusal(&refusal), Tone::Late),
                        Ok(_) => Tone::Key,
                    }
                }
                (_, Kind::Note(NoteKind::Remark)) => Tone::Plain,
                _ => Tone::Key,
            };
            (reading.told, tone)
        }
        Err(why) => (why, Tone::Late),
    }
}

fn menu_words(menu: Menu, live: &Live, names: &Names<'_>) -> Vec<(String, &'static str)> {
    let text = names.text();
    let words: Vec<&'static str> = match menu {
        Menu::Kinds => NoteKind::ALL.iter().map(|kind| text.note_kind(*kind)).collect(),
        Menu::Outcomes => Outcome::ALL.iter().map(|outcome| text.outcome(*outcome)).collect(),
        Menu::Break => drafts::breaks(names.meeting, names.look),
    };
    let chosen = |at: usize| match (menu, live.kind) {
        (Menu::Kinds, Kind::Note(kind)) => NoteKind::ALL.get(at) == Some(&kind),
        _ => false,
    };
    let key = |at: usize| if chosen(at) { format!("▸{}", at + 1) } else { (at + 1).to_string() };
    words.into_iter().enumerate().map(|(at, word)| (key(at), word)).collect()
}
