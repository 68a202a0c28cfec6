//! From a row of SQLite to a record of the domain.

use crate::domain::book::page::PAGE;
use crate::domain::cell::{Id, Misfit, Seen, Value};
use crate::domain::record::Record;
use crate::error::{Error, Kind, Result};
use chrono::NaiveDate;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Params, Row};
use std::fmt::Write as _;

/// A cell that does not hold what it should.
pub(super) fn damaged(table: &str, id: i64, column: &str, why: &Misfit) -> Error {
    Error::new(Kind::Book, format!("{table} {id}, {column}: {why}"))
        .hint("the file was changed by another program or is damaged; a backup can be restored")
}

pub(super) fn value(cell: ValueRef<'_>) -> Value {
    seen(cell).into()
}

/// A cell as it lies in the file.
pub(super) fn seen(cell: ValueRef<'_>) -> Seen<'_> {
    match cell {
        ValueRef::Null => Seen::Null,
        ValueRef::Integer(n) => Seen::Int(n),
        ValueRef::Real(x) => Seen::Real(x),
        ValueRef::Text(text) | ValueRef::Blob(text) => Seen::Text(String::from_utf8_lossy(text)),
    }
}

/// The other way round: a cell as SQLite takes it.
pub(super) fn sql(value: Value) -> rusqlite::types::Value {
    use rusqlite::types::Value as Sql;
    match value {
        Value::Null => Sql::Null,
        Value::Int(n) | Value::Ref(n) => Sql::Integer(n),
        Value::Real(x) => Sql::Real(x),
        Value::Text(text) => Sql::Text(text),
    }
}

/// A day without the detour over a `String`.
pub(super) fn day(cell: ValueRef<'_>) -> Option<NaiveDate> {
    match cell {
        ValueRef::Text(text) => crate::domain::cell::day(text),
        _ => None,
    }
}

/// `id` and the record's columns; those in `blank` are answered with NULL.
pub(super) fn columns<R: Record>(prefix: &str, blank: &[&str]) -> String {
    let mut list = format!("{prefix}id");
    for column in R::COLUMNS {
        let written = if blank.contains(column) {
            list.write_str(", NULL")
        } else {
            write!(list, ", {prefix}{column}")
        };
        debug_assert!(written.is_ok(), "a String takes any text");
    }
    list
}

/// The record whose id stands in column 0.
pub(super) fn record<R: Record>(row: &Row<'_>) -> Result<R> {
    let id: i64 = row.get(0)?;
    R::from_row(Id(id), |column| row.get_ref(column + 1).map_or(Seen::Null, seen))
        .map_err(|(column, why)| damaged(R::TABLE, id, column, &why))
}

/// Calls `take` with each row of the answer.
pub(super) fn each(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    mut take: impl FnMut(&Row<'_>) -> Result<()>,
) -> Result<()> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

/// All records that `FROM table` and `tail` (its WHERE, ORDER BY) choose.
pub(super) fn all<R: Record>(
    connection: &Connection,
    tail: &str,
    params: impl Params,
) -> Result<Vec<R>> {
    let sql = format!("SELECT {} FROM {} {tail}", columns::<R>("", &[]), R::TABLE);
    let mut found = Vec::new();
    each(connection, &sql, params, |row| {
        found.push(record(row)?);
        Ok(())
    })?;
    Ok(found)
}

/// LIMIT and OFFSET of a page.
pub(super) fn window(page: usize) -> (i64, i64) {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    (number(PAGE), number(page.saturating_mul(PAGE)))
}

/// The one number that a question is answered with.
pub(super) fn count(connection: &Connection, sql: &str, params: impl Params) -> Result<usize> {
    let mut number = 0_i64;
    each(connection, sql, params, |row| {
        number = row.get(0)?;
        Ok(())
    })?;
    Ok(usize::try_from(number).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::contract::Contract;

    #[test]
    fn blank_columns_keep_their_place() {
        let list = columns::<Contract>("c.", &["note", "starts_on"]);
        assert_eq!(
            list,
            "c.id, c.account_id, NULL, c.ends_on, c.notice_count, c.notice_unit, c.auto_renews, \
             c.term_months, c.renewal, NULL, c.notice_by, c.outcome_on, c.lost_reason"
        );
    }
}
