//! Records by the words in them, the newest first.

use super::row::{day, each};
use crate::domain::book::hit::{Hit, Hits, MOST};
use crate::domain::cell::Id;
use crate::domain::fold::{marks, words_of};
use crate::error::{Error, Kind, Result};
use crate::store::search::Source;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::HashMap;

/// Letters a word needs to be looked for.
const LETTERS: usize = 2;

/// The records in which every word of `sought` begins a word, at most [`MOST`] of them; those of
/// one account where one is named.
pub(crate) fn search(connection: &Connection, sought: &str, account: Option<Id>) -> Result<Hits> {
    let words: Vec<String> =
        words_of(sought).into_iter().filter(|word| word.chars().count() >= LETTERS).collect();
    if words.is_empty() {
        return Err(Error::new(Kind::Usage, "nothing to look for: two letters are needed")
            .hint("name a word that stands in a note, a talk, a step or a name"));
    }
    // Quoted, so that nothing in them is a command to the index.
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
    let words_asked = format!("words : ({})", quoted.join(" AND "));
    let asked = match account {
        Some(account) => format!("{words_asked} AND account : \"a{}\"", account.0),
        None => words_asked,
    };
    let mut names: Vec<i64> = Vec::new();
    let limit = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
    each(
        connection,
        "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
        (asked, limit),
        |row| {
            names.push(row.get(0)?);
            Ok(())
        },
    )?;
    let more = names.len() > MOST;
    names.truncate(MOST);
    let mut accounts = HashMap::new();
    let mut hits = Vec::with_capacity(names.len());
    for name in names {
        hits.extend(hit(connection, name, &words, &mut accounts)?);
    }
    Ok(Hits { hits, more })
}

/// The record that a row of the index names.
fn hit(
    connection: &Connection,
    name: i64,
    words: &[String],
    accounts: &mut HashMap<i64, Option<String>>,
) -> Result<Option<Hit>> {
    let Some((source, number)) = Source::of(name) else { return Ok(None) };
    let sql = format!(
        "SELECT {}, {}, {} FROM {} WHERE id = ?1",
        source.account,
        source.day.unwrap_or("NULL"),
        source.columns.join(", "),
        source.table
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement
        .query_row([number], |row| {
            Ok((row.get::<_, Option<i64>>(0)?, on(row), line(row, source, words)))
        })
        .optional()?;
    let Some((account, on_date, (field, line, marks))) = found else { return Ok(None) };
    let account = match account {
        None => None,
        Some(id) => {
            if let std::collections::hash_map::Entry::Vacant(place) = accounts.entry(id) {
                place.insert(called(connection, id)?);
            }
            accounts.get(&id).cloned().flatten().map(|name| (Id(id), name))
        }
    };
    let record = (source.table, Id(number));
    Ok(Some(Hit { kind: source.kind, record, account, on_date, field, line, marks }))
}

fn on(row: &Row<'_>) -> Option<chrono::NaiveDate> {
    row.get_ref(1).ok().and_then(day)
}

/// Field, line and marks of the line that holds most of the words; the first one of equals.
fn line(
    row: &Row<'_>,
    source: &Source,
    words: &[String],
) -> (&'static str, String, Vec<(usize, usize)>) {
    let mut best: (usize, &'static str, String, Vec<(usize, usize)>) =
        (0, source.columns.first().copied().unwrap_or_default(), String::new(), Vec::new());
    for (place, field) in source.columns.iter().copied().enumerate() {
        let Ok(ValueRef::Text(bytes)) = row.get_ref(place + 2) else { continue };
        let text = String::from_utf8_lossy(bytes);
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let (held, marks) = marks(line, words);
            if held > best.0 || best.2.is_empty() {
                best = (held, field, line.to_owned(), marks);
            }
        }
    }
    (best.1, best.2, best.3)
}

fn called(connection: &Connection, account: i64) -> Result<Option<String>> {
    Ok(connection
        .prepare_cached("SELECT name FROM account WHERE id = ?1")?
        .query_row([account], |row| row.get(0))
        .optional()?)
}
