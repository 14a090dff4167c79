//! An act in JSON: as it stands in the journal, without the chain.

use serde::Serialize;

use super::Sight;
use crate::domain::entry::{Entry, Instant};
use crate::domain::event::Event;
use crate::domain::id::{ActId, WriterId};

#[derive(Debug, Serialize)]
pub(in crate::cli) struct Logged<'a> {
    id: ActId,
    v: u32,
    w: WriterId,
    n: u64,
    c: u64,
    ts: Instant,
    by: &'a str,
    act: &'a str,
    events: &'a [Event],
    /// Whether it was taken back.
    undone: bool,
}

impl<'a> Logged<'a> {
    pub(in crate::cli) fn new(sight: Sight<'_>, entry: &'a Entry) -> Self {
        Self {
            id: entry.id(),
            v: entry.v,
            w: entry.w,
            n: entry.n,
            c: entry.c,
            ts: entry.ts,
            by: &entry.by,
            act: &entry.act,
            events: &entry.events,
            undone: sight.register.is_undone(entry.id()),
        }
    }
}
