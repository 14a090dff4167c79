//! Very many texts in little room: a character is a number of two bytes, and what a query makes of a character is worked
//! out once, not at every place where it stands; must not know what the texts belong to.

use std::collections::HashMap;

use super::fold::{plain, simplified};
use super::haystack::{mask_of_reading, push_readings};
use super::mask_of;
use super::needle::{Needle, points, ways_to_type};

/// Stands between two texts that are packed in one; nothing matches across it.
pub const GAP: u16 = 0;

/// No way to have typed so much of the word.
const NO_WAY: i32 = i32::MIN;

/// Every character that occurs in some texts, numbered, with all that it can be typed as.
#[derive(Clone, Debug)]
pub struct Alphabet {
    letters: Vec<Known>,
    numbers: HashMap<char, u16>,
}

/// A character.
#[derive(Clone, Debug)]
struct Known {
    folded: char,
    readings: Box<[&'static str]>,
    mask: u64,
    /// The letters that typing it may begin with.
    beginnings: u64,
}

/// One word of a query, worked out for the characters of an alphabet.
#[derive(Clone, Debug)]
pub struct Probe {
    letters: usize,
    mask: u64,
    /// Where the steps of each character begin and end among all.
    spans: Vec<(u32, u32)>,
    steps: Vec<Step>,
    /// Characters that a match must not follow at once.
    not_after: Vec<u16>,
    paths: Vec<i32>,
    next: Vec<i32>,
}

/// A character may stand for the letters `from..to` of the word.
#[derive(Clone, Copy, Debug)]
struct Step {
    from: u16,
    to: u16,
    points: i32,
}

impl Default for Alphabet {
    fn default() -> Self {
        let gap = Known { folded: '\0', readings: Box::default(), mask: 0, beginnings: 0 };
        Self { letters: vec![gap], numbers: HashMap::new() }
    }
}

impl Alphabet {
    /// Adds a text to `packed` and tells its mask. A text can only match if its mask holds every bit of a probe's.
    pub fn pack(&mut self, text: &str, packed: &mut Vec<u16>) -> u64 {
        let mut mask = 0;
        for letter in plain(text) {
            let number = self.number(letter);
            mask |= self.letters[usize::from(number)].mask;
            packed.push(number);
        }
        mask
    }

    /// The number of a character. After 65,535 different ones, others are taken for gaps and cannot be found.
    fn number(&mut self, letter: char) -> u16 {
        if let Some(&number) = self.numbers.get(&letter) {
            return number;
        }
        let Ok(number) = u16::try_from(self.letters.len()) else { return GAP };
        let mut readings = Vec::new();
        push_readings(letter, &mut readings);
        let folded = simplified(letter);
        let by_sound = readings.iter().fold(0, |mask, reading| mask | mask_of_reading(reading));
        let sounds = readings.iter().filter_map(|reading| reading.get(..1));
        let beginnings = sounds.fold(mask_of(folded), |mask, first| mask | mask_of_reading(first));
        self.letters.push(Known { folded, readings: readings.into(), mask: by_sound | mask_of(folded), beginnings });
        self.numbers.insert(letter, number);
        number
    }
}

impl Probe {
    /// The words of a query, a probe each.
    #[must_use]
    pub fn all(needle: &Needle, alphabet: &Alphabet) -> Vec<Self> {
        needle.words.iter().map(|word| Self::new(word, alphabet)).collect()
    }

    fn new(word: &[char], alphabet: &Alphabet) -> Self {
        let mask = word.iter().fold(0, |mask, &letter| mask | mask_of(letter));
        let mut steps = Vec::new();
        let mut spans = Vec::with_capacity(alphabet.letters.len());
        let end = |steps: &Vec<Step>| u32::try_from(steps.len()).unwrap_or(u32::MAX);
        for known in &alphabet.letters {
            let first = end(&steps);
            if known.beginnings & mask != 0 {
                known.steps(word, &mut steps);
            }
            spans.push((first, end(&steps)));
        }
        let paths = vec![NO_WAY; word.len() + 1];
        Self { letters: word.len(), mask, spans, steps, not_after: Vec::new(), next: paths.clone(), paths }
    }

    /// The same probe, for which `3` at its beginning is not found inside `13`.
    #[must_use]
    pub fn with_whole_number(mut self, needle: &Needle, alphabet: &Alphabet) -> Self {
        if needle.words.iter().filter_map(|word| word.first()).any(char::is_ascii_digit) {
            self.not_after = ('0'..='9').filter_map(|digit| alphabet.numbers.get(&digit).copied()).collect();
        }
        self
    }

    /// Whether a text with this mask may match.
    #[must_use]
    pub fn may_be_in(&self, mask: u64) -> bool {
        self.mask & mask == self.mask
    }

    /// The worth of the best match in a packed text, reckoned as the score of [`Needle::find`].
    pub fn worth(&mut self, text: &[u16]) -> Option<i32> {
        let mut best = NO_WAY;
        let mut under_way = false;
        for (at, &letter) in text.iter().enumerate() {
            let (first, end) = self.spans[usize::from(letter)];
            if first == end {
                if under_way {
                    self.paths.fill(NO_WAY);
                    under_way = false;
                }
                continue;
            }
            let steps = &self.steps[first as usize..end as usize];
            let may_start = at == 0 || !self.not_after.contains(&text[at - 1]);
            let start = i32::try_from(at).unwrap_or(i32::MAX);
            self.next.fill(NO_WAY);
            under_way = false;
            for step in steps {
                let path = match self.paths[usize::from(step.from)] {
                    _ if step.from == 0 && may_start => -start,
                    NO_WAY => continue,
                    path => path,
                };
                let seat = &mut self.next[usize::from(step.to)];
                *seat = (path + step.points).max(*seat);
                under_way = true;
            }
            best = best.max(self.next[self.letters]);
            std::mem::swap(&mut self.paths, &mut self.next);
        }
        if under_way {
            self.paths.fill(NO_WAY);
        }
        (best != NO_WAY).then_some(best)
    }
}

impl Known {
    /// Adds every part of a word that may be typed for this character.
    fn steps(&self, word: &[char], steps: &mut Vec<Step>) {
        for (typed, rest) in (0..word.len()).map(|typed| (typed, &word[typed..])) {
            let mut take = |letters: usize, points: i32| {
                if let (Ok(from), Ok(to)) = (u16::try_from(typed), u16::try_from(typed + letters)) {
                    steps.push(Step { from, to, points });
                }
            };
            if rest.first() == Some(&self.folded) {
                take(1, points::LITERAL);
            }
            for reading in &self.readings {
                ways_to_type(reading, rest, &mut take);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Haystack;

    const TEXTS: [&str; 8] = [
        "东门外停车难，占用消防通道",
        "重阳节敬老，重要事项",
        "绿化修剪扰民，请律师到场",
        "中山路130号ｅｖ充电桩",
        "停車難與垃圾清運",
        "单元门禁坏了 Café 门口",
        "儿日儿日儿日",
        "",
    ];

    #[test]
    fn a_probe_finds_what_a_needle_finds_and_thinks_as_much_of_it() {
        let queries = ["停车", "tcnan", "停c", "tche", "chongyang", "zhongyao", "lvhua", "luhua", "zhshl", "13", "EV"];
        let more = ["zzz", "lese", "ing", "an", "d", "erri", "errierx", "café", "垃圾", "sy", "dy", "tingch", "女"];
        let mut alphabet = Alphabet::default();
        let packed = TEXTS.map(|text| {
            let mut packed = Vec::new();
            let mask = alphabet.pack(text, &mut packed);
            (packed, mask)
        });
        for query in queries.into_iter().chain(more) {
            let needle = Needle::new(query);
            let mut probe = Probe::all(&needle, &alphabet).remove(0);
            for (text, (packed, mask)) in TEXTS.iter().zip(&packed) {
                let expected = needle.find(&Haystack::new(text)).map(|found| found.score);
                assert_eq!(probe.worth(packed), expected, "{query} in {text}");
                assert!(expected.is_none() || probe.may_be_in(*mask), "{query} in {text}");
            }
        }
    }

    #[test]
    fn nothing_matches_across_a_gap_or_inside_a_number_where_that_is_not_wanted() {
        let mut alphabet = Alphabet::default();
        let mut packed = Vec::new();
        alphabet.pack("13号楼", &mut packed);
        packed.push(GAP);
        alphabet.pack("停车", &mut packed);
        let probe = |query| {
            let needle = Needle::new(query);
            (Probe::all(&needle, &alphabet).remove(0), needle)
        };
        assert!(probe("楼").0.worth(&packed).is_some());
        assert!(probe("楼停").0.worth(&packed).is_none());
        let (three, needle) = probe("3号楼");
        assert!(three.clone().worth(&packed).is_some());
        assert!(three.with_whole_number(&needle, &alphabet).worth(&packed).is_none());
        let (thirteen, needle) = probe("13号楼");
        assert!(thirteen.with_whole_number(&needle, &alphabet).worth(&packed).is_some());
    }
}
