//! Which fields no longer hold what somebody saw in them.

use super::row::{each, seen};
use crate::domain::cell::Value;
use crate::domain::change::{Clash, Expected};
use crate::error::Result;
use rusqlite::Connection;

/// The expectations that do not hold.
pub(crate) fn clashes(connection: &Connection, expected: &[Expected]) -> Result<Vec<Clash>> {
    let mut found = Vec::new();
    for one in expected {
        let sql = format!("SELECT {} FROM {} WHERE rowid=?", one.column, one.table);
        let mut now = None;
        each(connection, &sql, [one.id.0], |row| {
            now = Some(Value::from(seen(row.get_ref(0)?)));
            Ok(())
        })?;
        if !now.as_ref().is_some_and(|now| same(now, &one.value)) {
            found.push(Clash { expected: one.clone(), now });
        }
    }
    Ok(found)
}

/// The file knows numbers, and not which of them name records or are meant as broken ones.
fn same(now: &Value, then: &Value) -> bool {
    match (now, then) {
        (Value::Int(now) | Value::Ref(now), Value::Int(then) | Value::Ref(then)) => now == then,
        _ => now == then,
    }
}
