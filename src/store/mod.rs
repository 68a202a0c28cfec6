//! The book's file: the only place that knows SQL.
//!
//! Tables are *book* (journalled, see [`schema::BOOK`]), *derived* (`standing`, `score_history`;
//! rebuilt at will, never journalled) or *own* (`meta` and the journal).

mod apply;
pub mod backup;
mod fault;
mod header;
mod held;
pub mod journal;
mod open;
pub(crate) mod read;
mod revert;
pub mod schema;
mod table;

use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::error::Result;
use chrono::{DateTime, NaiveDate, Utc};
use journal::{Step, Touched};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What a store is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Makes the book if there never was one; its commits are journalled. The moment names the
    /// copy that is made before an older book is brought up to date.
    Write(DateTime<Utc>),
    /// Never writes.
    Read,
}

/// An open book.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    mode: Mode,
    /// The journal's triggers stand on this connection.
    armed: std::cell::Cell<bool>,
    /// After the connection, which goes first.
    _held: held::Held,
}

/// The one transaction of a commit, or a consistent look at the book.
#[derive(Debug)]
pub struct Tx<'a> {
    connection: &'a Connection,
    /// The journal step being written; 0 while only reading.
    step: i64,
}

/// How a step of the journal is named, and when it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLabel {
    /// What was done, as the history shows it: `Talk with Contoso`.
    pub label: String,
    /// `edit`, `import`, `demo` …
    pub kind: String,
    /// May be one that the commit adds, under its negative id.
    pub account: Option<Id>,
    /// The day the program worked on.
    pub on: NaiveDate,
    pub at: DateTime<Utc>,
}

/// What became of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// Its step; where nothing changed no step is kept, and this is the newest one there is.
    pub step: i64,
    /// Rows that changed.
    pub rows: usize,
    /// Each negative id of the changes with the number it became.
    pub created: Vec<(Id, Id)>,
}

/// What became of an undo or redo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reverted {
    /// The step that the undo or redo is itself.
    pub step: i64,
    /// The step that was taken back or done again.
    pub of: Step,
}

impl Store {
    fn over(connection: Connection, held: held::Held, path: PathBuf, mode: Mode) -> Self {
        Self { connection, path, mode, armed: std::cell::Cell::new(false), _held: held }
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How long this store waits for another program that is writing; 5 s unless said.
    ///
    /// # Errors
    /// The book cannot be used.
    pub fn patience(&self, wait: Duration) -> Result<()> {
        Ok(self.connection.busy_timeout(wait)?)
    }

    /// Puts the journal's triggers on this connection. A commit does so itself; asking earlier
    /// only moves the time it takes.
    ///
    /// # Errors
    /// The book cannot be used.
    pub fn arm(&self) -> Result<()> {
        if !self.armed.get() {
            journal::arm(&self.connection)?;
            self.armed.set(true);
        }
        Ok(())
    }

    /// Looks at the book as it is at one moment.
    ///
    /// # Errors
    /// Whatever `look` fails with.
    pub fn read<T>(&self, look: impl FnOnce(&Tx) -> Result<T>) -> Result<T> {
        let transaction =
            Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred)?;
        let seen = look(&Tx { connection: &transaction, step: 0 })?;
        transaction.commit()?;
        Ok(seen)
    }

    /// Makes the changes, all or none, as one step of the journal. `after` may write derived
    /// tables in the same transaction; it is given the new numbers of what was added.
    ///
    /// # Errors
    /// A change that the book does not take, a record that is gone, another program writing, the
    /// disk; then nothing was changed.
    pub fn commit(
        &self,
        label: &StepLabel,
        changes: &[Change],
        after: impl FnOnce(&Tx, &[(Id, Id)]) -> Result<()>,
    ) -> Result<Committed> {
        self.write(|connection| {
            let step = journal::begin(connection, label, None)?;
            let created = apply::apply(connection, changes)?;
            if let Some((_, account)) =
                created.iter().find(|(name, _)| label.account == Some(*name))
            {
                journal::name_account(connection, step, *account)?;
            }
            let rows = journal::rows(connection, step)?;
            after(&Tx { connection, step }, &created)?;
            journal::end(connection)?;
            if rows == 0 {
                journal::forget(connection, step)?;
            }
            journal::prune(connection, label.at)?;
            let step = if rows == 0 { journal::last(connection)? } else { step };
            Ok(Committed { step, rows, created })
        })
    }

    /// Writes derived tables outside a commit: no step, and no change of the book itself.
    ///
    /// # Errors
    /// A write to a table of the book, another program writing, the disk.
    pub fn derive<T>(&self, work: impl FnOnce(&Tx) -> Result<T>) -> Result<T> {
        self.write(|connection| work(&Tx { connection, step: 0 }))
    }

    /// The number of the newest step; 0 in a new book.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn last_step(&self) -> Result<i64> {
        journal::last(&self.connection)
    }

    /// The newest steps, newest first.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn history(&self, limit: usize) -> Result<Vec<Step>> {
        journal::newest(&self.connection, limit)
    }

    /// Moves when another connection has written (or merely tidied: compare [`Self::last_step`]).
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn data_version(&self) -> Result<i64> {
        Ok(self.connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// Writes the log back into the book and empties it: some time after the last write, and at
    /// the end. Somebody reading makes it wait for the next time.
    ///
    /// # Errors
    /// The disk.
    pub fn checkpoint(&self) -> Result<()> {
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    fn write<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.arm()?;
        let transaction = self.begin()?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }

    /// One more try where another program was writing all the while.
    fn begin(&self) -> Result<Transaction<'_>> {
        let begin = || Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate);
        match begin() {
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => {
                Ok(begin()?)
            }
            other => Ok(other?),
        }
    }
}

impl Tx<'_> {
    pub(crate) const fn connection(&self) -> &Connection {
        self.connection
    }

    /// The journal step being written; 0 outside a commit.
    #[must_use]
    pub const fn step(&self) -> i64 {
        self.step
    }

    /// The accounts whose records this step has changed so far, removed ones included.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn touched(&self) -> Result<Touched> {
        journal::touched(self.connection, self.step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::{self, Account};
    use crate::domain::contact::{self, Contact};
    use crate::domain::talk::{self, Talk, TalkKind, person};
    use crate::domain::word::WordSet;
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
            account_id: Some(Id(-1)),
            on_date: day("2026-11-20"),
            kind: TalkKind::Call,
            two_way: true,
            missed: false,
            started_by: None,
            mood: Some(1),
            topics: WordSet::default(),
            summary: "Budget".to_owned(),
            quote: None,
            note: None,
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
}
