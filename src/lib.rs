//! `mazha`: a neighbourhood council's consultation, from the first word to the last answer.

pub mod clock;
pub mod data;
pub mod domain;
pub mod search;
pub mod text;
pub mod tui;
