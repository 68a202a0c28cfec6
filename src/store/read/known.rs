//! What an import compares the rows of a file with.

use super::last_step;
use super::row::all;
use crate::domain::book::known::Known;
use crate::error::Result;
use rusqlite::Connection;

/// Everything that a row of a file could mean.
pub(crate) fn known(connection: &Connection) -> Result<Known> {
    Ok(Known {
        accounts: all(connection, "ORDER BY id", [])?,
        contracts: all(connection, "ORDER BY id", [])?,
        revenue: all(connection, "ORDER BY id", [])?,
        contacts: all(connection, "ORDER BY id", [])?,
        opportunities: all(connection, "ORDER BY id", [])?,
        steps: all(
            connection,
            "WHERE id IN (SELECT step_id FROM external_id WHERE step_id IS NOT NULL) ORDER BY id",
            [],
        )?,
        talks: all(
            connection,
            "WHERE id IN (SELECT talk_id FROM external_id WHERE talk_id IS NOT NULL) ORDER BY id",
            [],
        )?,
        external_ids: all(connection, "ORDER BY id", [])?,
        last_step: last_step(connection)?,
    })
}
