//! Judging every record by a query. What bodies, people and categories are called is looked up once for a query, not once
//! for each thing that they have to do with.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::query::{Clause, Query, Test, Word};
use super::record::{Part, Record};
use super::words::{Flag, State};
use super::{Field, Hit, Index};
use crate::domain::entry::Instant;
use crate::domain::id::Ref;
use crate::domain::refusal::Kind;
use crate::domain::register::{Register, Thing};
use crate::domain::rule_set::Words;
use crate::search::{Haystack, Needle, Probe, fold};

/// A number that names a thing stands above everything that only contains it.
const NAMED: i32 = 100_000;

/// One place that a word is found in stands above the next by this much, and no match is worth half of it.
const TIER: i32 = 1_000;

/// A clause made ready for one index.
struct Ready<'a> {
    not: bool,
    test: Look<'a>,
}

enum Look<'a> {
    /// What needs no preparation.
    Plain(&'a Test),
    Place(Vec<Probe>),
    By(Vec<Probe>, HashMap<Ref, i32>),
    Lead(HashMap<Ref, i32>),
    Category(Vec<String>),
    Text(Box<WordLook<'a>>),
}

/// A word, and all that it may mean.
struct WordLook<'a> {
    word: &'a Word,
    probes: Vec<Probe>,
    has_digit: bool,
    named: Vec<Ref>,
    who: HashMap<Ref, i32>,
    categories: HashMap<String, i32>,
}

impl Index {
    /// What answers a query at `now`, best first: by where the words are found; then whoever is called just so, matters,
    /// and what belongs to them; then by how well the words fit, what is open before what is not, and the newest first. `register` is the one that the index was last made or updated from.
    #[must_use]
    pub fn find(&self, query: &Query, register: &Register, now: Instant) -> Vec<Hit> {
        let mut clauses: Vec<Ready<'_>> = query.clauses.iter().map(|clause| self.ready(clause, register)).collect();
        // What is cheap to ask is asked first.
        clauses.sort_by_key(|clause| matches!(clause.test, Look::Text(_)));
        let mut found: Vec<(Hit, &Record)> = self
            .records
            .iter()
            .filter(|record| query.kind.is_none_or(|kind| kind == record.kind))
            .filter_map(|record| Some((self.judge(record, &mut clauses, now)?, record)))
            .collect();
        let called: HashSet<Ref> = found
            .iter()
            .map(|(hit, _)| *hit)
            .filter(|hit| is_called_so(hit, query, register))
            .map(|hit| hit.what)
            .collect();
        found.sort_unstable_by_key(|(hit, record)| {
            // Half a tier up, for no match is worth half of one.
            let tier = (hit.score + TIER / 2).div_euclid(TIER);
            let rank = if called.contains(&hit.what) { 0 } else { rank(record.kind) };
            let closed = record.facts.open == Some(false);
            (Reverse(tier), rank, Reverse(hit.score), closed, Reverse(record.facts.at), hit.what)
        });
        found.into_iter().map(|(hit, _)| hit).collect()
    }

    fn judge(&self, record: &Record, clauses: &mut [Ready<'_>], now: Instant) -> Option<Hit> {
        let mut hit = Hit { what: record.what, kind: record.kind, score: 0, in_field: None };
        for Ready { not, test } in clauses {
            match test {
                Look::Text(look) => match (look.find(record), *not) {
                    (Some((score, field)), false) => {
                        hit.score = hit.score.saturating_add(score);
                        hit.in_field = hit.in_field.max(Some(field));
                    }
                    (None, true) => {}
                    _ => return None,
                },
                filter => {
                    if self.holds(filter, record, now) == *not {
                        return None;
                    }
                }
            }
        }
        Some(hit)
    }

    /// Whether a filter holds for a thing; a task is asked for its matter's step, category, channel, place and raiser.
    fn holds(&self, filter: &mut Look<'_>, record: &Record, now: Instant) -> bool {
        let facts = &record.facts;
        let matter = facts.matter.and_then(|matter| self.places.get(&matter.0)).map_or(record, |&at| &self.records[at]);
        match filter {
            Look::Plain(Test::Stage(stages)) => {
                matches!(matter.facts.state, Some(State::Matter(standing)) if stages.contains(&standing.stage()))
            }
            Look::Plain(Test::State(states)) => facts.state.is_some_and(|state| states.contains(&state)),
            Look::Plain(Test::Channel(channels)) => {
                matter.facts.channel.is_some_and(|channel| channels.contains(&channel))
            }
            Look::Plain(Test::Flag(Flag::Overdue)) => facts.due.is_some_and(|due| due.is_past(now)),
            Look::Plain(Test::Flag(Flag::Open)) => facts.open == Some(true),
            Look::Plain(Test::Flag(Flag::Closed)) => facts.open == Some(false),
            Look::Place(probes) => worth(probes, matter.part(Part::Place)).is_some(),
            Look::By(probes, who) => {
                let spoke = record.kind == Kind::Note && facts.who.is_some_and(|speaker| who.contains_key(&speaker));
                spoke || worth(probes, matter.part(Part::By)).is_some()
            }
            Look::Lead(who) => record.kind != Kind::Note && facts.who.is_some_and(|lead| who.contains_key(&lead)),
            Look::Category(codes) => {
                matter.facts.category.as_ref().is_some_and(|own| codes.iter().any(|code| begins(own, code)))
            }
            Look::Plain(Test::Category(_) | Test::Lead(_) | Test::Place(_) | Test::By(_) | Test::Text(_))
            | Look::Text(_) => false,
        }
    }

    fn ready<'a>(&self, clause: &'a Clause, register: &Register) -> Ready<'a> {
        let probes = |needle| Probe::all(needle, &self.alphabet);
        let test = match &clause.test {
            Test::Place(needle) => {
                let whole = |probe: Probe| probe.with_whole_number(needle, &self.alphabet);
                Look::Place(probes(needle).into_iter().map(whole).collect())
            }
            Test::By(needle) => Look::By(probes(needle), self.called(&mut probes(needle), register)),
            Test::Lead(needle) => Look::Lead(self.called(&mut probes(needle), register)),
            Test::Category(given) => Look::Category(codes_meant(given, register)),
            Test::Text(word) => Look::Text(Box::new(self.word(word, register))),
            plain => Look::Plain(plain),
        };
        Ready { not: clause.not, test }
    }

    fn word<'a>(&self, word: &'a Word, register: &Register) -> WordLook<'a> {
        let mut probes = Probe::all(&word.needle, &self.alphabet);
        let who = self.called(&mut probes, register);
        let categories = codes_called(&word.needle, register);
        let has_digit = word.given.contains(|letter: char| letter.is_ascii_digit());
        let named = if has_digit { self.named(&word.given, register) } else { Vec::new() };
        WordLook { word, probes, has_digit, named, who, categories }
    }

    /// The bodies that are called so, and the people who are or who speak for one.
    fn called(&self, probes: &mut [Probe], register: &Register) -> HashMap<Ref, i32> {
        let mut title = |what: Ref| {
            let record = &self.records[*self.places.get(&what)?];
            let may_be = probes.iter().all(|probe| probe.may_be_in(record.title_mask));
            may_be.then(|| worth(probes, record.part(Part::Title)))?
        };
        let mut called: HashMap<Ref, i32> =
            register.bodies().filter_map(|body| Some((body.key.0, title(body.key.0)?))).collect();
        for person in register.people() {
            let of_body = called.get(&person.body.0).copied();
            if let Some(worth) = title(person.key.0).max(of_body) {
                called.insert(person.key.0, worth);
            }
        }
        called
    }

    /// The things that a number names. One that does not say its kind is a matter's.
    fn named(&self, given: &str, register: &Register) -> Vec<Ref> {
        let letter = kind_letter(given);
        let kinds = self.kinds.iter().filter(|&&kind| letter.is_some() || kind == Kind::Matter);
        let named = kinds.flat_map(|&kind| register.numbers().named(kind, given));
        named.filter(|&what| letter.is_none() || kind_letter(&fold(&register.id(what))) == letter).collect()
    }
}

impl WordLook<'_> {
    /// The best place of a record that the word is found in.
    fn find(&mut self, record: &Record) -> Option<(i32, Field)> {
        if self.named.contains(&record.what) {
            return Some((NAMED, Field::Number));
        }
        if self.may_be_in(record.title_mask)
            && let Some(found) = self.in_part(record, Part::Title, Field::Title)
        {
            return Some(found);
        }
        let may_be_in_text = self.may_be_in(record.mask);
        if may_be_in_text {
            let parts = [(Part::Number, Field::Number), (Part::Place, Field::Place), (Part::By, Field::By)];
            // Every number has a letter; only one with a digit is meant as a number.
            for (part, field) in parts.into_iter().skip(usize::from(!self.has_digit)) {
                if let Some(found) = self.in_part(record, part, field) {
                    return Some(found);
                }
            }
        }
        let facts = &record.facts;
        if let Some(&worth) = facts.who.and_then(|who| self.who.get(&who)) {
            return Some(scored(worth, Field::Lead));
        }
        if let Some(&worth) = facts.category.as_ref().and_then(|code| self.categories.get(code)) {
            return Some(scored(worth, Field::Category));
        }
        if facts.state.is_some_and(|state| self.is_called(state)) {
            return Some(scored(0, Field::State));
        }
        if may_be_in_text { self.in_part(record, Part::Detail, Field::Detail) } else { None }
    }

    fn may_be_in(&self, mask: u64) -> bool {
        self.probes.iter().all(|probe| probe.may_be_in(mask))
    }

    fn in_part(&mut self, record: &Record, part: Part, field: Field) -> Option<(i32, Field)> {
        Some(scored(worth(&mut self.probes, record.part(part))?, field))
    }

    fn is_called(&self, state: State) -> bool {
        let in_step = matches!(state, State::Matter(standing) if self.word.stages.contains(&standing.stage()));
        in_step || self.word.states.contains(&state)
    }
}

/// The worth of all words of a query in a text; none if one is missing.
fn worth(probes: &mut [Probe], text: &[u16]) -> Option<i32> {
    if text.is_empty() {
        return None;
    }
    probes.iter_mut().map(|probe| probe.worth(text)).sum()
}

/// Whether the query is all of the name of a person or a body.
fn is_called_so(hit: &Hit, query: &Query, register: &Register) -> bool {
    if hit.in_field != Some(Field::Title) || !matches!(hit.kind, Kind::Person | Kind::Body) {
        return false;
    }
    let name = match register.thing(hit.what) {
        Some(Thing::Person(person)) => person.name.as_str(),
        Some(Thing::Body(body)) => body.name.as_deref().unwrap_or_default(),
        _ => return false,
    };
    matches!(query.ranges_in(name).as_slice(), [whole] if *whole == (0..name.len()))
}

/// Which kinds come first when words are found in the same place: what is said in the minutes is long, and holds the
/// initials of almost anything.
fn rank(kind: Kind) -> usize {
    let order = [Kind::Matter, Kind::Meeting, Kind::Person, Kind::Body, Kind::Task, Kind::Notice, Kind::Note];
    order.iter().position(|known| *known == kind).unwrap_or(order.len()) + 1
}

fn scored(worth: i32, field: Field) -> (i32, Field) {
    let tiers_above = Field::Detail as i32 - field as i32;
    (tiers_above * TIER + worth.clamp(1 - TIER / 2, TIER / 2 - 1), field)
}

/// The letter that tells the kind, or the laptop where a matter is named: `t` in `2026-a-t007`, `a` in `a12`.
fn kind_letter(number: &str) -> Option<char> {
    let number = number.split('@').next()?;
    let letter = number.trim_end_matches(|c: char| c.is_ascii_digit()).chars().next_back()?;
    (letter.is_ascii_alphabetic() && letter.len_utf8() < number.len()).then_some(letter)
}

/// Every category of the rules in force, with its code.
fn categories(register: &Register) -> impl Iterator<Item = (&str, &Words)> {
    register.rules().categories.iter().flat_map(|first| {
        let second = first.items.iter().map(|second| (second.code.as_str(), &second.name));
        std::iter::once((first.code.as_str(), &first.name)).chain(second)
    })
}

/// The codes of the categories that are called so, or that belong to one; how well the name fits.
fn codes_called(needle: &Needle, register: &Register) -> HashMap<String, i32> {
    let mut called: HashMap<String, i32> = HashMap::new();
    for (code, name) in categories(register) {
        let fit = |name: &str| Some(needle.find(&Haystack::new(name))?.score);
        let above = called.iter().find(|(first, _)| code.starts_with(first.as_str())).map(|(_, worth)| *worth);
        if let Some(worth) = fit(&name.zh).max(fit(&name.en)).or(above) {
            called.insert(code.to_owned(), worth);
        }
    }
    called
}

/// The beginnings of codes that a filter asks for: its own words if a code begins with them, else categories so called.
fn codes_meant(given: &str, register: &Register) -> Vec<String> {
    let is_code = given.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && (categories(register).any(|(code, _)| begins(code, given)) || given.ends_with(|c: char| c.is_ascii_digit()));
    if is_code {
        return vec![given.to_owned()];
    }
    codes_called(&Needle::phrase(given), register).into_keys().chain([given.to_owned()]).collect()
}

/// Whether a code begins with this, in upper or lower case.
fn begins(code: &str, with: &str) -> bool {
    code.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}
