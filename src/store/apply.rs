//! Any change of any record, applied to its table without knowing what it means.

use super::table;
use crate::domain::cell::{Id, Value};
use crate::domain::change::Change;
use crate::domain::record::RowChange;
use crate::error::{Error, Kind, Result};
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, params_from_iter};
use std::collections::HashMap;

/// Makes the changes in their order; gives each negative id with the number it became.
pub fn apply(connection: &Connection, changes: &[Change]) -> Result<Vec<(Id, Id)>> {
    let mut names = Names::default();
    for change in changes {
        let row = change.row();
        let id = one(connection, &row, &mut names)?;
        table::follow(connection, &row, id)?;
    }
    Ok(names.created)
}

/// What the negative ids of this commit have become.
#[derive(Default)]
struct Names {
    by_name: HashMap<i64, i64>,
    created: Vec<(Id, Id)>,
}

impl Names {
    fn resolve(&self, id: i64) -> Result<i64> {
        if id > 0 {
            return Ok(id);
        }
        self.by_name.get(&id).copied().ok_or_else(|| {
            Error::new(Kind::Usage, format!("a change speaks of record {id}, which nothing added"))
        })
    }

    fn cell(&self, value: Value) -> Result<Cell> {
        Ok(match value {
            Value::Null => Cell::Null,
            Value::Int(number) => Cell::Integer(number),
            Value::Real(number) => Cell::Real(number),
            Value::Text(text) => Cell::Text(text),
            Value::Ref(id) => Cell::Integer(self.resolve(id)?),
        })
    }
}

fn one(connection: &Connection, row: &RowChange, names: &mut Names) -> Result<i64> {
    match row {
        RowChange::Insert { table, id, columns, values } => {
            let mut cells = Vec::with_capacity(values.len() + 1);
            cells.push(if id.0 > 0 { Cell::Integer(id.0) } else { Cell::Null });
            for value in values {
                cells.push(names.cell(value.clone())?);
            }
            let marks = ",?".repeat(columns.len());
            let sql = format!("INSERT INTO {table} (id,{}) VALUES (?{marks})", columns.join(","));
            connection
                .prepare_cached(&sql)?
                .execute(params_from_iter(cells))
                .map_err(|error| refused(table, error))?;
            let new = connection.last_insert_rowid();
            if id.0 < 0 {
                if names.by_name.insert(id.0, new).is_some() {
                    return Err(Error::new(
                        Kind::Usage,
                        format!("two records of one commit are both named {}", id.0),
                    ));
                }
                names.created.push((*id, Id(new)));
            }
            Ok(new)
        }
        RowChange::Update { table, id, set } => {
            let id = names.resolve(id.0)?;
            if set.is_empty() {
                return Ok(id);
            }
            let columns: Vec<String> =
                set.iter().map(|(column, _)| format!("{column}=?")).collect();
            let mut cells = Vec::with_capacity(set.len() + 1);
            for (_, value) in set {
                cells.push(names.cell(value.clone())?);
            }
            cells.push(Cell::Integer(id));
            let sql = format!("UPDATE {table} SET {} WHERE id=?", columns.join(","));
            let changed = connection
                .prepare_cached(&sql)?
                .execute(params_from_iter(cells))
                .map_err(|error| refused(table, error))?;
            there(table, id, changed)
        }
        RowChange::Delete { table, id } => {
            let id = names.resolve(id.0)?;
            let changed = connection
                .prepare_cached(&format!("DELETE FROM {table} WHERE id=?"))?
                .execute([id])
                .map_err(|error| refused(table, error))?;
            there(table, id, changed)
        }
    }
}

fn there(table: &str, id: i64, changed: usize) -> Result<i64> {
    if changed == 1 {
        return Ok(id);
    }
    Err(Error::new(Kind::NotFound, format!("the {} {id} is no longer there", words(table)))
        .hint("somebody removed it in the meantime; nothing was changed"))
}

/// A constraint names the table that it belongs to; everything else speaks for itself.
fn refused(table: &str, error: rusqlite::Error) -> Error {
    let constraint = error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation);
    let general = Error::from(error);
    if constraint {
        Error::new(Kind::Usage, format!("the {} cannot be kept: {}", words(table), general.message))
    } else {
        general
    }
}

/// A table's name as a person would say it.
pub fn words(table: &str) -> String {
    table.replace('_', " ")
}
