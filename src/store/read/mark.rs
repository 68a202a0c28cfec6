//! What the program notes about its own work in the book: one text under one key.

use super::row::each;
use crate::error::Result;
use rusqlite::{Connection, params};

/// The note under a key.
pub(crate) fn mark(connection: &Connection, key: &str) -> Result<Option<String>> {
    let mut found = None;
    each(connection, "SELECT content FROM meta WHERE key = ?1", [key], |row| {
        found = Some(row.get(0)?);
        Ok(())
    })?;
    Ok(found)
}

/// Writes the note under a key.
pub(crate) fn set_mark(connection: &Connection, key: &str, content: &str) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO meta (key, content) VALUES (?1, ?2) \
             ON CONFLICT (key) DO UPDATE SET content = excluded.content",
        )?
        .execute(params![key, content])?;
    Ok(())
}

/// The number of the newest step of the journal, inside the transaction that asks.
pub(crate) fn last_step(connection: &Connection) -> Result<i64> {
    let mut newest = 0;
    each(connection, "SELECT coalesce(max(id), 0) FROM journal_step", [], |row| {
        newest = row.get(0)?;
        Ok(())
    })?;
    Ok(newest)
}
