//! A field in the user's own editor: the terminal is the editor's until it ends, Ctrl-C included.

use crate::pty::Pty;
use portable_pty::CommandBuilder;
use std::path::PathBuf;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_trellis");

/// The demo with this script as the editor, a new person's form open.
fn open(directory: &TempDir, script: &str) -> Pty {
    let editor: PathBuf = directory.path().join("editor.sh");
    std::fs::write(&editor, script).expect("written");
    let book = directory.path().join("demo.db");
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(["demo", "--db", book.to_str().expect("a name"), "--today", "2026-11-22"]);
    command.env("TERM", "xterm-256color");
    command.env_remove("VISUAL");
    command.env("EDITOR", format!("sh {}", editor.display()));
    let mut pty = Pty::start(command, 120, 36);
    pty.wait_for("Contoso");
    pty.send(b"ap");
    pty.wait_for("reports to");
    pty.send(b"Dana");
    pty.wait_for("Dana");
    pty
}

#[test]
fn the_editor_has_the_terminal_and_its_text_comes_back() {
    let directory = TempDir::new().expect("a directory");
    // It lives through a Ctrl-C, which is not for the program behind it either.
    let script = "trap 'echo caught' INT\necho edits; read _ || read _\n\
                  printf 'Dana Ortiz\\n' > \"$1\"\n";
    let mut pty = open(&directory, script);
    pty.send(b"\x1bOS");
    pty.wait_for("edits");
    pty.assert_given_back();
    pty.send(b"\x03");
    pty.wait_for("caught");
    pty.send(b"\r");
    pty.wait_for("Dana Ortiz");
    pty.wait_for("reports to");
    pty.assert_taken();
    pty.send(b" Ruiz");
    pty.wait_for("Dana Ortiz Ruiz");
    pty.close(b"\x03");
}

#[test]
fn an_editor_that_fails_leaves_the_text_as_it_was() {
    let directory = TempDir::new().expect("a directory");
    let mut pty = open(&directory, "echo edits; printf 'gone' > \"$1\"; exit 1\n");
    pty.send(b"\x1bOS");
    pty.wait_for("reports to");
    pty.send(b" Ortiz");
    pty.wait_for("Dana Ortiz");
    pty.close(b"\x03");
}
