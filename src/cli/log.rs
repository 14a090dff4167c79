//! `mazha log`: the journal as sentences, or as its entries.

use serde::Serialize;

use super::args;
use super::desk::Desk;
use super::named;
use super::out::{Exit, Stop};
use super::story;
use super::table::Table;
use super::view;
use super::wording::Wording;
use crate::domain::entry::Entry;
use crate::domain::time::{Due, day_of};

#[derive(Debug, Serialize)]
struct Acts<'a> {
    entries: Vec<view::Logged<'a>>,
}

pub(super) fn run(asked: &args::Log, desk: &mut Desk) -> Result<Exit, Stop> {
    let look = desk.look(asked.reading.as_of)?;
    let sight = look.sight();
    let of = asked.id.as_deref().map(|given| named::thing(look.register(), given)).transpose();
    let of = of.map_err(|refusal| desk.refused(&refusal))?;
    let concerns =
        |entry: &Entry| of.is_none_or(|of| entry.events.iter().any(|event| event.touch().of().contains(&of)));
    let entries = look
        .register()
        .entries()
        .iter()
        .filter(|entry| asked.since.is_none_or(|since| is_since(entry, since)))
        .filter(|entry| concerns(entry));
    if asked.reading.json {
        desk.out.json(&Acts { entries: entries.map(|entry| view::Logged::new(sight, entry)).collect() })?;
        return Ok(Exit::Done);
    }
    let say = Wording::new(desk.text, sight);
    let mut table = Table::wrapping(&[story::SENTENCE]);
    for entry in entries {
        story::tell(&mut table, entry, of, say);
    }
    let columns = desk.out.columns();
    table.write(&mut desk.out, 0, columns)?;
    Ok(Exit::Done)
}

/// Whether an act was done on this day or later, or at this instant or later.
fn is_since(entry: &Entry, since: Due) -> bool {
    match since {
        Due::Day(day) => day_of(entry.ts) >= day,
        Due::At(at) => entry.ts >= at,
    }
}
