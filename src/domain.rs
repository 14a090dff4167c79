//! What a council is: its facts, its rules, its figures. Knows no file, terminal, clock or language.

pub mod calendar;
pub mod code;
pub mod entry;
pub mod event;
pub mod id;
pub mod rule_set;
pub mod time;
