//! The rules told as stories: given what was done, when a command comes, then these facts or this refusal, and there the
//! matter stands. What is expected comes from the contract of the steps, not from the program.

pub(crate) mod bench;

mod bodies;
mod chains;
mod clocks;
mod deadlines;
mod edits;
mod ends;
mod laptops;
mod meetings;
mod numbers;
mod owners;
mod preparing;
mod refusals;
mod room;
mod signing;
mod sittings;
mod steps;
mod undo;
mod votes;
mod windows;
