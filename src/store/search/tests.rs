//! The index after every sort of change.

use super::*;
use crate::domain::account::{self, Account};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::contact::{self, Contact};
use crate::domain::plan::step::{self, Step};
use crate::store::read::search as find;
use crate::store::schema::BOOK;
use crate::store::{Mode, StepLabel, Store};
use chrono::{DateTime, NaiveDate};
use rusqlite::Connection;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

struct Corner {
    _directory: tempfile::TempDir,
    store: Store,
}

impl Corner {
    fn new() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("book.db");
        let store = Store::open(&path, Mode::Write(DateTime::UNIX_EPOCH)).expect("a book");
        Self { _directory: directory, store }
    }

    fn commit(&self, changes: &[Change]) {
        let label = StepLabel {
            label: "a change".to_owned(),
            kind: "edit".to_owned(),
            account: None,
            on: day("2026-11-22"),
            at: DateTime::UNIX_EPOCH,
        };
        self.store.commit(&label, changes, |_, _| Ok(())).expect("a commit");
        self.holds();
    }

    fn undo(&self) {
        self.store
            .undo(None, day("2026-11-22"), DateTime::UNIX_EPOCH, |_, _| Ok(()))
            .expect("undone");
        self.holds();
    }

    fn redo(&self) {
        self.store
            .redo(day("2026-11-22"), DateTime::UNIX_EPOCH, |_, _| Ok(()))
            .expect("done again");
        self.holds();
    }

    /// The index is what it would be if it were made anew.
    fn holds(&self) {
        self.store
            .read(|tx| {
                let kept = words(tx.connection());
                assert_eq!(kept, anew(tx.connection()));
                Ok(())
            })
            .expect("read");
    }

    fn found(&self, sought: &str, account: Option<i64>) -> Vec<(&'static str, i64, String)> {
        self.store
            .read(|tx| find(tx.connection(), sought, account.map(Id)))
            .expect("hits")
            .hits
            .into_iter()
            .map(|hit| (hit.record.0, hit.record.1.0, hit.line))
            .collect()
    }
}

/// Every word of the index, in which row and column.
fn words(connection: &Connection) -> Vec<String> {
    connection
        .execute_batch(
            "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, search, instance)",
        )
        .expect("a look into the index");
    let found = connection
        .prepare(
            "SELECT term || ' ' || doc || ' ' || col || ' ' || offset FROM vocabulary ORDER BY 1",
        )
        .and_then(|mut statement| {
            statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()
        })
        .expect("words");
    connection.execute_batch("DROP TABLE temp.vocabulary").expect("dropped");
    found
}

/// The words of an index made anew; the one there is stays.
fn anew(connection: &Connection) -> Vec<String> {
    connection.execute_batch("SAVEPOINT anew").expect("a point to go back to");
    fill(connection).expect("filled");
    let found = words(connection);
    connection.execute_batch("ROLLBACK TO anew; RELEASE anew").expect("back");
    found
}

fn account(id: i64, name: &str) -> Change {
    let mut account = Account::named(name, day("2026-01-05"));
    account.id = Id(id);
    account.note = Some("Budget is decided in March\nby the board".to_owned());
    account::Change::Added(account).into()
}

fn step(account: i64, title: &str, due: Option<&str>) -> Change {
    let mut step = Step::titled(title, due.map(day), day("2026-11-01"));
    step.account_id = Some(Id(account));
    step::Change::Added(step).into()
}

#[test]
fn every_text_of_the_book_is_in_it_under_a_name_of_its_own() {
    let corner = Corner::new();
    corner
        .store
        .read(|tx| {
            for source in SOURCES {
                let columns = crate::store::journal::columns(tx.connection(), source.table)?;
                let has = |name: &str| columns.iter().any(|(column, _)| column == name);
                let sql = "SELECT type FROM pragma_table_info(?1) WHERE name = ?2";
                for column in source.columns {
                    let kind: String =
                        tx.connection().query_row(sql, [source.table, column], |row| row.get(0))?;
                    assert_eq!(kind, "TEXT", "{}.{column} holds no words", source.table);
                }
                for column in source.columns.iter().chain(&source.day) {
                    assert!(has(column), "{}.{column}", source.table);
                }
                let texts = ["name", "title", "note", "why", "reason", "summary", "lost_reason"];
                for text in texts.into_iter().filter(|text| has(text)) {
                    assert!(source.columns.contains(&text), "{}.{text}", source.table);
                }
            }
            Ok(())
        })
        .expect("read");
    let mut codes: Vec<i64> = SOURCES.iter().map(|source| source.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), SOURCES.len());
    assert!(codes.iter().all(|code| (1..1 << KIND_BITS).contains(code)));
    let told = SOURCES.iter().map(|source| source.table);
    assert!(told.clone().all(|table| BOOK.iter().any(|(one, _)| *one == table)));
    // No words of anybody stand in these.
    let silent = [
        "invitation",
        "talk_person",
        "plan",
        "step_person",
        "external_id",
        "import_batch",
        "setting",
        "visit",
    ];
    for (table, _) in BOOK {
        assert_ne!(told.clone().any(|one| one == table), silent.contains(&table), "{table}");
    }
}

#[test]
fn words_come_and_go_with_their_records() {
    let corner = Corner::new();
    corner.commit(&[
        account(-1, "Pébéo of America"),
        step(-1, "Ask for the budget", Some("2026-12-01")),
        step(-1, "Budget again", Some("2026-12-09")),
        step(-1, "Without a day: budget", None),
    ]);
    let titles = |found: Vec<(&str, i64, String)>| {
        found.into_iter().map(|(table, _, line)| format!("{table}: {line}")).collect::<Vec<_>>()
    };
    assert_eq!(
        titles(corner.found("BUDG", None)),
        [
            "account: Budget is decided in March",
            "step: Budget again",
            "step: Ask for the budget",
            "step: Without a day: budget",
        ],
        "names first, then the newest, what has no day last"
    );
    assert_eq!(titles(corner.found("pebeo america", None)), ["account: Pébéo of America"]);
    assert_eq!(titles(corner.found("the board", None)), ["account: by the board"]);
    assert_eq!(corner.found("board frozen", None), []);

    let edit = |fields| vec![step::Change::Edited { id: Id(1), fields }.into()];
    corner.commit(&edit(vec![step::Field::DueOn(Some(day("2027-01-04")))]));
    assert_eq!(corner.found("budget", None)[1].1, 1, "moved, it is the newest");
    corner.commit(&edit(vec![step::Field::Title("Ask for the money".to_owned())]));
    assert_eq!(corner.found("budget", None).len(), 3);
    corner.undo();
    assert_eq!(corner.found("budget", None).len(), 4);
    corner.undo();
    assert_eq!(corner.found("budget", None)[1].1, 2);
    corner.redo();
    corner.commit(&[account::Change::Removed(Id(1)).into()]);
    assert_eq!(corner.found("budget", None), []);
    corner.undo();
    assert_eq!(corner.found("budget", None).len(), 4);
}

#[test]
fn one_account_can_be_asked_alone_wherever_its_people_go() {
    let corner = Corner::new();
    let mut lee = Contact::named("Dana Lee", None, day("2026-01-05"));
    lee.id = Id(-3);
    corner.commit(&[
        account(-1, "Contoso"),
        account(-2, "Litware"),
        contact::Change::Added(lee).into(),
    ]);
    assert_eq!(corner.found("budget", Some(2)).len(), 1);
    assert_eq!(corner.found("dana", Some(1)), []);
    let fields = vec![contact::Field::AccountId(Some(Id(1)))];
    corner.commit(&[contact::Change::Edited { id: Id(1), fields }.into()]);
    assert_eq!(corner.found("dana", Some(1)), [("contact", 1, "Dana Lee".to_owned())]);
    assert_eq!(corner.found("a1", None), [], "the account's own word is none of the book");
}

#[test]
fn no_word_commands_the_index() {
    let corner = Corner::new();
    corner.commit(&[account(-1, "AND OR NOT NEAR \"quoted\" col:umn a* (b) ^c -d")]);
    for sought in
        ["AND", "NOT NEAR", "\"quoted\"", "col:umn", "words : and", "(or", "ne*", "^not", "-or"]
    {
        let hits = corner.store.read(|tx| find(tx.connection(), sought, None));
        assert!(hits.is_ok(), "{sought}");
    }
    assert_eq!(corner.found("col:umn \"quoted\"", None).len(), 1);
    for sought in ["", " ", "a", "-", "\"", "é"] {
        let refused = corner.store.read(|tx| find(tx.connection(), sought, None));
        assert_eq!(refused.expect_err("too short").kind, crate::error::Kind::Usage, "{sought}");
    }
}

#[test]
fn two_hundred_are_told_and_that_there_are_more() {
    let corner = Corner::new();
    let mut changes = vec![account(-1, "Contoso")];
    changes.extend((0..205).map(|n| step(-1, &format!("call {n}"), Some("2026-12-01"))));
    corner.commit(&changes);
    let hits = corner.store.read(|tx| find(tx.connection(), "call", None)).expect("hits");
    assert_eq!((hits.hits.len(), hits.more), (200, true));
    assert_eq!(hits.hits[0].line, "call 204");
    let hits = corner.store.read(|tx| find(tx.connection(), "call 204", None)).expect("hits");
    assert_eq!((hits.hits.len(), hits.more), (1, false));
    assert_eq!(hits.hits[0].marks, [(0, 4), (5, 8)]);
    assert_eq!(hits.hits[0].account, Some((Id(1), "Contoso".to_owned())));
}

#[test]
fn a_day_that_is_none_does_not_hide_its_record() {
    assert_eq!(
        Source::of((2_461_367 << 40) + (3 << 34) + 77).map(|(one, id)| (one.table, id)),
        Some(("talk", 77))
    );
    assert!(Source::of(0).is_none());
    let corner = Corner::new();
    corner.commit(&[account(-1, "Contoso"), step(-1, "Call", Some("9999-12-31"))]);
    assert_eq!(corner.found("co", None).len(), 1);
    assert_eq!(corner.found("call", None).len(), 1);
}
