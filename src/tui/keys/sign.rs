//! The keys of the minutes when they are read through and signed.

use crossterm::event::KeyCode;

use super::places::SIGN;
use super::{Action, Binding, ch, key};
use crate::text::Text;
use crate::tui::sign::SignAct;

/// The rows that hold there alone.
pub(super) const TABLE: &[Binding] = rows! {
    [key(KeyCode::Enter)], "Enter", Action::Sign(SignAct::Next), key_sign_next, SIGN, 9;
    [ch(' ')], "Space", Action::PageDown, key_read_on, SIGN, 8;
    [ch('e')], "e", Action::Sign(SignAct::Correct), key_correct, SIGN, 7;
    [ch('m')], "m", Action::Sign(SignAct::Confirm), do_confirm, SIGN, 7;
    [ch('S')], "S", Action::Sign(SignAct::Seal), do_seal, SIGN, 6;
    [ch('c')], "c", Action::Sign(SignAct::CarryOver), key_carry_over, SIGN, 5;
    [ch('a')], "a", Action::Sign(SignAct::Add), key_add_correction, SIGN, 4;
    [ch('x')], "x", Action::Sign(SignAct::Strike), key_strike, SIGN, 3;
    [ch('d')], "d", Action::Sign(SignAct::Presence), key_presence, SIGN, 4;
};
