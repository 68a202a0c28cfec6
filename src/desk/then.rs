//! The book as it was at the end of a day gone by, and what was written of an account since.

use super::Reading;
use crate::domain::cell::Id;
use crate::domain::history::{self, History};
use crate::error::{Error, Kind, Result};
use crate::store::read;
use chrono::NaiveDate;

impl Reading {
    /// The same book at the end of `day`, to be read as of that day: everything that was written
    /// since is taken back in memory. The rules are those of today.
    ///
    /// # Errors
    /// The day is still to come, the journal does not go back so far, or the book cannot be read.
    pub fn then(&self, day: NaiveDate, today: NaiveDate) -> Result<Self> {
        if day > today {
            let told = format!("{} is still to come", day.format("%-d %b %Y"));
            return Err(Error::new(Kind::Usage, told));
        }
        let store = self.store.then(day)?;
        let mut then = Self { store, rules: self.rules.clone(), unnamed: self.unnamed };
        then.rules = then.rules_now()?;
        Ok(then)
    }

    /// What was written of an account, step by step: the newest so many of them.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn history_of(&self, account: Id, limit: usize, today: NaiveDate) -> Result<History> {
        let (written, names, total) =
            self.store.read(|tx| read::history(tx.connection(), account, limit))?;
        let entries = written.iter().map(|one| history::entry(one, &names, today)).collect();
        Ok(History { account, entries, total, begins: self.store.begins()? })
    }
}
