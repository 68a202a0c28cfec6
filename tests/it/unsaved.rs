//! What is typed and not saved outlives the program, however it ends.

use crate::pty::Pty;
use portable_pty::CommandBuilder;
use rustix::process::Signal;
use std::path::PathBuf;
use std::time::Duration;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_trellis");
/// Text on the screen alone is younger than this.
const SECOND: Duration = Duration::from_secs(1);
const SOON: Duration = Duration::from_secs(5);

struct Demo {
    _directory: TempDir,
    book: PathBuf,
}

impl Demo {
    fn new() -> Self {
        let directory = TempDir::new().expect("a directory");
        let book = directory.path().join("demo.db");
        Self { _directory: directory, book }
    }

    fn open(&self) -> Pty {
        let book = self.book.to_str().expect("a name");
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(["demo", "--db", book, "--today", "2026-11-22"]);
        command.env("TERM", "xterm-256color");
        let pty = Pty::start(command, 120, 36);
        pty.wait_for("Contoso");
        pty
    }
}

/// A new person's form, with the cursor in the name.
fn open_form(pty: &mut Pty) {
    pty.send(b"a");
    pty.wait_for("person");
    pty.send(b"p");
    pty.wait_for("reports to");
}

/// Takes up again what is offered at the start.
fn take_up(pty: &mut Pty) {
    pty.wait_for("Typed and not saved");
    pty.send(b"\r");
    pty.wait_for("reports to");
}

#[test]
fn a_killed_program_offers_all_but_the_last_second() {
    let demo = Demo::new();
    let text = "Dr. Anneliese Oberhuber-Schmidt, whom Ott named as her deputy";
    let mut pty = demo.open();
    open_form(&mut pty);
    let up_to = |end: usize| text.get(..end).expect("plain letters");
    let mut typed = 0;
    // A kill at every tenth key: eight of ten are older than a second, two are not.
    while typed + 10 <= text.len() {
        pty.send(&text.as_bytes()[typed..typed + 8]);
        std::thread::sleep(SECOND);
        pty.send(&text.as_bytes()[typed + 8..typed + 10]);
        pty.signal(Signal::KILL);
        pty.ended(SOON);
        pty = demo.open();
        take_up(&mut pty);
        pty.wait_for(up_to(typed + 8));
        // What had no second is typed again where it was lost.
        let screen = pty.contents();
        let whole = typed + 10;
        let kept = (typed + 8..=whole).rev().find(|end| screen.contains(up_to(*end)));
        let kept = kept.expect("the text up to a second ago");
        pty.send(&text.as_bytes()[kept..whole]);
        pty.wait_for(up_to(whole));
        typed = whole;
    }
    assert_eq!(typed, 60);
}

#[test]
fn a_signal_and_the_way_out_lose_no_character() {
    for end in [Some(Signal::TERM), Some(Signal::HUP), None] {
        let demo = Demo::new();
        let mut pty = demo.open();
        open_form(&mut pty);
        pty.send(b"Dana Ortiz");
        pty.wait_for("Dana Ortiz");
        match end {
            Some(signal) => pty.signal(signal),
            None => pty.send(b"\x03"),
        }
        pty.ended(SOON);
        let mut pty = demo.open();
        take_up(&mut pty);
        pty.wait_for("Dana Ortiz");
        // Saved, it is offered no more.
        pty.send(b"\x13");
        pty.wait_for("u undo");
        pty.send(b"q");
        pty.ended(SOON);
        let pty = demo.open();
        pty.settle();
        assert!(!pty.contents().contains("Typed and not saved"), "{}", pty.contents());
    }
}
