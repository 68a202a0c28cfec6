//! The terminal is given back on every way out. The programs in here take it over as the
//! workbench does, and then fail.

use crate::pty::Pty;
use portable_pty::CommandBuilder;
use rustix::process::Signal;
use std::time::Duration;
use trellis::tui::{signals, terminal, wake, watchdog};

/// Which child a process is to be.
const CHILD: &str = "TRELLIS_TEST_CHILD";
const SOON: Duration = Duration::from_secs(2);

fn start(part: &str) -> Pty {
    let mut command = CommandBuilder::new(std::env::current_exe().expect("this program"));
    command.args(["terminal::child", "--exact", "--nocapture", "--test-threads=1"]);
    command.env(CHILD, part);
    command.env("TERM", "xterm-256color");
    command.env("RUST_BACKTRACE", "0");
    let pty = Pty::start(command, 80, 24);
    pty.wait_for("ready");
    pty
}

/// No test by itself: the program that the tests of this file start in a terminal of its own.
#[test]
fn child() {
    let Ok(part) = std::env::var(CHILD) else { return };
    let (screen_wake, waking) = wake::wake().expect("a pipe");
    let (watchdog_wake, watched) = wake::wake().expect("a pipe");
    let signals = signals::listen(&screen_wake, &watchdog_wake).expect("signals");
    let mut screen = terminal::Screen::take(&screen_wake, true).expect("a terminal");
    let ending = signals.ending().clone();
    let _watchdog =
        watchdog::watch(screen.tty().expect("a terminal"), watched, screen_wake, ending);
    screen.draw(|frame| frame.render_widget("ready", frame.area())).expect("a frame");
    let mut inputs = Vec::new();
    match part.as_str() {
        "panics" => {
            screen.wait(&waking, None, &mut inputs).expect("a key");
            panic!("on purpose");
        }
        "panics beside" => {
            screen.wait(&waking, None, &mut inputs).expect("a key");
            let beside = std::thread::spawn(|| panic!("beside, on purpose"));
            assert!(beside.join().is_err());
            screen.wait(&waking, None, &mut inputs).expect("a wake");
            let error = terminal::panicked().expect("a panic");
            drop(screen);
            assert!(error.message.contains("beside, on purpose"), "{error}");
        }
        "is stuck" => std::thread::sleep(Duration::from_mins(1)),
        _ => unreachable!("{part}"),
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_told_after_it() {
    let mut pty = start("panics");
    pty.assert_taken();
    pty.send(b"x");
    assert!(!pty.ended(SOON * 5).success());
    pty.assert_given_back();
    pty.wait_for("on purpose");
}

#[test]
fn a_panic_of_another_thread_ends_the_program_in_order() {
    let mut pty = start("panics beside");
    pty.send(b"x");
    assert!(pty.ended(SOON * 5).success(), "{}", pty.contents());
    pty.assert_given_back();
}

#[test]
fn a_stuck_screen_does_not_keep_an_ending_signal_waiting() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let mut pty = start("is stuck");
        pty.signal(signal);
        let status = pty.ended(SOON);
        assert!(status.signal().is_some(), "{signal:?}: {status:?}");
        pty.assert_given_back();
    }
}
