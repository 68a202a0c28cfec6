//! Taking back and doing again: each is a commit of its own, judged like any other.

use super::Desk;
use super::act::{ActKind, Receipt};
use crate::clock::Moment;
use crate::error::{Error, Kind, Result};
use crate::store::{Reverted, Tx};

impl Desk {
    /// Takes back the newest step that still stands, or the one that is named. The beginning of
    /// the demo book stays: without it there is no demo.
    ///
    /// # Errors
    /// Nothing to take back, a later step that touched the same records, the disk.
    pub fn undo(&mut self, step: Option<i64>, now: Moment) -> Result<Receipt> {
        self.revert(ActKind::Undo, now, |desk, after| {
            desk.reading.store.undo(step, now.today, now.at, |tx, undone| {
                if undone.kind == ActKind::Demo.word() {
                    return Err(Error::new(Kind::NotFound, "there is nothing to undo")
                        .hint("the demo book begins here; trellis demo --fresh makes it anew"));
                }
                after(tx)
            })
        })
    }

    /// Does again what was last taken back.
    ///
    /// # Errors
    /// Nothing was taken back since the last edit, or the disk says no.
    pub fn redo(&mut self, now: Moment) -> Result<Receipt> {
        self.revert(ActKind::Redo, now, |desk, after| {
            desk.reading.store.redo(now.today, now.at, |tx, _| after(tx))
        })
    }

    fn revert(
        &mut self,
        kind: ActKind,
        now: Moment,
        run: impl FnOnce(&Self, &mut dyn FnMut(&Tx) -> Result<()>) -> Result<Reverted>,
    ) -> Result<Receipt> {
        let mut after = self.after(now)?;
        let done = run(self, &mut |tx| after.run(tx))?;
        let effects = self.settle(after);
        let (label, created) = (done.of.label, Vec::new());
        Ok(Receipt { step: done.step, label, kind, left_out: None, created, effects })
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{book, day, now, talk_with};
    use crate::desk::{Act, ActKind};
    use crate::domain::account;
    use crate::domain::cell::Id;
    use crate::domain::talk::Talk;

    #[test]
    fn undo_and_redo_bring_list_and_score_along() {
        let (_directory, mut desk) = book(5);
        let before = desk.book().expect("a list");
        let score = desk.dossier(Id(2), day(22)).expect("a dossier").standing.score;
        desk.assess_all(now(22)).expect("judged");
        let judged = desk.book().expect("a list");
        assert_ne!(before, judged, "the 22nd is not the 3rd");
        let done = desk
            .commit(&Act::edit("Talk", Some(Id(2))), &talk_with(Id(2), Id(3), day(22)), now(22))
            .expect("a commit");
        let after = desk.book().expect("a list");
        assert_ne!(judged, after);

        let undone = desk.undo(None, now(22)).expect("an undo");
        assert_eq!((undone.kind, undone.label.as_str()), (ActKind::Undo, "Talk"));
        assert_eq!(undone.effects[0].score_before, done.effects[0].score_after);
        assert_eq!(undone.effects[0].score_after, score.value);
        assert_eq!(desk.book().expect("a list"), judged);
        assert!(desk.every::<Talk>().expect("talks").is_empty());

        let redone = desk.redo(now(22)).expect("a redo");
        assert_eq!(redone.kind, ActKind::Redo);
        assert_eq!(desk.book().expect("a list"), after);
        assert!(desk.current(day(22)).expect("a mark"));
    }

    #[test]
    fn the_beginning_of_a_demo_stays() {
        let (_directory, mut desk) = book(0);
        let account = account::Account::named("Contoso", day(3));
        desk.commit(
            &Act::new(ActKind::Demo, "Demo book"),
            &[account::Change::Added(account).into()],
            now(3),
        )
        .expect("a commit");
        let error = desk.undo(None, now(3)).expect_err("a refusal");
        assert!(error.message.contains("nothing to undo"), "{error}");
        assert_eq!(desk.book().expect("a list").rows.len(), 1);
        assert!(desk.redo(now(3)).is_err(), "no undo is left behind");
    }

    #[test]
    fn an_account_that_was_removed_is_back_on_its_line() {
        let (_directory, mut desk) = book(5);
        desk.assess_all(now(22)).expect("judged");
        let before = desk.book().expect("a list");
        desk.commit(&Act::edit("Away", None), &[account::Change::Removed(Id(4)).into()], now(22))
            .expect("a commit");
        assert_eq!(desk.book().expect("a list").rows.len(), 4);
        desk.undo(None, now(22)).expect("an undo");
        assert_eq!(desk.book().expect("a list"), before);
        assert_eq!(desk.dossier(Id(4), day(22)).expect("back").records.contacts.len(), 2);
    }
}
