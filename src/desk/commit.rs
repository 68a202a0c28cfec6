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
pub(super) struct After {
    judged: Option<(Judged, KeptRows)>,
    rules: Rules,
    day: NaiveDate,
    effects: Vec<Effect>,
}

impl After {
    /// Judges what the step touched and writes what comes of it.
    pub(super) fn run(&mut self, tx: &Tx) -> Result<()> {
        let touched = tx.touched()?;
        let (mut judged, mut kept, again) = match self.judged.take() {
            Some((mut judged, kept)) if !touched.whole_book => {
                judged.step = tx.step();
                let only = touched.accounts.is_empty()
                    || judged.again(tx, &self.rules, &touched.accounts)?;
                (judged, kept, only.then_some(touched.accounts.as_slice()))
            }
            other => {
                if let Some(base) = read::base_currency(tx.connection())? {
                    self.rules.exchange.base = base;
                }
                let kept = match other {
                    Some((_, kept)) => kept,
                    None => KeptRows::load(tx)?,
                };
                (all(tx, &self.rules, self.day)?, kept, None)
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
        kept.write(tx, &judged, again, &self.rules)?;
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
            kept.write(tx, &judged, None, rules)?;
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
    pub(super) fn after(&mut self, day: NaiveDate) -> Result<After> {
        let step = self.reading.store.last_step()?;
        let judged =
            self.judged.take().filter(|(judged, _)| judged.day == day && judged.step >= step);
        Ok(After { judged, rules: self.reading.rules.clone(), day, effects: Vec::new() })
    }

    pub(super) fn settle(&mut self, after: After) -> Vec<Effect> {
        self.judged = after.judged;
        self.reading.rules = after.rules;
        after.effects
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{book, day, now, talk_with};
    use crate::desk::{Act, Desk};
    use crate::domain::account::{self, Account};
    use crate::domain::cell::Id;
    use crate::domain::contact::{self, Contact};
    use crate::domain::rules::Rules;
    use crate::domain::talk;
    use crate::error::Kind;

    #[test]
    fn a_commit_leaves_the_list_as_a_fresh_judging_would() {
        let (_directory, mut desk) = book(12);
        let today = day(22);
        let account = Id(3);
        let receipt = desk
            .commit(&Act::edit("Talk", Some(account)), &talk_with(account, Id(5), today), now(22))
            .expect("a commit");
        assert_eq!(receipt.effects.len(), 1);
        assert_eq!(receipt.effects[0].account, account);
        assert!(desk.current(today).expect("a mark"));
        assert_eq!(
            desk.book().expect("the kept list"),
            desk.appraise(today).expect("a judging").book
        );
    }

    #[test]
    fn a_commit_of_another_program_is_seen() {
        let (directory, mut desk) = book(4);
        let today = day(22);
        desk.assess_all(now(22)).expect("judged");
        let mut other =
            Desk::open(&directory.path().join("book.db"), Rules::default()).expect("the book");
        other
            .commit(&Act::edit("Talk", None), &talk_with(Id(1), Id(1), today), now(22))
            .expect("a commit");
        assert!(desk.current(today).expect("a mark"), "the other program judged it");
        desk.commit(&Act::edit("Talk", None), &talk_with(Id(2), Id(3), today), now(22))
            .expect("a commit");
        assert_eq!(
            desk.book().expect("the kept list"),
            desk.appraise(today).expect("a judging").book
        );
    }

    #[test]
    fn a_new_day_is_judged_anew() {
        let (_directory, mut desk) = book(3);
        assert!(!desk.current(day(22)).expect("a mark"));
        assert_eq!(desk.assess_all(now(22)).expect("judged"), 3);
        assert!(desk.current(day(22)).expect("a mark"));
        assert!(!desk.current(day(23)).expect("a mark"));
        let other = desk.book_on(day(23)).expect("a list");
        assert!(other.rows.iter().all(|row| row.judged_on == Some(day(23))));
        let kept = desk.book().expect("the kept list");
        assert!(kept.rows.iter().all(|row| row.judged_on == Some(day(22))), "only looked at");
        desk.assess_all(now(23)).expect("judged");
        assert_eq!(desk.book().expect("the kept list"), other);
    }

    #[test]
    fn an_account_comes_and_goes_with_its_line() {
        let (_directory, mut desk) = book(2);
        let mut account = Account::named("Wingtip", day(1));
        account.id = Id(-1);
        let person = Contact::named("P. Sy", Some(Id(-1)), day(1));
        let receipt = desk
            .commit(
                &Act::edit("New account", None),
                &[account::Change::Added(account).into(), contact::Change::Added(person).into()],
                now(22),
            )
            .expect("a commit");
        let id = receipt.created[0].1;
        assert_eq!(desk.find_account("wing").expect("found").id, id);
        assert_eq!(desk.dossier(id, day(22)).expect("a dossier").records.contacts.len(), 1);
        assert_eq!(desk.book().expect("a list").rows.len(), 3);

        let receipt = desk
            .commit(
                &Act::edit("Away with it", None),
                &[account::Change::Removed(id).into()],
                now(22),
            )
            .expect("a commit");
        assert_eq!(receipt.effects[0].name, "Wingtip");
        assert_eq!(receipt.effects[0].score_after, None);
        assert_eq!(desk.book().expect("a list").rows.len(), 2);
        let error = desk.dossier(id, day(22)).expect_err("it is gone");
        assert_eq!(error.kind, Kind::NotFound);
    }

    #[test]
    fn a_refused_change_changes_nothing() {
        let (_directory, mut desk) = book(2);
        desk.assess_all(now(22)).expect("judged");
        let before = desk.book().expect("a list");
        let step = desk.last_step().expect("a step");
        let mut talk = talk_with(Id(1), Id(1), day(22));
        talk.extend(talk_with(Id(99), Id(1), day(22)));
        desk.commit(&Act::edit("Talk", None), &talk, now(22)).expect_err("no such account");
        assert_eq!(desk.last_step().expect("a step"), step);
        assert_eq!(desk.book().expect("a list"), before);
        assert_eq!(desk.every::<talk::Talk>().expect("talks").len(), 0);
        desk.commit(&Act::edit("Talk", None), &talk_with(Id(1), Id(1), day(22)), now(22))
            .expect("the desk works on");
    }
}
