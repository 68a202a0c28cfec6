//! The program: the command line, and the screen where the command line asks for it.

use std::process::ExitCode;
use trellis::{cli, tui};

fn main() -> ExitCode {
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    match cli::run(std::env::args_os(), tui::keymap::print, &mut out, &mut err) {
        cli::Next::Exit(code) => ExitCode::from(code),
        cli::Next::Screen { place, clock, banner, config } => {
            match tui::run(&place, clock, banner, &config) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => ExitCode::from(cli::complain(&error, &mut err)),
            }
        }
    }
}
