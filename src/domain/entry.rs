//! One act of a person, whole: the envelope that a line of the journal holds.
//! Knows nothing of files, hashes or rules.

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;

use super::event::Event;
use super::id::{ActId, Ref, WriterId};

/// An instant with the offset of the place where it was read, as RFC 3339 writes it.
pub type Instant = DateTime<FixedOffset>;

/// The version of the line format that this program writes; it reads no higher one.
pub const VERSION: u32 = 1;

/// One act: who did what when, and the facts that it established. All of it holds or none.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Entry {
    /// Version of the format, from 1.
    pub v: u32,
    /// The writer.
    pub w: WriterId,
    /// Its place among the writer's acts: 1, 2, 3… without gaps.
    pub n: u64,
    /// 1 + the highest `c` that the author had folded: an order without clocks (Lamport).
    pub c: u64,
    /// The clock as it was, for dates, deadlines and figures; never for order.
    pub ts: Instant,
    /// The person who acted.
    pub by: String,
    /// The command that was carried out, in its `do` name.
    pub act: String,
    /// The facts, in the order they came about.
    pub events: Vec<Event>,
}

impl Entry {
    /// The act that this entry records.
    #[must_use]
    pub fn id(&self) -> ActId {
        ActId { writer: self.w, n: self.n }
    }

    /// The thing that this act was for, where it made one: what it made last, for what comes before only makes it possible.
    #[must_use]
    pub fn made(&self) -> Option<Ref> {
        self.events.iter().rev().find_map(|event| event.touch().makes)
    }

    /// The thing this act concerns most: what it made, else what it touched first. Rules concern the whole council, and
    /// so does its founding.
    #[must_use]
    pub fn subject(&self) -> Option<Ref> {
        if matches!(self.events.first(), Some(Event::RulesAdopted(_))) {
            return None;
        }
        self.made().or_else(|| self.events.iter().find_map(|event| event.touch().of().first().copied()))
    }

    /// The order of the fold: the same on every laptop, whatever order the files arrived in.
    #[must_use]
    pub fn order(&self) -> (u64, WriterId, u64) {
        (self.c, self.w, self.n)
    }
}
