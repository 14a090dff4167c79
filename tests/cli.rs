//! The command line as scripts and people meet it: the real program, run from outside.

mod carrying_out;
mod checking;
mod founding;
mod kit;
mod reading;
mod tallying;
mod usage;
