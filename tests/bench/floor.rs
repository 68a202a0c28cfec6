//! What no book can be faster than: one row into one table, safe on the disk.

use rusqlite::Connection;
use std::path::Path;

/// A table of its own on the same disk, with the settings of a book.
#[derive(Debug)]
pub struct Floor(Connection);

impl Floor {
    pub fn beside(book: &Path) -> rusqlite::Result<Self> {
        let connection = Connection::open(book.with_file_name("floor.db"))?;
        connection.execute_batch(
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             CREATE TABLE talk (id INTEGER PRIMARY KEY AUTOINCREMENT, on_date TEXT, summary TEXT);",
        )?;
        Ok(Self(connection))
    }

    pub fn insert(&self) -> rusqlite::Result<usize> {
        self.0
            .prepare_cached("INSERT INTO talk (on_date, summary) VALUES ('2026-11-22', 'budget')")?
            .execute([])
    }
}
