//! A line that is a whole command: what it asks for. One grammar with the command line; knows no rule.

use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory, FromArgMatches};

use super::entries::SUBCOMMANDS;
use super::fields::{Given, value};
use super::words::{Words, quoted};
use super::{Asked, Showing};
use crate::domain::code::Channel;
use crate::domain::command::Command;
use crate::domain::refusal::Kind;
use crate::find::named;
use crate::grammar::args::{self, Cli};
use crate::grammar::{fields, lines, usage};
use crate::text::Text;
use crate::tui::dialog::Then;
use crate::tui::world::World;

/// Options that say where, how or as of when the command line answers: the screens show what is, here, now.
pub(super) const ONLY_THERE: [&str; 9] =
    ["as_of", "json", "short", "repair", "council", "actor", "lang", "now", "read_only"];

/// Whether a word is the name of a command.
pub(super) fn is_command(word: &str) -> bool {
    Command::NAMES.contains(&word) || is_subcommand(word)
}

/// Whether a word is the name of a subcommand, one of the command line alone too.
pub(super) fn is_subcommand(word: &str) -> bool {
    Cli::command().find_subcommand(word).is_some()
}

/// What a whole line asks for.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub(super) fn read(line: &str, world: &World<'_>, text: Text) -> Result<Asked, String> {
    if line.trim_start().starts_with('{') {
        let command = lines::read(line.trim().as_bytes(), |_| None).map_err(|bad| bad.told(text))?;
        return Ok(Asked::Command(Box::new(command), Then::Done));
    }
    let words = Words::of(line);
    let Some(name) = words.all().next().map(|word| word.text.clone()) else {
        return Err(text.palette_nothing().to_owned());
    };
    if Command::NAMES.contains(&name.as_str()) {
        let command = written_out(name, &words, world, text)?;
        return Ok(Asked::Command(Box::new(command), Then::Done));
    }
    if is_subcommand(&name) { subcommand(&words, world, text) } else { Err(text.palette_nothing().to_owned()) }
}

/// `accept_matter matter=A12 route=fast due=12-5`.
fn written_out(name: String, words: &Words, world: &World<'_>, text: Text) -> Result<Command, String> {
    let known = fields::of(&name);
    let mut given = Given::new();
    for word in words.all().skip(1) {
        let (field, typed) = word.pair().ok_or_else(|| text.palette_no_pair(&word.text))?;
        let value = match known.iter().find(|known| known.name == field) {
            Some(known) => value(known, typed, world.now(), text)?,
            None => typed.into(),
        };
        if given.insert(field.to_owned(), value).is_some() {
            return Err(text.input_twice(field));
        }
    }
    lines::command(name, &given).map_err(|bad| bad.told(text))
}

/// `list tasks --overdue`.
fn subcommand(words: &Words, world: &World<'_>, text: Text) -> Result<Asked, String> {
    let typed = std::iter::once("mazha").chain(words.all().map(|word| word.text.as_str()));
    let matches = Cli::command().try_get_matches_from(typed).map_err(|error| usage::wrong_usage(&error, text))?;
    if let Some((name, options)) = matches.subcommand() {
        only_there(name, options, text)?;
    }
    let cli = Cli::from_arg_matches(&matches).map_err(|error| usage::wrong_usage(&error, text))?;
    let register = world.register;
    let showing = match cli.command {
        Some(args::Command::List(list)) => listing(list, world, text)?,
        Some(args::Command::Show(show)) => {
            Showing::Thing(named::thing(register, &show.id).map_err(|refusal| text.refusal(&refusal))?)
        }
        Some(args::Command::Status(_)) => Showing::Today,
        Some(args::Command::Log(log)) => {
            let of = log.id.as_deref().map(|id| named::thing(register, id)).transpose();
            Showing::Log { of: of.map_err(|refusal| text.refusal(&refusal))?, since: log.since }
        }
        Some(args::Command::Check(check)) => Showing::Check { seal: check.seal },
        Some(args::Command::Raise(raise)) => {
            let then = raise.route.map_or(Then::Done, Then::Accept);
            return Ok(Asked::Command(Box::new(raise.command().into()), then));
        }
        _ => return Err(text.palette_nothing().to_owned()),
    };
    Ok(Asked::Show(showing))
}

/// Refuses what the screens cannot do.
fn only_there(name: &str, options: &ArgMatches, text: Text) -> Result<(), String> {
    let is_given = |id: &&str| {
        let known = options.try_contains_id(id).unwrap_or(false);
        known && options.value_source(id) == Some(ValueSource::CommandLine)
    };
    match ONLY_THERE.iter().find(|id| is_given(id)) {
        Some(id) => Err(text.palette_only_there(&format!("--{}", id.replace('_', "-")))),
        // Undo and redo are commands of their own.
        None if !SUBCOMMANDS.contains(&name) => Err(text.palette_only_there(&format!("mazha {name}"))),
        None => Ok(()),
    }
}

/// What a list lists.
pub(super) fn listed(kind: args::Kind) -> Kind {
    match kind {
        args::Kind::Matters | args::Kind::Diary => Kind::Matter,
        args::Kind::Tasks => Kind::Task,
        args::Kind::Meetings => Kind::Meeting,
        args::Kind::People => Kind::Person,
        args::Kind::Bodies => Kind::Body,
        args::Kind::Notices => Kind::Notice,
        args::Kind::Units => Kind::Unit,
    }
}

/// The filters of `list` are those of every query.
fn listing(list: args::List, world: &World<'_>, text: Text) -> Result<Showing, String> {
    let kind = listed(list.kind);
    let of_matters = kind == Kind::Matter;
    let of_work = of_matters || kind == Kind::Task;
    let strange = [
        (list.stage.is_some() && !of_matters, "--stage"),
        (list.category.is_some() && !of_matters, "--category"),
        (list.overdue && !of_work, "--overdue"),
        (list.body.is_some() && !of_work && kind != Kind::Person, "--body"),
    ];
    if let Some((_, option)) = strange.iter().find(|(is_strange, _)| *is_strange) {
        return Err(text.not_for(option, list.kind.name()));
    }
    let bodies = list.body.as_deref().map(|given| named::bodies(world.register, given)).transpose();
    let clauses = [
        (list.kind == args::Kind::Diary).then(|| format!("channel:{}", Channel::Diary.code())),
        list.stage.map(|stage| format!("stage:{}", stage.code())),
        list.overdue.then(|| "overdue".to_owned()),
        list.category.map(|code| format!("category:{}", quoted(&code))),
        list.search,
    ];
    let query = clauses.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Ok(Showing::List { kind, query, bodies: bodies.map_err(|refusal| text.refusal(&refusal))? })
}
