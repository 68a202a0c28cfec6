//! The workbench as somebody at a terminal has it: opened, looked around in, left, lost.

use crate::pty::Pty;
use portable_pty::CommandBuilder;
use rustix::process::Signal;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_trellis");
const TODAY: &str = "2026-11-22";
/// A program may take so long to end.
const SOON: Duration = Duration::from_secs(2);
const FRAME: &[u8] = b"\x1b[?2026h";

/// A demo book in a directory of its own.
struct Desk {
    _directory: TempDir,
    book: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let directory = TempDir::new().expect("a directory");
        let book = directory.path().join("demo.db");
        Self { _directory: directory, book }
    }

    fn command(&self, program: &str, arguments: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        command.env("TRELLIS_DB", &self.book);
        command.env_remove("NO_COLOR");
        command
    }

    /// The demo, opened and drawn.
    fn open(&self, columns: u16, lines: u16) -> Pty {
        let book = self.book.to_str().expect("a name");
        let arguments = ["demo", "--db", book, "--today", TODAY];
        let pty = Pty::start(self.command(PROGRAM, &arguments), columns, lines);
        pty.wait_for("? help");
        pty.wait_for("Contoso");
        pty.settle();
        pty
    }

    /// Another program brings one account in, Acme.
    fn bring_in(&self) {
        let file = self.book.with_file_name("firms.csv");
        std::fs::write(&file, "Name\nAcme\n").expect("written");
        self.run(&["import", file.to_str().expect("a name"), "--as", "account", "--yes"]);
    }

    /// The command line beside it.
    fn run(&self, arguments: &[&str]) -> String {
        let out = Command::new(PROGRAM)
            .args(arguments)
            .args(["--db", self.book.to_str().expect("a name"), "--today", TODAY])
            .output()
            .expect("it runs");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).into_owned()
    }
}

/// The marked account of the list.
fn marked(screen: &vt100::Screen) -> String {
    let contents = screen.contents();
    let line = contents.lines().find(|line| line.contains("┃▸") || line.contains("│▸"));
    let after = line.and_then(|line| line.split('▸').nth(1)).unwrap_or_default();
    after.split("  ").next().unwrap_or_default().trim().to_owned()
}

fn frames(bytes: &[u8]) -> usize {
    bytes.windows(FRAME.len()).filter(|window| *window == FRAME).count()
}

#[test]
fn q_and_control_c_leave_and_the_terminal_is_given_back() {
    let desk = Desk::new();
    for keys in [&b"q"[..], b"\x03", b"?\x03"] {
        let mut pty = desk.open(120, 36);
        pty.assert_taken();
        pty.send(keys);
        assert!(pty.ended(SOON).success(), "{keys:?}");
        pty.assert_given_back();
    }
}

#[test]
fn a_signal_ends_it_in_order_and_is_passed_on() {
    let desk = Desk::new();
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let mut pty = desk.open(80, 24);
        pty.signal(signal);
        let status = pty.ended(SOON);
        assert!(status.signal().is_some(), "{signal:?}: {status:?}");
        pty.assert_given_back();
    }
}

#[test]
fn a_closed_terminal_ends_it_within_two_seconds() {
    let desk = Desk::new();
    desk.open(80, 24).close(b"\x0c").ended(SOON);
}

#[test]
fn a_closed_terminal_ends_it_even_where_no_signal_tells_of_it() {
    let desk = Desk::new();
    drop(desk.open(80, 24));
    // The shell alone is told of the end, and takes no notice.
    let script = format!("trap '' HUP; {PROGRAM}; exit 0");
    let pty = Pty::start(desk.command("sh", &["-c", &script]), 80, 24);
    pty.wait_for("? help");
    pty.settle();
    pty.close(b"\x0c").ended(SOON);
}

#[test]
fn no_question_is_put_to_the_terminal() {
    let pty = Desk::new().open(80, 24);
    let written = pty.bytes();
    for question in [&b"\x1b[6n"[..], b"\x1b[c", b"\x1b[>c", b"\x1b]11;?", b"\x1b[?u"] {
        let asked = written.windows(question.len()).any(|window| window == question);
        assert!(!asked, "{question:?}");
    }
    let all_motion = b"\x1b[?1003h";
    assert!(!written.windows(all_motion.len()).any(|window| window == all_motion));
}

/// The colours among the bytes: a select graphic rendition from 30 to 49 or 90 to 107.
fn colours(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.split("\u{1b}[").skip(1).filter_map(|rest| {
        let (numbers, _) = rest.split_once('m')?;
        numbers.chars().all(|c| c.is_ascii_digit() || c == ';' || c == ':').then_some(numbers)
    });
    let coloured = |number: &str| matches!(number.parse(), Ok(30..=38 | 40..=48 | 90..=107));
    sequences.filter(|one| one.split([';', ':']).any(coloured)).map(str::to_owned).collect()
}

#[test]
fn without_colour_none_is_sent_and_the_chosen_one_still_stands_out() {
    let desk = Desk::new();
    assert!(!colours(&desk.open(80, 24).bytes()).is_empty(), "it has colours");
    let book = desk.book.to_str().expect("a name");
    let mut command = desk.command(PROGRAM, &["demo", "--db", book, "--today", TODAY]);
    command.env("NO_COLOR", "1");
    command.env("COLORTERM", "truecolor");
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for("? help");
    for keys in ["\x1b[B", "\t\t", "w", "\x1b", "?", "\x1b", "at", "\x1b", "/tier:x", "\x1b"] {
        pty.send(keys.as_bytes());
        pty.settle();
    }
    assert_eq!(colours(&pty.bytes()), [""; 0]);
    let reversed = pty.look(|screen| {
        let cells = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
        cells
            .filter(|(row, column)| screen.cell(*row, *column).is_some_and(vt100::Cell::inverse))
            .count()
    });
    assert!(reversed > 5, "{reversed}");
}

#[test]
fn two_hundred_queued_moves_cost_few_frames() {
    let desk = Desk::new();
    let mut pty = desk.open(120, 36);
    let before = pty.bytes().len();
    pty.send(&[b"\x1b[B\x1b[A".repeat(99), b"\x1b[B\x1b[B".to_vec()].concat());
    pty.wait_until("the third account chosen", |screen| marked(screen) == "Adatum");
    pty.settle();
    let written = &pty.bytes()[before..];
    assert!(frames(written) < 40, "{} frames", frames(written));
}

#[test]
fn a_move_writes_less_than_a_kilobyte() {
    let desk = Desk::new();
    let mut pty = desk.open(120, 36);
    pty.send(b"\t\t\t");
    pty.settle();
    let before = pty.bytes().len();
    pty.send(b"\x1b[B");
    pty.settle();
    let written = pty.bytes().len() - before;
    assert!((1..1024).contains(&written), "{written} bytes");
}

#[test]
fn the_size_may_change_at_any_time() {
    let desk = Desk::new();
    let mut pty = desk.open(120, 36);
    for (columns, lines) in [(80, 24), (30, 8), (1, 1), (200, 50), (120, 36)] {
        pty.resize(columns, lines);
        pty.settle();
    }
    pty.wait_for("Who we know");
    pty.send(b"q");
    assert!(pty.ended(SOON).success());
}

#[test]
fn the_help_does_what_is_chosen_in_it() {
    let desk = Desk::new();
    let mut pty = desk.open(120, 36);
    pty.send(b"?");
    pty.wait_for("type to find");
    pty.send(b"zoom\r");
    pty.wait_until("the list alone", |screen| !screen.contents().contains("Who we know"));
    pty.send(b"\x1b");
    pty.wait_for("Who we know");
}

#[test]
fn a_click_chooses_an_account() {
    let desk = Desk::new();
    let mut pty = desk.open(120, 36);
    let row = pty.look(|screen| {
        let contents = screen.contents();
        contents.lines().position(|line| line.contains(" Litware ")).expect("Litware") + 1
    });
    pty.send(format!("\x1b[<0;5;{row}M\x1b[<0;5;{row}m").as_bytes());
    pty.wait_until("Litware chosen", |screen| marked(screen) == "Litware");
}

#[test]
fn control_z_gives_the_terminal_to_the_shell_and_takes_it_again() {
    let desk = Desk::new();
    drop(desk.open(80, 24));
    let script = format!("{PROGRAM}; echo stopped; read -r line; fg >/dev/null; echo ended");
    let mut pty = Pty::start(desk.command("bash", &["--norc", "-mc", &script]), 80, 24);
    pty.wait_for("? help");
    pty.assert_taken();
    pty.send(b"\x1a");
    pty.wait_for("stopped");
    pty.assert_given_back();
    pty.send(b"\n");
    pty.wait_for("? help");
    pty.assert_taken();
    pty.send(b"q");
    pty.wait_for("ended");
    pty.assert_given_back();
}

#[test]
fn undo_and_redo_say_what_they_did_and_another_program_sees_it() {
    let desk = Desk::new();
    let mut pty = desk.open(120, 36);
    desk.bring_in();
    pty.wait_for("23 accounts");
    pty.send(b"u");
    pty.wait_for("Undone: “Imported 1 account”.");
    pty.wait_for("22 accounts");
    assert!(desk.run(&["history"]).contains("undo: Imported 1 account"));
    assert!(!desk.run(&["attention"]).contains("Acme"));
    pty.send(b"U");
    pty.wait_for("Done again: “Imported 1 account”.");
    pty.wait_for("23 accounts");
    assert!(desk.run(&["attention"]).contains("Acme"));
}

#[test]
fn what_another_program_writes_is_soon_on_the_screen() {
    let desk = Desk::new();
    let mut pty = desk.open(120, 36);
    desk.bring_in();
    pty.wait_for("23 accounts");
    desk.run(&["undo"]);
    pty.wait_for("22 accounts");
    pty.send(b"q");
    assert!(pty.ended(SOON).success());
}

/// How often the threads of a process have gone to sleep, which is how often they were awake.
fn sleeps(process: rustix::process::Pid) -> u64 {
    let tasks = format!("/proc/{}/task", process.as_raw_nonzero());
    let status = |task: std::fs::DirEntry| {
        std::fs::read_to_string(task.path().join("status")).expect("a status")
    };
    std::fs::read_dir(tasks)
        .expect("threads")
        .map(|task| status(task.expect("a thread")))
        .map(|status| {
            let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches"));
            let count = line.and_then(|line| line.split_whitespace().last()).expect("a count");
            count.parse::<u64>().expect("a number")
        })
        .sum()
}

#[test]
fn half_a_minute_after_the_last_key_nothing_wakes_it() {
    let desk = Desk::new();
    let mut pty = desk.open(80, 24);
    pty.send(b"\x1b[B");
    std::thread::sleep(Duration::from_secs(33));
    let before = sleeps(pty.process());
    std::thread::sleep(Duration::from_secs(5));
    assert_eq!(sleeps(pty.process()), before, "it woke up");
    pty.send(b"q");
    assert!(pty.ended(SOON).success());
}

#[test]
fn without_a_terminal_it_says_so() {
    let desk = Desk::new();
    let out = Command::new(PROGRAM)
        .args(["--db", desk.book.to_str().expect("a name")])
        .stdout(std::process::Stdio::piped())
        .output()
        .expect("it runs");
    assert_eq!(out.status.code(), Some(6));
    assert!(String::from_utf8_lossy(&out.stderr).contains("needs a terminal"));
}
