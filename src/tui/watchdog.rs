//! Ends the program within two seconds of the terminal's end or an ending signal, even when the
//! screen's thread is stuck. It sleeps until then.

use super::signals::{Ending, die_of};
use super::terminal;
use super::wake::{Wake, Waking};
use crate::error::{Error, Result};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::io::{PipeReader, PipeWriter, pipe};
use std::os::fd::OwnedFd;
use std::thread::{Builder, JoinHandle};

/// What the screen's thread may take to end in order.
const PATIENCE: Timespec = Timespec { tv_sec: 1, tv_nsec: 500_000_000 };

/// The watching thread; it goes when this is dropped.
#[derive(Debug)]
pub struct Watchdog {
    /// Closed to call the thread off.
    leash: Option<PipeWriter>,
    thread: Option<JoinHandle<()>>,
}

/// Starts to watch `tty`. `signals` is woken by ending signals, `screen` wakes the screen's thread.
pub fn watch(tty: OwnedFd, signals: Waking, screen: Wake, ending: Ending) -> Result<Watchdog> {
    let failed = |error: std::io::Error| Error::system("cannot start the watchdog", &error);
    let (called_off, leash) = pipe().map_err(failed)?;
    let thread = Builder::new()
        .name("watchdog".to_owned())
        .spawn(move || guard(&tty, &signals, &called_off, &screen, &ending))
        .map_err(failed)?;
    Ok(Watchdog { leash: Some(leash), thread: Some(thread) })
}

fn guard(tty: &OwnedFd, signals: &Waking, leash: &PipeReader, screen: &Wake, ending: &Ending) {
    while ending.signal().is_none() {
        let mut fds = [
            // Hang-up and error are reported unasked.
            PollFd::new(tty, PollFlags::empty()),
            PollFd::new(signals, PollFlags::IN),
            PollFd::new(leash, PollFlags::IN),
        ];
        match poll(&mut fds, None) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => return,
        }
        let [tty, signal, called_off] = fds.map(|fd| !fd.revents().is_empty());
        if called_off {
            return;
        }
        if tty {
            ending.hang_up();
        }
        if signal {
            signals.clear();
        }
    }
    screen.wake();
    let mut fds = [PollFd::new(leash, PollFlags::IN)];
    if matches!(poll(&mut fds, Some(&PATIENCE)), Ok(0) | Err(_)) {
        terminal::restore();
        if let Some(signal) = ending.signal() {
            die_of(signal);
        }
    }
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        drop(self.leash.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
