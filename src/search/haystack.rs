//! A text prepared for searching; must not know what is searched for.

use std::ops::Range;

use pinyin::ToPinyinMulti;
use unicode_segmentation::UnicodeSegmentation;

use super::fold::{plain, simplified};
use super::mask_of;

/// Rarer readings than these only bring matches nobody meant.
const MOST_READINGS: usize = 3;

/// A text, prepared once and searched many times.
#[derive(Clone, Debug)]
pub struct Haystack {
    pub(super) letters: Box<[Letter]>,
    readings: Box<[&'static str]>,
    pub(super) mask: u64,
}

/// One folded character, with where it came from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub(super) folded: char,
    /// Bytes of the original text; of the whole grapheme, so that a highlight never cuts one.
    start: u32,
    end: u32,
    first_reading: u32,
    readings: u8,
}

impl Haystack {
    /// Prepares a text of at most 4 GiB; what lies beyond is not searched.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut letters = Vec::with_capacity(text.len() / 2);
        let mut readings = Vec::with_capacity(text.len() / 2);
        let mut mask = 0;
        for (offset, grapheme) in text.grapheme_indices(true) {
            let (Ok(start), Ok(end)) = (offset.try_into(), (offset + grapheme.len()).try_into()) else {
                break;
            };
            for letter in plain(grapheme) {
                let first = readings.len();
                push_readings(letter, &mut readings);
                for reading in &readings[first..] {
                    mask |= mask_of_reading(reading);
                }
                let folded = simplified(letter);
                mask |= mask_of(folded);
                letters.push(Letter {
                    folded,
                    start,
                    end,
                    first_reading: u32::try_from(first).unwrap_or(u32::MAX),
                    readings: u8::try_from(readings.len() - first).unwrap_or(0),
                });
            }
        }
        Self { letters: letters.into(), readings: readings.into(), mask }
    }

    /// The readings of a letter in plain pinyin, where `ü` stands for itself.
    pub(super) fn readings(&self, letter: Letter) -> &[&'static str] {
        let first = letter.first_reading as usize;
        &self.readings[first..first + usize::from(letter.readings)]
    }

    /// Where these letters stand in the original text, in bytes.
    pub(super) fn bytes(&self, letters: Range<usize>) -> Range<usize> {
        let start = self.letters[letters.start].start;
        let end = self.letters[letters.end - 1].end;
        start as usize..end as usize
    }
}

/// Adds the different readings of a character, the usual one first; tones make no difference.
pub(super) fn push_readings(letter: char, readings: &mut Vec<&'static str>) {
    let Some(all) = letter.to_pinyin_multi() else {
        return;
    };
    let first = readings.len();
    for reading in all.into_iter().map(pinyin::Pinyin::plain) {
        if readings.len() - first == MOST_READINGS {
            return;
        }
        if !readings[first..].contains(&reading) {
            readings.push(reading);
        }
    }
}

pub(super) fn mask_of_reading(reading: &str) -> u64 {
    let one = |letter| match letter {
        'ü' => mask_of('v') | mask_of('u'),
        plain => mask_of(plain),
    };
    reading.chars().map(one).fold(0, |mask, bit| mask | bit)
}
