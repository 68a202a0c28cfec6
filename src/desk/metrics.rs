//! The book in figures, over a period.

use super::Reading;
use crate::domain::metrics::{Metrics, Tally};
use crate::error::Result;
use crate::store::read;
use chrono::NaiveDate;

impl Reading {
    /// The figures of a period: what became of its revenue, and how the book stands on its last
    /// day.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn metrics(&self, from: NaiveDate, to: NaiveDate) -> Result<Metrics> {
        let appraisal = self.appraise(to)?;
        self.store.read(|tx| {
            let rules = self.rules_in(tx)?;
            let standings = &appraisal.standings;
            let mut tally = Tally::over(from, to);
            read::stream(tx.connection(), to, |records| {
                let place =
                    standings.binary_search_by(|one| one.account.cmp(&records.account.id)).ok();
                if let Some(standing) = place.and_then(|place| standings.get(place)) {
                    tally.add(records, standing, &rules);
                }
                Ok(())
            })?;
            Ok(tally.finish(standings, &appraisal.around, &rules))
        })
    }
}
