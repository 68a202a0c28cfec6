//! Contacts and steps that no account claims.

use super::row::{all, count, window};
use crate::domain::book::page::UnlinkedPage;
use crate::error::Result;
use rusqlite::Connection;

const CONTACTS: &str = "WHERE account_id IS NULL AND archived_on IS NULL";
const STEPS: &str = "WHERE account_id IS NULL AND status IN ('open', 'doing', 'old')";

/// How many of each there are: (contacts, steps).
pub(crate) fn unlinked_counts(connection: &Connection) -> Result<(usize, usize)> {
    Ok((
        count(connection, &format!("SELECT count(*) FROM contact {CONTACTS}"), [])?,
        count(connection, &format!("SELECT count(*) FROM step {STEPS}"), [])?,
    ))
}

/// One page of each, side by side.
pub(crate) fn unlinked(connection: &Connection, page: usize) -> Result<UnlinkedPage> {
    let (contacts_total, steps_total) = unlinked_counts(connection)?;
    let window = window(page);
    Ok(UnlinkedPage {
        page,
        contacts_total,
        steps_total,
        contacts: all(
            connection,
            &format!("{CONTACTS} ORDER BY name COLLATE NOCASE, id LIMIT ?1 OFFSET ?2"),
            window,
        )?,
        steps: all(
            connection,
            &format!("{STEPS} ORDER BY due_on IS NULL, due_on, id LIMIT ?1 OFFSET ?2"),
            window,
        )?,
    })
}
