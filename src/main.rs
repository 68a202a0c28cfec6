//! The program: the command line, and the screen where the command line asks for it.

use std::process::ExitCode;
use trellis::cli;

fn main() -> ExitCode {
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    match cli::run(std::env::args_os(), &mut out, &mut err) {
        cli::Next::Exit(code) => ExitCode::from(code),
        cli::Next::Screen { .. } => ExitCode::SUCCESS,
    }
}
