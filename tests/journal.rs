//! The record on disk: nothing acknowledged is ever lost, and nothing wrong goes unsaid.

mod bytes;
mod crowd;
mod faults;

mod kit;
mod merging;
mod writing;
