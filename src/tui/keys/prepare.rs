//! The keys with which a meeting is prepared, and those of a list in which several things are marked.

use crossterm::event::{KeyCode, KeyModifiers};

use super::places::{MINUTES, PICK_MANY, PREPARE};
use super::{Action, Binding, Press, ch, ctrl, key};
use crate::domain::meeting::Shift;
use crate::text::Text;
use crate::tui::prepare_act::PrepareAct;

/// The rows that hold while a meeting is prepared.
pub(super) const TABLE: &[Binding] = rows! {
    [key(KeyCode::Enter)], "Enter", Action::Open, key_remedy, PREPARE, 6;
    [ch('p')], "p", Action::Prepare(PrepareAct::Agenda), do_choose_items, PREPARE, 9;
    [ch('n')], "n", Action::Prepare(PrepareAct::Topic), do_new_topic, PREPARE, 8;
    [ch('c')], "c", Action::Prepare(PrepareAct::CarryOver), do_carry_over, PREPARE, 0;
    [ch('i')], "i", Action::Prepare(PrepareAct::Invite), do_invite, PREPARE, 9;
    [ch('K'), Press(KeyCode::Up, KeyModifiers::SHIFT)], "K", Action::Prepare(PrepareAct::Move(Shift::Up)), do_item_up, PREPARE, 7;
    [ch('J'), Press(KeyCode::Down, KeyModifiers::SHIFT)], "J", Action::Prepare(PrepareAct::Move(Shift::Down)), do_item_down, PREPARE, 7;
    [key(KeyCode::Tab)], "Tab", Action::Prepare(PrepareAct::Move(Shift::In)), do_item_in, PREPARE, 0;
    [key(KeyCode::BackTab)], "Shift-Tab", Action::Prepare(PrepareAct::Move(Shift::Out)), do_item_out, PREPARE, 0;
    [ch('+'), ch('=')], "+", Action::Prepare(PrepareAct::Longer), do_longer, PREPARE, 6;
    [ch('-'), ch('_')], "-", Action::Prepare(PrepareAct::Shorter), do_shorter, PREPARE, 0;
    [ch('m')], "m", Action::Prepare(PrepareAct::Minutes), do_minutes, PREPARE, 6;
    [ch('t'), key(KeyCode::Delete)], "t", Action::Prepare(PrepareAct::TakeOff), do_take_off, PREPARE, 0;
};

/// The rows that hold where minutes are written or several things are marked.
pub(super) const WRITTEN: &[Binding] = rows! {
    [key(KeyCode::Enter), key(KeyCode::F(2)), ctrl('s')], "Enter", Action::Submit, key_submit, MINUTES, 9;
    [key(KeyCode::Esc)], "Esc", Action::Back, key_leave, MINUTES, 8;

    [key(KeyCode::Enter), key(KeyCode::F(2)), ctrl('s')], "Enter", Action::Open, key_carry_out, PICK_MANY, 9;
    [ch(' ')], "Space", Action::Mark, key_mark_row, PICK_MANY, 9;
    [ch('*')], "*", Action::MarkAll, key_mark_rows, PICK_MANY, 7;
    [key(KeyCode::Esc)], "Esc", Action::Back, key_leave, PICK_MANY, 8;
    [key(KeyCode::Home)], "Home", Action::First, key_first, PICK_MANY, 0;
    [key(KeyCode::End)], "End", Action::Last, key_last, PICK_MANY, 0;
};
