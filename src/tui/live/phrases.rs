//! What is often written: the phrases of the rule set, else those that ship, and the openings that come again and again in
//! this council's earlier minutes. Knows no keys.

use std::collections::HashMap;

use crate::domain::id::MeetingRef;
use crate::domain::register::Register;
use crate::text::{PHRASES, Text};

/// Openings that are offered.
const MOST: usize = 12;
/// Characters of an opening: what is shorter is typed as fast.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=30;
/// How often an opening must have been written.
const OFTEN: usize = 2;

/// The phrases, those set before those found.
#[must_use]
pub fn phrases(register: &Register, except: MeetingRef, text: Text) -> Vec<String> {
    let own = register.rules().phrases.iter().map(|words| text.in_language(&words.zh, &words.en).to_owned());
    let mut phrases: Vec<String> = own.collect();
    if phrases.is_empty() {
        phrases.extend(PHRASES.iter().map(|(zh, en)| text.in_language(zh, en).to_owned()));
    }
    let words = register.notes().filter(|note| note.meeting != except && note.struck.is_none());
    for opening in openings(words.map(|note| note.text.as_str())) {
        if !phrases.iter().any(|phrase| phrase.starts_with(opening)) {
            phrases.push(opening.to_owned());
        }
    }
    phrases
}

/// The openings that come again, the most frequent first; of equals the one that came first.
fn openings<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for (at, text) in texts.enumerate() {
        if let Some(opening) = opening(text) {
            counts.entry(opening).or_insert((0, at)).0 += 1;
        }
    }
    let mut often: Vec<(&str, (usize, usize))> = counts.into_iter().filter(|(_, (count, _))| *count >= OFTEN).collect();
    often.sort_by_key(|(_, (count, first))| (std::cmp::Reverse(*count), *first));
    often.into_iter().map(|(opening, _)| opening).take(MOST).collect()
}

/// A text up to and with its first mark, if that is neither too short nor too long.
fn opening(text: &str) -> Option<&str> {
    let marks = ['，', '。', '：', '；', '！', '？', ',', '.', ':', ';', '!', '?', '\n'];
    let end = text.char_indices().find(|(_, c)| marks.contains(c)).map(|(at, c)| at + c.len_utf8())?;
    let opening = text[..end].trim();
    LENGTH.contains(&opening.chars().count()).then_some(opening)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opening_ends_with_its_first_mark() {
        assert_eq!(opening("同意物业的方案，但要公示。"), Some("同意物业的方案，"));
        assert_eq!(opening("To be clear: no."), Some("To be clear:"));
        assert_eq!(opening("好，就这样"), None, "too short to be worth a key");
        assert_eq!(opening("没有标点的话"), None);
    }

    #[test]
    fn what_comes_most_often_comes_first() {
        let texts =
            ["会后再看，一", "请物业说明，二", "请物业说明，三", "只有一次，四", "会后再看，五", "会后再看，六"];
        assert_eq!(openings(texts.into_iter()), ["会后再看，", "请物业说明，"]);
    }
}
