//! What a quarter may bring.

use super::{Ask, Reading};
use crate::domain::account::contract::Contract;
use crate::domain::book::setting::Setting;
use crate::domain::forecast::outlook::{Outlook, Tally};
use crate::domain::forecast::quarter::Quarter;
use crate::domain::forecast::target;
use crate::error::Result;
use crate::store::read;

impl Reading {
    /// The renewals that fall due in a quarter and what was said of them, the expansion that is
    /// to close in it, its target.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn quarter(&self, ask: Ask, quarter: Quarter) -> Result<Outlook> {
        let contracts = self.every::<Contract>()?;
        let mut tally = Tally::over(quarter, ask.today, contracts);
        let swept =
            self.sweep(ask, |records, standing, rules| tally.add(&records, standing, rules))?;
        let mut set = self.target(quarter)?.as_ref().and_then(target::read);
        if let Some(set) = set.as_mut().filter(|_| ask.mask) {
            set.currency = set.currency.hidden();
        }
        Ok(tally.finish(set, &swept.rules))
    }

    /// What was set for a quarter.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn target(&self, quarter: Quarter) -> Result<Option<Setting>> {
        let settings = self.store.read(|tx| read::every(tx.connection()))?;
        Ok(target::of(quarter, &settings).cloned())
    }
}
