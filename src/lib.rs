//! `mazha`: a neighbourhood council's consultation, from the first word to the last answer.

mod attachments;
pub mod cli;
mod clock;
pub mod council;
pub mod data;
mod disk;
pub mod domain;
pub mod find;
mod grammar;
pub mod journal;
pub mod sample;
pub mod search;
pub mod settings;
pub mod state_dir;
pub mod text;
pub mod tui;
