//! Votes 表决: the rules they are counted by, and exact arithmetic on heads and areas. Knows no meeting and no owner, only
//! figures; every threshold is data.

mod amount;
mod count;
mod law;
mod rule;
mod tally;

pub use amount::{Area, Measure};
pub use count::{Contradiction, Count, Figure, Part};
pub use law::looser_than_law;
pub use rule::{Adopted, Base, Comparison, Fraction, OwnersMatter, TestName, TestRule, VoteRule, WrongRule};
pub use tally::{Figures, Missing, Silent, SilentBothWays, Tally, Test, Verdict, silent_both_ways, tally};
