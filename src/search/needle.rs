//! What someone types to find a text, and how well it fits; must not know which texts there are.

use std::ops::Range;

use super::fold::fold;
use super::{Haystack, mask_of};

/// Points for one character of the text, by how it was typed.
pub(super) mod points {
    /// The character itself.
    pub(in crate::search) const LITERAL: i32 = 24;
    /// Its whole syllable.
    pub(super) const SYLLABLE: i32 = 20;
    /// A syllable still being typed at the end of the query.
    pub(super) const BEGUN: i32 = 14;
    /// `zh`, `ch` or `sh`.
    pub(super) const TWO_LETTER_INITIAL: i32 = 12;
    /// The first letter of its syllable.
    pub(super) const INITIAL: i32 = 10;
}

/// A query, prepared once and tried on many texts.
#[derive(Clone, Debug)]
pub struct Needle {
    pub(super) words: Vec<Vec<char>>,
    mask: u64,
}

/// Where and how well a query matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Higher is better; only comparable between matches of one query.
    pub score: i32,
    /// Byte ranges of the original text, in order, apart from each other, never inside a grapheme.
    pub ranges: Vec<Range<usize>>,
}

/// The best way found so far to match the beginning of a word up to some character of the text.
#[derive(Clone, Copy)]
struct Path {
    score: i32,
    start: usize,
}

impl Path {
    /// The earlier of two equal matches is the better one.
    fn worth(self) -> i32 {
        self.score - i32::try_from(self.start).unwrap_or(i32::MAX)
    }
}

impl Needle {
    /// Prepares a query. An empty one matches every text, with nothing to highlight.
    #[must_use]
    pub fn new(query: &str) -> Self {
        Self::of_words(fold(query).split_whitespace())
    }

    /// Prepares a query whose spaces must stand in the text as well.
    #[must_use]
    pub fn phrase(query: &str) -> Self {
        Self::of_words(Some(fold(query).trim()).into_iter().filter(|phrase| !phrase.is_empty()))
    }

    fn of_words<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let typed = |word: &str| word.chars().map(|c| if c == 'ü' { 'v' } else { c }).collect();
        let words: Vec<Vec<char>> = words.map(typed).collect();
        let mask = words.iter().flatten().fold(0, |mask, &letter| mask | mask_of(letter));
        Self { words, mask }
    }

    /// Whether every text matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Where the query stands in a text that is shown; nowhere if one of its words is not there, or if it is empty.
    #[must_use]
    pub fn ranges_in(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        self.find(&Haystack::new(text)).map(|found| found.ranges).unwrap_or_default()
    }

    /// The best match of the query in a text, or none if one of its words is not there.
    #[must_use]
    pub fn find(&self, haystack: &Haystack) -> Option<Match> {
        if self.mask & haystack.mask != self.mask {
            return None;
        }
        let mut score = 0;
        let mut ranges = Vec::with_capacity(self.words.len());
        for word in &self.words {
            let (worth, letters) = find_word(word, haystack)?;
            score += worth;
            ranges.push(haystack.bytes(letters));
        }
        Some(Match { score, ranges: joined(ranges) })
    }
}

/// Finds one word in consecutive characters of the text: its worth, and which characters.
///
/// `paths[j]` is the best way to have typed the first `j` letters of the word right up to the current character, so
/// the work is bounded by text times word however many ways a spelling can be read.
fn find_word(word: &[char], haystack: &Haystack) -> Option<(i32, Range<usize>)> {
    let mut best: Option<(Path, usize)> = None;
    let mut paths: Vec<Option<Path>> = vec![None; word.len() + 1];
    let mut next = paths.clone();
    for (at, &letter) in haystack.letters.iter().enumerate() {
        paths[0] = Some(Path { score: 0, start: at });
        next.fill(None);
        for (typed, path) in paths.iter().enumerate() {
            let (Some(path), rest) = (path, &word[typed..]) else {
                continue;
            };
            let mut take = |letters: usize, points: i32| {
                let longer = Path { score: path.score + points, ..*path };
                let seat = &mut next[typed + letters];
                if seat.is_none_or(|held| longer.worth() > held.worth()) {
                    *seat = Some(longer);
                }
            };
            if rest.first() == Some(&letter.folded) {
                take(1, points::LITERAL);
            }
            for reading in haystack.readings(letter) {
                ways_to_type(reading, rest, &mut take);
            }
        }
        if let Some(path) = next[word.len()]
            && best.is_none_or(|(held, _)| path.worth() > held.worth())
        {
            best = Some((path, at + 1));
        }
        std::mem::swap(&mut paths, &mut next);
    }
    best.map(|(path, end)| (path.worth(), path.start..end))
}

/// Tells `take` how many letters of `rest` may stand for this syllable, and what each way is worth.
pub(super) fn ways_to_type(reading: &str, rest: &[char], mut take: impl FnMut(usize, i32)) {
    let shared = reading.chars().zip(rest).take_while(|&(letter, &typed)| sounds_like(letter, typed)).count();
    if shared == 0 {
        return;
    }
    take(1, points::INITIAL);
    if shared >= 2 && matches!(reading.get(..2), Some("zh" | "ch" | "sh")) {
        take(2, points::TWO_LETTER_INITIAL);
    }
    if shared == reading.chars().count() {
        take(shared, points::SYLLABLE);
    } else if shared == rest.len() && shared >= 2 {
        take(shared, points::BEGUN);
    }
}

/// Keyboards have no `ü`: it is typed `v`, or by many people `u`.
fn sounds_like(letter: char, typed: char) -> bool {
    letter == typed || (letter == 'ü' && matches!(typed, 'v' | 'u'))
}

/// Sorts ranges and joins those that touch.
#[must_use]
pub fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut whole: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match whole.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => whole.push(range),
        }
    }
    whole
}
