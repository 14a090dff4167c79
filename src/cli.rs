//! The command line: what scripts and people type, and how they are answered. It sends the same commands to the same
//! council as the screens; must not know any rule.

mod args;
mod help;
mod lines;
mod out;
mod table;
mod view;
