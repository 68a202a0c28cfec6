//! Rules between the rows of a table that its constraints cannot say.

mod contact;
mod talk;

use crate::domain::record::RowChange;
use crate::error::Result;
use rusqlite::Connection;

/// What else must happen once `change` was made to the row `id`.
pub fn follow(connection: &Connection, change: &RowChange, id: i64) -> Result<()> {
    match change {
        RowChange::Insert { table: "talk_person", .. }
        | RowChange::Update { table: "talk_person", .. } => talk::copy_to_person(connection, id),
        RowChange::Update { table: "talk", set, .. }
            if set.iter().any(|(column, _)| matches!(*column, "on_date" | "two_way")) =>
        {
            talk::copy_to_people(connection, id)
        }
        RowChange::Update { table: "contact", set, .. }
            if set.iter().any(|(column, _)| *column == "reports_to") =>
        {
            contact::refuse_circle(connection, id)
        }
        _ => Ok(()),
    }
}

/// The same once the journal's step `step` has put former rows back, of which some may be older
/// than what stands beside them now.
pub fn settle(connection: &Connection, step: i64) -> Result<()> {
    for (table, rule) in [
        ("talk", talk::copy_to_people as fn(&Connection, i64) -> Result<()>),
        ("talk_person", talk::copy_to_person),
        ("contact", contact::refuse_circle),
    ] {
        let keys = rows_of(connection, step, table)?;
        for key in keys {
            rule(connection, key)?;
        }
    }
    Ok(())
}

/// The rows of a table that a step has put there or edited, by number.
fn rows_of(connection: &Connection, step: i64, table: &str) -> Result<Vec<i64>> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT key FROM journal_row
         WHERE step = ?1 AND in_table = ?2 AND (before IS NULL OR after IS NOT NULL)",
    )?;
    let keys = statement.query_map((step, table), |row| row.get(0))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}
