//! What a council's record is about; knows no file, terminal, clock or language.
pub mod calendar;
