//! The whole book in memory, so that changes can be tried on a copy of it.

use super::Reading;
use super::sweep::{Ask, Swept};
use crate::domain::what_if::{Judged, Real};
use crate::error::Result;

impl Reading {
    /// Every account with its records and how it stands. It is as large as the book: to be dropped
    /// when nobody looks at it.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn what_if(&self, ask: Ask) -> Result<Real> {
        let mut all = Vec::new();
        let swept = self.sweep(ask, |records, _, _| all.push(records))?;
        let ranking = swept.ranking(ask.today);
        let Swept { standings, around, rules } = swept;
        Ok(Real::of(all, Judged { standings, around, ranking }, rules, ask.today))
    }
}
