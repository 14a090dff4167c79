//! How the end of a query may go on: names of filters, and what they can be asked for. Must not know what is found.

use std::cmp::Reverse;

use super::words::{Flag, Name, State};
use crate::domain::code::Channel;
use crate::domain::meeting::MeetingState;
use crate::domain::register::Register;
use crate::domain::stage::{Stage, Standing};
use crate::domain::task::TaskState;
use crate::search::{Haystack, Needle};
use crate::text::{Lang, Text};

/// More would not be read.
const MOST: usize = 8;

/// A way for a query to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The filter or what it is asked for, as people read it.
    pub word: String,
    /// The whole query with it.
    pub query: String,
}

/// The ways in which a query may go on that is typed as far as this, in the language of `text`; none behind a space.
#[must_use]
pub fn completions(typed: &str, register: &Register, text: Text) -> Vec<Completion> {
    let start =
        typed.rfind(char::is_whitespace).map_or(0, |at| at + typed[at..].chars().next().map_or(1, char::len_utf8));
    let (before, last) = typed.split_at(start);
    let is_inside_quotes = before.matches(['"', '“', '”']).count() % 2 == 1;
    if last.is_empty() || is_inside_quotes {
        return Vec::new();
    }
    let sign = if last.starts_with(['-', '－']) { last.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let (sign, last) = last.split_at(sign);
    let before = format!("{before}{sign}");
    if let Some((name, value)) = last.split_once([':', '：'])
        && let Some(of) = Name::of(name)
    {
        let needle = Needle::phrase(value);
        let words = values(of, register, text).into_iter().filter(|word| word != value);
        let mut words: Vec<(i32, String)> = words.filter_map(|word| Some((worth(&needle, &word)?, word))).collect();
        words.sort_by_key(|(worth, _)| Reverse(*worth));
        let query = |word: &String| format!("{before}{name}:{} ", quoted(word));
        return words.into_iter().take(MOST).map(|(_, word)| Completion { query: query(&word), word }).collect();
    }
    let needle = Needle::phrase(last);
    let names = Name::names().iter().filter_map(|(_, names)| meant(names, &needle, text));
    let flags = Flag::names().iter().filter_map(|(_, names)| meant(names, &needle, text));
    let names = names.map(|name| (format!("{name}:"), ""));
    let flags = flags.map(|flag| (flag.to_owned(), " "));
    names
        .chain(flags)
        .filter(|(word, _)| word != last)
        .map(|(word, behind)| Completion { query: format!("{before}{word}{behind}"), word })
        .collect()
}

/// What a filter can be asked for, where that is a list.
fn values(name: Name, register: &Register, text: Text) -> Vec<String> {
    let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
    match name {
        Name::Stage => owned(Stage::ALL.iter().map(|stage| text.stage(*stage)).collect()),
        Name::Channel => owned(Channel::ALL.iter().map(|channel| text.channel(*channel)).collect()),
        Name::Is => {
            let states = Standing::ALL.iter().copied().map(State::Matter);
            let states = states.chain(TaskState::ALL.iter().copied().map(State::Task));
            let states = states.chain(MeetingState::ALL.iter().copied().map(State::Meeting));
            let mut words: Vec<String> = Vec::new();
            for word in states.map(|state| state.shown(text)) {
                if !words.iter().any(|known| known == word) {
                    words.push(word.to_owned());
                }
            }
            words
        }
        Name::Lead => owned(register.bodies().map(|body| text.body(body)).collect()),
        Name::Category => {
            let categories = register.rules().categories.iter();
            categories.map(|category| text.category(register, &category.code).to_owned()).collect()
        }
        Name::Place | Name::By => Vec::new(),
    }
}

fn quoted(word: &str) -> String {
    if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.to_owned() }
}

fn worth(needle: &Needle, word: &str) -> Option<i32> {
    Some(needle.find(&Haystack::new(word))?.score)
}

/// The name that begins with what is typed, as it is written or as it sounds; its like in this language.
fn meant<'a>(names: &[&'a str], needle: &Needle, text: Text) -> Option<&'a str> {
    let begins = |name: &&&str| needle.ranges_in(name).first().is_some_and(|range| range.start == 0);
    let is_ours = |name: &&&str| name.is_ascii() == (text.lang == Lang::En);
    let meant = names.iter().find(begins)?;
    let like = names.iter().filter(begins).find(is_ours).or_else(|| names.iter().find(is_ours));
    Some(like.unwrap_or(meant))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{EN, ZH};

    fn words(typed: &str, text: Text) -> Vec<String> {
        completions(typed, &Register::default(), text).into_iter().map(|completion| completion.word).collect()
    }

    fn first(typed: &str, text: Text) -> Option<String> {
        completions(typed, &Register::default(), text).into_iter().next().map(|completion| completion.query)
    }

    #[test]
    fn names_of_filters_are_completed_by_letters_pinyin_and_characters() {
        assert_eq!(words("st", EN), ["stage:", "state:"]);
        assert_eq!(words("cb", ZH), ["承办:"]);
        assert_eq!(words("qt", ZH), ["牵头:"]);
        assert_eq!(first("路灯 阶", ZH).as_deref(), Some("路灯 阶段:"));
        assert_eq!(first("-yq", ZH).as_deref(), Some("-逾期 "));
        assert!(words("路灯 ", ZH).is_empty());
    }

    #[test]
    fn what_a_filter_can_be_asked_for_is_completed() {
        assert_eq!(words("stage:", EN).len(), Stage::ALL.len());
        assert_eq!(first("阶段：bs", ZH).as_deref(), Some("阶段:办事 "));
        assert_eq!(first("is:taken", EN), None);
        assert!(words("\"two stage:a", EN).is_empty(), "quoted words are no filter");
    }
}
