//! How requests are written: subcommands with their options, lines of JSON, and what is wrong with one that is neither.
//! The command line and the palette of the screens read by it; it must not know what a request brings about.

pub(crate) mod args;
pub(crate) mod fields;
pub(crate) mod lines;
pub(crate) mod usage;
pub(crate) mod words;
