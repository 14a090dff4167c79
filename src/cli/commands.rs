//! `mazha commands`: the commands of `do`, with the JSON Schema of their fields as the types give it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::args;
use super::desk::Desk;
use super::out::{Exit, Stop};
use crate::domain::command::Command;

pub(super) fn run(asked: &args::Commands, desk: &mut Desk) -> Result<Exit, Stop> {
    let document = match &asked.name {
        None => {
            let all = Command::NAMES.iter().filter_map(|name| Some((*name, schema(name)?)));
            serde_json::to_value(all.collect::<BTreeMap<_, _>>())
        }
        Some(name) => match schema(name) {
            Some(schema) => Ok(schema),
            None => return Err(Stop::new(Exit::Usage, desk.text.input_unknown_command(name))),
        },
    };
    let pretty = document.and_then(|document| serde_json::to_string_pretty(&document));
    desk.out.line(&pretty.map_err(std::io::Error::from)?)?;
    Ok(Exit::Done)
}

/// The schema of a whole line: the fields of the command and the `do` that names it.
fn schema(name: &str) -> Option<Value> {
    let mut schema = Command::schema(name)?;
    let properties = schema.ensure_object().entry("properties").or_insert_with(|| Value::Object(serde_json::Map::new()));
    if let Value::Object(properties) = properties {
        properties.insert("do".to_owned(), serde_json::json!({ "const": name }));
    }
    Some(schema.to_value())
}
