//! How far the book is set up.

use super::mark::mark;
use super::row::{count, each};
use crate::domain::map::proposed_level;
use crate::domain::setup::{PUT_AWAY, Setup, TICKED, ticked};
use crate::error::Result;
use rusqlite::Connection;

/// Accounts that count in the book, as `a`.
const IN_BOOK: &str =
    "FROM account a WHERE a.status IN ('active', 'notified') AND a.archived_on IS NULL";

/// What the book holds of it.
pub(crate) fn setup(connection: &Connection) -> Result<Setup> {
    let counted = |rest: &str| count(connection, &format!("SELECT count(*) {rest}"), []);
    let in_book = |rest: &str| counted(&format!("{IN_BOOK} {rest}"));
    let (mut levels_told, mut levels_untold) = (0, 0);
    each(
        connection,
        "SELECT c.title, count(*) FROM contact c JOIN account a ON a.id = c.account_id \
         WHERE c.level IS NULL AND c.left_on IS NULL AND c.archived_on IS NULL \
         AND a.archived_on IS NULL GROUP BY c.title",
        [],
        |row| {
            let title: Option<String> = row.get(0)?;
            let people = usize::try_from(row.get::<_, i64>(1)?).unwrap_or(0);
            match title.as_deref().and_then(proposed_level) {
                Some((_, true)) => levels_told += people,
                _ => levels_untold += people,
            }
            Ok(())
        },
    )?;
    Ok(Setup {
        put_away: mark(connection, PUT_AWAY)?.is_some(),
        imported: counted("FROM import_batch")? > 0,
        accounts: in_book("")?,
        without_arr: in_book(
            "AND NOT EXISTS (SELECT 1 FROM revenue r WHERE r.account_id = a.id \
             AND r.kind <> 'one-time')",
        )?,
        without_end: in_book(
            "AND NOT EXISTS (SELECT 1 FROM contract c WHERE c.account_id = a.id \
             AND c.ends_on IS NOT NULL)",
        )?,
        without_tier: in_book("AND a.tier IS NULL")?,
        prospects: counted("FROM account WHERE status = 'prospect' AND archived_on IS NULL")?,
        people: counted("FROM contact WHERE account_id IS NOT NULL")?,
        notes: counted("FROM talk")? + counted("FROM step")?,
        figures: counted("FROM metric")? + counted("FROM answer")?,
        ticked: ticked(mark(connection, TICKED)?.as_deref()),
        levels_told,
        levels_untold,
        pulses: in_book(
            "AND EXISTS (SELECT 1 FROM own_score o WHERE o.account_id = a.id \
             AND o.factor = 'Pulse')",
        )?,
    })
}

/// Whether files were ever brought in.
pub(crate) fn imported(connection: &Connection) -> Result<bool> {
    Ok(count(connection, "SELECT count(*) FROM (SELECT 1 FROM import_batch LIMIT 1)", [])? > 0)
}
