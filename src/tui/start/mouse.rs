//! What the pointer does on the first screen. What lies under it is looked up in a frame painted for that alone.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Over, Start, Wish, draw};
use crate::domain::entry::Instant;
use crate::tui::keys::{self, Action, Place};
use crate::tui::pointer::NOTCH;
use crate::tui::spots::{Canvas, Spot};

impl Start {
    /// Obeys the mouse.
    pub(super) fn pointed(&mut self, event: MouseEvent, now: Instant) -> Option<Wish> {
        let position = Position::new(event.column, event.row);
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let twice = self.clicks.is_second(position, now);
                let under = self.under(position, now);
                under.into_iter().fold(None, |wish, (area, spot)| {
                    let next = self.click(spot, position.x - area.x, area.width, twice, now);
                    wish.or(next)
                })
            }
            MouseEventKind::ScrollUp => self.wheel(Action::Up, now),
            MouseEventKind::ScrollDown => self.wheel(Action::Down, now),
            _ => None,
        }
    }

    /// A click in a column of what is so wide.
    fn click(&mut self, spot: Spot, column: u16, width: u16, twice: bool, now: Instant) -> Option<Wish> {
        match (spot, self.over.take()) {
            (Spot::Key(action), over) => {
                self.over = over;
                self.press(action, now)
            }
            (Spot::Row(at), None) => {
                self.message = None;
                self.cursor = at;
                if twice { self.press(Action::Open, now) } else { None }
            }
            (Spot::Row(at), Some(Over::Folder(mut folder))) => {
                folder.go(at);
                self.over = Some(Over::Folder(folder));
                if twice { self.press(Action::Open, now) } else { None }
            }
            (Spot::Text { .. }, Some(Over::Folder(mut folder))) => {
                folder.point(width, column);
                self.over = Some(Over::Folder(folder));
                None
            }
            (spot, Some(Over::Form(mut form))) => {
                let reply = form.click(spot, column, now);
                self.form_reply(reply, form)
            }
            (_, over) => {
                self.over = over;
                None
            }
        }
    }

    /// Moves in what is shown. A form stays as it is.
    fn wheel(&mut self, step: Action, now: Instant) -> Option<Wish> {
        let rows = match self.over {
            // There are few choices.
            None => 1,
            Some(Over::Folder(_) | Over::Help(_)) => NOTCH,
            Some(_) => 0,
        };
        (0..rows).fold(None, |wish, _| {
            let next = self.press(step, now);
            wish.or(next)
        })
    }

    fn under(&self, position: Position, now: Instant) -> Vec<(Rect, Spot)> {
        let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, self.size)));
        let mut canvas = Canvas::new(&mut buffer);
        draw::paint(self, now, &mut canvas);
        let mut spots = canvas.into_spots();
        spots.retain(|(area, _)| area.contains(position));
        spots
    }

    /// Does what a key would.
    fn press(&mut self, action: Action, now: Instant) -> Option<Wish> {
        let place = match self.over {
            None => Place::Start,
            Some(Over::Form(_)) => Place::Form,
            Some(Over::Discard(_) | Over::Leave(_)) => Place::Discard,
            Some(Over::Folder(_)) => Place::Folder,
            Some(Over::Help(_)) => Place::Help,
        };
        self.key(keys::press(place, action)?, now)
    }
}
