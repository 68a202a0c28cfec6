//! The quadrant of the whole book.

use super::Reading;
use super::sweep::Ask;
use crate::domain::quadrant::{Chart, Tally};
use crate::error::Result;

impl Reading {
    /// Who stands where by what they say and what they pay.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn chart(&self, ask: Ask) -> Result<Chart> {
        let mut tally = Tally::default();
        let swept = self.sweep(ask, |records, standing, rules| {
            tally.add(&records, standing, rules, ask.today);
        })?;
        Ok(tally.finish(&swept.standings, &swept.around, &swept.rules))
    }
}
