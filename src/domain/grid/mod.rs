//! Accounts × factors, as a spreadsheet has them: what stands in each cell, and the user's own
//! digit behind it.

pub mod basics;
pub mod stroke;

use super::account::own_score::{Factor, OwnScore};
use super::around::Around;
use super::cell::Id;
use super::map;
use super::records::Records;
use super::revenue;
use super::rules::Rules;
use super::score::assemble::score;
use super::score::{FactorScore, Source};
use basics::Basics;
use chrono::NaiveDate;

/// One factor of one account.
#[derive(Clone, Debug, PartialEq)]
pub struct FactorCell {
    pub factor: Factor,
    /// Counts for this account.
    pub in_use: bool,
    pub source: Source,
    /// 1-10, unrounded; none: unknown.
    pub score: Option<f64>,
    /// What the records say, also where *mine* stands above it.
    pub measured: Option<f64>,
    /// False for unknown ones, too.
    pub fresh: bool,
    /// The newest own digit, also where it has expired.
    pub own: Option<Box<OwnScore>>,
}

/// What is to be told of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Measured,
    Mine,
    /// Measured or mine, and older than the factor allows.
    Stale,
    Unknown,
    /// Unknown, and nobody in the book keeps it.
    NotInUse,
}

impl FactorCell {
    fn of(factor: &FactorScore, records: &Records) -> Self {
        let own = records.own_scores.iter().filter(|own| own.factor == factor.factor);
        let own = own.max_by_key(|own| (own.on_date, own.id));
        Self {
            factor: factor.factor,
            in_use: factor.in_use,
            source: factor.source,
            score: factor.score,
            measured: factor.measured,
            fresh: factor.fresh,
            own: own.map(|own| Box::new(own.clone())),
        }
    }

    #[must_use]
    pub const fn state(&self) -> State {
        match self.source {
            Source::Unknown if !self.in_use => State::NotInUse,
            Source::Unknown => State::Unknown,
            _ if !self.fresh => State::Stale,
            Source::Measured => State::Measured,
            Source::Mine => State::Mine,
        }
    }

    /// Stale or unknown: a look or a digit would help.
    #[must_use]
    pub const fn wants_a_look(&self) -> bool {
        matches!(self.state(), State::Stale | State::Unknown)
    }
}

/// One account.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub account: Id,
    /// In the order of [`Factor::ALL`].
    pub factors: Vec<FactorCell>,
    pub basics: Basics,
}

impl Row {
    /// What the records of an account come to, in the book around it.
    #[must_use]
    pub fn of(records: &Records, around: &Around, rules: &Rules, today: NaiveDate) -> Self {
        let arr = revenue::worth_on(&records.revenue, today, &rules.exchange).known();
        let map = map::map(records, arr, rules, today);
        let score = score(records, &map, &around.in_use, rules, today);
        let factors = score.factors.iter().map(|factor| FactorCell::of(factor, records)).collect();
        let basics = Basics::of(records, arr, today);
        Self { account: records.account.id, factors, basics }
    }

    #[must_use]
    pub fn factor(&self, factor: Factor) -> Option<&FactorCell> {
        self.factors.get(factor as usize)
    }
}

/// The whole book.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// By account number.
    rows: Vec<Row>,
    /// The factors that counted for the whole book when it was read.
    pub in_use: Vec<Factor>,
    /// The day it was read for.
    pub day: NaiveDate,
}

impl Grid {
    /// The accounts in the order of their numbers.
    #[must_use]
    pub const fn new(rows: Vec<Row>, in_use: Vec<Factor>, day: NaiveDate) -> Self {
        Self { rows, in_use, day }
    }

    #[must_use]
    pub fn row(&self, account: Id) -> Option<&Row> {
        self.rows.get(self.place(account).ok()?)
    }

    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// All of them, to be changed in place: for what hides who is who.
    pub fn rows_mut(&mut self) -> impl Iterator<Item = &mut Row> {
        self.rows.iter_mut()
    }

    /// Puts an account in the place of what was known of it.
    pub fn put(&mut self, row: Row) {
        match self.place(row.account) {
            Ok(place) => {
                if let Some(old) = self.rows.get_mut(place) {
                    *old = row;
                }
            }
            Err(place) => self.rows.insert(place, row),
        }
    }

    /// Takes out an account that is gone.
    pub fn take_out(&mut self, account: Id) {
        if let Ok(place) = self.place(account) {
            self.rows.remove(place);
        }
    }

    fn place(&self, account: Id) -> Result<usize, usize> {
        self.rows.binary_search_by(|row| row.account.cmp(&account))
    }
}

#[cfg(test)]
mod tests;
