//! The book as one picture.

use super::{Ask, Reading};
use crate::domain::cell::Id;
use crate::domain::portfolio::{Portfolio, Tally, time};
use crate::domain::review::visit::Visit;
use crate::error::Result;
use crate::store::read;
use chrono::NaiveDate;

impl Reading {
    /// What is safe, who carries the book, whom the time goes to, which contracts come up.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn portfolio(&self, ask: Ask) -> Result<Portfolio> {
        let mut tally = Tally::on(ask.today);
        let swept =
            self.sweep(ask, |records, standing, rules| tally.add(&records, standing, rules))?;
        let reviewed = self.reviewed(time::since(&swept.rules, ask.today), ask.today)?;
        Ok(tally.finish(&swept.standings, &swept.around, &swept.rules, &reviewed))
    }

    /// What the weekly reviews that began in these days gave: an account and seconds.
    fn reviewed(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<(Id, i64)>> {
        self.store.read(|tx| {
            let (running, closed) = read::review::reviews(tx.connection())?;
            let mut given = Vec::new();
            let all = running.into_iter().chain(closed);
            for review in all.filter(|review| (from..=to).contains(&review.opened_on)) {
                let visits: Vec<Visit> = read::naming(tx.connection(), "review_id", review.id)?;
                given.extend(visits.iter().map(|visit| (visit.account_id, visit.seconds)));
            }
            Ok(given)
        })
    }
}
