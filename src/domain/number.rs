//! The numbers people read and say: `2026-A001` for a matter, `2026-A-M01` for a meeting. A number never changes and is
//! never given twice. The letter is the laptop's.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use super::id::{MeetingRef, Ref, WriterId};
use super::refusal::Kind;

/// A number, taken apart so that short forms can be compared with it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// What it numbers.
    pub kind: Kind,
    /// The year it was given in; people and bodies have none.
    pub year: Option<i32>,
    /// The laptop's letter, upper case.
    pub letter: String,
    /// From 1.
    pub seq: u32,
}

/// A number as people shorten it: `A1`, `T7`, `1`. What is left out matches anything.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Short {
    year: Option<i32>,
    letter: Option<String>,
    seq: u32,
}

/// All numbers ever given, those of acts taken back included.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numbers {
    given: BTreeMap<Number, Vec<Ref>>,
    /// The same by their last figure, for short forms.
    by_seq: BTreeMap<(Kind, u32), BTreeSet<Number>>,
    /// Who has used each letter, in the order of the fold.
    letters: BTreeMap<String, Vec<WriterId>>,
    /// The last item of each agenda.
    items: BTreeMap<MeetingRef, u32>,
}

impl Kind {
    /// The letter that stands for the kind inside a number; matters have none.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Matter => "",
            Self::Meeting => "M",
            Self::Task => "T",
            Self::Notice => "N",
            Self::Note => "K",
            Self::Objection => "O",
            Self::Vote => "V",
            Self::Unit => "U",
            Self::Person => "P",
            Self::Body => "B",
            Self::Archive => "G",
        }
    }

    fn digits(self) -> usize {
        match self {
            Self::Meeting | Self::Body => 2,
            _ => 3,
        }
    }

    fn by_year(self) -> bool {
        !matches!(self, Self::Person | Self::Body)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(year) = self.year {
            write!(f, "{year}-")?;
        }
        let mark = self.kind.mark();
        let dash = if mark.is_empty() { "" } else { "-" };
        write!(f, "{}{dash}{mark}{:0digits$}", self.letter, self.seq, digits = self.kind.digits())
    }
}

impl Number {
    /// Reads a number of a known kind, whole.
    #[must_use]
    pub fn parse(kind: Kind, text: &str) -> Option<Self> {
        let short = Short::readings(kind, text).into_iter().next()?;
        let letter = short.letter?;
        (short.year.is_some() == kind.by_year()).then_some(Self { kind, year: short.year, letter, seq: short.seq })
    }
}

impl Short {
    /// The ways a text can be read as a number of this kind, the likeliest first: `T7` is task 7 of any laptop before it
    /// is number 7 of laptop T.
    fn readings(kind: Kind, text: &str) -> Vec<Self> {
        let text = text.trim().to_ascii_uppercase();
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) if year.len() == 4 => match i32::from_str(year) {
                Ok(year) => (Some(year), rest),
                Err(_) => (None, text.as_str()),
            },
            _ => (None, text.as_str()),
        };
        let Some(at) = rest.find(|c: char| c.is_ascii_digit()) else { return Vec::new() };
        let (letters, digits) = rest.split_at(at);
        let Ok(seq) = digits.parse() else { return Vec::new() };
        let letters = letters.replace('-', "");
        if !letters.bytes().all(|b| b.is_ascii_uppercase()) {
            return Vec::new();
        }
        let mut readings = Vec::new();
        let mut read = |letter: &str| {
            let letter = (!letter.is_empty()).then(|| letter.to_owned());
            readings.push(Self { year, letter, seq });
        };
        match letters.strip_suffix(kind.mark()) {
            Some(letter) if !kind.mark().is_empty() => {
                read(letter);
                if letter.is_empty() {
                    read(&letters);
                }
            }
            _ => read(&letters),
        }
        readings
    }

    /// Whether a number with the same last figure is meant.
    fn fits(&self, number: &Number) -> bool {
        self.year.is_none_or(|year| number.year == Some(year))
            && self.letter.as_ref().is_none_or(|letter| *letter == number.letter)
    }
}

impl Numbers {
    /// Notes that a number was given.
    pub(super) fn give(&mut self, number: Number, to: Ref) {
        let writers = self.letters.entry(number.letter.clone()).or_default();
        if !writers.contains(&to.act.writer) {
            writers.push(to.act.writer);
        }
        self.by_seq.entry((number.kind, number.seq)).or_default().insert(number.clone());
        let things = self.given.entry(number).or_default();
        if !things.contains(&to) {
            things.push(to);
        }
    }

    /// The number after the last one of this kind, year and letter, `ahead` further numbers being spoken for.
    #[must_use]
    pub fn next(&self, kind: Kind, year: i32, letter: &str, ahead: u32) -> Number {
        let year = kind.by_year().then_some(year);
        let number = |seq| Number { kind, year, letter: letter.to_owned(), seq };
        let last = self.given.range(number(0)..=number(u32::MAX)).next_back().map_or(0, |(number, _)| number.seq);
        number(last.saturating_add(1).saturating_add(ahead))
    }

    /// Notes that an item of an agenda was given a number.
    pub(super) fn give_item(&mut self, meeting: MeetingRef, item: u32) {
        let last = self.items.entry(meeting).or_default();
        *last = item.max(*last);
    }

    /// The number of the next item of an agenda, from 1.
    #[must_use]
    pub fn next_item(&self, meeting: MeetingRef) -> u32 {
        self.items.get(&meeting).copied().unwrap_or(0).saturating_add(1)
    }

    /// The letter this laptop numbers with: the one it took first, or a free one. Where two took the same without knowing
    /// of each other, it stays with whoever comes first in the fold, and the other takes a new one.
    #[must_use]
    pub fn letter(&self, writer: WriterId) -> String {
        let free = || alphabet().find(|letter| !self.letters.contains_key(letter)).unwrap_or_default();
        self.letters
            .iter()
            .find(|(_, writers)| writers.first() == Some(&writer))
            .map_or_else(free, |(letter, _)| letter.clone())
    }

    /// The things this text can name, exact numbers before short forms.
    #[must_use]
    pub fn named(&self, kind: Kind, text: &str) -> Vec<Ref> {
        let (text, mark) = match text.split_once('@').map(|(text, mark)| (text, WriterId::from_str(mark.trim()))) {
            Some((text, Ok(mark))) => (text, Some(mark)),
            Some((_, Err(_))) => return Vec::new(),
            None => (text, None),
        };
        let marked = |things: &[Ref]| -> Vec<Ref> {
            things.iter().copied().filter(|thing| mark.is_none_or(|writer| thing.act.writer == writer)).collect()
        };
        if let Some(things) = Number::parse(kind, text).and_then(|number| self.given.get(&number)) {
            return marked(things);
        }
        Short::readings(kind, text)
            .iter()
            .map(|short| {
                let numbers = self.by_seq.get(&(kind, short.seq)).into_iter().flatten();
                let things = numbers.filter(|number| short.fits(number)).filter_map(|number| self.given.get(number));
                things.flat_map(|things| marked(things)).collect::<Vec<_>>()
            })
            .find(|things| !things.is_empty())
            .unwrap_or_default()
    }

    /// The number as it is shown: with a mark where two laptops gave the same one.
    #[must_use]
    pub fn shown(&self, number: &str, kind: Kind, thing: Ref) -> String {
        let shared = Number::parse(kind, number).and_then(|n| self.given.get(&n)).is_some_and(|t| t.len() > 1);
        if shared { format!("{number}@{}", thing.act.writer) } else { number.to_owned() }
    }
}

/// A, B … Z without I and O, which are read as digits; then AA, AB…
fn alphabet() -> impl Iterator<Item = String> {
    let single = || ('A'..='Z').filter(|c| !matches!(c, 'I' | 'O'));
    single().map(String::from).chain(single().flat_map(move |a| single().map(move |b| format!("{a}{b}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thing(writer: &str, n: u64) -> Ref {
        format!("{writer}.{n}.0").parse().unwrap()
    }

    fn given(numbers: &mut Numbers, kind: Kind, text: &str, to: Ref) {
        numbers.give(Number::parse(kind, text).unwrap(), to);
    }

    #[test]
    fn numbers_are_written_as_people_read_them() {
        let numbers = Numbers::default();
        assert_eq!(numbers.next(Kind::Matter, 2026, "A", 0).to_string(), "2026-A001");
        assert_eq!(numbers.next(Kind::Meeting, 2026, "A", 0).to_string(), "2026-A-M01");
        assert_eq!(numbers.next(Kind::Task, 2026, "B", 1).to_string(), "2026-B-T002");
        assert_eq!(numbers.next(Kind::Person, 2026, "A", 0).to_string(), "A-P001");
        assert_eq!(numbers.next(Kind::Body, 2026, "A", 0).to_string(), "A-B01");
    }

    #[test]
    fn short_forms_are_compared_as_numbers() {
        let mut numbers = Numbers::default();
        given(&mut numbers, Kind::Matter, "2026-A001", thing("aaaaaa", 1));
        given(&mut numbers, Kind::Matter, "2026-A010", thing("aaaaaa", 2));
        given(&mut numbers, Kind::Matter, "2026-B001", thing("bbbbbb", 1));
        given(&mut numbers, Kind::Task, "2026-A-T007", thing("aaaaaa", 3));
        assert_eq!(numbers.named(Kind::Matter, "a1"), [thing("aaaaaa", 1)]);
        assert_eq!(numbers.named(Kind::Matter, "2026-A0001"), [thing("aaaaaa", 1)]);
        assert_eq!(numbers.named(Kind::Matter, "10"), [thing("aaaaaa", 2)]);
        assert_eq!(numbers.named(Kind::Matter, "1"), [thing("aaaaaa", 1), thing("bbbbbb", 1)]);
        assert_eq!(numbers.named(Kind::Task, "T7"), [thing("aaaaaa", 3)]);
        assert_eq!(numbers.named(Kind::Task, "7"), [thing("aaaaaa", 3)]);
        assert_eq!(numbers.named(Kind::Task, "A-T7"), [thing("aaaaaa", 3)]);
        assert!(numbers.named(Kind::Task, "2025-A-T007").is_empty());
        assert!(numbers.named(Kind::Matter, "东门").is_empty());
    }

    #[test]
    fn two_laptops_that_took_one_letter_are_told_apart_and_the_later_takes_a_new_one() {
        let mut numbers = Numbers::default();
        given(&mut numbers, Kind::Matter, "2026-A001", thing("aaaaaa", 1));
        given(&mut numbers, Kind::Matter, "2026-A001", thing("bbbbbb", 1));
        assert_eq!(numbers.shown("2026-A001", Kind::Matter, thing("bbbbbb", 1)), "2026-A001@bbbbbb");
        assert_eq!(numbers.named(Kind::Matter, "2026-A001@bbbbbb"), [thing("bbbbbb", 1)]);
        assert_eq!(numbers.named(Kind::Matter, "2026-A001").len(), 2);
        assert_eq!(numbers.letter("aaaaaa".parse().unwrap()), "A");
        assert_eq!(numbers.letter("bbbbbb".parse().unwrap()), "B");
    }
}
