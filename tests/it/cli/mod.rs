//! The command line as a person or a script uses it: the real binary on a book of its own.

mod account;
mod agenda;
mod demo;
mod edges;
mod expansion;
mod explain;
mod find;
mod forecast;
mod history;
mod log;
mod metrics;
mod older;
mod picture;
mod playbook;
mod portfolio;
mod review;
mod settings;
mod steps;
mod story;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The day that all of these tests work on.
pub const TODAY: &str = "2026-11-22";

/// A directory with a book in it, or room for one.
pub struct Corner {
    directory: TempDir,
}

impl Corner {
    pub fn empty() -> Self {
        Self { directory: tempfile::tempdir().expect("a directory") }
    }

    /// With the demo book as the book.
    pub fn with_demo() -> Self {
        let corner = Self::empty();
        corner.ok(&["demo", "--path"]);
        corner
    }

    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    pub fn book(&self) -> PathBuf {
        self.path().join("book.db")
    }

    /// The program with these arguments, on the book, on the day; nothing of the user's is seen.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("trellis"));
        command.args(args).arg("--db").arg(self.book());
        if !args.contains(&"--today") {
            command.args(["--today", TODAY]);
        }
        command.env_clear().env("HOME", self.path());
        command
    }

    /// Brings one account in, Acme: a change of the user's own.
    pub fn bring_in(&self) {
        let file = self.path().join("firms.csv");
        std::fs::write(&file, "Name\nAcme\n").expect("written");
        self.ok(&["import", file.to_str().expect("a path"), "--as", "account", "--yes"]);
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("the program starts")
    }

    /// What it says, once it is content.
    pub fn ok(&self, args: &[&str]) -> String {
        let output = self.run(args);
        let said = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(0), "{args:?}: {said}");
        assert_eq!(said, "", "{args:?}");
        String::from_utf8(output.stdout).expect("text")
    }

    pub fn json(&self, args: &[&str]) -> serde_json::Value {
        let said = self.ok(&[args, &["--json"]].concat());
        let value: serde_json::Value = serde_json::from_str(&said).expect("JSON");
        assert_eq!(value["version"], 1, "{args:?}");
        value
    }

    /// Its exit code and what it complains of.
    pub fn refused(&self, args: &[&str]) -> (i32, String) {
        let output = self.run(args);
        assert_eq!(output.stdout, b"", "{args:?}");
        let said = String::from_utf8(output.stderr).expect("text");
        (output.status.code().expect("an exit"), said)
    }
}
