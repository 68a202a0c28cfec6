//! How the accounts stood when they were last judged: derived, kept so that the first frame can
//! draw the order before anything is judged again.

use super::row::{damaged, each, seen, sql};
use crate::domain::book::row::BookRow;
use crate::domain::cell::{Cell, Id, Seen, Value};
use crate::domain::money::Money;
use crate::domain::standing::Ranked;
use crate::error::Result;
use rusqlite::{Connection, Row, params_from_iter};

/// One account as it is kept between two runs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Kept {
    pub row: BookRow,
    pub ranked: Ranked,
    /// Counts in the sums of the book.
    pub in_book: bool,
    /// Orders the list; the numbers between two neighbours are free places.
    pub position: i64,
}

const COLUMNS: [&str; 30] = [
    "account_id",
    "position",
    "list_group",
    "pushed",
    "why",
    "name",
    "status",
    "in_book",
    "tier",
    "arr",
    "arr_currency",
    "score",
    "band",
    "trend",
    "act_by",
    "seats",
    "last_talk_on",
    "strongest",
    "rest",
    "arr_percentile",
    "weight",
    "judged_on",
    "stage",
    "archived",
    "next_step",
    "next_step_on",
    "signals",
    "deciders",
    "influencers",
    "users",
];

fn cell<T: Cell>(row: &Row<'_>, column: usize) -> Result<T> {
    T::read(row.get_ref(column).map_or(Seen::Null, seen)).map_err(|why| {
        let account = row.get(0).unwrap_or_default();
        damaged("standing", account, COLUMNS.get(column).copied().unwrap_or_default(), &why)
    })
}

fn read(row: &Row<'_>) -> Result<Kept> {
    let arr: Option<i64> = cell(row, 9)?;
    let currency = cell(row, 10)?;
    let ranked = Ranked {
        account: cell(row, 0)?,
        group: cell(row, 2)?,
        pushed: cell(row, 3)?,
        why: cell(row, 4)?,
        strongest: cell(row, 17)?,
        rest: cell(row, 18)?,
        arr_percentile: cell(row, 19)?,
        weight: cell(row, 20)?,
    };
    Ok(Kept {
        row: BookRow {
            account: ranked.account,
            group: ranked.group,
            pushed: ranked.pushed,
            why: ranked.why.clone(),
            name: cell(row, 5)?,
            status: cell(row, 6)?,
            tier: cell(row, 8)?,
            arr: arr.zip(currency).map(|(minor, currency)| Money { minor, currency }),
            score: cell(row, 11)?,
            band: cell(row, 12)?,
            trend: cell(row, 13)?,
            act_by: cell(row, 14)?,
            seats: cell(row, 15)?,
            last_talk_on: cell(row, 16)?,
            judged_on: cell(row, 21)?,
            stage: cell(row, 22)?,
            archived: cell(row, 23)?,
            next_step: cell(row, 24)?,
            next_step_on: cell(row, 25)?,
            signals: cell(row, 26)?,
            people: [cell(row, 27)?, cell(row, 28)?, cell(row, 29)?],
        },
        ranked,
        in_book: cell(row, 7)?,
        position: cell(row, 1)?,
    })
}

/// All of them, in the order of the list.
pub(crate) fn kept(connection: &Connection) -> Result<Vec<Kept>> {
    let mut found = Vec::new();
    let sql = format!("SELECT {} FROM standing ORDER BY position", COLUMNS.join(", "));
    each(connection, &sql, [], |row| {
        found.push(read(row)?);
        Ok(())
    })?;
    Ok(found)
}

/// The place of one account in the list.
pub(crate) fn ranked(connection: &Connection, account: Id) -> Result<Option<Ranked>> {
    let mut found = None;
    let sql = format!("SELECT {} FROM standing WHERE account_id = ?1", COLUMNS.join(", "));
    each(connection, &sql, [account.0], |row| {
        found = Some(read(row)?.ranked);
        Ok(())
    })?;
    Ok(found)
}

/// Keeps one, in place of what was kept of that account.
pub(crate) fn keep(connection: &Connection, kept: &Kept) -> Result<()> {
    let (row, ranked) = (&kept.row, &kept.ranked);
    let [deciders, influencers, users] = row.people;
    let cells: [Value; 30] = [
        row.account.store(),
        kept.position.store(),
        ranked.group.store(),
        ranked.pushed.store(),
        ranked.why.store(),
        row.name.store(),
        row.status.store(),
        kept.in_book.store(),
        row.tier.store(),
        row.arr.map(|money| money.minor).store(),
        row.arr.map(|money| money.currency).store(),
        row.score.store(),
        row.band.store(),
        row.trend.store(),
        row.act_by.store(),
        row.seats.store(),
        row.last_talk_on.store(),
        ranked.strongest.store(),
        ranked.rest.store(),
        ranked.arr_percentile.store(),
        ranked.weight.store(),
        row.judged_on.store(),
        row.stage.store(),
        row.archived.store(),
        row.next_step.map(|step| step.0).store(),
        row.next_step_on.store(),
        row.signals.store(),
        deciders.store(),
        influencers.store(),
        users.store(),
    ];
    let written = COLUMNS.map(|column| format!("{column} = excluded.{column}")).join(", ");
    let places = vec!["?"; COLUMNS.len()].join(", ");
    let statement = format!(
        "INSERT INTO standing ({}) VALUES ({places}) \
         ON CONFLICT (account_id) DO UPDATE SET {written}",
        COLUMNS.join(", ")
    );
    connection.prepare_cached(&statement)?.execute(params_from_iter(cells.map(sql)))?;
    Ok(())
}

/// Drops what is kept of an account that is gone.
pub(crate) fn drop_kept(connection: &Connection, account: Id) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM standing WHERE account_id = ?1")?
        .execute([account.0])?;
    Ok(())
}
