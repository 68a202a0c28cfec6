//! The tables of a book: one migration after the other, and what a file of each version must look
//! like before anything in it is believed.

use super::search;
use crate::error::{Error, Kind, Result};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// One step forward of the schema.
#[derive(Debug)]
pub struct Migration {
    pub sql: &'static str,
    /// SHA-256 of the schema after it, see [`fingerprint`].
    pub fingerprint: &'static str,
}

/// Version n of a book is what the first n of these make of an empty file. Only ever appended to.
pub const MIGRATIONS: [Migration; 4] = [
    Migration {
        sql: include_str!("first.sql"),
        fingerprint: "bff8fcc4afce12f0e09813e1419ef61e30279c424bad8e6ddd8efc90ce479d7b",
    },
    Migration {
        sql: include_str!("second.sql"),
        fingerprint: "329dcea8b6d2cdad6dbd5d9f0fecd9ce7114f0fd83c7ec6f7c63ddf73b43c225",
    },
    Migration {
        sql: include_str!("third.sql"),
        fingerprint: "de1c33f647f69da9871f7056125273b2793d3361f30638009cba918170707ab9",
    },
    Migration {
        sql: include_str!("fourth.sql"),
        fingerprint: "c5216ec64445087f1dd76f6d5807cb50eb4308a632d4dc90f1347f7288ac701f",
    },
];

/// The version this program writes, kept in the file as `user_version`.
pub const VERSION: i64 = MIGRATIONS.len().cast_signed() as i64;

/// Marks a file as a book of this program, kept in its header: `trls`.
pub const APPLICATION_ID: i32 = 0x7472_6C73;

/// How the rows of a table belong to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The row is the account.
    Itself,
    /// The row has an `account_id`.
    Account,
    /// The row belongs to rows of other tables: (that table, the column naming it).
    Through(&'static [(&'static str, &'static str)]),
    /// The row says something about the whole book.
    Book,
    /// The row is about no account.
    Nobody,
}

/// The tables of the book proper, all of them journalled; parents before children.
pub const BOOK: [(&str, Owner); 39] = [
    ("account", Owner::Itself),
    ("contract", Owner::Account),
    ("goal", Owner::Account),
    ("metric", Owner::Account),
    ("own_score", Owner::Account),
    ("silence", Owner::Account),
    ("contact", Owner::Account),
    ("answer", Owner::Account),
    ("invitation", Owner::Through(&[("contact", "contact_id")])),
    ("revenue", Owner::Account),
    ("opportunity", Owner::Account),
    ("talk", Owner::Account),
    ("talk_person", Owner::Through(&[("talk", "talk_id"), ("contact", "contact_id")])),
    ("plan", Owner::Account),
    ("priority", Owner::Through(&[("plan", "plan_id")])),
    ("step", Owner::Account),
    ("step_person", Owner::Through(&[("step", "step_id")])),
    ("external_id", Owner::Nobody),
    ("import_batch", Owner::Nobody),
    ("setting", Owner::Book),
    ("colleague", Owner::Nobody),
    ("team_member", Owner::Account),
    ("sponsor_pair", Owner::Account),
    ("away", Owner::Book),
    ("tier_silence", Owner::Book),
    ("closing", Owner::Account),
    ("risk_review", Owner::Account),
    ("loyalty", Owner::Account),
    ("discovery", Owner::Account),
    ("qualification", Owner::Account),
    ("offering", Owner::Nobody),
    ("unit", Owner::Account),
    ("whitespace", Owner::Account),
    ("value_item", Owner::Account),
    ("forecast", Owner::Account),
    ("ask", Owner::Account),
    ("review", Owner::Nobody),
    ("visit", Owner::Nobody),
    ("commitment", Owner::Nobody),
];

/// The tables that SQLite itself keeps for the index of words; how it declares them is its own.
const SHADOWS: &str = "'search_config', 'search_data', 'search_docsize', 'search_idx'";

/// SHA-256 over all that the file's schema declares, whatever the order it came in.
pub fn fingerprint(connection: &Connection) -> Result<String> {
    let mut statement = connection.prepare(&format!(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema
         WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'
         AND NOT (type = 'table' AND name IN ({SHADOWS})) ORDER BY type, name"
    ))?;
    let mut rows = statement.query([])?;
    let mut hash = Sha256::new();
    while let Some(row) = rows.next()? {
        for column in 0..4 {
            hash.update(row.get_ref(column)?.as_bytes().unwrap_or_default());
            hash.update([0]);
        }
    }
    Ok(hex(&hash.finalize()))
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Brings a book to the newest version, all or nothing. Where another program was quicker there is
/// nothing left to do.
pub fn migrate(connection: &Connection) -> Result<()> {
    let transaction =
        rusqlite::Transaction::new_unchecked(connection, rusqlite::TransactionBehavior::Immediate)?;
    let from: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for migration in MIGRATIONS.iter().skip(usize::try_from(from).unwrap_or(0)) {
        transaction.execute_batch(migration.sql)?;
    }
    if from < VERSION {
        search::fill(&transaction)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()?;
    Ok(())
}

/// Refuses a file whose tables are not those of its version.
pub fn check(connection: &Connection, version: i64) -> Result<()> {
    let expected = usize::try_from(version)
        .ok()
        .and_then(|version| version.checked_sub(1))
        .and_then(|place| MIGRATIONS.get(place));
    match expected {
        Some(migration) if fingerprint(connection)? == migration.fingerprint => Ok(()),
        _ => Err(Error::new(
            Kind::Book,
            "the tables in this file are not those of a book: something else has changed them",
        )
        .hint("put back a copy from the backups, or name another file with --db")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Record;
    use crate::domain::{
        account, account::own_score::Factor, book, contact, feedback, growth, ours, plan, revenue,
        review, talk,
    };

    fn new_book() -> Connection {
        let connection = Connection::open_in_memory().expect("memory");
        migrate(&connection).expect("a schema");
        connection
    }

    #[test]
    fn each_version_has_its_fingerprint() {
        let connection = Connection::open_in_memory().expect("memory");
        for (place, migration) in MIGRATIONS.iter().enumerate() {
            connection.execute_batch(migration.sql).expect("a migration");
            let found = fingerprint(&connection).expect("a fingerprint");
            assert_eq!(found, migration.fingerprint, "version {}", place + 1);
        }
    }

    #[test]
    fn a_book_that_another_program_brought_up_to_date_is_left_as_it_is() {
        let connection = new_book();
        connection.execute("INSERT INTO meta VALUES ('a', 'b')", []).expect("a note");
        migrate(&connection).expect("nothing to do");
        check(&connection, VERSION).expect("the newest tables");
        let kept: i64 = connection
            .query_row("SELECT count(*) FROM meta", [], |row| row.get(0))
            .expect("a count");
        assert_eq!(kept, 1);
    }

    fn of<R: Record>(same: &mut impl FnMut(&'static str, &[&str])) {
        same(R::TABLE, R::COLUMNS);
    }

    #[test]
    fn tables_hold_exactly_the_fields_of_their_records() {
        let connection = new_book();
        let mut seen = Vec::new();
        let mut same = |table: &'static str, fields: &[&str]| {
            let columns: Vec<String> = super::super::journal::columns(&connection, table)
                .expect("columns")
                .into_iter()
                .map(|(name, _)| name)
                .collect();
            let wanted: Vec<&str> = std::iter::once("id").chain(fields.iter().copied()).collect();
            assert_eq!(columns, wanted, "{table}");
            seen.push(table);
        };
        of::<account::Account>(&mut same);
        of::<account::contract::Contract>(&mut same);
        of::<account::goal::Goal>(&mut same);
        of::<account::metric::Metric>(&mut same);
        of::<account::own_score::OwnScore>(&mut same);
        of::<account::silence::Silence>(&mut same);
        of::<contact::Contact>(&mut same);
        of::<feedback::Answer>(&mut same);
        of::<feedback::invitation::Invitation>(&mut same);
        of::<revenue::Revenue>(&mut same);
        of::<revenue::opportunity::Opportunity>(&mut same);
        of::<talk::Talk>(&mut same);
        of::<talk::person::TalkPerson>(&mut same);
        of::<plan::cycle::Plan>(&mut same);
        of::<plan::priority::Priority>(&mut same);
        of::<plan::step::Step>(&mut same);
        of::<plan::step_person::StepPerson>(&mut same);
        of::<book::external_id::ExternalId>(&mut same);
        of::<book::import_batch::ImportBatch>(&mut same);
        of::<book::setting::Setting>(&mut same);
        of::<ours::colleague::Colleague>(&mut same);
        of::<ours::team_member::TeamMember>(&mut same);
        of::<ours::sponsor_pair::SponsorPair>(&mut same);
        of::<ours::away::Away>(&mut same);
        of::<ours::tier_silence::TierSilence>(&mut same);
        of::<feedback::closing::Closing>(&mut same);
        of::<account::risk_review::RiskReview>(&mut same);
        of::<growth::loyalty::Loyalty>(&mut same);
        of::<growth::discovery::Discovery>(&mut same);
        of::<growth::qualification::Qualification>(&mut same);
        of::<revenue::offering::Offering>(&mut same);
        of::<revenue::unit::Unit>(&mut same);
        of::<revenue::whitespace::Whitespace>(&mut same);
        of::<revenue::value_item::ValueItem>(&mut same);
        of::<revenue::forecast::Forecast>(&mut same);
        of::<revenue::ask::Ask>(&mut same);
        of::<review::Review>(&mut same);
        of::<review::visit::Visit>(&mut same);
        of::<review::commitment::Commitment>(&mut same);
        let mut journalled: Vec<&str> = BOOK.iter().map(|(table, _)| *table).collect();
        seen.sort_unstable();
        journalled.sort_unstable();
        assert_eq!(seen, journalled);
    }

    #[test]
    fn the_lists_of_words_are_those_of_the_trade() {
        macro_rules! lists {
            ($($column:literal in $table:literal: $words:ty;)+) => {
                [$(($table, $column, <$words>::ALL.iter().map(|one| one.word()).collect::<Vec<_>>()),)+]
            };
        }
        let connection = new_book();
        for (table, column, words) in lists! {
            "status" in "account": account::Status;
            "stage" in "account": account::Stage;
            "tier" in "account": account::Tier;
            "approach" in "account": account::Approach;
            "notice_unit" in "contract": account::contract::NoticeUnit;
            "renewal" in "contract": account::contract::Renewal;
            "status" in "goal": account::goal::GoalStatus;
            "kind" in "metric": account::metric::MetricKind;
            "factor" in "own_score": Factor;
            "kind" in "silence": account::silence::SilenceKind;
            "level" in "contact": contact::Level;
            "influence" in "contact": contact::Influence;
            "stance" in "contact": contact::Stance;
            "scale" in "answer": feedback::Scale;
            "driver" in "answer": feedback::Driver;
            "kind" in "revenue": revenue::RevenueKind;
            "kind" in "opportunity": revenue::opportunity::OpportunityKind;
            "stage" in "opportunity": revenue::opportunity::OpportunityStage;
            "kind" in "talk": talk::TalkKind;
            "started_by" in "talk": talk::Side;
            "kind" in "priority": plan::priority::PriorityKind;
            "kind" in "step": plan::step::StepKind;
            "owner" in "step": plan::step::StepOwner;
            "status" in "step": plan::step::StepStatus;
            "meeting_type" in "step": plan::step::MeetingType;
            "kind" in "external_id": book::external_id::Kind;
            "notice_by" in "contract": account::contract::NoticeBy;
            "tier" in "tier_silence": account::Tier;
            "cause" in "risk_review": account::risk_review::RootCause;
            "state" in "whitespace": revenue::whitespace::WhitespaceState;
            "result" in "value_item": revenue::value_item::ValueResult;
            "outcome" in "forecast": revenue::forecast::Outcome;
            "kind" in "ask": revenue::ask::AskKind;
            "result" in "visit": review::visit::VisitResult;
        } {
            let sql: String = connection
                .query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [table], |row| {
                    row.get(0)
                })
                .expect("the table");
            let list = format!("CHECK ({column} IN ('{}'))", words.join("','"));
            assert!(sql.contains(&list), "{table}: {list}");
        }
    }

    #[test]
    fn every_foreign_key_is_led_by_an_index() {
        let connection = new_book();
        let bare: Vec<String> = connection
            .prepare(
                "SELECT t.name || '.' || f.\"from\" FROM pragma_table_list AS t
                 JOIN pragma_foreign_key_list(t.name) AS f
                 WHERE NOT EXISTS (
                   SELECT 1 FROM pragma_table_info(t.name) AS c
                   WHERE c.name = f.\"from\" AND c.pk = 1)
                 AND NOT EXISTS (
                   SELECT 1 FROM pragma_index_list(t.name) AS i
                   JOIN pragma_index_info(i.name) AS c
                   WHERE c.seqno = 0 AND c.name = f.\"from\")",
            )
            .and_then(|mut statement| {
                statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()
            })
            .expect("the keys");
        assert_eq!(bare, Vec::<String>::new());
    }

    #[test]
    fn journalled_tables_are_strict_and_hold_no_bytes() {
        let connection = new_book();
        for (table, _) in BOOK {
            let (strict, without_rowid): (bool, bool) = connection
                .query_row(
                    "SELECT strict, wr FROM pragma_table_list WHERE name = ?1",
                    [table],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .expect("the table");
            assert!(strict && !without_rowid, "{table}");
            let blobs: i64 = connection
                .query_row(
                    "SELECT count(*) FROM pragma_table_info(?1)
                     WHERE type NOT IN ('INTEGER', 'REAL', 'TEXT')",
                    [table],
                    |row| row.get(0),
                )
                .expect("the columns");
            assert_eq!(blobs, 0, "{table}");
        }
    }
}
