//! The journal: every change of the book as a step that can be taken back.
//!
//! Triggers that live on the writing connection alone record each row that changes, cascades
//! included. The number of the open step is null outside a commit, and a journal row must have
//! one: a write past the journal fails.

use super::StepLabel;
use super::schema::{BOOK, Owner};
use crate::domain::cell::Id;
use crate::error::Result;
use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta, Utc};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeSet;
use std::fmt::Write;

/// How long steps are kept, days.
pub(super) const KEPT_DAYS: i64 = 400;

/// One step: a commit, an undo or a redo.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Step {
    pub id: i64,
    pub label: String,
    /// As the commit named it, or `undo`, `redo`.
    pub kind: String,
    pub account: Option<Id>,
    pub on: NaiveDate,
    /// UTC, as RFC 3339.
    pub at: String,
    /// The step that this one takes back.
    pub undoes: Option<i64>,
    /// The step that took this one back.
    pub undone_by: Option<i64>,
}

/// Whose records a step has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Removed ones included.
    pub accounts: Vec<Id>,
    /// Something changed that every account is judged by.
    pub whole_book: bool,
}

pub(super) const STEP: &str = "id, label, kind, account_id, on_date, at, undoes, undone_by";

impl Step {
    pub(super) fn of(row: &Row) -> rusqlite::Result<Self> {
        let on: String = row.get(4)?;
        let on = NaiveDate::parse_from_str(&on, "%Y-%m-%d").map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(4, rusqlite::types::Type::Text, error.into())
        })?;
        Ok(Self {
            id: row.get(0)?,
            label: row.get(1)?,
            kind: row.get(2)?,
            account: row.get::<_, Option<i64>>(3)?.map(Id),
            on,
            at: row.get(5)?,
            undoes: row.get(6)?,
            undone_by: row.get(7)?,
        })
    }
}

/// Puts the triggers on this connection, generated from the tables as they are.
pub(super) fn arm(connection: &Connection) -> Result<()> {
    // All or none of them: they are asked for again where they could not be put up.
    let transaction =
        rusqlite::Transaction::new_unchecked(connection, rusqlite::TransactionBehavior::Deferred)?;
    let mut sql = String::from(
        "CREATE TEMP TABLE open_step (step INTEGER);
         INSERT INTO temp.open_step VALUES (NULL);",
    );
    for (table, _) in BOOK {
        let columns = columns(connection, table)?;
        let old = image_of(&columns, "OLD");
        let new = image_of(&columns, "NEW");
        let differs: Vec<String> =
            columns.iter().map(|(column, _)| format!("OLD.{column} IS NOT NEW.{column}")).collect();
        let row = "INSERT INTO journal_row (step, in_table, key, before, after)
                   VALUES ((SELECT step FROM open_step)";
        let _ = write!(
            sql,
            "CREATE TEMP TRIGGER {table}_added AFTER INSERT ON main.{table} BEGIN
               {row}, '{table}', NEW.id, NULL, NULL); END;
             CREATE TEMP TRIGGER {table}_edited AFTER UPDATE ON main.{table} WHEN {} BEGIN
               {row}, '{table}', OLD.id, {old}, {new}); END;
             CREATE TEMP TRIGGER {table}_removed AFTER DELETE ON main.{table} BEGIN
               {row}, '{table}', OLD.id, {old}, NULL); END;",
            differs.join(" OR "),
        );
    }
    transaction.execute_batch(&sql)?;
    transaction.commit()?;
    Ok(())
}

/// The columns of a table with whether they hold broken numbers.
pub(super) fn columns(connection: &Connection, table: &str) -> Result<Vec<(String, bool)>> {
    let mut statement =
        connection.prepare_cached("SELECT name, type FROM pragma_table_info(?1) ORDER BY cid")?;
    let columns = statement
        .query_map([table], |row| Ok((row.get(0)?, row.get::<_, String>(1)? == "REAL")))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(columns)
}

/// A row as JSON by column name. Broken numbers stand as text, in the digits from which SQLite
/// reads back the very same number.
pub(super) fn image_of(columns: &[(String, bool)], side: &str) -> String {
    let cells: Vec<String> = columns
        .iter()
        .map(|(column, real)| {
            if *real {
                format!("'{column}', quote({side}.{column})")
            } else {
                format!("'{column}', {side}.{column}")
            }
        })
        .collect();
    format!("json_object({})", cells.join(", "))
}

/// Opens a step; every row that changes from here on belongs to it.
pub(super) fn begin(
    connection: &Connection,
    label: &StepLabel,
    undoes: Option<i64>,
) -> Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO journal_step (label, kind, account_id, on_date, at, undoes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            label.label,
            label.kind,
            label.account.filter(|account| account.0 > 0).map(|account| account.0),
            label.on.format("%Y-%m-%d").to_string(),
            stamp(label.at),
            undoes,
        ])?;
    let step = connection.last_insert_rowid();
    connection.prepare_cached("UPDATE open_step SET step = ?1")?.execute([step])?;
    Ok(step)
}

/// Says whose step it is, once the account of a commit has its number.
pub(super) fn name_account(connection: &Connection, step: i64, account: Id) -> Result<()> {
    connection
        .prepare_cached("UPDATE journal_step SET account_id = ?1 WHERE id = ?2")?
        .execute([account.0, step])?;
    Ok(())
}

/// Closes the step; a write after it fails.
pub(super) fn end(connection: &Connection) -> Result<()> {
    connection.prepare_cached("UPDATE open_step SET step = NULL")?.execute([])?;
    Ok(())
}

/// Rows that the step holds.
pub(super) fn rows(connection: &Connection, step: i64) -> Result<usize> {
    let rows: i64 = connection
        .prepare_cached("SELECT count(*) FROM journal_row WHERE step = ?1")?
        .query_row([step], |row| row.get(0))?;
    Ok(usize::try_from(rows).unwrap_or(0))
}

/// Drops a step in which nothing changed.
pub(super) fn forget(connection: &Connection, step: i64) -> Result<()> {
    connection.prepare_cached("DELETE FROM journal_step WHERE id = ?1")?.execute([step])?;
    Ok(())
}

/// Drops what is too old to be taken back.
pub(super) fn prune(connection: &Connection, now: DateTime<Utc>) -> Result<()> {
    let limit = stamp(now - TimeDelta::days(KEPT_DAYS));
    // Steps stand in the order of time: one look at the oldest tells whether there is work.
    connection
        .prepare_cached(
            "DELETE FROM journal_step WHERE id <
             (SELECT id FROM journal_step WHERE at >= ?1 ORDER BY id LIMIT 1)",
        )?
        .execute([limit])?;
    Ok(())
}

pub(super) fn last(connection: &Connection) -> Result<i64> {
    Ok(connection
        .prepare_cached("SELECT coalesce(max(id), 0) FROM journal_step")?
        .query_row([], |row| row.get(0))?)
}

pub(super) fn newest(connection: &Connection, limit: usize) -> Result<Vec<Step>> {
    let sql = format!("SELECT {STEP} FROM journal_step ORDER BY id DESC LIMIT ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    let steps = statement
        .query_map([i64::try_from(limit).unwrap_or(i64::MAX)], Step::of)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(steps)
}

/// The accounts that the rows of a step belong to, before or after it.
pub(super) fn touched(connection: &Connection, step: i64) -> Result<Touched> {
    let mut whole_book = false;
    let mut accounts = BTreeSet::new();
    let mut tables =
        connection.prepare_cached("SELECT DISTINCT in_table FROM journal_row WHERE step = ?1")?;
    let tables: BTreeSet<String> =
        tables.query_map([step], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for (table, owner) in BOOK {
        if !tables.contains(table) {
            continue;
        }
        let sql = match owner {
            Owner::Nobody => continue,
            Owner::Book => {
                whole_book = true;
                continue;
            }
            Owner::Itself => "SELECT DISTINCT key FROM journal_row
                 WHERE step = ?1 AND in_table = 'account'"
                .to_owned(),
            Owner::Account => format!(
                "SELECT now.account_id FROM journal_row AS was JOIN {table} AS now ON now.id = was.key
                 WHERE was.step = ?1 AND was.in_table = '{table}'
                 UNION SELECT json_extract(before, '$.account_id') FROM journal_row
                 WHERE step = ?1 AND in_table = '{table}' AND before IS NOT NULL"
            ),
            Owner::Through(parents) => parents
                .iter()
                .map(|(parent, column)| {
                    format!(
                        "SELECT parent.account_id FROM journal_row AS was
                           JOIN {table} AS now ON now.id = was.key
                           JOIN {parent} AS parent ON parent.id = now.{column}
                         WHERE was.step = ?1 AND was.in_table = '{table}'
                         UNION SELECT parent.account_id FROM journal_row AS was
                           JOIN {parent} AS parent
                             ON parent.id = json_extract(was.before, '$.{column}')
                         WHERE was.step = ?1 AND was.in_table = '{table}'
                           AND was.before IS NOT NULL"
                    )
                })
                .collect::<Vec<_>>()
                .join(" UNION "),
        };
        let mut statement = connection.prepare_cached(&sql)?;
        for account in statement.query_map([step], |row| row.get::<_, Option<i64>>(0))? {
            accounts.extend(account?);
        }
    }
    Ok(Touched { accounts: accounts.into_iter().map(Id).collect(), whole_book })
}

fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
