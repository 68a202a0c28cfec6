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
