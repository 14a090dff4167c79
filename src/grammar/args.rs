//! What may be written on the command line; must not know what any of it does, nor how it is called in any language.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::domain::code::{Channel, Route};
use crate::domain::command::RaiseMatter;
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
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Args)]
pub(crate) struct Global {
    #[arg(short = 'C', long, value_name = "DIR", global = true)]
    pub(crate) council: Option<PathBuf>,
    #[arg(long = "as", value_name = "NAME", global = true)]
    pub(crate) actor: Option<String>,
    #[arg(long, value_name = "LANG", value_parser = lang(), global = true)]
    pub(crate) lang: Option<Lang>,
    #[arg(long, value_name = "INSTANT", value_parser = instant, global = true)]
    pub(crate) now: Option<Instant>,
    #[arg(long, global = true)]
    pub(crate) read_only: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
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
pub(crate) struct Help {
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    #[arg(value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    #[arg(long)]
    pub(crate) no_open: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long, value_parser = council_name)]
    pub(crate) name: String,
    #[arg(long, value_name = "PRESET")]
    pub(crate) rules: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Do {
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) stop: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Commands {
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Raise {
    #[arg(value_name = "TITLE")]
    pub(crate) title: String,
    #[arg(long, value_parser = channel(), hide_possible_values = true, default_value = "other")]
    pub(crate) channel: Channel,
    #[arg(long, value_name = "WHO")]
    pub(crate) by: Option<String>,
    #[arg(long)]
    pub(crate) place: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(crate) category: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) detail: Option<String>,
    #[arg(long, value_parser = route())]
    pub(crate) route: Option<Route>,
}

impl Raise {
    /// The command it stands for, but for the route.
    pub(crate) fn command(self) -> RaiseMatter {
        RaiseMatter {
            title: self.title,
            channel: self.channel,
            raised_by: self.by,
            place: self.place,
            category: self.category,
            nature: None,
            detail: self.detail,
            households: None,
            flags: Vec::new(),
            level: None,
            priority: None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    Matters,
    Tasks,
    Meetings,
    People,
    Bodies,
    Notices,
    Units,
    /// What came through the residents' diary.
    Diary,
}

impl Kind {
    /// As it is written on the command line, and as the key of its list in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Matters => "matters",
            Self::Tasks => "tasks",
            Self::Meetings => "meetings",
            Self::People => "people",
            Self::Bodies => "bodies",
            Self::Notices => "notices",
            Self::Units => "units",
            Self::Diary => "diary",
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct List {
    #[arg(value_name = "KIND", value_enum, default_value = "matters")]
    pub(crate) kind: Kind,
    #[arg(long, value_parser = stage())]
    pub(crate) stage: Option<Stage>,
    #[arg(long)]
    pub(crate) overdue: bool,
    #[arg(long)]
    pub(crate) body: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(crate) category: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) search: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// What every reading command understands.
#[derive(Debug, Default, Args)]
pub(crate) struct Reading {
    #[arg(long)]
    pub(crate) json: bool,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<chrono::NaiveDate>,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args, Default)]
pub(crate) struct Status {
    #[arg(long, conflicts_with = "json")]
    pub(crate) short: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct Log {
    #[arg(value_name = "ID")]
    pub(crate) id: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<Due>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[arg(long, value_name = "TEXT")]
    pub(crate) seal: Option<String>,
    #[arg(long)]
    pub(crate) repair: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Tally {
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) rule: Option<String>,
    #[arg(long, conflicts_with_all = ["file", "rule"])]
    pub(crate) rules: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<chrono::NaiveDate>,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    #[arg(value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}
