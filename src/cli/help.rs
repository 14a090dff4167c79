//! Gives the command line its words in the chosen language: help and headings.
//! Must not know what a command does.

use std::io::{self, Write};

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};

use super::out::Out;
use crate::data::{self, Page};
use crate::grammar::words::{about, help};
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::grammar::args::Cli;
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
