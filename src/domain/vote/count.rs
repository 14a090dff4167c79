//! What is known of one measure of a vote, and what it may still be. Knows no threshold.
//!
//! All who may vote fall into six parts that share nobody; every figure people state is one part, or the sum of the first
//! few. So the parts between two stated sums can only grow at each other's cost, and what is the best or the worst case
//! is found by giving all that is left to one of them.

use super::rule::Base;
use crate::domain::code::codes;

/// The number of parts.
const PARTS: usize = 6;

/// Stands for a figure that nothing bounds: larger than any stated figure times any threshold.
const ENDLESS: i128 = 1 << 90;

codes! {
    /// The parts that all who may vote fall into, innermost first.
    Part {
        /// For 同意.
        For = "for",
        /// Against 反对.
        Against = "against",
        /// Abstained 弃权.
        Abstain = "abstain",
        /// Void ballots 废票.
        Void = "void",
        /// There, but cast no ballot 到会未投票.
        NotVoting = "not_voting",
        /// Not there 未到; of owners, those who are silent.
        Away = "away",
    }
}

impl Part {
    /// The parts a ballot can fall into.
    pub const CAST: [Self; 4] = [Self::For, Self::Against, Self::Abstain, Self::Void];
}

/// A figure that people state: a part, or a sum of parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// One part.
    Part(Part),
    /// The sum of the parts that a base holds.
    Sum(Base),
}

/// What is known of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    Exactly(i64),
    AtLeast(i64),
}

/// What is known of one measure. Figures are not negative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    parts: [Known; PARTS],
    /// By the number of parts they hold.
    sums: [Option<(Base, i128)>; PARTS + 1],
}

/// A sum that cannot be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// What was added up, with each amount.
    pub parts: Vec<(Figure, i128)>,
    /// What they make.
    pub made: i128,
    /// The sum that says otherwise.
    pub sum: Base,
    /// What it says.
    pub stated: i128,
}

/// Which side of a test each part is on.
pub(super) type Sides = [Side; PARTS];

/// Which side of a test a part is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Counted above and below the line.
    Counted,
    /// Counted below the line only.
    Rest,
    /// Not counted.
    Outside,
}

/// The sides of a test of one base against another that holds it.
pub(super) fn sides(counts: Base, of: Base) -> Sides {
    std::array::from_fn(|part| match part {
        part if counts == Base::NotObjecting && part == Part::Against as usize => Side::Rest,
        part if counts == Base::NotObjecting && part < of.parts() => Side::Counted,
        part if part < counts.parts() => Side::Counted,
        part if part < of.parts() => Side::Rest,
        _ => Side::Outside,
    })
}

impl Known {
    fn least(self) -> i128 {
        match self {
            Self::Exactly(amount) | Self::AtLeast(amount) => amount.into(),
        }
    }
}

impl Default for Count {
    fn default() -> Self {
        Self { parts: [Known::AtLeast(0); PARTS], sums: [None; PARTS + 1] }
    }
}

impl Count {
    /// The part is exactly this.
    #[must_use]
    pub fn with(mut self, part: Part, amount: i64) -> Self {
        self.parts[part as usize] = Known::Exactly(amount);
        self
    }

    /// The part is this or more: ballots are still coming in.
    #[must_use]
    pub fn at_least(mut self, part: Part, amount: i64) -> Self {
        self.parts[part as usize] = Known::AtLeast(amount);
        self
    }

    /// The sum of the parts that a base holds is exactly this.
    #[must_use]
    pub fn summing(self, base: Base, amount: i64) -> Self {
        self.summing_to(base, amount.into())
    }

    pub(super) fn summing_to(mut self, base: Base, amount: i128) -> Self {
        self.sums[base.parts()] = Some((base, amount));
        self
    }

    /// The stated sum of the parts that a base holds.
    pub(super) fn sum(&self, base: Base) -> Option<i128> {
        self.sums[base.parts()].map(|(_, amount)| amount)
    }

    /// The first sum that cannot be right, if one cannot.
    #[must_use]
    pub fn contradiction(&self) -> Option<Contradiction> {
        self.fill([Side::Outside; PARTS]).err()
    }

    /// The least and the most that the parts of a base can come to; no most where nothing bounds it.
    pub(super) fn range(&self, base: Base) -> Option<(i128, Option<i128>)> {
        self.range_of(|part| (part as usize) < base.parts())
    }

    fn range_of(&self, is_inside: impl Fn(Part) -> bool) -> Option<(i128, Option<i128>)> {
        let inside = Part::ALL.iter().map(|part| is_inside(*part)).collect::<Vec<_>>();
        let sides = std::array::from_fn(|part| if inside[part] { Side::Counted } else { Side::Rest });
        let most = counted(&self.fill(sides).ok()?, sides).0;
        let filled = self.fill(turned(sides)).ok()?;
        let least = counted(&filled, sides).0;
        Some((least, (most < ENDLESS).then_some(most)))
    }

    /// Whether only one amount is possible.
    pub(super) fn knows(&self, figure: Figure) -> bool {
        let range = match figure {
            Figure::Part(part) => self.range_of(|other| other == part),
            Figure::Sum(base) => self.range(base),
        };
        range.is_some_and(|(least, most)| most == Some(least))
    }

    /// What the parts of a base come to, where only one amount is possible.
    pub(super) fn known(&self, base: Base) -> Option<i128> {
        let (least, most) = self.range(base)?;
        most.filter(|most| *most == least)
    }

    /// The case most in favour of a test: what is counted, and of how much.
    pub(super) fn best(&self, sides: Sides) -> Option<(i128, i128)> {
        self.fill(sides).ok().map(|filled| counted(&filled, sides))
    }

    /// The case least in favour of a test.
    pub(super) fn worst(&self, sides: Sides) -> Option<(i128, i128)> {
        self.fill(turned(sides)).ok().map(|filled| counted(&filled, sides))
    }

    /// Completes what is not known, all that is left between two stated sums going to a part that counts if one is open,
    /// else to one outside, else to the rest.
    fn fill(&self, sides: Sides) -> Result<[i128; PARTS], Contradiction> {
        let mut filled = self.parts.map(Known::least);
        let mut open: Vec<usize> = Vec::new();
        let mut known_from = 0;
        for part in 0..PARTS {
            if matches!(self.parts[part], Known::AtLeast(_)) {
                open.push(part);
            }
            let Some((sum, stated)) = self.sums[part + 1] else { continue };
            let made: i128 = filled[..=part].iter().sum();
            let taker = open.iter().copied().max_by_key(|part| match sides[*part] {
                Side::Counted => 2,
                Side::Outside => 1,
                Side::Rest => 0,
            });
            match taker {
                Some(taker) if made <= stated => filled[taker] += stated - made,
                None if made == stated => {}
                _ => return Err(Contradiction { parts: self.added(known_from, part), made, sum, stated }),
            }
            open.clear();
            known_from = part + 1;
        }
        for part in open.into_iter().filter(|part| sides[*part] == Side::Counted) {
            filled[part] += ENDLESS;
        }
        Ok(filled)
    }

    /// What makes a sum: the sum stated before it, and the parts since.
    fn added(&self, known_from: usize, to: usize) -> Vec<(Figure, i128)> {
        let before = self.sums[known_from].map(|(base, amount)| (Figure::Sum(base), amount));
        let since =
            Part::ALL[known_from..=to].iter().map(|part| (Figure::Part(*part), self.parts[*part as usize].least()));
        before.into_iter().chain(since.filter(|(_, amount)| *amount > 0)).collect()
    }
}

/// What is counted, and of how much.
fn counted(filled: &[i128; PARTS], sides: Sides) -> (i128, i128) {
    let sum = |side| filled.iter().zip(sides).filter(|(_, of)| *of == side).map(|(amount, _)| amount).sum::<i128>();
    let above = sum(Side::Counted);
    (above, above + sum(Side::Rest))
}

/// The test seen from those who want it to fail.
fn turned(sides: Sides) -> Sides {
    sides.map(|side| match side {
        Side::Counted => Side::Rest,
        Side::Rest => Side::Counted,
        Side::Outside => Side::Outside,
    })
}
