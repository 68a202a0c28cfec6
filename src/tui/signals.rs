//! Signals from outside: those that end the program, and those that only wake it.

use super::wake::Wake;
use crate::error::{Error, Result};
use signal_hook::SigId;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The signals that a system sends to end a program, and those that a key does.
const ENDING: [i32; 2] = [SIGTERM, SIGHUP];
const KEYBOARD: [i32; 2] = [SIGINT, SIGQUIT];

/// What has arrived. While it lives, no signal of ours ends the program on the spot.
#[derive(Debug)]
pub struct Signals {
    ending: Ending,
    continued: Arc<AtomicBool>,
    handlers: Vec<SigId>,
    /// Those of the signals that keys send.
    keyboard: Vec<SigId>,
    screen: Wake,
    watchdog: Wake,
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
        keyboard: Vec::new(),
        screen: screen.clone(),
        watchdog: watchdog.clone(),
    };
    for signal in ENDING {
        let handlers = signals.ends(signal)?;
        signals.handlers.extend(handlers);
    }
    signals.hear_keyboard()?;
    let continued = Arc::clone(&signals.continued);
    let handler = signal_hook::flag::register(SIGCONT, continued).map_err(|e| failed(&e))?;
    signals.handlers.push(handler);
    for signal in [SIGCONT, SIGWINCH] {
        let handler = wakes(signal, screen)?;
        signals.handlers.push(handler);
    }
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

    /// What a key sends is not for this program: another one has the terminal.
    pub fn ignore_keyboard(&mut self) {
        for handler in self.keyboard.drain(..) {
            signal_hook::low_level::unregister(handler);
        }
    }

    /// The keys are this program's again.
    pub fn hear_keyboard(&mut self) -> Result<()> {
        self.ignore_keyboard();
        for signal in KEYBOARD {
            let handlers = self.ends(signal)?;
            self.keyboard.extend(handlers);
        }
        Ok(())
    }

    /// Both that have to know of an ending signal are woken after it is noted.
    fn ends(&self, signal: i32) -> Result<[SigId; 3]> {
        let number = usize::try_from(signal).unwrap_or_default();
        let flag = Arc::clone(&self.ending.0);
        let noted = signal_hook::flag::register_usize(signal, flag, number);
        let noted = noted.map_err(|error| failed(&error))?;
        Ok([noted, wakes(signal, &self.watchdog)?, wakes(signal, &self.screen)?])
    }
}

fn wakes(signal: i32, wake: &Wake) -> Result<SigId> {
    let woken = signal_hook::low_level::pipe::register(signal, wake.end()?);
    woken.map_err(|error| failed(&error))
}

fn failed(error: &std::io::Error) -> Error {
    Error::system("cannot listen for signals", error)
}

impl Drop for Signals {
    fn drop(&mut self) {
        for handler in self.handlers.drain(..).chain(self.keyboard.drain(..)) {
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
