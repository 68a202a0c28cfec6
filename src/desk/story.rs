//! The week in sentences.

use super::{Ask, Reading};
use crate::domain::agenda;
use crate::domain::cell::Id;
use crate::domain::day::shift;
use crate::domain::mask;
use crate::domain::ours::away::Away;
use crate::domain::plan::step::Step;
use crate::domain::review::since::Since;
use crate::domain::review::visit::Visit;
use crate::domain::story::{DAYS, Reviewed, Story, Tally};
use crate::error::Result;
use crate::store::read;
use std::collections::HashMap;

/// What a story needs beside the accounts one by one.
struct Beside {
    /// Steps done in the week, by account.
    closed: HashMap<Id, Vec<Step>>,
    reviewed: Reviewed,
}

impl Reading {
    /// What moved in the seven days to a day, what to do first, what comes in the seven after it.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn story(&self, ask: Ask) -> Result<Story> {
        let today = ask.today;
        let mut tally = Tally::of_week(today);
        let mut beside = self.beside(ask)?;
        let eve = tally.eve();
        let swept = self.sweep(ask, |records, standing, rules| {
            let on = eve.max(records.account.created_on);
            let mut since = Since { on, ..Since::review(Some(on), &records.account) };
            since.closed = beside.closed.remove(&records.account.id).unwrap_or_default();
            if ask.mask {
                mask::since(&mut since);
            }
            tally.add(records, standing, &since, rules);
        })?;
        let until = shift(today, DAYS);
        let mut unlinked = self.unlinked_all()?.steps;
        if ask.mask {
            for step in &mut unlinked {
                mask::step(step, &[]);
            }
        }
        tally.put(unlinked.iter().filter_map(|step| agenda::unlinked(step, today, until)));
        let absences: Vec<Away> = self.every()?;
        tally.put(absences.iter().filter_map(|away| agenda::absence(away, today, until)));
        Ok(tally.finish(&swept.standings, &swept.ranking(today), beside.reviewed, &swept.rules))
    }

    fn beside(&self, ask: Ask) -> Result<Beside> {
        self.store.read(|tx| {
            let eve = shift(ask.today, -DAYS);
            let mut closed: HashMap<Id, Vec<Step>> = HashMap::new();
            for step in read::review::done_after(tx.connection(), eve)? {
                if let Some(account) = step.account_id {
                    closed.entry(account).or_default().push(step);
                }
            }
            let (running, before) = read::review::reviews(tx.connection())?;
            let review = running.as_ref().or(before.first());
            let visits: Vec<Visit> = match review {
                Some(review) => read::naming(tx.connection(), "review_id", review.id)?,
                None => Vec::new(),
            };
            let queued = || visits.iter().filter(|visit| visit.queued);
            let reviewed = Reviewed {
                today: ask.today,
                from: shift(eve, 1),
                opened_on: review.map(|review| review.opened_on),
                running: running.is_some(),
                looked: queued().filter(|visit| visit.result.is_some()).count(),
                of: queued().count(),
            };
            Ok(Beside { closed, reviewed })
        })
    }
}
