//! Accounts by name, records by number, and the settings of the book.

use super::row::{all, each};
use crate::domain::book::setting::BASE_CURRENCY;
use crate::domain::cell::Id;
use crate::domain::money::Currency;
use crate::domain::record::Record;
use crate::error::Result;
use rusqlite::Connection;

/// An account as a person asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AccountName {
    pub id: Id,
    pub name: String,
}

/// All accounts, the archived ones too, by name.
pub(crate) fn names(connection: &Connection) -> Result<Vec<AccountName>> {
    let mut found = Vec::new();
    each(connection, "SELECT id, name FROM account ORDER BY name COLLATE NOCASE, id", [], |row| {
        found.push(AccountName { id: Id(row.get(0)?), name: row.get(1)? });
        Ok(())
    })?;
    Ok(found)
}

/// Every record of one kind, by number.
pub(crate) fn every<R: Record>(connection: &Connection) -> Result<Vec<R>> {
    all(connection, "ORDER BY id", [])
}

/// One record, where there is one by that number.
pub(crate) fn by_id<R: Record>(connection: &Connection, id: Id) -> Result<Option<R>> {
    Ok(all(connection, "WHERE id = ?1", [id.0])?.pop())
}

/// The records of one kind that name another record in a column, by number.
pub(crate) fn naming<R: Record>(
    connection: &Connection,
    column: &'static str,
    named: Id,
) -> Result<Vec<R>> {
    all(connection, &format!("WHERE {column} = ?1 ORDER BY id"), [named.0])
}

/// The currency that sums are made in, where the book names one.
pub(super) fn base_currency(connection: &Connection) -> Result<Option<Currency>> {
    let mut base = None;
    each(connection, "SELECT content FROM setting WHERE key = ?1", [BASE_CURRENCY], |row| {
        let code: String = row.get(0)?;
        base = Currency::from_code(&code);
        Ok(())
    })?;
    Ok(base)
}
