//! The table of keys: what is pressed where, what it asks for, and what that is called. The key line, the help and the
//! list in the README are all read from here. Knows nothing of what an action then does.

mod action;
mod places;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use places::{
    ACTS, ANY_MEETING, AWAY, BESIDE, BOARD, CHOOSING, CONVENES, ENDS, FOLDER, HELP, LISTS, LOG, MARKS, MEETING,
    MEETINGS, MONTH, NARROWED, NOT_TASKS, NOTICES, PEOPLE, PREPARE, SCREENS, SCROLLS, SPLIT, START, TASKS, TODAY,
    WATCHING, WORK,
};

use super::act::Act;
use super::meeting_act::MeetingAct;
use super::notice_act::NoticeAct;
use super::paint::KeyHint;
use crate::text::Text;

pub use action::Action;
pub use places::Place;

/// A row of the table.
pub struct Binding {
    /// The keys, any of which will do.
    pub presses: &'static [Press],
    /// How they are written.
    pub shown: &'static str,
    /// What they ask for.
    pub action: Action,
    /// What that is called.
    pub label: fn(Text) -> &'static str,
    /// Where they mean this.
    pub places: &'static [Place],
    /// How long it stays on the key line when that gets narrow; 0: only in the help.
    pub importance: u8,
}

/// One key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Press(KeyCode, KeyModifiers);

const fn key(code: KeyCode) -> Press {
    Press(code, KeyModifiers::NONE)
}

const fn ch(c: char) -> Press {
    key(KeyCode::Char(c))
}

const fn ctrl(c: char) -> Press {
    Press(KeyCode::Char(c), KeyModifiers::CONTROL)
}

/// Makes a row; rows read like a table.
macro_rules! rows {
    ($($presses:expr, $shown:literal, $action:expr, $label:ident, $places:expr, $importance:literal;)+) => {
        &[$(Binding {
            presses: &$presses,
            shown: $shown,
            action: $action,
            label: Text::$label,
            places: $places,
            importance: $importance,
        }),+]
    };
}

mod live;
mod prepare;
mod sign;

/// Every key there is but those of the room. Free for later screens: `8` and `9`.
pub const TABLE: &[Binding] = rows! {
    [key(KeyCode::Enter)], "Enter", Action::Open, key_open, BOARD, 9;
    [ch('n')], "n", Action::Raise, key_raise, WORK, 8;
    [ch('h'), key(KeyCode::Left), key(KeyCode::BackTab)], "h ←", Action::Left, key_left, BOARD, 0;
    [ch('l'), key(KeyCode::Right), key(KeyCode::Tab)], "l →", Action::Right, key_right, BOARD, 0;
    [ch('c')], "c", Action::Closed, key_closed, BOARD, 3;
    [key(KeyCode::Esc)], "Esc", Action::Back, key_clear, BOARD, 0;

    [ch('a')], "a", Action::Act(Act::Accept), do_accept, ACTS, 0;
    [ch('d')], "d", Action::Act(Act::Decline), do_decline, ACTS, 0;
    [ch('m')], "m", Action::Act(Act::Merge), do_merge, ACTS, 0;
    [ch('r')], "r", Action::Act(Act::RaiseLevel), do_raise_level, ACTS, 0;
    [ch('e')], "e", Action::Act(Act::Change), do_change, ACTS, 0;
    [ch('p')], "p", Action::Act(Act::Agenda), do_agenda, ACTS, 0;
    [ch('o')], "o", Action::Act(Act::OpenMeeting), do_open_meeting, NOT_TASKS, 0;
    [ch('b')], "b", Action::Act(Act::TakeUp), do_take_up, ACTS, 0;
    [ch('v')], "v", Action::Act(Act::Resolve), do_resolve, ACTS, 0;
    [ch('x')], "x", Action::Act(Act::Adjourn), do_adjourn, ACTS, 0;
    [ch('s')], "s", Action::Act(Act::Assign), do_assign, ACTS, 0;
    [ch('i')], "i", Action::Act(Act::Receive), do_receive, ACTS, 0;
    [ch('z')], "z", Action::Act(Act::Return), do_return, ACTS, 0;
    [ch('y')], "y", Action::Act(Act::Progress), do_progress, ACTS, 0;
    [ch('D')], "D", Action::Act(Act::Extend), do_extend, ACTS, 0;
    [ch('f')], "f", Action::Act(Act::Finish), do_finish, ACTS, 0;
    [ch('A')], "A", Action::Act(Act::AcceptTask), do_accept_task, ACTS, 0;
    [ch('w')], "w", Action::Act(Act::Answer), do_answer, ACTS, 0;
    [ch('t')], "t", Action::Act(Act::TellRaiser), do_tell_raiser, ACTS, 0;
    [ch('F')], "F", Action::Act(Act::FollowUp), do_follow_up, ACTS, 0;
    [ch('C')], "C", Action::Act(Act::Close), do_close, ACTS, 0;
    [ch('R')], "R", Action::Act(Act::Reopen), do_reopen, ACTS, 0;
    [ch('N')], "N", Action::Act(Act::PostNotice), do_post_notice, ACTS, 0;

    [key(KeyCode::Enter)], "Enter", Action::Open, key_open, MEETINGS, 9;
    [ch('m')], "m", Action::Month, key_month, MEETINGS, 8;

    [key(KeyCode::Enter)], "Enter", Action::Open, key_open, MONTH, 9;
    [ch('n')], "n", Action::Convene, form_convene, CONVENES, 8;
    [ch('m')], "m", Action::Month, key_month_list, MONTH, 8;
    [ch('h'), key(KeyCode::Left)], "h ←", Action::Left, key_day_before, MONTH, 0;
    [ch('l'), key(KeyCode::Right)], "l →", Action::Right, key_day_after, MONTH, 0;
    [ch('k'), key(KeyCode::Up)], "k ↑", Action::Up, key_week_before, MONTH, 0;
    [ch('j'), key(KeyCode::Down)], "j ↓", Action::Down, key_week_after, MONTH, 0;
    [key(KeyCode::PageUp)], "PgUp", Action::PageUp, key_month_before, MONTH, 6;
    [key(KeyCode::PageDown)], "PgDn", Action::PageDown, key_month_after, MONTH, 6;
    [ch('g'), key(KeyCode::Home)], "g Home", Action::First, key_month_start, MONTH, 0;
    [ch('G'), key(KeyCode::End)], "G End", Action::Last, key_month_end, MONTH, 0;
    [key(KeyCode::Esc), key(KeyCode::Backspace)], "Esc", Action::Back, key_back, MONTH, 8;

    [key(KeyCode::Enter)], "Enter", Action::Open, key_open_matter, TASKS, 9;
    [ch('o')], "o", Action::Order, key_order, TASKS, 8;

    [ch(' ')], "Space", Action::Mark, key_mark, MARKS, 2;
    [ch('*')], "*", Action::MarkAll, key_mark_all, MARKS, 0;

    [ch('p')], "p", Action::MeetingAct(MeetingAct::Place), do_place, MEETING, 0;
    [ch('t')], "t", Action::MeetingAct(MeetingAct::TakeOff), do_take_off, MEETING, 0;
    [ch('N')], "N", Action::MeetingAct(MeetingAct::PostAgenda), do_post_agenda, ANY_MEETING, 0;
    [ch('o')], "o", Action::MeetingAct(MeetingAct::Open), do_open_meeting, MEETING, 0;
    [ch('o')], "o", Action::MeetingAct(MeetingAct::Open), do_open_meeting, PREPARE, 9;
    [ch('a')], "a", Action::MeetingAct(MeetingAct::Attend), do_attend, ANY_MEETING, 0;
    [ch('b')], "b", Action::MeetingAct(MeetingAct::TakeUp), do_take_up, MEETING, 0;
    [ch('i')], "i", Action::MeetingAct(MeetingAct::Note), do_note, MEETING, 0;
    [ch('v')], "v", Action::MeetingAct(MeetingAct::Resolve), do_resolve, MEETING, 0;
    [ch('s')], "s", Action::MeetingAct(MeetingAct::Assign), do_assign, MEETING, 0;
    [ch('x')], "x", Action::MeetingAct(MeetingAct::Adjourn), do_adjourn, MEETING, 0;
    [ch('m')], "m", Action::MeetingAct(MeetingAct::Confirm), do_confirm, MEETING, 0;
    [ch('S')], "S", Action::MeetingAct(MeetingAct::Seal), do_seal, MEETING, 0;
    [ch('e')], "e", Action::MeetingAct(MeetingAct::Change), do_change, ANY_MEETING, 0;
    [ch('D')], "D", Action::MeetingAct(MeetingAct::Cancel), do_cancel, ANY_MEETING, 0;
    [ch('l')], "l", Action::Room, key_live, MEETING, 7;
    [ch('l')], "l", Action::Room, key_live, PREPARE, 0;
    [key(KeyCode::Enter)], "Enter", Action::Open, key_open_matter, MEETING, 6;

    [key(KeyCode::Enter)], "Enter", Action::Open, key_open, TODAY, 9;

    [key(KeyCode::Enter)], "Enter", Action::Open, key_open_about, NOTICES, 9;
    [ch('o')], "o", Action::NoticeAct(NoticeAct::Object), do_object, NOTICES, 0;
    [ch('a')], "a", Action::NoticeAct(NoticeAct::Answer), do_answer_objection, NOTICES, 0;

    [key(KeyCode::Enter)], "Enter", Action::Open, key_open, LOG, 9;

    [ch('n')], "n", Action::AddPerson, key_add_person, PEOPLE, 9;
    [ch('b')], "b", Action::AddBody, key_add_body, PEOPLE, 8;
    [ch('e'), key(KeyCode::Enter)], "e/Enter", Action::Change, do_change, PEOPLE, 8;

    [key(KeyCode::F(2)), ctrl('s')], "Ctrl-S/F2", Action::Submit, key_submit, &[Place::Form], 9;
    [key(KeyCode::Tab)], "Tab", Action::NextField, key_next_field, &[Place::Form], 8;
    [key(KeyCode::BackTab)], "Shift-Tab", Action::PreviousField, key_previous_field, &[Place::Form], 3;
    [key(KeyCode::Esc)], "Esc", Action::Back, key_leave, &[Place::Form], 7;
    [key(KeyCode::Enter)], "Enter", Action::Open, key_choose, &[Place::Form], 0;
    [key(KeyCode::Down)], "↓", Action::Down, key_move_down, &[Place::Form], 0;
    [ch(' ')], "Space", Action::Mark, key_mark, &[Place::Form], 0;
    [key(KeyCode::PageUp)], "PgUp", Action::PageUp, key_day_before, &[Place::Form], 0;
    [key(KeyCode::PageDown)], "PgDn", Action::PageDown, key_day_after, &[Place::Form], 0;
    [ch('+')], "+", Action::RaiseInto, key_raise_into, &[Place::Form], 0;

    [key(KeyCode::Enter)], "Enter", Action::Open, key_open, &[Place::Find], 9;
    [key(KeyCode::Enter)], "Enter", Action::Open, key_to_list, &[Place::Narrow], 9;
    [key(KeyCode::Esc)], "Esc", Action::Back, key_show_all, &[Place::Narrow], 8;
    [key(KeyCode::Tab)], "Tab", Action::Complete, key_complete, &[Place::Find, Place::Narrow], 7;
    [key(KeyCode::Esc)], "Esc", Action::Back, key_leave, &[Place::Find], 8;

    [key(KeyCode::Enter)], "Enter", Action::Open, key_choose, &[Place::Pick], 9;
    [key(KeyCode::Esc)], "Esc", Action::Back, key_leave, &[Place::Pick], 8;

    [key(KeyCode::Enter)], "Enter", Action::Open, key_run, &[Place::Palette], 9;
    [key(KeyCode::Tab)], "Tab", Action::Complete, key_complete, &[Place::Palette], 8;
    [key(KeyCode::Esc)], "Esc", Action::Back, key_leave, &[Place::Palette], 7;

    [key(KeyCode::Esc), key(KeyCode::Enter), ch('q')], "Esc", Action::Back, key_close_help, &[Place::Page], 9;

    [ch('y'), key(KeyCode::Enter)], "y/Enter", Action::Yes, key_yes, &[Place::Confirm], 9;
    [ch('n'), key(KeyCode::Esc)], "n/Esc", Action::No, key_no, &[Place::Confirm], 9;
    [ch('y')], "y", Action::Yes, key_throw_away, &[Place::Discard], 9;
    [ch('n'), key(KeyCode::Enter), key(KeyCode::Esc)], "n/Enter/Esc", Action::No, key_write_on, &[Place::Discard], 9;

    [ch('y')], "y", Action::Yes, do_seal, &[Place::Seal], 9;
    [ch('n'), key(KeyCode::Enter), key(KeyCode::Esc)], "n/Enter/Esc", Action::No, key_no, &[Place::Seal], 9;

    [key(KeyCode::Tab), key(KeyCode::Right), ch('l')], "Tab/→", Action::NextPage, key_next_page, HELP, 9;
    [key(KeyCode::BackTab), key(KeyCode::Left), ch('h')], "←", Action::PreviousPage, key_previous_page, HELP, 7;
    [ch('1')], "1-8", Action::HelpPage(0), key_help_page, HELP, 8;
    [ch('2')], "2", Action::HelpPage(1), key_help_page, HELP, 0;
    [ch('3')], "3", Action::HelpPage(2), key_help_page, HELP, 0;
    [ch('4')], "4", Action::HelpPage(3), key_help_page, HELP, 0;
    [ch('5')], "5", Action::HelpPage(4), key_help_page, HELP, 0;
    [ch('6')], "6", Action::HelpPage(5), key_help_page, HELP, 0;
    [ch('7')], "7", Action::HelpPage(6), key_help_page, HELP, 0;
    [ch('8')], "8", Action::HelpPage(7), key_help_page, HELP, 0;
    [key(KeyCode::Down), ch('j')], "↓", Action::Down, key_move_down, HELP, 6;
    [key(KeyCode::Up), ch('k')], "↑", Action::Up, key_move_up, HELP, 5;
    [key(KeyCode::Esc), ch('q'), ch('?'), key(KeyCode::F(1))], "Esc", Action::Back, key_close_help, HELP, 9;

    [key(KeyCode::Enter)], "Enter", Action::Open, key_open, START, 9;
    [ch('n')], "n", Action::Found, key_found, START, 8;
    [ch('d')], "d", Action::Sample, key_sample, START, 8;
    [ch('o')], "o", Action::OpenFolder, key_open_folder, START, 8;
    [ch('k'), key(KeyCode::Up)], "k ↑", Action::Up, key_move_up, START, 0;
    [ch('j'), key(KeyCode::Down)], "j ↓", Action::Down, key_move_down, START, 0;
    [ch('L')], "L", Action::Language, key_language, START, 7;
    [ch('?'), key(KeyCode::F(1))], "?", Action::Help, key_help, START, 6;
    [ctrl('z')], "Ctrl-Z", Action::Suspend, key_suspend, START, 0;
    [ctrl('l')], "Ctrl-L", Action::Redraw, key_redraw, START, 0;
    [ch('q'), key(KeyCode::Esc)], "q", Action::Quit, key_quit, START, 7;
    [ch('q'), key(KeyCode::Esc)], "q", Action::Quit, key_quit, WATCHING, 9;

    [key(KeyCode::Tab)], "Tab", Action::Complete, key_complete, FOLDER, 9;
    [key(KeyCode::Enter)], "Enter", Action::Open, key_into, FOLDER, 9;
    [key(KeyCode::Up)], "↑", Action::Up, key_move_up, FOLDER, 5;
    [key(KeyCode::Down)], "↓", Action::Down, key_move_down, FOLDER, 5;
    [key(KeyCode::Esc)], "Esc", Action::Back, key_leave, FOLDER, 8;

    [key(KeyCode::Up)], "↑", Action::Up, key_move_up, CHOOSING, 0;
    [key(KeyCode::Down)], "↓", Action::Down, key_move_down, CHOOSING, 0;
    [ch('k'), key(KeyCode::Up)], "k ↑", Action::Up, key_move_up, SCROLLS, 0;
    [ch('j'), key(KeyCode::Down)], "j ↓", Action::Down, key_move_down, SCROLLS, 0;
    [key(KeyCode::PageUp)], "PgUp", Action::PageUp, key_page_up, LISTS, 0;
    [key(KeyCode::PageDown)], "PgDn", Action::PageDown, key_page_down, LISTS, 0;
    [ch('g'), key(KeyCode::Home)], "g Home", Action::First, key_first, ENDS, 0;
    [ch('G'), key(KeyCode::End)], "G End", Action::Last, key_last, ENDS, 0;

    [ch('<')], "<", Action::LineLeft, key_line_left, SPLIT, 0;
    [ch('>')], ">", Action::LineRight, key_line_right, SPLIT, 0;
    [ch('K')], "K", Action::BesideUp, key_beside_up, BESIDE, 0;
    [ch('J')], "J", Action::BesideDown, key_beside_down, BESIDE, 0;
    [key(KeyCode::F(5))], "F5", Action::LineLeft, key_line_left, &[Place::Find], 0;
    [key(KeyCode::F(6))], "F6", Action::LineRight, key_line_right, &[Place::Find], 0;
    [key(KeyCode::F(7))], "F7", Action::BesideUp, key_beside_up, &[Place::Find], 0;
    [key(KeyCode::F(8))], "F8", Action::BesideDown, key_beside_down, &[Place::Find], 0;

    [ch('/')], "/", Action::Find, key_find, SCREENS, 7;
    [ch(':')], ":", Action::Palette, key_palette, SCREENS, 6;
    [ch('\\')], "\\", Action::Filter, key_filter, NARROWED, 3;
    [ch('[')], "[", Action::TrailBack, key_trail_back, SCREENS, 0;
    [ch(']')], "]", Action::TrailForward, key_trail_forward, SCREENS, 0;
    [ch('u')], "u", Action::Undo, key_undo, SCREENS, 5;
    [ctrl('r')], "Ctrl-R", Action::Redo, key_redo, SCREENS, 2;
    [key(KeyCode::Esc), key(KeyCode::Backspace), ch('h'), key(KeyCode::Left)], "Esc", Action::Back, key_back, AWAY, 8;
    [ch('1')], "1", Action::Board, key_board, SCREENS, 0;
    [ch('2')], "2", Action::People, key_people, SCREENS, 3;
    [ch('3')], "3", Action::Meetings, key_meetings, SCREENS, 4;
    [ch('4')], "4", Action::Tasks, key_tasks, SCREENS, 4;
    [ch('5')], "5", Action::Today, key_today, SCREENS, 4;
    [ch('6')], "6", Action::Notices, key_notices, SCREENS, 2;
    [ch('7')], "7", Action::Log, key_log, SCREENS, 2;
    [ch('L')], "L", Action::Language, key_language, SCREENS, 1;
    [ch('W')], "W", Action::Who, key_who, SCREENS, 0;
    [ch('Y')], "Y", Action::Copy, key_copy, SCREENS, 0;
    [ch('M')], "M", Action::Mouse, key_mouse, SCREENS, 0;
    [ctrl('z')], "Ctrl-Z", Action::Suspend, key_suspend, SCREENS, 0;
    [ctrl('l')], "Ctrl-L", Action::Redraw, key_redraw, SCREENS, 0;
    [ch('?'), key(KeyCode::F(1))], "?", Action::Help, key_help, SCREENS, 7;
    [ch('q')], "q", Action::Quit, key_quit, SCREENS, 6;
};

/// Every row there is.
fn table() -> impl Iterator<Item = &'static Binding> {
    prepare::TABLE.iter().chain(sign::TABLE).chain(TABLE).chain(live::TABLE).chain(prepare::WRITTEN)
}

/// What a key asks for in a place, if anything.
#[must_use]
pub fn action(place: Place, event: KeyEvent) -> Option<Action> {
    // Terminals differ in whether a capital letter comes with Shift.
    let modifiers = match event.code {
        KeyCode::Char(_) | KeyCode::BackTab => event.modifiers - KeyModifiers::SHIFT,
        _ => event.modifiers,
    };
    let press = Press(half_width(event.code), modifiers);
    bindings(place).find(|binding| binding.presses.contains(&press)).map(|binding| binding.action)
}

/// The first key that asks for an action in a place, if one does.
#[must_use]
pub fn press(place: Place, action: Action) -> Option<KeyEvent> {
    let Press(code, modifiers) = *bindings(place).find(|binding| binding.action == action)?.presses.first()?;
    Some(KeyEvent::new(code, modifiers))
}

/// A sign as the table writes it: input methods make full-width signs of the same keys. Texts keep what was typed.
fn half_width(code: KeyCode) -> KeyCode {
    let KeyCode::Char(c) = code else { return code };
    KeyCode::Char(match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '、' => '\\',
        '【' => '[',
        '】' => ']',
        '《' => '<',
        '》' => '>',
        _ => c,
    })
}

/// The rows that hold in a place. What shows the place itself does nothing there.
pub fn bindings(place: Place) -> impl Iterator<Item = &'static Binding> {
    table().filter(move |binding| binding.places.contains(&place) && binding.action.shows() != Some(place))
}

/// The key line of a place.
#[must_use]
pub fn hints(place: Place, text: Text) -> Vec<KeyHint> {
    bindings(place)
        .filter(|binding| binding.importance > 0)
        .map(|binding| KeyHint {
            key: binding.shown.to_owned(),
            label: (binding.label)(text).to_owned(),
            importance: binding.importance,
            action: binding.action,
        })
        .collect()
}

/// How the key of an action is written in a place.
#[must_use]
pub fn shown_in(place: Place, action: Action) -> &'static str {
    bindings(place).find(|binding| binding.action == action).map_or("", |binding| binding.shown)
}

/// How the key of an action is written.
#[must_use]
pub fn shown(action: Action) -> &'static str {
    table().find(|binding| binding.action == action).map_or("", |binding| binding.shown)
}

#[cfg(test)]
mod tests;
