//! The book as it was at the end of a day gone by.

use super::Reading;
use crate::error::{Error, Kind, Result};
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

    /// The first day whose end can be looked back to; none: nothing was written yet.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn begins(&self) -> Result<Option<NaiveDate>> {
        self.store.begins()
    }
}
