//! The subcommands that carry out a single act: `raise`, `undo`, `redo`.

use super::args;
use super::desk::Desk;
use super::out::{Exit, Stop};
use crate::council::{Council, Refused};
use crate::domain::command::{AcceptMatter, Command, Redo, Undo};
use crate::domain::entry::Entry;
use crate::domain::event::Event;
use crate::text::Text;

pub(super) fn raise(asked: args::Raise, desk: &mut Desk) -> Result<Exit, Stop> {
    let mut council = desk.open()?;
    let route = asked.route;
    let raised = carry_out(&mut council, asked.command(), desk)?;
    let Some(Event::MatterRaised(matter)) = raised.events.first() else { return Ok(Exit::Done) };
    let id = council.register.id(matter.matter);
    desk.out.line(&desk.text.raised(&id, &matter.title))?;
    let Some(route) = route else { return Ok(Exit::Done) };
    let accept = AcceptMatter { matter: id, route, depth: None, decision: None, due: None };
    let accepted = carry_out(&mut council, accept, desk)?;
    for event in &accepted.events {
        desk.out.line(&desk.text.event(event, &council.register, None, accepted.ts))?;
    }
    Ok(Exit::Done)
}

pub(super) fn undo(desk: &mut Desk) -> Result<Exit, Stop> {
    take_back(Undo {}.into(), Text::took_back, desk)
}

pub(super) fn redo(desk: &mut Desk) -> Result<Exit, Stop> {
    take_back(Redo {}.into(), Text::brought_back, desk)
}

/// Takes back the latest act or brings it back, and says which act that was.
fn take_back(command: Command, said: impl Fn(Text, &str) -> String, desk: &mut Desk) -> Result<Exit, Stop> {
    let mut council = desk.open()?;
    let entry = carry_out(&mut council, command, desk)?;
    let entries = council.register.entries();
    let of = entry.events.iter().find_map(|event| match event {
        Event::Undone(undone) => entries.iter().find(|earlier| earlier.id() == undone.act),
        _ => None,
    });
    // What an undo took back is what a redo brings back.
    let of = of.and_then(|earlier| match earlier.events.first() {
        Some(Event::Undone(undone)) => entries.iter().find(|first| first.id() == undone.act),
        _ => Some(earlier),
    });
    let what = of.map(|act| desk.text.entry(act, &council.register, None)).unwrap_or_default();
    desk.out.line(&said(desk.text, &what))?;
    Ok(Exit::Done)
}

fn carry_out(council: &mut Council, command: impl Into<Command>, desk: &Desk) -> Result<Entry, Stop> {
    council.execute(&command.into(), &desk.asker()).map_err(|why| {
        let exit = if matches!(why, Refused::ByDisk(_)) { Exit::Folder } else { Exit::Refused };
        Stop::new(exit, desk.text.not_done(&why))
    })
}
