//! One test binary: everything that is tried from outside.
#![cfg(test)]

mod stories;
mod walks;
