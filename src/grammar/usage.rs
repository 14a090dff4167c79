//! What is wrong with a subcommand and its options, in the chosen language. Must not know what a subcommand does.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text::Text;

/// Wrong usage, said in the chosen language; help and version as they are.
pub(crate) fn wrong_usage(error: &clap::Error, text: Text) -> String {
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
    format!("{what}{choice}")
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
