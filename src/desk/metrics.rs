//! The book in figures, over a period.

use super::Reading;
use super::sweep::{Ask, Swept};
use crate::domain::metrics::{Metrics, Tally};
use crate::domain::retention::period::Period;
use crate::error::Result;

impl Reading {
    /// The figures of a period: what became of its revenue, and how the book stands on its last
    /// day; hidden where names are.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn retained(&self, period: Period, ask: Ask) -> Result<Metrics> {
        let mut tally = Tally::over(period.from, period.to);
        let add = |records, standing: &_, rules: &_| tally.add(records, standing, rules);
        let Swept { standings, around, rules } =
            self.sweep(Ask { today: period.to, ..ask }, add)?;
        Ok(tally.finish(&standings, &around, &rules))
    }
}
