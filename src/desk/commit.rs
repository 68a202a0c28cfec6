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
        self.rules.exchange.base = read::base_currency(tx.connection())?.unwrap_or(self.unnamed);
        // Looked at inside the transaction: until now another program may have come in between.
        let held = match self.judged.take() {
            Some((judged, kept)) if judged.day == self.day && kept.stand(tx)? => {
                Some((judged, kept))
            }
            _ => None,
        };
        let (mut judged, mut kept, again) = match held {
            Some((mut judged, kept)) if !touched.whole_book => {
                let only = touched.accounts.is_empty()
                    || judged.again(tx, &self.rules, &touched.accounts)?;
                (judged, kept, only.then_some(touched.accounts.as_slice()))
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
        match again {
            Some(accounts) => note_scores(tx, &judged, accounts.iter().copied())?,
            None => note_scores(tx, &judged, judged.accounts())?,
        }
        self.effects.sort_by(|one, other| one.name.cmp(&other.name));
        kept.write(tx, &judged, again, &self.rules)?;
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
            kept.write(tx, &judged, None, &reading.rules_in(tx)?)?;
            note_scores(tx, &judged, judged.accounts())?;
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
mod tests {
    use super::super::sample::{book, day, now, talk_with};
    use crate::desk::{Act, Commit, Desk};
    use crate::domain::account::{self, Account};
    use crate::domain::book::setting::{self, BASE_CURRENCY, Setting};
    use crate::domain::cell::{Id, Value};
    use crate::domain::change::Expected;
    use crate::domain::contact::{self, Contact};
    use crate::domain::money::Currency;
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
    fn a_commit_that_expects_what_is_no_longer_there_changes_nothing() {
        let (directory, mut desk) = book(2);
        let account = desk.dossier(Id(1), day(22)).expect("a dossier").records.account;
        let renamed = |name: &str| {
            let fields = vec![account::Field::Name(name.to_owned())];
            let expected = account.expects(&fields);
            let change = account::Change::Edited { id: account.id, fields }.into();
            Commit::new(Act::edit("Renamed", Some(account.id)), vec![change]).expecting(expected)
        };
        let noted = {
            let fields = vec![account::Field::Note(Some("call first".to_owned()))];
            let expected = account.expects(&fields);
            let change = account::Change::Edited { id: account.id, fields }.into();
            Commit::new(Act::edit("Note", Some(account.id)), vec![change]).expecting(expected)
        };
        let mut other = Desk::open(&directory.path().join("book.db"), Rules::default(), now(22).at)
            .expect("the book");
        other.commit_expecting(&renamed("Theirs"), now(22)).expect("a commit").expect("no clash");
        let clashes = desk.commit_expecting(&renamed("Mine"), now(22)).expect("an answer");
        let clashes = clashes.expect_err("a clash");
        assert_eq!(clashes.len(), 1);
        assert_eq!(clashes[0].expected.column, "name");
        assert_eq!(clashes[0].now, Some(Value::Text("Theirs".to_owned())));
        let name = |desk: &Desk| desk.record::<Account>(Id(1)).expect("an account").name;
        assert_eq!(name(&desk), "Theirs");
        // Another field of the same record is nobody's clash.
        desk.commit_expecting(&noted, now(22)).expect("a commit").expect("no clash");
        assert_eq!(name(&desk), "Theirs");
        let gone = Expected { id: Id(99), ..clashes[0].expected.clone() };
        let nobody = Commit::new(Act::edit("Nothing", None), Vec::new()).expecting(vec![gone]);
        let clashes = desk.commit_expecting(&nobody, now(22)).expect("an answer");
        assert_eq!(clashes.expect_err("a clash")[0].now, None);
    }

    #[test]
    fn a_commit_of_another_program_is_seen() {
        let (directory, mut desk) = book(4);
        let today = day(22);
        desk.assess_all(now(22)).expect("judged");
        let mut other = Desk::open(&directory.path().join("book.db"), Rules::default(), now(22).at)
            .expect("the book");
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
    fn a_list_that_another_program_judged_for_another_day_is_not_built_upon() {
        let (directory, mut desk) = book(4);
        desk.assess_all(now(22)).expect("judged");
        let mut other = Desk::open(&directory.path().join("book.db"), Rules::default(), now(22).at)
            .expect("the book");
        let talk = talk_with(Id(2), Id(3), day(22));
        for round in 0..2 {
            other.assess_all(now(25)).expect("judged");
            assert!(!desk.current(day(22)).expect("a mark"));
            if round == 0 {
                desk.commit(&Act::edit("Talk", None), &talk, now(22)).expect("a commit");
            } else {
                desk.assess_all(now(22)).expect("judged");
            }
            assert!(desk.current(day(22)).expect("a mark"));
            assert_eq!(
                desk.book().expect("the kept list"),
                desk.appraise(day(22)).expect("a judging").book
            );
        }
    }

    #[test]
    fn a_score_that_time_alone_has_moved_is_noted_with_the_first_commit_of_the_day() {
        let (_directory, mut desk) = book(3);
        let talk = |account, contact, on| talk_with(Id(account), Id(contact), day(on));
        desk.commit(&Act::edit("Talk", None), &talk(3, 5, 3), now(3)).expect("a commit");
        desk.commit(&Act::edit("Talk", None), &talk(1, 1, 22), now(22)).expect("a commit");
        let found = desk.dossier(Id(3), day(22)).expect("a dossier");
        let newest = found.records.history.last().expect("a point");
        assert_eq!((newest.on_date, newest.score), (day(22), found.standing.score.value));
    }

    #[test]
    fn what_time_has_done_is_not_told_as_what_the_commit_did() {
        let (_directory, mut desk) = book(3);
        let talk = talk_with(Id(3), Id(5), day(3));
        let first = desk.commit(&Act::edit("Talk", None), &talk, now(3)).expect("a commit");
        let fields = vec![account::Field::Note(Some("calls back".to_owned()))];
        let note = account::Change::Edited { id: Id(3), fields }.into();
        let then = desk.commit(&Act::edit("Note", None), &[note], now(22)).expect("a commit");
        assert_ne!(first.effects[0].score_after, then.effects[0].score_after);
        assert_eq!(then.effects[0].score_before, then.effects[0].score_after);
    }

    #[test]
    fn the_base_currency_goes_and_comes_with_its_setting() {
        let (directory, mut desk) = book(2);
        let other = Desk::open(&directory.path().join("book.db"), Rules::default(), now(22).at)
            .expect("the book");
        let currency = |desk: &Desk| desk.book().expect("a list").arr_total.map(|sum| sum.currency);
        assert_eq!(currency(&desk), Some(Currency::EUR));
        let named = Setting { id: Id(0), key: BASE_CURRENCY.into(), content: "USD".into() };
        let named = setting::Change::Added(named).into();
        desk.commit(&Act::edit("Dollars", None), &[named], now(22)).expect("a commit");
        assert_eq!(currency(&desk), None, "no rate into dollars");
        assert_eq!(currency(&other), None, "the other program sees it too");
        assert!(other.current(day(22)).expect("a mark"));
        desk.undo(None, now(22)).expect("an undo");
        assert_eq!(currency(&desk), Some(Currency::EUR));
        assert_eq!(desk.book(), desk.appraise(day(22)).map(|appraisal| appraisal.book));
    }

    #[test]
    fn a_new_day_is_judged_anew() {
        let (_directory, mut desk) = book(3);
        assert!(!desk.current(day(22)).expect("a mark"));
        assert_eq!(desk.assess_all(now(22)).expect("judged"), 3);
        assert!(desk.current(day(22)).expect("a mark"));
        assert!(!desk.current(day(23)).expect("a mark"));
        let other = desk.appraise(day(23)).expect("a judging").book;
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
