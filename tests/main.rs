//! One test binary: everything that is tried from outside.

mod cli;
mod council;
mod house;
mod journal;
mod screens;
mod stories;
mod walks;
