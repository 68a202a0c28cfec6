//! The program: the command line, and the screen where the command line asks for it.

use std::process::ExitCode;
use trellis::tui::Ending;
use trellis::tui::screen::view::View;
use trellis::{cli, tui};

fn main() -> ExitCode {
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    let mut next = cli::run(std::env::args_os(), tui::keymap::print, &mut out, &mut err);
    loop {
        let (place, clock, banner, config, reviews) = match next {
            cli::Next::Exit(code) => return ExitCode::from(code),
            cli::Next::Screen { place, clock, banner, config, reviews } => {
                (place, clock, banner, config, reviews)
            }
        };
        let view = reviews.then_some(View::Review);
        let ended =
            tui::run(&place, clock, banner, &config, view).and_then(|ending| match ending {
                Ending::Leave => Ok(cli::Next::Exit(0)),
                Ending::Demo => cli::demo_beside(&place, clock, config),
            });
        next = match ended {
            Ok(next) => next,
            Err(error) => cli::Next::Exit(cli::complain(&error, &mut err)),
        };
    }
}
