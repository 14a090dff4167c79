//! One test binary: everything that is tried from outside.
#![cfg(test)]

mod cli;
mod council;
mod find;
mod house;
mod journal;
#[cfg(unix)]
mod pty;
mod screens;
mod stories;
mod votes;
mod walks;
