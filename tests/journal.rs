//! The record on disk: nothing acknowledged is ever lost, and nothing wrong goes unsaid.

mod bytes;
mod kit;
mod writing;
