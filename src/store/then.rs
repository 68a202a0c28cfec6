//! The book as it was at the end of a day: the journal reversed in memory, over the file as it is.
//!
//! Of every row that changed since, its first image after that day is what it was then. These rows
//! stand in tables of the connection alone, and a view of the table's own name shows them in place
//! of what is in the file now. So whatever reads a book reads that one, and the file is not touched.

use super::journal::{KEPT_DAYS, columns};
use super::revert::image;
use super::schema::BOOK;
use super::{Mode, Store};
use crate::domain::cell;
use crate::error::{Error, Kind, Result};
use chrono::NaiveDate;
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, params_from_iter};
use std::collections::BTreeMap;

impl Store {
    /// The book as it was at the end of a day; it stays so, whatever is written meanwhile.
    ///
    /// # Errors
    /// The journal does not go back so far; the book cannot be read.
    pub fn then(&self, day: NaiveDate) -> Result<Self> {
        let then = Self::open(&self.path, Mode::Read)?;
        let connection = &then.connection;
        connection.pragma_update(None, "query_only", false)?;
        // Open as long as the connection: what others write from here on is not seen.
        connection.execute_batch("BEGIN")?;
        turn_back(connection, day)?;
        connection.pragma_update(None, "query_only", true)?;
        Ok(then)
    }

    /// The first day whose end can be looked back to; none: nothing was written yet.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn begins(&self) -> Result<Option<NaiveDate>> {
        begins(&self.connection)
    }
}

/// The day of the oldest step that the journal keeps.
fn begins(connection: &Connection) -> Result<Option<NaiveDate>> {
    let mut statement =
        connection.prepare_cached("SELECT on_date FROM main.journal_step ORDER BY id LIMIT 1")?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        Some(row) => Ok(cell::day(row.get_ref(0)?.as_bytes().unwrap_or_default())),
        None => Ok(None),
    }
}

fn too_early(day: NaiveDate, begins: Option<NaiveDate>) -> Error {
    let told = |day: NaiveDate| day.format("%-d %b %Y");
    let Some(first) = begins else {
        return Error::new(Kind::NotFound, "nothing was written into this book yet");
    };
    let (day, first) = (told(day), told(first));
    Error::new(Kind::NotFound, format!("how the book was on {day} is not known"))
        .hint(format!("its journal begins on {first}; it is kept for {KEPT_DAYS} days"))
}

/// Lets this connection see the book as it was at the end of the day.
fn turn_back(connection: &Connection, day: NaiveDate) -> Result<()> {
    let begins = begins(connection)?;
    if begins.is_none_or(|first| first > day) {
        return Err(too_early(day, begins));
    }
    // What somebody wrote for a day that was over by then was not in the book on that day.
    let later: Option<i64> = connection
        .prepare("SELECT min(id) FROM main.journal_step WHERE on_date > ?1")?
        .query_row([day.to_string()], |row| row.get(0))?;
    let Some(later) = later else { return Ok(()) };
    connection.execute_batch(
        "CREATE TEMP TABLE changed (in_table TEXT, key INTEGER, row INTEGER,
           PRIMARY KEY (in_table, key)) WITHOUT ROWID",
    )?;
    connection
        .prepare(
            "INSERT INTO temp.changed SELECT in_table, key, min(id) FROM main.journal_row
             WHERE step >= ?1 GROUP BY in_table, key",
        )?
        .execute([later])?;
    let tables: Vec<String> = connection
        .prepare("SELECT DISTINCT in_table FROM temp.changed")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for (table, _) in BOOK {
        if tables.iter().any(|one| one == table) {
            lay_over(connection, table)?;
        }
    }
    steps(connection, later)
}

/// Puts what the rows of a table were in place of what they are.
fn lay_over(connection: &Connection, table: &str) -> Result<()> {
    let columns = columns(connection, table)?;
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let names = names.join(", ");
    let own = names.strip_prefix("id, ").unwrap_or(&names);
    connection.execute_batch(&format!(
        "CREATE TEMP TABLE then_{table} (id INTEGER PRIMARY KEY, was INTEGER NOT NULL, {own})"
    ))?;
    let reals: BTreeMap<String, bool> = columns.into_iter().collect();
    let mut changed = connection.prepare(
        "SELECT changed.key, journal_row.before FROM temp.changed
         JOIN main.journal_row ON journal_row.id = changed.row WHERE changed.in_table = ?1",
    )?;
    let mut rows = changed.query([table])?;
    while let Some(row) = rows.next()? {
        let key: i64 = row.get(0)?;
        let Some(before) = row.get::<_, Option<String>>(1)? else {
            connection
                .prepare_cached(&format!("INSERT INTO temp.then_{table} (id, was) VALUES (?1, 0)"))?
                .execute([key])?;
            continue;
        };
        let (mut names, mut marks, mut cells) = image(table, &reals, &before)?;
        names.push("was".to_owned());
        marks.push("?");
        cells.push(Cell::Integer(1));
        let sql = format!(
            "INSERT INTO temp.then_{table} ({}) VALUES ({})",
            names.join(","),
            marks.join(",")
        );
        connection.prepare_cached(&sql)?.execute(params_from_iter(cells))?;
    }
    connection.execute_batch(&format!(
        "CREATE TEMP VIEW {table} AS
         SELECT {names} FROM main.{table} AS now
           WHERE NOT EXISTS (SELECT 1 FROM temp.then_{table} AS was WHERE was.id = now.id)
         UNION ALL SELECT {names} FROM temp.then_{table} WHERE was"
    ))?;
    Ok(())
}

/// The journal itself, without the steps from `later` on and what they took back.
fn steps(connection: &Connection, later: i64) -> Result<()> {
    connection.execute_batch(&format!(
        "CREATE TEMP TABLE undone (step INTEGER PRIMARY KEY, by INTEGER NOT NULL);
         INSERT INTO temp.undone SELECT undoes, max(id) FROM main.journal_step
           WHERE kind = 'undo' AND undoes IS NOT NULL AND id < {later}
             AND (undone_by IS NULL OR undone_by >= {later}) GROUP BY undoes;
         CREATE TEMP VIEW journal_step AS
           SELECT id, label, kind, account_id, on_date, at, undoes,
             CASE WHEN kind = 'undo' THEN CASE WHEN undone_by < {later} THEN undone_by END
               ELSE (SELECT by FROM temp.undone WHERE step = journal_step.id) END AS undone_by
           FROM main.journal_step WHERE id < {later};
         CREATE TEMP VIEW journal_row AS
           SELECT id, step, in_table, key, before, after FROM main.journal_row
           WHERE step < {later}"
    ))?;
    Ok(())
}
