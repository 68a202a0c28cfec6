//! One account with all that can be told of it.

use super::Reading;
use crate::domain::assess::assess;
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::mask;
use crate::domain::picture::{Picture, picture};
use crate::error::Result;
use chrono::NaiveDate;

impl Reading {
    /// One account for any day with its whole picture; masked, names, money and free text are
    /// hidden, and what the rules say of it names nobody either.
    ///
    /// # Errors
    /// There is no such account, or the book cannot be read.
    pub fn pictured(
        &self,
        account: Id,
        masked: bool,
        today: NaiveDate,
    ) -> Result<(Dossier, Picture)> {
        let (mut dossier, around) = self.seen(account, today)?;
        let mut rules = self.store.read(|tx| self.rules_in(tx))?;
        if masked {
            mask::exchange(&mut rules.exchange);
            mask::records(&mut dossier.records);
            dossier.standing = assess(&dossier.records, &around, &rules, today);
        }
        let picture = picture(&dossier.records, &dossier.standing, &around, &rules, today);
        Ok((dossier, picture))
    }
}
