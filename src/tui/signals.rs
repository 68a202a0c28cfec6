//! Signals from outside: those that end the program, and those that only wake it.

use super::wake::Wake;
use crate::error::{Error, Result};
use signal_hook::SigId;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Every signal that a person or a system sends to end a program.
const ENDING: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];

/// What has arrived. While it lives, no signal of ours ends the program on the spot.
#[derive(Debug)]
pub struct Signals {
    ending: Ending,
    continued: Arc<AtomicBool>,
    handlers: Vec<SigId>,
}

/// The signal that the program has to end with, once there is one.
#[derive(Clone, Debug, Default)]
pub struct Ending(Arc<AtomicUsize>);

impl Ending {
    #[must_use]
    pub fn signal(&self) -> Option<i32> {
        i32::try_from(self.0.load(Ordering::SeqCst)).ok().filter(|signal| *signal != 0)
    }

    /// The terminal is gone: the same as its signal, which not everybody gets.
    pub fn hang_up(&self) {
        let hang_up = usize::try_from(SIGHUP).unwrap_or(1);
        // A signal that came first stays.
        let _ = self.0.compare_exchange(0, hang_up, Ordering::SeqCst, Ordering::SeqCst);
    }
}

/// Starts to listen. Ending signals write to both wakes: the screen may be busy, the watchdog
/// never is.
pub fn listen(screen: &Wake, watchdog: &Wake) -> Result<Signals> {
    let mut signals = Signals {
        ending: Ending::default(),
        continued: Arc::new(AtomicBool::new(false)),
        handlers: Vec::new(),
    };
    let failed = |error: std::io::Error| Error::system("cannot listen for signals", &error);
    for signal in ENDING {
        let number = usize::try_from(signal).unwrap_or_default();
        let flag = Arc::clone(&signals.ending.0);
        let handler = signal_hook::flag::register_usize(signal, flag, number).map_err(failed)?;
        signals.handlers.push(handler);
        signals.wakes(signal, watchdog)?;
        signals.wakes(signal, screen)?;
    }
    let continued = Arc::clone(&signals.continued);
    let handler = signal_hook::flag::register(SIGCONT, continued).map_err(failed)?;
    signals.handlers.push(handler);
    signals.wakes(SIGCONT, screen)?;
    signals.wakes(SIGWINCH, screen)?;
    Ok(signals)
}

impl Signals {
    #[must_use]
    pub fn ending(&self) -> &Ending {
        &self.ending
    }

    /// The program was stopped and runs again; told once.
    #[must_use]
    pub fn take_continued(&self) -> bool {
        self.continued.swap(false, Ordering::SeqCst)
    }

    fn wakes(&mut self, signal: i32, wake: &Wake) -> Result<()> {
        let handler = signal_hook::low_level::pipe::register(signal, wake.end()?)
            .map_err(|error| Error::system("cannot listen for signals", &error))?;
        self.handlers.push(handler);
        Ok(())
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        for handler in self.handlers.drain(..) {
            signal_hook::low_level::unregister(handler);
        }
    }
}

/// Ends the program as the signal does by default, so that whoever started it sees why.
pub fn die_of(signal: i32) {
    // It does not come back; an unknown signal cannot have been listened for.
    let _ = signal_hook::low_level::emulate_default_handler(signal);
}

/// Stops the program and what it was started with, as Ctrl-Z does anywhere else; comes back when
/// it runs again, or at once where nobody could make it run again.
pub fn stop() {
    let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
}
