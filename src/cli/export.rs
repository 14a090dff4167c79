//! `mazha export`: the whole register as one JSON document.

use std::fs;

use serde::Serialize;

use super::args;
use super::desk::{Desk, Look};
use super::out::{Exit, Stop};
use super::view;
use crate::domain::entry::Instant;
use crate::domain::rule_set::RuleSet;

/// Raised whenever a key of the document changes its meaning or goes; added keys do not raise it.
const SCHEMA_VERSION: u32 = 1;

#[derive(Debug, Serialize)]
struct Document<'a> {
    schema_version: u32,
    council: &'a str,
    at: Instant,
    rules: &'a RuleSet,
    bodies: Vec<view::Body<'a>>,
    people: Vec<view::Person<'a>>,
    matters: Vec<view::Matter<'a>>,
    meetings: Vec<view::Meeting<'a>>,
    tasks: Vec<view::Task<'a>>,
    notices: Vec<view::Notice<'a>>,
}

pub(super) fn run(asked: &args::Export, desk: &mut Desk) -> Result<Exit, Stop> {
    let look = desk.look(asked.as_of)?;
    let document = document(look.name(), &look);
    match &asked.output {
        None => desk.out.json(&document)?,
        Some(path) => {
            let mut bytes = serde_json::to_vec_pretty(&document).map_err(std::io::Error::from)?;
            bytes.push(b'\n');
            fs::write(path, bytes).map_err(|error| {
                Stop::new(
                    Exit::Folder,
                    desk.text.cannot_write(&path.to_string_lossy(), &desk.text.system_error(&error)),
                )
            })?;
        }
    }
    Ok(Exit::Done)
}

fn document<'a>(council: &'a str, look: &'a Look) -> Document<'a> {
    let sight = look.sight();
    let register = sight.register;
    Document {
        schema_version: SCHEMA_VERSION,
        council,
        at: sight.now,
        rules: register.rules(),
        bodies: register.bodies().map(|body| view::Body::new(sight, body)).collect(),
        people: register.people().map(|person| view::Person::new(sight, person)).collect(),
        matters: register.matters().map(|matter| view::Matter::new(sight, matter)).collect(),
        meetings: register.meetings().map(|meeting| view::Meeting::new(sight, meeting)).collect(),
        tasks: register.tasks().map(|task| view::Task::new(sight, task)).collect(),
        notices: register.notices().map(|notice| view::Notice::new(sight, notice)).collect(),
    }
}
