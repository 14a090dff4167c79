//! The program's front door.

use std::process::ExitCode;

fn main() -> ExitCode {
    mazha::cli::run(std::env::args_os().collect())
}
