//! Gives the command line its words in the chosen language: help, headings, and what is said of wrong usage.
//! Must not know what a command does.

use std::io::{self, Write};

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use super::out::Out;
use crate::data::{self, Page};
use crate::text::Text;
use crate::tui::page;

/// Cells of a line of help.
const WIDTH: usize = 80;

/// The command line with all its words in one language.
pub(super) fn in_words(command: Command, text: Text) -> Command {
    let global = |id: &str| matches!(id, "council" | "actor" | "lang" | "now" | "read_only" | "help" | "version");
    let name = command.get_name().to_owned();
    let command = match name.as_str() {
        "mazha" => command
            .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true))
            .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version)),
        _ => command,
    };
    command
        .about(about(text, &name))
        .help_template(format!("{{about}}\n\n{}{{usage}}\n\n{{all-args}}", text.heading_usage()))
        .subcommand_help_heading(text.heading_commands())
        .mut_args(|arg| {
            let id = arg.get_id().as_str().to_owned();
            let heading = match () {
                () if arg.is_positional() => text.heading_arguments(),
                () if global(&id) => text.heading_everywhere(),
                () => text.heading_options(),
            };
            let words = help(text, &name, &id).to_owned();
            let arg = arg.help_heading(heading);
            if !arg.get_action().takes_values() {
                return arg.help(words);
            }
            let choice: Vec<_> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
            let listed = !choice.is_empty() && !arg.is_hide_possible_values_set();
            let words = if listed { words + &text.help_choice(&choice.join(" ")) } else { words };
            arg.help(words).hide_possible_values(true).hide_default_value(true)
        })
        .mut_subcommands(|sub| in_words(sub, text))
}

/// The page of help on a topic, which may be named in either language; the page is in the chosen one.
pub(super) fn page(topic: &str, text: Text) -> Option<Page> {
    let chosen = data::help(text.lang.code());
    let named = |page: &Page| page.topic.eq_ignore_ascii_case(topic);
    let other = data::help(text.lang.other().code());
    let at = chosen.iter().position(named).or_else(|| other.iter().position(named))?;
    chosen.get(at).copied()
}

/// What clap has put together, its own words for what may stand in the usage in the chosen language.
pub(super) fn shown(help: &StyledStr, text: Text) -> String {
    help.to_string().replace("[OPTIONS]", text.usage_options()).replace("[COMMAND]", text.usage_command())
}

/// Prints a page of help for a usual terminal, its tables and paragraphs laid out.
pub(super) fn print(page: &Page, out: &mut Out) -> io::Result<()> {
    writeln!(out, "# {}\n", page::title(page.text))?;
    for row in page::rows(page.text, WIDTH) {
        let line: String = row.into_iter().map(|(piece, _)| piece).collect();
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Wrong usage, said in the chosen language; help and version as they are.
pub(super) fn wrong_usage(error: &clap::Error, text: Text) -> String {
    let get = |kind| error.get(kind).map(value).unwrap_or_default();
    let argument = get(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => text.usage_unknown_argument(&argument),
        ErrorKind::InvalidSubcommand => text.usage_unknown_command(&get(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if get(ContextKind::InvalidValue).is_empty() => {
            text.usage_value_missing(&argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            text.usage_invalid_value(&get(ContextKind::InvalidValue), &argument)
        }
        ErrorKind::MissingRequiredArgument => text.usage_argument_missing(&argument),
        ErrorKind::ArgumentConflict if get(ContextKind::PriorArg) == argument => text.usage_given_twice(&argument),
        ErrorKind::ArgumentConflict => text.usage_conflict(&argument, &get(ContextKind::PriorArg)),
        _ => text.usage_other().to_owned(),
    };
    let values = get(ContextKind::ValidValue);
    let choice = if values.is_empty() { String::new() } else { format!("\n{}", text.usage_one_of(&values)) };
    format!("{what}{choice}\n{}", text.usage_see_help())
}

fn value(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(many) => many.join(" "),
        ContextValue::StyledStr(one) => one.to_string(),
        ContextValue::StyledStrs(many) => many.iter().map(StyledStr::to_string).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}

fn about(text: Text, command: &str) -> &'static str {
    match command {
        "demo" => text.about_demo(),
        "init" => text.about_init(),
        "do" => text.about_do(),
        "commands" => text.about_commands(),
        "raise" => text.about_raise(),
        "tally" => text.about_tally(),
        "list" => text.about_list(),
        "show" => text.about_show(),
        "status" => text.about_status(),
        "log" => text.about_log(),
        "undo" => text.about_undo(),
        "redo" => text.about_redo(),
        "check" => text.about_check(),
        "export" => text.about_export(),
        "completions" => text.about_completions(),
        "man" => text.about_man(),
        "help" => text.about_help(),
        "mazha" => text.about_mazha(),
        _ => "",
    }
}

fn help(text: Text, command: &str, argument: &str) -> &'static str {
    match (command, argument) {
        ("demo", "dir") => text.help_demo_dir(),
        ("init", "dir") => text.help_init_dir(),
        ("init", "name") => text.help_name(),
        ("init", "rules") => text.help_rules(),
        ("do", "file") => text.help_do_file(),
        ("tally", "rule") => text.help_tally_rule(),
        ("tally", "rules") => text.help_tally_rules(),
        ("tally", "file") => text.help_tally_file(),
        ("commands", "name") => text.help_command_name(),
        ("list", "kind") => text.help_list_kind(),
        ("help", "command") => text.help_help_command(),
        ("show", "id") => text.help_show_id(),
        ("log", "id") => text.help_log_id(),
        (_, "actor") => text.help_actor(),
        (_, "as_of") => text.help_as_of(),
        (_, "body") => text.help_body(),
        (_, "by") => text.help_by(),
        (_, "category") => text.help_category(),
        (_, "channel") => text.help_channel(),
        (_, "council") => text.help_council(),
        (_, "detail") => text.help_detail(),
        (_, "dry_run") => text.help_dry_run(),
        (_, "help") => text.help_help(),
        (_, "json") => text.help_json(),
        (_, "lang") => text.help_lang(),
        (_, "no_open") => text.help_no_open(),
        (_, "now") => text.help_now(),
        (_, "output") => text.help_output(),
        (_, "overdue") => text.help_overdue(),
        (_, "place") => text.help_place(),
        (_, "read_only") => text.help_read_only(),
        (_, "repair") => text.help_repair(),
        (_, "route") => text.help_route(),
        (_, "seal") => text.help_seal(),
        (_, "search") => text.help_search(),
        (_, "shell") => text.help_shell(),
        (_, "short") => text.help_short(),
        (_, "since") => text.help_since(),
        (_, "stage") => text.help_stage(),
        (_, "stop") => text.help_stop(),
        (_, "title") => text.help_title(),
        (_, "version") => text.help_version(),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::args::Cli;
    use crate::text::{EN, ZH};

    /// A command and everything below it.
    fn family(command: &Command) -> Vec<&Command> {
        let mut all = vec![command];
        all.extend(command.get_subcommands().flat_map(family));
        all
    }

    #[test]
    fn every_command_and_argument_has_its_words() {
        for text in [ZH, EN] {
            let whole = in_words(Cli::command(), text);
            for command in family(&whole) {
                let name = command.get_name();
                assert!(command.get_about().is_some_and(|about| !about.to_string().is_empty()), "{name}");
                for arg in command.get_arguments() {
                    assert!(arg.get_help().is_some_and(|help| !help.to_string().is_empty()), "{name} {}", arg.get_id());
                }
            }
        }
    }

    #[test]
    fn the_command_line_is_sound() {
        in_words(Cli::command(), ZH).debug_assert();
    }
}
