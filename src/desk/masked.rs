//! An account as it may be shown to others.

use super::Reading;
use super::mark::{KEY, Mark};
use crate::domain::assess::assess;
use crate::domain::book::row::Dossier;
use crate::domain::mask;
use crate::error::Result;
use crate::store::read;
use chrono::NaiveDate;

impl Reading {
    /// The same account with names, money and free text hidden, judged anew: what the rules say
    /// of it names nobody either.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn masked(&self, dossier: Dossier, today: NaiveDate) -> Result<Dossier> {
        let Dossier { mut records, ranked, .. } = dossier;
        let (around, mut rules) = self.store.read(|tx| {
            let mark = Mark::read(read::mark(tx.connection(), KEY)?.as_deref());
            Ok((mark.around, self.rules_in(tx)?))
        })?;
        mask::rules(&mut rules);
        mask::records(&mut records);
        let standing = assess(&records, &around, &rules, today);
        Ok(Dossier { records, standing, ranked, around })
    }
}
