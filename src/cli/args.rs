//! What may be written on the command line; must not know what any of it does, nor how it is called in any language.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::domain::code::{Channel, Route};
use crate::domain::entry::Instant;
use crate::domain::stage::Stage;
use crate::domain::time::Due;
use crate::text::Lang;

/// `2026-11-21T19:30:00+08:00`.
fn instant(given: &str) -> Result<Instant, chrono::ParseError> {
    Instant::parse_from_rfc3339(given)
}

/// A day, `2026-11-21`.
fn day(given: &str) -> Result<chrono::NaiveDate, chrono::ParseError> {
    given.parse()
}

/// What a council is called: some words, on one line.
fn council_name(given: &str) -> Result<String, &'static str> {
    let name = given.trim();
    if name.is_empty() || name.chars().any(char::is_control) { Err("no name") } else { Ok(name.to_owned()) }
}

fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["zh", "en"]).try_map(|given| Lang::from_name(&given).ok_or(given))
}

fn channel() -> impl TypedValueParser<Value = Channel> {
    let codes = Channel::ALL.iter().map(|channel| channel.code());
    PossibleValuesParser::new(codes).try_map(|given| Channel::from_code(&given).ok_or(given))
}

fn route() -> impl TypedValueParser<Value = Route> {
    let codes = Route::ALL.iter().map(|route| route.code());
    PossibleValuesParser::new(codes).try_map(|given| Route::from_code(&given).ok_or(given))
}

fn stage() -> impl TypedValueParser<Value = Stage> {
    let codes = Stage::ALL.iter().map(|stage| stage.code());
    PossibleValuesParser::new(codes).try_map(|given| Stage::from_code(&given).ok_or(given))
}

#[derive(Debug, Parser)]
#[command(name = "mazha", version, disable_help_subcommand = true, disable_help_flag = true)]
#[command(disable_version_flag = true, infer_subcommands = false)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Args)]
pub(super) struct Global {
    #[arg(short = 'C', long, value_name = "DIR", global = true)]
    pub(super) council: Option<PathBuf>,
    #[arg(long = "as", value_name = "NAME", global = true)]
    pub(super) actor: Option<String>,
    #[arg(long, value_name = "LANG", value_parser = lang(), global = true)]
    pub(super) lang: Option<Lang>,
    #[arg(long, value_name = "INSTANT", value_parser = instant, global = true)]
    pub(super) now: Option<Instant>,
    #[arg(long, global = true)]
    pub(super) read_only: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Demo(Demo),
    Init(Init),
    Do(Do),
    Commands(Commands),
    Raise(Raise),
    List(List),
    Show(Show),
    Status(Status),
    Log(Log),
    Undo,
    Redo,
    Check(Check),
    Tally(Tally),
    Export(Export),
    Completions(Completions),
    Man,
    Help(Help),
}

#[derive(Debug, Args)]
pub(super) struct Help {
    #[arg(value_name = "COMMAND")]
    pub(super) command: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    #[arg(value_name = "DIR")]
    pub(super) dir: Option<PathBuf>,
    #[arg(long)]
    pub(super) no_open: bool,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    #[arg(value_name = "DIR")]
    pub(super) dir: PathBuf,
    #[arg(long, value_parser = council_name)]
    pub(super) name: String,
    #[arg(long, value_name = "PRESET")]
    pub(super) rules: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Do {
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long)]
    pub(super) stop: bool,
}

#[derive(Debug, Args)]
pub(super) struct Commands {
    #[arg(value_name = "NAME")]
    pub(super) name: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Raise {
    #[arg(value_name = "TITLE")]
    pub(super) title: String,
    #[arg(long, value_parser = channel(), hide_possible_values = true, default_value = "other")]
    pub(super) channel: Channel,
    #[arg(long, value_name = "WHO")]
    pub(super) by: Option<String>,
    #[arg(long)]
    pub(super) place: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(super) category: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) detail: Option<String>,
    #[arg(long, value_parser = route())]
    pub(super) route: Option<Route>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    Matters,
    Tasks,
    Meetings,
    People,
    Bodies,
    Notices,
    /// What came through the residents' diary.
    Diary,
}

impl Kind {
    /// As it is written on the command line, and as the key of its list in JSON.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Matters => "matters",
            Self::Tasks => "tasks",
            Self::Meetings => "meetings",
            Self::People => "people",
            Self::Bodies => "bodies",
            Self::Notices => "notices",
            Self::Diary => "diary",
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[arg(value_name = "KIND", value_enum, default_value = "matters")]
    pub(super) kind: Kind,
    #[arg(long, value_parser = stage())]
    pub(super) stage: Option<Stage>,
    #[arg(long)]
    pub(super) overdue: bool,
    #[arg(long)]
    pub(super) body: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(super) category: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) search: Option<String>,
    #[command(flatten)]
    pub(super) reading: Reading,
}

/// What every reading command understands.
#[derive(Debug, Default, Args)]
pub(super) struct Reading {
    #[arg(long)]
    pub(super) json: bool,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<chrono::NaiveDate>,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    #[arg(value_name = "ID")]
    pub(super) id: String,
    #[command(flatten)]
    pub(super) reading: Reading,
}

#[derive(Debug, Args, Default)]
pub(super) struct Status {
    #[arg(long, conflicts_with = "json")]
    pub(super) short: bool,
    #[command(flatten)]
    pub(super) reading: Reading,
}

#[derive(Debug, Args)]
pub(super) struct Log {
    #[arg(value_name = "ID")]
    pub(super) id: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<Due>,
    #[command(flatten)]
    pub(super) reading: Reading,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(long, value_name = "TEXT")]
    pub(super) seal: Option<String>,
    #[arg(long)]
    pub(super) repair: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Tally {
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(super) rule: Option<String>,
    #[arg(long, conflicts_with_all = ["file", "rule"])]
    pub(super) rules: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<chrono::NaiveDate>,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    #[arg(value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}
