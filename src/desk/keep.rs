//! What a judging leaves in the book: the list for the next start, and the score history.

use super::judge::Judged;
use super::list;
use super::mark::{KEY, Mark, fingerprint};
use super::rule_log;
use crate::domain::cell::Id;
use crate::domain::rules::Rules;
use crate::domain::score::print::tenth;
use crate::error::Result;
use crate::store::Tx;
use crate::store::read;
use crate::store::read::score::{self, Point};
use crate::store::read::standing::{Kept, drop_kept, keep, kept};
use chrono::NaiveDate;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

/// Distance of two neighbours in a freshly numbered list: room for twenty insertions between them.
const STRIDE: i64 = 1 << 20;

/// The rows as the book holds them, so that only what changed is written.
#[derive(Debug, Default)]
pub(super) struct KeptRows {
    by_account: HashMap<Id, Kept>,
    /// The mark that was written with them.
    mark: Option<String>,
}

impl KeptRows {
    pub(super) fn load(tx: &Tx) -> Result<Self> {
        let rows = kept(tx.connection())?;
        Ok(Self {
            by_account: rows.into_iter().map(|kept| (kept.ranked.account, kept)).collect(),
            mark: read::mark(tx.connection(), KEY)?,
        })
    }

    /// The book still holds these: no other program has judged it since.
    pub(super) fn stand(&self, tx: &Tx) -> Result<bool> {
        Ok(read::mark(tx.connection(), KEY)? == self.mark)
    }

    pub(super) fn score(&self, account: Id) -> Option<f64> {
        self.by_account.get(&account).and_then(|kept| kept.row.score)
    }

    pub(super) fn name(&self, account: Id) -> Option<&str> {
        self.by_account.get(&account).map(|kept| kept.row.name.as_str())
    }

    /// Writes the rows that differ from what the book holds, and the mark. Where it is known
    /// which accounts were judged since the last time (`again`, by number), the others differ
    /// only in their place.
    pub(super) fn write(
        &mut self,
        tx: &Tx,
        judged: &Judged,
        again: Option<&[Id]>,
        rules: &Rules,
    ) -> Result<()> {
        let order: Vec<Id> = judged.ranking.rows.iter().map(|ranked| ranked.account).collect();
        let before: Vec<Option<i64>> = order
            .iter()
            .map(|account| self.by_account.get(account).map(|kept| kept.position))
            .collect();
        let places = positions(&before);
        for (ranked, position) in judged.ranking.rows.iter().zip(places) {
            let old = self.by_account.get(&ranked.account);
            let as_before =
                again.is_some_and(|again| again.binary_search(&ranked.account).is_err());
            if as_before && old.is_some_and(|old| old.position == position && old.ranked == *ranked)
            {
                continue;
            }
            let Some((row, in_book)) = list::line(judged, ranked) else { continue };
            let new = Kept { row, ranked: ranked.clone(), in_book, position };
            if old != Some(&new) {
                keep(tx.connection(), &new)?;
                self.by_account.insert(ranked.account, new);
            }
        }
        if self.by_account.len() > order.len() {
            let present: HashSet<Id> = order.into_iter().collect();
            let gone: Vec<Id> = self
                .by_account
                .keys()
                .copied()
                .filter(|account| !present.contains(account))
                .collect();
            for account in gone {
                drop_kept(tx.connection(), account)?;
                self.by_account.remove(&account);
            }
        }
        let fingerprint = fingerprint(rules);
        let mark = Mark {
            day: Some(judged.day),
            rules: fingerprint.clone(),
            step: judged.step,
            around: judged.around.clone(),
            lines: judged.ranking.lines.clone(),
            now_total: judged.ranking.now_total,
        };
        let same = |mark: &String| mark.contains(&fingerprint);
        if !self.mark.as_ref().is_some_and(same) {
            rule_log::note(tx, rules, judged.day)?;
        }
        let mark = mark.write();
        read::set_mark(tx.connection(), KEY, &mark)?;
        self.mark = Some(mark);
        Ok(())
    }
}

/// Numbers for a list that changed, given the old number of each row in its new order: as many as
/// can keep theirs, the others get one in between, and only where there is no room all are
/// numbered anew.
fn positions(before: &[Option<i64>]) -> Vec<i64> {
    let fresh = || (1_i64..).map(|place| place * STRIDE).take(before.len()).collect();
    let stays = rising(before);
    let mut numbers = Vec::with_capacity(before.len());
    let mut last = 0;
    let mut waiting = 0_i64;
    for (place, number) in before.iter().enumerate() {
        let Some(number) = number.filter(|_| stays.get(place).is_some_and(|stays| *stays)) else {
            waiting += 1;
            continue;
        };
        let gap = (number - last) / (waiting + 1);
        if gap < 1 {
            return fresh();
        }
        numbers.extend((1..=waiting).map(|step| last + step * gap));
        numbers.push(number);
        (last, waiting) = (number, 0);
    }
    numbers.extend((1..=waiting).map(|step| last + step * STRIDE));
    numbers
}

/// Which of them belong to a longest run of rising numbers.
fn rising(numbers: &[Option<i64>]) -> Vec<bool> {
    // `ends[n]` is the place where the run of length n + 1 with the smallest end ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = vec![None; numbers.len()];
    let value = |place: &usize| numbers.get(*place).copied().flatten();
    for (place, number) in numbers.iter().enumerate() {
        let Some(number) = number else { continue };
        let length = ends.partition_point(|end| value(end) < Some(*number));
        if let Some(slot) = previous.get_mut(place) {
            *slot = length.checked_sub(1).and_then(|shorter| ends.get(shorter)).copied();
        }
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut run = vec![false; numbers.len()];
    let mut next = ends.last().copied();
    while let Some(place) = next {
        if let Some(belongs) = run.get_mut(place) {
            *belongs = true;
        }
        next = previous.get(place).copied().flatten();
    }
    run
}

/// Notes the scores of these accounts on the day they were judged for.
pub(super) fn note_scores(
    tx: &Tx,
    judged: &Judged,
    rules: &Rules,
    accounts: impl IntoIterator<Item = Id>,
) -> Result<()> {
    let mark = OnceCell::new();
    for account in accounts {
        if let Some(point) = judged.point(account) {
            note_score(tx, account, judged.day, &point, || mark.get_or_init(|| rules.mark()))?;
        }
    }
    Ok(())
}

/// Notes the score of a day, where its printed tenth, a source or the band is another than before.
fn note_score<'a>(
    tx: &Tx,
    account: Id,
    day: NaiveDate,
    point: &Point,
    rules: impl FnOnce() -> &'a String,
) -> Result<()> {
    let connection = tx.connection();
    let same = |one: &Point| {
        one.sources == point.sources && one.score.map(tenth) == point.score.map(tenth)
    };
    let newest = score::newest(connection, account, day)?;
    let of_today = newest.as_ref().filter(|(on_date, _)| *on_date == day);
    let before = if of_today.is_some() {
        day.pred_opt()
            .map(|yesterday| score::newest(connection, account, yesterday))
            .transpose()?
            .flatten()
    } else {
        newest.clone()
    };
    let unchanged = match &before {
        Some((_, before)) => same(before),
        None => point.score.is_none(),
    };
    match (unchanged, of_today) {
        (true, Some(_)) => score::drop_day(connection, account, day),
        (true, None) => Ok(()),
        (false, Some((_, kept))) if kept == point => Ok(()),
        (false, _) => score::keep(connection, account, day, point, rules()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_that_moves_is_the_only_one_renumbered() {
        let old = [Some(10), Some(20), Some(30), Some(40)];
        assert_eq!(positions(&old), [10, 20, 30, 40]);
        assert_eq!(positions(&[Some(10), Some(40), Some(20), Some(30)]), [10, 15, 20, 30]);
        assert_eq!(positions(&[Some(40), Some(10), Some(20), Some(30)]), [5, 10, 20, 30]);
        assert_eq!(positions(&[Some(20), Some(30), Some(40), Some(10)]), [20, 30, 40, 40 + STRIDE]);
    }

    #[test]
    fn new_rows_find_a_place_and_a_full_list_is_numbered_anew() {
        assert_eq!(positions(&[None, None]), [STRIDE, 2 * STRIDE]);
        assert_eq!(positions(&[Some(10), None, None, Some(40)]), [10, 20, 30, 40]);
        assert_eq!(positions(&[Some(10), None, Some(11)]), [STRIDE, 2 * STRIDE, 3 * STRIDE]);
        assert_eq!(positions(&[]), [] as [i64; 0]);
    }

    proptest::proptest! {
        #[test]
        fn positions_always_rise(old in proptest::collection::vec(
            proptest::option::of(1_i64..60), 0..40,
        )) {
            let mut seen = HashSet::new();
            let old: Vec<Option<i64>> =
                old.into_iter().map(|one| one.filter(|number| seen.insert(*number))).collect();
            let new = positions(&old);
            proptest::prop_assert_eq!(new.len(), old.len());
            proptest::prop_assert!(new.is_sorted_by(|one, other| one < other), "{:?}", new);
        }
    }
}
