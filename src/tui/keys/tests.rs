//! The table of keys holds together.

use super::*;
use crate::domain::meeting::Shift;
use crate::tui::prepare_act::PrepareAct;

#[test]
fn no_key_means_two_things_in_one_place() {
    for place in Place::ALL {
        let presses: Vec<_> = bindings(*place).flat_map(|binding| binding.presses).collect();
        for (at, press) in presses.iter().enumerate() {
            assert!(!presses[..at].contains(press), "{press:?} twice in {place:?}");
        }
    }
}

#[test]
fn every_act_has_a_key() {
    for act in Act::ALL {
        assert!(!shown(Action::Act(*act)).is_empty(), "{act:?}");
    }
}

#[test]
fn every_act_on_a_meeting_has_a_key() {
    for act in MeetingAct::ALL {
        assert!(!shown(Action::MeetingAct(*act)).is_empty(), "{act:?}");
    }
}

#[test]
fn everything_that_prepares_a_meeting_has_a_key() {
    for act in PrepareAct::ALL {
        assert!(!shown(Action::Prepare(*act)).is_empty(), "{act:?}");
    }
}

#[test]
fn an_item_moves_by_an_arrow_with_shift_too() {
    for (code, act) in [(KeyCode::Up, PrepareAct::Move(Shift::Up)), (KeyCode::Down, PrepareAct::Move(Shift::Down))] {
        assert_eq!(action(Place::Prepare, KeyEvent::new(code, KeyModifiers::SHIFT)), Some(Action::Prepare(act)));
        assert!(matches!(action(Place::Prepare, code.into()), Some(Action::Up | Action::Down)));
    }
}

#[test]
fn every_act_on_a_notice_has_a_key() {
    for act in NoticeAct::ALL {
        assert!(!shown(Action::NoticeAct(*act)).is_empty(), "{act:?}");
    }
}

#[test]
fn every_row_is_written_and_somewhere_in_force() {
    for binding in TABLE {
        assert!(!binding.shown.is_empty() && !binding.presses.is_empty() && !binding.places.is_empty());
    }
}

#[test]
fn a_capital_letter_is_known_with_and_without_shift() {
    for modifiers in [KeyModifiers::NONE, KeyModifiers::SHIFT] {
        let event = KeyEvent::new(KeyCode::Char('G'), modifiers);
        assert_eq!(action(Place::Board, event), Some(Action::Last));
    }
}

#[test]
fn a_full_width_sign_means_its_key_on_a_screen() {
    let press = |c| action(Place::Board, KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
    for (wide, narrow) in [('：', ':'), ('？', '?'), ('／', '/'), ('ｎ', 'n')] {
        assert!(press(narrow).is_some());
        assert_eq!(press(wide), press(narrow), "{wide}");
    }
    assert_eq!(half_width(KeyCode::Char('、')), KeyCode::Char('\\'));
}
