//! The index of words: every text that somebody wrote in the book, kept in step with it.
//!
//! A row of the index is named for the day and the record it comes from, so that the newest hits
//! are the last rows of the index and nobody has to sort them:
//!
//! ```text
//! day (Julian, 23 bits) · kind of record (6 bits) · number of the record (34 bits)
//! ```
//!
//! What has no day of its own (accounts, people, offerings) stands after all days: who is called
//! so comes first.

use crate::error::Result;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fmt::Write;

/// Bits of a record's number, and of its kind.
const NUMBER_BITS: u32 = 34;
const KIND_BITS: u32 = 6;
/// The Julian day of what has none: later than any day that can be written.
const NO_DAY: i64 = 8_000_000;

/// Records that are indexed together when all are.
const PIECE: i64 = 20_000;

/// Where the words of one kind of record stand.
#[derive(Debug)]
pub struct Source {
    pub table: &'static str,
    /// What a person calls it.
    pub kind: &'static str,
    /// Its own for good: it is part of the names of rows.
    code: i64,
    /// Columns whose words count, the telling ones first.
    pub columns: &'static [&'static str],
    /// The column with its day.
    pub day: Option<&'static str>,
    /// The number of its account, as the table knows it.
    pub account: &'static str,
}

macro_rules! sources {
    ($($code:literal $table:literal $kind:literal $day:expr, $account:literal:
        $($column:literal)+;)+) => {
        /// All of them.
        pub const SOURCES: &[Source] = &[$(Source {
            table: $table, kind: $kind, code: $code, columns: &[$($column),+], day: $day,
            account: $account,
        },)+];
    };
}

sources! {
    1 "account" "account" None, "id": "name" "city" "industry" "website" "owner_name" "note" "channels" "standing_agenda" "lost_reason";
    2 "contact" "person" None, "account_id": "name" "title" "email" "phone" "mobile" "interests" "employer" "left_to" "note";
    3 "talk" "talk" Some("on_date"), "account_id": "summary" "quote" "note";
    4 "step" "step" Some("due_on"), "account_id": "title" "owner_name" "checked_by" "agenda" "note" "drop_reason";
    5 "opportunity" "opportunity" Some("created_on"), "account_id": "title" "case_text" "lost_reason" "crm_stage" "note";
    6 "answer" "answer" Some("on_date"), "account_id": "why";
    7 "goal" "goal" Some("starts_on"), "account_id": "title" "metric" "relationship_metric";
    8 "priority" "priority" None, "(SELECT plan.account_id FROM plan WHERE plan.id = priority.plan_id)": "title" "metric";
    9 "contract" "contract" Some("ends_on"), "account_id": "note" "lost_reason";
    10 "revenue" "revenue" Some("on_date"), "account_id": "note";
    11 "metric" "figure" Some("on_date"), "account_id": "note";
    12 "own_score" "score" Some("on_date"), "account_id": "reason";
    13 "silence" "silenced" Some("since_on"), "account_id": "reason";
    14 "colleague" "colleague" None, "NULL": "name" "function" "email" "note";
    15 "team_member" "team" None, "account_id": "part";
    16 "sponsor_pair" "sponsor" Some("since_on"), "account_id": "note";
    17 "closing" "closed" Some("on_date"), "account_id": "reason";
    18 "risk_review" "risk review" Some("opened_on"), "account_id": "exit_criterion" "checkpoints" "close_reason";
    19 "loyalty" "loyalty" Some("on_date"), "account_id": "evidence";
    20 "discovery" "discovery" Some("on_date"), "account_id": "success" "obstacles" "measured" "worked" "frustrated" "objectives" "pain_points" "success_metrics" "asked_for" "real_need" "note";
    21 "qualification" "growth verdict" Some("on_date"), "account_id": "why";
    22 "offering" "offering" None, "NULL": "name";
    23 "unit" "unit" None, "account_id": "name";
    24 "whitespace" "not bought yet" None, "account_id": "note";
    25 "value_item" "value" Some("on_date"), "account_id": "source" "unit" "note";
    26 "forecast" "my forecast" Some("on_date"), "account_id": "note";
    27 "ask" "asked for" Some("on_date"), "account_id": "note";
    28 "tier_silence" "silenced" Some("since_on"), "NULL": "reason";
    29 "away" "away" Some("from_on"), "NULL": "note";
    30 "review" "review" Some("opened_on"), "NULL": "minutes";
    31 "commitment" "promised" None, "account_id": "text";
}

impl Source {
    /// The day, an expression over `cell` of it.
    fn name_of(&self, cell: impl Fn(&str) -> String, number: &str) -> String {
        let day = match self.day {
            Some(column) => {
                // A day that is none stands before all others.
                format!("coalesce(CAST(julianday({}) + 0.5 AS INTEGER), 0)", cell(column))
            }
            None => NO_DAY.to_string(),
        };
        format!(
            "({day} << {}) | ({} << {NUMBER_BITS}) | {number}",
            NUMBER_BITS + KIND_BITS,
            self.code
        )
    }

    /// Name, account and words of the rows of the table for which `condition` holds. The account
    /// is a word of its own, so that it can be asked for like any other.
    fn rows(&self, condition: &str) -> String {
        let table = self.table;
        let words = format!("concat_ws(char(10), {})", self.columns.join(", "));
        let name = self.name_of(str::to_owned, "id");
        let account = self.account;
        format!(
            "SELECT {name}, 'a' || {account}, {words} FROM {table}
             WHERE {words} <> '' AND {condition}"
        )
    }

    /// The kind of record that a row of the index names, and its number.
    pub fn of(name: i64) -> Option<(&'static Self, i64)> {
        let code = (name >> NUMBER_BITS) & ((1 << KIND_BITS) - 1);
        let number = name & ((1 << NUMBER_BITS) - 1);
        Some((SOURCES.iter().find(|source| source.code == code)?, number))
    }
}

/// Makes the whole index anew, a piece of each table after the other.
pub fn fill(connection: &Connection) -> Result<()> {
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')", [])?;
    for source in SOURCES {
        let last: i64 = connection.query_row(
            &format!("SELECT coalesce(max(id), 0) FROM {}", source.table),
            [],
            |row| row.get(0),
        )?;
        let rows = source.rows("id BETWEEN ?1 AND ?2");
        let mut insert = connection
            .prepare(&format!("INSERT INTO search (rowid, account, words) {rows} ORDER BY 1"))?;
        let mut from = 1;
        while from <= last {
            insert.execute([from, from + PIECE - 1])?;
            from += PIECE;
        }
    }
    Ok(())
}

/// Brings the index up to what the step has made of the book: what stood there goes, what stands
/// there comes, each in the order of the index.
pub fn feed(connection: &Connection, step: i64) -> Result<()> {
    let mut tables =
        connection.prepare_cached("SELECT DISTINCT in_table FROM journal_row WHERE step = ?1")?;
    let tables: BTreeSet<String> =
        tables.query_map([step], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let touched = || SOURCES.iter().filter(|source| tables.contains(source.table));
    let mut gone = BTreeSet::new();
    for source in touched() {
        let name = source.name_of(|column| format!("json_extract(before, '$.{column}')"), "key");
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {name} FROM journal_row
             WHERE step = ?1 AND in_table = '{}' AND before IS NOT NULL",
            source.table
        ))?;
        for name in statement.query_map([step], |row| row.get::<_, i64>(0))? {
            gone.insert(name?);
        }
    }
    let mut delete = connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?;
    for name in gone {
        delete.execute([name])?;
    }
    let mut sql = String::new();
    for source in touched() {
        let union = if sql.is_empty() { "" } else { " UNION ALL " };
        let of_the_step = format!(
            "id IN (SELECT key FROM journal_row WHERE step = ?1 AND in_table = '{}')",
            source.table
        );
        // Writing into a text cannot fail.
        let _ = write!(sql, "{union}{}", source.rows(&of_the_step));
    }
    if !sql.is_empty() {
        let insert = format!("INSERT INTO search (rowid, account, words) {sql} ORDER BY 1");
        connection.prepare_cached(&insert)?.execute([step])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
