//! The keys of the room of a meeting. While letters are written there, commands are function keys; once they are freed,
//! the same acts have letters.

use crossterm::event::{KeyCode, KeyModifiers};

use super::places::{ANY_MEETING, LETTERS, LIVE, MENU, OVER_WALL, ROLL, ROOM, ROOM_PAGES, WRITES};
use super::{Action, Binding, Press, ch, ctrl, key};
use crate::text::Text;
use crate::tui::live::LiveAct;

/// The rows that hold in the room alone.
pub(super) const TABLE: &[Binding] = rows! {
    [key(KeyCode::Enter)], "Enter", Action::Live(LiveAct::Enter), key_record, LIVE, 9;
    [Press(KeyCode::Enter, KeyModifiers::ALT), ctrl('j')], "Ctrl-J", Action::Live(LiveAct::NewLine), key_new_line, LIVE, 0;
    [key(KeyCode::F(2))], "F2", Action::Live(LiveAct::SignIn), key_sign_in, ROOM, 7;
    [key(KeyCode::F(3))], "F3", Action::Live(LiveAct::Next), key_next_item, ROOM, 8;
    [Press(KeyCode::F(3), KeyModifiers::SHIFT)], "Shift-F3", Action::Live(LiveAct::Previous), key_previous_item, ROOM, 0;
    [key(KeyCode::F(4))], "F4", Action::Live(LiveAct::Floor), key_floor, ROOM, 7;
    [Press(KeyCode::F(4), KeyModifiers::SHIFT)], "Shift-F4", Action::Live(LiveAct::Hands), key_hands, ROOM, 0;
    [key(KeyCode::F(5))], "F5", Action::Live(LiveAct::Kind), key_note_kind, WRITES, 6;
    [key(KeyCode::F(6))], "F6", Action::Live(LiveAct::Resolve), do_resolve, WRITES, 7;
    [key(KeyCode::F(7))], "F7", Action::Live(LiveAct::Task), do_assign, WRITES, 6;
    [key(KeyCode::F(8))], "F8", Action::Live(LiveAct::Break), key_break, WRITES, 4;
    [key(KeyCode::F(9))], "F9", Action::Wall, key_wall, ROOM, 3;
    [key(KeyCode::F(9))], "F9", Action::Wall, key_wall, ANY_MEETING, 0;
    [key(KeyCode::F(9)), key(KeyCode::Esc), key(KeyCode::Enter), ch('q')], "F9", Action::Wall, key_from_wall, OVER_WALL, 9;
    [Press(KeyCode::F(2), KeyModifiers::SHIFT)], "Shift-F2", Action::Live(LiveAct::Presence), key_presence, ROOM, 0;
    [ctrl('p')], "Ctrl-P", Action::Live(LiveAct::Phrases), key_phrases, LIVE, 4;
    [key(KeyCode::Tab)], "Tab", Action::Live(LiveAct::Pane), key_pane, LIVE, 0;
    [key(KeyCode::PageUp)], "PgUp", Action::PageUp, key_page_up, ROOM_PAGES, 0;
    [key(KeyCode::PageDown)], "PgDn", Action::PageDown, key_page_down, ROOM_PAGES, 0;
    [key(KeyCode::F(1))], "F1", Action::Help, key_help, LIVE, 4;
    [ctrl('l')], "Ctrl-L", Action::Redraw, key_redraw, LIVE, 0;
    [key(KeyCode::Esc)], "Esc", Action::Live(LiveAct::Letters), key_letters, LIVE, 5;

    [ch('i'), key(KeyCode::Enter)], "i", Action::Live(LiveAct::Compose), key_compose, LETTERS, 9;
    [ch('s')], "s", Action::Live(LiveAct::SignIn), key_sign_in, LETTERS, 0;
    [ch('n')], "n", Action::Live(LiveAct::Next), key_next_item, LETTERS, 0;
    [ch('p')], "p", Action::Live(LiveAct::Previous), key_previous_item, LETTERS, 6;
    [ch('b')], "b", Action::Live(LiveAct::TakeUp), do_take_up, LETTERS, 6;
    [ch('z')], "z", Action::Live(LiveAct::SetAside), key_set_aside, LETTERS, 6;
    [ch('f')], "f", Action::Live(LiveAct::Forward), key_bring_forward, LETTERS, 6;
    [ch('a')], "a", Action::Live(LiveAct::Topic), do_place, LETTERS, 5;
    [ch('e')], "e", Action::Live(LiveAct::Floor), key_floor, LETTERS, 0;
    [ch('r')], "r", Action::Live(LiveAct::Hands), key_hands, LETTERS, 6;
    [ch('c')], "c", Action::Live(LiveAct::Kind), key_note_kind, LETTERS, 0;
    [ch('v')], "v", Action::Live(LiveAct::Resolve), do_resolve, LETTERS, 0;
    [ch('t')], "t", Action::Live(LiveAct::Task), do_assign, LETTERS, 0;
    [ch('x')], "x", Action::Live(LiveAct::Break), key_break, LETTERS, 4;
    [ch('w')], "w", Action::Wall, key_wall, LETTERS, 4;
    [ch('d')], "d", Action::Live(LiveAct::Presence), key_presence, LETTERS, 4;
    [key(KeyCode::Tab)], "Tab", Action::Live(LiveAct::Pane), key_pane, LETTERS, 0;

    [key(KeyCode::Enter)], "Enter", Action::Live(LiveAct::Enter), key_put_down, ROLL, 9;
    [key(KeyCode::Tab)], "Tab", Action::Live(LiveAct::Turn), key_other_state, ROLL, 8;
    [key(KeyCode::BackTab)], "Shift-Tab", Action::Live(LiveAct::TurnBack), key_state_before, ROLL, 3;
    [key(KeyCode::Esc)], "Esc", Action::Live(LiveAct::Close), key_close_list, ROLL, 8;
    [key(KeyCode::Up)], "↑", Action::Up, key_move_up, ROLL, 0;
    [key(KeyCode::Down)], "↓", Action::Down, key_move_down, ROLL, 0;

    [ch('1')], "1", Action::Live(LiveAct::Digit(1)), key_digit, MENU, 9;
    [ch('2')], "2", Action::Live(LiveAct::Digit(2)), key_digit, MENU, 0;
    [ch('3')], "3", Action::Live(LiveAct::Digit(3)), key_digit, MENU, 0;
    [ch('4')], "4", Action::Live(LiveAct::Digit(4)), key_digit, MENU, 0;
    [ch('5')], "5", Action::Live(LiveAct::Digit(5)), key_digit, MENU, 0;
    [ch('6')], "6", Action::Live(LiveAct::Digit(6)), key_digit, MENU, 0;
    [ch('7')], "7", Action::Live(LiveAct::Digit(7)), key_digit, MENU, 0;
    [ch('8')], "8", Action::Live(LiveAct::Digit(8)), key_digit, MENU, 0;
    [key(KeyCode::Esc), key(KeyCode::Enter)], "Esc", Action::Live(LiveAct::Close), key_close_list, MENU, 8;
};
