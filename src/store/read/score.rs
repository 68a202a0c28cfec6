//! The score history: a row for an account and day on which the printed score, its sources or its
//! band changed. Derived: it can be made again from the book.

use super::row::{day, each};
use crate::domain::cell::Id;
use crate::error::Result;
use chrono::NaiveDate;
use rusqlite::{Connection, params};

/// A score as the history keeps it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Point {
    /// Unrounded, 1-10.
    pub score: Option<f64>,
    /// 0-1.
    pub known: f64,
    /// One letter for the source of each factor, and the band.
    pub sources: String,
}

/// The newest point up to `today`, with its day.
pub(crate) fn newest(
    connection: &Connection,
    account: Id,
    today: NaiveDate,
) -> Result<Option<(NaiveDate, Point)>> {
    let mut found = None;
    each(
        connection,
        "SELECT on_date, score, known, sources FROM score_history \
         WHERE account_id = ?1 AND on_date <= ?2 ORDER BY on_date DESC LIMIT 1",
        (account.0, today.to_string()),
        |row| {
            let point = Point { score: row.get(1)?, known: row.get(2)?, sources: row.get(3)? };
            found = row.get_ref(0).ok().and_then(day).map(|on_date| (on_date, point));
            Ok(())
        },
    )?;
    Ok(found)
}

/// Keeps the point of a day, in place of an earlier one of the same day, with the mark of the rules
/// that it was judged by.
pub(crate) fn keep(
    connection: &Connection,
    account: Id,
    on_date: NaiveDate,
    point: &Point,
    rules: &str,
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO score_history (account_id, on_date, score, known, sources, rules) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (account_id, on_date) DO UPDATE \
             SET score = excluded.score, known = excluded.known, sources = excluded.sources, \
             rules = excluded.rules",
        )?
        .execute(params![
            account.0,
            on_date.to_string(),
            point.score,
            point.known,
            point.sources,
            rules
        ])?;
    Ok(())
}

/// Drops the point of a day: it turned out to be like the one before.
pub(crate) fn drop_day(connection: &Connection, account: Id, on_date: NaiveDate) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM score_history WHERE account_id = ?1 AND on_date = ?2")?
        .execute(params![account.0, on_date.to_string()])?;
    Ok(())
}

/// Drops all points from a day on, of all accounts.
pub(crate) fn drop_since(connection: &Connection, since: NaiveDate) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM score_history WHERE on_date >= ?1")?
        .execute([since.to_string()])?;
    Ok(())
}
