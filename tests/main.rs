//! One test binary: everything that is tried from outside.

mod stories;
mod walks;
