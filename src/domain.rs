//! What a council is: its facts, its rules, its figures. Knows no file, terminal, clock or language.

pub mod attention;
pub mod ballot;
pub mod calendar;
pub mod code;
pub mod command;
pub mod context;
pub mod decide;
pub mod edits;
pub mod entry;
pub mod event;
pub mod id;
pub mod matter;
pub mod meeting;
pub mod notice;
pub mod number;
pub mod person;
pub mod refusal;
pub mod register;
pub mod rule_set;
pub mod series;
pub mod signal;
pub mod stage;
pub mod task;
pub mod time;
pub mod vote;
