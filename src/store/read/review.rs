//! What the journal tells a review: from when on something is news at an account.

use super::row::{all, day, each};
use crate::domain::account::Account;
use crate::domain::cell::Id;
use crate::domain::plan::step::Step;
use crate::domain::review::Review;
use crate::domain::review::since::Since;
use crate::domain::talk::Talk;
use crate::error::Result;
use chrono::NaiveDate;
use rusqlite::{Connection, Params};

/// A talk that was written down late is news where it is no older than this, days before the
/// review.
const TALKS_BACK: i64 = 31;

/// The step of the journal with which a review began; none: the journal does not reach so far back.
pub(crate) fn began(connection: &Connection, review: Id) -> Result<Option<i64>> {
    number(
        connection,
        "SELECT max(step) FROM journal_row
         WHERE in_table = 'review' AND key = ?1 AND before IS NULL AND after IS NULL",
        [review.0],
    )
}

/// The highest number of a step.
pub(crate) fn steps(connection: &Connection) -> Result<i64> {
    Ok(number(connection, "SELECT max(id) FROM step", [])?.unwrap_or(0))
}

/// From when on something is news at an account: its last own review, of those made before the
/// running review where there is one.
pub(crate) fn since(
    connection: &Connection,
    account: &Account,
    began: Option<i64>,
) -> Result<Since> {
    let reviewed_on = match began {
        None => account.reviewed_on,
        Some(began) => before(connection, account, began)?,
    };
    let since = Since::review(reviewed_on, account);
    let Some(on) = reviewed_on else { return with(connection, account.id, since, None) };
    let made = number(
        connection,
        "SELECT max(journal_row.step) FROM journal_row
         JOIN journal_step ON journal_step.id = journal_row.step
         WHERE in_table = 'account' AND key = ?1 AND json_extract(after, '$.reviewed_on') = ?2
           AND json_extract(before, '$.reviewed_on') IS NOT ?2
           AND undoes IS NULL AND undone_by IS NULL AND journal_row.step <= ?3",
        (account.id.0, on.to_string(), began.unwrap_or(i64::MAX)),
    )?;
    with(connection, account.id, since, made)
}

/// The same for the book as a whole: since its last review, which began with a step of the journal.
pub(crate) fn since_review(
    connection: &Connection,
    account: &Account,
    on: NaiveDate,
    began: Option<i64>,
) -> Result<Since> {
    let since = Since { on: on.max(account.created_on), ..Since::review(Some(on), account) };
    with(connection, account.id, since, began)
}

fn with(
    connection: &Connection,
    account: Id,
    mut since: Since,
    step: Option<i64>,
) -> Result<Since> {
    since.closed = all(
        connection,
        "WHERE account_id = ?1 AND status = 'done' AND done_on >= ?2 ORDER BY id",
        (account.0, since.on.to_string()),
    )?;
    if let Some(step) = step {
        since.late = late(connection, account, since.on, step)?;
    }
    Ok(since)
}

/// The steps of all accounts done after a day.
pub(crate) fn done_after(connection: &Connection, on: NaiveDate) -> Result<Vec<Step>> {
    all(connection, "WHERE status = 'done' AND done_on > ?1 ORDER BY id", [on.to_string()])
}

/// The day of the own review as it stood before what came after a step of the journal.
fn before(connection: &Connection, account: &Account, step: i64) -> Result<Option<NaiveDate>> {
    let mut found = account.reviewed_on;
    each(
        connection,
        "SELECT json_extract(before, '$.reviewed_on') FROM journal_row
         WHERE in_table = 'account' AND key = ?1 AND step > ?2 AND after IS NOT NULL
           AND json_extract(before, '$.reviewed_on') IS NOT json_extract(after, '$.reviewed_on')
         ORDER BY id LIMIT 1",
        (account.id.0, step),
        |row| {
            found = day(row.get_ref(0)?);
            Ok(())
        },
    )?;
    Ok(found)
}

/// What is dated up to a day and was written down after a step of the journal.
fn late(
    connection: &Connection,
    account: Id,
    on: NaiveDate,
    step: i64,
) -> Result<Vec<(&'static str, Id)>> {
    let talks_from = crate::domain::day::shift(on, -TALKS_BACK);
    let dated = "on_date <= ?3 AND (?4 IS NOT NULL)";
    let recent = "on_date <= ?3 AND on_date >= ?4";
    // A churn to come is news from the day on which it is written down.
    let any = "(?3 IS NOT NULL) AND (?4 IS NOT NULL)";
    let added = "before IS NULL AND after IS NULL";
    let left = "json_extract(before, '$.left_on') IS NULL \
                AND json_extract(after, '$.left_on') IS NOT NULL";
    let kinds = [
        ("answer", dated, added),
        ("revenue", any, added),
        ("talk", recent, added),
        ("contact", "left_on <= ?3 AND (?4 IS NOT NULL)", left),
    ];
    let mut found = Vec::new();
    for (table, when, how) in kinds {
        let sql = format!(
            "SELECT id FROM {table} WHERE account_id = ?1 AND {when} AND EXISTS (
               SELECT 1 FROM journal_row
               WHERE in_table = '{table}' AND key = {table}.id AND step > ?2 AND {how})"
        );
        let params = (account.0, step, on.to_string(), talks_from.to_string());
        each(connection, &sql, params, |row| {
            found.push((table, Id(row.get(0)?)));
            Ok(())
        })?;
    }
    Ok(found)
}

/// The running review, and the closed ones, newest first.
pub(crate) fn reviews(connection: &Connection) -> Result<(Option<Review>, Vec<Review>)> {
    let all: Vec<Review> = all(connection, "ORDER BY closed_on IS NULL, opened_on, id", [])?;
    let (mut closed, open): (Vec<Review>, Vec<Review>) =
        all.into_iter().partition(|review| review.closed_on.is_some());
    closed.reverse();
    Ok((open.into_iter().next_back(), closed))
}

/// A number, where there is one.
fn number(connection: &Connection, sql: &str, params: impl Params) -> Result<Option<i64>> {
    let mut found = None;
    each(connection, sql, params, |row| {
        found = row.get(0)?;
        Ok(())
    })?;
    Ok(found)
}

/// The notes of an account from a day on.
pub(crate) fn notes(connection: &Connection, account: Id, from: NaiveDate) -> Result<Vec<Talk>> {
    all(
        connection,
        "WHERE account_id = ?1 AND kind = 'note' AND on_date >= ?2 ORDER BY id",
        (account.0, from.to_string()),
    )
}
