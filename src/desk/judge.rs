//! All accounts judged for one day.

use super::mark::{KEY, Mark};
use super::seats::{people, seats};
use crate::domain::account::Stage;
use crate::domain::account::own_score::Factor;
use crate::domain::assess::assess;
use crate::domain::book::row::Book;
use crate::domain::cell::Id;
use crate::domain::rank::rank;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::score::in_use::book_in_use;
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
    /// Factors that count for the book.
    pub in_use: Vec<Factor>,
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
    pub in_use: Vec<Factor>,
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
    in_use: &[Factor],
    rules: &Rules,
    day: NaiveDate,
    detail: Detail,
) -> (Standing, Beside) {
    let mut standing = assess(records, in_use, rules, day);
    let beside = Beside {
        seats: seats(records, &standing.map, day),
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

/// The factors in use, as the accounts in the book hold them.
fn in_use(standings: &[Standing]) -> Vec<Factor> {
    book_in_use(
        standings
            .iter()
            .filter(|standing| standing.in_book)
            .map(|standing| standing.holds.as_slice()),
    )
}

impl Judged {
    /// Judges every account and keeps what ranking needs, with every step seen.
    pub(super) fn lean(tx: &Tx, rules: &Rules, day: NaiveDate) -> Result<Self> {
        let guess = Mark::read(read::mark(tx.connection(), KEY)?.as_deref()).in_use;
        Self::all(tx, rules, day, &guess, Detail::Lean)
    }

    /// Judges every account. Which factors are in use is only known when all were seen, so
    /// `guess` (what it was the last time) saves the second round.
    pub(super) fn all(
        tx: &Tx,
        rules: &Rules,
        day: NaiveDate,
        guess: &[Factor],
        detail: Detail,
    ) -> Result<Self> {
        let mut guess = guess.to_vec();
        // What an account holds does not depend on the guess, so the second round is the last.
        loop {
            let (mut standings, mut beside) = (Vec::new(), Vec::new());
            read::stream(tx.connection(), day, |records| {
                let (standing, more) = judge(&records, &guess, rules, day, detail);
                standings.push(standing);
                beside.push(more);
                Ok(())
            })?;
            let truth = in_use(&standings);
            if truth == guess {
                let ranking = rank(&standings, rules, day);
                let step = read::last_step(tx.connection())?;
                return Ok(Self { day, step, in_use: truth, standings, beside, ranking });
            }
            guess = truth;
        }
    }

    /// Judges these accounts again, and all of them where that changes which factors are in use:
    /// then false.
    pub(super) fn again(&mut self, tx: &Tx, rules: &Rules, accounts: &[Id]) -> Result<bool> {
        for &account in accounts {
            let place = self.standings.binary_search_by(|one| one.account.cmp(&account));
            match (read::one(tx.connection(), account, self.day), place) {
                (Ok(records), place) => {
                    let (standing, beside) =
                        judge(&records, &self.in_use, rules, self.day, Detail::Lean);
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
        }
        let in_use = in_use(&self.standings);
        let same = in_use == self.in_use;
        if same {
            self.ranking = rank(&self.standings, rules, self.day);
        } else {
            *self = Self::all(tx, rules, self.day, &in_use, Detail::Lean)?;
        }
        Ok(same)
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
