//! What the pointer does. What lies under it is looked up in a frame painted for that alone: no screen keeps in mind
//! where it was painted.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{App, Effect, draw};
use crate::tui::dialog::Dialog;
use crate::tui::keys::{self, Action, Place};
use crate::tui::pointer::{Clicks, NOTCH};
use crate::tui::screen::Screen;
use crate::tui::split::Pair;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::Tone;
use crate::tui::world::World;

/// The mouse, as far as it is kept in mind.
#[derive(Debug, Clone)]
pub(super) struct Pointer {
    /// Whether it is used; else it is the terminal's.
    used: bool,
    clicks: Clicks,
    /// The line between two panes that is being dragged.
    held: Option<Held>,
}

/// A line between two panes of an area, in somebody's hand.
#[derive(Debug, Clone, Copy)]
struct Held {
    pair: Pair,
    area: Rect,
    moved: bool,
}

impl Default for Pointer {
    fn default() -> Self {
        Self { used: true, clicks: Clicks::default(), held: None }
    }
}

impl App {
    /// The same, with or without the mouse.
    #[must_use]
    pub fn with_mouse(mut self, mouse: bool) -> Self {
        self.pointer.used = mouse;
        self
    }

    /// Obeys the mouse. While a write is under way it rests: what it points at may be gone when the answer comes.
    pub(super) fn pointed(&mut self, event: MouseEvent, world: &World<'_>) -> Vec<Effect> {
        let position = Position::new(event.column, event.row);
        match event.kind {
            _ if self.is_busy() => Vec::new(),
            MouseEventKind::Down(MouseButton::Left) => self.click(position, world),
            MouseEventKind::Drag(MouseButton::Left) => {
                if let Some(held) = &mut self.pointer.held {
                    held.moved |= self.panes.drag(held.pair, held.area, position.x);
                }
                Vec::new()
            }
            MouseEventKind::Up(MouseButton::Left) => {
                let moved = self.pointer.held.take().is_some_and(|held| held.moved);
                if moved { vec![self.keep_shares()] } else { Vec::new() }
            }
            MouseEventKind::ScrollUp => self.wheel(position, Action::Up, world),
            MouseEventKind::ScrollDown => self.wheel(position, Action::Down, world),
            _ => Vec::new(),
        }
    }

    /// What was held is somewhere else now.
    pub(super) fn let_go(&mut self) {
        self.pointer.held = None;
    }

    /// Takes the mouse, or leaves it to the terminal.
    pub(super) fn switch_mouse(&mut self) -> Vec<Effect> {
        self.pointer.used = !self.pointer.used;
        let said =
            if self.pointer.used { self.text.mouse_on() } else { &self.text.mouse_off(keys::shown(Action::Mouse)) };
        self.say(said.to_owned(), Tone::Note);
        vec![Effect::Mouse(self.pointer.used)]
    }

    fn click(&mut self, position: Position, world: &World<'_>) -> Vec<Effect> {
        let twice = self.pointer.clicks.is_second(position, world.now());
        let mut effects = Vec::new();
        for (area, spot) in self.under(position, world) {
            effects.extend(match spot {
                Spot::Key(action) => self.press(action, world),
                Spot::Column(at) => self.go(Action::Column(at), world),
                Spot::Row(at) => self.go(Action::Go(at), world),
                Spot::Divider(pair, area) => {
                    self.pointer.held = Some(Held { pair, area, moved: false });
                    Vec::new()
                }
                Spot::Beside { .. } => Vec::new(),
                _ => self.form_click(spot, position.x - area.x, world),
            });
            if twice && matches!(spot, Spot::Row(_)) {
                effects.extend(self.press(Action::Open, world));
            }
        }
        effects
    }

    /// Scrolls the pane or the text under the pointer, or moves in the list there. A form stays as it is.
    fn wheel(&mut self, position: Position, step: Action, world: &World<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let under = self.under(position, world);
        let over_options = under.iter().any(|(_, spot)| matches!(spot, Spot::Choice(_) | Spot::Suggestion(_)));
        for (_, spot) in under {
            match spot {
                Spot::Column(at) => effects.extend(self.go(Action::Column(at), world)),
                Spot::Beside { .. } => {
                    self.scroll_beside(step == Action::Down, NOTCH, world);
                    return effects;
                }
                _ => {}
            }
        }
        if let (true, Screen::Live(_)) = (self.dialogs.is_empty(), &self.screen) {
            self.wheel_in_room(step == Action::Down, NOTCH, world);
            return effects;
        }
        for _ in 0..NOTCH {
            match self.dialogs.last_mut() {
                // From the first row of these the key brings back what was typed earlier; the wheel only moves.
                Some(Dialog::Find(dialog)) => dialog.go(step.moves(dialog.place(), 1).unwrap_or_default()),
                Some(Dialog::Palette(prompt)) => prompt.go(step),
                // A field is left by a key or a click, never on the way to an option.
                Some(Dialog::Form(_)) if !over_options => {}
                _ => effects.extend(self.press(step, world)),
            }
        }
        effects
    }

    fn under(&self, position: Position, world: &World<'_>) -> Vec<(Rect, Spot)> {
        let mut spots = self.spots(world);
        spots.retain(|(area, _)| area.contains(position));
        spots
    }

    /// All that can be pointed at, and where, the outermost first.
    pub(super) fn spots(&self, world: &World<'_>) -> Vec<(Rect, Spot)> {
        let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, self.size)));
        let mut canvas = Canvas::new(&mut buffer);
        draw::paint(self, world, &mut canvas);
        canvas.into_spots()
    }

    /// Does what a key would.
    fn press(&mut self, action: Action, world: &World<'_>) -> Vec<Effect> {
        let place = match self.dialogs.last() {
            Some(Dialog::Form(_)) => Place::Form,
            Some(Dialog::Pick(_) | Dialog::Who(_) | Dialog::Found(_) | Dialog::Signing(_) | Dialog::Phrases(_)) => {
                Place::Pick
            }
            Some(Dialog::Gather(_)) => Place::PickMany,
            Some(Dialog::Find(_)) => Place::Find,
            Some(Dialog::Palette(_)) => Place::Palette,
            Some(Dialog::Page { .. }) => Place::Page,
            Some(Dialog::Confirm(question)) => question.place(),
            Some(Dialog::Help(_)) => Place::Help,
            None => self.place(),
        };
        keys::press(place, action).map(|key| self.key(key, world)).unwrap_or_default()
    }

    /// Goes to a place in the list that asks for a choice, or else in that of the screen.
    fn go(&mut self, action: Action, world: &World<'_>) -> Vec<Effect> {
        match (self.dialogs.last_mut(), action) {
            (Some(Dialog::Pick(dialog)), Action::Go(place)) => dialog.pick.go(place),
            (Some(Dialog::Find(dialog)), Action::Go(place)) => dialog.go(place),
            (Some(Dialog::Gather(list)), Action::Go(place)) => list.go(place),
            (Some(Dialog::Who(pick)), Action::Go(place)) => pick.go(place),
            (Some(Dialog::Signing(pick)), Action::Go(place)) => pick.go(place),
            (Some(Dialog::Phrases(pick)), Action::Go(place)) => pick.go(place),
            (Some(Dialog::Found(pick)), Action::Go(place)) => pick.go(place),
            (Some(Dialog::Palette(prompt)), Action::Go(place)) => prompt.select(place),
            (Some(_), _) => {}
            (None, _) => {
                self.message = None;
                return self.screen_action(action, world);
            }
        }
        Vec::new()
    }

    fn form_click(&mut self, spot: Spot, column: u16, world: &World<'_>) -> Vec<Effect> {
        let Some(Dialog::Form(dialog)) = self.dialogs.last_mut() else { return Vec::new() };
        let reply = dialog.form.click(spot, column, world.now());
        let mut effects = self.keep(false);
        effects.extend(self.form_reply(reply, world));
        effects
    }
}
