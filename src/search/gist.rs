//! Whether two short texts speak of the same thing: how many words, or pairs of neighbouring Chinese characters, they
//! share. Must not know what the texts belong to.

use std::collections::BTreeSet;

use super::fold;

/// Shorter words (the, at, of) say nothing about what a text speaks of.
const SHORTEST_WORD: usize = 4;

/// The words and the pairs of Chinese characters of a text.
#[derive(Clone, Debug)]
pub struct Gist(BTreeSet<String>);

impl Gist {
    /// The gist of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let is_han = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
        let mut parts = BTreeSet::new();
        for run in folded.split(|c: char| !is_han(c)) {
            let letters: Vec<char> = run.chars().collect();
            parts.extend(letters.windows(2).map(|pair| pair.iter().collect::<String>()));
        }
        let words = folded.split(|c: char| is_han(c) || !c.is_alphanumeric());
        parts.extend(words.filter(|word| word.chars().count() >= SHORTEST_WORD).map(str::to_owned));
        Self(parts)
    }

    /// How many parts both share, if that is at least half of the shorter one's: then they are alike.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Option<usize> {
        let shared = self.0.intersection(&other.0).count();
        let shorter = self.0.len().min(other.0.len());
        (shared > 0 && shared * 2 >= shorter).then_some(shared)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: &str, other: &str) -> Option<usize> {
        Gist::of(one).likeness(&Gist::of(other))
    }

    #[test]
    fn shared_pairs_of_characters_are_counted() {
        // 路灯, 灯不, 不亮 are all in the longer one.
        assert_eq!(likeness("路灯不亮", "东门路灯不亮"), Some(3));
        // 路灯 of 路灯, 灯坏, 坏了: one of three is less than half.
        assert_eq!(likeness("路灯坏了", "东门路灯不亮"), None);
        // 东门 and 路灯 of 东门, 门的, 的路, 路灯.
        assert_eq!(likeness("东门的路灯", "东门路灯不亮"), Some(2));
        assert_eq!(likeness("垃圾桶", "东门路灯"), None);
    }

    #[test]
    fn shared_words_are_counted_and_little_words_are_not() {
        // lamp and gate of lamp, gate.
        assert_eq!(likeness("Lamp at the gate", "The lamp at the east gate is dark"), Some(2));
        assert_eq!(likeness("the at of", "the at of"), None);
        assert_eq!(likeness("", ""), None);
    }

    #[test]
    fn other_spellings_are_the_same() {
        assert_eq!(likeness("東門路燈", "东门路灯"), Some(3));
        assert_eq!(likeness("ＬＩＦＴ", "lift"), Some(1));
    }
}
