//! Who reports to whom is a tree.

use crate::error::{Error, Kind, Result};
use rusqlite::Connection;

/// After a contact was told whom they report to.
pub fn refuse_circle(connection: &Connection, contact: i64) -> Result<()> {
    let circle: bool = connection
        .prepare_cached(
            "WITH RECURSIVE above (id) AS (
               SELECT reports_to FROM contact WHERE id = ?1
               UNION SELECT contact.reports_to FROM contact JOIN above ON contact.id = above.id)
             SELECT EXISTS (SELECT 1 FROM above WHERE id = ?1)",
        )?
        .query_row([contact], |row| row.get(0))?;
    if circle {
        return Err(Error::new(
            Kind::Usage,
            "a person cannot report to themselves, not even in a circle",
        )
        .hint("choose somebody who does not report to them"));
    }
    Ok(())
}
