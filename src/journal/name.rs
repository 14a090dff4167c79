//! The names of the journal's files: `<year>.<writer>.jsonl`, then `<year>.<writer>.2.jsonl`. Knows nothing of what is
//! in them: whatever its name, a file is read for its lines.

use std::fmt;

use crate::domain::id::WriterId;

/// What every file of the journal ends with.
pub(super) const EXTENSION: &str = ".jsonl";

/// The name of a file that a writer makes. Ordered as the writer's lines are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PartName {
    pub(super) writer: WriterId,
    pub(super) year: i32,
    /// From 1, which is left out of the name.
    pub(super) part: u32,
}

impl PartName {
    /// Reads a name; none for every other, such as that of a conflicted copy.
    pub(super) fn parse(name: &str) -> Option<Self> {
        let mut words = name.strip_suffix(EXTENSION)?.split('.');
        let (year, writer) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let part = words.next().map_or(Some(1), |part| part.parse().ok())?;
        let parsed = Self { writer, year, part };
        (parsed.to_string() == name).then_some(parsed)
    }
}

impl fmt::Display for PartName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.year, self.writer)?;
        if self.part > 1 {
            write!(f, ".{}", self.part)?;
        }
        f.write_str(EXTENSION)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writers_names_are_read_as_they_are_written() {
        for name in ["2026.k3f9q2.jsonl", "2026.k3f9q2.2.jsonl", "2026.k3f9q2.10.jsonl"] {
            assert_eq!(PartName::parse(name).unwrap().to_string(), name);
        }
    }

    #[test]
    fn every_other_name_is_a_copy() {
        for name in [
            "2026.k3f9q2.1.jsonl",
            "2026.k3f9q2.02.jsonl",
            "2026.k3f9q2 (1).jsonl",
            "2026.k3f9q2.sync-conflict-20261121-193012-ABCDEFG.jsonl",
            "2026.k3f9q2.jsonl.bak",
            "k3f9q2.jsonl",
        ] {
            assert_eq!(PartName::parse(name), None, "{name}");
        }
    }

    #[test]
    fn parts_follow_each_other_by_number() {
        let order = |name| PartName::parse(name).unwrap();
        assert!(order("2026.k3f9q2.jsonl") < order("2026.k3f9q2.2.jsonl"));
        assert!(order("2026.k3f9q2.2.jsonl") < order("2026.k3f9q2.10.jsonl"));
        assert!(order("2026.k3f9q2.10.jsonl") < order("2027.k3f9q2.jsonl"));
    }
}
