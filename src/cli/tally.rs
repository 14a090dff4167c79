//! `mazha tally`: the vote calculator on its own. It counts what it is given; must not know any threshold.

mod input;

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use serde::Serialize;

use super::carry_out::unreadable;
use super::desk::Desk;
use super::out::{Exit, Stop};
use super::{args, view};
use crate::data;
use crate::domain::vote::{SilentBothWays, VoteRule, silent_both_ways, tally};
use crate::text::Text;
use input::Wrong;

/// The answer in JSON.
#[derive(Debug, Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    arithmetic: view::Arithmetic,
    rule: &'a str,
    superseded: bool,
    /// Silent owners on either reading; which one the verdict above took.
    #[serde(skip_serializing_if = "Option::is_none")]
    silent: Option<Silent>,
}

#[derive(Debug, Serialize)]
struct Silent {
    taken: &'static str,
    not_counted: &'static str,
    with_majority: &'static str,
    hangs_on_it: bool,
}

pub(super) fn run(asked: &args::Tally, desk: &mut Desk) -> Result<Exit, Stop> {
    let rules = data::vote_rules();
    if asked.rules {
        return list(&rules, asked.json, desk);
    }
    let given = read(asked.file.as_deref(), desk.text)?;
    let input = input::read(&given, asked.rule.as_deref(), &rules).map_err(|wrong| malformed(&wrong, desk.text))?;
    let counted = tally(input.rule, &input.figures, input.silent);
    let both = silent_both_ways(input.rule, &input.figures);
    if asked.json {
        desk.out.json(&Document {
            arithmetic: view::Arithmetic::of(&counted, input.rule),
            rule: &input.rule.name,
            superseded: input.rule.superseded.is_some(),
            silent: both.map(|both| Silent::of(both, input.silent.code())),
        })?;
        return Ok(Exit::Done);
    }
    desk.out.line(&desk.text.vote_rule(input.rule))?;
    if let Some(note) = &input.rule.note {
        desk.out.line(desk.text.own(note))?;
    }
    for line in desk.text.vote_tally(&counted) {
        desk.out.line(&line)?;
    }
    for line in both.map(|both| desk.text.vote_silent(both)).into_iter().chain(desk.text.silence_rests_on(input.rule)) {
        desk.out.line(&line)?;
    }
    Ok(Exit::Done)
}

impl Silent {
    fn of(both: SilentBothWays, taken: &'static str) -> Self {
        let (not_counted, with_majority) = (both.not_counted.code(), both.with_majority.code());
        Self { taken, not_counted, with_majority, hangs_on_it: both.hangs_on_it() }
    }
}

/// The rules that ship, with their sources.
fn list(rules: &[VoteRule], json: bool, desk: &mut Desk) -> Result<Exit, Stop> {
    if json {
        desk.out.json(&serde_json::json!({ "rules": rules }))?;
        return Ok(Exit::Done);
    }
    for rule in rules {
        desk.out.line(&format!("{}  {}", rule.name, desk.text.own(&rule.title)))?;
        desk.out.line(&format!("    {}", desk.text.vote_rule_source(rule)))?;
        if let Some(note) = &rule.note {
            desk.out.line(&format!("    {}", desk.text.own(note)))?;
        }
    }
    Ok(Exit::Done)
}

/// The file, or standard input if there is none or it is `-`.
fn read(file: Option<&Path>, text: Text) -> Result<Vec<u8>, Stop> {
    let file = file.filter(|file| file.as_os_str() != "-");
    let mut bytes = Vec::new();
    let read = match file {
        Some(path) => fs::read(path).map(|read| bytes = read),
        None => io::stdin().lock().read_to_end(&mut bytes).map(|_| ()),
    };
    read.map_err(|error| unreadable(file.unwrap_or(Path::new("-")), &error, text))?;
    Ok(bytes)
}

fn malformed(wrong: &Wrong, text: Text) -> Stop {
    Stop::new(
        Exit::Usage,
        match wrong {
            Wrong::NotJson { line, column } => text.tally_not_json(*line, *column),
            Wrong::Field(bad) => bad.told(text),
        },
    )
}
