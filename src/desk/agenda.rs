//! What falls due over the whole book, and the brief of one account.

use super::Reading;
use crate::domain::agenda::{self, Agenda};
use crate::domain::brief::{self, Brief};
use crate::domain::cell::Id;
use crate::error::Result;
use crate::store::read;
use chrono::NaiveDate;

impl Reading {
    /// What falls due up to a day, that of no account included.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn agenda(&self, today: NaiveDate, until: NaiveDate) -> Result<Agenda> {
        let unlinked = self.unlinked_all()?.steps;
        self.store.read(|tx| {
            let rules = self.rules_in(tx)?;
            let mut dues: Vec<_> =
                unlinked.iter().filter_map(|step| agenda::unlinked(step, until)).collect();
            read::stream(tx.connection(), today, |records| {
                dues.extend(agenda::of(&records, &rules, today, until));
                Ok(())
            })?;
            Ok(agenda::agenda(dues, &rules, today, until))
        })
    }

    /// What to have at hand before a talk.
    ///
    /// # Errors
    /// There is no such account, or the book cannot be read.
    pub fn brief(&self, account: Id, today: NaiveDate) -> Result<Brief> {
        let dossier = self.dossier_on(account, today)?;
        let log = self.log(account, 0, today)?;
        let rules = self.store.read(|tx| self.rules_in(tx))?;
        Ok(brief::brief(&dossier, &log.entries, &rules, today))
    }
}
