//! What changes the book: one transaction for the change, its step of the journal, the accounts
//! judged again, the list and the score history.

use super::Desk;
use super::act::{Act, Commit, Effect, Receipt};
use super::judge::Judged;
use super::keep::{KeptRows, note_scores};
use crate::clock::Moment;
use crate::domain::change::{Change, Clash};
use crate::domain::money::Currency;
use crate::domain::rules::Rules;
use crate::error::{Error, Kind, Result};
use crate::store::{StepLabel, Tx, read};
use chrono::NaiveDate;

/// What is written beside the change itself, inside its transaction.
pub(super) struct After {
    judged: Option<(Judged, KeptRows)>,
    rules: Rules,
    /// The base currency where the book names none.
    unnamed: Currency,
    day: NaiveDate,
    effects: Vec<Effect>,
}

impl After {
    /// Judges what the step touched and writes what comes of it.
    pub(super) fn run(&mut self, tx: &Tx) -> Result<()> {
        let touched = tx.touched()?;
        read::rules::of_book(tx.connection(), &mut self.rules, self.unnamed)?;
        // Looked at inside the transaction: until now another program may have come in between.
        let held = match self.judged.take() {
            Some((judged, kept)) if judged.day == self.day && kept.stand(tx)? => {
                Some((judged, kept))
            }
            _ => None,
        };
        let (mut judged, mut kept, again) = match held {
            Some((mut judged, kept)) if !touched.whole_book => {
                let again = match touched.accounts.as_slice() {
                    [] => Some(Vec::new()),
                    accounts => judged.again(tx, &self.rules, accounts)?,
                };
                (judged, kept, again)
            }
            other => {
                let kept = match other {
                    Some((_, kept)) => kept,
                    None => KeptRows::load(tx)?,
                };
                (Judged::lean(tx, &self.rules, self.day)?, kept, None)
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
        }
        match &again {
            Some(accounts) => note_scores(tx, &judged, &self.rules, accounts.iter().copied())?,
            None => note_scores(tx, &judged, &self.rules, judged.accounts())?,
        }
        self.effects.sort_by(|one, other| one.name.cmp(&other.name));
        kept.write(tx, &judged, again.as_deref(), &self.rules)?;
        self.judged = Some((judged, kept));
        Ok(())
    }
}

impl Desk {
    /// Makes the changes, all or none, and judges what they touch.
    ///
    /// # Errors
    /// A change that the book does not take, another program writing, the disk; then nothing was
    /// changed.
    pub fn commit(&mut self, act: &Act, changes: &[Change], now: Moment) -> Result<Receipt> {
        self.write(act, changes, now, |_| Ok(()))
    }

    /// The same, unless another program has changed one of the fields that the commit edits: then
    /// nothing is written, and those fields come back.
    ///
    /// # Errors
    /// Those of [`Self::commit`].
    pub fn commit_expecting(
        &mut self,
        commit: &Commit,
        now: Moment,
    ) -> Result<std::result::Result<Receipt, Vec<Clash>>> {
        let mut found = Vec::new();
        let written = self.write(&commit.act, &commit.changes, now, |tx| {
            found = read::clashes(tx.connection(), &commit.expected)?;
            if found.is_empty() {
                return Ok(());
            }
            Err(Error::new(Kind::Busy, "another program has changed the same fields"))
        });
        if found.is_empty() { written.map(Ok) } else { Ok(Err(found)) }
    }

    /// Writes what files bring, after a copy of the book that was there before.
    ///
    /// # Errors
    /// The book has gone on since the files were compared with it at the step `seen`; those of
    /// [`Self::commit`].
    pub fn bring_in(&mut self, commit: &Commit, seen: i64, now: Moment) -> Result<Receipt> {
        if self.last_step()? != seen {
            return Err(Error::new(
                Kind::Busy,
                "the book was changed since the files were compared with it",
            )
            .hint("import them again; nothing was written"));
        }
        if seen > 0 {
            self.backup(now.at)?;
        }
        self.commit(&commit.act, &commit.changes, now)
    }

    fn write(
        &mut self,
        act: &Act,
        changes: &[Change],
        now: Moment,
        before: impl FnOnce(&Tx) -> Result<()>,
    ) -> Result<Receipt> {
        let label = StepLabel {
            label: act.label.clone(),
            kind: act.kind.word().to_owned(),
            account: act.account,
            on: now.today,
            at: now.at,
        };
        let mut after = self.after(now)?;
        let done = self.reading.store.commit_if(&label, changes, before, |tx, _| after.run(tx))?;
        let effects = self.settle(after);
        Ok(Receipt {
            step: done.step,
            label: act.label.clone(),
            kind: act.kind,
            left_out: act.left_out.clone(),
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
        let reading = &self.reading;
        if let Some((judged, kept)) = &self.judged
            && judged.day == now.today
            && reading.store.read(|tx| kept.stand(tx))?
        {
            return Ok(judged.standings.len());
        }
        self.judged = None;
        let judge = |tx: &Tx| Judged::lean(tx, &reading.rules_in(tx)?, now.today);
        // Judging takes a while in a large book: nobody has to wait for it to write.
        let mut judged = reading.store.read(judge)?;
        let kept = reading.store.derive(|tx| {
            if read::last_step(tx.connection())? != judged.step {
                judged = judge(tx)?;
            }
            let mut kept = KeptRows::load(tx)?;
            let rules = reading.rules_in(tx)?;
            kept.write(tx, &judged, None, &rules)?;
            note_scores(tx, &judged, &rules, judged.accounts())?;
            Ok(kept)
        })?;
        let accounts = judged.standings.len();
        self.judged = Some((judged, kept));
        Ok(accounts)
    }

    /// What the next commit starts from: a list of its own day, so that what time has done is not
    /// told as what the commit did.
    pub(super) fn after(&mut self, now: Moment) -> Result<After> {
        if !self.reading.current(now.today)? {
            self.assess_all(now)?;
        }
        Ok(After {
            judged: self.judged.take(),
            rules: self.reading.rules.clone(),
            unnamed: self.reading.unnamed,
            day: now.today,
            effects: Vec::new(),
        })
    }

    pub(super) fn settle(&mut self, after: After) -> Vec<Effect> {
        self.judged = after.judged;
        self.reading.rules = after.rules;
        after.effects
    }
}

#[cfg(test)]
mod tests;
