//! Takes the terminal over, and gives it back on every way out.

use super::clipboard;
use super::decoder::Decoder;
use super::key::Input;
use super::wake::{Wake, Waking};
use crate::error::{Error, Kind, Result};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::ThreadId;
use std::time::Duration;

/// Other screen, focus, paste in one piece.
const TAKE: &[u8] = b"\x1b[?1049h\x1b[?1004h\x1b[?2004h";
/// Presses and wheel and drags in the long form; never bare motion, which would wake the program
/// for nothing.
const TAKE_MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const GIVE_BACK: &[u8] = b"\x1b[?2026l\x1b[?2004l\x1b[?1004l\x1b[?1006l\x1b[?1002l\x1b[?1000l\
                           \x1b[0m\x1b[?25h\x1b[?1049l";
/// A terminal that shows frames whole waits for the end mark; others ignore both.
const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";
/// How long the rest of a key's bytes may take, over a slow line.
const SETTLES_AFTER: Duration = Duration::from_millis(30);
/// What is read before a frame is drawn all the same.
const READ_AT_MOST: usize = 64 * 1024;

/// Whether the terminal is ours now.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// The thread that draws, and how to wake it.
static DRAWER: OnceLock<(ThreadId, Mutex<Wake>)> = OnceLock::new();
/// What a thread other than the drawer panicked with.
static PANIC: Mutex<Option<String>> = Mutex::new(None);

/// The terminal while it is ours.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<File>>>,
    tty: OwnedFd,
    decoder: Decoder,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal, with the mouse or without it.
    ///
    /// # Errors
    /// There is none: input or output is a file or a pipe.
    pub fn take(wake: &Wake, mouse: bool) -> Result<Self> {
        let tty = input()?;
        if !rustix::termios::isatty(std::io::stdout()) {
            return Err(no_terminal());
        }
        let failed = |error: std::io::Error| Error::system("cannot use the terminal", &error);
        let out = rustix::io::dup(std::io::stdout()).map_err(|errno| failed(errno.into()))?;
        let out = BufWriter::with_capacity(1 << 16, File::from(out));
        let terminal = Terminal::new(CrosstermBackend::new(out)).map_err(failed)?;
        restore_on_panic(wake);
        let mut screen = Self { terminal, tty, decoder: Decoder::default(), mouse };
        screen.resume()?;
        Ok(screen)
    }

    /// Takes it again after a stop.
    pub fn resume(&mut self) -> Result<()> {
        let failed = |error: std::io::Error| Error::system("cannot use the terminal", &error);
        // From here on it has to be given back, however far we get.
        TAKEN.store(true, Ordering::SeqCst);
        crossterm::terminal::enable_raw_mode().map_err(failed)?;
        let backend = self.terminal.backend_mut();
        backend.write_all(TAKE).map_err(failed)?;
        if self.mouse {
            backend.write_all(TAKE_MOUSE).map_err(failed)?;
        }
        self.clear()
    }

    /// The next frame draws every cell.
    pub fn clear(&mut self) -> Result<()> {
        let size = self.terminal.size().map_err(|error| drawing(&error))?;
        self.terminal
            .resize(Rect::new(0, 0, size.width, size.height))
            .map_err(|error| drawing(&error))
    }

    /// Draws one frame.
    pub fn draw(&mut self, draw: impl FnOnce(&mut ratatui::Frame<'_>)) -> Result<()> {
        let failed = |error: std::io::Error| drawing(&error);
        self.terminal.backend_mut().write_all(FRAME_BEGINS).map_err(failed)?;
        self.terminal.draw(draw).map_err(failed)?;
        self.terminal.backend_mut().write_all(FRAME_ENDS).map_err(failed)?;
        std::io::Write::flush(self.terminal.backend_mut()).map_err(failed)
    }

    /// Hands the terminal a text for its clipboard.
    pub fn copy(&mut self, text: &str) -> Result<()> {
        let failed = |error: std::io::Error| drawing(&error);
        let backend = self.terminal.backend_mut();
        backend.write_all(&clipboard::sequence(text)).map_err(failed)?;
        std::io::Write::flush(backend).map_err(failed)
    }

    /// Waits for a key, a wake or the end of `timeout` (none: for ever), then takes all that is
    /// there. False: the terminal is gone.
    pub fn wait(
        &mut self,
        waking: &Waking,
        timeout: Option<Duration>,
        inputs: &mut Vec<Input>,
    ) -> Result<bool> {
        let timeout = if self.decoder.waits() {
            Some(timeout.map_or(SETTLES_AFTER, |timeout| timeout.min(SETTLES_AFTER)))
        } else {
            timeout
        };
        let (mut typed, woken) = self.ready(Some(waking), timeout)?;
        if woken {
            waking.clear();
        }
        if !typed && !woken && self.decoder.waits() {
            self.decoder.settle(inputs);
        }
        let (mut bytes, mut total) = ([0; 4096], 0);
        while typed && total < READ_AT_MOST {
            match rustix::io::read(&self.tty, &mut bytes) {
                Ok(0) | Err(rustix::io::Errno::IO) => return Ok(false),
                Ok(read) => {
                    self.decoder.feed(bytes.get(..read).unwrap_or_default(), inputs);
                    total += read;
                }
                Err(rustix::io::Errno::INTR) => {}
                Err(errno) => {
                    return Err(Error::system("cannot read the keyboard", &errno.into()));
                }
            }
            typed = self.ready(None, Some(Duration::ZERO))?.0;
        }
        Ok(true)
    }

    /// Whether there is something to read from the terminal, and whether somebody woke us.
    fn ready(&self, waking: Option<&Waking>, timeout: Option<Duration>) -> Result<(bool, bool)> {
        let timeout = timeout.map(|timeout| Timespec {
            tv_sec: timeout.as_secs().try_into().unwrap_or(i64::MAX),
            tv_nsec: timeout.subsec_nanos().into(),
        });
        let tty = PollFd::new(&self.tty, PollFlags::IN);
        let seen = |fd: &PollFd<'_>| !fd.revents().is_empty();
        let polled = if let Some(waking) = waking {
            let mut fds = [tty, PollFd::new(waking, PollFlags::IN)];
            poll(&mut fds, timeout.as_ref()).map(|_| (seen(&fds[0]), seen(&fds[1])))
        } else {
            let mut fds = [tty];
            poll(&mut fds, timeout.as_ref()).map(|_| (seen(&fds[0]), false))
        };
        match polled {
            // A signal: its handler has written to the pipe.
            Err(rustix::io::Errno::INTR) => Ok((false, false)),
            polled => polled.map_err(|errno| Error::system("cannot wait for keys", &errno.into())),
        }
    }

    /// Whether nobody is at its other end any more.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        let mut fds = [PollFd::new(&self.tty, PollFlags::empty())];
        let now = Timespec { tv_sec: 0, tv_nsec: 0 };
        matches!(poll(&mut fds, Some(&now)), Ok(1..))
    }

    /// The terminal, for the watchdog.
    pub fn tty(&self) -> Result<OwnedFd> {
        self.tty.try_clone().map_err(|error| Error::system("cannot copy the terminal", &error))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back, from any thread; twice is harmless, and a terminal that takes nothing
/// is not waited for.
pub fn restore() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let out = std::io::stdout();
    let mut left = GIVE_BACK;
    while !left.is_empty() {
        let mut fds = [PollFd::new(&out, PollFlags::OUT)];
        let soon = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };
        if !matches!(poll(&mut fds, Some(&soon)), Ok(1..)) {
            break;
        }
        match rustix::io::write(&out, left) {
            Ok(written @ 1..) => left = left.get(written..).unwrap_or_default(),
            Err(rustix::io::Errno::INTR) => {}
            _ => break,
        }
    }
    let _ = crossterm::terminal::disable_raw_mode();
}

/// What another thread panicked with, if one did: the program has to end.
#[must_use]
pub fn panicked() -> Option<Error> {
    let message = PANIC.lock().unwrap_or_else(PoisonError::into_inner).take()?;
    Some(
        Error::new(Kind::System, format!("a part of the program failed: {message}"))
            .hint("what was saved is safe; please report this"),
    )
}

/// Where keys come from: standard input, or the terminal behind it.
fn input() -> Result<OwnedFd> {
    let stdin = std::io::stdin();
    let failed = |errno: rustix::io::Errno| Error::system("cannot use the terminal", &errno.into());
    if rustix::termios::isatty(&stdin) {
        return rustix::io::dup(&stdin).map_err(failed);
    }
    File::open("/dev/tty").map(OwnedFd::from).map_err(|_| no_terminal())
}

fn no_terminal() -> Error {
    Error::new(Kind::System, "the workbench needs a terminal")
        .hint("trellis attention --json and trellis show work without one")
}

fn drawing(error: &std::io::Error) -> Error {
    Error::system("cannot draw on the terminal", error)
}

/// The drawing thread's panic gives the terminal back before its message is printed; another
/// thread's is kept, and the drawing thread told to end.
fn restore_on_panic(wake: &Wake) {
    let mine = std::thread::current().id();
    if let Some((_, kept)) = DRAWER.get() {
        *kept.lock().unwrap_or_else(PoisonError::into_inner) = wake.clone();
        return;
    }
    let (drawer, _) = DRAWER.get_or_init(|| (mine, Mutex::new(wake.clone())));
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() == *drawer || !TAKEN.load(Ordering::SeqCst) {
            restore();
            before(panic);
            return;
        }
        *PANIC.lock().unwrap_or_else(PoisonError::into_inner) = Some(panic.to_string());
        if let Some((_, wake)) = DRAWER.get() {
            wake.lock().unwrap_or_else(PoisonError::into_inner).wake();
        }
    }));
}
