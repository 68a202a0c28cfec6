//! The book's file: what it keeps, takes back and refuses.

mod act;
mod company;
mod crash;
mod locks;
pub mod older;
mod refusal;
mod relation;
mod then;
mod undo;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::ValueRef;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use trellis::domain::account::{self, Account};
use trellis::domain::change::Change;
use trellis::store::schema::BOOK;
use trellis::store::{Mode, StepLabel, Store};

fn today() -> NaiveDate {
    "2026-11-22".parse().expect("a day")
}

fn now() -> DateTime<Utc> {
    "2026-11-22T08:00:00Z".parse().expect("a moment")
}

fn label(label: &str) -> StepLabel {
    StepLabel {
        label: label.to_owned(),
        kind: "edit".to_owned(),
        account: None,
        on: today(),
        at: now(),
    }
}

/// A directory that goes with the test, and the path of a book in it.
fn place() -> (tempfile::TempDir, PathBuf) {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("book.db");
    (directory, path)
}

fn writing(path: &Path) -> Store {
    Store::open(path, Mode::Write(now())).expect("a book")
}

fn fresh(name: &str) -> Change {
    account::Change::Added(Account::named(name, today())).into()
}

fn add(store: &Store, name: &str) {
    store.commit(&label(name), &[fresh(name)], |_, _| Ok(())).expect("a commit");
}

/// Every cell of every table of the book, to the bit.
pub fn dump(path: &Path) -> String {
    let connection = rusqlite::Connection::open(path).expect("a file");
    let mut text = String::new();
    for (table, _) in BOOK {
        let mut statement =
            connection.prepare(&format!("SELECT * FROM {table} ORDER BY id")).expect("a table");
        let columns = statement.column_count();
        let mut rows = statement.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            let _ = write!(text, "{table}");
            for column in 0..columns {
                let _ = match row.get_ref(column).expect("a cell") {
                    ValueRef::Null => write!(text, " -"),
                    ValueRef::Integer(number) => write!(text, " {number}"),
                    ValueRef::Real(number) => write!(text, " r{:016x}", number.to_bits()),
                    ValueRef::Text(bytes) => write!(text, " {:?}", String::from_utf8_lossy(bytes)),
                    ValueRef::Blob(bytes) => write!(text, " b{bytes:?}"),
                };
            }
            text.push('\n');
        }
    }
    text
}

fn names(path: &Path) -> Vec<String> {
    rusqlite::Connection::open(path)
        .expect("a file")
        .prepare("SELECT name FROM account ORDER BY id")
        .expect("the table")
        .query_map([], |row| row.get(0))
        .expect("rows")
        .collect::<rusqlite::Result<_>>()
        .expect("names")
}

#[test]
fn nothing_replaces_a_row_behind_the_journals_back() {
    let mut open = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut read = 0;
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                std::fs::read_dir(&path).expect("entries").map(|entry| entry.expect("one").path()),
            );
        } else {
            let text = std::fs::read_to_string(&path).expect("a text").to_uppercase();
            assert!(
                !["OR REPLACE", "REPLACE INTO", "CONFLICT REPLACE"]
                    .iter()
                    .any(|banned| text.contains(banned)),
                "{}: deletes rows that no trigger sees as such: use an upsert",
                path.display()
            );
            read += 1;
        }
    }
    assert!(read > 50, "{read} files");
}
