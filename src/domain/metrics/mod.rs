//! The book in figures: what leads, how it is spread, what became of its revenue. Sources: the
//! consultant's guide and the B2B account-management strategy article (what leads), the field's
//! standard practice (retention).

pub mod attention;
pub mod leading;
pub mod spread;

use super::account::Account;
use super::around::Around;
use super::cell::Id;
use super::forecast::book::{Foresight, Gathered};
use super::quadrant::{Spot, spots};
use super::records::Records;
use super::retention::{Ledger, Retention, retention};
use super::revenue::Revenue;
use super::rules::Rules;
use super::rules::limit::Limit;
use super::standing::Standing;
use attention::Attention;
use chrono::{Duration, NaiveDate};
use leading::{Leading, Led};
use spread::Spread;
use std::collections::HashMap;

/// A period that nobody chose: so many days, today among them.
pub const PERIOD_DAYS: i64 = 365;

/// First day of the period that ends on a day where nobody chose one.
#[must_use]
pub fn since(to: NaiveDate) -> NaiveDate {
    to - Duration::days(PERIOD_DAYS - 1)
}

/// A part of a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Share {
    pub part: usize,
    pub whole: usize,
    /// 0-1; none: there is no whole.
    pub share: Option<f64>,
}

impl Share {
    #[must_use]
    pub fn of(part: usize, whole: usize) -> Self {
        Self { part, whole, share: (whole > 0).then(|| part as f64 / whole as f64) }
    }

    /// One that holds, or does not.
    #[must_use]
    pub fn yes(yes: bool) -> Self {
        Self::of(usize::from(yes), 1)
    }
}

/// All figures of the book over a period, amounts in minor units of the base currency.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Metrics {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Accounts in the book.
    pub accounts: usize,
    pub retention: Retention,
    pub leading: Leading,
    /// The same account by account, the largest first.
    pub led: Vec<Led>,
    pub spread: Spread,
    /// Estimates and losses of the period.
    pub foresight: Foresight,
    /// Whom the time went to, the largest first.
    pub attention: Vec<Attention>,
    pub quadrant: Vec<Spot>,
    /// Fewer accounts than make a percentage speak for itself.
    pub few: bool,
    /// The day of the first entry in a revenue history, up to the last day of the period.
    pub first: Option<NaiveDate>,
}

/// What is gathered of each account on the way to the figures.
#[derive(Debug)]
pub struct Tally {
    from: NaiveDate,
    to: NaiveDate,
    led: Vec<Led>,
    foresight: Gathered,
    /// Talks in the period and agreed meetings missed, by account.
    talks: HashMap<Id, (usize, usize)>,
    ledgers: Vec<(Account, Vec<Revenue>)>,
}

impl Tally {
    #[must_use]
    pub fn over(from: NaiveDate, to: NaiveDate) -> Self {
        Self {
            from,
            to,
            led: Vec::new(),
            foresight: Gathered::default(),
            talks: HashMap::new(),
            ledgers: Vec::new(),
        }
    }

    /// Counts one account: its records and its standing on the last day of the period.
    pub fn add(&mut self, records: Records, standing: &Standing, rules: &Rules) {
        if standing.in_book {
            self.led.push(Led::of(&records, standing, rules, self.from, self.to));
            self.talks.insert(records.account.id, attention::talks(&records, self.from, self.to));
        }
        self.foresight.add(&records, rules, self.from, self.to);
        self.ledgers.push((records.account, records.revenue));
    }

    /// The figures, with the standings of all accounts on the last day.
    #[must_use]
    pub fn finish(self, standings: &[Standing], around: &Around, rules: &Rules) -> Metrics {
        let accounts = standings.iter().filter(|standing| standing.in_book).count();
        let margin = Some(rules.share(Limit::Margin)).filter(|margin| *margin > 0.0);
        let ledgers = self.ledgers.iter().map(|(account, entries)| Ledger { account, entries });
        let mut led = self.led;
        led.sort_by(|a, b| (b.arr, &a.name, a.account).cmp(&(a.arr, &b.name, b.account)));
        let all: Vec<&Led> = led.iter().collect();
        let entries = self.ledgers.iter().flat_map(|(_, entries)| entries);
        let first = entries.map(|entry| entry.on_date).filter(|day| *day <= self.to).min();
        Metrics {
            from: self.from,
            to: self.to,
            accounts,
            retention: retention(ledgers, self.from, self.to, &rules.exchange, margin),
            leading: Leading::of(&all, rules, self.from, self.to),
            first,
            foresight: self.foresight.finish(),
            spread: spread::spread(standings, around, rules),
            attention: attention::attention(standings, &self.talks),
            quadrant: spots(standings, around),
            led,
            few: accounts < rules.count(Limit::FewAccounts),
        }
    }
}

#[cfg(test)]
mod tests;
