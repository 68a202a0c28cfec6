//! What the book will be worth in a year, by what is known today: the ARR of today with what is
//! written down for days ahead, contracts that end in between at the chance that my forecast gives
//! them. A contract without a forecast counts whole, and that is said; what may be sold stands
//! beside it. This project's own decision.

use super::lever::renewing;
use crate::domain::account::contract::Renewal;
use crate::domain::account::{Account, Status};
use crate::domain::cell::Id;
use crate::domain::day::shift;
use crate::domain::forecast::due::chance;
use crate::domain::money::{Currency, Money};
use crate::domain::records::Records;
use crate::domain::revenue::forecast::Outcome;
use crate::domain::revenue::{Worth, in_base, worth_on};
use crate::domain::rules::Rules;
use crate::domain::tier::open_expansion;
use crate::domain::word::words;
use chrono::NaiveDate;

/// How far ahead it looks, days.
const YEAR: i64 = 365;

/// The last day of the year ahead.
#[must_use]
pub fn year_end(today: NaiveDate) -> NaiveDate {
    shift(today, YEAR)
}

words! {
    /// How an account counts in a year.
    Counted {
        /// Its contract does not end before.
        Running = "runs on",
        /// No end is on record, or it is over.
        NoEnd = "no end ahead on record",
        Signed = "signed",
        /// At the chance that my forecast gives it.
        AtChance = "at its chance",
        Unsaid = "no forecast, counted whole",
        /// It gave notice, or its renewal is lost.
        Leaves = "leaves",
    }
}

/// One account, minor units of the base currency.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    pub account: Id,
    pub name: String,
    pub now: i64,
    /// What is written down for days ahead adds to it.
    pub written: i64,
    pub then: i64,
    pub counted: Counted,
    pub ends_on: Option<NaiveDate>,
    /// Chance that it renews, where it counts.
    pub chance: Option<f64>,
}

/// The whole book, minor units of the base currency.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ahead {
    pub now: i64,
    pub then: i64,
    /// The largest first.
    pub accounts: Vec<Year>,
    /// Validated and proposed, in no sum.
    pub expansion: i64,
    /// Accounts of unknown ARR, by name: in no sum.
    pub unknown: Vec<(Id, String)>,
    /// Those without a rate, with their currencies: in no sum.
    pub no_rate: Vec<(Id, String, String)>,
}

impl Ahead {
    /// Takes in one account of the book.
    pub(super) fn add(&mut self, records: &Records, rules: &Rules, today: NaiveDate) {
        let (account, entries) = (&records.account, &records.revenue);
        let exchange = &rules.exchange;
        self.expansion =
            self.expansion.saturating_add(open_expansion(&records.opportunities, exchange));
        let known = |day| match worth_on(entries, day, exchange) {
            Worth::Known(arr) => Ok(arr.minor.max(0)),
            Worth::Unknown => Err(Vec::new()),
            Worth::NoRate(without) => Err(without),
        };
        let (now, later) = match (known(today), known(year_end(today))) {
            (Ok(now), Ok(later)) => (now, later),
            (Err(without), _) | (_, Err(without)) => {
                let (id, name) = (account.id, account.name.clone());
                if without.is_empty() {
                    self.unknown.push((id, name));
                } else {
                    let codes: Vec<&str> = without.iter().map(Currency::code).collect();
                    self.no_rate.push((id, name, codes.join(", ")));
                }
                return;
            }
        };
        let year = if leaves(account, today) {
            Ok((Counted::Leaves, account.leaves_on, None, 0))
        } else {
            renewed(records, later, rules, today)
        };
        let (counted, ends_on, chance, then) = match year {
            Ok(year) => year,
            Err(code) => {
                let code = code.code().to_owned();
                self.no_rate.push((account.id, account.name.clone(), code));
                return;
            }
        };
        self.now = self.now.saturating_add(now);
        self.then = self.then.saturating_add(then);
        self.accounts.push(Year {
            account: account.id,
            name: account.name.clone(),
            now,
            written: later - now,
            then,
            counted,
            ends_on,
            chance,
        });
    }

    pub(super) fn finish(&mut self) {
        self.accounts.sort_by(|a, b| (b.now, &a.name, a.account).cmp(&(a.now, &b.name, b.account)));
    }

    /// Those that count in this way.
    pub fn counted(&self, by: Counted) -> impl Iterator<Item = &Year> {
        self.accounts.iter().filter(move |one| one.counted == by)
    }
}

/// It gave notice for a day within the year, or for one that nobody wrote down.
pub(super) fn leaves(account: &Account, today: NaiveDate) -> bool {
    account.status == Status::Notified && account.leaves_on.is_none_or(|day| day <= year_end(today))
}

/// How it counts, until when, at which chance, and what that makes of its ARR.
type Then = (Counted, Option<NaiveDate>, Option<f64>, i64);

/// How what an account pays later counts beyond the end of its contract; an amount that was said
/// in a currency without a rate counts for nobody.
fn renewed(
    records: &Records,
    later: i64,
    rules: &Rules,
    today: NaiveDate,
) -> Result<Then, Currency> {
    let Some(one) = renewing(records, today) else {
        let end = records.contract.as_ref().and_then(|contract| contract.ends_on);
        let ahead = end.filter(|end| *end > today);
        let counted = if ahead.is_some() { Counted::Running } else { Counted::NoEnd };
        return Ok((counted, ahead, None, later));
    };
    let ends_on = Some(one.ends_on);
    Ok(match (one.known, one.said) {
        (Some(Renewal::Lost), _) => (Counted::Leaves, ends_on, None, 0),
        (Some(_), _) => (Counted::Signed, ends_on, None, later),
        (None, None) => (Counted::Unsaid, ends_on, None, later),
        (None, Some(said)) => {
            let less = said.new_amount.filter(|_| said.outcome == Outcome::Shrink);
            let amount = match less {
                // What is written down to end ends, whatever was said.
                Some(minor) if later > 0 => {
                    let currency = said.currency.unwrap_or(rules.exchange.base);
                    let amount = in_base(Some(Money { minor, currency }), &rules.exchange);
                    amount.ok_or(currency)?.minor
                }
                _ => later,
            };
            let chance = chance(said) as f64 / 100.0;
            (Counted::AtChance, ends_on, Some(chance), (amount as f64 * chance).round() as i64)
        }
    })
}
