//! A program in a terminal of its own: keys in, screen and modes out.

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::termios::{LocalModes, tcgetattr};
use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// What a test waits for anything.
pub const PATIENCE: Duration = Duration::from_secs(10);

pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    seen: Arc<Mutex<Seen>>,
    reader: Option<JoinHandle<()>>,
    closing: Arc<AtomicBool>,
    name: PathBuf,
}

/// What came out so far.
struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
}

impl Pty {
    pub fn start(command: CommandBuilder, columns: u16, lines: u16) -> Self {
        let size = PtySize { rows: lines, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pty");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let name = pair.master.tty_name().expect("the terminal has a name");
        let mut out = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let screen = vt100::Parser::new(count(lines), count(columns), 0);
        let seen = Arc::new(Mutex::new(Seen { screen, bytes: Vec::new() }));
        let closing = Arc::new(AtomicBool::new(false));
        let (see, closed) = (Arc::clone(&seen), Arc::clone(&closing));
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = out.read(&mut bytes) {
                let mut seen = see.lock().expect("the screen");
                seen.screen.process(&bytes[..read]);
                seen.bytes.extend_from_slice(&bytes[..read]);
                if closed.load(Ordering::SeqCst) {
                    break;
                }
            }
        });
        Self { master: pair.master, writer, child, seen, reader: Some(reader), closing, name }
    }

    pub fn send(&mut self, keys: &[u8]) {
        self.writer.write_all(keys).expect("the terminal takes keys");
        self.writer.flush().expect("the terminal takes keys");
    }

    pub fn contents(&self) -> String {
        self.look(vt100::Screen::contents)
    }

    pub fn look<T>(&self, at: impl FnOnce(&vt100::Screen) -> T) -> T {
        at(self.seen.lock().expect("the screen").screen.screen())
    }

    /// All that the program has written so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.lock().expect("the screen").bytes.clone()
    }

    /// Waits until nothing has come for a moment.
    pub fn settle(&self) {
        let mut before = usize::MAX;
        while before != self.bytes().len() {
            before = self.bytes().len();
            std::thread::sleep(Duration::from_millis(150));
        }
    }

    /// Waits until the screen shows it.
    pub fn wait_for(&self, what: &str) {
        self.wait_until(what, |screen| screen.contents().contains(what));
    }

    pub fn wait_until(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let began = Instant::now();
        while !self.look(&holds) {
            assert!(
                began.elapsed() < PATIENCE,
                "never came: {what}\n--- the screen:\n{}",
                self.contents()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn process(&self) -> rustix::process::Pid {
        let id = self.child.process_id().expect("a process");
        rustix::process::Pid::from_raw(i32::try_from(id).expect("an id")).expect("an id")
    }

    pub fn signal(&self, signal: rustix::process::Signal) {
        rustix::process::kill_process(self.process(), signal).expect("a signal");
    }

    pub fn resize(&self, columns: u16, lines: u16) {
        let size = PtySize { rows: lines, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.seen
            .lock()
            .expect("the screen")
            .screen
            .screen_mut()
            .set_size(count(lines), count(columns));
        self.master.resize(size).expect("another size");
    }

    /// Waits for the program's end, at most so long.
    pub fn ended(&mut self, within: Duration) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                return status;
            }
            if began.elapsed() > within {
                let screen = self.contents();
                self.child.kill().expect("an end");
                panic!("still running after {within:?}\n--- the screen:\n{screen}");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Takes the terminal away from under the program. It has to draw once more for it.
    pub fn close(mut self, nudge: &[u8]) -> Closed {
        self.closing.store(true, Ordering::SeqCst);
        self.send(nudge);
        self.reader.take().expect("a reader").join().expect("the reader ends");
        let Self { master, writer, child, .. } = self;
        drop(writer);
        drop(master);
        Closed { child }
    }

    /// All that a program has to give back, given back.
    pub fn assert_given_back(&self) {
        self.wait_until("the terminal given back", |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        });
        assert!(self.cooked(), "still raw");
    }

    pub fn assert_taken(&self) {
        self.wait_until("the terminal taken", |screen| {
            screen.alternate_screen()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion
        });
        assert!(!self.cooked(), "not raw");
    }

    /// Lines are edited and echoed by the terminal itself, as a shell expects.
    fn cooked(&self) -> bool {
        let tty = OpenOptions::new().read(true).open(&self.name).expect("the terminal");
        let modes = tcgetattr(&tty).expect("its modes").local_modes;
        modes.contains(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG)
    }
}

/// A program whose terminal is gone.
pub struct Closed {
    child: Box<dyn portable_pty::Child + Send + Sync>,
}

impl Closed {
    /// Waits for the program's end and says how long it took.
    pub fn ended(&mut self, within: Duration) -> Duration {
        let began = Instant::now();
        while self.child.try_wait().expect("a status").is_none() {
            if began.elapsed() > within {
                self.child.kill().expect("an end");
                panic!("still running {within:?} after its terminal went");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        began.elapsed()
    }
}

fn count(cells: u16) -> NonZero<u16> {
    NonZero::new(cells).expect("a screen of some size")
}
