//! What was changed in the rules, and when. The book remembers it for itself: no undo takes it
//! back.

use super::row::{day, each};
use crate::domain::rules::RuleChange;
use crate::error::Result;
use chrono::NaiveDate;
use rusqlite::Connection;

/// Remembers a change.
pub(crate) fn keep(connection: &Connection, change: &RuleChange) -> Result<()> {
    connection
        .prepare_cached("INSERT INTO rule_change (on_date, sentence) VALUES (?1, ?2)")?
        .execute((change.on_date.to_string(), &change.sentence))?;
    Ok(())
}

/// The changes after a day up to another one, oldest first.
pub(crate) fn between(
    connection: &Connection,
    after: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<RuleChange>> {
    let mut found = Vec::new();
    each(
        connection,
        "SELECT on_date, sentence FROM rule_change WHERE on_date > ?1 AND on_date <= ?2 \
         ORDER BY on_date, id",
        (after.to_string(), until.to_string()),
        |row| {
            if let Some(on_date) = row.get_ref(0).ok().and_then(day) {
                found.push(RuleChange { on_date, sentence: row.get(1)? });
            }
            Ok(())
        },
    )?;
    Ok(found)
}
