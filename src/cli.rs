//! The command line: what people and scripts type, and how they are answered. It sends the same commands to the same
//! council as the screens; must not know any rule.

mod act;
mod carry_out;
mod check;
mod commands;
mod desk;
mod export;
mod found;
mod help;
mod ledger;
mod list;
mod log;
mod out;
mod present;
mod show;
mod status;
mod story;
mod table;
mod tally;
mod view;
mod wording;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use crate::data;
use crate::find::named;
use crate::grammar::args::{self, Cli, Command};
use crate::grammar::usage;
use crate::settings::Chosen;
use crate::text::Text;
use desk::Desk;
use out::{Exit, Out, Stop};

/// Carries out what the command line asks, the program's own name first. Results go to standard output, all else to
/// standard error; the exit code says whether it was done (0), refused (1), not understood (2), or stopped by the disk
/// (3).
#[must_use]
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let chosen = Chosen::of_account();
    let text = desk::language(&arguments, chosen.settings);
    let exit = match understand(arguments, text) {
        Ok(cli) => obey(cli, text, &chosen).unwrap_or_else(|stop| tell(&stop)),
        Err(exit) => exit,
    };
    exit.into()
}

fn understand(arguments: Vec<OsString>, text: Text) -> Result<Cli, Exit> {
    let read = help::in_words(Cli::command(), text).try_get_matches_from(arguments);
    read.and_then(|matches| Cli::from_arg_matches(&matches)).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let shown = write!(Out::new(), "{}", help::shown(&error.render(), text));
            shown.map_or_else(|error| tell(&error.into()), |()| Exit::Done)
        }
        _ => tell(&Stop::new(Exit::Usage, format!("{}\n{}", usage::wrong_usage(&error, text), text.usage_see_help()))),
    })
}

fn obey(cli: Cli, text: Text, chosen: &Chosen) -> Result<Exit, Stop> {
    let mut desk = Desk::new(cli.global, text, chosen)?;
    let desk = &mut desk;
    match cli.command {
        None if desk.out.can_show_screens() => desk.sit_down(),
        None => status::run(&args::Status::default(), desk),
        Some(Command::Demo(asked)) => found::demo(&asked, desk),
        Some(Command::Init(asked)) => found::init(&asked, desk),
        Some(Command::Do(asked)) => carry_out::run(&asked, desk),
        Some(Command::Commands(asked)) => commands::run(&asked, desk),
        Some(Command::Raise(asked)) => act::raise(asked, desk),
        Some(Command::List(asked)) => list::run(&asked, desk),
        Some(Command::Show(asked)) => show::run(&asked, desk),
        Some(Command::Present(asked)) => present::run(&asked, desk),
        Some(Command::Status(asked)) => status::run(&asked, desk),
        Some(Command::Log(asked)) => log::run(&asked, desk),
        Some(Command::Undo) => act::undo(desk),
        Some(Command::Redo) => act::redo(desk),
        Some(Command::Check(asked)) => check::run(&asked, desk),
        Some(Command::Tally(asked)) => tally::run(&asked, desk),
        Some(Command::Export(asked)) => export::run(&asked, desk),
        Some(Command::Completions(asked)) => completions(&asked, desk),
        Some(Command::Man) => manual(desk),
        Some(Command::Help(asked)) => help_of(&asked, desk),
    }
}

fn help_of(asked: &args::Help, desk: &mut Desk) -> Result<Exit, Stop> {
    let mut whole = help::in_words(Cli::command(), desk.text);
    whole.build();
    let Some(name) = &asked.command else {
        let all = help::shown(&whole.render_help(), desk.text);
        write!(desk.out, "{all}\n{}\n", desk.text.heading_topics())?;
        for page in data::help(desk.text.lang.code()) {
            desk.out.line(&desk.text.help_topic(page.topic, page.about))?;
        }
        return Ok(Exit::Done);
    };
    match (whole.find_subcommand_mut(name), help::page(name, desk.text)) {
        (Some(command), _) => write!(desk.out, "{}", help::shown(&command.render_help(), desk.text))?,
        (None, Some(page)) => help::print(&page, &mut desk.out)?,
        (None, None) => return Err(Stop::new(Exit::Usage, desk.text.usage_unknown_topic(name))),
    }
    Ok(Exit::Done)
}

fn completions(asked: &args::Completions, desk: &mut Desk) -> Result<Exit, Stop> {
    let mut command = help::in_words(Cli::command(), desk.text);
    // The generator panics where its writer fails; memory does not.
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut command, "mazha", &mut script);
    desk.out.write_all(&script)?;
    Ok(Exit::Done)
}

fn manual(desk: &mut Desk) -> Result<Exit, Stop> {
    let command = help::in_words(Cli::command(), desk.text);
    clap_mangen::Man::new(command).render(&mut desk.out)?;
    Ok(Exit::Done)
}

/// Says why a command could not go on.
fn tell(stop: &Stop) -> Exit {
    out::say(&stop.message);
    stop.exit
}
