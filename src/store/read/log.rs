//! A page of an account's log.

use super::account::by_id;
use super::row::{all, window};
use super::talk::{names, total};
use crate::domain::book::page::{LogEntry, LogPage};
use crate::domain::cell::Id;
use crate::domain::talk::Talk;
use crate::error::Result;
use chrono::NaiveDate;
use rusqlite::Connection;

/// One talk with who took part, where there is one by that number.
pub(crate) fn entry(connection: &Connection, talk: Id) -> Result<Option<LogEntry>> {
    let Some(talk) = by_id::<Talk>(connection, talk)? else { return Ok(None) };
    let people = names(connection, talk.id)?;
    Ok(Some(LogEntry { talk, people }))
}

/// The talks of the account up to `today`, newest first, 200 at a time.
pub(crate) fn log(
    connection: &Connection,
    account: Id,
    page: usize,
    today: NaiveDate,
) -> Result<LogPage> {
    let (limit, offset) = window(page);
    let talks: Vec<Talk> = all(
        connection,
        "WHERE account_id = ?1 AND on_date <= ?2 ORDER BY on_date DESC, id DESC LIMIT ?3 OFFSET ?4",
        (account.0, today.to_string(), limit, offset),
    )?;
    let mut entries = Vec::with_capacity(talks.len());
    for talk in talks {
        let people = names(connection, talk.id)?;
        entries.push(LogEntry { talk, people });
    }
    Ok(LogPage { account, page, total: total(connection, account, today)?, entries })
}
