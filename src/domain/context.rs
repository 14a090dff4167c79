//! What the rules need to know beside the record: who asks, when, and what lies at hand. Nothing here is looked up by
//! the rules themselves.

use super::calendar::Calendar;
use super::chain::Chain;
use super::code::BodyKind;
use super::entry::Instant;
use super::event::{Evidence, Head};
use super::id::{ActId, WriterId};
use super::rule_set::RuleSet;
use super::vote::VoteRule;

/// The circumstances of a command.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The clock.
    pub now: Instant,
    /// Who asks.
    pub by: &'a str,
    /// This laptop.
    pub writer: WriterId,
    /// The number its next act will have.
    pub n: u64,
    /// Which acts undo may take back.
    pub mine: Mine<'a>,
    /// The end of every writer's chain.
    pub heads: &'a [Head],
    /// Working days.
    pub calendar: &'a Calendar,
    /// The rule sets that the program ships.
    pub presets: &'a [RuleSet],
    /// The rules to count votes by that the program ships.
    pub vote_rules: &'a [VoteRule],
    /// The chains of steps that the program ships.
    pub chains: &'a [Chain],
    /// The kind of body that bears a plain name, in the languages people write.
    pub plain_name: fn(&str) -> Option<BodyKind>,
    /// Files that were copied into the council's folder, by the path they were given with.
    pub evidence: &'a [(String, Evidence)],
}

/// Whose acts undo may take back.
#[derive(Debug, Clone, Copy)]
pub enum Mine<'a> {
    /// Those of the same person on this laptop: the command line's.
    SamePerson,
    /// Those of this window, oldest first.
    Window(&'a [ActId]),
}

impl Context<'_> {
    /// The act that the command would become.
    #[must_use]
    pub fn act(&self) -> ActId {
        ActId { writer: self.writer, n: self.n }
    }
}
