//! What changes the book: one transaction for the change, its step of the journal, the accounts
//! judged again, the list and the score history.

use super::act::{Act, Effect, Receipt};
use super::judge::{Detail, Judged};
use super::keep::{KeptRows, note_score};
use super::mark::{KEY, Mark};
use super::{Desk, Reading};
use crate::clock::Moment;
use crate::domain::change::Change;
use crate::domain::rules::Rules;
use crate::error::Result;
use crate::store::{StepLabel, Tx, read};
use chrono::NaiveDate;

/// What is written beside the change itself, inside its transaction.
struct After {
    judged: Option<(Judged, KeptRows)>,
    rules: Rules,
    day: NaiveDate,
    effects: Vec<Effect>,
}

impl After {
    /// Judges what the step touched and writes what comes of it.
    fn run(&mut self, tx: &Tx) -> Result<()> {
        let touched = tx.touched()?;
        let (mut judged, mut kept) = match self.judged.take() {
            Some((mut judged, kept)) if !touched.whole_book => {
                judged.step = tx.step();
                if !touched.accounts.is_empty() {
                    judged.again(tx, &self.rules, &touched.accounts)?;
                }
                (judged, kept)
            }
            other => {
                if let Some(base) = read::base_currency(tx.connection())? {
                    self.rules.exchange.base = base;
                }
                let kept = match other {
                    Some((_, kept)) => kept,
                    None => KeptRows::load(tx)?,
                };
                (all(tx, &self.rules, self.day)?, kept)
            }
        };
        judged.step = tx.step();
        for &account in &touched.accounts {
            let before = kept.score(account);
            let Some((standing, _)) = judged.of(account) else {
                self.effects.extend(kept.name(account).map(|name| Effect {
                    account,
                    name: name.to_owned(),
                    score_before: before,
                    score_after: None,
                }));
                continue;
            };
            self.effects.push(Effect {
                account,
                name: standing.name.clone(),
                score_before: before,
                score_after: standing.score.value,
            });
            if let Some(point) = judged.point(account) {
                note_score(tx, account, self.day, &point)?;
            }
        }
        self.effects.sort_by(|one, other| one.name.cmp(&other.name));
        kept.write(tx, &judged, &self.rules)?;
        self.judged = Some((judged, kept));
        Ok(())
    }
}

/// Judges all accounts, with the factors in use as they were the last time.
fn all(tx: &Tx, rules: &Rules, day: NaiveDate) -> Result<Judged> {
    let guess = Mark::read(read::mark(tx.connection(), KEY)?.as_deref()).in_use;
    Judged::all(tx, rules, day, &guess, Detail::Lean)
}

impl Desk {
    /// Makes the changes, all or none, and judges what they touch.
    ///
    /// # Errors
    /// A change that the book does not take, another program writing, the disk; then nothing was
    /// changed.
    pub fn commit(&mut self, act: &Act, changes: &[Change], now: Moment) -> Result<Receipt> {
        let label = StepLabel {
            label: act.label.clone(),
            kind: act.kind.word().to_owned(),
            account: act.account,
            on: now.today,
            at: now.at,
        };
        let mut after = self.after(now.today)?;
        let done = self.reading.store.commit(&label, changes, |tx, _| after.run(tx))?;
        let effects = self.settle(after);
        Ok(Receipt {
            step: done.step,
            label: act.label.clone(),
            kind: act.kind,
            created: done.created,
            effects,
        })
    }

    /// Judges the whole book for today and keeps the list and the scores; nothing is done where
    /// that is current. Says how many accounts there are.
    ///
    /// # Errors
    /// The book cannot be read or written.
    pub fn assess_all(&mut self, now: Moment) -> Result<usize> {
        let Self { reading: Reading { store, rules }, judged: cache } = self;
        let step = store.last_step()?;
        if let Some((judged, _)) = cache
            && judged.day == now.today
            && judged.step >= step
        {
            return Ok(judged.standings.len());
        }
        *cache = None;
        // Judging takes a while in a large book: nobody has to wait for it to write.
        let mut judged = store.read(|tx| {
            let step = read::last_step(tx.connection())?;
            let mut judged = all(tx, rules, now.today)?;
            judged.step = step;
            Ok(judged)
        })?;
        let kept = store.derive(|tx| {
            if read::last_step(tx.connection())? != judged.step {
                let step = read::last_step(tx.connection())?;
                judged = all(tx, rules, now.today)?;
                judged.step = step;
            }
            let mut kept = KeptRows::load(tx)?;
            kept.write(tx, &judged, rules)?;
            for standing in &judged.standings {
                if let Some(point) = judged.point(standing.account) {
                    note_score(tx, standing.account, now.today, &point)?;
                }
            }
            Ok(kept)
        })?;
        let accounts = judged.standings.len();
        *cache = Some((judged, kept));
        Ok(accounts)
    }

    /// What was judged before, where it still holds for that day.
    fn after(&mut self, day: NaiveDate) -> Result<After> {
        let step = self.reading.store.last_step()?;
        let judged =
            self.judged.take().filter(|(judged, _)| judged.day == day && judged.step >= step);
        Ok(After { judged, rules: self.reading.rules.clone(), day, effects: Vec::new() })
    }

    fn settle(&mut self, after: After) -> Vec<Effect> {
        self.judged = after.judged;
        self.reading.rules = after.rules;
        after.effects
    }
}
