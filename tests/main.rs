//! One test binary: everything that is tried from outside.
#![cfg(test)]

mod cli;
mod council;
mod find;
mod house;
mod journal;
mod screens;
mod stories;
mod walks;
