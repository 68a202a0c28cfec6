//! Taking a step back, and doing it again: its rows replayed backwards, as a step of its own.

use super::journal::{self, STEP, Step, columns};
use super::schema::BOOK;
use super::{Reverted, StepLabel, Store, Tx, apply, search, table};
use crate::error::{Error, Kind, Result};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};

const UNDO: &str = "undo";
const REDO: &str = "redo";

/// A step that was not taken back and is itself no undo or redo.
const LIVE: &str = "undoes IS NULL AND undone_by IS NULL";

impl Store {
    /// Takes back the newest step, or the one that is named, row by row and to the very numbers.
    /// `after` may write derived tables in the same transaction.
    ///
    /// # Errors
    /// Nothing to undo; a later step that changed the same records, which is named; another
    /// program writing; the disk.
    pub fn undo(
        &self,
        step: Option<i64>,
        on: NaiveDate,
        at: DateTime<Utc>,
        after: impl FnOnce(&Tx, &Step) -> Result<()>,
    ) -> Result<Reverted> {
        self.write(|connection| {
            let target = match step {
                None => find(connection, LIVE, []),
                Some(step) => match find(connection, "id = ?1", [step])? {
                    None => return Err(nothing(&format!("there is no step {step}"))),
                    Some(found) if found.undone_by.is_some() => {
                        return Err(nothing(&format!("step {step} was undone already")));
                    }
                    Some(found) if found.undoes.is_some() => {
                        return Err(nothing(&format!("step {step} is itself an {}", found.kind))
                            .hint("redo brings back what was undone"));
                    }
                    found => Ok(found),
                },
            }?
            .ok_or_else(|| nothing("there is nothing to undo"))?;
            let step = revert(connection, &target, UNDO, &target.label, on, at)?;
            after(&Tx { connection, step }, &target)?;
            journal::end(connection)?;
            Ok(Reverted { step, of: target })
        })
    }

    /// Does again what the newest undo took back; a new step in between ends that.
    ///
    /// # Errors
    /// Nothing to redo; another program writing; the disk.
    pub fn redo(
        &self,
        on: NaiveDate,
        at: DateTime<Utc>,
        after: impl FnOnce(&Tx, &Step) -> Result<()>,
    ) -> Result<Reverted> {
        self.write(|connection| {
            let undo = find(
                connection,
                "kind = 'undo' AND undoes IS NOT NULL AND undone_by IS NULL AND id >
                 (SELECT coalesce(max(id), 0) FROM journal_step WHERE undoes IS NULL)",
                [],
            )?
            .ok_or_else(|| nothing("there is nothing to redo"))?;
            let original = find(connection, "id = ?1", [undo.undoes.unwrap_or(0)])?
                .ok_or_else(|| nothing("what was undone is too old to be redone"))?;
            let step = revert(connection, &undo, REDO, &original.label, on, at)?;
            connection
                .prepare_cached("UPDATE journal_step SET undone_by = NULL WHERE id = ?1")?
                .execute([original.id])?;
            after(&Tx { connection, step }, &original)?;
            journal::end(connection)?;
            Ok(Reverted { step, of: original })
        })
    }
}

fn nothing(why: &str) -> Error {
    Error::new(Kind::NotFound, why)
}

/// The newest step for which `condition` holds.
fn find(
    connection: &Connection,
    condition: &str,
    of: impl rusqlite::Params,
) -> Result<Option<Step>> {
    let sql = format!("SELECT {STEP} FROM journal_step WHERE {condition} ORDER BY id DESC LIMIT 1");
    Ok(connection.prepare_cached(&sql)?.query_row(of, Step::of).optional()?)
}

/// Replays `target` backwards as a new step; refuses where a later step stands on it.
fn revert(
    connection: &Connection,
    target: &Step,
    kind: &str,
    label: &str,
    on: NaiveDate,
    at: DateTime<Utc>,
) -> Result<i64> {
    let label = StepLabel {
        label: label.to_owned(),
        kind: kind.to_owned(),
        account: target.account,
        on,
        at,
    };
    let step = journal::begin(connection, &label, Some(target.id))?;
    let later = find(connection, &format!("{LIVE} AND id > ?1"), [target.id])?;
    // Inside the replay a child may come back before its parent.
    connection.pragma_update(None, "defer_foreign_keys", true)?;
    let mut replayed = replay(connection, target.id);
    if let Some(later) = later {
        replayed = replayed.and_then(|()| table::settle(connection, step));
        if let Some(clash) = clash(connection, target.id, step)? {
            return Err(refused(target, &clash));
        }
        let against_the_book =
            |error: &Error| matches!(error.kind, Kind::Usage | Kind::Book | Kind::NotFound);
        if replayed.as_ref().is_err_and(against_the_book) || orphans(connection)? {
            return Err(refused(target, &later));
        }
    }
    replayed?;
    connection
        .prepare_cached("UPDATE journal_step SET undone_by = ?1 WHERE id = ?2")?
        .execute([step, target.id])?;
    search::feed(connection, step)?;
    Ok(step)
}

/// Every row of the step, newest first, back to what it was before.
fn replay(connection: &Connection, step: i64) -> Result<()> {
    let mut tables = HashMap::new();
    for (table, _) in BOOK {
        let columns: BTreeMap<String, bool> = columns(connection, table)?.into_iter().collect();
        tables.insert(table, columns);
    }
    let mut statement = connection.prepare(
        "SELECT in_table, key, before, after IS NULL FROM journal_row
         WHERE step = ?1 ORDER BY id DESC",
    )?;
    let mut rows = statement.query([step])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let key: i64 = row.get(1)?;
        let (table, columns) = tables.get_key_value(name.as_str()).ok_or_else(|| damaged(&name))?;
        let changed = match (row.get::<_, Option<String>>(2)?, row.get(3)?) {
            (None, _) => connection
                .prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?
                .execute([key])?,
            (Some(before), true) => put_back(connection, table, columns, &before)?,
            (Some(before), false) => set_back(connection, table, columns, key, &before)?,
        };
        if changed != 1 {
            return Err(Error::new(
                Kind::Book,
                format!("the {} {key} is not as the journal left it", apply::words(table)),
            )
            .hint("another program has changed the book; nothing was undone"));
        }
    }
    Ok(())
}

/// A removed row, with its number.
fn put_back(
    connection: &Connection,
    table: &str,
    columns: &BTreeMap<String, bool>,
    before: &str,
) -> Result<usize> {
    let (names, marks, cells) = image(table, columns, before)?;
    let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(","), marks.join(","));
    Ok(connection.prepare_cached(&sql)?.execute(params_from_iter(cells))?)
}

/// The former content of an edited row.
fn set_back(
    connection: &Connection,
    table: &str,
    columns: &BTreeMap<String, bool>,
    key: i64,
    before: &str,
) -> Result<usize> {
    let (names, marks, mut cells) = image(table, columns, before)?;
    cells.push(Cell::Integer(key));
    let sql =
        format!("UPDATE {table} SET ({}) = ({}) WHERE id = ?", names.join(","), marks.join(","));
    Ok(connection.prepare_cached(&sql)?.execute(params_from_iter(cells))?)
}

/// The columns of a row as the journal wrote it, a mark for each in a statement, and the cells.
pub(super) fn image(
    table: &str,
    columns: &BTreeMap<String, bool>,
    before: &str,
) -> Result<(Vec<String>, Vec<&'static str>, Vec<Cell>)> {
    let row: Map<String, Value> = serde_json::from_str(before).map_err(|_| damaged(table))?;
    let (mut names, mut marks, mut cells) = (Vec::new(), Vec::new(), Vec::new());
    for (name, value) in row {
        let real = *columns.get(&name).ok_or_else(|| damaged(table))?;
        cells.push(match value {
            Value::Null => Cell::Null,
            // `quote` writes the absence of a number so.
            Value::String(text) if real && text == "NULL" => Cell::Null,
            Value::String(text) => Cell::Text(text),
            Value::Number(number) => Cell::Integer(number.as_i64().ok_or_else(|| damaged(table))?),
            _ => return Err(damaged(table)),
        });
        marks.push(if real { "CAST(? AS REAL)" } else { "?" });
        names.push(name);
    }
    Ok((names, marks, cells))
}

/// The newest later step that is still in force and changed a row which the revert has changed or
/// was to change.
fn clash(connection: &Connection, target: i64, revert: i64) -> Result<Option<Step>> {
    let sql = format!(
        "SELECT {STEP} FROM journal_step WHERE {LIVE} AND id > ?1 AND EXISTS (
           SELECT 1 FROM journal_row AS theirs JOIN journal_row AS ours
             ON ours.in_table = theirs.in_table AND ours.key = theirs.key
           WHERE theirs.step = journal_step.id AND ours.step IN (?1, ?2))
         ORDER BY id DESC LIMIT 1"
    );
    Ok(connection.prepare_cached(&sql)?.query_row([target, revert], Step::of).optional()?)
}

/// A record names one that is not there.
fn orphans(connection: &Connection) -> Result<bool> {
    Ok(connection.prepare("PRAGMA foreign_key_check")?.exists([])?)
}

fn refused(target: &Step, later: &Step) -> Error {
    Error::new(
        Kind::Usage,
        format!(
            "“{}” cannot be undone alone: step {}, “{}”, came later and builds on it",
            target.label, later.id, later.label
        ),
    )
    .hint(format!("undo step {} first", later.id))
}

fn damaged(what: &str) -> Error {
    Error::new(Kind::Book, format!("the journal of {} is damaged", apply::words(what)))
        .hint("nothing was undone")
}
