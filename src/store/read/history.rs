//! The steps of the journal that touched an account, found through the rows that they changed.

use super::row::each;
use crate::domain::cell::{Id, Value, day};
use crate::domain::history::{Did, Image, Names, Row, TOLD, Written, named_by, refers_to};
use crate::error::Result;
use crate::store::journal::{columns, image_of};
use crate::store::revert::image;
use crate::store::schema::{BOOK, Owner};
use rusqlite::Connection;
use rusqlite::types::Value as Cell;
use std::collections::{BTreeMap, BTreeSet};

/// A row of the journal as it lies there.
struct Raw {
    table: &'static str,
    key: i64,
    before: Option<String>,
    after: Option<String>,
}

/// The rows of an account by step, each step's in their order.
type ByStep = BTreeMap<i64, BTreeMap<i64, Raw>>;

/// The newest `limit` steps of the account, newest first, with what records are called that they
/// speak of; and how many steps there are.
pub(crate) fn history(
    connection: &Connection,
    account: Id,
    limit: usize,
) -> Result<(Vec<Written>, Names, usize)> {
    let mut found = Found::default();
    for (table, owner) in BOOK {
        found.there(connection, table, owner, account)?;
    }
    found.gone(connection, account)?;
    let mut steps: BTreeSet<i64> = found.rows.keys().copied().collect();
    each(connection, "SELECT id FROM journal_step WHERE account_id = ?1", [account.0], |row| {
        steps.insert(row.get(0)?);
        Ok(())
    })?;
    let total = steps.len();
    let mut written = Vec::new();
    let mut names = Names::default();
    for &step in steps.iter().rev().take(limit) {
        let journal = found.rows.get(&step);
        let rows = match journal {
            Some(journal) => found.told(connection, journal, &mut names)?,
            None => Vec::new(),
        };
        written.extend(one(connection, step, rows)?);
    }
    Ok((written, names, total))
}

/// A step with its rows.
fn one(connection: &Connection, step: i64, rows: Vec<Row>) -> Result<Option<Written>> {
    let mut found = None;
    let mut rows = Some(rows);
    each(
        connection,
        "SELECT s.on_date, s.at, s.label, s.kind, s.undoes, u.id, u.on_date FROM journal_step s
         LEFT JOIN journal_step u ON u.id = s.undone_by AND s.undoes IS NULL WHERE s.id = ?1",
        [step],
        |row| {
            let Some(on) = day(row.get_ref(0)?.as_bytes().unwrap_or_default()) else {
                return Ok(());
            };
            let by: Option<i64> = row.get(5)?;
            let by_on = row.get_ref(6)?.as_bytes().ok().and_then(day);
            found = Some(Written {
                step,
                on,
                at: row.get(1)?,
                label: row.get(2)?,
                kind: row.get(3)?,
                undoes: row.get(4)?,
                undone: by.zip(by_on),
                rows: rows.take().unwrap_or_default(),
            });
            Ok(())
        },
    )?;
    Ok(found)
}

/// What was found of an account.
#[derive(Default)]
struct Found {
    rows: ByStep,
    /// Tables and numbers of the records that were gone through.
    keys: BTreeSet<(&'static str, i64)>,
}

impl Found {
    /// The rows of the records that the account has now.
    fn there(
        &mut self,
        connection: &Connection,
        table: &'static str,
        owner: Owner,
        account: Id,
    ) -> Result<()> {
        let journal = format!(
            "SELECT j.id, j.step, j.key, j.before, j.after FROM {{}}
             CROSS JOIN journal_row j ON j.in_table = '{table}' AND j.key = o.id WHERE {{}}"
        );
        let mut take = |from: &str, whose: &str| {
            let sql = journal.replacen("{}", from, 1).replacen("{}", whose, 1);
            each(connection, &sql, [account.0], |row| {
                let key = row.get(2)?;
                let raw = Raw { table, key, before: row.get(3)?, after: row.get(4)? };
                self.keys.insert((table, key));
                self.rows.entry(row.get(1)?).or_default().insert(row.get(0)?, raw);
                Ok(())
            })
        };
        match owner {
            Owner::Itself => take(&format!("{table} o"), "o.id = ?1"),
            Owner::Account => take(&format!("{table} o"), "o.account_id = ?1"),
            Owner::Through(parents) => parents.iter().try_for_each(|(parent, column)| {
                let from = format!("{parent} p CROSS JOIN {table} o ON o.{column} = p.id");
                take(&from, "p.account_id = ?1")
            }),
            Owner::Book | Owner::Nobody => Ok(()),
        }
    }

    /// The rows of the records that it had: they stand in the steps that took them out, which are
    /// the account's own, or those of many.
    fn gone(&mut self, connection: &Connection, account: Id) -> Result<()> {
        let mut gone = Vec::new();
        each(
            connection,
            "SELECT j.in_table, j.key, j.before, s.account_id IS NOT NULL FROM journal_step s
             CROSS JOIN journal_row j ON j.step = s.id
             WHERE (s.account_id = ?1 OR s.account_id IS NULL)
               AND j.after IS NULL AND j.before IS NOT NULL",
            [account.0],
            |row| {
                gone.push((
                    row.get::<_, String>(0)?,
                    row.get::<_, i64>(1)?,
                    row.get::<_, String>(2)?,
                    row.get::<_, bool>(3)?,
                ));
                Ok(())
            },
        )?;
        // What names the account comes first: others belong to it through those.
        let (direct, through): (Vec<_>, Vec<_>) =
            BOOK.into_iter().partition(|(_, owner)| !matches!(owner, Owner::Through(_)));
        for (table, owner) in direct.into_iter().chain(through) {
            let reals = reals(connection, table)?;
            for (_, key, before, own) in gone.iter().filter(|(name, ..)| name == table) {
                // Cheaper than to read every row that anybody ever took out.
                if !own && !before.contains(&format!("\"account_id\":{}", account.0)) {
                    continue;
                }
                let was = read(table, &reals, before)?;
                let of = |column: &str| match was.get(column) {
                    Some(Value::Int(number)) => Some(*number),
                    _ => None,
                };
                let owned = match owner {
                    Owner::Itself => *key == account.0,
                    Owner::Account => of("account_id") == Some(account.0),
                    Owner::Through(parents) => parents.iter().any(|(parent, column)| {
                        of(column).is_some_and(|id| self.keys.contains(&(*parent, id)))
                    }),
                    Owner::Book | Owner::Nobody => false,
                };
                if owned && self.keys.insert((table, *key)) {
                    self.of(connection, table, *key)?;
                }
            }
        }
        Ok(())
    }

    /// All rows of one record.
    fn of(&mut self, connection: &Connection, table: &'static str, key: i64) -> Result<()> {
        let sql =
            "SELECT id, step, before, after FROM journal_row WHERE in_table = ?1 AND key = ?2";
        each(connection, sql, (table, key), |row| {
            let raw = Raw { table, key, before: row.get(2)?, after: row.get(3)? };
            self.rows.entry(row.get(1)?).or_default().insert(row.get(0)?, raw);
            Ok(())
        })
    }

    /// The rows of a step as they are told: with what they hold, unless there are too many.
    fn told(
        &self,
        connection: &Connection,
        journal: &BTreeMap<i64, Raw>,
        names: &mut Names,
    ) -> Result<Vec<Row>> {
        let many = journal.len() > TOLD;
        let mut rows = Vec::new();
        for (id, raw) in journal {
            let did = match (&raw.before, &raw.after) {
                (None, _) => Did::Added,
                (_, None) => Did::Removed,
                _ => Did::Edited,
            };
            let (mut before, mut after) = (None, None);
            if !many {
                let reals = reals(connection, raw.table)?;
                let image = |text: &String| read(raw.table, &reals, text);
                before = raw.before.as_ref().map(image).transpose()?;
                after = raw.after.as_ref().map(image).transpose()?;
                if did == Did::Added {
                    after = self.added(connection, *id, raw)?;
                }
                for image in [&before, &after].into_iter().flatten() {
                    call(connection, image, names)?;
                }
            }
            rows.push(Row { table: raw.table, key: raw.key, before, after, did });
        }
        Ok(rows)
    }

    /// What a row was when it came: as the next change found it, else as it is.
    fn added(&self, connection: &Connection, id: i64, raw: &Raw) -> Result<Option<Image>> {
        let same = |one: &Raw| one.table == raw.table && one.key == raw.key;
        let next = self.rows.values().flatten().find(|(later, one)| **later > id && same(one));
        match next {
            Some((_, Raw { before: Some(before), .. })) => {
                read(raw.table, &reals(connection, raw.table)?, before).map(Some)
            }
            _ => now(connection, raw.table, raw.key),
        }
    }
}

fn reals(connection: &Connection, table: &str) -> Result<BTreeMap<String, bool>> {
    Ok(columns(connection, table)?.into_iter().collect())
}

/// A row as the journal wrote it.
fn read(table: &str, reals: &BTreeMap<String, bool>, text: &str) -> Result<Image> {
    let (names, _, cells) = image(table, reals, text)?;
    let value = |name: &String, cell: Cell| match cell {
        Cell::Null | Cell::Blob(_) => Value::Null,
        Cell::Integer(number) => Value::Int(number),
        Cell::Real(number) => Value::Real(number),
        Cell::Text(text) if reals.get(name) == Some(&true) => {
            text.parse().map_or(Value::Text(text), Value::Real)
        }
        Cell::Text(text) => Value::Text(text),
    };
    Ok(names
        .into_iter()
        .zip(cells)
        .map(|(name, cell)| {
            let value = value(&name, cell);
            (name, value)
        })
        .collect())
}

/// A row as it is now.
fn now(connection: &Connection, table: &str, key: i64) -> Result<Option<Image>> {
    let columns = columns(connection, table)?;
    let sql = format!("SELECT {} FROM {table} WHERE id = ?1", image_of(&columns, table));
    let mut found = None;
    each(connection, &sql, [key], |row| {
        found = Some(row.get::<_, String>(0)?);
        Ok(())
    })?;
    let reals = columns.into_iter().collect();
    found.map(|text| read(table, &reals, &text)).transpose()
}

/// Learns what the records are called that an image names.
fn call(connection: &Connection, image: &Image, names: &mut Names) -> Result<()> {
    for (column, value) in image {
        let (Some(table), Value::Int(id)) = (refers_to(column), value) else { continue };
        let Some(by) = named_by(table) else { continue };
        if names.contains_key(&(table, *id)) {
            continue;
        }
        let sql = format!(
            "SELECT coalesce((SELECT {by} FROM {table} WHERE id = ?1),
               (SELECT json_extract(before, '$.{by}') FROM journal_row
                WHERE in_table = '{table}' AND key = ?1 AND before IS NOT NULL
                ORDER BY id DESC LIMIT 1))"
        );
        each(connection, &sql, [*id], |row| {
            if let Some(name) = row.get::<_, Option<String>>(0)? {
                names.insert((table, *id), name);
            }
            Ok(())
        })?;
    }
    Ok(())
}
