//! `mazha`: a neighbourhood council's consultation, from the first word to the last answer.
pub mod tui;
