//! All accounts judged for one day.

use super::mark::{KEY, Mark};
use super::seats::{people, seats};
use crate::domain::account::Stage;
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::book::row::Book;
use crate::domain::cell::Id;
use crate::domain::rank::rank;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::score::{Score, Source};
use crate::domain::standing::{Ranking, Standing};
use crate::error::{Error, Kind, Result};
use crate::store::Tx;
use crate::store::read;
use crate::store::read::score::Point;
use chrono::NaiveDate;

/// The whole book as the rules see it on a day, with everything they found.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Appraisal {
    pub today: NaiveDate,
    pub around: Around,
    /// By account number.
    pub standings: Vec<Standing>,
    pub ranking: Ranking,
    pub book: Book,
}

/// What is made of one account beside its standing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Beside {
    pub seats: String,
    /// Active people: decision makers, influencers, users.
    pub people: [i64; 3],
    pub stage: Option<Stage>,
    /// One letter for the source of each factor, and the band: for the score history.
    pub sources: String,
}

/// Every account judged for a day.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    pub day: NaiveDate,
    /// The newest step of the journal that it has seen.
    pub step: i64,
    pub around: Around,
    /// By account number.
    pub standings: Vec<Standing>,
    /// Of the same accounts in the same order.
    pub beside: Vec<Beside>,
    pub ranking: Ranking,
}

/// Up to one account in so many is read by itself: beyond, all in one sweep are cheaper.
const ONE_BY_ONE: usize = 4;

/// How much of a standing is kept in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// All of it.
    Whole,
    /// What ranking needs: seats and evidence are dropped once they were looked at.
    Lean,
}

fn sources(score: &Score) -> String {
    let letter = |source| match source {
        Source::Measured => 'M',
        Source::Mine => 'I',
        Source::Unknown => '-',
    };
    let mut text: String = score.factors.iter().map(|factor| letter(factor.source)).collect();
    if let Some(band) = score.band {
        text.push(' ');
        text.push_str(band.word());
    }
    text
}

fn judge(
    records: &Records,
    around: &Around,
    rules: &Rules,
    day: NaiveDate,
    detail: Detail,
) -> (Standing, Beside) {
    let mut standing = assess(records, around, rules, day);
    let beside = Beside {
        seats: seats(records, &standing.map, rules, day),
        people: people(records, &standing.map),
        stage: records.account.stage,
        sources: sources(&standing.score),
    };
    if detail == Detail::Lean {
        standing.score.factors = Vec::new();
        standing.score.ways_back = Vec::new();
        standing.map.not_placed = Vec::new();
        for row in &mut standing.map.rows {
            // The order asks whether anybody is placed at all.
            row.seats.truncate(1);
        }
        for signal in &mut standing.signals {
            signal.swallowed = Vec::new();
        }
    }
    (standing, beside)
}

impl Judged {
    /// Judges every account and keeps what ranking needs, with every step seen.
    pub(super) fn lean(tx: &Tx, rules: &Rules, day: NaiveDate) -> Result<Self> {
        let guess = Mark::read(read::mark(tx.connection(), KEY)?.as_deref()).around;
        Self::all(tx, rules, day, &guess, Detail::Lean)
    }

    /// Judges every account. What the book is like around each is only known when all were seen,
    /// so `guess` (what it was the last time) saves the second round.
    pub(super) fn all(
        tx: &Tx,
        rules: &Rules,
        day: NaiveDate,
        guess: &Around,
        detail: Detail,
    ) -> Result<Self> {
        let step = read::last_step(tx.connection())?;
        let mut judged = Self::round(tx, rules, day, guess.clone(), detail)?;
        // What the accounts say of the book does not depend on the guess, so the second round is
        // the last.
        let around = Around::of(&judged.standings, rules);
        let others = judged.judged_otherwise(&around, rules).len();
        if others > judged.standings.len() / ONE_BY_ONE {
            judged = Self::round(tx, rules, day, around, detail)?;
        } else {
            judged.turn_to(tx, rules, around, detail)?;
        }
        judged.step = step;
        judged.ranking = rank(&judged.standings, rules, day);
        Ok(judged)
    }

    /// Every account judged as if the book were like this around each; no order yet.
    fn round(
        tx: &Tx,
        rules: &Rules,
        day: NaiveDate,
        around: Around,
        detail: Detail,
    ) -> Result<Self> {
        let (mut standings, mut beside) = (Vec::new(), Vec::new());
        read::stream(tx.connection(), day, |records| {
            let (standing, more) = judge(&records, &around, rules, day, detail);
            standings.push(standing);
            beside.push(more);
            Ok(())
        })?;
        Ok(Self { day, step: 0, around, standings, beside, ranking: Ranking::default() })
    }

    /// The accounts that are judged otherwise in a book that is around them like this.
    fn judged_otherwise(&self, around: &Around, rules: &Rules) -> Vec<Id> {
        let differs = |standing: &&Standing| around.differs_for(&self.around, standing, rules);
        self.standings.iter().filter(differs).map(|standing| standing.account).collect()
    }

    /// Takes what the book is around each account; those that are judged otherwise by it are
    /// judged again. Says which.
    fn turn_to(
        &mut self,
        tx: &Tx,
        rules: &Rules,
        around: Around,
        detail: Detail,
    ) -> Result<Vec<Id>> {
        let others = self.judged_otherwise(&around, rules);
        self.around = around;
        for &account in &others {
            self.judge_one(tx, rules, account, detail)?;
        }
        Ok(others)
    }

    /// Judges these accounts again, and those that are judged otherwise because of them; says by
    /// number which. None: all of them, because other factors are in use now.
    pub(super) fn again(
        &mut self,
        tx: &Tx,
        rules: &Rules,
        accounts: &[Id],
    ) -> Result<Option<Vec<Id>>> {
        for &account in accounts {
            self.judge_one(tx, rules, account, Detail::Lean)?;
        }
        let around = Around::of(&self.standings, rules);
        if around.in_use != self.around.in_use {
            *self = Self::all(tx, rules, self.day, &around, Detail::Lean)?;
            return Ok(None);
        }
        let mut seen = accounts.to_vec();
        if around != self.around {
            seen.extend(self.turn_to(tx, rules, around, Detail::Lean)?);
            seen.sort_unstable();
            seen.dedup();
        }
        self.ranking = rank(&self.standings, rules, self.day);
        Ok(Some(seen))
    }

    /// Puts an account in the place of what it was; takes it out where it is gone.
    fn judge_one(&mut self, tx: &Tx, rules: &Rules, account: Id, detail: Detail) -> Result<()> {
        let place = self.standings.binary_search_by(|one| one.account.cmp(&account));
        match (read::one(tx.connection(), account, self.day), place) {
            (Ok(records), place) => {
                let (standing, beside) = judge(&records, &self.around, rules, self.day, detail);
                match place {
                    Ok(place) => {
                        if let Some(old) = self.standings.get_mut(place) {
                            *old = standing;
                        }
                        if let Some(old) = self.beside.get_mut(place) {
                            *old = beside;
                        }
                    }
                    Err(place) => {
                        self.standings.insert(place, standing);
                        self.beside.insert(place, beside);
                    }
                }
            }
            (Err(Error { kind: Kind::NotFound, .. }), place) => {
                if let Ok(place) = place {
                    self.standings.remove(place);
                    self.beside.remove(place);
                }
            }
            (Err(error), _) => return Err(error),
        }
        Ok(())
    }

    /// An account's standing and what goes with it.
    pub(super) fn of(&self, account: Id) -> Option<(&Standing, &Beside)> {
        let place = self.standings.binary_search_by(|one| one.account.cmp(&account)).ok()?;
        self.standings.get(place).zip(self.beside.get(place))
    }

    /// All of them, by number.
    pub(super) fn accounts(&self) -> impl Iterator<Item = Id> {
        self.standings.iter().map(|standing| standing.account)
    }

    /// The point that the score history gets for an account in the book.
    pub(super) fn point(&self, account: Id) -> Option<Point> {
        let (standing, beside) = self.of(account)?;
        standing.in_book.then(|| Point {
            score: standing.score.value,
            known: standing.score.known,
            sources: beside.sources.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{book, day};
    use super::*;
    use crate::domain::around::Floor;

    /// Whatever the guess, and whether it touches few accounts or all of them.
    #[test]
    fn the_guess_does_not_show() {
        let (_directory, desk) = book(12);
        let rules = Rules::default();
        // Old enough to be asked for a plan.
        let today = day(22) + chrono::Days::new(20);
        let judged = |guess: &Around| {
            let read = |tx: &Tx| Judged::all(tx, &rules, today, guess, Detail::Whole);
            desk.store.read(read).expect("a judging")
        };
        let right = judged(&Around::default());
        let truth = right.around.clone();
        assert!(truth.ask_plan.len() == 3 && !truth.asks_plan(Id(3)), "{truth:?}");
        let top = right.standings.iter().filter_map(|one| one.arr).map(|arr| arr.minor).max();
        let top = top.expect("some ARR is known");
        let few = Around { key_floor: Some(top), ask_plan: vec![Id(3)], ..truth.clone() };
        let all =
            Around { growth_floor: Some(Floor { arr: i64::MAX, behind: vec![] }), ..few.clone() };
        for guess in [truth, few, all] {
            let again = judged(&guess);
            assert_eq!(again.around, right.around, "{guess:?}");
            assert_eq!(again.standings, right.standings, "{guess:?}");
            assert_eq!(
                (again.beside, again.ranking),
                (right.beside.clone(), right.ranking.clone())
            );
        }
    }
}
