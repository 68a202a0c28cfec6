//! Commits, reads and guards on a real file.

use super::*;
use crate::domain::account::{self, Account};
use crate::domain::contact::{self, Contact};
use crate::domain::talk::{self, Talk, TalkKind, person};
use crate::error::Kind;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn label(label: &str) -> StepLabel {
    StepLabel {
        label: label.to_owned(),
        kind: "edit".to_owned(),
        account: None,
        on: day("2026-11-22"),
        at: "2026-11-22T08:00:00Z".parse().expect("a moment"),
    }
}

fn writing(path: &Path) -> Store {
    Store::open(path, Mode::Write(DateTime::UNIX_EPOCH)).expect("a book")
}

fn place() -> (tempfile::TempDir, PathBuf) {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("book.db");
    (directory, path)
}

fn account(id: i64, name: &str) -> Change {
    let mut account = Account::named(name, day("2026-01-05"));
    account.id = Id(id);
    account::Change::Added(account).into()
}

fn contact(id: i64, account: i64, name: &str) -> Change {
    let mut contact = Contact::named(name, Some(Id(account)), day("2026-01-05"));
    contact.id = Id(id);
    contact::Change::Added(contact).into()
}

#[test]
fn one_commit_names_what_it_adds_and_tells_whom_it_touched() {
    let (_directory, path) = place();
    let store = writing(&path);
    let talk = Talk {
        id: Id(-3),
        mood: Some(1),
        summary: "Budget".to_owned(),
        ..Talk::on(day("2026-11-20"), TalkKind::Call, Some(Id(-1)))
    };
    let in_talk = person::TalkPerson {
        id: Id(0),
        talk_id: Id(-3),
        contact_id: Id(-2),
        on_date: day("2001-01-01"),
        two_way: false,
    };
    let mut touched = Touched::default();
    let done = store
        .commit(
            &label("Contoso"),
            &[
                account(-1, "Contoso"),
                contact(-2, -1, "T. Lee"),
                talk::Change::Added(talk).into(),
                person::Change::Added(in_talk).into(),
            ],
            |tx, created| {
                assert_eq!(created.len(), 3);
                touched = tx.touched()?;
                Ok(())
            },
        )
        .expect("a commit");
    assert_eq!(done.created, [(Id(-1), Id(1)), (Id(-2), Id(1)), (Id(-3), Id(1))]);
    assert_eq!(touched, Touched { accounts: vec![Id(1)], whole_book: false });
    assert_eq!((done.step, store.last_step().expect("a step")), (1, 1));

    let day_of_person = || -> (String, bool) {
        let store = Store::open(&path, Mode::Read).expect("a book");
        store
            .connection
            .query_row("SELECT on_date, two_way FROM talk_person", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .expect("a person")
    };
    assert_eq!(day_of_person(), ("2026-11-20".to_owned(), true));
    let moved = talk::Change::Edited {
        id: Id(1),
        fields: vec![talk::Field::OnDate(day("2026-11-19")), talk::Field::TwoWay(false)],
    };
    store.commit(&label("moved"), &[moved.into()], |_, _| Ok(())).expect("a commit");
    assert_eq!(day_of_person(), ("2026-11-19".to_owned(), false));
}

#[test]
fn a_commit_is_all_or_nothing() {
    let (_directory, path) = place();
    let store = writing(&path);
    let gone = account::Change::Removed(Id(77));
    let failed = store
        .commit(&label("both"), &[account(-1, "Contoso"), gone.into()], |_, _| Ok(()))
        .expect_err("nobody there");
    assert_eq!(failed.kind, Kind::NotFound);
    let after = store.commit(&label("after"), &[account(0, "Litware")], |_, _| {
        Err(crate::error::Error::new(Kind::System, "no"))
    });
    assert!(after.is_err());
    let accounts: i64 = store
        .connection
        .query_row("SELECT count(*) FROM account", [], |row| row.get(0))
        .expect("a count");
    assert_eq!((accounts, store.last_step().expect("a step")), (0, 0));
}

#[test]
fn a_commit_that_changes_nothing_keeps_no_step() {
    let (_directory, path) = place();
    let store = writing(&path);
    store.commit(&label("new"), &[account(0, "Contoso")], |_, _| Ok(())).expect("a commit");
    let same = account::Change::Edited {
        id: Id(1),
        fields: vec![account::Field::Name("Contoso".to_owned())],
    };
    let done = store.commit(&label("same"), &[same.into()], |_, _| Ok(())).expect("a commit");
    assert_eq!((done.rows, done.step), (0, 1));
    assert_eq!(store.history(9).expect("steps").len(), 1);
}

#[test]
fn a_write_past_the_journal_fails() {
    let (_directory, path) = place();
    let store = writing(&path);
    store.arm().expect("triggers");
    let written = store.derive(|tx| {
        tx.connection().execute("UPDATE setting SET content = ''", [])?;
        tx.connection().execute("INSERT INTO setting (key, content) VALUES ('a', 'b')", [])?;
        Ok(())
    });
    assert!(written.is_err());
    store
        .derive(|tx| Ok(tx.connection().execute("INSERT INTO meta VALUES ('a', 'b')", [])?))
        .expect("own tables are free");
}

#[test]
fn nobody_reports_to_themselves() {
    let (_directory, path) = place();
    let store = writing(&path);
    let people = [account(-1, "Contoso"), contact(0, -1, "A"), contact(0, -1, "B")];
    store.commit(&label("new"), &people, |_, _| Ok(())).expect("a commit");
    let reports = |who, to| {
        let fields = vec![contact::Field::ReportsTo(Some(Id(to)))];
        store.commit(
            &label("tree"),
            &[contact::Change::Edited { id: Id(who), fields }.into()],
            |_, _| Ok(()),
        )
    };
    reports(1, 2).expect("a tree");
    assert_eq!(reports(2, 1).expect_err("a circle").kind, Kind::Usage);
    assert_eq!(reports(2, 2).expect_err("a circle").kind, Kind::Usage);
}

#[test]
fn the_guards_are_up() {
    let (_directory, path) = place();
    let store = writing(&path);
    for (pragma, wanted) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("recursive_triggers", "1"),
        ("trusted_schema", "0"),
        ("secure_delete", "1"),
        ("mmap_size", "0"),
        ("temp_store", "2"),
    ] {
        let found = store
            .connection
            .pragma_query_value(None, pragma, |row| row.get::<_, rusqlite::types::Value>(0))
            .expect("a setting");
        let found = match found {
            rusqlite::types::Value::Text(text) => text,
            rusqlite::types::Value::Integer(number) => number.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(found, wanted, "{pragma}");
    }
    let harm = store.connection.execute_batch(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = '' WHERE name = 'account'",
    );
    assert!(harm.is_err(), "the schema is no table to write to");
    assert!(store.connection.prepare("SELECT \"no such column\" FROM account").is_err());
}

#[test]
fn a_full_disk_loses_nothing() {
    let (_directory, path) = place();
    let store = writing(&path);
    let pages: i64 = store
        .connection
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .expect("the size");
    let limit = |pages: i64| {
        store
            .connection
            .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
            .expect("a limit");
    };
    limit(pages + 3);
    let long = "Contoso ".repeat(200);
    let mut kept = 0;
    let full = loop {
        match store.commit(&label("long"), &[account(0, &long)], |_, _| Ok(())) {
            Ok(_) => kept += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(full.kind, Kind::System, "{full:?}");
    assert!(full.message.starts_with("the disk is full"), "{full:?}");
    let accounts = || -> i64 {
        store
            .connection
            .query_row("SELECT count(*) FROM account", [], |row| row.get(0))
            .expect("a count")
    };
    assert!(kept > 0);
    assert_eq!(accounts(), kept);
    limit(pages + 100);
    store.commit(&label("more"), &[account(0, &long)], |_, _| Ok(())).expect("space again");
    assert_eq!(accounts(), kept + 1);
}

#[test]
fn a_step_is_named_for_the_account_it_adds() {
    let (_directory, path) = place();
    let store = writing(&path);
    let mut label = label("Contoso");
    label.account = Some(Id(-7));
    store.commit(&label, &[account(-7, "Contoso")], |_, _| Ok(())).expect("a commit");
    assert_eq!(store.history(1).expect("a step")[0].account, Some(Id(1)));
}
