//! Reads the arguments and hands over to [`majlis::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    majlis::cli::run(std::env::args_os().skip(1))
}
