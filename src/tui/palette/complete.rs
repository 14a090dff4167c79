//! What could come next in a line: fields, words of a vocabulary, numbers of things, options. Knows what is known, not
//! what the command will bring about.

use std::cmp::Reverse;

use clap::{Arg, CommandFactory, ValueEnum};

use super::command::{ONLY_THERE, listed};
use super::fields::precision;
use super::words::{Word, Words, quoted};
use crate::domain::code::Channel;
use crate::domain::command::Command;
use crate::domain::stage::Stage;
use crate::grammar::args::{self, Cli};
use crate::grammar::fields::{self, Field, Holds};
use crate::grammar::words::help;
use crate::search::{Haystack, Needle};
use crate::text::Text;
use crate::tui::form::{Precision, shown_when};
use crate::tui::style::Look;
use crate::tui::world::World;

/// What could take the place of the word being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Completion {
    /// The whole word, ready for the line.
    pub(super) word: String,
    /// Whether the word goes on: a field waits for its value.
    pub(super) goes_on: bool,
    pub(super) label: String,
    pub(super) note: String,
    /// Whether the command cannot do without it.
    pub(super) required: bool,
}

/// What could come next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Completions {
    /// The byte at which the word being typed begins.
    pub(super) at: usize,
    pub(super) list: Vec<Completion>,
    /// What is wanted, in words.
    pub(super) hint: String,
}

/// The most that are offered.
const MOST: usize = 50;
/// Things looked through for one key: what takes some hundredths of a second.
const BREATH: usize = 4_000;

/// What could come next in a line whose first word is a command.
pub(super) fn of(line: &str, world: &World<'_>, look: &Look) -> Completions {
    let words = Words::of(line);
    let Some(name) = words.done.first() else { return Completions::default() };
    let (list, hint) = if Command::NAMES.contains(&name.text.as_str()) {
        of_command(&name.text, &words, world, look)
    } else {
        of_subcommand(&name.text, &words, world, look)
    };
    Completions { at: words.last.at, list, hint }
}

fn of_command(name: &str, words: &Words, world: &World<'_>, look: &Look) -> (Vec<Completion>, String) {
    let known = fields::of(name);
    if let Some((field, typed)) = words.last.pair() {
        let field = known.iter().find(|known| known.name == field);
        return field.map(|field| values(field, typed, world, look)).unwrap_or_default();
    }
    let given = |field: &Field| words.done.iter().filter_map(Word::pair).any(|(given, _)| given == field.name);
    let needle = Needle::new(&words.last.text);
    let fields = known.iter().filter(|field| !given(field));
    let list = fields.filter_map(|field| {
        let part = look.text.part(&field.name);
        needle.find(&Haystack::new(&format!("{} {part} {}", field.name, field.about)))?;
        Some(Completion {
            word: format!("{}=", field.name),
            goes_on: true,
            label: field.name.clone(),
            note: look.text.in_language(part, field.about.trim_end_matches('.')).to_owned(),
            required: field.required,
        })
    });
    (list.collect(), String::new())
}

/// What a field could hold; of several values the last one is being typed.
fn values(field: &Field, typed: &str, world: &World<'_>, look: &Look) -> (Vec<Completion>, String) {
    let text = look.text;
    let (before, typed) = match typed.rfind([',', '，', '、']).filter(|_| field.many) {
        Some(comma) => typed.split_at(comma + typed[comma..].chars().next().map_or(0, char::len_utf8)),
        None => ("", typed),
    };
    let hint = text.in_language(text.part(&field.name), field.about.trim_end_matches('.')).to_owned();
    if let Some(precision) = precision(&field.holds) {
        let said = match shown_when(typed, precision, look.now, text) {
            Some((reading, _)) => format!("{typed} → {reading}"),
            None if precision == Precision::Time => text.hint_at().to_owned(),
            None => text.hint_due_day().to_owned(),
        };
        return (Vec::new(), format!("{hint}  {said}"));
    }
    let choices = match &field.holds {
        Holds::Word(vocabulary, codes) => narrowed(words_of(vocabulary, codes, text), typed),
        Holds::YesOrNo => {
            let choices = [("true", text.yes()), ("false", text.no())];
            narrowed(choices.into_iter().map(|(code, word)| (code.to_owned(), word.to_owned())), typed)
        }
        Holds::Name(kinds) => narrowed(named(kinds, world, text), typed),
        _ => Vec::new(),
    };
    let list = choices.into_iter().map(|(value, label)| Completion {
        word: format!("{}={}", field.name, quoted(&format!("{before}{value}"))),
        goes_on: false,
        label: value,
        note: label,
        required: false,
    });
    (list.collect(), hint)
}

fn words_of(vocabulary: &str, codes: &[String], text: Text) -> impl Iterator<Item = (String, String)> {
    codes.iter().map(move |code| (code.clone(), text.word(vocabulary, code).unwrap_or_default().to_owned()))
}

/// Those whose value or words match what is typed, the best first.
fn narrowed(choices: impl Iterator<Item = (String, String)>, typed: &str) -> Vec<(String, String)> {
    let needle = Needle::new(typed);
    let mut found: Vec<_> = choices
        .filter_map(|choice| {
            let score = needle.find(&Haystack::new(&format!("{} {}", choice.0, choice.1)))?.score;
            Some((score, choice))
        })
        .collect();
    found.sort_by_key(|(score, _)| Reverse(*score));
    found.into_iter().map(|(_, choice)| choice).take(MOST).collect()
}

/// Things of these kinds, of every kind its share of a breath: many of one kind hide none of another.
fn named<'a>(kinds: &'a [impl AsRef<str>], world: &World<'a>, text: Text) -> impl Iterator<Item = (String, String)> {
    let share = BREATH / kinds.len().max(1);
    kinds.iter().flat_map(move |kind| things(kind.as_ref(), world, text).take(share))
}

/// Things of a kind, by number and what they are called; what goes on and what is new first.
fn things<'a>(kind: &str, world: &World<'a>, text: Text) -> Box<dyn Iterator<Item = (String, String)> + 'a> {
    let register = world.register;
    match kind {
        "matter" => {
            let open = register.matters().rev().filter(|matter| matter.stage() != Stage::Closed);
            let closed = register.matters().rev().filter(|matter| matter.stage() == Stage::Closed);
            Box::new(open.chain(closed).map(move |matter| {
                let standing = text.standing_of(matter);
                (register.id(matter.key), format!("{}  {standing}", matter.title))
            }))
        }
        "meeting" => {
            Box::new(register.meetings().rev().map(|meeting| (register.id(meeting.key), meeting.title.clone())))
        }
        "task" => Box::new(register.tasks().rev().map(move |task| {
            let words = format!("{}  {}  {}", task.text, text.lead(register, task.lead), text.task_state(task.state));
            (register.id(task.key), words)
        })),
        "person" => Box::new(register.people().map(move |person| {
            (register.id(person.key), format!("{}  {}", person.name, text.body_named(register, person.body)))
        })),
        "body" => Box::new(register.bodies().map(move |body| (register.id(body.key), text.body(body).to_owned()))),
        "note" => Box::new(register.notes().rev().map(|note| (register.id(note.key), note.text.clone()))),
        "notice" => Box::new(register.notices().rev().map(move |notice| {
            let about = crate::tui::screen::Target::from(notice.about).title(register);
            (register.id(notice.key), format!("{}  {about}", text.notice_kind(notice.kind)))
        })),
        "unit" => Box::new(register.units().map(|unit| (register.id(unit.key), unit.label()))),
        "vote" => Box::new(register.votes().rev().map(|vote| (register.id(vote.key), vote.question.clone()))),
        "objection" => {
            Box::new(register.objections().rev().map(|objection| (register.id(objection.key), objection.text.clone())))
        }
        "category" => Box::new(register.rules().categories.iter().flat_map(move |first| {
            let second = first.items.iter().map(|second| (second.code.clone(), &second.name));
            std::iter::once((first.code.clone(), &first.name))
                .chain(second)
                .map(move |(code, name)| (code, text.in_language(&name.zh, &name.en).to_owned()))
        })),
        _ => Box::new(std::iter::empty()),
    }
}

/// Options and values of a subcommand, as its grammar gives them.
fn of_subcommand(name: &str, words: &Words, world: &World<'_>, look: &Look) -> (Vec<Completion>, String) {
    let whole = Cli::command();
    let Some(subcommand) = whole.find_subcommand(name) else { return Default::default() };
    let typed = words.last.text.as_str();
    let args = || subcommand.get_arguments().filter(|arg| !ONLY_THERE.contains(&arg.get_id().as_str()));
    let spelt = |arg: &Arg| arg.get_long().map(|long| format!("--{long}"));
    let named = |word: &str| args().find(|arg| spelt(arg).is_some_and(|option| option == word));
    let value = |arg: &Arg, before: &str, typed: &str| -> Vec<Completion> {
        let choices = narrowed(choices(arg, world, look.text).into_iter(), typed);
        let completion = |(value, note): (String, String)| Completion {
            word: format!("{before}{}", quoted(&value)),
            goes_on: false,
            label: value,
            note,
            required: false,
        };
        choices.into_iter().map(completion).collect()
    };
    let takes_value = |arg: &&Arg| arg.get_action().takes_values();
    if let Some((option, typed)) = words.last.pair().filter(|(option, _)| option.starts_with('-')) {
        let arg = named(option).filter(takes_value);
        return (arg.map(|arg| value(arg, &format!("{option}="), typed)).unwrap_or_default(), String::new());
    }
    if let Some(arg) = words.done.last().and_then(|word| named(&word.text)).filter(takes_value) {
        return (value(arg, "", typed), String::new());
    }
    let positional = args().find(|arg| arg.is_positional()).filter(|_| words.done.len() == 1);
    let mut list = positional.map(|arg| value(arg, "", typed)).unwrap_or_default();
    let needle = Needle::new(typed.trim_start_matches('-'));
    for arg in args() {
        let Some(option) = spelt(arg).filter(|option| words.done.iter().all(|word| word.text != *option)) else {
            continue;
        };
        let note = help(look.text, name, arg.get_id().as_str());
        if needle.find(&Haystack::new(&format!("{option} {note}"))).is_some() {
            let required = arg.is_required_set();
            list.push(Completion {
                word: option.clone(),
                goes_on: false,
                label: option,
                note: note.to_owned(),
                required,
            });
        }
    }
    (list, String::new())
}

/// What a list lists, in a word.
fn kind_word(kind: args::Kind, text: Text) -> &'static str {
    if kind == args::Kind::Diary { text.channel(Channel::Diary) } else { text.kinds(listed(kind)) }
}

/// What an argument could be.
fn choices(arg: &Arg, world: &World<'_>, text: Text) -> Vec<(String, String)> {
    let listed = arg.get_possible_values();
    if !listed.is_empty() {
        // A vocabulary has the name of its argument.
        let id = arg.get_id().as_str();
        if id == "kind" {
            let kinds = args::Kind::value_variants().iter();
            return kinds.map(|kind| (kind.name().to_owned(), kind_word(*kind, text).to_owned())).collect();
        }
        let vocabulary = id[..1].to_uppercase() + &id[1..];
        let codes: Vec<_> = listed.iter().map(|value| value.get_name().to_owned()).collect();
        return words_of(&vocabulary, &codes, text).collect();
    }
    let kinds: &[&str] = match arg.get_id().as_str() {
        "id" => &["matter", "meeting", "task", "person", "notice"],
        "body" => &["body"],
        "category" => &["category"],
        _ => &[],
    };
    named(kinds, world, text).collect()
}
