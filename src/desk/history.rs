//! The score history made again from the facts of the book.

use super::Desk;
use super::judge::{Detail, Judged};
use super::keep::note_scores;
use crate::clock::Moment;
use crate::domain::around::Around;
use crate::error::Result;
use crate::store::read;
use chrono::Duration;

impl Desk {
    /// Judges the book as it was known week by week, for so many weeks, and puts those scores in
    /// place of the kept ones of that time. Says how many weeks were judged.
    ///
    /// # Errors
    /// The book cannot be read or written.
    pub fn rebuild_history(&mut self, weeks: u32, now: Moment) -> Result<u32> {
        let first = now.today - Duration::weeks(i64::from(weeks));
        self.reading.store.derive(|tx| {
            let rules = self.reading.rules_in(tx)?;
            read::score::drop_since(tx.connection(), first)?;
            let mut around = Around::default();
            for week in (0..=weeks).rev() {
                let day = now.today - Duration::weeks(i64::from(week));
                let judged = Judged::all(tx, &rules, day, &around, Detail::Lean)?;
                around.clone_from(&judged.around);
                let there = judged.standings.iter().filter(|one| one.created_on <= day);
                note_scores(tx, &judged, &rules, there.map(|one| one.account))?;
            }
            Ok(())
        })?;
        self.judged = None;
        self.assess_all(now)?;
        Ok(weeks)
    }
}
