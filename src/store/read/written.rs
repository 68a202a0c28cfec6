//! What was written down of an account lately.

use super::row::{day, each};
use crate::domain::cell::Id;
use crate::domain::records::Written;
use crate::error::Result;
use chrono::NaiveDate;
use rusqlite::Connection;

/// Steps that are told at most.
const TOLD: i64 = 8;

/// Only so many steps of the book are gone through: the journal knows no account by heart.
const BACK: i64 = 1_000;

/// The newest steps of an account up to a day that were not taken back, the newest first.
pub(super) fn written(
    connection: &Connection,
    account: Id,
    today: NaiveDate,
) -> Result<Vec<Written>> {
    let mut found = Vec::new();
    each(
        connection,
        "SELECT on_date, label FROM journal_step
         WHERE id > (SELECT max(id) FROM journal_step) - ?3
           AND account_id = ?1 AND on_date <= ?2 AND undoes IS NULL AND undone_by IS NULL
         ORDER BY id DESC LIMIT ?4",
        (account.0, today.to_string(), BACK, TOLD),
        |row| {
            if let Some(on_date) = day(row.get_ref(0)?) {
                found.push(Written { on_date, label: row.get(1)? });
            }
            Ok(())
        },
    )?;
    Ok(found)
}
