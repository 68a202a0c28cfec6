//! The book's file: the only place that knows SQL.
//!
//! Tables are *book* (journalled, see [`schema::BOOK`]), *derived* (`standing`, `score_history`,
//! `search`; rebuilt at will, never journalled) or *own* (`meta` and the journal).

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
mod search;
mod table;
mod then;

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
        if !self.connection.is_autocommit() {
            // It looks at one moment as long as it is open.
            return look(&Tx { connection: &self.connection, step: 0 });
        }
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
        self.commit_if(label, changes, |_| Ok(()), after)
    }

    /// The same, once `before` has looked at the book inside the transaction and agreed.
    ///
    /// # Errors
    /// Those of [`Self::commit`], and whatever `before` fails with.
    pub fn commit_if(
        &self,
        label: &StepLabel,
        changes: &[Change],
        before: impl FnOnce(&Tx) -> Result<()>,
        after: impl FnOnce(&Tx, &[(Id, Id)]) -> Result<()>,
    ) -> Result<Committed> {
        self.write(|connection| {
            before(&Tx { connection, step: 0 })?;
            let step = journal::begin(connection, label, None)?;
            let created = apply::apply(connection, changes)?;
            if let Some((_, account)) =
                created.iter().find(|(name, _)| label.account == Some(*name))
            {
                journal::name_account(connection, step, *account)?;
            }
            let rows = journal::rows(connection, step)?;
            search::feed(connection, step)?;
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

    /// Keeps a note of the program about its own work: neither journalled nor part of the book.
    ///
    /// # Errors
    /// Another program writing, the disk.
    pub fn note(&self, key: &str, content: &str) -> Result<()> {
        self.derive(|tx| read::set_mark(tx.connection, key, content))
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
mod tests;
