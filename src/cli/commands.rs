//! `mazha commands`: the commands of `do`, with the JSON Schema of their fields as the types give it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::args;
use super::desk::Desk;
use super::out::{Exit, Stop};
use super::table::Table;
use crate::domain::command::Command;

pub(super) fn run(asked: &args::Commands, desk: &mut Desk) -> Result<Exit, Stop> {
    let document = match &asked.name {
        None if desk.out.is_terminal() => {
            let mut table = Table::new(&[1]);
            for name in Command::NAMES {
                table.row(&[name, desk.text.act(name)]);
            }
            table.write(&mut desk.out, 0, None)?;
            return Ok(Exit::Done);
        }
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
    let object = schema.ensure_object();
    if let Value::Object(properties) = object.entry("properties").or_insert_with(|| json!({})) {
        properties.insert("do".to_owned(), json!({ "const": name }));
    }
    if let Value::Array(required) = object.entry("required").or_insert_with(|| json!([])) {
        required.insert(0, json!("do"));
    }
    Some(schema.to_value())
}
