//! The key line of the screen that is shown: the table's, less what can do nothing now, with what marks and a narrowed list
//! ask for.

use chrono::NaiveDate;

use super::App;
use crate::domain::register::Register;
use crate::text::Text;
use crate::tui::act::Act;
use crate::tui::keys::{self, Action, Binding};
use crate::tui::live::LiveAct;
use crate::tui::paint::KeyHint;
use crate::tui::screen::Screen;
use crate::tui::world::World;

/// How long what marks and a narrowed list ask for stays: longer than anything else.
const FOREMOST: u8 = 10;

/// The keys to show, in their order.
pub(super) fn hints(app: &App, world: &World<'_>) -> Vec<KeyHint> {
    let (place, text) = (app.place(), app.text);
    let bound = |action: Action| keys::bindings(place).find(move |binding| binding.action == action);
    if app.marks() > 0 {
        let acts = app.offers.iter().map(|offer| offer.act).filter(|act| act.is_for_many());
        let acts = acts.filter_map(|act: Act| bound(Action::Act(act))).map(|binding| hint(binding, text, 5));
        let marking = [Action::Mark, Action::MarkAll].into_iter().filter_map(bound);
        let marking = marking.map(|binding| hint(binding, text, FOREMOST));
        return escape(text.key_unmark()).into_iter().chain(marking).chain(acts).collect();
    }
    let mut hints = keys::hints(place, text);
    if let Screen::Live(room) = &app.screen
        && room.is_over(world.register)
    {
        hints.retain(|hint| can_after_the_end(hint.action));
        for hint in hints.iter_mut().filter(|hint| hint.action == Action::Live(LiveAct::Break)) {
            text.key_sign().clone_into(&mut hint.label);
            hint.importance = FOREMOST;
        }
    }
    hints.retain(|hint| can_do_something(app, world.register, world.today(), hint.action));
    for hint in hints.iter_mut().filter(|hint| hint.action == Action::Closed && app.board.shows_closed()) {
        text.key_hide_closed().clone_into(&mut hint.label);
        hint.importance = FOREMOST;
    }
    if app.narrow.is_on() && !app.narrow.is_typing() {
        hints.retain(|hint| hint.action != Action::Back);
        hints.splice(0..0, escape(text.key_show_all()));
    }
    hints
}

/// Whether a key does anything on what there is.
fn can_do_something(app: &App, register: &Register, today: NaiveDate, action: Action) -> bool {
    match action {
        Action::Open => match &app.screen {
            Screen::Board => app.board.selected().is_some(),
            Screen::Today(screen) => screen.list.selected().is_some(),
            Screen::Month(screen) => screen.on(screen.day()).len() > 0,
            Screen::Meetings(_) | Screen::Tasks(_) | Screen::Notices(_) | Screen::Log(_) => app.listed() > 0,
            _ => true,
        },
        Action::Mark => match &app.screen {
            Screen::Today(screen) => screen.list.selected().is_some(),
            _ => app.listed() > 0,
        },
        Action::Order | Action::Filter => app.listed() > 0 || app.narrow.is_on(),
        // Nobody is invited to a day that has passed.
        Action::Convene => match &app.screen {
            Screen::Month(screen) => screen.day() >= today,
            _ => true,
        },
        // The founding itself is not taken back.
        Action::Redo => app.redo.1,
        Action::Undo => register.entries().len() > 1,
        _ => true,
    }
}

/// Whether a key of the room has anything left to do once the meeting is over.
fn can_after_the_end(action: Action) -> bool {
    !matches!(
        action,
        Action::Live(
            LiveAct::SignIn
                | LiveAct::Next
                | LiveAct::Previous
                | LiveAct::TakeUp
                | LiveAct::SetAside
                | LiveAct::Forward
                | LiveAct::Topic
                | LiveAct::Floor
                | LiveAct::Hands
                | LiveAct::Kind
                | LiveAct::Resolve
                | LiveAct::Task
        )
    )
}

fn escape(label: &str) -> [KeyHint; 1] {
    [KeyHint { key: "Esc".to_owned(), label: label.to_owned(), importance: FOREMOST, action: Action::Back }]
}

fn hint(binding: &Binding, text: Text, importance: u8) -> KeyHint {
    KeyHint {
        key: binding.shown.to_owned(),
        label: (binding.label)(text).to_owned(),
        importance,
        action: binding.action,
    }
}
