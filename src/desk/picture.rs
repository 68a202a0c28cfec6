//! One account with all that can be told of it.

use super::Reading;
use crate::domain::assess::assess;
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::mask;
use crate::domain::picture::{Picture, picture};
use crate::domain::rules::Rules;
use crate::domain::score::since::{self, Since};
use crate::error::Result;
use crate::store::read;
use chrono::NaiveDate;

impl Reading {
    /// One account for any day with its whole picture and what moved its score; masked, names,
    /// money and free text are hidden, and what the rules say of it names nobody either.
    ///
    /// # Errors
    /// There is no such account, or the book cannot be read.
    pub fn pictured(
        &self,
        account: Id,
        masked: bool,
        today: NaiveDate,
    ) -> Result<(Dossier, Picture, Option<Since>)> {
        let mut dossier = self.dossier_on(account, today)?;
        let mut rules = self.store.read(|tx| self.rules_in(tx))?;
        if masked {
            mask::rules(&mut rules);
            mask::records(&mut dossier.records);
            dossier.standing = assess(&dossier.records, &dossier.around, &rules, today);
        }
        let since = self.moved(&dossier, &rules, today)?;
        let picture = picture(&dossier.records, &dossier.standing, &dossier.around, &rules, today);
        Ok((dossier, picture, since))
    }

    /// One account for any day with what moved its score; none where nothing is kept from before.
    ///
    /// # Errors
    /// There is no such account, or the book cannot be read.
    pub fn compared(&self, account: Id, today: NaiveDate) -> Result<(Dossier, Option<Since>)> {
        let dossier = self.dossier_on(account, today)?;
        let rules = self.store.read(|tx| self.rules_in(tx))?;
        let since = self.moved(&dossier, &rules, today)?;
        Ok((dossier, since))
    }

    fn moved(&self, now: &Dossier, rules: &Rules, today: NaiveDate) -> Result<Option<Since>> {
        let Some(then) = since::then(&now.records, rules, today) else { return Ok(None) };
        let account = now.standing.account;
        let records = self.store.read(|tx| read::one(tx.connection(), account, then.on))?;
        let before = assess(&records, &now.around, rules, then.on);
        Ok(Some(since::since(then, &before.score, &now.standing.score)))
    }
}
