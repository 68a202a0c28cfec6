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
        let mut guess = guess.clone();
        // What the accounts say of the book does not depend on the guess, so the second round is
        // the last.
        loop {
            let (mut standings, mut beside) = (Vec::new(), Vec::new());
            read::stream(tx.connection(), day, |records| {
                let (standing, more) = judge(&records, &guess, rules, day, detail);
                standings.push(standing);
                beside.push(more);
                Ok(())
            })?;
            let truth = Around::of(&standings, rules);
            if truth == guess {
                let ranking = rank(&standings, rules, day);
                let step = read::last_step(tx.connection())?;
                return Ok(Self { day, step, around: truth, standings, beside, ranking });
            }
            guess = truth;
        }
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
            self.judge_one(tx, rules, account)?;
        }
        let around = Around::of(&self.standings, rules);
        if around.in_use != self.around.in_use {
            *self = Self::all(tx, rules, self.day, &around, Detail::Lean)?;
            return Ok(None);
        }
        let mut seen = accounts.to_vec();
        if around != self.around {
            let differs = |standing: &&Standing| around.differs_for(&self.around, standing, rules);
            let others: Vec<Id> =
                self.standings.iter().filter(differs).map(|standing| standing.account).collect();
            self.around = around;
            for &account in &others {
                self.judge_one(tx, rules, account)?;
            }
            seen.extend(others);
            seen.sort_unstable();
            seen.dedup();
        }
        self.ranking = rank(&self.standings, rules, self.day);
        Ok(Some(seen))
    }

    /// Puts an account in the place of what it was; takes it out where it is gone.
    fn judge_one(&mut self, tx: &Tx, rules: &Rules, account: Id) -> Result<()> {
        let place = self.standings.binary_search_by(|one| one.account.cmp(&account));
        match (read::one(tx.connection(), account, self.day), place) {
            (Ok(records), place) => {
                let (standing, beside) =
                    judge(&records, &self.around, rules, self.day, Detail::Lean);
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
