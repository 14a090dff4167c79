//! `mazha`: a neighbourhood council's consultation, from the first word to the last answer.

pub mod domain;
pub mod journal;
pub mod state_dir;
