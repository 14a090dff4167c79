//! What `do` writes into: the council itself, or a rehearsal of it in memory that ends with the program.

use super::desk::Desk;
use super::out::Stop;
use crate::council::{Asker, Council, Refused};
use crate::domain::code::Warning;
use crate::domain::command::Command;
use crate::domain::decide::decide;
use crate::domain::entry::{Entry, VERSION};
use crate::domain::event::Event;
use crate::domain::vote::Verdict;
use crate::journal::Access;

/// A council that commands are carried out on.
pub(super) enum Ledger {
    /// Every act is written and synced.
    Council(Box<Council>),
    /// Every act is decided and folded, and nothing is written.
    Rehearsal { council: Box<Council>, acts: u64 },
}

/// What a command brought about.
pub(super) struct Done {
    /// The number of what it made.
    pub(super) id: Option<String>,
    /// The facts, by the names of their kinds.
    pub(super) events: Vec<String>,
    /// The number of an agenda item that was placed.
    pub(super) item: Option<u32>,
    /// How a vote ended.
    pub(super) verdict: Option<Verdict>,
    /// The options that a vote chose, and those that tie.
    pub(super) chosen: Vec<String>,
    pub(super) tied: Vec<String>,
    /// What was allowed but worth saying.
    pub(super) warnings: Vec<Warning>,
}

impl Ledger {
    /// Opens the council, or a rehearsal of it.
    pub(super) fn open(rehearsal: bool, desk: &Desk) -> Result<Self, Stop> {
        Ok(if rehearsal {
            Self::Rehearsal { council: Box::new(desk.open_for(Access::ReadOnly)?), acts: 0 }
        } else {
            Self::Council(Box::new(desk.open()?))
        })
    }

    /// Carries out a command, for real or in rehearsal.
    pub(super) fn execute(&mut self, command: &Command, asker: &Asker<'_>) -> Result<Done, Refused> {
        match self {
            Self::Council(council) => {
                let entry = council.execute(command, asker)?;
                Ok(Done::new(&entry, council))
            }
            Self::Rehearsal { council, acts } => {
                let entry = rehearsed(council, *acts, command, asker)?;
                *acts += 1;
                council.register.add(vec![entry.clone()]);
                Ok(Done::new(&entry, council))
            }
        }
    }
}

/// The act that a command would become after `acts` others in rehearsal.
fn rehearsed(council: &Council, acts: u64, command: &Command, asker: &Asker<'_>) -> Result<Entry, Refused> {
    let (w, n) = (council.journal.writer(), council.journal.next() + acts);
    let heads = council.journal.heads();
    let context = council.setting.context(asker, w, n, &heads, &[]);
    let events = decide(&council.register, command, &context).map_err(Refused::ByRules)?;
    let c = council.register.entries().last().map_or(1, |last| last.c + 1);
    let (by, act) = (asker.by.to_owned(), command.name().to_owned());
    Ok(Entry { v: VERSION, w, n, c, ts: asker.now, by, act, events })
}

impl Done {
    fn new(entry: &Entry, council: &Council) -> Self {
        let item = entry.events.iter().find_map(|event| match event {
            Event::PlacedOnAgenda(placed) => Some(placed.item),
            _ => None,
        });
        let ended = entry.events.iter().find_map(|event| match event {
            Event::VoteClosed(closed) => Some((closed.vote, &closed.finding)),
            Event::VoteCorrected(corrected) => Some((corrected.vote, &corrected.finding)),
            _ => None,
        });
        let vote = ended.and_then(|(vote, _)| council.register.vote(vote));
        let named = |options: &[usize]| vote.map_or_else(Vec::new, |vote| vote.named(options));
        Self {
            verdict: ended.map(|(_, finding)| finding.verdict),
            chosen: ended.map_or_else(Vec::new, |(_, finding)| named(&finding.chosen)),
            tied: ended.map_or_else(Vec::new, |(_, finding)| named(&finding.tied)),
            id: entry.made().map(|made| council.register.id(made)),
            events: entry.events.iter().map(|event| event.name().to_owned()).collect(),
            item,
            warnings: entry.events.iter().flat_map(Event::warnings).copied().collect(),
        }
    }
}
